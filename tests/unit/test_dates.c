/* test_dates.c - when each event happened, on articles written for it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "story_told.h"
#include "core/story/dates.h"

/* Sunday. */
#define REFERENCE "2023-06-18"

typedef struct {
    const char *why, *text, *lemma;
    int number;       /* of the mentions with that lemma */
    const char *date; /* as told_date writes it */
} dating_case;

static void check(const dating_case *c) {
    char date[128];
    dtl_document *document = told(c->text, REFERENCE);
    const dtl_event *event = told_mention(document, c->lemma, c->number);
    if (!event) fail_msg("%s: no event \"%s\"", c->why, c->lemma);
    if (strcmp(told_date(date, event->has_date, &event->date), c->date) != 0)
        fail_msg("%s: \"%s\" is %s, not %s", c->why, c->lemma, date, c->date);
    dateline_close(document);
}

static void check_all(const dating_case *cases, size_t count) {
    for (size_t i = 0; i < count; i++) check(&cases[i]);
}
#define CHECK(cases) check_all(cases, sizeof cases / sizeof *cases)

static void an_event_has_its_own_time(void **state) {
    (void)state;
    static const dating_case cases[] = {
        {"verb", "Mara Lind arrived in Norhaven on Friday.", "arrive", 0,
         "2023-06-16 2023-06-17 expression"},
        {"right behind a report", "Mara Lind said Friday that the bridge "
         "was safe.", "say", 0, "2023-06-16 2023-06-17 expression"},
        {"not of the noun behind it", "The police said last month's discovery "
         "of a rifle was a clue.", "say", 0,
         "2023-06-18 2023-06-19 dateline"},
        {"the noun's", "The police said last month's discovery of a rifle was "
         "a clue.", "discovery", 0, "2023-05 2023-06 expression"},
        {"not the perfect's", "The market was quiet. Otto Berg has denied "
         "arson after a fire in Sele early on Friday.", "fire", 0,
         "2023-06-16T00:00 2023-06-16T12:00 expression"},
        {"day in front of a name", "Yesterday Mayor Otto Berg toured the port "
         "that was built in 1950.", "tour", 0,
         "2023-06-17 2023-06-18 expression"},
        {"over a noun in between", "Otto Berg spoke after the May 3 sniper "
         "attack on a guard.", "attack", 0,
         "2023-05-03 2023-05-04 expression"},
        {"planned for then", "On Friday, the council plans to open a school.",
         "open", 0, "2023-06-23 2023-06-24 expression"},
        {"due then", "The offer, which was due to expire yesterday, is good.",
         "expire", 0, "2023-06-17 2023-06-18 expression"},
        {"of what is told", "On Friday, the guards opened the gate again, "
         "Mara Lind told the paper.", "open", 0,
         "2023-06-16 2023-06-17 expression"},
        {"each clause its own",
         "Mara Lind visited Norhaven in April, and Otto Berg visited Eastport "
         "in May.", "visit", 1, "2023-05 2023-06 expression"},
        {"what has been of this month", "Otto Berg resigned this month.",
         "resign", 0, "2023-06-01 2023-06-19 expression"},
        {"a year is a year", "Otto Berg resigned this year.",
         "resign", 0, "2023 2024 expression"},
        {"what is left of this year", "Otto Berg will resign this year.",
         "resign", 0, "2023-06-18 2024-01-01 expression"},
    };
    CHECK(cases);
}

static void a_preposition_moves_the_interval(void **state) {
    (void)state;
    static const struct {
        const char *example, *begin, *end;
    } rows[] = {
#define LINK(lemma, relation, kind, example, begin, end) {example, begin, end},
#include "core/story/dates_links.def"
#undef LINK
    };
    assert_int_equal(sizeof rows / sizeof *rows, 9);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char want[128], got[128];
        dtl_document *document = told(rows[i].example, REFERENCE);
        const dtl_source *source = document->sources.items[0];
        snprintf(want, sizeof want, "%s %s expression",
                 *rows[i].begin ? rows[i].begin : "open",
                 *rows[i].end ? rows[i].end : "open");
        bool found = false;
        for (uint32_t e = 0; e < source->events.count; e++)
            found |= strcmp(told_date(got, source->events.items[e].has_date,
                                      &source->events.items[e].date),
                            want) == 0;
        if (!found) fail_msg("%s: %s, not %s", rows[i].example, got, want);
        dateline_close(document);
    }
}

static void one_verb_with_two_times_is_two_events(void **state) {
    (void)state;
    char date[128];
    dtl_document *document =
        told("Mara Lind will meet today with Otto Berg, and possibly with "
             "Ada Holm on Monday.", REFERENCE);
    const dtl_event *first = told_mention(document, "meet", 0);
    const dtl_event *second = told_mention(document, "meet", 1);
    assert_non_null(first);
    assert_non_null(second);
    assert_string_equal(told_date(date, true, &first->date),
                        "2023-06-18 2023-06-19 expression");
    assert_string_equal(told_date(date, true, &second->date),
                        "2023-06-19 2023-06-20 expression");
    assert_int_equal(first->status, DATELINE_STATUS_PLANNED);
    assert_int_equal(second->status, DATELINE_STATUS_POSSIBLE);
    dateline_close(document);
}

