/* select.c - what a briefing officer would list.
 *
 * An action by somebody with a name, told as a fact or a plan, best with a
 * date of its own. Not: who said what, what is felt or seen, states, what
 * is generic or only thought, details inside another clause. */
#include <string.h>

#include "core/chronology/clause.h"
#include "core/chronology/stages.h"

typedef struct {
    const dtl_page *page;
    const dtl_event *event;
    const dtl_word *word;
} view;

/* "The vote was planned for July": no wish, but a day that is set. */
static bool is_set(const view *v) {
    return v->event->class_ == DATELINE_CLASS_I_STATE &&
           !v->event->background &&
           v->event->status == DATELINE_STATUS_PLANNED;
}

static float of_class(const view *v) {
    if (v->event->class_ == DATELINE_CLASS_STATE &&
        v->event->status == DATELINE_STATUS_PLANNED &&
        dtl_select_has_own_date(v->event))
        return 0.2f; /* due in court on Friday */
    if (is_set(v)) return 0.25f;
    switch (v->event->class_) {
    case DATELINE_CLASS_OCCURRENCE: return 0.25f;
    case DATELINE_CLASS_I_ACTION: return 0.2f;
    case DATELINE_CLASS_ASPECTUAL: return 0.15f;
    case DATELINE_CLASS_REPORTING: return 0.0f;
    default: return -0.2f;
    }
}

static bool is_named(const view *v, const dtl_participant *p) {
    if (p->actor < 0) return false;
    const dtl_actor *actor = &v->page->source->actors.items[p->actor];
    return actor->type == DATELINE_ACTOR_ORGANIZATION ||
           (actor->type != DATELINE_ACTOR_OTHER &&
            v->page->named[p->actor] != DTL_NONE);
}

/* "It was delayed", who takes part stands in the sentence before; "tickets
 * go on sale", a thing is told of. */
static bool is_about_something(const view *v) {
    const int32_t word = dtl_clause_subject(v->page, v->event);
    if (word == DTL_NONE) return false;
    const bool plain = v->event->status == DATELINE_STATUS_OCCURRED ||
                       v->event->status == DATELINE_STATUS_PLANNED;
    const dtl_word *w = dtl_page_word(v->page, word);
    return (plain && dtl_pos_is_noun(w->pos)) ||
           (w->pos == DTL_POS_PRON && strcmp(w->lemma, "it") == 0);
}

/* "We may sign it": whoever says so is one of them. */
static bool is_speakers(const view *v) {
    const int32_t word = dtl_clause_subject(v->page, v->event);
    return word != DTL_NONE && v->event->reported_by &&
           dtl_listed(dtl_page_word(v->page, word)->lemma, "I i we");
}

/* Named people and bodies that take part. */
static float of_actors(const view *v) {
    float weight = 0;
    int named = 0, others = is_speakers(v);
    const dtl_event *event = v->event;
    for (uint32_t i = 0; i < event->participants.count; i++) {
        if (is_named(v, &event->participants.items[i])) named++;
        else others++;
    }
    if (named > 0) weight += 0.2f;
    if (named > 1) weight += 0.1f;
    if (!named && others) weight += 0.1f;
    if (!named && !others && !is_about_something(v)) weight -= 0.14f;
    return weight;
}

const dateline_date *dtl_select_date(const dtl_page *page,
                                     const dtl_event *event) {
    const int32_t verb = dtl_clause_verb(page, event);
    if (verb == DTL_NONE || page->event[verb] == DTL_NONE)
        return &event->date;
    const dtl_event *other = &page->source->events.items[page->event[verb]];
    return dtl_select_has_own_date(other) &&
                   dtl_merge_same_interval(&other->date, &event->date)
               ? &other->date
               : &event->date;
}

static float of_date(const view *v) {
    const dateline_date *date = dtl_select_date(v->page, v->event);
    if (!dtl_select_is_dated(v->event)) return -0.15f;
    switch (date->basis) {
    case DATELINE_BASIS_EXPRESSION:
        return date->precision <= DATELINE_PRECISION_MONTH ? 0.25f : 0.15f;
    case DATELINE_BASIS_INFERRED:
        return v->event->time != DTL_NONE ? 0.15f : 0.05f;
    case DATELINE_BASIS_DATELINE: return 0.05f;
    case DATELINE_BASIS_NARRATIVE: return 0.1f;
    default: return 0;
    }
}

