/* lexer.c - words and marks of a run; numbers are in lexer_number.c. */
#include "timeparse/lexer.h"

#include <string.h>

enum { WORD_MAX = DTL_WORD_MAX };
enum { FARTHEST = 14 * 60 }; /* minutes: UTC+14 is the farthest zone */

enum { BLANK = DTL_BYTE_BLANK, LETTER = DTL_BYTE_LETTER,
       DIGIT = DTL_BYTE_DIGIT, HIGH = DTL_BYTE_HIGH };

static unsigned class_of(uint8_t b) { return dtl_byte_kinds[b]; }

void dtl_lexer_init(dtl_lexer *lexer, const dtl_terms *terms,
                    const char *bytes, uint32_t length, bool day_first) {
    lexer->terms = terms;
    lexer->bytes = bytes;
    lexer->length = length;
    lexer->at = 0;
    lexer->day_first = day_first;
    lexer->count = 0;
    lexer->trigger = false;
}

static uint8_t peek(const dtl_lexer *lexer, uint32_t at) {
    return at < lexer->length ? (uint8_t)lexer->bytes[at] : 0;
}

static uint32_t high_mark(const dtl_lexer *lexer, uint32_t at) {
    return dtl_high_mark(lexer->bytes, lexer->length, at);
}

/* Skips white space; false when a blank line ends the paragraph. */
static bool skip_blanks(dtl_lexer *lexer) {
    unsigned lines = 0;
    uint32_t n;
    while ((n = dtl_blank(lexer->bytes, lexer->length, lexer->at)) != 0) {
        lines += peek(lexer, lexer->at) == '\n';
        lexer->at += n;
    }
    return lines < 2;
}

/* Steps behind a run of letters, digits and high bytes. */
static void skip_word(dtl_lexer *lexer) {
    unsigned c;
    while ((c = class_of(peek(lexer, lexer->at))) == LETTER || c == DIGIT ||
           (c == HIGH && !high_mark(lexer, lexer->at)))
        lexer->at++;
}

/* The blank of "a. m.", as some news sites and scans write it, behind a
 * number. */
static bool is_spaced_half(const dtl_lexer *lexer, uint32_t at, char first) {
    return (first == 'a' || first == 'p') && lexer->count &&
           peek(lexer, at) == ' ' && (peek(lexer, at + 1) | 32) == 'm' &&
           peek(lexer, at + 2) == '.';
}

/* a.m. B.C. E.S.T.: letters with stops, the last stop may be missing.
 * Gives the folded letters' count, 0 when it is no such thing. */
static size_t read_dotted(dtl_lexer *lexer, char *folded) {
    uint32_t at = lexer->at;
    size_t n = 0;
    while (n < 5 && class_of(peek(lexer, at)) == LETTER &&
           class_of(peek(lexer, at + 1)) != LETTER) {
        folded[n++] = (char)(peek(lexer, at++) | 32);
        if (peek(lexer, at) != '.') break;
        at++;
        if (n == 1 && is_spaced_half(lexer, at, folded[0])) at++;
    }
    if (n < 2 || class_of(peek(lexer, at)) == LETTER) return 0;
    lexer->at = at;
    return n;
}

static uint8_t capitals(const char *word, size_t length) {
    if (word[0] & 32) return 0;
    return length > 1 && !(word[1] & 32) ? 2 : 1;
}

/* +8, -3:30 or +0530 behind GMT or UTC: minutes, and steps behind it. */
static int16_t read_offset(dtl_lexer *lexer) {
    uint32_t at = lexer->at + 1, digits = 0;
    int minutes = 0;
    const uint8_t sign = peek(lexer, lexer->at);
    if (sign != '+' && sign != '-') return 0;
    for (; digits < 4 && class_of(peek(lexer, at)) == DIGIT; at++, digits++)
        minutes = minutes * 10 + peek(lexer, at) - '0';
    if (digits == 4) {
        minutes = minutes / 100 * 60 + minutes % 100;
    } else {
        minutes *= 60;
        if (peek(lexer, at) == ':' && class_of(peek(lexer, at + 1)) == DIGIT &&
            class_of(peek(lexer, at + 2)) == DIGIT) {
            minutes += (peek(lexer, at + 1) - '0') * 10 +
                       peek(lexer, at + 2) - '0';
            at += 3;
        }
    }
    const unsigned after = class_of(peek(lexer, at));
    if (!digits || digits == 3 || minutes > FARTHEST || after == LETTER ||
        after == DIGIT || peek(lexer, at) == ':')
        return 0;
    lexer->at = at;
    return (int16_t)(sign == '-' ? -minutes : minutes);
}

