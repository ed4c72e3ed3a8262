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

/* What REP, I_A, ... are short for in the rows. */
static const dtl_event_verb verbs[] = {
#define ANY DTL_FRAME_ANY
#define CLAUSE DTL_FRAME_CLAUSE
#define EVENT DTL_FRAME_EVENT
#define OBJECT DTL_FRAME_OBJECT
#define SPEECH DTL_FRAME_SPEECH
#define SPEECH_CLAUSE DTL_FRAME_SPEECH_CLAUSE
#define VERB(lemma, class_, frame, example) {lemma, class_, frame, example},
#include "core/story/event_verbs.def"
#undef VERB
};

const dtl_event_verb *dtl_event_verb_find(const char *lemma) {
    return dtl_row_find(verbs, sizeof verbs / sizeof *verbs, sizeof *verbs,
                        lemma);
}

const dtl_event_verb *dtl_event_verb_rows(size_t *count) {
    *count = sizeof verbs / sizeof *verbs;
    return verbs;
}

/* "that ...", "to ...", "leaving", or the clause that it stands inside of:
 * "The bank, he added, would close". */
static bool has_clause(const dtl_scene *scene, int32_t word) {
    const dtl_word *w = dtl_scene_word(scene, word);
    if (w->dep == DTL_DEP_PARATAXIS) return true;
    DTL_EACH_CHILD(scene, c, word) {
        const uint8_t dep = dtl_scene_word(scene, c)->dep;
        if (dep == DTL_DEP_XCOMP || dep == DTL_DEP_CCOMP ||
            dep == DTL_DEP_CSUBJ || dep == DTL_DEP_CSUBJ_PASS ||
            dep == DTL_DEP_PARATAXIS)
            return true;
        if (dep == DTL_DEP_ADVCL) {
            const char *mark = dtl_scene_mark(scene, c);
            if (mark && strcmp(mark, "to") == 0) return true;
        }
    }
    return false;
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

static bool frame_holds(const dtl_scene *scene, int32_t word, int frame) {
    switch (frame) {
    case DTL_FRAME_CLAUSE:
    case DTL_FRAME_SPEECH_CLAUSE: return has_clause(scene, word);
    case DTL_FRAME_EVENT:
        return has_clause(scene, word) || has_event(scene, word);
    case DTL_FRAME_OBJECT:
        return dtl_scene_child(scene, word, DTL_DEP_OBJ) != DTL_NONE ||
               dtl_scene_is_passive(scene, word);
    default: return true;
    }
}

bool dtl_event_speaks(const dtl_scene *scene, int32_t word) {
    if (dtl_scene_word(scene, word)->pos != DTL_POS_VERB) return false;
    const dtl_event_verb *row =
        dtl_event_verb_find(dtl_scene_word(scene, word)->lemma);
    if (!row) return false;
    return row->frame == DTL_FRAME_SPEECH ||
           row->frame == DTL_FRAME_SPEECH_CLAUSE;
}

static dateline_event_class class_of(const dtl_scene *scene, int32_t word) {
    const dtl_word *w = dtl_scene_word(scene, word);
    if (strcmp(w->lemma, "accord") == 0 && w->dep == DTL_DEP_CASE)
        return REPORTING;
    if (w->pos == DTL_POS_VERB) {
        const dtl_event_verb *row = dtl_event_verb_find(w->lemma);
        return row && frame_holds(scene, word, row->frame) ? row->class_
                                                           : OCCURRENCE;
    }
    const dtl_event_noun *row = w->pos == DTL_POS_ADJ
                                    ? dtl_event_state_find(w->lemma)
                                    : dtl_event_noun_find(w->lemma);
    if (!row) return w->pos == DTL_POS_ADJ ? STATE : OCCURRENCE;
    const bool intends = row->class_ == I_ACTION || row->class_ == I_STATE;
    if (w->pos == DTL_POS_NOUN && intends &&
        dtl_scene_child(scene, word, DTL_DEP_ACL) == DTL_NONE)
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
