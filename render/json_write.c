/* json_write.c - JSON (RFC 8259) straight into the output buffer.
 *
 * Why not cJSON: it would build the whole answer as a tree of small blocks
 * before the first byte leaves, passes ill-formed UTF-8 and U+2028 through,
 * and prints numbers as doubles. Here memory is bounded by the buffer, and
 * numbers go through integers, so that no locale and no C library decides
 * about a digit.
 *
 * Beyond what RFC 8259 asks, these are escaped: '<' (so that the text can
 * stand inside an HTML script element), U+2028 and U+2029 (JavaScript line
 * ends), DEL, C1 controls, bidi controls and U+FEFF (so that a terminal or
 * an editor shows what is there). Readers get the same string back. */
#include "render/json_write.h"

#include <string.h>

#include "core/base/text.h"

void dtl_json_init(dtl_json *json, dtl_buffer *out, bool compact) {
    *json = (dtl_json){.out = out, .compact = compact, .first = true};
}

/* Whether a reader or a terminal could take the code point for a command. */
static bool is_hidden(uint32_t point) {
    return (point >= 0x7F && point <= 0x9F) || point == 0x061C ||
           point == 0x200E || point == 0x200F ||
           (point >= 0x2028 && point <= 0x202E) ||
           (point >= 0x2066 && point <= 0x2069) || point == 0xFEFF;
}

static bool is_plain(char byte) {
    return byte >= 0x20 && byte < 0x7F && byte != '"' && byte != '\\' &&
           byte != '<';
}

static void write_point(dtl_buffer *out, uint32_t point) {
    static const char shorts[] = "\"\"\\\\\bb\ff\nn\rr\tt";
    for (const char *s = shorts; *s; s += 2)
        if (point == (unsigned char)*s) {
            dtl_buffer_char(out, '\\');
            dtl_buffer_char(out, s[1]);
            return;
        }
    if (point < 0x20 || point == '<' || is_hidden(point)) {
        dtl_buffer_format(out, "\\u%04x", (unsigned)point);
        return;
    }
    char bytes[4];
    dtl_buffer_bytes(out, bytes, dtl_utf8_encode(point, bytes));
}

static void write_inside(dtl_buffer *out, const char *bytes, size_t length) {
    for (size_t i = 0; i < length;) {
        const size_t start = i;
        while (i < length && is_plain(bytes[i]))
            i++;
        dtl_buffer_bytes(out, bytes + start, i - start);
        if (i < length) write_point(out, dtl_utf8_next(bytes, length, &i));
    }
}

static void write_text(dtl_buffer *out, const char *bytes, size_t length) {
    dtl_buffer_char(out, '"');
    write_inside(out, bytes, length);
    dtl_buffer_char(out, '"');
}

static bool on_one_line(const dtl_json *json) {
    return json->compact || (json->flat && json->depth >= json->flat);
}

static void new_line(dtl_json *json) {
    dtl_buffer_char(json->out, '\n');
    for (int i = 0; i < json->depth; i++)
        dtl_buffer_bytes(json->out, "  ", 2);
}

/* The comma, the line and the key in front of a value. */
static void begin_value(dtl_json *json, const char *key) {
    if (!json->first) dtl_buffer_char(json->out, ',');
    if (!on_one_line(json)) {
        if (json->depth) new_line(json);
    } else if (!json->first && !json->compact) {
        dtl_buffer_char(json->out, ' ');
    }
    json->first = false;
    if (!key) return;
    write_text(json->out, key, strlen(key));
    dtl_buffer_text(json->out, json->compact ? ":" : ": ");
}

void dtl_json_open(dtl_json *json, const char *key, char bracket) {
    begin_value(json, key);
    dtl_buffer_char(json->out, bracket);
    json->depth++;
    json->first = true;
}

void dtl_json_open_flat(dtl_json *json, const char *key, char bracket) {
    dtl_json_open(json, key, bracket);
    if (!json->flat) json->flat = json->depth;
}

void dtl_json_close(dtl_json *json, char bracket) {
    const bool empty = json->first, one_line = on_one_line(json);
    json->depth--;
    if (json->depth < json->flat) json->flat = 0;
    if (!empty && !one_line) new_line(json);
    dtl_buffer_char(json->out, bracket);
    json->first = false;
}

void dtl_json_bytes(dtl_json *json, const char *key, const char *bytes,
                    size_t length) {
    begin_value(json, key);
    write_text(json->out, bytes, length);
}

void dtl_json_begin_string(dtl_json *json, const char *key) {
    begin_value(json, key);
    dtl_buffer_char(json->out, '"');
}

void dtl_json_piece(dtl_json *json, const char *bytes, size_t length) {
    write_inside(json->out, bytes, length);
}

void dtl_json_end_string(dtl_json *json) { dtl_buffer_char(json->out, '"'); }

void dtl_json_string(dtl_json *json, const char *key, const char *text) {
    if (text) dtl_json_bytes(json, key, text, strlen(text));
    else dtl_json_null(json, key);
}

void dtl_json_null(dtl_json *json, const char *key) {
    begin_value(json, key);
    dtl_buffer_text(json->out, "null");
}

void dtl_json_bool(dtl_json *json, const char *key, bool value) {
    begin_value(json, key);
    dtl_buffer_text(json->out, value ? "true" : "false");
}

/* Numbers are half of what is written: printf would take its share. */
static void write_digits(dtl_buffer *out, uint64_t number) {
    char digits[20];
    size_t first = sizeof digits;
    do {
        digits[--first] = (char)('0' + number % 10);
        number /= 10;
    } while (number);
    dtl_buffer_bytes(out, digits + first, sizeof digits - first);
}

void dtl_json_number(dtl_json *json, const char *key, int64_t value) {
    begin_value(json, key);
    if (value < 0) dtl_buffer_char(json->out, '-');
    write_digits(json->out, value < 0 ? 0 - (uint64_t)value : (uint64_t)value);
}

void dtl_json_id(dtl_json *json, const char *key, char letter,
                 uint32_t number) {
    begin_value(json, key);
    dtl_buffer_char(json->out, '"');
    dtl_buffer_char(json->out, letter);
    write_digits(json->out, number);
    dtl_buffer_char(json->out, '"');
}

void dtl_json_share(dtl_json *json, const char *key, float share) {
    int hundredths = 0; /* a NaN stays 0 */
    if (share >= 1.0f) hundredths = 100;
    else if (share > 0.0f) hundredths = (int)(share * 100.0f + 0.5f);
    begin_value(json, key);
    dtl_buffer_format(json->out, "%d.%02d", hundredths / 100, hundredths % 100);
}
