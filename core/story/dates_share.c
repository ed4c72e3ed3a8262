/* dates_share.c - a date that holds for more than the word it hangs on.
 *
 * Coordination ("held talks Friday and agreed to ..."), participles
 * ("flew near the border on Monday, prompting ..."), a verb and the event
 * noun beside it ("held talks", "agreed at a meeting", "the attack killed
 * three"), aspect ("began to withdraw on Monday"). */
#include <string.h>

#include "core/story/dates.h"

static bool is_verb(const dtl_dating *d, int32_t word) {
    return dtl_dating_word(d, word)->pos == DTL_POS_VERB;
}

/* The time that stands in front of the word's clause covers what follows:
 * "On Friday A came and B left". */
static bool is_fronted(const dtl_dating *d, const dtl_event *event) {
    if (event->time == DTL_NONE) return false;
    const dtl_time *time = &d->scene.source->times.items[event->time];
    const int32_t subject = dtl_scene_subject(&d->scene, event->trigger);
    return subject != DTL_NONE && time->last < subject;
}

/* Past with past, future with future; the form alone may differ. */
static bool same_tense(const dtl_event *a, const dtl_event *b) {
    const bool past_a = a->tense == DATELINE_TENSE_PAST ||
                        a->tense == DATELINE_TENSE_PASTPART;
    const bool past_b = b->tense == DATELINE_TENSE_PAST ||
                        b->tense == DATELINE_TENSE_PASTPART;
    if (a->aspect != b->aspect && (past_a || past_b)) return false;
    return past_a == past_b &&
           (a->tense == DATELINE_TENSE_FUTURE) ==
               (b->tense == DATELINE_TENSE_FUTURE);
}

static bool shares_coordination(const dtl_dating *d, const dtl_event *event,
                                const dtl_event *first) {
    if (is_verb(d, event->trigger) != is_verb(d, first->trigger)) return false;
    if (!is_verb(d, event->trigger)) return true;
    if (!same_tense(event, first)) return false;
    return dtl_scene_subject(&d->scene, event->trigger) == DTL_NONE ||
           is_fronted(d, first);
}

static bool is_comma(const dtl_dating *d, int32_t word) {
    const dtl_word *w = dtl_dating_word(d, word);
    return d->scene.source->text.bytes[w->span.start] == ',';
}

static bool is_after_comma(const dtl_dating *d, int32_t word) {
    return word > 0 && is_comma(d, word - 1);
}

/* ", prompting the army to ...": goes with its verb, in time too. */
static bool is_participle(const dtl_dating *d, const dtl_event *event) {
    const dtl_word *word = dtl_dating_word(d, event->trigger);
    if (word->tag != DTL_TAG_VBG) return false;
    if (word->dep == DTL_DEP_ACL)
        return is_after_comma(d, event->trigger);
    return word->dep == DTL_DEP_ADVCL &&
           dtl_scene_subject(&d->scene, event->trigger) == DTL_NONE &&
           dtl_scene_mark(&d->scene, event->trigger) == NULL;
}

/* "succeeded in winning", "came close to falling": one action. */
static bool is_gerund(const dtl_dating *d, const dtl_event *event) {
    const dtl_word *word = dtl_dating_word(d, event->trigger);
    const char *mark = dtl_scene_mark(&d->scene, event->trigger);
    if (!mark) mark = dtl_scene_case(&d->scene, event->trigger);
    if (word->tag != DTL_TAG_VBG || !mark || word->head == DTL_NONE)
        return false;
    /* "within a day of happening" */
    if (word->dep == DTL_DEP_ACL)
        return dtl_dating_word(d, word->head)->time != DTL_NONE;
    return word->dep == DTL_DEP_ADVCL &&
           dtl_listed(mark, "of in by from to upon");
}

/* "when the bridge fell", "as he stood there": the same day. */
static bool is_when(const dtl_dating *d, const dtl_event *event) {
    const dtl_word *word = dtl_dating_word(d, event->trigger);
    if (word->dep != DTL_DEP_ADVCL && word->dep != DTL_DEP_CONJ) return false;
    const char *mark = dtl_scene_mark(&d->scene, event->trigger);
    if (mark && strcmp(mark, "as") == 0 && word->dep == DTL_DEP_ADVCL)
        return dtl_event_is_past(event);
    return dtl_scene_child_lemma(&d->scene, event->trigger, "when") !=
               DTL_NONE ||
           dtl_scene_child_lemma(&d->scene, event->trigger, "while") !=
               DTL_NONE;
}

