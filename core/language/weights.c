/* weights.c - looks features up in the trained tables. */
#include "core/language/weights.h"

#include <stddef.h>
#include <string.h>
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

/* Bit i: checks[i] is the one, of the first `places` of a line. */
#ifdef __SSE2__
static inline unsigned equal_checks(const uint16_t *checks, unsigned places,
                                    uint16_t check) {
    const __m128i wanted = _mm_set1_epi16((short)check);
    const __m128i low = _mm_load_si128((const void *)checks);
    const __m128i high = _mm_load_si128((const void *)(checks + 8));
    const __m128i packed = _mm_packs_epi16(_mm_cmpeq_epi16(low, wanted),
                                           _mm_cmpeq_epi16(high, wanted));
    return (unsigned)_mm_movemask_epi8(packed) & ((1u << places) - 1);
}
#else
static inline unsigned equal_checks(const uint16_t *checks, unsigned places,
                                    uint16_t check) {
    unsigned bits = 0;
    for (unsigned i = 0; i < places; i++)
        bits |= (unsigned)(checks[i] == check) << i;
    return bits;
}
#endif

/* A line of either kind, as look-ups see it. */
typedef struct {
    uint16_t checks[DTL_LINE_CHECKS];
    uint8_t values[DTL_LINE_BYTES - 2 * DTL_LINE_CHECKS - 4];
    uint8_t full, spare[3];
} line;

_Static_assert(offsetof(line, full) == offsetof(dtl_cell_line, full) &&
                   offsetof(line, full) == offsetof(dtl_action_line, full),
               "lines of both kinds begin and end alike");

/* A table of either kind. */
typedef struct {
    const line *lines;
    uint32_t count;
    unsigned places; /* of a line */
} table;

/* A key's place in a line: its number is the lowest bit's. */
typedef struct {
    const line *line;
    unsigned bits; /* 0: the key is not there */
} place;

static inline place place_at(const table *t, uint32_t at, uint64_t key) {
    const line *l = t->lines + at;
    return (place){l, equal_checks(l->checks, t->places, dtl_check_of(key))};
}

static inline place first_place(const table *t, uint64_t key) {
    return place_at(t, dtl_line_of(key, t->count), key);
}

/* 1: the key may stand in a line behind. */
static inline uint32_t goes_on(place p) { return p.line->full > p.bits; }

static inline uint32_t line_behind(const table *t, uint32_t at) {
    return at + 1 == t->count ? 0 : at + 1;
}

/* Where a key is that is not in its first line, which is full. */
static inline place later_place(const table *t, uint64_t key) {
    uint32_t at = line_behind(t, dtl_line_of(key, t->count));
    place p = place_at(t, at, key);
    for (uint32_t tried = 2; goes_on(p) && tried < t->count; tried++) {
        at = line_behind(t, at);
        p = place_at(t, at, key);
    }
    return p;
}

static inline void fetch_later(const table *t, const uint64_t *keys,
                               uint32_t count) {
    for (uint32_t i = 0; i < count; i++)
        __builtin_prefetch(
            &t->lines[line_behind(t, dtl_line_of(keys[i], t->count))]);
}

/* The number of the place; any where there is none. */
static inline unsigned number_of(place p, unsigned places) {
    return (unsigned)__builtin_ctz(p.bits | 1u << (places - 1));
}

static table table_of_cells(const dtl_cells *cells) {
    return (table){(const void *)cells->lines, cells->count, DTL_CELL_LINE};
}

/* 1: the cell at `cell` is the key's, 0: there is none. */
static inline uint32_t take_cell(const dtl_cells *cells, place p,
                                 const uint8_t **cell) {
    const dtl_cell_line *in = (const void *)p.line;
    *cell = cells->cells + in->cells[number_of(p, DTL_CELL_LINE)];
    return p.bits != 0;
}

const uint8_t *dtl_cells_find(const dtl_cells *cells, uint64_t key) {
    const table t = table_of_cells(cells);
    const uint8_t *cell = NULL;
    place p = first_place(&t, key);
    if (goes_on(p)) p = later_place(&t, key);
    return take_cell(cells, p, &cell) ? cell : NULL;
}

/* w * w * w by the byte of w. */
#define CUBE(w) ((w) * (w) * (w))
#define CUBES_4(w) CUBE(w), CUBE((w) + 1), CUBE((w) + 2), CUBE((w) + 3)
#define CUBES_16(w) \
    CUBES_4(w), CUBES_4((w) + 4), CUBES_4((w) + 8), CUBES_4((w) + 12)
#define CUBES_64(w) \
    CUBES_16(w), CUBES_16((w) + 16), CUBES_16((w) + 32), CUBES_16((w) + 48)
static const int32_t cubes[256] = {CUBES_64(0), CUBES_64(64), CUBES_64(-128),
                                   CUBES_64(-64)};

static void add_pairs(const uint8_t *pairs, uint32_t size, int32_t *scores) {
    for (const uint8_t *end = pairs + size; pairs < end; pairs += 2)
        scores[pairs[0]] += cubes[pairs[1]];
}

