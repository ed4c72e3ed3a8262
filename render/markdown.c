/* markdown.c - a briefing on paper: title, provenance, the chronology under
 * months and periods, an annex of what has no date.
 *
 *     ## June 2023
 *
 *     - **17 June 2023, evening** — Mara Ilves arrived in Port Selby.
 *       > Mara Ilves arrived in Port Selby **late Saturday**.
 *
 * Plain CommonMark without extensions. What is not a plain fact is said in
 * brackets behind the headline. Source: CommonMark 0.30. */
#include "render/formats.h"

#include <stdio.h>
#include <string.h>

#include "core/base/calendar.h"
#include "core/base/display.h"
#include "render/escape.h"
#include "render/parts.h"
#include "render/wording.h"

static void put(dtl_buffer *out, const char *text) {
    dtl_escape_markdown(out, text, strlen(text));
}

/* ---- provenance ------------------------------------------------------- */

/* " word: text." when there is a text. */
static void put_fact(dtl_buffer *out, const char *word, const char *text) {
    if (dtl_plain_is_empty(text)) return;
    dtl_buffer_text(out, word);
    put(out, text);
    dtl_buffer_char(out, '.');
}

static void put_reference(dtl_buffer *out, const dtl_source *source) {
    char words[DTL_DISPLAY_BYTES];
    if (!source->reference.digits) {
        dtl_buffer_text(out, " Date unknown: dates that count from it are left open.");
        return;
    }
    dtl_buffer_text(out, " Dated ");
    put(out, dtl_display_instant(&source->reference, words));
    const char *from = dtl_wording_reference(source->reference_from);
    if (from) dtl_buffer_text(out, " (");
    if (from) dtl_buffer_text(out, from);
    dtl_buffer_text(out, from ? ")." : ".");
}

static void put_source(dtl_buffer *out, const dtl_source *source,
                       bool with_title) {
    const dtl_head *head = &source->head;
    const char *const names[] = {with_title ? head->title : NULL,
                                 head->publisher, dtl_wording_uri(source->uri)};
    bool any = false;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (dtl_plain_is_empty(names[i])) continue;
        dtl_buffer_text(out, any ? ", " : "Source: ");
        put(out, names[i]);
        any = true;
    }
    dtl_buffer_text(out, any ? "." : "Source: the text as given.");
    put_fact(out, " Author: ", head->byline);
    put_fact(out, " Dateline: ", head->place);
    put_reference(out, source);
}

