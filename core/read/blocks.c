/* blocks.c - what each paragraph is.
 *
 * An article is a head (title, byline, date lines), a story and a foot
 * (credits, notes), with captions anywhere. Each paragraph is tried against
 * what may stand at its place; what nothing claims is the story. */
#include "core/read/blocks.h"

#include <string.h>

#include "core/read/paragraph.h"
#include "core/read/phrase.h"
#include "core/read/place.h"

typedef struct {
    dtl_source *source;
    dtl_arena *arena;
    const dtl_paragraph *now;
    dtl_paragraph rest; /* of a paragraph whose start is a block already */
    bool last;        /* of all paragraphs */
    bool story;       /* the story has begun */
    bool byline;      /* the paragraph before was one */
    bool short_title; /* the title may be a section's name */
    uint32_t titles;
} walk;

typedef struct {
    const char *words;
    dtl_block_kind kind;
} key_row;

static const key_row keys[] = {
#define KEY(words, kind) {words, DTL_BLOCK_##kind},
#define ROLE(word)
#define PHOTO(word)
#define VERB(word)
#include "core/read/head.def"
#undef KEY
#undef ROLE
};

static const char *const roles[] = {
#define KEY(words, kind)
#define ROLE(word) word,
#include "core/read/head.def"
#undef ROLE
#undef PHOTO
};

static const char *const photo_words[] = {
#define ROLE(word)
#define PHOTO(word) word,
#include "core/read/head.def"
#undef PHOTO
#undef VERB
};

static const char *const verbs[] = {
#define PHOTO(word)
#define VERB(word) word,
#include "core/read/head.def"
};

#define COUNT(array) (sizeof(array) / sizeof(array)[0])
#define MOST_TITLE 220    /* bytes of a headline */
#define MOST_HEADING 80   /* bytes of a section heading */

/* ---- small questions ---------------------------------------------------- */

static dtl_cursor cursor_of(const walk *w, dtl_span span) {
    return (dtl_cursor){w->source->text.bytes, span.start, span.end};
}

static void add_block(walk *w, dtl_block_kind kind, uint32_t start,
                      uint32_t end) {
    dtl_cursor c = cursor_of(w, (dtl_span){start, end});
    dtl_scan_space(&c);
    while (end > c.at && (unsigned char)c.s[end - 1] <= ' ') end--;
    if (c.at >= end) return;
    dtl_block *block = DTL_PUSH(w->arena, &w->source->blocks);
    if (block) *block = (dtl_block){{c.at, end}, kind};
}

static const char *copy_span(const walk *w, dtl_span span) {
    return dtl_arena_string(w->arena, dtl_bytes(w->source, span),
                            dtl_length(span));
}

static bool has_any(dtl_cursor cursor, const char *const *words,
                    size_t count) {
    for (size_t i = 0; i < count; i++)
        if (dtl_scan_contains(cursor, words[i])) return true;
    return false;
}

static char last_byte(const walk *w) {
    return w->source->text.bytes[w->now->span.end - 1];
}

static bool has_lower(const walk *w) {
    dtl_cursor c = cursor_of(w, w->now->span);
    for (; c.at < c.end; c.at++)
        if (dtl_is_lower(c.s[c.at])) return true;
    return false;
}

static bool has_letter_or_digit(const walk *w) {
    dtl_cursor c = cursor_of(w, w->now->span);
    for (; c.at < c.end; c.at++)
        if (dtl_is_letter(c.s[c.at]) || dtl_is_digit(c.s[c.at])) return true;
    return false;
}

/* ---- the head ----------------------------------------------------------- */

