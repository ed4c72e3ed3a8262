/* surroundings.h - what a source's words, parse and earlier times say about
 * an expression.
 *
 * The tense of the verb that governs it, the time the narrative stands at,
 * whether the text is news or narrative, and the business period compared.
 * Without words, tags or parse everything here still gives an answer. */
#ifndef DTL_SURROUNDINGS_H
#define DTL_SURROUNDINGS_H

#include "core/model.h"
#include "timeparse/resolve.h"

typedef struct {
    const dtl_source *source;
    dtl_value there;    /* the last date that moved the story */
    dtl_value said;     /* the last date, also told in passing */
    dtl_value business; /* the last quarter or fiscal year told about */
    bool yearly;        /* ... or a longer period after it */
    bool named;         /* the text names a quarter */
    dtl_value entry;    /* the last date that headed a line of a list */
    dtl_value letter;   /* when what "On ..., Ana wrote:" quotes was sent */
    int32_t year;       /* the last year that was written */
    bool narrative;
} dtl_surroundings;

/* Whether the tags allow a time that was found in the bytes. */
bool dtl_surroundings_keep(const dtl_source *source, const dtl_time *time);

/* Whether the text tells of past times by itself, as a history does. */
bool dtl_surroundings_tells(const dtl_source *source);

void dtl_surroundings_init(dtl_surroundings *around,
                           const dtl_source *source);

/* The frame of time number `index`. */
dtl_frame dtl_surroundings_frame(const dtl_surroundings *around,
                                 uint32_t index);

/* The meaning of time number `index`, or a copy that the frame makes clearer: "a year ago"
 * among quarters is the quarter of a year ago. NULL: no memory. */
const dtl_meaning *dtl_surroundings_meaning(const dtl_surroundings *around,
                                            const dtl_frame *frame,
                                            uint32_t index, dtl_arena *arena);

/* Moves on behind time number `index`, which resolved to `value`. */
void dtl_surroundings_move(dtl_surroundings *around, uint32_t index,
                           const dtl_value *value);

#endif
