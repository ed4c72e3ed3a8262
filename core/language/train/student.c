/* student.c - a sentence through the network, by chance with gaps. */
#include "core/language/train/student.h"

#include <stdlib.h>
#include <string.h>

#include "core/language/train/matrix.h"

/* ---- weights ------------------------------------------------------------- */

/* About normal: the sum of twelve even chances. */
static float chance(student *s) {
    float sum = -6;
    for (int i = 0; i < 12; i++)
        sum += train_chance(&s->random);
    return sum;
}

static void weights_init(student *s, student_weights *w, uint32_t deep,
                         uint32_t wide, float spread, bool is_matrix) {
    const size_t size = (size_t)deep * wide;
    float **arrays[] = {&w->values, &w->gradients, &w->means, &w->squares,
                        &w->averages};
    for (size_t i = 0; i < sizeof arrays / sizeof *arrays; i++)
        *arrays[i] = train_alloc(size, sizeof(float));
    w->turned = is_matrix ? train_alloc(size, sizeof(float)) : NULL;
    w->deep = deep;
    w->wide = wide;
    for (size_t i = 0; i < size && spread > 0; i++)
        w->values[i] = spread * chance(s);
}

static float root(float x) {
    float y = 1;
    for (int i = 0; i < 20; i++) y = 0.5f * (y + x / y);
    return y;
}

/* Cells keep at first what they hold. */
static void open_forget_gates(student *s) {
    for (uint32_t i = DTL_NET_INPUT; i < DTL_NET_HIDDEN; i++)
        for (uint32_t k = 0; k < DTL_NET_CELLS; k++)
            s->biases[i].values[DTL_NET_CELLS + k] = 1;
}

student *student_new(uint32_t rows, uint32_t labels, uint64_t seed) {
    student *s = train_alloc(1, sizeof *s);
    s->random = seed;
    s->labels = labels;
    weights_init(s, &s->rows, rows, DTL_NET_WIDTH, 0.1f, false);
    for (uint32_t i = 0; i < DTL_NET_MATRICES; i++) {
        const dtl_net_shape shape = dtl_net_shape_of(i);
        const float spread = i == DTL_NET_PAIRING
                                 ? 1.0f / (float)shape.inputs
                                 : 1 / root((float)shape.inputs);
        weights_init(s, &s->weights[i], shape.inputs, shape.outputs, spread,
                     true);
        weights_init(s, &s->biases[i], 1, shape.outputs, 0, false);
    }
    open_forget_gates(s);
    student_turn(s);
    return s;
}

static void weights_free(student_weights *w) {
    free(w->values);
    free(w->gradients);
    free(w->means);
    free(w->squares);
    free(w->averages);
    free(w->turned);
}

void student_free(student *s) {
    weights_free(&s->rows);
    for (uint32_t i = 0; i < DTL_NET_MATRICES; i++) {
        weights_free(&s->weights[i]);
        weights_free(&s->biases[i]);
    }
    free(s);
}

void student_turn(student *s) {
    for (uint32_t i = 0; i < DTL_NET_MATRICES; i++) {
        const student_weights *w = &s->weights[i];
        matrix_turn(w->values, w->deep, w->wide, w->turned);
    }
}

/* ---- forward ------------------------------------------------------------- */

/* Which values of all words of the sentence are dropped (Gal and Ghahramani
 * 2016): a new choice for each sentence. */
static void draw_mask(student *s, float *mask, uint32_t size, float keep) {
    for (uint32_t i = 0; i < size; i++) {
        mask[i] = train_chance(&s->random) < keep ? 1 / keep : 0;
    }
}

void student_mask(const float *mask, uint32_t size, uint32_t nodes,
                       float *values) {
    for (uint32_t n = 0; n < nodes; n++)
        for (uint32_t i = 0; i < size; i++) values[(size_t)n * size + i] *= mask[i];
}

static void read_words(student *s, const uint32_t *rows, uint32_t nodes) {
    for (uint32_t n = 0; n < nodes; n++) {
        float *word = s->values.words + (size_t)n * DTL_NET_WIDTH;
        const uint32_t *of = rows + (size_t)n * STUDENT_ROWS;
        memset(word, 0, DTL_NET_WIDTH * sizeof *word);
        for (uint32_t i = 1; i <= of[0]; i++) {
            const float *row =
                s->rows.values + (size_t)of[i] * DTL_NET_WIDTH;
            for (uint32_t j = 0; j < DTL_NET_WIDTH; j++) word[j] += row[j];
        }
    }
    draw_mask(s, s->word_mask, DTL_NET_WIDTH, s->keep_words);
    student_mask(s->word_mask, DTL_NET_WIDTH, nodes, s->values.words);
}

