/* dates_make.c - dates of events: from an expression, around another date,
 * from the reference. Intervals are half-open; EDTF is ISO 8601-2:2019. */
#include <stdio.h>
#include <string.h>

#include "core/base/calendar.h"
#include "core/story/dates.h"

const dtl_time_link *dtl_time_link_find(const char *lemma) {
    static const dtl_time_link rows[] = {
#define LINK(lemma_, relation_, kind_, example_, begin_, end_)                \
    {lemma_, DATELINE_RELATION_##relation_, DATELINE_KIND_##kind_, example_},
#include "core/story/dates_links.def"
#undef LINK
    };
    return dtl_row_find(rows, sizeof rows / sizeof *rows, sizeof *rows,
                        lemma);
}

/* Digits that are not meant count as the first of their unit. */
static int64_t instant_second(dateline_instant at) {
    const dtl_day day = {at.year, at.month ? at.month : 1,
                         at.day ? at.day : 1};
    return dtl_calendar_number(day) * 86400 + at.hour * 3600 +
           at.minute * 60 + at.second;
}

int dtl_instant_order(dateline_instant a, dateline_instant b) {
    const int64_t x = instant_second(a), y = instant_second(b);
    return (x > y) - (x < y);
}

bool dtl_date_is_day(const dateline_date *date) {
    if (!date->begin.digits || !date->end.digits) return false;
    return instant_second(date->end) - instant_second(date->begin) <= 86400;
}

dateline_instant dtl_instant_next_day(dateline_instant day) {
    dtl_day next = {day.year, day.month, day.day};
    if (day.digits < DATELINE_DIGITS_DAY ||
        !dtl_calendar_add_days(&next, 1))
        return (dateline_instant){0};
    return (dateline_instant){.year = next.year,
                              .month = (uint8_t)next.month,
                              .day = (uint8_t)next.day,
                              .digits = DATELINE_DIGITS_DAY};
}

static dateline_instant cut_to_day(dateline_instant at) {
    if (at.digits <= DATELINE_DIGITS_DAY) return at;
    return (dateline_instant){.year = at.year, .month = at.month,
                              .day = at.day, .digits = DATELINE_DIGITS_DAY};
}

static const char *month_name(int month) {
    static const char *const names[] = {
        "January", "February", "March",     "April",   "May",      "June",
        "July",    "August",   "September", "October", "November", "December"};
    return names[month - 1];
}

/* "18 June 2023", "June 2023", "2023". */
static const char *show(dtl_arena *arena, dateline_instant at) {
    const char *era = at.year > 0 ? "" : " BC";
    const int year = at.year > 0 ? at.year : 1 - at.year;
    if (at.digits >= DATELINE_DIGITS_DAY)
        return dtl_arena_format(arena, "%d %s %d%s", at.day,
                                month_name(at.month), year, era);
    if (at.digits == DATELINE_DIGITS_MONTH)
        return dtl_arena_format(arena, "%s %d%s", month_name(at.month), year,
                                era);
    return dtl_arena_format(arena, "%d%s", year, era);
}

/* The last unit before an exclusive end: 2023-06-18 for 2023-06-19. */
static dateline_instant last_before(dateline_instant end) {
    if (end.digits == DATELINE_DIGITS_YEAR) {
        end.year--;
        return end;
    }
    dtl_day day = {end.year, end.month, end.day ? end.day : 1};
    const bool whole = end.digits > DATELINE_DIGITS_DAY &&
                       (end.hour || end.minute || end.second);
    if (!whole && !dtl_calendar_add_days(&day, -1)) return end;
    end = (dateline_instant){.year = day.year, .month = (uint8_t)day.month,
                             .day = (uint8_t)day.day, .digits = end.digits};
    if (end.digits > DATELINE_DIGITS_DAY) end.digits = DATELINE_DIGITS_DAY;
    if (end.digits == DATELINE_DIGITS_MONTH) end.day = 0;
    return end;
}

static void iso(char out[32], dateline_instant at) {
    const int year = at.year;
    const char *sign = year < 0 ? "-" : "";
    const int size = year < 0 ? -year : year;
    if (at.digits == DATELINE_DIGITS_OPEN) snprintf(out, 32, "..");
    else if (at.digits == DATELINE_DIGITS_YEAR)
        snprintf(out, 32, "%s%04d", sign, size);
    else if (at.digits == DATELINE_DIGITS_MONTH)
        snprintf(out, 32, "%s%04d-%02d", sign, size, at.month);
    else
        snprintf(out, 32, "%s%04d-%02d-%02d", sign, size, at.month, at.day);
}

static const char *edtf_between(dtl_arena *arena, const dateline_date *date) {
    char begin[32], end[32];
    iso(begin, date->begin);
    iso(end, date->end.digits ? last_before(date->end) : date->end);
    if (strcmp(begin, end) == 0)
        return dtl_arena_string(arena, begin, strlen(begin));
    return dtl_arena_format(arena, "%s/%s", begin, end);
}

dateline_date dtl_date_of_time(const dtl_time *time, float confidence) {
    dateline_date date = time->date;
    date.basis = DATELINE_BASIS_EXPRESSION;
    const float own = date.confidence > 0 ? date.confidence : 0.8f;
    date.confidence = own * confidence;
    return date;
}

static const char *link_word(dateline_relation relation) {
    switch (relation) {
    case DATELINE_RELATION_BEFORE: return "before";
    case DATELINE_RELATION_AFTER: return "after";
    case DATELINE_RELATION_BY: return "by";
    case DATELINE_RELATION_SINCE: return "since";
    case DATELINE_RELATION_UNTIL: return "until";
    case DATELINE_RELATION_AROUND: return "around";
    default: return "";
    }
}

/* The interval that lies so to [begin, end). */
static void move(dateline_date *date, dateline_relation relation,
                 dateline_instant now) {
    const dateline_instant open = {0};
    switch (relation) {
    case DATELINE_RELATION_BEFORE:
        date->end = date->begin;
        date->begin = open;
        break;
    case DATELINE_RELATION_AFTER:
        date->begin = date->end;
        date->end = open;
        if (now.digits && date->begin.digits &&
            dtl_instant_order(date->begin, now) < 0)
            date->end = now;
        break;
    case DATELINE_RELATION_BY:
    case DATELINE_RELATION_UNTIL: date->begin = open; break;
    case DATELINE_RELATION_SINCE: date->end = open; break;
    default: return;
    }
    date->kind = DATELINE_KIND_WITHIN;
}

/* Before or after an hour is on the day of that hour: "shortly before
 * midnight" in the evening, "after 6 p.m." until the day ends. */
static void stay_on_day(dateline_date *date) {
    if (date->relation == DATELINE_RELATION_BEFORE && !date->begin.digits &&
        date->end.digits > DATELINE_DIGITS_DAY)
        date->begin = last_before(date->end);
    if (date->relation == DATELINE_RELATION_AFTER &&
        date->begin.digits > DATELINE_DIGITS_DAY)
        date->end = dtl_instant_next_day(cut_to_day(date->begin));
}

void dtl_date_link(dtl_arena *arena, dateline_date *date,
                   dateline_relation relation, dateline_instant now) {
    const char *plain =
        date->display ? date->display : show(arena, date->begin);
    move(date, relation, now);
    date->relation = relation;
    stay_on_day(date);
    if (!plain || !*link_word(relation)) return;
    date->display =
        dtl_arena_format(arena, "%s %s", link_word(relation), plain);
    if (relation != DATELINE_RELATION_AROUND)
        date->edtf = edtf_between(arena, date);
    else date->approximate = 1;
}

static dateline_instant as_day(dateline_instant at) {
    at = cut_to_day(at);
    if (at.digits && at.digits < DATELINE_DIGITS_DAY) {
        at.month = at.month ? at.month : 1;
        at.day = 1;
        at.digits = DATELINE_DIGITS_DAY;
    }
    return at;
}

void dtl_date_clip(dtl_arena *arena, dateline_date *date, bool past,
                   const dateline_date *now) {
    if (!date->begin.digits || !date->end.digits || dtl_date_is_day(date))
        return;
    if (dtl_instant_order(date->begin, now->begin) >= 0 ||
        dtl_instant_order(now->end, date->end) >= 0)
        return;
    date->begin = past ? as_day(date->begin) : now->begin;
    date->end = past ? now->end : as_day(date->end);
    date->edtf = edtf_between(arena, date);
}

void dtl_date_extend(dtl_arena *arena, dateline_date *date,
                     const dateline_date *last) {
    date->end = last->end;
    date->kind = DATELINE_KIND_SPAN;
    date->edtf = edtf_between(arena, date);
}

bool dtl_date_reference(const dtl_source *source, dtl_arena *arena,
                        dateline_date *date) {
    const dateline_instant day = cut_to_day(source->reference);
    *date = (dateline_date){0};
    if (day.digits < DATELINE_DIGITS_DAY) return false;
    char text[32];
    iso(text, day);
    date->begin = day;
    date->end = dtl_instant_next_day(day);
    date->precision = DATELINE_PRECISION_DAY;
    date->kind = DATELINE_KIND_DAY;
    date->display = show(arena, day);
    date->edtf = dtl_arena_string(arena, text, strlen(text));
    date->timex3.value = date->edtf;
    return !arena->failed;
}

void dtl_event_take(dtl_event *event, const dtl_event *from,
                    dateline_basis basis, const char *rule, float confidence) {
    event->date = from->date;
    event->time = from->time;
    event->has_date = true;
    event->date.basis = basis;
    event->date.rule = rule;
    event->date.confidence = from->date.confidence * confidence;
}
