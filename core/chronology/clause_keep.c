/* clause_keep.c - which words of the sentence a headline keeps.
 *
 * From the verb down the parse: what completes the verb stays, what only
 * comments it goes (see clause_below.c). A worklist instead of recursion. */
#include <string.h>

#include "core/chronology/clause.h"

/* The kept words whose children are still to be looked at. */
typedef struct {
    int32_t words[DTL_MAX_SENTENCE_WORDS];
    int count;
} worklist;

static void keep(dtl_clause *clause, worklist *list, int32_t word,
                 dtl_part part) {
    if (!dtl_clause_has(clause, word)) return;
    uint8_t *slot = dtl_clause_part(clause, word);
    if (*slot != DTL_PART_OUT || list->count >= clause->count) return;
    *slot = (uint8_t)part;
    list->words[list->count++] = word;
}

/* Only members whose actor takes part in this event of a split verb. */
static bool is_other_part(const dtl_clause *clause, int32_t word) {
    if (!clause->split) return false;
    const int32_t actor = dtl_page_actor(clause->page, word);
    if (actor == DTL_NONE) return false;
    const dtl_event *event = clause->event;
    for (uint32_t i = 0; i < event->participants.count; i++)
        if (event->participants.items[i].actor == actor) return false;
    return true;
}

static bool is_place(const dtl_clause *clause, int32_t word) {
    return dtl_clause_word(clause, word)->lex & (uint32_t)DTL_LEX_PLACE;
}

/* Two that may be members of one list of names. */
static bool are_alike(const dtl_clause *clause, int32_t first,
                      int32_t second) {
    if (dtl_clause_word(clause, first)->pos != DTL_POS_PROPN ||
        dtl_clause_word(clause, second)->pos != DTL_POS_PROPN ||
        dtl_page_is_person(clause->page, first))
        return false;
    return (is_place(clause, first) && is_place(clause, second)) ||
           dtl_page_child(clause->page, second, DTL_DEP_DET) != DTL_NONE;
}

/* "Luria, the Republic of Tarn and Vesta": the second of three names that the
 * parse takes for an apposition. */
static bool is_listed_name(const dtl_clause *clause, int32_t above,
                           int32_t word) {
    const dtl_page *page = clause->page;
    int32_t last = dtl_page_child(page, word, DTL_DEP_CONJ);
    if (last == DTL_NONE) last = dtl_page_child(page, above, DTL_DEP_CONJ);
    if (last == DTL_NONE || !are_alike(clause, above, word) ||
        dtl_clause_word(clause, last)->pos != DTL_POS_PROPN)
        return false;
    const int32_t and = dtl_page_child(page, last, DTL_DEP_CC);
    for (int32_t i = word + 1; i < and; i++)
        if (dtl_clause_word(clause, i)->pos == DTL_POS_PUNCT) return false;
    return and > word;
}

/* Coordinated; a second person that the parse takes for an apposition is
 * a member of the list, too. */
static bool is_member(const dtl_clause *clause, int32_t above, int32_t word) {
    const dtl_page *page = clause->page;
    const uint8_t dep = dtl_clause_word(clause, word)->dep;
    if (dep == DTL_DEP_CONJ) return true;
    if (dep == DTL_DEP_APPOS && is_listed_name(clause, above, word))
        return true;
    return dep == DTL_DEP_APPOS && dtl_page_is_person(page, above) &&
           (dtl_page_is_person(page, word) ||
            dtl_page_name(page, word) != DTL_NONE) &&
           dtl_page_actor(page, above) != dtl_page_actor(page, word);
}

/* The preposition of what becomes the subject, the article of a headline
 * without a verb. */
static bool opens_headline(const dtl_clause *clause, int32_t above,
                           int32_t word) {
    const dtl_word *w = dtl_clause_word(clause, word);
    const bool noun = clause->form == DTL_FORM_NOUN && above == clause->verb;
    if (above != clause->subject && above != clause->object && !noun)
        return false;
    if (w->dep == DTL_DEP_CASE) return w->tag != DTL_TAG_POS;
    if (w->dep == DTL_DEP_MARK || w->dep == DTL_DEP_CC) return true;
    return noun && w->dep == DTL_DEP_DET;
}

