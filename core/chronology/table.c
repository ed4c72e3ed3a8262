/* table.c - the hash map behind merging.
 *
 * FNV-1a (Fowler, Noll, Vo) with a final mix; linear probing. */
#include "core/chronology/table.h"

#include <string.h>

void dtl_table_init(dtl_table *table, dtl_arena *arena) {
    *table = (dtl_table){.arena = arena};
}

static uint64_t mix(uint64_t hash) {
    hash ^= hash >> 33;
    hash *= 0xff51afd7ed558ccdu;
    hash ^= hash >> 33;
    return hash ? hash : 1;
}

uint64_t dtl_table_text(uint64_t hash, const char *text) {
    hash ^= 0xcbf29ce484222325u;
    for (const char *at = text; *at; at++)
        hash = (hash ^ (unsigned char)*at) * 0x100000001b3u;
    return mix(hash);
}

uint64_t dtl_table_number(uint64_t hash, int64_t number) {
    return mix((hash ^ (uint64_t)number) * 0x9e3779b97f4a7c15u + 1);
}

static dtl_table_slot *probe(const dtl_table *table, uint64_t hash) {
    const uint32_t mask = table->capacity - 1;
    uint32_t at = (uint32_t)hash & mask;
    while (table->slots[at].hash && table->slots[at].hash != hash)
        at = (at + 1) & mask;
    return &table->slots[at];
}

static bool grow(dtl_table *table) {
    dtl_table bigger = *table;
    bigger.capacity = table->capacity ? table->capacity * 2 : 64;
    bigger.slots = dtl_arena_array(table->arena, bigger.capacity,
                                   sizeof *bigger.slots);
    if (!bigger.slots) return false;
    for (uint32_t i = 0; i < table->capacity; i++)
        if (table->slots[i].hash)
            *probe(&bigger, table->slots[i].hash) = table->slots[i];
    *table = bigger;
    return true;
}

uint32_t *dtl_table_at(dtl_table *table, uint64_t hash, uint32_t fresh) {
    if (2 * (table->count + 1) > table->capacity && !grow(table)) return NULL;
    dtl_table_slot *slot = probe(table, hash);
    if (!slot->hash) {
        *slot = (dtl_table_slot){hash, fresh};
        table->count++;
    }
    return &slot->value;
}

const uint32_t *dtl_table_find(const dtl_table *table, uint64_t hash) {
    if (!table->capacity) return NULL;
    const dtl_table_slot *slot = probe(table, hash);
    return slot->hash ? &slot->value : NULL;
}
