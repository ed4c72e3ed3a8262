/* lemma.h - the dictionary form of a word in its sentence. */
#ifndef DTL_LEMMA_H
#define DTL_LEMMA_H

#include "core/language/lexicon.h"
#include "core/model.h"

/* The lemma of `form` (any case, `length` bytes) under its part of speech
 * and tag, as UD English writes it: "be" for "'s" (AUX, VBZ), "talk" for
 * "Talks" (NOUN, NNS), names as they stand but singular. Lives as long as
 * the arena; NULL only when memory failed. */
const char *dtl_lemma_find(dtl_arena *arena, const char *form, size_t length,
                           dtl_pos pos, dtl_tag tag);

/* ---- for the builder of the lexicon -------------------------------------- */

/* Under which the lexicon keeps a lemma: of a form with this part of speech
 * and tag; and of an inflected form whatever its tag. */
uint32_t dtl_lemma_key(dtl_pos pos, dtl_tag tag);
uint32_t dtl_lemma_group(dtl_pos pos);

/* The lemma that WordNet's detachment rules give for a lower-case form;
 * `out` has room for length + 4 bytes. Returns its length. */
size_t dtl_lemma_rule(const dtl_lexicon *lexicon, const char *lower,
                      size_t length, dtl_tag tag, char *out);

/* The same for a name, which keeps its capitals: `out` as above. */
size_t dtl_lemma_name(const char *form, size_t length, dtl_tag tag,
                      char *out);
uint32_t dtl_lemma_name_key(const char *form, size_t length, dtl_tag tag);

#endif
