/* event_finite.c - what a clause with a finite verb says of itself: tense,
 * modal, negation, "if", "nearly", "?". */
#include <string.h>

#include "core/story/event_status.h"

static bool is_question(const dtl_scene *scene, int32_t word) {
    const dtl_source *source = scene->source;
    const int32_t index = dtl_scene_word(scene, word)->sentence;
    const dtl_sentence *s = &source->sentences.items[index];
    for (uint32_t i = s->count; i > 0 && i + 3 > s->count; i--) {
        const dtl_word *w = &source->words.items[s->first + i - 1];
        if (dtl_length(w->span) == 1 && *dtl_bytes(source, w->span) == '?')
            return true;
    }
    return false;
}

bool dtl_status_in_title(const dtl_scene *scene, int32_t word) {
    const dtl_source *source = scene->source;
    const int32_t sentence = dtl_scene_word(scene, word)->sentence;
    const int32_t block = source->sentences.items[sentence].block;
    const dtl_block_kind kind = source->blocks.items[block].kind;
    return kind == DTL_BLOCK_TITLE || kind == DTL_BLOCK_CAPTION;
}

#define DOUBT "possibly perhaps maybe probably likely presumably allegedly " \
              "supposedly conceivably potentially"

bool dtl_status_is_doubted(const dtl_scene *scene, int32_t word) {
    DTL_EACH_CHILD(scene, c, word) {
        const dtl_word *w = dtl_scene_word(scene, c);
        if (w->dep == DTL_DEP_ADVMOD && dtl_listed(w->lemma, DOUBT))
            return true;
    }
    return false;
}

/* "he said he would": future seen from a past verb of speech or thought. */
static bool is_future_in_past(const dtl_scene *scene, int32_t word) {
    const dtl_word *w = dtl_scene_word(scene, word);
    if (w->dep == DTL_DEP_CONJ && w->head != DTL_NONE)
        w = dtl_scene_word(scene, w->head);
    if (w->dep == DTL_DEP_CCOMP && w->head != DTL_NONE) {
        const dtl_event *above = dtl_scene_event(scene, w->head);
        return above && above->tense == DATELINE_TENSE_PAST;
    }
    const dtl_event *event = dtl_scene_event(scene, word);
    return event && event->reporter != DTL_NONE;
}

static dateline_event_status by_modal(const dtl_scene *scene,
                                      const dtl_event *event) {
    const char *modal = event->modality;
    if (strcmp(modal, "have to") == 0) {
        const int32_t head = dtl_scene_word(scene, event->trigger)->head;
        return dtl_scene_word(scene, head)->tag == DTL_TAG_VBD ? OCCURRED
                                                               : PLANNED;
    }
    const bool would = strcmp(modal, "would") == 0 || modal[0] == '\'';
    return would && is_future_in_past(scene, event->trigger) ? PLANNED
                                                             : POSSIBLE;
}

static dateline_event_status by_tense(const dtl_scene *scene,
                                      const dtl_event *event) {
    const bool progressive =
        event->aspect == DATELINE_ASPECT_PROGRESSIVE ||
        event->aspect == DATELINE_ASPECT_PERFECTIVE_PROGRESSIVE;
    switch (event->tense) {
    case DATELINE_TENSE_FUTURE: return PLANNED;
    case DATELINE_TENSE_PRESENT:
        if (progressive)
            return dtl_scene_is_ahead(scene, event->trigger) ? PLANNED : ONGOING;
        if (event->aspect == DATELINE_ASPECT_PERFECTIVE ||
            event->class_ == DATELINE_CLASS_REPORTING ||
            dtl_status_in_title(scene, event->trigger))
            return OCCURRED;
        if (dtl_scene_is_ahead(scene, event->trigger)) return PLANNED;
        return dtl_scene_is_over(scene, event->trigger) ? OCCURRED : ONGOING;
    default: return OCCURRED;
    }
}

/* "was to begin", "is due to begin": planned. */
bool dtl_status_is_be_to(const dtl_scene *scene, int32_t word) {
    if (dtl_scene_child_lemma(scene, word, "to") == DTL_NONE) return false;
    const dtl_word *w = dtl_scene_word(scene, word);
    if (w->dep == DTL_DEP_XCOMP && dtl_scene_is(scene, w->head, "be"))
        return true;
    DTL_EACH_CHILD(scene, c, word) {
        const dtl_word *aux = dtl_scene_word(scene, c);
        if (aux->dep == DTL_DEP_MARK) return false;
        if (dtl_dep_is_auxiliary(aux->dep) && strcmp(aux->lemma, "be") == 0)
            return true;
    }
    return false;
}

#define NEARLY "almost nearly"

/* "nearly drowned", not "left nearly all of them". */
bool dtl_status_is_nearly(const dtl_scene *scene, int32_t word) {
    DTL_EACH_CHILD(scene, c, word) {
        const dtl_word *w = dtl_scene_word(scene, c);
        if (c < word && w->dep == DTL_DEP_ADVMOD &&
            dtl_listed(w->lemma, NEARLY))
            return true;
    }
    return false;
}

