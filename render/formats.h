/* formats.h - the render functions of formats.def, declared. */
#ifndef DTL_FORMATS_H
#define DTL_FORMATS_H

#include "render/render.h"

#define FORMAT(format, function, name, suffix)                                 \
    void function(const dtl_document *document,                                \
                  const dateline_render_options *options, dtl_buffer *out,     \
                  dateline_counts *counts);
#include "render/formats.def"
#undef FORMAT

#endif
