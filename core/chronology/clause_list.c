/* clause_list.c - coordinated words get new commas and conjunctions, for some
 * of them were left out. */
#include <string.h>

#include "core/chronology/clause_writer.h"

/* Kept, or the name that it carries as a title is. */
static bool is_told(const dtl_writer *w, int32_t member) {
    if (dtl_clause_is_kept(w->clause, member)) return true;
    const dtl_clause *c = w->clause;
    for (int32_t i = 0; i < c->count; i++)
        if (c->part[i] != DTL_PART_OUT && c->member[i] == member - c->first + 1)
            return true;
    return false;
}

typedef struct {
    bool earlier, later;
    const char *link; /* "and", "or"; NULL: the text has none */
} neighbours;

static const char *link_of(const dtl_word *conjunction) {
    if (strcmp(conjunction->lemma, "or") == 0) return "or";
    return strcmp(conjunction->lemma, "but") == 0 ? "but" : "and";
}

/* The conjunction in front of a member, or of one that hangs on it. */
static const char *link_before(const dtl_writer *w, int32_t member) {
    const dtl_page *page = w->clause->page;
    const int32_t own = dtl_page_child(page, member, DTL_DEP_CC);
    if (own != DTL_NONE) return link_of(dtl_writer_word(w, own));
    const int32_t next = dtl_page_child(page, member, DTL_DEP_CONJ);
    if (next == DTL_NONE) return NULL;
    const int32_t later = dtl_page_child(page, next, DTL_DEP_CC);
    return later == DTL_NONE ? NULL : link_of(dtl_writer_word(w, later));
}

/* A name that its title carries stands for the group's head. */
static bool is_member(const dtl_writer *w, int32_t word) {
    const int32_t at = word - w->clause->first;
    return dtl_clause_is_kept(w->clause, word) &&
           w->clause->member[at] == at + 1;
}

/* The other kept members of a coordinated word's group. */
static neighbours look_around(const dtl_writer *w, int32_t member) {
    const dtl_page *page = w->clause->page;
    const int32_t head = dtl_writer_word(w, member)->head;
    neighbours n = {is_told(w, head), false, NULL};
    DTL_EACH_CHILD(page, c, head) {
        if (dtl_writer_word(w, c)->dep != DTL_DEP_CONJ && !is_member(w, c)) {
            if (c < member && !dtl_clause_is_kept(w->clause, head) &&
                dtl_clause_is_kept(w->clause, c) &&
                dtl_page_is_person(page, c))
                n.earlier = true;
            continue;
        }
        if (c < member && is_told(w, c)) n.earlier = true;
        if (c > member && is_told(w, c)) n.later = true;
        const char *link = link_before(w, c);
        if (link) n.link = link;
    }
    return n;
}

/* "Norhaven, Luria": no list but a place and where it lies, or a name and
 * what it is. A comma stands between, no conjunction. */
static bool is_seat(const dtl_writer *w, int32_t member) {
    if (member - 2 < w->clause->first || w->last != member - 2) return false;
    const dtl_source *source = w->clause->page->source;
    return *dtl_bytes(source, dtl_writer_word(w, member - 1)->span) == ',' &&
           dtl_page_child(w->clause->page, member, DTL_DEP_CC) == DTL_NONE &&
           (dtl_writer_word(w, member)->lex &
            dtl_writer_word(w, member - 2)->lex & DTL_LEX_PLACE);
}

void dtl_writer_separate(dtl_writer *w, int32_t member) {
    neighbours n = look_around(w, member);
    /* "Orbit 5": side by side they are no list. */
    if (!n.earlier || w->last == member - 1) return;
    if (!n.link && dtl_page_is_person(w->clause->page, member)) n.link = "and";
    if (n.later || !n.link || is_seat(w, member)) dtl_writer_glue(w, ",");
    else dtl_writer_put(w, n.link);
}
