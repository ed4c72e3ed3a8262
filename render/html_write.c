/* html_write.c - escaping for HTML, and what is the same in every page.
 *
 * The style, the script and two pieces of the page are files beside this one
 * (html.css, html.js, html_*.html), linked in by html_assets.S. The page's
 * policy lets only this style and script run: it names them by their SHA-256,
 * which is taken from the very bytes that are written, so that they can never
 * part.
 *
 * Sources: WHATWG HTML 13.1 (writing), 13.2.3.5 (preprocessing: which code
 * points are errors); Content Security Policy Level 3. */
#include "render/html_write.h"

#include <string.h>

#include "core/base/sha256.h"
#include "core/base/text.h"
#include "dateline.h"
#include "render/escape.h"

#define HIDDEN __attribute__((visibility("hidden")))
extern const char dtl_html_css[] HIDDEN, dtl_html_css_end[] HIDDEN;
extern const char dtl_html_js[] HIDDEN, dtl_html_js_end[] HIDDEN;
extern const char dtl_html_form[] HIDDEN, dtl_html_legend[] HIDDEN;

/* ---- texts ------------------------------------------------------------ */

/* U+FDD0 to U+FDEF and the last two of every plane. */
static bool is_noncharacter(uint32_t point) {
    return (point >= 0xFDD0 && point <= 0xFDEF) || (point & 0xFFFE) == 0xFFFE;
}

static void put(dtl_buffer *out, uint32_t point) {
    char bytes[4];
    switch (point) {
    case '&': dtl_buffer_text(out, "&amp;"); return;
    case '<': dtl_buffer_text(out, "&lt;"); return;
    case '>': dtl_buffer_text(out, "&gt;"); return;
    case '"': dtl_buffer_text(out, "&quot;"); return;
    default: break;
    }
    if (is_noncharacter(point)) point = 0xFFFD;
    dtl_buffer_bytes(out, bytes, dtl_utf8_encode(point, bytes));
}

void dtl_html_bytes(dtl_buffer *out, const char *bytes, size_t length) {
    uint32_t point;
    dtl_plain plain = dtl_plain_start(bytes, length);
    while (dtl_plain_next(&plain, &point))
        put(out, point);
}

void dtl_html_text(dtl_buffer *out, const char *text) {
    if (text) dtl_html_bytes(out, text, strlen(text));
}

void dtl_html_name(dtl_buffer *out, const char *name) {
    dtl_html_text(out, dtl_plain_is_empty(name) ? "(no name)" : name);
}

static bool is_plain(char byte) {
    return (byte >= 0x20 && byte < 0x7F && byte != '&' && byte != '<' &&
            byte != '>' && byte != '"') ||
           byte == '\n' || byte == '\t';
}

/* Line ends that HTML has no name for: VT, FF, NEL, LS, PS. */
static bool is_line_end(uint32_t point) {
    return point == 0x0B || point == 0x0C || point == 0x85 ||
           point == 0x2028 || point == 0x2029;
}

void dtl_html_article(dtl_buffer *out, const char *bytes, size_t length) {
    for (size_t i = 0; i < length;) {
        const size_t start = i;
        while (i < length && is_plain(bytes[i]))
            i++;
        dtl_buffer_bytes(out, bytes + start, i - start);
        if (i >= length) return;
        const uint32_t point = dtl_utf8_next(bytes, length, &i);
        const bool lone = point == '\r' && (i >= length || bytes[i] != '\n');
        if (lone || is_line_end(point)) dtl_buffer_char(out, '\n');
        else if (!dtl_escape_is_hidden(point)) put(out, point);
    }
}

void dtl_html_number(dtl_buffer *out, int64_t number) {
    char digits[20];
    size_t first = sizeof digits;
    uint64_t rest = number < 0 ? 0 - (uint64_t)number : (uint64_t)number;
    do {
        digits[--first] = (char)('0' + rest % 10);
        rest /= 10;
    } while (rest);
    if (number < 0) dtl_buffer_char(out, '-');
    dtl_buffer_bytes(out, digits + first, sizeof digits - first);
}

void dtl_html_count(dtl_buffer *out, uint32_t count, const char *one,
                    const char *many) {
    dtl_html_number(out, count);
    dtl_buffer_char(out, ' ');
    dtl_buffer_text(out, count == 1 ? one : many);
}

/* ---- the page --------------------------------------------------------- */

static uint32_t nibble(char digit) {
    return (uint32_t)(digit <= '9' ? digit - '0' : digit - 'a' + 10);
}

/* " 'sha256-...'" with the digest in base64 (RFC 4648). */
static void put_hash(dtl_buffer *out, const char *bytes, const char *end) {
    static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmn"
                                  "opqrstuvwxyz0123456789+/";
    char hex[65 + 2] = "";
    dtl_sha256_hex(bytes, (size_t)(end - bytes), hex);
    hex[64] = hex[65] = '0'; /* 32 bytes are 10 groups of 3, and 2 bytes */
    dtl_buffer_text(out, " 'sha256-");
    for (size_t i = 0; i < 66; i += 3) {
        const uint32_t bits = nibble(hex[i]) << 8 | nibble(hex[i + 1]) << 4 |
                              nibble(hex[i + 2]);
        dtl_buffer_char(out, letters[bits >> 6]);
        if (i < 63) dtl_buffer_char(out, letters[bits & 63]);
    }
    dtl_buffer_text(out, "='");
}

static void put_policy(dtl_buffer *out) {
    dtl_buffer_text(out, "<meta http-equiv=\"Content-Security-Policy\" "
                         "content=\"default-src 'none'; style-src");
    put_hash(out, dtl_html_css, dtl_html_css_end);
    dtl_buffer_text(out, "; script-src");
    put_hash(out, dtl_html_js, dtl_html_js_end);
    dtl_buffer_text(out, "; img-src data:; base-uri 'none'; "
                         "form-action 'none'; trusted-types 'none'; "
                         "require-trusted-types-for 'script'\">\n");
}

void dtl_html_head(dtl_buffer *out, const char *title) {
    dtl_buffer_text(out, "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n"
                         "<meta charset=\"utf-8\">\n");
    put_policy(out);
    dtl_buffer_text(out,
                    "<meta name=\"viewport\" "
                    "content=\"width=device-width, initial-scale=1\">\n"
                    "<meta name=\"referrer\" content=\"no-referrer\">\n"
                    "<meta name=\"color-scheme\" content=\"light dark\">\n"
                    "<meta name=\"generator\" content=\"dateline "
                    DATELINE_VERSION "\">\n<title>Chronology");
    if (!dtl_plain_is_empty(title)) dtl_buffer_text(out, ": ");
    dtl_html_text(out, title);
    /* An icon of its own: a browser would ask the server for one. */
    dtl_buffer_text(out, "</title>\n<link rel=\"icon\" href=\"data:,\">\n"
                         "<style>");
    dtl_buffer_bytes(out, dtl_html_css,
                     (size_t)(dtl_html_css_end - dtl_html_css));
    dtl_buffer_text(out, "</style>\n</head>\n");
}

void dtl_html_filters(dtl_buffer *out) {
    dtl_buffer_text(out, dtl_html_form);
}

void dtl_html_key(dtl_buffer *out) {
    dtl_buffer_text(out, dtl_html_legend);
}

void dtl_html_script(dtl_buffer *out) {
    dtl_buffer_text(out, "<script>");
    dtl_buffer_bytes(out, dtl_html_js,
                     (size_t)(dtl_html_js_end - dtl_html_js));
    dtl_buffer_text(out, "</script>\n");
}
