/* test_weights.c - look-ups in the tables of the model. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/language/weights.h"

/* Keys of the first and the second half of a table of two lines. */
static uint64_t key_in(uint32_t half, uint16_t check) {
    return (uint64_t)check << 48 | (uint64_t)half << 31;
}

static dtl_features features_of(const uint64_t *keys, uint32_t count) {
    dtl_features features;
    dtl_features_open(&features, NULL, 0);
    memcpy(features.keys, keys, count * sizeof *keys);
    features.count = count;
    return features;
}

static void score_actions(dtl_action_line *lines, const uint64_t *keys,
                          uint32_t count, int32_t *scores) {
    const dtl_actions actions = {lines, 2, 1};
    const dtl_features features = features_of(keys, count);
    memset(scores, 0, DTL_LINE_ACTIONS * sizeof *scores);
    dtl_actions_score(&actions, &features, scores);
}

static void weights_of_actions_add_up_as_cubes(void **state) {
    (void)state;
    _Alignas(64) dtl_action_line lines[2] = {{
        .checks = {1, 2, 3, 4, 5, 6},
        .weights = {{-128, 127, 0}, {1, -1, 5}, {0, 0, -7}, {2, 2, 2},
                    {-3, 3, 3}, {100, -100, 1}}}};
    uint64_t keys[6];
    int32_t scores[DTL_LINE_ACTIONS];
    for (uint16_t i = 0; i < 6; i++) keys[i] = key_in(0, i + 1);
    score_actions(lines, keys, 6, scores);
    assert_int_equal(scores[0], -2097152 + 1 + 8 - 27 + 1000000);
    assert_int_equal(scores[1], 2048383 - 1 + 8 + 27 - 1000000);
    assert_int_equal(scores[2], 125 - 343 + 8 + 27 + 1);
    score_actions(lines, keys, 1, scores);
    assert_int_equal(scores[0], -2097152);
}

static void a_feature_that_is_not_there_adds_nothing(void **state) {
    (void)state;
    _Alignas(64) dtl_action_line lines[2] = {
        {.checks = {1}, .weights = {{9, 9, 9}}}};
    lines[0].weights[DTL_ACTION_LINE - 1][0] = 9;
    const uint64_t keys[] = {key_in(0, 7), key_in(1, 1)};
    int32_t scores[DTL_LINE_ACTIONS];
    score_actions(lines, keys, 2, scores);
    for (int i = 0; i < DTL_LINE_ACTIONS; i++) assert_int_equal(scores[i], 0);
}

/* The last line is full: the line behind it is the first. */
static void a_feature_is_found_behind_a_full_line(void **state) {
    (void)state;
    _Alignas(64) dtl_action_line lines[2] = {
        {.checks = {40, 41}, .weights = {{4, 0, 0}, {5, 0, 0}}}};
    for (uint16_t i = 0; i < DTL_ACTION_LINE; i++)
        lines[1].checks[i] = 100 + i;
    lines[1].full = 1;
    const uint64_t there[] = {key_in(1, 40)}, not_there[] = {key_in(1, 42)};
    int32_t scores[DTL_LINE_ACTIONS];
    score_actions(lines, there, 1, scores);
    assert_int_equal(scores[0], 64);
    score_actions(lines, not_there, 1, scores);
    assert_int_equal(scores[0], 0);
}

enum { LONG = 90, MANY = 120 };

/* Cells longer than what is copied at once, more than are added at once. */
static void long_cells_add_up(void **state) {
    (void)state;
    _Alignas(64) dtl_cell_line lines[2] = {
        {.checks = {1, 2}, .cells = {0, 1 + 2 * LONG}}};
    uint8_t bytes[1 + 2 * LONG + 3 + DTL_CELL_COPY] = {LONG};
    for (uint8_t i = 0; i < LONG; i++) {
        bytes[1 + 2 * i] = i;
        bytes[2 + 2 * i] = (uint8_t)(i - 45);
    }
    memcpy(bytes + 1 + 2 * LONG, (const uint8_t[]){1, 3, 10}, 3);
    const dtl_cells cells = {lines, bytes, 1, 2};
    uint64_t keys[MANY];
    for (int i = 0; i < MANY; i++) keys[i] = key_in(0, 1);
    keys[0] = key_in(0, 2);
    const dtl_features features = features_of(keys, MANY);
    int32_t scores[DTL_MAX_LABELS] = {0};
    dtl_cells_score(&cells, &features, scores);
    for (int i = 0; i < LONG; i++)
        assert_int_equal(scores[i], (MANY - 1) * (i - 45) * (i - 45) *
                                            (i - 45) +
                                        (i == 3 ? 1000 : 0));
}

static void a_cell_is_found_by_its_key_alone(void **state) {
    (void)state;
    _Alignas(64) dtl_cell_line lines[2] = {
        {.checks = {1, 2}, .cells = {0, 3}}};
    const uint8_t bytes[6 + DTL_CELL_COPY] = {1, 3, 10, 1, 4, 20};
    const dtl_cells cells = {lines, bytes, 1, 2};
    assert_ptr_equal(dtl_cells_find(&cells, key_in(0, 2)), bytes + 3);
    assert_null(dtl_cells_find(&cells, key_in(0, 3)));
    assert_null(dtl_cells_find(&cells, key_in(1, 2)));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(weights_of_actions_add_up_as_cubes),
        cmocka_unit_test(a_feature_that_is_not_there_adds_nothing),
        cmocka_unit_test(a_feature_is_found_behind_a_full_line),
        cmocka_unit_test(long_cells_add_up),
        cmocka_unit_test(a_cell_is_found_by_its_key_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
