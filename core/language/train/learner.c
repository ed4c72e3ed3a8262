/* learner.c - the perceptron's memory. */

#include "core/language/train/learner.h"

#include <stdlib.h>
#include <string.h>

#include "core/language/train/corpus.h"

#define FIRST_SLOTS (1u << 16)

/* LEARNER_STEP / sqrt(n + 1), rounded: the n-th change of a weight. */
static void fill_steps(uint16_t *steps) {
    uint64_t step = LEARNER_STEP;
    for (uint32_t n = 0; n < LEARNER_STEPS; n++) {
        while ((2 * step - 1) * (2 * step - 1) * (n + 1) >
               4 * LEARNER_STEP * LEARNER_STEP)
            step--;
        steps[n] = (uint16_t)step;
    }
}

void learner_init(learner *l) {
    *l = (learner){0};
    fill_steps(l->steps);
    l->mask = FIRST_SLOTS - 1;
    l->keys = train_alloc(FIRST_SLOTS, sizeof *l->keys);
    l->ids = train_alloc(FIRST_SLOTS, sizeof *l->ids);
}

void learner_free(learner *l) {
    for (uint32_t i = 0; i < l->count; i++) free(l->rows[i].cells);
    free(l->rows);
    free(l->row_keys);
    free(l->keys);
    free(l->ids);
    *l = (learner){0};
}

static uint32_t slot_of(const learner *l, uint64_t key) {
    uint32_t slot = (uint32_t)(key >> 20) & l->mask;
    while (l->keys[slot] && l->keys[slot] != key) slot = (slot + 1) & l->mask;
    return slot;
}

static void rehash(learner *l) {
    free(l->keys);
    free(l->ids);
    while (l->count * 2 > l->mask) l->mask = l->mask * 2 + 1;
    l->keys = train_alloc((size_t)l->mask + 1, sizeof *l->keys);
    l->ids = train_alloc((size_t)l->mask + 1, sizeof *l->ids);
    for (uint32_t i = 0; i < l->count; i++) {
        const uint32_t slot = slot_of(l, l->row_keys[i]);
        l->keys[slot] = l->row_keys[i];
        l->ids[slot] = i;
    }
}

static uint32_t add_row(learner *l, uint64_t key) {
    if (l->count == l->row_capacity) {
        l->row_capacity = l->row_capacity ? l->row_capacity * 2 : 1u << 16;
        l->rows = train_grow(l->rows, l->row_capacity, sizeof *l->rows);
        l->row_keys =
            train_grow(l->row_keys, l->row_capacity, sizeof *l->row_keys);
    }
    l->rows[l->count] = (learner_row){0};
    l->row_keys[l->count] = key;
    return l->count++;
}

static uint32_t find_row(learner *l, uint64_t key) {
    if (key == 0) key = 1;
    uint32_t slot = slot_of(l, key);
    if (l->keys[slot]) return l->ids[slot];
    if (l->fixed) return LEARNER_NO_ROW;
    if (l->count * 2 > l->mask) {
        rehash(l);
        slot = slot_of(l, key);
    }
    const uint32_t id = add_row(l, key);
    l->keys[slot] = key;
    l->ids[slot] = id;
    return id;
}

void learner_find(learner *l, const dtl_features *features, uint32_t *rows) {
    for (uint32_t i = 0; i < features->count; i++)
        __builtin_prefetch(
            &l->keys[(uint32_t)(features->keys[i] >> 20) & l->mask]);
    for (uint32_t i = 0; i < features->count; i++)
        rows[i] = find_row(l, features->keys[i]);
    for (uint32_t i = 0; i < features->count; i++)
        if (rows[i] != LEARNER_NO_ROW) __builtin_prefetch(&l->rows[rows[i]]);
}

void learner_score(const learner *l, const uint32_t *rows, uint32_t count,
                   int32_t *scores) {
    for (uint32_t i = 0; i < count; i++) {
        if (rows[i] == LEARNER_NO_ROW) continue;
        const learner_row *row = &l->rows[rows[i]];
        for (uint32_t j = 0; j < row->count; j++)
            scores[row->cells[j].label] += row->cells[j].weight;
    }
}

static learner_cell *cell_of(learner_row *row, uint8_t label) {
    for (uint32_t j = 0; j < row->count; j++)
        if (row->cells[j].label == label) return &row->cells[j];
    if (row->count == row->capacity) {
        row->capacity = (uint8_t)(row->capacity ? row->capacity * 2 : 2);
        row->cells = train_grow(row->cells, row->capacity, sizeof *row->cells);
    }
    row->cells[row->count] = (learner_cell){.label = label};
    return &row->cells[row->count++];
}

static void settle(learner_cell *cell, uint32_t now) {
    cell->total += (int64_t)cell->weight * (now - cell->since);
    cell->since = now;
}

void learner_update(learner *l, const uint32_t *rows, uint32_t count,
                    uint8_t label, int32_t delta) {
    for (uint32_t i = 0; i < count; i++) {
        if (rows[i] == LEARNER_NO_ROW) continue;
        learner_row *row = &l->rows[rows[i]];
        learner_cell *cell = cell_of(row, label);
        settle(cell, l->now);
        cell->weight += delta * l->steps[l->even ? 0 : cell->changes];
        if (cell->changes < LEARNER_STEPS - 1) cell->changes++;
        row->updates += delta > 0;
    }
}

void learner_restart(learner *l) {
    for (uint32_t i = 0; i < l->count; i++) {
        for (uint32_t j = 0; j < l->rows[i].count; j++) {
            learner_cell *cell = &l->rows[i].cells[j];
            settle(cell, l->now);
            cell->weight = 0;
            cell->changes = 0;
            cell->since = 0;
        }
    }
    l->seen += l->now;
    l->now = 0;
}

void learner_forget(learner *l) {
    for (uint32_t i = 0; i < l->count; i++) l->rows[i].count = 0;
    l->now = 0;
    l->seen = 0;
}

static uint32_t count_updated(const learner *l, uint32_t least) {
    uint32_t count = 0;
    for (uint32_t i = 0; i < l->count; i++)
        count += l->rows[i].updates >= least;
    return count;
}

void learner_prune(learner *l, uint32_t least, uint32_t most) {
    uint32_t kept = 0;
    while (most && count_updated(l, least) > most) least++;
    for (uint32_t i = 0; i < l->count; i++) {
        free(l->rows[i].cells);
        if (l->rows[i].updates < least) continue;
        l->rows[kept] = (learner_row){0};
        l->row_keys[kept++] = l->row_keys[i];
    }
    l->count = kept;
    l->now = 0;
    l->fixed = true;
    rehash(l);
}
