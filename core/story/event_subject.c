/* event_subject.c - the subject of a verb, said or left out.
 *
 * Joined verbs share it, infinitives and participles take it from the verb
 * or noun above ("agreed to meet", "a plan to meet", "the man leaving"), and
 * "who" stands for its antecedent. */
#include <string.h>

#include "core/story/event_scene.h"

/* Verbs up from one that leaves its subject out; longer chains are odd. */
#define MAX_STEPS 8

static bool is_relative(const dtl_word *w) {
    return (w->tag == DTL_TAG_WDT || w->tag == DTL_TAG_WP) ||
           (w->pos == DTL_POS_PRON &&
            dtl_listed(w->lemma, "who which that whom"));
}

/* "who" of "the men who left": the noun that the clause stands at. */
static int32_t antecedent(const dtl_scene *scene, int32_t word,
                          int32_t verb) {
    if (!is_relative(dtl_scene_word(scene, word))) return word;
    for (int i = 0; i < MAX_STEPS && verb != DTL_NONE; i++) {
        const dtl_word *w = dtl_scene_word(scene, verb);
        if (w->dep == DTL_DEP_ACL_RELCL && w->head != DTL_NONE)
            return w->head;
        verb = w->head;
    }
    return word;
}

/* "persuaded him to leave": the object controls, but for "promised". */
static int32_t controlling_object(const dtl_scene *scene, int32_t verb) {
    if (dtl_listed(dtl_scene_word(scene, verb)->lemma,
                   "promise vow pledge threaten use take have"))
        return DTL_NONE;
    const int32_t object = dtl_scene_child(scene, verb, DTL_DEP_OBJ);
    return object != DTL_NONE ? object
                              : dtl_scene_child(scene, verb, DTL_DEP_IOBJ);
}

/* "Norvia's plan to leave", "a letter asking for help": who has or wrote it,
 * or the noun itself: "the first envoy to leave". *up is the verb to ask
 * next. */
static int32_t noun_controller(const dtl_scene *scene, int32_t noun,
                               bool to, int32_t *up) {
    const int32_t owner = dtl_scene_child(scene, noun, DTL_DEP_NMOD_POSS);
    const bool said = scene->event[noun] != DTL_NONE ||
                      (dtl_scene_word(scene, noun)->lex &
                       DTL_LEX_COMMUNICATION) != 0;
    if (scene->mention[noun] != DTL_NONE || (!to && !said)) return noun;
    if (owner != DTL_NONE) return owner;
    DTL_EACH_CHILD(scene, c, noun) { /* "Berg plans to", read as a noun */
        if (dtl_scene_word(scene, c)->dep == DTL_DEP_COMPOUND &&
            scene->mention[c] != DTL_NONE)
            return c;
    }
    *up = dtl_scene_word(scene, noun)->head;
    return DTL_NONE;
}

static bool is_aspectual(const dtl_scene *scene, int32_t verb) {
    const dtl_event *event = dtl_scene_event(scene, verb);
    return event && event->class_ == DATELINE_CLASS_ASPECTUAL;
}

/* One step from a verb without subject: the word that stands for it, or
 * DTL_NONE with *up the verb whose subject it shares. */
static int32_t step_up(const dtl_scene *scene, int32_t verb, int32_t *up) {
    const dtl_word *w = dtl_scene_word(scene, verb);
    *up = DTL_NONE;
    if (w->head == DTL_NONE) return DTL_NONE;
    const char *mark = dtl_scene_mark(scene, verb);
    const bool to = mark && strcmp(mark, "to") == 0;
    switch (w->dep) {
    case DTL_DEP_ACL_RELCL: return w->head;
    case DTL_DEP_ACL: /* "called a strike beginning Friday" */
        return !to && is_aspectual(scene, verb)
                   ? w->head
                   : noun_controller(scene, w->head, to, up);
    case DTL_DEP_XCOMP:
        *up = w->head;
        return controlling_object(scene, w->head);
    case DTL_DEP_ADVCL:
        *up = w->head;
        /* "kept the boats from leaving" */
        return mark && strcmp(mark, "from") == 0
                   ? controlling_object(scene, w->head)
                   : DTL_NONE;
    case DTL_DEP_CCOMP: /* not of "..., and fired, the mayor said" */
        if (w->head < verb) *up = w->head;
        return DTL_NONE;
    case DTL_DEP_CONJ:
    case DTL_DEP_PARATAXIS:
    case DTL_DEP_OBJ:
    case DTL_DEP_OBL: *up = w->head; return DTL_NONE;
    case DTL_DEP_NMOD: return noun_controller(scene, w->head, true, up);
    default: return DTL_NONE;
    }
}

/* "..., Anna Berg said", where the parser missed it: the mention right
 * before or behind a verb of speech. */
