/* number.c - spelled-out numbers: one pass, no look back. */
#include "timeparse/number.h"

#include "core/base/limits.h"

typedef struct {
    const dtl_terms *terms;
    const dtl_item *items;
    uint32_t count;
} words;

static bool is(const words *w, uint32_t i, unsigned class_) {
    return i < w->count && w->items[i].node < 0 &&
           dtl_classes_has(&w->items[i].classes, class_);
}

static int32_t value(const words *w, uint32_t i, unsigned class_) {
    return dtl_terms_value(w->terms, w->items[i].entry, class_);
}

/* "seven", "twenty", "twenty-four": below a hundred. Returns how many
 * items, 0 when there is no number. */
static uint32_t read_small(const words *w, uint32_t i, int32_t *number) {
    if (is(w, i, DTL_CLASS_CARD)) {
        *number = value(w, i, DTL_CLASS_CARD);
        return 1;
    }
    if (!is(w, i, DTL_CLASS_TENS)) return 0;
    *number = value(w, i, DTL_CLASS_TENS);
    const uint32_t next = i + 1 + is(w, i + 1, DTL_CLASS_HYPHEN);
    if (!is(w, next, DTL_CLASS_CARD)) return 1;
    const int32_t ones = value(w, next, DTL_CLASS_CARD);
    if (ones < 1 || ones > 9) return 1;
    *number += ones;
    return next + 1 - i;
}

/* 1 when the item is "and". */
static uint32_t is_and(const words *w, uint32_t i) {
    if (i >= w->count || !w->items[i].word) return 0;
    const dtl_key *key = &w->terms->entries[w->items[i].entry].key;
    const dtl_key wanted = dtl_terms_key("and", 3, 3);
    return key->low == wanted.low && key->high == wanted.high;
}

/* "hundred", "thousand" behind a number; multiplies. */
static uint32_t read_scales(const words *w, uint32_t i, int64_t *number) {
    const uint32_t start = i;
    int64_t total = 0, part = *number;
    for (;;) {
        int32_t more;
        if (is(w, i, DTL_CLASS_SCALE)) {
            const int32_t scale = value(w, i, DTL_CLASS_SCALE);
            part *= scale;
            if (scale >= 1000) total += part, part = 0;
            if (total + part > DTL_MAX_COUNT) part = 0;
            i++;
            continue;
        }
        if (i == start) return 0;
        const uint32_t and = is_and(w, i);
        const uint32_t n = read_small(w, i + and, &more);
        if (!n) break;
        i += and;
        part += more;
        i += n;
    }
    *number = total + part;
    return i - start;
}

/* "nineteen ninety-six": two numbers below a hundred, the first 11-21. */
static uint32_t read_year(const words *w, uint32_t i, int32_t *year) {
    int32_t high, low;
    const uint32_t first = read_small(w, i, &high);
    if (!first || high < 11 || high > 21) return 0;
    const uint32_t second = read_small(w, i + first, &low);
    if (!second || low < 10) return 0;
    *year = high * 100 + low;
    return first + second;
}

/* One number at i; returns how many items it takes, 0 for none. */
static uint32_t read_number(const words *w, uint32_t i, dtl_item *out) {
    int32_t small = 1;
    uint32_t n = read_year(w, i, &small);
    if (n) {
        dtl_classes_add(&out->classes, DTL_CLASS_YEAR);
        out->digits = 4;
        out->number = small;
        return n;
    }
    n = read_small(w, i, &small);
    if (!n && is(w, i, DTL_CLASS_A) &&
        (is(w, i + 1, DTL_CLASS_SCALE) ||
         (is(w, i + 1, DTL_CLASS_CARD) &&
          value(w, i + 1, DTL_CLASS_CARD) == 12)))
        n = 1, small = 1;
    if (!n) return 0;
    if (is(w, i, DTL_CLASS_A) && is(w, i + 1, DTL_CLASS_CARD))
        n = 2, small = 12;
    int64_t number = small;
    n += read_scales(w, i + n, &number);
    out->number = (int32_t)number;
    dtl_classes_add(&out->classes, DTL_CLASS_NUM);
    dtl_classes_add(&out->classes, DTL_CLASS_COUNT);
    dtl_classes_add(&out->classes, DTL_CLASS_YEARSHORT);
    if (number > 2000 && number < 2100) /* two thousand and four */
        dtl_classes_add(&out->classes, DTL_CLASS_YEAR);
    if (number < 1000) dtl_classes_add(&out->classes, DTL_CLASS_FEW);
    if (number >= 1 && number <= 12)
        dtl_classes_add(&out->classes, DTL_CLASS_HOURWORD);
    return n;
}

uint32_t dtl_number_words(const dtl_terms *terms, dtl_item *items,
                          uint32_t count) {
    const words w = {terms, items, count};
    uint32_t out = 0;
    for (uint32_t i = 0; i < count;) {
        dtl_item number = {.start = items[i].start,
                           .node = -1,
                           .capital = items[i].capital,
                           .glued = items[i].glued};
        const uint32_t n = read_number(&w, i, &number);
        if (n) {
            number.end = items[i + n - 1].end;
            items[out++] = number;
            i += n;
        } else {
            items[out++] = items[i++];
        }
    }
    return out;
}
