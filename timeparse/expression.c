/* expression.c - one expression and a reference date. */
#include "timeparse/expression.h"

#include <string.h>

#include "timeparse/find.h"
#include "timeparse/resolve.h"

const dateline_date *dtl_expression_resolve(dtl_arena *arena, const char *text,
                                            dateline_instant reference) {
    const size_t length = strlen(text);
    if (length > UINT32_MAX / 2) return NULL;
    dtl_finder *finder =
        dtl_finder_new(arena, NULL, text, (uint32_t)length, false);
    dateline_date *date = dtl_arena_alloc(arena, sizeof *date);
    if (!finder || !date) return NULL;
    dtl_found found, best = {0};
    dtl_meaning meaning, last = {0};
    uint32_t whole = 0; /* where the last of a range ends */
    bool behind = false; /* the expression just seen was the best */
    while (dtl_finder_next(finder, &found)) {
        if (found.meaning->odd) continue;
        if (behind && meaning.range && !last.shape) {
            last = *found.meaning;
            whole = found.end;
            behind = false;
            continue;
        }
        behind = false;
        if (best.meaning && found.end - found.start <= best.end - best.start)
            continue;
        best = found;
        meaning = *found.meaning;
        last = (dtl_meaning){0};
        behind = true;
    }
    if (!best.meaning) return NULL;
    const char *piece =
        dtl_arena_string(arena, text + best.start, best.end - best.start);
    const dtl_frame frame = {.now = reference};
    dtl_value value;
    dtl_resolve(&meaning, &frame, piece, arena, date, &value);
    if (last.shape) {
        dateline_date end;
        dtl_resolve(&last, &frame, piece, arena, &end, &value);
        dtl_resolve_range(date, &end, arena);
        date->text =
            dtl_arena_string(arena, text + best.start, whole - best.start);
    }
    return date;
}
