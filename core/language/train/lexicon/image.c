/* image.c - writes the image that core/language/lexicon.c reads. */
#include <stdio.h>

#include "core/language/train/lexicon/build.h"

static void put_byte(builder *b, bytes *out, uint32_t value) {
    unsigned char *byte = DTL_PUSH(&b->arena, out);
    if (!byte) die("out of memory", "image");
    *byte = (unsigned char)value;
}

static void put32(builder *b, bytes *out, uint32_t value) {
    for (int i = 0; i < 4; i++) put_byte(b, out, value >> (8 * i) & 0xFF);
}

static uint32_t set_index(builder *b, void *list, uint32_t bits) {
    DTL_LIST(uint32_t) *sets = list;
    for (uint32_t i = 0; i < sets->count; i++)
        if (sets->items[i] == bits) return i;
    uint32_t *set = DTL_PUSH(&b->arena, sets);
    if (!set) die("out of memory", "sets");
    *set = bits;
    return sets->count - 1;
}

static void put_forms(builder *b, bytes *out) {
    uint32_t at = 0;
    for (uint32_t bucket = 0; bucket <= DTL_LEXICON_FORM_BUCKETS; bucket++) {
        while (at < b->forms.count &&
               b->forms.items[at].hash >> 48 < bucket)
            at++;
        put32(b, out, at);
    }
    for (uint32_t i = 0; i < b->forms.count; i++)
        put32(b, out, (uint32_t)b->forms.items[i].hash);
}

static void put_lemmas(builder *b, bytes *out, bytes *pool) {
    uint32_t at = 0;
    for (uint32_t bucket = 0; bucket <= DTL_LEXICON_LEMMA_BUCKETS; bucket++) {
        while (at < b->lemmas.count &&
               b->lemmas.items[at].hash >> 52 < bucket)
            at++;
        put32(b, out, at);
    }
    for (uint32_t i = 0; i < b->lemmas.count; i++)
        put32(b, out, (uint32_t)b->lemmas.items[i].hash);
    for (uint32_t i = 0; i < b->lemmas.count; i++) {
        put32(b, out, pool->count);
        const char *c = b->lemmas.items[i].lemma;
        do put_byte(b, pool, (unsigned char)*c); while (*c++);
    }
}

bytes make_image(builder *b) {
    bytes out = {0}, pool = {0}, ids = {0};
    DTL_LIST(uint32_t) sets = {0};
    for (uint32_t i = 0; i < b->forms.count; i++) {
        const uint32_t id = set_index(b, &sets, b->forms.items[i].bits);
        if (id > 0xFFFF) die("too many sets", "forms");
        put_byte(b, &ids, id & 0xFF);
        put_byte(b, &ids, id >> 8);
    }
    while (ids.count % 4) put_byte(b, &ids, 0);
    bytes lemmas = {0};
    put_lemmas(b, &lemmas, &pool);
    const uint32_t head[8] = {DTL_LEXICON_MAGIC, b->forms.count, sets.count,
                              b->lemmas.count, pool.count, 0, 0, 0};
    for (int i = 0; i < 8; i++) put32(b, &out, head[i]);
    put_forms(b, &out);
    for (uint32_t i = 0; i < sets.count; i++) put32(b, &out, sets.items[i]);
    for (uint32_t i = 0; i < lemmas.count; i++)
        put_byte(b, &out, lemmas.items[i]);
    for (uint32_t i = 0; i < ids.count; i++) put_byte(b, &out, ids.items[i]);
    for (uint32_t i = 0; i < pool.count; i++)
        put_byte(b, &out, pool.items[i]);
    return out;
}

void write_image(const bytes *image, const char *path) {
    FILE *file = fopen(path, "wb");
    if (!file || fwrite(image->items, 1, image->count, file) != image->count ||
        fclose(file) != 0)
        die("cannot be written", path);
}
