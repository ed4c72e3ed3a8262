/* paragraph.c - lines and the paragraphs they make.
 *
 * Line ends are LF, CR, CR LF, VT, FF, NEL, LS and PS (UAX #14). */
#include "core/read/paragraph.h"

#include "core/read/scan.h"

typedef struct {
    dtl_span span;   /* trimmed; not empty */
    uint32_t indent; /* blanks before it */
    bool spaced;     /* an empty line stands before it */
} line;

/* Bytes of the line end at `at`, 0 when there is none. */
static uint32_t line_end(const dtl_text *text, uint32_t at) {
    const unsigned char *s = (const unsigned char *)text->bytes + at;
    if (s[0] == '\r') return s[1] == '\n' ? 2 : 1;
    if (s[0] >= '\n' && s[0] <= '\f') return 1;
    if (s[0] == 0xC2 && s[1] == 0x85) return 2;
    if (s[0] == 0xE2 && s[1] == 0x80 && (s[2] == 0xA8 || s[2] == 0xA9))
        return 3;
    return 0;
}

/* White space and what is none to see: controls, BOM, no-break space. */
static uint32_t blank_at(const dtl_text *text, uint32_t at) {
    const unsigned char *s = (const unsigned char *)text->bytes + at;
    if (s[0] <= ' ') return 1;
    if (s[0] == 0xC2 && (s[1] == 0xA0 || s[1] == 0x85)) return 2;
    if (s[0] == 0xEF && s[1] == 0xBB && s[2] == 0xBF) return 3;
    if (s[0] == 0xE2 && s[1] == 0x80 &&
        ((s[2] >= 0x80 && s[2] <= 0x8B) || s[2] == 0xAF))
        return 3;
    return 0;
}

/* The line's text without the blanks at both ends. */
static line trim(const dtl_text *text, uint32_t start, uint32_t end) {
    uint32_t first = start, last = start, n;
    while (first < end && (n = blank_at(text, first)) != 0) first += n;
    for (uint32_t at = first; at < end;) {
        n = blank_at(text, at);
        at += n ? n : 1;
        if (!n) last = at;
    }
    if (first >= end) return (line){{start, start}, 0, false};
    return (line){{first, last}, first - start, false};
}

/* The next line from *at on that is not blank; false at the end. */
static bool next_line(const dtl_text *text, uint32_t *at, line *next) {
    bool spaced = *at == 0;
    while (*at < text->length) {
        const uint32_t start = *at;
        uint32_t end = start, n = 0;
        while (end < text->length && (n = line_end(text, end)) == 0) end++;
        *at = end + n;
        *next = trim(text, start, end);
        next->spaced = spaced;
        if (next->span.start < next->span.end) return true;
        spaced = true;
    }
    return false;
}

/* ---- how a line begins and ends ----------------------------------------- */

static bool is_closer(const char *s, uint32_t at, uint32_t start,
                      uint32_t *size) {
    const char c = s[at - 1];
    *size = 1;
    if (c == '"' || c == '\'' || c == ')' || c == ']') return true;
    *size = 3; /* closing quotation marks */
    return at - start >= 3 && s[at - 3] == '\xE2' && s[at - 2] == '\x80' &&
           (c == '\x99' || c == '\x9D');
}

/* Ends in a stop, behind which quotes and brackets may close. */
static bool is_stopped(const dtl_text *text, dtl_span span) {
    uint32_t at = span.end, size;
    bool quoted = false;
    while (at > span.start &&
           (is_closer(text->bytes, at, span.start, &size) ||
            blank_at(text, at - 1) == 1)) {
        if (blank_at(text, at - 1) == 1) size = 1;
        else quoted = true;
        at -= size;
    }
    if (at == span.start) return false;
    const char c = text->bytes[at - 1];
    if (c == ',' || c == ';') return quoted;
    if (c == '\xA6') return true; /* of an ellipsis */
    return c == '.' || c == '!' || c == '?' || c == ':';
}

static bool opens_small(const dtl_text *text, const line *l) {
    return dtl_is_lower(text->bytes[l->span.start]);
}

