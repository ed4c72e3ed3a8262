/* test_parse.c - parts of speech and trees of plain and of odd text. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "core/language/language.h"
#include "core/language/net.h"

typedef struct {
    dtl_arena arena;
    dtl_source source;
} text;

static void split(text *t, const char *bytes, size_t length) {
    *t = (text){0};
    dtl_arena_init(&t->arena, NULL, NULL);
    dtl_text_init(&t->source.text, &t->arena, bytes, length);
    dtl_block *block = DTL_PUSH(&t->arena, &t->source.blocks);
    block->span.end = t->source.text.length;
    dtl_language_split(&t->source, &t->arena);
    dtl_language_tag(&t->source, &t->arena);
}

static text analysed(const char *bytes) {
    text t;
    split(&t, bytes, strlen(bytes));
    dtl_language_parse(&t.source, &t.arena);
    return t;
}

/* The first word that is written so. */
static const dtl_word *word(const text *t, const char *form) {
    for (uint32_t i = 0; i < t->source.words.count; i++) {
        const dtl_word *w = &t->source.words.items[i];
        if (dtl_length(w->span) == strlen(form) &&
            !memcmp(dtl_bytes(&t->source, w->span), form, strlen(form)))
            return w;
    }
    fail_msg("no word \"%s\"", form);
    return NULL;
}

static void assert_arc(const text *t, const char *child, dtl_dep dep,
                       const char *head) {
    const dtl_word *c = word(t, child);
    if (c->dep != dep || c->head == DTL_NONE ||
        &t->source.words.items[c->head] != word(t, head))
        fail_msg("\"%s\" is not %s of \"%s\" but %s of word %d", child,
                 dtl_language_dep_name(dep), head,
                 dtl_language_dep_name((dtl_dep)c->dep),
                 (int)c->head);
}

/* One root, and every head chain of every sentence leads to it. */
static void assert_trees(const text *t) {
    for (uint32_t i = 0; i < t->source.sentences.count; i++) {
        const dtl_sentence *s = &t->source.sentences.items[i];
        assert_in_range(s->root, s->first, s->first + s->count - 1);
        for (uint32_t j = s->first; j < s->first + s->count; j++) {
            const dtl_word *w = &t->source.words.items[j];
            uint32_t steps = 0;
            assert_int_equal(w->head == DTL_NONE, (int32_t)j == s->root);
            while (w->head != DTL_NONE) {
                assert_in_range(w->head, s->first, s->first + s->count - 1);
                assert_true(++steps <= s->count);
                w = &t->source.words.items[w->head];
            }
        }
    }
}

static void plain_sentences_have_their_subjects(void **state) {
    (void)state;
    text t = analysed("The minister met farmers on Tuesday. He lives in "
                      "Osterby.");
    assert_arc(&t, "minister", DTL_DEP_NSUBJ, "met");
    assert_arc(&t, "farmers", DTL_DEP_OBJ, "met");
    assert_arc(&t, "Osterby", DTL_DEP_OBL, "lives");
    assert_arc(&t, "Tuesday", DTL_DEP_OBL, "met");
    assert_int_equal(word(&t, "met")->tag, DTL_TAG_VBD);
    assert_int_equal(word(&t, "farmers")->tag, DTL_TAG_NNS);
    assert_int_equal(word(&t, "Osterby")->pos, DTL_POS_PROPN);
    assert_trees(&t);
    dtl_arena_free(&t.arena);
}

static void presents_and_pasts_are_told_apart(void **state) {
    (void)state;
    text t = analysed("There are farmers in Osterby. Police shot a man.");
    assert_int_equal(word(&t, "are")->tag, DTL_TAG_VBP);
    assert_int_equal(word(&t, "shot")->tag, DTL_TAG_VBD);
    dtl_arena_free(&t.arena);
}

