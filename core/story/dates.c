/* dates.c - the dating stage: runs its steps over one source.
 *
 * The question is that of Reimers, Dehghani and Gurevych, "Temporal
 * Anchoring of Events for the TimeBank Corpus" (2016): on which day, or
 * between which, did each event happen. dates.h lists the steps. */
#include "core/story/dates.h"

#include <string.h>

#include "core/story/story.h"

int32_t dtl_time_root(const dtl_source *source, const dtl_time *time) {
    if (time->first == DTL_NONE || time->last == DTL_NONE) return DTL_NONE;
    int32_t root = DTL_NONE;
    for (int32_t i = time->first; i <= time->last; i++) {
        const dtl_word *word = &source->words.items[i];
        if (word->head >= time->first && word->head <= time->last) continue;
        /* "June, 2005" in two pieces: the first that is no mere number. */
        if (root == DTL_NONE ||
            source->words.items[root].pos == DTL_POS_NUM ||
            source->words.items[root].pos == DTL_POS_DET ||
            source->words.items[root].pos == DTL_POS_ADJ)
            root = i;
    }
    return root;
}

int32_t dtl_dating_first(const dtl_dating *dating, int32_t word) {
    for (;;) {
        const dtl_word *w = dtl_dating_word(dating, word);
        if (w->dep != DTL_DEP_CONJ || w->head == DTL_NONE) return word;
        word = w->head;
    }
}

bool dtl_time_goes_on(const dtl_dating *dating, int32_t time, int32_t next) {
    const dtl_time *a = &dating->scene.source->times.items[time];
    const dtl_time *b = &dating->scene.source->times.items[next];
    return b->first == a->last + 2 &&
           dtl_dating_word(dating, a->last + 1)->pos == DTL_POS_CCONJ &&
           a->date.precision == DATELINE_PRECISION_DAY &&
           b->date.precision == DATELINE_PRECISION_DAY &&
           dtl_instant_order(a->date.end, b->date.begin) == 0;
}

bool dtl_event_is_past(const dtl_event *event) {
    return event->tense == DATELINE_TENSE_PAST &&
           (event->aspect == DATELINE_ASPECT_NONE ||
            event->aspect == DATELINE_ASPECT_PROGRESSIVE);
}

bool dtl_event_is_behind(const dtl_dating *dating, const dtl_event *event,
                         dateline_instant day) {
    const bool past = event->tense == DATELINE_TENSE_PAST ||
                      (event->tense == DATELINE_TENSE_PRESENT &&
                       event->aspect == DATELINE_ASPECT_PERFECTIVE);
    dateline_date now;
    return past && event->status == DATELINE_STATUS_OCCURRED && day.digits &&
           dtl_date_reference(dating->scene.source, dating->scene.arena,
                              &now) &&
           dtl_instant_order(day, now.end) > 0;
}

bool dtl_event_acts(const dtl_event *event) {
    return event->class_ == DATELINE_CLASS_OCCURRENCE ||
           event->class_ == DATELINE_CLASS_I_ACTION ||
           event->class_ == DATELINE_CLASS_ASPECTUAL;
}

static bool make_arrays(dtl_dating *dating) {
    const dtl_source *source = dating->scene.source;
    dtl_arena *arena = dating->scene.arena;
    const uint32_t events = source->events.count, times = source->times.count;
    dating->first_time = dtl_arena_array(arena, events, sizeof(int32_t));
    dating->next_time = dtl_arena_array(arena, times, sizeof(int32_t));
    if (arena->failed) return false;
    memset(dating->first_time, 0xff, events * sizeof(int32_t));
    memset(dating->next_time, 0xff, times * sizeof(int32_t));
    return true;
}

static bool start(dtl_dating *dating, dtl_source *source, dtl_arena *arena) {
    if (!dtl_scene_init(&dating->scene, source, arena)) return false;
    for (uint32_t i = source->events.count; i-- > 0;) {
        dtl_event *event = &source->events.items[i];
        event->time = event->anchor = DTL_NONE;
        event->has_date = false;
        dating->scene.event[event->trigger] = (int32_t)i;
    }
    return make_arrays(dating);
}

void dtl_story_dates(dtl_source *source, dtl_arena *arena) {
    dtl_dating dating;
    if (!source->events.count || !start(&dating, source, arena)) return;
    dtl_dates_attach(&dating);
    dtl_dates_split(&dating);
    if (arena->failed) return;
    dtl_dates_take(&dating);
    dtl_dates_share(&dating);
    dtl_dates_anchor(&dating);
    dtl_dates_same(&dating);
    dtl_dates_follow(&dating);
    dtl_dates_report(&dating);
    dtl_dates_clause(&dating);
    dtl_dates_frame(&dating);
    dtl_dates_share(&dating);
    dtl_dates_clause(&dating);
    dtl_dates_trust(&dating);
}
