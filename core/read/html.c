/* html.c - an HTML page to plain text that knows where it came from.
 *
 * A tokeniser after WHATWG HTML, section 13.2.5, as far as text needs it:
 * tags, attributes, comments, raw text and character references. No tree is
 * built, so that nothing recurses and every byte keeps its offset (libxml2
 * tells lines, not bytes). The story is the article element with most
 * paragraphs, else the whole body without navigation and the like. */
#include "core/read/html.h"

#include <string.h>

#include "core/read/scan.h"

#define MOST_TAG 16        /* bytes of an element's name that count */
#define MOST_VALUE 2048    /* bytes of an attribute that is kept */

typedef struct {
    const char *name;
    dtl_block_kind kind;
} block_row;

typedef struct {
    const char *name;
    uint32_t point;
} entity_row;

static const char *const skipped[] = {
#define SKIP(name) name,
#define BLOCK(name, kind)
#define DATED(name)
#define ENTITY(name, point)
#include "core/read/html.def"
#undef SKIP
#undef BLOCK
};

static const block_row block_rows[] = {
#define SKIP(name)
#define BLOCK(name, kind) {name, DTL_BLOCK_##kind},
#include "core/read/html.def"
#undef BLOCK
#undef DATED
};

static const char *const dated[] = {
#define BLOCK(name, kind)
#define DATED(name) name,
#include "core/read/html.def"
#undef DATED
#undef ENTITY
};

static const entity_row entities[] = {
#define DATED(name)
#define ENTITY(name, point) {name, point},
#include "core/read/html.def"
};

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

typedef struct {
    char name[MOST_TAG]; /* small letters; "" for what is no element */
    bool closes;
    dtl_cursor attributes;
    uint32_t start, end; /* from "<" to behind ">" */
} tag;

typedef struct {
    const dtl_text *in;
    dtl_text out;
    dtl_arena *arena;
    char *bytes;
    uint32_t used;
    bool open;            /* the paragraph at hand has text */
    bool blank;           /* white space stands before the next character */
    char skip[MOST_TAG];  /* inside this element, "" for none */
    uint32_t depth;       /* of elements of that name */
    size_t date_row;      /* of dated; COUNT: none yet */
    bool date_sure;       /* JSON-LD gave it */
    dtl_page *page;
    dtl_blocks *known;
    char kind_name[MOST_TAG]; /* the element that tells a kind, "" none */
    dtl_block kind;
} reader;

/* ---- tags --------------------------------------------------------------- */

static char small(char c) { return dtl_is_upper(c) ? (char)(c | 0x20) : c; }

/* Where `what` next stands in [at, end); the end when nowhere. */
static uint32_t find(const dtl_text *in, uint32_t at, uint32_t end,
                     const char *what) {
    const size_t length = strlen(what);
    for (; at + length <= end; at++) {
        size_t i = 0;
        while (i < length && small(in->bytes[at + i]) == what[i]) i++;
        if (i == length) return at;
    }
    return end;
}

/* Behind the ">" that ends a tag, quoted values skipped. */
static uint32_t tag_end(const dtl_text *in, uint32_t at) {
    char quote = '\0';
    for (; at < in->length; at++) {
        const char c = in->bytes[at];
        if (quote) {
            if (c == quote) quote = '\0';
        } else if (c == '"' || c == '\'') {
            quote = in->bytes[at - 1] == '=' ? c : '\0';
        } else if (c == '>') {
            return at + 1;
        }
    }
    return in->length;
}

/* Reads the tag, comment or declaration at "<"; false: it is text. */
static bool read_tag(const dtl_text *in, uint32_t at, tag *t) {
    const char *s = in->bytes + at;
    *t = (tag){.start = at};
    if (strncmp(s, "<!--", 4) == 0) {
        const uint32_t end = find(in, at + 4, in->length, "-->");
        t->end = end < in->length ? end + 3 : end;
        return true;
    }
    t->closes = s[1] == '/';
    uint32_t name = at + 1 + t->closes;
    if (s[1] != '!' && s[1] != '?' && !dtl_is_letter(in->bytes[name]))
        return false;
    t->end = tag_end(in, at + 1);
    for (size_t i = 0; dtl_is_letter(in->bytes[name]) ||
                       dtl_is_digit(in->bytes[name]); name++)
        if (i + 1 < MOST_TAG) t->name[i++] = small(in->bytes[name]);
    t->attributes = (dtl_cursor){in->bytes, name, t->end};
    return true;
}

