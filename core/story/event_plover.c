/* event_plover.c - the kind of action, one of 18 PLOVER classes or none.
 *
 * The class of the word's row in event_plover.def; then what the sentence
 * does to it: a cooperative act that is promised is AGREE, a hostile one
 * THREATEN, a refused one REJECT, one that "must" be done DEMAND. */
#include <string.h>

#include "core/story/event_scene.h"

static const dtl_event_action actions[] = {
#define ACTION(lemma, class_, with, example) {lemma, #class_, with, example},
#include "core/story/event_plover.def"
#undef ACTION
};

#define ACTIONS (sizeof actions / sizeof *actions)

const dtl_event_action *dtl_event_action_rows(size_t *count) {
    *count = ACTIONS;
    return actions;
}

/* One of the words that the row asks for stands at the verb or noun. */
static bool stands_with(const dtl_scene *scene, int32_t word,
                        const char *list) {
    DTL_EACH_CHILD(scene, c, word) {
        const dtl_word *w = dtl_scene_word(scene, c);
        if (w->dep == DTL_DEP_NSUBJ || w->dep == DTL_DEP_CONJ) {
            if (dtl_scene_word(scene, word)->lemma[0] != 'a' ||
                w->dep == DTL_DEP_CONJ)
                continue; /* only who arrives is a subject that counts */
        }
        const char *preposition = dtl_scene_case(scene, c);
        if (!preposition) preposition = dtl_scene_mark(scene, c);
        if (dtl_listed(w->lemma, list) ||
            (preposition && dtl_listed(preposition, list)))
            return true;
    }
    return false;
}

static bool has_object(const dtl_scene *scene, int32_t word) {
    return dtl_scene_child(scene, word, DTL_DEP_OBJ) != DTL_NONE ||
           dtl_scene_child(scene, word, DTL_DEP_CCOMP) != DTL_NONE;
}

static bool row_fits(const dtl_scene *scene, int32_t word,
                     const dtl_event_action *row) {
    switch (row->with[0]) {
    case 0: return true;
    case '!': return !has_object(scene, word);
    case '~':
        return dtl_scene_child(scene, word, DTL_DEP_COMPOUND_PRT) == DTL_NONE;
    default: return stands_with(scene, word, row->with);
    }
}

static const char *class_of_row(const dtl_scene *scene, int32_t word) {
    const char *lemma = dtl_scene_word(scene, word)->lemma;
    const dtl_event_action *row =
        dtl_row_first(actions, ACTIONS, sizeof *actions, lemma);
    for (; row && row < actions + ACTIONS && strcmp(row->lemma, lemma) == 0; row++) {
        if (row_fits(scene, word, row)) return row->class_;
    }
    return NULL;
}

#define FRIENDLY "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID"
#define HOSTILE "SANCTION COERCE FIGHT ASSAULT MOBILIZE PROTEST"

/* "agreed to share", "threatened to close", "refused to pay": what the
 * verb above does with the act. */
static const char *class_from_above(const dtl_scene *scene, int32_t word) {
    const dtl_word *w = dtl_scene_word(scene, word);
    if (w->pos != DTL_POS_VERB || w->head == DTL_NONE) return NULL;
    if (w->dep != DTL_DEP_XCOMP && w->dep != DTL_DEP_ACL &&
        w->dep != DTL_DEP_ADVCL)
        return NULL;
    const char *mark = dtl_scene_mark(scene, word);
    if (!mark || strcmp(mark, "to") != 0) return NULL;
    if (!dtl_scene_event(scene, w->head)) return NULL;
    const char *above = class_of_row(scene, w->head);
    if (!above || w->dep == DTL_DEP_ADVCL) return NULL;
    return dtl_listed(above, "AGREE THREATEN REJECT") ? above : NULL;
}

#define WILLING "willing ready prepared plan intend expect offer commit " \
                "promise pledge agree vow set due"

/* It is going to be done, and said so: "will", "would", "is willing to". */
static bool is_announced(const dtl_scene *scene, const dtl_event *event) {
    if (event->tense == DATELINE_TENSE_FUTURE) return true;
    if (event->modality) return strcmp(event->modality, "would") == 0;
    const dtl_word *w = dtl_scene_word(scene, event->trigger);
    return w->dep == DTL_DEP_XCOMP && w->head != DTL_NONE &&
           dtl_listed(dtl_scene_word(scene, w->head)->lemma, WILLING);
}

/* "said that Norvia must pay". */
static bool is_demand(const dtl_scene *scene, const dtl_event *event) {
    const int32_t clause =
        dtl_scene_child(scene, event->trigger, DTL_DEP_CCOMP);
    const dtl_event *below = dtl_scene_event(scene, clause);
    return below && below->modality &&
           dtl_listed(below->modality, "must should");
}

static const char *class_of(const dtl_scene *scene, const dtl_event *event) {
    const dtl_word *w = dtl_scene_word(scene, event->trigger);
    if (w->dep == DTL_DEP_CASE) return NULL; /* according to */
    const char *class_ = class_of_row(scene, event->trigger);
    const char *above = class_from_above(scene, event->trigger);
    if (above) return above;
    if (w->pos != DTL_POS_VERB) return class_;
    if (is_demand(scene, event)) return "DEMAND";
    if (!class_) return NULL;
    if (event->status == DATELINE_STATUS_NEGATED &&
        dtl_listed(class_, FRIENDLY))
        return "REJECT";
    if (is_announced(scene, event)) {
        if (dtl_listed(class_, FRIENDLY " RETREAT")) return "AGREE";
        if (dtl_listed(class_, HOSTILE)) return "THREATEN";
    }
    return class_;
}

/* "held talks" is what the talks are. */
static void carry_to_light(dtl_scene *scene, const dtl_event *event) {
    const dtl_word *w = dtl_scene_word(scene, event->trigger);
    dtl_event *above = dtl_scene_event(scene, w->head);
    if (above && event->plover && !above->plover && w->dep == DTL_DEP_OBJ &&
        dtl_event_is_light(scene, w->head))
        above->plover = event->plover;
}

void dtl_event_kind(dtl_scene *scene) {
    const dtl_source *source = scene->source;
    for (uint32_t i = 0; i < source->events.count; i++) {
        dtl_event *event = &source->events.items[i];
        event->plover = class_of(scene, event);
        if (dtl_scene_word(scene, event->trigger)->pos == DTL_POS_NOUN)
            carry_to_light(scene, event);
    }
}
