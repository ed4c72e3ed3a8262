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

const char *dtl_headline_make(const dtl_page *page, const dtl_event *event,
                              dtl_arena *arena) {
    dtl_clause clause;
    if (!dtl_clause_find(&clause, page, event)) return NULL;
    if (clause.it) clause.its_name = name_of(page, clause.it, arena);
    if (clause.it && !clause.its_name) return NULL;
    dtl_clause_keep(&clause);
    if (!dtl_clause_says(&clause) || !dtl_clause_trim(&clause)) return NULL;
    return dtl_clause_write(&clause, arena);
}
