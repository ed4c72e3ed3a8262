/* ics_write.c - folding and escaping, nothing about events. */
#include "render/ics_write.h"

#include <string.h>

#include "core/base/text.h"
#include "render/escape.h"

#define FOLD 75

/* One unit that no fold may divide. */
static void put(dtl_ics *ics, const char *bytes, size_t length) {
    if (ics->column + (int)length > FOLD) {
        dtl_buffer_text(ics->out, "\r\n ");
        ics->column = 1;
    }
    dtl_buffer_bytes(ics->out, bytes, length);
    ics->column += (int)length;
}

void dtl_ics_raw(dtl_ics *ics, const char *text) {
    for (; *text; text++)
        put(ics, text, 1);
}

void dtl_ics_begin(dtl_ics *ics, const char *name) {
    dtl_ics_raw(ics, name);
    dtl_ics_raw(ics, ":");
}

void dtl_ics_text(dtl_ics *ics, const char *bytes, size_t length) {
    uint32_t point;
    dtl_plain plain = dtl_plain_start(bytes, length);
    while (dtl_plain_next(&plain, &point)) {
        char unit[5] = "\\";
        const bool escaped = point == '\\' || point == ';' || point == ',';
        put(ics, escaped ? unit : unit + 1,
            escaped + dtl_utf8_encode(point, unit + 1));
    }
}

void dtl_ics_string(dtl_ics *ics, const char *text) {
    if (text) dtl_ics_text(ics, text, strlen(text));
}

void dtl_ics_end(dtl_ics *ics) {
    dtl_buffer_text(ics->out, "\r\n");
    ics->column = 0;
}

void dtl_ics_line(dtl_ics *ics, const char *name, const char *value) {
    dtl_ics_begin(ics, name);
    dtl_ics_raw(ics, value);
    dtl_ics_end(ics);
}
