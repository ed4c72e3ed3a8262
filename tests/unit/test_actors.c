/* test_actors.c - who is who in short texts, through the whole pipeline. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "core/model.h"
#include "core/story/gazetteer.h"

static dateline_document *document;

static const dtl_source *read_text(const char *text) {
    dateline_close(document);
    assert_int_equal(dateline_open(&document, NULL), DATELINE_OK);
    const dateline_source_options options = {.reference = "2024-05-15",
                                             .format = DATELINE_INPUT_TEXT};
    assert_int_equal(dateline_read(document, &options, text, strlen(text)),
                     DATELINE_OK);
    return document->sources.items[0];
}

static int close_text(void **state) {
    (void)state;
    dateline_close(document);
    document = NULL;
    return 0;
}

static const dtl_actor *find_actor(const dtl_source *source,
                                   const char *name) {
    for (uint32_t i = 0; i < source->actors.count; i++)
        if (strcmp(source->actors.items[i].name, name) == 0)
            return &source->actors.items[i];
    return NULL;
}

static const dtl_actor *want_actor(const dtl_source *source,
                                   const char *name,
                                   dateline_actor_type type) {
    const dtl_actor *actor = find_actor(source, name);
    if (!actor) {
        for (uint32_t i = 0; i < source->actors.count; i++)
            print_message("has: %s\n", source->actors.items[i].name);
        fail_msg("no actor \"%s\"", name);
    }
    if (actor->type != type) fail_msg("%s: type %d", name, (int)actor->type);
    return actor;
}

static void want_alias(const dtl_actor *actor, const char *alias) {
    for (uint32_t i = 0; i < actor->aliases.count; i++)
        if (strcmp(actor->aliases.items[i], alias) == 0) return;
    fail_msg("%s is never \"%s\"", actor->name, alias);
}

/* The name of the actor of the mention at the `nth` place (from 0) where
 * `form` stands as a mention's whole text; "" when there is none. */
static const char *meant_by(const dtl_source *source, const char *form,
                            int nth) {
    for (uint32_t i = 0; i < source->mentions.count; i++) {
        const dtl_mention *m = &source->mentions.items[i];
        const dtl_span span = {source->words.items[m->first].span.start,
                               source->words.items[m->last].span.end};
        if (strlen(form) == dtl_length(span) &&
            memcmp(form, dtl_bytes(source, span), dtl_length(span)) == 0 &&
            nth-- == 0)
            return source->actors.items[m->actor].name;
    }
    return "";
}

/* ---- names -------------------------------------------------------------- */

static void a_surname_is_the_full_name(void **state) {
    (void)state;
    const dtl_source *s = read_text(
        "Foreign Secretary Nora Tellman arrived in Lisbon on Monday. "
        "Tellman met reporters. She then left for Madrid.");
    const dtl_actor *a =
        want_actor(s, "Nora Tellman", DATELINE_ACTOR_PERSON);
    assert_string_equal(a->title, "Foreign Secretary");
    want_alias(a, "Tellman");
    assert_string_equal(meant_by(s, "She", 0), "Nora Tellman");
    want_actor(s, "Lisbon", DATELINE_ACTOR_PLACE);
    want_actor(s, "Madrid", DATELINE_ACTOR_PLACE);
}

static void a_surname_may_come_first(void **state) {
    (void)state;
    const dtl_source *s = read_text(
        "Officials praised Tellman on Monday. The award went to "
        "Nora Tellman for her work.");
    want_alias(want_actor(s, "Nora Tellman", DATELINE_ACTOR_PERSON),
               "Tellman");
}

static void a_family_name_may_stand_first(void **state) {
    (void)state;
    const dtl_source *s = read_text(
        "Chinese Foreign Minister Zhou Lan spoke on Monday. Zhou said the "
        "talks went well. Reporters asked Lan about trade.");
    const dtl_actor *a = want_actor(s, "Zhou Lan", DATELINE_ACTOR_PERSON);
    want_alias(a, "Zhou");
    want_alias(a, "Lan");
    assert_string_equal(a->title, "Foreign Minister");
}

static void a_body_keeps_its_of(void **state) {
    (void)state;
    const dtl_source *s = read_text(
        "The Ministry of Foreign Affairs and the Bank of Ostavia told the "
        "Center for Naval and Polar Studies that Harrow Vale & Co. had "
        "paid.");
    want_actor(s, "Ministry of Foreign Affairs", DATELINE_ACTOR_ORGANIZATION);
    want_actor(s, "Bank of Ostavia", DATELINE_ACTOR_ORGANIZATION);
    want_actor(s, "Center for Naval and Polar Studies",
               DATELINE_ACTOR_ORGANIZATION);
    want_actor(s, "Harrow Vale & Co.", DATELINE_ACTOR_ORGANIZATION);
}

