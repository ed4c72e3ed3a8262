/* seek.c - over the text that holds no date expression.
 *
 * Reads words as lexer.c does, but keeps nothing of them: an unknown word or
 * mark sets the beginning of the run anew, a known word that no expression
 * needs is stepped over, and the first that may be a trigger ends the
 * search. A word's first two letters and its length turn most of them away
 * (dtl_terms.lengths) before it is hashed. */
#include <string.h>

#include "timeparse/lexer.h"

#define OTHER DTL_BYTE_OTHER
#define BLANK DTL_BYTE_BLANK
#define LETTER DTL_BYTE_LETTER
#define DIGIT DTL_BYTE_DIGIT
#define MARK DTL_BYTE_MARK
#define HIGH DTL_BYTE_HIGH
#define H8 HIGH, HIGH, HIGH, HIGH, HIGH, HIGH, HIGH, HIGH
#define H32 H8, H8, H8, H8
#define L8 LETTER, LETTER, LETTER, LETTER, LETTER, LETTER, LETTER, LETTER
#define L26 L8, L8, L8, LETTER, LETTER

const uint8_t dtl_byte_kinds[256] = {
    ['\t'] = BLANK, ['\n'] = BLANK, ['\r'] = BLANK, [' '] = BLANK,
    ['\''] = MARK, ['('] = MARK, [')'] = MARK, [','] = MARK, ['-'] = MARK,
    ['/'] = MARK, ['`'] = MARK,
    ['0'] = DIGIT, DIGIT, DIGIT, DIGIT, DIGIT, DIGIT, DIGIT, DIGIT, DIGIT,
    DIGIT, ['A'] = L26, ['a'] = L26, [0x80] = H32, H32, H32, H32,
};

bool dtl_takes_digits(const char *word, size_t n) {
    const char first = (char)(word[0] | 32);
    if (n == 1) return first == 'q' || first == 'h';
    return n == 2 && first == 'f' && (word[1] | 32) == 'y';
}

uint32_t dtl_high_mark(const char *bytes, uint32_t length, uint32_t at) {
    if (length - at < 2) return 0;
    const uint8_t a = (uint8_t)bytes[at], b = (uint8_t)bytes[at + 1];
    if (a == 0xC2) return b >= 0xA0 ? 2 : 0;
    if (length - at < 3) return 0;
    if (a == 0xE2) return b == 0x80 || b == 0x81 ? 3 : 0;
    return a == 0xE3 && b == 0x80 ? 3 : 0;
}

uint32_t dtl_blank(const char *bytes, uint32_t length, uint32_t at) {
    if (at >= length) return 0;
    const unsigned kind = dtl_byte_kinds[(uint8_t)bytes[at]];
    if (kind != HIGH) return kind == BLANK;
    const uint32_t mark = dtl_high_mark(bytes, length, at);
    if (!mark) return 0;
    const uint8_t b = (uint8_t)bytes[at + 1], c = (uint8_t)bytes[at + mark - 1];
    if (mark == 2) return b == 0xA0 ? 2 : 0;
    return (uint8_t)bytes[at] == 0xE2 && b == 0x80 && (c <= 0x8A || c == 0xAF)
               ? 3 : 0;
}

typedef struct {
    const dtl_terms *terms;
    const uint8_t *bytes;
    uint32_t length, at;
    uint32_t start; /* of the run */
    uint32_t count; /* tokens of the run so far, at least */
} search;

typedef enum { BREAKS, STAYS, FOUND } verdict;

static unsigned kind(const search *s, uint32_t at) {
    return at < s->length ? dtl_byte_kinds[s->bytes[at]] : OTHER;
}

static uint32_t high_mark(const search *s, uint32_t at) {
    return dtl_high_mark((const char *)s->bytes, s->length, at);
}

static void skip_word(search *s) {
    unsigned k;
    while ((k = kind(s, s->at)) == LETTER || k == DIGIT ||
           (k == HIGH && !high_mark(s, s->at)))
        s->at++;
}

