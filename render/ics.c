/* ics.c - the chronology as a calendar to import.
 *
 * Written by hand and not by libical, which lets CR LF through and loses
 * years. What real readers taught: a METHOD or a calendar UID breaks some;
 * floating times move; DTSTART without a day is refused; a year that covers
 * 365 days is a nuisance. So: a day is an all-day event; a time is UTC when
 * its zone is known, otherwise an all-day event with the time in its title;
 * a month or span is an all-day event over the whole, marked so in its
 * title; a year or coarser is left out and counted, and so is what did not
 * happen. Some programs show a span on its first day only: options.split
 * gives them one event for each day of what lasts. Nobody is an ATTENDEE:
 * importing would send mail to real people.
 *
 * Source: RFC 5545, RFC 7986 (NAME), RFC 9562 section 5.5 (UUID 5). */
#include "render/formats.h"

#include <stdio.h>
#include <string.h>

#include "core/base/calendar.h"
#include "core/base/display.h"
#include "core/base/limits.h"
#include "core/base/sha1.h"
#include "render/escape.h"
#include "render/ics_write.h"
#include "render/parts.h"
#include "render/wording.h"

/* ---- where an entry lies in a calendar --------------------------------- */

#define DAY_SECONDS 86400

/* Days of a longer span that counts as "a year or coarser". */
#define COARSE_DAYS 300

/* Days of the longest span that is split. */
#define SPLIT_DAYS 31

typedef struct {
    bool timed;         /* begin and end are seconds, otherwise days */
    int64_t begin, end; /* since 1970-01-01, UTC, half-open */
    bool vague;         /* some time inside, not the whole of it */
    bool clock;         /* a time of day is meant but its zone unknown */
    int day, days;      /* of what is split, from 1; 0: it is not */
} place;

static int64_t second_of(const dateline_instant *at) {
    return dtl_parts_day(at) * DAY_SECONDS + at->hour * 3600 + at->minute * 60 +
           at->second - (at->has_zone ? at->zone * 60 : 0);
}

/* False when both sides are open. */
static bool find_days(const dateline_date *date, place *p) {
    p->vague = !date->begin.digits || !date->end.digits;
    return dtl_parts_days(date, &p->begin, &p->end);
}

/* The event lies before or behind the day that is stated. */
static bool is_beside(const dateline_date *date) {
    switch (date->relation) {
    case DATELINE_RELATION_BEFORE:
    case DATELINE_RELATION_AFTER:
    case DATELINE_RELATION_BY:
    case DATELINE_RELATION_SINCE:
    case DATELINE_RELATION_UNTIL: return true;
    default: return false;
    }
}

static bool find_place(const dateline_date *date, place *p) {
    *p = (place){0};
    if (!find_days(date, p)) return false;
    const bool clock = date->begin.digits >= DATELINE_DIGITS_MINUTE &&
                       date->precision <= DATELINE_PRECISION_PART;
    /* A night runs into the next day but is this one's. */
    if (clock && p->end - p->begin == 2) p->end--;
    p->vague = p->vague || p->end - p->begin > 1 || is_beside(date);
    p->timed = clock && date->begin.has_zone && !p->vague &&
               date->end.digits >= DATELINE_DIGITS_MINUTE;
    p->clock = clock && !p->timed;
    if (!p->timed) return true;
    p->begin = second_of(&date->begin);
    p->end = second_of(&date->end);
    if (p->end <= p->begin) p->end = p->begin + 60;
    return true;
}

static bool is_coarse(const dateline_date *date, const place *p) {
    return date->precision >= DATELINE_PRECISION_YEAR ||
           (!p->timed && p->end - p->begin > COARSE_DAYS);
}

/* Whether a DATE can be written: years have four digits there, and readers
 * know no year 0. */
static bool is_writable(const place *p) {
    const int64_t unit = p->timed ? DAY_SECONDS : 1;
    const int64_t first = dtl_calendar_number((dtl_day){1, 1, 2});
    const int64_t last = dtl_calendar_number((dtl_day){9999, 12, 31});
    return p->begin >= first * unit && p->end <= last * unit;
}

