/* merge.c - one entry for each event, told once or more often.
 *
 * Within an article core/story says which mentions are the same; besides,
 * two events of one verb, one day and one doer are one, over all sources.
 * A noun inside the clause of a listed verb on the same date belongs to the
 * verb's entry. */
#include <string.h>

#include "core/base/limits.h"
#include "core/chronology/clause.h"
#include "core/chronology/stages.h"
#include "core/chronology/table.h"

typedef struct {
    dtl_document *document;
    const dtl_page *pages;
    dtl_table told; /* by verb, day and doer: the entry */
    dtl_table lines; /* by headline, day and status: the entry */
} merger;

/* ---- which entry -------------------------------------------------------- */

static uint64_t hash_day(uint64_t hash, dateline_instant at) {
    hash = dtl_table_number(hash, at.year);
    return dtl_table_number(hash, at.month * 100 + at.day);
}

static int32_t agent_of(const dtl_source *source, const dtl_event *event) {
    for (uint32_t i = 0; i < event->participants.count; i++) {
        const dtl_participant *p = &event->participants.items[i];
        if (p->actor >= 0 && p->role == DATELINE_ROLE_AGENT)
            return source->actors.items[p->actor].merged;
    }
    return DTL_NONE;
}

static int32_t other_of(const dtl_source *source, const dtl_event *event) {
    for (uint32_t i = 0; i < event->participants.count; i++) {
        const dtl_participant *p = &event->participants.items[i];
        if (p->actor >= 0 && p->role != DATELINE_ROLE_AGENT)
            return source->actors.items[p->actor].merged;
    }
    return DTL_NONE;
}

/* 0: not one of which a second telling could be known. */
static uint64_t key_of(const merger *m, dtl_event_ref ref) {
    const dtl_source *source = dtl_source_of(m->document, ref);
    const dtl_event *event = dtl_event_of(m->document, ref);
    const int32_t agent = agent_of(source, event);
    if (agent == DTL_NONE || !dtl_select_is_dated(event)) return 0;
    uint64_t key = dtl_table_text(
        0, source->words.items[event->trigger].lemma);
    key = hash_day(hash_day(key, event->date.begin), event->date.end);
    key = dtl_table_number(key, event->status == DATELINE_STATUS_NEGATED);
    return dtl_table_number(dtl_table_number(key, agent),
                            other_of(source, event));
}

/* By member: the padding of the struct is no part of the value. */
static bool same_instant(const dateline_instant *a,
                         const dateline_instant *b) {
    return a->year == b->year && a->month == b->month && a->day == b->day &&
           a->hour == b->hour && a->minute == b->minute &&
           a->second == b->second && a->digits == b->digits &&
           a->zone == b->zone && a->has_zone == b->has_zone;
}

bool dtl_merge_same_interval(const dateline_date *a, const dateline_date *b) {
    return same_instant(&a->begin, &b->begin) &&
           same_instant(&a->end, &b->end);
}

/* "helped win the match", "kept the boats from leaving": what happened, or
 * did not, stands in the governor's line. */
static int32_t governor_of(const dtl_page *page, const dtl_event *event) {
    const dtl_word *word = dtl_page_word(page, event->trigger);
    const bool helped = word->dep == DTL_DEP_XCOMP &&
                        word->tag == DTL_TAG_VB &&
                        event->status == DATELINE_STATUS_OCCURRED;
    const bool kept = word->dep == DTL_DEP_ADVCL &&
                      word->tag == DTL_TAG_VBG &&
                      event->status == DATELINE_STATUS_NEGATED;
    return (helped || kept) && word->head != DTL_NONE
               ? page->event[word->head]
               : DTL_NONE;
}

/* The event of the verb in whose clause a noun stands, when both happen on
 * one date: "they signed it at a meeting on Friday"; not what something was
 * said before. DTL_NONE: the noun tells an event of its own. */
