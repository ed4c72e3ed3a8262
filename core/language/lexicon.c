/* lexicon.c - looks forms up in the read-only image.
 *
 * The image, all numbers little-endian:
 *     u32 magic, form count, set count, lemma count, pool size, 0, 0, 0
 *     u32 form_starts[FORM_BUCKETS + 1]    bucket: hash >> 48
 *     u32 form_prints[form count]          low half of the hash, ascending
 *     u32 sets[set count]                  distinct bit sets
 *     u32 lemma_starts[LEMMA_BUCKETS + 1]  bucket: hash >> 52
 *     u32 lemma_prints[lemma count]
 *     u32 lemma_offsets[lemma count]       into the pool
 *     u16 form_sets[form count], padded to 4 bytes
 *     char pool[pool size]                 NUL-terminated lemmas
 *
 * Forms are kept as 48 bits of their hash: the builder refuses two of its
 * forms that share them; a form that it never saw is taken for a known one
 * once in a thousand million. */
#include "core/language/lexicon.h"

#include <string.h>

#include "core/base/limits.h"
#include "core/language/chars.h"

extern const unsigned char dtl_language_lexicon[]
    __attribute__((visibility("hidden")));
extern const unsigned char dtl_language_lexicon_end[]
    __attribute__((visibility("hidden")));

static uint32_t u32(const unsigned char *bytes, uint32_t index) {
    const unsigned char *b = bytes + (size_t)index * 4;
    return (uint32_t)b[0] | (uint32_t)b[1] << 8 | (uint32_t)b[2] << 16 |
           (uint32_t)b[3] << 24;
}

uint64_t dtl_lexicon_hash(const char *bytes, size_t length, uint32_t key) {
    uint64_t hash = UINT64_C(0xCBF29CE484222325) ^
                    key * UINT64_C(0x9E3779B97F4A7C15);
    for (size_t i = 0; i < length; i++)
        hash = (hash ^ (unsigned char)bytes[i]) * UINT64_C(0x100000001B3);
    hash ^= hash >> 32;
    hash *= UINT64_C(0x9E3779B97F4A7C15);
    return hash ^ hash >> 29;
}

dtl_lexicon dtl_lexicon_open(const void *image, size_t size) {
    const unsigned char *at = image;
    if (size < 32 || u32(at, 0) != DTL_LEXICON_MAGIC)
        return (dtl_lexicon){0};
    const uint32_t forms = u32(at, 1), sets = u32(at, 2), lemmas = u32(at, 3);
    dtl_lexicon lexicon = {.set_count = sets, .pool_size = u32(at, 4)};
    lexicon.form_starts = at + 32;
    lexicon.form_prints =
        lexicon.form_starts + (DTL_LEXICON_FORM_BUCKETS + 1) * 4;
    lexicon.sets = lexicon.form_prints + (size_t)forms * 4;
    lexicon.lemma_starts = lexicon.sets + (size_t)sets * 4;
    lexicon.lemma_prints =
        lexicon.lemma_starts + (DTL_LEXICON_LEMMA_BUCKETS + 1) * 4;
    lexicon.lemma_offsets = lexicon.lemma_prints + (size_t)lemmas * 4;
    lexicon.form_sets = lexicon.lemma_offsets + (size_t)lemmas * 4;
    lexicon.pool =
        (const char *)lexicon.form_sets + ((size_t)forms * 2 + 3) / 4 * 4;
    const size_t need =
        (size_t)(lexicon.pool - (const char *)image) + lexicon.pool_size;
    return need <= size ? lexicon : (dtl_lexicon){0};
}

dtl_lexicon dtl_lexicon_english(void) {
    return dtl_lexicon_open(
        dtl_language_lexicon,
        (size_t)((uintptr_t)dtl_language_lexicon_end -
                 (uintptr_t)dtl_language_lexicon));
}

/* The index of `print` in [from, to), or `to`. */
static uint32_t find_print(const unsigned char *prints, uint32_t from,
                           uint32_t to, uint32_t print) {
    while (from < to && u32(prints, from) != print) from++;
    return from;
}

uint32_t dtl_lexicon_bits(const dtl_lexicon *lexicon, const char *lower,
                          size_t length) {
    if (!lexicon->form_starts) return 0;
    const uint64_t hash = dtl_lexicon_hash(lower, length, 0);
    const uint32_t bucket = (uint32_t)(hash >> 48);
    const uint32_t end = u32(lexicon->form_starts, bucket + 1);
    const uint32_t found =
        find_print(lexicon->form_prints, u32(lexicon->form_starts, bucket),
                   end, (uint32_t)hash);
    if (found == end) return 0;
    const unsigned char *set = lexicon->form_sets + (size_t)found * 2;
    return u32(lexicon->sets, (uint32_t)(set[0] | set[1] << 8));
}

const char *dtl_lexicon_lemma(const dtl_lexicon *lexicon, const char *lower,
                              size_t length, uint32_t key) {
    if (!lexicon->lemma_starts) return NULL;
    const uint64_t hash = dtl_lexicon_hash(lower, length, key);
    const uint32_t bucket = (uint32_t)(hash >> 52);
    const uint32_t end = u32(lexicon->lemma_starts, bucket + 1);
    const uint32_t found =
        find_print(lexicon->lemma_prints, u32(lexicon->lemma_starts, bucket),
                   end, (uint32_t)hash);
    if (found == end) return NULL;
    return lexicon->pool + u32(lexicon->lemma_offsets, found);
}

uint32_t dtl_lexicon_classes(const char *form, size_t length) {
    char lower[DTL_MAX_WORD_BYTES + 1];
    const size_t size =
        dtl_chars_lower(form, length, lower, DTL_MAX_WORD_BYTES);
    if (!size) return 0;
    const dtl_lexicon lexicon = dtl_lexicon_english();
    return dtl_lexicon_bits(&lexicon, lower, size);
}
