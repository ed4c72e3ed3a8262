/* image.c - weights to bytes, features to lines (see weights.h). */
#include "core/language/train/image.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "core/model.h"

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
    table->unit = (int32_t)((int64_t)l->seen * LEARNER_STEP * 127 * 127 *
                            127 / most);
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

/* Lines so that about 8 of 10 places are taken. */
static uint32_t lines_for(uint32_t features, uint32_t places) {
    return features / places * 10 / 8 + 2;
}

static uint16_t *checks_of(uint8_t *line) {
    return (uint16_t *)(void *)line; /* first in both kinds of lines */
}

/* A free place for a key: its line in *line, its number as the result. */
static uint32_t place_of(uint8_t *lines, uint32_t count, uint32_t places,
                         uint64_t key, uint8_t **line) {
    const size_t full = places == DTL_CELL_LINE
                            ? offsetof(dtl_cell_line, full)
                            : offsetof(dtl_action_line, full);
    for (uint32_t at = dtl_line_of(key, count);; at = (at + 1) % count) {
        *line = lines + (size_t)at * sizeof(dtl_cell_line);
        for (uint32_t i = 0; i < places; i++) {
            if (checks_of(*line)[i]) continue;
            checks_of(*line)[i] = dtl_check_of(key);
            return i;
        }
        (*line)[full] = 1;
    }
}

static size_t align(size_t size) { return (size + 63) & ~(size_t)63; }

static void put_cells(const image_table *t, uint8_t *lines, uint32_t count,
                      uint8_t *cells) {
    size_t used = 0;
    for (uint32_t i = 0; i < t->count; i++) {
        uint8_t *at = NULL;
        const uint32_t place =
            place_of(lines, count, DTL_CELL_LINE, t->keys[i], &at);
        ((dtl_cell_line *)(void *)at)->cells[place] = (uint32_t)used;
        cells[used++] = t->counts[i];
        memcpy(cells + used, t->bytes + t->firsts[i], 2 * (size_t)t->counts[i]);
        used += 2 * (size_t)t->counts[i];
    }
}

static void put_actions(const image_table *t, uint8_t *lines,
                        uint32_t count) {
    for (uint32_t i = 0; i < t->count; i++) {
        uint8_t *at = NULL;
        const uint8_t *pairs = t->bytes + t->firsts[i];
        const uint32_t place =
            place_of(lines, count, DTL_ACTION_LINE, t->keys[i], &at);
        dtl_action_line *line = (void *)at;
        for (uint32_t j = 0; j < t->counts[i]; j++)
            line->weights[place][pairs[2 * j]] = (int8_t)pairs[2 * j + 1];
    }
}

/* Writes one table at `size` and gives the size behind it. */
static size_t put_table(const image_table *t, int index, uint8_t *base,
                        size_t size) {
    dtl_model_head *head = (void *)base;
    const uint32_t places =
        dtl_table_is_actions(index) ? DTL_ACTION_LINE : DTL_CELL_LINE;
    const uint32_t count = lines_for(t->count, places);
    head->lines[index] = (uint32_t)size;
    head->line_counts[index] = count;
    head->units[index] = t->unit;
    head->cells[index] = (uint32_t)(size + count * sizeof(dtl_cell_line));
    if (dtl_table_is_actions(index)) {
        put_actions(t, base + size, count);
        return head->cells[index];
    }
    put_cells(t, base + size, count, base + head->cells[index]);
    return align(head->cells[index] + t->used + t->count);
}

static uint32_t checksum_of(const uint8_t *base, size_t size) {
    uint32_t hash = 2166136261u;
    for (size_t i = DTL_MODEL_CHECKED; i < size; i++)
        hash = (hash ^ base[i]) * 16777619u;
    return hash;
}

void *image_build(const train_labels *labels,
                  const image_table tables[DTL_TABLES], size_t *size) {
    size_t most = align(sizeof(dtl_model_head));
    for (int i = 0; i < DTL_TABLES; i++)
        most += align(tables[i].used + tables[i].count) +
                ((size_t)lines_for(tables[i].count, DTL_CELL_LINE) + 1) * 64;
    uint8_t *base = aligned_alloc(64, most);
    if (!base) train_die("no memory", "aligned_alloc");
    memset(base, 0, most);
    dtl_model_head *head = (void *)base;
    memcpy(head->magic, DTL_MODEL_MAGIC, sizeof head->magic);
    head->version = DTL_MODEL_VERSION;
    head->labels = labels->count;
    head->relations = DTL_DEP_COUNT;
    memcpy(head->pos, labels->pos, sizeof head->pos);
    memcpy(head->tag, labels->tag, sizeof head->tag);
    *size = align(sizeof *head);
    for (int i = 0; i < DTL_TABLES; i++)
        *size = put_table(&tables[i], i, base, *size);
    head->size = (uint32_t)*size;
    head->checksum = checksum_of(base, *size);
    return base;
}
