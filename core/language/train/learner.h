/* learner.h - an averaged perceptron over sparse hashed features.
 *
 * Freund and Schapire 1999, averaged as Collins 2002, with the steps of
 * AdaGrad (Duchi, Hazan and Singer 2011): the n-th change of a weight is by
 * 1 / sqrt(n). Weights are integers and so are the sums of their averages:
 * the result does not depend on the machine. */
#ifndef DTL_TRAIN_LEARNER_H
#define DTL_TRAIN_LEARNER_H

#include <stdbool.h>

#include "core/language/features.h"
#include "core/language/weights.h"

/* The first change of a weight is by this much; the further, the less. */
#define LEARNER_STEP 256u
#define LEARNER_STEPS 65536u

typedef struct {
    int64_t total; /* sum of the weight over time */
    int32_t weight;
    uint32_t since; /* when total was last brought up to date */
    uint16_t changes; /* so far, as far as steps differ */
    uint8_t label;
} learner_cell;

typedef struct {
    learner_cell *cells;
    uint32_t updates;
    uint8_t count, capacity;
} learner_row;

typedef struct {
    uint64_t *keys; /* open addressing; 0: free */
    uint32_t *ids;
    uint32_t mask, count;
    learner_row *rows;
    uint64_t *row_keys;
    uint32_t row_capacity;
    uint32_t now;
    uint64_t seen; /* decisions of the runs before */
    bool fixed; /* no new features */
    bool even;  /* all steps alike, as in the plain perceptron */
    uint16_t steps[LEARNER_STEPS];
} learner;

#define LEARNER_NO_ROW UINT32_MAX

void learner_init(learner *l);
void learner_free(learner *l);

/* The rows of the features. */
void learner_find(learner *l, const dtl_features *features, uint32_t *rows);

/* Adds their weights to scores. */
void learner_score(const learner *l, const uint32_t *rows, uint32_t count,
                   int32_t *scores);

void learner_update(learner *l, const uint32_t *rows, uint32_t count,
                    uint8_t label, int32_t delta);

/* Brings the totals up to date and starts again from zero weights; totals
 * of several runs add up to the average of their models. */
void learner_restart(learner *l);

/* Forgets all weights and totals, and keeps the features. */
void learner_forget(learner *l);

/* Keeps the features updated at least `least` times, or oftener so that
 * they are no more than `most` (0: any number); forgets all weights and
 * takes no new features from here on. */
void learner_prune(learner *l, uint32_t least, uint32_t most);

#endif
