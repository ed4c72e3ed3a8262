/* event_fold.c - which events stand on their own.
 *
 * Light verbs and aspect are folded into the noun or verb that they carry
 * ("held talks" is talks, "began to withdraw" is withdraw); reporting,
 * states, wishes and what stands only in a title are background: the
 * chronology does not list them by themselves. Weight is a first guess of
 * how much an event is worth a line, from class, participants and form. */
#include <string.h>

#include "core/story/event_scene.h"

#define LIGHT "hold make take have launch stage conduct carry give mount "    \
              "wage hold begin start continue resume end stop open undergo "  \
              "do pay enter reach complete finish conclude halt"
#define TAKES_PLACE "take occur happen begin start continue resume end come " \
                    "stop open follow"

bool dtl_event_is_light(const dtl_scene *scene, int32_t word) {
    const dtl_word *w = dtl_scene_word(scene, word);
    return w->pos == DTL_POS_VERB &&
           dtl_listed(w->lemma, LIGHT " occur happen come follow");
}

/* The event noun or clause that a light or aspectual verb carries, or
 * DTL_NONE. */
static int32_t carried(const dtl_scene *scene, int32_t word) {
    const dtl_event *event = dtl_scene_event(scene, word);
    const char *lemma = dtl_scene_word(scene, word)->lemma;
    const bool aspect = event->class_ == DATELINE_CLASS_ASPECTUAL;
    DTL_EACH_CHILD(scene, c, word) {
        if (scene->event[c] == DTL_NONE) continue;
        const dtl_word *w = dtl_scene_word(scene, c);
        if (w->dep == DTL_DEP_XCOMP && aspect) return c;
        if (w->pos != DTL_POS_NOUN) continue;
        if ((w->dep == DTL_DEP_OBJ || w->dep == DTL_DEP_NSUBJ_PASS) &&
            dtl_listed(lemma, LIGHT))
            return c;
        if (w->dep == DTL_DEP_NSUBJ && dtl_listed(lemma, TAKES_PLACE))
            return c;
    }
    return DTL_NONE;
}

/* The later of two mentions of one event points to the earlier. */
static void join(dtl_scene *scene, dtl_event *light, dtl_event *main) {
    const dtl_event *first = scene->source->events.items;
    if (light < main) main->same = (int32_t)(light - first);
    else light->same = (int32_t)(main - first);
    light->background = 1;
}

static bool governs_clause(const dtl_scene *scene, int32_t word) {
    DTL_EACH_CHILD(scene, c, word) {
        const uint8_t dep = dtl_scene_word(scene, c)->dep;
        if (scene->event[c] != DTL_NONE &&
            (dep == DTL_DEP_XCOMP || dep == DTL_DEP_CCOMP ||
             dep == DTL_DEP_ACL))
            return true;
    }
    return false;
}

static bool is_outside_body(const dtl_scene *scene, int32_t word) {
    const dtl_source *source = scene->source;
    const int32_t sentence = dtl_scene_word(scene, word)->sentence;
    const int32_t block = source->sentences.items[sentence].block;
    const dtl_block_kind kind = source->blocks.items[block].kind;
    return kind != DTL_BLOCK_BODY && kind != DTL_BLOCK_QUOTE;
}

/* A time of its own, of its participle or of the verb that says that it takes
 * place: "an inspection planned for Thursday", "the vote will be held on
 * Friday". */
static bool has_time(const dtl_scene *scene, int32_t noun) {
    const int32_t above = dtl_scene_word(scene, noun)->head;
    if (dtl_scene_time(scene, noun) != DTL_NONE) return true;
    if (above != DTL_NONE && dtl_scene_event(scene, above) &&
        carried(scene, above) == noun &&
        dtl_scene_time(scene, above) != DTL_NONE)
        return true;
    DTL_EACH_CHILD(scene, c, noun)
        if (dtl_scene_word(scene, c)->dep == DTL_DEP_ACL &&
            dtl_scene_time(scene, c) != DTL_NONE)
            return true;
    return false;
}

