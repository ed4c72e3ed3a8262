/* event_trigger.c - which words tell an event.
 *
 * Here: verbs that are not auxiliaries, nouns of event_nouns.def and of the
 * WordNet classes act, event and process where their place in the sentence
 * says that they happen, and adjectives of event_states.def that are the
 * predicate of a clause. A trigger is one word, the head, as TimeML asks.
 * Not here: anything about the event but that it is there. */
#include <string.h>

#include "core/base/limits.h"
#include "core/story/event_scene.h"

/* ---- tables ------------------------------------------------------------ */

#define OCCURRENCE DATELINE_CLASS_OCCURRENCE
#define REPORTING DATELINE_CLASS_REPORTING
#define STATE DATELINE_CLASS_STATE
#define I_ACTION DATELINE_CLASS_I_ACTION
#define I_STATE DATELINE_CLASS_I_STATE
#define ASPECTUAL DATELINE_CLASS_ASPECTUAL
#define PERCEPTION DATELINE_CLASS_PERCEPTION

static const dtl_event_noun nouns[] = {
#define PLAIN DTL_NOUN_PLAIN
#define DOER DTL_NOUN_DOER
#define DONE DTL_NOUN_DONE
#define MUTUAL DTL_NOUN_MUTUAL
#define ALWAYS DTL_NOUN_ALWAYS
#define SPOKEN DTL_NOUN_SPOKEN
#define NOUN(lemma, strength, class_, flags, example)                         \
    {lemma, strength, class_, flags, example},
#include "core/story/event_nouns.def"
#undef NOUN
};

static const dtl_event_noun states[] = {
#define ADJECTIVE(lemma, class_, example) {lemma, 0, class_, 0, example},
#include "core/story/event_states.def"
#undef ADJECTIVE
};

const dtl_event_noun *dtl_event_noun_find(const char *lemma) {
    return dtl_row_find(nouns, sizeof nouns / sizeof *nouns, sizeof *nouns,
                        lemma);
}

const dtl_event_noun *dtl_event_noun_rows(size_t *count) {
    *count = sizeof nouns / sizeof *nouns;
    return nouns;
}

const dtl_event_noun *dtl_event_state_find(const char *lemma) {
    return dtl_row_find(states, sizeof states / sizeof *states,
                        sizeof *states, lemma);
}

const dtl_event_noun *dtl_event_state_rows(size_t *count) {
    *count = sizeof states / sizeof *states;
    return states;
}

/* ---- verbs ------------------------------------------------------------- */

/* "is going to sell", "has to sell", "used to sell": part of the verb group
 * of the clause below. */
static bool is_semi_auxiliary(const dtl_scene *scene, int32_t word) {
    const dtl_word *w = dtl_scene_word(scene, word);
    if (!dtl_listed(w->lemma, "go have use")) return false;
    const int32_t clause = dtl_scene_child(scene, word, DTL_DEP_XCOMP);
    if (clause == DTL_NONE || clause < word) return false;
    const char *mark = dtl_scene_mark(scene, clause);
    if (!mark || strcmp(mark, "to") != 0) return false;
    if (w->lemma[0] == 'g') return w->tag == DTL_TAG_VBG;
    return w->lemma[0] == 'h' || w->tag == DTL_TAG_VBD;
}

/* "including", "according to", "following": prepositions that were verbs. */
static bool is_preposition(const dtl_word *w) {
    return w->dep == DTL_DEP_CASE || w->dep == DTL_DEP_MARK ||
           w->dep == DTL_DEP_FIXED || w->dep == DTL_DEP_CC;
}

/* Verbs that relate things and tell nothing: "there is", "based on". */
#define NO_EVENTS "associate base be compare concern include"

/* "50%-owned", "self-reinforcing": the end of a compound. One that is told
 * happens: "rear-ended a bus", "nose-dived on Monday". */
static bool ends_compound(const dtl_scene *scene, int32_t word) {
    const dtl_word *w = dtl_scene_word(scene, word);
    if (word < 2 || w->tag == DTL_TAG_VBD) return false;
    const dtl_word *hyphen = w - 1;
    return hyphen->span.end == w->span.start &&
           hyphen[-1].span.end == hyphen->span.start &&
           dtl_length(hyphen->span) == 1 &&
           *dtl_bytes(scene->source, hyphen->span) == '-' &&
           dtl_scene_child(scene, word, DTL_DEP_OBJ) == DTL_NONE &&
           dtl_scene_time(scene, word) == DTL_NONE;
}

