/* relation.c - the preposition before a time. */
#include <string.h>

#include "timeparse/resolve.h"

static const struct {
    const char *word;
    dateline_relation relation;
} rows[] = {
#define RELATION(word, relation, example) {word, DATELINE_RELATION_##relation},
#include "timeparse/relations.def"
#undef RELATION
};

static dateline_relation relation_before(const char *bytes, uint32_t end) {
    while (end > 0 && bytes[end - 1] == ' ') end--;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const uint32_t n = (uint32_t)strlen(rows[i].word);
        if (end < n || memcmp(bytes + end - n, rows[i].word, n)) continue;
        if (end == n || bytes[end - n - 1] == ' ') return rows[i].relation;
    }
    return DATELINE_RELATION_ON;
}

/* "2023-05/..": an interval keeps the half on its closed side. */
static void open_end(dateline_date *date, dtl_arena *arena, bool since) {
    const dateline_instant open = {0};
    if (!date->edtf || date->timex3.type == DATELINE_TIMEX_DURATION) return;
    const char *slash = strchr(date->edtf, '/');
    const int first = slash ? (int)(slash - date->edtf)
                            : (int)strlen(date->edtf);
    date->edtf = since ? dtl_arena_format(arena, "%.*s/..", first, date->edtf)
                       : dtl_arena_format(arena, "../%s",
                                          slash ? slash + 1 : date->edtf);
    *(since ? &date->end : &date->begin) = open;
    date->kind = DATELINE_KIND_SPAN;
}

void dtl_resolve_relation(dateline_date *date, dtl_arena *arena,
                          const char *bytes, uint32_t at) {
    if (date->relation != DATELINE_RELATION_ON) return;
    date->relation = relation_before(bytes, at);
    if (date->relation == DATELINE_RELATION_SINCE) open_end(date, arena, true);
    if (date->relation == DATELINE_RELATION_UNTIL)
        open_end(date, arena, false);
}
