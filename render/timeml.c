/* timeml.c - the text with its annotation as TimeML 1.2.1.
 *
 *     They met on <TIMEX3 tid="t1" type="DATE" value="2024-03-08">Friday
 *     </TIMEX3> and <EVENT eid="e2" class="OCCURRENCE">signed</EVENT> it.
 *
 * The whole text of every source in order, byte for byte what a parser reads
 * back (render/xml_write.h says what XML cannot hold); new lines between
 * the elements behind it stand inside their tags. Ids are those of the JSON
 * form: t3 is its times[] "t3"; e7 and ei7 are its events[] "v7". t0 is the
 * reference date, an element without text in front (t0-2 for a second
 * source). Every event is annotated, listed in the chronology or not.
 *
 * Links: from an event to the time that dates it, and from an event to the
 * reference date, when its interval or its tense says on which side it lies.
 * Not given, because the model does not know them: SIGNAL, SLINK, ALINK,
 * temporalFunction and links between events.
 *
 * Source: TimeML 1.2.1 (Sauri et al. 2006) and its DTD. */
#include "render/formats.h"

#include <stdio.h>
#include <string.h>

#include "core/base/calendar.h"
#include "core/base/names.h"
#include "render/parts.h"
#include "render/xml_write.h"

/* ---- the marked pieces of a text, in order and apart -------------------
 *
 * Times and events may lie upon each other; XML elements may not. A time
 * gives way to a longer one upon it, and an event to any time: what loses
 * is counted. */

typedef enum {
    PIECE_END = 0,
    PIECE_TIME,  /* source.times[first], marked */
    PIECE_POINT, /* source.times[first], which found no room: an empty
                    element at `span`, so that links still find it */
    PIECE_EVENT  /* source.events[first, last): one word */
} piece_kind;

typedef struct {
    piece_kind kind;
    uint32_t first, last;
    dtl_span span;
} piece;

typedef struct {
    const dtl_source *source;
    uint32_t at;          /* the text is marked up to here */
    uint32_t time, event; /* the next ones to look at */
    uint32_t lost;        /* times and events that found no room */
} walk;

static walk start_walk(const dtl_source *source) {
    return (walk){.source = source};
}

static const dtl_time *time_at(const walk *w, uint32_t index) {
    if (index >= w->source->times.count) return NULL;
    return &w->source->times.items[index];
}

/* Whether a later time that begins inside this one is longer. */
static bool is_beaten(const walk *w, const dtl_time *time) {
    const dtl_time *next;
    for (uint32_t i = w->time + 1; (next = time_at(w, i)); i++) {
        if (next->span.start >= time->span.end) return false;
        if (dtl_length(next->span) > dtl_length(time->span)) return true;
    }
    return false;
}

static bool has_room(const walk *w, dtl_span span) {
    return span.start >= w->at && span.end > span.start &&
           span.end <= w->source->text.length;
}

/* The events that share the trigger of event `first`. */
static piece event_piece(const walk *w, uint32_t first) {
    const dtl_source *source = w->source;
    const int32_t word = source->events.items[first].trigger;
    uint32_t last = first;
    while (last < source->events.count &&
           source->events.items[last].trigger == word)
        last++;
    return (piece){PIECE_EVENT, first, last,
                       dtl_parts_word(source, word)};
}

static piece take_time(walk *w, const dtl_time *time) {
    piece p = {PIECE_TIME, w->time, w->time + 1, time->span};
    if (!has_room(w, time->span) || is_beaten(w, time)) {
        p.kind = PIECE_POINT;
        p.span = (dtl_span){w->at, w->at};
        w->lost++;
    }
    w->at = p.span.end;
    w->time++;
    return p;
}

static piece next_piece(walk *w) {
    const dtl_source *source = w->source;
    for (;;) {
        const dtl_time *time = time_at(w, w->time);
        const bool more = w->event < source->events.count;
        if (!time && !more) return (piece){.kind = PIECE_END};
        if (!more) return take_time(w, time);
        const int32_t word = source->events.items[w->event].trigger;
        const dtl_span span = dtl_parts_word(source, word);
        if (time && time->span.start <= span.start)
            return take_time(w, time);
        const piece p = event_piece(w, w->event);
        w->event = p.last;
        if (has_room(w, span) && !(time && time->span.start < span.end)) {
            w->at = span.end;
            return p;
        }
        w->lost += p.last - p.first;
    }
}

