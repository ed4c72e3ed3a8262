/* clause_title.c - persons whose titles hang on their names, or their names on
 * their titles. */
#include <string.h>

#include "core/chronology/clause.h"

/* "a plan by Ada Lind" is no title; "Secretary of State Ada Lind" is. */
static bool has_preposition(const dtl_clause *clause, int32_t from,
                            int32_t to) {
    for (int32_t i = from + 1; i < to; i++) {
        const dtl_word *word = dtl_clause_word(clause, i);
        if (word->pos == DTL_POS_ADP && strcmp(word->lemma, "of") != 0)
            return true;
    }
    return false;
}

/* "with Ada Lind, ..., and officials" with the name as a modifier of the last
 * word: a comma stands between. */
static int32_t name_before_comma(const dtl_clause *clause, int32_t word) {
    DTL_EACH_CHILD(clause->page, c, word) {
        if (c > word || dtl_clause_word(clause, c)->dep != DTL_DEP_COMPOUND ||
            !dtl_page_is_person(clause->page, c))
            continue;
        for (int32_t i = c + 1; i < word; i++)
            if (dtl_clause_word(clause, i)->pos == DTL_POS_PUNCT) return c;
    }
    return DTL_NONE;
}

int32_t dtl_clause_name_of_title(const dtl_clause *clause, int32_t word) {
    const dtl_page *page = clause->page;
    if (dtl_page_is_person(page, word)) return DTL_NONE;
    const int32_t apart = name_before_comma(clause, word);
    if (apart != DTL_NONE) return apart;
    const int32_t name = dtl_page_name(page, word);
    if (name != DTL_NONE) return name;
    if (page->inside[word] != DTL_NONE) return DTL_NONE;
    DTL_EACH_CHILD(page, c, word) {
        const uint8_t dep = dtl_clause_word(clause, c)->dep;
        if (has_preposition(clause, word, c) || *dtl_page_case(page, c) != 0)
            continue; /* "officials, including Ada Lind," */
        if (c < word || (dep != DTL_DEP_FLAT && dep != DTL_DEP_APPOS &&
                         dep != DTL_DEP_NMOD_DESC && dep != DTL_DEP_COMPOUND))
            continue;
        if (dtl_page_is_person(page, c)) return c;
    }
    return DTL_NONE;
}

bool dtl_clause_is_title(const dtl_clause *clause, int32_t name, int32_t word) {
    const dtl_page *page = clause->page;
    if (!dtl_page_is_person(page, name)) return false;
    const uint8_t dep = dtl_clause_word(clause, word)->dep;
    if (dep == DTL_DEP_CASE || dep == DTL_DEP_CONJ) return false;
    if (page->inside[word] == page->inside[name]) return false;
    /* "met Ada Lind in Norhaven": the verb's, though it hangs on the name. */
    return word < name ||
           !dtl_listed(dtl_page_case(page, word), "in at on near");
}
