/* event_status.c - did it happen: occurred, ongoing, planned, possible,
 * negated.
 *
 * A finite verb answers for itself (tense, modal, negation, "if", "?").
 * Infinitives, participles and nouns ask the word above them, and that one
 * its own: the chain up to the finite verb is walked down again, each link
 * changing the status as event_governors.def and the link's kind say.
 * After the veridicality classes of FactBank (Sauri & Pustejovsky 2009). */
#include <string.h>

#include "core/story/event_status.h"

/* Links of one chain; what stands higher is taken as plain fact. */
#define MAX_LINKS 10

static const dtl_event_governor governors[] = {
#define PLANS DTL_EFFECT_PLANS
#define HOPES DTL_EFFECT_HOPES
#define STOPS DTL_EFFECT_STOPS
#define GOVERNOR(lemma, effect, example, trigger, status)                     \
    {lemma, effect, example, trigger, status},
#include "core/story/event_governors.def"
#undef GOVERNOR
};

const dtl_event_governor *dtl_event_governor_rows(size_t *count) {
    *count = sizeof governors / sizeof *governors;
    return governors;
}

dtl_effect dtl_status_effect(const dtl_scene *scene, int32_t word) {
    const dtl_event_governor *row =
        dtl_row_find(governors, sizeof governors / sizeof *governors,
                     sizeof *governors, dtl_scene_word(scene, word)->lemma);
    return row ? row->effect : DTL_EFFECT_NONE;
}

/* ---- what a word takes from the one above -------------------------------- */

/* The chain's word stands as complement of its governor. */
static bool is_complement(const dtl_scene *scene, int32_t word) {
    const dtl_word *w = dtl_scene_word(scene, word);
    switch (w->dep) {
    case DTL_DEP_XCOMP:
    case DTL_DEP_CCOMP:
    case DTL_DEP_CSUBJ:
    case DTL_DEP_NMOD_POSS: return true;
    case DTL_DEP_ACL: /* not "an agreement reached in 1991" */
        return w->tag != DTL_TAG_VBN || dtl_scene_mark(scene, word);
    case DTL_DEP_OBJ:
        /* "called the plan a mistake" is no call for it, a failed test was
         * a test. */
        return !dtl_listed(dtl_scene_word(scene, w->head)->lemma,
                           "call press push appeal warn fail");
    case DTL_DEP_NSUBJ_PASS: /* "the trip was intended to calm" */
        return dtl_scene_child(scene, w->head, DTL_DEP_XCOMP) == DTL_NONE;
    case DTL_DEP_OBL:
    case DTL_DEP_NMOD: {
        const char *preposition = dtl_scene_case(scene, word);
        return preposition &&
               dtl_listed(preposition, "for to of on from against");
    }
    case DTL_DEP_ADVCL: {
        const char *mark = dtl_scene_mark(scene, word);
        return mark && dtl_listed(mark, "to from for of");
    }
    default: return false;
    }
}

static dateline_event_status by_effect(dtl_effect effect,
                                       dateline_event_status above) {
    switch (effect) {
    case DTL_EFFECT_HOPES: return above == NEGATED ? NEGATED : POSSIBLE;
    case DTL_EFFECT_PLANS:
        return above == NEGATED || above == POSSIBLE ? above : PLANNED;
    case DTL_EFFECT_STOPS:
        if (above == POSSIBLE) return POSSIBLE;
        return above == NEGATED ? OCCURRED : NEGATED;
    default: return above;
    }
}

/* "rejected an offer": there was an offer; what it offers does not come. */
static bool is_spoken_act(const dtl_scene *scene, int32_t word) {
    if (dtl_scene_word(scene, word)->pos != DTL_POS_NOUN) return false;
    return dtl_noun_is_spoken(
        dtl_event_noun_find(dtl_scene_word(scene, word)->lemma));
}

/* "the first envoy to leave" left. */
static bool is_rank(const dtl_word *w) {
    return w->tag == DTL_TAG_JJS ||
           dtl_listed(w->lemma, "first second third last only latest");
}

static bool is_ranked(const dtl_scene *scene, int32_t noun) {
    DTL_EACH_CHILD(scene, c, noun) {
        if (is_rank(dtl_scene_word(scene, c))) return true;
        DTL_EACH_CHILD(scene, d, c) { /* "highest-level" */
            if (is_rank(dtl_scene_word(scene, d))) return true;
        }
    }
    return false;
}

static dateline_event_status fact(dateline_event_status above) {
    return above == PLANNED || above == POSSIBLE ? above : OCCURRED;
}

/* An infinitive or participle below a word without effect of its own. */
static dateline_event_status below_plain(const dtl_scene *scene,
                                         int32_t word, int32_t head,
                                         dateline_event_status above) {
    const dtl_word *w = dtl_scene_word(scene, word);
    const char *mark = dtl_scene_mark(scene, word);
    const bool to = mark && strcmp(mark, "to") == 0;
    switch (w->dep) {
    case DTL_DEP_XCOMP:
    case DTL_DEP_CONJ: return above;
    case DTL_DEP_ADVCL:
        if (to) return above == NEGATED ? POSSIBLE : PLANNED;
        if (mark && strcmp(mark, "since") == 0) return OCCURRED;
        return fact(above);
    case DTL_DEP_ACL:
        if (to) return is_ranked(scene, head) ? fact(above) : POSSIBLE;
        return w->tag == DTL_TAG_VBN ? OCCURRED : fact(above);
    default: return fact(above);
    }
}

