/* wrap.c - columns, and words on lines. */
#include "render/wrap.h"

#include <string.h>

#include "core/base/text.h"
#include "render/escape.h"

typedef struct {
    uint32_t first, last;
    int width;
} range;

int dtl_wrap_width(uint32_t point) {
    static const range ranges[] = {
        {0x0300, 0x036F, 0},   {0x0483, 0x0489, 0},   {0x0591, 0x05BD, 0},
        {0x064B, 0x065F, 0},   {0x0E34, 0x0E3A, 0},   {0x1100, 0x115F, 2},
        {0x1AB0, 0x1AFF, 0},   {0x1DC0, 0x1DFF, 0},   {0x200B, 0x200D, 0},
        {0x20D0, 0x20FF, 0},   {0x2E80, 0x303E, 2},   {0x3041, 0x4DBF, 2},
        {0x4E00, 0xA4CF, 2},   {0xAC00, 0xD7A3, 2},   {0xF900, 0xFAFF, 2},
        {0xFE00, 0xFE0F, 0},   {0xFE20, 0xFE2F, 0},   {0xFE30, 0xFE6F, 2},
        {0xFF00, 0xFF60, 2},   {0xFFE0, 0xFFE6, 2},   {0x1F300, 0x1F64F, 2},
        {0x1F680, 0x1F6FF, 2}, {0x1F900, 0x1F9FF, 2}, {0x20000, 0x3FFFD, 2},
        {0xE0100, 0xE01EF, 0}};
    if (point < 0x0300) return 1;
    for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++)
        if (point >= ranges[i].first && point <= ranges[i].last)
            return ranges[i].width;
    return 1;
}

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
        used += dtl_wrap_width(point);
        if (used <= room) {
            if (next == length) cut = next, fit = used;
            continue;
        }
        if (!cut) cut = before, fit = used - dtl_wrap_width(point);
        break;
    }
    dtl_buffer_bytes(wrap->out, text, cut);
    while (text[cut] == ' ')
        cut++;
    wrap->left = text + cut;
    return fit;
}

static void begin_line(dtl_wrap *wrap) {
    int used = 0;
    if (wrap->left && *wrap->left) used = put_left(wrap, wrap->indent - 2);
    for (; used < wrap->indent; used++)
        dtl_buffer_char(wrap->out, ' ');
    wrap->column = wrap->indent;
}

void dtl_wrap_start(dtl_wrap *wrap, dtl_buffer *out, const char *left,
                    int indent, int width) {
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
    dtl_buffer_bytes(wrap->out, wrap->word, wrap->word_bytes);
    wrap->column += wrap->word_columns;
    wrap->word_bytes = 0;
    wrap->word_columns = 0;
    wrap->space = false;
}

static void put_point(dtl_wrap *wrap, uint32_t point) {
    const int width = dtl_wrap_width(point);
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

void dtl_wrap_end(dtl_wrap *wrap) {
    put_word(wrap);
    dtl_buffer_char(wrap->out, '\n');
    for (int lines = 0; wrap->left && *wrap->left && lines < 3; lines++) {
        put_left(wrap, wrap->indent - 2);
        dtl_buffer_char(wrap->out, '\n');
    }
}
