/* terms.c - tokens.def into a hash table, patterns.def into class sets. */
#include "timeparse/terms.h"

#include <string.h>

enum { SLOTS = 2048 };


enum { CAPITAL = DTL_TOKEN_CAPITAL, DOT = DTL_TOKEN_DOT,
       SMALL = DTL_TOKEN_SMALL };

static const dtl_word_row words[] = {
#define TOKEN(text, class_, value, flags, example, said)                      \
    {text, DTL_CLASS_##class_, flags, value, example, said},
#include "timeparse/tokens.def"
#undef TOKEN
#define PLACE(name, word, zone, example, said)                                \
    {word, DTL_CLASS_ZONEPLACE, 0, DTL_ZONE_##name, example, said},
#include "timeparse/zones.def"
#undef PLACE
};

enum { WORDS = sizeof words / sizeof words[0] };

static const char *const class_names[] = {
    "",
#define CLASS(name) #name,
#include "timeparse/classes.def"
#undef CLASS
};

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

static const dtl_row rows[] = {
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

enum { ROWS = sizeof rows / sizeof rows[0] };

static uint32_t hash_word(const char *word, size_t length) {
    uint32_t hash = 2166136261u;
    for (size_t i = 0; i < length; i++)
        hash = (hash ^ (uint8_t)word[i]) * 16777619u;
    return (hash ^ hash >> 15) % SLOTS;
}

uint16_t dtl_terms_find(const dtl_terms *terms, const char *word,
                          size_t length) {
    for (uint32_t i = hash_word(word, length);; i = (i + 1) % SLOTS) {
        const uint16_t entry = terms->slots[i];
        if (!entry) return 0;
        const dtl_token_entry *e = &terms->entries[entry];
        if (e->length == length && !memcmp(e->text, word, length))
            return entry;
    }
}

int32_t dtl_terms_value(const dtl_terms *terms, uint16_t entry,
                          unsigned class_) {
    while (entry && terms->entries[entry].class_ != class_)
        entry = terms->entries[entry].next;
    return entry ? terms->entries[entry].value : 0;
}

/* Adds a word in a class; a known word gets one more class. */
static void add_word(dtl_terms *terms, const char *text, size_t length,
                     unsigned class_, int32_t value, uint8_t flags) {
    const uint16_t known = dtl_terms_find(terms, text, length);
    const uint16_t entry = ++terms->entry_count;
    terms->entries[entry] = (dtl_token_entry){
        text, (uint8_t)length, flags, (uint16_t)class_, 0, value};
    if (known) {
        dtl_token_entry *last = &terms->entries[known];
        while (last->next) last = &terms->entries[last->next];
        last->next = entry;
        return;
    }
    uint32_t slot = hash_word(text, length);
    while (terms->slots[slot]) slot = (slot + 1) % SLOTS;
    terms->slots[slot] = entry;
}

/* The class that a pattern's name means; a literal word gets its own, which
 * "^word" wants with a capital and "word." with its full stop. Class names
 * are words too: upper case, which no token of a text is. */
static unsigned name_class(dtl_terms *terms, const char *name,
                           size_t length) {
    uint8_t flags = 0;
    if (name[0] == '^') name++, length--, flags |= CAPITAL;
    if (name[length - 1] == '.') length--, flags |= DOT;
    const bool upper = name[0] >= 'A' && name[0] <= 'Z';
    for (uint16_t e = dtl_terms_find(terms, name, length); e;
         e = terms->entries[e].next)
        if (upper || terms->entries[e].class_ >= DTL_CLASS_WORDS)
            return terms->entries[e].class_;
    if (upper) return DTL_CLASS_NONE;
    if (terms->class_count >= DTL_CLASS_MAX) return DTL_CLASS_NONE;
    const unsigned class_ = terms->class_count++;
    add_word(terms, name, length, class_, 1, flags);
    return class_;
}

/* Reads one place, "MONTH", "[the]", "last|next", "<over", "~and", and steps
 * behind it. */
static const char *read_place(dtl_terms *terms, const char *p,
                              dtl_place *place) {
    place->optional = *p == '[';
    place->around = *p == '<' || *p == '>';
    place->split = *p == '~';
    if (place->optional || place->around || place->split) p++;
    for (;;) {
        const size_t length = strcspn(p, "|] ");
        dtl_classes_add(&place->classes, name_class(terms, p, length));
        p += length;
        if (*p != '|') break;
        p++;
    }
    if (*p == ']') p++;
    while (*p == ' ') p++;
    return p;
}

static void read_patterns(dtl_terms *terms) {
    for (uint16_t r = 0; r < ROWS; r++) {
        terms->patterns[r].first = (uint16_t)terms->place_count;
        for (const char *p = rows[r].pattern; *p;) {
            dtl_place *place = &terms->places[terms->place_count++];
            p = read_place(terms, p, place);
            terms->patterns[r].splits |= place->split;
        }
        terms->patterns[r].count =
            (uint16_t)(terms->place_count - terms->patterns[r].first);
    }
}

/* The classes a row can begin with: its first places up to the first that
 * must be there. */
static dtl_classes row_start(const dtl_terms *terms, uint16_t row) {
    dtl_classes set = {{0}};
    const dtl_pattern *pattern = &terms->patterns[row];
    for (uint16_t i = 0; i < pattern->count; i++) {
        const dtl_place *place = &terms->places[pattern->first + i];
        for (unsigned k = 0; k < DTL_CLASS_MAX / 64; k++)
            set.bits[k] |= place->classes.bits[k];
        if (!place->optional) break;
    }
    return set;
}

/* Two passes, as a counting sort does: sizes, then places. */
static void index_starts(dtl_terms *terms, dtl_arena *arena,
                         const void *skip) {
    uint32_t total = 0;
    uint16_t(*from)[DTL_CLASS_MAX + 1] = terms->from;
    for (int pass = 0; pass < 2; pass++) {
        for (uint16_t r = 0; r < ROWS; r++) {
            if (rows + r == skip) continue;
            dtl_classes set = row_start(terms, r);
            for (unsigned c; (c = dtl_classes_take(&set)) != 0;) {
                uint16_t *slot = &from[rows[r].level][c];
                if (pass)
                    terms->starts[(*slot)++] = r;
                else
                    ++*slot, total++;
            }
        }
        if (pass) break;
        terms->starts = dtl_arena_array(arena, total + 1, sizeof(uint16_t));
        if (!terms->starts) return;
        uint16_t sum = 0;
        for (unsigned l = 0; l < DTL_LEVEL_END; l++)
            for (unsigned c = 0; c <= DTL_CLASS_MAX; c++) {
                const uint16_t count = from[l][c];
                from[l][c] = sum;
                sum = (uint16_t)(sum + count);
            }
    }
    /* Filling moved each start to its end; shift them back by one. */
    uint16_t begin = 0;
    for (unsigned l = 0; l < DTL_LEVEL_END; l++)
        for (unsigned c = 0; c <= DTL_CLASS_MAX; c++) {
            const uint16_t end = from[l][c];
            from[l][c] = begin;
            begin = end;
        }
}

static size_t count_places(void) {
    size_t count = ROWS;
    for (uint16_t r = 0; r < ROWS; r++)
        for (const char *p = rows[r].pattern; *p; p++) count += *p == ' ';
    return count;
}

/* The last place of a row that must be there. */
static const dtl_place *last_place(const dtl_terms *terms, uint16_t row) {
    const dtl_pattern *pattern = &terms->patterns[row];
    uint16_t i = pattern->count;
    while (i > 1 && terms->places[pattern->first + i - 1].optional) i--;
    return &terms->places[pattern->first + i - 1];
}

/* Marks, articles and the words of patterns alone make no expression; the
 * last word of a feast does. */
static void set_triggers(dtl_terms *terms) {
    for (unsigned c = 1; c < DTL_CLASS_WORDS; c++)
        if (c != DTL_CLASS_A && c != DTL_CLASS_POSS &&
            c != DTL_CLASS_ZONEPLACE && c != DTL_CLASS_TIMEWORD &&
            (c < DTL_CLASS_COMMA || c > DTL_CLASS_RPAREN))
            dtl_classes_add(&terms->triggers, c);
    for (uint16_t r = 0; r < ROWS; r++) {
        if (rows[r].meaning.has != DTL_HAS_HOLIDAY) continue;
        const dtl_place *last = last_place(terms, r);
        for (unsigned k = 0; k < DTL_CLASS_MAX / 64; k++)
            terms->triggers.bits[k] |= last->classes.bits[k];
    }
}

const dtl_terms *dtl_terms_without(dtl_arena *arena, const void *skip) {
    dtl_terms *terms = dtl_arena_alloc(arena, sizeof *terms);
    if (!terms) return NULL;
    terms->rows = rows;
    terms->row_count = ROWS;
    terms->words = words;
    terms->word_count = WORDS;
    terms->class_count = DTL_CLASS_WORDS;
    terms->patterns = dtl_arena_array(arena, ROWS, sizeof(dtl_pattern));
    terms->places =
        dtl_arena_array(arena, count_places(), sizeof(dtl_place));
    if (!terms->patterns || !terms->places) return NULL;
    for (size_t i = 0; i < WORDS; i++)
        if (words + i != skip)
            add_word(terms, words[i].text, strlen(words[i].text),
                     words[i].class_, words[i].value, words[i].flags);
    for (unsigned c = 1; c < DTL_CLASS_WORDS; c++)
        add_word(terms, class_names[c], strlen(class_names[c]), c, 0, 0);
    read_patterns(terms);
    index_starts(terms, arena, skip);
    set_triggers(terms);
    return terms->starts ? terms : NULL;
}

const dtl_terms *dtl_terms_new(dtl_arena *arena) {
    return dtl_terms_without(arena, NULL);
}
