/* markdown.c - a briefing on paper: title, provenance, the chronology under
 * months and periods, an annex of what has no date, an index of who takes
 * part.
 *
 *     ## June 2023
 *
 *     - **17 June 2023, evening** — Mara Ilves arrived in Port Selby.
 *       > Mara Ilves arrived in Port Selby **late Saturday**.
 *
 * Plain CommonMark without extensions; as a table (options.table), GFM. What
 * is not a plain fact is said in brackets behind the headline. Source:
 * CommonMark 0.30, GFM 0.29. */
#include "render/formats.h"

#include <stdio.h>
#include <string.h>

#include "core/base/calendar.h"
#include "core/base/display.h"
#include "core/base/local_date.h"
#include "render/escape.h"
#include "render/parts.h"
#include "render/wording.h"

typedef struct {
    dtl_buffer *out;
    const dtl_document *document;
    const dateline_render_options *options;
    dtl_local *local; /* NULL: English */
} page;

static void put(const page *to, const char *text) {
    dtl_escape_markdown(to->out, text, strlen(text));
}

static void put_date(const page *to, const dateline_date *date) {
    char room[DTL_DISPLAY_BYTES];
    put(to, dtl_wording_local_date(to->local, date, room));
}

/* ---- one entry, as an item of a list or a row of a table ---------------- */

typedef struct {
    const page *to;
    const char *open; /* before the first */
    bool any;
} remarks;

static void put_remark(void *context, const char *words, const char *name) {
    remarks *r = context;
    dtl_buffer_text(r->to->out, r->any ? "; " : r->open);
    dtl_buffer_text(r->to->out, words);
    if (name) put(r->to, name);
    r->any = true;
}

static void put_written(const page *to, const dtl_entry *entry) {
    if (!entry->dated || dtl_plain_is_empty(entry->date.text)) return;
    dtl_buffer_text(to->out, " (date as written: “");
    put(to, entry->date.text);
    dtl_buffer_text(to->out, "”)");
}

/* Every source that tells it, the quoted one first. */
static void put_sources(const page *to, const dtl_entry *entry) {
    dtl_buffer *out = to->out;
    const dtl_document *document = to->document;
    const uint32_t first = entry->sentence.source;
    uint32_t last = first;
    dtl_buffer_text(out, " — ");
    put(to, dtl_wording_source(document->sources.items[first]));
    for (uint32_t i = 0; i < entry->mentions.count; i++) {
        const uint32_t now = entry->mentions.items[i].source;
        if (now == first || now == last || now >= document->sources.count)
            continue;
        dtl_buffer_text(out, "; also ");
        put(to,
                         dtl_wording_source(document->sources.items[now]));
        last = now;
    }
}

/* The quoted sentence, with the date as written marked in it. */
static void put_quote(const page *to, const dtl_entry *entry) {
    const dtl_source *source =
        dtl_parts_source(to->document, entry->sentence.source);
    const dtl_span span = {entry->sentence.start, entry->sentence.end};
    if (!source || span.start >= span.end) return;
    const dtl_span mark = dtl_wording_mark(to->document, entry);
    if (!dtl_escape_markdown_marked(to->out, dtl_bytes(source, span),
                                    dtl_length(span), mark.start, mark.end))
        put_written(to, entry);
    if (to->document->sources.count > 1) put_sources(to, entry);
}

static bool has_quote(const page *to, const dtl_entry *entry) {
    return dtl_parts_source(to->document, entry->sentence.source) &&
           entry->sentence.start < entry->sentence.end;
}

static void put_item(const page *to, const dtl_entry *entry,
                       const dtl_entry *before) {
    dtl_buffer *out = to->out;
    dtl_buffer_text(out, "- ");
    if (entry->dated) {
        dtl_buffer_text(out, "**");
        put_date(to, &entry->date);
        dtl_buffer_text(out, "** — ");
    }
    put(to, dtl_wording_headline(entry));
    remarks r = {to, " (", false};
    dtl_wording_remarks(entry, put_remark, &r);
    const bool stop = !r.any && dtl_plain_last(entry->headline) == '.';
    dtl_buffer_text(out, r.any ? ").\n" : stop ? "\n" : ".\n");
    if (!has_quote(to, entry)) return;
    dtl_buffer_text(out, "  > ");
    if (dtl_wording_is_repeated(to->document, entry, before))
        dtl_buffer_text(out, "As above.");
    else put_quote(to, entry);
    dtl_buffer_char(out, '\n');
}

static void put_table(const page *to, bool dated) {
    dtl_buffer_text(to->out,
                    dated ? "\n| Date | What happened | Status and source | "
                            "In the text |\n| --- | --- | --- | --- |\n"
                          : "| What happened | Status and source | In the "
                            "text |\n| --- | --- | --- |\n");
}

