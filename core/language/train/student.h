/* student.h - the network of net.h as it learns: in floating point, with
 * what each weight did to the loss. */
#ifndef DTL_TRAIN_STUDENT_H
#define DTL_TRAIN_STUDENT_H

#include "core/language/net.h"
#include "core/language/train/corpus.h"

/* Weights with what Adam (Kingma and Ba 2015) keeps of each, and their mean
 * over the last steps, which is what is used in the end. */
typedef struct {
    float *values, *gradients, *means, *squares, *averages;
    float *turned; /* values of a matrix, turned; NULL for the others */
    uint32_t deep, wide;
} student_weights;

/* What passes through for a sentence. Arrays are [node][...]. */
typedef struct {
    float gates[DTL_NET_NODES * DTL_NET_GATES];
    float cells[DTL_NET_NODES * DTL_NET_CELLS];
    float curved[DTL_NET_NODES * DTL_NET_CELLS]; /* tanh of the cells */
} student_memory;

typedef struct {
    float words[DTL_NET_NODES * DTL_NET_WIDTH];
    /* of a layer: as the cells gave them, and as they are handed on */
    float given[DTL_NET_LAYERS][DTL_NET_NODES * DTL_NET_BOTH];
    float states[DTL_NET_LAYERS][DTL_NET_NODES * DTL_NET_BOTH];
    float labels[DTL_NET_NODES * DTL_MAX_LABELS];
    float dependents[DTL_NET_NODES * DTL_NET_ARC];
    float asked[DTL_NET_NODES * DTL_NET_ARC]; /* dependents, for the heads */
    float heads[DTL_NET_NODES * DTL_NET_ARC];
    float arcs[DTL_NET_NODES * DTL_NET_NODES];
    float pairs[2][DTL_NET_NODES * DTL_NET_PAIR];
} student_values;

typedef struct {
    student_weights rows, weights[DTL_NET_MATRICES], biases[DTL_NET_MATRICES];
    uint32_t labels; /* how many there are */
    uint64_t random;
    float keep_words, keep_states;      /* what is not dropped */
    float word_mask[DTL_NET_WIDTH];     /* 0, or 1 / keep */
    float state_mask[DTL_NET_LAYERS][DTL_NET_BOTH];
    student_memory memory[DTL_NET_LAYERS][2];
    student_values values, losses;      /* and the loss by each */
    float scratch[DTL_NET_NODES * DTL_NET_GATES];
    double arc_loss, relation_loss, label_loss; /* of a round */
} student;

/* Weights by chance; the student is as large as `rows` rows make it. */
student *student_new(uint32_t rows, uint32_t labels, uint64_t seed);
void student_free(student *s);

/* The rows of a sentence: for each node how many, then as many. */
#define STUDENT_ROWS (DTL_NET_WORD_ROWS + 1)

/* Adds what the sentence says of each weight to the gradients. */
void student_read(student *s, const train_sentence *sentence,
                  const uint32_t *rows);

/* The first half of it; the other half is in student_back.c. */
void student_forward(student *s, const uint32_t *rows, uint32_t nodes);

/* ---- for both halves ----------------------------------------------------- */

/* What is below zero counts an eighth. */
#define STUDENT_LEAK 0.125f
void student_leak(float *values, size_t size);

/* Each row of values[nodes][size] times the mask. */
void student_mask(const float *mask, uint32_t size, uint32_t nodes,
                  float *values);

/* out = biases + in * weights */
void student_transform(const student *s, uint32_t matrix, const float *in,
                       uint32_t nodes, float *out);

/* The node that was read before one; `nodes` for none. */
uint32_t student_before(uint32_t node, uint32_t direction, uint32_t nodes);

/* What a layer reads. */
const float *student_input(const student *s, uint32_t layer);

/* ---- steps --------------------------------------------------------------- */

/* After the values of matrices have changed. */
void student_turn(student *s);

/* One step of Adam after `words` words; touched lists rows with gradients. */
typedef struct {
    uint32_t taken;       /* steps */
    float power_means, power_squares; /* of Adam's decays */
    float rate;
} student_pace;
void student_step(student *s, student_pace *pace, uint32_t words,
                  const uint32_t *touched, uint32_t count);

#endif
