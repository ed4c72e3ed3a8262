/* text.c - valid UTF-8 with true offsets. */
#include "core/base/text.h"

#include <string.h>

#define STRIDE 256

/* Bytes of the well-formed sequence at s, 0 when it is ill-formed and
 * *skip is then the length of its maximal subpart (table 3-7). */
static size_t sequence(const unsigned char *s, size_t left, size_t *skip) {
    *skip = 1;
    if (s[0] < 0x80) return 1;
    size_t need;
    unsigned char low = 0x80, high = 0xBF;
    if (s[0] >= 0xC2 && s[0] <= 0xDF) need = 1;
    else if (s[0] >= 0xE0 && s[0] <= 0xEF) need = 2;
    else if (s[0] >= 0xF0 && s[0] <= 0xF4) need = 3;
    else return 0;
    if (s[0] == 0xE0) low = 0xA0;
    if (s[0] == 0xED) high = 0x9F;
    if (s[0] == 0xF0) low = 0x90;
    if (s[0] == 0xF4) high = 0x8F;
    for (size_t i = 1; i <= need; i++) {
        if (i >= left || s[i] < low || s[i] > high) {
            *skip = i;
            return 0;
        }
        low = 0x80;
        high = 0xBF;
    }
    return need + 1;
}

uint32_t dtl_utf8_next(const char *bytes, size_t length, size_t *offset) {
    const unsigned char *s = (const unsigned char *)bytes + *offset;
    size_t skip;
    const size_t n = sequence(s, length - *offset, &skip);
    *offset += n ? n : skip;
    switch (n) {
    case 1: return s[0];
    case 2: return (uint32_t)(s[0] & 0x1F) << 6 | (s[1] & 0x3Fu);
    case 3:
        return (uint32_t)(s[0] & 0x0F) << 12 | (uint32_t)(s[1] & 0x3F) << 6 |
               (s[2] & 0x3Fu);
    case 4:
        return (uint32_t)(s[0] & 0x07) << 18 | (uint32_t)(s[1] & 0x3F) << 12 |
               (uint32_t)(s[2] & 0x3F) << 6 | (s[3] & 0x3Fu);
    default: return 0xFFFD;
    }
}

size_t dtl_utf8_encode(uint32_t point, char out[4]) {
    if (point < 0x80) {
        out[0] = (char)point;
        return 1;
    }
    size_t n = point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
    for (size_t i = n - 1; i > 0; i--) {
        out[i] = (char)(0x80 | (point & 0x3F));
        point >>= 6;
    }
    static const unsigned char lead[] = {0, 0, 0xC0, 0xE0, 0xF0};
    out[0] = (char)(lead[n] | point);
    return n;
}

/* Length of the clean text and whether anything is replaced. */
static size_t clean_length(const char *bytes, size_t length,
                           uint32_t *replaced) {
    size_t clean = 0;
    for (size_t i = 0; i < length;) {
        size_t skip;
        const size_t n =
            sequence((const unsigned char *)bytes + i, length - i, &skip);
        clean += n ? n : 3;
        i += n ? n : skip;
        *replaced += n == 0;
    }
    return clean;
}

static void copy_clean(dtl_text *text, dtl_arena *arena, char *out,
                       const char *bytes, size_t length, size_t skipped) {
    uint32_t at = 0;
    for (size_t i = skipped; i < length;) {
        size_t skip;
        const size_t n =
            sequence((const unsigned char *)bytes + i, length - i, &skip);
        memcpy(out + at, n ? bytes + i : "\xEF\xBF\xBD", n ? n : 3);
        at += n ? (uint32_t)n : 3;
        i += n ? n : skip;
        if (n == 0) dtl_text_shift(text, arena, at, (uint32_t)i);
    }
}

static void index_points(dtl_text *text, dtl_arena *arena) {
    text->points = dtl_arena_array(arena, text->length / STRIDE + 1,
                                   sizeof *text->points);
    if (!text->points) return;
    uint32_t points = 0;
    for (uint32_t i = 0; i < text->length; i++) {
        if (i % STRIDE == 0) text->points[i / STRIDE] = points;
        points += ((unsigned char)text->bytes[i] & 0xC0) != 0x80;
    }
    if (text->length % STRIDE == 0)
        text->points[text->length / STRIDE] = points;
}

void dtl_text_shift(dtl_text *text, dtl_arena *arena, uint32_t clean,
                    uint32_t original) {
    const dtl_shift *last =
        text->shifts.count ? &text->shifts.items[text->shifts.count - 1] : NULL;
    const uint32_t expected =
        last ? last->original + (clean - last->clean) : clean;
    if (original == expected) return;
    dtl_shift *shift = DTL_PUSH(arena, &text->shifts);
    if (shift) *shift = (dtl_shift){clean, original};
}

void dtl_text_take(dtl_text *text, dtl_arena *arena, const char *bytes,
                   uint32_t length) {
    text->bytes = bytes;
    text->length = length;
    index_points(text, arena);
}

void dtl_text_init_behind(dtl_text *text, dtl_arena *arena, const char *bytes,
                          size_t length, size_t skip) {
    *text = (dtl_text){.bytes = ""};
    const size_t clean =
        length > skip ? clean_length(bytes + skip, length - skip,
                                     &text->replaced)
                      : 0;
    char *copy = dtl_arena_alloc(arena, clean + 1);
    if (!copy) return;
    dtl_text_shift(text, arena, 0, (uint32_t)skip);
    if (text->replaced)
        copy_clean(text, arena, copy, bytes, length, skip);
    else if (clean)
        memcpy(copy, bytes + skip, clean);
    dtl_text_take(text, arena, copy, (uint32_t)clean);
}

void dtl_text_init(dtl_text *text, dtl_arena *arena, const char *bytes,
                   size_t length) {
    dtl_text_init_behind(text, arena, bytes, length, 0);
}

uint32_t dtl_text_original(const dtl_text *text, uint32_t offset) {
    uint32_t low = 0, high = text->shifts.count;
    while (low < high) { /* the last shift at or before offset */
        const uint32_t middle = low + (high - low) / 2;
        if (text->shifts.items[middle].clean <= offset) low = middle + 1;
        else high = middle;
    }
    if (low == 0) return offset;
    const dtl_shift shift = text->shifts.items[low - 1];
    return shift.original + (offset - shift.clean);
}

uint32_t dtl_text_point(const dtl_text *text, uint32_t offset) {
    if (!text->points) return 0;
    uint32_t points = text->points[offset / STRIDE];
    for (uint32_t i = offset / STRIDE * STRIDE; i < offset; i++)
        points += ((unsigned char)text->bytes[i] & 0xC0) != 0x80;
    return points;
}
