/* train_beam.c - trains the parser's actions for the search of beam.h.
 *
 * Structured perceptron, Collins 2002, updated where the search went most
 * wrong (max-violation): Huang, Fayong and Guo 2012. In training a wrong
 * analysis is favoured by a margin for each gold arc that it lost (Taskar,
 * Guestrin and Koller 2003). Relations are those of a trained table. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/language/beam.h"
#include "core/language/train/oracle.h"
#include "core/language/train/train.h"

/* What a wrong analysis gains for each gold arc that it lost. */
#define MARGIN (60 * (int32_t)LEARNER_STEP)

/* An analysis this far behind the best is given up: later than in use, so
 * that the search in use finds what the weights were made for. */
#define BEHIND (400 * (int64_t)LEARNER_STEP)

#define WIDTH DTL_BEAM_WIDTH_IN_TRAINING

#define MAX_STEPS (2 * DTL_MAX_SENTENCE_WORDS)

/* Step 0 comes before all others. */
typedef struct {
    uint32_t before;
    uint8_t action, dep;
} step;

typedef struct {
    dtl_analysis base;
    uint32_t last; /* its last step */
    uint32_t lost; /* gold arcs lost that the gold analysis has */
} analysis;

typedef struct {
    learner *actions;
    const dtl_parser_model *relations;
    analysis sides[2][WIDTH]; /* before and after an action */
    uint32_t side, count;
    step steps[MAX_STEPS * WIDTH * DTL_ACTIONS + 1];
    uint32_t used;
    step gold[MAX_STEPS];
    int64_t gold_scores[MAX_STEPS + 1]; /* after so many actions */
    step wrong[MAX_STEPS];
    int64_t violation; /* the worst so far; below 0: none */
    uint32_t worst;    /* after so many actions */
    uint32_t worst_last;
    uint32_t updates;
} lesson;

static uint32_t find(learner *actions, const dtl_parser *p, uint32_t *rows) {
    dtl_features features;
    dtl_features_open(&features, NULL, 0);
    dtl_parser_features(p, &features);
    learner_find(actions, &features, rows);
    return features.count;
}

static void score(learner *actions, const dtl_parser *p, int32_t *scores) {
    uint32_t rows[DTL_MAX_FEATURES];
    const uint32_t count = find(actions, p, rows);
    learner_score(actions, rows, count, scores);
}

/* Arcs that each action loses and the best one does not; -1: not allowed. */
static void find_costs(const dtl_parser *p, const train_sentence *s,
                       int *costs) {
    int least = -1;
    for (int a = 0; a < DTL_ACTIONS; a++) {
        costs[a] = -1;
        if (!dtl_parser_allows(p, (dtl_action)a)) continue;
        costs[a] = train_cost(p, s, (dtl_action)a);
        if (least < 0 || costs[a] < least) least = costs[a];
    }
    for (int a = 0; a < DTL_ACTIONS; a++)
        if (costs[a] >= 0) costs[a] -= least;
}

/* Of the actions that lose nothing: an arc rather than SHIFT. */
static dtl_action gold_action(const dtl_parser *p, const train_sentence *s) {
    int costs[DTL_ACTIONS];
    find_costs(p, s, costs);
    if (costs[DTL_LEFT] == 0) return DTL_LEFT;
    return costs[DTL_RIGHT] == 0 ? DTL_RIGHT : DTL_SHIFT;
}

static void follow_gold(lesson *l, const train_sentence *s) {
    static dtl_parser p;
    dtl_parser_init(&p, s->tokens - 1, s->count, true);
    l->gold_scores[0] = 0;
    for (uint32_t i = 0; i < 2 * s->count; i++) {
        int32_t scores[DTL_ACTIONS + 1] = {0}; /* forced actions: 0 */
        dtl_action action = dtl_parser_forced(&p);
        if (action == DTL_ACTIONS) {
            score(l->actions, &p, scores);
            action = gold_action(&p, s);
        }
        const uint8_t dep = dtl_parser_relation(l->relations, &p, action);
        l->gold[i] = (step){0, (uint8_t)action, dep};
        l->gold_scores[i + 1] = l->gold_scores[i] + scores[action];
        dtl_parser_apply(&p, action, dep);
    }
}

static void add_candidates(lesson *l, const train_sentence *s, uint8_t from,
                           dtl_candidates *candidates) {
    const dtl_analysis *base = &l->sides[l->side][from].base;
    const dtl_action only = dtl_parser_forced(&base->parser);
    int32_t scores[DTL_ACTIONS] = {0};
    int costs[DTL_ACTIONS];
    if (only != DTL_ACTIONS) {
        const dtl_candidate item = {base->score, from, (uint8_t)only};
        dtl_candidates_add(candidates, item);
        return;
    }
    score(l->actions, &base->parser, scores);
    find_costs(&base->parser, s, costs);
    for (int a = 0; a < DTL_ACTIONS; a++) {
        const int64_t more = scores[a] + (int64_t)MARGIN * costs[a];
        const dtl_candidate item = {base->score + more, from, (uint8_t)a};
        if (costs[a] >= 0) dtl_candidates_add(candidates, item);
    }
}