static bool is_conditional(const dtl_scene *scene, int32_t word) {
    const char *mark = dtl_scene_mark(scene, word);
    return mark && dtl_listed(mark, "if unless whether lest");
}

/* "within a day of happening", from "happening": the noun before "of" has
 * "within". Not "within yards of a ship". */
bool dtl_status_is_near_miss(const dtl_scene *scene, int32_t word) {
    if (dtl_scene_word(scene, word)->tag != DTL_TAG_VBG) return false;
    DTL_EACH_CHILD(scene, c, word) {
        const dtl_word *w = dtl_scene_word(scene, c);
        if (w->dep != DTL_DEP_MARK && w->dep != DTL_DEP_CASE) continue;
        if (strcmp(w->lemma, "of") != 0 || c == 0) return false;
        const char *preposition = dtl_scene_case(scene, c - 1);
        return preposition && strcmp(preposition, "within") == 0;
    }
    return false;
}

/* "came within a day of happening", from "came". */
static bool is_nearly_done(const dtl_scene *scene, int32_t word) {
    DTL_EACH_CHILD(scene, c, word) {
        if (dtl_status_is_near_miss(scene, c)) return true;
        if (dtl_scene_word(scene, c)->dep != DTL_DEP_OBL) continue;
        DTL_EACH_CHILD(scene, d, c) {
            if (dtl_status_is_near_miss(scene, d)) return true;
        }
    }
    return false;
}

/* The comma of "Had they allowed it, he would have won", or DTL_NONE. */
static int32_t comma_before_would(const dtl_scene *scene,
                                  const dtl_sentence *s) {
    const int32_t first = (int32_t)s->first;
    const dtl_word *opening = dtl_scene_word(scene, first);
    int32_t comma = DTL_NONE;
    if (!dtl_listed(opening->lemma, "have be should") ||
        (opening->tag != DTL_TAG_VBD && opening->tag != DTL_TAG_MD))
        return DTL_NONE;
    for (int32_t i = first + 2; i < first + (int32_t)s->count; i++) {
        const dtl_word *w = dtl_scene_word(scene, i);
        if (w->tag == DTL_TAG_MD && dtl_listed(w->lemma, "would could might"))
            return comma;
        if (w->pos == DTL_POS_PUNCT &&
            *dtl_bytes(scene->source, w->span) == ',')
            comma = i;
    }
    return DTL_NONE;
}

/* What would have been: it was not. */
bool dtl_status_is_unreal(const dtl_scene *scene, const dtl_event *event) {
    const dtl_sentence *s =
        &scene->source->sentences
             .items[dtl_scene_word(scene, event->trigger)->sentence];
    const int32_t comma = comma_before_would(scene, s);
    return comma != DTL_NONE && event->trigger < comma &&
           event->class_ != DATELINE_CLASS_REPORTING &&
           !is_question(scene, event->trigger);
}

/* "until the strike ends", "will stay shut once they have looked": what the
 * present tells behind such a word lies ahead. */
static bool is_awaited(const dtl_scene *scene, const dtl_event *event) {
    const dtl_word *w = dtl_scene_word(scene, event->trigger);
    const char *mark = dtl_scene_mark(scene, event->trigger);
    if (event->tense != DATELINE_TENSE_PRESENT || !mark) return false;
    if (dtl_listed(mark, "until till before once")) return true;
    return w->dep == DTL_DEP_ADVCL && w->head != DTL_NONE &&
           dtl_listed(mark, "when after") &&
           dtl_scene_child_lemma(scene, w->head, "will") != DTL_NONE;
}

/* "was planned for early July", "is set for Friday": it is to be then. */
static bool is_set_for(const dtl_scene *scene, int32_t word) {
    if (dtl_status_effect(scene, word) != DTL_EFFECT_PLANS ||
        !dtl_scene_is_passive(scene, word))
        return false;
    DTL_EACH_CHILD(scene, c, word) {
        const char *link = dtl_scene_case(scene, c);
        if (dtl_scene_word(scene, c)->time != DTL_NONE && link &&
            strcmp(link, "for") == 0)
            return true;
    }
    return false;
}

/* A clause that answers for itself. */
dateline_event_status dtl_status_of_finite(const dtl_scene *scene,
                                          const dtl_event *event) {
    const int32_t word = event->trigger;
    if (is_conditional(scene, word)) return POSSIBLE; /* if he does not */
    if (event->negative || dtl_status_is_nearly(scene, word) ||
        is_nearly_done(scene, word))
        return NEGATED;
    if (dtl_status_is_be_to(scene, word) || is_set_for(scene, word))
        return PLANNED;
    if (dtl_status_is_doubted(scene, word)) return POSSIBLE;
    if (event->modality) return by_modal(scene, event);
    if (is_question(scene, word)) return POSSIBLE;
    if (is_awaited(scene, event)) return PLANNED;
    return by_tense(scene, event);
}
