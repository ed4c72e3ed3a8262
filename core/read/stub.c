/* stub.c - to be replaced. */
#include "core/read/read.h"
dateline_status dtl_read_source(dtl_source *s, dtl_arena *a,
                                const dateline_source_options *o,
                                const char *b, size_t n, const char **m) {
    (void)o; (void)m;
    dtl_text_init(&s->text, a, b, n);
    dtl_block *k = DTL_PUSH(a, &s->blocks);
    if (k) k->span = (dtl_span){0, s->text.length};
    return DATELINE_OK;
}
bool dtl_read_instant(const char *t, dateline_instant *i) {
    (void)t; (void)i;
    return false;
}