/* "Title: ..." */
static bool try_key(walk *w) {
    dtl_cursor c = cursor_of(w, w->now->span);
    for (size_t i = 0; i < COUNT(keys); i++) {
        dtl_cursor after = c;
        if (!dtl_scan_phrase(&after, keys[i].words)) continue;
        if (!dtl_scan_char(&after, ':')) continue;
        add_block(w, DTL_BLOCK_HEADER, c.at, after.at);
        dtl_scan_space(&after);
        const dtl_span value = {after.at, c.end};
        add_block(w, keys[i].kind, value.start, value.end);
        dtl_head *head = &w->source->head;
        if (keys[i].kind == DTL_BLOCK_TITLE && !head->title)
            head->title = copy_span(w, value);
        if (keys[i].kind == DTL_BLOCK_BYLINE && !head->byline)
            head->byline = copy_span(w, value);
        if (strncmp(keys[i].words, "Publi", 5) == 0 && !head->publisher)
            head->publisher = copy_span(w, value);
        return true;
    }
    return false;
}

/* "Updated: November 11, 2011 18:50 IST"; in the story only with a word
 * such as "Updated", or near the top: else it is a heading of a diary. */
static bool try_date_line(walk *w) {
    dtl_moment ignored;
    dtl_cursor c = cursor_of(w, w->now->span);
    if (w->now->words > 20) return false;
    if (!dtl_moment_line(c, w->source->day_first, &ignored)) return false;
    const bool top = w->source->blocks.count < 6 && w->titles > 0;
    if (w->story && !top && !dtl_moment_label(&c)) return false;
    add_block(w, DTL_BLOCK_HEADER, w->now->span.start, w->now->span.end);
    return true;
}

/* Capitalised words, small joining words and no digits: people's names. */
static bool is_names(dtl_cursor c) {
    static const char *const joins[] = {"and", "of", "for", "in", "de", "van",
                                        "von", "the", "with", "to", "at",
                                        "bin", "al", "del", "da", "special",
                                        "from", "reported"};
    uint32_t names = 0;
    while (c.at < c.end) {
        const char *word;
        uint32_t length;
        if (dtl_is_digit(dtl_scan_peek(&c))) return false;
        if (!dtl_scan_word(&c, &word, &length)) {
            c.at++;
            continue;
        }
        if (!dtl_is_lower(word[0])) {
            names++;
            continue;
        }
        bool join = length == 1; /* of O'Neill's and D'Arcy's kin */
        for (size_t i = 0; i < COUNT(joins) && !join; i++)
            join = strlen(joins[i]) == length &&
                   memcmp(joins[i], word, length) == 0;
        if (!join) return false;
    }
    return names > 0;
}

/* "Reuters" alone says who published it. */
static bool try_publisher(walk *w) {
    const dtl_span span = w->now->span;
    if (w->story || !dtl_place_agency(cursor_of(w, span))) return false;
    if (!w->source->head.publisher)
        w->source->head.publisher = copy_span(w, span);
    add_block(w, DTL_BLOCK_BYLINE, span.start, span.end);
    return true;
}

static bool try_byline(walk *w) {
    const dtl_paragraph *p = w->now;
    dtl_cursor c = cursor_of(w, p->span);
    if (p->words > 24 || (p->stopped && p->words > 8)) return false;
    if (!dtl_scan_char(&c, '-')) dtl_scan_phrase(&c, "\xE2\x80\x94");
    dtl_scan_space(&c);
    const bool by = dtl_scan_phrase(&c, "By ") ||
                    dtl_scan_phrase(&c, "Story by ");
    dtl_scan_char(&c, ':');
    const bool role = has_any(c, roles, COUNT(roles));
    const bool line = by && p->words >= 2;
    const bool named = !w->story && role && p->words <= 8 && !p->stopped &&
                       (w->byline || dtl_scan_contains(c, ","));
    if (!(line || named) || !is_names(c)) return false;
    if (!w->source->head.byline)
        w->source->head.byline = copy_span(w, (dtl_span){c.at, c.end});
    add_block(w, DTL_BLOCK_BYLINE, p->span.start, p->span.end);
    w->byline = true;
    return true;
}

