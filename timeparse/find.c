/* find.c - lexer and matcher in step. */
#include "timeparse/find.h"

dtl_finder *dtl_finder_new(dtl_arena *arena, const dtl_terms *terms,
                           const char *bytes, uint32_t length,
                           bool day_first) {
    dtl_finder *finder = dtl_arena_alloc(arena, sizeof *finder);
    if (!finder) return NULL;
    if (!terms) terms = dtl_terms_english();
    dtl_lexer_init(&finder->lexer, terms, bytes, length, day_first);
    return finder;
}

bool dtl_finder_next(dtl_finder *finder, dtl_found *found) {
    dtl_matcher *m = &finder->matcher;
    for (;;) {
        while (finder->next < m->count) {
            const dtl_item *item = &m->items[finder->next++];
            if (item->node < 0) continue;
            const dtl_meaning *meaning = &m->nodes[item->node];
            *found = (dtl_found){.start = item->start, .end = item->end,
                                 .meaning = meaning};
            if (meaning->odd) return true;
            if (!meaning->shape || meaning->weak) continue;
            const dtl_verdict verdict = dtl_filter(
                finder->lexer.bytes, finder->lexer.length, found);
            found->told = verdict == DTL_FILTER_TOLD;
            if (verdict) return true;
        }
        if (!dtl_lexer_next(&finder->lexer)) return false;
        dtl_match_run(m, &finder->lexer);
        finder->next = 0;
    }
}
