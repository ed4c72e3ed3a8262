/* find.h - date expressions of plain bytes, without a document. */
#ifndef DTL_FIND_H
#define DTL_FIND_H

#include "core/base/arena.h"
#include "timeparse/match.h"

typedef struct {
    uint32_t start, end;
    const dtl_meaning *meaning;
    bool told; /* a time only where the text tells of the past */
} dtl_found;

/* Looks for expressions from left to right; memory does not depend on the
 * length of the text. */
typedef struct {
    dtl_lexer lexer;
    dtl_matcher matcher;
    uint32_t next; /* item of the run to look at */
} dtl_finder;

/* NULL when memory ran out. The text must stay. Terms NULL: all rows. */
dtl_finder *dtl_finder_new(dtl_arena *arena, const dtl_terms *terms,
                           const char *bytes, uint32_t length,
                           bool day_first);

/* The next expression; its meaning lives until the next call. One whose
 * meaning is odd looks like a date but is none: 30 February. */
bool dtl_finder_next(dtl_finder *finder, dtl_found *found);

typedef enum {
    DTL_FILTER_DROP = 0,
    DTL_FILTER_KEEP,
    DTL_FILTER_TOLD /* only where the text tells of the past */
} dtl_verdict;

/* Whether what stands around an expression in the bytes lets it be one. */
dtl_verdict dtl_filter(const char *bytes, uint32_t length,
                       const dtl_found *found);

#endif
