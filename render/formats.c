/* formats.c - the table of formats. */
#include "render/render.h"

dtl_render_fn dtl_render_find(dateline_format format) {
    (void)format;
    return NULL;
}
