/* match.c - the cascade. */
#include "timeparse/match.h"

#include <string.h>

#include "timeparse/bind.h"
#include "timeparse/number.h"

typedef struct {
    int32_t row;    /* -1: none */
    uint32_t count; /* items it covers */
} found;

/* How many items the row covers from the first of `count`; 0: no match. */
static uint32_t try_row(const dtl_lexicon *lexicon, uint16_t row,
                        const dtl_item *items, uint32_t count) {
    const dtl_pattern *pattern = &lexicon->patterns[row];
    uint32_t used = 0;
    for (uint16_t i = 0; i < pattern->count; i++) {
        const dtl_place *place = &lexicon->places[pattern->first + i];
        if (used < count &&
            dtl_classes_meet(&items[used].classes, &place->classes))
            used++;
        else if (!place->optional)
            return 0;
    }
    return used;
}

/* The best row of a level at items[0]. */
static found best_row(const dtl_lexicon *lexicon, dtl_level level,
                      const dtl_item *items, uint32_t count) {
    found best = {-1, 0};
    const uint16_t *from = lexicon->from[level];
    for (unsigned k = 0; k < DTL_CLASS_MAX / 64; k++) {
        uint64_t bits = items[0].classes.bits[k];
        for (; bits; bits &= bits - 1) {
            const unsigned c = k * 64 + (unsigned)__builtin_ctzll(bits);
            for (uint16_t i = from[c]; i < from[c + 1]; i++) {
                const uint16_t row = lexicon->starts[i];
                const uint32_t used = try_row(lexicon, row, items, count);
                if (used > best.count ||
                    (used && used == best.count && row < best.row))
                    best = (found){row, used};
            }
        }
    }
    return best;
}

/* Binds each place of a matched row; *meaning starts as the row's preset. */
static void build(dtl_matcher *matcher, uint16_t row, const dtl_item *items,
                  uint32_t count, dtl_meaning *meaning) {
    const dtl_lexicon *lexicon = matcher->lexicon;
    const dtl_pattern *pattern = &lexicon->patterns[row];
    *meaning = lexicon->rows[row].meaning;
    dtl_meaning_trail(meaning, meaning->rule);
    uint32_t used = 0;
    for (uint16_t i = 0; i < pattern->count; i++) {
        const dtl_place *place = &lexicon->places[pattern->first + i];
        if (used >= count ||
            !dtl_classes_meet(&items[used].classes, &place->classes))
            continue;
        const dtl_item *item = &items[used++];
        dtl_classes both = item->classes;
        for (unsigned k = 0; k < DTL_CLASS_MAX / 64; k++)
            both.bits[k] &= place->classes.bits[k];
        if (item->node >= 0)
            dtl_meaning_merge(meaning, &matcher->nodes[item->node]);
        else
            dtl_meaning_bind(meaning, lexicon, item, &both);
    }
}

/* One pass over the run, in place. */
static void pass(dtl_matcher *matcher, dtl_level level) {
    uint32_t out = 0;
    for (uint32_t i = 0; i < matcher->count;) {
        dtl_item *items = &matcher->items[i];
        const found best = best_row(matcher->lexicon, level, items,
                                    matcher->count - i);
        dtl_meaning *meaning = &matcher->nodes[matcher->node_count];
        if (best.row >= 0) {
            build(matcher, (uint16_t)best.row, items, best.count, meaning);
            if (!dtl_meaning_finish(meaning)) {
                matcher->items[out++] = *items;
                i++;
                continue;
            }
            dtl_item node = *items;
            node.end = items[best.count - 1].end;
            node.node = (int16_t)matcher->node_count++;
            if (best.count > 1)
                node.classes = (dtl_classes){{0}};
            dtl_meaning_classes(meaning, &node.classes);
            matcher->items[out++] = node;
            i += best.count;
            continue;
        }
        matcher->items[out++] = *items;
        i++;
    }
    matcher->count = out;
}

void dtl_match_run(dtl_matcher *matcher, const dtl_lexer *lexer) {
    matcher->lexicon = lexer->lexicon;
    matcher->node_count = 0;
    memcpy(matcher->items, lexer->items, lexer->count * sizeof(dtl_item));
    matcher->count =
        dtl_number_words(lexer->lexicon, matcher->items, lexer->count);
    for (unsigned level = 0; level < DTL_LEVEL_END; level++)
        pass(matcher, (dtl_level)level);
}
