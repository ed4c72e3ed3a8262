/* clause_trim.c - a headline that is too long loses what can be spared.
 *
 * First what stood in front, then phrases without anybody who takes part,
 * from the right; then what qualifies nouns. Always whole phrases. */
#include "core/chronology/clause.h"

static int count_words(const dtl_clause *clause) {
    int count = 0;
    for (int32_t i = 0; i < clause->count; i++)
        count += clause->part[i] != DTL_PART_OUT;
    return count;
}

static bool takes_part(const dtl_clause *clause, int32_t word) {
    const int32_t actor = dtl_page_actor(clause->page, word);
    if (actor == DTL_NONE) return false;
    const dtl_event *event = clause->event;
    for (uint32_t i = 0; i < event->participants.count; i++)
        if (event->participants.items[i].actor == actor) return true;
    return false;
}

static bool is_place(const dtl_clause *clause, int32_t word) {
    const dtl_event *event = clause->event;
    const dtl_source *source = clause->page->source;
    for (uint32_t i = 0; i < event->places.count; i++)
        if (source->mentions.items[event->places.items[i]].head == word)
            return true;
    return false;
}

/* "flew in front of a plane": without an object the first phrase behind
 * the verb belongs to it. */
static bool is_only_complement(const dtl_clause *clause, int32_t word) {
    DTL_EACH_CHILD(clause->page, c, clause->verb) {
        const uint8_t dep = dtl_clause_word(clause, c)->dep;
        if (dep == DTL_DEP_OBJ || dep == DTL_DEP_XCOMP ||
            dep == DTL_DEP_CCOMP)
            return false;
        if (dep == DTL_DEP_OBL && c > clause->verb && c < word) return false;
    }
    return word > clause->verb;
}

/* "urged them to go": what somebody is asked to do is the point. */
static bool is_asked(const dtl_clause *clause, int32_t verb) {
    return dtl_clause_lists(DTL_WORDS_ASKING,
                            dtl_clause_word(clause, verb)->lemma);
}

/* How well the phrase of a word can be spared: 0 not at all. */
static int spare(const dtl_clause *clause, int32_t word) {
    const dtl_word *w = dtl_clause_word(clause, word);
    const int part = clause->part[word - clause->first];
    const bool of_verb = w->head == clause->verb;
    if (part == DTL_PART_OUT) return 0;
    /* "see the market as a priority" */
    if (dtl_listed(dtl_page_case(clause->page, word), "as")) return 0;
    switch (w->dep) {
    case DTL_DEP_OBL:
        if (of_verb && is_only_complement(clause, word)) return 1;
        if (takes_part(clause, word) || is_place(clause, word))
            return part == DTL_PART_FRONT ? 3 : 1;
        return part == DTL_PART_FRONT ? 6 : of_verb ? 5 : 4;
    case DTL_DEP_ACL: return 4;
    case DTL_DEP_ADVCL:
        return word == clause->verb ? 0 : is_asked(clause, w->head) ? 1 : 5;
    case DTL_DEP_NMOD: /* "the wake of the storm" */
        if (dtl_listed(dtl_page_case(clause->page, word), "of")) return 1;
        return takes_part(clause, word) ? 2 : 3;
    case DTL_DEP_ADVMOD: return of_verb && part == DTL_PART_FRONT ? 5 : 0;
    default: return 0;
    }
}

static int32_t find_victim(const dtl_clause *clause) {
    int32_t victim = DTL_NONE;
    int best = 0;
    for (int32_t i = 0; i < clause->count; i++) {
        const int rank = spare(clause, clause->first + i);
        if (rank == 0 || rank < best) continue;
        best = rank;
        victim = clause->first + i;
    }
    return victim;
}

static bool is_below(const dtl_clause *clause, int32_t word, int32_t above) {
    for (int depth = 0; depth < 40 && word != DTL_NONE; depth++) {
        if (word == above) return true;
        word = dtl_clause_word(clause, word)->head;
    }
    return false;
}

static void drop(dtl_clause *clause, int32_t victim) {
    for (int32_t i = 0; i < clause->count; i++)
        if (clause->part[i] != DTL_PART_OUT &&
            is_below(clause, clause->first + i, victim))
            clause->part[i] = DTL_PART_OUT;
}

bool dtl_clause_trim(dtl_clause *clause) {
    for (int round = 0; round < 12; round++) {
        if (count_words(clause) <= DTL_HEADLINE_WORDS) return true;
        const int32_t victim = find_victim(clause);
        if (victim == DTL_NONE) break;
        drop(clause, victim);
    }
    return count_words(clause) <= DTL_HEADLINE_MOST;
}
