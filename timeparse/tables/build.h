/* build.h - makes the terms out of the rows.
 *
 * No part of the library: the program that writes its tables (write.c) uses
 * it, and the test that leaves out one row after the other. */
#ifndef DTL_TABLES_BUILD_H
#define DTL_TABLES_BUILD_H

#include "core/base/arena.h"
#include "timeparse/terms.h"

enum { DTL_TABLES_ENTRIES = DTL_TERMS_SLOTS, DTL_TABLES_LITERALS = 1024,
       DTL_TABLES_ROWS = 1024, DTL_TABLES_PLACES = 8192,
       DTL_TABLES_STARTS = 16384 };

/* Everything that `terms` points to, and how much of it is used. */
typedef struct {
    dtl_terms terms;
    dtl_token_entry entries[DTL_TABLES_ENTRIES];
    uint16_t slots[DTL_TERMS_SLOTS];
    uint32_t lengths[DTL_TERMS_PAIRS];
    dtl_pattern patterns[DTL_TABLES_ROWS];
    dtl_place places[DTL_TABLES_PLACES];
    uint16_t words[DTL_TABLES_PLACES];
    uint16_t from_class[DTL_LEVEL_END * (DTL_CLASS_MAX + 1)];
    uint16_t from_word[DTL_LEVEL_END * (DTL_TABLES_LITERALS + 1)];
    uint16_t by_class[DTL_TABLES_STARTS], by_word[DTL_TABLES_STARTS];
    uint16_t entry_count;   /* used, [0] among them */
    uint16_t literal_count; /* literals are numbered from 1 */
    uint16_t place_count, word_count;
    const char *fault;      /* what is wrong with a table; NULL: nothing */
} dtl_tables;

/* The tables as if the row `skip`, one of dtl_word_rows or dtl_rows, did not
 * stand there; NULL: all rows. NULL when memory ran out. */
const dtl_tables *dtl_tables_build(dtl_arena *arena, const void *skip);

#endif
