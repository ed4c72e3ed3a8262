/* split.c - sentences and words of every block that carries language.
 *
 * A sentence ends where a full stop, question or exclamation mark (with the
 * closing quotation marks and brackets behind it) stands before something
 * that can begin one, where a paragraph ends, and at the limit of words.
 * What a word is stands in words.c. Source followed: the segmentation of
 * UD English GUM and EWT. One pass, no going back. */
#include <string.h>

#include "core/base/limits.h"
#include "core/language/chars.h"
#include "core/language/language.h"
#include "core/language/parts.h"
#include "core/language/quote.h"
#include "core/language/words.h"

typedef struct {
    dtl_source *source;
    dtl_arena *arena;
    const char *text;
    uint32_t end;       /* of the block */
    int32_t block;
    uint32_t first;     /* first word of the sentence */
    uint32_t paragraph; /* first word of the paragraph */
    dtl_piece last;     /* the word before */
    dtl_piece ending;   /* the mark that may have ended the sentence */
    bool number;        /* the word before that mark is a number */
    uint32_t citation;  /* end of the bracket behind it that we are in */
    uint32_t bracket;   /* the last opening bracket, a word */
    bool open;          /* inside straight quotation marks */
} splitter;

/* Behind a clock time these go on with it. */
static const char *const behind_hour[] = {
#define BEHIND_HOUR(form) form,
#include "core/language/hours.def"
#undef BEHIND_HOUR
};

static bool goes_on_with_hour(const char *text, size_t length) {
    for (size_t i = 0; i < sizeof behind_hour / sizeof *behind_hour; i++)
        if (strlen(behind_hour[i]) == length &&
            memcmp(behind_hour[i], text, length) == 0)
            return true;
    return false;
}

/* ---- what stands next ---------------------------------------------------- */

/* Where the next word in letters or digits begins, at or behind `at`, over
 * marks that may open a sentence; looks at most 16 bytes ahead. */
static uint32_t lead(const splitter *s, uint32_t at) {
    const uint32_t limit = s->end - at > 16 ? at + 16 : s->end;
    while (at < limit) {
        const dtl_glyph g = dtl_chars_at(s->text, at, s->end);
        if (g.kind == DTL_CHAR_LETTER || g.kind == DTL_CHAR_DIGIT) break;
        at += g.size;
    }
    return at < s->end ? at : s->end;
}

static uint32_t letters_end(const splitter *s, uint32_t at) {
    const uint32_t limit = s->end - at > 64 ? at + 64 : s->end;
    while (at < limit) {
        const dtl_glyph g = dtl_chars_at(s->text, at, s->end);
        if (g.kind != DTL_CHAR_LETTER) break;
        at += g.size;
    }
    return at;
}

/* Whether the character at `at` can begin a sentence: a capital, a letter
 * of a script without case, or a digit. */
static bool begins(const splitter *s, uint32_t at) {
    if (at >= s->end) return false;
    const dtl_glyph g = dtl_chars_at(s->text, at, s->end);
    if (g.kind == DTL_CHAR_DIGIT) return true;
    return g.kind == DTL_CHAR_LETTER && !dtl_chars_is_lower(g.point);
}

static bool is_space_at(const splitter *s, uint32_t at) {
    return at >= s->end ||
           dtl_chars_at(s->text, at, s->end).kind == DTL_CHAR_SPACE;
}

/* "[3]", "[1, 4]", "[note 2]": such a bracket behind the full stop belongs
 * before it. Where it ends, or 0. */
static uint32_t citation_end(const splitter *s, const dtl_piece *token) {
    if (s->text[token->span.start] != '[') return 0;
    const uint32_t from = token->span.end;
    const uint32_t limit = s->end - from > 24 ? from + 24 : s->end;
    for (uint32_t at = from; at < limit; at++) {
        const char c = s->text[at];
        if (c == ']') return at > from ? at + 1 : 0;
        if ((c < 'a' || c > 'z') && (c < '0' || c > '9') &&
            !(c && strchr(" ,-", c)))
            return 0;
    }
    return 0;
}

