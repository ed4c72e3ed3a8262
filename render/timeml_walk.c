/* timeml_walk.c - one way through times and events, linear in both. */
#include "render/timeml_walk.h"

#include "render/parts.h"

dtl_walk dtl_walk_start(const dtl_source *source) {
    return (dtl_walk){.source = source};
}

static const dtl_time *time_at(const dtl_walk *walk, uint32_t index) {
    if (index >= walk->source->times.count) return NULL;
    return &walk->source->times.items[index];
}

/* Whether a later time that begins inside this one is longer. */
static bool is_beaten(const dtl_walk *walk, const dtl_time *time) {
    const dtl_time *next;
    for (uint32_t i = walk->time + 1; (next = time_at(walk, i)); i++) {
        if (next->span.start >= time->span.end) return false;
        if (dtl_length(next->span) > dtl_length(time->span)) return true;
    }
    return false;
}

static bool has_room(const dtl_walk *walk, dtl_span span) {
    return span.start >= walk->at && span.end > span.start &&
           span.end <= walk->source->text.length;
}

/* The events that share the trigger of event `first`. */
static dtl_piece event_piece(const dtl_walk *walk, uint32_t first) {
    const dtl_source *source = walk->source;
    const int32_t word = source->events.items[first].trigger;
    uint32_t last = first;
    while (last < source->events.count &&
           source->events.items[last].trigger == word)
        last++;
    return (dtl_piece){DTL_PIECE_EVENT, first, last,
                       dtl_parts_word(source, word)};
}

static dtl_piece take_time(dtl_walk *walk, const dtl_time *time) {
    dtl_piece piece = {DTL_PIECE_TIME, walk->time, walk->time + 1, time->span};
    if (!has_room(walk, time->span) || is_beaten(walk, time)) {
        piece.kind = DTL_PIECE_POINT;
        piece.span = (dtl_span){walk->at, walk->at};
        walk->lost++;
    }
    walk->at = piece.span.end;
    walk->time++;
    return piece;
}

dtl_piece dtl_walk_next(dtl_walk *walk) {
    const dtl_source *source = walk->source;
    for (;;) {
        const dtl_time *time = time_at(walk, walk->time);
        const bool more = walk->event < source->events.count;
        if (!time && !more) return (dtl_piece){.kind = DTL_PIECE_END};
        if (!more) return take_time(walk, time);
        const int32_t word = source->events.items[walk->event].trigger;
        const dtl_span span = dtl_parts_word(source, word);
        if (time && time->span.start <= span.start)
            return take_time(walk, time);
        const dtl_piece piece = event_piece(walk, walk->event);
        walk->event = piece.last;
        if (has_room(walk, span) && !(time && time->span.start < span.end)) {
            walk->at = span.end;
            return piece;
        }
        walk->lost += piece.last - piece.first;
    }
}
