/* image.c - weights to bytes, cells to buckets. */
#include "core/language/train/image.h"

#include <stdlib.h>
#include <string.h>

#define CELLS_PER_BUCKET 4

void image_add(image_table *table, uint64_t key, const uint8_t *pairs,
               uint32_t count) {
    if (table->count == table->capacity) {
        table->capacity = table->capacity ? table->capacity * 2 : 1u << 16;
        table->keys = train_grow(table->keys, table->capacity, 8);
        table->firsts = train_grow(table->firsts, table->capacity, 4);
        table->counts = train_grow(table->counts, table->capacity, 1);
    }
    if (table->used + 2 * count > table->room) {
        table->room = table->room ? table->room * 2 : 1u << 20;
        table->bytes = train_grow(table->bytes, table->room, 1);
    }
    table->keys[table->count] = key;
    table->firsts[table->count] = (uint32_t)table->used;
    table->counts[table->count++] = (uint8_t)count;
    memcpy(table->bytes + table->used, pairs, 2 * (size_t)count);
    table->used += 2 * (size_t)count;
}

void image_free(image_table *table) {
    free(table->keys);
    free(table->firsts);
    free(table->counts);
    free(table->bytes);
    *table = (image_table){0};
}

static int64_t largest(const learner *l) {
    int64_t most = 1;
    for (uint32_t i = 0; i < l->count; i++) {
        for (uint32_t j = 0; j < l->rows[i].count; j++) {
            const int64_t total = l->rows[i].cells[j].total;
            if (total > most) most = total;
            if (-total > most) most = -total;
        }
    }
    return most;
}

/* The level w for which w * w * w comes closest: 127 stands for `most`. */
static int level_of(int64_t total, int64_t most) {
    const int64_t size = total < 0 ? -total : total;
    int shift = 0;
    while ((most >> shift) >= INT64_C(1) << 36) shift++;
    int low = 0, high = 127;
    while (low < high) { /* the largest level with (2w-1)^3 / 8 below */
        const int64_t w = (low + high + 1) / 2, edge = 2 * w - 1;
        if (edge * edge * edge * (most >> shift) <=
            (size >> shift) * 8 * 127 * 127 * 127)
            low = (int)w;
        else
            high = (int)w - 1;
    }
    return total < 0 ? -low : low;
}

void image_add_learner(image_table *table, const learner *l) {
    const int64_t most = largest(l);
    uint8_t pairs[2 * 256];
    for (uint32_t i = 0; i < l->count; i++) {
        uint32_t count = 0;
        for (uint32_t j = 0; j < l->rows[i].count; j++) {
            const learner_cell *cell = &l->rows[i].cells[j];
            const int level = level_of(cell->total, most);
            if (level == 0) continue;
            pairs[2 * count] = cell->label;
            pairs[2 * count++ + 1] = (uint8_t)(int8_t)level;
        }
        if (count) image_add(table, l->row_keys[i], pairs, count);
    }
}

static uint32_t mask_for(uint32_t cells) {
    uint32_t mask = 1;
    while ((mask + 1) * (CELLS_PER_BUCKET + 2) < cells) mask = mask * 2 + 1;
    return mask;
}

/* Cells in the order of their buckets: a counting sort. */
static uint32_t *order_of(const image_table *t, uint32_t mask,
                          uint32_t *starts) {
    uint32_t *order = train_alloc(t->count, sizeof *order);
    uint32_t *at = train_alloc(mask + 2, sizeof *at);
    for (uint32_t i = 0; i < t->count; i++)
        at[((uint32_t)t->keys[i] & mask) + 1]++;
    for (uint32_t b = 0; b <= mask; b++) at[b + 1] += at[b];
    memcpy(starts, at, (mask + 2) * sizeof *at);
    for (uint32_t i = 0; i < t->count; i++)
        order[at[(uint32_t)t->keys[i] & mask]++] = i;
    free(at);
    return order;
}

static size_t put_cell(const image_table *t, uint32_t i, uint8_t *out) {
    out[0] = (uint8_t)(t->keys[i] >> 48);
    out[1] = (uint8_t)(t->keys[i] >> 56);
    out[2] = t->counts[i];
    memcpy(out + 3, t->bytes + t->firsts[i], 2 * (size_t)t->counts[i]);
    return 3 + 2 * (size_t)t->counts[i];
}

/* Writes one table behind *size and moves *size on. */
static void put_table(const image_table *t, int index, dtl_model_head *head,
                      uint8_t *base, size_t *size) {
    const uint32_t mask = mask_for(t->count);
    uint32_t *starts = (uint32_t *)(void *)(base + *size);
    uint32_t *order = order_of(t, mask, starts);
    uint8_t *cells = (uint8_t *)(starts + mask + 2);
    size_t used = 0;
    for (uint32_t b = 0; b <= mask; b++) {
        const uint32_t first = starts[b], end = starts[b + 1];
        starts[b] = (uint32_t)used;
        for (uint32_t i = first; i < end; i++)
            used += put_cell(t, order[i], cells + used);
    }
    starts[mask + 1] = (uint32_t)used;
    head->starts[index] = (uint32_t)*size;
    head->cells[index] = (uint32_t)(cells - base);
    head->masks[index] = mask;
    *size = (size_t)(cells - base) + used;
    *size = (*size + 7) & ~(size_t)7;
    free(order);
}

void *image_build(const train_labels *labels,
                  const image_table tables[DTL_TABLES], size_t *size) {
    size_t most = sizeof(dtl_model_head) + 64;
    for (int i = 0; i < DTL_TABLES; i++)
        most += tables[i].used + 3 * (size_t)tables[i].count +
                4 * ((size_t)mask_for(tables[i].count) + 3) + 8;
    uint8_t *base = train_alloc(most, 1);
    dtl_model_head *head = (dtl_model_head *)(void *)base;
    memcpy(head->magic, DTL_MODEL_MAGIC, sizeof head->magic);
    head->version = DTL_MODEL_VERSION;
    head->labels = labels->count;
    memcpy(head->pos, labels->pos, sizeof head->pos);
    memcpy(head->tag, labels->tag, sizeof head->tag);
    *size = (sizeof *head + 7) & ~(size_t)7;
    for (int i = 0; i < DTL_TABLES; i++)
        put_table(&tables[i], i, head, base, size);
    return base;
}
