/* train_parser.c - trains the parser and the guide with a dynamic oracle.
 *
 * Goldberg and Nivre 2013, "Training Deterministic Parsers with
 * Non-Deterministic Oracles": after the first epochs the parser mostly
 * follows its own choices and learns the best that is left to do. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/language/train/oracle.h"
#include "core/language/train/train.h"
#include "core/model.h"

#define FOLLOW_GOLD_EPOCHS 1
#define FOLLOW_PERCENT 90

/* The right action or relation must win by this much. */
#define MARGIN (40 * (int32_t)LEARNER_STEP)

typedef struct {
    learner actions, relations;
    uint64_t random;
    bool explore, guided;
    uint32_t wrong, arcs_wrong;
} pupil;

static void learn_relation(pupil *u, dtl_parser *p, const train_sentence *s,
                           dtl_action action, uint8_t *dep) {
    dtl_features features;
    uint32_t rows[DTL_MAX_FEATURES];
    int32_t scores[DTL_MAX_LABELS] = {0};
    int head = 0, child = 0;
    dtl_parser_arc(p, action, &head, &child);
    *dep = DTL_DEP_ROOT;
    if (head > (int)s->count) return;
    dtl_features_open(&features, NULL, 0);
    dtl_parser_relation_features(p, head, child, &features);
    learner_find(&u->relations, &features, rows);
    learner_score(&u->relations, rows, features.count, scores);
    dtl_parser_exclude(p, head, scores);
    *dep = dtl_label_best(scores, DTL_DEP_NSUBJ, DTL_DEP_COUNT);
    u->relations.now++;
    const uint8_t gold = s->deps[child - 1];
    if (train_gold_head(s, child) != head) u->arcs_wrong++;
    if (train_gold_head(s, child) != head || gold < DTL_DEP_NSUBJ) return;
    const int32_t right = scores[gold];
    if (right == INT32_MIN) return; /* a second subject in the treebank */
    scores[gold] = INT32_MIN;
    const uint8_t rival =
        dtl_label_best(scores, DTL_DEP_NSUBJ, DTL_DEP_COUNT);
    if (right - scores[rival] >= MARGIN) return;
    learner_update(&u->relations, rows, features.count, gold, 1);
    learner_update(&u->relations, rows, features.count, rival, -1);
}

static int best_of(const dtl_parser *p, const int32_t *scores,
                   const int *costs, int most) {
    int best = -1;
    for (int a = 0; a < DTL_ACTIONS; a++) {
        if (!dtl_parser_allows(p, (dtl_action)a) || costs[a] > most) continue;
        if (best < 0 || scores[a] > scores[best]) best = a;
    }
    return best;
}

/* The best scored action that costs more than the least. */
static int rival_of(const dtl_parser *p, const int32_t *scores,
                    const int *costs, int least) {
    int best = -1;
    for (int a = 0; a < DTL_ACTIONS; a++) {
        if (!dtl_parser_allows(p, (dtl_action)a) || costs[a] <= least) continue;
        if (best < 0 || scores[a] > scores[best]) best = a;
    }
    return best;
}

static dtl_action learn_action(pupil *u, dtl_parser *p,
                               const train_sentence *s) {
    dtl_features features;
    uint32_t rows[DTL_MAX_FEATURES];
    int32_t scores[DTL_MAX_LABELS] = {0};
    int costs[DTL_ACTIONS], least = 1000000;
    for (int a = 0; a < DTL_ACTIONS; a++) {
        if (!dtl_parser_allows(p, (dtl_action)a)) continue;
        costs[a] = train_cost(p, s, (dtl_action)a);
        if (costs[a] < least) least = costs[a];
    }
    dtl_features_open(&features, NULL, 0);
    dtl_parser_features(p, &features);
    learner_find(&u->actions, &features, rows);
    learner_score(&u->actions, rows, features.count, scores);
    const int best = best_of(p, scores, costs, 1000000);
    const int right = best_of(p, scores, costs, least);
    const int rival = rival_of(p, scores, costs, least);
    u->actions.now++;
    if (rival >= 0 && scores[right] - scores[rival] < MARGIN) {
        learner_update(&u->actions, rows, features.count, (uint8_t)right, 1);
        learner_update(&u->actions, rows, features.count, (uint8_t)rival, -1);
    }
    if (costs[best] == least) return (dtl_action)best;
    u->wrong++;
    if (u->explore && train_random(&u->random) % 100 < FOLLOW_PERCENT)
        return (dtl_action)best;
    return (dtl_action)right;
}

static void learn_sentence(pupil *u, const train_sentence *s) {
    static dtl_parser p;
    dtl_parser_init(&p, s->tokens - 1, s->count, u->guided);
    while (!dtl_parser_done(&p)) {
        dtl_action action = dtl_parser_forced(&p);
        uint8_t dep = 0;
        if (action == DTL_ACTIONS) action = learn_action(u, &p, s);
        if (action != DTL_SHIFT) learn_relation(u, &p, s, action, &dep);
        dtl_parser_apply(&p, action, dep);
    }
}

static void learn(pupil *u, train_set *set, uint32_t epochs, uint64_t seed) {
    u->random = seed;
    for (uint32_t epoch = 0; epoch < epochs; epoch++) {
        u->explore = epoch >= FOLLOW_GOLD_EPOCHS;
        u->wrong = u->arcs_wrong = 0;
        train_shuffle(set, &u->random);
        for (uint32_t i = 0; i < set->count; i++)
            learn_sentence(u, set->items[i]);
        fprintf(stderr,
                "  parser epoch %u: %u actions, %u arcs wrong; "
                "%u + %u features\n",
                epoch + 1, u->wrong, u->arcs_wrong, u->actions.count,
                u->relations.count);
    }
}

/* The actions again, for the beam, with the relations as they will be. */
static void learn_beam(pupil *u, const train_set *set, const train_parse *how,
                       const image_table *tables) {
    size_t size = 0;
    void *image = image_build(how->labels, tables, &size);
    const dtl_model model = dtl_model_at(image);
    train_beam(set, how, &model.parser, &u->actions);
    free(image);
}

void train_parser(const train_set *set, const train_parse *how,
                  image_table *tables) {
    train_set mine = {train_alloc(set->count, sizeof *mine.items),
                      set->count};
    pupil u = {.guided = how->guided};
    memcpy(mine.items, set->items, set->count * sizeof *mine.items);
    learner_init(&u.actions);
    learner_init(&u.relations);
    u.actions.even = u.relations.even = true;
    learn(&u, &mine, how->epochs, 2);
    if (how->models) {
        learner_prune(&u.actions, how->action_least, how->action_most);
        learner_prune(&u.relations, how->relation_least, how->relation_most);
    }
    for (uint32_t i = 0; i < how->models; i++) {
        learn(&u, &mine, how->epochs, 2000 + i);
        learner_restart(&u.actions);
        learner_restart(&u.relations);
    }
    if (!how->models) learner_restart(&u.actions);
    if (!how->models) learner_restart(&u.relations);
    image_add_learner(&tables[how->relations], &u.relations);
    if (how->beam_epochs) learn_beam(&u, set, how, tables);
    image_add_learner(&tables[how->actions], &u.actions);
    learner_free(&u.actions);
    learner_free(&u.relations);
    free(mine.items);
}
