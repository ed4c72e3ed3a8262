/* explain.h - a resolved expression in words: what decided, and what not. */
#ifndef DTL_EXPLAIN_H
#define DTL_EXPLAIN_H

#include "timeparse/resolve.h"

/* Fills why and note of an expression whose date is resolved. */
void dtl_explain(const dtl_meaning *meaning, const dtl_frame *frame,
                 dtl_arena *arena, dateline_expression *expression);

/* That a weekday contradicts its date, or that day and month could change
 * places; NULL when neither is so. */
const char *dtl_explain_doubt(const dtl_meaning *meaning,
                              const dateline_date *date, dtl_arena *arena);

/* How a candidate is read: "before the reference date", "day before month";
 * NULL when there is nothing to say. */
const char *dtl_explain_candidate(const dtl_meaning *meaning,
                                  const dtl_frame *frame,
                                  const dtl_value *value);

#endif
