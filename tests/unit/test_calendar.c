/* test_calendar.c - civil calendar arithmetic, judged by ICU where ICU can. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <unicode/ucal.h>

#include "core/base/calendar.h"
#include "core/base/limits.h"

static void every_day_goes_there_and_back(void **state) {
    (void)state;
    int64_t number = dtl_calendar_number((dtl_day){DTL_MIN_YEAR, 1, 1});
    for (int32_t year = DTL_MIN_YEAR; year <= DTL_MAX_YEAR; year++)
        for (int month = 1; month <= 12; month++)
            for (int d = 1; d <= dtl_calendar_month_days(year, month); d++) {
                const dtl_day day = {year, month, d};
                const dtl_day back = dtl_calendar_day(number);
                if (dtl_calendar_number(day) != number || back.year != year ||
                    back.month != month || back.day != d)
                    fail_msg("%d-%d-%d", (int)year, month, d);
                number++;
            }
}

/* ICU's proleptic Gregorian calendar, years 1 to 9999, every day. */
static void every_day_agrees_with_icu(void **state) {
    (void)state;
    UErrorCode error = U_ZERO_ERROR;
    UCalendar *calendar =
        ucal_open(u"UTC", 3, "en@calendar=iso8601", UCAL_GREGORIAN, &error);
    assert_true(U_SUCCESS(error));
    ucal_setGregorianChange(calendar, -1e17, &error);
    assert_true(U_SUCCESS(error));
    ucal_setAttribute(calendar, UCAL_FIRST_DAY_OF_WEEK, UCAL_MONDAY);
    ucal_setAttribute(calendar, UCAL_MINIMAL_DAYS_IN_FIRST_WEEK, 4);
    const int64_t first = dtl_calendar_number((dtl_day){1, 1, 1});
    const int64_t last = dtl_calendar_number((dtl_day){9999, 12, 31});
    for (int64_t number = first; number <= last; number++) {
        ucal_setMillis(calendar, (double)number * 86400000.0, &error);
        const dtl_day day = dtl_calendar_day(number);
        const dtl_week week = dtl_calendar_week(number);
        const int weekday = ucal_get(calendar, UCAL_DAY_OF_WEEK, &error);
        if (ucal_get(calendar, UCAL_YEAR, &error) != day.year ||
            ucal_get(calendar, UCAL_MONTH, &error) + 1 != day.month ||
            ucal_get(calendar, UCAL_DATE, &error) != day.day ||
            ucal_get(calendar, UCAL_WEEK_OF_YEAR, &error) != week.week ||
            ucal_get(calendar, UCAL_YEAR_WOY, &error) != week.year ||
            week.week > dtl_calendar_weeks_in_year(week.year) ||
            dtl_calendar_week_start(week) + (weekday + 5) % 7 != number ||
            (weekday + 5) % 7 + 1 != dtl_calendar_weekday(number))
            fail_msg("%d-%d-%d", (int)day.year, day.month, day.day);
    }
    ucal_close(calendar);
}

static void months_end_where_the_month_ends(void **state) {
    (void)state;
    dtl_day day = {2024, 1, 31};
    assert_true(dtl_calendar_add_months(&day, 1));
    assert_int_equal(day.month, 2);
    assert_int_equal(day.day, 29);
    assert_true(dtl_calendar_add_months(&day, -12));
    assert_int_equal(day.year, 2023);
    assert_int_equal(day.day, 28);
}

static void out_of_range_is_refused_and_leaves_the_day(void **state) {
    (void)state;
    dtl_day day = {9999, 12, 31};
    assert_false(dtl_calendar_add_days(&day, 1));
    assert_false(dtl_calendar_add_days(&day, INT64_MAX));
    assert_false(dtl_calendar_add_months(&day, 1));
    assert_false(dtl_calendar_add_months(&day, INT64_MIN));
    assert_int_equal(day.year, 9999);
    assert_true(dtl_calendar_add_days(&day, -1));
    assert_int_equal(day.day, 30);
    assert_false(dtl_calendar_is_valid((dtl_day){2023, 2, 30}));
    assert_false(dtl_calendar_is_valid((dtl_day){2023, 13, 1}));
    assert_false(dtl_calendar_is_valid((dtl_day){10000, 1, 1}));
    assert_true(dtl_calendar_is_valid((dtl_day){DTL_MIN_YEAR, 1, 1}));
}

static void years_of_53_weeks(void **state) {
    (void)state;
    assert_int_equal(dtl_calendar_weeks_in_year(2020), 53);
    assert_int_equal(dtl_calendar_weeks_in_year(2023), 52);
    const int64_t monday = dtl_calendar_week_start((dtl_week){2020, 53});
    const dtl_day day = dtl_calendar_day(monday);
    assert_int_equal(day.month, 12);
    assert_int_equal(day.day, 28);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_day_goes_there_and_back),
        cmocka_unit_test(every_day_agrees_with_icu),
        cmocka_unit_test(months_end_where_the_month_ends),
        cmocka_unit_test(out_of_range_is_refused_and_leaves_the_day),
        cmocka_unit_test(years_of_53_weeks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
