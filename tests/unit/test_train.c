/* test_train.c - the trainer's jackknife, perceptron and beam. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "core/language/beam.h"
#include "core/language/train/train.h"

#define SENTENCES 800
#define FILE_NAME "test_train.conllu"

/* Sentences of one word that nothing but its own sentence explains. */
static void write_riddles(void) {
    FILE *file = fopen(FILE_NAME, "w");
    assert_non_null(file);
    uint64_t random = 7;
    for (int i = 0; i < SENTENCES; i++) {
        char form[9] = {0};
        for (int j = 0; j < 8; j++)
            form[j] = (char)('a' + train_random(&random) % 26);
        const bool verb = train_random(&random) >> 63;
        fprintf(file, "1\t%s\t_\t%s\t_\t0\troot\t_\t_\n\n", form,
                verb ? "VERB\tVB" : "NOUN\tNN");
    }
    fclose(file);
}

/* What a tagger has learned by heart says nothing of what it gets wrong. */
static void no_sentence_is_tagged_by_one_who_saw_it(void **state) {
    (void)state;
    static train_corpus corpus;
    static train_labels labels;
    const train_options options = {.folds = 5, .fold_epochs = 4};
    write_riddles();
    train_corpus_read(&corpus, FILE_NAME, &labels);
    remove(FILE_NAME);
    assert_int_equal(corpus.count, SENTENCES);
    train_set set = {train_alloc(SENTENCES, sizeof *set.items), SENTENCES};
    for (uint32_t i = 0; i < SENTENCES; i++) set.items[i] = &corpus.items[i];
    train_jackknife(&set, &labels, &options);
    uint32_t right = 0;
    for (uint32_t i = 0; i < SENTENCES; i++)
        right += set.items[i]->tokens[0].label == set.items[i]->labels[0];
    assert_in_range(right, SENTENCES * 35 / 100, SENTENCES * 65 / 100);
    free(set.items);
}

/* A weight moves by less each time; others are not touched. */
static void steps_of_a_weight_shrink(void **state) {
    (void)state;
    static learner l;
    dtl_features features;
    uint32_t rows[DTL_MAX_FEATURES];
    int32_t before = 0, last = INT32_MAX;
    learner_init(&l);
    dtl_features_open(&features, NULL, 0);
    dtl_feature_add(&features, 11);
    learner_find(&l, &features, rows);
    for (int i = 0; i < 5; i++) {
        int32_t scores[3] = {0};
        learner_update(&l, rows, features.count, 2, 1);
        learner_score(&l, rows, features.count, scores);
        assert_int_equal(scores[1], 0);
        assert_in_range(scores[2] - before, 1, last - 1);
        last = scores[2] - before;
        before = scores[2];
    }
    learner_free(&l);
}

static void forgotten_features_stay(void **state) {
    (void)state;
    static learner l;
    dtl_features features;
    uint32_t rows[DTL_MAX_FEATURES], again[DTL_MAX_FEATURES];
    int32_t scores[3] = {0};
    learner_init(&l);
    dtl_features_open(&features, NULL, 0);
    dtl_feature_add(&features, 11);
    learner_find(&l, &features, rows);
    learner_update(&l, rows, features.count, 2, 1);
    learner_forget(&l);
    l.fixed = true;
    learner_find(&l, &features, again);
    assert_int_equal(rows[0], again[0]);
    learner_score(&l, rows, features.count, scores);
    assert_int_equal(scores[2], 0);
    learner_free(&l);
}

#define TREES                                                             \
    "1\tMara\t_\tPROPN\tNNP\t_\t2\tnsubj\t_\t_\n"                      \
    "2\tsaw\t_\tVERB\tVBD\t_\t0\troot\t_\t_\n"                         \
    "3\tthe\t_\tDET\tDT\t_\t4\tdet\t_\t_\n"                            \
    "4\tman\t_\tNOUN\tNN\t_\t2\tobj\t_\t_\n"                           \
    "5\twith\t_\tADP\tIN\t_\t7\tcase\t_\t_\n"                          \
    "6\tthe\t_\tDET\tDT\t_\t7\tdet\t_\t_\n"                            \
    "7\ttelescope\t_\tNOUN\tNN\t_\t2\tobl\t_\t_\n\n"                  \
    "1\tMara\t_\tPROPN\tNNP\t_\t2\tnsubj\t_\t_\n"                      \
    "2\tsaw\t_\tVERB\tVBD\t_\t0\troot\t_\t_\n"                         \
    "3\tthe\t_\tDET\tDT\t_\t4\tdet\t_\t_\n"                            \
    "4\tman\t_\tNOUN\tNN\t_\t2\tobj\t_\t_\n"                           \
    "5\twith\t_\tADP\tIN\t_\t7\tcase\t_\t_\n"                          \
    "6\tthe\t_\tDET\tDT\t_\t7\tdet\t_\t_\n"                            \
    "7\tbeard\t_\tNOUN\tNN\t_\t4\tnmod\t_\t_\n\n"

/* What hangs where shows at the last word, when it has nearly been decided
 * for all words before. */
static void the_beam_learns_its_trees(void **state) {
    (void)state;
    static train_corpus corpus;
    static train_labels labels;
    static dtl_beam beam;
    static const train_parse how = {.guided = true, .epochs = 3, .models = 2,
                                    .relations = DTL_TABLE_RELATIONS,
                                    .actions = DTL_TABLE_ACTIONS,
                                    .beam_epochs = 30, .labels = &labels};
    FILE *file = fopen(FILE_NAME, "w");
    assert_non_null(file);
    fputs(TREES, file);
    fclose(file);
    train_corpus_read(&corpus, FILE_NAME, &labels);
    remove(FILE_NAME);
    train_sentence *items[] = {&corpus.items[0], &corpus.items[1]};
    const train_set set = {items, 2};
    image_table tables[DTL_TABLES] = {0};
    size_t size = 0;
    for (int i = 0; i < 2; i++)
        for (uint32_t j = 0; j < items[i]->count; j++)
            items[i]->tokens[j].label = items[i]->labels[j];
    train_parser(&set, &how, tables);
    void *image = image_build(&labels, tables, &size);
    const dtl_model model = dtl_model_at(image);
    for (int i = 0; i < 2; i++) {
        const train_sentence *s = items[i];
        const dtl_parser *p =
            dtl_beam_run(&beam, &model.parser, s->tokens - 1, s->count);
        for (uint32_t j = 0; j < s->count; j++) {
            assert_int_equal(p->nodes[j + 1].head, s->heads[j]);
            assert_int_equal(p->nodes[j + 1].dep, s->deps[j]);
        }
    }
    for (int i = 0; i < DTL_TABLES; i++) image_free(&tables[i]);
    free(image);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_sentence_is_tagged_by_one_who_saw_it),
        cmocka_unit_test(steps_of_a_weight_shrink),
        cmocka_unit_test(forgotten_features_stay),
        cmocka_unit_test(the_beam_learns_its_trees),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
