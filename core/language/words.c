/* words.c - cuts a run of text without white space into words.
 *
 * What is here: the mechanisms; which forms they work on stands in
 * abbreviations.def and wordparts.def. What is not: where sentences end.
 * Source followed: the tokenisation of the English Web Treebank (LDC2012T13,
 * "supplementary guidelines"), as UD English keeps it.
 *
 * Every step looks ahead at most DTL_MAX_WORD_BYTES, so the whole is
 * linear in the text. */
#include "core/language/words.h"

#include <string.h>

#include "core/base/limits.h"
#include "core/language/chars.h"

typedef enum {
    CONTRACTION, PREFIX, SUFFIX, UNIT, DOMAIN, SLASHED, SHORTENED, SMILEY,
    CLITIC
} part_kind;

typedef struct {
    const char *form;
    uint8_t length, kind, cut;
} part;

static const part parts[] = {
#define ROW(kind, form, cut) {form, sizeof(form) - 1, kind, cut},
#define CONTRACTION(form, cut, text, words) ROW(CONTRACTION, form, cut)
#define PREFIX(form, text, words) ROW(PREFIX, form, 0)
#define SUFFIX(form, text, words) ROW(SUFFIX, form, 0)
#define UNIT(form, text, words) ROW(UNIT, form, 0)
#define DOMAIN(form, text, words) ROW(DOMAIN, form, 0)
#define SLASHED(form, text, words) ROW(SLASHED, form, 0)
#define SHORTENED(form, text, words) ROW(SHORTENED, form, 0)
#define SMILEY(form, text, words) ROW(SMILEY, form, 0)
#define CLITIC(form, text, words) ROW(CLITIC, form, 0)
#include "core/language/wordparts.def"
};