/* How far back a duration looks for the time it is anchored to. */
#define ANCHOR_REACH 32

#define ID_BYTES 24

typedef struct {
    dtl_buffer *out;
    dateline_counts *counts;
    const dtl_source *source;
    uint32_t number;        /* of the source, from 0 */
    uint32_t times, events; /* of the sources before */
    uint32_t links;         /* so far */
} writer;

static void put_id(const writer *w, const char *name, const char *prefix,
                   uint32_t number) {
    dtl_buffer_format(w->out, " %s=\"%s%u\"", name, prefix, number);
}

/* ---- times ------------------------------------------------------------ */

/* The id of the reference date. */
static const char *creation_id(const writer *w, char id[ID_BYTES]) {
    if (w->number) snprintf(id, ID_BYTES, "t0-%u", w->number + 1);
    else snprintf(id, ID_BYTES, "t0");
    return id;
}

static const char *time_id(const writer *w, uint32_t time, char id[ID_BYTES]) {
    snprintf(id, ID_BYTES, "t%u", w->times + time + 1);
    return id;
}

static void put_creation_time(const writer *w) {
    char id[ID_BYTES], value[DTL_INSTANT_BYTES];
    const dateline_instant *at = &w->source->reference;
    const bool clock = at->digits >= DATELINE_DIGITS_MINUTE;
    if (!at->digits) return;
    dtl_buffer_text(w->out, "<TIMEX3");
    dtl_xml_attribute(w->out, "tid", creation_id(w, id));
    dtl_xml_attribute(w->out, "type", clock ? "TIME" : "DATE");
    dtl_xml_attribute(w->out, "value", dtl_parts_instant(at, value));
    dtl_xml_attribute(w->out, "functionInDocument", "CREATION_TIME");
    dtl_buffer_text(w->out, "/>");
}

static bool is_value(const char *value, const char *wanted) {
    return value && strcmp(value, wanted) == 0;
}

/* The id of the time with this value: the reference date or one just before;
 * NULL when there is none. */
static const char *anchor_id(const writer *w, uint32_t time,
                             const char *anchor, char id[ID_BYTES]) {
    char value[DTL_INSTANT_BYTES];
    if (!anchor) return NULL;
    dateline_instant day = w->source->reference;
    if (day.digits > DATELINE_DIGITS_DAY) day.digits = DATELINE_DIGITS_DAY;
    if (is_value(dtl_parts_instant(&day, value), anchor))
        return creation_id(w, id);
    for (uint32_t i = time; i > 0 && time - i < ANCHOR_REACH; i--)
        if (is_value(w->source->times.items[i - 1].date.timex3.value, anchor))
            return time_id(w, i - 1, id);
    return NULL;
}

/* Which end of a duration lies on the day that it is anchored to. */
static const char *anchored_end(const dateline_date *date) {
    int year, month, day;
    if (date->timex3.type != DATELINE_TIMEX_DURATION ||
        !date->begin.digits || !date->end.digits ||
        sscanf(date->timex3.anchor, "%5d-%2d-%2d", &year, &month, &day) != 3)
        return NULL;
    const dtl_day at = {year, month, day};
    if (!dtl_calendar_is_valid(at)) return NULL;
    const int64_t anchor = dtl_calendar_number(at);
    if (dtl_parts_day(&date->begin) == anchor) return "beginPoint";
    const int64_t end = dtl_parts_day(&date->end);
    return end == anchor || end == anchor + 1 ? "endPoint" : NULL;
}

