/* event_roles.c - who did what to whom, and where.
 *
 * Roles are read off the parse: subjects, objects, "by", "with", "between";
 * shared subjects and controlled ones through event_subject.c; the
 * possessors and complements of event nouns. Only what core/story found as
 * a mention takes part; places go to the event's places. */
#include <string.h>

#include "core/base/limits.h"
#include "core/story/event_scene.h"

#define AGENT DATELINE_ROLE_AGENT
#define PATIENT DATELINE_ROLE_PATIENT
#define RECIPIENT DATELINE_ROLE_RECIPIENT
#define PARTICIPANT DATELINE_ROLE_PARTICIPANT

/* ---- adding --------------------------------------------------------------- */

static int32_t actor_of(const dtl_scene *scene, int32_t mention) {
    return scene->source->mentions.items[mention].actor;
}

static bool is_place(const dtl_scene *scene, int32_t mention) {
    const int32_t actor = actor_of(scene, mention);
    return actor != DTL_NONE &&
           scene->source->actors.items[actor].type == DATELINE_ACTOR_PLACE;
}

static bool is_cast(const dtl_event *event, int32_t actor) {
    for (uint32_t i = 0; i < event->participants.count; i++) {
        if (event->participants.items[i].actor == actor) return true;
    }
    return false;
}

static void add_actor(dtl_scene *scene, dtl_event *event, int32_t actor,
                      int32_t mention, dateline_role role) {
    if (actor == DTL_NONE || is_cast(event, actor)) return;
    if (event->participants.count >= DTL_MAX_EVENT_ACTORS) return;
    dtl_participant *p = DTL_PUSH(scene->arena, &event->participants);
    if (p) *p = (dtl_participant){actor, mention, role};
}

/* "Luria said it would leave": the name that a pronoun stands for tells more,
 * when it is the subject of what reports the pronoun's clause. */
static int32_t named_by_speaker(const dtl_scene *scene,
                                const dtl_event *event, int32_t mention) {
    const dtl_source *source = scene->source;
    const dtl_mention *own = &source->mentions.items[mention];
    if (own->kind != DTL_MENTION_PRONOUN || event->reporter == DTL_NONE)
        return mention;
    const int32_t verb = source->events.items[event->reporter].trigger;
    const int32_t speaker = dtl_event_speaker(scene, verb);
    if (speaker == DTL_NONE || scene->mention[speaker] == DTL_NONE ||
        dtl_scene_word(scene, speaker)->sentence !=
            dtl_scene_word(scene, own->head)->sentence)
        return mention;
    const int32_t name = scene->mention[speaker];
    return source->mentions.items[name].kind != DTL_MENTION_PRONOUN &&
                   actor_of(scene, name) == own->actor
               ? name
               : mention;
}

static void add_mention(dtl_scene *scene, dtl_event *event, int32_t mention,
                        dateline_role role) {
    mention = named_by_speaker(scene, event, mention);
    add_actor(scene, event, actor_of(scene, mention), mention, role);
}

/* "I" is who speaks, and "we" is when a country or company speaks. */
static void add_speaker(dtl_scene *scene, dtl_event *event, int32_t word,
                        dateline_role role) {
    const dtl_source *source = scene->source;
    if (event->reporter == DTL_NONE) return;
    const int32_t reporter = source->events.items[event->reporter].trigger;
    const int32_t speaker = dtl_event_speaker(scene, reporter);
    if (speaker == DTL_NONE || scene->mention[speaker] == DTL_NONE) return;
    const int32_t actor = actor_of(scene, scene->mention[speaker]);
    if (actor == DTL_NONE) return;
    const bool person =
        source->actors.items[actor].type == DATELINE_ACTOR_PERSON;
    if (person == dtl_listed(dtl_scene_word(scene, word)->lemma,
                             "I i my"))
        add_actor(scene, event, actor, DTL_NONE, role);
}

/* The word's mention and those of the words that are joined to it: "A, B
 * and C". True when there was one. */