static bool try_title(walk *w) {
    const dtl_paragraph *p = w->now;
    const char last = last_byte(w);
    const bool asks = last == '?' || last == '!';
    if (w->last || w->titles >= 3 || dtl_length(p->span) > MOST_TITLE ||
        p->words > 32 || (p->stopped && !(asks && w->titles == 0)))
        return false;
    if (p->words > 12 && has_any(cursor_of(w, p->span), verbs, COUNT(verbs)))
        return false; /* a sentence that lost its stop */
    dtl_span span = p->span;
    while (span.start < span.end && w->source->text.bytes[span.start] == '#')
        span.start++;
    dtl_cursor c = cursor_of(w, span);
    dtl_scan_space(&c);
    span.start = c.at;
    /* "World" above the headline is the section's name. */
    if (!w->source->head.title || (w->short_title && p->words > 2))
        w->source->head.title = copy_span(w, span);
    w->short_title = w->titles == 0 && p->words <= 2;
    w->titles++;
    add_block(w, DTL_BLOCK_TITLE, p->span.start, p->span.end);
    return true;
}

/* ---- the dateline ------------------------------------------------------- */

static void keep_dateline(walk *w, const dtl_place_line *line) {
    dtl_head *head = &w->source->head;
    if (head->has_dateline) return;
    head->has_dateline = true;
    head->dateline = line->span;
    const dtl_span place = line->place;
    if (dtl_length(place))
        head->place = dtl_place_name(w->arena, dtl_bytes(w->source, place),
                                     dtl_length(place));
    if (dtl_length(line->agency)) head->agency = copy_span(w, line->agency);
    if (!line->has_date) return;
    head->date.year = line->date.day.year;
    head->date.month = (uint8_t)line->date.day.month;
    head->date.day = (uint8_t)line->date.day.day;
    if (line->date.has_year) head->date.digits = DATELINE_DIGITS_DAY;
}

static void add_story(walk *w, uint32_t start, uint32_t end);

/* A dateline and the story behind it. */
static bool try_dateline(walk *w) {
    dtl_cursor c = cursor_of(w, w->now->span);
    dtl_place_line line;
    if (!dtl_place_take(&c, w->source->day_first, !w->story, &line))
        return false;
    const bool sure = line.has_date || line.agency.end;
    dtl_scan_space(&c);
    if (!sure && c.at < c.end && !w->now->stopped) return false;
    keep_dateline(w, &line);
    add_block(w, DTL_BLOCK_DATELINE, line.span.start, line.span.end);
    add_story(w, line.span.end, w->now->span.end);
    w->story = true;
    return true;
}

/* "date 2023-06-18 BEIJING -- ...": cuts a full date off the first line when
 * the word "date" stands before it or a dateline behind it. What is left is
 * in w->rest. */
static bool cut_header(walk *w) {
    const bool day_first = w->source->day_first;
    dtl_cursor c = cursor_of(w, w->now->span);
    const bool label = dtl_scan_phrase(&c, "date");
    dtl_moment moment;
    dtl_place_line ignored;
    dtl_scan_char(&c, ':');
    dtl_scan_space(&c);
    if (!dtl_moment_date(&c, day_first, &moment) || !moment.has_year)
        return false;
    dtl_moment_clock(&c);
    dtl_scan_space(&c);
    if (!dtl_scan_char(&c, '|')) dtl_scan_char(&c, ',');
    dtl_scan_space(&c);
    dtl_cursor ahead = c;
    if (c.at >= c.end ||
        !(label || dtl_place_take(&ahead, day_first, true, &ignored)))
        return false;
    add_block(w, DTL_BLOCK_HEADER, w->now->span.start, c.at);
    w->rest = *w->now;
    w->rest.span.start = c.at;
    w->rest.words = dtl_paragraph_words(&w->source->text, w->rest.span);
    return true;
}

/* ---- the foot and the rest ---------------------------------------------- */

/* "Ana Reyes reported from Lima. Bo Lind reported from Quito." */
static bool is_reporters(const walk *w) {
    const dtl_cursor c = cursor_of(w, w->now->span);
    return w->now->words <= 40 && dtl_scan_contains(c, "reported from") &&
           is_names(c);
}

static bool try_phrase(walk *w) {
    const dtl_span span = w->now->span;
    if (is_reporters(w)) {
        add_block(w, DTL_BLOCK_CREDIT, span.start, span.end);
        return true;
    }
    const int row = dtl_phrase_find(cursor_of(w, span));
    if (row < 0 || dtl_phrase_kind(row) == DTL_BLOCK_CAPTION) return false;
    add_block(w, dtl_phrase_kind(row), span.start, span.end);
    return true;
}