static void put_time(const writer *w, const piece *p) {
    char id[ID_BYTES];
    const dateline_date *date = &w->source->times.items[p->first].date;
    const dateline_timex3 *timex = &date->timex3;
    dtl_buffer_text(w->out, "<TIMEX3");
    dtl_xml_attribute(w->out, "tid", time_id(w, p->first, id));
    dtl_xml_attribute(w->out, "type", dtl_parts_timex_type(timex->type));
    dtl_xml_attribute(w->out, "value", timex->value ? timex->value : "");
    dtl_xml_attribute(w->out, "mod", timex->mod);
    dtl_xml_attribute(w->out, "quant", timex->quant);
    dtl_xml_attribute(w->out, "freq", timex->freq);
    const char *anchor = anchor_id(w, p->first, timex->anchor, id);
    const char *end = anchor ? anchored_end(date) : NULL;
    dtl_xml_attribute(w->out, "anchorTimeID", anchor);
    if (end) dtl_xml_attribute(w->out, end, anchor);
    dtl_buffer_text(w->out, p->kind == PIECE_POINT ? "/>" : ">");
}

/* ---- the text --------------------------------------------------------- */

static void put_text(writer *w, uint32_t start, uint32_t end) {
    const dtl_span span = {start, end};
    w->counts->replaced += dtl_xml_text(w->out, dtl_bytes(w->source, span),
                                        dtl_length(span));
}

static void put_event(const writer *w, const piece *p) {
    const dtl_event *event = &w->source->events.items[p->first];
    dtl_buffer_text(w->out, "<EVENT");
    put_id(w, "eid", "e", w->events + p->first + 1);
    dtl_xml_attribute(w->out, "class", dtl_name_class(event->class_));
    dtl_buffer_char(w->out, '>');
}

static void put_marked_text(writer *w) {
    uint32_t at = 0;
    walk way = start_walk(w->source);
    for (;;) {
        const piece p = next_piece(&way);
        if (p.kind == PIECE_END) break;
        put_text(w, at, p.span.start);
        if (p.kind == PIECE_EVENT) put_event(w, &p);
        else put_time(w, &p);
        put_text(w, p.span.start, p.span.end);
        if (p.kind == PIECE_EVENT) dtl_buffer_text(w->out, "</EVENT>");
        if (p.kind == PIECE_TIME) dtl_buffer_text(w->out, "</TIMEX3>");
        at = p.span.end;
    }
    put_text(w, at, w->source->text.length);
    w->counts->overlapping += way.lost;
}

/* ---- instances and links ---------------------------------------------- */

static const char *pos_of(const dtl_source *source, int32_t word) {
    if (word < 0 || (uint32_t)word >= source->words.count) return "OTHER";
    switch ((dtl_pos)source->words.items[word].pos) {
    case DTL_POS_VERB:
    case DTL_POS_AUX: return "VERB";
    case DTL_POS_NOUN:
    case DTL_POS_PROPN: return "NOUN";
    case DTL_POS_ADJ: return "ADJECTIVE";
    case DTL_POS_ADP: return "PREPOSITION";
    default: return "OTHER";
    }
}

static void put_instance(writer *w, uint32_t first, uint32_t index) {
    const dtl_event *event = &w->source->events.items[index];
    dtl_buffer_text(w->out, "<MAKEINSTANCE");
    put_id(w, "eiid", "ei", w->events + index + 1);
    put_id(w, "eventID", "e", w->events + first + 1);
    dtl_xml_attribute(w->out, "pos", pos_of(w->source, event->trigger));
    dtl_xml_attribute(w->out, "tense", dtl_parts_tense(event->tense));
    dtl_xml_attribute(w->out, "aspect", dtl_parts_aspect(event->aspect));
    dtl_xml_attribute(w->out, "polarity", event->negative ? "NEG" : "POS");
    dtl_xml_attribute(w->out, "modality", event->modality);
    dtl_buffer_text(w->out, "\n/>");
}

/* How an event lies to the time that is said of it. */
static const char *relation_to_time(const dateline_date *date) {
    switch (date->relation) {
    case DATELINE_RELATION_BEFORE:
    case DATELINE_RELATION_BY: return "BEFORE";
    case DATELINE_RELATION_AFTER: return "AFTER";
    case DATELINE_RELATION_SINCE: return "BEGUN_BY";
    case DATELINE_RELATION_UNTIL: return "ENDED_BY";
    case DATELINE_RELATION_FROM_TO:
        return date->kind == DATELINE_KIND_SPAN ? "DURING" : "IS_INCLUDED";
    default: return "IS_INCLUDED";
    }
}

