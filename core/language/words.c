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
#include "core/language/parts.h"
#include "core/language/run.h"

/* ---- letters ------------------------------------------------------------- */

/* Whether the apostrophe at `at` begins a clitic: 's 'm 'd 're 've 'll. */
uint32_t dtl_words_clitic(const dtl_run *run, uint32_t at) {
    const uint32_t from = at + dtl_run_glyph(run, at).size;
    const uint32_t end = dtl_run_kind(run, from, DTL_CHAR_LETTER);
    if (end - from > 2 || dtl_glyph_is_word(dtl_run_glyph(run, end)))
        return at;
    const dtl_part *row =
        dtl_parts_find(DTL_PART_CLITIC, run->text + from, end - from);
    return row ? end : at;
}

/* Letters with a full stop behind each: U.S., e.g., J.K.; Ph.D. too. The
 * end behind the last stop, or behind the last letter if none follows;
 * `at` when there is only one letter. */
static uint32_t skip_dotted(const dtl_run *run, uint32_t at) {
    const uint32_t limit = at + 32;
    uint32_t end = at, labels = 0;
    while (end < limit) {
        const dtl_glyph g = dtl_run_glyph(run, end);
        const uint32_t label = dtl_run_word(run, end);
        if (g.kind != DTL_CHAR_LETTER) break;
        const bool single = label == end + g.size;
        const bool stop = dtl_run_glyph(run, label).point == '.';
        if (!single && !(label - end == 2 && dtl_glyph_is_upper(g) && stop)) {
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

/* Whether a word that nobody is called stands behind `at`. */
static bool starter_follows(const dtl_run *run, uint32_t at) {
    uint32_t end;
    while (at < run->text_end && run->text[at] == ' ') at++;
    for (end = at; end < run->text_end && end - at < 16; end++) {
        const char c = run->text[end];
        if ((c < 'A' || c > 'Z') && (c < 'a' || c > 'z')) break;
    }
    return dtl_parts_starter(run->text + at, end - at, true);
}

/* One letter and a full stop: an initial, or the end of a sentence? */
static bool is_initial(const dtl_run *run, uint32_t at, uint32_t stop) {
    if (!dtl_glyph_is_upper(dtl_run_glyph(run, at))) return false;
    const dtl_glyph next = dtl_run_after(run, stop + 1);
    if (!dtl_glyph_is_upper(next)) return next.point == ',';
    const dtl_piece last = run->last;
    if (last.span.end == last.span.start)
        return run->text[at] != 'Q' && run->text[at] != 'A'; /* interview */
    if (starter_follows(run, stop + 1)) return false;
    if (last.kind != DTL_WORD_PLAIN) return true;
    const dtl_glyph before =
        dtl_chars_at(run->text, last.span.start, last.span.end);
    return dtl_glyph_is_upper(before) || run->text[at] != 'I';
}

/* Classifies the letters [at, end), behind which a full stop stands. */
static dtl_abbreviation abbreviation(const dtl_run *run, uint32_t at,
                                     uint32_t end) {
    const dtl_abbreviation kind =
        dtl_parts_abbreviation(run->text + at, end - at);
    const dtl_glyph next = dtl_run_after(run, end + 1);
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
    if (dtl_run_glyph(run, at).size == end - at && is_initial(run, at, end))
        kind = DTL_ABBREVIATION_TITLE;
    else
        kind = abbreviation(run, at, end);
    if (kind == DTL_ABBREVIATION_NONE) return false;
    if (dtl_glyph_is_word(dtl_run_glyph(run, end + 1))) return false;
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
        dtl_parts_abbreviation(run->text + at, end - 1 - at);
    token->abbreviation = kind ? (uint8_t)kind : DTL_ABBREVIATION_FINAL;
    return true;
}

/* The hyphen at `end` behind [at, end) holds: a prefix before it or a
 * suffix behind it. */
static bool hyphen_holds(const dtl_run *run, uint32_t at, uint32_t end) {
    const uint32_t next = dtl_run_word(run, end + 1);
    if (next == end + 1) return false;
    if (dtl_run_before(run, at).kind != DTL_CHAR_DASH &&
        dtl_parts_find(DTL_PART_PREFIX, run->text + at, end - at))
        return true;
    return dtl_parts_find(DTL_PART_SUFFIX, run->text + end + 1, next - end - 1);
}

/* A & B: both sides capitals (AT&T) or one letter each (p&l). */
static bool ampersand_holds(const dtl_run *run, uint32_t at, uint32_t end) {
    const uint32_t next = dtl_run_word(run, end + 1);
    if (next == end + 1) return false;
    if (next - end == 2 && end - at == 1) return true;
    for (uint32_t i = at; i < next; i++) {
        const char c = run->text[i];
        if (c != '&' && !(c >= 'A' && c <= 'Z')) return false;
    }
    return true;
}

static bool apostrophe_holds(const dtl_run *run, uint32_t end) {
    const dtl_glyph g = dtl_run_glyph(run, end);
    if (g.point == '`' || g.point == 0x2018)
        return dtl_run_glyph(run, end + 1).point == 't' &&
               !dtl_glyph_is_word(dtl_run_glyph(run, end + 2)) &&
               run->text[end - 1] == 'n';
    return dtl_run_glyph(run, end + g.size).kind == DTL_CHAR_LETTER &&
           dtl_words_clitic(run, end) == end;
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
    const dtl_part *row =
        dtl_parts_find(DTL_PART_CONTRACTION, run->text + at, end - at);
    return row ? at + row->cut : 0;
}

/* Letters, with what holds them together. */
static uint32_t skip_letters(const dtl_run *run, uint32_t at) {
    uint32_t end = dtl_run_word(run, at);
    uint32_t from = at;
    while (end - at < DTL_MAX_WORD_BYTES / 2) {
        const dtl_glyph g = dtl_run_glyph(run, end);
        bool holds = false;
        if (g.kind == DTL_CHAR_APOSTROPHE) holds = apostrophe_holds(run, end);
        else if (g.point == '-') holds = hyphen_holds(run, from, end);
        else if (g.point == '&') holds = ampersand_holds(run, from, end);
        else if (g.point == '_')
            holds = dtl_glyph_is_word(dtl_run_glyph(run, end + 1));
        if (!holds) break;
        from = end + g.size;
        end = dtl_run_word(run, from);
    }
    return end;
}

static bool take_slashed(const dtl_run *run, uint32_t at, uint32_t end,
                         dtl_piece *token) {
    if (dtl_run_glyph(run, end).point != '/') return false;
    const uint32_t next = dtl_run_word(run, end + 1);
    if (!dtl_parts_find(DTL_PART_SLASHED, run->text + at, next - at))
        return false;
    token->span.end = next;
    return true;
}

static void take_letters(dtl_run *run, dtl_piece *token) {
    const uint32_t at = run->at;
    uint32_t end = dtl_address_end(run, at);
    token->span.end = end;
    if (end > at) return;
    end = dtl_run_word(run, at);
    const dtl_glyph next = dtl_run_glyph(run, end);
    if (next.point == '.') {
        if (take_dotted(run, at, token)) return;
        if (take_abbreviation(run, at, end, token)) return;
    }
    if (next.point == '$' && end - at <= 3 &&
        dtl_glyph_is_upper(dtl_run_glyph(run, at))) {
        token->span.end = end + 1;
        return;
    }
    if (take_slashed(run, at, end, token)) return;
    end = skip_letters(run, at);
    const uint32_t cut = contraction_cut(run, at, end);
    token->span.end = cut ? cut : end;
}

static void take_number(dtl_run *run, dtl_piece *token) {
    const uint32_t at = run->at;
    token->kind = DTL_WORD_NUMBER;
    token->span.end = dtl_address_end(run, at);
    if (token->span.end > at) return;
    token->span.end = dtl_number_end(run, at);
}

/* ---- marks --------------------------------------------------------------- */

static void take_stop(dtl_run *run, dtl_piece *token) {
    const uint32_t at = run->at;
    const dtl_glyph g = dtl_run_glyph(run, at);
    if (g.point == '.' && !dtl_glyph_is_word(dtl_run_before(run, at)) &&
        dtl_run_glyph(run, at + 1).kind == DTL_CHAR_DIGIT) {
        token->kind = DTL_WORD_NUMBER;
        token->span.end = dtl_number_digits(run, at + 1);
        return;
    }
    const bool dots = g.point == '.' || g.point == 0x2026;
    uint32_t end = at + g.size, count = 1;
    while (end - at < DTL_MAX_WORD_BYTES - 4) {
        const dtl_glyph next = dtl_run_glyph(run, end);
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
    const uint32_t from = at + dtl_run_glyph(run, at).size;
    const uint32_t end = dtl_run_word(run, from);
    if (end - from >= 2 && end - from <= 3 &&
        dtl_run_glyph(run, from).kind == DTL_CHAR_DIGIT &&
        (end - from == 2 || run->text[end - 1] == 's'))
        return end;
    const dtl_part *row =
        dtl_parts_find(DTL_PART_SHORTENED, run->text + from, end - from);
    return row ? end : at;
}

static void take_apostrophe(dtl_run *run, dtl_piece *token) {
    const uint32_t at = run->at;
    const dtl_glyph g = dtl_run_glyph(run, at);
    token->kind = DTL_WORD_QUOTE;
    token->span.end = at + g.size;
    const uint32_t twin = token->span.end;
    if (dtl_run_glyph(run, twin).point == g.point) {
        token->span.end = twin + g.size; /* `` or '' */
        return;
    }
    const dtl_glyph before = dtl_run_before(run, at);
    const bool inside = dtl_glyph_is_word(before);
    const bool bound =
        inside || at == run->start || before.kind == DTL_CHAR_QUOTE;
    uint32_t end = dtl_words_clitic(run, at);
    if (end == at || !bound || g.point == 0x2018)
        end = inside ? at : skip_shortened(run, at);
    if (end == at) return;
    token->kind = DTL_WORD_PLAIN;
    token->span.end = end;
}

static void take_dash(dtl_run *run, dtl_piece *token) {
    token->kind = DTL_WORD_DASH;
    token->span.end = run->at + dtl_run_glyph(run, run->at).size;
    if (run->text[run->at] == '-')
        while (token->span.end - run->at < DTL_MAX_WORD_BYTES &&
               dtl_run_glyph(run, token->span.end).point == '-')
            token->span.end++;
}

static bool take_smiley(const dtl_run *run, dtl_piece *token) {
    const uint32_t left = run->end - run->at;
    if (left > 3) return false;
    if (!dtl_parts_find(DTL_PART_SMILEY, run->text + run->at, left))
        return false;
    token->span.end = run->end;
    return true;
}

/* Symbols: a row of the same one is one word; @name and #name are. */
static void take_other(dtl_run *run, dtl_piece *token) {
    const uint32_t at = run->at;
    const dtl_glyph g = dtl_run_glyph(run, at);
    uint32_t end = at + g.size;
    token->kind = DTL_WORD_OTHER;
    token->span.end = end;
    if (take_smiley(run, token)) return;
    const dtl_glyph next = dtl_run_glyph(run, end);
    if ((g.point == '@' || g.point == '#') &&
        next.kind == DTL_CHAR_LETTER) {
        token->span.end = skip_letters(run, end);
        return;
    }
    if (g.point == '+' && next.kind == DTL_CHAR_DIGIT && at == run->start) {
        token->kind = DTL_WORD_NUMBER;
        token->span.end = dtl_number_end(run, end);
        return;
    }
    if (!strchr("*=_+~#<>|$", (int)g.point & 0x7F) || g.point > 0x7F) return;
    while (end - at < DTL_MAX_WORD_BYTES && end < run->end &&
           run->text[end] == run->text[at])
        end++;
    token->span.end = end;
}

/* ---- the run ------------------------------------------------------------- */

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

/* A word of many parts can come out too long: it ends at the limit, before
 * a character that would pass it. */
static void cut_long(const dtl_run *run, dtl_piece *token) {
    const uint32_t limit = token->span.start + DTL_MAX_WORD_BYTES;
    if (token->span.end <= limit) return;
    token->span.end = limit;
    while (((unsigned char)run->text[token->span.end] & 0xC0) == 0x80)
        token->span.end--;
    token->abbreviation = DTL_ABBREVIATION_NONE;
    if (token->kind == DTL_WORD_ABBREVIATION) token->kind = DTL_WORD_PLAIN;
}

bool dtl_words_next(dtl_run *run, dtl_piece *token) {
    if (run->at >= run->end) return false;
    const dtl_glyph g = dtl_run_glyph(run, run->at);
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
    cut_long(run, token);
    run->at = token->span.end;
    run->last = *token;
    return true;
}
