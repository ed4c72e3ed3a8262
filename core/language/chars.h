/* chars.h - what a character is to the splitter: ASCII from a table, all
 * else from ICU's character properties (no locale takes part). */
#ifndef DTL_CHARS_H
#define DTL_CHARS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef enum {
    DTL_CHAR_SPACE = 0, /* white space, controls, U+200B, U+FEFF */
    DTL_CHAR_LETTER,    /* letters, marks, joiners, U+FFFD */
    DTL_CHAR_DIGIT,     /* decimal digits */
    DTL_CHAR_STOP,      /* . ! ? and their kin in other scripts, U+2026 */
    DTL_CHAR_APOSTROPHE,/* ' U+2018 U+2019 U+02BC and the accents ` U+B4 */
    DTL_CHAR_QUOTE,     /* " and all other quotation marks */
    DTL_CHAR_OPEN,      /* opening brackets */
    DTL_CHAR_CLOSE,     /* closing brackets */
    DTL_CHAR_DASH,      /* - and every dash */
    DTL_CHAR_OTHER      /* other punctuation and symbols */
} dtl_char;

/* One decoded character: its class, its code point and its bytes. */
typedef struct {
    uint32_t point;
    uint8_t kind; /* dtl_char */
    uint8_t size;
} dtl_glyph;

/* The classes of ASCII, and a character beyond it. */
extern const uint8_t dtl_chars_ascii[128]
    __attribute__((visibility("hidden")));
dtl_glyph dtl_chars_decode(const char *text, uint32_t at, uint32_t end);

/* The character at `at`, below `end`, of valid UTF-8. */
static inline dtl_glyph dtl_chars_at(const char *text, uint32_t at,
                                     uint32_t end) {
    const unsigned char byte = (unsigned char)text[at];
    if (byte < 0x80) return (dtl_glyph){byte, dtl_chars_ascii[byte], 1};
    return dtl_chars_decode(text, at, end);
}

/* The character that ends at `at`, above `start`. */
dtl_glyph dtl_chars_before(const char *text, uint32_t start, uint32_t at);

/* Upper or title case; false for scripts without case. */
bool dtl_chars_is_upper(uint32_t point);
bool dtl_chars_is_lower(uint32_t point);
uint32_t dtl_chars_upper(uint32_t point);

/* Line feed, carriage return, NEL, LS, PS ... */
bool dtl_chars_is_break(uint32_t point);

/* Whether a quotation mark opens (1), closes (-1), or either (0). */
int dtl_chars_quote_side(uint32_t point);

/* Lower case of bytes [0, length) into out, which has room for `room` bytes
 * and a NUL: Unicode's simple case mapping, marks composed with their letter
 * (NFC), curly apostrophes straight. Returns the length, or 0 when it does
 * not fit. */
size_t dtl_chars_lower(const char *bytes, size_t length, char *out,
                       size_t room);

#endif
