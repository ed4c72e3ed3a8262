/* match.c - the cascade. */
#include "timeparse/match.h"

#include <string.h>

#include "timeparse/bind.h"
#include "timeparse/number.h"

typedef struct {
    int32_t row;    /* -1: none */
    uint32_t count; /* items it covers */
} found;

/* Whether an item can stand at a place. */
static bool fits(const dtl_terms *terms, const dtl_item *item,
                 const dtl_place *place) {
    if (dtl_classes_meet(&item->classes, &place->classes)) return true;
    if (!item->word) return false;
    const uint16_t *words = terms->words + place->words;
    for (uint8_t i = 0; i < place->word_count; i++)
        if (words[i] == item->word) return true;
    return false;
}

/* How many items the row covers from the first of `count`, with what must
 * stand around; 0: no match. */
static uint32_t try_row(const dtl_terms *terms, uint16_t row,
                        const dtl_item *items, uint32_t count) {
    const dtl_pattern *pattern = &terms->patterns[row];
    uint32_t used = 0;
    for (uint16_t i = 0; i < pattern->count; i++) {
        const dtl_place *place = &terms->places[pattern->first + i];
        if (used < count && fits(terms, &items[used], place))
            used++;
        else if (!place->optional)
            return 0;
    }
    return used;
}

/* Rows of one level over the items at one place. */
typedef struct {
    const dtl_terms *terms;
    dtl_level level;
    const dtl_item *items;
    uint32_t count;
    int32_t skip; /* a row not to take; -1: none */
    found best;
} contest;

/* Tries the rows that can begin with number k. */
static void try_starts(contest *c, const dtl_starts *starts, unsigned k) {
    const uint16_t *from = starts->from + c->level * starts->width + k;
    for (uint16_t i = from[0]; i < from[1]; i++) {
        const uint16_t row = starts->rows[i];
        const uint32_t used = try_row(c->terms, row, c->items, c->count);
        if (row == c->skip) continue;
        if (used > c->best.count ||
            (used && used == c->best.count && row < c->best.row))
            c->best = (found){row, used};
    }
}

/* The best row of a level at items[0], but for `skip` (-1: none). */
static found best_row(const dtl_terms *terms, dtl_level level,
                      const dtl_item *items, uint32_t count, int32_t skip) {
    contest c = {terms, level, items, count, skip, {-1, 0}};
    const dtl_classes *begin = &terms->begin[level];
    dtl_classes left = {{items[0].classes.bits[0] & begin->bits[0],
                         items[0].classes.bits[1] & begin->bits[1]}};
    for (unsigned k; (k = dtl_classes_take(&left)) != 0;)
        try_starts(&c, &terms->by_class, k);
    if (items[0].word) try_starts(&c, &terms->by_word, items[0].word);
    return c.best;
}

/* ---- building nodes ------------------------------------------------------ */

enum { PARTS_MAX = 4 };

/* A matched row: what its items became. */
typedef struct {
    dtl_meaning *parts[PARTS_MAX];
    uint32_t first[PARTS_MAX], last[PARTS_MAX]; /* items, inclusive */
    uint32_t count;
    uint32_t before; /* items in front that stay what they are */
    uint32_t used;   /* items covered, those in front among them */
    bool ranges;     /* its parts are the ends of a range, not a list */
} built;

static dtl_meaning *open_part(dtl_matcher *matcher, const dtl_row *row,
                              built *b, uint32_t first) {
    if (b->count == PARTS_MAX || matcher->node_count >= DTL_NODE_MAX)
        return NULL;
    dtl_meaning *meaning = &matcher->nodes[matcher->node_count++];
    *meaning = row->meaning;
    dtl_meaning_trail(meaning, row->name);
    b->first[b->count] = b->last[b->count] = first;
    b->parts[b->count++] = meaning;
    return meaning;
}

static void bind_item(dtl_matcher *matcher, dtl_meaning *meaning,
                      const dtl_item *item, const dtl_place *place) {
    const dtl_classes both = {
        {item->classes.bits[0] & place->classes.bits[0],
         item->classes.bits[1] & place->classes.bits[1]}};
    if (item->node >= 0)
        dtl_meaning_merge(meaning, &matcher->nodes[item->node]);
    else
        dtl_meaning_bind(meaning, matcher->terms, item, &both);
}