/* ---- values ------------------------------------------------------------ */

static void put_day(dtl_ics *ics, const char *name, int64_t number) {
    char text[48];
    const dtl_day day = dtl_calendar_day(number);
    snprintf(text, sizeof text, "%04d%02d%02d", (int)day.year, day.month,
             day.day);
    dtl_ics_line(ics, name, text);
}

static void put_second(dtl_ics *ics, const char *name, int64_t second) {
    char text[64];
    int64_t number = second / DAY_SECONDS, rest = second % DAY_SECONDS;
    if (rest < 0) rest += DAY_SECONDS, number--;
    const dtl_day day = dtl_calendar_day(number);
    snprintf(text, sizeof text, "%04d%02d%02dT%02d%02d%02dZ", (int)day.year,
             day.month, day.day, (int)(rest / 3600), (int)(rest / 60 % 60),
             (int)(rest % 60));
    dtl_ics_line(ics, name, text);
}

/* The stamp that was asked for, else the first reference date; never now. */
static int64_t find_stamp(const dtl_document *document,
                          const dateline_render_options *options) {
    const int64_t last = 253402300799; /* 9999-12-31T23:59:59Z */
    if (options->timestamp > 0 && options->timestamp <= last)
        return options->timestamp;
    if (!document->sources.count) return 0;
    const dateline_instant *at = &document->sources.items[0]->reference;
    return at->digits && at->year >= 1 && at->year <= 9998 ? second_of(at) : 0;
}

/* UUID version 5 of the source's bytes, the trigger and its time, so that a
 * calendar imported again changes events in place. Days of what is split
 * count from 1; 0: it is not split. */
static void put_uid(dtl_ics *ics, const dtl_document *document,
                    const dtl_entry *entry, int day) {
    static const uint8_t name_space[16] = {0x1d, 0x5b, 0x7c, 0x4e, 0x2f, 0x6a,
                                           0x4d, 0x0b, 0x9e, 0x61, 0x4a, 0x90,
                                           0x3c, 0xd8, 0x57, 0xe2};
    const dtl_source *source = dtl_parts_source(document, entry->main.source);
    const dtl_event *event = dtl_parts_event(document, entry->main);
    char where[64] = "";
    if (event) {
        const bool timed =
            event->time >= 0 && (uint32_t)event->time < source->times.count;
        snprintf(where, sizeof where, " %u %u",
                 (unsigned)dtl_parts_word(source, event->trigger).start,
                 timed ? (unsigned)source->times.items[event->time].span.start
                       : 0u);
    }
    if (day)
        snprintf(where + strlen(where), sizeof where - strlen(where), " d%d",
                 day);
    const char *key =
        source ? source->sha256[0] ? source->sha256 : source->id : "";
    uint8_t digest[20];
    char text[40];
    dtl_sha1 sha1;
    dtl_sha1_start(&sha1);
    dtl_sha1_add(&sha1, name_space, sizeof name_space);
    dtl_sha1_add(&sha1, key, strlen(key));
    dtl_sha1_add(&sha1, where, strlen(where));
    dtl_sha1_end(&sha1, digest);
    digest[6] = (uint8_t)((digest[6] & 0x0F) | 0x50);
    digest[8] = (uint8_t)((digest[8] & 0x3F) | 0x80);
    for (int i = 0, n = 0; i < 16; i++)
        n += snprintf(text + n, sizeof text - (size_t)n, "%s%02x",
                      i == 4 || i == 6 || i == 8 || i == 10 ? "-" : "",
                      digest[i]);
    dtl_ics_line(ics, "UID", text);
}

/* ---- one event --------------------------------------------------------- */

