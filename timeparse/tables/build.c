/* build.c - words into a hash table, patterns into class sets. */
#include "timeparse/tables/build.h"

#include <string.h>

static const char *const class_names[] = {
    "",
#define CLASS(name) #name,
#include "timeparse/classes.def"
#undef CLASS
};

static void fail(dtl_tables *t, const char *fault) {
    if (!t->fault) t->fault = fault;
}

/* ---- words --------------------------------------------------------------- */

/* Notes that a word of so many letters begins so. */
static void add_length(dtl_tables *t, const char *word, size_t length) {
    const uint8_t second = length > 1 ? (uint8_t)word[1] : 0;
    t->lengths[dtl_terms_pair((uint8_t)word[0], second)] |= 1u << length;
}

/* Adds a word in a class or as a literal; a known word gets one more entry. */
static void add_word(dtl_tables *t, const char *word, size_t length,
                     dtl_token_entry entry) {
    if (!length || length > DTL_WORD_MAX ||
        t->entry_count >= DTL_TERMS_SLOTS * 3 / 4) {
        fail(t, "too many words, or one too long");
        return;
    }
    entry.key = dtl_terms_key(word, length, 0);
    const uint16_t known = dtl_terms_find(&t->terms, entry.key);
    const uint16_t number = t->entry_count++;
    t->entries[number] = entry;
    if (known) {
        dtl_token_entry *last = &t->entries[known];
        while (last->next) last = &t->entries[last->next];
        last->next = number;
        return;
    }
    uint32_t slot = dtl_terms_slot(entry.key);
    while (t->slots[slot]) slot = (slot + 1) % DTL_TERMS_SLOTS;
    t->slots[slot] = number;
    add_length(t, word, length);
}

/* The number of a literal word; "^word" wants a capital, "word." may have
 * its full stop. */
static uint16_t literal(dtl_tables *t, const char *name, size_t length) {
    uint8_t flags = 0;
    if (name[0] == '^') name++, length--, flags |= DTL_TOKEN_CAPITAL;
    if (name[length - 1] == '.') length--, flags |= DTL_TOKEN_DOT;
    if (length > DTL_WORD_MAX) {
        fail(t, "too long a literal word");
        return 0;
    }
    for (uint16_t e = dtl_terms_find(&t->terms,
                                     dtl_terms_key(name, length, 0));
         e; e = t->entries[e].next)
        if (t->entries[e].word) {
            if (t->entries[e].flags != flags)
                fail(t, "a literal word is written in two ways");
            return t->entries[e].word;
        }
    if (t->literal_count == DTL_TABLES_LITERALS) {
        fail(t, "too many literal words in the patterns");
        return 0;
    }
    const uint16_t word = ++t->literal_count;
    add_word(t, name, length, (dtl_token_entry){.flags = flags, .word = word});
    return word;
}

static uint8_t class_of_name(dtl_tables *t, const char *name, size_t length) {
    for (uint8_t c = 1; c < DTL_CLASS_COUNT_; c++)
        if (!strncmp(class_names[c], name, length) && !class_names[c][length])
            return c;
    fail(t, "a pattern names a class that classes.def does not have");
    return DTL_CLASS_NONE;
}

/* ---- patterns ------------------------------------------------------------ */

/* Reads one place, "MONTH", "[the]", "last|next", "<over", "~and", and steps
 * behind it. */
static const char *read_place(dtl_tables *t, const char *p,
                              dtl_place *place) {
    place->optional = *p == '[';
    place->around = *p == '<' || *p == '>';
    place->split = *p == '~';
    place->words = t->word_count;
    if (place->optional || place->around || place->split) p++;
    for (;;) {
        const size_t length = strcspn(p, "|] ");
        if (*p >= 'A' && *p <= 'Z') {
            dtl_classes_add(&place->classes, class_of_name(t, p, length));
        } else if (t->word_count < DTL_TABLES_PLACES) {
            t->words[t->word_count++] = literal(t, p, length);
            place->word_count++;
        }
        p += length;
        if (*p != '|') break;
        p++;
    }
    if (*p == ']') p++;
    while (*p == ' ') p++;
    return p;
}