static void a_time_holds_for_what_goes_with_its_verb(void **state) {
    (void)state;
    static const dating_case cases[] = {
        {"coordination",
         "The ministers held talks on Friday and agreed to meet again.",
         "agree", 0, "2023-06-16 2023-06-17 expression"},
        {"participle", "A jet crossed the border on Friday, forcing the army "
         "to react.", "force", 0, "2023-06-16 2023-06-17 inferred"},
        {"as", "Otto Berg was shot on Friday as he stood in his kitchen.",
         "stand", 0, "2023-06-16 2023-06-17 inferred"},
        {"clause of its noun", "The mayor spoke about the May 2020 bombing "
         "that killed three sailors.", "kill", 0,
         "2020-05 2020-06 inferred"},
        {"noun of its clause", "The ministers praised the agreement reached "
         "on 1 May 2020.", "agreement", 0, "2020-05-01 2020-05-02 inferred"},
        {"not what is said of it", "The ministers praised the agreement "
         "reached on 1 May.", "praise", 0,
         "2023-06-18 2023-06-19 dateline"},
        {"found doing", "The boy was found clinging to a tree on 6 May.",
         "find", 0, "2023-05-06 2023-05-07 inferred"},
        {"noun of its verb", "The attack killed three soldiers on Friday.",
         "attack", 0, "2023-06-16 2023-06-17 expression"},
    };
    CHECK(cases);
}

static void a_report_is_dated_apart_from_what_it_reports(void **state) {
    (void)state;
    static const dating_case cases[] = {
        {"report", "Mara Lind said the council rejected the plan.", "say", 0,
         "2023-06-18 2023-06-19 dateline"},
        {"goes on from its verb", "The army crossed the river on 3 May. Mara "
         "Lind opened the fair on Friday. She thanked the town at the fair, "
         "saying it was brave.", "say", 0, "2023-06-16 2023-06-17 inferred"},
        {"of the same speaker", "Mara Lind said on Friday that the bridge "
         "was safe. Otto Berg said it was old. Mara Lind said he was wrong.",
         "say", 2, "2023-06-16 2023-06-17 narrative"},
        {"has announced", "Norlin Bank has announced that it will close a "
         "branch.", "announce", 0, "2023-06-18 2023-06-19 dateline"},
        {"of another speaker", "Mara Lind said on Friday that the bridge was "
         "safe. Otto Berg said it was old.", "say", 1,
         "2023-06-18 2023-06-19 dateline"},
        {"content", "Mara Lind said on Friday that the council had rejected "
         "the plan.", "reject", 0, "open 2023-06-18 inferred"},
    };
    CHECK(cases);
}

static void what_has_happened_is_not_ahead(void **state) {
    (void)state;
    static const dating_case cases[] = {
        {"called", "The council called a march in Norhaven for July 8.",
         "call", 0, "2023-06-18 2023-06-19 dateline"},
        {"what was called", "The council called a march in Norhaven for July "
         "8.", "march", 0, "2023-07-08 2023-07-09 expression"},
        {"a phrase of something else", "The split will be payable August 3 "
         "to holders of record July 16, the company said.", "say", 0,
         "2023-06-18 2023-06-19 dateline"},
    };
    CHECK(cases);
}

static void the_present_is_the_day_of_the_article(void **state) {
    (void)state;
    static const dating_case cases[] = {
        {"under way", "The council is negotiating a loan.", "negotiate", 0,
         "2023-06-18 2023-06-19 dateline"},
        {"holds", "The company owns two mills.", "own", 0,
         "2023-06-18 2023-06-19 dateline"},
        {"no longer", "The company does not run the mill.", "run", 0,
         "2023-06-18 2023-06-19 dateline"},
        {"awaited", "The harbour will stay closed until the strike ends.",
         "end", 0, "2023-06-19 open inferred"},
    };
    CHECK(cases);
}

static void a_range_is_both_of_its_days(void **state) {
    (void)state;
    static const dating_case cases[] = {
        {"one month", "Otto Berg visited Sele from 9 to 11 June.", "visit", 0,
         "2023-06-09 2023-06-12 expression"},
        {"two months", "The fair will run from 28 June to 2 July.", "run", 0,
         "2023-06-28 2023-07-03 expression"},
    };
    CHECK(cases);
}

