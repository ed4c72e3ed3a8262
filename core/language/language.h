/* language.h - sentences, words, tags, lemmas and the dependency parse. */
#ifndef DTL_LANGUAGE_H
#define DTL_LANGUAGE_H

#include "core/model.h"

/* Fills sentences and words from the blocks that carry language. */
void dtl_language_split(dtl_source *source, dtl_arena *arena);

/* Fills pos, tag, lemma and lex of every word, and head and dep as the
 * network gives them: a tree for each sentence. */
void dtl_language_tag(dtl_source *source, dtl_arena *arena);

/* Mends the trees, and fills root of every sentence. Reads word.time: the
 * words of one time expression stay together. */
void dtl_language_parse(dtl_source *source, dtl_arena *arena);

#endif