static void a_hyphened_article_opens_a_name(void **state) {
    (void)state;
    const dtl_source *s = read_text(
        "Officials said that al-Qaeda had met Nasir al-Hadri on Monday. "
        "The group of bin Hamdan fled.");
    want_actor(s, "al-Qaeda", DATELINE_ACTOR_ORGANIZATION);
    want_actor(s, "Nasir al-Hadri", DATELINE_ACTOR_PERSON);
    want_actor(s, "bin Hamdan", DATELINE_ACTOR_PERSON);
}

static void a_place_stands_beside_a_place(void **state) {
    (void)state;
    const dtl_source *s = read_text(
        "The ferry that links Copenhagen and Ornevik sank on Monday.");
    want_actor(s, "Ornevik", DATELINE_ACTOR_PLACE);
}

static void initials_stand_for_a_body(void **state) {
    (void)state;
    const dtl_source *s = read_text(
        "The Northern Fisheries Commission met on Monday. The NFC said "
        "that quotas would fall.");
    want_alias(want_actor(s, "Northern Fisheries Commission",
                          DATELINE_ACTOR_ORGANIZATION),
               "NFC");
}

static void an_ending_is_left_off_later(void **state) {
    (void)state;
    const dtl_source *s = read_text(
        "Kelmont Inc. bought a rival on Monday. Kelmont said that it paid "
        "in cash.");
    want_alias(want_actor(s, "Kelmont Inc.", DATELINE_ACTOR_ORGANIZATION),
               "Kelmont");
    assert_string_equal(meant_by(s, "it", 0), "Kelmont Inc.");
}

static void times_and_common_nouns_are_no_names(void **state) {
    (void)state;
    const dtl_source *s = read_text(
        "On Monday, the minister spoke. In May he left. Anger grew.");
    assert_null(find_actor(s, "Monday"));
    assert_null(find_actor(s, "May"));
    assert_null(find_actor(s, "Anger"));
}

/* ---- countries ---------------------------------------------------------- */

static void a_capital_acts_for_its_country(void **state) {
    (void)state;
    const dtl_source *s = read_text(
        "On Monday Ottawa said that the move was unfair. A crowd met in "
        "Ottawa. The Canadian government said it would wait.");
    assert_string_equal(meant_by(s, "Ottawa", 0), "Canada");
    assert_string_equal(meant_by(s, "Ottawa", 1), "Ottawa");
    assert_string_equal(meant_by(s, "The Canadian government", 0), "Canada");
    want_alias(want_actor(s, "Canada", DATELINE_ACTOR_PLACE), "Ottawa");
}

static void a_government_is_its_country(void **state) {
    (void)state;
    const dtl_source *s = read_text(
        "The school was paid by the government of Saudi Arabia. The Saudi "
        "government said so on Monday.");
    assert_string_equal(meant_by(s, "the government of Saudi Arabia", 0),
                        "Saudi Arabia");
    assert_string_equal(meant_by(s, "The Saudi government", 0),
                        "Saudi Arabia");
    assert_null(find_actor(s, "Arabia"));
}

static void a_given_name_is_the_full_name(void **state) {
    (void)state;
    const dtl_source *s = read_text(
        "The father of Juan Pedro Marlo spoke on Monday. He said Juan Pedro "
        "was well, and asked for help for Marlo.");
    const dtl_actor *a =
        want_actor(s, "Juan Pedro Marlo", DATELINE_ACTOR_PERSON);
    want_alias(a, "Juan Pedro");
    want_alias(a, "Marlo");
}

static void a_legal_form_ends_a_name(void **state) {
    (void)state;
    const dtl_source *s = read_text(
        "John Orne Ltd. said on Monday that it plans a sale. Orne will sell "
        "its mills.");
    const dtl_actor *a =
        want_actor(s, "John Orne Ltd.", DATELINE_ACTOR_ORGANIZATION);
    want_alias(a, "Orne");
}

static void two_appositions_are_one_person(void **state) {
    (void)state;
    const dtl_source *s = read_text(
        "Nora Tellman, a former diplomat and trade negotiator, spoke on "
        "Monday.");
    for (uint32_t i = 0; i < s->actors.count; i++)
        assert_true(strstr(s->actors.items[i].name, "negotiator") == NULL);
}

