/* tagger.h - the part-of-speech tagger.
 *
 * A label is a pair of universal part of speech and Penn Treebank tag. A
 * linear model scores the labels of each word from left to right (Collins
 * 2002, greedy as Ratnaparkhi 1996 without a beam). */
#ifndef DTL_LANGUAGE_TAGGER_H
#define DTL_LANGUAGE_TAGGER_H

#include "core/language/token.h"
#include "core/language/weights.h"

/* Tokens in front of and behind those of a sentence; zeroed. */
#define DTL_TOKEN_PADDING 4

/* Adds the features of word i; tokens[-2 .. count + 2] must be readable. */
void dtl_tagger_features(const dtl_token *tokens, uint32_t i,
                         dtl_features *features);

/* class_ of each token, from the dictionary. */
void dtl_tagger_classes(const dtl_model *model, dtl_token *tokens,
                        uint32_t count);

/* Fills label and pos of every token. */
void dtl_tagger_run(const dtl_model *model, dtl_token *tokens, uint32_t count);

/* The best scored label of [first, count). Label 0 is that of padding. */
uint8_t dtl_label_best(const int32_t *scores, uint32_t first,
                       uint32_t count);

#endif