/* A noun below a word without effect: with "hold" and "take place" it
 * happens or not as the verb does; otherwise only plans go on. */
static dateline_event_status noun_below_plain(const dtl_scene *scene,
                                              int32_t word, int32_t head,
                                              dateline_event_status above) {
    const dtl_word *w = dtl_scene_word(scene, word);
    if (w->dep == DTL_DEP_CONJ) return above;
    if (dtl_event_is_light(scene, head) &&
        (w->dep == DTL_DEP_OBJ || w->dep == DTL_DEP_NSUBJ ||
         w->dep == DTL_DEP_NSUBJ_PASS))
        return above;
    return above == PLANNED || dtl_scene_is_ahead(scene, word) ? PLANNED
                                                               : OCCURRED;
}

#define AHEAD "planned scheduled upcoming expected future forthcoming "      \
              "pending impending looming next proposed coming plan schedule " \
              "expect"
#define MAYBE "possible potential likely hypothetical alleged would-be "     \
              "suspected threatened"
#define BEHIND "past previous recent earlier former last latest"
#define NOW "ongoing continuing current"

/* What the noun's adjectives say; false when they say nothing. */
static bool by_adjective(const dtl_scene *scene, int32_t noun,
                         dateline_event_status *status) {
    DTL_EACH_CHILD(scene, c, noun) {
        const dtl_word *w = dtl_scene_word(scene, c);
        if (w->dep != DTL_DEP_AMOD) continue;
        if (dtl_listed(w->lemma, AHEAD)) *status = PLANNED;
        else if (dtl_listed(w->lemma, MAYBE)) *status = POSSIBLE;
        else if (dtl_listed(w->lemma, BEHIND)) *status = OCCURRED;
        else if (dtl_listed(w->lemma, NOW)) *status = ONGOING;
        else if (dtl_listed(w->lemma, "cancelled canceled aborted"))
            *status = NEGATED;
        else continue;
        return true;
    }
    return false;
}

/* The word that decides about `word`: its head, or, where the parser hung
 * "to pay" of "ordered the bank to pay" on the object, the verb. */
static int32_t governor_of(const dtl_scene *scene, int32_t word) {
    const dtl_word *w = dtl_scene_word(scene, word);
    const dtl_word *head = dtl_scene_word(scene, w->head);
    const char *mark = dtl_scene_mark(scene, word);
    if (w->dep == DTL_DEP_ACL && mark && strcmp(mark, "to") == 0 &&
        (head->dep == DTL_DEP_OBJ || head->dep == DTL_DEP_IOBJ ||
         head->dep == DTL_DEP_NSUBJ_PASS) &&
        scene->event[w->head] == DTL_NONE &&
        dtl_status_effect(scene, w->head) == DTL_EFFECT_NONE)
        return head->head;
    return w->head;
}

/* A line without a mark at its end is a title as well. */
static bool is_unstopped(const dtl_scene *scene, int32_t word) {
    const dtl_source *source = scene->source;
    const dtl_sentence *s =
        &source->sentences.items[dtl_scene_word(scene, word)->sentence];
    return s->count > 0 &&
           source->words.items[s->first + s->count - 1].pos != DTL_POS_PUNCT;
}

/* "Minister to visit Calder": how a title says "will". */
static bool is_title_future(const dtl_scene *scene, int32_t word) {
    const dtl_word *w = dtl_scene_word(scene, word);
    const char *mark = dtl_scene_mark(scene, word);
    if (!mark || strcmp(mark, "to") != 0 ||
        !(dtl_status_in_title(scene, word) || is_unstopped(scene, word)))
        return false;
    if (w->head == DTL_NONE) return true;
    return w->dep == DTL_DEP_ACL &&
           dtl_scene_word(scene, w->head)->head == DTL_NONE &&
           dtl_status_effect(scene, w->head) == DTL_EFFECT_NONE;
}

/* "Stop it!", "demanded that he leave": a bare form in the present tense that
 * says what shall be. */
static bool is_wish(const dtl_scene *scene, int32_t word) {
    const dtl_word *w = dtl_scene_word(scene, word);
    const dtl_event *event = dtl_scene_event(scene, word);
    if (!event || event->tense != DATELINE_TENSE_PRESENT ||
        w->tag != DTL_TAG_VB ||
        dtl_scene_child(scene, word, DTL_DEP_AUX) != DTL_NONE)
        return false;
    if (dtl_scene_subject(scene, word) == DTL_NONE) return true;
    return w->dep == DTL_DEP_CCOMP && w->head != DTL_NONE &&
           dtl_status_effect(scene, w->head) != DTL_EFFECT_NONE;
}

