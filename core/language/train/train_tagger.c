/* train_tagger.c - trains the part-of-speech tagger, and jackknifes it. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/language/train/train.h"

void train_shuffle(train_set *set, uint64_t *random) {
    for (uint32_t i = set->count; i > 1; i--) {
        const uint32_t j = (uint32_t)(train_random(random) % i);
        train_sentence *swap = set->items[i - 1];
        set->items[i - 1] = set->items[j];
        set->items[j] = swap;
    }
}

/* The right label must win by this much, or the weights change. */
#define MARGIN (30 * (int32_t)LEARNER_STEP)

static uint32_t learn_sentence(learner *l, train_sentence *s,
                               uint32_t labels) {
    uint32_t wrong = 0;
    dtl_features features;
    uint32_t rows[DTL_MAX_FEATURES];
    for (uint32_t i = 0; i < s->count; i++) {
        int32_t scores[DTL_MAX_LABELS] = {0};
        dtl_features_open(&features, NULL, 0);
        dtl_tagger_features(s->tokens, i, &features);
        learner_find(l, &features, rows);
        learner_score(l, rows, features.count, scores);
        const uint8_t best = dtl_label_best(scores, 1, labels);
        s->tokens[i].label = best;
        l->now++;
        wrong += best != s->labels[i];
        const int32_t right = scores[s->labels[i]];
        scores[s->labels[i]] = INT32_MIN;
        const uint8_t rival = dtl_label_best(scores, 1, labels);
        if (right - scores[rival] >= MARGIN) continue;
        learner_update(l, rows, features.count, s->labels[i], 1);
        learner_update(l, rows, features.count, rival, -1);
    }
    return wrong;
}

static void learn(learner *l, train_set *set, const train_labels *labels,
                  uint32_t epochs, uint64_t seed) {
    uint64_t random = seed;
    for (uint32_t epoch = 0; epoch < epochs; epoch++) {
        uint32_t wrong = 0;
        train_shuffle(set, &random);
        for (uint32_t i = 0; i < set->count; i++)
            wrong += learn_sentence(l, set->items[i], labels->count);
        fprintf(stderr, "  tagger epoch %u: %u wrong, %u features\n",
                epoch + 1, wrong, l->count);
    }
}

static train_set copy_of(const train_set *set) {
    train_set copy = {train_alloc(set->count, sizeof *copy.items), set->count};
    memcpy(copy.items, set->items, set->count * sizeof *copy.items);
    return copy;
}

static void set_classes(const train_set *set, const train_labels *labels,
                        const image_table *tables) {
    size_t size = 0;
    void *image = image_build(labels, tables, &size);
    const dtl_model model = dtl_model_at(image);
    for (uint32_t i = 0; i < set->count; i++)
        dtl_tagger_classes(&model, set->items[i]->tokens,
                           set->items[i]->count);
    free(image);
}

void train_tagger(const train_set *set, const train_labels *labels,
                  const train_options *options, image_table *tables) {
    train_set mine = copy_of(set);
    learner l;
    learner_init(&l);
    train_dictionary(set, &tables[DTL_TABLE_DICTIONARY]);
    set_classes(set, labels, tables);
    learn(&l, &mine, labels, options->tag_epochs, 1);
    if (options->tag_models) learner_prune(&l, options->tag_least, 0);
    else learner_restart(&l);
    for (uint32_t i = 0; i < options->tag_models; i++) {
        learn(&l, &mine, labels, options->tag_epochs, 1000 + i);
        learner_restart(&l);
    }
    image_add_learner(&tables[DTL_TABLE_TAGS], &l);
    learner_free(&l);
    free(mine.items);
}

static void tag_fold(const train_set *held_out, const train_labels *labels,
                     const image_table *tables) {
    size_t size = 0;
    void *image = image_build(labels, tables, &size);
    const dtl_model model = dtl_model_at(image);
    uint32_t right = 0, words = 0;
    for (uint32_t i = 0; i < held_out->count; i++) {
        train_sentence *s = held_out->items[i];
        dtl_tagger_run(&model, s->tokens, s->count);
        memcpy(s->put_by, s->tokens, (s->count + 1) * sizeof *s->tokens);
        words += s->count;
        for (uint32_t j = 0; j < s->count; j++)
            right += s->tokens[j].label == s->labels[j];
    }
    fprintf(stderr, "fold: %u of %u labels right (%.2f %%)\n", right, words,
            100.0 * right / words);
    free(image);
}

#define FOLD_RUN 40 /* sentences: about a document */

void train_fold(const train_set *from, uint32_t fold, uint32_t folds,
                train_set *rest, train_set *held_out) {
    rest->count = held_out->count = 0;
    for (uint32_t i = 0; i < from->count; i++) {
        train_set *to = i / FOLD_RUN % folds == fold ? held_out : rest;
        to->items[to->count++] = from->items[i];
    }
}

void train_take(const train_set *set) {
    for (uint32_t i = 0; i < set->count; i++) {
        train_sentence *s = set->items[i];
        dtl_token *swap = s->tokens;
        s->tokens = s->put_by;
        s->put_by = swap;
    }
}

void train_jackknife(const train_set *set, const train_labels *labels,
                     const train_options *options) {
    train_set rest = copy_of(set), held_out = copy_of(set);
    train_options quick = *options;
    quick.tag_models = 0;
    quick.tag_epochs = options->fold_epochs;
    for (uint32_t fold = 0; fold < options->folds; fold++) {
        image_table tables[DTL_TABLES] = {0};
        train_fold(set, fold, options->folds, &rest, &held_out);
        train_tagger(&rest, labels, &quick, tables);
        tag_fold(&held_out, labels, tables);
        for (int i = 0; i < DTL_TABLES; i++) image_free(&tables[i]);
    }
    train_take(set); /* further folds learned on what this one had tagged */
    free(rest.items);
    free(held_out.items);
}