/* Where the bracket opens that closes the paragraph; its end when none. */
static uint32_t final_bracket(const walk *w) {
    const char *s = w->source->text.bytes;
    uint32_t at = w->now->span.end;
    if (at > w->now->span.start && s[at - 1] == '.') at--;
    if (at == w->now->span.start || s[at - 1] != ')')
        return w->now->span.end;
    while (at > w->now->span.start && s[at - 1] != '(') at--;
    return at > w->now->span.start ? at - 1 : w->now->span.end;
}

/* "(Jane Roe/Nordic Wire via AP)", "(Photo by Jane Roe)"; "(AP)" alone only
 * behind a short text. */
static bool is_photo_credit(dtl_cursor c, dtl_span span) {
    dtl_scan_char(&c, '(');
    if (dtl_place_agency(c)) return dtl_length(span) <= MOST_TITLE;
    if (c.end - c.at > 120 || !dtl_is_upper(dtl_scan_peek(&c))) return false;
    if (has_any(c, photo_words, COUNT(photo_words))) return true;
    for (uint32_t at = c.at + 1; at + 1 < c.end; at++)
        if (c.s[at] == '/' && dtl_is_letter(c.s[at - 1]) &&
            dtl_is_upper(c.s[at + 1]))
            return true;
    return false;
}

/* Where the credit of a photograph begins at the end of the paragraph; the
 * end: there is none. */
static uint32_t photo_credit(const walk *w, int row) {
    const dtl_span span = w->now->span;
    const uint32_t bracket = final_bracket(w);
    const dtl_cursor c = cursor_of(w, (dtl_span){bracket, span.end});
    if (bracket < span.end && is_photo_credit(c, span)) return bracket;
    return dtl_phrase_credit(cursor_of(w, span), row);
}

/* A credit on the line behind a short paragraph makes that a caption. */
static void make_caption(walk *w) {
    const uint32_t count = w->source->blocks.count;
    dtl_block *last = count ? &w->source->blocks.items[count - 1] : NULL;
    if (last && last->kind == DTL_BLOCK_BODY && !w->now->spaced &&
        dtl_length(last->span) <= DTL_MOST_CAPTION)
        last->kind = DTL_BLOCK_CAPTION;
}

static bool try_caption(walk *w) {
    const dtl_span span = w->now->span;
    if (dtl_length(span) > DTL_MOST_CAPTION) return false;
    const int row = dtl_phrase_find(cursor_of(w, span));
    const bool says = row >= 0 && dtl_phrase_kind(row) == DTL_BLOCK_CAPTION;
    const uint32_t credit = photo_credit(w, row);
    if (!says && credit == span.end) return false;
    if (credit == span.start) make_caption(w);
    add_block(w, DTL_BLOCK_CAPTION, span.start, credit);
    add_block(w, DTL_BLOCK_CREDIT, credit, span.end);
    return true;
}

static bool try_heading(walk *w) {
    const dtl_paragraph *p = w->now;
    const char first = w->source->text.bytes[p->span.start];
    const char last = last_byte(w);
    if (w->last || dtl_length(p->span) > MOST_HEADING || p->words > 12)
        return false;
    const bool capitals = !has_lower(w);
    const bool label = last == ':' && p->words <= 3;
    const bool asks = last == '?' && (p->spaced || capitals);
    if (p->stopped && !label && !asks) return false;
    if (last == ',' || last == ';' || dtl_is_lower(first)) return false;
    if (!capitals && p->words > 8) return false;
    const dtl_cursor c = cursor_of(w, p->span);
    if (!capitals && has_any(c, verbs, COUNT(verbs))) return false;
    add_block(w, DTL_BLOCK_HEADING, p->span.start, p->span.end);
    return true;
}

