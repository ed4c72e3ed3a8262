/* parts.c - names, instants and the way through the model. */
#include "render/parts.h"

#include <stdio.h>

#include "core/base/calendar.h"

#define COUNT(names) (sizeof(names) / sizeof(names)[0])
#define NAME(value, names)                                                     \
    ((size_t)(value) < COUNT(names) ? (names)[value] : NULL)

const char *dtl_parts_precision(dateline_precision precision) {
    static const char *const names[] = {NULL,    "second",  "minute",  "hour",
                                        "part",  "day",     "weekend", "week",
                                        "month", "quarter", "season",  "half",
                                        "year",  "decade",  "century"};
    return NAME(precision, names);
}

const char *dtl_parts_relation(dateline_relation relation) {
    static const char *const names[] = {"on",    "around",  "before",
                                        "after", "from_to", "between",
                                        "by",    "since",   "until"};
    return NAME(relation, names);
}

const char *dtl_parts_kind(dateline_kind kind) {
    static const char *const names[] = {"day", "within", "span"};
    return NAME(kind, names);
}

const char *dtl_parts_basis(dateline_basis basis) {
    static const char *const names[] = {NULL, "expression", "inferred",
                                        "dateline", "narrative"};
    return NAME(basis, names);
}

const char *dtl_parts_timex_type(dateline_timex_type type) {
    static const char *const names[] = {"DATE", "TIME", "DURATION", "SET"};
    return NAME(type, names);
}

const char *dtl_parts_actor_type(dateline_actor_type type) {
    static const char *const names[] = {"other", "person", "organization",
                                        "place", "group"};
    return NAME(type, names);
}

const char *dtl_parts_role(dateline_role role) {
    static const char *const names[] = {"agent", "patient", "recipient",
                                        "participant"};
    return NAME(role, names);
}

const char *dtl_parts_tense(dateline_tense tense) {
    static const char *const names[] = {"NONE",    "PAST",       "PRESENT",
                                        "FUTURE",  "INFINITIVE", "PRESPART",
                                        "PASTPART"};
    return NAME(tense, names);
}

const char *dtl_parts_aspect(dateline_aspect aspect) {
    static const char *const names[] = {"NONE", "PROGRESSIVE", "PERFECTIVE",
                                        "PERFECTIVE_PROGRESSIVE"};
    return NAME(aspect, names);
}

const char *dtl_parts_reference_from(dtl_reference_from from) {
    static const char *const names[] = {NULL,     "option",   "metadata",
                                        "header", "dateline", "text"};
    return NAME(from, names);
}

/* "Z", "+08:00" or nothing. */
static int put_zone(const dateline_instant *instant, char *out, size_t size) {
    if (!instant->has_zone) return 0;
    if (instant->zone == 0) return snprintf(out, size, "Z");
    const int minutes = instant->zone < 0 ? -instant->zone : instant->zone;
    return snprintf(out, size, "%c%02d:%02d", instant->zone < 0 ? '-' : '+',
                    minutes / 60, minutes % 60);
}

const char *dtl_parts_instant(const dateline_instant *instant,
                              char out[DTL_INSTANT_BYTES]) {
    const size_t size = DTL_INSTANT_BYTES;
    const int digits = instant->digits, year = (int)instant->year;
    if (digits == DATELINE_DIGITS_OPEN) return NULL;
    const char *sign = year < 0 ? "-" : year > 9999 ? "+" : "";
    size_t n =
        (size_t)snprintf(out, size, "%s%04d", sign, year < 0 ? -year : year);
    if (digits >= DATELINE_DIGITS_MONTH)
        n += (size_t)snprintf(out + n, size - n, "-%02d", instant->month);
    if (digits >= DATELINE_DIGITS_DAY)
        n += (size_t)snprintf(out + n, size - n, "-%02d", instant->day);
    if (digits < DATELINE_DIGITS_MINUTE) return out;
    n += (size_t)snprintf(out + n, size - n, "T%02d:%02d", instant->hour,
                          instant->minute);
    if (digits >= DATELINE_DIGITS_SECOND)
        n += (size_t)snprintf(out + n, size - n, ":%02d", instant->second);
    put_zone(instant, out + n, size - n);
    return out;
}

int64_t dtl_parts_day(const dateline_instant *at) {
    return dtl_calendar_number(
        (dtl_day){at->year, at->month ? at->month : 1, at->day ? at->day : 1});
}

/* The first day behind an exclusive end. */
static int64_t day_behind(const dateline_instant *end) {
    return dtl_parts_day(end) + (end->hour || end->minute || end->second);
}

bool dtl_parts_days(const dateline_date *date, int64_t *begin, int64_t *end) {
    const bool from = date->begin.digits, to = date->end.digits;
    if (!from && !to) return false;
    *end = to ? day_behind(&date->end) : dtl_parts_day(&date->begin) + 1;
    *begin = from ? dtl_parts_day(&date->begin) : *end - 1;
    if (*end <= *begin) *end = *begin + 1;
    return true;
}

const dtl_source *dtl_parts_source(const dtl_document *document,
                                   uint32_t source) {
    return source < document->sources.count ? document->sources.items[source]
                                            : NULL;
}

const dtl_event *dtl_parts_event(const dtl_document *document,
                                 dtl_event_ref ref) {
    const dtl_source *source = dtl_parts_source(document, ref.source);
    if (!source || ref.event >= source->events.count) return NULL;
    return &source->events.items[ref.event];
}

const dtl_entry *dtl_parts_entry(const dtl_document *document, int32_t entry) {
    if (entry < 0 || (uint32_t)entry >= document->entries.count) return NULL;
    return &document->entries.items[entry];
}

static bool has_word(const dtl_source *source, int32_t word) {
    return word >= 0 && (uint32_t)word < source->words.count;
}

dtl_span dtl_parts_word(const dtl_source *source, int32_t word) {
    if (!has_word(source, word)) return (dtl_span){0, 0};
    return source->words.items[word].span;
}

dtl_span dtl_parts_mention(const dtl_source *source, int32_t mention) {
    if (mention < 0 || (uint32_t)mention >= source->mentions.count)
        return (dtl_span){0, 0};
    const dtl_mention *m = &source->mentions.items[mention];
    return (dtl_span){dtl_parts_word(source, m->first).start,
                      dtl_parts_word(source, m->last).end};
}

const char *dtl_parts_lemma(const dtl_source *source, int32_t word) {
    return has_word(source, word) ? source->words.items[word].lemma : NULL;
}

int32_t dtl_parts_merged(const dtl_source *source, int32_t actor) {
    if (actor < 0 || (uint32_t)actor >= source->actors.count) return DTL_NONE;
    return source->actors.items[actor].merged;
}

bool dtl_parts_is_shown(const dtl_entry *entry,
                        const dateline_render_options *options) {
    return !entry->refused && (options->all || !entry->background);
}

bool dtl_parts_is_counted(const dtl_entry *entry,
                          const dateline_render_options *options,
                          dateline_counts *counts) {
    const bool shown = dtl_parts_is_shown(entry, options);
    if (shown) counts->written++;
    else if (entry->background && !options->all) counts->filtered++;
    else counts->refused++;
    return shown;
}

void dtl_parts_count(const dtl_document *document,
                     const dateline_render_options *options,
                     dateline_counts *counts) {
    for (uint32_t i = 0; i < document->entries.count; i++)
        dtl_parts_is_counted(&document->entries.items[i], options, counts);
}