static void a_country_has_one_name(void **state) {
    (void)state;
    const dtl_source *s = read_text(
        "The U.S. and Britain signed. The United States will pay, and the "
        "U.K. will build.");
    want_alias(want_actor(s, "United States", DATELINE_ACTOR_PLACE), "U.S.");
    want_alias(want_actor(s, "United Kingdom", DATELINE_ACTOR_PLACE),
               "Britain");
}

/* ---- titles and appositions --------------------------------------------- */

static void a_title_stands_before_a_name(void **state) {
    (void)state;
    const dtl_source *s = read_text(
        "Tellman's national security adviser Ivo Brandt met Kelmont "
        "co-founder Rita Soames on Monday.");
    assert_string_equal(
        want_actor(s, "Ivo Brandt", DATELINE_ACTOR_PERSON)->title,
        "national security adviser");
    assert_string_equal(
        want_actor(s, "Rita Soames", DATELINE_ACTOR_PERSON)->title,
        "Kelmont co-founder");
}

static void an_apposition_is_the_same_person(void **state) {
    (void)state;
    const dtl_source *s = read_text(
        "Ivo Brandt, the top diplomat for the region, spoke on Monday.");
    const dtl_actor *a = want_actor(s, "Ivo Brandt", DATELINE_ACTOR_PERSON);
    assert_non_null(strstr(a->title, "top diplomat"));
}

static void an_office_leads_to_its_holder(void **state) {
    (void)state;
    const dtl_source *s = read_text(
        "President Nora Tellman spoke on Monday. The president said she "
        "would sign the bill.");
    assert_string_equal(meant_by(s, "The president", 0), "Nora Tellman");
}

static void a_counterpart_holds_the_same_office(void **state) {
    (void)state;
    const dtl_source *s = read_text(
        "Canadian Defense Minister Ivo Brandt spoke on Monday. Later "
        "Polish Defense Minister Olga Marek arrived. Brandt and his Polish "
        "counterpart met.");
    assert_string_equal(meant_by(s, "his Polish counterpart", 0),
                        "Olga Marek");
}

/* ---- nominals and pronouns ---------------------------------------------- */

static void nominals_that_act_are_actors(void **state) {
    (void)state;
    const dtl_source *s = read_text(
        "Two Danish officials met a Polish warship in the strait. Senior "
        "Danish diplomats said so.");
    want_actor(s, "Two Danish officials", DATELINE_ACTOR_GROUP);
    want_actor(s, "Polish warship", DATELINE_ACTOR_OTHER);
    want_actor(s, "Senior Danish diplomats", DATELINE_ACTOR_GROUP);
}

static void equal_nominals_are_one_actor(void **state) {
    (void)state;
    const dtl_source *s = read_text(
        "American officials said so on Monday. U.S. officials denied it "
        "on Tuesday.");
    const char *name = meant_by(s, "U.S. officials", 0);
    assert_string_equal(meant_by(s, "American officials", 0), name);
}

static void the_company_is_the_last_one(void **state) {
    (void)state;
    const dtl_source *s = read_text(
        "Kelmont Corp. opened a plant on Monday. The company said so.");
    assert_string_equal(meant_by(s, "The company", 0), "Kelmont Corp.");
}

static void a_relative_pronoun_is_what_it_follows(void **state) {
    (void)state;
    const dtl_source *s = read_text(
        "Nora Tellman, who leads the party, spoke on Monday.");
    assert_string_equal(meant_by(s, "who", 0), "Nora Tellman");
}

static void gender_tells_he_from_she(void **state) {
    (void)state;
    const dtl_source *s = read_text(
        "Peter Garrick met Susan Hollis on Monday. He thanked her. She "
        "left early.");
    assert_string_equal(meant_by(s, "He", 0), "Peter Garrick");
    assert_string_equal(meant_by(s, "her", 0), "Susan Hollis");
    assert_string_equal(meant_by(s, "She", 0), "Susan Hollis");
}

/* A relative is told by the full name. */
static void a_surname_is_of_whom_the_story_tells(void **state) {
    (void)state;
    const dtl_source *s = read_text(
        "Edda Lindal died on Monday. Lindal was 91. Her death was confirmed "
        "by her daughter, the director Maja Lindal. Born in Karlo, Lindal "
        "published 12 novels.");
    assert_string_equal(meant_by(s, "Lindal", 1), "Edda Lindal");
}

