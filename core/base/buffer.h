/* buffer.h - the way out: a small buffer in front of a write callback.
 *
 * Failure is sticky: after the callback refused once nothing more is
 * written and dtl_buffer_flush gives false. Needs no memory of its own. */
#ifndef DTL_BUFFER_H
#define DTL_BUFFER_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

#include "dateline.h"

typedef struct {
    dateline_write_fn write;
    void *context;
    size_t used;
    bool failed;
    char bytes[4096];
} dtl_buffer;

void dtl_buffer_init(dtl_buffer *buffer, dateline_write_fn write,
                     void *context);
void dtl_buffer_bytes(dtl_buffer *buffer, const char *bytes, size_t length);
void dtl_buffer_text(dtl_buffer *buffer, const char *text); /* NUL-terminated */
void dtl_buffer_char(dtl_buffer *buffer, char byte);

/* printf of numbers and short texts: at most 255 bytes come out. */
void dtl_buffer_format(dtl_buffer *buffer, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Hands over what is left; false if any write failed. */
bool dtl_buffer_flush(dtl_buffer *buffer);

#endif
