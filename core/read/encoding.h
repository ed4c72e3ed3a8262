/* encoding.h - bytes in whatever encoding to clean UTF-8. */
#ifndef DTL_READ_ENCODING_H
#define DTL_READ_ENCODING_H

#include "core/model.h"

/* Fills source->text and adds a note when bytes were converted from another
 * encoding than UTF-8 or replaced. */
void dtl_encoding_read(dtl_source *source, dtl_arena *arena,
                       const char *bytes, size_t length);

#endif
