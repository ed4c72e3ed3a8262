/* quote.c - quotation marks paired over the sentences of a paragraph.
 *
 * Double marks ("straight", “curly”, „low“, «guillemets», ``PTB'') first;
 * single ones only in pairs whose place shows that they are no apostrophes.
 * The marks themselves are not quoted. */
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

/* A straight mark belongs to the word that it touches; one that touches
 * both sides or none closes what is open. */
static int straight(const dtl_source *source, uint32_t i, bool inside) {
    const char *text = source->text.bytes;
    const dtl_span span = source->words.items[i].span;
    const uint32_t end = source->text.length;
    dtl_char before = DTL_CHAR_SPACE, after = DTL_CHAR_SPACE;
    if (span.start > 0)
        before = dtl_chars_before(text, 0, span.start).kind;
    if (span.end < end) after = dtl_chars_at(text, span.end, end).kind;
    const bool left = before != DTL_CHAR_SPACE && before != DTL_CHAR_OPEN &&
                      before != DTL_CHAR_DASH;
    const bool right = after != DTL_CHAR_SPACE && after != DTL_CHAR_CLOSE;
    if (left != right) return left ? -1 : 1;
    return inside ? -1 : 1;
}

/* Whether the text behind `at` goes on with a quotation mark. */
static bool opens_again(const dtl_source *source, uint32_t at) {
    const char *text = source->text.bytes;
    const uint32_t limit =
        source->text.length - at > 64 ? at + 64 : source->text.length;
    while (at < limit) {
        const dtl_glyph g = dtl_chars_at(text, at, source->text.length);
        if (g.kind == DTL_CHAR_QUOTE) return true;
        if (g.kind != DTL_CHAR_SPACE) return g.point == '`';
        at += g.size;
    }
    return false;
}

/* The quotation that word `open` opened was not closed before `end`. */
static void recover(dtl_source *source, uint32_t open, uint32_t end) {
    dtl_word *words = source->words.items;
    if (opens_again(source, words[end - 1].span.end)) return;
    for (uint32_t i = open; i < end; i++)
        if (words[i].sentence != words[open].sentence) words[i].quoted = 0;
}

/* ---- single marks ------------------------------------------------------ */

static bool is_single(const dtl_source *source, dtl_span span) {
    const dtl_glyph g =
        dtl_chars_at(source->text.bytes, span.start, span.end);
    return g.size == dtl_length(span) &&
           (g.point == '\'' || g.point == 0x2018 || g.point == 0x2019);
}

static dtl_glyph around(const dtl_source *source, uint32_t at, bool behind) {
    const char *text = source->text.bytes;
    if (behind && at < source->text.length)
        return dtl_chars_at(text, at, source->text.length);
    if (!behind && at > 0) return dtl_chars_before(text, 0, at);
    return (dtl_glyph){0, DTL_CHAR_SPACE, 0};
}

static bool opens_single(const dtl_source *source, dtl_span span) {
    if (!is_single(source, span)) return false;
    const uint8_t before = around(source, span.start, false).kind;
    return (before == DTL_CHAR_SPACE || before == DTL_CHAR_OPEN ||
            before == DTL_CHAR_QUOTE) &&
           around(source, span.end, true).kind == DTL_CHAR_LETTER;
}

/* Closes behind a mark or a word, but not behind -s with a small letter
 * next: the Linds' house. */
static bool closes_single(const dtl_source *source, dtl_span span) {
    if (!is_single(source, span)) return false;
    const dtl_glyph before = around(source, span.start, false);
    const dtl_glyph after = around(source, span.end, true);
    if (before.kind == DTL_CHAR_SPACE || after.kind == DTL_CHAR_LETTER)
        return false;
    if (before.point != 's' || after.kind != DTL_CHAR_SPACE) return true;
    const dtl_glyph next = around(source, span.end + after.size, true);
    return !dtl_chars_is_lower(next.point);
}

/* Pairs what opens with the next that closes; what never closes is left. */
static void mark_single(dtl_source *source, uint32_t first, uint32_t end) {
    dtl_word *words = source->words.items;
    for (uint32_t i = first; i < end; i++) {
        if (!opens_single(source, words[i].span)) continue;
        uint32_t close = i + 1;
        while (close < end && !closes_single(source, words[close].span) &&
               !opens_single(source, words[close].span))
            close++;
        if (close < end && closes_single(source, words[close].span))
            for (uint32_t k = i + 1; k < close; k++) words[k].quoted = 1;
        i = close - 1;
    }
}

void dtl_quote_mark(dtl_source *source, uint32_t first, uint32_t end) {
    dtl_word *words = source->words.items;
    bool inside = false;
    uint32_t open = first;
    for (uint32_t i = first; i < end; i++) {
        int side = mark(source, words[i].span);
        if (side == 0) {
            words[i].quoted = inside;
            continue;
        }
        if (side == 2) side = straight(source, i, inside);
        if (side > 0 && !inside) open = i;
        inside = side > 0;
    }
    if (inside) recover(source, open, end);
    mark_single(source, first, end);
}
