/* html_marks.c - an article with its marks.
 *
 * Sentences that tell something, times, actors and the words that tell an
 * event. The text goes out whole and in order; marks are elements around
 * pieces of it. Marks may overlap, elements must not: where a mark ends while
 * younger ones are open, those are closed and opened again behind it. What
 * tells an event is a link, and links must not nest: a younger one ends the
 * older.
 *
 * Each kind of mark is a list that is nearly in the order of the text (of
 * mentions by head, that is); the next one is looked for among the next
 * few, so that time is linear and no memory is needed. A mark that comes
 * too late or too deep is left out, but never the target of a link. */
#include "render/html_page.h"

#include "core/base/display.h"
#include "render/escape.h"
#include "render/html_write.h"
#include "render/parts.h"

#define WINDOW 32 /* marks of one kind that are looked through */
#define DEPTH 12  /* elements that are open at once */

typedef enum { SENTENCE, TIME, ACTOR, EVENT, KINDS } mark_kind;

typedef struct {
    dtl_span span;
    mark_kind kind;
    uint32_t index; /* into the source's list of that kind */
} mark;

/* One list: the first that is not yet given, and which of those behind it
 * are. */
typedef struct {
    uint32_t next, taken;
    bool looked, found;
    mark ahead;
} queue;

typedef struct {
    dtl_html_page *html;
    dtl_buffer *out;
    const dtl_source *source;
    uint32_t number; /* of the source */
    queue queues[KINDS];
    mark open[DEPTH];
    int depth;
    uint32_t at;     /* what is before it has been written */
} writer;

/* ---- what can be marked ----------------------------------------------- */

bool dtl_html_is_marked(const dtl_html_page *html, dtl_event_ref ref) {
    const dtl_source *source = dtl_parts_source(html->document, ref.source);
    const dtl_event *event = dtl_parts_event(html->document, ref);
    if (!source || !event) return false;
    const dtl_entry *entry = dtl_parts_entry(html->document, event->entry);
    const dtl_span span = dtl_parts_word(source, event->trigger);
    return entry && dtl_parts_is_shown(entry, html->options) &&
           span.start < span.end && span.end <= source->text.length;
}

static const dtl_cast *cast_of(const writer *w, uint32_t mention) {
    const dtl_mention *m = &w->source->mentions.items[mention];
    const int32_t at = dtl_parts_merged(w->source, m->actor);
    if (at < 0 || (uint32_t)at >= w->html->document->actors.count) return NULL;
    const dtl_cast *cast = &w->html->document->actors.items[at];
    return cast->entries.count ? cast : NULL;
}

static uint32_t count_of(const dtl_source *source, mark_kind kind) {
    switch (kind) {
    case SENTENCE: return source->sentences.count;
    case TIME: return source->times.count;
    case ACTOR: return source->mentions.count;
    case EVENT: return source->events.count;
    case KINDS: break;
    }
    return 0;
}

/* An empty span for what is not to be marked. */
static dtl_span span_of(const writer *w, mark_kind kind, uint32_t index) {
    const dtl_source *source = w->source;
    const dtl_event_ref ref = {w->number, index};
    switch (kind) {
    case SENTENCE: return source->sentences.items[index].span;
    case TIME: return source->times.items[index].span;
    case ACTOR:
        if (!cast_of(w, index)) break;
        return dtl_parts_mention(source, (int32_t)index);
    case EVENT:
        if (!dtl_html_is_marked(w->html, ref)) break;
        return dtl_parts_word(source, source->events.items[index].trigger);
    case KINDS: break;
    }
    return (dtl_span){0, 0};
}

/* ---- the next mark ---------------------------------------------------- */

static bool comes_first(const mark *a, const mark *b) {
    if (a->span.start != b->span.start) return a->span.start < b->span.start;
    if (a->span.end != b->span.end) return a->span.end > b->span.end;
    return a->kind < b->kind;
}

static void drop(queue *q, uint32_t index) {
    q->taken |= UINT32_C(1) << (index - q->next);
    while (q->taken & 1) {
        q->taken >>= 1;
        q->next++;
    }
    q->looked = false;
}

/* Fills q->ahead with the first of the next few, if any is left. */
static void look_ahead(const writer *w, queue *q, mark_kind kind) {
    const uint32_t count = count_of(w->source, kind);
    q->found = false;
    while (!q->found && q->next < count) {
        for (uint32_t i = 0; i < WINDOW && q->next + i < count; i++) {
            if (q->taken >> i & 1) continue;
            const mark m = {span_of(w, kind, q->next + i), kind, q->next + i};
            if (m.span.start >= m.span.end) q->taken |= UINT32_C(1) << i;
            else if (!q->found || comes_first(&m, &q->ahead)) q->ahead = m;
            q->found = q->found || m.span.start < m.span.end;
        }
        if (q->taken & 1) {
            const uint32_t next = q->next;
            drop(q, next);
        }
    }
    q->looked = true;
}

