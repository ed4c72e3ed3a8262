/* student_back.c - from the losses of a sentence back to every weight. */
#include "core/language/train/student.h"

#include <string.h>

#include "core/language/train/matrix.h"
#include "core/model.h"

/* Of the sum of losses, how much that of a label counts. */
#define LABEL_SHARE 1.0f

/* ---- backward ------------------------------------------------------------ */

/* From the loss by out = in * weights to those by weights and by in. */
static void blame(student *s, uint32_t matrix, const float *in,
                  const float *out_loss, uint32_t nodes, float *in_loss) {
    student_weights *w = &s->weights[matrix];
    matrix_outer(in, nodes, w->deep, out_loss, w->wide, w->gradients);
    if (dtl_net_shape_of(matrix).biased)
        matrix_add_rows(out_loss, nodes, w->wide,
                        s->biases[matrix].gradients);
    matrix_multiply(out_loss, nodes, w->wide, w->turned, w->deep, in_loss);
}

static void blame_leak(const float *values, size_t size, float *losses) {
    for (size_t i = 0; i < size; i++)
        if (values[i] < 0) losses[i] *= STUDENT_LEAK;
}

static void blame_arcs(student *s, uint32_t nodes) {
    student_values *v = &s->values, *l = &s->losses;
    const float *states = v->states[DTL_NET_LAYERS - 1];
    float *states_loss = l->states[DTL_NET_LAYERS - 1];
    const size_t size = (size_t)nodes * DTL_NET_ARC;
    memset(l->asked, 0, size * sizeof(float));
    memset(l->heads, 0, size * sizeof(float));
    memset(l->dependents, 0, size * sizeof(float));
    matrix_multiply(l->arcs, nodes, nodes, v->heads, DTL_NET_ARC, l->asked);
    matrix_outer(l->arcs, nodes, nodes, v->asked, DTL_NET_ARC, l->heads);
    blame(s, DTL_NET_PAIRING, v->dependents, l->asked, nodes, l->dependents);
    blame_leak(v->dependents, size, l->dependents);
    blame_leak(v->heads, size, l->heads);
    blame(s, DTL_NET_DEPENDENT, states, l->dependents, nodes, states_loss);
    blame(s, DTL_NET_HEAD, states, l->heads, nodes, states_loss);
}

/* The loss by one node's gates; what goes on to the node read before it
 * comes back in `cell`. */
static void blame_gates(const float *gates, const float *curved,
                        const float *last, const float *given_loss,
                        const float *later, float *cell, float *out) {
    const float *in = gates, *keep = gates + DTL_NET_CELLS;
    const float *open = gates + 2 * DTL_NET_CELLS;
    const float *what = gates + 3 * DTL_NET_CELLS;
    for (uint32_t k = 0; k < DTL_NET_CELLS; k++) {
        const float given = given_loss[k] + later[k];
        const float held =
            cell[k] + given * open[k] * (1 - curved[k] * curved[k]);
        out[k] = held * what[k] * in[k] * (1 - in[k]);
        out[DTL_NET_CELLS + k] =
            last ? held * last[k] * keep[k] * (1 - keep[k]) : 0;
        out[2 * DTL_NET_CELLS + k] =
            given * curved[k] * open[k] * (1 - open[k]);
        out[3 * DTL_NET_CELLS + k] = held * in[k] * (1 - what[k] * what[k]);
        cell[k] = held * keep[k];
    }
}

/* What the hidden weights were multiplied with: the state before each. */
static void states_before(const float *given, uint32_t direction,
                          uint32_t nodes, float *out) {
    for (uint32_t n = 0; n < nodes; n++, out += DTL_NET_CELLS) {
        const uint32_t last = student_before(n, direction, nodes);
        if (last >= nodes) memset(out, 0, DTL_NET_CELLS * sizeof *out);
        else memcpy(out, given + (size_t)last * DTL_NET_BOTH,
                    DTL_NET_CELLS * sizeof *out);
    }
}

static void blame_layer(student *s, uint32_t layer, uint32_t direction,
                        uint32_t nodes, float *in_loss) {
    const student_memory *m = &s->memory[layer][direction];
    const uint32_t at = 2 * layer + direction;
    student_weights *hidden = &s->weights[DTL_NET_HIDDEN + at];
    const float *given = s->values.given[layer] + direction * DTL_NET_CELLS;
    const float *loss = s->losses.given[layer] + direction * DTL_NET_CELLS;
    float *gates = s->scratch;
    float later[DTL_NET_CELLS] = {0}, cell[DTL_NET_CELLS] = {0};
    static float earlier[DTL_NET_NODES * DTL_NET_CELLS];
    for (uint32_t i = nodes; i-- > 0;) {
        const uint32_t node = direction ? nodes - 1 - i : i;
        const uint32_t last = student_before(node, direction, nodes);
        float *out = gates + (size_t)node * DTL_NET_GATES;
        blame_gates(m->gates + (size_t)node * DTL_NET_GATES,
                    m->curved + (size_t)node * DTL_NET_CELLS,
                    last < nodes ? m->cells + (size_t)last * DTL_NET_CELLS
                                 : NULL,
                    loss + (size_t)node * DTL_NET_BOTH, later, cell, out);
        memset(later, 0, sizeof later);
        matrix_multiply(out, 1, DTL_NET_GATES, hidden->turned, DTL_NET_CELLS,
                        later);
    }
    states_before(given, direction, nodes, earlier);
    matrix_outer(earlier, nodes, DTL_NET_CELLS, gates, DTL_NET_GATES,
                 hidden->gradients);
    blame(s, DTL_NET_INPUT + at, student_input(s, layer), gates, nodes, in_loss);
}

