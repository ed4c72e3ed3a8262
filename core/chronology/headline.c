/* headline.c - who did what, as an editor would write it. */
#include "core/chronology/clause.h"
#include "core/chronology/stages.h"

/* What a noun's event is called. */
static const char *name_of(const dtl_page *page, const dtl_event *event,
                           dtl_arena *arena) {
    dtl_clause clause = {0};
    dtl_clause_noun(&clause, page, event);
    if (!clause.count) return NULL;
    dtl_clause_keep(&clause);
    return dtl_clause_trim(&clause) ? dtl_clause_write(&clause, arena) : NULL;
}

/* "The vote is set for Friday": the date column says the rest. */
static void drop_appointment(dtl_clause *clause) {
    const char *lemma = dtl_clause_word(clause, clause->verb)->lemma;
    if (clause->form == DTL_FORM_NOUN || clause->actor != DTL_NONE ||
        clause->event->status != DATELINE_STATUS_PLANNED ||
        !dtl_clause_lists(DTL_WORDS_APPOINTING, lemma))
        return;
    for (int32_t i = 0; i < clause->count; i++)
        if (clause->part[i] == DTL_PART_REST ||
            clause->part[i] == DTL_PART_FRONT)
            return;
    for (int32_t i = 0; i < clause->count; i++)
        if (clause->part[i] == DTL_PART_VERB) clause->part[i] = DTL_PART_OUT;
}

const char *dtl_headline_make(const dtl_page *page, const dtl_event *event,
                              dtl_arena *arena) {
    dtl_clause clause;
    if (!dtl_clause_find(&clause, page, event)) return NULL;
    if (clause.it) clause.its_name = name_of(page, clause.it, arena);
    if (clause.it && !clause.its_name) return NULL;
    dtl_clause_keep(&clause);
    dtl_clause_keep_tail(&clause);
    if (!dtl_clause_says(&clause) || !dtl_clause_trim(&clause)) return NULL;
    drop_appointment(&clause);
    return dtl_clause_write(&clause, arena);
}
