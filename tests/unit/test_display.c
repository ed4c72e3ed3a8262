/* test_display.c - every kind of date in words. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "by_hand.h"
#include "core/base/display.h"

#define P(name) DATELINE_PRECISION_##name
#define R(name) DATELINE_RELATION_##name
#define K(name) DATELINE_KIND_##name

static const struct {
    const char *begin, *end, *value, *mod;
    dateline_precision precision;
    dateline_relation relation;
    dateline_kind kind;
    int approximate;
    const char *words;
} cases[] = {
    {"2023-06-17", "2023-06-18", "2023-06-17", NULL, P(DAY), R(ON), K(DAY), 0,
     "17 June 2023"},
    {"2023-12-31", "2024-01-01", "2023-12-31", NULL, P(DAY), R(ON), K(DAY), 1,
     "about 31 December 2023"},
    {"2023-06-17T18:00", "2023-06-18T00:00", "2023-06-17TEV", NULL, P(PART),
     R(ON), K(WITHIN), 0, "17 June 2023, evening"},
    {"2023-06-17T21:00", "2023-06-18T05:00", "2023-06-17TNI", NULL, P(PART),
     R(ON), K(WITHIN), 0, "17 June 2023, night"},
    {"2023-06-18T12:00+08:00", "2023-06-18T18:00+08:00", NULL, NULL, P(PART),
     R(ON), K(WITHIN), 0, "18 June 2023, afternoon"},
    {"2023-06-18T15:30Z", "2023-06-18T15:31Z", NULL, NULL, P(MINUTE), R(ON),
     K(WITHIN), 0, "18 June 2023, 15:30 UTC"},
    {"2023-06-18T15:30-03:30", "2023-06-18T15:31-03:30", NULL, NULL, P(MINUTE),
     R(ON), K(WITHIN), 0, "18 June 2023, 15:30 UTC−3:30"},
    {"2023-06-18T18:00", "2023-06-18T20:00", NULL, NULL, P(DAY), R(FROM_TO),
     K(SPAN), 0, "18 June 2023, 18:00–20:00"},
    {"2023-06-18T18:00", "2023-06-19T00:00", NULL, NULL, P(DAY), R(ON), K(SPAN),
     0, "18 June 2023, from 18:00"},
    {"2023-06-12", "2023-06-19", "2023-W24", NULL, P(WEEK), R(ON), K(WITHIN), 0,
     "week of 12 June 2023"},
    {"2023-06-17", "2023-06-19", "2023-W24-WE", NULL, P(WEEKEND), R(ON),
     K(WITHIN), 0, "weekend of 17 June 2023"},
    {"2023-05", "2023-06", "2023-05", NULL, P(MONTH), R(ON), K(WITHIN), 0,
     "May 2023"},
    {"2023-06-01", "2023-06-11", "2023-06", "START", P(MONTH), R(ON), K(WITHIN),
     0, "early June 2023"},
    {"2023-06-11", "2023-06-21", "2023-06", "MID", P(MONTH), R(ON), K(WITHIN),
     0, "mid-June 2023"},
    {"2023-06-17T18:00", "2023-06-18T00:00", "2023-06-17", "END", P(PART),
     R(ON), K(DAY), 0, "17 June 2023, evening"},
    {"2023-06-17T12:00", "2023-06-18", "2023-06-17", "END", P(DAY), R(ON),
     K(WITHIN), 0, "late on 17 June 2023"},
    {"2023-06-01", "2023-06-19", "2023-06", NULL, P(MONTH), R(ON), K(WITHIN), 0,
     "June 2023, up to the 18th"},
    {"2023-01-01", "2023-06-19", "2023", NULL, P(YEAR), R(ON), K(WITHIN), 0,
     "2023, up to 18 June"},
    {"2023-06-18", "2024-01-01", "2023", NULL, P(YEAR), R(ON), K(WITHIN), 0,
     "2023, from 18 June"},
    {"2023-06-22", "2023-07-01", "2023-06", NULL, P(MONTH), R(ON), K(WITHIN), 0,
     "June 2023, from the 22nd"},
    {"2023-06-03", "2023-06-19", "2023-06", NULL, P(MONTH), R(ON), K(WITHIN), 0,
     "between 3 and 18 June 2023"},
    {"2023-06", "2023-06-19", "2023-06", NULL, P(MONTH), R(ON), K(WITHIN), 0,
     "June 2023, up to the 18th"},
    {"2023-06-18", "2023-06-20", NULL, NULL, P(DAY), R(FROM_TO), K(SPAN), 0,
     "18–19 June 2023"},
    {"2023-05-30", "2023-06-03", NULL, NULL, P(DAY), R(FROM_TO), K(SPAN), 0,
     "30 May – 2 June 2023"},
    {"2022-12-30", "2023-01-03", NULL, NULL, P(DAY), R(BETWEEN), K(WITHIN), 0,
     "between 30 December 2022 and 2 January 2023"},
    {"2023-03", "2023-06", NULL, NULL, P(MONTH), R(FROM_TO), K(SPAN), 0,
     "March–May 2023"},
    {"2007", "2013", NULL, NULL, P(YEAR), R(FROM_TO), K(SPAN), 0, "2007–2012"},
    {"2023-04", "2023-07", "2023-Q2", NULL, P(QUARTER), R(ON), K(WITHIN), 0,
     "second quarter of 2023"},
    {"2023-01", "2023-07", "2023-H1", NULL, P(HALF), R(ON), K(WITHIN), 0,
     "first half of 2023"},
    {"2023-06", "2023-09", "2023-SU", NULL, P(SEASON), R(ON), K(WITHIN), 0,
     "summer 2023"},
    {"2022-12", "2023-03", "2022-WI", NULL, P(SEASON), R(ON), K(WITHIN), 0,
     "winter 2022–23"},
    {"2022", "2023", "2022", NULL, P(YEAR), R(ON), K(WITHIN), 0, "2022"},
    {"2022", "2023", "2022", "END", P(YEAR), R(ON), K(WITHIN), 0, "late 2022"},
    {"1990", "2000", "199", NULL, P(DECADE), R(ON), K(WITHIN), 0, "1990s"},
    {"1990", "1993", "199", "START", P(DECADE), R(ON), K(WITHIN), 0,
     "early 1990s"},
    {"1800", "1900", "18", NULL, P(CENTURY), R(ON), K(WITHIN), 0,
     "19th century"},
    {"2000", "2100", "20", NULL, P(CENTURY), R(ON), K(WITHIN), 0,
     "21st century"},
    {"-0043-03-15", "-0043-03-16", "BC0044-03-15", NULL, P(DAY), R(ON), K(DAY),
     0, "15 March 44 BC"},
    {"-0043", "-0042", "BC0044", NULL, P(YEAR), R(ON), K(WITHIN), 0, "44 BC"},
    {"0014-08", "0014-09", "0014-08", NULL, P(MONTH), R(ON), K(WITHIN), 0,
     "August AD 14"},
    {"9999", "+10000", "9999", NULL, P(YEAR), R(ON), K(WITHIN), 0, "9999"},
    {"", "2023-06-18", "2023-06-18", NULL, P(DAY), R(BEFORE), K(WITHIN), 0,
     "before 18 June 2023"},
    {"", "2023-06-18", NULL, NULL, P(DAY), R(BEFORE), K(WITHIN), 0,
     "before 18 June 2023"},
    {"", "2023-06-19", NULL, NULL, P(DAY), R(BY), K(WITHIN), 0,
     "by 18 June 2023"},
    {"2023-06-19", "", "2023-06-18", NULL, P(DAY), R(AFTER), K(WITHIN), 0,
     "after 18 June 2023"},
    {"1990", "", "199", NULL, P(DECADE), R(SINCE), K(SPAN), 0,
     "since the 1990s"},
    {"", "2023-07", "2023-Q2", NULL, P(QUARTER), R(BY), K(WITHIN), 0,
     "by the second quarter of 2023"},
    {"", "2023-06-18T18:00", "2023-06-18TEV", NULL, P(PART), R(BEFORE),
     K(WITHIN), 0, "before 18 June 2023, evening"},
    {"", "2023-06-19", "2023-W24", NULL, P(WEEK), R(BY), K(WITHIN), 0,
     "by the week of 12 June 2023"},
    {"2023-06-17", "", "2023-W24-WE", NULL, P(WEEKEND), R(SINCE), K(SPAN), 0,
     "since the weekend of 17 June 2023"},
    {"", "2023-06", "2023-SU", NULL, P(SEASON), R(BEFORE), K(WITHIN), 0,
     "before summer 2023"},
    {"-0498", "", "BC0499", NULL, P(YEAR), R(SINCE), K(SPAN), 0,
     "since 499 BC"},
    {"", "1900", "18", NULL, P(CENTURY), R(UNTIL), K(SPAN), 0,
     "until the 19th century"},
    {"2023-06-18T15:30:05", "2023-06-18T15:30:06", NULL, NULL, P(SECOND), R(ON),
     K(WITHIN), 0, "18 June 2023, 15:30:05"},
    {"2023-06-01", "2023-06-11", "XXXX-06", "START", P(MONTH), R(ON), K(WITHIN),
     0, "between 1 and 10 June 2023"},
    {"", "1959", "1958", "END", P(YEAR), R(BY), K(WITHIN), 0,
     "by the end of 1958"},
    {"1958", "1959", "1958", "START", P(YEAR), R(SINCE), K(SPAN), 0,
     "since early 1958"},
    {"", "1990", "198", "END", P(DECADE), R(BEFORE), K(WITHIN), 0,
     "before the end of the 1980s"},
    {"", "1942-12", "1942-11", "MID", P(MONTH), R(BY), K(WITHIN), 0,
     "by mid-November 1942"},
    {"", "2023-06-18T20:00", "2023-06-18T20:00", NULL, P(MINUTE), R(UNTIL),
     K(SPAN), 0, "until 18 June 2023, 20:00"},
    {"2023-06-18", "", NULL, NULL, P(DAY), R(ON), K(SPAN), 0,
     "from 18 June 2023"},
    {"", "2023-06-18", NULL, NULL, P(DAY), R(ON), K(SPAN), 0,
     "up to 17 June 2023"},
    {"2023-06-17", "2023-06-18", NULL, NULL, P(DAY), R(AROUND), K(DAY), 0,
     "about 17 June 2023"},
    {"", "", "PAST_REF", NULL, P(NONE), R(ON), K(WITHIN), 0, NULL},
    {"", "", NULL, NULL, P(NONE), R(ON), K(WITHIN), 0, NULL},
    {"", "", "XXXX-06-18", NULL, P(DAY), R(ON), K(DAY), 0, NULL},
    {"", "", "P3D", NULL, P(DAY), R(SINCE), K(DAY), 0, NULL},
};

static void every_row_in_words(void **state) {
    (void)state;
    int wrong = 0;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        dateline_date date = {
            .begin = hand_iso(cases[i].begin),
            .end = hand_iso(cases[i].end),
            .precision = cases[i].precision,
            .relation = cases[i].relation,
            .kind = cases[i].kind,
            .approximate = (uint8_t)cases[i].approximate,
            .timex3 = {.value = cases[i].value, .mod = cases[i].mod}};
        char out[DTL_DISPLAY_BYTES];
        const char *words = dtl_display_date(&date, out);
        const char *want = cases[i].words;
        if (want ? words && strcmp(words, want) == 0 : !words) continue;
        print_error("row %zu: %s, not %s\n", i, words ? words : "NULL",
                    want ? want : "NULL");
        wrong++;
    }
    assert_int_equal(wrong, 0);
}

/* Whatever a broken value holds, nothing is written behind the buffer. */
static void odd_values_are_harmless(void **state) {
    (void)state;
    static const char *const values[] = {
        "",
        "-",
        "2",
        "2023-",
        "2023-1",
        "2023-13",
        "2023-06-",
        "2023-06-99",
        "2023-06-18T",
        "2023-06-18T1",
        "2023-06-18T12:",
        "2023-W",
        "2023-W54",
        "2023-W24-",
        "2023-Q",
        "2023-Q5",
        "2023-H9",
        "BC",
        "BC0000",
        "BC1",
        "20233",
        "T18:00",
        "-SU",
        "XX-SU",
        "2023-SUX",
        "99999999999999999999999999999999999999999999999999999999999999"};
    for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
        for (int relation = 0; relation < 9; relation++) {
            dateline_date date = {
                .relation = (dateline_relation)relation,
                .timex3 = {.value = values[i], .mod = "START"}};
            char out[DTL_DISPLAY_BYTES];
            const char *words = dtl_display_date(&date, out);
            assert_true(!words || strlen(words) < DTL_DISPLAY_BYTES);
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_row_in_words),
        cmocka_unit_test(odd_values_are_harmless),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