static void blame_rows(student *s, const uint32_t *rows, uint32_t nodes) {
    for (uint32_t n = 0; n < nodes; n++) {
        const float *loss = s->losses.words + (size_t)n * DTL_NET_WIDTH;
        const uint32_t *of = rows + (size_t)n * STUDENT_ROWS;
        for (uint32_t i = 1; i <= of[0]; i++) {
            float *row = s->rows.gradients + (size_t)of[i] * DTL_NET_WIDTH;
            for (uint32_t j = 0; j < DTL_NET_WIDTH; j++) row[j] += loss[j];
        }
    }
}

/* losses.labels, arcs and pairs are there. */
void student_backward(student *s, const uint32_t *rows, uint32_t nodes) {
    student_values *v = &s->values, *l = &s->losses;
    const uint32_t last = DTL_NET_LAYERS - 1;
    const size_t size = (size_t)nodes * DTL_NET_BOTH * sizeof(float);
    for (uint32_t i = 0; i < DTL_NET_LAYERS; i++)
        memset(l->states[i], 0, size);
    memset(l->words, 0, (size_t)nodes * DTL_NET_WIDTH * sizeof(float));
    blame(s, DTL_NET_LABEL, v->states[last], l->labels, nodes,
          l->states[last]);
    blame_arcs(s, nodes);
    blame(s, DTL_NET_PAIR_DEPENDENT, v->states[last], l->pairs[0], nodes,
          l->states[last]);
    blame(s, DTL_NET_PAIR_HEAD, v->states[last], l->pairs[1], nodes,
          l->states[last]);
    for (uint32_t layer = DTL_NET_LAYERS; layer-- > 0;) {
        float *in_loss = layer ? l->states[layer - 1] : l->words;
        memcpy(l->given[layer], l->states[layer], size);
        student_mask(s->state_mask[layer], DTL_NET_BOTH, nodes,
                   l->given[layer]);
        blame_layer(s, layer, 0, nodes, in_loss);
        blame_layer(s, layer, 1, nodes, in_loss);
    }
    student_mask(s->word_mask, DTL_NET_WIDTH, nodes, l->words);
    blame_rows(s, rows, nodes);
}

/* ---- losses -------------------------------------------------------------- */

/* The relation of a word to its gold head. */
static void lose_relation(student *s, uint32_t word, uint32_t head,
                          uint8_t dep) {
    const student_weights *w = &s->weights[DTL_NET_RELATION];
    const size_t a = (size_t)word * DTL_NET_PAIR;
    const size_t b = (size_t)head * DTL_NET_PAIR;
    float pair[DTL_NET_PAIR], loss[DTL_NET_PAIR] = {0};
    float scores[DTL_NET_RELATIONS];
    for (uint32_t i = 0; i < DTL_NET_PAIR; i++)
        pair[i] = s->values.pairs[0][a + i] + s->values.pairs[1][b + i];
    student_leak(pair, DTL_NET_PAIR);
    student_transform(s, DTL_NET_RELATION, pair, 1, scores);
    s->relation_loss -= (double)matrix_softmax(scores, DTL_DEP_COUNT, dep);
    for (uint32_t i = DTL_DEP_COUNT; i < w->wide; i++) scores[i] = 0;
    scores[dep] -= 1;
    blame(s, DTL_NET_RELATION, pair, scores, 1, loss);
    blame_leak(pair, DTL_NET_PAIR, loss);
    for (uint32_t i = 0; i < DTL_NET_PAIR; i++) {
        s->losses.pairs[0][a + i] += loss[i];
        s->losses.pairs[1][b + i] += loss[i];
    }
}

static void lose_head(student *s, uint32_t word, uint32_t head,
                      uint32_t nodes) {
    float *loss = s->losses.arcs + (size_t)word * nodes;
    memcpy(loss, s->values.arcs + (size_t)word * nodes,
           nodes * sizeof *loss);
    loss[word] = -1e9f; /* no word is its own head */
    s->arc_loss -= (double)matrix_softmax(loss, nodes, head);
    loss[head] -= 1;
}

static void lose_label(student *s, uint32_t word, uint8_t label) {
    float *loss = s->losses.labels + (size_t)word * DTL_MAX_LABELS;
    memcpy(loss, s->values.labels + (size_t)word * DTL_MAX_LABELS,
           DTL_MAX_LABELS * sizeof *loss);
    s->label_loss -= (double)matrix_softmax(loss, s->labels, label);
    for (uint32_t i = s->labels; i < DTL_MAX_LABELS; i++) loss[i] = 0;
    loss[label] -= 1;
    for (uint32_t i = 0; i < s->labels; i++) loss[i] *= LABEL_SHARE;
}

void student_read(student *s, const train_sentence *sentence,
                  const uint32_t *rows) {
    const uint32_t nodes = sentence->count + 1;
    student_values *l = &s->losses;
    student_forward(s, rows, nodes);
    memset(l->labels, 0, (size_t)nodes * DTL_MAX_LABELS * sizeof(float));
    memset(l->arcs, 0, (size_t)nodes * nodes * sizeof(float));
    for (int side = 0; side < 2; side++)
        memset(l->pairs[side], 0,
               (size_t)nodes * DTL_NET_PAIR * sizeof(float));
    for (uint32_t i = 0; i < sentence->count; i++) {
        const uint32_t head = (uint32_t)sentence->heads[i] - 1;
        lose_label(s, i, sentence->labels[i]);
        lose_head(s, i, head, nodes);
        lose_relation(s, i, head, sentence->deps[i]);
    }
    student_backward(s, rows, nodes);
}