static void put_row(const page *to, const dtl_entry *entry) {
    dtl_buffer_text(to->out, "| ");
    if (entry->dated) {
        put_date(to, &entry->date);
        dtl_buffer_text(to->out, " | ");
    }
    put(to, dtl_wording_headline(entry));
    dtl_buffer_text(to->out, " | ");
    remarks r = {to, "", false};
    dtl_wording_remarks(entry, put_remark, &r);
    dtl_buffer_text(to->out, " | ");
    put_quote(to, entry);
    dtl_buffer_text(to->out, " |\n");
}

/* ---- provenance ------------------------------------------------------- */

/* " word: text." when there is a text. */
static void put_fact(const page *to, const char *word,
                     const char *text) {
    if (dtl_plain_is_empty(text)) return;
    dtl_buffer_text(to->out, word);
    put(to, text);
    dtl_buffer_char(to->out, '.');
}

static void put_reference(const page *to, const dtl_source *source) {
    dtl_buffer *out = to->out;
    char words[DTL_DISPLAY_BYTES];
    if (!source->reference.digits) {
        dtl_buffer_text(out, " Date unknown: dates that count from it are "
                             "left open.");
        return;
    }
    dtl_buffer_text(out, " Dated ");
    put(to, dtl_wording_instant(to->local, &source->reference, words));
    const char *from = dtl_wording_reference(source->reference_from);
    if (from) dtl_buffer_text(out, " (");
    if (from) dtl_buffer_text(out, from);
    dtl_buffer_text(out, from ? ")." : ".");
}

static void put_source(const page *to, const dtl_source *source,
                       bool with_title) {
    dtl_buffer *out = to->out;
    const dtl_head *head = &source->head;
    const char *const names[] = {with_title ? head->title : NULL,
                                 head->publisher, dtl_wording_uri(source->uri)};
    bool any = false;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (dtl_plain_is_empty(names[i])) continue;
        dtl_buffer_text(out, any ? ", " : "Source: ");
        put(to, names[i]);
        any = true;
    }
    dtl_buffer_text(out, any ? "." : "Source: the text as given.");
    put_fact(to, " Author: ", head->byline);
    put_fact(to, " Dateline: ", head->place);
    put_reference(to, source);
}

static void put_top(const page *to) {
    dtl_buffer *out = to->out;
    const dtl_document *document = to->document;
    const uint32_t count = document->sources.count;
    const char *title =
        count == 1 ? document->sources.items[0]->head.title : NULL;
    dtl_buffer_text(out, "# Chronology");
    if (!dtl_plain_is_empty(title)) {
        dtl_buffer_text(out, ": ");
        put(to, title);
    }
    dtl_buffer_text(out, "\n\n");
    for (uint32_t i = 0; i < count; i++) {
        if (count > 1) dtl_buffer_text(out, "- ");
        put_source(to, document->sources.items[i], count > 1);
        dtl_buffer_char(out, '\n');
    }
}

/* ---- headings --------------------------------------------------------- */

/* A month, or a period that has its own words. */
typedef struct {
    int32_t year;
    int month;
    char words[DTL_DISPLAY_BYTES];
} period;

static bool in_one_month(const dateline_date *date) {
    const dateline_instant *begin = &date->begin, *end = &date->end;
    if (!begin->digits || !end->digits) return begin->month || end->month;
    if (begin->digits < DATELINE_DIGITS_MONTH) return false;
    dtl_day day = {begin->year, begin->month, 1};
    if (!dtl_calendar_add_months(&day, 1)) return true;
    const bool first =
        !end->hour && !end->minute && !end->second && end->day <= 1;
    return (end->year == begin->year && end->month == begin->month) ||
           (end->year == day.year && (int)end->month == day.month && first);
}

/* The month to stand under: where the date begins, else its last day. */
static dateline_instant find_month(const dateline_date *date) {
    if (date->begin.digits) return date->begin;
    dateline_instant at = date->end;
    if (at.digits < DATELINE_DIGITS_MONTH || at.day > 1 || at.hour ||
        date->relation == DATELINE_RELATION_BEFORE)
        return at;
    dtl_day day = {at.year, at.month, 1};
    if (!dtl_calendar_add_months(&day, -1)) return at;
    at.year = day.year;
    at.month = (uint8_t)day.month;
    return at;
}

/* The same month or year in the language of the page, if that can be said. */
static void localise(const page *to, const dateline_instant *at,
                     int digits, char words[DTL_DISPLAY_BYTES]) {
    char room[DTL_DISPLAY_BYTES];
    const dateline_instant unit = {.year = at->year,
                                   .month = at->month,
                                   .digits = (uint8_t)digits};
    const char *said = dtl_local_instant(to->local, &unit, room);
    if (said) snprintf(words, DTL_DISPLAY_BYTES, "%s", said);
}

/* The heading of this date, given the one above it: an interval that begins
 * in the month that stands above stays there. */
