/* html_entry.c - one entry of the page.
 *
 * The headline leads to the word in the article that tells it. Under it stand
 * the date as written and the rule that resolved it; behind those, folded
 * up, the quoted sentence and everything else that is known of the date. */
#include "render/html_page.h"

#include <string.h>

#include "core/base/display.h"
#include "core/base/names.h"
#include "render/escape.h"
#include "render/html_write.h"
#include "render/parts.h"
#include "render/wording.h"

void dtl_html_label(dtl_buffer *out, const dtl_entry *entry) {
    dtl_html_text(out, entry->id[0] == 'e' ? entry->id + 1 : entry->id);
}

/* ---- the element ------------------------------------------------------ */

static int64_t day_of(int64_t seconds, int64_t up) {
    const int64_t day = INT64_C(86400);
    seconds += up ? day - 1 : 0;
    return seconds >= 0 ? seconds / day : -((day - 1 - seconds) / day);
}

/* What the filters ask for: status, actors, days [begin, end). */
static void put_facts(dtl_html_page *html, const dtl_entry *entry,
                      const dtl_extent *extent) {
    dtl_buffer *out = html->out;
    dtl_html_say(html, "\" data-s=\"");
    dtl_html_say(html, dtl_name_status(entry->status));
    if (entry->roles.count) dtl_html_say(html, "\" data-a=\"");
    for (uint32_t i = 0; i < entry->roles.count; i++) {
        const uint32_t actor = entry->roles.items[i].actor;
        if (actor >= html->document->actors.count) continue;
        if (i) dtl_html_say(html, " ");
        dtl_html_text(out, html->document->actors.items[actor].id);
    }
    if (entry->dated && extent->from) {
        dtl_html_say(html, "\" data-b=\"");
        dtl_html_number(out, day_of(extent->begin, 0));
    }
    if (entry->dated && extent->to) {
        dtl_html_say(html, "\" data-e=\"");
        dtl_html_number(out, day_of(extent->end, 1));
    }
}

/* ---- date ------------------------------------------------------------- */

/* The value of a time element, when HTML has one for the date: a day, a
 * time, a month or a year that the event is on. */
static bool put_datetime(dtl_buffer *out, const dateline_date *date) {
    char text[DTL_INSTANT_BYTES];
    if (!date->end.digits || date->relation != DATELINE_RELATION_ON ||
        date->begin.year < 1 || date->begin.year > 9999 ||
        !dtl_parts_instant(&date->begin, text))
        return false;
    const size_t length = strlen(text);
    switch (date->precision) {
    case DATELINE_PRECISION_SECOND:
    case DATELINE_PRECISION_MINUTE: break;
    case DATELINE_PRECISION_HOUR:
    case DATELINE_PRECISION_PART:
    case DATELINE_PRECISION_DAY:
        if (length < 10) return false;
        text[10] = 0;
        break;
    case DATELINE_PRECISION_MONTH:
        if (length != 7) return false;
        break;
    case DATELINE_PRECISION_YEAR:
        if (length != 4) return false;
        break;
    default: return false;
    }
    dtl_buffer_format(out, "<time datetime=\"%s\">", text);
    return true;
}

static void put_date(dtl_html_page *html, const dtl_entry *entry) {
    dtl_html_say(html, "<p class=\"when\">");
    if (entry->dated) {
        const bool timed = put_datetime(html->out, &entry->date);
        if (!timed) dtl_html_say(html, "<span class=\"at\">");
        dtl_html_text(html->out, dtl_wording_date(&entry->date));
        dtl_html_say(html, timed ? "</time>" : "</span>");
    }
    const char *status = dtl_wording_status(entry);
    if (status) {
        dtl_html_say(html, " <b class=\"st ");
        dtl_html_say(html, dtl_name_status(entry->status));
        dtl_html_say(html, "\">");
        dtl_html_say(html, status);
        dtl_html_say(html, "</b>");
    }
    dtl_html_say(html, " <span class=\"no\">");
    dtl_html_label(html->out, entry);
    dtl_html_say(html, "</span></p>\n");
}

/* ---- headline and remarks --------------------------------------------- */

static void put_link(dtl_html_page *html, dtl_event_ref ref) {
    dtl_buffer_format(html->out, "<a href=\"#x%u-%u\">", ref.source,
                      ref.event);
}

static void put_headline(dtl_html_page *html, const dtl_entry *entry) {
    const bool linked = dtl_html_is_marked(html, entry->main);
    dtl_html_say(html, "<h4>");
    if (linked) put_link(html, entry->main);
    dtl_html_text(html->out, dtl_wording_headline(entry));
    dtl_html_say(html, linked ? "</a></h4>\n" : "</h4>\n");
}

typedef struct {
    dtl_html_page *html;
    bool any;
} remarks;

