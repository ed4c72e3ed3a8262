/* test_net.c - the arithmetic of the network.
 *
 * The files under test are part of this program: every width of registers
 * that the machine has is tried, not only the one it would choose. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "core/language/net_gates.c"
#include "core/language/net_multiply.c"

static uint32_t random_state = 1;

static int32_t draw(int32_t most) {
    random_state = random_state * 1664525u + 1013904223u;
    return (int32_t)(random_state >> 8) % (2 * most + 1) - most;
}

enum { WORDS = 19, STEP = 232, INPUTS = 224, OUTPUTS = 480 };

static int16_t weights[INPUTS * OUTPUTS];
static int16_t in[WORDS * STEP];
static int32_t expected[WORDS * OUTPUTS], out[WORDS * OUTPUTS];

/* As net.h tells how weights lie. */
static int16_t weight_at(const dtl_net_matrix *m, uint32_t i, uint32_t o) {
    const uint32_t block = o / DTL_NET_BLOCK, place = o % DTL_NET_BLOCK;
    return m->weights[(size_t)block * m->inputs * DTL_NET_BLOCK +
                      (size_t)(i / 2) * 2 * DTL_NET_BLOCK + 2 * place + i % 2];
}

static void expect(const dtl_net_matrix *m, uint32_t words) {
    for (uint32_t w = 0; w < words; w++)
        for (uint32_t o = 0; o < m->outputs; o++) {
            int64_t sum = w + o;
            for (uint32_t i = 0; i < m->inputs; i++)
                sum += in[w * STEP + i] * weight_at(m, i, o);
            expected[w * m->outputs + o] = (int32_t)sum;
        }
}

static void assert_product(const dtl_net_matrix *m, uint32_t words,
                           dtl_net_width_bits width) {
    for (uint32_t w = 0; w < words; w++)
        for (uint32_t o = 0; o < m->outputs; o++)
            out[w * m->outputs + o] = (int32_t)(w + o);
    multiply(choose(width), m, in, STEP, words, out);
    assert_memory_equal(out, expected,
                        words * m->outputs * sizeof *expected);
}

static void products_are_right_at_every_width(void **state) {
    (void)state;
    static const uint32_t shapes[][2] = {{64, 384}, {96, 384}, {192, 96},
                                         {64, 64}, {2, 32}, {224, 480}};
    for (size_t i = 0; i < INPUTS * OUTPUTS; i++)
        weights[i] = (int16_t)draw(4000);
    for (size_t i = 0; i < WORDS * STEP; i++) in[i] = (int16_t)draw(2048);
    for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++)
        for (uint32_t words = 1; words <= WORDS; words += 3) {
            const dtl_net_matrix m = {weights, NULL, shapes[i][0],
                                      shapes[i][1]};
            expect(&m, words);
            for (int width = DTL_NET_128; width <= (int)dtl_net_width();
                 width++)
                assert_product(&m, words, (dtl_net_width_bits)width);
        }
}

static int32_t gates[DTL_NET_GATES];

/* One pass at some width; gives the states. */
static const int16_t *passed(int width, float *cells) {
    static int16_t states[DTL_NET_CELLS];
    pass_at((dtl_net_width_bits)width, gates, cells, states);
    return states;
}

static void cells_hold_the_same_at_every_width(void **state) {
    (void)state;
    float cells[DTL_NET_512 + 1][DTL_NET_CELLS] = {{0}};
    for (int round = 0; round < 200; round++) {
        int16_t first[DTL_NET_CELLS];
        for (size_t i = 0; i < DTL_NET_GATES; i++)
            gates[i] = draw(1 << 23) * (round % 5 ? 1 : 60);
        memcpy(first, passed(DTL_NET_128, cells[0]), sizeof first);
        for (int width = DTL_NET_128 + 1; width <= (int)dtl_net_width();
             width++) {
            assert_memory_equal(passed(width, cells[width]), first,
                                sizeof first);
            assert_memory_equal(cells[width], cells[0], sizeof cells[0]);
        }
    }
}

static void set_gate(uint32_t gate, double value) {
    for (uint32_t k = 0; k < DTL_NET_CELLS; k++)
        gates[gate * DTL_NET_CELLS + k] =
            (int32_t)(value * (1 << DTL_NET_SUM_BITS));
}

/* Gates open and shut: a cell takes in 1, keeps it and gives tanh(1). */
static void a_cell_takes_in_keeps_and_gives(void **state) {
    (void)state;
    float cells[DTL_NET_CELLS] = {0};
    set_gate(0, 30);
    set_gate(1, 30);
    set_gate(2, 30);
    set_gate(3, 30);
    const int16_t *states = passed((int)dtl_net_width(), cells);
    assert_in_range(states[0], 2048 * 76 / 100, 2048 * 77 / 100);
    set_gate(0, -30);
    states = passed((int)dtl_net_width(), cells);
    assert_in_range(states[5], 2048 * 76 / 100, 2048 * 77 / 100);
    set_gate(2, -30);
    states = passed((int)dtl_net_width(), cells);
    assert_int_equal(states[DTL_NET_CELLS - 1], 0);
    set_gate(1, -30);
    set_gate(2, 30);
    states = passed((int)dtl_net_width(), cells);
    assert_int_equal(states[7], 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(products_are_right_at_every_width),
        cmocka_unit_test(cells_hold_the_same_at_every_width),
        cmocka_unit_test(a_cell_takes_in_keeps_and_gives),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
