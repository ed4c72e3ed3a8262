/* escape.h - texts of strangers on their way into a format.
 *
 * All formats but JSON show the same plain text of a string: white space
 * collapsed to single blanks, none at either end, and without the code
 * points that a reader cannot see but a terminal or an editor obeys. */
#ifndef DTL_ESCAPE_H
#define DTL_ESCAPE_H

#include <stdint.h>

#include "core/base/buffer.h"

/* Control characters, bidi controls and the byte order mark. */
bool dtl_escape_is_hidden(uint32_t point);

/* Walks over the code points of the plain text. */
typedef struct {
    const char *bytes;
    size_t length;
    size_t next;  /* byte offset behind what was given */
    size_t start; /* byte offset of the code point that was given last */
    bool begun;
} dtl_plain;

dtl_plain dtl_plain_start(const char *bytes, size_t length);

/* False at the end. */
bool dtl_plain_next(dtl_plain *plain, uint32_t *point);

/* True when there is nothing to see. NULL is allowed. */
bool dtl_plain_is_empty(const char *text);

/* The last code point of the plain text; 0 when there is none. */
uint32_t dtl_plain_last(const char *text);

/* The plain text as it is: for a terminal. */
void dtl_escape_plain(dtl_buffer *out, const char *bytes, size_t length);

/* The same into `out`, cut at a code point to fit with its NUL. */
void dtl_escape_plain_into(char *out, size_t size, const char *text);

/* CommonMark (and GFM, footnotes, math, highlights) that renders back to the
 * plain text, wherever in a line or block it is put. */
void dtl_escape_markdown(dtl_buffer *out, const char *bytes, size_t length);

/* The same with bytes [mark_start, mark_end) in strong emphasis; false when
 * the mark cannot be set there and nothing was marked. */
bool dtl_escape_markdown_marked(dtl_buffer *out, const char *bytes,
                                size_t length, size_t mark_start,
                                size_t mark_end);

#endif