static int32_t carrier_of(const merger *m, dtl_event_ref ref) {
    const dtl_page *page = &m->pages[ref.source];
    const dtl_event *event = dtl_event_of(m->document, ref);
    int32_t word = event->trigger;
    if (dtl_page_is_verb(page, word)) return governor_of(page, event);
    if (!event->has_date) return DTL_NONE;
    for (int depth = 0; depth < 4; depth++) {
        const uint8_t dep = dtl_page_word(page, word)->dep;
        if (dep != DTL_DEP_OBJ && dep != DTL_DEP_OBL && dep != DTL_DEP_NMOD &&
            dep != DTL_DEP_NSUBJ && dep != DTL_DEP_NSUBJ_PASS)
            return DTL_NONE;
        word = dtl_page_word(page, word)->head;
        if (word == DTL_NONE) return DTL_NONE;
        if (dtl_page_is_verb(page, word)) break;
    }
    const int32_t above = page->event[word];
    if (above == DTL_NONE) return DTL_NONE;
    const dtl_event *verb = &page->source->events.items[above];
    const bool around =
        verb->class_ == DATELINE_CLASS_REPORTING &&
        dtl_listed(dtl_page_case(page, event->trigger),
                   "before after following");
    return verb->has_date && !around &&
                   dtl_merge_same_interval(&verb->date, &event->date)
               ? above
               : DTL_NONE;
}

/* ---- entries ------------------------------------------------------------ */

static dateline_at place_of(const dtl_source *source, uint32_t number,
                            const dtl_participant *p,
                            const dtl_event *event) {
    if (p->mention >= 0) {
        const dtl_mention *m = &source->mentions.items[p->mention];
        return (dateline_at){number, source->words.items[m->first].span.start,
                             source->words.items[m->last].span.end};
    }
    const uint32_t at = source->words.items[event->trigger].span.start;
    return (dateline_at){number, at, at};
}

static bool has_role(const dtl_entry *entry, uint32_t actor) {
    for (uint32_t i = 0; i < entry->roles.count; i++)
        if (entry->roles.items[i].actor == actor) return true;
    return false;
}

static void add_roles(dtl_document *document, dtl_entry *entry,
                      dtl_event_ref ref) {
    const dtl_source *source = dtl_source_of(document, ref);
    const dtl_event *event = dtl_event_of(document, ref);
    for (uint32_t i = 0; i < event->participants.count; i++) {
        const dtl_participant *p = &event->participants.items[i];
        if (p->actor < 0) continue;
        const int32_t actor = source->actors.items[p->actor].merged;
        if (actor < 0 || has_role(entry, (uint32_t)actor)) continue;
        if (entry->roles.count >= DTL_MAX_EVENT_ACTORS) return;
        dtl_role *role = DTL_PUSH(&document->arena, &entry->roles);
        if (!role) return;
        *role = (dtl_role){(uint32_t)actor, p->role,
                           place_of(source, ref.source, p, event)};
    }
}

static bool has_place(const dtl_entry *entry, const char *name) {
    for (uint32_t i = 0; i < entry->places.count; i++)
        if (strcmp(entry->places.items[i], name) == 0) return true;
    return false;
}

static void add_places(dtl_document *document, dtl_entry *entry,
                       dtl_event_ref ref) {
    const dtl_source *source = dtl_source_of(document, ref);
    const dtl_event *event = dtl_event_of(document, ref);
    for (uint32_t i = 0; i < event->places.count; i++) {
        const dtl_mention *m = &source->mentions.items[event->places.items[i]];
        if (m->actor < 0) continue;
        const char *name = source->actors.items[m->actor].name;
        if (!name || has_place(entry, name)) continue;
        if (entry->places.count >= DTL_MAX_EVENT_ACTORS) return;
        const char **place = DTL_PUSH(&document->arena, &entry->places);
        if (place) *place = name;
    }
}