static const struct {
    const char *form;
    uint8_t length, kind;
} abbreviations[] = {
#define ABBREVIATION(form, kind, text)                                        \
    {form, sizeof(form) - 1, DTL_ABBREVIATION_##kind},
#include "core/language/abbreviations.def"
};

static bool same_letter(char text, char row) {
    if (text == row) return true;
    return row >= 'a' && row <= 'z' && text == row - 32;
}

/* Whether the text at [at, end) is the row; a capital in the row wants one
 * in the text, but for the letters behind the first: "CORP" is "Corp". */
static bool is_form(const char *text, const char *form, size_t length) {
    for (size_t i = 0; i < length; i++)
        if (!same_letter(text[i], form[i])) return false;
    return true;
}

static const part *find_part(part_kind kind, const char *text,
                             size_t length) {
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (parts[i].length == length && parts[i].kind == kind &&
            is_form(text, parts[i].form, length))
            return &parts[i];
    return NULL;
}

static dtl_abbreviation find_abbreviation(const char *text, size_t length) {
    for (size_t i = 0; i < sizeof abbreviations / sizeof *abbreviations;
         i++)
        if (abbreviations[i].length == length &&
            is_form(text, abbreviations[i].form, length))
            return (dtl_abbreviation)abbreviations[i].kind;
    return DTL_ABBREVIATION_NONE;
}

/* ---- looking at characters ------------------------------------------- */

static dtl_glyph glyph(const dtl_run *run, uint32_t at) {
    if (at >= run->end) return (dtl_glyph){0, DTL_CHAR_SPACE, 0};
    return dtl_chars_at(run->text, at, run->end);
}

static dtl_glyph glyph_before(const dtl_run *run, uint32_t at) {
    if (at <= run->start) return (dtl_glyph){0, DTL_CHAR_SPACE, 0};
    return dtl_chars_before(run->text, run->start, at);
}

static bool is_word(dtl_glyph g) {
    return g.kind == DTL_CHAR_LETTER || g.kind == DTL_CHAR_DIGIT;
}

static bool is_upper(dtl_glyph g) {
    return g.kind == DTL_CHAR_LETTER && dtl_chars_is_upper(g.point);
}

/* The end of the letters and digits at `at`. */
static uint32_t skip_word(const dtl_run *run, uint32_t at) {
    const uint32_t limit = at + DTL_MAX_WORD_BYTES;
    for (dtl_glyph g = glyph(run, at); is_word(g); g = glyph(run, at)) {
        if (at + g.size > limit) break;
        at += g.size;
    }
    return at;
}

static uint32_t skip_kind(const dtl_run *run, uint32_t at, dtl_char kind) {
    const uint32_t limit = at + DTL_MAX_WORD_BYTES;
    for (dtl_glyph g = glyph(run, at); g.size && g.kind == kind;
         g = glyph(run, at)) {
        if (at + g.size > limit) break;
        at += g.size;
    }
    return at;
}

/* The first character behind `at` that is no white space; looks over at
 * most 16 bytes of it. */
static dtl_glyph glyph_after(const dtl_run *run, uint32_t at) {
    const uint32_t limit =
        run->text_end - at > 16 ? at + 16 : run->text_end;
    while (at < limit) {
        const dtl_glyph g = dtl_chars_at(run->text, at, run->text_end);
        if (g.kind != DTL_CHAR_SPACE) return g;
        at += g.size;
    }
    return (dtl_glyph){0, DTL_CHAR_SPACE, 0};
}

/* ---- addresses --------------------------------------------------------- */

static bool starts_with(const dtl_run *run, uint32_t at, const char *form) {
    const size_t length = strlen(form);
    return run->end - at >= length && is_form(run->text + at, form, length);
}

/* Punctuation that may stand inside an address but not end it. */
static bool trails(dtl_glyph g) {
    switch (g.kind) {
    case DTL_CHAR_STOP: case DTL_CHAR_APOSTROPHE: case DTL_CHAR_QUOTE:
    case DTL_CHAR_CLOSE: return true;
    default:
        return g.point == ',' || g.point == ';' || g.point == ':' ||
               g.point == '>' || g.point == '*';
    }
}

static uint32_t trim(const dtl_run *run, uint32_t at, uint32_t end) {
    while (end > at) {
        const dtl_glyph g = dtl_chars_before(run->text, at, end);
        if (!trails(g)) break;
        end -= g.size;
    }
    return end;
}

static uint32_t skip_link(const dtl_run *run, uint32_t at) {
    uint32_t end = at;
    for (dtl_glyph g = glyph(run, end); g.size; g = glyph(run, end)) {
        if (g.kind == DTL_CHAR_QUOTE || g.point == '<' || g.point == '>')
            break;
        if (end + g.size - at > DTL_MAX_WORD_BYTES) break;
        end += g.size;
    }
    return trim(run, at, end);
}

static bool in_address(dtl_glyph g) {
    return is_word(g) || g.point == '.' || g.point == '_' ||
           g.point == '-' || g.point == '+' || g.point == '%' ||
           g.point == '@';
}

/* name@host: the end of it, or `at`. */
static uint32_t skip_mail(dtl_run *run, uint32_t at) {
    uint32_t end = at, sign = 0;
    for (dtl_glyph g = glyph(run, end); g.size && in_address(g);
         g = glyph(run, end)) {
        if (end + g.size - at > DTL_MAX_WORD_BYTES) break;
        if (g.point == '@') {
            if (sign || end == at) return at;
            sign = end;
        }
        end += g.size;
    }
    run->plain = end;
    end = trim(run, at, end);
    return sign && end > sign + 1 ? end : at;
}

/* alt.animals.cat: three labels or more, all in lower case. */
static bool is_newsgroup(const dtl_run *run, uint32_t at, uint32_t end) {
    uint32_t stops = 0, label = 0;
    for (uint32_t i = at; i < end; i++) {
        const char c = run->text[i];
        if (c == '.' && label < 2) return false;
        if (c != '.' && c != '-' && (c < 'a' || c > 'z')) return false;
        stops += c == '.';
        label = c == '.' ? 0 : label + 1;
    }
    return stops > 1 && label > 1;
}

/* A name of several labels with full stops whose last one is a domain or a
 * kind of file: the end of it, or `at`. */
static uint32_t skip_domain(dtl_run *run, uint32_t at) {
    uint32_t end = at, label = at;
    for (dtl_glyph g = glyph(run, end);
         g.size && (is_word(g) || g.point == '.' || g.point == '-' ||
                    g.point == '_');
         g = glyph(run, end)) {
        if (end + g.size - at > DTL_MAX_WORD_BYTES) break;
        end += g.size;
        if (g.point == '.') label = end;
    }
    if (label == end) { /* a full stop of the sentence */
        end--;
        label = end;
        while (label > at && run->text[label - 1] != '.') label--;
    }
    run->plain = end;
    if (is_newsgroup(run, at, end)) return end;
    if (label == at || !find_part(DOMAIN, run->text + label, end - label))
        return at;
    return glyph(run, end).point == '/' ? skip_link(run, at) : end;
}

static uint32_t skip_address(dtl_run *run, uint32_t at) {
    if (at < run->plain) return at;
    if (run->address) {
        static const char *const heads[] = {"http://", "https://", "www.",
                                            "mailto:", "ftp://", "doi:"};
        for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
            if (starts_with(run, at, heads[i])) return skip_link(run, at);
        const uint32_t end = skip_mail(run, at);
        if (end > at) return end;
    }
    const dtl_glyph g = glyph(run, skip_word(run, at));
    return g.point == '.' || g.point == '-' || g.point == '_'
               ? skip_domain(run, at)
               : at;
}

/* ---- letters ------------------------------------------------------------ */

/* Whether the apostrophe at `at` begins a clitic: 's 'm 'd 're 've 'll. */
static uint32_t skip_clitic(const dtl_run *run, uint32_t at) {
    const uint32_t from = at + glyph(run, at).size;
    const uint32_t end = skip_kind(run, from, DTL_CHAR_LETTER);
    if (end - from > 2 || glyph(run, end).kind == DTL_CHAR_DIGIT) return at;
    return find_part(CLITIC, run->text + from, end - from) ? end : at;
}

/* Letters with a full stop behind each: U.S., e.g., J.K.; Ph.D. too. The
 * end behind the last stop, or behind the last letter if none follows;
 * `at` when there is only one letter. */
static uint32_t skip_dotted(const dtl_run *run, uint32_t at) {
    const uint32_t limit = at + 32;
    uint32_t end = at, labels = 0;
    while (end < limit) {
        const dtl_glyph g = glyph(run, end);
        const uint32_t label = skip_word(run, end);
        if (g.kind != DTL_CHAR_LETTER) break;
        const bool single = label == end + g.size;
        const bool stop = glyph(run, label).point == '.';
        if (!single && !(label - end == 2 && is_upper(g) && stop)) {
            if (labels < 2) return at;
            break;
        }
        labels++;
        end = label;
        if (!stop) break;
        end++;
    }
    return labels > 1 ? end : at;
}

/* One letter and a full stop: an initial, or the end of a sentence? */
static bool is_initial(const dtl_run *run, uint32_t at, uint32_t stop) {
    if (!is_upper(glyph(run, at))) return false;
    const dtl_glyph next = glyph_after(run, stop + 1);
    if (!is_upper(next)) return next.point == ',';
    if (run->last.span.end == run->last.span.start)
        return run->text[at] != 'Q' && run->text[at] != 'A'; /* interview */
    const dtl_glyph before = dtl_chars_at(run->text, run->last.span.start,
                                          run->last.span.end);
    if (run->last.kind == DTL_WORD_ABBREVIATION) return true;
    if (run->last.kind != DTL_WORD_PLAIN) return true;
    return is_upper(before) || glyph(run, at).point != 'I';
}

/* Classifies the letters [at, end), behind which a full stop stands. */
static dtl_abbreviation abbreviation(const dtl_run *run, uint32_t at,
                                     uint32_t end) {
    const dtl_abbreviation kind =
        find_abbreviation(run->text + at, end - at);
    const dtl_glyph next = glyph_after(run, end + 1);
    switch (kind) {
    case DTL_ABBREVIATION_NUMBER:
        return next.kind == DTL_CHAR_DIGIT || next.point == '#'
                   ? kind : DTL_ABBREVIATION_NONE;
    case DTL_ABBREVIATION_STATE:
        return run->last.span.end > run->last.span.start &&
                       run->text[run->last.span.start] == ','
                   ? kind : DTL_ABBREVIATION_NONE;
    default: return kind;
    }
}

/* Sets token for letters [at, end) with a full stop at `end` if they are an
 * abbreviation. */
static bool take_abbreviation(const dtl_run *run, uint32_t at, uint32_t end,
                              dtl_piece *token) {
    dtl_abbreviation kind = DTL_ABBREVIATION_NONE;
    if (glyph(run, at).size == end - at && is_initial(run, at, end))
        kind = DTL_ABBREVIATION_TITLE;
    else
        kind = abbreviation(run, at, end);
    if (kind == DTL_ABBREVIATION_NONE) return false;
    if (is_word(glyph(run, end + 1))) return false;
    token->span.end = end + 1;
    token->kind = DTL_WORD_ABBREVIATION;
    token->abbreviation = (uint8_t)kind;
    return true;
}

static bool take_dotted(const dtl_run *run, uint32_t at, dtl_piece *token) {
    const uint32_t end = skip_dotted(run, at);
    if (end == at) return false;
    token->span.end = end;
    if (run->text[end - 1] != '.') return true;
    token->kind = DTL_WORD_ABBREVIATION;
    const dtl_abbreviation kind =
        find_abbreviation(run->text + at, end - 1 - at);
    token->abbreviation = kind ? (uint8_t)kind : DTL_ABBREVIATION_FINAL;
    return true;
}

/* The hyphen at `end` behind [at, end) holds: a prefix before it or a
 * suffix behind it. */
static bool hyphen_holds(const dtl_run *run, uint32_t at, uint32_t end) {
    const uint32_t next = skip_word(run, end + 1);
    if (next == end + 1) return false;
    if (glyph_before(run, at).kind != DTL_CHAR_DASH &&
        find_part(PREFIX, run->text + at, end - at))
        return true;
    return find_part(SUFFIX, run->text + end + 1, next - end - 1);
}

/* A & B: both sides capitals (AT&T) or one letter each (p&l). */
static bool ampersand_holds(const dtl_run *run, uint32_t at, uint32_t end) {
    const uint32_t next = skip_word(run, end + 1);
    if (next == end + 1) return false;
    if (next - end == 2 && end - at == 1) return true;
    for (uint32_t i = at; i < next; i++) {
        const char c = run->text[i];
        if (c != '&' && !(c >= 'A' && c <= 'Z')) return false;
    }
    return true;
}

static bool apostrophe_holds(const dtl_run *run, uint32_t end) {
    const dtl_glyph g = glyph(run, end);
    if (g.point == '`' || g.point == 0x2018)
        return glyph(run, end + 1).point == 't' &&
               !is_word(glyph(run, end + 2)) && run->text[end - 1] == 'n';
    return glyph(run, end + g.size).kind == DTL_CHAR_LETTER &&
           skip_clitic(run, end) == end;
}

/* n't and n’t: the cut before the n, or 0. */
static uint32_t negation_cut(const dtl_run *run, uint32_t at, uint32_t end) {
    if (end - at < 3) return 0;
    const char *text = run->text;
    if (text[end - 1] != 't' && text[end - 1] != 'T') return 0;
    const dtl_glyph mark = dtl_chars_before(text, at, end - 1);
    if (mark.kind != DTL_CHAR_APOSTROPHE) return 0;
    const uint32_t n = end - 1 - mark.size;
    if (n <= at + 1 || (text[n - 1] != 'n' && text[n - 1] != 'N')) return 0;
    return n - 1;
}

static uint32_t contraction_cut(const dtl_run *run, uint32_t at,
                                uint32_t end) {
    const uint32_t cut = negation_cut(run, at, end);
    if (cut) return cut;
    if (end - at < 4 || end - at > 8 || !strchr("atoes", run->text[end - 1]))
        return 0;
    const part *row = find_part(CONTRACTION, run->text + at, end - at);
    return row ? at + row->cut : 0;
}

/* Letters, with what holds them together. */
static uint32_t skip_letters(const dtl_run *run, uint32_t at) {
    uint32_t end = skip_word(run, at);
    uint32_t from = at;
    while (end - at < DTL_MAX_WORD_BYTES / 2) {
        const dtl_glyph g = glyph(run, end);
        bool holds = false;
        if (g.kind == DTL_CHAR_APOSTROPHE) holds = apostrophe_holds(run, end);
        else if (g.point == '-') holds = hyphen_holds(run, from, end);
        else if (g.point == '&') holds = ampersand_holds(run, from, end);
        else if (g.point == '_') holds = is_word(glyph(run, end + 1));
        if (!holds) break;
        from = end + g.size;
        end = skip_word(run, from);
    }
    return end;
}

static bool take_slashed(const dtl_run *run, uint32_t at, uint32_t end,
                         dtl_piece *token) {
    if (glyph(run, end).point != '/') return false;
    const uint32_t next = skip_word(run, end + 1);
    if (!find_part(SLASHED, run->text + at, next - at)) return false;
    token->span.end = next;
    return true;
}

static void take_letters(dtl_run *run, dtl_piece *token) {
    const uint32_t at = run->at;
    uint32_t end = skip_address(run, at);
    token->span.end = end;
    if (end > at) return;
    end = skip_word(run, at);
    const dtl_glyph next = glyph(run, end);
    if (next.point == '.') {
        if (take_dotted(run, at, token)) return;
        if (take_abbreviation(run, at, end, token)) return;
    }
    if (next.point == '$' && end - at <= 3 && is_upper(glyph(run, at))) {
        token->span.end = end + 1;
        return;
    }
    if (take_slashed(run, at, end, token)) return;
    end = skip_letters(run, at);
    const uint32_t cut = contraction_cut(run, at, end);
    token->span.end = cut ? cut : end;
}

/* ---- numbers --------------------------------------------------------------- */

/* Digits with . , : / between them. */
static uint32_t skip_digits(const dtl_run *run, uint32_t at) {
    const uint32_t limit = at + DTL_MAX_WORD_BYTES - 8;
    while (at < limit) {
        const dtl_glyph g = glyph(run, at);
        if (g.kind == DTL_CHAR_DIGIT) {
            at += g.size;
            continue;
        }
        if (g.point != '.' && g.point != ',' && g.point != ':' &&
            g.point != '/')
            break;
        if (glyph(run, at + 1).kind != DTL_CHAR_DIGIT) break;
        at += 1;
    }
    return at;
}

/* Whether the digits at `at` are below the as many at `other`. */
static bool is_smaller(const dtl_run *run, uint32_t at, uint32_t other,
                       uint32_t digits) {
    return memcmp(run->text + at, run->text + other, digits) < 0;
}

/* Groups of digits with hyphens that are one number: three groups or more
 * (dates, telephone numbers), 3-4 digits and the like, and a second one that
 * is smaller and so ends no range (639-3). Else the first group. */
static uint32_t skip_groups(const dtl_run *run, uint32_t at) {
    uint32_t first = skip_digits(run, at), end = first, groups = 1;
    uint32_t last = first - at;
    while (end - at < DTL_MAX_WORD_BYTES / 2 &&
           glyph(run, end).point == '-' &&
           glyph(run, end + 1).kind == DTL_CHAR_DIGIT) {
        const uint32_t next = skip_digits(run, end + 1);
        last = next - end - 1;
        end = next;
        groups++;
    }
    if (groups > 2) return end;
    const uint32_t head = first - at;
    if (groups == 1 || last > 4 || (head == 4 && last == 2)) return first;
    if (last == 4 && (head == 1 || head == 3 || head == 5)) return end;
    return head > 2 && last < 4 &&
                   (head > last || is_smaller(run, first + 1, at, head))
               ? end : first;
}

/* Letters behind digits: a unit comes apart (5pm), all else stays: 5th,
 * 1980s, 330i, 1980's. */
static uint32_t skip_tail(const dtl_run *run, uint32_t at, uint32_t end) {
    const uint32_t tail = skip_word(run, end);
    if (tail == end) {
        const dtl_glyph g = glyph(run, end);
        const bool decade = g.kind == DTL_CHAR_APOSTROPHE && end > at + 1 &&
                            run->text[end - 1] == '0';
        return decade && glyph(run, end + g.size).point == 's' &&
                       skip_clitic(run, end) > end
                   ? end + g.size + 1 : end;
    }
    uint32_t length = tail - end;
    if (length == 1 && glyph(run, tail).point == '.' && tail + 1 < run->end)
        length = 3;
    if (length <= run->end - end &&
        find_part(UNIT, run->text + end, length))
        return end;
    return tail;
}

static void take_number(dtl_run *run, dtl_piece *token) {
    const uint32_t at = run->at;
    token->kind = DTL_WORD_NUMBER;
    token->span.end = skip_address(run, at);
    if (token->span.end > at) return;
    const uint32_t end = skip_groups(run, at);
    token->span.end = skip_tail(run, at, end);
}

/* ---- marks ---------------------------------------------------------------- */

static void take_stop(dtl_run *run, dtl_piece *token) {
    const uint32_t at = run->at;
    const dtl_glyph g = glyph(run, at);
    if (g.point == '.' && !is_word(glyph_before(run, at)) &&
        glyph(run, at + 1).kind == DTL_CHAR_DIGIT) {
        token->kind = DTL_WORD_NUMBER;
        token->span.end = skip_digits(run, at + 1);
        return;
    }
    const bool dots = g.point == '.' || g.point == 0x2026;
    uint32_t end = at + g.size, count = 1;
    while (end - at < DTL_MAX_WORD_BYTES - 4) {
        const dtl_glyph next = glyph(run, end);
        const bool dot = next.point == '.' || next.point == 0x2026;
        if (next.kind != DTL_CHAR_STOP || dot != dots) break;
        end += next.size;
        count++;
    }
    token->span.end = end;
    token->kind = dots && (count > 1 || g.point == 0x2026)
                      ? DTL_WORD_ELLIPSIS : DTL_WORD_STOP;
}

/* 'em, '09, '80s: the apostrophe stands for letters or digits. */
static uint32_t skip_shortened(const dtl_run *run, uint32_t at) {
    const uint32_t from = at + glyph(run, at).size;
    const uint32_t end = skip_word(run, from);
    if (end - from >= 2 && end - from <= 3 &&
        glyph(run, from).kind == DTL_CHAR_DIGIT &&
        (end - from == 2 || run->text[end - 1] == 's'))
        return end;
    return find_part(SHORTENED, run->text + from, end - from) ? end : at;
}

static void take_apostrophe(dtl_run *run, dtl_piece *token) {
    const uint32_t at = run->at;
    const dtl_glyph g = glyph(run, at);
    token->kind = DTL_WORD_QUOTE;
    token->span.end = at + g.size;
    const uint32_t twin = token->span.end;
    if (glyph(run, twin).point == g.point) {
        token->span.end = twin + g.size; /* `` or '' */
        return;
    }
    uint32_t end = skip_clitic(run, at);
    const bool bound = is_word(glyph_before(run, at)) || at == run->start ||
                       glyph_before(run, at).kind == DTL_CHAR_QUOTE;
    if (end == at || !bound || g.point == 0x2018)
        end = is_word(glyph_before(run, at)) ? at : skip_shortened(run, at);
    if (end == at) return;
    token->kind = DTL_WORD_PLAIN;
    token->span.end = end;
}

static void take_dash(dtl_run *run, dtl_piece *token) {
    token->kind = DTL_WORD_DASH;
    token->span.end = run->at + glyph(run, run->at).size;
    if (run->text[run->at] == '-')
        while (token->span.end - run->at < DTL_MAX_WORD_BYTES &&
               glyph(run, token->span.end).point == '-')
            token->span.end++;
}

static bool take_smiley(const dtl_run *run, dtl_piece *token) {
    const uint32_t left = run->end - run->at;
    if (left > 3) return false;
    if (!find_part(SMILEY, run->text + run->at, left)) return false;
    token->span.end = run->end;
    return true;
}

/* Symbols: a row of the same one is one word; @name and #name are. */
static void take_other(dtl_run *run, dtl_piece *token) {
    const uint32_t at = run->at;
    const dtl_glyph g = glyph(run, at);
    uint32_t end = at + g.size;
    token->kind = DTL_WORD_OTHER;
    token->span.end = end;
    if (take_smiley(run, token)) return;
    const dtl_glyph next = glyph(run, end);
    if ((g.point == '@' || g.point == '#') &&
        next.kind == DTL_CHAR_LETTER) {
        token->span.end = skip_letters(run, end);
        return;
    }
    if (g.point == '+' && next.kind == DTL_CHAR_DIGIT && at == run->start) {
        token->kind = DTL_WORD_NUMBER;
        token->span.end = skip_groups(run, end);
        return;
    }
    if (!strchr("*=_+~#<>|$", (int)g.point & 0x7F) || g.point > 0x7F) return;
    while (end - at < DTL_MAX_WORD_BYTES && end < run->end &&
           run->text[end] == run->text[at])
        end++;
    token->span.end = end;
}

/* ---- the run -------------------------------------------------------------- */

void dtl_words_open(dtl_run *run, const char *text, uint32_t at,
                    uint32_t text_end, dtl_piece last) {
    *run = (dtl_run){.text = text, .at = at, .start = at, .end = at,
                     .text_end = text_end, .plain = at, .last = last};
    while (run->end < text_end) {
        const dtl_glyph g = dtl_chars_at(text, run->end, text_end);
        if (g.kind == DTL_CHAR_SPACE) break;
        if (g.point == '@' || (g.point == ':' && run->end + 1 < text_end) ||
            (g.point == '.' && run->end - at >= 3 &&
             (text[run->end - 1] == 'w' || text[run->end - 1] == 'W')))
            run->address = true;
        run->end += g.size;
    }
}

bool dtl_words_next(dtl_run *run, dtl_piece *token) {
    if (run->at >= run->end) return false;
    const dtl_glyph g = glyph(run, run->at);
    *token = (dtl_piece){.span = {run->at, run->at + g.size},
                         .spaced = run->at == run->start};
    switch (g.kind) {
    case DTL_CHAR_LETTER: take_letters(run, token); break;
    case DTL_CHAR_DIGIT: take_number(run, token); break;
    case DTL_CHAR_STOP: take_stop(run, token); break;
    case DTL_CHAR_APOSTROPHE: take_apostrophe(run, token); break;
    case DTL_CHAR_DASH: take_dash(run, token); break;
    case DTL_CHAR_QUOTE: token->kind = DTL_WORD_QUOTE; break;
    case DTL_CHAR_OPEN: token->kind = DTL_WORD_OPEN; break;
    case DTL_CHAR_CLOSE: token->kind = DTL_WORD_CLOSE; break;
    default: take_other(run, token); break;
    }
    run->at = token->span.end;
    run->last = *token;
    return true;
}
