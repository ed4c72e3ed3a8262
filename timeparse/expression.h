/* expression.h - one date expression and a reference date, no document.
 *
 * This header with core/base is all that a program needs which has only an
 * expression; the stage functions of timeparse.h stand on it. */
#ifndef DTL_EXPRESSION_H
#define DTL_EXPRESSION_H

#include "core/base/arena.h"
#include "dateline.h"

/* Resolves the first (longest) date expression in NUL-terminated `text`
 * against `reference` (digits OPEN: none). NULL when there is none or memory
 * ran out. The date lives in the arena. */
const dateline_date *dtl_expression_resolve(dtl_arena *arena, const char *text,
                                            dateline_instant reference);

#endif
