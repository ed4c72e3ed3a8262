/* timelinejs.c - JSON for Knight Lab's TimelineJS 3.
 *
 * A title slide and one event for each dated entry; what has no date is left
 * out and counted, for a timeline cannot show it. Dates are {year, month,
 * day, hour, minute} with only what is meant; end_date is inclusive and
 * stands only where an event covers more than its start_date. display_date
 * says the date as meant. Entries are grouped by status.
 *
 * Headlines and texts are HTML there: everything from an article is escaped.
 *
 * Source: timeline.knightlab.com/docs/json-format.html. */
#include "render/formats.h"

#include <string.h>

#include "core/base/calendar.h"
#include "core/base/display.h"
#include "core/base/names.h"
#include "core/base/text.h"
#include "render/escape.h"
#include "render/json_write.h"
#include "render/parts.h"
#include "render/wording.h"

/* ---- HTML inside strings ---------------------------------------------- */

static void put_own(dtl_json *json, const char *html) {
    dtl_json_piece(json, html, strlen(html));
}

static const char *entity_of(uint32_t point) {
    switch (point) {
    case '&': return "&amp;";
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '"': return "&quot;";
    case '\'': return "&#39;";
    default: return NULL;
    }
}

static void put_bytes(dtl_json *json, const char *bytes, size_t length) {
    uint32_t point;
    dtl_plain plain = dtl_plain_start(bytes, length);
    while (dtl_plain_next(&plain, &point)) {
        char unit[4];
        const char *entity = entity_of(point);
        if (entity) put_own(json, entity);
        else dtl_json_piece(json, unit, dtl_utf8_encode(point, unit));
    }
}

static void put(dtl_json *json, const char *text) {
    if (text) put_bytes(json, text, strlen(text));
}

static void put_html(dtl_json *json, const char *key, const char *text) {
    dtl_json_begin_string(json, key);
    put(json, text);
    dtl_json_end_string(json);
}

/* ---- dates ------------------------------------------------------------ */

static void put_day(dtl_json *json, const char *key, dtl_day day, int digits,
                    const dateline_instant *clock) {
    dtl_json_open_flat(json, key, '{');
    dtl_json_number(json, "year", day.year);
    if (digits >= DATELINE_DIGITS_MONTH)
        dtl_json_number(json, "month", day.month);
    if (digits >= DATELINE_DIGITS_DAY) dtl_json_number(json, "day", day.day);
    if (clock) {
        dtl_json_number(json, "hour", clock->hour);
        dtl_json_number(json, "minute", clock->minute);
    }
    dtl_json_close(json, '}');
}

/* A moment or a part of one day, with its clock. */
static bool is_clock(const dateline_date *date) {
    return date->begin.digits >= DATELINE_DIGITS_MINUTE &&
           date->end.digits >= DATELINE_DIGITS_MINUTE &&
           date->precision <= DATELINE_PRECISION_PART;
}

static void put_dates(dtl_json *json, const dateline_date *date) {
    int64_t begin = 0, end = 0;
    dtl_parts_days(date, &begin, &end);
    const bool clock = is_clock(date);
    const int digits =
        date->begin.digits ? date->begin.digits : DATELINE_DIGITS_DAY;
    put_day(json, "start_date", dtl_calendar_day(begin), digits,
            clock ? &date->begin : NULL);
    if (!clock && end - begin > 1)
        put_day(json, "end_date", dtl_calendar_day(end - 1),
                DATELINE_DIGITS_DAY, NULL);
}

/* ---- texts ------------------------------------------------------------ */

typedef struct {
    dtl_json *json;
    bool any;
} remarks;

static void put_remark(void *context, const char *words, const char *name) {
    remarks *r = context;
    put_own(r->json, r->any ? "; " : "<p>");
    put_own(r->json, words);
    put(r->json, name);
    r->any = true;
}

