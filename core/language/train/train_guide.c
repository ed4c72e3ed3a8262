/* train_guide.c - trains the parser from right to left, and jackknifes it. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/language/guide.h"
#include "core/language/train/train.h"

/* The sentence read backwards. */
static void mirror(const train_sentence *s, train_sentence *out) {
    static dtl_guide space;
    const uint32_t n = s->count;
    const dtl_token *tokens = dtl_guide_mirror(&space, s->tokens, n) + 1;
    out->count = n;
    out->tokens = (dtl_token *)train_alloc(n + 2 * DTL_TOKEN_PADDING,
                                           sizeof *out->tokens) +
                  DTL_TOKEN_PADDING;
    memcpy(out->tokens, tokens, (n + 1) * sizeof *tokens);
    out->labels = s->labels;
    out->heads = train_alloc(n, sizeof *out->heads);
    out->deps = train_alloc(n, sizeof *out->deps);
    for (uint32_t i = 0; i < n; i++) {
        const int16_t head = s->heads[n - 1 - i], end = (int16_t)(n + 1);
        out->heads[i] = head == end ? end : (int16_t)(end - head);
        out->deps[i] = s->deps[n - 1 - i];
    }
}

static void guide_fold(const train_set *held_out, const train_labels *labels,
                       const image_table *tables) {
    static dtl_guide space;
    size_t size = 0;
    void *image = image_build(labels, tables, &size);
    const dtl_model model = dtl_model_at(image);
    uint32_t right = 0, words = 0;
    for (uint32_t i = 0; i < held_out->count; i++) {
        const train_sentence *s = held_out->items[i];
        dtl_guide_run(&space, &model.guide, s->tokens, s->count);
        words += s->count;
        for (uint32_t j = 0; j < s->count; j++)
            right += s->tokens[j].guide == s->heads[j];
    }
    fprintf(stderr, "guide fold: %u of %u heads right (%.2f %%)\n", right,
            words, 100.0 * right / words);
    free(image);
}

static train_set room_for(const train_set *set) {
    return (train_set){train_alloc(set->count, sizeof *set->items), 0};
}

static void jackknife(const train_set *set, const train_set *mirrored,
                      const train_labels *labels,
                      const train_options *options) {
    const train_parse quick = {
        .epochs = options->fold_epochs,
        .relations = DTL_TABLE_GUIDE_RELATIONS,
        .actions = DTL_TABLE_GUIDE_ACTIONS};
    train_set rest = room_for(set), held_out = room_for(set);
    train_set ignored = room_for(set);
    for (uint32_t fold = 0; fold < options->folds; fold++) {
        image_table tables[DTL_TABLES] = {0};
        train_fold(mirrored, fold, options->folds, &rest, &ignored);
        train_parser(&rest, &quick, tables);
        train_fold(set, fold, options->folds, &ignored, &held_out);
        guide_fold(&held_out, labels, tables);
        for (int i = 0; i < DTL_TABLES; i++) image_free(&tables[i]);
    }
    free(rest.items);
    free(held_out.items);
    free(ignored.items);
}

void train_guide(const train_set *set, const train_labels *labels,
                 const train_options *options, image_table *tables) {
    train_sentence *sentences = train_alloc(set->count, sizeof *sentences);
    train_set mirrored = {train_alloc(set->count, sizeof *mirrored.items),
                          set->count};
    for (uint32_t i = 0; i < set->count; i++) {
        mirror(set->items[i], &sentences[i]);
        mirrored.items[i] = &sentences[i];
    }
    jackknife(set, &mirrored, labels, options);
    train_parser(&mirrored,
                 &(train_parse){.epochs = options->parse_epochs,
                                .models = 1,
                                .action_least = options->guide_least,
                                .relation_least = options->guide_least,
                                .relations = DTL_TABLE_GUIDE_RELATIONS,
                                .actions = DTL_TABLE_GUIDE_ACTIONS},
                 tables);
}