/* What the best telling says. */
static void tell(merger *m, dtl_entry *entry, dtl_event_ref ref,
                 const char *headline) {
    const dtl_source *source = dtl_source_of(m->document, ref);
    const dtl_event *event = dtl_event_of(m->document, ref);
    const dtl_word *trigger = &source->words.items[event->trigger];
    const dtl_span span = source->sentences.items[trigger->sentence].span;
    entry->main = ref;
    entry->headline = headline;
    entry->sentence = (dateline_at){ref.source, span.start, span.end};
    entry->status = event->status;
    entry->reported_by = event->reported_by;
    entry->dated = dtl_select_is_dated(event);
    entry->date = *dtl_select_date(&m->pages[ref.source], event);
    entry->confidence = event->has_date ? entry->date.confidence : 0.5f;
    entry->background = event->weight < DTL_LISTED || !headline;
}

static const char *sentence_text(merger *m, dtl_event_ref ref) {
    const dtl_source *source = dtl_source_of(m->document, ref);
    const dtl_event *event = dtl_event_of(m->document, ref);
    const dtl_word *word = &source->words.items[event->trigger];
    const dtl_span span = source->sentences.items[word->sentence].span;
    return dtl_arena_string(&m->document->arena, dtl_bytes(source, span),
                            dtl_length(span));
}

/* "shot and killed him": two events with one line. The slot of the entry
 * that has the line already, or of the next one; NULL: no line. */
static uint32_t *line_of(merger *m, const dtl_event *event,
                         const char *headline) {
    if (!headline || event->weight < DTL_LISTED) return NULL;
    uint64_t key = dtl_table_text(0, headline);
    key = dtl_table_number(key, event->status);
    key = dtl_table_number(key, dtl_select_is_dated(event));
    if (dtl_select_is_dated(event))
        key = hash_day(hash_day(key, event->date.begin), event->date.end);
    return dtl_table_at(&m->lines, key, m->document->entries.count);
}

static int32_t add_entry(merger *m, dtl_event_ref ref) {
    dtl_arena *arena = &m->document->arena;
    const dtl_event *event = dtl_event_of(m->document, ref);
    const char *headline =
        dtl_headline_make(&m->pages[ref.source], event, arena);
    const uint32_t *line = line_of(m, event, headline);
    if (line && *line < m->document->entries.count) return (int32_t)*line;
    dtl_entry *entry = DTL_PUSH(arena, &m->document->entries);
    if (!entry) return DTL_NONE;
    entry->id = dtl_arena_format(arena, "e%u", m->document->entries.count);
    tell(m, entry, ref, headline);
    if (!entry->headline) entry->headline = sentence_text(m, ref);
    return (int32_t)m->document->entries.count - 1;
}

static bool is_better(const dtl_document *document, dtl_event_ref a,
                      const dtl_entry *entry) {
    const dtl_event *late = dtl_event_of(document, a);
    const dtl_event *early = dtl_event_of(document, entry->main);
    return entry->background && late->weight >= DTL_LISTED &&
           late->weight > early->weight;
}

static void join(merger *m, int32_t at, dtl_event_ref ref) {
    dtl_arena *arena = &m->document->arena;
    dtl_entry *entry = &m->document->entries.items[at];
    dtl_event *event = dtl_event_of(m->document, ref);
    dtl_event_ref *mention = DTL_PUSH(arena, &entry->mentions);
    if (!mention) return;
    *mention = ref;
    event->entry = at;
    if (entry->mentions.count > 1 && is_better(m->document, ref, entry)) {
        const char *headline =
            dtl_headline_make(&m->pages[ref.source], event, arena);
        if (headline) tell(m, entry, ref, headline);
    }
    add_roles(m->document, entry, ref);
    add_places(m->document, entry, ref);
}

static int32_t find_entry(merger *m, dtl_event_ref ref) {
    const dtl_source *source = dtl_source_of(m->document, ref);
    const dtl_event *event = dtl_event_of(m->document, ref);
    if (event->same >= 0 && source->events.items[event->same].entry >= 0)
        return source->events.items[event->same].entry;
    const uint64_t key = key_of(m, ref);
    const uint32_t *told = key ? dtl_table_find(&m->told, key) : NULL;
    return told ? (int32_t)*told : DTL_NONE;
}

