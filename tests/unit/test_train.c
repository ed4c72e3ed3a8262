/* test_train.c - the trainer's jackknife and its perceptron. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

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

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_sentence_is_tagged_by_one_who_saw_it),
        cmocka_unit_test(steps_of_a_weight_shrink),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