static void choose_period(const page *to, const dateline_date *date,
                          period *p) {
    const dateline_instant at = find_month(date);
    const bool same = p->month && at.month == p->month && at.year == p->year;
    if (same) return;
    p->month = 0;
    p->year = at.year;
    if (at.digits && in_one_month(date)) {
        char year[16];
        p->month = at.month;
        snprintf(p->words, sizeof p->words, "%s %s",
                 dtl_display_month(at.month), dtl_display_year(at.year, year));
        localise(to, &at, DATELINE_DIGITS_MONTH, p->words);
        return;
    }
    const bool year = date->precision == DATELINE_PRECISION_YEAR &&
                      date->begin.digits && date->end.digits &&
                      (date->end.year == at.year ||
                       (date->end.year == at.year + 1 && date->end.month <= 1 &&
                        date->end.day <= 1));
    if (year) {
        dtl_display_year(at.year, p->words);
        localise(to, &at, DATELINE_DIGITS_YEAR, p->words);
        return;
    }
    if (dtl_local_date(to->local, date, p->words)) return;
    const bool said = date->display && *date->display;
    snprintf(p->words, sizeof p->words, "%s",
             said ? date->display : "Other dates");
    if (p->words[0] >= 'a' && p->words[0] <= 'z') p->words[0] ^= 0x20;
}

static void put_heading(const page *to, const dateline_date *date,
                        period *above) {
    dtl_buffer *out = to->out;
    period now = *above;
    choose_period(to, date, &now);
    if (strcmp(now.words, above->words) != 0) {
        dtl_buffer_text(out, "\n## ");
        put(to, now.words);
        dtl_buffer_text(out, "\n\n");
    }
    *above = now;
}

/* ---- chapters --------------------------------------------------------- */

static const dtl_entry *next_entry(const page *to, bool dated,
                                   uint32_t *at) {
    for (; *at < to->document->entries.count; ++*at) {
        const dtl_entry *entry = &to->document->entries.items[*at];
        if (entry->dated == dated && dtl_parts_is_shown(entry, to->options))
            return entry;
    }
    return NULL;
}

static void put_dated(const page *to, bool is_filtered) {
    period above = {0};
    const dtl_entry *before = NULL, *entry;
    for (uint32_t i = 0; (entry = next_entry(to, true, &i)); i++) {
        if (to->options->table) {
            if (!before) put_table(to, true);
            put_row(to, entry);
        } else {
            put_heading(to, &entry->date, &above);
            put_item(to, entry, before);
        }
        before = entry;
    }
    if (!before)
        dtl_buffer_text(to->out,
                        is_filtered ? "\nThe filters leave no dated event.\n"
                                    : "\nThe text gives no event a date.\n");
}

static void put_undated(const page *to) {
    const dtl_entry *before = NULL, *entry;
    for (uint32_t i = 0; (entry = next_entry(to, false, &i)); i++) {
        if (!before)
            dtl_buffer_text(to->out, "\n## Annex: without a date\n\n"
                                       "The text gives these no date.\n\n");
        if (to->options->table) {
            if (!before) put_table(to, false);
            put_row(to, entry);
        } else {
            put_item(to, entry, before);
        }
        before = entry;
    }
}

/* ---- who takes part --------------------------------------------------- */

/* The dates of the actor's entries; false when none of them is shown. */
static bool put_actor_dates(const page *to, const dtl_cast *actor,
                            bool write) {
    bool any = false;
    for (uint32_t i = 0; i < actor->entries.count; i++) {
        const dtl_entry *entry =
            &to->document->entries.items[actor->entries.items[i]];
        if (!dtl_parts_is_shown(entry, to->options)) continue;
        if (!write) return true;
        dtl_buffer_text(to->out, any ? "; " : " — ");
        if (entry->dated) put_date(to, &entry->date);
        else dtl_buffer_text(to->out, "without a date");
        any = true;
    }
    return any;
}

static void put_actors(const page *to) {
    bool any = false;
    for (uint32_t i = 0; i < to->document->actors.count; i++) {
        const dtl_cast *actor = &to->document->actors.items[i];
        if (dtl_plain_is_empty(actor->name) ||
            !put_actor_dates(to, actor, false))
            continue;
        dtl_buffer_text(to->out, any ? "- " : "\n## Actors\n\n- ");
        put(to, actor->name);
        if (!dtl_plain_is_empty(actor->title)) {
            dtl_buffer_text(to->out, ", ");
            put(to, actor->title);
        }
        put_actor_dates(to, actor, true);
        dtl_buffer_text(to->out, ".\n");
        any = true;
    }
}

void dtl_render_markdown(const dtl_document *document,
                         const dateline_render_options *options,
                         dtl_buffer *out, dateline_counts *counts) {
    const page to = {out, document, options, dtl_local_open(options->locale)};
    dtl_parts_count(document, options, counts);
    put_top(&to);
    put_dated(&to, counts->refused);
    put_undated(&to);
    put_actors(&to);
    dtl_local_close(to.local);
}