static bool keeps(const dtl_clause *clause, int32_t above, int32_t word) {
    if (is_member(clause, above, word) &&
        dtl_clause_word(clause, word)->dep == DTL_DEP_APPOS)
        return true;
    if (dtl_clause_is_title(clause, above, word) ||
        dtl_clause_is_source(clause, word))
        return false;
    if (opens_headline(clause, above, word)) return false;
    return dtl_clause_completes(clause, above, word);
}

/* The part of a word under the verb. */
static dtl_part part_below_verb(const dtl_clause *clause, int32_t word) {
    switch (dtl_clause_word(clause, word)->dep) {
    case DTL_DEP_AUX:
    case DTL_DEP_AUX_PASS:
    case DTL_DEP_CASE:
    case DTL_DEP_COP: return DTL_PART_VERB;
    case DTL_DEP_COMPOUND_PRT: /* not that of "kept his party out" */
        return word <= clause->verb + 1 ? DTL_PART_VERB : DTL_PART_REST;
    case DTL_DEP_ADVMOD:
        return word < clause->verb ? DTL_PART_VERB : DTL_PART_REST;
    case DTL_DEP_CCOMP: /* "The dam broke, she told reporters" */
        return word < clause->verb &&
                       dtl_page_child(clause->page, clause->verb,
                                      DTL_DEP_IOBJ) != DTL_NONE
                   ? DTL_PART_FRONT
                   : DTL_PART_REST;
    default:
        return word < clause->verb ? DTL_PART_FRONT : DTL_PART_REST;
    }
}

static void join_member(dtl_clause *clause, int32_t above, int32_t word) {
    clause->member[word - clause->first] =
        is_member(clause, above, word) ? (int16_t)(word - clause->first + 1)
                               : clause->member[above - clause->first];
}

/* The "of" of "Secretary of State Ada Lind", wherever the parse hangs it. */
static void never_inside(dtl_clause *clause, int32_t title, int32_t name) {
    for (int32_t i = title + 1; i < name; i++)
        if (dtl_clause_has(clause, i))
            *dtl_clause_part(clause, i) = DTL_PART_NEVER;
}

/* The coordinated words of one that is left out. */
static void keep_members(dtl_clause *clause, worklist *list, int32_t word,
                         dtl_part part) {
    DTL_EACH_CHILD(clause->page, c, word) {
        if (!dtl_clause_has(clause, c) || !is_member(clause, word, c) ||
            is_other_part(clause, c))
            continue;
        clause->member[c - clause->first] = (int16_t)(c - clause->first + 1);
        keep(clause, list, c, part);
    }
}

/* A word that is not told itself: its preposition, its coordinated words
 * and the name it carries are. */
static void keep_around(dtl_clause *clause, worklist *list, int32_t word,
                        dtl_part part) {
    const int32_t name = dtl_clause_name_of_title(clause, word);
    if (name != DTL_NONE) {
        if (name > word) never_inside(clause, word, name);
        if (is_other_part(clause, name))
            keep_members(clause, list, name, part);
        else
            keep(clause, list, name, part);
        clause->member[name - clause->first] =
            clause->member[word - clause->first];
    }
    DTL_EACH_CHILD(clause->page, c, word) {
        const uint8_t dep = dtl_clause_word(clause, c)->dep;
        if (dep != DTL_DEP_CASE && dep != DTL_DEP_CONJ) continue;
        if (dtl_clause_is_source(clause, c) || (name != DTL_NONE && c > name &&
                                          dep == DTL_DEP_CASE))
            continue;
        if (opens_headline(clause, word, c)) continue;
        if (!dtl_clause_has(clause, c) || is_other_part(clause, c)) continue;
        clause->member[c - clause->first] =
            dep == DTL_DEP_CONJ ? (int16_t)(c - clause->first + 1)
                                : clause->member[word - clause->first];
        keep(clause, list, c, part);
    }
}

static void keep_or_around(dtl_clause *clause, worklist *list, int32_t word,
                           dtl_part part) {
    if (is_other_part(clause, word) ||
        dtl_clause_name_of_title(clause, word) != DTL_NONE)
        keep_around(clause, list, word, part);
    else
        keep(clause, list, word, part);
}

/* "with minister Ada Lind": the parse may hang the preposition on the
 * title. */
static void keep_link(dtl_clause *clause, worklist *list, int32_t title,
                      int32_t name) {
    const int32_t link = dtl_page_child(clause->page, title, DTL_DEP_CASE);
    if (link == DTL_NONE || link > title || title > name) return;
    if (opens_headline(clause, name, link)) return;
    keep(clause, list, link, (dtl_part)*dtl_clause_part(clause, name));
}

