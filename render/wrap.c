/* wrap.c - columns, and words on lines. */
#include "render/wrap.h"

#include <string.h>

#include "core/base/text.h"
#include "core/base/width.h"
#include "render/escape.h"

/* Puts words of the left text while they fit and moves it on; a word wider
 * than the column is cut. Gives the columns used. */
static int put_left(dtl_wrap *wrap, int room) {
    const char *text = wrap->left;
    size_t cut = 0, next = 0;
    const size_t length = strlen(text);
    int used = 0, fit = 0;
    while (next < length) {
        const size_t before = next;
        const uint32_t point = dtl_utf8_next(text, length, &next);
        if (point == ' ' && used) cut = before, fit = used;
        used += dtl_width(point);
        if (used <= room) {
            if (next == length) cut = next, fit = used;
            continue;
        }
        if (!cut) cut = before, fit = used - dtl_width(point);
        break;
    }
    dtl_buffer_bytes(wrap->out, text, cut);
    while (text[cut] == ' ')
        cut++;
    wrap->left = text + cut;
    return fit;
}

#define PLAIN "\x1b[0m"

static void put_style(dtl_wrap *wrap, const char *style) {
    if (style) dtl_buffer_text(wrap->out, style);
}

static int put_left_styled(dtl_wrap *wrap) {
    if (!wrap->left || !*wrap->left) return 0;
    put_style(wrap, wrap->left_style);
    const int used = put_left(wrap, wrap->indent - 2);
    put_style(wrap, wrap->left_style ? PLAIN : NULL);
    return used;
}

static void begin_line(dtl_wrap *wrap) {
    int used = put_left_styled(wrap);
    for (; used < wrap->indent; used++)
        dtl_buffer_char(wrap->out, ' ');
    wrap->column = wrap->indent;
}

void dtl_wrap_start(dtl_wrap *wrap, dtl_buffer *out, const char *left,
                    int indent, int width) {
    dtl_wrap_start_styled(wrap, out, left, indent, width, NULL);
}

void dtl_wrap_start_styled(dtl_wrap *wrap, dtl_buffer *out, const char *left,
                           int indent, int width, const char *left_style) {
    wrap->style = NULL;
    wrap->left_style = left_style;
    wrap->out = out;
    wrap->left = left;
    wrap->indent = indent;
    wrap->width = width;
    wrap->word_bytes = 0;
    wrap->word_columns = 0;
    wrap->space = false;
    begin_line(wrap);
}

static void put_word(dtl_wrap *wrap) {
    if (!wrap->word_bytes) return;
    const bool blank = wrap->space && wrap->column > wrap->indent;
    if (wrap->column + blank + wrap->word_columns > wrap->width &&
        wrap->column > wrap->indent) {
        dtl_buffer_char(wrap->out, '\n');
        begin_line(wrap);
    } else if (blank) {
        dtl_buffer_char(wrap->out, ' ');
        wrap->column++;
    }
    put_style(wrap, wrap->style);
    dtl_buffer_bytes(wrap->out, wrap->word, wrap->word_bytes);
    put_style(wrap, wrap->style ? PLAIN : NULL);
    wrap->column += wrap->word_columns;
    wrap->word_bytes = 0;
    wrap->word_columns = 0;
    wrap->space = false;
}

static void put_point(dtl_wrap *wrap, uint32_t point) {
    const int width = dtl_width(point);
    const int room = wrap->width - wrap->indent;
    if (point == ' ') {
        put_word(wrap);
        wrap->space = true;
        return;
    }
    if (wrap->word_columns + width > room ||
        wrap->word_bytes + 4 > sizeof wrap->word)
        put_word(wrap);
    wrap->word_bytes += dtl_utf8_encode(point, wrap->word + wrap->word_bytes);
    wrap->word_columns += width;
}

void dtl_wrap_bytes(dtl_wrap *wrap, const char *bytes, size_t length) {
    uint32_t point;
    dtl_plain plain = dtl_plain_start(bytes, length);
    if (!length) return;
    if (*bytes == ' ') put_point(wrap, ' ');
    while (dtl_plain_next(&plain, &point))
        put_point(wrap, point);
    if (bytes[length - 1] == ' ') put_point(wrap, ' ');
}

void dtl_wrap_text(dtl_wrap *wrap, const char *text) {
    if (text) dtl_wrap_bytes(wrap, text, strlen(text));
}

void dtl_wrap_style(dtl_wrap *wrap, const char *style) {
    if (style == wrap->style) return;
    put_word(wrap);
    wrap->style = style;
}

void dtl_wrap_end(dtl_wrap *wrap) {
    put_word(wrap);
    dtl_buffer_char(wrap->out, '\n');
    for (int lines = 0; wrap->left && *wrap->left && lines < 3; lines++) {
        put_left_styled(wrap);
        dtl_buffer_char(wrap->out, '\n');
    }
}
