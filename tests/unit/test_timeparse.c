/* test_timeparse.c - every row of the tables by its own example. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "timeparse/expression.h"
#include "timeparse/find.h"

static const dateline_instant reference = {
    .year = 2023, .month = 6, .day = 18, .digits = DATELINE_DIGITS_DAY};

/* Whether `rule` had a part in the longest expression of `text`. */
static bool has_part(dtl_arena *arena, const char *text, const char *rule) {
    dtl_finder *finder =
        dtl_finder_new(arena, text, (uint32_t)strlen(text), false);
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
        dtl_finder_new(arena, text, (uint32_t)strlen(text), false);
    dtl_found found;
    if (!dtl_finder_next(finder, &found)) return false;
    return found.meaning->odd && !strcmp(found.meaning->rule, row->name) &&
           !dtl_expression_resolve(arena, text, reference);
}

static void every_row_does_its_example(void **state) {
    (void)state;
    dtl_arena arena;
    int bad = 0, odd = 0;
    dtl_arena_init(&arena, NULL, NULL);
    const dtl_terms *terms = dtl_terms_new(&arena);
    for (uint16_t r = 0; r < terms->row_count; r++) {
        const dtl_row *row = &terms->rows[r];
        const dateline_date *date =
            dtl_expression_resolve(&arena, row->example, reference);
        const char *value = date ? date->timex3.value : "(nothing)";
        if (row->meaning.odd) {
            odd += !is_odd(&arena, row);
            continue;
        }
        const bool part = has_part(&arena, row->example, row->name);
        if (part && !strcmp(value, row->value)) continue;
        print_message("%s: \"%s\" gives %s (rule %s), not %s%s\n", row->name,
                      row->example, value, date ? date->rule : "-",
                      row->value, part ? "" : "; the row has no part");
        bad++;
    }
    dtl_arena_free(&arena);
    assert_int_equal(bad, 0);
    assert_int_equal(odd, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_row_does_its_example),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