static bool add_word(dtl_scene *scene, dtl_event *event, int32_t word,
                     dateline_role role) {
    if (word == DTL_NONE) return false;
    bool added = scene->mention[word] != DTL_NONE;
    if (!added && dtl_listed(dtl_scene_word(scene, word)->lemma,
                             "I i my we our"))
        add_speaker(scene, event, word, role);
    if (added) add_mention(scene, event, scene->mention[word], role);
    DTL_EACH_CHILD(scene, c, word) {
        if (dtl_scene_word(scene, c)->dep != DTL_DEP_CONJ) continue;
        if (scene->mention[c] == DTL_NONE) continue;
        add_mention(scene, event, scene->mention[c], role);
        added = true;
    }
    return added;
}

static void add_place(dtl_scene *scene, dtl_event *event, int32_t word) {
    const int32_t mention = scene->mention[word];
    if (mention == DTL_NONE || !is_place(scene, mention)) return;
    if (event->places.count >= DTL_MAX_EVENT_ACTORS) return;
    int32_t *place = DTL_PUSH(scene->arena, &event->places);
    if (place) *place = mention;
}

static bool leads_to_owner(const dtl_word *w) {
    return w->dep == DTL_DEP_NMOD_POSS || w->dep == DTL_DEP_NMOD ||
           w->dep == DTL_DEP_AMOD || w->dep == DTL_DEP_COMPOUND;
}

/* An object that is no actor itself may belong to one, some steps below:
 * "praised Norvia's efforts", "a ban on Norvian trucks". */
static void add_owner(dtl_scene *scene, dtl_event *event, int32_t word,
                      dateline_role role) {
    for (int depth = 0; depth < 3 && word != DTL_NONE; depth++) {
        int32_t next = DTL_NONE;
        DTL_EACH_CHILD(scene, c, word) {
            if (!leads_to_owner(dtl_scene_word(scene, c))) continue;
            if (add_word(scene, event, c, role)) return;
            next = c;
        }
        word = next;
    }
}

static void add_object(dtl_scene *scene, dtl_event *event, int32_t word,
                       dateline_role role) {
    if (!add_word(scene, event, word, role))
        add_owner(scene, event, word, role);
}

/* ---- verbs ----------------------------------------------------------------- */

#define TOWARDS "to with against for from on at toward towards upon into " \
                "between among of about"
#define WHERE "in at to from near inside outside into across over around " \
              "through toward towards off onto"

/* "met with Qin", "attacked by rebels", "in Geneva". */
static void cast_oblique(dtl_scene *scene, dtl_event *event, int32_t word,
                         bool passive) {
    const char *preposition = dtl_scene_case(scene, word);
    const int32_t mention = scene->mention[word];
    if (!preposition || mention == DTL_NONE) return;
    const bool place = is_place(scene, mention);
    if (passive && strcmp(preposition, "by") == 0) {
        add_word(scene, event, word, AGENT);
        return;
    }
    if (place && dtl_listed(preposition, WHERE))
        add_place(scene, event, word);
    if (!dtl_listed(preposition, TOWARDS)) return;
    const bool to = strcmp(preposition, "to") == 0;
    if (place && !to && strcmp(preposition, "with") != 0 &&
        strcmp(preposition, "against") != 0)
        return;
    add_word(scene, event, word, to && !place ? RECIPIENT : PARTICIPANT);
}

static void cast_below_verb(dtl_scene *scene, dtl_event *event,
                            bool passive) {
    DTL_EACH_CHILD(scene, c, event->trigger) {
        switch (dtl_scene_word(scene, c)->dep) {
        case DTL_DEP_NSUBJ_PASS:
            if (passive) add_object(scene, event, c, PATIENT);
            break;
        case DTL_DEP_OBJ: add_object(scene, event, c, PATIENT); break;
        case DTL_DEP_IOBJ: add_word(scene, event, c, RECIPIENT); break;
        case DTL_DEP_OBL_AGENT:
            add_word(scene, event, c, passive ? AGENT : PATIENT);
            break;
        case DTL_DEP_OBL: cast_oblique(scene, event, c, passive); break;
        default: break;
        }
    }
}

/* "the city that the rebels took": the antecedent is the object. */
static void cast_relative(dtl_scene *scene, dtl_event *event) {
    const dtl_word *w = dtl_scene_word(scene, event->trigger);
    if (w->dep != DTL_DEP_ACL_RELCL || w->head == DTL_NONE) return;
    if (dtl_scene_child(scene, event->trigger, DTL_DEP_OBJ) == DTL_NONE)
        add_word(scene, event, w->head, PATIENT);
}