static void put_remark(remarks *r, const char *words, const char *name) {
    if (!words) return;
    dtl_html_say(r->html, r->any ? "; " : "<p class=\"say\">");
    dtl_html_say(r->html, words);
    if (name) dtl_html_text(r->html->out, name);
    r->any = true;
}

static void put_remarks(dtl_html_page *html, const dtl_entry *entry) {
    remarks r = {html, false};
    if (!dtl_plain_is_empty(entry->reported_by))
        put_remark(&r, "according to ", entry->reported_by);
    if (entry->dated) {
        put_remark(&r, dtl_wording_basis(entry->date.basis), NULL);
        if (entry->date.uncertain) put_remark(&r, "date uncertain", NULL);
    }
    if (r.any) dtl_html_say(html, "</p>\n");
}

/* Every word that tells it, by source; where there is only one the headline
 * leads to it. */
static void put_places(dtl_html_page *html, const dtl_entry *entry) {
    const dtl_document *document = html->document;
    const bool several = document->sources.count > 1;
    uint32_t last = UINT32_MAX;
    if (!several && entry->mentions.count < 2) return;
    dtl_html_say(html, "<p class=\"told\">told by ");
    for (uint32_t i = 0; i < entry->mentions.count; i++) {
        const dtl_event_ref ref = entry->mentions.items[i];
        const dtl_event *event = dtl_parts_event(document, ref);
        const dtl_source *source = dtl_parts_source(document, ref.source);
        if (!event || !dtl_html_is_marked(html, ref)) continue;
        if (last != UINT32_MAX)
            dtl_html_say(html, ref.source == last ? ", " : "; ");
        if (several && ref.source != last) {
            dtl_html_text(html->out, dtl_wording_source(source));
            dtl_html_say(html, ": ");
        }
        put_link(html, ref);
        const dtl_span word = dtl_parts_word(source, event->trigger);
        dtl_html_bytes(html->out, dtl_bytes(source, word), dtl_length(word));
        dtl_html_say(html, "</a>");
        last = ref.source;
    }
    dtl_html_say(html, "</p>\n");
}

/* ---- why this date ---------------------------------------------------- */

static void put_summary(dtl_html_page *html, const dtl_entry *entry) {
    const dateline_date *date = &entry->date;
    dtl_html_say(html, "<summary>");
    if (!entry->dated) {
        dtl_html_say(html, "No date in the text");
    } else if (dtl_plain_is_empty(date->text)) {
        dtl_html_say(html, "No words of its own");
    } else {
        dtl_html_say(html, "“");
        dtl_html_text(html->out, date->text);
        dtl_html_say(html, "”");
    }
    if (entry->dated && date->rule) {
        dtl_html_say(html, " <span class=\"rule\">· rule <code>");
        dtl_html_text(html->out, date->rule);
        dtl_html_say(html, "</code></span>");
    }
    dtl_html_say(html, "</summary>\n");
}

static void put_quote(dtl_html_page *html, const dtl_entry *entry) {
    const dtl_source *source =
        dtl_parts_source(html->document, entry->sentence.source);
    const dtl_span span = {entry->sentence.start, entry->sentence.end};
    if (!source || span.start >= span.end) return;
    const char *bytes = dtl_bytes(source, span);
    const uint32_t length = dtl_length(span);
    dtl_span said = dtl_wording_mark(html->document, entry);
    if (said.start >= said.end) said = (dtl_span){length, length};
    dtl_html_say(html, "<blockquote>");
    dtl_html_article(html->out, bytes, said.start);
    if (said.start < said.end) {
        dtl_html_say(html, "<mark>");
        dtl_html_article(html->out, bytes + said.start, dtl_length(said));
        dtl_html_say(html, "</mark>");
        dtl_html_article(html->out, bytes + said.end, length - said.end);
    }
    dtl_html_say(html, "</blockquote>\n");
}

/* <dt>name<dd> is left open for the value; the next one closes it. */
static void put_name(dtl_html_page *html, const char *name) {
    dtl_html_say(html, "<dt>");
    dtl_html_say(html, name);
    dtl_html_say(html, "</dt><dd>");
}

static void put_value(dtl_html_page *html, const char *name,
                      const char *value) {
    if (dtl_plain_is_empty(value)) return;
    put_name(html, name);
    dtl_html_text(html->out, value);
    dtl_html_say(html, "</dd>\n");
}

/* 0 to 1 in hundredths; a NaN is 0. */
static void put_share(dtl_html_page *html, float share) {
    int hundredths = 0;
    if (share >= 1.0f) hundredths = 100;
    else if (share > 0.0f) hundredths = (int)(share * 100.0f + 0.5f);
    dtl_html_number(html->out, hundredths);
    dtl_html_say(html, "%");
}

