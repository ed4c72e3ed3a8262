/* lexicon.h - what is known of a word form before anyone looks at its
 * sentence: WordNet classes, inflection, and whether it is part of names.
 *
 * The data is core/language/english.lex, linked in as it is: nothing is
 * done at the start, a look-up is one hash and a short scan. It is made by
 * core/language/train/build_lexicon.c; sources and licences are in
 * MODEL.md. */
#ifndef DTL_LEXICON_H
#define DTL_LEXICON_H

#include <stddef.h>
#include <stdint.h>

#include "core/model.h"

/* The bits of a form of `length` bytes in any case; 0 when it is not known
 * or longer than DTL_MAX_WORD_BYTES. */
uint32_t dtl_lexicon_classes(const char *form, size_t length);

/* ---- for lemma.c and the builder ---------------------------------------- */

/* An opened image; all pointers lead into it. */
typedef struct {
    const unsigned char *form_starts, *form_prints, *form_sets, *sets;
    const unsigned char *lemma_starts, *lemma_prints, *lemma_offsets;
    const char *pool;
    uint32_t set_count, pool_size;
} dtl_lexicon;

#define DTL_LEXICON_MAGIC UINT32_C(0x31584C44) /* "DLX1" */
#define DTL_LEXICON_FORM_BUCKETS 65536u
#define DTL_LEXICON_LEMMA_BUCKETS 4096u

/* Opens an image of `size` bytes; all zero when it is none. */
dtl_lexicon dtl_lexicon_open(const void *image, size_t size);

/* The one that is linked in. */
dtl_lexicon dtl_lexicon_english(void);

/* As dtl_lexicon_classes, for a form that is lower case already. */
uint32_t dtl_lexicon_bits(const dtl_lexicon *lexicon, const char *lower,
                          size_t length);

/* The lemma that stands in the lexicon for a lower-case form and a key (see
 * lemma.c), NULL when there is none. Lives as long as the image. */
const char *dtl_lexicon_lemma(const dtl_lexicon *lexicon, const char *lower,
                              size_t length, uint32_t key);

/* FNV-1a, 64 bit, stirred; key 0 for forms. The same in the builder. */
uint64_t dtl_lexicon_hash(const char *bytes, size_t length, uint32_t key);

#endif
