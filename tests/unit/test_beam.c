/* test_beam.c - the search for the best analysis. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "core/language/beam.h"
#include "core/language/tagger.h"
#include "core/model.h"

static void candidates_come_best_first(void **state) {
    (void)state;
    static const int64_t scores[] = {5, 9, 5, -3, 9, 7};
    static const uint8_t order[] = {1, 4, 5, 0, 2, 3};
    dtl_candidates c = {.count = 0};
    for (uint8_t i = 0; i < 6; i++)
        dtl_candidates_add(&c, (dtl_candidate){scores[i], i, DTL_SHIFT});
    assert_int_equal(c.count, 6);
    for (uint8_t i = 0; i < 6; i++)
        assert_int_equal(c.items[i].from, order[i]);
}

static void those_too_far_behind_are_cut(void **state) {
    (void)state;
    dtl_candidates c = {.count = 0};
    for (uint8_t i = 0; i < 4; i++)
        dtl_candidates_add(&c, (dtl_candidate){-10 * i, i, DTL_SHIFT});
    dtl_candidates_cut(&c, 20);
    assert_int_equal(c.count, 3);
    dtl_candidates_cut(&c, 0);
    assert_int_equal(c.count, 1);
}

static dtl_token tokens[6 + 2 * DTL_TOKEN_PADDING];

static void start(dtl_parser *parser) {
    dtl_parser_init(parser, tokens + DTL_TOKEN_PADDING - 1, 6, true);
}

static void shift(dtl_parser *parser, int times) {
    while (times--)
        dtl_parser_apply(parser, DTL_SHIFT, 0);
}

/* The relation of an arc is seen; that of an arc below it is not. */
static void analyses_that_look_alike_are_the_same(void **state) {
    (void)state;
    static dtl_parser a, b;
    start(&a);
    shift(&a, 1);
    dtl_parser_copy(&b, &a);
    assert_true(dtl_beam_same(&a, &b));
    dtl_parser_apply(&a, DTL_LEFT, DTL_DEP_DET);
    dtl_parser_apply(&b, DTL_LEFT, DTL_DEP_NUMMOD);
    assert_false(dtl_beam_same(&a, &b));
    shift(&a, 1);
    shift(&b, 1);
    assert_false(dtl_beam_same(&a, &b));
    dtl_parser_apply(&a, DTL_LEFT, DTL_DEP_NSUBJ);
    dtl_parser_apply(&b, DTL_LEFT, DTL_DEP_NSUBJ);
    assert_true(dtl_beam_same(&a, &b));
    shift(&a, 1);
    assert_false(dtl_beam_same(&a, &b));
}

static void a_copy_is_a_parser_of_its_own(void **state) {
    (void)state;
    static dtl_parser a, b;
    start(&a);
    shift(&a, 2);
    dtl_parser_copy(&b, &a);
    dtl_parser_apply(&b, DTL_RIGHT, DTL_DEP_OBJ);
    assert_int_equal(a.depth, 2);
    assert_int_equal(a.nodes[2].head, 0);
    assert_int_equal(b.nodes[2].head, 1);
}

/* Ends are forced: the root takes the last word of the stack. */
static void no_choice_is_left_at_the_ends(void **state) {
    (void)state;
    static dtl_parser p;
    start(&p);
    assert_int_equal(dtl_parser_forced(&p), DTL_SHIFT);
    shift(&p, 1);
    assert_int_equal(dtl_parser_forced(&p), DTL_ACTIONS);
    shift(&p, 5);
    assert_int_equal(dtl_parser_forced(&p), DTL_RIGHT);
    while (p.depth > 1)
        dtl_parser_apply(&p, DTL_RIGHT, DTL_DEP_OBJ);
    assert_int_equal(dtl_parser_forced(&p), DTL_LEFT);
}

/* Without a model all analyses are as good as any, the beam is as wide as
 * it may be, and what comes out is a tree all the same. */
static void a_full_beam_ends_in_a_tree(void **state) {
    (void)state;
    dtl_action_line *line = aligned_alloc(64, 64);
    dtl_cell_line *cells = aligned_alloc(64, 64);
    dtl_beam *beam = calloc(1, sizeof *beam);
    memset(line, 0, 64);
    memset(cells, 0, 64);
    const dtl_parser_model model = {.relations = {cells, NULL, 1, 1},
                                    .actions = {line, 1, 1}};
    const dtl_parser *p =
        dtl_beam_run(beam, &model, tokens + DTL_TOKEN_PADDING - 1, 6);
    assert_in_range(beam->count, 1, DTL_BEAM_WIDTH);
    assert_true(dtl_parser_done(p));
    int roots = 0;
    for (int node = 1; node <= 6; node++) {
        assert_in_range(p->nodes[node].head, 1, 7);
        roots += p->nodes[node].head == 7;
    }
    assert_int_equal(roots, 1);
    free(beam);
    free(cells);
    free(line);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(candidates_come_best_first),
        cmocka_unit_test(those_too_far_behind_are_cut),
        cmocka_unit_test(analyses_that_look_alike_are_the_same),
        cmocka_unit_test(a_copy_is_a_parser_of_its_own),
        cmocka_unit_test(no_choice_is_left_at_the_ends),
        cmocka_unit_test(a_full_beam_ends_in_a_tree),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