/* o'clock at lexer->at: its length, else 0. */
static uint32_t oclock(const dtl_lexer *lexer) {
    static const char *const forms[] = {"o'clock", "o\xe2\x80\x99" "clock",
                                        "O'Clock", "O'CLOCK", "O'clock"};
    for (size_t i = 0; i < sizeof forms / sizeof forms[0]; i++) {
        const uint32_t n = (uint32_t)strlen(forms[i]);
        if (lexer->length - lexer->at >= n &&
            !memcmp(lexer->bytes + lexer->at, forms[i], n))
            return n;
    }
    return 0;
}

/* A token of the terms at `at`; false steps behind the unknown word. */
static bool read_word(dtl_lexer *lexer, dtl_item *item) {
    char folded[WORD_MAX];
    const uint32_t start = lexer->at;
    size_t n = 0;
    const uint32_t hours = oclock(lexer);
    if (hours) {
        lexer->at += hours;
        item->entry = dtl_terms_find(lexer->terms,
                                     dtl_terms_key("oclock", 6, 6));
    } else if (peek(lexer, start + 1) == '.' &&
        (n = read_dotted(lexer, folded)) > 0) {
        item->entry = dtl_terms_find(lexer->terms,
                                     dtl_terms_key(folded, n, n));
        item->capital = capitals(lexer->bytes + start, 1);
    } else {
        dtl_key key = {0, 0};
        n = dtl_terms_letters(lexer->bytes + start, lexer->length - start,
                              &key);
        lexer->at += (uint32_t)n;
        const unsigned after = class_of(peek(lexer, lexer->at));
        if ((after == DIGIT && !dtl_takes_digits(lexer->bytes + start, n)) ||
            (after == HIGH && !high_mark(lexer, lexer->at)))
            n = WORD_MAX + 1;
        if (n > WORD_MAX) return skip_word(lexer), false;
        item->entry = dtl_terms_find(lexer->terms, key);
        item->capital = capitals(lexer->bytes + start, n);
    }
    bool known = false;
    for (uint16_t e = item->entry; e; e = lexer->terms->entries[e].next) {
        const dtl_token_entry *entry = &lexer->terms->entries[e];
        if (entry->flags & DTL_TOKEN_CAPITAL && !item->capital) continue;
        if (entry->flags & DTL_TOKEN_SMALL && item->capital) continue;
        known = true;
        lexer->trigger |= (entry->flags & DTL_TOKEN_TRIGGER) != 0;
        if (entry->class_ == DTL_CLASS_ZONE && !entry->value)
            item->zone = read_offset(lexer);
        if (entry->word)
            item->word = entry->word;
        else
            dtl_classes_add(&item->classes, entry->class_);
        if (entry->flags & DTL_TOKEN_DOT && peek(lexer, lexer->at) == '.')
            lexer->at++;
    }
    return known;
}

/* 's and ’s */
static bool read_possessive(dtl_lexer *lexer, dtl_item *item) {
    uint32_t at = lexer->at;
    if (peek(lexer, at) == '\'')
        at++;
    else if (lexer->length - at > 3 &&
             !memcmp(lexer->bytes + at, "\xe2\x80\x99", 3))
        at += 3;
    else
        return false;
    const unsigned after = class_of(peek(lexer, at + 1));
    if ((peek(lexer, at) | 32) == 's' && after != LETTER && after != DIGIT)
        at++;
    else if (!lexer->count || class_of(peek(lexer, at)) == LETTER ||
             class_of(peek(lexer, at)) == DIGIT ||
             (peek(lexer, lexer->at - 1) | 32) != 's')
        return false;
    lexer->at = at;
    dtl_classes_add(&item->classes, DTL_CLASS_POSS);
    return true;
}