static void read_patterns(dtl_tables *t) {
    if (dtl_rows_count() > DTL_TABLES_ROWS) fail(t, "too many patterns");
    for (uint16_t r = 0; r < dtl_rows_count() && !t->fault; r++) {
        t->patterns[r].first = t->place_count;
        for (const char *p = dtl_rows[r].pattern; *p && !t->fault;) {
            if (t->place_count == DTL_TABLES_PLACES) {
                fail(t, "too many places");
                break;
            }
            p = read_place(t, p, &t->places[t->place_count++]);
        }
        t->patterns[r].count =
            (uint16_t)(t->place_count - t->patterns[r].first);
    }
}

/* ---- what a row can begin with ------------------------------------------- */

typedef struct {
    dtl_classes classes;
    uint16_t words[32];
    uint32_t word_count;
} set;

static void add_place(const dtl_tables *t, const dtl_place *place, set *s) {
    s->classes.bits[0] |= place->classes.bits[0];
    s->classes.bits[1] |= place->classes.bits[1];
    for (uint8_t i = 0; i < place->word_count && s->word_count < 32; i++)
        s->words[s->word_count++] = t->words[place->words + i];
}

/* The first places up to the first that must be there. */
static set row_start(const dtl_tables *t, uint16_t row) {
    set s = {.word_count = 0};
    const dtl_pattern *pattern = &t->patterns[row];
    for (uint16_t i = 0; i < pattern->count; i++) {
        const dtl_place *place = &t->places[pattern->first + i];
        add_place(t, place, &s);
        if (!place->optional) break;
    }
    return s;
}

/* A counting sort of (level and number, row) pairs in two passes: sizes,
 * then rows. */
typedef struct {
    uint16_t *from, *rows;
    uint32_t width, total;
    bool fill;
} sorter;

static void put(sorter *x, dtl_level level, unsigned number, uint16_t row) {
    uint16_t *slot = &x->from[(uint32_t)level * x->width + number];
    if (x->fill) x->rows[*slot] = row;
    ++*slot;
    x->total += !x->fill;
}

static void put_rows(dtl_tables *t, sorter *classes, sorter *words,
                     const void *skip) {
    for (uint16_t r = 0; r < dtl_rows_count(); r++) {
        if (dtl_rows + r == skip) continue;
        set s = row_start(t, r);
        dtl_classes *begin = &t->terms.begin[dtl_rows[r].level];
        begin->bits[0] |= s.classes.bits[0];
        begin->bits[1] |= s.classes.bits[1];
        for (unsigned c; (c = dtl_classes_take(&s.classes)) != 0;)
            put(classes, dtl_rows[r].level, c, r);
        for (uint32_t i = 0; i < s.word_count; i++)
            put(words, dtl_rows[r].level, s.words[i], r);
    }
}

/* Sizes to beginnings. */
static void sum_up(sorter *x) {
    uint16_t sum = 0;
    for (uint32_t i = 0; i < DTL_LEVEL_END * x->width; i++) {
        const uint16_t count = x->from[i];
        x->from[i] = sum;
        sum = (uint16_t)(sum + count);
    }
    x->fill = true;
}

/* Filling moved each beginning to its end. */
static void shift_back(sorter *x) {
    for (uint32_t i = DTL_LEVEL_END * x->width; i-- > 1;)
        x->from[i] = x->from[i - 1];
    x->from[0] = 0;
}

static void index_starts(dtl_tables *t, const void *skip) {
    sorter classes = {t->from_class, t->by_class, DTL_CLASS_MAX + 1, 0, false};
    sorter words = {t->from_word, t->by_word, t->literal_count + 2u, 0, false};
    put_rows(t, &classes, &words, skip);
    if (classes.total > DTL_TABLES_STARTS || words.total > DTL_TABLES_STARTS) {
        fail(t, "too many rows begin alike");
        return;
    }
    sum_up(&classes);
    sum_up(&words);
    put_rows(t, &classes, &words, skip);
    shift_back(&classes);
    shift_back(&words);
    t->terms.by_class =
        (dtl_starts){t->from_class, t->by_class, classes.width};
    t->terms.by_word = (dtl_starts){t->from_word, t->by_word, words.width};
}

/* ---- triggers ------------------------------------------------------------ */

/* Classes whose words stand everywhere; a run of them alone is looked at
 * only where some row asks for nothing better. */
