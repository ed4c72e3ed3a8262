/* stub.c - to be replaced. */
#include "timeparse/expression.h"
#include "timeparse/timeparse.h"
void dtl_timeparse_find(dtl_source *s, dtl_arena *a) { (void)s; (void)a; }
void dtl_timeparse_resolve(dtl_source *s, dtl_arena *a) { (void)s; (void)a; }
const dateline_date *dtl_expression_resolve(dtl_arena *a, const char *t,
                                            dateline_instant r) {
    (void)a; (void)t; (void)r;
    return NULL;
}
