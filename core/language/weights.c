/* weights.c - looks features up in the trained tables. */
#include "core/language/weights.h"

extern const uint8_t dtl_language_model[] __attribute__((visibility("hidden")));

#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ != __ORDER_LITTLE_ENDIAN__
#error "english.model is little-endian and is used in place"
#endif

dtl_model dtl_model_at(const void *bytes) {
    dtl_model model = {.head = bytes};
    const uint8_t *base = bytes;
    for (int i = 0; i < DTL_TABLES; i++) {
        model.tables[i] = (dtl_weights){
            (const uint32_t *)(const void *)(base + model.head->starts[i]),
            base + model.head->cells[i], model.head->masks[i]};
    }
    return model;
}

dtl_model dtl_model_linked(void) { return dtl_model_at(dtl_language_model); }

const uint8_t *dtl_weights_find(const dtl_weights *weights, uint64_t key,
                                uint32_t *count) {
    const uint32_t bucket = (uint32_t)key & weights->mask;
    const uint8_t *at = weights->cells + weights->starts[bucket];
    const uint8_t *end = weights->cells + weights->starts[bucket + 1];
    const uint8_t low = (uint8_t)(key >> 48), high = (uint8_t)(key >> 56);
    while (at < end) {
        if (at[0] == low && at[1] == high) {
            *count = at[2];
            return at + 3;
        }
        at += 3 + 2 * at[2];
    }
    return 0;
}

void dtl_weights_score(const dtl_weights *weights,
                       const dtl_features *features, int32_t *scores) {
    for (uint32_t i = 0; i < features->count; i++)
        __builtin_prefetch(
            &weights->starts[(uint32_t)features->keys[i] & weights->mask]);
    for (uint32_t i = 0; i < features->count; i++)
        __builtin_prefetch(
            weights->cells +
            weights->starts[(uint32_t)features->keys[i] & weights->mask]);
    for (uint32_t i = 0; i < features->count; i++) {
        uint32_t count = 0;
        const uint8_t *at =
            dtl_weights_find(weights, features->keys[i], &count);
        for (uint32_t j = 0; at && j < count; j++) {
            const int32_t w = (int8_t)at[2 * j + 1];
            scores[at[2 * j]] += w * w * w;
        }
    }
}
