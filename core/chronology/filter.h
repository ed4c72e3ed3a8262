/* filter.h - which entries a rendering shows. */
#ifndef DTL_FILTER_H
#define DTL_FILTER_H

#include "core/model.h"

/* Sets entry.refused of every entry. False when the filter cannot be read:
 * *message then says which value and what to write; no entry is changed. */
bool dtl_filter_apply(dtl_document *document, const dateline_filter *filter,
                      const char **message);

#endif