/* "at talks on Friday, at which they agreed", "a blast in which three died":
 * what happened in it happened then. */
static bool is_inside(const dtl_dating *d, const dtl_event *event) {
    const dtl_word *word = dtl_dating_word(d, event->trigger);
    if (word->dep != DTL_DEP_ACL_RELCL) return false;
    DTL_EACH_CHILD(&d->scene, c, event->trigger) {
        const char *link = dtl_scene_case(&d->scene, c);
        if (dtl_scene_is(&d->scene, c, "which") && link &&
            dtl_listed(link, "at during in"))
            return true;
    }
    return false;
}

/* "began to withdraw", "managed to escape": one action. "was found clinging
 * to a tree": seen as it is done. */
static bool is_aspect(const dtl_dating *d, const dtl_event *event,
                      const dtl_event *above) {
    const dtl_word *word = dtl_dating_word(d, event->trigger);
    const char *verb = dtl_dating_word(d, above->trigger)->lemma;
    if (word->dep != DTL_DEP_XCOMP) return false;
    if (word->tag == DTL_TAG_VBG || word->tag == DTL_TAG_VBN)
        return above->class_ == DATELINE_CLASS_ASPECTUAL ||
               dtl_listed(verb, "find see spot catch leave");
    return above->class_ == DATELINE_CLASS_ASPECTUAL ||
           dtl_listed(verb, "help manage fail force make let");
}

/* "the blast that killed three", "a rally held in Sele": a noun and the
 * clause that goes on with it. */
static bool is_relative(const dtl_dating *d, const dtl_event *event,
                        const dtl_event *noun) {
    const dtl_word *word = dtl_dating_word(d, event->trigger);
    if (is_verb(d, noun->trigger)) return false;
    if (word->dep == DTL_DEP_ACL && word->tag == DTL_TAG_VBN)
        return event->class_ == DATELINE_CLASS_OCCURRENCE ||
               dtl_event_is_light(&d->scene, event->trigger);
    const int32_t subject = dtl_scene_subject(&d->scene, event->trigger);
    return word->dep == DTL_DEP_ACL_RELCL && subject != DTL_NONE &&
           dtl_listed(dtl_dating_word(d, subject)->lemma, "that which") &&
           dtl_event_is_past(event) &&
           event->class_ == DATELINE_CLASS_OCCURRENCE;
}

/* "approved the move in May", not "studied the May move". */
static bool is_behind(const dtl_dating *d, const dtl_event *noun) {
    return noun->time != DTL_NONE &&
           d->scene.source->times.items[noun->time].first > noun->trigger;
}

/* "said before the departure on Friday that": said on the day of what it was
 * said before or after, where the day stands right before what was said. */
static bool is_said_around(const dtl_dating *d, const dtl_event *noun,
                           const dtl_event *verb, const char *link) {
    if (verb->class_ != DATELINE_CLASS_REPORTING ||
        !dtl_listed(link, "before after following") || !is_behind(d, noun) ||
        !dtl_date_is_day(&noun->date))
        return false;
    const dtl_source *source = d->scene.source;
    const int32_t next = source->times.items[noun->time].last + 1;
    return next < (int32_t)source->words.count &&
           dtl_dating_word(d, next)->dep == DTL_DEP_MARK &&
           dtl_scene_is(&d->scene, next, "that");
}

