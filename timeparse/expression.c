/* expression.c - a finder and a frame that only knows the reference date. */
#include "timeparse/expression.h"

#include <string.h>

#include "core/base/display.h"
#include "core/base/limits.h"
#include "timeparse/explain.h"
#include "timeparse/find.h"

typedef struct {
    dtl_arena *arena;
    const char *text;
    dtl_frame frame;
    bool joins; /* the last one is a range that wants its end */
    DTL_LIST(dateline_expression) list;
} task;

static const char *piece(const task *t, uint32_t start, uint32_t end) {
    return dtl_arena_string(t->arena, t->text + start, end - start);
}

/* The rows that had a part in a meaning, the outermost first. */
static void set_rows(const dtl_meaning *meaning, dtl_arena *arena,
                     dateline_expression *out) {
    const char **rows = dtl_arena_array(arena, DTL_TRAIL, sizeof *rows);
    if (!rows) return;
    while (out->row_count < DTL_TRAIL && meaning->trail[out->row_count]) {
        rows[out->row_count] = meaning->trail[out->row_count];
        out->row_count++;
    }
    out->rows = rows;
}

/* The end of the range that was found last. */
static void join(task *t, const dtl_found *found) {
    dateline_expression *first = &t->list.items[t->list.count - 1];
    dateline_date end;
    dtl_value value;
    dtl_resolve(found->meaning, &t->frame, "", t->arena, &end, &value);
    dtl_resolve_range(&first->date, &end, t->arena);
    first->end = found->end;
    first->date.text = piece(t, first->start, found->end);
    t->joins = false;
}

static void add(task *t, const dtl_found *found) {
    dateline_expression *out = DTL_PUSH(t->arena, &t->list);
    const char *text = piece(t, found->start, found->end);
    if (!out || !text) return;
    dtl_value value;
    *out = (dateline_expression){.start = found->start, .end = found->end};
    dtl_resolve(found->meaning, &t->frame, text, t->arena, &out->date, &value);
    dtl_resolve_relation(&out->date, t->arena, t->text, found->start);
    dtl_display_fill(&out->date, t->arena);
    set_rows(found->meaning, t->arena, out);
    dtl_explain(found->meaning, &t->frame, t->arena, out);
    t->joins = found->meaning->range;
    if (value.precision && !value.open_year) t->frame.there = value;
}

dtl_expressions dtl_expression_all(dtl_arena *arena, const char *text,
                                   size_t length,
                                   const dtl_expression_options *options) {
    const dtl_expressions none = {NULL, 0};
    if (length > DTL_MAX_INPUT) return none;
    dtl_finder *finder = dtl_finder_new(arena, NULL, text, (uint32_t)length,
                                        options->day_first);
    if (!finder) return none;
    task t = {.arena = arena, .text = text,
              .frame = {.now = options->reference, .zone = options->zone}};
    dtl_found found;
    while (dtl_finder_next(finder, &found) && !arena->failed) {
        if (found.meaning->odd) continue;
        if (t.joins)
            join(&t, &found);
        else
            add(&t, &found);
    }
    return (dtl_expressions){t.list.items, t.list.count};
}

const dateline_expression *dtl_expression_best(dtl_expressions all) {
    const dateline_expression *best = NULL;
    for (uint32_t i = 0; i < all.count; i++) {
        const dateline_expression *e = &all.items[i];
        if (!best || e->end - e->start > best->end - best->start) best = e;
    }
    return best;
}

const dateline_date *dtl_expression_resolve(dtl_arena *arena, const char *text,
                                            dateline_instant reference) {
    const dtl_expression_options options = {.reference = reference};
    const dateline_expression *best = dtl_expression_best(
        dtl_expression_all(arena, text, strlen(text), &options));
    return best && !arena->failed ? &best->date : NULL;
}
