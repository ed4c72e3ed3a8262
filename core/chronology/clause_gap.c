/* clause_gap.c - relative clauses whose object stands outside of them: "the
 * road, which they took in May". */
#include <string.h>

#include "core/chronology/clause.h"
#include "core/chronology/stages.h"

/* "whose boats sank": what stands outside is the owner. */
static bool is_whose(const dtl_page *page, int32_t word) {
    const int32_t owner = dtl_page_child(page, word, DTL_DEP_NMOD_POSS);
    return owner != DTL_NONE &&
           dtl_page_word(page, owner)->tag == DTL_TAG_WPS;
}

/* "a blast in which three died": what stands outside is no object. */
static bool is_placed(const dtl_page *page, int32_t verb) {
    DTL_EACH_CHILD(page, c, verb)
        if (dtl_page_word(page, c)->tag == DTL_TAG_WDT &&
            *dtl_page_case(page, c))
            return true;
    return false;
}

/* "the first friend he had met": the object stands outside. */
static bool has_gap(const dtl_page *page, int32_t verb) {
    const int32_t own = dtl_page_subject(page, verb);
    if (dtl_page_word(page, verb)->dep != DTL_DEP_ACL_RELCL ||
        own == DTL_NONE || is_whose(page, own) || is_placed(page, verb) ||
        dtl_clause_antecedent(page, verb, own) != own)
        return false;
    const int32_t object = dtl_page_child(page, verb, DTL_DEP_OBJ);
    return (object == DTL_NONE ||
            dtl_clause_is_relative(dtl_page_word(page, object))) &&
           dtl_page_child(page, verb, DTL_DEP_CCOMP) == DTL_NONE;
}

/* A relative pronoun stands in the clause, and no place but the object's for
 * what it means. */
static bool takes_object(const dtl_page *page, int32_t verb) {
    bool relative = false;
    DTL_EACH_CHILD(page, c, verb) {
        const dtl_word *below = dtl_page_word(page, c);
        relative |= dtl_clause_is_relative(below);
        if (below->tag == DTL_TAG_WRB || below->dep == DTL_DEP_XCOMP ||
            below->dep == DTL_DEP_AUX_PASS ||
            (below->pos == DTL_POS_ADP && below->dep != DTL_DEP_COMPOUND_PRT))
            return false;
    }
    return relative;
}

/* "the road, which they took in May": the noun is what was taken, where the
 * clause has no other place for it and its date makes it worth a line. */
static int32_t object_outside(const dtl_page *page, const dtl_event *event,
                              int32_t verb) {
    const int32_t noun = dtl_page_word(page, verb)->head;
    const dtl_word *w = dtl_page_word(page, noun);
    if (!dtl_select_has_own_date(event) || noun > verb ||
        !dtl_pos_is_noun(w->pos) || w->time != DTL_NONE ||
        /* "the talks with Luria, which he broke off" */
        strcmp(dtl_page_case(page, noun), "with") == 0 ||
        dtl_listed(dtl_page_word(page, verb)->lemma,
                   "arrive come die fall go happen live occur rise stand"))
        return DTL_NONE;
    return takes_object(page, verb) ? noun : DTL_NONE;
}

bool dtl_clause_fill_gap(dtl_clause *clause) {
    if (!has_gap(clause->page, clause->verb)) return true;
    clause->object =
        object_outside(clause->page, clause->event, clause->verb);
    return clause->object != DTL_NONE;
}
