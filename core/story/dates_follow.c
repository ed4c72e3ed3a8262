/* dates_follow.c - the day a narrative stood at.
 *
 * "On 3 March the army crossed the river. It burned two bridges.": a simple
 * past without a time, in the main clause, goes on where the last dated
 * simple past of its paragraph stood. Reports do not move the story. */
#include "core/story/dates.h"

/* Sentences over which a day is carried on with some trust; further away the
 * story may have moved without saying so. */
#define REACH 2

typedef struct {
    const dtl_event *event; /* the last dated one; NULL: nowhere */
    int32_t sentence, block;
} dtl_stand;

/* In the main clause of its sentence or coordinated with it. */
static bool is_main(const dtl_dating *d, int32_t word) {
    return dtl_dating_word(d, dtl_dating_first(d, word))->dep == DTL_DEP_ROOT;
}

/* Goes on with the story: happened, in nobody's quoted words. */
static bool goes_on(const dtl_dating *d, const dtl_event *event) {
    return dtl_event_is_past(event) && dtl_event_acts(event) &&
           !event->negative && !dtl_dating_word(d, event->trigger)->quoted;
}

/* Moves the story: an action on a day that is not ahead. */
static bool moves(const dtl_event *event, const dateline_date *now) {
    if (!event->has_date || !dtl_event_acts(event)) return false;
    if (!dtl_date_is_day(&event->date) || event->negative) return false;
    return !now->begin.digits ||
           dtl_instant_order(event->date.begin, now->end) < 0;
}

/* Moves it in the main clause: what follows is told of the same day. */
static bool leads_on(const dtl_dating *d, const dtl_event *event) {
    return dtl_event_is_past(event) && event->reporter == DTL_NONE &&
           is_main(d, event->trigger);
}

static bool is_near(const dtl_dating *d, const dtl_stand *stand,
                    const dtl_event *event, int32_t sentence) {
    const dtl_word *word =
        dtl_dating_word(d, dtl_dating_first(d, event->trigger));
    return sentence - stand->sentence <= REACH &&
           leads_on(d, stand->event) &&
           (word->dep == DTL_DEP_ROOT ||
            (word->dep == DTL_DEP_CCOMP && event->reporter >= 0)) &&
           d->scene.source->sentences.items[sentence].block == stand->block;
}

static dtl_stand stand_at(const dtl_dating *d, const dtl_event *event) {
    const dtl_source *source = d->scene.source;
    const int32_t sentence = dtl_dating_word(d, event->trigger)->sentence;
    return (dtl_stand){event, sentence,
                       source->sentences.items[sentence].block};
}

/* Where the story stands first: what is told before that is told of it. */
static dtl_stand first_stand(const dtl_dating *d, const dateline_date *now) {
    const dtl_source *source = d->scene.source;
    for (uint32_t i = 0; i < source->events.count; i++)
        if (moves(&source->events.items[i], now))
            return stand_at(d, &source->events.items[i]);
    return (dtl_stand){0};
}

static void follow(dtl_dating *d, dtl_event *event, const dtl_stand *stand) {
    const int32_t sentence = dtl_dating_word(d, event->trigger)->sentence;
    const bool near = is_near(d, stand, event, sentence);
    dtl_event_take(event, stand->event, DATELINE_BASIS_NARRATIVE,
                   near ? "narrative" : "narrative.far", near ? 0.7f : 0.4f);
}

void dtl_dates_follow(dtl_dating *dating) {
    const dtl_source *source = dating->scene.source;
    dateline_date now;
    dtl_date_reference(source, dating->scene.arena, &now);
    dtl_stand stand = first_stand(dating, &now);
    for (uint32_t i = 0; i < source->events.count && stand.event; i++) {
        dtl_event *event = &source->events.items[i];
        if (moves(event, &now)) stand = stand_at(dating, event);
        else if (!event->has_date && goes_on(dating, event))
            follow(dating, event, &stand);
    }
}