/* "- ", "* ", bullets, "#", ">": a list item, a heading or a quotation. */
static bool has_marker(const dtl_text *text, const line *l) {
    const char *s = text->bytes + l->span.start;
    if (s[0] == '#' || s[0] == '>') return true;
    if ((s[0] == '-' || s[0] == '*' || s[0] == '+') && s[1] == ' ')
        return true;
    return s[0] == '\xE2' && s[1] == '\x80' && s[2] == '\xA2';
}

/* ---- was the text cut at a width? --------------------------------------- */

#define WIDEST 120 /* bytes of a line in a text that was cut */

/* The width at which lines were cut, 0 when they were not: then at least a
 * third of the line ends fall inside a sentence. */
static uint32_t find_width(const dtl_text *text) {
    uint32_t inside = 0, all = 0, width = 0, at = 0;
    line l, next = {0};
    bool more = next_line(text, &at, &l);
    while (more) {
        if (dtl_length(l.span) > width) width = dtl_length(l.span);
        more = next_line(text, &at, &next);
        if (more && !next.spaced) {
            all++;
            inside += !is_stopped(text, l.span) && opens_small(text, &next);
        }
        l = next;
    }
    return inside && inside * 3 >= all && width <= WIDEST ? width : 0;
}

/* Whether `next` carries on the paragraph of `l` in a text cut at width. */
static bool carries_on(const dtl_text *text, const line *l, const line *next,
                       uint32_t width) {
    if (has_marker(text, next)) return false;
    if (opens_small(text, next)) return true;
    if (next->indent >= l->indent + 2) return false;
    return dtl_length(l->span) * 5 >= width * 3;
}

/* ---- paragraphs --------------------------------------------------------- */

uint32_t dtl_paragraph_words(const dtl_text *text, dtl_span span) {
    uint32_t words = 0;
    bool inside = false;
    for (uint32_t at = span.start; at < span.end;) {
        const uint32_t n = blank_at(text, at);
        words += !n && !inside;
        inside = !n;
        at += n ? n : 1;
    }
    return words;
}

/* Two or more wide gaps, tabs or bars: columns. */
static bool has_columns(const dtl_text *text, dtl_span span) {
    uint32_t gaps = 0;
    for (uint32_t at = span.start; at < span.end; at++) {
        const char *s = text->bytes + at;
        if (s[0] == '\t' || s[0] == '|') gaps++;
        else if (s[0] == ' ' && s[1] == ' ' && s[2] == ' ') {
            gaps++;
            while (text->bytes[at + 1] == ' ') at++;
        }
    }
    return gaps >= 2;
}

/* "Injured: 4,877": a label and a number. */
static bool is_fact(const dtl_text *text, const dtl_paragraph *p) {
    const char last = text->bytes[p->span.end - 1];
    return p->words <= 6 && !p->stopped && (dtl_is_digit(last) || last == '%');
}

static void add(dtl_paragraphs *list, dtl_arena *arena, const dtl_text *text,
                dtl_span span, bool spaced) {
    dtl_paragraph *p = DTL_PUSH(arena, list);
    if (!p) return;
    *p = (dtl_paragraph){.span = span, .spaced = spaced};
    p->words = dtl_paragraph_words(text, span);
    p->stopped = is_stopped(text, span);
    p->table = has_columns(text, span);
}

/* Three facts in a row are a table. */
static void mark_facts(dtl_paragraphs *list, const dtl_text *text) {
    uint32_t run = 0;
    for (uint32_t i = 0; i < list->count; i++) {
        run = is_fact(text, &list->items[i]) ? run + 1 : 0;
        if (run == 3)
            list->items[i - 2].table = list->items[i - 1].table = true;
        if (run >= 3) list->items[i].table = true;
    }
}

void dtl_paragraphs_find(dtl_paragraphs *list, dtl_arena *arena,
                         const dtl_text *text) {
    const uint32_t width = find_width(text);
    uint32_t at = 0;
    line l, next = {0};
    bool more = next_line(text, &at, &l);
    while (more && !arena->failed) {
        const bool spaced = l.spaced;
        dtl_span span = l.span;
        while ((more = next_line(text, &at, &next)) && width &&
               !next.spaced && carries_on(text, &l, &next, width)) {
            span.end = next.span.end;
            l = next;
        }
        add(list, arena, text, span, spaced);
        l = next;
    }
    mark_facts(list, text);
}