/* A noun that happens together with its verb. */
static bool goes_with_verb(const dtl_dating *d, const dtl_event *noun,
                           const dtl_event *verb) {
    const dtl_word *word = dtl_dating_word(d, noun->trigger);
    const char *link = dtl_scene_case(&d->scene, noun->trigger);
    if (word->dep == DTL_DEP_OBJ)
        return dtl_event_is_light(&d->scene, verb->trigger) ||
               verb->class_ == DATELINE_CLASS_ASPECTUAL ||
               verb->class_ == DATELINE_CLASS_I_STATE ||
               (dtl_event_is_past(verb) &&
                (verb->class_ == DATELINE_CLASS_OCCURRENCE ||
                 (verb->class_ == DATELINE_CLASS_I_ACTION &&
                  is_behind(d, noun))));
    /* "the vote was planned for July" */
    if (word->dep == DTL_DEP_NSUBJ_PASS &&
        verb->class_ == DATELINE_CLASS_I_STATE &&
        verb->status == DATELINE_STATUS_PLANNED)
        return true;
    if (word->dep == DTL_DEP_NSUBJ || word->dep == DTL_DEP_NSUBJ_PASS)
        return dtl_event_is_past(verb) &&
               (verb->class_ == DATELINE_CLASS_OCCURRENCE ||
                verb->class_ == DATELINE_CLASS_ASPECTUAL);
    /* A phrase that the parse coordinates with the verb is a phrase. */
    if ((word->dep == DTL_DEP_OBL || word->dep == DTL_DEP_CONJ ||
         word->dep == DTL_DEP_CCOMP) &&
        link)
        return dtl_listed(link, "at during in on amid") ||
               is_said_around(d, noun, verb, link) ||
               (strcmp(link, "from") == 0 && is_behind(d, noun));
    return false;
}

/* The rule by which `event` shares the date of the word above it, or
 * NULL. */
static const char *sharing(const dtl_dating *d, const dtl_event *event,
                           const dtl_event *above) {
    if (is_when(d, event)) return "when";
    if (is_inside(d, event))
        return above->date.basis == DATELINE_BASIS_EXPRESSION ? "inside"
                                                              : NULL;
    const bool verbs = is_verb(d, event->trigger);
    if (dtl_dating_word(d, event->trigger)->dep == DTL_DEP_CONJ &&
        verbs == is_verb(d, above->trigger))
        return shares_coordination(d, event, above) ? "coordination" : NULL;
    if (is_relative(d, event, above)) return "relative";
    if (is_gerund(d, event)) return "gerund";
    if (is_participle(d, event)) return "participle";
    if (is_aspect(d, event, above)) return "aspect";
    if (!is_verb(d, event->trigger) && is_verb(d, above->trigger) &&
        goes_with_verb(d, event, above))
        return "noun.of.verb";
    return NULL;
}

/* "will sing when the train comes on Monday": the present below a future
 * lies ahead too. */
static bool is_ahead_when(const dtl_dating *d, const dtl_event *future,
                          const dtl_event *clause) {
    return future->tense == DATELINE_TENSE_FUTURE &&
           clause->tense == DATELINE_TENSE_PRESENT && is_when(d, clause);
}

static bool agrees(const dtl_dating *d, const dtl_event *to,
                   const dtl_event *from) {
    const bool planned = to->tense == DATELINE_TENSE_FUTURE;
    return from->has_date &&
           (planned == (from->tense == DATELINE_TENSE_FUTURE) ||
            is_ahead_when(d, to, from)) &&
           !dtl_event_is_behind(d, to, from->date.begin);
}

/* A finite verb is coordinated with a finite one: past participles and
 * infinitives that the parse prefers. */
static dtl_event *finite_above(const dtl_dating *d, int32_t word) {
    for (int depth = 0; depth < 3 && word != DTL_NONE; depth++) {
        dtl_event *event = dtl_scene_event(&d->scene, word);
        if (event && event->tense != DATELINE_TENSE_PRESPART &&
            event->tense != DATELINE_TENSE_INFINITIVE)
            return event;
        word = dtl_dating_word(d, word)->head;
    }
    return NULL;
}

/* The event of the word above, past a noun that tells none when a
 * participle hangs on it; NULL when there is none. */
static dtl_event *above_of(const dtl_dating *d, const dtl_event *event) {
    const dtl_word *word = dtl_dating_word(d, event->trigger);
    if (word->head == DTL_NONE) return NULL;
    if (word->dep == DTL_DEP_CONJ && event->tense == DATELINE_TENSE_PAST)
        return finite_above(d, word->head);
    if (word->dep == DTL_DEP_ACL && word->tag == DTL_TAG_VBG &&
        d->scene.event[word->head] == DTL_NONE)
        return dtl_scene_event(&d->scene,
                               dtl_dating_word(d, word->head)->head);
    /* "talks on Friday, at which they agreed" */
    const dtl_word *head = dtl_dating_word(d, word->head);
    if (word->dep == DTL_DEP_ACL_RELCL && head->time != DTL_NONE &&
        head->head != DTL_NONE)
        return dtl_scene_event(&d->scene, head->head);
    return dtl_scene_event(&d->scene, word->head);
}