/* "-" and "to" make a range; "and", "or" and commas a list. */
static bool is_range_mark(const dtl_terms *terms, const dtl_item *item) {
    const dtl_key to = dtl_terms_key("to", 2, 2);
    const dtl_key *word = &terms->entries[item->entry].key;
    return dtl_classes_has(&item->classes, DTL_CLASS_HYPHEN) ||
           (word->low == to.low && word->high == to.high);
}

/* Walks the matched row again and binds each place to its part. */
static bool bind_row(dtl_matcher *matcher, uint16_t r, const dtl_item *items,
                     uint32_t count, built *b) {
    const dtl_terms *terms = matcher->terms;
    const dtl_pattern *pattern = &terms->patterns[r];
    const dtl_row *row = &dtl_rows[r];
    dtl_meaning *meaning = NULL;
    uint32_t at = 0;
    for (uint16_t i = 0; i < pattern->count && at < count; i++) {
        const dtl_place *place = &terms->places[pattern->first + i];
        if (!fits(terms, &items[at], place)) continue;
        const bool comma =
            dtl_classes_has(&items[at].classes, DTL_CLASS_COMMA);
        if (place->around) {
            b->before += !meaning;
        } else if (place->split) {
            b->ranges |= is_range_mark(terms, &items[at]);
            meaning = open_part(matcher, row, b, at + 1);
            if (!meaning) return false;
        } else {
            if (!meaning) meaning = open_part(matcher, row, b, at);
            if (!meaning) return false;
            bind_item(matcher, meaning, &items[at], place);
            if (!comma) b->last[b->count - 1] = at;
        }
        at++;
        if (comma) continue; /* ends nothing: "14 February, the" */
        if (!place->around || b->before == at) b->used = at;
    }
    return meaning != NULL;
}

/* The finished parts of a matched row; false when they make no sense. */
static bool build(dtl_matcher *matcher, uint16_t row, const dtl_item *items,
                  uint32_t count, built *b) {
    const uint32_t nodes = matcher->node_count;
    bool good = bind_row(matcher, row, items, count, b);
    if (good && b->count > 1) good = dtl_meaning_share(b->parts, b->count);
    for (uint32_t i = 0; good && i < b->count; i++)
        good = dtl_meaning_finish(b->parts[i]);
    if (!good) matcher->node_count = nodes;
    return good;
}

/* One pass over the run, in place. */
static void pass(dtl_matcher *matcher, dtl_level level) {
    uint32_t out = 0;
    for (uint32_t i = 0; i < matcher->count;) {
        dtl_item *items = &matcher->items[i];
        const uint32_t left = matcher->count - i;
        built b = {.count = 0};
        found best = best_row(matcher->terms, level, items, left, -1);
        bool good = best.row >= 0 &&
                    build(matcher, (uint16_t)best.row, items, best.count, &b);
        if (!good && best.row >= 0) { /* its parts contradict: one more try */
            b = (built){.count = 0};
            best = best_row(matcher->terms, level, items, left, best.row);
            good = best.row >= 0 && build(matcher, (uint16_t)best.row, items,
                                          best.count, &b);
        }
        if (!good) {
            matcher->items[out++] = *items;
            i++;
            continue;
        }
        for (uint32_t k = 0; k < b.before; k++)
            matcher->items[out++] = items[k];
        for (uint32_t k = 0; k < b.count; k++) {
            dtl_item node = items[b.first[k]];
            b.parts[k]->range =
                k + 1 < b.count && (b.ranges || b.before > 0);
            node.end = items[b.last[k]].end;
            node.node = (int16_t)(b.parts[k] - matcher->nodes);
            if (b.first[k] != b.last[k]) {
                node.classes = (dtl_classes){{0}};
                node.word = 0;
            }
            dtl_meaning_classes(b.parts[k], &node.classes);
            if (b.count > 1) /* "Monday to Friday": no one day */
                dtl_classes_take_out(&node.classes, DTL_CLASS_N_WEEKDAY);
            matcher->items[out++] = node;
        }
        i += b.used;
    }
    matcher->count = out;
}

void dtl_match_run(dtl_matcher *matcher, const dtl_lexer *lexer) {
    matcher->terms = lexer->terms;
    matcher->node_count = 0;
    memcpy(matcher->items, lexer->items, lexer->count * sizeof(dtl_item));
    matcher->count =
        dtl_number_words(lexer->terms, matcher->items, lexer->count);
    for (unsigned level = 0; level < DTL_LEVEL_END; level++)
        pass(matcher, (dtl_level)level);
}
