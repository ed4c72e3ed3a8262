/* features.h - hashed features of the tagger and the parser.
 *
 * A feature is a 64-bit hash of its template and its values. The template's
 * number is the feature's place in the list, so that extraction must emit
 * the same templates in the same order every time. */
#ifndef DTL_LANGUAGE_FEATURES_H
#define DTL_LANGUAGE_FEATURES_H

#include <stddef.h>
#include <stdint.h>

/* Features of one decision; a test of the extractors keeps them below. */
#define DTL_MAX_FEATURES 160

typedef struct {
    uint64_t keys[DTL_MAX_FEATURES];
    uint32_t count;
    uint32_t lines;    /* of the table that they will be looked up in */
    const void *table; /* NULL: none, in training */
} dtl_features;

#define DTL_LINE_BYTES 64

/* No features yet, to be looked up in a table of `lines` lines. */
static inline void dtl_features_open(dtl_features *features,
                                     const void *table, uint32_t lines) {
    features->count = 0;
    features->lines = lines;
    features->table = table;
}

/* Which line a key belongs to. */
static inline uint32_t dtl_line_of(uint64_t key, uint32_t lines) {
    return (uint32_t)(((key & UINT32_MAX) * lines) >> 32);
}

/* Multiplication by an odd constant and a fold: after Vigna's and Steele's
 * mixers, cut to what a table of a million keys needs. */
static inline uint64_t dtl_mix(uint64_t value) {
    value *= UINT64_C(0x9E3779B97F4A7C15);
    value ^= value >> 32;
    value *= UINT64_C(0xD6E8FEB86659FD93);
    return value ^ (value >> 29);
}

static inline uint64_t dtl_pair(uint32_t a, uint32_t b) {
    return ((uint64_t)a << 32) | b;
}

static inline void dtl_feature_add(dtl_features *features, uint64_t value) {
    const uint64_t template = features->count + 1;
    const uint64_t key =
        dtl_mix(value ^ (template << 57) ^ (template << 20));
    features->keys[features->count++] = key;
    if (features->table) /* the line is on its way while others are hashed */
        __builtin_prefetch((const char *)features->table +
                           (size_t)dtl_line_of(key, features->lines) *
                               DTL_LINE_BYTES);
}

/* A third and a fourth value are folded in after a mix of the first two. */
static inline uint64_t dtl_triple(uint32_t a, uint32_t b, uint32_t c) {
    return (dtl_pair(a, b) * UINT64_C(0xA0761D6478BD642F)) ^ c;
}

static inline uint64_t dtl_quad(uint32_t a, uint32_t b, uint32_t c,
                                uint32_t d) {
    return (dtl_pair(a, b) * UINT64_C(0xA0761D6478BD642F)) ^
           (dtl_pair(c, d) * UINT64_C(0xE7037ED1A0B428DB));
}

#endif
