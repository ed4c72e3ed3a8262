/* weights.c - looks features up in the trained tables. */
#include "core/language/weights.h"

#include <stddef.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

extern const uint8_t dtl_language_model[] __attribute__((visibility("hidden")));

#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ != __ORDER_LITTLE_ENDIAN__
#error "english.model is little-endian and is used in place"
#endif

static dtl_cells cells_at(const dtl_model_head *head, int table) {
    const uint8_t *base = (const uint8_t *)head;
    return (dtl_cells){(const void *)(base + head->lines[table]),
                       base + head->cells[table], head->units[table],
                       head->line_counts[table]};
}

static dtl_parser_model parser_at(const dtl_model_head *head, int relations,
                                  int actions) {
    const uint8_t *base = (const uint8_t *)head;
    return (dtl_parser_model){
        cells_at(head, relations),
        {(const void *)(base + head->lines[actions]),
         head->line_counts[actions], head->units[actions]}};
}

dtl_model dtl_model_at(const void *bytes) {
    const dtl_model_head *head = bytes;
    return (dtl_model){
        .head = head,
        .dictionary = cells_at(head, DTL_TABLE_DICTIONARY),
        .tags = cells_at(head, DTL_TABLE_TAGS),
        .parser = parser_at(head, DTL_TABLE_RELATIONS, DTL_TABLE_ACTIONS),
        .guide = parser_at(head, DTL_TABLE_GUIDE_RELATIONS,
                           DTL_TABLE_GUIDE_ACTIONS)};
}

dtl_model dtl_model_linked(void) { return dtl_model_at(dtl_language_model); }

uint32_t dtl_doubt(int32_t best, int32_t next, int32_t unit) {
    const int64_t margin = (int64_t)best - next;
    if (margin >= (int64_t)30 * unit) return 0;
    if (margin >= (int64_t)15 * unit) return 1;
    return margin >= (int64_t)6 * unit ? 2 : 3;
}

/* Bits of the places in `checks` that equal check; count is 8 to 16. The
 * last eight are looked at as a whole: some bits are found twice. */
#ifdef __SSE2__
static inline unsigned equal_places(const uint16_t *checks, unsigned count,
                                    uint16_t check) {
    const __m128i wanted = _mm_set1_epi16((short)check);
    const __m128i low = _mm_loadu_si128((const void *)checks);
    const __m128i high = _mm_loadu_si128((const void *)(checks + count - 8));
    const __m128i packed = _mm_packs_epi16(_mm_cmpeq_epi16(low, wanted),
                                           _mm_cmpeq_epi16(high, wanted));
    const unsigned bits = (unsigned)_mm_movemask_epi8(packed);
    return (bits & 0xff) | (bits >> 8) << (count - 8);
}
#else
static inline unsigned equal_places(const uint16_t *checks, unsigned count,
                                    uint16_t check) {
    unsigned bits = 0;
    for (unsigned i = 0; i < count; i++)
        bits |= (unsigned)(checks[i] == check) << i;
    return bits;
}
#endif

/* Which of `count` checks is the one: its number, or `count`. */
static inline unsigned find_check(const uint16_t *checks, unsigned count,
                                  uint16_t check) {
    const unsigned bits = equal_places(checks, count, check);
    return bits ? (unsigned)__builtin_ctz(bits) : count;
}

const uint8_t *dtl_cells_find(const dtl_cells *cells, uint64_t key) {
    const uint16_t check = dtl_check_of(key);
    uint32_t at = dtl_line_of(key, cells->count);
    for (uint32_t tried = 0; tried < cells->count; tried++) {
        const dtl_cell_line *line = &cells->lines[at];
        const unsigned i = find_check(line->checks, DTL_CELL_LINE, check);
        if (i < DTL_CELL_LINE) return cells->cells + line->cells[i];
        if (!line->full) return NULL;
        if (++at == cells->count) at = 0;
    }
    return NULL;
}

void dtl_cells_score(const dtl_cells *cells, const dtl_features *features,
                     int32_t *scores) {
    const uint8_t *found[DTL_MAX_FEATURES];
    uint32_t count = 0;
    for (uint32_t i = 0; i < features->count; i++) {
        found[count] = dtl_cells_find(cells, features->keys[i]);
        if (!found[count]) continue;
        __builtin_prefetch(found[count]);
        count++;
    }
    for (uint32_t i = 0; i < count; i++) {
        const uint8_t *pair = found[i] + 1;
        for (uint32_t left = found[i][0]; left; left--, pair += 2) {
            const int32_t w = (int8_t)pair[1];
            scores[pair[0]] += w * w * w;
        }
    }
}

static const int8_t *find_action(const dtl_actions *actions, uint64_t key) {
    const uint16_t check = dtl_check_of(key);
    uint32_t at = dtl_line_of(key, actions->count);
    for (uint32_t tried = 0; tried < actions->count; tried++) {
        const dtl_action_line *line = &actions->lines[at];
        const unsigned i = find_check(line->checks, DTL_ACTION_LINE, check);
        if (i < DTL_ACTION_LINE) return line->weights[i];
        if (!line->full) return NULL;
        if (++at == actions->count) at = 0;
    }
    return NULL;
}

void dtl_actions_score(const dtl_actions *actions,
                       const dtl_features *features, int32_t *scores) {
    for (uint32_t i = 0; i < features->count; i++) {
        const int8_t *weights = find_action(actions, features->keys[i]);
        if (!weights) continue;
        for (int j = 0; j < DTL_LINE_ACTIONS; j++)
            scores[j] += weights[j] * weights[j] * weights[j];
    }
}
