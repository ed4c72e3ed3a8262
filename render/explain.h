/* explain.h - why an entry has its date and its status. */
#ifndef DTL_EXPLAIN_H
#define DTL_EXPLAIN_H

#include "core/base/buffer.h"
#include "core/model.h"

/* NULL when there is none of that id. */
const dtl_entry *dtl_explain_find(const dtl_document *document,
                                  const char *id);

void dtl_explain_entry(const dtl_document *document, const dtl_entry *entry,
                       dtl_buffer *out);

#endif
