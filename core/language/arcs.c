/* arcs.c - from scores to a tree. */
#include "core/language/arcs.h"

#include <stdbool.h>
#include <string.h>

#include "core/base/limits.h"

typedef struct {
    const int32_t *scores;
    uint32_t count; /* words; also the number of the root */
    int16_t *heads;
    bool rooted[DTL_MAX_SENTENCE_WORDS]; /* it leads to the root */
} arcs;

static int64_t score(const arcs *a, uint32_t word, uint32_t head) {
    return a->scores[(size_t)word * (a->count + 1) + head];
}

/* The best head among the words. */
static uint32_t best_word(const arcs *a, uint32_t word) {
    uint32_t best = word ? 0 : 1;
    for (uint32_t h = best + 1; h < a->count; h++)
        if (h != word && score(a, word, h) > score(a, word, best)) best = h;
    return best;
}

/* All take the best word, but for the one that gains most by the root. */
static void choose_each(arcs *a) {
    int64_t most = INT64_MIN;
    uint32_t root = 0;
    for (uint32_t i = 0; i < a->count; i++) {
        const uint32_t best = best_word(a, i);
        const int64_t gain = score(a, i, a->count) - score(a, i, best);
        a->heads[i] = (int16_t)best;
        if (gain <= most) continue;
        most = gain;
        root = i;
    }
    a->heads[root] = (int16_t)a->count;
}

/* A walk up from `word` gets to the root in as many steps as there are
 * words, or never. Known ends are used. */
static bool leads_up(const arcs *a, uint32_t word) {
    for (uint32_t steps = 0; steps <= a->count; steps++) {
        if (word == a->count || a->rooted[word]) return true;
        word = (uint32_t)a->heads[word];
    }
    return false;
}

static void mark(arcs *a, uint32_t word) {
    for (; word != a->count && !a->rooted[word];
         word = (uint32_t)a->heads[word])
        a->rooted[word] = true;
}

/* Gives up the arc of the circle that `word` leads to whose loss is least:
 * its word takes a head that leads to the root. */
static void open_circle(arcs *a, uint32_t word) {
    int64_t least = INT64_MAX;
    uint32_t from = 0, to = 0;
    for (uint32_t steps = 0; steps < a->count; steps++)
        word = (uint32_t)a->heads[word];
    uint32_t at = word;
    do {
        const int64_t held = score(a, at, (uint32_t)a->heads[at]);
        for (uint32_t h = 0; h < a->count; h++) {
            if (!a->rooted[h] || held - score(a, at, h) >= least) continue;
            least = held - score(a, at, h);
            from = at;
            to = h;
        }
        at = (uint32_t)a->heads[at];
    } while (at != word);
    a->heads[from] = (int16_t)to;
}

void dtl_arcs_choose(const int32_t *scores, uint32_t count, int16_t *heads) {
    arcs a = {scores, count, heads, {false}};
    heads[0] = (int16_t)count;
    if (count == 1) return;
    choose_each(&a);
    for (uint32_t i = 0; i < count; i++)
        if (leads_up(&a, i)) mark(&a, i);
    for (uint32_t i = 0; i < count; i++) {
        if (!leads_up(&a, i)) open_circle(&a, i);
        mark(&a, i);
    }
}
