/* json_write.h - a streaming JSON writer on top of dtl_buffer.
 *
 * Values go out in the order they are written; the writer only puts the
 * commas, the indentation and the escapes. It needs no memory and cannot
 * fail but through the buffer. `key` is NULL inside an array. */
#ifndef DTL_JSON_WRITE_H
#define DTL_JSON_WRITE_H

#include "core/base/buffer.h"

#include <stdint.h>

typedef struct {
    dtl_buffer *out;
    bool compact; /* the whole value on one line, without blanks */
    bool first;   /* the next value is the first of its object or array */
    int depth;    /* open objects and arrays */
    int flat;     /* depth from which a value stays on one line; 0: none */
} dtl_json;

void dtl_json_init(dtl_json *json, dtl_buffer *out, bool compact);

/* '{' or '['; every one is closed with the same bracket's partner. */
void dtl_json_open(dtl_json *json, const char *key, char bracket);

/* The same for a small value: it is written on one line. */
void dtl_json_open_flat(dtl_json *json, const char *key, char bracket);
void dtl_json_close(dtl_json *json, char bracket);

/* NULL text gives null. Ill-formed UTF-8 becomes U+FFFD. */
void dtl_json_string(dtl_json *json, const char *key, const char *text);
void dtl_json_bytes(dtl_json *json, const char *key, const char *bytes,
                    size_t length);

/* A string in pieces: begin, any number of pieces, end. */
void dtl_json_begin_string(dtl_json *json, const char *key);
void dtl_json_piece(dtl_json *json, const char *bytes, size_t length);
void dtl_json_end_string(dtl_json *json);

void dtl_json_null(dtl_json *json, const char *key);
void dtl_json_bool(dtl_json *json, const char *key, bool value);
void dtl_json_number(dtl_json *json, const char *key, int64_t value);

/* A letter and a number: "t12". */
void dtl_json_id(dtl_json *json, const char *key, char letter, uint32_t number);

/* A share from 0 to 1, with two decimals; anything else is clamped. */
void dtl_json_share(dtl_json *json, const char *key, float share);

#endif
