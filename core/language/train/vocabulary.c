/* vocabulary.c - counts values, and gives them rows. */
#include "core/language/train/vocabulary.h"

#include <stdlib.h>
#include <string.h>

/* A value met less often shares the row of its kind. */
static uint32_t least(uint32_t kind) {
    if (kind == DTL_NET_LOWER) return 2;
    return kind == DTL_NET_FORM ? 3 : 5;
}

static int by_key(const void *a, const void *b) {
    const uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return x < y ? -1 : x > y;
}

/* Two values whose slots look alike share a row. */
static void add(vocabulary *v, uint64_t key, uint32_t count) {
    const uint32_t mask = v->slot_count - 1;
    const uint16_t check = dtl_net_check(key);
    uint32_t at = (uint32_t)key & mask;
    while (v->slots[at].check && v->slots[at].check != check)
        at = (at + 1) & mask;
    if (v->slots[at].check) return;
    if (v->rows > UINT16_MAX) train_die("too many rows", "vocabulary");
    v->slots[at] = (dtl_net_slot){check, (uint16_t)v->rows};
    v->counts[v->rows++] = count;
}

static void add_kind(vocabulary *v, const train_corpus *corpus, uint32_t kind,
                     uint64_t *keys) {
    uint32_t count = 0;
    for (uint32_t i = 0; i < corpus->count; i++) {
        for (uint32_t j = 0; j < corpus->items[i].count; j++) {
            uint64_t of_word[DTL_NET_KINDS];
            dtl_net_keys(&corpus->items[i].tokens[j], of_word);
            keys[count++] = of_word[kind];
        }
    }
    qsort(keys, count, sizeof *keys, by_key);
    for (uint32_t i = 0, end = 0; i < count; i = end) {
        while (end < count && keys[end] == keys[i]) end++;
        if (end - i >= least(kind)) add(v, keys[i], end - i);
    }
}

void vocabulary_build(vocabulary *v, const train_corpus *corpus) {
    uint64_t *keys = train_alloc(corpus->words, sizeof *keys);
    v->slot_count = 1u << 17;
    v->slots = train_alloc(v->slot_count, sizeof *v->slots);
    v->counts = train_alloc(UINT16_MAX + 1, sizeof *v->counts);
    v->rows = DTL_NET_FIRST_ROW;
    for (uint32_t kind = 0; kind < DTL_NET_KINDS; kind++)
        add_kind(v, corpus, kind, keys);
    free(keys);
}

void vocabulary_free(vocabulary *v) {
    free(v->slots);
    free(v->counts);
}
