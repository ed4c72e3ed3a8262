/* dictionary.c - the labels that a word form had in training. */
#include <stdlib.h>

#include "core/language/train/train.h"

#define LEAST_COUNT 2   /* a form seen once is as good as unknown */
#define LEAST_SHARE 20  /* a label with less than 1/20 is left out */
#define MOST_LABELS 3

typedef struct {
    uint32_t hash;
    uint8_t label;
} use;

static int by_hash(const void *a, const void *b) {
    const use *x = a, *y = b;
    if (x->hash != y->hash) return x->hash < y->hash ? -1 : 1;
    return (int)x->label - (int)y->label;
}

static uint32_t collect(const train_set *set, use *uses) {
    uint32_t count = 0;
    for (uint32_t i = 0; i < set->count; i++) {
        const train_sentence *s = set->items[i];
        for (uint32_t j = 0; j < s->count; j++) {
            const dtl_token *t = &s->tokens[j];
            uses[count++] = (use){t->form, s->labels[j]};
        }
    }
    return count;
}

/* The most frequent labels of uses[0 .. count), which have one hash. */
static void add_form(image_table *table, const use *uses, uint32_t count) {
    uint32_t counts[DTL_MAX_LABELS] = {0};
    uint8_t pairs[2 * MOST_LABELS];
    uint32_t found = 0;
    for (uint32_t i = 0; i < count; i++) counts[uses[i].label]++;
    while (found < MOST_LABELS) {
        uint32_t best = 0;
        for (uint32_t i = 1; i < DTL_MAX_LABELS; i++)
            if (counts[i] > counts[best]) best = i;
        if (counts[best] == 0 || counts[best] * LEAST_SHARE < count) break;
        pairs[2 * found] = (uint8_t)best;
        pairs[2 * found++ + 1] = 0;
        counts[best] = 0;
    }
    image_add(table, dtl_mix(uses[0].hash), pairs, found);
}

void train_dictionary(const train_set *set, image_table *table) {
    uint32_t words = 0;
    for (uint32_t i = 0; i < set->count; i++) words += set->items[i]->count;
    use *uses = train_alloc(words, sizeof *uses);
    const uint32_t count = collect(set, uses);
    qsort(uses, count, sizeof *uses, by_hash);
    for (uint32_t i = 0, end = 0; i < count; i = end) {
        while (end < count && uses[end].hash == uses[i].hash) end++;
        if (end - i >= LEAST_COUNT) add_form(table, &uses[i], end - i);
    }
    free(uses);
}