static const mark *peek(writer *w, mark_kind kind) {
    queue *q = &w->queues[kind];
    if (!q->looked) look_ahead(w, q, kind);
    return q->found ? &q->ahead : NULL;
}

/* The first mark of all that begins before `end`; NULL when there is none. */
static const mark *next_mark(writer *w, uint32_t end) {
    const mark *first = NULL;
    for (mark_kind kind = SENTENCE; kind < KINDS; kind++) {
        const mark *m = peek(w, kind);
        if (m && m->span.start < end && (!first || comes_first(m, first)))
            first = m;
    }
    return first;
}

/* ---- elements --------------------------------------------------------- */

static void put_event(writer *w, const mark *m, bool again) {
    const dtl_event *event = &w->source->events.items[m->index];
    const dtl_entry *entry = dtl_parts_entry(w->html->document, event->entry);
    dtl_buffer_text(w->out, "<a class=\"t\" href=\"#");
    dtl_html_text(w->out, entry->id);
    if (!again) {
        dtl_buffer_format(w->out, "\" id=\"x%u-%u\" data-n=\"", w->number,
                          m->index);
        dtl_html_label(w->out, entry);
    }
    dtl_buffer_text(w->out, "\">");
}

static void put_time(writer *w, const mark *m) {
    const dateline_date *date = &w->source->times.items[m->index].date;
    dtl_buffer_text(w->out, "<span class=\"w\"");
    if (!dtl_plain_is_empty(date->display)) {
        dtl_buffer_text(w->out, " title=\"");
        dtl_html_text(w->out, date->display);
        dtl_buffer_char(w->out, '"');
    }
    dtl_buffer_char(w->out, '>');
}

static void put_start(writer *w, const mark *m, bool again) {
    switch (m->kind) {
    case SENTENCE: dtl_buffer_text(w->out, "<span class=\"s\">"); break;
    case TIME: put_time(w, m); break;
    case ACTOR:
        dtl_buffer_text(w->out, "<span class=\"k\" data-a=\"");
        dtl_html_text(w->out, cast_of(w, m->index)->id);
        dtl_buffer_text(w->out, "\">");
        break;
    case EVENT: put_event(w, m, again); break;
    case KINDS: break;
    }
}

static void put_end(writer *w, const mark *m) {
    dtl_buffer_text(w->out, m->kind == EVENT ? "</a>" : "</span>");
}

/* Closes open mark number `which`; those inside it are opened again. */
static void close_mark(writer *w, int which) {
    for (int i = w->depth; i-- > which;)
        put_end(w, &w->open[i]);
    w->depth--;
    for (int i = which; i < w->depth; i++) {
        w->open[i] = w->open[i + 1];
        put_start(w, &w->open[i], true);
    }
}

static void close_event(writer *w) {
    for (int i = w->depth; i-- > 0;)
        if (w->open[i].kind == EVENT) close_mark(w, i);
}

/* A sentence is marked when it tells something that is shown. */
static bool is_told(writer *w, const mark *m) {
    const mark *event = peek(w, EVENT);
    return event && event->span.start < m->span.end;
}

static void open_mark(writer *w, const mark *m, uint32_t end) {
    if (m->kind == SENTENCE && !is_told(w, m)) return;
    if (m->kind == EVENT) close_event(w);
    const bool fits = m->span.start >= w->at && w->depth < DEPTH;
    if (!fits && m->kind != EVENT) return;
    put_start(w, m, false);
    if (!fits) {
        put_end(w, m);
        return;
    }
    w->open[w->depth] = *m;
    if (m->span.end > end) w->open[w->depth].span.end = end;
    w->depth++;
}

/* ---- text ------------------------------------------------------------- */

/* The innermost open mark that ends here, or DTL_NONE. */
static int find_ended(const writer *w) {
    for (int i = w->depth; i-- > 0;)
        if (w->open[i].span.end <= w->at) return i;
    return DTL_NONE;
}

static void write_to(writer *w, uint32_t end) {
    if (end > w->at)
        dtl_html_article(w->out, w->source->text.bytes + w->at, end - w->at);
    if (end > w->at) w->at = end;
}

