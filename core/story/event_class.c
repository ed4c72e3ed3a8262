/* event_class.c - the TimeML class of each event.
 *
 * A verb has the class of its row in event_verbs.def where the row's frame
 * is met, a noun that of event_nouns.def; everything else is an
 * OCCURRENCE. Classes: TimeML 1.2.1 guidelines, section 2.1.1. */
#include <string.h>

#include "core/story/event_scene.h"

#define OCCURRENCE DATELINE_CLASS_OCCURRENCE
#define REPORTING DATELINE_CLASS_REPORTING
#define STATE DATELINE_CLASS_STATE
#define I_ACTION DATELINE_CLASS_I_ACTION
#define I_STATE DATELINE_CLASS_I_STATE
#define ASPECTUAL DATELINE_CLASS_ASPECTUAL
#define PERCEPTION DATELINE_CLASS_PERCEPTION

static const dtl_event_verb verbs[] = {
#define ANY DTL_FRAME_ANY
#define CLAUSE DTL_FRAME_CLAUSE
#define EVENT DTL_FRAME_EVENT
#define OBJECT DTL_FRAME_OBJECT
#define ACTIVE DTL_FRAME_ACTIVE
#define SPEECH DTL_FRAME_SPEECH
#define SPEECH_CLAUSE DTL_FRAME_SPEECH_CLAUSE
#define NAMED DTL_FRAME_NAMED
#define FOR DTL_FRAME_FOR
#define GERUND DTL_FRAME_GERUND
#define THING DTL_FRAME_THING
#define VERB(lemma, class_, frame, example) {lemma, class_, frame, example},
#include "core/story/event_verbs.def"
#undef VERB
};

#define VERBS (sizeof verbs / sizeof *verbs)

const dtl_event_verb *dtl_event_verb_rows(size_t *count) {
    *count = VERBS;
    return verbs;
}

static bool is_to(const dtl_scene *scene, int32_t word) {
    const char *mark = dtl_scene_mark(scene, word);
    return mark && strcmp(mark, "to") == 0;
}

/* "barred him from leaving". */
static bool is_from(const dtl_scene *scene, int32_t word) {
    const char *mark = dtl_scene_mark(scene, word);
    return mark && strcmp(mark, "from") == 0;
}

/* "asked the police to leave": the parser may hang the clause on the
 * object. */
static bool object_has_clause(const dtl_scene *scene, int32_t object) {
    const int32_t clause = dtl_scene_child(scene, object, DTL_DEP_ACL);
    return clause != DTL_NONE && is_to(scene, clause);
}

/* "that ...", "to ...", "leaving", or the clause that it stands inside of:
 * "The bank, he added, would close". */
static bool has_clause(const dtl_scene *scene, int32_t word) {
    const dtl_word *w = dtl_scene_word(scene, word);
    if (w->dep == DTL_DEP_PARATAXIS) return true;
    DTL_EACH_CHILD(scene, c, word) {
        switch (dtl_scene_word(scene, c)->dep) {
        case DTL_DEP_XCOMP:
        case DTL_DEP_CCOMP:
        case DTL_DEP_CSUBJ:
        case DTL_DEP_CSUBJ_PASS:
        case DTL_DEP_PARATAXIS: return true;
        case DTL_DEP_ADVCL:
            if (is_to(scene, c) || is_from(scene, c)) return true;
            break;
        case DTL_DEP_OBJ:
        case DTL_DEP_IOBJ:
        case DTL_DEP_NSUBJ_PASS:
            if (object_has_clause(scene, c)) return true;
            break;
        default: break;
        }
    }
    return false;
}

/* Speaks without an object where something is quoted. */
static bool has_quotation(const dtl_scene *scene, int32_t word) {
    if (dtl_scene_child(scene, word, DTL_DEP_OBJ) != DTL_NONE) return false;
    const dtl_source *source = scene->source;
    const dtl_sentence *s =
        &source->sentences.items[dtl_scene_word(scene, word)->sentence];
    const dtl_word *first = &source->words.items[s->first];
    return first->quoted || first[s->count - 1].quoted ||
           (s->count > 2 && first[s->count - 3].quoted);
}

/* An event noun as object, subject of the passive, or after the preposition
 * that the verb asks for. */
static bool has_event(const dtl_scene *scene, int32_t word) {
    DTL_EACH_CHILD(scene, c, word) {
        const uint8_t dep = dtl_scene_word(scene, c)->dep;
        if ((dep == DTL_DEP_OBJ || dep == DTL_DEP_NSUBJ_PASS ||
             dep == DTL_DEP_OBL) &&
            scene->event[c] != DTL_NONE)
            return true;
    }
    return false;
}

static bool has_object(const dtl_scene *scene, int32_t word) {
    return dtl_scene_child(scene, word, DTL_DEP_OBJ) != DTL_NONE ||
           dtl_scene_is_passive(scene, word);
}

/* "called the plan a mistake". A name in quotation marks may hang anywhere:
 * called the plan "a mistake". */