static void put_top(dtl_buffer *out, const dtl_document *document) {
    const uint32_t count = document->sources.count;
    const char *title =
        count == 1 ? document->sources.items[0]->head.title : NULL;
    dtl_buffer_text(out, "# Chronology");
    if (!dtl_plain_is_empty(title)) {
        dtl_buffer_text(out, ": ");
        put(out, title);
    }
    dtl_buffer_text(out, "\n\n");
    for (uint32_t i = 0; i < count; i++) {
        if (count > 1) dtl_buffer_text(out, "- ");
        put_source(out, document->sources.items[i], count > 1);
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

/* The heading of this date, given the one above it: an interval that begins
 * in the month that stands above stays there. */
static void choose_period(const dateline_date *date, period *p) {
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
        return;
    }
    const bool year = date->precision == DATELINE_PRECISION_YEAR &&
                      date->begin.digits && date->end.digits &&
                      (date->end.year == at.year ||
                       (date->end.year == at.year + 1 && date->end.month <= 1 &&
                        date->end.day <= 1));
    if (year) {
        dtl_display_year(at.year, p->words);
        return;
    }
    const bool said = date->display && *date->display;
    snprintf(p->words, sizeof p->words, "%s",
             said ? date->display : "Other dates");
    if (p->words[0] >= 'a' && p->words[0] <= 'z') p->words[0] ^= 0x20;
}

static void put_heading(dtl_buffer *out, const dateline_date *date,
                        period *above) {
    period now = *above;
    choose_period(date, &now);
    if (strcmp(now.words, above->words) != 0) {
        dtl_buffer_text(out, "\n## ");
        put(out, now.words);
        dtl_buffer_text(out, "\n\n");
    }
    *above = now;
}

/* ---- entries ---------------------------------------------------------- */

typedef struct {
    dtl_buffer *out;
    bool any;
} remarks;

static void put_remark(void *context, const char *words, const char *name) {
    remarks *r = context;
    dtl_buffer_text(r->out, r->any ? "; " : " (");
    dtl_buffer_text(r->out, words);
    if (name) put(r->out, name);
    r->any = true;
}

static void put_written(dtl_buffer *out, const dtl_entry *entry) {
    if (!entry->dated || dtl_plain_is_empty(entry->date.text)) return;
    dtl_buffer_text(out, " (date as written: “");
    put(out, entry->date.text);
    dtl_buffer_text(out, "”)");
}

/* Every source that tells it, the quoted one first. */
static void put_sources(dtl_buffer *out, const dtl_document *document,
                        const dtl_entry *entry) {
    const uint32_t first = entry->sentence.source;
    uint32_t last = first;
    dtl_buffer_text(out, " — ");
    put(out, dtl_wording_source(document->sources.items[first]));
    for (uint32_t i = 0; i < entry->mentions.count; i++) {
        const uint32_t now = entry->mentions.items[i].source;
        if (now == first || now == last || now >= document->sources.count)
            continue;
        dtl_buffer_text(out, "; also ");
        put(out, dtl_wording_source(document->sources.items[now]));
        last = now;
    }
}

static void put_quote(dtl_buffer *out, const dtl_document *document,
                      const dtl_entry *entry, const dtl_entry *before) {
    const dtl_source *source =
        dtl_parts_source(document, entry->sentence.source);
    const dtl_span span = {entry->sentence.start, entry->sentence.end};
    if (!source || span.start >= span.end) return;
    const dtl_span mark = dtl_wording_mark(document, entry);
    dtl_buffer_text(out, "  > ");
    if (dtl_wording_is_repeated(document, entry, before)) {
        dtl_buffer_text(out, "As above.\n");
        return;
    }
    if (!dtl_escape_markdown_marked(out, dtl_bytes(source, span),
                                    dtl_length(span), mark.start, mark.end))
        put_written(out, entry);
    if (document->sources.count > 1) put_sources(out, document, entry);
    dtl_buffer_char(out, '\n');
}

static void put_entry(dtl_buffer *out, const dtl_document *document,
                      const dtl_entry *entry, const dtl_entry *before) {
    dtl_buffer_text(out, "- ");
    if (entry->dated) {
        dtl_buffer_text(out, "**");
        put(out, dtl_wording_date(&entry->date));
        dtl_buffer_text(out, "** — ");
    }
    put(out, dtl_wording_headline(entry));
    remarks r = {out, false};
    dtl_wording_remarks(entry, put_remark, &r);
    const bool stop = !r.any && dtl_plain_last(entry->headline) == '.';
    dtl_buffer_text(out, r.any ? ").\n" : stop ? "\n" : ".\n");
    put_quote(out, document, entry, before);
}

static void put_dated(dtl_buffer *out, const dtl_document *document,
                      const dateline_render_options *options) {
    period above = {0};
    const dtl_entry *before = NULL;
    for (uint32_t i = 0; i < document->entries.count; i++) {
        const dtl_entry *entry = &document->entries.items[i];
        if (!entry->dated || !dtl_parts_is_shown(entry, options)) continue;
        put_heading(out, &entry->date, &above);
        put_entry(out, document, entry, before);
        before = entry;
    }
    if (!before) dtl_buffer_text(out, "\nThe text gives no event a date.\n");
}

static void put_undated(dtl_buffer *out, const dtl_document *document,
                        const dateline_render_options *options) {
    const dtl_entry *before = NULL;
    for (uint32_t i = 0; i < document->entries.count; i++) {
        const dtl_entry *entry = &document->entries.items[i];
        if (entry->dated || !dtl_parts_is_shown(entry, options)) continue;
        if (!before)
            dtl_buffer_text(out, "\n## Annex: without a date\n\n"
                                 "The text gives these no "
                                 "date.\n\n");
        put_entry(out, document, entry, before);
        before = entry;
    }
}

void dtl_render_markdown(const dtl_document *document,
                         const dateline_render_options *options,
                         dtl_buffer *out, dateline_counts *counts) {
    dtl_parts_count(document, options, counts);
    put_top(out, document);
    put_dated(out, document, options);
    put_undated(out, document, options);
}
