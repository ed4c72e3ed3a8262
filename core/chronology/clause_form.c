/* clause_form.c - how the verb is written: "to meet", "may meet", "prompted",
 * "was shot", or as it stands. */
#include <string.h>

#include "core/chronology/clause.h"

static bool has_auxiliary(const dtl_page *page, int32_t verb,
                          const char *list) {
    DTL_EACH_CHILD(page, c, verb) {
        const dtl_word *w = dtl_page_word(page, c);
        if (dtl_dep_is_auxiliary(w->dep) && dtl_listed(w->lemma, list))
            return true;
    }
    return false;
}

/* "had to stay" happened: "stayed". */
static dtl_form bare_form(const dtl_event *event) {
    switch (event->status) {
    case DATELINE_STATUS_POSSIBLE: return DTL_FORM_MAY;
    case DATELINE_STATUS_OCCURRED: return DTL_FORM_PAST;
    default: return DTL_FORM_TO;
    }
}

/* "is thought to have fallen", "having been shot". */
static bool is_perfect_infinitive(const dtl_page *page, int32_t verb) {
    DTL_EACH_CHILD(page, c, verb) {
        const dtl_word *w = dtl_page_word(page, c);
        if (dtl_dep_is_auxiliary(w->dep) &&
            (w->tag == DTL_TAG_VB || w->tag == DTL_TAG_VBG) &&
            strcmp(w->lemma, "have") == 0)
            return true;
    }
    return false;
}

/* "a man shot on Monday": a participle that no auxiliary helps. */
static bool is_bare_participle(const dtl_page *page, int32_t verb) {
    const dtl_word *word = dtl_page_word(page, verb);
    if (word->head == DTL_NONE) return false;
    /* A noun without a verb above it: the participle is the verb. */
    if (word->dep == DTL_DEP_ACL &&
        dtl_page_word(page, word->head)->dep == DTL_DEP_ROOT)
        return false;
    return (word->dep == DTL_DEP_ACL || word->dep == DTL_DEP_ADVCL) &&
           dtl_page_child(page, verb, DTL_DEP_AUX) == DTL_NONE &&
           !dtl_page_is_passive(page, verb) &&
           dtl_page_subject(page, verb) == DTL_NONE;
}

/* Neither an auxiliary nor an object. */
static bool stands_alone(const dtl_page *page, int32_t verb) {
    return dtl_page_child(page, verb, DTL_DEP_AUX) == DTL_NONE &&
           !dtl_page_is_passive(page, verb) &&
           dtl_page_child(page, verb, DTL_DEP_OBJ) == DTL_NONE;
}

/* "The boat, built in 1987, sank": set apart by a comma, though the parse may
 * take it for what the boat did. */
static bool is_set_apart(const dtl_page *page, int32_t verb) {
    const dtl_word *before = dtl_page_word(page, verb > 0 ? verb - 1 : verb);
    const dtl_word *word = dtl_page_word(page, verb);
    const bool stole = word->dep == DTL_DEP_ADVCL && word->head > verb &&
                       dtl_page_subject(page, word->head) == DTL_NONE;
    return (word->dep == DTL_DEP_ACL || stole) && stands_alone(page, verb) &&
           dtl_length(before->span) == 1 &&
           *dtl_bytes(page->source, before->span) == ',';
}

/* "was shot and killed": the auxiliary stands at the first of the two. */
static bool shares_passive(const dtl_page *page, int32_t verb) {
    const dtl_word *word = dtl_page_word(page, verb);
    return word->dep == DTL_DEP_CONJ && word->head != DTL_NONE &&
           dtl_page_is_passive(page, word->head) && stands_alone(page, verb);
}

static dtl_form participle_form(const dtl_page *page, const dtl_event *event,
                                int32_t verb) {
    const bool occurred = event->status == DATELINE_STATUS_OCCURRED;
    if (occurred && shares_passive(page, verb)) return DTL_FORM_WAS;
    if (is_set_apart(page, verb)) return DTL_FORM_WAS;
    if (event->tense == DATELINE_TENSE_PAST) return DTL_FORM_PLAIN;
    if (dtl_page_is_passive(page, verb) && dtl_page_has_to(page, verb))
        return occurred ? DTL_FORM_WAS : bare_form(event);
    return is_bare_participle(page, verb) ? DTL_FORM_WAS : DTL_FORM_PLAIN;
}

dtl_form dtl_clause_form(const dtl_page *page, const dtl_event *event,
                         int32_t verb) {
    if (dtl_page_has_finite_auxiliary(page, verb))
        return event->status != DATELINE_STATUS_NEGATED &&
                       (has_auxiliary(page, verb, "will shall") ||
                        dtl_page_has_to(page, verb))
                   ? bare_form(event)
                   : DTL_FORM_PLAIN;
    if (is_perfect_infinitive(page, verb))
        return dtl_page_is_passive(page, verb) ? DTL_FORM_WAS : DTL_FORM_PAST;
    switch (dtl_page_word(page, verb)->tag) {
    case DTL_TAG_VBG: /* "is due to speak before flying home" */
        return event->status == DATELINE_STATUS_PLANNED ||
                       event->status == DATELINE_STATUS_POSSIBLE
                   ? bare_form(event)
                   : DTL_FORM_PAST;
    case DTL_TAG_VBN: return participle_form(page, event, verb);
    case DTL_TAG_VB: return bare_form(event);
    default: return DTL_FORM_PLAIN;
    }
}

bool dtl_clause_keeps_will(const dtl_clause *clause) {
    if (clause->form != DTL_FORM_TO || clause->subject == DTL_NONE)
        return false;
    const dtl_word *subject = dtl_clause_word(clause, clause->subject);
    return subject->pos == DTL_POS_NOUN && clause->actor == DTL_NONE &&
           subject->lex &
               (DTL_LEX_ACT | DTL_LEX_COMMUNICATION | DTL_LEX_COGNITION) &&
           has_auxiliary(clause->page, clause->verb, "will shall");
}
