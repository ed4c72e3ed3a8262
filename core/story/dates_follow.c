/* dates_follow.c - the day a narrative stood at.
 *
 * "On 3 March the army crossed the river. It burned two bridges.": a simple
 * past without a time, in the main clause, goes on where the last dated
 * simple past of its paragraph stood. Reports do not move the story. */
#include <string.h>

#include "core/story/dates.h"

/* Sentences over which a day is carried on with some trust; further away the
 * story may have moved without saying so. */
#define REACH 2

/* The last sentence of the top that tells the news, titles included. */
#define TOP 3

typedef struct {
    const dtl_event *event; /* the last dated one; NULL: nowhere */
    int32_t sentence, block;
    int32_t lead; /* the first sentence of the body */
    const dtl_event *main; /* of the day that the article is about, or NULL */
} dtl_stand;

/* In the main clause of its sentence or coordinated with it: also "while the
 * other has signed". */
static bool is_main(const dtl_dating *d, int32_t word) {
    const int32_t first = dtl_dating_first(d, word);
    const dtl_word *w = dtl_dating_word(d, first);
    const char *mark = dtl_scene_mark(&d->scene, first);
    if (w->dep == DTL_DEP_ADVCL && mark && strcmp(mark, "while") == 0)
        return dtl_dating_word(d, w->head)->dep == DTL_DEP_ROOT;
    return w->dep == DTL_DEP_ROOT;
}

/* "Navy foils attack": a title tells the past in the present. */
static bool is_title(const dtl_dating *d, const dtl_event *event) {
    const dtl_source *source = d->scene.source;
    const int32_t number = dtl_dating_word(d, event->trigger)->sentence;
    const dtl_sentence *sentence = &source->sentences.items[number];
    if (event->tense != DATELINE_TENSE_PRESENT ||
        event->aspect != DATELINE_ASPECT_NONE)
        return false;
    if (source->blocks.items[sentence->block].kind == DTL_BLOCK_TITLE)
        return true;
    return number < 3 && sentence->span.end > sentence->span.start &&
           !strchr(".?!\"", source->text.bytes[sentence->span.end - 1]);
}

/* "Ada Lind has died" before anything is dated: the news itself, in the
 * perfect. Later on the perfect says only that it has happened. */
static bool is_news(const dtl_dating *d, const dtl_stand *stand,
                    const dtl_event *event) {
    const bool undated = stand->event->date.basis == DATELINE_BASIS_DATELINE;
    return event->tense == DATELINE_TENSE_PRESENT &&
           event->aspect == DATELINE_ASPECT_PERFECTIVE &&
           event->reporter == DTL_NONE && is_main(d, event->trigger) &&
           dtl_dating_word(d, event->trigger)->sentence <=
               (undated ? TOP : stand->sentence);
}

/* "had made commitments", "will sign the pact": the object of a verb that
 * does not go on with the story. */
static bool is_of_other_time(const dtl_dating *d, const dtl_event *event) {
    const dtl_word *word = dtl_dating_word(d, event->trigger);
    if (word->dep != DTL_DEP_OBJ || word->head == DTL_NONE) return false;
    const dtl_event *verb = dtl_scene_event(&d->scene, word->head);
    return verb && (verb->aspect == DATELINE_ASPECT_PERFECTIVE ||
                    verb->tense == DATELINE_TENSE_FUTURE);
}

/* "Two dead after attack", "the fire": no tense says when, the story does. */
static bool is_named(const dtl_dating *d, const dtl_event *event) {
    return !is_of_other_time(d, event) && event->tense == DATELINE_TENSE_NONE &&
           event->status == DATELINE_STATUS_OCCURRED &&
           !dtl_dating_word(d, event->trigger)->quoted;
}

/* Goes on with the story: happened, or did not when it could have ("never
 * recovered"). */
static bool goes_on(const dtl_dating *d, const dtl_stand *stand,
                    const dtl_event *event) {
    if (!dtl_event_acts(event)) return false;
    return dtl_event_is_past(event) || is_title(d, event) ||
           is_news(d, stand, event) || is_named(d, event);
}

/* Moves the story: an action on a day that is not ahead. */
static bool moves(const dtl_event *event, const dateline_date *now) {
    if (!event->has_date || !dtl_event_acts(event)) return false;
    if (!dtl_date_is_day(&event->date) || event->negative) return false;
    return !now->begin.digits ||
           dtl_instant_order(event->date.begin, now->end) < 0;
}

/* Moves it past its sentence: a noun, a participle or a perfect with a day
 * ("after Monday's talks") is told beside the story. */
static bool moves_on(const dtl_event *event, const dateline_date *now) {
    return moves(event, now) && dtl_event_is_past(event);
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
           leads_on(d, stand->event) && dtl_event_is_past(event) &&
           (word->dep == DTL_DEP_ROOT ||
            (word->dep == DTL_DEP_CCOMP && event->reporter >= 0)) &&
           d->scene.source->sentences.items[sentence].block == stand->block;
}

static dtl_stand stand_at(const dtl_dating *d, const dtl_event *event,
                          const dtl_stand *before) {
    const dtl_source *source = d->scene.source;
    const int32_t sentence = dtl_dating_word(d, event->trigger)->sentence;
    return (dtl_stand){event, sentence,
                       source->sentences.items[sentence].block, before->lead,
                       before->main};
}