static void another_event_bounds_an_event(void **state) {
    (void)state;
    static const dating_case cases[] = {
        {"shortly before", "The army was ready. Shortly before leaving, Mara "
         "Lind thanked the crew on Friday.", "leave", 0,
         "2023-06-16 2023-06-17 inferred"},
        {"told again", "The council cancelled the trip on Friday. The "
         "cancellation angered Otto Berg.", "cancellation", 0,
         "2023-06-16 2023-06-17 inferred"},
        {"the story goes on", "The market was quiet. The army crossed the "
         "river on 3 May. It burned two bridges.", "burn", 0,
         "2023-05-03 2023-05-04 narrative"},
        {"a dated noun stands beside it", "Mara Lind opened the fair on "
         "Friday. The crowd was large despite Thursday's attack on a market "
         "in Sele. The band played.",
         "play", 0, "2023-06-16 2023-06-17 narrative"},
        {"from a day long ago it does not", "The army crossed the river on 3 "
         "May 2020. It burned a mill on 9 July 2021. The square was quiet. "
         "The harbour was quiet. The market was quiet. Otto Berg sold the "
         "inn.", "sell", 0,
         "open 2023-06-18 inferred"},
        {"even of one day", "The army crossed the river on 9 July 2021. The "
         "square was quiet. The harbour was quiet. The market was quiet. "
         "Otto Berg sold the inn.", "sell", 0, "open 2023-06-18 inferred"},
        {"out of a dated noun", "The market was quiet. Otto Berg was expelled "
         "from the talks on 3 May.", "expel", 0,
         "2023-05-03 2023-05-04 expression"},
        {"of a relative clause", "A man who robbed a bank two years ago fled "
         "Sele on Friday.", "flee", 0, "2023-06-16 2023-06-17 expression"},
        {"out of an old noun", "The market was quiet. The charge stemmed from "
         "a 1999 incident.", "stem", 0, "open 2023-06-18 inferred"},
    };
    CHECK(cases);
}

static void without_a_reference_nothing_is_guessed(void **state) {
    (void)state;
    dtl_document *document = told("Mara Lind said the council rejected the "
                                  "plan.", NULL);
    const dtl_event *event = told_mention(document, "say", 0);
    assert_non_null(event);
    assert_false(event->has_date);
    dateline_close(document);
}

/* The rows stand in order, tell shares, and every basis has one for the rules
 * without a row. */
static void confidence_is_a_share_that_was_counted(void **state) {
    (void)state;
    static const struct {
        const char *rule, *basis;
        int right, counted;
    } rows[] = {
#define CONFIDENCE(rule_, basis_, right_, counted_)                           \
    {rule_, #basis_, right_, counted_},
#include "core/story/dates_confidence.def"
#undef CONFIDENCE
    };
    int bases = 0;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        assert_true(0 <= rows[i].right && rows[i].right <= rows[i].counted);
        assert_true(rows[i].counted > 0);
        bases += rows[i].rule[0] == 0;
        if (i == 0) continue;
        const int order = strcmp(rows[i - 1].rule, rows[i].rule);
        assert_true(order < 0 ||
                    (order == 0 &&
                     strcmp(rows[i - 1].basis, rows[i].basis) < 0));
    }
    assert_int_equal(bases, 4);
}

static float confidence_of(const char *text, const char *lemma) {
    dtl_document *document = told(text, REFERENCE);
    const dtl_event *event = told_mention(document, lemma, 0);
    assert_non_null(event);
    assert_true(event->has_date);
    const float confidence = event->date.confidence;
    dateline_close(document);
    return confidence;
}

/* A weekday is surer than the day on which the story stood. */
static void a_guess_is_less_sure_than_an_expression(void **state) {
    (void)state;
    const char *text = "Mara Lind arrived in Norhaven on Friday. Otto Berg "
                       "opened a yard in May. He has a sister. She is a "
                       "teacher.\n\nThe yard hired Ada Holm.";
    const float sure = confidence_of(text, "arrive");
    assert_true(sure > 0.75f);
    assert_true(confidence_of(text, "hire") < sure - 0.05f);
}

static void every_noun_has_its_verb(void **state) {
    (void)state;
    static const char *const rows[][2] = {
#define NOUN(noun, verb) {noun, verb},
#include "core/story/dates_nouns.def"
#undef NOUN
    };
    const size_t count = sizeof rows / sizeof *rows;
    assert_int_equal(count, 149);
    dtl_word word = {0};
    dtl_source source = {0};
    source.words.items = &word;
    const dtl_event event = {.trigger = 0};
    for (size_t i = 0; i < count; i++) {
        word.lemma = rows[i][0];
        assert_string_equal(dtl_event_stem(&source, &event), rows[i][1]);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_event_has_its_own_time),
        cmocka_unit_test(a_preposition_moves_the_interval),
        cmocka_unit_test(one_verb_with_two_times_is_two_events),
        cmocka_unit_test(a_time_holds_for_what_goes_with_its_verb),
        cmocka_unit_test(a_report_is_dated_apart_from_what_it_reports),
        cmocka_unit_test(what_has_happened_is_not_ahead),
        cmocka_unit_test(the_present_is_the_day_of_the_article),
        cmocka_unit_test(a_range_is_both_of_its_days),
        cmocka_unit_test(another_event_bounds_an_event),
        cmocka_unit_test(without_a_reference_nothing_is_guessed),
        cmocka_unit_test(confidence_is_a_share_that_was_counted),
        cmocka_unit_test(a_guess_is_less_sure_than_an_expression),
        cmocka_unit_test(every_noun_has_its_verb),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