/* The value of an attribute; empty when it is not there. */
static dtl_span attribute(const tag *t, const char *name) {
    const size_t length = strlen(name);
    dtl_cursor c = t->attributes;
    while (c.at + 1 < c.end) {
        dtl_scan_space(&c);
        const uint32_t start = c.at;
        while (c.at < c.end && !strchr("= \t\r\n>", c.s[c.at])) c.at++;
        const uint32_t n = c.at - start;
        dtl_scan_space(&c);
        dtl_span value = {c.at, c.at};
        if (dtl_scan_char(&c, '=')) {
            dtl_scan_space(&c);
            const char quote = dtl_scan_peek(&c);
            const bool quoted = quote == '"' || quote == '\'';
            c.at += quoted;
            value.start = c.at;
            while (c.at < c.end && (quoted ? c.s[c.at] != quote
                                           : !strchr(" \t\r\n>", c.s[c.at])))
                c.at++;
            value.end = c.at;
            c.at += quoted && c.at < c.end;
        } else if (n == 0) {
            c.at++;
        }
        dtl_cursor key = {c.s, start, start + n};
        if (n == length && dtl_scan_phrase(&key, name)) return value;
    }
    return (dtl_span){0, 0};
}

static bool is_skipped(const char *name) {
    for (size_t i = 0; i < COUNT(skipped); i++)
        if (strcmp(skipped[i], name) == 0) return true;
    return false;
}

static const block_row *find_block(const char *name) {
    for (size_t i = 0; i < COUNT(block_rows); i++)
        if (strcmp(block_rows[i].name, name) == 0) return &block_rows[i];
    return NULL;
}

/* ---- text out ----------------------------------------------------------- */

static void put(reader *r, const char *bytes, size_t length, uint32_t at) {
    dtl_text_shift(&r->out, r->arena, r->used, dtl_text_original(r->in, at));
    memcpy(r->bytes + r->used, bytes, length);
    r->used += (uint32_t)length;
}

static void put_point(reader *r, uint32_t point, uint32_t at) {
    char bytes[4];
    if (point <= ' ' || point == 0xA0) {
        r->blank = true;
        return;
    }
    if (r->blank && r->open) put(r, " ", 1, at);
    r->blank = false;
    r->open = true;
    const size_t length = dtl_utf8_encode(point, bytes);
    put(r, bytes, length, at);
}

static void end_paragraph(reader *r, uint32_t at) {
    if (r->open) put(r, "\n\n", 2, at);
    r->open = r->blank = false;
}

/* "&eacute;", "&#233;", "&#xE9;"; 0: not one. Moves *at behind it. */
static uint32_t read_entity(const dtl_text *in, uint32_t *at) {
    dtl_cursor c = {in->bytes, *at + 1, in->length};
    uint32_t point = 0;
    if (dtl_scan_char(&c, '#')) {
        const bool hex = dtl_scan_char(&c, 'x') || dtl_scan_char(&c, 'X');
        const char *const digits = "0123456789abcdef";
        const char *digit;
        while (point < 0x110000 && dtl_scan_peek(&c) &&
               (digit = strchr(digits, small(dtl_scan_peek(&c)))) != NULL &&
               (hex || digit < digits + 10)) {
            point = point * (hex ? 16 : 10) + (uint32_t)(digit - digits);
            c.at++;
        }
        if (point > 0x10FFFF || (point >= 0xD800 && point <= 0xDFFF))
            point = 0xFFFD;
    } else {
        char name[10] = {0};
        for (size_t i = 0; i + 1 < sizeof name; i++) {
            const char letter = dtl_scan_peek(&c);
            if (!dtl_is_letter(letter) && !dtl_is_digit(letter)) break;
            name[i] = letter;
            c.at++;
        }
        for (size_t i = 0; i < COUNT(entities); i++)
            if (strcmp(entities[i].name, name) == 0)
                point = entities[i].point;
    }
    if (point == 0 || !dtl_scan_char(&c, ';')) return 0;
    *at = c.at;
    return point;
}

