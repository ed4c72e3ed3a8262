/* chars.c - classes of characters.
 *
 * General categories are Unicode's (UAX #44), asked from ICU. */
#include "core/language/chars.h"

#include <string.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>

#include "core/base/text.h"

#define S DTL_CHAR_SPACE
#define L DTL_CHAR_LETTER
#define D DTL_CHAR_DIGIT
#define P DTL_CHAR_STOP
#define A DTL_CHAR_APOSTROPHE
#define Q DTL_CHAR_QUOTE
#define B DTL_CHAR_OPEN
#define E DTL_CHAR_CLOSE
#define H DTL_CHAR_DASH
#define O DTL_CHAR_OTHER
const uint8_t dtl_chars_ascii[128] = {
    S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, /* controls */
    S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S,
    S, P, Q, O, O, O, O, A, B, E, O, O, O, H, P, O, /*  !"#$%&'()*+,-./ */
    D, D, D, D, D, D, D, D, D, D, O, O, O, O, O, P, /* 0-9 :;<=>? */
    O, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, /* @A-O */
    L, L, L, L, L, L, L, L, L, L, L, B, O, E, O, O, /* P-Z [\]^_ */
    A, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, /* `a-o */
    L, L, L, L, L, L, L, L, L, L, L, B, O, E, O, S, /* p-z {|}~ */
};
#undef S
#undef L
#undef D
#undef P
#undef A
#undef Q
#undef B
#undef E
#undef H
#undef O

/* Points whose general category does not say what they are to us. */
static int special(uint32_t point) {
    switch (point) {
    case 0xB4: case 0x2018: case 0x2019: case 0x2BC: case 0xFF07:
        return DTL_CHAR_APOSTROPHE;
    case 0x201A: case 0x201B: case 0x201E: case 0xFF02:
        return DTL_CHAR_QUOTE;
    case 0xAD: case 0x200C: case 0x200D: case 0xFFFD:
        return DTL_CHAR_LETTER;
    case 0x2026: case 0x3002: case 0x61F: case 0x6D4: case 0x964:
    case 0xFF01: case 0xFF0E: case 0xFF1F: case 0x203C: case 0x203D:
    case 0x2047: case 0x2048: case 0x2049:
        return DTL_CHAR_STOP;
    case 0x2212: return DTL_CHAR_DASH;
    default: return -1;
    }
}

static uint8_t beyond_ascii(uint32_t point) {
    const int known = special(point);
    if (known >= 0) return (uint8_t)known;
    switch (u_charType((UChar32)point)) {
    case U_UPPERCASE_LETTER: case U_LOWERCASE_LETTER: case U_TITLECASE_LETTER:
    case U_MODIFIER_LETTER: case U_OTHER_LETTER: case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK: case U_COMBINING_SPACING_MARK: case U_LETTER_NUMBER:
        return DTL_CHAR_LETTER;
    case U_DECIMAL_DIGIT_NUMBER: return DTL_CHAR_DIGIT;
    case U_SPACE_SEPARATOR: case U_LINE_SEPARATOR: case U_PARAGRAPH_SEPARATOR:
    case U_CONTROL_CHAR: case U_FORMAT_CHAR:
        return DTL_CHAR_SPACE;
    case U_DASH_PUNCTUATION: return DTL_CHAR_DASH;
    case U_START_PUNCTUATION: return DTL_CHAR_OPEN;
    case U_END_PUNCTUATION: return DTL_CHAR_CLOSE;
    case U_INITIAL_PUNCTUATION: case U_FINAL_PUNCTUATION:
        return DTL_CHAR_QUOTE;
    default: return DTL_CHAR_OTHER;
    }
}

dtl_glyph dtl_chars_decode(const char *text, uint32_t at, uint32_t end) {
    size_t next = at;
    const uint32_t point = dtl_utf8_next(text, end, &next);
    return (dtl_glyph){point, beyond_ascii(point), (uint8_t)(next - at)};
}

dtl_glyph dtl_chars_before(const char *text, uint32_t start, uint32_t at) {
    uint32_t from = at - 1;
    while (from > start && ((unsigned char)text[from] & 0xC0) == 0x80) from--;
    return dtl_chars_at(text, from, at);
}

bool dtl_chars_is_upper(uint32_t point) {
    if (point < 0x80) return point >= 'A' && point <= 'Z';
    return u_isupper((UChar32)point) || u_istitle((UChar32)point);
}

bool dtl_chars_is_lower(uint32_t point) {
    if (point < 0x80) return point >= 'a' && point <= 'z';
    return u_islower((UChar32)point);
}

uint32_t dtl_chars_upper(uint32_t point) {
    return (uint32_t)u_toupper((UChar32)point);
}

bool dtl_chars_is_break(uint32_t point) {
    return (point >= 0x0A && point <= 0x0D) || point == 0x85 ||
           point == 0x2028 || point == 0x2029;
}

int dtl_chars_quote_side(uint32_t point) {
    switch (point) {
    case 0x201C: case 0x2018: case 0xAB: case 0x2039: case 0x201E:
    case 0x201A: case 0x201B: case 0x201F: case '`':
        return 1;
    case 0x201D: case 0x2019: case 0xBB: case 0x203A:
        return -1;
    default: return 0;
    }
}

static uint32_t lower_point(uint32_t point) {
    if (point == 0x2019 || point == 0x2BC) return '\'';
    return (uint32_t)u_tolower((UChar32)point);
}

/* The character that `last` and the mark behind it compose to, or 0. */
static uint32_t compose(uint32_t last, uint32_t mark) {
    if (mark < 0x300 || u_getCombiningClass((UChar32)mark) == 0) return 0;
    UErrorCode error = U_ZERO_ERROR;
    const UNormalizer2 *nfc = unorm2_getNFCInstance(&error);
    if (U_FAILURE(error)) return 0;
    const UChar32 both =
        unorm2_composePair(nfc, (UChar32)last, (UChar32)mark);
    return both > 0 ? (uint32_t)both : 0;
}

size_t dtl_chars_lower(const char *bytes, size_t length, char *out,
                       size_t room) {
    size_t used = 0, before = 0; /* where the last character begins */
    uint32_t last = 0;
    for (size_t i = 0; i < length;) {
        const unsigned char byte = (unsigned char)bytes[i];
        char encoded[4];
        uint32_t point = byte;
        if (byte < 0x80) {
            if (byte >= 'A' && byte <= 'Z') point += 32;
            i++;
        } else {
            point = lower_point(dtl_utf8_next(bytes, length, &i));
        }
        const uint32_t both = last ? compose(last, point) : 0;
        if (both) {
            point = both;
            used = before;
        }
        const size_t size = dtl_utf8_encode(point, encoded);
        if (used + size > room) return 0;
        before = used;
        last = point;
        memcpy(out + used, encoded, size);
        used += size;
    }
    out[used] = 0;
    return used;
}
