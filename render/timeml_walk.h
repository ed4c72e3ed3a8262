/* timeml_walk.h - the marked pieces of a text, in order and apart.
 *
 * Times and events may lie upon each other; XML elements may not. A time
 * gives way to a longer one upon it, and an event to any time: what loses
 * is counted. */
#ifndef DTL_TIMEML_WALK_H
#define DTL_TIMEML_WALK_H

#include "core/model.h"

typedef enum {
    DTL_PIECE_END = 0,
    DTL_PIECE_TIME,  /* source.times[first], marked */
    DTL_PIECE_POINT, /* source.times[first], which found no room: an empty
                        element at `span`, so that links still find it */
    DTL_PIECE_EVENT  /* source.events[first, last): one word */
} dtl_piece_kind;

typedef struct {
    dtl_piece_kind kind;
    uint32_t first, last;
    dtl_span span;
} dtl_piece;

typedef struct {
    const dtl_source *source;
    uint32_t at;          /* the text is marked up to here */
    uint32_t time, event; /* the next ones to look at */
    uint32_t lost;        /* times and events that found no room */
} dtl_walk;

dtl_walk dtl_walk_start(const dtl_source *source);
dtl_piece dtl_walk_next(dtl_walk *walk);

#endif
