/* test_expression.c - timeparse/expression.h with nothing but core/base.
 *
 * That it links is half of the test: no document, no language model, no
 * lexicon. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "timeparse/expression.h"

static const dtl_expression_options sunday = {
    .reference = {.year = 2023, .month = 6, .day = 18,
                  .digits = DATELINE_DIGITS_DAY}};

static dtl_expressions all_of(dtl_arena *arena, const char *text,
                              const dtl_expression_options *options) {
    dtl_arena_init(arena, NULL, NULL);
    return dtl_expression_all(arena, text, strlen(text), options);
}

static void every_expression_of_a_text_comes_in_order(void **state) {
    (void)state;
    static const char *const texts[] = {"May 3, 2021", "three days later",
                                        "from", "next Monday"};
    static const char *const values[] = {"2021-05-03", "2021-05-06", "",
                                         "2023-06-19"};
    const char *text = "It began on May 3, 2021, ended three days later and "
                       "begins anew next Monday.";
    dtl_arena arena;
    const dtl_expressions all = all_of(&arena, text, &sunday);
    assert_int_equal(all.count, 3);
    for (uint32_t i = 0; i < 3; i++) {
        const dateline_expression *e = &all.items[i];
        const uint32_t k = i < 2 ? i : 3;
        assert_string_equal(e->date.text, texts[k]);
        assert_int_equal(e->end - e->start, strlen(texts[k]));
        assert_memory_equal(text + e->start, texts[k], strlen(texts[k]));
        assert_string_equal(e->date.timex3.value, values[k]);
        assert_non_null(e->why);
        assert_true(e->row_count > 0);
    }
    dtl_arena_free(&arena);
}

static void a_range_is_one_expression(void **state) {
    (void)state;
    dtl_arena arena;
    const dtl_expressions all =
        all_of(&arena, "open June 18-19 and May 3, 4 and 7", &sunday);
    assert_int_equal(all.count, 4);
    assert_string_equal(all.items[0].date.text, "June 18-19");
    assert_string_equal(all.items[0].date.edtf, "2023-06-18/2023-06-19");
    assert_string_equal(all.items[3].date.edtf, "2023-05-07");
    assert_ptr_equal(dtl_expression_best(all), &all.items[0]);
    dtl_arena_free(&arena);
}

static void day_first_is_an_option_and_the_doubt_is_said(void **state) {
    (void)state;
    dtl_arena arena;
    dtl_expression_options options = sunday;
    dtl_expressions all = all_of(&arena, "3/4/2023", &options);
    assert_string_equal(all.items[0].date.edtf, "2023-03-04");
    assert_int_equal(all.items[0].date.candidate_count, 2);
    assert_string_equal(all.items[0].date.candidates[1].edtf, "2023-04-03");
    assert_string_equal(all.items[0].date.candidates[1].how,
                        "day before month");
    assert_string_equal(all.items[0].note,
                        "ambiguous: 2023-04-03 when read day before month");
    dtl_arena_free(&arena);
    options.day_first = true;
    all = all_of(&arena, "3/4/2023", &options);
    assert_string_equal(all.items[0].date.edtf, "2023-04-03");
    assert_string_equal(all.items[0].date.candidates[1].how,
                        "month before day");
    dtl_arena_free(&arena);
    all = all_of(&arena, "25/3/2021", &sunday); /* no month 25 */
    assert_string_equal(all.items[0].date.edtf, "2021-03-25");
    assert_null(all.items[0].note);
    dtl_arena_free(&arena);
}

static void a_weekday_decides_or_contradicts(void **state) {
    (void)state;
    dtl_arena arena;
    dtl_expressions all = all_of(&arena, "Tuesday 9/2/2021", &sunday);
    assert_int_equal(all.count, 1);
    assert_string_equal(all.items[0].date.edtf, "2021-02-09");
    assert_null(all.items[0].note);
    dtl_arena_free(&arena);
    all = all_of(&arena, "Monday 9/2/2021", &sunday);
    assert_int_equal(all.count, 1);
    assert_string_equal(all.items[0].date.text, "Monday 9/2/2021");
    assert_true(all.items[0].date.uncertain);
    assert_string_equal(all.items[0].note,
                        "2021-09-02 was a Thursday, not a Monday");
    dtl_arena_free(&arena);
}

static void the_zone_of_the_writer_is_that_of_a_clock(void **state) {
    (void)state;
    dtl_arena arena;
    dtl_expression_options options = sunday;
    options.zone = "America/New_York";
    dtl_expressions all =
        all_of(&arena, "5 p.m. Friday; 5 p.m. GMT; 5 p.m. January 5", &options);
    assert_int_equal(all.count, 3);
    assert_string_equal(all.items[0].date.edtf, "2023-06-16T17:00:00-04:00");
    assert_string_equal(all.items[1].date.edtf, "2023-06-18T17:00:00Z");
    assert_string_equal(all.items[2].date.edtf, "2023-01-05T17:00:00-05:00");
    dtl_arena_free(&arena);
}

static void without_a_reference_it_is_said_what_is_missing(void **state) {
    (void)state;
    dtl_arena arena;
    const dtl_expression_options none = {.day_first = false};
    const dtl_expressions all = all_of(&arena, "on Friday", &none);
    assert_int_equal(all.count, 1);
    assert_null(all.items[0].date.edtf);
    assert_string_equal(all.items[0].date.timex3.value, "XXXX-WXX-5");
    assert_string_equal(all.items[0].why,
                        "there is no reference date to count from");
    dtl_arena_free(&arena);
}

static void what_is_no_date_gives_nothing(void **state) {
    (void)state;
    dtl_arena arena;
    const char text[] = "the harbour\0Friday";
    dtl_expressions all = all_of(&arena, text, &sunday);
    assert_int_equal(all.count, 0);
    assert_null(dtl_expression_best(all));
    all = dtl_expression_all(&arena, text, sizeof text - 1, &sunday);
    assert_int_equal(all.count, 1); /* NUL ends nothing */
    all = dtl_expression_all(&arena, "30 February 2023", 16, &sunday);
    assert_int_equal(all.count, 0);
    dtl_arena_free(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_expression_of_a_text_comes_in_order),
        cmocka_unit_test(a_range_is_one_expression),
        cmocka_unit_test(day_first_is_an_option_and_the_doubt_is_said),
        cmocka_unit_test(a_weekday_decides_or_contradicts),
        cmocka_unit_test(the_zone_of_the_writer_is_that_of_a_clock),
        cmocka_unit_test(without_a_reference_it_is_said_what_is_missing),
        cmocka_unit_test(what_is_no_date_gives_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