static void passives_modals_and_infinitives_are_told_apart(void **state) {
    (void)state;
    text t = analysed("The bridge was closed by the police. She will visit "
                      "the school. They plan to sign the treaty.");
    assert_arc(&t, "bridge", DTL_DEP_NSUBJ_PASS, "closed");
    assert_int_equal(word(&t, "closed")->tag, DTL_TAG_VBN);
    assert_arc(&t, "was", DTL_DEP_AUX_PASS, "closed");
    assert_int_equal(word(&t, "will")->tag, DTL_TAG_MD);
    assert_arc(&t, "will", DTL_DEP_AUX, "visit");
    assert_arc(&t, "school", DTL_DEP_OBJ, "visit");
    assert_arc(&t, "sign", DTL_DEP_XCOMP, "plan");
    assert_arc(&t, "treaty", DTL_DEP_OBJ, "sign");
    assert_trees(&t);
    dtl_arena_free(&t.arena);
}

static void a_title_and_a_name_are_one_subject(void **state) {
    (void)state;
    text t = analysed("National security adviser Mara Lindqvist spoke to "
                      "reporters.");
    assert_arc(&t, "adviser", DTL_DEP_NMOD_DESC, "Mara");
    assert_arc(&t, "Mara", DTL_DEP_NSUBJ, "spoke");
    assert_trees(&t);
    dtl_arena_free(&t.arena);
}

/* Marks words [first, last] as one time expression. */
static void mark_time(text *t, const char *first, const char *last) {
    dtl_word *from = (dtl_word *)word(t, first);
    for (; from <= word(t, last); from++) from->time = 0;
}

static void a_title_with_of_too(void **state) {
    (void)state;
    text t = analysed("Secretary of State Anna Lindqvist visited the port.");
    assert_arc(&t, "Secretary", DTL_DEP_NMOD_DESC, "Anna");
    assert_arc(&t, "State", DTL_DEP_NMOD, "Secretary");
    assert_arc(&t, "of", DTL_DEP_CASE, "State");
    assert_arc(&t, "Anna", DTL_DEP_NSUBJ, "visited");
    assert_arc(&t, "port", DTL_DEP_OBJ, "visited");
    assert_trees(&t);
    dtl_arena_free(&t.arena);
}

static void a_time_expression_is_one_piece(void **state) {
    (void)state;
    const char *bytes = "Delegates gathered late Saturday, June 17, 2023, in "
                        "the capital for talks.";
    text t;
    split(&t, bytes, strlen(bytes));
    mark_time(&t, "late", "2023");
    dtl_language_parse(&t.source, &t.arena);
    assert_trees(&t);
    uint32_t outward = 0;
    for (uint32_t i = 0; i < t.source.words.count; i++) {
        const dtl_word *w = &t.source.words.items[i];
        const bool inside = w->head != DTL_NONE &&
                            t.source.words.items[w->head].time == 0;
        outward += w->time == 0 && !inside;
    }
    assert_int_equal(outward, 1);
    dtl_arena_free(&t.arena);
}

static void a_date_is_headed_by_its_month(void **state) {
    (void)state;
    const char *bytes = "The envoys spoke by telephone on June 3, 2023.";
    text t;
    split(&t, bytes, strlen(bytes));
    mark_time(&t, "June", "2023");
    dtl_language_parse(&t.source, &t.arena);
    assert_arc(&t, "June", DTL_DEP_OBL, "spoke");
    assert_arc(&t, "on", DTL_DEP_CASE, "June");
    assert_trees(&t);
    dtl_arena_free(&t.arena);
}

static void a_time_hangs_on_the_verb_and_not_on_a_name(void **state) {
    (void)state;
    const char *bytes = "On Monday Port Maren officials said the ferry sank.";
    text t;
    split(&t, bytes, strlen(bytes));
    mark_time(&t, "Monday", "Monday");
    dtl_language_parse(&t.source, &t.arena);
    assert_arc(&t, "Monday", DTL_DEP_OBL, "said");
    assert_arc(&t, "On", DTL_DEP_CASE, "Monday");
    assert_arc(&t, "officials", DTL_DEP_NSUBJ, "said");
    assert_trees(&t);
    dtl_arena_free(&t.arena);
}