bool dtl_select_has_own_date(const dtl_event *event) {
    return event->has_date && event->time != DTL_NONE &&
           event->date.basis == DATELINE_BASIS_EXPRESSION;
}

/* What was to be on a day and was called off is news of that day. */
static float of_status(const view *v) {
    switch (v->event->status) {
    case DATELINE_STATUS_NEGATED:
        return dtl_select_has_own_date(v->event) ? 0.1f : 0.05f;
    case DATELINE_STATUS_PLANNED: return 0.05f;
    case DATELINE_STATUS_POSSIBLE: return -0.1f;
    case DATELINE_STATUS_ONGOING: return -0.1f;
    default: return 0.05f;
    }
}

/* "a strike beginning Friday": news of Friday. */
static bool is_opening(const view *v, const dtl_word *w) {
    return v->event->class_ == DATELINE_CLASS_ASPECTUAL &&
           w->dep == DTL_DEP_ACL && w->tag == DTL_TAG_VBG &&
           v->page->event[w->head] != DTL_NONE;
}

/* How deep it stands: the main clause tells the news. */
static float of_place(const view *v) {
    const dtl_page *page = v->page;
    int32_t word = v->event->trigger;
    const bool own_date =
        dtl_select_has_own_date(v->event) ||
        (v->word->tag == DTL_TAG_VBG && dtl_select_is_dated(v->event));
    const bool finite = v->event->tense == DATELINE_TENSE_PAST;
    const bool ahead = v->event->status == DATELINE_STATUS_PLANNED ||
                       v->event->status == DATELINE_STATUS_POSSIBLE;
    /* "We may sign it in April," she said: nobody else tells that. */
    float weight = 0;
    if (v->word->quoted)
        weight = ahead && dtl_select_has_own_date(v->event) ? -0.1f : -0.25f;
    for (int depth = 0; depth < 6; depth++) {
        const dtl_word *w = dtl_page_word(page, word);
        if (w->dep == DTL_DEP_ADVCL) weight -= own_date ? 0.1f : 0.2f;
        if (w->dep == DTL_DEP_ACL_RELCL || (w->dep == DTL_DEP_ACL && !finite))
            weight -= !own_date ? 0.3f : is_opening(v, w) ? 0.05f : 0.15f;
        if (w->head == DTL_NONE) break;
        word = w->head;
    }
    return weight;
}

/* "agreed to strengthen": what was agreed stands in the governor's line;
 * "plans to meet" has none of its own. */
static bool is_told_by_governor(const view *v) {
    if (v->word->dep != DTL_DEP_XCOMP || v->word->head == DTL_NONE)
        return false;
    const int32_t above = v->page->event[v->word->head];
    if (above == DTL_NONE) return false;
    const dtl_event *governor = &v->page->source->events.items[above];
    return governor->class_ != DATELINE_CLASS_I_STATE &&
           governor->tense == DATELINE_TENSE_PAST;
}

/* "failed to come in July": the governor's line is of the same time. */
static bool is_of_one_time(const view *v) {
    const dtl_event *governor =
        &v->page->source->events.items[v->page->event[v->word->head]];
    return v->event->has_date == governor->has_date &&
           (!v->event->has_date ||
            dtl_merge_same_interval(&v->event->date, &governor->date));
}

/* "to suspend campaigning" says nothing else than the suspension. */
static bool is_gerund_below(const view *v) {
    return v->word->dep == DTL_DEP_XCOMP && v->word->tag == DTL_TAG_VBG &&
           (!dtl_select_has_own_date(v->event) ||
            v->event->status == DATELINE_STATUS_POSSIBLE) &&
           v->word->head != DTL_NONE &&
           v->page->event[v->word->head] != DTL_NONE;
}

/* "three days of mourning, starting Friday": what starts is told before. */
static bool is_only_start(const view *v) {
    return v->event->class_ == DATELINE_CLASS_ASPECTUAL &&
           v->word->tag == DTL_TAG_VBG && v->word->dep == DTL_DEP_ADVCL &&
           dtl_page_child(v->page, v->event->trigger, DTL_DEP_OBJ) ==
               DTL_NONE &&
           dtl_page_child(v->page, v->event->trigger, DTL_DEP_XCOMP) ==
               DTL_NONE;
}

/* "stand united with them": how somebody stands. */
static bool is_depictive(const view *v) {
    return v->word->dep == DTL_DEP_XCOMP && v->word->tag == DTL_TAG_VBN &&
           dtl_page_child(v->page, v->event->trigger, DTL_DEP_MARK) ==
               DTL_NONE &&
           !dtl_page_is_passive(v->page, v->event->trigger);
}