static bool read_mark(dtl_lexer *lexer, dtl_item *item) {
    static const struct {
        const char *text;
        uint8_t length, class_;
    } marks[] = {
        {",", 1, DTL_CLASS_COMMA},        {"--", 2, DTL_CLASS_NONE},
        {"-", 1, DTL_CLASS_HYPHEN},       {"\xe2\x80\x93", 3, DTL_CLASS_HYPHEN},
        {"\xe2\x80\x91", 3, DTL_CLASS_HYPHEN},
        {"\xe2\x80\x90", 3, DTL_CLASS_HYPHEN},
        {"/", 1, DTL_CLASS_SLASH},        {"(", 1, DTL_CLASS_LPAREN},
        {")", 1, DTL_CLASS_RPAREN},
    };
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++) {
        if (lexer->length - lexer->at < marks[i].length ||
            memcmp(lexer->bytes + lexer->at, marks[i].text, marks[i].length))
            continue;
        lexer->at += marks[i].length;
        dtl_classes_add(&item->classes, marks[i].class_);
        return marks[i].class_ != DTL_CLASS_NONE;
    }
    return false;
}

/* '98 and ’90s */
static bool read_short_year(dtl_lexer *lexer, dtl_item *item) {
    const uint32_t start = lexer->at;
    const uint32_t mark = peek(lexer, start) == '\'' ||
                          peek(lexer, start) == '`' ? 1 : 3;
    if (mark == 3 && (lexer->length - start < 5 ||
                      (memcmp(lexer->bytes + start, "\xe2\x80\x99", 3) &&
                       memcmp(lexer->bytes + start, "\xe2\x80\x98", 3))))
        return false;
    if (start && (lexer->bytes[start - 1] == '\'' ||
                  lexer->bytes[start - 1] == '`'))
        return false; /* a quotation: ''60 Minutes'' */
    if (class_of(peek(lexer, start + mark)) != DIGIT ||
        class_of(peek(lexer, start + mark + 1)) != DIGIT ||
        class_of(peek(lexer, start + mark + 2)) == DIGIT)
        return false;
    lexer->at += mark;
    const bool good = dtl_lexer_number(lexer, item);
    if (!good) return false;
    if (!dtl_classes_has(&item->classes, DTL_CLASS_DECADE)) {
        item->classes = (dtl_classes){{0}};
        dtl_classes_add(&item->classes, DTL_CLASS_YEAR2);
    }
    return true;
}

/* One token at `at`; false: something unknown, stepped over. */
static bool read_token(dtl_lexer *lexer, dtl_item *item) {
    const uint32_t start = lexer->at;
    memset(item, 0, sizeof *item);
    item->start = start;
    item->node = -1;
    item->glued =
        start > 0 && class_of(peek(lexer, start - 1)) != BLANK;
    const unsigned c = class_of(peek(lexer, start));
    bool known;
    if (c == LETTER)
        known = read_word(lexer, item);
    else if (c == DIGIT)
        known = dtl_lexer_number(lexer, item);
    else
        known = read_possessive(lexer, item) || read_short_year(lexer, item) ||
                read_mark(lexer, item);
    if (lexer->at == start) {
        const uint32_t mark = high_mark(lexer, start);
        lexer->at += mark ? mark : 1;
        if (!mark && c == HIGH) skip_word(lexer);
    }
    item->end = lexer->at;
    return known;
}

/* 1984X, 4x4: a number that grows into an unknown word is none. */
static void drop_number(dtl_lexer *lexer) {
    if (!lexer->count) return;
    const dtl_item *last = &lexer->items[lexer->count - 1];
    const bool number = class_of(peek(lexer, last->start)) == DIGIT;
    const unsigned after = class_of(peek(lexer, last->end));
    if (number && (after == LETTER ||
                   (after == HIGH && !high_mark(lexer, last->end))))
        lexer->count--;
}

/* Reads tokens from lexer->at until something ends the run. */
static void read_run(dtl_lexer *lexer) {
    lexer->count = 0;
    lexer->trigger = false;
    while (lexer->at < lexer->length && lexer->count < DTL_RUN_MAX) {
        bool known = skip_blanks(lexer);
        if (known && lexer->at < lexer->length) {
            dtl_item *item = &lexer->items[lexer->count];
            known = read_token(lexer, item);
            lexer->count += known;
            if (known && !item->entry)
                lexer->trigger |= dtl_classes_meet(&item->classes,
                                                   &lexer->terms->triggers);
        }
        if (known) continue;
        drop_number(lexer);
        return;
    }
}

bool dtl_lexer_next(dtl_lexer *lexer) {
    while (dtl_lexer_seek(lexer)) {
        read_run(lexer);
        if (lexer->trigger && lexer->count) return true;
    }
    return false;
}
