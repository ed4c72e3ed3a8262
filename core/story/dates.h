/* dates.h - what the parts of the dating stage share.
 *
 * An event is dated by the first of these that has something to say, each a
 * file of its own:
 *
 *     dates_attach.c   a time expression hangs on it in the parse
 *     dates_split.c    one verb with several times: several events
 *     dates_share.c    coordination, participles, "held talks", "at a meeting"
 *     dates_anchor.c   "after the talks": bounded by another event
 *     dates_same.c     the same event told elsewhere with a date
 *     dates_follow.c   the day a narrative stood at
 *     dates_report.c   the day on which the speaker last spoke
 *     dates_frame.c    the dateline, where tense and frame say so; else only
 *                      "before" or "after" it
 *
 * dates_trust.c says last how sure each date is.
 *
 * dates_make.c makes the dates themselves. What nothing dates keeps
 * has_date false. */
#ifndef DTL_DATES_H
#define DTL_DATES_H

#include "core/story/event_scene.h"

typedef struct {
    dtl_scene scene;
    int32_t *first_time; /* of an event: the first time that hangs on it */
    int32_t *next_time;  /* of a time: the next one of the same event */
} dtl_dating;

/* ---- the steps, in the order they run ----------------------------------- */

void dtl_dates_attach(dtl_dating *dating);
void dtl_dates_split(dtl_dating *dating);
void dtl_dates_take(dtl_dating *dating);
void dtl_dates_share(dtl_dating *dating);
void dtl_dates_anchor(dtl_dating *dating);
void dtl_dates_same(dtl_dating *dating);
void dtl_dates_follow(dtl_dating *dating);
void dtl_dates_report(dtl_dating *dating);
void dtl_dates_frame(dtl_dating *dating);
void dtl_dates_clause(dtl_dating *dating);
void dtl_dates_trust(dtl_dating *dating);

/* ---- questions ----------------------------------------------------------- */

static inline dtl_event *dtl_dating_event(const dtl_dating *dating,
                                          uint32_t event) {
    return &dating->scene.source->events.items[event];
}

static inline const dtl_word *dtl_dating_word(const dtl_dating *dating,
                                              int32_t word) {
    return &dating->scene.source->words.items[word];
}

/* The first of the words that a coordinated word is joined to. */
int32_t dtl_dating_first(const dtl_dating *dating, int32_t word);

/* The word of a time expression that hangs outside it; DTL_NONE. */
int32_t dtl_time_root(const dtl_source *source, const dtl_time *time);

/* The first sentence of the body, or DTL_NONE. */
int32_t dtl_dates_lead(const dtl_source *source);

/* Told in the lead as what happened: main clause or coordinated with it. */
bool dtl_event_leads(const dtl_dating *dating, const dtl_event *event,
                     int32_t lead);

/* Dates it by the dateline, as the news of the lead. */
void dtl_event_tell_lead(dtl_event *event, const dateline_date *now);

/* A simple past: "met", "was met"; not "has met", "had met". */
bool dtl_event_is_past(const dtl_event *event);

/* Has happened while `day` lies ahead, further than a day that the article
 * may be late. */
bool dtl_event_is_behind(const dtl_dating *dating, const dtl_event *event,
                         dateline_instant day);

/* Happens or happened once, as far as its class tells: not a state, not a
 * report. */
bool dtl_event_acts(const dtl_event *event);

/* The verb that tells the event: "cancel" of "cancellation"; else its
 * lemma. */
const char *dtl_event_stem(const dtl_source *source, const dtl_event *event);

/* Both ends known and no more than a day apart. */
bool dtl_date_is_day(const dateline_date *date);

/* ---- making dates ---------------------------------------------------------- */

/* What a preposition or conjunction makes of a time: "before" Friday. */
typedef struct {
    const char *lemma;
    dateline_relation relation;
    dateline_kind kind; /* of what lasts; a single day stays a day */
    const char *example;
} dtl_time_link;

const dtl_time_link *dtl_time_link_find(const char *lemma);

/* Order of two instants by the digits that are meant; OPEN is not allowed. */
int dtl_instant_order(dateline_instant a, dateline_instant b);

/* The date of a time expression as the event's own. */
dateline_date dtl_date_of_time(const dtl_time *time, float confidence);

/* Moves the date to before, after, since, until or by what it says. `now`
 * bounds what is past; digits OPEN: no bound. */
void dtl_date_link(dtl_arena *arena, dateline_date *date,
                   dateline_relation relation, dateline_instant now);

/* Of a month or year around the day `now`: what has been of it for the past,
 * what is left of it for the future. Other dates stay. */
void dtl_date_clip(dtl_arena *arena, dateline_date *date, bool past,
                   const dateline_date *now);

/* The date lasts until the end of `last`. */
void dtl_date_extend(dtl_arena *arena, dateline_date *date,
                     const dateline_date *last);

/* "4 and 5 July": nothing but a conjunction between two days in a row. */
bool dtl_time_goes_on(const dtl_dating *dating, int32_t time, int32_t next);

/* The day of the reference; false when it has none. */
bool dtl_date_reference(const dtl_source *source, dtl_arena *arena,
                        dateline_date *date);

/* The day after a day; digits OPEN past the last year. */
dateline_instant dtl_instant_next_day(dateline_instant day);

/* The event takes the date over, with the rule's name and less
 * confidence. */
void dtl_event_take(dtl_event *event, const dtl_event *from,
                    dateline_basis basis, const char *rule, float confidence);

#endif