/* A country that nobody has heard of is no person to "it". */
static void it_can_be_an_unknown_name(void **state) {
    (void)state;
    const dtl_source *s = read_text(
        "The army opened a hospital on Monday. Tarvia condemned the coup "
        "and said it was closing the border.");
    assert_string_equal(meant_by(s, "it", 0), "Tarvia");
}

static void they_are_no_pair_and_no_things(void **state) {
    (void)state;
    const dtl_source *s = read_text(
        "Two officials left on Monday. Edda Brandt married Olof Renn in "
        "1961; they divorced. Hale made the remarks and retracted them.");
    assert_string_equal(meant_by(s, "they", 0), "");
    assert_string_equal(meant_by(s, "them", 0), "");
}

/* ---- the tables --------------------------------------------------------- */

#define OFFICE(phrase_, example_) example_,
#define TITLE(phrase_, example_) example_,
#define HONORIFIC(phrase_, gender_, example_) example_,
#define PREFIX(phrase_, example_) example_,
static const char *const titled[] = {
#include "core/story/titles.def"
};

/* The example of a row is the person Ona Reed with her title. */
static void every_title_leads_to_a_person(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof titled / sizeof *titled; i++) {
        char text[200];
        snprintf(text, sizeof text, "On Monday %s said so.", titled[i]);
        const dtl_source *s = read_text(text);
        const dtl_actor *a = find_actor(s, "Ona Reed");
        if (!a) fail_msg("no Ona Reed in: %s", text);
        if (a->type != DATELINE_ACTOR_PERSON) fail_msg("no person: %s", text);
    }
}

typedef struct {
    const char *phrases, *value;
    uint32_t kinds;
} row;

#define COUNTRY(name_, adjective_, people_, capital_)                         \
    {name_, name_, DTL_GAZ_COUNTRY},                                          \
        {adjective_, name_, DTL_GAZ_ADJECTIVE},                               \
        {people_, name_, DTL_GAZ_PEOPLE}, {capital_, name_, DTL_GAZ_CAPITAL},
#define ALSO(phrases_, country_) {phrases_, country_, DTL_GAZ_COUNTRY},
#define BODY(full_, also_)                                                    \
    {full_, full_, DTL_GAZ_BODY}, {also_, full_, DTL_GAZ_BODY},
#define BODIES(names_) {names_, NULL, DTL_GAZ_BODY},
#define PLACE(phrases_) {phrases_, NULL, DTL_GAZ_PLACE},
#define THING(phrases_) {phrases_, NULL, DTL_GAZ_NAMED},
#define NAMES(gender_, phrases_) {phrases_, NULL, DTL_GAZ_FIRST},
#define FAMILIES(phrases_) {phrases_, NULL, DTL_GAZ_FAMILY},
static const row rows[] = {
#include "core/story/demonyms.def"
#include "core/story/first_names.def"
#include "core/story/organizations.def"
#include "core/story/places.def"
#include "core/story/things.def"
};

static void check_phrase(const row *r, const char *phrase, size_t length) {
    const dtl_gaz_row *found = dtl_gazetteer_find(phrase, length);
    if (!(found->kinds & r->kinds))
        fail_msg("%.*s: kinds %x", (int)length, phrase, found->kinds);
    if (!r->value) return;
    const char *value = r->kinds & DTL_GAZ_BODY ? found->full
                                                : found->country;
    if (strcmp(value, r->value) != 0)
        fail_msg("%.*s: %s, not %s", (int)length, phrase, value, r->value);
}

/* No row is hidden by another. */
static void every_row_says_what_it_says(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        for (const char *at = rows[i].phrases; *at;) {
            const size_t length = strcspn(at, "|");
            check_phrase(&rows[i], at, length);
            at += length + (at[length] != 0);
        }
}

typedef struct {
    const char *example;
    dateline_actor_type type;
} head_row;

#define PLACE_HEAD(word_, example_) {example_, DATELINE_ACTOR_PLACE},
#define PLACE_FIRST(word_, example_) {example_, DATELINE_ACTOR_PLACE},
#define PLACE_SIDE(word_, example_) {example_, DATELINE_ACTOR_PLACE},
#define THING_HEAD(word_, example_) {example_, DATELINE_ACTOR_OTHER},
#define BODY_HEAD(word_, example_) {example_, DATELINE_ACTOR_ORGANIZATION},
#define BODY_END(word_, example_) {example_, DATELINE_ACTOR_ORGANIZATION},
static const head_row heads[] = {
#include "core/story/organizations.def"
#include "core/story/places.def"
#include "core/story/things.def"
};