/* The text of [at, end), which has no tags. */
static void put_text(reader *r, uint32_t at, uint32_t end) {
    while (at < end) {
        const uint32_t start = at;
        uint32_t point = 0;
        if (r->in->bytes[at] == '&') point = read_entity(r->in, &at);
        if (point == 0) {
            size_t next = at;
            point = dtl_utf8_next(r->in->bytes, r->in->length, &next);
            at = (uint32_t)next;
        }
        put_point(r, point, start);
    }
}

/* ---- what the page says about itself ------------------------------------ */

/* A value with its character references read; NULL when empty. */
static const char *value_of(const reader *r, dtl_span span) {
    if (dtl_length(span) == 0 || dtl_length(span) > MOST_VALUE) return NULL;
    char *text = dtl_arena_alloc(r->arena, dtl_length(span) + 1);
    uint32_t used = 0;
    for (uint32_t at = span.start; text && at < span.end;) {
        const uint32_t start = at;
        const uint32_t point =
            r->in->bytes[at] == '&' ? read_entity(r->in, &at) : 0;
        if (point == 0 || at > span.end || at - start < 4) {
            at = start;
            text[used++] = r->in->bytes[at++];
        } else {
            used += (uint32_t)dtl_utf8_encode(point, text + used);
        }
    }
    return text;
}

static bool says(const reader *r, dtl_span span, const char *what) {
    dtl_cursor c = {r->in->bytes, span.start, span.end};
    return dtl_length(span) && dtl_scan_phrase(&c, what) && c.at == span.end;
}

static void read_meta(reader *r, const tag *t) {
    const dtl_span content = attribute(t, "content");
    static const char *const keys[] = {"property", "name", "itemprop"};
    for (size_t i = 0; i < COUNT(keys); i++) {
        const dtl_span key = attribute(t, keys[i]);
        for (size_t row = 0; row < r->date_row && !r->date_sure; row++)
            if (says(r, key, dated[row])) {
                r->page->published = value_of(r, content);
                r->date_row = row;
            }
        if (says(r, key, "og:title"))
            r->page->title = value_of(r, content);
        if (says(r, key, "og:site_name"))
            r->page->publisher = value_of(r, content);
        if (says(r, key, "og:url"))
            r->page->address = value_of(r, content);
    }
}

/* "datePublished": "..." in JSON-LD. */
static void read_linked_data(reader *r, uint32_t at, uint32_t end) {
    at = find(r->in, at, end, "\"datepublished\"");
    dtl_cursor c = {r->in->bytes, at + 15, end};
    if (at >= end || r->date_sure) return;
    dtl_scan_space(&c);
    if (!dtl_scan_char(&c, ':')) return;
    dtl_scan_space(&c);
    if (!dtl_scan_char(&c, '"')) return;
    const uint32_t start = c.at;
    while (c.at < c.end && c.s[c.at] != '"') c.at++;
    r->page->published = value_of(r, (dtl_span){start, c.at});
    r->date_sure = r->page->published != NULL;
}

/* ---- the walk ----------------------------------------------------------- */

/* Elements whose content is not HTML: gives where their end tag starts. */
static uint32_t skip_raw(reader *r, const tag *t) {
    static const char *const raw[][2] = {{"script", "</script"},
                                         {"style", "</style"},
                                         {"textarea", "</textarea"},
                                         {"title", "</title"}};
    for (size_t i = 0; i < COUNT(raw); i++) {
        if (t->closes || strcmp(raw[i][0], t->name) != 0) continue;
        const uint32_t end = find(r->in, t->end, r->in->length, raw[i][1]);
        if (i == 0 && says(r, attribute(t, "type"), "application/ld+json"))
            read_linked_data(r, t->end, end);
        if (i == 3 && !r->page->title)
            r->page->title = value_of(r, (dtl_span){t->end, end});
        return end;
    }
    return t->end;
}

