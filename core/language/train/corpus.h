/* corpus.h - CoNLL-U treebanks as the trainer holds them. */
#ifndef DTL_TRAIN_CORPUS_H
#define DTL_TRAIN_CORPUS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/language/net.h"

/* Arrays are counted from 0 for words; heads are nodes of tree.h. */
typedef struct {
    uint32_t count;
    dtl_token *tokens;
    uint8_t *labels;   /* gold */
    int16_t *heads;    /* gold node; count + 1: the root */
    uint8_t *deps;     /* gold dtl_dep */
} train_sentence;

typedef struct {
    train_sentence *items;
    uint32_t count, capacity;
    uint32_t words;
} train_corpus;

/* The labels met: pairs of dtl_pos and dtl_tag; entry 0 is padding. */
typedef struct {
    uint8_t pos[DTL_MAX_LABELS], tag[DTL_MAX_LABELS];
    uint32_t count;
} train_labels;

/* Appends a file's sentences; ends the program when it cannot be read.
 * With fixed labels an unknown pair becomes the first label of its pos. */
void train_corpus_read(train_corpus *corpus, const char *path,
                       train_labels *labels);

/* Memory or the end of the program. */
void *train_alloc(size_t count, size_t size);
void *train_grow(void *array, size_t count, size_t size);
void train_die(const char *what, const char *which)
    __attribute__((noreturn));

/* xorshift64*: the only source of chance. */
uint64_t train_random(uint64_t *state);

/* From 0 to below 1. */
float train_chance(uint64_t *state);

#endif