static void put_interval(dtl_html_page *html, const dateline_date *date) {
    char text[DTL_INSTANT_BYTES];
    const char *begin = dtl_parts_instant(&date->begin, text);
    if (!begin && !date->end.digits) return;
    put_name(html, "Between");
    dtl_html_say(html, begin ? begin : "open");
    dtl_html_say(html, " and ");
    const char *end = dtl_parts_instant(&date->end, text);
    dtl_html_say(html, end ? end : "open");
    if (end) dtl_html_say(html, ", not included");
    dtl_html_say(html, "</dd>\n");
}

static const char *say_basis(dateline_basis basis) {
    switch (basis) {
    case DATELINE_BASIS_NONE: return NULL;
    case DATELINE_BASIS_EXPRESSION: return "stated in the text";
    case DATELINE_BASIS_INFERRED: return "inferred from another event";
    case DATELINE_BASIS_DATELINE: return "the article’s own date";
    case DATELINE_BASIS_NARRATIVE: return "where the story stood";
    }
    return NULL;
}

static void put_candidates(dtl_html_page *html, const dateline_date *date) {
    if (date->candidate_count < 2) return;
    put_name(html, "Readings");
    for (uint32_t i = 0; i < date->candidate_count; i++) {
        if (i) dtl_html_say(html, ", ");
        dtl_html_text(html->out, date->candidates[i].edtf);
        dtl_html_say(html, " (");
        put_share(html, date->candidates[i].score);
        if (date->candidates[i].how) dtl_html_say(html, ", ");
        dtl_html_text(html->out, date->candidates[i].how);
        dtl_html_say(html, ")");
    }
    dtl_html_say(html, "</dd>\n");
}

static void put_who(dtl_html_page *html, const dtl_entry *entry) {
    bool any = false;
    for (uint32_t i = 0; i < entry->roles.count; i++) {
        const dtl_role *role = &entry->roles.items[i];
        if (role->actor >= html->document->actors.count) continue;
        const dtl_cast *cast = &html->document->actors.items[role->actor];
        if (any) dtl_html_say(html, ", ");
        else put_name(html, "Who");
        dtl_html_say(html, "<a href=\"#");
        dtl_html_text(html->out, cast->id);
        dtl_html_say(html, "\">");
        dtl_html_name(html->out, cast->name);
        dtl_html_say(html, "</a> (");
        dtl_html_say(html, dtl_parts_role(role->role));
        dtl_html_say(html, ")");
        any = true;
    }
    if (any) dtl_html_say(html, "</dd>\n");
}

static void put_where(dtl_html_page *html, const dtl_entry *entry) {
    for (uint32_t i = 0; i < entry->places.count; i++) {
        if (i) dtl_html_say(html, ", ");
        else put_name(html, "Where");
        dtl_html_text(html->out, entry->places.items[i]);
    }
    if (entry->places.count) dtl_html_say(html, "</dd>\n");
}

static void put_why(dtl_html_page *html, const dtl_entry *entry) {
    const dateline_date *date = &entry->date;
    dtl_html_say(html, "<details class=\"why\">");
    put_summary(html, entry);
    put_quote(html, entry);
    dtl_html_say(html, "<dl>\n");
    if (entry->dated) {
        put_value(html, "Date", say_basis(date->basis));
        put_value(html, "EDTF", date->edtf);
        put_interval(html, date);
        put_candidates(html, date);
        put_name(html, "Date sure");
        put_share(html, date->confidence);
        dtl_html_say(html, "</dd>\n");
    }
    put_who(html, entry);
    put_where(html, entry);
    put_name(html, "Event sure");
    put_share(html, entry->confidence);
    dtl_html_say(html, "</dd>\n");
    put_value(html, "Id", entry->id);
    dtl_html_say(html, "</dl>\n</details>\n");
}

/* ---- the whole -------------------------------------------------------- */

void dtl_html_entry(dtl_html_page *html, const dtl_entry *entry, bool first) {
    const dtl_extent extent = dtl_axis_extent(&entry->date);
    dtl_html_say(html, "<li class=\"e\" id=\"");
    dtl_html_text(html->out, entry->id);
    put_facts(html, entry, &extent);
    dtl_html_say(html, "\" tabindex=\"-1\">\n");
    if (entry->dated && !first) dtl_axis_gap(&html->axis, &extent, html->out);
    dtl_html_say(html, "<div class=\"row\">");
    if (entry->dated)
        dtl_axis_row(&html->axis, &extent, &entry->date, html->out);
    dtl_html_say(html, "<div class=\"card\">\n");
    put_date(html, entry);
    put_headline(html, entry);
    put_remarks(html, entry);
    put_places(html, entry);
    put_why(html, entry);
    dtl_html_say(html, "</div></div></li>\n");
}