#define MANY "group number parade team delegation pair dozen hundred thousand " \
             "ten score series crowd handful majority couple lot rest deployment " \
             "batch patch wave unit contingent convoy"

/* "a group of rebels": those who act stand behind "of". */
static void add_subject(dtl_scene *scene, dtl_event *event, int32_t word,
                        dateline_role role) {
    if (add_word(scene, event, word, role)) return;
    if (!dtl_listed(dtl_scene_word(scene, word)->lemma, MANY)) return;
    add_word(scene, event, dtl_scene_child(scene, word, DTL_DEP_NMOD), role);
}

static void cast_verb(dtl_scene *scene, dtl_event *event) {
    const bool passive = dtl_scene_is_passive(scene, event->trigger);
    const int32_t doer = dtl_scene_doer(scene, event->trigger);
    if (doer != DTL_NONE)
        add_subject(scene, event, doer, passive ? PATIENT : AGENT);
    cast_below_verb(scene, event, passive);
    cast_relative(scene, event);
}

/* ---- nouns ----------------------------------------------------------------- */

/* "by", "between", "a request from" give who acts; "of" does for nouns like
 * arrival. */
static dateline_role role_of_noun_side(const char *preposition,
                                       const dtl_event_noun *row) {
    const int flags = row ? row->flags : DTL_NOUN_PLAIN;
    if (dtl_listed(preposition, "by between among")) return AGENT;
    if (strcmp(preposition, "with") == 0) return PARTICIPANT;
    if (strcmp(preposition, "from") == 0 && dtl_noun_is_spoken(row))
        return AGENT;
    if (strcmp(preposition, "of") == 0 &&
        (flags & (DTL_NOUN_DOER | DTL_NOUN_MUTUAL)))
        return AGENT;
    return PATIENT;
}

static void cast_below_noun(dtl_scene *scene, dtl_event *event,
                            const dtl_event_noun *row) {
    const int flags = row ? row->flags : DTL_NOUN_PLAIN;
    DTL_EACH_CHILD(scene, c, event->trigger) {
        const dtl_word *w = dtl_scene_word(scene, c);
        const dateline_role own = flags & DTL_NOUN_DONE ? PATIENT : AGENT;
        if (w->dep == DTL_DEP_NMOD_POSS || w->dep == DTL_DEP_AMOD ||
            w->dep == DTL_DEP_COMPOUND)
            add_word(scene, event, c, own);
        if (w->dep != DTL_DEP_NMOD) continue;
        const char *preposition = dtl_scene_case(scene, c);
        if (!preposition || scene->mention[c] == DTL_NONE) continue;
        const bool place = is_place(scene, scene->mention[c]);
        if (place && dtl_listed(preposition, WHERE))
            add_place(scene, event, c);
        if (place && strcmp(preposition, "in") == 0) continue;
        if (dtl_listed(preposition, TOWARDS " by"))
            add_word(scene, event, c, role_of_noun_side(preposition, row));
    }
}

/* Verbs whose subject does what the object noun tells: "cancelled a visit". */
#define OWN_PLANS "consider plan schedule cancel postpone delay pay end begin " \
                  "attend join expect propose announce"

/* "begin two days of talks": the noun that stands at the verb. */
static int32_t outer_noun(const dtl_scene *scene, int32_t noun) {
    const dtl_word *w = dtl_scene_word(scene, noun);
    if (w->dep != DTL_DEP_NMOD || w->head == DTL_NONE) return noun;
    const dtl_word *head = dtl_scene_word(scene, w->head);
    return head->time != DTL_NONE || (head->lex & DTL_LEX_TIME) ? w->head
                                                                 : noun;
}

/* The verb that the noun stands at as object or subject, or DTL_NONE. */
static int32_t verb_of(const dtl_scene *scene, int32_t trigger,
                       uint8_t *dep) {
    const dtl_word *w =
        dtl_scene_word(scene, outer_noun(scene, trigger));
    *dep = w->dep;
    const bool stands = w->dep == DTL_DEP_OBJ || w->dep == DTL_DEP_NSUBJ ||
                        w->dep == DTL_DEP_NSUBJ_PASS;
    return stands ? w->head : DTL_NONE;
}

