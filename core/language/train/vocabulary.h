/* vocabulary.h - which values of words have rows of their own. */
#ifndef DTL_TRAIN_VOCABULARY_H
#define DTL_TRAIN_VOCABULARY_H

#include "core/language/net.h"
#include "core/language/train/corpus.h"

typedef struct {
    dtl_net_slot *slots;
    uint32_t slot_count; /* a power of two */
    uint32_t rows;
    uint32_t *counts;    /* how often each row's value was met */
} vocabulary;

/* The values that the corpus has often enough. */
void vocabulary_build(vocabulary *v, const train_corpus *corpus);
void vocabulary_free(vocabulary *v);

#endif
