/* place.h - "WASHINGTON, June 18 (Reuters) -" at the head of an article. */
#ifndef DTL_READ_PLACE_H
#define DTL_READ_PLACE_H

#include "core/model.h"
#include "core/read/moment.h"

typedef struct {
    dtl_span span;          /* with its dash */
    dtl_span place, agency; /* empty: none */
    bool has_date;
    dtl_moment date;
} dtl_place_line;

/* Takes a dateline. `first`: the paragraph opens the story, where less is
 * asked of it: elsewhere only one with an agency counts. */
bool dtl_place_take(dtl_cursor *cursor, bool day_first, bool first,
                    dtl_place_line *line);

/* Whether an agency's name is all there is, or all before a bracket closes. */
bool dtl_place_agency(dtl_cursor cursor);

/* The place as a reader writes it: "DAR ES SALAAM, Tanzania" is "Dar es
 * Salaam, Tanzania". NULL when memory ran out. */
const char *dtl_place_name(dtl_arena *arena, const char *bytes, size_t length);

#endif
