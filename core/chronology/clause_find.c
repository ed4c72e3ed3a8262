/* clause_find.c - which verb or noun tells the event. */
#include <string.h>

#include "core/chronology/clause.h"

/* The verb tells no event of its own, or the noun's. */
static bool is_one_action(const dtl_page *page, const dtl_event *event,
                          int32_t verb) {
    const dtl_event *events = page->source->events.items;
    const int32_t other = page->event[verb];
    if (other == DTL_NONE) return true;
    const int32_t own = (int32_t)(event - events);
    /* "are considering visits" */
    if (events[other].class_ == DATELINE_CLASS_I_STATE &&
        dtl_page_word(page, event->trigger)->dep == DTL_DEP_OBJ)
        return true;
    return events[other].same == own || event->same == other;
}

/* "the leaders' gathering": a noun, whatever its tag. */
static bool is_gerund_noun(const dtl_page *page, int32_t word) {
    return word > 0 && dtl_page_word(page, word)->tag == DTL_TAG_VBG &&
           dtl_page_word(page, word - 1)->tag == DTL_TAG_POS &&
           dtl_page_word(page, word - 1)->sentence ==
               dtl_page_word(page, word)->sentence;
}

/* "is due in court". */
static bool is_predicate(const dtl_page *page, int32_t word) {
    return dtl_page_word(page, word)->pos == DTL_POS_ADJ &&
           dtl_page_child(page, word, DTL_DEP_COP) != DTL_NONE;
}

/* The noun's verb when the two are one action: "held talks", "the attack
 * happened". */
int32_t dtl_clause_verb(const dtl_page *page, const dtl_event *event) {
    if (is_gerund_noun(page, event->trigger)) return DTL_NONE;
    if (dtl_page_is_verb(page, event->trigger) ||
        is_predicate(page, event->trigger))
        return event->trigger;
    const dtl_word *noun = dtl_page_word(page, event->trigger);
    if (noun->head == DTL_NONE || !dtl_page_is_verb(page, noun->head))
        return DTL_NONE;
    if (noun->dep != DTL_DEP_OBJ && noun->dep != DTL_DEP_NSUBJ &&
        noun->dep != DTL_DEP_NSUBJ_PASS)
        return DTL_NONE;
    return is_one_action(page, event, noun->head) ? noun->head : DTL_NONE;
}

/* Another event of the same verb: the two share it with different actors. */
static bool is_split(const dtl_source *source, const dtl_event *event) {
    const dtl_event *first = source->events.items;
    const dtl_event *end = first + source->events.count;
    return (event > first && event[-1].trigger == event->trigger) ||
           (event + 1 < end && event[1].trigger == event->trigger);
}

/* Fills all but verb, subject and form; false: the sentence is too long. */
static bool start(dtl_clause *clause, const dtl_page *page,
                  const dtl_event *event) {
    const dtl_source *source = page->source;
    const dtl_word *trigger = &source->words.items[event->trigger];
    const dtl_sentence *sentence = &source->sentences.items[trigger->sentence];
    if (sentence->count > DTL_MAX_SENTENCE_WORDS) return false;
    memset(clause, 0, sizeof *clause);
    clause->page = page;
    clause->event = event;
    clause->split = is_split(source, event);
    clause->first = (int32_t)sentence->first;
    clause->count = (int32_t)sentence->count;
    clause->subject = clause->object = clause->actor = DTL_NONE;
    return true;
}

static void be_noun(dtl_clause *clause) {
    clause->verb = clause->event->trigger;
    clause->form = DTL_FORM_NOUN;
}

void dtl_clause_noun(dtl_clause *clause, const dtl_page *page,
                     const dtl_event *event) {
    if (start(clause, page, event)) be_noun(clause);
}

/* The noun and, where it is a gerund, who does it. */
static void find_noun(dtl_clause *clause) {
    be_noun(clause);
    if (!is_gerund_noun(clause->page, clause->verb)) return;
    const dtl_participant *doer = dtl_clause_doer(clause->event, false);
    if (doer) clause->actor = doer->actor;
}

/* "Mount Cook", "agents' raid": an infinitive that nothing opens is a noun
 * that the tagger took for a verb. */
static bool is_misread_noun(const dtl_clause *clause) {
    const dtl_word *w = dtl_clause_word(clause, clause->verb);
    return clause->form == DTL_FORM_PAST && w->tag == DTL_TAG_VB &&
           w->dep != DTL_DEP_XCOMP && w->dep != DTL_DEP_CONJ &&
           !dtl_page_has_to(clause->page, clause->verb) &&
           dtl_page_child(clause->page, clause->verb, DTL_DEP_AUX) ==
               DTL_NONE;
}

bool dtl_clause_find(dtl_clause *clause, const dtl_page *page,
                     const dtl_event *event) {
    if (!start(clause, page, event)) return false;
    clause->verb = dtl_clause_verb(page, event);
    if (clause->verb == DTL_NONE) {
        find_noun(clause);
        return true;
    }
    const dtl_word *verb = dtl_page_word(page, clause->verb);
    if (strcmp(verb->lemma, "be") == 0) return false;
    if (verb->head != DTL_NONE &&
        dtl_clause_shares_object(page, verb->head, clause->verb))
        clause->verb = verb->head;
    clause->form = dtl_clause_form(page, event, clause->verb);
    if (is_misread_noun(clause)) return false;
    dtl_clause_find_subject(clause);
    if (dtl_clause_keeps_will(clause)) clause->form = DTL_FORM_PLAIN;
    return dtl_clause_fill_gap(clause) &&
           (clause->subject != DTL_NONE || clause->actor != DTL_NONE ||
            clause->it);
}
