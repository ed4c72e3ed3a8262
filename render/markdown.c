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
#include "render/escape.h"
#include "render/markdown_page.h"
#include "render/parts.h"
#include "render/wording.h"

/* ---- provenance ------------------------------------------------------- */

/* " word: text." when there is a text. */
static void put_fact(const dtl_page_md *page, const char *word,
                     const char *text) {
    if (dtl_plain_is_empty(text)) return;
    dtl_buffer_text(page->out, word);
    dtl_markdown_put(page, text);
    dtl_buffer_char(page->out, '.');
}

static void put_reference(const dtl_page_md *page, const dtl_source *source) {
    dtl_buffer *out = page->out;
    char words[DTL_DISPLAY_BYTES];
    if (!source->reference.digits) {
        dtl_buffer_text(out, " Date unknown: dates that count from it are "
                             "left open.");
        return;
    }
    dtl_buffer_text(out, " Dated ");
    dtl_markdown_put(
        page, dtl_wording_instant(page->local, &source->reference, words));
    const char *from = dtl_wording_reference(source->reference_from);
    if (from) dtl_buffer_text(out, " (");
    if (from) dtl_buffer_text(out, from);
    dtl_buffer_text(out, from ? ")." : ".");
}

static void put_source(const dtl_page_md *page, const dtl_source *source,
                       bool with_title) {
    dtl_buffer *out = page->out;
    const dtl_head *head = &source->head;
    const char *const names[] = {with_title ? head->title : NULL,
                                 head->publisher, dtl_wording_uri(source->uri)};
    bool any = false;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (dtl_plain_is_empty(names[i])) continue;
        dtl_buffer_text(out, any ? ", " : "Source: ");
        dtl_markdown_put(page, names[i]);
        any = true;
    }
    dtl_buffer_text(out, any ? "." : "Source: the text as given.");
    put_fact(page, " Author: ", head->byline);
    put_fact(page, " Dateline: ", head->place);
    put_reference(page, source);
}

