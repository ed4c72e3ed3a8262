/* test_lexicon.c - what the lexicon knows of a form, and its image. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "core/language/lexicon.h"

static uint32_t bits(const char *form) {
    return dtl_lexicon_classes(form, strlen(form));
}

static void has(const char *form, uint32_t wanted) {
    if ((bits(form) & wanted) != wanted)
        fail_msg("%s has %08x, wants %08x", form, (unsigned)bits(form),
                 (unsigned)wanted);
}

static void lacks(const char *form, uint32_t unwanted) {
    if (bits(form) & unwanted)
        fail_msg("%s has %08x", form, (unsigned)bits(form));
}

static void forms_have_classes(void **state) {
    (void)state;
    has("meeting", DTL_LEX_NOUN | DTL_LEX_VERB | DTL_LEX_GERUND);
    has("treaties", DTL_LEX_NOUN | DTL_LEX_PLURAL | DTL_LEX_COMMUNICATION);
    has("arrived", DTL_LEX_VERB | DTL_LEX_PAST);
    has("arrives", DTL_LEX_VERB | DTL_LEX_THIRD);
    has("arrival", DTL_LEX_NOUN);
    has("higher", DTL_LEX_ADJ | DTL_LEX_COMPARATIVE);
    has("highest", DTL_LEX_ADJ | DTL_LEX_SUPERLATIVE);
    has("quickly", DTL_LEX_ADV);
    has("secretary", DTL_LEX_NOUN | DTL_LEX_PERSON | DTL_LEX_CAN_PERSON);
    has("week", DTL_LEX_TIME);
    has("party", DTL_LEX_CAN_GROUP);
    lacks("arrived", DTL_LEX_NOUN);
    lacks("treaty", DTL_LEX_PLURAL);
    lacks("secretary", DTL_LEX_PLACE);
}

static void names_are_known(void **state) {
    (void)state;
    has("Antony", DTL_LEX_FIRST_NAME);
    has("olena", DTL_LEX_FIRST_NAME);
    has("Paris", DTL_LEX_PLACE);
    has("Ukrainian", DTL_LEX_DEMONYM);
    has("israelis", DTL_LEX_DEMONYM);
    lacks("table", DTL_LEX_DEMONYM | DTL_LEX_FIRST_NAME);
}

static void case_does_not_matter(void **state) {
    (void)state;
    assert_int_equal(bits("MEETING"), bits("meeting"));
    assert_int_equal(bits("Meeting"), bits("meeting"));
    assert_int_equal(bits("don\u2019t"), bits("don't"));
    assert_true(bits("Bogot\u00e1") != 0);
    assert_int_equal(bits("Bogota\u0301"), bits("BOGOT\u00c1"));
}

static void odd_forms_are_unknown(void **state) {
    (void)state;
    char longest[1000];
    memset(longest, 'a', sizeof longest);
    assert_int_equal(dtl_lexicon_classes(longest, sizeof longest), 0);
    assert_int_equal(dtl_lexicon_classes("", 0), 0);
    assert_int_equal(dtl_lexicon_classes("meet\0ing", 8), 0);
    assert_int_equal(bits("qzxqzx"), 0);
}

static void a_bad_image_knows_nothing(void **state) {
    (void)state;
    static const unsigned char bad[64] = {1, 2, 3};
    dtl_lexicon lexicon = dtl_lexicon_open(bad, sizeof bad);
    assert_int_equal(dtl_lexicon_bits(&lexicon, "meeting", 7), 0);
    assert_null(dtl_lexicon_lemma(&lexicon, "is", 2, 1));
    static const unsigned char cut[64] = {0x44, 0x4C, 0x58, 0x31, 255, 255};
    lexicon = dtl_lexicon_open(cut, sizeof cut);
    assert_int_equal(dtl_lexicon_bits(&lexicon, "meeting", 7), 0);
    lexicon = dtl_lexicon_open(cut, 3);
    assert_int_equal(dtl_lexicon_bits(&lexicon, "meeting", 7), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(forms_have_classes),
        cmocka_unit_test(names_are_known),
        cmocka_unit_test(case_does_not_matter),
        cmocka_unit_test(odd_forms_are_unknown),
        cmocka_unit_test(a_bad_image_knows_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