/* Whether a quotation mark closes; a straight one closes when nothing
 * stands between it and the word before, or when it stands free and one is
 * open. */
static bool closes(const splitter *s, const dtl_piece *token) {
    if (token->kind == DTL_WORD_CLOSE) return true;
    if (token->kind != DTL_WORD_QUOTE) return false;
    const uint32_t at = token->span.start;
    const dtl_glyph g = dtl_chars_at(s->text, at, s->end);
    const int side = dtl_chars_quote_side(g.point);
    if (side != 0) return side < 0;
    if (!token->spaced) return true;
    if (dtl_length(token->span) == 2) return true; /* '' */
    return is_space_at(s, token->span.end) && s->open;
}

/* ---- where a sentence ends ----------------------------------------------- */

/* "1." and "b." at the beginning number what follows. */
static bool is_list_number(const splitter *s) {
    const dtl_word *words = s->source->words.items;
    const uint32_t count = s->source->words.count - s->first;
    if (count != 2) return false;
    const dtl_span number = words[s->first].span;
    if (dtl_length(number) > 3) return false;
    const dtl_glyph g = dtl_chars_at(s->text, number.start, number.end);
    return g.kind == DTL_CHAR_DIGIT || g.size == dtl_length(number);
}

/* "6 . 1" in text that was cut into words before. */
static bool is_loose_number(const splitter *s, const dtl_piece *token) {
    return s->number && s->ending.spaced && token->kind == DTL_WORD_NUMBER;
}

static bool ends_at_abbreviation(const splitter *s, uint32_t next) {
    const size_t length = letters_end(s, next) - next;
    const char *word = s->text + next;
    switch (s->ending.abbreviation) {
    case DTL_ABBREVIATION_TITLE:
    case DTL_ABBREVIATION_NUMBER: return false;
    case DTL_ABBREVIATION_HOUR:
        return begins(s, next) && length > 0 &&
               !goes_on_with_hour(word, length);
    default: return dtl_parts_starter(word, length, false);
    }
}

/* A stop with no space behind it: "home.The" ends, "3.b" does not. */
static bool ends_unspaced(const splitter *s, const dtl_piece *token) {
    if (token->kind != DTL_WORD_PLAIN) return false;
    const uint32_t at = s->ending.span.start;
    if (at == 0 || !begins(s, token->span.start)) return false;
    const dtl_glyph before = dtl_chars_before(s->text, 0, at);
    return before.kind == DTL_CHAR_LETTER &&
           dtl_chars_is_lower(before.point) &&
           letters_end(s, token->span.start) > token->span.start + 1;
}

/* Whether a sentence ends between the words so far and `token`. */
static bool ends_before(const splitter *s, const dtl_piece *token) {
    if (s->ending.kind == DTL_WORD_PLAIN) return false;
    if (token->kind == DTL_WORD_STOP || token->kind == DTL_WORD_ELLIPSIS)
        return false;
    if (token->span.start < s->citation || closes(s, token)) return false;
    const uint32_t next = lead(s, token->span.start);
    if (s->ending.kind == DTL_WORD_ABBREVIATION)
        return ends_at_abbreviation(s, next);
    if (!token->spaced && s->last.span.start == s->ending.span.start)
        return ends_unspaced(s, token);
    if (!begins(s, next)) return false;
    return !is_list_number(s) && !is_loose_number(s, token);
}

static void close_sentence(splitter *s) {
    const uint32_t count = s->source->words.count;
    s->ending.kind = DTL_WORD_PLAIN;
    if (count == s->first) return;
    dtl_sentence *sentence = DTL_PUSH(s->arena, &s->source->sentences);
    if (!sentence) return;
    const dtl_word *words = s->source->words.items;
    *sentence = (dtl_sentence){
        .span = {words[s->first].span.start, words[count - 1].span.end},
        .first = s->first, .count = count - s->first,
        .root = DTL_NONE, .block = s->block};
    s->first = count;
}

static void close_paragraph(splitter *s) {
    close_sentence(s);
    dtl_quote_mark(s->source, s->paragraph, s->first);
    s->paragraph = s->first;
    s->last = (dtl_piece){0};
    s->open = false;
}