static void every_head_gives_its_type(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
        char text[200];
        snprintf(text, sizeof text, "They saw %s on Monday.",
                 heads[i].example);
        const char *name = heads[i].example;
        if (strncmp(name, "the ", 4) == 0) name += 4;
        want_actor(read_text(text), name, heads[i].type);
    }
}

#define NOUN(phrases_, kinds_, example_) example_,
static const char *const nouns[] = {
#include "core/story/nominals.def"
};

static void every_noun_makes_an_actor(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof nouns / sizeof *nouns; i++) {
        char text[200];
        snprintf(text, sizeof text, "On Monday %s.", nouns[i]);
        if (read_text(text)->mentions.count == 0)
            fail_msg("no mention in: %s", text);
    }
}

#define PARTICLE(word_, name_) {name_, DATELINE_ACTOR_PERSON},
#define JOINT(word_, name_) {name_, DATELINE_ACTOR_OTHER},
static const head_row joined[] = {
#include "core/story/name_particles.def"
};

static void every_small_word_joins_a_name(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof joined / sizeof *joined; i++) {
        char text[200];
        snprintf(text, sizeof text, "The council met %s on Monday.",
                 joined[i].example);
        want_actor(read_text(text), joined[i].example, joined[i].type);
    }
}

#define COUNT(table_) (sizeof(table_) / sizeof *(table_))

/* A row that is taken out takes its example with it: count them. */
static void no_row_is_lost(void **state) {
    (void)state;
    assert_int_equal(COUNT(titled), 41);
    assert_int_equal(COUNT(rows), 1982);
    assert_int_equal(COUNT(heads), 73);
    assert_int_equal(COUNT(nouns), 17);
    assert_int_equal(COUNT(joined), 19);
}

/* ---- size --------------------------------------------------------------- */

static void many_names_are_no_trouble(void **state) {
    (void)state;
    char *text = malloc(1 << 20);
    size_t used = 0;
    for (int i = 0; i < 20000; i++)
        used += (size_t)sprintf(text + used, "Ann %c%c%cson met Bo Reed. ",
                                'A' + i % 26, 'a' + i / 26 % 26,
                                'a' + i / 676 % 26);
    text[used] = 0;
    const dtl_source *s = read_text(text);
    assert_true(s->actors.count > 10000);
    free(text);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_surname_is_the_full_name),
        cmocka_unit_test(a_surname_may_come_first),
        cmocka_unit_test(a_family_name_may_stand_first),
        cmocka_unit_test(a_body_keeps_its_of),
        cmocka_unit_test(a_hyphened_article_opens_a_name),
        cmocka_unit_test(a_place_stands_beside_a_place),
        cmocka_unit_test(initials_stand_for_a_body),
        cmocka_unit_test(an_ending_is_left_off_later),
        cmocka_unit_test(times_and_common_nouns_are_no_names),
        cmocka_unit_test(a_capital_acts_for_its_country),
        cmocka_unit_test(a_country_has_one_name),
        cmocka_unit_test(a_government_is_its_country),
        cmocka_unit_test(a_given_name_is_the_full_name),
        cmocka_unit_test(a_legal_form_ends_a_name),
        cmocka_unit_test(two_appositions_are_one_person),
        cmocka_unit_test(a_title_stands_before_a_name),
        cmocka_unit_test(an_apposition_is_the_same_person),
        cmocka_unit_test(an_office_leads_to_its_holder),
        cmocka_unit_test(a_counterpart_holds_the_same_office),
        cmocka_unit_test(nominals_that_act_are_actors),
        cmocka_unit_test(equal_nominals_are_one_actor),
        cmocka_unit_test(the_company_is_the_last_one),
        cmocka_unit_test(a_relative_pronoun_is_what_it_follows),
        cmocka_unit_test(a_surname_is_of_whom_the_story_tells),
        cmocka_unit_test(it_can_be_an_unknown_name),
        cmocka_unit_test(they_are_no_pair_and_no_things),
        cmocka_unit_test(gender_tells_he_from_she),
        cmocka_unit_test(every_title_leads_to_a_person),
        cmocka_unit_test(every_row_says_what_it_says),
        cmocka_unit_test(every_head_gives_its_type),
        cmocka_unit_test(every_noun_makes_an_actor),
        cmocka_unit_test(every_small_word_joins_a_name),
        cmocka_unit_test(no_row_is_lost),
        cmocka_unit_test(many_names_are_no_trouble),
    };
    return cmocka_run_group_tests(tests, NULL, close_text);
}