/* Opens or closes the stretch of an element that tells a kind. */
static void mark_kind(reader *r, const tag *t, const block_row *row) {
    if (r->kind_name[0] && t->closes && strcmp(r->kind_name, t->name) == 0) {
        r->kind_name[0] = '\0';
        r->kind.span.end = r->used;
        if (r->kind.span.start == r->used) return;
        dtl_block *known = DTL_PUSH(r->arena, r->known);
        if (known) *known = r->kind;
    } else if (!r->kind_name[0] && !t->closes &&
               row->kind != DTL_BLOCK_BODY) {
        memcpy(r->kind_name, t->name, MOST_TAG);
        r->kind = (dtl_block){{r->used, r->used}, row->kind};
    }
}

static void skip_element(reader *r, const tag *t) {
    if (!r->skip[0] && !t->closes && is_skipped(t->name)) {
        memcpy(r->skip, t->name, MOST_TAG);
        r->depth = 1;
    } else if (r->skip[0] && strcmp(r->skip, t->name) == 0) {
        if (t->closes) r->depth--;
        else r->depth++;
        if (r->depth == 0) r->skip[0] = '\0';
    }
}

static void take_tag(reader *r, const tag *t) {
    if (strcmp(t->name, "meta") == 0) read_meta(r, t);
    if (strcmp(t->name, "time") == 0 && !t->closes && !r->page->published)
        r->page->published = value_of(r, attribute(t, "datetime"));
    const block_row *row = find_block(t->name);
    if (row) {
        end_paragraph(r, t->start);
        mark_kind(r, t, row);
    }
    if (strcmp(t->name, "td") == 0 || strcmp(t->name, "th") == 0)
        r->blank = true;
    skip_element(r, t);
}

/* Walks over all tags; text counts only inside [start, end). */
static void walk(reader *r, uint32_t start, uint32_t end) {
    for (uint32_t at = 0; at < r->in->length && !r->arena->failed;) {
        tag t;
        if (r->in->bytes[at] == '<' && read_tag(r->in, at, &t)) {
            take_tag(r, &t);
            at = skip_raw(r, &t);
            continue;
        }
        const char *next = memchr(r->in->bytes + at + 1, '<',
                                  r->in->length - at - 1);
        const uint32_t stop =
            next ? (uint32_t)(next - r->in->bytes) : r->in->length;
        if (!r->skip[0] && at >= start && at < end) put_text(r, at, stop);
        at = stop;
    }
}

/* The article element with most paragraphs, at least two; else all. */
static dtl_span find_story(const dtl_text *in) {
    dtl_span best = {0, in->length};
    uint32_t most = 1, depth = 0, count = 0, start = 0;
    for (uint32_t at = 0; at < in->length;) {
        const char *next = memchr(in->bytes + at, '<', in->length - at);
        tag t;
        if (!next) break;
        at = (uint32_t)(next - in->bytes);
        if (!read_tag(in, at, &t)) {
            at++;
            continue;
        }
        at = t.end;
        if (strcmp(t.name, "p") == 0 && !t.closes) count++;
        if (strcmp(t.name, "article") != 0) continue;
        if (!t.closes && depth++ == 0) {
            count = 0;
            start = t.start;
        } else if (t.closes && depth && --depth == 0 && count > most) {
            most = count;
            best = (dtl_span){start, t.end};
        }
    }
    return best;
}

bool dtl_html_is(const dtl_text *text) {
    static const char *const starts[] = {"<!doctype html", "<html", "<head",
                                         "<body", "<article", "<!--"};
    dtl_cursor c = {text->bytes, 0, text->length};
    dtl_scan_space(&c);
    for (size_t i = 0; i < COUNT(starts); i++) {
        dtl_cursor here = c;
        if (dtl_scan_phrase(&here, starts[i])) return true;
    }
    return false;
}

void dtl_html_read(dtl_text *text, dtl_arena *arena, dtl_page *page,
                   dtl_blocks *known) {
    const dtl_text in = *text;
    reader r = {.in = &in, .arena = arena, .page = page, .known = known,
                .date_row = COUNT(dated)};
    r.bytes = dtl_arena_array(arena, (size_t)in.length + 4, 1);
    if (!r.bytes) return;
    const dtl_span story = find_story(&in);
    walk(&r, story.start, story.end);
    r.bytes[r.used] = '\0';
    dtl_text_shift(&r.out, arena, r.used, dtl_text_original(&in, in.length));
    dtl_text_take(&r.out, arena, r.bytes, r.used);
    r.out.replaced = in.replaced;
    *text = r.out;
}
