/* shift.c - whole units away from a value. */
#include "core/base/limits.h"
#include "timeparse/resolve.h"

/* The week, or its weekend, that a day is in. */
static dtl_value week_of(int64_t day, dateline_precision precision) {
    const dtl_week week = dtl_calendar_week(day);
    return (dtl_value){
        .precision = precision, .year = week.year, .week = week.week};
}

static bool move_months(dtl_value *value, dtl_day day, int64_t months,
                        dateline_precision precision) {
    if (!dtl_calendar_add_months(&day, months)) return false;
    *value = (dtl_value){.precision = precision, .year = day.year};
    if (precision == DATELINE_PRECISION_MONTH) value->month = day.month;
    if (precision == DATELINE_PRECISION_QUARTER)
        value->quarter = (day.month + 2) / 3;
    if (precision == DATELINE_PRECISION_HALF) value->half = (day.month + 5) / 6;
    return true;
}

static bool move_years(dtl_value *value, int64_t year, int32_t width,
                       dateline_precision precision) {
    if (year < DTL_MIN_YEAR || year > DTL_MAX_YEAR) return false;
    int32_t first = (int32_t)year;
    if (year > 0 || width == 1)
        first -= first % width;
    else if (precision == DATELINE_PRECISION_DECADE) /* 489-480 BC */
        first = 1 - ((1 - first) / width * width + width - 1);
    else /* 500-401 BC */
        first = 1 - (-first / width * width + width);
    *value = (dtl_value){.precision = precision, .year = first};
    return true;
}

static bool move_days(dtl_value *value, dtl_day day, int64_t days,
                      dtl_unit unit) {
    if (!dtl_calendar_add_days(&day, days)) return false;
    const int64_t number = dtl_calendar_number(day);
    if (unit == DTL_UNIT_WEEK)
        *value = week_of(number, DATELINE_PRECISION_WEEK);
    else if (unit == DTL_UNIT_WEEKEND)
        *value = week_of(number, DATELINE_PRECISION_WEEKEND);
    else
        *value = dtl_value_of_day(number);
    return true;
}

static bool move_seconds(dtl_value *value, int64_t seconds, dtl_unit unit) {
    const dtl_day day = {value->year, value->month, value->day};
    const int64_t now = ((value->hour * 60) + value->minute) * 60 +
                        value->second + seconds;
    const int64_t days = now / 86400 - (now % 86400 < 0);
    const int64_t rest = now - days * 86400;
    dtl_value out = *value;
    dtl_day moved = day;
    if (!dtl_calendar_add_days(&moved, days)) return false;
    out.year = moved.year;
    out.month = moved.month;
    out.day = moved.day;
    out.hour = (int)(rest / 3600);
    out.minute = (int)(rest / 60 % 60);
    out.second = (int)(rest % 60);
    out.precision = unit == DTL_UNIT_SECOND ? DATELINE_PRECISION_SECOND
                                            : DATELINE_PRECISION_MINUTE;
    *value = out;
    return true;
}

/* Hours away from a day without a clock: only the day can be told. */
static bool move_clock(dtl_value *value, int64_t count, dtl_unit unit) {
    const int64_t seconds = unit == DTL_UNIT_HOUR     ? count * 3600
                            : unit == DTL_UNIT_MINUTE ? count * 60 : count;
    if (value->precision < DATELINE_PRECISION_PART)
        return move_seconds(value, seconds, unit);
    const dtl_day day = {value->year, value->month, value->day};
    if (!dtl_calendar_is_valid(day)) return false;
    return move_days(value, day, seconds / 86400, DTL_UNIT_DAY);
}

/* The value cut to a unit it is coarser than: 1998-10 as a day is
 * 1998-10-XX, and so is the day after it. */
static bool keep_open(dtl_value *value, dtl_unit unit, int64_t count) {
    const bool month = unit == DTL_UNIT_MONTH || unit == DTL_UNIT_QUARTER;
    const bool finer =
        (unit <= DTL_UNIT_WEEK && value->precision > DATELINE_PRECISION_DAY) ||
        (month && value->precision == DATELINE_PRECISION_YEAR);
    if (!finer || value->precision > DATELINE_PRECISION_YEAR) return false;
    if (count < -1 || count > 1) return false;
    if (value->precision < DATELINE_PRECISION_MONTH) return false;
    value->open_day = true;
    value->open_month = value->precision != DATELINE_PRECISION_MONTH;
    value->precision = DATELINE_PRECISION_DAY;
    return true;
}

/* 1998-10-XX counts as 1998-10 again, 1998-XX-XX as 1998. */
static void coarsen(dtl_value *value) {
    if (!value->open_day && !value->open_month) return;
    *value = (dtl_value){.precision = value->open_month
                                          ? DATELINE_PRECISION_YEAR
                                          : DATELINE_PRECISION_MONTH,
                         .year = value->year,
                         .month = value->month,
                         .open_year = value->open_year};
}

bool dtl_value_shift(dtl_value *value, dtl_unit unit, int64_t count,
                     bool counted) {
    int64_t begin, end;
    coarsen(value);
    if (count > DTL_MAX_COUNT || count < -DTL_MAX_COUNT) return false;
    if (unit < DTL_UNIT_NIGHT) return move_clock(value, count, unit);
    if (keep_open(value, unit, count)) return true;
    if (!dtl_value_days(value, &begin, &end)) return false;
    const dtl_day day = dtl_calendar_day(begin);
    switch (unit) {
    case DTL_UNIT_NIGHT:
    case DTL_UNIT_DAY: return move_days(value, day, count, DTL_UNIT_DAY);
    case DTL_UNIT_WEEKEND:
    case DTL_UNIT_WEEK: return move_days(value, day, count * 7, unit);
    case DTL_UNIT_FORTNIGHT:
        return move_days(value, day, count * 14, DTL_UNIT_DAY);
    case DTL_UNIT_MONTH:
        return move_months(value, day, count, DATELINE_PRECISION_MONTH);
    case DTL_UNIT_QUARTER:
        return move_months(value, day, count * 3, DATELINE_PRECISION_QUARTER);
    case DTL_UNIT_SEASON:
    case DTL_UNIT_HALF:
        return move_months(value, day, count * 6, DATELINE_PRECISION_HALF);
    case DTL_UNIT_YEAR:
        return move_years(value, day.year + count, 1,
                          DATELINE_PRECISION_YEAR);
    case DTL_UNIT_DECADE:
        if (counted && count) /* a decade ago */
            return move_years(value, day.year + count * 10, 1,
                              DATELINE_PRECISION_YEAR);
        return move_years(value, day.year + count * 10, 10,
                          DATELINE_PRECISION_DECADE);
    case DTL_UNIT_CENTURY:
        return move_years(value, day.year + count * 100, 100,
                          DATELINE_PRECISION_CENTURY);
    default: return false;
    }
}
