/* test_chronology.c - what a reader of the chronology sees: which events are
 * listed, their headlines, dates, status and order. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "story_told.h"
#include "core/chronology/clause.h"

#define REFERENCE "2023-06-18"

typedef struct {
    const char *text, *headline, *date;
    dateline_event_status status;
} headline_case;

static void check(const headline_case *c) {
    char date[128];
    dtl_document *document = told(c->text, REFERENCE);
    const dtl_entry *entry = told_entry(document, c->headline);
    if (!entry) {
        told_print(document);
        fail_msg("no \"%s\"", c->headline);
    }
    if (strcmp(told_date(date, entry->dated, &entry->date), c->date) != 0)
        fail_msg("\"%s\" is %s, not %s", c->headline, date, c->date);
    assert_int_equal(entry->status, c->status);
    dateline_close(document);
}

static void headlines_read_as_an_editor_wrote_them(void **state) {
    (void)state;
    static const headline_case cases[] = {
        /* time and title left out */
        {"Foreign Minister Mara Lind arrived in Norhaven late Saturday.",
         "Mara Lind arrived in Norhaven",
         "2023-06-17T18:00 2023-06-18T00:00 expression",
         DATELINE_STATUS_OCCURRED},
        /* a bare surname becomes the name */
        {"Mara Lind was elected in 2019. Lind resigned on Friday.",
         "Mara Lind resigned", "2023-06-16 2023-06-17 expression",
         DATELINE_STATUS_OCCURRED},
        /* a plan */
        {"Mara Lind will meet Otto Berg in Norhaven on Monday.",
         "Mara Lind to meet Otto Berg in Norhaven",
         "2023-06-19 2023-06-20 expression", DATELINE_STATUS_PLANNED},
        /* what did not happen */
        {"Mara Lind did not meet Otto Berg on Friday.",
         "Mara Lind did not meet Otto Berg",
         "2023-06-16 2023-06-17 expression", DATELINE_STATUS_NEGATED},
        /* passive */
        {"Otto Berg was arrested in Norhaven on Friday.",
         "Otto Berg was arrested in Norhaven",
         "2023-06-16 2023-06-17 expression", DATELINE_STATUS_OCCURRED},
        /* an object pronoun is the other person */
        {"Mara Lind met Otto Berg on Friday and praised him.",
         "Mara Lind praised Otto Berg", "2023-06-16 2023-06-17 expression",
         DATELINE_STATUS_OCCURRED},
        /* what was said is quoted: the saying is told */
        {"Mara Lind told reporters on Friday that \"we'll see.\"",
         "Mara Lind spoke to reporters", "2023-06-16 2023-06-17 expression",
         DATELINE_STATUS_OCCURRED},
        /* who has no name keeps the article */
        {"The commander of the army waited. He left Norhaven on Friday.",
         "The commander of the army left Norhaven",
         "2023-06-16 2023-06-17 expression", DATELINE_STATUS_OCCURRED},
        /* coordination gets its commas and its "and" again */
        {"Mara Lind met Otto Berg, Ada Holm and Nils Dahl on Friday.",
         "Mara Lind met Otto Berg, Ada Holm and Nils Dahl",
         "2023-06-16 2023-06-17 expression", DATELINE_STATUS_OCCURRED},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        check(&cases[i]);
}

static void what_has_no_time_is_never_given_the_datelines_day(void **state) {
    (void)state;
    dtl_document *document =
        told("Mara Lind arrived in Norhaven on Friday.\n\n"
             "The council of Norhaven has rejected a plan by Otto Berg.",
             REFERENCE);
    const dtl_entry *entry =
        told_entry(document, "The council of Norhaven has rejected a plan");
    if (!entry)
        entry = told_entry(document, "The council of Norhaven has rejected a "
                                     "plan by Otto Berg");
    if (!entry) told_print(document);
    assert_non_null(entry);
    assert_false(entry->dated);
    dateline_close(document);
}

static void entries_stand_in_order_and_undated_ones_behind(void **state) {
    (void)state;
    dtl_document *document =
        told("Mara Lind met Otto Berg on Friday. Ada Holm visited Norhaven in "
             "May. Nils Dahl left Eastport on Thursday.\n\nOtto Berg has sold "
             "the harbour of Eastport to Ada Holm.", REFERENCE);
    bool dated = true;
    int64_t last = 0;
    for (uint32_t i = 0; i < document->entries.count; i++) {
        const dtl_entry *entry = &document->entries.items[i];
        assert_true(dated || !entry->dated);
        dated = entry->dated;
        const dateline_instant at = entry->date.begin;
        const int64_t day = at.year * 10000 + at.month * 100 + at.day;
        if (dated) assert_true(day >= last);
        if (dated) last = day;
    }
    dateline_close(document);
}

static void an_actor_knows_its_entries_in_order(void **state) {
    (void)state;
    dtl_document *document =
        told("Mara Lind left on Saturday. Otto Berg arrived on Friday. On "
             "Thursday Mara Lind met Otto Berg.",
             REFERENCE);
    uint32_t found = 0;
    for (uint32_t a = 0; a < document->actors.count; a++) {
        const dtl_cast *cast = &document->actors.items[a];
        if (strcmp(cast->name, "Otto Berg") != 0) continue;
        found = cast->entries.count;
        assert_int_equal(found, 2);
        assert_string_equal(
            document->entries.items[cast->entries.items[0]].headline,
            "Mara Lind met Otto Berg");
        assert_string_equal(
            document->entries.items[cast->entries.items[1]].headline,
            "Otto Berg arrived");
    }
    assert_int_equal(found, 2);
    dateline_close(document);
}

