/* dates_report.c - what somebody goes on to say.
 *
 * "Ada Lind said on Friday that ... She said the bridge ...": a report in the
 * simple past without a time is of the day on which its speaker last spoke,
 * where the text gives that. */
#include <string.h>

#include "core/story/dates.h"

static int32_t speaker_of(const dtl_event *event) {
    for (uint32_t i = 0; i < event->participants.count; i++)
        if (event->participants.items[i].role == DATELINE_ROLE_AGENT)
            return event->participants.items[i].actor;
    return DTL_NONE;
}

static bool is_told_of_day(const dtl_event *event) {
    return event->has_date && dtl_date_is_day(&event->date) &&
           event->date.basis == DATELINE_BASIS_EXPRESSION;
}

void dtl_dates_report(dtl_dating *dating) {
    const dtl_source *source = dating->scene.source;
    const uint32_t actors = source->actors.count;
    int32_t *last = dtl_arena_array(dating->scene.arena, actors, sizeof *last);
    if (!last) return;
    memset(last, 0xff, actors * sizeof *last);
    for (uint32_t i = 0; i < source->events.count; i++) {
        dtl_event *event = &source->events.items[i];
        const int32_t speaker = speaker_of(event);
        if (event->class_ != DATELINE_CLASS_REPORTING || speaker < 0 ||
            !dtl_event_is_past(event))
            continue;
        if (is_told_of_day(event)) last[speaker] = (int32_t)i;
        else if (!event->has_date && last[speaker] != DTL_NONE)
            dtl_event_take(event, &source->events.items[last[speaker]],
                           DATELINE_BASIS_NARRATIVE, "narrative.report",
                           0.6f);
    }
}
