/* test_time_words.c - the words around a time, each by its own example.
 *
 * Every row of tense_words.def, relations.def and filter_words.def: what its
 * example says, and that it says something else when the word is not one of
 * the table. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "core/model.h"
#include "timeparse/timeparse.h"

enum { BEHIND = -1, AHEAD = 1 };

typedef struct {
    const char *word, *example;
    int side;
} tense_row;

static const tense_row tenses[] = {
#define INTENTION(lemma, example) {lemma, example, AHEAD},
#define OPENER(lemma, side, example) {lemma, example, side},
#define STARTING(lemma, example) {lemma, example, AHEAD},
#define SAYING(lemma, example) {lemma, example, BEHIND},
#define APPOINTING(lemma, example) {lemma, example, AHEAD},
#define FIXING(lemma, example) {lemma, example, AHEAD},
#include "timeparse/tense_words.def"
};

static const struct {
    const char *word, *example;
    dateline_relation relation;
} relations[] = {
#define RELATION(word, relation, example)                                     \
    {word, example, DATELINE_RELATION_##relation},
#include "timeparse/relations.def"
};

static dtl_source *open_text(dateline_document **document, const char *text) {
    const dateline_source_options options = {.reference = "2023-06-18"};
    assert_int_equal(dateline_open(document, NULL), DATELINE_OK);
    assert_int_equal(dateline_read(*document, &options, text, strlen(text)),
                     DATELINE_OK);
    return (*document)->sources.items[0];
}

/* -1 when the first time, or where only its end is known that, lies before
 * the reference date, +1 behind it. */
static int side_of(const dtl_source *source) {
    if (!source->times.count) return 0;
    const dateline_date *date = &source->times.items[0].date;
    const dateline_instant *at = date->begin.digits ? &date->begin
                                                    : &date->end;
    if (!at->digits) return 0;
    return at->month < 6 || (at->month == 6 && at->day < 18) ? BEHIND : AHEAD;
}

/* Resolves again as if the word were another one. */
static void resolve_without(dtl_source *source, dtl_arena *arena,
                            const char *word) {
    for (uint32_t w = 0; w < source->words.count; w++)
        if (!strcmp(source->words.items[w].lemma, word))
            source->words.items[w].lemma = "(another)";
    dtl_timeparse_resolve(source, arena);
}

static void tense_words_tell_the_side(void **state) {
    (void)state;
    int bad = 0;
    for (size_t i = 0; i < sizeof tenses / sizeof *tenses; i++) {
        const tense_row *row = &tenses[i];
        dateline_document *document;
        dtl_source *source = open_text(&document, row->example);
        const int with = side_of(source);
        resolve_without(source, &document->arena, row->word);
        const int without = side_of(source);
        if (with != row->side || without == with) {
            print_message("%s: \"%s\" gives %d, not %d; without it %d\n",
                          row->word, row->example, with, row->side, without);
            bad++;
        }
        dateline_close(document);
    }
    assert_int_equal(bad, 0);
}

static void words_before_a_time_tell_its_relation(void **state) {
    (void)state;
    int bad = 0;
    for (size_t i = 0; i < sizeof relations / sizeof *relations; i++) {
        dateline_document *document;
        const dtl_source *source =
            open_text(&document, relations[i].example);
        const dateline_relation got =
            source->times.count ? source->times.items[0].date.relation
                                : DATELINE_RELATION_ON;
        if (got != relations[i].relation) {
            print_message("%s: \"%s\" gives %d, not %d\n", relations[i].word,
                          relations[i].example, got, relations[i].relation);
            bad++;
        }
        dateline_close(document);
    }
    assert_int_equal(bad, 0);
}

static uint32_t count_times(const char *text) {
    dateline_document *document;
    const uint32_t count = open_text(&document, text)->times.count;
    dateline_close(document);
    return count;
}

typedef enum { OLD_YEAR, YEAR, SHORT_YEAR, MONTH, SEASON, DAY, OWNER,
               NUMBERED, CLAUSE, GAMES } filter_kind;

/* The text with another word in place of the last one that is `word`. */
static void replace(const char *text, const char *word, char out[128]) {
    const size_t n = strlen(word);
    size_t found = 0;
    snprintf(out, 128, "%s", text);
    for (size_t k = 1; k + n < strlen(out); k++) {
        const bool whole = out[k - 1] == ' ' && out[k + n] == ' ';
        if (whole && (out[k] | 32) == word[0] &&
            !memcmp(out + k + 1, word + 1, n - 1))
            found = k;
    }
    assert_true(found);
    memset(out + found, 'q', n);
}

static void words_beside_a_time_decide_if_it_is_one(void **state) {
    (void)state;
    static const struct {
        filter_kind kind;
        const char *word, *example;
    } rows[] = {
#define WORD(kind, word, example) {kind, word, example},
#include "timeparse/filter_words.def"
    };
    int bad = 0;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char other[128];
        const bool keeps = rows[i].kind < OWNER;
        replace(rows[i].example, rows[i].word, other);
        const uint32_t with = count_times(rows[i].example);
        const uint32_t without = count_times(other);
        if (with == keeps && without == !keeps) continue;
        print_message("%s: \"%s\" has %u times, \"%s\" %u\n", rows[i].word,
                      rows[i].example, with, other, without);
        bad++;
    }
    assert_int_equal(bad, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tense_words_tell_the_side),
        cmocka_unit_test(words_before_a_time_tell_its_relation),
        cmocka_unit_test(words_beside_a_time_decide_if_it_is_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
