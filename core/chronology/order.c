/* order.c - entries by date: begin, then end, then as the text tells them;
 * undated ones behind, in the order of the text. Then what points at
 * entries by number is set. */
#include <stdlib.h>
#include <string.h>

#include "core/base/calendar.h"
#include "core/chronology/stages.h"

/* Seconds of an instant; digits that are not meant count as the first of
 * their unit. Open ends lie outside everything. */
static int64_t seconds(dateline_instant at, int64_t open) {
    if (!at.digits) return open;
    const dtl_day day = {at.year, at.month ? at.month : 1,
                         at.day ? at.day : 1};
    return dtl_calendar_number(day) * 86400 + at.hour * 3600 +
           at.minute * 60 + at.second;
}

typedef struct {
    int64_t begin, end;
    uint32_t at; /* position in the order of the text */
    bool dated;
} sort_key;

static sort_key key_of(const dtl_entry *entry, uint32_t at) {
    sort_key key = {0, 0, at, entry->dated};
    if (!entry->dated) return key;
    const dateline_date *date = &entry->date;
    key.end = seconds(date->end, INT64_MAX);
    /* "before June" stands where June begins. */
    key.begin = seconds(date->begin, key.end);
    return key;
}

static int compare(const void *left, const void *right) {
    const sort_key *a = left, *b = right;
    if (a->dated != b->dated) return a->dated ? -1 : 1;
    if (a->begin != b->begin) return a->begin < b->begin ? -1 : 1;
    if (a->end != b->end) return a->end < b->end ? -1 : 1;
    return (a->at > b->at) - (a->at < b->at);
}

static void mend_events(dtl_document *document) {
    for (uint32_t i = 0; i < document->entries.count; i++) {
        const dtl_entry *entry = &document->entries.items[i];
        for (uint32_t m = 0; m < entry->mentions.count; m++)
            dtl_event_of(document, entry->mentions.items[m])->entry =
                (int32_t)i;
    }
}

/* Every actor learns its entries; one with two parts in an entry has it
 * once. */
static void index_actors(dtl_document *document) {
    for (uint32_t i = 0; i < document->entries.count; i++) {
        const dtl_entry *entry = &document->entries.items[i];
        for (uint32_t r = 0; r < entry->roles.count; r++) {
            const uint32_t actor = entry->roles.items[r].actor;
            if (actor >= document->actors.count) continue;
            dtl_cast *cast = &document->actors.items[actor];
            const uint32_t count = cast->entries.count;
            if (count && cast->entries.items[count - 1] == i) continue;
            uint32_t *slot = DTL_PUSH(&document->arena, &cast->entries);
            if (!slot) return;
            *slot = i;
        }
    }
}

void dtl_order_entries(dtl_document *document) {
    const uint32_t count = document->entries.count;
    dtl_arena *arena = &document->arena;
    sort_key *keys = dtl_arena_array(arena, count, sizeof *keys);
    dtl_entry *sorted = dtl_arena_array(arena, count, sizeof *sorted);
    if (!keys || !sorted || !count) return;
    for (uint32_t i = 0; i < count; i++)
        keys[i] = key_of(&document->entries.items[i], i);
    qsort(keys, count, sizeof *keys, compare);
    for (uint32_t i = 0; i < count; i++)
        sorted[i] = document->entries.items[keys[i].at];
    document->entries.items = sorted;
    document->entries.capacity = count;
    mend_events(document);
    index_actors(document);
}
