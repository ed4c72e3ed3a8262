/* holiday.c - the day of a feast in a year.
 *
 * Fixed days and weekdays of a month are arithmetic; Easter is the
 * Gregorian computus (Meeus, "Astronomical Algorithms", chapter 8); the
 * Chinese, Hebrew and Islamic calendars are ICU's. */
#include <unicode/ucal.h>

#include "timeparse/resolve.h"

typedef enum { FIXED, NTH, EASTER, ELECTION, CHINESE, HEBREW, ISLAMIC } rule;

typedef struct {
    rule how;
    int a, b, c;
} feast;

static const feast feasts[] = {
    {FIXED, 0, 0, 0},
#define HOLIDAY(name, shown, pattern, how, a, b, c, ...) {how, a, b, c},
#include "timeparse/holidays.def"
#undef HOLIDAY
};

int64_t dtl_nth_weekday(int32_t year, int month, int n, int weekday) {
    const int last = dtl_calendar_month_days(year, month);
    const int day = n < 0 ? last - 6 : n * 7 - 6;
    const int64_t from = dtl_calendar_number((dtl_day){year, month, day});
    return from + (weekday - dtl_calendar_weekday(from) + 7) % 7;
}

static int64_t easter(int32_t year) {
    const int a = year % 19, b = year / 100, c = year % 100;
    const int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    const int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    const int m = (a + 11 * h + 22 * l) / 451;
    const int n = h + l - 7 * m + 114;
    return dtl_calendar_number((dtl_day){year, n / 31, n % 31 + 1});
}

/* The day in Gregorian `year` that is month a, day b of another calendar. */
static bool other_calendar(const char *locale, int32_t year, int month,
                           int day, int64_t *number) {
    UErrorCode error = U_ZERO_ERROR;
    UCalendar *calendar =
        ucal_open(u"UTC", 3, locale, UCAL_DEFAULT, &error);
    if (U_FAILURE(error)) return false;
    const int64_t first = dtl_calendar_number((dtl_day){year, 1, 1});
    bool found = false;
    /* Islamic years are shorter: its day may fall late in the year before. */
    ucal_setMillis(calendar, (double)(first + 20) * 86400000.0, &error);
    for (int tries = 0; tries < 3 && !found && U_SUCCESS(error); tries++) {
        ucal_set(calendar, UCAL_MONTH, month - 1);
        ucal_set(calendar, UCAL_DATE, day);
        const double millis = ucal_getMillis(calendar, &error);
        *number = (int64_t)(millis / 86400000.0);
        found = U_SUCCESS(error) && dtl_calendar_day(*number).year == year;
        ucal_setMillis(calendar, millis, &error);
        if (!found) ucal_add(calendar, UCAL_YEAR, 1, &error);
    }
    ucal_close(calendar);
    return found;
}

bool dtl_holiday_day(dtl_holiday holiday, int32_t year, int64_t *number) {
    const feast *f = &feasts[holiday];
    if (holiday <= DTL_HOLIDAY_NONE || holiday >= DTL_HOLIDAY_COUNT)
        return false;
    if (year < 1583 || year > 3000) return false;
    switch (f->how) {
    case FIXED:
        *number = dtl_calendar_number((dtl_day){year, f->a, f->b});
        return true;
    case NTH: *number = dtl_nth_weekday(year, f->a, f->b, f->c); return true;
    case EASTER: *number = easter(year) + f->a; return true;
    case ELECTION: /* the Tuesday after the first Monday of November */
        *number = dtl_nth_weekday(year, f->a, 1, 1) + 1;
        return true;
    case CHINESE:
        return other_calendar("en@calendar=chinese", year, f->a, f->b, number);
    case HEBREW:
        return other_calendar("en@calendar=hebrew", year, f->a, f->b, number);
    case ISLAMIC:
        return other_calendar("en@calendar=islamic-umalqura", year, f->a, f->b,
                              number);
    }
    return false;
}
