/* calendar.c - days, weeks and months as numbers. */
#include "core/base/calendar.h"

#include "core/base/limits.h"

bool dtl_calendar_is_leap(int32_t year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int dtl_calendar_month_days(int32_t year, int month) {
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (month < 1 || month > 12) return 0;
    return days[month - 1] + (month == 2 && dtl_calendar_is_leap(year));
}

bool dtl_calendar_is_valid(dtl_day day) {
    return day.year >= DTL_MIN_YEAR && day.year <= DTL_MAX_YEAR &&
           day.day >= 1 &&
           day.day <= dtl_calendar_month_days(day.year, day.month);
}

int64_t dtl_calendar_number(dtl_day day) {
    const int64_t year = (int64_t)day.year - (day.month <= 2);
    const int64_t era = (year >= 0 ? year : year - 399) / 400;
    const int64_t of_era = year - era * 400;
    const int64_t of_year =
        (153 * (day.month + (day.month > 2 ? -3 : 9)) + 2) / 5 + day.day - 1;
    return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year -
           719468;
}

dtl_day dtl_calendar_day(int64_t number) {
    number += 719468;
    const int64_t era = (number >= 0 ? number : number - 146096) / 146097;
    const int64_t of_era = number - era * 146097;
    const int64_t year =
        (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    const int64_t of_year = of_era - (365 * year + year / 4 - year / 100);
    const int64_t month = (5 * of_year + 2) / 153;
    dtl_day day;
    day.day = (int)(of_year - (153 * month + 2) / 5 + 1);
    day.month = (int)(month < 10 ? month + 3 : month - 9);
    day.year = (int32_t)(year + era * 400 + (day.month <= 2));
    return day;
}

int dtl_calendar_weekday(int64_t number) {
    const int64_t from_monday = (number + 3) % 7; /* 1970-01-01: Thursday */
    return (int)(from_monday < 0 ? from_monday + 7 : from_monday) + 1;
}

dtl_week dtl_calendar_week(int64_t number) {
    const int64_t thursday = number - dtl_calendar_weekday(number) + 4;
    const int32_t year = dtl_calendar_day(thursday).year;
    const int64_t first = dtl_calendar_number((dtl_day){year, 1, 1});
    return (dtl_week){year, (int)((thursday - first) / 7) + 1};
}

int64_t dtl_calendar_week_start(dtl_week week) {
    const int64_t fourth = dtl_calendar_number((dtl_day){week.year, 1, 4});
    return fourth - dtl_calendar_weekday(fourth) + 1 +
           7 * ((int64_t)week.week - 1);
}

int dtl_calendar_weeks_in_year(int32_t year) {
    return dtl_calendar_week(dtl_calendar_number((dtl_day){year, 12, 28}))
        .week;
}

bool dtl_calendar_add_months(dtl_day *day, int64_t months) {
    const int64_t most = ((int64_t)DTL_MAX_YEAR - DTL_MIN_YEAR) * 12;
    if (months > most || months < -most) return false;
    int64_t total = (int64_t)day->year * 12 + day->month - 1 + months;
    int64_t year = total / 12, month = total % 12;
    if (month < 0) month += 12, year -= 1;
    if (year < DTL_MIN_YEAR || year > DTL_MAX_YEAR) return false;
    day->year = (int32_t)year;
    day->month = (int)month + 1;
    const int last = dtl_calendar_month_days(day->year, day->month);
    if (day->day > last) day->day = last;
    return true;
}

bool dtl_calendar_add_days(dtl_day *day, int64_t days) {
    const int64_t most = ((int64_t)DTL_MAX_YEAR - DTL_MIN_YEAR) * 366;
    if (days > most || days < -most) return false;
    const dtl_day moved = dtl_calendar_day(dtl_calendar_number(*day) + days);
    if (moved.year < DTL_MIN_YEAR || moved.year > DTL_MAX_YEAR) return false;
    *day = moved;
    return true;
}
