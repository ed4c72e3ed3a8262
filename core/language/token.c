/* token.c - normalised forms, affixes and shapes, as hashes. */
#include "core/language/token.h"

#include <stdbool.h>
#include <unicode/uchar.h>

#include "core/base/limits.h"
#include "core/base/text.h"

#define FORM_BYTES (DTL_MAX_WORD_BYTES + 8)

typedef struct {
    uint8_t bytes[FORM_BYTES];
    uint32_t length;
} form;

static uint32_t hash_byte(uint32_t hash, uint8_t byte) {
    return (hash ^ byte) * 16777619u; /* FNV-1a */
}

static uint32_t hash_form(const form *f) {
    uint32_t hash = 2166136261u;
    for (uint32_t i = 0; i < f->length; i++)
        hash = hash_byte(hash, f->bytes[i]);
    return hash;
}

/* Quotes and dashes as the treebanks mostly write them. */
static uint32_t normalise(uint32_t point) {
    switch (point) {
    case 0x2018: case 0x2019: case 0x02BC: return '\'';
    case 0x201C: case 0x201D: return '"';
    case 0x2010: case 0x2011: case 0x2013: return '-';
    }
    return point >= '0' && point <= '9' ? '0' : point;
}

static void append(form *f, uint32_t point) {
    if (f->length + 4 > FORM_BYTES) return;
    if (point < 0x80) {
        f->bytes[f->length++] = (uint8_t)point;
        return;
    }
    if (point == 0x2014) { /* an em dash is two hyphens */
        f->bytes[f->length++] = '-';
        f->bytes[f->length++] = '-';
        return;
    }
    char out[4];
    const size_t count = dtl_utf8_encode(point, out);
    for (size_t i = 0; i < count; i++)
        f->bytes[f->length++] = (uint8_t)out[i];
}

static uint32_t to_lower(uint32_t point) {
    if (point < 0x80)
        return point >= 'A' && point <= 'Z' ? point + 32 : point;
    return (uint32_t)u_tolower((UChar32)point);
}

static uint8_t shape_of(uint32_t point, uint32_t lower) {
    if (point != lower) return 'X';
    if (point == '0') return 'd';
    if (point >= 'a' && point <= 'z') return 'x';
    if (point < 0x80) return (uint8_t)point;
    return u_isalpha((UChar32)point) ? 'x' : 'o';
}

/* Runs of one kind count at most twice. */
typedef struct {
    uint32_t hash;
    uint8_t last;
    bool doubled;
} shape;

static void shape_add(shape *s, uint8_t kind) {
    if (kind == s->last) {
        if (s->doubled) return;
        s->doubled = true;
    } else {
        s->doubled = false;
    }
    s->last = kind;
    s->hash = hash_byte(s->hash, kind);
}

static void affixes(dtl_token *token, const form *lower) {
    uint32_t hash = 5381;
    for (uint32_t i = 0; i < DTL_TOKEN_SUFFIXES; i++) {
        const uint32_t at = lower->length - 1 - i;
        hash = hash_byte(hash, i < lower->length ? lower->bytes[at] : 0);
        token->suffixes[i] = hash;
    }
    hash = 5381;
    for (uint32_t i = 0; i < DTL_TOKEN_PREFIXES; i++) {
        hash = hash_byte(hash, i < lower->length ? lower->bytes[i] : 0);
        token->prefixes[i] = hash;
    }
}

void dtl_token_init(dtl_token *token, const char *bytes, size_t length) {
    form exact, lower;
    exact.length = lower.length = 0;
    shape s = {2166136261u, 0, false};
    for (size_t offset = 0; offset < length;) {
        const uint32_t point = normalise(dtl_utf8_next(bytes, length, &offset));
        const uint32_t small = to_lower(point);
        append(&exact, point);
        append(&lower, small);
        shape_add(&s, shape_of(point, small));
    }
    *token = (dtl_token){0};
    token->form = hash_form(&exact);
    token->lower = hash_form(&lower);
    token->shape = s.hash;
    affixes(token, &lower);
}
