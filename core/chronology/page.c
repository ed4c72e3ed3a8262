/* page.c - the parse with children, and questions to it. */
#include "core/chronology/page.h"

#include <string.h>

static int32_t length_of(const dtl_source *source, int32_t mention) {
    if (mention == DTL_NONE) return -1;
    const dtl_mention *m = &source->mentions.items[mention];
    return m->last - m->first;
}

static void link_mentions(dtl_page *page) {
    const dtl_source *source = page->source;
    for (int32_t i = 0; i < (int32_t)source->mentions.count; i++) {
        const dtl_mention *m = &source->mentions.items[i];
        if (length_of(source, page->mention[m->head]) < length_of(source, i))
            page->mention[m->head] = i;
        if (m->actor >= 0 && page->first[m->actor] == DTL_NONE)
            page->first[m->actor] = i;
        if (m->kind != DTL_MENTION_NAME) continue;
        if (m->actor >= 0 && page->named[m->actor] == DTL_NONE)
            page->named[m->actor] = i;
        for (int32_t w = m->first; w <= m->last; w++) page->inside[w] = i;
    }
}

bool dtl_page_open(dtl_page *page, const dtl_source *source,
                   dtl_arena *arena) {
    const uint32_t count = source->words.count;
    *page = (dtl_page){.source = source};
    page->child = dtl_index_new(arena, count);
    page->sibling = dtl_index_new(arena, count);
    page->mention = dtl_index_new(arena, count);
    page->inside = dtl_index_new(arena, count);
    page->event = dtl_index_new(arena, count);
    page->first = dtl_index_new(arena, source->actors.count);
    page->named = dtl_index_new(arena, source->actors.count);
    if (arena->failed) return false;
    dtl_index_children(page->source, page->child, page->sibling);
    link_mentions(page);
    for (uint32_t i = source->events.count; i-- > 0;)
        page->event[source->events.items[i].trigger] = (int32_t)i;
    return true;
}

int32_t dtl_page_child(const dtl_page *page, int32_t word, dtl_dep dep) {
    DTL_EACH_CHILD(page, c, word) {
        if (dtl_page_word(page, c)->dep == dep) return c;
    }
    return DTL_NONE;
}

/* "The mayor early this week became ...": the parse took the day for who
 * acts, though a noun stands before it. */
static bool is_stray_time(const dtl_page *page, int32_t verb, int32_t word) {
    const int32_t number = dtl_page_word(page, word)->time;
    if (number == DTL_NONE || word > verb) return false;
    const dtl_time *time = &page->source->times.items[number];
    return time->date.timex3.type == DATELINE_TIMEX_DATE &&
           time->first > 0 &&
           dtl_page_word(page, time->first - 1)->sentence ==
               dtl_page_word(page, verb)->sentence;
}

int32_t dtl_page_subject(const dtl_page *page, int32_t word) {
    DTL_EACH_CHILD(page, c, word) {
        const uint8_t dep = dtl_page_word(page, c)->dep;
        if (dep == DTL_DEP_NSUBJ || dep == DTL_DEP_NSUBJ_PASS ||
            dep == DTL_DEP_CSUBJ || dep == DTL_DEP_CSUBJ_PASS) {
            if (!is_stray_time(page, word, c)) return c;
        }
    }
    return DTL_NONE;
}

bool dtl_page_is_verb(const dtl_page *page, int32_t word) {
    const uint8_t pos = dtl_page_word(page, word)->pos;
    return pos == DTL_POS_VERB || pos == DTL_POS_AUX;
}

bool dtl_page_has_to(const dtl_page *page, int32_t verb) {
    const int32_t mark = dtl_page_child(page, verb, DTL_DEP_MARK);
    return mark != DTL_NONE && dtl_page_word(page, mark)->tag == DTL_TAG_TO;
}

bool dtl_page_is_passive(const dtl_page *page, int32_t verb) {
    return dtl_page_child(page, verb, DTL_DEP_AUX_PASS) != DTL_NONE;
}

bool dtl_page_has_finite_auxiliary(const dtl_page *page, int32_t verb) {
    DTL_EACH_CHILD(page, c, verb) {
        const dtl_word *w = dtl_page_word(page, c);
        if (dtl_dep_is_auxiliary(w->dep) && dtl_tag_is_finite(w->tag))
            return true;
    }
    return false;
}

const char *dtl_page_case(const dtl_page *page, int32_t word) {
    const int32_t c = dtl_page_child(page, word, DTL_DEP_CASE);
    return c == DTL_NONE ? "" : dtl_page_word(page, c)->lemma;
}

int32_t dtl_page_actor(const dtl_page *page, int32_t word) {
    int32_t mention = page->mention[word];
    if (mention == DTL_NONE) mention = page->inside[word];
    if (mention == DTL_NONE) return DTL_NONE;
    return page->source->mentions.items[mention].actor;
}

bool dtl_page_is_person(const dtl_page *page, int32_t word) {
    if (page->inside[word] == DTL_NONE) return false;
    const int32_t actor =
        page->source->mentions.items[page->inside[word]].actor;
    return actor >= 0 &&
           page->source->actors.items[actor].type == DATELINE_ACTOR_PERSON;
}

int32_t dtl_page_name(const dtl_page *page, int32_t word) {
    if (page->mention[word] == DTL_NONE) return DTL_NONE;
    const dtl_mention *m =
        &page->source->mentions.items[page->mention[word]];
    if (m->kind != DTL_MENTION_NAME) return DTL_NONE;
    if (word >= m->first && word <= m->last) return DTL_NONE;
    return dtl_page_is_person(page, m->first) ? m->first : DTL_NONE;
}