/* Where the story stands first: what is told before that is told of it. */
static dtl_stand first_stand(const dtl_dating *d, const dateline_date *now,
                             const dtl_stand *nowhere) {
    const dtl_source *source = d->scene.source;
    for (uint32_t i = 0; i < source->events.count; i++)
        if (moves(&source->events.items[i], now))
            return stand_at(d, &source->events.items[i], nowhere);
    return *nowhere;
}

/* Nothing is dated: the story stands at what the lead tells, on the day of
 * the article. */
static dtl_stand lead_stand(dtl_dating *d, const dateline_date *now,
                            const dtl_stand *nowhere) {
    const uint32_t count = d->scene.source->events.count;
    for (uint32_t i = 0; i < count && now->begin.digits; i++) {
        dtl_event *event = dtl_dating_event(d, i);
        if (event->has_date || !dtl_event_leads(d, event, nowhere->lead))
            continue;
        dtl_event_tell_lead(event, now);
        return stand_at(d, event, nowhere);
    }
    return *nowhere;
}

/* A day long before the news is told beside it; the story does not stand
 * there. */
static bool is_beside(const dtl_stand *stand, int32_t sentence) {
    const int32_t far = sentence - stand->sentence;
    return far <= REACH && far >= -REACH;
}

/* The story stands at the news: at a day of the last week. */
static bool is_at_news(const dtl_stand *stand, const dateline_date *now) {
    if (!now->begin.digits) return false;
    dateline_instant day = stand->event->date.begin;
    for (int i = 0; i < 7 && dtl_instant_order(day, now->begin) < 0; i++)
        day = dtl_instant_next_day(day);
    return day.digits && dtl_instant_order(day, now->begin) >= 0;
}

static bool same_day(const dtl_event *a, const dtl_event *b) {
    return dtl_instant_order(a->date.begin, b->date.begin) == 0;
}

static bool counts(const dtl_event *event, const dateline_date *now) {
    return moves(event, now) &&
           event->date.basis == DATELINE_BASIS_EXPRESSION;
}

/* An event of the day on which two thirds of what the text dates happened;
 * NULL: the article tells of several days. The majority is found by pairing
 * off what differs (Boyer and Moore), then counted. */
static const dtl_event *main_day(const dtl_source *source,
                                 const dateline_date *now) {
    const dtl_event *best = NULL;
    uint32_t lead = 0, same = 0, all = 0;
    for (uint32_t i = 0; i < source->events.count; i++) {
        const dtl_event *event = &source->events.items[i];
        if (!counts(event, now)) continue;
        if (!lead) best = event;
        if (same_day(best, event)) lead++;
        else lead--;
    }
    for (uint32_t i = 0; best && i < source->events.count; i++) {
        const dtl_event *event = &source->events.items[i];
        if (!counts(event, now)) continue;
        all++;
        same += same_day(best, event);
    }
    return same * 3 >= all * 2 ? best : NULL;
}

static void follow(dtl_dating *d, dtl_event *event, const dtl_stand *stand,
                   const dateline_date *now) {
    const int32_t sentence = dtl_dating_word(d, event->trigger)->sentence;
    const bool leads = dtl_event_leads(d, event, stand->lead);
    const bool news = is_at_news(stand, now);
    if (leads && !(news && stand->sentence >= sentence)) return;
    if (now->begin.digits && !news && !is_beside(stand, sentence)) return;
    if (leads || is_near(d, stand, event, sentence))
        dtl_event_take(event, stand->event, DATELINE_BASIS_NARRATIVE,
                       "narrative", 0.7f);
    else if (stand->main && same_day(stand->main, stand->event))
        dtl_event_take(event, stand->main, DATELINE_BASIS_NARRATIVE,
                       "narrative.day", 0.4f);
    else
        dtl_event_take(event, stand->event, DATELINE_BASIS_NARRATIVE,
                       "narrative.far", 0.4f);
}

/* "seized in March 2023": what is told beside it is not of the news' day. */
static bool leads_away(const dtl_stand *stand, const dtl_event *event) {
    return event->has_date && event->date.end.digits &&
           event->date.basis == DATELINE_BASIS_EXPRESSION &&
           event->status == DATELINE_STATUS_OCCURRED &&
           event->date.precision >= DATELINE_PRECISION_MONTH &&
           dtl_instant_order(event->date.end, stand->event->date.begin) <= 0;
}

void dtl_dates_follow(dtl_dating *dating) {
    const dtl_source *source = dating->scene.source;
    dateline_date now;
    dtl_date_reference(source, dating->scene.arena, &now);
    dtl_stand stand = {.lead = dtl_dates_lead(source),
                       .main = main_day(source, &now)};
    stand = first_stand(dating, &now, &stand);
    if (!stand.event) stand = lead_stand(dating, &now, &stand);
    dtl_stand aside = stand;
    int32_t away = DTL_NONE; /* the last sentence of a month or year before */
    for (uint32_t i = 0; i < source->events.count && stand.event; i++) {
        dtl_event *event = &source->events.items[i];
        const int32_t here = dtl_dating_word(dating, event->trigger)->sentence;
        const dtl_stand *from = here == aside.sentence ? &aside : &stand;
        if (leads_away(&stand, event)) away = here;
        if (!moves(event, &now)) {
            if (!event->has_date && away != here &&
                goes_on(dating, from, event))
                follow(dating, event, from, &now);
            continue;
        }
        aside = stand_at(dating, event, &stand);
        if (moves_on(event, &now)) stand = aside;
    }
}
