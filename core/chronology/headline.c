/* headline.c - who did what, as an editor would write it. */
#include "core/chronology/clause.h"
#include "core/chronology/stages.h"

const char *dtl_headline_make(const dtl_page *page, const dtl_event *event,
                              dtl_arena *arena) {
    dtl_clause clause;
    if (!dtl_clause_find(&clause, page, event)) return NULL;
    dtl_clause_keep(&clause);
    if (!dtl_clause_says(&clause) || !dtl_clause_trim(&clause)) return NULL;
    return dtl_clause_write(&clause, arena);
}
