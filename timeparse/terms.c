/* terms.c - the rows of the tables and how a word is found in them. */
#include "timeparse/terms.h"

#include <string.h>

enum { CAPITAL = DTL_TOKEN_CAPITAL, DOT = DTL_TOKEN_DOT,
       SMALL = DTL_TOKEN_SMALL };

const dtl_word_row dtl_word_rows[] = {
#define TOKEN(text, class_, value, flags, example, said)                      \
    {text, DTL_CLASS_##class_, flags, value, example, said},
#include "timeparse/tokens.def"
#undef TOKEN
#define PLACE(name, word, zone, example, said)                                \
    {word, DTL_CLASS_ZONEPLACE, 0, DTL_ZONE_##name, example, said},
#include "timeparse/zones.def"
#undef PLACE
};

uint16_t dtl_word_rows_count(void) {
    return sizeof dtl_word_rows / sizeof dtl_word_rows[0];
}

/* The words of patterns.def. */
#define DATE .shape = DTL_SHAPE_DATE
#define SPAN .shape = DTL_SHAPE_DURATION
#define OFT .shape = DTL_SHAPE_SET
#define PAST .shape = DTL_SHAPE_REF, .ref = DTL_REF_PAST
#define PRESENT .shape = DTL_SHAPE_REF, .ref = DTL_REF_PRESENT
#define FUTURE .shape = DTL_SHAPE_REF, .ref = DTL_REF_FUTURE
#define SHIFT(n, u) .has = DTL_HAS_SHIFT, .shift = n, .unit = DTL_UNIT_##u
#define THERE .base = DTL_BASE_THERE
#define FRAME .base = DTL_BASE_FRAME
#define OF(u) .unit = DTL_UNIT_##u
#define MOD(m) .mod = DTL_MOD_##m
#define WEAK .weak = 1
#define TOLD .told = 1
#define WHOLE .has = DTL_HAS_SHIFT, .whole = 1

const dtl_row dtl_rows[] = {
#define ROW(level, name, pattern, example, value, ...)                        \
    {#name, pattern, example, value, DTL_LEVEL_##level,                       \
     {.rule = #name, __VA_ARGS__}},
#include "timeparse/patterns.def"
#undef ROW
#define HOLIDAY(name, shown, pattern, how, a, b, c, example, value)           \
    {shown, pattern, example, value, DTL_LEVEL_COUNT,                         \
     {.rule = shown, .has = DTL_HAS_HOLIDAY, .holiday = DTL_HOLIDAY_##name}},
#include "timeparse/holidays.def"
#undef HOLIDAY
};

uint16_t dtl_rows_count(void) {
    return sizeof dtl_rows / sizeof dtl_rows[0];
}

/* Eight bytes, the same number on every machine. */
static uint64_t load(const uint8_t *b) {
    return (uint64_t)b[0] | (uint64_t)b[1] << 8 | (uint64_t)b[2] << 16 |
           (uint64_t)b[3] << 24 | (uint64_t)b[4] << 32 | (uint64_t)b[5] << 40 |
           (uint64_t)b[6] << 48 | (uint64_t)b[7] << 56;
}

#define EACH(byte) (UINT64_C(0x0101010101010101) * (byte))

/* The first `length` bytes of a key that was loaded, folded. */
static dtl_key cut(dtl_key key, size_t length) {
    key.low |= EACH(0x20);
    key.high |= EACH(0x20);
    if (length < 8) key.low &= (UINT64_C(1) << 8 * length) - 1;
    if (length <= 8) key.high = 0;
    else if (length < 16) key.high &= (UINT64_C(1) << 8 * (length - 8)) - 1;
    return key;
}

dtl_key dtl_terms_key(const char *word, size_t length, size_t room) {
    uint8_t copy[16] = {0};
    const uint8_t *bytes = (const uint8_t *)word;
    if (room < sizeof copy) bytes = memcpy(copy, word, length);
    return cut((dtl_key){load(bytes), load(bytes + 8)}, length);
}

/* How many of eight bytes are letters before the first that is none: each
 * byte is compared within itself, without carries into the next. */
static uint32_t count_letters(uint64_t bytes) {
    const uint64_t folded = bytes | EACH(0x20), low = folded & EACH(0x7f);
    const uint64_t from_a = low + EACH(0x80 - 'a');
    const uint64_t past_z = low + EACH(0x80 - 'z' - 1);
    const uint64_t none = ~(from_a & ~past_z & ~bytes) & EACH(0x80);
    return none ? (uint32_t)__builtin_ctzll(none) / 8 : 8;
}

static bool is_letter(char c) { return (c | 32) >= 'a' && (c | 32) <= 'z'; }

uint32_t dtl_terms_letters(const char *word, size_t room, dtl_key *key) {
    uint32_t n = 0;
    if (room >= 16) {
        const uint8_t *bytes = (const uint8_t *)word;
        const dtl_key all = {load(bytes), load(bytes + 8)};
        n = count_letters(all.low);
        if (n == 8) n += count_letters(all.high);
        *key = cut(all, n);
        if (n < 16) return n;
    }
    while (n < room && is_letter(word[n])) n++;
    if (n <= DTL_WORD_MAX) *key = dtl_terms_key(word, n, n);
    return n;
}

uint16_t dtl_terms_find(const dtl_terms *terms, dtl_key key) {
    for (uint32_t i = dtl_terms_slot(key);; i = (i + 1) % DTL_TERMS_SLOTS) {
        const uint16_t entry = terms->slots[i];
        if (!entry) return 0;
        const dtl_key *known = &terms->entries[entry].key;
        if (known->low == key.low && known->high == key.high) return entry;
    }
}

int32_t dtl_terms_value(const dtl_terms *terms, uint16_t entry,
                        unsigned class_) {
    while (entry && terms->entries[entry].class_ != class_)
        entry = terms->entries[entry].next;
    return entry ? terms->entries[entry].value : 0;
}
