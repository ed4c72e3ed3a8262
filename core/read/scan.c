/* scan.c - a cursor over text. */
#include "core/read/scan.h"

/* Bytes of the white space at the cursor; 0: none. U+00A0, U+2009 and
 * U+202F stand before units and dashes in edited text. */
static uint32_t space_at(const dtl_cursor *c, uint32_t at) {
    const unsigned char *s = (const unsigned char *)c->s + at;
    const uint32_t left = c->end - at;
    if (left == 0) return 0;
    if (s[0] == ' ' || (s[0] >= '\t' && s[0] <= '\r')) return 1;
    if (left >= 2 && s[0] == 0xC2 && (s[1] == 0xA0 || s[1] == 0x85)) return 2;
    if (left >= 3 && s[0] == 0xE2 && s[1] == 0x80 &&
        (s[2] == 0x89 || s[2] == 0xAF || s[2] == 0xA8 || s[2] == 0xA9))
        return 3;
    return 0;
}

void dtl_scan_space(dtl_cursor *cursor) {
    uint32_t n;
    while ((n = space_at(cursor, cursor->at)) != 0) cursor->at += n;
}

bool dtl_scan_char(dtl_cursor *cursor, char c) {
    if (cursor->at >= cursor->end || cursor->s[cursor->at] != c) return false;
    cursor->at++;
    return true;
}

static char lower(char c) { return dtl_is_upper(c) ? (char)(c | 0x20) : c; }

bool dtl_scan_phrase(dtl_cursor *cursor, const char *phrase) {
    dtl_cursor c = *cursor;
    char last = ' ';
    for (const char *p = phrase; *p; p++) {
        if (*p == ' ') {
            if (!space_at(&c, c.at)) return false;
            dtl_scan_space(&c);
        } else if (c.at >= c.end || lower(c.s[c.at]) != lower(*p)) {
            return false;
        } else {
            c.at++;
        }
        last = *p;
    }
    if (dtl_is_letter(last) && dtl_is_letter(dtl_scan_peek(&c))) return false;
    *cursor = c;
    return true;
}

bool dtl_scan_dash(dtl_cursor *cursor) {
    static const char *const dashes[] = {"\xE2\x80\x93", "\xE2\x80\x94",
                                         "\xE2\x80\x95", "--", "-", "_"};
    for (size_t i = 0; i < sizeof dashes / sizeof dashes[0]; i++)
        if (dtl_scan_phrase(cursor, dashes[i])) return true;
    return false;
}

bool dtl_scan_number(dtl_cursor *cursor, int most, int *value, int *digits) {
    dtl_cursor c = *cursor;
    int number = 0, count = 0;
    while (count < most && dtl_is_digit(dtl_scan_peek(&c))) {
        number = number * 10 + (c.s[c.at++] - '0');
        count++;
    }
    if (count == 0 || dtl_is_digit(dtl_scan_peek(&c))) return false;
    *value = number;
    *digits = count;
    *cursor = c;
    return true;
}

bool dtl_scan_word(dtl_cursor *cursor, const char **word, uint32_t *length) {
    const uint32_t start = cursor->at;
    while (dtl_is_letter(dtl_scan_peek(cursor))) cursor->at++;
    *word = cursor->s + start;
    *length = cursor->at - start;
    return *length > 0;
}

bool dtl_scan_contains(dtl_cursor cursor, const char *phrase) {
    bool inside_word = false;
    const bool word = dtl_is_letter(phrase[0]);
    for (; cursor.at < cursor.end; cursor.at++) {
        const char c = cursor.s[cursor.at];
        dtl_cursor here = cursor;
        if (!(word && inside_word) && lower(c) == lower(phrase[0]) &&
            dtl_scan_phrase(&here, phrase))
            return true;
        inside_word = dtl_is_letter(c);
    }
    return false;
}