/* The status of `word` when its head has `above`. */
static dateline_event_status step_down(const dtl_scene *scene, int32_t word,
                                       dateline_event_status above) {
    const dtl_word *w = dtl_scene_word(scene, word);
    const dtl_event *event = dtl_scene_event(scene, word);
    dateline_event_status status = above;
    if (event && event->negative) return NEGATED;
    if (w->pos == DTL_POS_NOUN && by_adjective(scene, word, &status))
        return status;
    if (dtl_status_is_doubted(scene, word)) return POSSIBLE;
    if (dtl_status_is_nearly(scene, word)) return NEGATED;
    if (dtl_status_is_near_miss(scene, word)) return NEGATED;
    if (is_title_future(scene, word)) return PLANNED;
    const dtl_effect effect =
        dtl_status_effect(scene, governor_of(scene, word));
    if (effect != DTL_EFFECT_NONE && is_complement(scene, word)) {
        if (effect == STOPS && is_spoken_act(scene, word)) return NEGATED;
        return by_effect(effect, above);
    }
    if (w->quoted && is_wish(scene, word)) return POSSIBLE;
    if (w->pos == DTL_POS_VERB)
        return below_plain(scene, word, w->head, above);
    return noun_below_plain(scene, word, w->head, above);
}

/* ---- the step ------------------------------------------------------------- */

static bool answers(const dtl_scene *scene, int32_t word) {
    const dtl_event *event = dtl_scene_event(scene, word);
    return event && !is_wish(scene, word) &&
           dtl_scene_word(scene, word)->pos != DTL_POS_NOUN &&
           (event->tense == DATELINE_TENSE_PAST ||
            event->tense == DATELINE_TENSE_PRESENT ||
            event->tense == DATELINE_TENSE_FUTURE || event->modality ||
            dtl_status_is_be_to(scene, word));
}

/* "It will be the third walkout": a noun with a verb group. */
static bool is_noun_ahead(const dtl_scene *scene, int32_t noun) {
    return dtl_scene_child(scene, noun, DTL_DEP_COP) != DTL_NONE &&
           dtl_scene_child_lemma(scene, noun, "will") != DTL_NONE;
}

/* Status at the top of a chain: a finite clause, or a root that is none
 * ("The arrival of the queen."). */
static dateline_event_status judge_top(const dtl_scene *scene,
                                       int32_t word) {
    const dtl_event *event = dtl_scene_event(scene, word);
    dateline_event_status status = OCCURRED;
    if (event && answers(scene, word))
        return dtl_status_of_finite(scene, event);
    if (event && event->negative) return NEGATED;
    if (is_noun_ahead(scene, word) || is_title_future(scene, word))
        return PLANNED;
    if (dtl_scene_word(scene, word)->pos == DTL_POS_NOUN)
        by_adjective(scene, word, &status);
    if (dtl_scene_word(scene, word)->tag == DTL_TAG_VB &&
        dtl_scene_word(scene, word)->head == DTL_NONE)
        return POSSIBLE; /* an order */
    return status;
}

/* "hopes that the visit helps": a finite clause that is only hoped for. */
static dateline_event_status hoped(const dtl_scene *scene,
                                   const dtl_event *event,
                                   dateline_event_status status) {
    const dtl_word *w = dtl_scene_word(scene, event->trigger);
    if (w->dep != DTL_DEP_CCOMP || w->head == DTL_NONE) return status;
    const dtl_effect effect = dtl_status_effect(scene, w->head);
    if (effect == DTL_EFFECT_HOPES && status != NEGATED) return POSSIBLE;
    if (effect == DTL_EFFECT_STOPS &&
        (status == OCCURRED || status == PLANNED) &&
        dtl_scene_is(scene, w->head, "deny"))
        return NEGATED;
    return status;
}

static dateline_event_status judge(const dtl_scene *scene,
                                   const dtl_event *event) {
    int32_t chain[MAX_LINKS];
    int count = 0;
    if (dtl_scene_word(scene, event->trigger)->dep == DTL_DEP_CASE)
        return OCCURRED; /* according to */
    int32_t word = event->trigger;
    while (count < MAX_LINKS) {
        chain[count++] = word;
        const int32_t head = dtl_scene_word(scene, word)->head;
        if (answers(scene, word) || head == DTL_NONE) break;
        word = head;
    }
    dateline_event_status status = judge_top(scene, chain[count - 1]);
    for (int i = count - 2; i >= 0; i--)
        status = step_down(scene, chain[i], status);
    if (count == 1) return hoped(scene, event, status);
    if (status == NEGATED && !event->negative &&
        dtl_status_effect(scene, chain[1]) == STOPS &&
        is_spoken_act(scene, chain[0]))
        return OCCURRED;
    return status;
}

void dtl_event_judge(dtl_scene *scene) {
    const dtl_source *source = scene->source;
    for (uint32_t i = 0; i < source->events.count; i++) {
        dtl_event *event = &source->events.items[i];
        event->status = dtl_status_is_unreal(scene, event)
                            ? NEGATED
                            : judge(scene, event);
    }
}