/* How its interval lies to the reference day; NULL when that is open. */
static const char *relation_by_date(const dateline_date *date,
                                    const dateline_instant *reference) {
    const int64_t day = dtl_parts_day(reference);
    const bool from = date->begin.digits, to = date->end.digits;
    const int64_t begin = from ? dtl_parts_day(&date->begin) : 0;
    const int64_t end = to ? dtl_parts_day(&date->end) : 0;
    const bool clock = date->end.hour || date->end.minute || date->end.second;
    if (to && end + clock <= day) return "BEFORE";
    if (from && begin > day) return "AFTER";
    if (!from || !to) return NULL;
    if (begin == day && end + clock == day + 1) return "IS_INCLUDED";
    return date->kind == DATELINE_KIND_SPAN ? "INCLUDES" : NULL;
}

static const char *relation_by_tense(const dtl_event *event) {
    if (event->tense == DATELINE_TENSE_FUTURE) return "AFTER";
    if (event->tense == DATELINE_TENSE_PAST &&
        event->status == DATELINE_STATUS_OCCURRED)
        return "BEFORE";
    return event->status == DATELINE_STATUS_ONGOING ? "INCLUDES" : NULL;
}

static void put_link(writer *w, uint32_t event, const char *time,
                     const char *relation) {
    if (!relation) return;
    dtl_buffer_text(w->out, "<TLINK");
    put_id(w, "lid", "l", ++w->links);
    put_id(w, "eventInstanceID", "ei", w->events + event + 1);
    dtl_xml_attribute(w->out, "relatedToTime", time);
    dtl_xml_attribute(w->out, "relType", relation);
    dtl_buffer_text(w->out, "\n/>");
}

static void put_links(writer *w, uint32_t first, uint32_t index) {
    char id[ID_BYTES];
    (void)first;
    const dtl_event *event = &w->source->events.items[index];
    const bool timed = event->has_date && event->time >= 0 &&
                       (uint32_t)event->time < w->source->times.count;
    if (timed)
        put_link(w, index, time_id(w, (uint32_t)event->time, id),
                 relation_to_time(&event->date));
    if (!w->source->reference.digits) return;
    /* "is waiting": on the day of the article, and around it. */
    const bool standing = event->status == DATELINE_STATUS_ONGOING &&
                          event->date.basis == DATELINE_BASIS_DATELINE;
    const char *relation =
        event->has_date && !standing
            ? relation_by_date(&event->date, &w->source->reference)
            : relation_by_tense(event);
    put_link(w, index, creation_id(w, id), relation);
}

/* Only of events that are marked in the text. */
static void each_event(writer *w, void (*put)(writer *, uint32_t first,
                                              uint32_t index)) {
    walk way = start_walk(w->source);
    for (;;) {
        const piece p = next_piece(&way);
        if (p.kind == PIECE_END) return;
        if (p.kind != PIECE_EVENT) continue;
        for (uint32_t i = p.first; i < p.last; i++)
            put(w, p.first, i);
    }
}

/* ---- the whole -------------------------------------------------------- */

typedef void (*source_step)(writer *w);

static void put_source(writer *w) {
    put_creation_time(w);
    put_marked_text(w);
}

static void put_instances(writer *w) { each_event(w, put_instance); }
static void put_all_links(writer *w) { each_event(w, put_links); }

static void each_source(writer *w, const dtl_document *document,
                        source_step step) {
    w->times = w->events = 0;
    for (uint32_t i = 0; i < document->sources.count; i++) {
        w->source = document->sources.items[i];
        w->number = i;
        step(w);
        w->times += w->source->times.count;
        w->events += w->source->events.count;
    }
}

void dtl_render_timeml(const dtl_document *document,
                       const dateline_render_options *options, dtl_buffer *out,
                       dateline_counts *counts) {
    (void)options;
    writer w = {.out = out, .counts = counts};
    counts->written = document->entries.count;
    dtl_buffer_text(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                         "<TimeML>");
    each_source(&w, document, put_source);
    each_source(&w, document, put_instances);
    each_source(&w, document, put_all_links);
    dtl_buffer_text(out, "</TimeML>\n");
}