static void act(lesson *l, const train_sentence *s,
                const dtl_candidate *candidate, analysis *a) {
    const analysis *from = &l->sides[l->side][candidate->from];
    const dtl_action action = (dtl_action)candidate->action;
    int costs[DTL_ACTIONS] = {0};
    dtl_parser *p = &a->base.parser;
    dtl_parser_copy(p, &from->base.parser);
    if (dtl_parser_forced(p) == DTL_ACTIONS) find_costs(p, s, costs);
    const uint8_t dep = dtl_parser_relation(l->relations, p, action);
    dtl_parser_apply(p, action, dep);
    a->base.score = candidate->score;
    a->lost = from->lost + (uint32_t)costs[action];
    a->last = ++l->used;
    l->steps[a->last] = (step){from->last, (uint8_t)action, dep};
}

static bool is_among(const analysis *analyses, uint32_t count,
                     const dtl_parser *parser) {
    for (uint32_t i = 0; i < count; i++)
        if (dtl_beam_same(&analyses[i].base.parser, parser)) return true;
    return false;
}

static void advance(lesson *l, const train_sentence *s) {
    dtl_candidates candidates = {.count = 0};
    analysis *to = l->sides[l->side ^ 1];
    uint32_t taken = 0;
    for (uint32_t i = 0; i < l->count; i++)
        add_candidates(l, s, (uint8_t)i, &candidates);
    dtl_candidates_cut(&candidates, BEHIND);
    for (uint32_t i = 0; i < candidates.count; i++) {
        if (taken == WIDTH) break;
        act(l, s, &candidates.items[i], &to[taken]);
        taken += !is_among(to, taken, &to[taken].base.parser);
    }
    l->count = taken;
    l->side ^= 1;
}

/* How far the best wrong analysis is above the gold one after `done`. */
static void note_violation(lesson *l, uint32_t done) {
    const analysis *at = l->sides[l->side], *end = at + l->count;
    while (at < end && at->lost == 0)
        at++;
    if (at == end) return;
    const int64_t violation = at->base.score - l->gold_scores[done];
    if (violation <= l->violation) return;
    l->violation = violation;
    l->worst = done;
    l->worst_last = at->last;
}

static void search(lesson *l, const train_sentence *s) {
    analysis *first = l->sides[0];
    l->side = l->used = 0;
    l->count = 1;
    l->violation = -1;
    first->base.score = 0;
    first->last = first->lost = 0;
    dtl_parser_init(&first->base.parser, s->tokens - 1, s->count, true);
    for (uint32_t done = 1; done <= 2 * s->count; done++) {
        advance(l, s);
        note_violation(l, done);
    }
}

static void update(lesson *l, dtl_parser *p, const step *to, int32_t delta) {
    uint32_t rows[DTL_MAX_FEATURES];
    if (dtl_parser_forced(p) == DTL_ACTIONS) {
        const uint32_t count = find(l->actions, p, rows);
        learner_update(l->actions, rows, count, to->action, delta);
    }
    dtl_parser_apply(p, (dtl_action)to->action, to->dep);
}

/* Towards the gold analysis and away from the wrong one, up to where the
 * wrong one was furthest ahead. */
static void correct(lesson *l, const train_sentence *s) {
    static dtl_parser right, wrong;
    uint32_t at = l->worst_last, i = l->worst;
    for (; i > 0; at = l->steps[at].before)
        l->wrong[--i] = l->steps[at];
    dtl_parser_init(&right, s->tokens - 1, s->count, true);
    for (; l->wrong[i].action == l->gold[i].action; i++)
        dtl_parser_apply(&right, (dtl_action)l->gold[i].action, l->gold[i].dep);
    dtl_parser_copy(&wrong, &right);
    for (; i < l->worst; i++) {
        update(l, &right, &l->gold[i], 1);
        update(l, &wrong, &l->wrong[i], -1);
    }
    l->updates++;
}

static void run(lesson *l, train_set *set, uint32_t epochs, uint64_t seed) {
    uint64_t random = seed;
    for (uint32_t epoch = 0; epoch < epochs; epoch++) {
        l->updates = 0;
        train_shuffle(set, &random);
        for (uint32_t i = 0; i < set->count; i++) {
            follow_gold(l, set->items[i]);
            search(l, set->items[i]);
            l->actions->now++;
            if (l->violation >= 0) correct(l, set->items[i]);
        }
        fprintf(stderr, "  beam epoch %u: %u of %u sentences wrong\n",
                epoch + 1, l->updates, set->count);
    }
}

void train_beam(const train_set *set, const train_parse *how,
                const dtl_parser_model *relations, learner *actions) {
    lesson *l = train_alloc(1, sizeof *l);
    train_set mine = {train_alloc(set->count, sizeof *mine.items), set->count};
    l->actions = actions;
    l->relations = relations;
    memcpy(mine.items, set->items, set->count * sizeof *mine.items);
    learner_forget(actions);
    for (uint32_t i = 0; i < how->models; i++) {
        run(l, &mine, how->beam_epochs, 3000 + i);
        learner_restart(actions);
    }
    free(mine.items);
    free(l);
}