static const uint8_t common[] = {
    DTL_CLASS_A, DTL_CLASS_POSS, DTL_CLASS_ZONEPLACE, DTL_CLASS_TIMEWORD,
    DTL_CLASS_COMMA, DTL_CLASS_HYPHEN, DTL_CLASS_SLASH, DTL_CLASS_LPAREN,
    DTL_CLASS_RPAREN, DTL_CLASS_APPROX, DTL_CLASS_VAGUE, DTL_CLASS_EDGE,
    DTL_CLASS_EVERY, DTL_CLASS_BACK, DTL_CLASS_ON, DTL_CLASS_PREVIOUS,
    DTL_CLASS_FOLLOWING, DTL_CLASS_WORKING, DTL_CLASS_HALFWORD,
    DTL_CLASS_CARD, DTL_CLASS_SCALE, DTL_CLASS_ORD, DTL_CLASS_DEIXIS,
    DTL_CLASS_PERIODWORD, DTL_CLASS_TERMWORD, DTL_CLASS_WHILEWORD,
    DTL_CLASS_NUM, DTL_CLASS_COUNT, DTL_CLASS_FEW, DTL_CLASS_DAY,
    DTL_CLASS_HOUR, DTL_CLASS_YEARSHORT, DTL_CLASS_TWODIGITS, DTL_CLASS_QNUM,
    DTL_CLASS_HOURWORD, DTL_CLASS_MILITARY, DTL_CLASS_LONGNUM,
    DTL_CLASS_WEEKNUM,
};

static bool is_rare(const dtl_tables *t, const dtl_place *place) {
    if (place->optional || place->word_count) return false;
    return (place->classes.bits[0] & ~t->terms.triggers.bits[0]) == 0 &&
           (place->classes.bits[1] & ~t->terms.triggers.bits[1]) == 0;
}

static void set_trigger(dtl_tables *t, const dtl_place *place) {
    t->terms.triggers.bits[0] |= place->classes.bits[0];
    t->terms.triggers.bits[1] |= place->classes.bits[1];
    for (uint8_t i = 0; i < place->word_count; i++)
        for (uint16_t e = 1; e < t->entry_count; e++)
            if (t->entries[e].word == t->words[place->words + i])
                t->entries[e].flags |= DTL_TOKEN_TRIGGER;
}

/* Some place of every row that makes an expression or a feast is a trigger:
 * where none is rare, the last that must be there. */
static void find_triggers(dtl_tables *t, uint16_t r) {
    const dtl_place *last = NULL;
    if (dtl_rows[r].level == DTL_LEVEL_COUNT &&
        !(dtl_rows[r].meaning.has & DTL_HAS_HOLIDAY))
        return;
    for (uint16_t i = 0; i < t->patterns[r].count; i++) {
        const dtl_place *place = &t->places[t->patterns[r].first + i];
        if (is_rare(t, place)) return;
        if (!place->optional) last = place;
    }
    if (last) set_trigger(t, last);
}

static void set_triggers(dtl_tables *t) {
    /* "nineteen ninety-six" and "two thousand and four" need such words */
    enum { SPELLED_YEAR = 10, THOUSAND = 1000 };
    for (uint8_t c = 1; c < DTL_CLASS_COUNT_; c++)
        if (!memchr(common, c, sizeof common))
            dtl_classes_add(&t->terms.triggers, c);
    for (uint16_t r = 0; r < dtl_rows_count(); r++) find_triggers(t, r);
    for (uint16_t e = 1; e < t->entry_count; e++) {
        dtl_token_entry *entry = &t->entries[e];
        if (dtl_classes_has(&t->terms.triggers, entry->class_) ||
            (entry->class_ == DTL_CLASS_CARD && entry->value >= SPELLED_YEAR) ||
            (entry->class_ == DTL_CLASS_SCALE && entry->value == THOUSAND))
            entry->flags |= DTL_TOKEN_TRIGGER;
    }
}

const dtl_tables *dtl_tables_build(dtl_arena *arena, const void *skip) {
    dtl_tables *t = dtl_arena_alloc(arena, sizeof *t);
    if (!t) return NULL;
    t->entry_count = 1;
    t->terms.entries = t->entries;
    t->terms.slots = t->slots;
    t->terms.lengths = t->lengths;
    t->terms.patterns = t->patterns;
    t->terms.places = t->places;
    t->terms.words = t->words;
    for (uint16_t i = 0; i < dtl_word_rows_count(); i++) {
        const dtl_word_row *row = &dtl_word_rows[i];
        if (row == skip) continue;
        add_word(t, row->text, strlen(row->text),
                 (dtl_token_entry){.flags = row->flags,
                                   .class_ = row->class_,
                                   .value = row->value});
    }
    read_patterns(t);
    index_starts(t, skip);
    set_triggers(t);
    return t;
}