static void put_top(const dtl_page_md *page) {
    dtl_buffer *out = page->out;
    const dtl_document *document = page->document;
    const uint32_t count = document->sources.count;
    const char *title =
        count == 1 ? document->sources.items[0]->head.title : NULL;
    dtl_buffer_text(out, "# Chronology");
    if (!dtl_plain_is_empty(title)) {
        dtl_buffer_text(out, ": ");
        dtl_markdown_put(page, title);
    }
    dtl_buffer_text(out, "\n\n");
    for (uint32_t i = 0; i < count; i++) {
        if (count > 1) dtl_buffer_text(out, "- ");
        put_source(page, document->sources.items[i], count > 1);
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
static void localise(const dtl_page_md *page, const dateline_instant *at,
                     int digits, char words[DTL_DISPLAY_BYTES]) {
    char room[DTL_DISPLAY_BYTES];
    const dateline_instant unit = {.year = at->year,
                                   .month = at->month,
                                   .digits = (uint8_t)digits};
    const char *said = dtl_local_instant(page->local, &unit, room);
    if (said) snprintf(words, DTL_DISPLAY_BYTES, "%s", said);
}

/* The heading of this date, given the one above it: an interval that begins
 * in the month that stands above stays there. */
static void choose_period(const dtl_page_md *page, const dateline_date *date,
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
        localise(page, &at, DATELINE_DIGITS_MONTH, p->words);
        return;
    }
    const bool year = date->precision == DATELINE_PRECISION_YEAR &&
                      date->begin.digits && date->end.digits &&
                      (date->end.year == at.year ||
                       (date->end.year == at.year + 1 && date->end.month <= 1 &&
                        date->end.day <= 1));
    if (year) {
        dtl_display_year(at.year, p->words);
        localise(page, &at, DATELINE_DIGITS_YEAR, p->words);
        return;
    }
    if (dtl_local_date(page->local, date, p->words)) return;
    const bool said = date->display && *date->display;
    snprintf(p->words, sizeof p->words, "%s",
             said ? date->display : "Other dates");
    if (p->words[0] >= 'a' && p->words[0] <= 'z') p->words[0] ^= 0x20;
}

static void put_heading(const dtl_page_md *page, const dateline_date *date,
                        period *above) {
    dtl_buffer *out = page->out;
    period now = *above;
    choose_period(page, date, &now);
    if (strcmp(now.words, above->words) != 0) {
        dtl_buffer_text(out, "\n## ");
        dtl_markdown_put(page, now.words);
        dtl_buffer_text(out, "\n\n");
    }
    *above = now;
}

/* ---- chapters --------------------------------------------------------- */

static const dtl_entry *next_entry(const dtl_page_md *page, bool dated,
                                   uint32_t *at) {
    for (; *at < page->document->entries.count; ++*at) {
        const dtl_entry *entry = &page->document->entries.items[*at];
        if (entry->dated == dated && dtl_parts_is_shown(entry, page->options))
            return entry;
    }
    return NULL;
}

static void put_dated(const dtl_page_md *page, bool is_filtered) {
    period above = {0};
    const dtl_entry *before = NULL, *entry;
    for (uint32_t i = 0; (entry = next_entry(page, true, &i)); i++) {
        if (page->options->table) {
            if (!before) dtl_markdown_table(page, true);
            dtl_markdown_row(page, entry);
        } else {
            put_heading(page, &entry->date, &above);
            dtl_markdown_item(page, entry, before);
        }
        before = entry;
    }
    if (!before)
        dtl_buffer_text(page->out,
                        is_filtered ? "\nThe filters leave no dated event.\n"
                                    : "\nThe text gives no event a date.\n");
}

static void put_undated(const dtl_page_md *page) {
    const dtl_entry *before = NULL, *entry;
    for (uint32_t i = 0; (entry = next_entry(page, false, &i)); i++) {
        if (!before)
            dtl_buffer_text(page->out, "\n## Annex: without a date\n\n"
                                       "The text gives these no date.\n\n");
        if (page->options->table) {
            if (!before) dtl_markdown_table(page, false);
            dtl_markdown_row(page, entry);
        } else {
            dtl_markdown_item(page, entry, before);
        }
        before = entry;
    }
}

/* ---- who takes part --------------------------------------------------- */

/* The dates of the actor's entries; false when none of them is shown. */
static bool put_actor_dates(const dtl_page_md *page, const dtl_cast *actor,
                            bool write) {
    bool any = false;
    for (uint32_t i = 0; i < actor->entries.count; i++) {
        const dtl_entry *entry =
            &page->document->entries.items[actor->entries.items[i]];
        if (!dtl_parts_is_shown(entry, page->options)) continue;
        if (!write) return true;
        dtl_buffer_text(page->out, any ? "; " : " — ");
        if (entry->dated) dtl_markdown_date(page, &entry->date);
        else dtl_buffer_text(page->out, "without a date");
        any = true;
    }
    return any;
}

static void put_actors(const dtl_page_md *page) {
    bool any = false;
    for (uint32_t i = 0; i < page->document->actors.count; i++) {
        const dtl_cast *actor = &page->document->actors.items[i];
        if (dtl_plain_is_empty(actor->name) ||
            !put_actor_dates(page, actor, false))
            continue;
        dtl_buffer_text(page->out, any ? "- " : "\n## Actors\n\n- ");
        dtl_markdown_put(page, actor->name);
        if (!dtl_plain_is_empty(actor->title)) {
            dtl_buffer_text(page->out, ", ");
            dtl_markdown_put(page, actor->title);
        }
        put_actor_dates(page, actor, true);
        dtl_buffer_text(page->out, ".\n");
        any = true;
    }
}

void dtl_render_markdown(const dtl_document *document,
                         const dateline_render_options *options,
                         dtl_buffer *out, dateline_counts *counts) {
    const dtl_page_md page = {out, document, options,
                              dtl_local_open(options->locale)};
    dtl_parts_count(document, options, counts);
    put_top(&page);
    put_dated(&page, counts->refused);
    put_undated(&page);
    put_actors(&page);
    dtl_local_close(page.local);
}
