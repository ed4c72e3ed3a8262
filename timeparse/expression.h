/* expression.h - date expressions and a reference date, no document.
 *
 * For a program that has only a piece of text and the day it was written:
 * this header with core/base and ICU is all it needs (the target
 * test_expression links nothing else). The stages of a document, which add
 * what the parse and the story say, are in timeparse.h.
 *
 *     dtl_arena arena;
 *     dtl_arena_init(&arena, NULL, NULL);
 *     const dtl_expression_options options = {.reference = {
 *         .year = 2023, .month = 6, .day = 18,
 *         .digits = DATELINE_DIGITS_DAY}};
 *     dtl_expressions all = dtl_expression_all(&arena, text, length,
 *                                              &options);
 *     for (uint32_t i = 0; i < all.count; i++)
 *         puts(all.items[i].date.timex3.value);
 *     dtl_arena_free(&arena);
 *
 * Nothing is kept between calls; the arena owns all that is handed out and
 * remembers when memory ran out (arena.failed). */
#ifndef DTL_EXPRESSION_H
#define DTL_EXPRESSION_H

#include "core/base/arena.h"
#include "dateline.h"

typedef struct {
    dateline_instant reference; /* digits OPEN: none, and what counts from it
                                   stays unresolved */
    const char *zone;           /* IANA name of the place where the text was
                                   written, for clock times that name none;
                                   NULL: unknown */
    bool day_first;             /* 3/4/2023 is 3 April */
} dtl_expression_options;

typedef struct {
    const dateline_expression *items;
    uint32_t count;
} dtl_expressions;

/* Every date expression of `length` bytes of text, in order. A range is one,
 * a list one for each of its dates; "the next day" counts from the
 * expression before it. Dates that do not exist are left out. */
dtl_expressions dtl_expression_all(dtl_arena *arena, const char *text,
                                   size_t length,
                                   const dtl_expression_options *options);

/* The longest of them, the first on a tie; NULL when there is none. */
const dateline_expression *dtl_expression_best(dtl_expressions all);

/* The date of the longest expression in NUL-terminated `text`; NULL when
 * there is none or memory ran out. */
const dateline_date *dtl_expression_resolve(dtl_arena *arena, const char *text,
                                            dateline_instant reference);

#endif
