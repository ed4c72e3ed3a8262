/* dates_frame.c - what tense and frame say when nothing else does.
 *
 * A report happens when the article is written; so does what its first
 * sentence tells in the simple past, and what is told in the present holds
 * then. Any other past lies before the reference and any future after it: an
 * interval open on one side. A chronology shows neither that nor what only
 * holds as a date. States of the past get nothing. */
#include "core/story/dates.h"

int32_t dtl_dates_lead(const dtl_source *source) {
    for (uint32_t i = 0; i < source->sentences.count; i++) {
        const int32_t block = source->sentences.items[i].block;
        if (source->blocks.items[block].kind == DTL_BLOCK_BODY)
            return (int32_t)i;
    }
    return DTL_NONE;
}

static bool is_perfect(const dtl_event *event) {
    return event->aspect == DATELINE_ASPECT_PERFECTIVE ||
           event->aspect == DATELINE_ASPECT_PERFECTIVE_PROGRESSIVE;
}

/* A report, or what somebody thinks, feels or sees as the article is
 * written. */
static bool reports_now(const dtl_event *event) {
    if (is_perfect(event) || event->tense == DATELINE_TENSE_FUTURE)
        return false;
    switch (event->class_) {
    case DATELINE_CLASS_REPORTING:
        return event->status != DATELINE_STATUS_PLANNED &&
               event->status != DATELINE_STATUS_POSSIBLE;
    case DATELINE_CLASS_I_STATE:
    case DATELINE_CLASS_PERCEPTION:
        return event->tense == DATELINE_TENSE_PRESENT ||
               event->tense == DATELINE_TENSE_PAST;
    default: return false;
    }
}

/* "Miners marched each July": not on one day. */
static bool comes_again(const dtl_dating *d, const dtl_event *event) {
    const dtl_source *source = d->scene.source;
    DTL_EACH_CHILD(&d->scene, c, event->trigger) {
        const int32_t time = dtl_dating_word(d, c)->time;
        if (time != DTL_NONE && source->times.items[time].date.timex3.type ==
                                    DATELINE_TIMEX_SET)
            return true;
    }
    return false;
}

bool dtl_event_leads(const dtl_dating *d, const dtl_event *event,
                     int32_t lead) {
    if (dtl_dating_word(d, event->trigger)->sentence != lead ||
        comes_again(d, event))
        return false;
    const bool told = dtl_event_is_past(event) ||
                      (event->tense == DATELINE_TENSE_PRESENT &&
                       event->aspect == DATELINE_ASPECT_PERFECTIVE);
    if (!told || !dtl_event_acts(event)) return false;
    const int32_t first = dtl_dating_first(d, event->trigger);
    const dtl_word *word = dtl_dating_word(d, first);
    /* "In a ceremony, Orlen showed plans": finite, whatever the parse made of
     * it. */
    if (word->tag == DTL_TAG_VBD && word->dep == DTL_DEP_AMOD) return true;
    return word->dep == DTL_DEP_ROOT || word->dep == DTL_DEP_CCOMP;
}

static void put(dtl_event *event, const dateline_date *date,
                dateline_basis basis, const char *rule, float confidence) {
    event->date = *date;
    event->date.basis = basis;
    event->date.rule = rule;
    event->date.confidence = confidence;
    event->has_date = true;
}

void dtl_event_tell_lead(dtl_event *event, const dateline_date *now) {
    put(event, now, DATELINE_BASIS_DATELINE, "dateline.lead", 0.55f);
}

static bool is_past(const dtl_event *event) {
    return event->tense == DATELINE_TENSE_PAST || is_perfect(event) ||
           event->tense == DATELINE_TENSE_PASTPART;
}

static bool is_ahead(const dtl_event *event) {
    return event->tense == DATELINE_TENSE_FUTURE ||
           event->status == DATELINE_STATUS_PLANNED ||
           (event->status == DATELINE_STATUS_POSSIBLE &&
            event->tense != DATELINE_TENSE_PAST);
}

static bool is_state(const dtl_event *event) {
    return event->class_ == DATELINE_CLASS_STATE ||
           event->class_ == DATELINE_CLASS_I_STATE ||
           event->class_ == DATELINE_CLASS_PERCEPTION;
}

/* "is negotiating the sale", "owns two mills", "no longer runs": holds, or
 * does not, as the article is written. */
