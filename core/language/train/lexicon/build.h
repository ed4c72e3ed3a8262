/* build.h - what the builder of the lexicon holds. */
#ifndef DTL_TRAIN_LEXICON_H
#define DTL_TRAIN_LEXICON_H

#include "core/language/lexicon.h"

typedef struct {
    uint64_t hash;
    char *form;
    uint32_t bits;
} form_row;

typedef struct {
    uint64_t hash;
    char *form, *lemma;
    uint32_t key, count, rank; /* rank: first come, first kept */
} lemma_row;

typedef DTL_LIST(form_row) form_list;
typedef DTL_LIST(lemma_row) lemma_list;

typedef struct {
    dtl_arena arena;
    form_list forms;
    lemma_list seen;   /* (form, key, lemma) with counts */
    lemma_list lemmas; /* what is kept */
    uint32_t exceptions; /* of them, WordNet's */
} builder;

typedef DTL_LIST(unsigned char) bytes;

/* The forms and lemmas, sorted, as bytes; see lexicon.c. */
bytes make_image(builder *b);

void write_image(const bytes *image, const char *path);

/* Ends the program with a message. */
void die(const char *what, const char *which) __attribute__((noreturn));

#endif
