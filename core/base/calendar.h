/* calendar.h - proleptic Gregorian calendar arithmetic, overflow-checked.
 *
 * Years are astronomical (0 is 1 BC). Days are counted from 1970-01-01.
 * The algorithms are Howard Hinnant's, "chrono-Compatible Low-Level Date
 * Algorithms" (2013); weeks are ISO 8601-1:2019. Valid for every year from
 * DTL_MIN_YEAR to DTL_MAX_YEAR. */
#ifndef DTL_CALENDAR_H
#define DTL_CALENDAR_H

#include <stdbool.h>
#include <stdint.h>

typedef struct {
    int32_t year;
    int month, day; /* 1-12, 1-31 */
} dtl_day;

typedef struct {
    int32_t year; /* the ISO week-numbering year */
    int week;     /* 1-53 */
} dtl_week;

bool dtl_calendar_is_leap(int32_t year);
int dtl_calendar_month_days(int32_t year, int month);
bool dtl_calendar_is_valid(dtl_day day); /* in range and it exists */

/* Day number of a valid day, and back. */
int64_t dtl_calendar_number(dtl_day day);
dtl_day dtl_calendar_day(int64_t number);

/* 1 Monday to 7 Sunday, as ISO 8601 counts. */
int dtl_calendar_weekday(int64_t number);

dtl_week dtl_calendar_week(int64_t number);
int64_t dtl_calendar_week_start(dtl_week week); /* its Monday */
int dtl_calendar_weeks_in_year(int32_t year);   /* 52 or 53 */

/* Adds months; a day past the month's end becomes its last. False when the
 * result leaves the supported years; *day is then unchanged. */
bool dtl_calendar_add_months(dtl_day *day, int64_t months);

/* Adds days; false as above. */
bool dtl_calendar_add_days(dtl_day *day, int64_t days);

#endif
