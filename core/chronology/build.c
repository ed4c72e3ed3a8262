/* build.c - the chronology in one page: from events to entries. */
#include "core/chronology/chronology.h"

#include "core/chronology/stages.h"

static dateline_at mention_place(const dtl_source *source, uint32_t number,
                                 const dtl_participant *participant,
                                 const dtl_event *event) {
    if (participant->mention >= 0) {
        const dtl_mention *m = &source->mentions.items[participant->mention];
        return (dateline_at){number, source->words.items[m->first].span.start,
                             source->words.items[m->last].span.end};
    }
    const uint32_t at = source->words.items[event->trigger].span.start;
    return (dateline_at){number, at, at};
}

static void add_roles(dtl_document *document, dtl_entry *entry,
                      dtl_event_ref ref) {
    const dtl_source *source = dtl_source_of(document, ref);
    const dtl_event *event = dtl_event_of(document, ref);
    for (uint32_t i = 0; i < event->participants.count; i++) {
        const dtl_participant *p = &event->participants.items[i];
        if (p->actor < 0) continue;
        const int32_t actor = source->actors.items[p->actor].merged;
        if (actor < 0) continue;
        dtl_role *role = DTL_PUSH(&document->arena, &entry->roles);
        if (!role) return;
        *role = (dtl_role){(uint32_t)actor, p->role,
                           mention_place(source, ref.source, p, event)};
    }
}

static void add_places(dtl_document *document, dtl_entry *entry,
                       dtl_event_ref ref) {
    const dtl_source *source = dtl_source_of(document, ref);
    const dtl_event *event = dtl_event_of(document, ref);
    for (uint32_t i = 0; i < event->places.count; i++) {
        const dtl_mention *m = &source->mentions.items[event->places.items[i]];
        if (m->actor < 0) continue;
        const char **place = DTL_PUSH(&document->arena, &entry->places);
        if (!place) return;
        *place = source->actors.items[m->actor].name;
    }
}

static void add_entry(dtl_document *document, dtl_event_ref ref) {
    dtl_arena *arena = &document->arena;
    const dtl_source *source = dtl_source_of(document, ref);
    dtl_event *event = dtl_event_of(document, ref);
    dtl_entry *entry = DTL_PUSH(arena, &document->entries);
    if (!entry) return;
    event->entry = (int32_t)document->entries.count - 1;
    entry->id = dtl_arena_format(arena, "e%u", document->entries.count);
    entry->main = ref;
    dtl_event_ref *mention = DTL_PUSH(arena, &entry->mentions);
    if (mention) *mention = ref;
    const dtl_word *trigger = &source->words.items[event->trigger];
    const dtl_span span = source->sentences.items[trigger->sentence].span;
    entry->sentence = (dateline_at){ref.source, span.start, span.end};
    entry->headline = dtl_headline_make(document, ref);
    add_roles(document, entry, ref);
    add_places(document, entry, ref);
    entry->status = event->status;
    entry->reported_by = event->reported_by;
    entry->dated = event->has_date;
    entry->date = event->date;
    entry->confidence = event->has_date ? event->date.confidence : 0.5f;
    entry->background = event->background;
}

void dtl_chronology_build(dtl_document *document) {
    dtl_cast_build(document);
    for (uint32_t s = 0; s < document->sources.count; s++) {
        dtl_source *source = document->sources.items[s];
        for (uint32_t i = 0; i < source->events.count; i++) {
            source->events.items[i].entry = DTL_NONE;
            if (source->events.items[i].background) continue;
            add_entry(document, (dtl_event_ref){s, i});
        }
    }
}