/* "(ret.)", "(est.)": the stop of one word in brackets ends nothing. */
static bool closes_aside(const splitter *s, const dtl_piece *token) {
    if (token->kind != DTL_WORD_CLOSE || s->bracket <= s->first ||
        s->ending.kind == DTL_WORD_ELLIPSIS)
        return false;
    return s->source->words.count - s->bracket <= 4;
}

/* Remembers what `token` tells about an end. */
static void note_ending(splitter *s, const dtl_piece *token) {
    switch (token->kind) {
    case DTL_WORD_STOP: case DTL_WORD_ELLIPSIS: case DTL_WORD_ABBREVIATION:
        s->ending = *token;
        s->number = s->last.kind == DTL_WORD_NUMBER;
        return;
    default:
        if (token->span.start < s->citation) return;
        if (closes(s, token) && !closes_aside(s, token)) return;
        s->ending.kind = DTL_WORD_PLAIN;
    }
}

static void add_word(splitter *s, const dtl_piece *token) {
    if (s->ending.kind != DTL_WORD_PLAIN && token->span.start >= s->citation)
        s->citation = citation_end(s, token);
    if (ends_before(s, token) ||
        s->source->words.count - s->first >= DTL_MAX_SENTENCE_WORDS)
        close_sentence(s);
    dtl_word *word = DTL_PUSH(s->arena, &s->source->words);
    if (!word) return;
    *word = (dtl_word){.span = token->span,
                       .sentence = (int32_t)s->source->sentences.count,
                       .head = DTL_NONE, .time = DTL_NONE};
    note_ending(s, token);
    if (token->kind == DTL_WORD_OPEN) s->bracket = s->source->words.count - 1;
    if (s->text[token->span.start] == '"') s->open = !s->open;
    s->last = *token;
}

/* ---- the text ------------------------------------------------------------ */

static bool is_bullet(uint32_t point) {
    return point == 0x2022 || point == 0x25AA || point == 0xB7 ||
           point == 0x25CF || point == 0x2023 || point == '*';
}

/* Skips white space; a blank line ends the paragraph, a line that begins
 * with a bullet ends the sentence. */
static uint32_t skip_space(splitter *s, uint32_t at) {
    uint32_t breaks = 0, previous = 0;
    while (at < s->end) {
        const dtl_glyph g = dtl_chars_at(s->text, at, s->end);
        if (g.kind != DTL_CHAR_SPACE) {
            if (breaks > 0 && is_bullet(g.point)) close_sentence(s);
            break;
        }
        if (g.point == 0x2029) breaks += 2;
        else if (dtl_chars_is_break(g.point))
            breaks += !(g.point == '\n' && previous == '\r');
        previous = g.point;
        at += g.size;
    }
    if (breaks > 1) close_paragraph(s);
    return at;
}

static void split_block(splitter *s, dtl_span span) {
    uint32_t at = span.start;
    s->end = span.end;
    while (!s->arena->failed) {
        at = skip_space(s, at);
        if (at >= s->end) break;
        dtl_run run;
        dtl_words_open(&run, s->text, at, s->end, s->last);
        dtl_piece token;
        while (dtl_words_next(&run, &token)) add_word(s, &token);
        at = run.end;
    }
    close_paragraph(s);
}

static bool carries_language(dtl_block_kind kind) {
    return kind == DTL_BLOCK_BODY || kind == DTL_BLOCK_TITLE ||
           kind == DTL_BLOCK_HEADING || kind == DTL_BLOCK_QUOTE ||
           kind == DTL_BLOCK_CAPTION;
}

void dtl_language_split(dtl_source *source, dtl_arena *arena) {
    splitter s = {.source = source, .arena = arena,
                  .text = source->text.bytes};
    for (uint32_t i = 0; i < source->blocks.count; i++) {
        const dtl_block block = source->blocks.items[i];
        if (!carries_language(block.kind)) continue;
        s.block = (int32_t)i;
        split_block(&s, block.span);
    }
}