/* "a man known as Rook", "a farm called Norvik". */
static bool gives_name(const dtl_scene *scene, int32_t word) {
    const dtl_word *w = dtl_scene_word(scene, word);
    if (w->dep != DTL_DEP_ACL || w->tag != DTL_TAG_VBN) return false;
    if (strcmp(w->lemma, "know") == 0) return true;
    const int32_t name = dtl_scene_child(scene, word, DTL_DEP_XCOMP);
    return dtl_listed(w->lemma, "call dub entitle name") && name != DTL_NONE &&
           dtl_scene_word(scene, name)->pos == DTL_POS_PROPN;
}

static bool is_event_verb(const dtl_scene *scene, int32_t word) {
    const dtl_word *w = dtl_scene_word(scene, word);
    if (is_preposition(w)) return strcmp(w->lemma, "accord") == 0;
    const bool finite = w->tag == DTL_TAG_VBD || w->tag == DTL_TAG_VBZ ||
                        w->tag == DTL_TAG_VBP;
    switch (w->dep) {
    case DTL_DEP_AUX:
    case DTL_DEP_AUX_PASS:
    case DTL_DEP_COP: return false;
    case DTL_DEP_AMOD:
    case DTL_DEP_COMPOUND:
    case DTL_DEP_FLAT:
    case DTL_DEP_DISCOURSE:
        if (!finite) return false;
        break;
    default: break;
    }
    if (dtl_listed(w->lemma, NO_EVENTS) || ends_compound(scene, word) ||
        gives_name(scene, word))
        return false;
    if (strcmp(w->lemma, "do") == 0 &&
        dtl_scene_child(scene, word, DTL_DEP_OBJ) == DTL_NONE)
        return false;
    return !is_semi_auxiliary(scene, word);
}

/* ---- nouns ------------------------------------------------------------- */

#define OCCURS "occur happen take begin start end continue follow last come "  \
               "resume break erupt unfold near conclude stop"
#define HOLDS "hold launch stage begin start stop end continue make conduct " \
              "cancel delay postpone plan schedule attend join halt resume "  \
              "carry mount wage undergo avoid avert prevent suffer announce"
#define WHEN "after during before since following until despite amid upon "   \
             "pending"

/* What the noun's own head says: "the race began", "held a race", "after
 * the race". */
static int score_place(const dtl_scene *scene, int32_t word) {
    const dtl_word *w = dtl_scene_word(scene, word);
    const char *preposition = dtl_scene_case(scene, word);
    if (preposition && dtl_listed(preposition, WHEN)) return 20;
    if (w->head == DTL_NONE) return 0;
    const dtl_word *head = dtl_scene_word(scene, w->head);
    if (w->dep == DTL_DEP_NSUBJ && dtl_listed(head->lemma, OCCURS))
        return 25;
    if ((w->dep == DTL_DEP_OBJ || w->dep == DTL_DEP_NSUBJ_PASS) &&
        dtl_listed(head->lemma, HOLDS))
        return 20;
    return 0;
}

/* What stands below the noun: a time, a doer, sides, a clause. */
static int score_below(const dtl_scene *scene, int32_t word) {
    int score = 0;
    DTL_EACH_CHILD(scene, c, word) {
        const dtl_word *w = dtl_scene_word(scene, c);
        if (w->time != DTL_NONE) score += 15;
        else if (w->dep == DTL_DEP_NMOD_POSS) score += 5;
        else if (w->dep == DTL_DEP_ACL) score += 5;
        else if (w->dep == DTL_DEP_NMOD) {
            const char *preposition = dtl_scene_case(scene, c);
            if (preposition &&
                dtl_listed(preposition, "by between against on with to"))
                score += 8;
            else score += 4;
        } else if (w->dep == DTL_DEP_NUMMOD) score -= 10;
    }
    return score > 25 ? 25 : score;
}

