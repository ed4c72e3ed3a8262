/* image.h - builds a model file in memory. */
#ifndef DTL_TRAIN_IMAGE_H
#define DTL_TRAIN_IMAGE_H

#include "core/language/train/corpus.h"
#include "core/language/train/learner.h"

/* Cells to be written: pairs lie in `bytes`. */
typedef struct {
    uint64_t *keys;
    uint32_t *firsts;
    uint8_t *counts;
    uint32_t count, capacity;
    uint8_t *bytes;
    size_t used, room;
    int32_t unit; /* the score of one step */
} image_table;

void image_add(image_table *table, uint64_t key, const uint8_t *pairs,
               uint32_t count);

/* Adds all features of a trained learner, one byte a weight. */
void image_add_learner(image_table *table, const learner *l);

void image_free(image_table *table);

/* The whole file; *size receives its length. The caller frees it. */
void *image_build(const train_labels *labels,
                  const image_table tables[DTL_TABLES], size_t *size);

#endif
