/* terms.h - the words and rows of the tables, made ready for matching.
 *
 * tables/build.c hashes tokens.def and reads patterns.def into sequences of
 * class sets; that is done while the library is built (tables/write.c), so
 * that in a running program the terms are constants and cost nothing. */
#ifndef DTL_TERMS_H
#define DTL_TERMS_H

#include "timeparse/meaning.h"

typedef enum {
    DTL_CLASS_NONE = 0,
#define CLASS(name) DTL_CLASS_##name,
#include "timeparse/classes.def"
#undef CLASS
    DTL_CLASS_COUNT_
} dtl_class;

#define DTL_CLASS_MAX 128
_Static_assert(DTL_CLASS_COUNT_ <= DTL_CLASS_MAX, "classes.def is full");

/* A set of token classes. */
typedef struct {
    uint64_t bits[2];
} dtl_classes;

static inline void dtl_classes_add(dtl_classes *set, unsigned class_) {
    set->bits[class_ / 64] |= (uint64_t)1 << class_ % 64;
}

static inline void dtl_classes_take_out(dtl_classes *set, unsigned class_) {
    set->bits[class_ / 64] &= ~((uint64_t)1 << class_ % 64);
}

static inline bool dtl_classes_has(const dtl_classes *set, unsigned class_) {
    return set->bits[class_ / 64] >> class_ % 64 & 1;
}

static inline bool dtl_classes_meet(const dtl_classes *a,
                                    const dtl_classes *b) {
    return ((a->bits[0] & b->bits[0]) | (a->bits[1] & b->bits[1])) != 0;
}

/* Takes the lowest class out of a set; 0 when it is empty. */
static inline unsigned dtl_classes_take(dtl_classes *set) {
    for (unsigned k = 0; k < 2; k++) {
        const uint64_t bits = set->bits[k];
        if (!bits) continue;
        set->bits[k] = bits & (bits - 1);
        return k * 64 + (unsigned)__builtin_ctzll(bits);
    }
    return 0;
}

/* tokens.def flags; TRIGGER is worked out: some expression cannot do
 * without the word. */
enum { DTL_TOKEN_CAPITAL = 1, DTL_TOKEN_DOT = 2, DTL_TOKEN_SMALL = 4,
       DTL_TOKEN_TRIGGER = 8 };

enum { DTL_TERMS_SLOTS = 2048, DTL_TERMS_PAIRS = 1024, DTL_WORD_MAX = 16 };

/* A word of 1 to DTL_WORD_MAX letters, in lower case: its bytes, the first
 * lowest, the rest 0. */
typedef struct {
    uint64_t low, high;
} dtl_key;

/* A word in one of its classes, or as it stands literally in patterns. */
typedef struct {
    dtl_key key;
    uint8_t flags;
    uint8_t class_;  /* 0: a literal */
    uint16_t word;   /* number of the literal; 0: a class */
    uint16_t next;   /* the same word in another class; 0: none */
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
    uint16_t words;     /* its literals: terms->words[words] and following */
    uint8_t word_count;
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
} dtl_pattern;

/* Rows that can begin with a class or a literal, by level and number k:
 * rows[from[level * width + k]] up to the start of k + 1. */
typedef struct {
    const uint16_t *from, *rows;
    uint32_t width;
} dtl_starts;

typedef struct dtl_terms {
    const dtl_token_entry *entries; /* [0] is unused */
    const uint16_t *slots;   /* hash of a word to its entry; 0: none */
    const uint32_t *lengths; /* bit n: a word of n letters begins with this
                                pair of letters (dtl_terms_pair) */
    dtl_classes triggers;    /* classes that some expression needs */
    const dtl_pattern *patterns; /* one for each of dtl_rows */
    const dtl_place *places;
    const uint16_t *words;   /* literals of the places */
    dtl_starts by_class, by_word;
    dtl_classes begin[DTL_LEVEL_END]; /* classes that a row begins with */
} dtl_terms;

/* The rows of tokens.def and zones.def, of patterns.def and holidays.def. */
extern const dtl_word_row dtl_word_rows[];
extern const dtl_row dtl_rows[];
uint16_t dtl_word_rows_count(void);
uint16_t dtl_rows_count(void);

/* All tables. */
const dtl_terms *dtl_terms_english(void);

/* The key of `length` letters, at most DTL_WORD_MAX; upper case is folded.
 * `room` bytes may be read. */
dtl_key dtl_terms_key(const char *word, size_t length, size_t room);

/* How many letters stand at the beginning of `room` bytes, and the key of
 * them when they are at most DTL_WORD_MAX. */
uint32_t dtl_terms_letters(const char *word, size_t room, dtl_key *key);

/* The entry of a word, 0 when it has none. */
uint16_t dtl_terms_find(const dtl_terms *terms, dtl_key key);

/* The value of an entry in a class; the word must have it. */
int32_t dtl_terms_value(const dtl_terms *terms, uint16_t entry,
                        unsigned class_);

/* Where the search for a word begins, and the number of its first two
 * letters; `b` 0 for a word of one. */
static inline uint32_t dtl_terms_slot(dtl_key key) {
    const uint64_t mixed =
        (key.low ^ key.high << 1) * UINT64_C(0x9e3779b97f4a7c15);
    return (uint32_t)(mixed >> 40) % DTL_TERMS_SLOTS;
}

static inline uint32_t dtl_terms_pair(uint8_t a, uint8_t b) {
    return (uint32_t)(a & 31) << 5 | (b & 31);
}

#endif
