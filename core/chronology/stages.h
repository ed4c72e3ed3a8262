/* stages.h - the steps of the chronology, shared inside this room.
 *
 *     cast.c      one actor over all sources
 *     select.c    what a briefing officer would list
 *     headline.c  who did what, as an editor would write it
 *     merge.c     one entry for each event, told once or more often
 *     order.c     by date, then as the text implies */
#ifndef DTL_STAGES_H
#define DTL_STAGES_H

#include "core/chronology/page.h"
#include "core/model.h"

/* Weight from which an event is listed. */
#define DTL_LISTED 0.5f

/* Confidence from which a date that no expression gives is shown. */
#define DTL_TRUSTED 0.6f

/* Fills document.actors and every actor.merged. */
void dtl_cast_build(dtl_document *document);

/* Fills event.weight: 0 to 1, DTL_LISTED or more is worth a line. `page` is
 * the event's source. */
void dtl_select_weigh(const dtl_page *page, dtl_event *event);

/* Known on both sides, or on one by an expression: fit for a date column.
 * "before the article was written" is not. */
bool dtl_select_is_dated(const dtl_event *event);

/* When it was, from the verb that says so where that has the expression: "the
 * vote will be held on Friday". */
const dateline_date *dtl_select_date(const dtl_page *page,
                                     const dtl_event *event);

/* An expression of its own clause dates it. */
bool dtl_select_has_own_date(const dtl_event *event);

/* The event's headline, or NULL when no clause can be told. */
const char *dtl_headline_make(const dtl_page *page, const dtl_event *event,
                              dtl_arena *arena);

/* Fills document.entries from the events in the order of the text; `pages`
 * has one page a source. */
void dtl_merge_events(dtl_document *document, const dtl_page *pages);

/* The same begin and end. */
bool dtl_merge_same_interval(const dateline_date *a, const dateline_date *b);

/* Puts the entries in order, mends event.entry and fills actor.entries. */
void dtl_order_entries(dtl_document *document);

static inline dtl_source *dtl_source_of(const dtl_document *document,
                                        dtl_event_ref ref) {
    return document->sources.items[ref.source];
}

static inline dtl_event *dtl_event_of(const dtl_document *document,
                                      dtl_event_ref ref) {
    return &dtl_source_of(document, ref)->events.items[ref.event];
}

#endif
