/* scan.h - a cursor over text, shared inside core/read.
 *
 * Every function that takes a piece moves the cursor past it and gives
 * true, or leaves the cursor alone and gives false. Bytes are valid UTF-8;
 * only ASCII letters have case here. */
#ifndef DTL_READ_SCAN_H
#define DTL_READ_SCAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct {
    const char *s;
    uint32_t at, end; /* what is left: s[at], ..., s[end - 1] */
} dtl_cursor;

static inline bool dtl_is_digit(char c) { return c >= '0' && c <= '9'; }
static inline bool dtl_is_upper(char c) { return c >= 'A' && c <= 'Z'; }
static inline bool dtl_is_lower(char c) { return c >= 'a' && c <= 'z'; }
static inline bool dtl_is_letter(char c) {
    return dtl_is_upper(c) || dtl_is_lower(c) || (unsigned char)c >= 0x80;
}

/* The next byte; NUL at the end. */
static inline char dtl_scan_peek(const dtl_cursor *cursor) {
    return cursor->at < cursor->end ? cursor->s[cursor->at] : '\0';
}

/* Skips blanks, line ends and no-break spaces. */
void dtl_scan_space(dtl_cursor *cursor);

/* Takes one given byte. */
bool dtl_scan_char(dtl_cursor *cursor, char c);

/* Takes `phrase` without regard to ASCII case; a blank in it stands for any
 * white space. A phrase that ends in a letter must end a word. */
bool dtl_scan_phrase(dtl_cursor *cursor, const char *phrase);

/* Takes a dash of any length or kind: - -- _ and U+2013 to U+2015. */
bool dtl_scan_dash(dtl_cursor *cursor);

/* Takes 1 to `most` digits that no further digit follows; *digits says how
 * many there were. */
bool dtl_scan_number(dtl_cursor *cursor, int most, int *value, int *digits);

/* Takes a run of letters; gives its first byte and length. */
bool dtl_scan_word(dtl_cursor *cursor, const char **word, uint32_t *length);

/* Whether `phrase` stands anywhere in what is left. Moves nothing. */
bool dtl_scan_contains(dtl_cursor cursor, const char *phrase);

#endif
