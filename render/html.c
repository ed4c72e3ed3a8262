/* html.c - one page for a browser: the chronology beside the article.
 *
 * Whole without scripts: every jump is a link inside the page. The script
 * adds filters, search and what follows the pointer; it reads the page and
 * is given no data of its own. Nothing is loaded from anywhere.
 *
 * Every address in the page leads to another place in it. An entry is
 * #e1 ..., its word in the text #x0-12 (source, event), an actor #a1 ...
 *
 * In three parts: an article with its marks; one entry; the page that holds
 * them. The time axis beside the entries is drawn by axis.c.
 *
 * Sources: WHATWG HTML; WAI-ARIA 1.2; WCAG 2.2 level AA. */
#include "render/formats.h"

#include <string.h>

#include "core/base/buffer.h"
#include "core/base/display.h"
#include "core/base/names.h"
#include "core/model.h"
#include "render/axis.h"
#include "render/escape.h"
#include "render/html_write.h"
#include "render/parts.h"
#include "render/wording.h"

typedef struct {
    const dtl_document *document;
    const dateline_render_options *options;
    dtl_buffer *out;
    dtl_axis axis;
} page;

static void say(page *html, const char *text) {
    dtl_buffer_text(html->out, text);
}

/* The number that the page shows for an entry: its id without the letter. */
static void put_label(dtl_buffer *out, const dtl_entry *entry) {
    dtl_html_text(out, entry->id[0] == 'e' ? entry->id + 1 : entry->id);
}

/* ==== an article with its marks ==========================================
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
    page *html;
    dtl_buffer *out;
    const dtl_source *source;
    uint32_t number; /* of the source */
    queue queues[KINDS];
    mark open[DEPTH];
    int depth;
    uint32_t at;     /* what is before it has been written */
} writer;

/* ---- what can be marked ----------------------------------------------- */