/* Marks of Markdown, and lines without a word. */
static bool try_marked(walk *w) {
    const char *s = dtl_bytes(w->source, w->now->span);
    dtl_block_kind kind;
    if (w->now->table || !has_letter_or_digit(w)) kind = DTL_BLOCK_TABLE;
    else if (s[0] == '>') kind = DTL_BLOCK_QUOTE;
    else if (s[0] == '#' && (s[1] == '#' || s[1] == ' '))
        kind = DTL_BLOCK_HEADING;
    else return false;
    if (kind == DTL_BLOCK_HEADING && !w->story && try_title(w)) return true;
    add_block(w, kind, w->now->span.start, w->now->span.end);
    return true;
}

/* "(Reporting by ...)" at the end of a paragraph; `end` when none. */
static uint32_t credit_start(const walk *w, uint32_t start, uint32_t end) {
    const char *s = w->source->text.bytes;
    const uint32_t from = end - start > DTL_MOST_CREDIT ? end - DTL_MOST_CREDIT
                                                    : start;
    for (uint32_t at = from; at < end; at++)
        if (s[at] == '(' && dtl_phrase_opens_credit(
                               cursor_of(w, (dtl_span){at, end})))
            return at;
    return end;
}

static void add_story(walk *w, uint32_t start, uint32_t end) {
    const uint32_t credit = credit_start(w, start, end);
    add_block(w, DTL_BLOCK_BODY, start, credit);
    add_block(w, DTL_BLOCK_CREDIT, credit, end);
}

/* A bullet is an item of the story, however short. */
static bool is_item(const walk *w) {
    const char *s = dtl_bytes(w->source, w->now->span);
    return ((s[0] == '-' || s[0] == '*') && s[1] == ' ') ||
           (s[0] == '\xE2' && s[1] == '\x80' && s[2] == '\xA2');
}

static void classify(walk *w) {
    const bool after_byline = w->byline;
    if (try_marked(w)) return;
    if (!w->story && try_key(w)) return;
    if (!w->story && cut_header(w)) w->now = &w->rest;
    if (try_date_line(w) || try_publisher(w) || try_byline(w)) return;
    w->byline = false;
    if (try_phrase(w) || try_caption(w)) return;
    if (try_dateline(w)) return;
    const bool item = is_item(w);
    if (!w->story && !after_byline && !item && try_title(w)) return;
    if (w->story && !item && try_heading(w)) return;
    add_story(w, w->now->span.start, w->now->span.end);
    w->story |= !item; /* points above the story are not its start */
}

/* The kind that markup tells; BODY: none. */
static dtl_block_kind known_kind(const dtl_blocks *known, uint32_t *next,
                                 dtl_span span) {
    while (*next < known->count &&
           known->items[*next].span.end <= span.start)
        ++*next;
    if (*next == known->count || known->items[*next].span.start > span.start)
        return DTL_BLOCK_BODY;
    return known->items[*next].kind;
}

static void take_known(walk *w, dtl_block_kind kind) {
    dtl_head *head = &w->source->head;
    const dtl_span span = w->now->span;
    if (kind == DTL_BLOCK_CAPTION && try_caption(w)) return;
    if (kind == DTL_BLOCK_BYLINE && !try_byline(w)) {
        classify(w);
        return;
    }
    if (kind == DTL_BLOCK_BYLINE) return;
    if (kind == DTL_BLOCK_TITLE) {
        if (!head->title) head->title = copy_span(w, span);
        w->titles++;
    }
    add_block(w, kind, span.start, span.end);
}

void dtl_blocks_find(dtl_source *source, dtl_arena *arena,
                     const dtl_blocks *known) {
    dtl_paragraphs list = {0};
    dtl_paragraphs_find(&list, arena, &source->text);
    walk w = {.source = source, .arena = arena};
    uint32_t next = 0;
    for (uint32_t i = 0; i < list.count && !arena->failed; i++) {
        w.now = &list.items[i];
        w.last = i + 1 == list.count;
        const dtl_block_kind kind = known_kind(known, &next, w.now->span);
        if (kind == DTL_BLOCK_BODY) classify(&w);
        else take_known(&w, kind);
    }
}