/* What WordNet says of a noun that has no row. */
static int score_unlisted(const dtl_word *w) {
    const uint32_t happens = DTL_LEX_ACT | DTL_LEX_EVENT | DTL_LEX_PROCESS;
    const uint32_t thing = DTL_LEX_PERSON | DTL_LEX_GROUP | DTL_LEX_LOCATION |
                           DTL_LEX_ARTIFACT | DTL_LEX_TIME |
                           DTL_LEX_QUANTITY | DTL_LEX_POSSESSION |
                           DTL_LEX_COGNITION | DTL_LEX_COMMUNICATION |
                           DTL_LEX_ATTRIBUTE;
    if (!(w->lex & happens)) return 0;
    if (w->lex & thing) return 10;
    return 30;
}

/* A plural may have its own row: sales are no sale. */
static const dtl_event_noun *noun_row(const dtl_scene *scene,
                                      const dtl_word *w) {
    char form[DTL_MAX_WORD_BYTES + 1];
    const uint32_t length = dtl_length(w->span);
    if (w->tag == DTL_TAG_NNS && length <= DTL_MAX_WORD_BYTES) {
        memcpy(form, dtl_bytes(scene->source, w->span), length);
        form[length] = 0;
        const dtl_event_noun *row = dtl_event_noun_find(form);
        if (row) return row;
    }
    return dtl_event_noun_find(w->lemma);
}

static bool is_event_noun(const dtl_scene *scene, int32_t word) {
    const dtl_word *w = dtl_scene_word(scene, word);
    if (w->dep == DTL_DEP_COMPOUND || w->dep == DTL_DEP_FLAT ||
        w->dep == DTL_DEP_FIXED || w->dep == DTL_DEP_CASE)
        return false;
    const dtl_event_noun *row = noun_row(scene, w);
    int score = row ? row->strength : score_unlisted(w);
    if (score == 0) return false;
    score += score_place(scene, word) + score_below(scene, word);
    return score >= 50;
}

/* ---- states ------------------------------------------------------------ */

/* "was ready", "remained responsible": predicate of a clause. */
static bool is_event_state(const dtl_scene *scene, int32_t word) {
    const dtl_word *w = dtl_scene_word(scene, word);
    if (w->dep == DTL_DEP_AMOD) return false;
    /* "was due on Monday": the parse makes the day the predicate. */
    const int32_t predicate = w->dep == DTL_DEP_CASE ? w->head : word;
    if (dtl_scene_child(scene, predicate, DTL_DEP_COP) == DTL_NONE &&
        w->dep != DTL_DEP_XCOMP)
        return false;
    return dtl_event_state_find(w->lemma) != NULL;
}

/* ---- the step ---------------------------------------------------------- */

static bool is_trigger(const dtl_scene *scene, int32_t word) {
    const dtl_word *w = dtl_scene_word(scene, word);
    const unsigned char first =
        (unsigned char)*dtl_bytes(scene->source, w->span);
    const bool letter = first >= 0x80 || ((first | 0x20u) >= 'a' && (first | 0x20u) <= 'z');
    if (w->time != DTL_NONE || !letter) return false;
    switch (w->pos) {
    case DTL_POS_AUX: /* the tagger's "has" of "has nine branches" */
    case DTL_POS_VERB: return is_event_verb(scene, word);
    case DTL_POS_NOUN: return is_event_noun(scene, word);
    case DTL_POS_ADJ: return is_event_state(scene, word);
    default: return false;
    }
}

static bool tells_events(const dtl_source *source, int32_t sentence) {
    const int32_t block = source->sentences.items[sentence].block;
    switch (source->blocks.items[block].kind) {
    case DTL_BLOCK_BODY:
    case DTL_BLOCK_QUOTE:
    case DTL_BLOCK_TITLE:
    case DTL_BLOCK_CAPTION: return true;
    default: return false;
    }
}

static void add_event(dtl_scene *scene, int32_t word) {
    dtl_event *event = DTL_PUSH(scene->arena, &scene->source->events);
    if (!event) return;
    event->trigger = event->clause = word;
    event->reporter = event->time = event->anchor = DTL_NONE;
    event->same = event->entry = DTL_NONE;
    scene->event[word] = (int32_t)scene->source->events.count - 1;
}

void dtl_event_find(dtl_scene *scene) {
    const dtl_source *source = scene->source;
    for (int32_t i = 0; i < (int32_t)source->words.count; i++) {
        if (tells_events(source, source->words.items[i].sentence) &&
            is_trigger(scene, i))
            add_event(scene, i);
    }
}
