/* value.h - a date that is resolved: calendar fields and a granularity.
 *
 * What resolve.c finds and the writers write. */
#ifndef DTL_VALUE_H
#define DTL_VALUE_H

#include "core/base/arena.h"
#include "core/base/calendar.h"
#include "timeparse/meaning.h"

typedef struct {
    dateline_precision precision; /* NONE: nothing is known */
    bool open_year;   /* XXXX: no reference date to tell it from */
    bool open_month, open_day; /* 1998-10-XX */
    int32_t year;
    int month, day, week, weekday, quarter, half, season, part;
    int hour, minute, second;
    int16_t zone;
    bool has_zone, utc;
    uint8_t mod;
} dtl_value;

/* The value of the day that a count of days stands for. */
dtl_value dtl_value_of_day(int64_t number);

/* The first day of a value and the first day after it; false when the year
 * is open or leaves the supported years. */
bool dtl_value_days(const dtl_value *value, int64_t *begin, int64_t *end);

/* TIMEX3 value and EDTF (NULL: none), in the arena. */
const char *dtl_value_timex(const dtl_value *value, dtl_arena *arena);
const char *dtl_value_edtf(const dtl_value *value, dtl_arena *arena);

/* The half-open interval with the digits that are meant. */
void dtl_value_interval(const dtl_value *value, dateline_instant *begin,
                        dateline_instant *end);

/* TIMEX3 values of durations and sets. */
const char *dtl_span_timex(const dtl_meaning *meaning, dtl_arena *arena);
const char *dtl_set_timex(const dtl_meaning *meaning, dtl_arena *arena);

/* START, END, APPROX ...; NULL for none. */
const char *dtl_mod_name(uint8_t mod);

#endif
