/* test_lemma.c - dictionary forms. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "core/language/lemma.h"

static dtl_arena arena;

static void expect(const char *form, dtl_pos pos, dtl_tag tag,
                   const char *lemma) {
    const char *found = dtl_lemma_find(&arena, form, strlen(form), pos, tag);
    assert_non_null(found);
    if (strcmp(found, lemma) != 0)
        fail_msg("%s gave %s, not %s", form, found, lemma);
}

#define VERB(form, tag, lemma) expect(form, DTL_POS_VERB, DTL_TAG_##tag, lemma)
#define NOUN(form, tag, lemma) expect(form, DTL_POS_NOUN, DTL_TAG_##tag, lemma)
#define NAME(form, tag, lemma)                                                \
    expect(form, DTL_POS_PROPN, DTL_TAG_##tag, lemma)

/* Each row of detach.def, with its example. */
static void rules_detach(void **state) {
    (void)state;
    static const struct {
        dtl_tag tag;
        const char *form, *lemma;
    } rows[] = {
#define DETACH(tag, off, on, twice, form, lemma) {DTL_TAG_##tag, form, lemma},
#include "core/language/detach.def"
#undef DETACH
    };
    const size_t count = sizeof rows / sizeof *rows;
    assert_int_equal(count, 26);
    const dtl_lexicon lexicon = dtl_lexicon_english();
    for (size_t i = 0; i < count; i++) {
        char out[64];
        const size_t size =
            dtl_lemma_rule(&lexicon, rows[i].form, strlen(rows[i].form),
                           rows[i].tag, out);
        assert_int_equal(size, strlen(out));
        assert_string_equal(out, rows[i].lemma);
    }
}

static void verbs(void **state) {
    (void)state;
    VERB("went", VBD, "go");
    VERB("Said", VBD, "say");
    VERB("fled", VBD, "flee");
    VERB("forsook", VBD, "forsake");
    VERB("singing", VBG, "sing");
    VERB("hoping", VBG, "hope");
    VERB("dying", VBG, "die");
    VERB("freed", VBN, "free");
    VERB("co-wrote", VBD, "co-write");
    VERB("re-elected", VBN, "re-elect");
    VERB("meeting", VBG, "meet");
    VERB("meet", VB, "meet");
    expect("'s", DTL_POS_AUX, DTL_TAG_VBZ, "be");
    expect("\u2019re", DTL_POS_AUX, DTL_TAG_VBP, "be");
    expect("ca", DTL_POS_AUX, DTL_TAG_MD, "can");
    expect("n't", DTL_POS_PART, DTL_TAG_RB, "not");
}

static void nouns(void **state) {
    (void)state;
    NOUN("Talks", NNS, "talk");
    NOUN("series", NNS, "series");
    NOUN("crises", NNS, "crisis");
    NOUN("children", NNS, "child");
    NOUN("1980s", NNS, "1980s");
    NOUN("meeting", NN, "meeting");
}

static void other_words(void **state) {
    (void)state;
    expect("Mail", DTL_POS_X, DTL_TAG_NONE, "mail"); /* E Mail, a part */
    expect("Better", DTL_POS_ADJ, DTL_TAG_JJR, "good");
    expect("earliest", DTL_POS_ADJ, DTL_TAG_JJS, "early");
    expect("French", DTL_POS_ADJ, DTL_TAG_JJ, "French");
    expect("Former", DTL_POS_ADJ, DTL_TAG_JJ, "former");
    expect("They", DTL_POS_PRON, DTL_TAG_PRP, "they");
    expect("1,250", DTL_POS_NUM, DTL_TAG_CD, "1250");
    expect("II", DTL_POS_NUM, DTL_TAG_CD, "II");
    expect("Two", DTL_POS_NUM, DTL_TAG_CD, "two");
}

static void names(void **state) {
    (void)state;
    NAME("Lindberg", NNP, "Lindberg");
    NAME("LINDBERG", NNP, "Lindberg");
    NAME("NATO", NNP, "NATO");
    NAME("Sept.", NNP, "September");
    NAME("States", NNPS, "State");
    NAME("Israelis", NNPS, "Israeli");
    NAME("Ca\u00f1ada", NNP, "Ca\u00f1ada");
}

/* What no one knows is spelled by rule. */
static void unknown_words(void **state) {
    (void)state;
    NOUN("zorbles", NNS, "zorble");
    NOUN("glorxes", NNS, "glorx");
    NOUN("zorbies", NNS, "zorby");
    VERB("zorbed", VBD, "zorb");
    VERB("zorbated", VBD, "zorbate");
    VERB("zorbbing", VBG, "zorb");
    expect("zorbier", DTL_POS_ADJ, DTL_TAG_JJR, "zorby");
}

static void odd_forms(void **state) {
    (void)state;
    for (int pos = 0; pos < DTL_POS_COUNT; pos++)
        for (int tag = 0; tag < DTL_TAG_COUNT; tag++) {
            expect("", (dtl_pos)pos, (dtl_tag)tag, "");
            expect("-", (dtl_pos)pos, (dtl_tag)tag, "-");
            assert_non_null(dtl_lemma_find(&arena, "s", 1, (dtl_pos)pos,
                                           (dtl_tag)tag));
            assert_non_null(dtl_lemma_find(&arena, "ed", 2, (dtl_pos)pos,
                                           (dtl_tag)tag));
            assert_non_null(dtl_lemma_find(&arena, "-ing", 4, (dtl_pos)pos,
                                           (dtl_tag)tag));
        }
    static char longest[2000];
    memset(longest, 's', sizeof longest - 1);
    NOUN(longest, NNS, longest);
}

static void *refuse(void *context, void *pointer, size_t old, size_t size) {
    (void)context, (void)pointer, (void)old, (void)size;
    return NULL;
}

static void no_memory_gives_null(void **state) {
    (void)state;
    dtl_arena poor;
    dtl_arena_init(&poor, refuse, NULL);
    assert_null(dtl_lemma_find(&poor, "Zorb", 4, DTL_POS_PROPN,
                               DTL_TAG_NNP));
    assert_true(poor.failed);
}

static int open_arena(void **state) {
    (void)state;
    dtl_arena_init(&arena, NULL, NULL);
    return 0;
}

static int close_arena(void **state) {
    (void)state;
    dtl_arena_free(&arena);
    return 0;
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rules_detach),
        cmocka_unit_test(verbs),
        cmocka_unit_test(nouns),
        cmocka_unit_test(other_words),
        cmocka_unit_test(names),
        cmocka_unit_test(unknown_words),
        cmocka_unit_test(odd_forms),
        cmocka_unit_test(no_memory_gives_null),
    };
    return cmocka_run_group_tests(tests, open_arena, close_arena);
}
