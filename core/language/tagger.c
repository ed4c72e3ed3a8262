/* tagger.c - features and decoding of the part-of-speech tagger. */
#include "core/language/tagger.h"

#include <string.h>

static void word_features(const dtl_token *t, dtl_features *f) {
    dtl_feature_add(f, 0); /* bias */
    dtl_feature_add(f, t[0].form);
    dtl_feature_add(f, t[0].lower);
    dtl_feature_add(f, t[-1].lower);
    dtl_feature_add(f, t[1].lower);
    dtl_feature_add(f, t[-2].lower);
    dtl_feature_add(f, t[2].lower);
    for (int i = 0; i < DTL_TOKEN_SUFFIXES; i++)
        dtl_feature_add(f, t[0].suffixes[i]);
    for (int i = 0; i < DTL_TOKEN_PREFIXES; i++)
        dtl_feature_add(f, t[0].prefixes[i]);
    dtl_feature_add(f, t[0].shape);
    dtl_feature_add(f, dtl_pair(t[0].shape, t[-1].shape));
    dtl_feature_add(f, dtl_pair(t[0].shape, t[1].shape));
    dtl_feature_add(f, dtl_pair(t[0].shape, t[0].suffixes[2]));
    dtl_feature_add(f, t[-1].suffixes[2]);
    dtl_feature_add(f, t[1].suffixes[2]);
    dtl_feature_add(f, dtl_pair(t[-1].lower, t[0].lower));
    dtl_feature_add(f, dtl_pair(t[0].lower, t[1].lower));
    dtl_feature_add(f, dtl_pair(t[-1].lower, t[1].lower));
}

static void class_features(const dtl_token *t, dtl_features *f) {
    dtl_feature_add(f, t[0].class_);
    dtl_feature_add(f, dtl_pair(t[0].class_, t[0].shape));
    dtl_feature_add(f, t[1].class_);
    dtl_feature_add(f, dtl_pair(t[0].class_, t[1].class_));
    dtl_feature_add(f, dtl_triple(t[0].class_, t[1].class_, t[2].class_));
    dtl_feature_add(f, t[2].class_);
    const uint32_t forms = t[0].lex >> 16; /* all but supersenses */
    const uint32_t next = dtl_token_grammar(&t[1]);
    dtl_feature_add(f, t[0].lex);
    dtl_feature_add(f, dtl_pair(forms, t[0].shape));
    dtl_feature_add(f, dtl_pair(dtl_token_grammar(&t[0]), next));
    dtl_feature_add(f, dtl_pair(forms, t[0].suffixes[1]));
    dtl_feature_add(f, dtl_pair(dtl_token_grammar(&t[0]), t[0].class_));
    dtl_feature_add(f, dtl_pair(t[0].class_lower, t[0].shape));
    dtl_feature_add(f, dtl_triple(t[0].class_, t[0].class_lower,
                                  t[-1].lower == 0));
    dtl_feature_add(f, dtl_triple(dtl_token_grammar(&t[0]), t[0].shape,
                                  t[0].suffixes[2]));
    dtl_feature_add(f, dtl_pair(dtl_token_grammar(&t[-1]),
                                dtl_token_grammar(&t[0])));
    dtl_feature_add(f, dtl_pair(t[1].lex >> 16, t[1].shape));
    dtl_feature_add(f, dtl_triple(t[0].class_, next, t[1].shape));
    dtl_feature_add(f, dtl_pair(t[-1].lex >> 16, t[-1].shape));
}

static void history_features(const dtl_token *t, dtl_features *f) {
    const uint32_t t1 = t[-1].label, t2 = t[-2].label;
    const uint32_t both = t1 << 8 | t2;
    dtl_feature_add(f, t1);
    dtl_feature_add(f, both);
    dtl_feature_add(f, dtl_pair(t1, t[0].lower));
    dtl_feature_add(f, dtl_pair(t1, t[0].class_));
    dtl_feature_add(f, dtl_pair(both, t[0].class_));
    dtl_feature_add(f, dtl_triple(t1, t[0].class_, t[1].class_));
    dtl_feature_add(f, dtl_triple(both, t[0].class_, t[1].class_));
    dtl_feature_add(f, dtl_pair(t1, t[1].lower));
    dtl_feature_add(f, dtl_pair(t1, t[0].suffixes[2]));
    dtl_feature_add(f, dtl_pair(t1, t[0].shape));
    dtl_feature_add(f, dtl_pair(t1, t[0].lex));
    dtl_feature_add(f, dtl_pair(both, dtl_token_grammar(&t[0])));
    dtl_feature_add(f, dtl_triple(t1, dtl_token_grammar(&t[0]),
                                  dtl_token_grammar(&t[1])));
}

void dtl_tagger_features(const dtl_token *tokens, uint32_t i,
                         dtl_features *features) {
    word_features(tokens + i, features);
    class_features(tokens + i, features);
    history_features(tokens + i, features);
}

static uint32_t class_of(const dtl_cells *dictionary, uint32_t hash) {
    const uint8_t *cell = dtl_cells_find(dictionary, dtl_mix(hash));
    if (!cell) return 0;
    uint32_t class_ = 0;
    for (uint32_t i = 0; i < cell[0]; i++)
        class_ = class_ * 131 + cell[1 + 2 * i] + 1;
    return class_;
}

void dtl_tagger_classes(const dtl_model *model, dtl_token *tokens,
                        uint32_t count) {
    const dtl_cells *dictionary = &model->dictionary;
    for (uint32_t i = 0; i < count; i++) {
        dtl_token *t = &tokens[i];
        t->class_ = class_of(dictionary, t->form);
        t->class_lower = t->form == t->lower
                             ? t->class_
                             : class_of(dictionary, t->lower);
        if (!t->class_) t->class_ = t->class_lower;
    }
}

uint8_t dtl_label_best(const int32_t *scores, uint32_t first,
                       uint32_t count) {
    uint32_t best = first;
    for (uint32_t i = first + 1; i < count; i++)
        if (scores[i] > scores[best]) best = i;
    return (uint8_t)best;
}

static void label_by_scores(const dtl_model *model, int32_t *scores,
                            dtl_token *token) {
    const uint8_t best = dtl_label_best(scores, 1, model->head->labels);
    const int32_t most = scores[best];
    scores[best] = INT32_MIN;
    const uint8_t next = dtl_label_best(scores, 1, model->head->labels);
    token->label = best;
    token->doubt =
        (uint8_t)dtl_doubt(most, scores[next], model->tags.unit);
    token->second = token->doubt ? next : best;
}

void dtl_tagger_run(const dtl_model *model, dtl_token *tokens,
                    uint32_t count) {
    int32_t scores[DTL_MAX_LABELS];
    dtl_features features;
    dtl_tagger_classes(model, tokens, count);
    for (uint32_t i = 0; i < count; i++) {
        memset(scores, 0, sizeof scores);
        dtl_features_open(&features, model->tags.lines, model->tags.count);
        dtl_tagger_features(tokens, i, &features);
        dtl_cells_score(&model->tags, &features, scores);
        label_by_scores(model, scores, &tokens[i]);
        tokens[i].pos = model->head->pos[tokens[i].label];
    }
}