static void put_quote(dtl_json *json, const dtl_document *document,
                      const dtl_entry *entry) {
    const dtl_source *source =
        dtl_parts_source(document, entry->sentence.source);
    const dtl_span span = {entry->sentence.start, entry->sentence.end};
    if (!source) return;
    if (span.start < span.end) {
        put_own(json, "<p>\xE2\x80\x9C");
        put_bytes(json, dtl_bytes(source, span), dtl_length(span));
        put_own(json, "\xE2\x80\x9D</p>");
    }
    put_own(json, "<p>");
    if (!dtl_plain_is_empty(entry->date.text)) {
        put_own(json, "Date as written: ");
        put(json, entry->date.text);
        put_own(json, ". ");
    }
    put_own(json, "Source: ");
    put(json, dtl_wording_source(source));
    put_own(json, "</p>");
}

static void put_text(dtl_json *json, const dtl_document *document,
                     const dtl_entry *entry) {
    dtl_json_open(json, "text", '{');
    put_html(json, "headline", dtl_wording_headline(entry));
    dtl_json_begin_string(json, "text");
    remarks r = {json, false};
    dtl_wording_remarks(entry, put_remark, &r);
    if (r.any) put_own(json, "</p>");
    put_quote(json, document, entry);
    dtl_json_end_string(json);
    dtl_json_close(json, '}');
}

static void put_event(dtl_json *json, const dtl_document *document,
                      const dtl_entry *entry) {
    dtl_json_open(json, NULL, '{');
    dtl_json_string(json, "unique_id", entry->id);
    put_dates(json, &entry->date);
    put_html(json, "display_date", dtl_wording_date(&entry->date));
    put_text(json, document, entry);
    dtl_json_string(json, "group", dtl_name_status(entry->status));
    dtl_json_close(json, '}');
}

/* ---- the whole -------------------------------------------------------- */

static void put_source(dtl_json *json, const dtl_source *source) {
    char words[DTL_DISPLAY_BYTES];
    put_own(json, "<p>");
    put(json, dtl_wording_source(source));
    const char *const facts[] = {source->head.publisher, source->head.byline,
                                 source->head.place};
    for (size_t i = 0; i < sizeof facts / sizeof *facts; i++) {
        if (dtl_plain_is_empty(facts[i])) continue;
        put_own(json, ", ");
        put(json, facts[i]);
    }
    if (source->reference.digits) {
        put_own(json, ", ");
        put(json, dtl_display_instant(&source->reference, words));
    }
    put_own(json, "</p>");
}

static void put_title(dtl_json *json, const dtl_document *document) {
    const uint32_t count = document->sources.count;
    const char *title =
        count == 1 ? document->sources.items[0]->head.title : NULL;
    dtl_json_open(json, "title", '{');
    dtl_json_open(json, "text", '{');
    put_html(json, "headline",
             dtl_plain_is_empty(title) ? "Chronology" : title);
    dtl_json_begin_string(json, "text");
    for (uint32_t i = 0; i < count; i++)
        put_source(json, document->sources.items[i]);
    dtl_json_end_string(json);
    dtl_json_close(json, '}');
    dtl_json_close(json, '}');
}

/* Counts an entry where it belongs; true when it is written. */
static bool select_entry(const dtl_entry *entry,
                         const dateline_render_options *options,
                         dateline_counts *counts) {
    int64_t begin, end;
    if (!dtl_parts_is_counted(entry, options, counts)) return false;
    if (entry->dated && dtl_parts_days(&entry->date, &begin, &end)) return true;
    counts->written--;
    counts->undated++;
    return false;
}

void dtl_render_timelinejs(const dtl_document *document,
                           const dateline_render_options *options,
                           dtl_buffer *out, dateline_counts *counts) {
    dtl_json json;
    dtl_json_init(&json, out, false);
    dtl_json_open(&json, NULL, '{');
    put_title(&json, document);
    dtl_json_open(&json, "events", '[');
    for (uint32_t i = 0; i < document->entries.count; i++) {
        const dtl_entry *entry = &document->entries.items[i];
        if (select_entry(entry, options, counts))
            put_event(&json, document, entry);
    }
    dtl_json_close(&json, ']');
    dtl_json_close(&json, '}');
    dtl_buffer_char(out, '\n');
}