static int32_t neighbour(const dtl_scene *scene, int32_t verb) {
    const dtl_source *source = scene->source;
    const dtl_sentence *s =
        &source->sentences.items[dtl_scene_word(scene, verb)->sentence];
    const int32_t first = (int32_t)s->first;
    const int32_t end = (int32_t)(s->first + s->count);
    for (int32_t i = verb - 6; i <= verb + 6; i++) {
        if (i < first || i >= end || scene->mention[i] == DTL_NONE) continue;
        const dtl_mention *m = &source->mentions.items[scene->mention[i]];
        if (m->last == verb - 1 || m->first == verb + 1) return i;
    }
    return DTL_NONE;
}

/* "..., Undersheriff Anna Berg told them": the name right before a verb of
 * speech, behind a comma or a quotation, is who speaks, whatever the parse
 * says. */
static int32_t inserted_speaker(const dtl_scene *scene, int32_t verb) {
    const int32_t near = neighbour(scene, verb);
    if (near == DTL_NONE || near > verb) return DTL_NONE;
    const dtl_mention *m =
        &scene->source->mentions.items[scene->mention[near]];
    if (m->last != verb - 1 || m->kind != DTL_MENTION_NAME) return DTL_NONE;
    int32_t word = m->first - 1;
    while (word > 0 && dtl_scene_word(scene, word)->pos != DTL_POS_PUNCT &&
           (dtl_scene_word(scene, word)->pos == DTL_POS_PROPN ||
            dtl_scene_word(scene, word)->pos == DTL_POS_NOUN))
        word--;
    return word > 0 && word >= m->first - 4 &&
                   dtl_scene_word(scene, word)->pos == DTL_POS_PUNCT &&
                   dtl_scene_word(scene, word)->sentence ==
                       dtl_scene_word(scene, verb)->sentence
               ? near
               : DTL_NONE;
}

/* Can stand as a subject: a mention without preposition or genitive that is
 * no object. */
static bool may_be_subject(const dtl_scene *scene, int32_t word) {
    if (scene->mention[word] == DTL_NONE) return false;
    if (dtl_scene_child(scene, word, DTL_DEP_CASE) != DTL_NONE) return false;
    switch (dtl_scene_word(scene, word)->dep) {
    case DTL_DEP_OBJ:
    case DTL_DEP_IOBJ:
    case DTL_DEP_AMOD:
    case DTL_DEP_APPOS:
    case DTL_DEP_CONJ:
    case DTL_DEP_NMOD_POSS: return false;
    default: return true;
    }
}

/* A finite verb whose subject the parser lost: the nearest mention before it
 * that can be one, up to another finite verb. */
static int32_t before(const dtl_scene *scene, int32_t verb) {
    const dtl_source *source = scene->source;
    const dtl_sentence *s =
        &source->sentences.items[dtl_scene_word(scene, verb)->sentence];
    const int32_t first = (int32_t)s->first;
    for (int32_t i = verb - 1; i >= first && i > verb - 12; i--) {
        const dtl_word *w = dtl_scene_word(scene, i);
        if (may_be_subject(scene, i)) return i;
        if (w->pos == DTL_POS_VERB && dtl_scene_is_finite(scene, i))
            return DTL_NONE;
    }
    return DTL_NONE;
}

/* "largest" or "choose" as a subject is the parser's mistake. */
static bool is_odd_subject(const dtl_scene *scene, int32_t subject) {
    const uint8_t pos = dtl_scene_word(scene, subject)->pos;
    return scene->mention[subject] == DTL_NONE &&
           (pos == DTL_POS_ADJ || pos == DTL_POS_VERB);
}

/* The subject by the parse alone. */
static int32_t parsed_doer(const dtl_scene *scene, int32_t word) {
    for (int i = 0; i < MAX_STEPS && word != DTL_NONE; i++) {
        const int32_t subject = dtl_scene_subject(scene, word);
        if (subject != DTL_NONE && !is_odd_subject(scene, subject))
            return antecedent(scene, subject, word);
        if (i == 0 && dtl_event_speaks(scene, word) &&
            dtl_scene_is_finite(scene, word) &&
            dtl_scene_word(scene, word)->dep != DTL_DEP_CONJ) {
            const int32_t near = neighbour(scene, word);
            if (near != DTL_NONE) return near;
        }
        int32_t up;
        const int32_t found = step_up(scene, word, &up);
        if (found != DTL_NONE) return found;
        word = up;
    }
    return DTL_NONE;
}

int32_t dtl_scene_doer(const dtl_scene *scene, int32_t word) {
    if (dtl_scene_subject(scene, word) == DTL_NONE &&
        dtl_event_speaks(scene, word) && dtl_scene_is_finite(scene, word)) {
        const int32_t speaker = inserted_speaker(scene, word);
        if (speaker != DTL_NONE) return speaker;
    }
    const int32_t doer = parsed_doer(scene, word);
    if (doer != DTL_NONE || !dtl_scene_is_finite(scene, word)) return doer;
    return before(scene, word);
}