void student_transform(const student *s, uint32_t matrix, const float *in,
                      uint32_t nodes, float *out) {
    const student_weights *w = &s->weights[matrix];
    for (uint32_t n = 0; n < nodes; n++)
        memcpy(out + (size_t)n * w->wide, s->biases[matrix].values,
               w->wide * sizeof *out);
    matrix_multiply(in, nodes, w->deep, w->values, w->wide, out);
}

static void pass_gates(float *gates, const float *before, float *cells,
                       float *curved, float *given) {
    float *in = gates, *keep = gates + DTL_NET_CELLS;
    float *out = gates + 2 * DTL_NET_CELLS, *what = gates + 3 * DTL_NET_CELLS;
    for (uint32_t k = 0; k < DTL_NET_CELLS; k++) {
        in[k] = matrix_sigmoid(in[k]);
        keep[k] = matrix_sigmoid(keep[k]);
        out[k] = matrix_sigmoid(out[k]);
        what[k] = matrix_tanh(what[k]);
        cells[k] = in[k] * what[k] + (before ? keep[k] * before[k] : 0);
        curved[k] = matrix_tanh(cells[k]);
        given[k] = out[k] * curved[k];
    }
}

uint32_t student_before(uint32_t node, uint32_t direction, uint32_t nodes) {
    if (direction) return node + 1;
    return node ? node - 1 : nodes;
}

const float *student_input(const student *s, uint32_t layer) {
    return layer ? s->values.states[layer - 1] : s->values.words;
}

static void read_layer(student *s, uint32_t layer, uint32_t direction,
                       uint32_t nodes) {
    student_memory *m = &s->memory[layer][direction];
    const uint32_t at = 2 * layer + direction;
    const student_weights *hidden = &s->weights[DTL_NET_HIDDEN + at];
    float *given = s->values.given[layer] + direction * DTL_NET_CELLS;
    student_transform(s, DTL_NET_INPUT + at, student_input(s, layer), nodes, m->gates);
    for (uint32_t i = 0; i < nodes; i++) {
        const uint32_t node = direction ? nodes - 1 - i : i;
        const uint32_t last = student_before(node, direction, nodes);
        float *gates = m->gates + (size_t)node * DTL_NET_GATES;
        const float *cells = NULL;
        if (last < nodes) {
            matrix_multiply(given + (size_t)last * DTL_NET_BOTH, 1,
                            DTL_NET_CELLS, hidden->values, DTL_NET_GATES,
                            gates);
            cells = m->cells + (size_t)last * DTL_NET_CELLS;
        }
        pass_gates(gates, cells, m->cells + (size_t)node * DTL_NET_CELLS,
                   m->curved + (size_t)node * DTL_NET_CELLS,
                   given + (size_t)node * DTL_NET_BOTH);
    }
}

void student_leak(float *values, size_t size) {
    for (size_t i = 0; i < size; i++)
        if (values[i] < 0) values[i] *= STUDENT_LEAK;
}

static void score_arcs(student *s, uint32_t nodes) {
    student_values *v = &s->values;
    const float *states = v->states[DTL_NET_LAYERS - 1];
    const size_t size = (size_t)nodes * DTL_NET_ARC;
    student_transform(s, DTL_NET_DEPENDENT, states, nodes, v->dependents);
    student_transform(s, DTL_NET_HEAD, states, nodes, v->heads);
    student_leak(v->dependents, size);
    student_leak(v->heads, size);
    student_transform(s, DTL_NET_PAIRING, v->dependents, nodes, v->asked);
    matrix_turn(v->heads, nodes, DTL_NET_ARC, s->scratch);
    memset(v->arcs, 0, (size_t)nodes * nodes * sizeof *v->arcs);
    matrix_multiply(v->asked, nodes, DTL_NET_ARC, s->scratch, nodes, v->arcs);
}

void student_forward(student *s, const uint32_t *rows, uint32_t nodes) {
    student_values *v = &s->values;
    const size_t size = (size_t)nodes * DTL_NET_BOTH * sizeof(float);
    read_words(s, rows, nodes);
    for (uint32_t layer = 0; layer < DTL_NET_LAYERS; layer++) {
        read_layer(s, layer, 0, nodes);
        read_layer(s, layer, 1, nodes);
        memcpy(v->states[layer], v->given[layer], size);
        draw_mask(s, s->state_mask[layer], DTL_NET_BOTH, s->keep_states);
        student_mask(s->state_mask[layer], DTL_NET_BOTH, nodes,
                   v->states[layer]);
    }
    const float *states = v->states[DTL_NET_LAYERS - 1];
    student_transform(s, DTL_NET_LABEL, states, nodes, v->labels);
    score_arcs(s, nodes);
    student_transform(s, DTL_NET_PAIR_DEPENDENT, states, nodes, v->pairs[0]);
    student_transform(s, DTL_NET_PAIR_HEAD, states, nodes, v->pairs[1]);
}

