/* net.c - the network at work. */
#include "core/language/net.h"

#include <string.h>

bool dtl_net_space_init(dtl_net_space *space, uint32_t words,
                        dtl_arena *arena) {
    const size_t nodes = (size_t)words + 1;
    struct {
        int16_t **values;
        size_t size;
    } arrays[] = {{&space->words, DTL_NET_WIDTH},
                  {&space->states[0], DTL_NET_BOTH},
                  {&space->states[1], DTL_NET_BOTH},
                  {&space->dependents, DTL_NET_ARC},
                  {&space->heads, DTL_NET_ARC},
                  {&space->pairs[0], DTL_NET_PAIR},
                  {&space->pairs[1], DTL_NET_PAIR}};
    bool there = true;
    for (size_t i = 0; i < sizeof arrays / sizeof *arrays; i++) {
        *arrays[i].values = dtl_arena_array(arena, nodes * arrays[i].size,
                                            sizeof(int16_t));
        there = there && *arrays[i].values;
    }
    space->sums = dtl_arena_array(arena, nodes * DTL_NET_GATES,
                                  sizeof *space->sums);
    space->arcs = dtl_arena_array(arena, nodes * nodes, sizeof *space->arcs);
    space->labels = dtl_arena_array(arena, nodes, sizeof *space->labels);
    return there && space->sums && space->arcs && space->labels;
}

static int16_t narrow(int32_t value) {
    if (value > INT16_MAX) return INT16_MAX;
    return value < INT16_MIN ? INT16_MIN : (int16_t)value;
}

static int32_t shifted(int32_t value, int bits) {
    return (value + (1 << (bits - 1))) >> bits;
}

/* A sum as a value. */
static int16_t value_of(int32_t sum) {
    return narrow(shifted(sum, DTL_NET_WEIGHT_BITS));
}

/* The same where what is below zero counts an eighth (leaky rectifier). */
static int16_t leaky(int32_t sum) {
    return value_of(sum < 0 ? sum >> 3 : sum);
}

static void add_rows(const dtl_net *net, const uint32_t *rows, uint32_t count,
                     int16_t *values) {
    int32_t sums[DTL_NET_WIDTH] = {0};
    for (uint32_t i = 0; i < count; i++) {
        const int8_t *row = net->rows + (size_t)rows[i] * DTL_NET_WIDTH;
        for (uint32_t j = 0; j < DTL_NET_WIDTH; j++) sums[j] += row[j];
    }
    for (uint32_t j = 0; j < DTL_NET_WIDTH; j++)
        values[j] = narrow(
            sums[j] * (1 << (DTL_NET_VALUE_BITS - DTL_NET_ROW_BITS)));
}

static void read_words(const dtl_net *net, const dtl_token *tokens,
                       uint32_t count, int16_t *words) {
    uint32_t rows[DTL_NET_WORD_ROWS];
    for (uint32_t i = 0; i < count; i++) {
        const uint32_t known = dtl_net_rows(net, &tokens[i], rows);
        add_rows(net, rows, known, words + (size_t)i * DTL_NET_WIDTH);
    }
    rows[0] = DTL_NET_ROW_OF_ROOT;
    add_rows(net, rows, 1, words + (size_t)count * DTL_NET_WIDTH);
}

/* The sums of a matrix for all nodes, biases included. */
static void multiply(const dtl_net_matrix *matrix, const int16_t *in,
                     uint32_t nodes, int32_t *out) {
    const size_t row = matrix->outputs * sizeof *out;
    for (uint32_t i = 0; i < nodes; i++) {
        if (matrix->biases) memcpy(out + (size_t)i * matrix->outputs,
                                   matrix->biases, row);
        else memset(out + (size_t)i * matrix->outputs, 0, row);
    }
    dtl_net_multiply(matrix, in, matrix->inputs, nodes, out);
}