static bool is_rule(const char *rule, const char *name) {
    return rule && strcmp(rule, name) == 0;
}

static void take_from(dtl_event *to, const dtl_event *from, const char *rule) {
    const bool scope = dtl_listed(rule, "coordination noun.of.verb inside");
    dtl_event_take(to, from,
                   scope ? from->date.basis : DATELINE_BASIS_INFERRED, rule,
                   scope ? 0.85f : 0.7f);
}

/* The time right before the event's "when", or DTL_NONE. */
static int32_t time_of_when(const dtl_dating *d, const dtl_event *event) {
    const int32_t when =
        dtl_scene_child_lemma(&d->scene, event->trigger, "when");
    if (when < 2 || when > event->trigger) return DTL_NONE;
    return dtl_dating_word(d, when - 1 - is_after_comma(d, when))->time;
}

/* "last week when the envoy spoke", "since Friday, when the envoy spoke": the
 * time before "when" is the clause's own. */
static void take_time_of_when(const dtl_dating *d, dtl_event *event) {
    const int32_t time = time_of_when(d, event);
    if (event->has_date || time == DTL_NONE || !dtl_event_is_past(event))
        return;
    const dtl_time *t = &d->scene.source->times.items[time];
    if (!t->date.begin.digits || !t->date.end.digits ||
        t->date.timex3.type == DATELINE_TIMEX_DURATION ||
        dtl_event_is_behind(d, event, t->date.begin))
        return;
    event->date = dtl_date_of_time(t, 0.85f);
    event->date.basis = DATELINE_BASIS_EXPRESSION;
    event->date.rule = "when";
    event->time = time;
    event->has_date = true;
}

/* "The trial is set to begin on Monday": what begins or ends is then; the
 * verb between has no day. NULL when there is none. */
static dtl_event *set_to_begin(const dtl_dating *d, const dtl_event *event) {
    const dtl_word *word = dtl_dating_word(d, event->trigger);
    if ((word->dep != DTL_DEP_NSUBJ && word->dep != DTL_DEP_NSUBJ_PASS) ||
        word->head == DTL_NONE || is_verb(d, event->trigger))
        return NULL;
    const int32_t to = dtl_scene_child(&d->scene, word->head, DTL_DEP_XCOMP);
    dtl_event *begin = to == DTL_NONE ? NULL : dtl_scene_event(&d->scene, to);
    return begin && begin->class_ == DATELINE_CLASS_ASPECTUAL ? begin : NULL;
}

static void share_down(dtl_dating *d, dtl_event *event) {
    dtl_event *above = above_of(d, event);
    const char *rule = NULL;
    if (event->has_date || above == event) return;
    if (above && above->has_date) rule = sharing(d, event, above);
    else if ((above = set_to_begin(d, event)) != NULL) rule = "noun.of.verb";
    if (rule && agrees(d, event, above)) take_from(event, above, rule);
}

/* "agreed at a meeting last year": the verb has the noun's time, but for
 * "criticised a deal that was signed last year". Of "left A and reached B on
 * Monday" the first verb has the second's. */
static void share_up(dtl_dating *d, dtl_event *event) {
    dtl_event *above = above_of(d, event);
    if (!event->has_date || !above || above == event || above->has_date)
        return;
    if (event->date.relation != DATELINE_RELATION_ON ||
        is_rule(event->date.rule, "relative"))
        return;
    const char *rule = sharing(d, event, above);
    if (!rule || is_rule(rule, "participle")) return;
    if (is_rule(rule, "coordination") &&
        dtl_scene_subject(&d->scene, event->trigger) != DTL_NONE)
        return;
    if (agrees(d, above, event)) take_from(above, event, rule);
}

void dtl_dates_share(dtl_dating *dating) {
    const uint32_t count = dating->scene.source->events.count;
    for (uint32_t i = 0; i < count; i++) {
        take_time_of_when(dating, dtl_dating_event(dating, i));
        share_down(dating, dtl_dating_event(dating, i));
    }
    for (uint32_t i = count; i-- > 0;)
        share_up(dating, dtl_dating_event(dating, i));
    for (uint32_t i = 0; i < count; i++)
        share_down(dating, dtl_dating_event(dating, i));
}