static void put_title(dtl_ics *ics, const dtl_entry *entry, const place *p) {
    dtl_ics_begin(ics, "SUMMARY");
    if (entry->status == DATELINE_STATUS_NEGATED && dtl_wording_status(entry))
        dtl_ics_raw(ics, "[did not happen] ");
    if (p->vague || p->clock) {
        dtl_ics_raw(ics, "[");
        dtl_ics_string(ics, dtl_wording_date(&entry->date));
        dtl_ics_raw(ics, "] ");
    }
    dtl_ics_string(ics, dtl_wording_headline(entry));
    if (p->days) {
        char day[40];
        snprintf(day, sizeof day, " (day %d of %d)", p->day, p->days);
        dtl_ics_raw(ics, day);
    }
    dtl_ics_end(ics);
}

static void put_places(dtl_ics *ics, const dtl_entry *entry) {
    bool any = false;
    for (uint32_t i = 0; i < entry->places.count; i++) {
        if (dtl_plain_is_empty(entry->places.items[i])) continue;
        if (any) dtl_ics_raw(ics, "\\, ");
        else dtl_ics_begin(ics, "LOCATION");
        dtl_ics_string(ics, entry->places.items[i]);
        any = true;
    }
    if (any) dtl_ics_end(ics);
}

static void put_people(dtl_ics *ics, const dtl_document *document,
                       const dtl_entry *entry) {
    bool any = false;
    for (uint32_t i = 0; i < entry->roles.count; i++) {
        const uint32_t actor = entry->roles.items[i].actor;
        if (actor >= document->actors.count) continue;
        dtl_ics_raw(ics, any ? "\\, " : "\\nWho: ");
        dtl_ics_string(ics, document->actors.items[actor].name);
        any = true;
    }
}

typedef struct {
    dtl_ics *ics;
    bool any;
} remarks;

static void put_remark(void *context, const char *words, const char *name) {
    remarks *r = context;
    dtl_ics_raw(r->ics, r->any ? "\\; " : "\\nNote: ");
    dtl_ics_raw(r->ics, words);
    dtl_ics_string(r->ics, name);
    r->any = true;
}

static void put_quote(dtl_ics *ics, const dtl_document *document,
                      const dtl_entry *entry) {
    const dtl_source *source =
        dtl_parts_source(document, entry->sentence.source);
    const dtl_span span = {entry->sentence.start, entry->sentence.end};
    if (!source) return;
    if (span.start < span.end) {
        dtl_ics_raw(ics, "\\nText: ");
        dtl_ics_text(ics, dtl_bytes(source, span), dtl_length(span));
    }
    dtl_ics_raw(ics, "\\nSource: ");
    dtl_ics_string(ics, dtl_wording_source(source));
}

static void put_description(dtl_ics *ics, const dtl_document *document,
                            const dtl_entry *entry) {
    dtl_ics_begin(ics, "DESCRIPTION");
    dtl_ics_raw(ics, "When: ");
    dtl_ics_string(ics, dtl_wording_date(&entry->date));
    if (!dtl_plain_is_empty(entry->date.text)) {
        dtl_ics_raw(ics, " (as written: ");
        dtl_ics_string(ics, entry->date.text);
        dtl_ics_raw(ics, ")");
    }
    remarks r = {ics, false};
    dtl_wording_remarks(entry, put_remark, &r);
    put_people(ics, document, entry);
    put_quote(ics, document, entry);
    dtl_ics_end(ics);
}

static bool is_tentative(const dtl_entry *entry, const place *p) {
    return p->vague || entry->date.approximate || entry->date.uncertain ||
           (entry->status != DATELINE_STATUS_OCCURRED &&
            entry->status != DATELINE_STATUS_ONGOING);
}

static void put_edtf(dtl_ics *ics, const dateline_date *date) {
    if (dtl_plain_is_empty(date->edtf)) return;
    dtl_ics_begin(ics, "X-DATELINE-EDTF");
    dtl_ics_string(ics, date->edtf);
    dtl_ics_end(ics);
}