/* Whether the event is marked in its article and so can be jumped to. */
static bool is_marked(const page *html, dtl_event_ref ref) {
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
        if (!is_marked(w->html, ref)) break;
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
        put_label(w->out, entry);
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

/* The text of source number `number`, marked. */
static void put_marked(page *html, uint32_t number) {
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

/* ==== one entry ==========================================================
 *
 * The headline leads to the word in the article that tells it. Under it stand
 * the date as written and the rule that resolved it; behind those, folded
 * up, the quoted sentence and everything else that is known of the date. */

/* ---- the element ------------------------------------------------------ */

static int64_t day_of(int64_t seconds, int64_t up) {
    const int64_t day = INT64_C(86400);
    seconds += up ? day - 1 : 0;
    return seconds >= 0 ? seconds / day : -((day - 1 - seconds) / day);
}

/* What the filters ask for: status, actors, days [begin, end). */
static void put_facts(page *html, const dtl_entry *entry,
                      const dtl_extent *extent) {
    dtl_buffer *out = html->out;
    say(html, "\" data-s=\"");
    say(html, dtl_name_status(entry->status));
    if (entry->roles.count) say(html, "\" data-a=\"");
    for (uint32_t i = 0; i < entry->roles.count; i++) {
        const uint32_t actor = entry->roles.items[i].actor;
        if (actor >= html->document->actors.count) continue;
        if (i) say(html, " ");
        dtl_html_text(out, html->document->actors.items[actor].id);
    }
    if (entry->dated && extent->from) {
        say(html, "\" data-b=\"");
        dtl_html_number(out, day_of(extent->begin, 0));
    }
    if (entry->dated && extent->to) {
        say(html, "\" data-e=\"");
        dtl_html_number(out, day_of(extent->end, 1));
    }
}

/* ---- date ------------------------------------------------------------- */

/* The value of a time element, when HTML has one for the date: a day, a
 * time, a month or a year that the event is on. */
static bool put_datetime(dtl_buffer *out, const dateline_date *date) {
    char text[DTL_INSTANT_BYTES];
    if (!date->end.digits || date->relation != DATELINE_RELATION_ON ||
        date->begin.year < 1 || date->begin.year > 9999 ||
        !dtl_parts_instant(&date->begin, text))
        return false;
    const size_t length = strlen(text);
    switch (date->precision) {
    case DATELINE_PRECISION_SECOND:
    case DATELINE_PRECISION_MINUTE: break;
    case DATELINE_PRECISION_HOUR:
    case DATELINE_PRECISION_PART:
    case DATELINE_PRECISION_DAY:
        if (length < 10) return false;
        text[10] = 0;
        break;
    case DATELINE_PRECISION_MONTH:
        if (length != 7) return false;
        break;
    case DATELINE_PRECISION_YEAR:
        if (length != 4) return false;
        break;
    default: return false;
    }
    dtl_buffer_format(out, "<time datetime=\"%s\">", text);
    return true;
}

static void put_date(page *html, const dtl_entry *entry) {
    say(html, "<p class=\"when\">");
    if (entry->dated) {
        const bool timed = put_datetime(html->out, &entry->date);
        if (!timed) say(html, "<span class=\"at\">");
        dtl_html_text(html->out, dtl_wording_date(&entry->date));
        say(html, timed ? "</time>" : "</span>");
    }
    const char *status = dtl_wording_status(entry);
    if (status) {
        say(html, " <b class=\"st ");
        say(html, dtl_name_status(entry->status));
        say(html, "\">");
        say(html, status);
        say(html, "</b>");
    }
    say(html, " <span class=\"no\">");
    put_label(html->out, entry);
    say(html, "</span></p>\n");
}

/* ---- headline and remarks --------------------------------------------- */

static void put_link(page *html, dtl_event_ref ref) {
    dtl_buffer_format(html->out, "<a href=\"#x%u-%u\">", ref.source,
                      ref.event);
}

static void put_headline(page *html, const dtl_entry *entry) {
    const bool linked = is_marked(html, entry->main);
    say(html, "<h4>");
    if (linked) put_link(html, entry->main);
    dtl_html_text(html->out, dtl_wording_headline(entry));
    say(html, linked ? "</a></h4>\n" : "</h4>\n");
}

typedef struct {
    page *html;
    bool any;
} remarks;

static void put_remark(remarks *r, const char *words, const char *name) {
    if (!words) return;
    say(r->html, r->any ? "; " : "<p class=\"say\">");
    say(r->html, words);
    if (name) dtl_html_text(r->html->out, name);
    r->any = true;
}

static void put_remarks(page *html, const dtl_entry *entry) {
    remarks r = {html, false};
    if (!dtl_plain_is_empty(entry->reported_by))
        put_remark(&r, "according to ", entry->reported_by);
    if (entry->dated) {
        put_remark(&r, dtl_wording_basis(entry->date.basis), NULL);
        if (entry->date.uncertain) put_remark(&r, "date uncertain", NULL);
    }
    if (r.any) say(html, "</p>\n");
}

/* Every word that tells it, by source; where there is only one the headline
 * leads to it. */
static void put_places(page *html, const dtl_entry *entry) {
    const dtl_document *document = html->document;
    const bool several = document->sources.count > 1;
    uint32_t last = UINT32_MAX;
    if (!several && entry->mentions.count < 2) return;
    say(html, "<p class=\"told\">told by ");
    for (uint32_t i = 0; i < entry->mentions.count; i++) {
        const dtl_event_ref ref = entry->mentions.items[i];
        const dtl_event *event = dtl_parts_event(document, ref);
        const dtl_source *source = dtl_parts_source(document, ref.source);
        if (!event || !is_marked(html, ref)) continue;
        if (last != UINT32_MAX) say(html, ref.source == last ? ", " : "; ");
        if (several && ref.source != last) {
            dtl_html_text(html->out, dtl_wording_source(source));
            say(html, ": ");
        }
        put_link(html, ref);
        const dtl_span word = dtl_parts_word(source, event->trigger);
        dtl_html_bytes(html->out, dtl_bytes(source, word), dtl_length(word));
        say(html, "</a>");
        last = ref.source;
    }
    say(html, "</p>\n");
}

/* ---- why this date ---------------------------------------------------- */

static void put_summary(page *html, const dtl_entry *entry) {
    const dateline_date *date = &entry->date;
    say(html, "<summary>");
    if (!entry->dated) {
        say(html, "No date in the text");
    } else if (dtl_plain_is_empty(date->text)) {
        say(html, "No words of its own");
    } else {
        say(html, "“");
        dtl_html_text(html->out, date->text);
        say(html, "”");
    }
    if (entry->dated && date->rule) {
        say(html, " <span class=\"rule\">· rule <code>");
        dtl_html_text(html->out, date->rule);
        say(html, "</code></span>");
    }
    say(html, "</summary>\n");
}

static void put_quote(page *html, const dtl_entry *entry) {
    const dtl_source *source =
        dtl_parts_source(html->document, entry->sentence.source);
    const dtl_span span = {entry->sentence.start, entry->sentence.end};
    if (!source || span.start >= span.end) return;
    const char *bytes = dtl_bytes(source, span);
    const uint32_t length = dtl_length(span);
    dtl_span said = dtl_wording_mark(html->document, entry);
    if (said.start >= said.end) said = (dtl_span){length, length};
    say(html, "<blockquote>");
    dtl_html_article(html->out, bytes, said.start);
    if (said.start < said.end) {
        say(html, "<mark>");
        dtl_html_article(html->out, bytes + said.start, dtl_length(said));
        say(html, "</mark>");
        dtl_html_article(html->out, bytes + said.end, length - said.end);
    }
    say(html, "</blockquote>\n");
}

/* <dt>name<dd> is left open for the value; the next one closes it. */
static void put_name(page *html, const char *name) {
    say(html, "<dt>");
    say(html, name);
    say(html, "</dt><dd>");
}

static void put_value(page *html, const char *name, const char *value) {
    if (dtl_plain_is_empty(value)) return;
    put_name(html, name);
    dtl_html_text(html->out, value);
    say(html, "</dd>\n");
}

/* 0 to 1 in hundredths; a NaN is 0. */
static void put_share(page *html, float share) {
    int hundredths = 0;
    if (share >= 1.0f) hundredths = 100;
    else if (share > 0.0f) hundredths = (int)(share * 100.0f + 0.5f);
    dtl_html_number(html->out, hundredths);
    say(html, "%");
}

static void put_interval(page *html, const dateline_date *date) {
    char text[DTL_INSTANT_BYTES];
    const char *begin = dtl_parts_instant(&date->begin, text);
    if (!begin && !date->end.digits) return;
    put_name(html, "Between");
    say(html, begin ? begin : "open");
    say(html, " and ");
    const char *end = dtl_parts_instant(&date->end, text);
    say(html, end ? end : "open");
    if (end) say(html, ", not included");
    say(html, "</dd>\n");
}

static const char *say_basis(dateline_basis basis) {
    switch (basis) {
    case DATELINE_BASIS_NONE: return NULL;
    case DATELINE_BASIS_EXPRESSION: return "stated in the text";
    case DATELINE_BASIS_INFERRED: return "inferred from another event";
    case DATELINE_BASIS_DATELINE: return "the article’s own date";
    case DATELINE_BASIS_NARRATIVE: return "where the story stood";
    }
    return NULL;
}

static void put_candidates(page *html, const dateline_date *date) {
    if (date->candidate_count < 2) return;
    put_name(html, "Readings");
    for (uint32_t i = 0; i < date->candidate_count; i++) {
        if (i) say(html, ", ");
        dtl_html_text(html->out, date->candidates[i].edtf);
        say(html, " (");
        put_share(html, date->candidates[i].score);
        if (date->candidates[i].how) say(html, ", ");
        dtl_html_text(html->out, date->candidates[i].how);
        say(html, ")");
    }
    say(html, "</dd>\n");
}

static void put_who(page *html, const dtl_entry *entry) {
    bool any = false;
    for (uint32_t i = 0; i < entry->roles.count; i++) {
        const dtl_role *role = &entry->roles.items[i];
        if (role->actor >= html->document->actors.count) continue;
        const dtl_cast *cast = &html->document->actors.items[role->actor];
        if (any) say(html, ", ");
        else put_name(html, "Who");
        say(html, "<a href=\"#");
        dtl_html_text(html->out, cast->id);
        say(html, "\">");
        dtl_html_name(html->out, cast->name);
        say(html, "</a> (");
        say(html, dtl_parts_role(role->role));
        say(html, ")");
        any = true;
    }
    if (any) say(html, "</dd>\n");
}

static void put_where(page *html, const dtl_entry *entry) {
    for (uint32_t i = 0; i < entry->places.count; i++) {
        if (i) say(html, ", ");
        else put_name(html, "Where");
        dtl_html_text(html->out, entry->places.items[i]);
    }
    if (entry->places.count) say(html, "</dd>\n");
}

static void put_why(page *html, const dtl_entry *entry) {
    const dateline_date *date = &entry->date;
    say(html, "<details class=\"why\">");
    put_summary(html, entry);
    put_quote(html, entry);
    say(html, "<dl>\n");
    if (entry->dated) {
        put_value(html, "Date", say_basis(date->basis));
        put_value(html, "EDTF", date->edtf);
        put_interval(html, date);
        put_candidates(html, date);
        put_name(html, "Date sure");
        put_share(html, date->confidence);
        say(html, "</dd>\n");
    }
    put_who(html, entry);
    put_where(html, entry);
    put_name(html, "Event sure");
    put_share(html, entry->confidence);
    say(html, "</dd>\n");
    put_value(html, "Id", entry->id);
    say(html, "</dl>\n</details>\n");
}

/* ---- the whole -------------------------------------------------------- */

/* One li of the chronology, or of the annex when it has no date. Where it is
 * first under a heading the gap is the heading's. */
static void put_entry(page *html, const dtl_entry *entry, bool first) {
    const dtl_extent extent = dtl_axis_extent(&entry->date);
    say(html, "<li class=\"e\" id=\"");
    dtl_html_text(html->out, entry->id);
    put_facts(html, entry, &extent);
    say(html, "\" tabindex=\"-1\">\n");
    if (entry->dated && !first) dtl_axis_gap(&html->axis, &extent, html->out);
    say(html, "<div class=\"row\">");
    if (entry->dated)
        dtl_axis_row(&html->axis, &extent, &entry->date, html->out);
    say(html, "<div class=\"card\">\n");
    put_date(html, entry);
    put_headline(html, entry);
    put_remarks(html, entry);
    put_places(html, entry);
    put_why(html, entry);
    say(html, "</div></div></li>\n");
}

/* ==== the page =========================================================== */

/* The next entry from `at` on that is shown and dated or not; its number, or
 * the count of entries. */
static uint32_t next_entry(const page *html, uint32_t at, bool dated) {
    const dtl_document *document = html->document;
    for (; at < document->entries.count; at++) {
        const dtl_entry *entry = &document->entries.items[at];
        if (entry->dated == dated && dtl_parts_is_shown(entry, html->options))
            break;
    }
    return at;
}

static uint32_t count_entries(const page *html, bool dated) {
    const uint32_t all = html->document->entries.count;
    uint32_t count = 0;
    for (uint32_t i = next_entry(html, 0, dated); i < all;
         i = next_entry(html, i + 1, dated))
        count++;
    return count;
}

static const dtl_entry *entry_at(const page *html, uint32_t at) {
    return &html->document->entries.items[at];
}

static const char *title_of(const dtl_document *document) {
    if (document->sources.count != 1) return NULL;
    const char *title = document->sources.items[0]->head.title;
    return dtl_plain_is_empty(title) ? NULL : title;
}

/* ---- sources ---------------------------------------------------------- */

typedef struct {
    page *html;
    bool any;
} facts;

static void put_fact(facts *f, const char *word, const char *text,
                     const char *more) {
    if (dtl_plain_is_empty(text)) return;
    say(f->html, f->any ? " <span>" : "<span>");
    say(f->html, word);
    dtl_html_text(f->html->out, text);
    say(f->html, more ? " (" : "");
    say(f->html, more ? more : "");
    say(f->html, more ? ")</span>" : "</span>");
    f->any = true;
}

/* Where the article is from and from when its dates are counted. */
static void put_provenance(page *html, const dtl_source *source) {
    char words[DTL_DISPLAY_BYTES];
    const dtl_head *head = &source->head;
    facts f = {html, false};
    say(html, "<p class=\"prov\">");
    put_fact(&f, "", head->publisher, NULL);
    put_fact(&f, "By ", head->byline, NULL);
    put_fact(&f, "From ", head->place, NULL);
    if (source->reference.digits)
        put_fact(&f, "Dated ", dtl_display_instant(&source->reference, words),
                 dtl_wording_reference(source->reference_from));
    else
        put_fact(&f, "", "Date unknown: dates that count from it are left "
                         "open", NULL);
    put_fact(&f, "", dtl_wording_uri(source->uri), NULL);
    say(html, "</p>\n");
}

static bool has_title(const dtl_source *source) {
    for (uint32_t i = 0; i < source->blocks.count; i++)
        if (source->blocks.items[i].kind == DTL_BLOCK_TITLE) return true;
    return false;
}

static void put_notes(page *html, const dtl_source *source) {
    if (!source->notes.count) return;
    say(html, "<ul class=\"notes\">");
    for (uint32_t i = 0; i < source->notes.count; i++) {
        say(html, "<li>");
        dtl_html_text(html->out, source->notes.items[i].message);
        say(html, "</li>");
    }
    say(html, "</ul>\n");
}

static void put_source(page *html, uint32_t number) {
    const dtl_source *source = html->document->sources.items[number];
    const bool several = html->document->sources.count > 1;
    dtl_buffer_format(html->out, "<article id=\"s%u\" aria-label=\"",
                      number + 1);
    dtl_html_text(html->out, dtl_wording_source(source));
    say(html, "\">\n");
    if (!has_title(source)) {
        say(html, "<h3 class=\"title\">");
        dtl_html_text(html->out, dtl_wording_source(source));
        say(html, "</h3>\n");
    }
    if (several) put_provenance(html, source);
    say(html, "<div class=\"text\">");
    put_marked(html, number);
    say(html, "</div>\n<footer>");
    put_notes(html, source);
    say(html, "<p class=\"sum\">SHA-256 of the original <code>");
    say(html, source->sha256);
    say(html, "</code></p></footer>\n</article>\n");
}

static void put_text(page *html) {
    const uint32_t count = html->document->sources.count;
    say(html, "<section id=\"text\" class=\"pane\" aria-labelledby=\"ht\" "
              "tabindex=\"0\">\n<h2 id=\"ht\">");
    say(html, count == 1 ? "The article" : "The articles");
    say(html, "</h2>\n");
    for (uint32_t i = 0; i < count; i++)
        put_source(html, i);
    say(html, "</section>\n");
}

/* ---- top -------------------------------------------------------------- */

/* The next of an actor's entries from `at` on that is shown, or NULL. */
static const dtl_entry *next_part(const page *html, const dtl_cast *cast,
                                  uint32_t *at) {
    while (*at < cast->entries.count) {
        const dtl_entry *entry = dtl_parts_entry(
            html->document, (int32_t)cast->entries.items[(*at)++]);
        if (entry && dtl_parts_is_shown(entry, html->options)) return entry;
    }
    return NULL;
}

static bool has_cast(const page *html) {
    for (uint32_t i = 0; i < html->document->actors.count; i++) {
        uint32_t at = 0;
        if (next_part(html, &html->document->actors.items[i], &at)) return true;
    }
    return false;
}

/* The articles by name, when they are few enough for a line or two. */
static void put_contents(page *html) {
    const uint32_t count = html->document->sources.count;
    if (count < 2 || count > 12) return;
    say(html, "<p class=\"prov\">");
    for (uint32_t i = 0; i < count; i++) {
        dtl_buffer_format(html->out, "%s<span><a href=\"#s%u\">",
                          i ? " " : "", i + 1);
        dtl_html_name(html->out,
                      dtl_wording_source(html->document->sources.items[i]));
        say(html, "</a></span>");
    }
    say(html, "</p>\n");
}

static void put_top(page *html, uint32_t undated) {
    const dtl_document *document = html->document;
    const char *title = title_of(document);
    dtl_html_head(html->out, title);
    say(html, "<body>\n<header>\n<p class=\"brow\">Chronology</p>\n<h1>");
    if (title) dtl_html_text(html->out, title);
    else if (document->sources.count == 1)
        dtl_html_text(html->out,
                      dtl_wording_source(document->sources.items[0]));
    else dtl_html_count(html->out, document->sources.count, "article",
                        "articles");
    say(html, "</h1>\n");
    if (document->sources.count == 1)
        put_provenance(html, document->sources.items[0]);
    else put_contents(html);
    say(html, "<nav aria-label=\"On this page\"><a href=\"#chronology\">"
              "Events</a> ");
    if (undated) say(html, "<a href=\"#undated\">Without a date</a> ");
    if (has_cast(html)) say(html, "<a href=\"#actors\">Actors</a> ");
    say(html, "<a href=\"#text\">");
    say(html, document->sources.count == 1 ? "Article" : "Articles");
    say(html, "</a></nav>\n</header>\n");
}

/* ---- chronology ------------------------------------------------------- */

static void put_facet(page *html, const char *key, const char *name,
                      const char *legend) {
    say(html, "<details class=\"facet\" name=\"facet\" data-f=\"");
    say(html, key);
    say(html, "\"><summary>");
    say(html, name);
    say(html, "</summary><fieldset><legend>");
    say(html, legend);
    say(html, "</legend></fieldset></details>\n");
}

static void put_total(page *html, uint32_t dated, uint32_t undated) {
    say(html, "<p id=\"count\" role=\"status\" aria-live=\"polite\">");
    dtl_html_count(html->out, dated + undated, "event", "events");
    if (undated) {
        say(html, ", ");
        dtl_html_number(html->out, undated);
        say(html, " without a date");
    }
    say(html, "</p>\n");
}

/* The script fills the boxes and shows the form: it is of no use without. */
static void put_filters(page *html, uint32_t dated, uint32_t undated) {
    say(html, "<div class=\"bar\">\n<form id=\"filters\" role=\"search\" "
              "aria-label=\"Filter the events\" hidden>\n"
              "<input type=\"search\" id=\"q\" placeholder=\"Search\" "
              "aria-label=\"Search in the events\" autocomplete=\"off\" "
              "spellcheck=\"false\">\n");
    put_facet(html, "actor", "Actor", "Actor");
    put_facet(html, "status", "Status", "Status");
    put_facet(html, "period", "Period", "Could lie in");
    say(html, "</form>\n<div class=\"left\">");
    put_total(html, dated, undated);
    say(html, "<button type=\"reset\" form=\"filters\" hidden>Clear</button>"
              "</div>\n</div>\n");
}

static void put_sign(page *html, const char *drawing, const char *words) {
    say(html, "<li><svg class=\"ax\" aria-hidden=\"true\">");
    say(html, drawing);
    say(html, "</svg>");
    say(html, words);
    say(html, "</li>\n");
}

static void put_key(page *html) {
    say(html, "<details class=\"key\"><summary>How to read this</summary>\n"
              "<ul>\n");
    put_sign(html,
             "<circle class=\"d\" cx=\"9\" cy=\"12\" r=\"5\"/>"
             "<circle class=\"r\" cx=\"25\" cy=\"12\" r=\"5\"/>",
             "a day, or a time of that day; a ring when it is only about then");
    put_sign(html,
             "<rect class=\"b\" x=\"6\" y=\"2\" width=\"6\" height=\"20\"/>",
             "some time within: the date is no finer than the bar is long");
    put_sign(html,
             "<rect class=\"b l\" x=\"6\" y=\"2\" width=\"6\" "
             "height=\"20\"/>",
             "all of that time");
    put_sign(html,
             "<path class=\"o\" d=\"M3 8h12l-6 10z\"/>"
             "<path class=\"o\" d=\"M19 17h12l-6 -10z\"/>",
             "after, since; before, until");
    say(html, "</ul>\n<p>Time runs down. The space between two events grows "
              "with the time between them, and a silence of two weeks or more "
              "says how long it is. Under each event stand the words that "
              "date it and the rule that resolved them. Small numbers tie an "
              "event to its words. Choose a headline to see its words in the "
              "article, choose those to come back. In the list the arrow keys "
              "go from event to event.</p>\n</details>\n");
}

/* The year that an entry stands under. */
static int32_t year_of(const dtl_entry *entry) {
    const dateline_date *date = &entry->date;
    return date->begin.digits ? date->begin.year : date->end.year;
}

static void put_year(page *html, const dtl_entry *entry) {
    char year[16];
    const dtl_extent extent = dtl_axis_extent(&entry->date);
    say(html, "<section class=\"year\">");
    dtl_axis_gap(&html->axis, &extent, html->out);
    say(html, "<h3>");
    dtl_axis_pass(&html->axis, html->out);
    say(html, "<span>");
    if (extent.from || extent.to)
        dtl_html_text(html->out, dtl_display_year(year_of(entry), year));
    else say(html, "Other dates");
    say(html, "</span></h3>\n<ol>\n");
}

static int measure_axis(const page *html) {
    dtl_axis axis = {0};
    const uint32_t all = html->document->entries.count;
    for (uint32_t i = next_entry(html, 0, true); i < all;
         i = next_entry(html, i + 1, true)) {
        const dateline_date *date = &entry_at(html, i)->date;
        const dtl_extent extent = dtl_axis_extent(date);
        dtl_axis_follow(&axis, &extent, date);
    }
    return axis.wide;
}

static void put_dated(page *html) {
    const uint32_t all = html->document->entries.count;
    const dtl_entry *before = NULL;
    dtl_buffer_format(html->out, "<div class=\"axis w%d\">\n",
                      measure_axis(html));
    for (uint32_t i = next_entry(html, 0, true); i < all;
         i = next_entry(html, i + 1, true)) {
        const dtl_entry *entry = entry_at(html, i);
        const bool first = !before || year_of(entry) != year_of(before);
        if (before && first) say(html, "</ol></section>\n");
        if (first) put_year(html, entry);
        put_entry(html, entry, first);
        before = entry;
    }
    if (before) say(html, "</ol></section>\n");
    else say(html, "<p class=\"none\">The text gives no event a date.</p>\n");
    dtl_axis_tail(&html->axis, html->out);
    say(html, "<p class=\"none\" id=\"none\" hidden>No event is left: clear "
              "a filter.</p>\n</div>\n");
}

static void put_undated(page *html) {
    const uint32_t all = html->document->entries.count;
    say(html, "<section id=\"undated\" aria-labelledby=\"hu\">\n<h2 "
              "id=\"hu\">Without a date</h2>\n<p class=\"lead\">Nothing in "
              "the text dates these.</p>\n<ol>\n");
    for (uint32_t i = next_entry(html, 0, false); i < all;
         i = next_entry(html, i + 1, false))
        put_entry(html, entry_at(html, i), true);
    say(html, "</ol>\n</section>\n");
}

/* ---- actors ----------------------------------------------------------- */

static void put_cast_words(page *html, const dtl_cast *cast) {
    say(html, " <span class=\"is\">");
    if (!dtl_plain_is_empty(cast->title)) {
        dtl_html_text(html->out, cast->title);
        say(html, ", ");
    }
    const bool other = cast->type == DATELINE_ACTOR_OTHER;
    say(html, other ? "actor" : dtl_parts_actor_type(cast->type));
    for (uint32_t i = 0; i < cast->aliases.count; i++) {
        say(html, i ? ", “" : "; also “");
        dtl_html_text(html->out, cast->aliases.items[i]);
        say(html, "”");
    }
    say(html, "</span>");
}

static void put_part(page *html, const dtl_entry *entry) {
    say(html, "<a href=\"#");
    dtl_html_text(html->out, entry->id);
    say(html, "\" aria-label=\"event ");
    put_label(html->out, entry);
    say(html, "\">");
    put_label(html->out, entry);
    say(html, "</a>");
}

/* An actor with links to its entries; nothing when none is shown. */
static void put_cast(page *html, const dtl_cast *cast) {
    uint32_t at = 0;
    const dtl_entry *entry = next_part(html, cast, &at);
    if (!entry) return;
    say(html, "<li id=\"");
    dtl_html_text(html->out, cast->id);
    say(html, "\" tabindex=\"-1\"><b>");
    dtl_html_name(html->out, cast->name);
    say(html, "</b>");
    put_cast_words(html, cast);
    say(html, " <span class=\"in\">");
    put_part(html, entry);
    while ((entry = next_part(html, cast, &at)) != NULL) {
        say(html, ", ");
        put_part(html, entry);
    }
    say(html, "</span></li>\n");
}

static void put_actors(page *html) {
    if (!has_cast(html)) return;
    say(html, "<section id=\"actors\" aria-labelledby=\"ha\">\n<h2 "
              "id=\"ha\">Actors</h2>\n<p class=\"lead\">With the numbers of "
              "their events.</p>\n<ul>\n");
    for (uint32_t i = 0; i < html->document->actors.count; i++)
        put_cast(html, &html->document->actors.items[i]);
    say(html, "</ul>\n</section>\n");
}

/* ---- the whole -------------------------------------------------------- */

void dtl_render_html(const dtl_document *document,
                     const dateline_render_options *options, dtl_buffer *out,
                     dateline_counts *counts) {
    page html = {.document = document, .options = options, .out = out};
    dtl_parts_count(document, options, counts);
    const uint32_t dated = count_entries(&html, true);
    const uint32_t undated = count_entries(&html, false);
    put_top(&html, undated);
    say(&html, "<main>\n<section id=\"chronology\" class=\"pane\" "
               "aria-labelledby=\"hc\" tabindex=\"0\">\n<h2 id=\"hc\">"
               "Events</h2>\n");
    put_filters(&html, dated, undated);
    put_key(&html);
    put_dated(&html);
    if (undated) put_undated(&html);
    put_actors(&html);
    say(&html, "<footer><p>Read by dateline " DATELINE_VERSION
               ". No date is made up; read the quoted sentence before you "
               "act on a line.</p></footer>\n</section>\n");
    put_text(&html);
    say(&html, "</main>\n");
    dtl_html_script(out);
    say(&html, "</body>\n</html>\n");
}