/* A word of the tables: whether it may be a trigger. */
static verdict judge(const search *s, dtl_key key, bool capital) {
    uint16_t e = dtl_terms_find(s->terms, key);
    if (!e) return BREAKS;
    for (; e; e = s->terms->entries[e].next) {
        const uint8_t flags = s->terms->entries[e].flags;
        if (flags & DTL_TOKEN_DOT) return FOUND; /* may eat a full stop */
        if (flags & DTL_TOKEN_CAPITAL && !capital) continue;
        if (flags & DTL_TOKEN_TRIGGER) return FOUND;
    }
    return STAYS;
}

static verdict see_word(search *s) {
    const uint8_t *word = s->bytes + s->at;
    dtl_key key = {0, 0};
    const uint32_t n = dtl_terms_letters((const char *)word,
                                         s->length - s->at, &key);
    const unsigned after = kind(s, s->at + n);
    if (n == 1 && s->length - s->at > 1 &&
        (word[1] == '.' || ((word[0] | 32) == 'o' && after != BLANK)))
        return FOUND; /* a.m., o'clock */
    if (after == DIGIT && dtl_takes_digits((const char *)word, n))
        return FOUND; /* Q3 */
    s->at += n;
    if (after == DIGIT || (after == HIGH && !high_mark(s, s->at))) {
        skip_word(s);
        return BREAKS;
    }
    if (n > DTL_WORD_MAX) return BREAKS;
    const uint32_t pair =
        s->terms->lengths[dtl_terms_pair(word[0], n > 1 ? word[1] : 0)];
    if (!(pair >> n & 1)) return BREAKS;
    return judge(s, key, !(word[0] & 32));
}

/* White space; a blank line ends the run. */
static verdict see_blanks(search *s) {
    uint32_t lines = 0;
    uint32_t n;
    while ((n = dtl_blank((const char *)s->bytes, s->length, s->at)) != 0) {
        lines += s->bytes[s->at] == '\n';
        s->at += n;
    }
    return lines < 2 ? STAYS : BREAKS;
}

/* The s of a possessive, behind its mark. */
static void skip_s(search *s) {
    if (s->at >= s->length || (s->bytes[s->at] | 32) != 's') return;
    const unsigned after = kind(s, s->at + 1);
    if (after != LETTER && after != DIGIT) s->at++;
}

static verdict see_high(search *s) {
    static const uint8_t kept[] = {0x90, 0x91, 0x93, 0x98, 0x99};
    const uint32_t mark = high_mark(s, s->at);
    if (dtl_blank((const char *)s->bytes, s->length, s->at))
        return see_blanks(s);
    if (!mark) { /* at least one byte, also of what is ill-formed */
        s->at++;
        skip_word(s);
        return BREAKS;
    }
    const uint8_t last = s->bytes[s->at + mark - 1];
    const bool quote = mark == 3 && s->bytes[s->at] == 0xE2 &&
                       s->bytes[s->at + 1] == 0x80;
    s->at += mark;
    if (!quote) return BREAKS;
    if (last == 0x99) skip_s(s);
    return memchr(kept, last, sizeof kept) ? STAYS : BREAKS;
}

static verdict see_mark(search *s) {
    const bool dash = s->bytes[s->at] == '-' && s->at + 1 < s->length &&
                      s->bytes[s->at + 1] == '-';
    const bool mark = s->bytes[s->at] == '\'';
    s->at += dash ? 2 : 1;
    if (mark) skip_s(s);
    return dash ? BREAKS : STAYS;
}

static verdict see(search *s, unsigned k) {
    switch (k) {
    case LETTER: return see_word(s);
    case DIGIT: return FOUND;
    case MARK: return see_mark(s);
    case HIGH: return see_high(s);
    default: s->at++; return BREAKS;
    }
}

bool dtl_lexer_seek(dtl_lexer *lexer) {
    search s = {lexer->terms, (const uint8_t *)lexer->bytes, lexer->length,
                lexer->at, lexer->at, 0};
    while (s.at < s.length) {
        const unsigned k = dtl_byte_kinds[s.bytes[s.at]];
        const verdict v = k == BLANK ? see_blanks(&s) : see(&s, k);
        if (v == FOUND) {
            lexer->at = s.start;
            return true;
        }
        s.count += k != BLANK;
        if (v == STAYS && s.count < DTL_RUN_MAX) continue;
        s.start = s.at;
        s.count = 0;
    }
    lexer->at = s.length;
    return false;
}
