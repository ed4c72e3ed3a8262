/* render.h - one chronology, many formats; each format is one file.
 *
 * To add one: write render/NAME.c with one function of this type, and add
 * its row to render/formats.def. */
#ifndef DTL_RENDER_H
#define DTL_RENDER_H

#include "core/base/buffer.h"
#include "core/model.h"

typedef void (*dtl_render_fn)(const dtl_document *document,
                              const dateline_render_options *options,
                              dtl_buffer *out, dateline_counts *counts);

/* NULL for a format that does not exist. */
dtl_render_fn dtl_render_find(dateline_format format);
const char *dtl_render_name(dateline_format format);
const char *dtl_render_suffix(dateline_format format);

#endif