/* How many cells ahead is fetched; the pairs that are added up at once. */
enum { AHEAD = 8, PAIRS_SIZE = 4096, CELL_SIZE = 2 * UINT8_MAX };

/* Cells are copied one behind the other first, mostly in one go: one long
 * loop ends once, many short ones each end where nobody foresees it. */
static void add_cells(const uint8_t *const *found, uint32_t count,
                      int32_t *scores) {
    uint8_t pairs[PAIRS_SIZE + CELL_SIZE + DTL_CELL_COPY];
    uint32_t used = 0;
    for (uint32_t i = 0; i < count; i++) {
        const uint8_t *cell = found[i];
        const uint32_t size = 2u * cell[0];
        __builtin_prefetch(found[i + AHEAD]);
        memcpy(pairs + used, cell + 1, DTL_CELL_COPY);
        if (size > DTL_CELL_COPY) memcpy(pairs + used, cell + 1, size);
        used += size;
        if (used <= PAIRS_SIZE) continue;
        add_pairs(pairs, used, scores);
        used = 0;
    }
    add_pairs(pairs, used, scores);
}

/* Whether a feature is known, and whether its line is full, nobody foresees:
 * both are added up instead of branched on. */
void dtl_cells_score(const dtl_cells *cells, const dtl_features *features,
                     int32_t *scores) {
    const table t = table_of_cells(cells);
    const uint8_t *found[DTL_MAX_FEATURES + AHEAD];
    uint64_t later[DTL_MAX_FEATURES];
    uint32_t count = 0, more = 0;
    for (uint32_t i = 0; i < features->count; i++) {
        const place p = first_place(&t, features->keys[i]);
        later[more] = features->keys[i];
        more += goes_on(p);
        count += take_cell(cells, p, &found[count]);
    }
    fetch_later(&t, later, more);
    for (uint32_t i = 0; i < more; i++)
        count += take_cell(cells, later_place(&t, later[i]), &found[count]);
    for (uint32_t i = 0; i < AHEAD; i++) found[count + i] = cells->cells;
    add_cells(found, count, scores);
}

/* The weights of a feature for each action; the last is no action's. */
typedef int8_t action_weights[4];

/* Four behind `count` are 0. */
#ifdef __SSE2__
static void add_actions(const action_weights *weights, uint32_t count,
                        int32_t *sums) {
    __m128i sum = _mm_setzero_si128();
    for (uint32_t i = 0; i < count; i += 4) {
        const __m128i w = _mm_loadu_si128((const void *)weights[i]);
        const __m128i halves[2] = {
            _mm_srai_epi16(_mm_unpacklo_epi8(w, w), 8),
            _mm_srai_epi16(_mm_unpackhi_epi8(w, w), 8)};
        for (int h = 0; h < 2; h++) {
            const __m128i square = _mm_mullo_epi16(halves[h], halves[h]);
            const __m128i low = _mm_mullo_epi16(square, halves[h]);
            const __m128i high = _mm_mulhi_epi16(square, halves[h]);
            sum = _mm_add_epi32(sum, _mm_unpacklo_epi16(low, high));
            sum = _mm_add_epi32(sum, _mm_unpackhi_epi16(low, high));
        }
    }
    _mm_storeu_si128((void *)sums, sum);
}
#else
static void add_actions(const action_weights *weights, uint32_t count,
                        int32_t *sums) {
    for (uint32_t i = 0; i < count; i++)
        for (int j = 0; j < DTL_LINE_ACTIONS; j++)
            sums[j] += cubes[(uint8_t)weights[i][j]];
}
#endif

static inline uint32_t take_weights(place p, int8_t *weights) {
    const unsigned number = number_of(p, DTL_ACTION_LINE);
    memcpy(weights, (const uint8_t *)p.line +
                        offsetof(dtl_action_line, weights) +
                        DTL_LINE_ACTIONS * number,
           sizeof(action_weights));
    return p.bits != 0;
}

void dtl_actions_score(const dtl_actions *actions,
                       const dtl_features *features, int32_t *scores) {
    const table t = {(const void *)actions->lines, actions->count,
                     DTL_ACTION_LINE};
    action_weights found[DTL_MAX_FEATURES + 4];
    uint64_t later[DTL_MAX_FEATURES];
    uint32_t count = 0, more = 0;
    for (uint32_t i = 0; i < features->count; i++) {
        const place p = first_place(&t, features->keys[i]);
        later[more] = features->keys[i];
        more += goes_on(p);
        count += take_weights(p, found[count]);
    }
    fetch_later(&t, later, more);
    for (uint32_t i = 0; i < more; i++)
        count += take_weights(later_place(&t, later[i]), found[count]);
    memset(found[count], 0, 4 * sizeof found[count]);
    int32_t sums[4] = {0};
    add_actions((const action_weights *)found, count, sums);
    for (int j = 0; j < DTL_LINE_ACTIONS; j++) scores[j] += sums[j];
}
