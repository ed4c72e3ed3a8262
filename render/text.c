/* text.c - not written yet. */
#include "render/formats.h"

#include "render/parts.h"

void dtl_render_text(const dtl_document *document,
                   const dateline_render_options *options, dtl_buffer *out,
                   dateline_counts *counts) {
    (void)out;
    dtl_parts_count(document, options, counts);
}