static bool has_name(const dtl_scene *scene, int32_t word) {
    const int32_t name = dtl_scene_child(scene, word, DTL_DEP_XCOMP);
    if (name != DTL_NONE && dtl_scene_word(scene, name)->pos != DTL_POS_VERB)
        return true;
    const int32_t named = dtl_scene_child(scene, word, DTL_DEP_OBJ);
    if (named == DTL_NONE || dtl_scene_word(scene, word)->quoted) return false;
    const dtl_source *source = scene->source;
    const dtl_sentence *s =
        &source->sentences.items[dtl_scene_word(scene, word)->sentence];
    const int32_t end = (int32_t)(s->first + s->count);
    const int32_t near = word + 12; /* keeps the work linear */
    for (int32_t i = word + 1; i <= named + 2 && i < end && i < near; i++)
        if (source->words.items[i].quoted) return true;
    return false;
}

/* "kept talking". */
static bool has_gerund(const dtl_scene *scene, int32_t word) {
    const int32_t c = dtl_scene_child(scene, word, DTL_DEP_XCOMP);
    return c != DTL_NONE && dtl_scene_word(scene, c)->tag == DTL_TAG_VBG;
}

/* "called for calm", "called on him to go", "called for ending it". */
static bool has_for(const dtl_scene *scene, int32_t word) {
    DTL_EACH_CHILD(scene, c, word) {
        const dtl_word *w = dtl_scene_word(scene, c);
        const char *with = w->dep == DTL_DEP_OBL ? dtl_scene_case(scene, c)
                                                 : dtl_scene_mark(scene, c);
        if (w->time == DTL_NONE && with && dtl_listed(with, "for on"))
            return true;
    }
    return false;
}

static bool frame_holds(const dtl_scene *scene, int32_t word, int frame) {
    switch (frame) {
    case DTL_FRAME_CLAUSE: return has_clause(scene, word);
    case DTL_FRAME_SPEECH_CLAUSE:
        return has_clause(scene, word) || has_quotation(scene, word);
    case DTL_FRAME_EVENT:
        return has_clause(scene, word) || has_event(scene, word);
    case DTL_FRAME_OBJECT: return has_object(scene, word);
    case DTL_FRAME_ACTIVE: return !dtl_scene_is_passive(scene, word);
    case DTL_FRAME_THING:
        return dtl_scene_child(scene, word, DTL_DEP_OBJ) != DTL_NONE &&
               !dtl_scene_is_passive(scene, word) && !has_event(scene, word);
    case DTL_FRAME_NAMED: return has_name(scene, word);
    case DTL_FRAME_FOR: return has_for(scene, word);
    case DTL_FRAME_GERUND: return has_gerund(scene, word);
    default: return true;
    }
}

/* The first row of the verb whose frame is met, or NULL. */
static const dtl_event_verb *verb_row(const dtl_scene *scene, int32_t word) {
    const char *lemma = dtl_scene_word(scene, word)->lemma;
    const dtl_event_verb *row =
        dtl_row_first(verbs, VERBS, sizeof *verbs, lemma);
    for (; row && row < verbs + VERBS; row++) {
        if (strcmp(row->lemma, lemma) != 0) break;
        if (frame_holds(scene, word, row->frame)) return row;
    }
    return NULL;
}

bool dtl_event_speaks(const dtl_scene *scene, int32_t word) {
    if (dtl_scene_word(scene, word)->pos != DTL_POS_VERB) return false;
    const dtl_event_verb *row =
        dtl_row_first(verbs, VERBS, sizeof *verbs,
                      dtl_scene_word(scene, word)->lemma);
    if (!row) return false;
    return row->frame == DTL_FRAME_SPEECH ||
           row->frame == DTL_FRAME_SPEECH_CLAUSE;
}

static dateline_event_class class_of(const dtl_scene *scene, int32_t word) {
    const dtl_word *w = dtl_scene_word(scene, word);
    if (strcmp(w->lemma, "accord") == 0 && w->dep == DTL_DEP_CASE)
        return REPORTING;
    if (w->pos == DTL_POS_VERB || w->pos == DTL_POS_AUX) {
        const dtl_event_verb *row = verb_row(scene, word);
        return row ? row->class_ : OCCURRENCE;
    }
    const dtl_event_noun *row = w->pos == DTL_POS_ADJ
                                    ? dtl_event_state_find(w->lemma)
                                    : dtl_event_noun_find(w->lemma);
    if (!row) return w->pos == DTL_POS_ADJ ? STATE : OCCURRENCE;
    const bool clause = row->class_ == I_ACTION || row->class_ == I_STATE ||
                        row->class_ == REPORTING;
    if (w->pos == DTL_POS_NOUN && clause && !(row->flags & DTL_NOUN_ALWAYS) &&
        dtl_scene_child(scene, word, DTL_DEP_ACL) == DTL_NONE &&
        dtl_scene_child(scene, word, DTL_DEP_CCOMP) == DTL_NONE)
        return OCCURRENCE;
    return row->class_;
}

void dtl_event_classify(dtl_scene *scene) {
    const dtl_source *source = scene->source;
    for (uint32_t i = 0; i < source->events.count; i++) {
        dtl_event *event = &source->events.items[i];
        event->class_ = class_of(scene, event->trigger);
    }
}
