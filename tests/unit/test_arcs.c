/* test_arcs.c - the tree of a sentence out of scores. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "core/base/limits.h"
#include "core/language/arcs.h"

#define MOST DTL_MAX_SENTENCE_WORDS

static int32_t scores[MOST * (MOST + 1)];
static int16_t heads[MOST];

/* Three words and the root; rows are words, columns their heads. */
static void choose(const int32_t (*of)[4]) {
    memcpy(scores, of, 3 * sizeof *of);
    dtl_arcs_choose(scores, 3, heads);
}

static void assert_tree(uint32_t count) {
    uint32_t roots = 0;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t at = i, steps = 0;
        roots += heads[i] == (int16_t)count;
        while (at != count && steps++ <= count) at = (uint32_t)heads[at];
        assert_int_equal(at, count);
    }
    assert_int_equal(roots, 1);
}

static void each_word_takes_its_best_head(void **state) {
    (void)state;
    choose((const int32_t[][4]){{0, 9, 1, 2}, {1, 0, 1, 8}, {1, 7, 0, 2}});
    assert_int_equal(heads[0], 1);
    assert_int_equal(heads[1], 3);
    assert_int_equal(heads[2], 1);
}

/* All three want the root: the one that would lose most by going without
 * has it. */
static void one_word_takes_the_root(void **state) {
    (void)state;
    choose((const int32_t[][4]){{0, 5, 1, 6}, {1, 0, 2, 9}, {4, 3, 0, 5}});
    assert_int_equal(heads[1], 3);
    assert_int_equal(heads[0], 1);
    assert_int_equal(heads[2], 0);
}

/* The first two hang on each other; the second loses less by the third. */
static void a_circle_is_opened_where_it_costs_least(void **state) {
    (void)state;
    choose((const int32_t[][4]){{0, 9, 1, 0}, {8, 0, 6, 0}, {0, 0, 0, 9}});
    assert_int_equal(heads[0], 1);
    assert_int_equal(heads[1], 2);
    assert_int_equal(heads[2], 3);
}

static void a_word_alone_is_the_root(void **state) {
    (void)state;
    scores[0] = scores[1] = -5;
    dtl_arcs_choose(scores, 1, heads);
    assert_int_equal(heads[0], 1);
}

/* Also the largest scores there are. */
static void any_scores_give_a_tree(void **state) {
    (void)state;
    static const uint32_t counts[] = {2, 3, 4, 7, 30, MOST};
    uint32_t random = 1;
    for (int round = 0; round < 200; round++) {
        const uint32_t count = counts[round % (round < 190 ? 5 : 6)];
        for (uint32_t i = 0; i < count * (count + 1); i++) {
            random = random * 1664525u + 1013904223u;
            scores[i] = round % 3 ? (int32_t)(random >> 28) : (int32_t)random;
        }
        dtl_arcs_choose(scores, count, heads);
        assert_tree(count);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_word_takes_its_best_head),
        cmocka_unit_test(one_word_takes_the_root),
        cmocka_unit_test(a_circle_is_opened_where_it_costs_least),
        cmocka_unit_test(a_word_alone_is_the_root),
        cmocka_unit_test(any_scores_give_a_tree),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
