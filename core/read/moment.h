/* moment.h - dates as the top of an article, a dateline or a caption writes
 * them. Expressions in running text are timeparse's. */
#ifndef DTL_READ_MOMENT_H
#define DTL_READ_MOMENT_H

#include "core/base/calendar.h"
#include "core/read/scan.h"

typedef struct {
    dtl_day day;
    bool has_year; /* false: day.year is 0 */
} dtl_moment;

/* Takes a date with a day: "2023-06-18", "June 18[, 2023]", "18 June
 * [2023]", "Sunday, June 18, 2023", "6/18/2023", "2023. 06. 18". A date
 * that does not exist is not taken. */
bool dtl_moment_date(dtl_cursor *cursor, bool day_first, dtl_moment *moment);

/* Takes "Sunday, " or "Sun " and the like. */
bool dtl_moment_weekday(dtl_cursor *cursor);

/* Takes a time of day: "21:04", "9: 36 AM", "20:09 IST", "5 p.m. EDT". */
bool dtl_moment_clock(dtl_cursor *cursor);

/* Whether the whole of it is dates, times of day and words such as
 * "Published:"; *moment is then the first date, with day.month 0 when there
 * is a time of day alone. */
bool dtl_moment_line(dtl_cursor cursor, bool day_first, dtl_moment *moment);

/* Takes words such as "Published:" or "date". */
bool dtl_moment_label(dtl_cursor *cursor);

#endif
