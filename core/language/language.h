/* language.h - sentences, words, tags, lemmas and the dependency parse. */
#ifndef DTL_LANGUAGE_H
#define DTL_LANGUAGE_H

#include "core/model.h"

/* Fills sentences and words from the blocks that carry language. */
void dtl_language_split(dtl_source *source, dtl_arena *arena);

/* Fills pos, tag, lemma, lex and quoted of every word. */
void dtl_language_tag(dtl_source *source, dtl_arena *arena);

/* Fills head and dep of every word and root of every sentence: a tree each.
 * Reads word.time: the words of one time expression stay together. */
void dtl_language_parse(dtl_source *source, dtl_arena *arena);

#endif