static bool holds_now(const dtl_event *event) {
    return event->tense == DATELINE_TENSE_PRESENT && !is_perfect(event) &&
           (event->status == DATELINE_STATUS_ONGOING ||
            event->status == DATELINE_STATUS_NEGATED);
}

/* "The bank has announced a loss": the lead tells it as the news. */
static bool announces(const dtl_dating *d, const dtl_event *event,
                      int32_t lead) {
    return event->class_ == DATELINE_CLASS_REPORTING &&
           event->tense == DATELINE_TENSE_PRESENT && is_perfect(event) &&
           dtl_dating_word(d, event->trigger)->sentence == lead;
}

static void frame(dtl_dating *d, dtl_event *event, const dateline_date *now,
                  int32_t lead) {
    if (reports_now(event))
        put(event, now, DATELINE_BASIS_DATELINE, "dateline.report", 0.6f);
    else if (dtl_event_leads(d, event, lead) || announces(d, event, lead))
        dtl_event_tell_lead(event, now);
    else if (holds_now(event))
        put(event, now, DATELINE_BASIS_DATELINE, "dateline.now", 0.5f);
    else if (is_state(event) && !is_ahead(event)) return;
    else if (is_ahead(event) || is_past(event)) {
        const bool ahead = is_ahead(event);
        put(event, now, DATELINE_BASIS_INFERRED,
            ahead ? "tense.future" : "tense.past", 0.4f);
        dtl_date_link(d->scene.arena, &event->date,
                      ahead ? DATELINE_RELATION_AFTER
                            : DATELINE_RELATION_BEFORE,
                      (dateline_instant){0});
    }
}

/* The event in whose clause a noun, participle or infinitive stands. */
static const dtl_event *clause_of(const dtl_dating *d,
                                  const dtl_event *event) {
    int32_t word = dtl_dating_word(d, event->trigger)->head;
    for (int depth = 0; depth < 6 && word != DTL_NONE; depth++) {
        const dtl_event *above = dtl_scene_event(&d->scene, word);
        if (above && above->has_date) return above;
        if (above) return NULL;
        word = dtl_dating_word(d, word)->head;
    }
    return NULL;
}

/* Without tense of its own an event is taken to happen with its clause: an
 * action with an action, "..., saying that" with whatever it goes on from. */
static void frame_by_clause(dtl_dating *d, dtl_event *event) {
    if (event->tense == DATELINE_TENSE_PAST ||
        event->tense == DATELINE_TENSE_PRESENT ||
        event->tense == DATELINE_TENSE_FUTURE)
        return;
    const bool according =
        dtl_dating_word(d, event->trigger)->dep == DTL_DEP_CASE;
    const bool saying = event->class_ == DATELINE_CLASS_REPORTING &&
                        event->tense == DATELINE_TENSE_PRESPART && !according;
    if (!saying && !dtl_event_acts(event)) return;
    const dtl_event *above = clause_of(d, event);
    if (above && (saying || dtl_event_acts(above)))
        dtl_event_take(event, above, DATELINE_BASIS_INFERRED, "clause", 0.4f);
}

void dtl_dates_clause(dtl_dating *dating) {
    const dtl_source *source = dating->scene.source;
    for (uint32_t i = 0; i < source->events.count; i++) {
        dtl_event *event = &source->events.items[i];
        if (!event->has_date) frame_by_clause(dating, event);
    }
}

/* What lies ahead has not happened. */
static void foresee(dtl_event *event, const dateline_date *now) {
    if (event->has_date && event->date.begin.digits && !is_past(event) &&
        dtl_instant_order(event->date.begin, now->end) >= 0 &&
        (event->status == DATELINE_STATUS_OCCURRED ||
         event->status == DATELINE_STATUS_ONGOING))
        event->status = DATELINE_STATUS_PLANNED;
}

void dtl_dates_frame(dtl_dating *dating) {
    const dtl_source *source = dating->scene.source;
    dateline_date now;
    if (!dtl_date_reference(source, dating->scene.arena, &now)) return;
    for (uint32_t i = 0; i < source->events.count; i++)
        foresee(&source->events.items[i], &now);
    const int32_t lead = dtl_dates_lead(source);
    for (uint32_t i = 0; i < source->events.count; i++) {
        dtl_event *event = &source->events.items[i];
        if (!event->has_date) frame(dating, event, &now, lead);
    }
}
