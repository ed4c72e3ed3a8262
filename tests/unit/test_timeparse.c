/* test_timeparse.c - every row of the tables by its own example.
 *
 * Each row does what its example says, and none is there for nothing: the
 * example comes out otherwise when the row is left out. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "timeparse/expression.h"
#include "timeparse/find.h"
#include "timeparse/resolve.h"
#include "timeparse/tables/build.h"

static const dateline_instant reference = {
    .year = 2023, .month = 6, .day = 18, .digits = DATELINE_DIGITS_DAY};

/* Whether `rule` had a part in an expression of `text`. */
static bool has_part(dtl_arena *arena, const char *text, const char *rule) {
    dtl_finder *finder =
        dtl_finder_new(arena, NULL, text, (uint32_t)strlen(text), false);
    dtl_found found;
    bool part = false;
    while (dtl_finder_next(finder, &found))
        for (unsigned i = 0; i < DTL_TRAIL && found.meaning->trail[i]; i++)
            part |= !strcmp(found.meaning->trail[i], rule);
    return part;
}

/* A row of what is no date: found, marked, and no time. */
static bool is_odd(dtl_arena *arena, const dtl_row *row) {
    const char *text = row->example;
    dtl_finder *finder =
        dtl_finder_new(arena, NULL, text, (uint32_t)strlen(text), false);
    dtl_found found;
    if (!dtl_finder_next(finder, &found)) return false;
    return found.meaning->odd && !strcmp(found.meaning->rule, row->name) &&
           !dtl_expression_resolve(arena, text, reference);
}

/* Whether the first word of `said` is the date's TIMEX3 value and each
 * other one its mod, quant, freq or EDTF. */
static bool says(const dateline_date *date, const char *said) {
    const dateline_timex3 *t = &date->timex3;
    const char *const parts[] = {t->mod, t->quant, t->freq, date->edtf};
    char word[64];
    int n = 0;
    if (sscanf(said, "%63s%n", word, &n) != 1 || strcmp(word, t->value))
        return false;
    for (said += n; sscanf(said, "%63s%n", word, &n) == 1; said += n) {
        bool found = false;
        for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++)
            found |= parts[i] && !strcmp(word, parts[i]);
        if (!found) return false;
    }
    return true;
}

static void every_word_does_its_example(void **state) {
    (void)state;
    dtl_arena arena;
    int bad = 0;
    dtl_arena_init(&arena, NULL, NULL);
    for (uint16_t w = 0; w < dtl_word_rows_count(); w++) {
        const dtl_word_row *row = &dtl_word_rows[w];
        const dateline_date *date =
            dtl_expression_resolve(&arena, row->example, reference);
        if (date && says(date, row->said) && !strcmp(date->text, row->example))
            continue;
        print_message("%s: \"%s\" gives %s %s for \"%s\", not %s\n", row->text,
                      row->example, date ? date->timex3.value : "(nothing)",
                      date && date->edtf ? date->edtf : "",
                      date ? date->text : "", row->said);
        bad++;
    }
    dtl_arena_free(&arena);
    assert_int_equal(bad, 0);
}

static void every_pattern_does_its_example(void **state) {
    (void)state;
    dtl_arena arena;
    int bad = 0, odd = 0;
    dtl_arena_init(&arena, NULL, NULL);
    for (uint16_t r = 0; r < dtl_rows_count(); r++) {
        const dtl_row *row = &dtl_rows[r];
        const dateline_date *date =
            dtl_expression_resolve(&arena, row->example, reference);
        if (row->meaning.odd) {
            odd += !is_odd(&arena, row);
            continue;
        }
        const bool part = has_part(&arena, row->example, row->name);
        if (part && date && says(date, row->value)) continue;
        print_message("%s: \"%s\" gives %s (rule %s), not %s%s\n", row->name,
                      row->example, date ? date->timex3.value : "(nothing)",
                      date ? date->rule : "-", row->value,
                      part ? "" : "; the row has no part");
        bad++;
    }
    dtl_arena_free(&arena);
    assert_int_equal(bad, 0);
    assert_int_equal(odd, 0);
}

/* All that a reader gets for a text, in one line. */
static void describe(const dtl_terms *terms, const char *text,
                     char out[1024]) {
    const dtl_frame frame = {.now = reference};
    dtl_arena arena;
    dtl_found found;
    size_t n = 0;
    dtl_arena_init(&arena, NULL, NULL);
    dtl_finder *finder =
        dtl_finder_new(&arena, terms, text, (uint32_t)strlen(text), false);
    out[0] = '\0';
    while (dtl_finder_next(finder, &found) && n < 1000) {
        dateline_date date;
        dtl_value value;
        dtl_resolve(found.meaning, &frame, text, &arena, &date, &value);
        const dateline_timex3 *t = &date.timex3;
        n += (size_t)snprintf(out + n, 1024 - n,
                              "%u-%u %s %s %s %s %s%s%s %d; ",
                              found.start, found.end, t->value,
                              date.edtf ? date.edtf : "", t->mod ? t->mod : "",
                              t->quant ? t->quant : "", t->freq ? t->freq : "",
                              found.meaning->odd ? " odd" : "",
                              found.meaning->range ? " range" : "",
                              found.meaning->base);
    }
    dtl_arena_free(&arena);
}

static bool is_needed(const void *row, const char *name,
                      const char *example) {
    char with[1024], without[1024];
    dtl_arena arena;
    dtl_arena_init(&arena, NULL, NULL);
    describe(NULL, example, with);
    describe(&dtl_tables_build(&arena, row)->terms, example, without);
    dtl_arena_free(&arena);
    if (strcmp(with, without)) return true;
    print_message("%s: \"%s\" says %s also without the row\n", name, example,
                  with);
    return false;
}

static void no_row_is_there_for_nothing(void **state) {
    (void)state;
    int bad = 0;
    for (uint16_t w = 0; w < dtl_word_rows_count(); w++)
        bad += !is_needed(&dtl_word_rows[w], dtl_word_rows[w].text,
                          dtl_word_rows[w].example);
    for (uint16_t r = 0; r < dtl_rows_count(); r++)
        bad += !is_needed(&dtl_rows[r], dtl_rows[r].name,
                          dtl_rows[r].example);
    assert_int_equal(bad, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_word_does_its_example),
        cmocka_unit_test(every_pattern_does_its_example),
        cmocka_unit_test(no_row_is_there_for_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
