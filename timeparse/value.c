/* value.c - the days a value covers. */
#include "timeparse/value.h"

#include "core/base/limits.h"

dtl_value dtl_value_of_day(int64_t number) {
    const dtl_day day = dtl_calendar_day(number);
    return (dtl_value){.precision = DATELINE_PRECISION_DAY,
                       .year = day.year,
                       .month = day.month,
                       .day = day.day};
}

/* From month `month` of year (may be past December) for `count` months. */
static bool months(int32_t year, int month, int count, int64_t *begin,
                   int64_t *end) {
    dtl_day day = {year, 1, 1};
    if (year < DTL_MIN_YEAR || year > DTL_MAX_YEAR) return false;
    if (!dtl_calendar_add_months(&day, month - 1)) return false;
    *begin = dtl_calendar_number(day);
    if (!dtl_calendar_add_months(&day, count)) return false;
    *end = dtl_calendar_number(day);
    return true;
}

static bool week_days(const dtl_value *v, int64_t *begin, int64_t *end) {
    if (v->year < DTL_MIN_YEAR || v->year >= DTL_MAX_YEAR) return false;
    *begin = dtl_calendar_week_start((dtl_week){v->year, v->week});
    *end = *begin + 7;
    if (v->precision == DATELINE_PRECISION_WEEKEND) *begin += 5;
    return true;
}

bool dtl_value_days(const dtl_value *v, int64_t *begin, int64_t *end) {
    if (v->open_year || v->precision == DATELINE_PRECISION_NONE) return false;
    switch (v->precision) {
    case DATELINE_PRECISION_CENTURY: return months(v->year, 1, 1200, begin, end);
    case DATELINE_PRECISION_DECADE: return months(v->year, 1, 120, begin, end);
    case DATELINE_PRECISION_YEAR: return months(v->year, 1, 12, begin, end);
    case DATELINE_PRECISION_HALF:
        return months(v->year, v->half * 6 - 5, 6, begin, end);
    case DATELINE_PRECISION_QUARTER:
        return months(v->year, v->quarter * 3 - 2, 3, begin, end);
    case DATELINE_PRECISION_SEASON:
        /* the winter of a year is the one that ends in it */
        return months(v->year, v->season % 4 * 3, 3, begin, end);
    case DATELINE_PRECISION_MONTH:
        return months(v->year, v->month, 1, begin, end);
    case DATELINE_PRECISION_WEEK:
    case DATELINE_PRECISION_WEEKEND: return week_days(v, begin, end);
    default: break;
    }
    if (v->open_month) return months(v->year, 1, 12, begin, end);
    if (v->open_day) return months(v->year, v->month, 1, begin, end);
    const dtl_day day = {v->year, v->month, v->day};
    if (!dtl_calendar_is_valid(day)) return false;
    *begin = dtl_calendar_number(day);
    *end = *begin + 1;
    return true;
}

static dateline_instant instant(int64_t number, dateline_digits digits) {
    if (number >= dtl_calendar_number((dtl_day){DTL_MAX_YEAR, 12, 31}) + 1)
        return (dateline_instant){0};
    const dtl_day day = dtl_calendar_day(number);
    dateline_instant i = {.year = day.year, .digits = (uint8_t)digits};
    if (digits >= DATELINE_DIGITS_MONTH) i.month = (uint8_t)day.month;
    if (digits >= DATELINE_DIGITS_DAY) i.day = (uint8_t)day.day;
    return i;
}

/* Hours at which the parts of a day begin and end. */
static void part_hours(int part, int *from, int *to) {
    static const int hours[][2] = {{0, 24}, {6, 12}, {12, 18},
                                   {18, 24}, {18, 30}, {6, 18}};
    *from = hours[part][0];
    *to = hours[part][1];
}

static dateline_instant at_second(const dtl_value *v, int64_t day,
                                  int64_t seconds, dateline_digits digits) {
    dateline_instant i =
        instant(day + seconds / 86400, DATELINE_DIGITS_DAY);
    if (!i.digits) return i;
    seconds %= 86400;
    i.digits = (uint8_t)digits;
    i.hour = (uint8_t)(seconds / 3600);
    i.minute = (uint8_t)(seconds / 60 % 60);
    i.second = (uint8_t)(seconds % 60);
    i.zone = v->zone;
    i.has_zone = v->has_zone;
    return i;
}

/* Of parts of a day, hours, minutes and seconds. */
static void time_interval(const dtl_value *v, int64_t day,
                          dateline_instant *begin, dateline_instant *end) {
    int64_t from = v->hour * 3600 + v->minute * 60 + v->second, to;
    dateline_digits digits = DATELINE_DIGITS_MINUTE;
    if (v->precision == DATELINE_PRECISION_PART) {
        int a, b;
        part_hours(v->part, &a, &b);
        if (!v->part && v->mod == DTL_MOD_END) a = 18;
        if (!v->part && v->mod == DTL_MOD_START) b = 12;
        from = a * 3600;
        to = b * 3600;
    } else if (v->precision == DATELINE_PRECISION_HOUR) {
        to = from + 3600;
    } else if (v->precision == DATELINE_PRECISION_MINUTE) {
        to = from + 60;
    } else {
        to = from + 1;
        digits = DATELINE_DIGITS_SECOND;
    }
    *begin = at_second(v, day, from, digits);
    *end = at_second(v, day, to, digits);
}

static dateline_digits digits_of(dateline_precision precision) {
    switch (precision) {
    case DATELINE_PRECISION_YEAR:
    case DATELINE_PRECISION_DECADE:
    case DATELINE_PRECISION_CENTURY: return DATELINE_DIGITS_YEAR;
    case DATELINE_PRECISION_MONTH:
    case DATELINE_PRECISION_QUARTER:
    case DATELINE_PRECISION_SEASON:
    case DATELINE_PRECISION_HALF: return DATELINE_DIGITS_MONTH;
    default: return DATELINE_DIGITS_DAY;
    }
}

void dtl_value_interval(const dtl_value *v, dateline_instant *begin,
                        dateline_instant *end) {
    int64_t from, to;
    *begin = *end = (dateline_instant){0};
    if (!dtl_value_days(v, &from, &to)) return;
    if (v->precision <= DATELINE_PRECISION_PART && !v->open_day &&
        !v->open_month) {
        time_interval(v, from, begin, end);
        return;
    }
    dateline_digits digits = digits_of(v->precision);
    if (v->open_month) digits = DATELINE_DIGITS_YEAR;
    else if (v->open_day) digits = DATELINE_DIGITS_MONTH;
    *begin = instant(from, digits);
    *end = instant(to, digits);
}
