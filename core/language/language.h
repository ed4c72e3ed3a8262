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

/* Names as CoNLL-U writes them: "VERB", "VBD", "nsubj:pass". */
const char *dtl_language_pos_name(dtl_pos pos);
const char *dtl_language_tag_name(dtl_tag tag);
const char *dtl_language_dep_name(dtl_dep dep);

#endif
