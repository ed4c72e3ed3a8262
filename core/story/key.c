/* key.c - folded keys and a chained hash over them. */
#include "core/story/key.h"

#include <string.h>

/* The next folded byte from *at on, or -1 at the end. */
static int folded(const char *bytes, size_t length, size_t *at) {
    while (*at < length) {
        const unsigned char byte = (unsigned char)bytes[(*at)++];
        if (byte == '.') continue;
        if (byte == ' ' || (byte >= '\t' && byte <= '\r')) {
            while (*at < length &&
                   (bytes[*at] == ' ' ||
                    (bytes[*at] >= '\t' && bytes[*at] <= '\r')))
                ++*at;
            return ' ';
        }
        if (byte == 0xE2 && length - *at >= 2 &&
            memcmp(bytes + *at, "\x80\x99", 2) == 0) {
            *at += 2;
            return '\'';
        }
        return byte >= 'A' && byte <= 'Z' ? byte + 32 : byte;
    }
    return -1;
}

/* FNV-1a over the folded bytes. */
uint32_t dtl_key_hash(char room, const char *bytes, size_t length) {
    uint32_t hash = (2166136261u ^ (unsigned char)room) * 16777619u;
    size_t at = 0;
    for (int c = folded(bytes, length, &at); c >= 0;
         c = folded(bytes, length, &at))
        hash = (hash ^ (uint32_t)c) * 16777619u;
    return hash;
}

bool dtl_key_equal(const char *a, size_t a_length, const char *b,
                   size_t b_length) {
    size_t i = 0, j = 0;
    for (;;) {
        const int x = folded(a, a_length, &i);
        if (x != folded(b, b_length, &j)) return false;
        if (x < 0) return true;
    }
}

static dtl_key_entry *find(const dtl_key_index *index, char room,
                           const char *bytes, size_t length, uint32_t hash) {
    if (!index->buckets) return NULL;
    int32_t at = index->buckets[hash & (index->size - 1)];
    for (; at >= 0; at = index->entries.items[at].next) {
        dtl_key_entry *entry = &index->entries.items[at];
        if (entry->hash == hash && entry->room == room &&
            dtl_key_equal(entry->bytes, entry->length, bytes, length))
            return entry;
    }
    return NULL;
}

static void link_entry(dtl_key_index *index, uint32_t number) {
    dtl_key_entry *entry = &index->entries.items[number];
    int32_t *bucket = &index->buckets[entry->hash & (index->size - 1)];
    entry->next = *bucket;
    *bucket = (int32_t)number;
}

static bool widen(dtl_arena *arena, dtl_key_index *index) {
    if (index->buckets && index->entries.count < index->size) return true;
    const uint32_t size = index->buckets ? index->size * 2 : 64;
    int32_t *buckets = dtl_arena_array(arena, size, sizeof *buckets);
    if (!buckets) return false;
    memset(buckets, 0xff, size * sizeof *buckets);
    index->buckets = buckets;
    index->size = size;
    for (uint32_t i = 0; i < index->entries.count; i++) link_entry(index, i);
    return true;
}

static void add_value(dtl_key_entry *entry, int32_t value) {
    if (entry->count && entry->values[0] == value) return;
    uint32_t at = 0;
    while (at < entry->count && entry->values[at] != value) at++;
    if (at == DTL_KEY_VALUES) at--;
    if (at == entry->count) entry->count++;
    memmove(entry->values + 1, entry->values, at * sizeof *entry->values);
    entry->values[0] = value;
}

void dtl_key_add(dtl_arena *arena, dtl_key_index *index, char room,
                 const char *bytes, size_t length, int32_t value) {
    const uint32_t hash = dtl_key_hash(room, bytes, length);
    dtl_key_entry *entry = find(index, room, bytes, length, hash);
    if (!entry) {
        if (!widen(arena, index)) return;
        entry = DTL_PUSH(arena, &index->entries);
        if (!entry) return;
        *entry = (dtl_key_entry){.bytes = bytes, .room = room, .hash = hash,
                                 .length = (uint32_t)length};
        link_entry(index, index->entries.count - 1);
    }
    add_value(entry, value);
}

const dtl_key_entry *dtl_key_find(const dtl_key_index *index, char room,
                                  const char *bytes, size_t length) {
    return find(index, room, bytes, length, dtl_key_hash(room, bytes, length));
}
