/* table.h - a map from texts or numbers to indices, inside an arena.
 *
 * Open addressing, doubled before it is half full: every operation is
 * constant time on average, so that merging stays linear. */
#ifndef DTL_TABLE_H
#define DTL_TABLE_H

#include <stdint.h>

#include "core/base/arena.h"

typedef struct {
    uint64_t hash; /* 0: the slot is free */
    uint32_t value;
} dtl_table_slot;

typedef struct {
    dtl_arena *arena;
    dtl_table_slot *slots;
    uint32_t count, capacity;
} dtl_table;

void dtl_table_init(dtl_table *table, dtl_arena *arena);

/* A hash of a text and of a number on top of another hash (start with 0);
 * never 0. */
uint64_t dtl_table_text(uint64_t hash, const char *text);
uint64_t dtl_table_number(uint64_t hash, int64_t number);

/* The value under a hash, made with `fresh` when there was none. Two keys of
 * one 64-bit hash count as one. NULL when memory ran out. The pointer lives
 * until the next call. */
uint32_t *dtl_table_at(dtl_table *table, uint64_t hash, uint32_t fresh);

/* The value under a hash, or NULL. */
const uint32_t *dtl_table_find(const dtl_table *table, uint64_t hash);

#endif
