/* formats.c - the table of formats. */
#include "render/formats.h"

dtl_render_fn dtl_render_find(dateline_format format) {
    switch (format) {
#define FORMAT(format, function, name, suffix)                                 \
    case format:                                                               \
        return function;
#include "render/formats.def"
#undef FORMAT
    case DATELINE_FORMAT_COUNT: break;
    }
    return NULL;
}

const char *dtl_render_name(dateline_format format) {
    switch (format) {
#define FORMAT(format, function, name, suffix)                                 \
    case format:                                                               \
        return name;
#include "render/formats.def"
#undef FORMAT
    case DATELINE_FORMAT_COUNT: break;
    }
    return NULL;
}

const char *dtl_render_suffix(dateline_format format) {
    switch (format) {
#define FORMAT(format, function, name, suffix)                                 \
    case format:                                                               \
        return suffix;
#include "render/formats.def"
#undef FORMAT
    case DATELINE_FORMAT_COUNT: break;
    }
    return NULL;
}