/* "held talks with Qin": what stands at the light verb is the noun's. */
static void cast_from_light(dtl_scene *scene, dtl_event *event) {
    uint8_t dep;
    const int32_t verb = verb_of(scene, event->trigger, &dep);
    if (verb == DTL_NONE || !dtl_event_is_light(scene, verb)) return;
    if (dep == DTL_DEP_OBJ)
        add_word(scene, event, dtl_scene_doer(scene, verb), AGENT);
    DTL_EACH_CHILD(scene, c, verb) {
        const uint8_t below = dtl_scene_word(scene, c)->dep;
        if (below == DTL_DEP_OBL || below == DTL_DEP_OBL_AGENT)
            cast_oblique(scene, event, c, dep == DTL_DEP_NSUBJ_PASS);
    }
}

/* "cancelled a visit": a visit of whom cancelled it, if nothing else is
 * said. */
static void cast_from_planner(dtl_scene *scene, dtl_event *event) {
    uint8_t dep;
    const int32_t verb = verb_of(scene, event->trigger, &dep);
    if (verb == DTL_NONE || dep != DTL_DEP_OBJ) return;
    if (dtl_listed(dtl_scene_word(scene, verb)->lemma, OWN_PLANS))
        add_word(scene, event, dtl_scene_doer(scene, verb), AGENT);
}

static void cast_noun(dtl_scene *scene, dtl_event *event) {
    const dtl_word *w = dtl_scene_word(scene, event->trigger);
    const dtl_event_noun *row = dtl_event_noun_find(w->lemma);
    cast_from_light(scene, event);
    cast_below_noun(scene, event, row);
    if (event->participants.count == 0) cast_from_planner(scene, event);
}

/* ---- from below -------------------------------------------------------------- */

static bool has_other_side(const dtl_event *event) {
    for (uint32_t i = 0; i < event->participants.count; i++) {
        if (event->participants.items[i].role != AGENT) return true;
    }
    return false;
}

/* "threatened to ban the party": whom the lower act is done to, the upper
 * one is about. */
static void cast_from_below(dtl_scene *scene, dtl_event *event) {
    if (event->class_ == DATELINE_CLASS_REPORTING || has_other_side(event))
        return;
    DTL_EACH_CHILD(scene, c, event->trigger) {
        const dtl_word *w = dtl_scene_word(scene, c);
        const dtl_event *below = dtl_scene_event(scene, c);
        if (!below || (w->dep != DTL_DEP_XCOMP && w->dep != DTL_DEP_OBJ))
            continue;
        for (uint32_t i = 0; i < below->participants.count; i++) {
            const dtl_participant *p = &below->participants.items[i];
            if (p->mention != DTL_NONE)
                add_mention(scene, event, p->mention, PARTICIPANT);
        }
    }
}

/* "demanded that Norvia pay", "said Norvia must pay": who is to act. */
static void cast_demand(dtl_scene *scene, dtl_event *event) {
    const int32_t clause =
        dtl_scene_child(scene, event->trigger, DTL_DEP_CCOMP);
    const dtl_event *below = dtl_scene_event(scene, clause);
    if (!below) return;
    const bool must = below->modality &&
                      dtl_listed(below->modality, "must should");
    if (!must && !dtl_listed(
                     dtl_scene_word(scene, event->trigger)->lemma,
                     "demand insist ask urge request"))
        return;
    add_word(scene, event, dtl_scene_subject(scene, clause), RECIPIENT);
}

void dtl_event_cast(dtl_scene *scene) {
    const dtl_source *source = scene->source;
    for (uint32_t i = 0; i < source->events.count; i++) {
        dtl_event *event = &source->events.items[i];
        const dtl_word *w = dtl_scene_word(scene, event->trigger);
        if (w->dep == DTL_DEP_CASE) continue; /* according to */
        if (w->pos == DTL_POS_NOUN) cast_noun(scene, event);
        else cast_verb(scene, event);
        cast_demand(scene, event);
    }
    for (uint32_t i = source->events.count; i > 0; i--)
        cast_from_below(scene, &source->events.items[i - 1]);
}