/* A noun tells an event of its own only with a date of its own or when its
 * verb carries it. */
static float of_form(const view *v) {
    if (is_depictive(v) || is_gerund_below(v) || is_only_start(v))
        return -0.5f;
    if (dtl_page_is_verb(v->page, v->event->trigger))
        return !is_told_by_governor(v) ? 0.05f
               : is_of_one_time(v)     ? -0.5f
                                       : -0.25f;
    if (dtl_clause_verb(v->page, v->event) != DTL_NONE) return 0;
    return v->event->has_date &&
                   v->event->date.basis == DATELINE_BASIS_EXPRESSION
               ? -0.05f
               : -0.3f;
}

/* Whether what the date rests on is ground enough for a line under it: the
 * day that the story stands at is; a day told far before, or of the clause
 * around a word, is not. */
static bool has_ground(const dateline_date *date) {
    if (date->basis == DATELINE_BASIS_EXPRESSION ||
        date->basis == DATELINE_BASIS_DATELINE)
        return true;
    if (date->rule && !strcmp(date->rule, "narrative.day")) return true;
    if (date->rule && dtl_listed(date->rule, "clause narrative.far"))
        return false;
    return date->confidence >= DTL_TRUSTED;
}

/* Under way, or not, on the day of the article: that is no event of the day. */
static bool is_standing(const dtl_event *event) {
    if (event->time != DTL_NONE) return false;
    return event->status == DATELINE_STATUS_ONGOING ||
           (event->status == DATELINE_STATUS_NEGATED &&
            event->tense != DATELINE_TENSE_PAST);
}

bool dtl_select_is_dated(const dtl_event *event) {
    const dateline_date *date = &event->date;
    if (!event->has_date || is_standing(event) || !has_ground(date))
        return false;
    if (date->begin.digits && date->end.digits) return true;
    return (date->begin.digits || date->end.digits) &&
           date->basis == DATELINE_BASIS_EXPRESSION;
}

/* "Lurian officials": they speak for their country. */
static bool is_of_country(const view *v, const dtl_participant *p) {
    if (p->mention < 0) return false;
    const dtl_mention *m = &v->page->source->mentions.items[p->mention];
    if (dtl_page_word(v->page, m->head)->tag != DTL_TAG_NNS) return false;
    for (int32_t i = m->first; i <= m->last; i++)
        if (dtl_page_word(v->page, i)->lex &
            (DTL_LEX_DEMONYM | (uint32_t)DTL_LEX_PLACE))
            return true;
    return false;
}

/* "told reporters on Friday": somebody with a name said something on a day
 * that the text gives. */
static bool is_statement(const view *v) {
    const dtl_event *event = v->event;
    if (event->class_ != DATELINE_CLASS_REPORTING ||
        !dtl_select_has_own_date(event))
        return false;
    for (uint32_t i = 0; i < event->participants.count; i++)
        if (event->participants.items[i].role == DATELINE_ROLE_AGENT &&
            (is_named(v, &event->participants.items[i]) ||
             is_of_country(v, &event->participants.items[i])))
            return true;
    return false;
}

/* "march each July": what comes again and again is no event. */
static bool is_habit(const view *v) {
    DTL_EACH_CHILD(v->page, c, v->event->trigger) {
        const int32_t time = dtl_page_word(v->page, c)->time;
        if (time != DTL_NONE && !dtl_select_has_own_date(v->event) &&
            v->page->source->times.items[time].date.timex3.type ==
                DATELINE_TIMEX_SET)
            return true;
    }
    return false;
}

void dtl_select_weigh(const dtl_page *page, dtl_event *event) {
    const view v = {page, event, dtl_page_word(page, event->trigger)};
    float weight = 0.1f + of_class(&v) + of_actors(&v) + of_date(&v) +
                   of_status(&v) + of_place(&v) + of_form(&v);
    if (event->plover) weight += 0.05f;
    if ((event->tense == DATELINE_TENSE_INFINITIVE ||
         v.word->tag == DTL_TAG_VBG) &&
        !dtl_select_is_dated(event))
        weight -= 0.2f;
    if (event->background && !is_statement(&v)) weight -= 0.3f;
    if (is_habit(&v)) weight -= 0.3f;
    event->weight = weight < 0 ? 0 : weight > 1 ? 1 : weight;
}