static void an_event_told_twice_is_one_entry(void **state) {
    (void)state;
    const char *text = "The council of Norhaven cancelled the summit on "
                       "Friday. The cancellation angered Otto Berg.";
    dtl_document *document = told(text, REFERENCE);
    const dtl_entry *entry =
        told_entry(document, "The council of Norhaven cancelled the summit");
    if (!entry) told_print(document);
    assert_non_null(entry);
    assert_true(entry->mentions.count >= 2);
    dateline_close(document);
}

static void two_articles_tell_one_event(void **state) {
    (void)state;
    const char *first = "Mara Lind met Otto Berg in Norhaven on Friday.";
    const char *second = "On Friday, Mara Lind met Otto Berg in Norhaven.";
    dateline_document *document = NULL;
    const dateline_source_options source = {.reference = REFERENCE};
    assert_int_equal(dateline_open(&document, NULL), DATELINE_OK);
    dateline_read(document, &source, first, strlen(first));
    dateline_read(document, &source, second, strlen(second));
    assert_int_equal(dateline_build(document), DATELINE_OK);
    const dtl_entry *entry =
        told_entry(document, "Mara Lind met Otto Berg in Norhaven");
    assert_non_null(entry);
    assert_int_equal(entry->mentions.count, 2);
    assert_int_equal(document->actors.items[0].mentions.count, 2);
    dateline_close(document);
}

static void ids_are_stable(void **state) {
    (void)state;
    dtl_document *document =
        told("Mara Lind met Otto Berg on Friday. Ada Holm visited Norhaven in "
             "May.", REFERENCE);
    const dtl_entry *met = told_entry(document, "Mara Lind met Otto Berg");
    assert_non_null(met);
    assert_string_equal(met->id, "e1");
    dateline_close(document);
}

static void an_empty_article_has_an_empty_chronology(void **state) {
    (void)state;
    dtl_document *document = told("", REFERENCE);
    assert_int_equal(document->entries.count, 0);
    dateline_close(document);
}

static void every_irregular_verb_has_its_past(void **state) {
    (void)state;
    static const char *const rows[][2] = {
#define PAST(lemma, past) {lemma, past},
#include "core/chronology/clause_past.def"
#undef PAST
    };
    const size_t count = sizeof rows / sizeof *rows;
    assert_int_equal(count, 168);
    char past[64];
    for (size_t i = 0; i < count; i++) {
        dtl_form_past(rows[i][0], past, sizeof past);
        assert_string_equal(past, rows[i][1]);
    }
}

static void regular_verbs_follow_the_spelling_rules(void **state) {
    (void)state;
    static const char *const rows[][2] = {
        {"visit", "visited"}, {"agree", "agreed"}, {"carry", "carried"},
        {"stop", "stopped"},  {"play", "played"},  {"fix", "fixed"},
        {"help", "helped"},   {"rain", "rained"},
    };
    char past[64];
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        dtl_form_past(rows[i][0], past, sizeof past);
        assert_string_equal(past, rows[i][1]);
    }
}

/* "The mayor acknowledged" alone would be half a line. */
static void verbs_that_wait_are_not_told_alone(void **state) {
    (void)state;
    static const char *const rows[] = {
#define WAITING(lemma, example) example,
#define OBJECT(lemma, example) example,
#include "core/chronology/clause_waiting.def"
#undef WAITING
#undef OBJECT
    };
    const size_t count = sizeof rows / sizeof *rows;
    assert_int_equal(count, 234);
    for (size_t i = 0; i < count; i++) {
        char alone[64];
        const char *end = strstr(rows[i], " on Monday.");
        assert_non_null(end);
        snprintf(alone, sizeof alone, "%.*s", (int)(end - rows[i]), rows[i]);
        dtl_document *document = told(rows[i], REFERENCE);
        assert_null(told_entry(document, alone));
        dateline_close(document);
    }
}

/* Without their rows they would be told otherwise. */
static void words_decide_what_a_headline_keeps(void **state) {
    (void)state;
    static const struct {
        dtl_clause_words kind;
        const char *text, *headline;
    } rows[] = {
#define WORD(kind, lemma, example, headline)                                  \
    {DTL_WORDS_##kind, example, headline},
#include "core/chronology/clause_words.def"
#undef WORD
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const bool dated = rows[i].kind != DTL_WORDS_WHOLE;
        dtl_document *document =
            told(rows[i].text, dated ? REFERENCE : NULL);
        if (!told_entry(document, rows[i].headline)) {
            told_print(document);
            fail_msg("no \"%s\"", rows[i].headline);
        }
        dateline_close(document);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(headlines_read_as_an_editor_wrote_them),
        cmocka_unit_test(what_has_no_time_is_never_given_the_datelines_day),
        cmocka_unit_test(entries_stand_in_order_and_undated_ones_behind),
        cmocka_unit_test(an_actor_knows_its_entries_in_order),
        cmocka_unit_test(an_event_told_twice_is_one_entry),
        cmocka_unit_test(two_articles_tell_one_event),
        cmocka_unit_test(ids_are_stable),
        cmocka_unit_test(an_empty_article_has_an_empty_chronology),
        cmocka_unit_test(words_decide_what_a_headline_keeps),
        cmocka_unit_test(every_irregular_verb_has_its_past),
        cmocka_unit_test(regular_verbs_follow_the_spelling_rules),
        cmocka_unit_test(verbs_that_wait_are_not_told_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
