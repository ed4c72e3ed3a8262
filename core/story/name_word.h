/* name_word.h - which words can be part of a name. */
#ifndef DTL_NAME_WORD_H
#define DTL_NAME_WORD_H

#include "core/story/naming.h"

/* Reads the whole text once: which sentences are not all in capitals, and
 * which words stand as names where a capital means one. Before all others;
 * false when memory ran out. */
bool dtl_name_read_words(dtl_naming *naming);

/* The word is a name or a part of one. */
bool dtl_name_is_word(const dtl_naming *naming, int32_t word);

/* It is one inside a name: the adjective of "Foreign Affairs". */
bool dtl_name_is_inner(const dtl_naming *naming, int32_t word);

/* It opens a sentence and is a common noun to everyone but the tagger. */
bool dtl_name_is_common(const dtl_naming *naming, int32_t word);

/* It ends a name somewhere inside a sentence. */
bool dtl_name_is_seen(const dtl_naming *naming, int32_t word);

/* It and the next word stand together in a name somewhere. */
bool dtl_name_is_seen_pair(const dtl_naming *naming, int32_t word);

/* It is a small word that persons have inside their names: "van". */
bool dtl_name_is_particle(const dtl_naming *naming, int32_t word);

/* It joins the words of any name: "van", and "am" of places. */
bool dtl_name_is_joint(const dtl_naming *naming, int32_t word);

bool dtl_name_is_hyphen(const dtl_naming *naming, int32_t word);

/* The word of a name that says what is named: Bank of Orne, Orne Bank. */
int32_t dtl_name_kind_word(const dtl_naming *naming, int32_t first,
                           int32_t last);

/* An article whose capital no sentence gave it. */
bool dtl_name_is_inner_article(const dtl_naming *naming, int32_t word);

#endif