/* A noun that only adds to its clause, without a time of its own: "amid the
 * crisis", "after the attack", "angered by the vote". What a verb reports
 * or plans, and what is said to happen, is more than that. */
static bool is_detail(const dtl_scene *scene, const dtl_event *event) {
    const dtl_word *w = dtl_scene_word(scene, event->trigger);
    if (w->pos != DTL_POS_NOUN || has_time(scene, event->trigger))
        return false;
    const dtl_event *above = dtl_scene_event(scene, w->head);
    switch (w->dep) {
    case DTL_DEP_ROOT:
    case DTL_DEP_NSUBJ:
    case DTL_DEP_NSUBJ_PASS:
    case DTL_DEP_CONJ: return event->participants.count == 0;
    case DTL_DEP_OBJ:
        if (!above || dtl_event_is_light(scene, w->head)) return false;
        return above->class_ == DATELINE_CLASS_OCCURRENCE;
    case DTL_DEP_OBL: return event->participants.count == 0;
    default: return true;
    }
}

static bool is_background(const dtl_scene *scene, const dtl_event *event) {
    if (is_outside_body(scene, event->trigger)) return true;
    if (is_detail(scene, event)) return true;
    switch (event->class_) {
    case DATELINE_CLASS_STATE: /* "is due in court on Friday" */
        return event->status != DATELINE_STATUS_PLANNED ||
               !dtl_scene_is(scene, event->trigger, "due") ||
               dtl_scene_time(scene, event->trigger) == DTL_NONE;
    case DATELINE_CLASS_REPORTING:
    case DATELINE_CLASS_PERCEPTION: return true;
    case DATELINE_CLASS_I_STATE: /* "the vote was planned for July" */
        return event->status != DATELINE_STATUS_PLANNED ||
               !dtl_scene_is_passive(scene, event->trigger) ||
               dtl_scene_time(scene, event->trigger) == DTL_NONE;
    case DATELINE_CLASS_I_ACTION: {
        const bool spoken = dtl_event_speaks(scene, event->trigger);
        return governs_clause(scene, event->trigger) &&
               (spoken || event->status != DATELINE_STATUS_OCCURRED);
    }
    default: break;
    }
    const bool opinion = dtl_scene_word(scene, event->trigger)->quoted &&
                         event->status != DATELINE_STATUS_OCCURRED &&
                         event->participants.count == 0 &&
                         dtl_scene_time(scene, event->trigger) == DTL_NONE;
    return opinion || (event->status == DATELINE_STATUS_ONGOING &&
                       event->tense == DATELINE_TENSE_PRESENT &&
                       event->aspect == DATELINE_ASPECT_NONE);
}

/* Who takes part counts most; doubt and background take away. */
static float weigh(const dtl_scene *scene, const dtl_event *event) {
    float weight = 0.3f;
    for (uint32_t i = 0; i < event->participants.count && i < 2; i++)
        weight += 0.2f;
    if (event->plover) weight += 0.15f;
    if (event->clause == event->trigger) weight += 0.1f;
    if (event->status == DATELINE_STATUS_POSSIBLE) weight -= 0.15f;
    if (event->background) weight -= 0.3f;
    (void)scene;
    return weight < 0.0f ? 0.0f : weight > 1.0f ? 1.0f : weight;
}

void dtl_event_fold(dtl_scene *scene) {
    const dtl_source *source = scene->source;
    for (uint32_t i = 0; i < source->events.count; i++) {
        dtl_event *event = &source->events.items[i];
        event->background |= is_background(scene, event);
        const int32_t main = carried(scene, event->trigger);
        if (main != DTL_NONE)
            join(scene, event, dtl_scene_event(scene, main));
    }
    for (uint32_t i = 0; i < source->events.count; i++) {
        dtl_event *event = &source->events.items[i];
        event->weight = weigh(scene, event);
    }
}