/* The text from where it stands to `end`, with every mark in it. */
static void write_marked(writer *w, uint32_t end) {
    while (w->at < end) {
        const mark *next = next_mark(w, end);
        uint32_t stop = next ? next->span.start : end;
        for (int i = 0; i < w->depth; i++)
            if (w->open[i].span.end < stop) stop = w->open[i].span.end;
        write_to(w, stop);
        const int ended = find_ended(w);
        if (ended >= 0) {
            close_mark(w, ended);
        } else if (next && next->span.start <= w->at) {
            const mark m = *next;
            drop(&w->queues[m.kind], m.index);
            open_mark(w, &m, end);
        }
    }
    while (w->depth)
        close_mark(w, w->depth - 1);
}

/* ---- blocks ----------------------------------------------------------- */

static const char *class_of(dtl_block_kind kind) {
    static const char *const names[] = {"body",    "title",    "heading",
                                        "header",  "dateline", "byline",
                                        "caption", "credit",   "note",
                                        "quote",   "table"};
    return names[(size_t)kind < sizeof names / sizeof *names ? kind : 0];
}

static const char *element_of(dtl_block_kind kind) {
    return kind == DTL_BLOCK_TITLE     ? "h3"
           : kind == DTL_BLOCK_HEADING ? "h4"
           : kind == DTL_BLOCK_QUOTE   ? "blockquote"
                                       : "p";
}

/* Whether anything but white space stands in [start, end). */
static bool is_blank(const dtl_source *source, uint32_t start, uint32_t end) {
    uint32_t point;
    dtl_plain plain =
        dtl_plain_start(source->text.bytes + start, end - start);
    return !dtl_plain_next(&plain, &point);
}

static bool on_one_line(const dtl_source *source, uint32_t start,
                        uint32_t end) {
    for (uint32_t i = start; i < end; i++)
        if (source->text.bytes[i] != ' ') return false;
    return true;
}

/* Text that no block holds, up to `end`. */
static void write_between(writer *w, uint32_t end) {
    if (w->at >= end) return;
    const bool blank = is_blank(w->source, w->at, end);
    if (!blank) dtl_buffer_text(w->out, "<p class=\"body\">");
    if (blank) write_to(w, end);
    else write_marked(w, end);
    if (!blank) dtl_buffer_text(w->out, "</p>");
}

/* What stands before a paragraph on its first line. */
static bool leads(dtl_block_kind kind) {
    return kind == DTL_BLOCK_DATELINE || kind == DTL_BLOCK_HEADER;
}

/* Blocks [first, last) of one line are one paragraph: a dateline and what it
 * opens, a caption and its credit. It is of the kind of the first that leads
 * to nothing. */
static void write_line(writer *w, uint32_t first, uint32_t last) {
    const dtl_block *blocks = w->source->blocks.items;
    uint32_t main = first;
    while (main + 1 < last && leads(blocks[main].kind))
        main++;
    const dtl_block_kind kind = blocks[main].kind;
    dtl_buffer_format(w->out, "<%s class=\"%s\">", element_of(kind),
                      class_of(kind));
    for (uint32_t i = first; i < last; i++) {
        const bool other = blocks[i].kind != kind;
        if (blocks[i].span.start > w->at) write_to(w, blocks[i].span.start);
        if (other)
            dtl_buffer_format(w->out, "<span class=\"%s\">",
                              class_of(blocks[i].kind));
        write_marked(w, blocks[i].span.end);
        if (other) dtl_buffer_text(w->out, "</span>");
    }
    dtl_buffer_format(w->out, "</%s>", element_of(kind));
}

static uint32_t find_line_end(const dtl_source *source, uint32_t first) {
    const dtl_block *blocks = source->blocks.items;
    uint32_t last = first + 1;
    while (last < source->blocks.count &&
           blocks[last].span.start >= blocks[last - 1].span.end &&
           on_one_line(source, blocks[last - 1].span.end,
                       blocks[last].span.start))
        last++;
    return last;
}

/* Targets whose place was never met. */
static void write_rest(writer *w) {
    for (const mark *m; (m = peek(w, EVENT)) != NULL;) {
        const mark late = *m;
        drop(&w->queues[EVENT], late.index);
        put_start(w, &late, false);
        put_end(w, &late);
    }
}

void dtl_html_marked(dtl_html_page *html, uint32_t number) {
    const dtl_source *source = html->document->sources.items[number];
    writer w = {.html = html, .out = html->out, .source = source,
                .number = number};
    for (uint32_t i = 0; i < source->blocks.count;) {
        const uint32_t last = find_line_end(source, i);
        write_between(&w, source->blocks.items[i].span.start);
        write_line(&w, i, last);
        i = last;
    }
    write_between(&w, source->text.length);
    write_rest(&w);
}
