/* test_instant.c - dates and date-times as options and metadata give them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "core/read/read.h"

static void a_day(void **state) {
    (void)state;
    dateline_instant at;
    assert_true(dtl_read_instant("2023-06-18", &at));
    assert_int_equal(at.year, 2023);
    assert_int_equal(at.month, 6);
    assert_int_equal(at.day, 18);
    assert_int_equal(at.digits, DATELINE_DIGITS_DAY);
    assert_int_equal(at.has_zone, 0);
}

static void a_moment_with_a_zone(void **state) {
    (void)state;
    dateline_instant at;
    assert_true(dtl_read_instant("2023-06-18T21:04:05.120-03:30", &at));
    assert_int_equal(at.hour, 21);
    assert_int_equal(at.minute, 4);
    assert_int_equal(at.second, 5);
    assert_int_equal(at.digits, DATELINE_DIGITS_SECOND);
    assert_int_equal(at.has_zone, 1);
    assert_int_equal(at.zone, -210);
    assert_true(dtl_read_instant("2023-06-18T21:04Z", &at));
    assert_int_equal(at.digits, DATELINE_DIGITS_MINUTE);
    assert_int_equal(at.zone, 0);
    assert_true(dtl_read_instant("2023-06-18 21:04+0800", &at));
    assert_int_equal(at.zone, 480);
}

static void what_is_not_a_date_is_refused_whole(void **state) {
    (void)state;
    static const char *const bad[] = {
        "", "2023", "2023-06", "2023-6-18", "18-06-2023", "2023-02-29",
        "2023-13-01", "2023-06-18T", "2023-06-18T24:00", "2023-06-18T21:60",
        "2023-06-18T21", "2023-06-18x", "2023-06-18T21:04+", "20230618",
        "2023-06-18T21:04:61", "2023-06-18T21:04+19:00", " 2023-06-18"};
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        dateline_instant at = {.year = 7};
        if (dtl_read_instant(bad[i], &at)) fail_msg("\"%s\"", bad[i]);
        assert_int_equal(at.year, 7);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_day),
        cmocka_unit_test(a_moment_with_a_zone),
        cmocka_unit_test(what_is_not_a_date_is_refused_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