/* "in Norhaven late Saturday", "passed a law this month to end it", parsed with
 * the time on top: the place and the aim are told all the same. */
static void keep_below_time(dtl_clause *clause, worklist *list, int32_t time,
                            int32_t above) {
    const int32_t det = dtl_page_child(clause->page, time, DTL_DEP_DET);
    if (above != clause->verb && det != DTL_NONE && time < above &&
        det < time)
        keep(clause, list, det, (dtl_part)*dtl_clause_part(clause, above));
    if (above != clause->verb || clause->form == DTL_FORM_NOUN) return;
    DTL_EACH_CHILD(clause->page, c, time) {
        const uint8_t dep = dtl_clause_word(clause, c)->dep;
        const bool noun = c < time &&
                          (dep == DTL_DEP_COMPOUND || dep == DTL_DEP_NMOD ||
                           dep == DTL_DEP_NMOD_DESC);
        const bool aim = dep == DTL_DEP_ACL && time > clause->verb &&
                         dtl_page_has_to(clause->page, c);
        if ((!noun && !aim) || dtl_clause_is_point(clause, c) ||
            !dtl_clause_has(clause, c) || !dtl_clause_keeps_phrase(clause, c))
            continue;
        keep(clause, list, c, c > clause->verb ? DTL_PART_REST
                                               : DTL_PART_FRONT);
    }
}

static void keep_children(dtl_clause *clause, worklist *list, int32_t above) {
    const dtl_part part = (dtl_part)*dtl_clause_part(clause, above);
    DTL_EACH_CHILD(clause->page, c, above) {
        if (!dtl_clause_has(clause, c)) continue;
        if (dtl_clause_is_title(clause, above, c))
            keep_link(clause, list, c, above);
        if (dtl_clause_is_point(clause, c))
            keep_below_time(clause, list, c, above);
        if (!keeps(clause, above, c)) continue;
        join_member(clause, above, c);
        keep_or_around(clause, list, c,
                       above == clause->verb && clause->form != DTL_FORM_NOUN
                           ? part_below_verb(clause, c)
                           : part);
    }
}

/* "Inc." alone names nobody: a name that is kept is kept whole. */
static void keep_whole_names(dtl_clause *clause) {
    const dtl_page *page = clause->page;
    for (int32_t i = 0; i < clause->count; i++) {
        const int32_t name = page->inside[clause->first + i];
        const uint8_t part = clause->part[i];
        if (name == DTL_NONE || part == DTL_PART_OUT ||
            part == DTL_PART_NEVER || part == DTL_PART_VERB)
            continue;
        const dtl_mention *m = &page->source->mentions.items[name];
        for (int32_t w = m->first; w <= m->last; w++)
            if (*dtl_clause_part(clause, w) == DTL_PART_OUT &&
                dtl_clause_word(clause, w)->pos != DTL_POS_CCONJ)
                *dtl_clause_part(clause, w) = part;
    }
}

/* The object outside, in the place of "which". */
static void keep_object(dtl_clause *clause, worklist *list) {
    DTL_EACH_CHILD(clause->page, c, clause->verb) {
        const uint8_t tag = dtl_clause_word(clause, c)->tag;
        if (dtl_clause_has(clause, c) &&
            (tag == DTL_TAG_WDT || tag == DTL_TAG_WP))
            *dtl_clause_part(clause, c) = DTL_PART_NEVER;
    }
    keep_or_around(clause, list, clause->object, DTL_PART_OBJECT);
}

void dtl_clause_keep(dtl_clause *clause) {
    worklist list = {.count = 0};
    const bool noun = clause->form == DTL_FORM_NOUN;
    keep(clause, &list, clause->verb, noun ? DTL_PART_REST : DTL_PART_VERB);
    if (clause->subject != DTL_NONE)
        keep_or_around(clause, &list, clause->subject, DTL_PART_SUBJECT);
    if (clause->object != DTL_NONE) keep_object(clause, &list);
    for (int i = 0; i < list.count; i++)
        keep_children(clause, &list, list.words[i]);
    keep_whole_names(clause);
    for (int32_t i = 0; i < clause->count; i++)
        if (clause->part[i] == DTL_PART_NEVER)
            clause->part[i] = DTL_PART_OUT;
}
