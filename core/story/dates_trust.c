/* dates_trust.c - how sure the date of an event is.
 *
 * While dates are made, confidence only ranks them. At the end it becomes
 * the share of dates of the same rule and basis that were right where people
 * have said when things happened: dates_confidence.def. A time that could be
 * read in several ways keeps its doubt; an interval that is open on one side
 * keeps the rank that it has. */
#include <string.h>

#include "core/story/dates.h"

/* Confidence of a time below which its reading is in doubt. */
#define DOUBTFUL 0.75f

typedef struct {
    const char *rule;
    dateline_basis basis;
    int right, counted;
} confidence_row;

static const confidence_row *find(const char *rule, dateline_basis basis) {
    static const confidence_row rows[] = {
#define CONFIDENCE(rule_, basis_, right_, counted_)                           \
    {rule_, DATELINE_BASIS_##basis_, right_, counted_},
#include "core/story/dates_confidence.def"
#undef CONFIDENCE
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (rows[i].basis == basis && strcmp(rows[i].rule, rule) == 0)
            return &rows[i];
    return NULL;
}

static float share_of(const dateline_date *date) {
    const confidence_row *row =
        date->rule ? find(date->rule, date->basis) : NULL;
    if (!row) row = find("", date->basis);
    return row ? (float)row->right / (float)row->counted : date->confidence;
}

void dtl_dates_trust(dtl_dating *dating) {
    const dtl_source *source = dating->scene.source;
    for (uint32_t i = 0; i < source->events.count; i++) {
        dtl_event *event = &source->events.items[i];
        dateline_date *date = &event->date;
        if (!event->has_date || !date->begin.digits || !date->end.digits)
            continue;
        const float reading =
            event->time == DTL_NONE
                ? 0
                : source->times.items[event->time].date.confidence;
        date->confidence = share_of(date);
        if (reading > 0 && reading < DOUBTFUL) date->confidence *= reading;
    }
}