/* Direction 0 reads from the first node on, 1 from the last. */
static void read_layer(const dtl_net *net, uint32_t layer, uint32_t direction,
                       uint32_t nodes, dtl_net_space *space) {
    const int16_t *in = layer ? space->states[layer - 1] : space->words;
    int16_t *states = space->states[layer] + direction * DTL_NET_CELLS;
    float cells[DTL_NET_CELLS] = {0};
    const int16_t *before = NULL;
    multiply(&net->input[layer][direction], in, nodes, space->sums);
    for (uint32_t i = 0; i < nodes; i++) {
        const uint32_t node = direction ? nodes - 1 - i : i;
        int32_t *gates = space->sums + (size_t)node * DTL_NET_GATES;
        int16_t *state = states + (size_t)node * DTL_NET_BOTH;
        if (before)
            dtl_net_multiply(&net->hidden[layer][direction], before, 0, 1,
                             gates);
        dtl_net_pass_gates(gates, cells, state);
        before = state;
    }
}

static void fill(const dtl_net_matrix *matrix, const int16_t *states,
                 uint32_t nodes, bool rectified, int32_t *sums,
                 int16_t *values) {
    const size_t size = (size_t)nodes * matrix->outputs;
    multiply(matrix, states, nodes, sums);
    for (size_t i = 0; i < size; i++)
        values[i] = rectified ? leaky(sums[i]) : value_of(sums[i]);
}

static uint8_t best_label(const int32_t *scores, uint32_t labels) {
    uint32_t best = 1;
    for (uint32_t i = 2; i < labels; i++)
        if (scores[i] > scores[best]) best = i;
    return (uint8_t)best;
}

static void choose_labels(const dtl_net *net, const int16_t *states,
                          uint32_t count, uint32_t labels,
                          dtl_net_space *space) {
    multiply(&net->label, states, count, space->sums);
    for (uint32_t i = 0; i < count; i++)
        space->labels[i] =
            best_label(space->sums + (size_t)i * DTL_MAX_LABELS, labels);
}

static int32_t product(const int16_t *a, const int16_t *b, uint32_t size) {
    uint32_t sum = 0;
    for (uint32_t i = 0; i < size; i++) sum += (uint32_t)(a[i] * b[i]);
    return (int32_t)sum;
}

static void score_arcs(const dtl_net *net, const int16_t *states,
                       uint32_t nodes, dtl_net_space *space) {
    int16_t *dependents = space->dependents;
    fill(&net->dependent, states, nodes, true, space->sums, dependents);
    fill(&net->head, states, nodes, true, space->sums, space->heads);
    fill(&net->pairing, dependents, nodes, false, space->sums, dependents);
    for (uint32_t i = 0; i + 1 < nodes; i++)
        for (uint32_t h = 0; h < nodes; h++)
            space->arcs[(size_t)i * nodes + h] =
                product(dependents + (size_t)i * DTL_NET_ARC,
                        space->heads + (size_t)h * DTL_NET_ARC, DTL_NET_ARC);
}

void dtl_net_run(const dtl_net *net, const dtl_token *tokens, uint32_t count,
                 uint32_t labels, dtl_net_space *space) {
    const int16_t *states = space->states[DTL_NET_LAYERS - 1];
    const uint32_t nodes = count + 1;
    read_words(net, tokens, count, space->words);
    for (uint32_t layer = 0; layer < DTL_NET_LAYERS; layer++) {
        read_layer(net, layer, 0, nodes, space);
        read_layer(net, layer, 1, nodes, space);
    }
    choose_labels(net, states, count, labels, space);
    score_arcs(net, states, nodes, space);
    fill(&net->pair_dependent, states, nodes, false, space->sums,
         space->pairs[0]);
    fill(&net->pair_head, states, nodes, false, space->sums, space->pairs[1]);
}

void dtl_net_relate(const dtl_net *net, const dtl_net_space *space,
                    uint32_t dependent, uint32_t head, int32_t *scores) {
    const int16_t *a = space->pairs[0] + (size_t)dependent * DTL_NET_PAIR;
    const int16_t *b = space->pairs[1] + (size_t)head * DTL_NET_PAIR;
    int16_t pair[DTL_NET_PAIR];
    for (uint32_t i = 0; i < DTL_NET_PAIR; i++) {
        const int32_t sum = a[i] + b[i];
        pair[i] = narrow(sum < 0 ? sum >> 3 : sum);
    }
    multiply(&net->relation, pair, 1, scores);
}
