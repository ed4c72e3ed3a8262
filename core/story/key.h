/* key.h - names compared as readers do, and an index of what they name.
 *
 * Two names are one key when they differ only in the case of ASCII letters,
 * in dots ("U.S.", "US"), in the width of white space or in the apostrophe's
 * shape. */
#ifndef DTL_KEY_H
#define DTL_KEY_H

#include "core/base/arena.h"

/* How many values one key keeps: the newest ones. It bounds every look-up. */
#define DTL_KEY_VALUES 4

typedef struct {
    const char *bytes; /* not copied: must outlive the index */
    uint32_t length;
    uint32_t hash;
    int32_t next;      /* in its bucket */
    int32_t values[DTL_KEY_VALUES]; /* newest first */
    uint32_t count;    /* of values */
    char room;         /* keys of different rooms never meet */
} dtl_key_entry;

typedef struct {
    DTL_LIST(dtl_key_entry) entries;
    int32_t *buckets;
    uint32_t size; /* of buckets: a power of two */
} dtl_key_index;

/* Of equal keys of a room it is equal. */
uint32_t dtl_key_hash(char room, const char *bytes, size_t length);

bool dtl_key_equal(const char *a, size_t a_length, const char *b,
                   size_t b_length);

/* Adds a value to the key unless it already is its newest. Failure is in
 * the arena. */
void dtl_key_add(dtl_arena *arena, dtl_key_index *index, char room,
                 const char *bytes, size_t length, int32_t value);

/* The key's entry, or NULL. */
const dtl_key_entry *dtl_key_find(const dtl_key_index *index, char room,
                                  const char *bytes, size_t length);

#endif
