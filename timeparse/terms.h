/* terms.h - the words and rows of the tables, made ready for matching.
 *
 * dtl_terms_new hashes tokens.def and reads patterns.def into sequences
 * of class sets. It costs some tens of microseconds and is done once for a
 * document; after that nothing in it changes. */
#ifndef DTL_TERMS_H
#define DTL_TERMS_H

#include "core/base/arena.h"
#include "timeparse/meaning.h"

typedef enum {
    DTL_CLASS_NONE = 0,
#define CLASS(name) DTL_CLASS_##name,
#include "timeparse/classes.def"
#undef CLASS
    DTL_CLASS_WORDS /* the words that stand literally in patterns follow */
} dtl_class;

#define DTL_CLASS_MAX 320

/* A set of token classes. */
typedef struct {
    uint64_t bits[DTL_CLASS_MAX / 64];
} dtl_classes;

static inline void dtl_classes_add(dtl_classes *set, unsigned class_) {
    set->bits[class_ / 64] |= (uint64_t)1 << class_ % 64;
}

static inline bool dtl_classes_has(const dtl_classes *set, unsigned class_) {
    return set->bits[class_ / 64] >> class_ % 64 & 1;
}

static inline bool dtl_classes_meet(const dtl_classes *a,
                                    const dtl_classes *b) {
    uint64_t both = 0;
    for (unsigned k = 0; k < DTL_CLASS_MAX / 64; k++)
        both |= a->bits[k] & b->bits[k];
    return both != 0;
}

/* Takes the lowest class out of a set; 0 when it is empty. */
static inline unsigned dtl_classes_take(dtl_classes *set) {
    for (unsigned k = 0; k < DTL_CLASS_MAX / 64; k++) {
        const uint64_t bits = set->bits[k];
        if (!bits) continue;
        set->bits[k] = bits & (bits - 1);
        return k * 64 + (unsigned)__builtin_ctzll(bits);
    }
    return 0;
}

/* tokens.def flags */
enum { DTL_TOKEN_CAPITAL = 1, DTL_TOKEN_DOT = 2, DTL_TOKEN_SMALL = 4 };

typedef struct {
    const char *text;
    uint8_t length, flags;
    uint16_t class_;
    uint16_t next; /* the same word in another class; 0: none */
    int32_t value;
} dtl_token_entry;

/* A row of tokens.def or zones.def. */
typedef struct {
    const char *text;
    uint8_t class_, flags;
    int32_t value;
    const char *example, *said; /* what the example must give */
} dtl_word_row;

/* One place of a pattern. */
typedef struct {
    dtl_classes classes;
    bool optional; /* [x] */
    bool around;   /* <x >x: must stand there, belongs not to the date */
    bool split;    /* ~x: parts a list or range, one date on each side */
} dtl_place;

/* The passes over a run of tokens, in order. A row of a later level sees
 * the nodes that earlier levels have made. */
typedef enum {
    DTL_LEVEL_COUNT = 0, /* a few, two or three, two and a half */
    DTL_LEVEL_DATE,      /* dates, deictic words, clock times */
    DTL_LEVEL_JOIN,      /* Friday, June 16; June last year */
    DTL_LEVEL_PART,      /* Friday morning; 5 p.m. Friday */
    DTL_LEVEL_SHADE,     /* early next week; more than two years */
    DTL_LEVEL_END
} dtl_level;

typedef struct {
    const char *name, *pattern, *example, *value;
    dtl_level level;
    dtl_meaning meaning;
} dtl_row;

typedef struct {
    uint16_t first, count; /* its places */
    bool splits;           /* one of them is a split */
} dtl_pattern;

typedef struct dtl_terms {
    dtl_token_entry entries[896];
    uint16_t entry_count;
    uint16_t slots[2048];
    uint16_t class_count;
    dtl_classes triggers;      /* classes that can make an expression */
    const dtl_word_row *words; /* of tokens.def and zones.def */
    uint16_t word_count;
    const dtl_row *rows; /* of patterns.def and holidays.def */
    uint16_t row_count;
    dtl_pattern *patterns;     /* one a row */
    dtl_place *places;
    uint32_t place_count;
    /* Rows that can begin with a class, by level and class:
     * starts[from[level][class]] up to from[level][class + 1]. */
    uint16_t from[DTL_LEVEL_END][DTL_CLASS_MAX + 1];
    uint16_t *starts;
} dtl_terms;

/* NULL when memory ran out. */
const dtl_terms *dtl_terms_new(dtl_arena *arena);

/* The terms as if one row did not stand in its table, to show that it is
 * needed: `skip` is one of terms->words or terms->rows. */
const dtl_terms *dtl_terms_without(dtl_arena *arena, const void *skip);

/* The entry of a lower-case word, 0 when it has none. */
uint16_t dtl_terms_find(const dtl_terms *terms, const char *word,
                          size_t length);

/* The value of an entry in a class; the word must have it. */
int32_t dtl_terms_value(const dtl_terms *terms, uint16_t entry,
                          unsigned class_);

#endif
