/* test_axis.c - the time axis of a page: what is a dot, a bar or an arrow,
 * where bars end, and how long a silence is said to be. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "by_hand.h"

typedef struct {
    const char *begin, *end; /* "" is open */
    dateline_kind kind;
} row;

/* The axis part of the page that lists these dates in order. */
static char *draw(const row *rows, size_t count) {
    dtl_document *document = hand_open();
    hand_article(document, "met", 3);
    for (size_t i = 0; i < count; i++) {
        dtl_entry *entry = hand_entry(document, "They met", "met");
        hand_date(entry, "then", DATELINE_PRECISION_DAY,
                  hand_iso(rows[i].begin), hand_iso(rows[i].end));
        entry->date.kind = rows[i].kind;
    }
    hand_output output = hand_render(
        document, (dateline_render_options){.format = DATELINE_FORMAT_HTML},
        NULL);
    char *axis = strstr(output.bytes, "<div class=\"axis ");
    char *end = strstr(axis, "<p class=\"none\" id=\"none\"");
    *end = 0;
    memmove(output.bytes, axis, (size_t)(end - axis) + 1);
    dateline_close(document);
    return output.bytes;
}

static int count_of(const char *text, const char *piece) {
    int count = 0;
    while ((text = strstr(text, piece)) != NULL)
        count++, text++;
    return count;
}

#define ROWS(...)                                                              \
    (const row[]){__VA_ARGS__},                                                \
        sizeof(const row[]){__VA_ARGS__} / sizeof(row)
#define DAY(begin, end) {begin, end, DATELINE_KIND_DAY}
#define WITHIN(begin, end) {begin, end, DATELINE_KIND_WITHIN}
#define SPAN(begin, end) {begin, end, DATELINE_KIND_SPAN}

static void a_day_is_a_dot_and_a_month_a_bar(void **state) {
    (void)state;
    char *axis = draw(ROWS(DAY("2023-06-17T18:00", "2023-06-18T00:00"),
                           DAY("2023-06-18", "2023-06-19"),
                           WITHIN("2023-07", "2023-08"),
                           SPAN("2023-08", "2023-09")));
    assert_int_equal(count_of(axis, "<circle class=\"d\""), 2);
    assert_int_equal(count_of(axis, "<rect class=\"b\""), 1);
    assert_int_equal(count_of(axis, "<rect class=\"b l\""), 1);
    free(axis);
}

static void an_open_side_is_an_arrow(void **state) {
    (void)state;
    char *axis = draw(ROWS(DAY("", "2023-06-01"), DAY("2023-06-02", "")));
    assert_int_equal(count_of(axis, "h12l-6 -10z"), 1);
    assert_int_equal(count_of(axis, "h12l-6 10z"), 1);
    assert_int_equal(count_of(axis, "<rect"), 0);
    free(axis);
}

/* January is over halfway between 1 January and 1 March. */
static void a_bar_ends_where_its_date_ends(void **state) {
    (void)state;
    char *axis = draw(ROWS(WITHIN("2023-01", "2023-02"),
                           DAY("2023-03-01", "2023-03-02"),
                           DAY("2023-03-02", "2023-03-03")));
    assert_non_null(strstr(axis, "<rect class=\"c\" x=\"20\" y=\"0\" "
                                 "width=\"6\" height=\"52%\"/>"));
    assert_int_equal(count_of(axis, "<rect class=\"c\""), 1);
    free(axis);
}

/* A year runs past what is in it, and below the last of it. */
static void a_bar_passes_what_lies_in_it(void **state) {
    (void)state;
    char *axis = draw(ROWS(WITHIN("2023", "2024"), WITHIN("2023", "2024"),
                           DAY("2023-03-01", "2023-03-02"),
                           WITHIN("2023-04", "2023-05")));
    assert_non_null(strstr(axis, "<div class=\"axis w2\">"));
    assert_int_equal(count_of(axis, "<rect class=\"b\" x=\"20\""), 2);
    assert_int_equal(count_of(axis, "<rect class=\"b\" x=\"30\""), 1);
    assert_int_equal(count_of(axis, "<rect class=\"c\" x=\"20\" y=\"0\" "
                                    "width=\"6\" height=\"100%\"/>"), 4);
    assert_int_equal(count_of(axis, "<div class=\"tail\">"), 1);
    free(axis);
}

static void more_bars_than_lanes_stay_short(void **state) {
    (void)state;
    char *axis = draw(ROWS(WITHIN("2001", "2090"), WITHIN("2002", "2090"),
                           WITHIN("2003", "2090"), WITHIN("2004", "2090"),
                           WITHIN("2005", "2090"), WITHIN("2006", "2090")));
    assert_non_null(strstr(axis, "<div class=\"axis w5\">"));
    assert_int_equal(count_of(axis, "height=\"24\"/>"), 2);
    free(axis);
}

static void check_silence(const row *rows, size_t count, const char *want) {
    char *axis = draw(rows, count);
    const char *said = strstr(axis, " quiet\">");
    if (said) said = strstr(said, "<span>");
    if (!want) assert_null(said);
    else assert_non_null(said);
    if (want) assert_memory_equal(said + 6, want, strlen(want));
    free(axis);
}

static void a_silence_says_how_long_it_is(void **state) {
    (void)state;
    check_silence(ROWS(DAY("2023-06-01", "2023-06-02"),
                       DAY("2023-06-15", "2023-06-16")), NULL);
    check_silence(ROWS(DAY("2023-06-01", "2023-06-02"),
                       DAY("2023-06-16", "2023-06-17")), "2 weeks<");
    check_silence(ROWS(DAY("2023-06-01", "2023-06-02"),
                       DAY("2023-12-01", "2023-12-02")), "6 months<");
    check_silence(ROWS(DAY("-0043-03-15", "-0043-03-16"),
                       DAY("2023-12-01", "2023-12-02")), "2067 years<");
    /* from the end of what was before, also of what began long ago */
    check_silence(ROWS(WITHIN("2023-01", "2023-06"),
                       DAY("2023-02-01", "2023-02-02"),
                       DAY("2023-05-01", "2023-05-02")), NULL);
    /* it may have been before */
    check_silence(ROWS(DAY("2023-01-01", "2023-01-02"),
                       DAY("", "2023-06-02")), NULL);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_day_is_a_dot_and_a_month_a_bar),
        cmocka_unit_test(an_open_side_is_an_arrow),
        cmocka_unit_test(a_bar_ends_where_its_date_ends),
        cmocka_unit_test(a_bar_passes_what_lies_in_it),
        cmocka_unit_test(more_bars_than_lanes_stay_short),
        cmocka_unit_test(a_silence_says_how_long_it_is),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
