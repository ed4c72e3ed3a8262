/* quote.c - quotation marks paired over the sentences of a paragraph.
 *
 * Double marks only ("straight", “curly”, „low“, «guillemets», ``PTB''):
 * single ones are apostrophes too often. The marks themselves are not
 * quoted. */
#include "core/language/quote.h"

#include <string.h>

#include "core/language/chars.h"

/* 1 opens, -1 closes, 0 is no quotation mark, 2 may be either. */
static int mark(const dtl_source *source, dtl_span span) {
    const char *bytes = dtl_bytes(source, span);
    const uint32_t length = dtl_length(span);
    if (length == 1) return *bytes == '"' ? 2 : 0;
    if (length == 2) {
        if (memcmp(bytes, "``", 2) == 0) return 1;
        if (memcmp(bytes, "''", 2) == 0) return -1;
    }
    if (length > 3) return 0;
    const dtl_glyph g = dtl_chars_at(bytes, 0, length);
    if (g.kind != DTL_CHAR_QUOTE || g.size != length) return 0;
    const int side = dtl_chars_quote_side(g.point);
    return side ? side : 2;
}

/* A straight mark glued to one side only belongs to that side. */
static int straight(const dtl_source *source, uint32_t word, uint32_t end,
                    bool inside) {
    const dtl_word *words = source->words.items;
    const bool glued_left = word > 0 &&
                            words[word - 1].span.end == words[word].span.start;
    const bool glued_right =
        word + 1 < end && words[word].span.end == words[word + 1].span.start;
    if (glued_left == glued_right || (glued_left && inside))
        return inside ? -1 : 1;
    return glued_right && !inside ? 1 : inside ? -1 : 1;
}

void dtl_quote_mark(dtl_source *source, uint32_t first, uint32_t end) {
    dtl_word *words = source->words.items;
    bool inside = false;
    for (uint32_t i = first; i < end; i++) {
        int side = mark(source, words[i].span);
        if (side == 0) {
            words[i].quoted = inside;
            continue;
        }
        if (side == 2) side = straight(source, i, end, inside);
        inside = side > 0;
    }
}
