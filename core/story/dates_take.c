/* dates_take.c - the event's own expression becomes its date.
 *
 * Of several the narrowest inside another wins ("in May ... on the 3rd");
 * of times apart the nearest to the verb. A preposition says how the event
 * lies to the time. */
#include "core/base/calendar.h"
#include "core/story/dates.h"

/* a lies inside b. */
static bool is_inside(const dateline_date *a, const dateline_date *b) {
    if (!a->begin.digits || !a->end.digits) return false;
    if (!b->begin.digits || !b->end.digits) return false;
    return dtl_instant_order(b->begin, a->begin) <= 0 &&
           dtl_instant_order(a->end, b->end) <= 0;
}

static int32_t distance(const dtl_time *time, int32_t word) {
    if (time->last < word) return word - time->last;
    return time->first > word ? time->first - word : 0;
}

/* "the quarter ended May 3": the time is what ended, not when. */
static bool is_subject(const dtl_dating *d, const dtl_time *time) {
    const int32_t root = dtl_time_root(d->scene.source, time);
    return dtl_dating_word(d, root)->dep == DTL_DEP_NSUBJ;
}

static bool is_better(const dtl_dating *d, const dtl_time *a,
                      const dtl_time *b, int32_t word) {
    const bool subject = is_subject(d, a);
    if (subject != is_subject(d, b)) return !subject;
    const bool in = is_inside(&a->date, &b->date);
    const bool around = is_inside(&b->date, &a->date);
    if (in != around) return in;
    return distance(a, word) < distance(b, word);
}

/* "from 9 to 11 June": the first time of a range has all of it. */
static int32_t whole_range(const dtl_source *source, int32_t time) {
    if (time < 1) return time;
    const dtl_time *last = &source->times.items[time], *first = last - 1;
    const bool ranges =
        first->date.kind == DATELINE_KIND_SPAN &&
        last->first - first->last <= 2 &&
        dtl_instant_order(first->date.end, last->date.end) == 0 &&
        is_inside(&last->date, &first->date);
    return ranges ? time - 1 : time;
}

static int32_t best_time(const dtl_dating *d, uint32_t event) {
    const dtl_source *source = d->scene.source;
    const int32_t word = source->events.items[event].trigger;
    int32_t best = d->first_time[event];
    for (int32_t t = best; t != DTL_NONE; t = d->next_time[t])
        if (t != best && is_better(d, &source->times.items[t],
                                   &source->times.items[best], word))
            best = t;
    return best == DTL_NONE ? best : whole_range(source, best);
}

/* The preposition or conjunction in front of a time: a child of its root,
 * or the word before it. */
static const dtl_time_link *find_link(const dtl_dating *d,
                                      const dtl_time *time) {
    const int32_t root = dtl_time_root(d->scene.source, time);
    if (time->first > 0) {
        const dtl_word *before = dtl_dating_word(d, time->first - 1);
        const dtl_word *first = dtl_dating_word(d, time->first);
        if (before->sentence == first->sentence) {
            const dtl_time_link *link = dtl_time_link_find(before->lemma);
            if (link) return link;
        }
    }
    const char *lemma = dtl_scene_case(&d->scene, root);
    return lemma ? dtl_time_link_find(lemma) : NULL;
}

/* "has been fighting": lasts; that a state did all year is not said. */
static bool is_under_way(const dtl_event *event) {
    return event->aspect == DATELINE_ASPECT_PERFECTIVE_PROGRESSIVE;
}

static void set_kind(dtl_event *event, const dtl_time_link *link) {
    dateline_date *date = &event->date;
    if (dtl_date_is_day(date)) date->kind = DATELINE_KIND_DAY;
    else if (link && link->kind != DATELINE_KIND_DAY) date->kind = link->kind;
    else if (date->relation == DATELINE_RELATION_FROM_TO || is_under_way(event))
        date->kind = DATELINE_KIND_SPAN;
    else date->kind = DATELINE_KIND_WITHIN;
}

static dateline_instant now_of(const dtl_dating *d, const dtl_event *event) {
    dateline_date now;
    const bool past = event->tense == DATELINE_TENSE_PAST ||
                      event->aspect == DATELINE_ASPECT_PERFECTIVE;
    if (!past || !dtl_date_reference(d->scene.source, d->scene.arena, &now))
        return (dateline_instant){0};
    return now.end;
}

/* A night counts to the day that it began on. */
static void end_at_midnight(dateline_date *date) {
    const dateline_instant next = dtl_instant_next_day(date->begin);
    if (date->begin.digits <= DATELINE_DIGITS_DAY || !next.digits) return;
    if (date->end.year != next.year || date->end.month != next.month ||
        date->end.day != next.day || date->end.hour > 12)
        return;
    date->end.hour = date->end.minute = date->end.second = 0;
}

/* "This month a warship passed": up to the day of the article. "Exports rose
 * this year" is told of the year. */
static void clip(dtl_dating *d, dtl_event *event) {
    dateline_date now;
    const bool ahead = event->tense == DATELINE_TENSE_FUTURE ||
                       event->status == DATELINE_STATUS_PLANNED ||
                       event->status == DATELINE_STATUS_POSSIBLE;
    const bool past = event->tense == DATELINE_TENSE_PAST ||
                      event->tense == DATELINE_TENSE_PASTPART ||
                      event->aspect == DATELINE_ASPECT_PERFECTIVE;
    if (event->date.relation != DATELINE_RELATION_ON || ahead == past ||
        (past && event->date.precision > DATELINE_PRECISION_MONTH) ||
        !dtl_date_reference(d->scene.source, d->scene.arena, &now))
        return;
    dtl_date_clip(d->scene.arena, &event->date, past, &now);
}

/* "on 4 and 5 July": one event that lasts two days. */
static void last_until_next(dtl_dating *d, dtl_event *event, int32_t time) {
    const dtl_source *source = d->scene.source;
    const int32_t next = time + 1;
    if (event->date.relation == DATELINE_RELATION_ON &&
        next < (int32_t)source->times.count &&
        dtl_time_goes_on(d, time, next))
        dtl_date_extend(d->scene.arena, &event->date,
                        &source->times.items[next].date);
}

static void take(dtl_dating *d, uint32_t number, int32_t number_of_time) {
    dtl_event *event = dtl_dating_event(d, number);
    const dtl_time *time = &d->scene.source->times.items[number_of_time];
    event->time = number_of_time;
    event->has_date = true;
    event->date = dtl_date_of_time(time, 0.95f);
    const dtl_time_link *link = find_link(d, time);
    dateline_relation relation = event->date.relation;
    if (link && relation == DATELINE_RELATION_ON) relation = link->relation;
    if (relation != DATELINE_RELATION_ON)
        dtl_date_link(d->scene.arena, &event->date, relation,
                      now_of(d, event));
    clip(d, event);
    end_at_midnight(&event->date);
    set_kind(event, link);
    last_until_next(d, event, number_of_time);
}

void dtl_dates_take(dtl_dating *dating) {
    const dtl_source *source = dating->scene.source;
    for (uint32_t i = 0; i < source->events.count; i++) {
        const int32_t time = best_time(dating, i);
        if (time != DTL_NONE) take(dating, i, time);
    }
}
