/* reference.h - when the article was written, and how that is known. */
#ifndef DTL_READ_REFERENCE_H
#define DTL_READ_REFERENCE_H

#include "core/model.h"

/* Fills reference and reference_from unless an option or metadata did, and
 * the year of the dateline's date. Adds a note when there is none. */
void dtl_reference_find(dtl_source *source, dtl_arena *arena);

#endif