static void put_event(dtl_ics *ics, const dtl_document *document,
                      const dtl_entry *entry, int64_t stamp, const place *p) {
    dtl_ics_line(ics, "BEGIN", "VEVENT");
    put_uid(ics, document, entry, p->day);
    put_second(ics, "DTSTAMP", stamp);
    if (p->timed) {
        put_second(ics, "DTSTART", p->begin);
        put_second(ics, "DTEND", p->end);
    } else {
        put_day(ics, "DTSTART;VALUE=DATE", p->begin);
        put_day(ics, "DTEND;VALUE=DATE", p->end);
    }
    put_title(ics, entry, p);
    put_places(ics, entry);
    put_description(ics, document, entry);
    dtl_ics_line(ics, "STATUS",
                 is_tentative(entry, p) ? "TENTATIVE" : "CONFIRMED");
    /* What the news tells takes nobody's time. */
    dtl_ics_line(ics, "TRANSP", "TRANSPARENT");
    put_edtf(ics, &entry->date);
    dtl_ics_line(ics, "END", "VEVENT");
}

/* Lasts from its first day to its last: a visit, not "in June". */
static bool is_lasting(const dtl_entry *entry, const place *p) {
    return entry->date.kind == DATELINE_KIND_SPAN && !p->timed &&
           entry->date.begin.digits && entry->date.end.digits &&
           p->end - p->begin > 1 && p->end - p->begin <= SPLIT_DAYS;
}

static void put_days(dtl_ics *ics, const dtl_document *document,
                     const dtl_entry *entry, int64_t stamp, const place *p) {
    place one = *p;
    one.days = (int)(p->end - p->begin);
    for (one.day = 1; one.day <= one.days; one.day++) {
        one.begin = p->begin + one.day - 1;
        one.end = one.begin + 1;
        put_event(ics, document, entry, stamp, &one);
    }
}

/* ---- the calendar ------------------------------------------------------ */

/* Counts an entry where it belongs; true when it goes into the calendar. */
static bool select_entry(const dtl_entry *entry,
                         const dateline_render_options *options,
                         dateline_counts *counts, place *p) {
    uint32_t *count = &counts->written;
    if (!dtl_parts_is_counted(entry, options, counts)) return false;
    counts->written--; /* not yet */
    if (!entry->dated || !find_place(&entry->date, p))
        count = &counts->undated;
    else if (entry->status == DATELINE_STATUS_NEGATED && !options->negated)
        count = &counts->negated;
    else if (!is_writable(p) ||
             (is_coarse(&entry->date, p) && !options->coarse))
        count = &counts->coarse;
    ++*count;
    return count == &counts->written;
}

static void put_name(dtl_ics *ics, const char *property,
                     const dtl_document *document) {
    const char *title = document->sources.count == 1
                            ? document->sources.items[0]->head.title
                            : NULL;
    dtl_ics_begin(ics, property);
    dtl_ics_raw(ics, "Chronology");
    if (!dtl_plain_is_empty(title)) {
        dtl_ics_raw(ics, ": ");
        dtl_ics_string(ics, title);
    }
    dtl_ics_end(ics);
}

void dtl_render_ics(const dtl_document *document,
                    const dateline_render_options *options, dtl_buffer *out,
                    dateline_counts *counts) {
    dtl_ics ics = {out, 0};
    const int64_t stamp = find_stamp(document, options);
    dtl_ics_line(&ics, "BEGIN", "VCALENDAR");
    dtl_ics_line(&ics, "VERSION", "2.0");
    dtl_ics_line(&ics, "PRODID",
                 "-//dateline//dateline " DATELINE_VERSION "//EN");
    dtl_ics_line(&ics, "CALSCALE", "GREGORIAN");
    put_name(&ics, "NAME", document);
    put_name(&ics, "X-WR-CALNAME", document);
    for (uint32_t i = 0; i < document->entries.count; i++) {
        const dtl_entry *entry = &document->entries.items[i];
        place p = {0};
        if (!select_entry(entry, options, counts, &p)) continue;
        if (options->split && is_lasting(entry, &p))
            put_days(&ics, document, entry, stamp, &p);
        else put_event(&ics, document, entry, stamp, &p);
    }
    dtl_ics_line(&ics, "END", "VCALENDAR");
}