static void place(merger *m, dtl_event_ref ref) {
    if (dtl_event_of(m->document, ref)->entry >= 0) return;
    int32_t at = find_entry(m, ref);
    if (at < 0) at = add_entry(m, ref);
    if (at < 0) return;
    join(m, at, ref);
    const uint64_t key = key_of(m, ref);
    if (key) dtl_table_at(&m->told, key, (uint32_t)at);
}

/* The verb first, then the noun that it carries. */
static void place_with_carrier(merger *m, dtl_event_ref ref) {
    const int32_t above = carrier_of(m, ref);
    if (above >= 0) {
        const dtl_event_ref verb = {ref.source, (uint32_t)above};
        place(m, verb);
        const int32_t at = dtl_event_of(m->document, verb)->entry;
        if (at >= 0 && dtl_event_of(m->document, ref)->entry < 0)
            join(m, at, ref);
    }
    place(m, ref);
}

/* ---- what no headline could be made of ----------------------------------- */

/* Bytes of a sentence that is short enough to stand as a line. */
#define LINE_BYTES 200

static uint64_t sentence_key(const dtl_entry *entry) {
    return dtl_table_number(dtl_table_number(0, entry->sentence.source),
                            entry->sentence.start);
}

static bool is_pronoun(const dtl_page *page, int32_t word) {
    return word != DTL_NONE &&
           dtl_page_word(page, word)->pos == DTL_POS_PRON;
}

/* "It was to expire on Friday", "We won today," she said; "The paper said on
 * Friday:": who or what that is stands elsewhere. */
static bool is_dangling(const merger *m, const dtl_entry *entry) {
    const dtl_page *page = &m->pages[entry->main.source];
    const dtl_event *event = dtl_event_of(m->document, entry->main);
    const dtl_word *trigger = dtl_page_word(page, event->trigger);
    const dtl_sentence *sentence =
        &page->source->sentences.items[trigger->sentence];
    return trigger->quoted ||
           page->source->text.bytes[sentence->span.end - 1] == ':' ||
           dtl_page_word(page, (int32_t)sentence->first)->quoted ||
           is_pronoun(page, (int32_t)sentence->first) ||
           is_pronoun(page, dtl_clause_subject(page, event)) ||
           is_pronoun(page, dtl_page_subject(page, sentence->root));
}

/* Worth a line, with a date of its own. */
static bool is_lost(const merger *m, const dtl_entry *entry) {
    const dtl_event *event = dtl_event_of(m->document, entry->main);
    return !is_dangling(m, entry) && entry->background && entry->dated &&
           event->weight >= DTL_LISTED && dtl_select_has_own_date(event) &&
           entry->sentence.end - entry->sentence.start <= LINE_BYTES;
}

/* Such an event is told by its sentence, once however often the article
 * repeats it, where nothing else of the sentence is told. */
static void tell_lost(merger *m) {
    dtl_table told;
    dtl_table_init(&told, &m->document->arena);
    const uint32_t count = m->document->entries.count;
    for (uint32_t i = 0; i < count; i++) {
        const dtl_entry *entry = &m->document->entries.items[i];
        if (!entry->background) dtl_table_at(&told, sentence_key(entry), i);
    }
    for (uint32_t i = 0; i < count; i++) {
        dtl_entry *entry = &m->document->entries.items[i];
        if (!is_lost(m, entry)) continue;
        const uint32_t *first = dtl_table_at(&told, sentence_key(entry), i);
        if (!first || *first != i) continue;
        first = dtl_table_at(&told, dtl_table_text(0, entry->headline), i);
        if (first && *first == i) entry->background = false;
    }
}

void dtl_merge_events(dtl_document *document, const dtl_page *pages) {
    merger m = {.document = document, .pages = pages};
    dtl_table_init(&m.told, &document->arena);
    dtl_table_init(&m.lines, &document->arena);
    for (uint32_t s = 0; s < document->sources.count; s++) {
        const dtl_source *source = document->sources.items[s];
        for (uint32_t i = 0; i < source->events.count; i++)
            source->events.items[i].entry = DTL_NONE;
        for (uint32_t i = 0; i < source->events.count; i++)
            place_with_carrier(&m, (dtl_event_ref){s, i});
    }
    tell_lost(&m);
}
