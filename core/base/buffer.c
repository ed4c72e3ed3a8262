/* buffer.c - bytes on their way to the write callback. */
#include "core/base/buffer.h"

#include <stdio.h>
#include <string.h>

void dtl_buffer_init(dtl_buffer *buffer, dateline_write_fn write,
                     void *context) {
    buffer->write = write;
    buffer->context = context;
    buffer->used = 0;
    buffer->failed = false;
}

static void hand_over(dtl_buffer *buffer, const char *bytes, size_t length) {
    if (!buffer->failed && length)
        buffer->failed = buffer->write(buffer->context, bytes, length) != 0;
}

void dtl_buffer_bytes(dtl_buffer *buffer, const char *bytes, size_t length) {
    if (length > sizeof buffer->bytes - buffer->used) {
        hand_over(buffer, buffer->bytes, buffer->used);
        buffer->used = 0;
    }
    if (length > sizeof buffer->bytes) {
        hand_over(buffer, bytes, length);
        return;
    }
    if (length) memcpy(buffer->bytes + buffer->used, bytes, length);
    buffer->used += length;
}

void dtl_buffer_text(dtl_buffer *buffer, const char *text) {
    dtl_buffer_bytes(buffer, text, strlen(text));
}

void dtl_buffer_char(dtl_buffer *buffer, char byte) {
    dtl_buffer_bytes(buffer, &byte, 1);
}

void dtl_buffer_format(dtl_buffer *buffer, const char *format, ...) {
    char text[256];
    va_list arguments;
    va_start(arguments, format);
    const int length = vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    if (length < 0)
        buffer->failed = true;
    else
        dtl_buffer_bytes(buffer, text,
                         (size_t)length < sizeof text ? (size_t)length
                                                      : sizeof text - 1);
}

bool dtl_buffer_flush(dtl_buffer *buffer) {
    hand_over(buffer, buffer->bytes, buffer->used);
    buffer->used = 0;
    return !buffer->failed;
}
