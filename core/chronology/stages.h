/* stages.h - the steps of the chronology, shared inside this room.
 *
 *     cast      one actor over all sources
 *     select    what a briefing officer would list
 *     merge     one entry for each event, told once or more often
 *     headline  who did what, as an editor would write it
 *     order     by date, then as the text implies */
#ifndef DTL_STAGES_H
#define DTL_STAGES_H

#include "core/model.h"

/* Fills document.actors and every actor.merged. */
void dtl_cast_build(dtl_document *document);

/* The event's headline: a clause, or the sentence when none can be made. */
const char *dtl_headline_make(dtl_document *document, dtl_event_ref main);

static inline dtl_source *dtl_source_of(const dtl_document *document,
                                        dtl_event_ref ref) {
    return document->sources.items[ref.source];
}

static inline dtl_event *dtl_event_of(const dtl_document *document,
                                      dtl_event_ref ref) {
    return &dtl_source_of(document, ref)->events.items[ref.event];
}

#endif