static void a_time_is_no_second_object(void **state) {
    (void)state;
    const char *bytes = "The mayor told reporters Saturday that the mill "
                        "would close.";
    text t;
    split(&t, bytes, strlen(bytes));
    mark_time(&t, "Saturday", "Saturday");
    dtl_language_parse(&t.source, &t.arena);
    assert_arc(&t, "Saturday", DTL_DEP_OBL_UNMARKED, "told");
    assert_trees(&t);
    dtl_arena_free(&t.arena);
}

/* Whatever is marked as a time, a tree stays a tree. */
static void any_mark_leaves_a_tree(void **state) {
    (void)state;
    const char *bytes = "On Monday the two sides, who had met in May in the "
                        "old port, agreed to talk again next week.";
    for (uint32_t first = 0; first < 20; first++) {
        for (uint32_t last = first; last < 20; last += 3) {
            text t;
            split(&t, bytes, strlen(bytes));
            for (uint32_t i = first;
                 i <= last && i < t.source.words.count; i++)
                t.source.words.items[i].time = i % 7 == 6 ? 1 : 0;
            dtl_language_parse(&t.source, &t.arena);
            assert_trees(&t);
            dtl_arena_free(&t.arena);
        }
    }
}

static void odd_text_gives_trees_too(void **state) {
    (void)state;
    static const char *const odd[] = {
        "", " ", ".", "...", "a", ", , , ,", "\"\"", "((((((((", "1 2 3 4 5",
        "\xF0\x9F\x98\x80 \xF0\x9F\x98\x80", "the the the the the the the",
        "\xE2\x80\x94", "http://example.org/a?b=c#d", "A.B.C.D.E.F.G.",
        "\xCC\x81\xCC\x81\xCC\x81", "said said said said, said."};
    for (size_t i = 0; i < sizeof odd / sizeof *odd; i++) {
        text t = analysed(odd[i]);
        assert_trees(&t);
        dtl_arena_free(&t.arena);
    }
}

static void long_and_random_sentences_give_trees(void **state) {
    (void)state;
    static const char *const words[] = {"the ", "talks ", "met ", "and ",
                                        "in ", "Mara ", ", ", "which ",
                                        "to ", "2023 ", "was ", "not "};
    uint32_t random = 1;
    char *bytes = malloc(3000 * 8);
    size_t length = 0;
    for (int i = 0; i < 3000; i++) {
        random = random * 1664525u + 1013904223u;
        const char *next = words[(random >> 16) % 12];
        memcpy(bytes + length, next, strlen(next));
        length += strlen(next);
    }
    text t;
    split(&t, bytes, length);
    dtl_language_parse(&t.source, &t.arena);
    assert_trees(&t);
    dtl_arena_free(&t.arena);
    free(bytes);
}

/* FNV-1a over the linked file: what was committed is what was trained. */
static void the_linked_model_is_whole(void **state) {
    (void)state;
    const dtl_model_head *head = dtl_model_linked().head;
    assert_memory_equal(head->magic, DTL_MODEL_MAGIC, sizeof head->magic);
    assert_int_equal(head->version, DTL_MODEL_VERSION);
    assert_int_equal(head->relations, DTL_DEP_COUNT);
    const uint8_t *bytes = (const uint8_t *)head;
    uint32_t hash = 2166136261u;
    for (uint32_t i = DTL_MODEL_CHECKED; i < head->size; i++)
        hash = (hash ^ bytes[i]) * 16777619u;
    assert_int_equal(head->checksum, hash);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(plain_sentences_have_their_subjects),
        cmocka_unit_test(presents_and_pasts_are_told_apart),
        cmocka_unit_test(passives_modals_and_infinitives_are_told_apart),
        cmocka_unit_test(a_title_and_a_name_are_one_subject),
        cmocka_unit_test(a_title_with_of_too),
        cmocka_unit_test(a_time_expression_is_one_piece),
        cmocka_unit_test(a_date_is_headed_by_its_month),
        cmocka_unit_test(a_time_hangs_on_the_verb_and_not_on_a_name),
        cmocka_unit_test(a_time_is_no_second_object),
        cmocka_unit_test(any_mark_leaves_a_tree),
        cmocka_unit_test(odd_text_gives_trees_too),
        cmocka_unit_test(long_and_random_sentences_give_trees),
        cmocka_unit_test(the_linked_model_is_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
