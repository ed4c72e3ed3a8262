/* beam.c - several analyses of a sentence, an action at a time. */
#include "core/language/beam.h"

#include <string.h>

void dtl_candidates_add(dtl_candidates *candidates, dtl_candidate item) {
    uint32_t at = candidates->count++;
    for (; at && candidates->items[at - 1].score < item.score; at--)
        candidates->items[at] = candidates->items[at - 1];
    candidates->items[at] = item;
}

void dtl_candidates_cut(dtl_candidates *candidates, int64_t margin) {
    const int64_t least = candidates->items[0].score - margin;
    while (candidates->items[candidates->count - 1].score < least)
        candidates->count--;
}

static bool same_node(const dtl_node *a, const dtl_node *b) {
    return a->left[0] == b->left[0] && a->left[1] == b->left[1] &&
           a->right[0] == b->right[0] && a->right[1] == b->right[1] &&
           a->lefts == b->lefts && a->rights == b->rights && a->deps == b->deps;
}

bool dtl_beam_same(const dtl_parser *a, const dtl_parser *b) {
    if (a->next != b->next || a->depth != b->depth) return false;
    if (memcmp(a->stack, b->stack, (size_t)a->depth * sizeof a->stack[0]))
        return false;
    if (!same_node(&a->nodes[a->next], &b->nodes[a->next])) return false;
    for (int i = a->depth - 1; i >= 0 && i >= a->depth - 2; i--)
        if (!same_node(&a->nodes[a->stack[i]], &b->nodes[a->stack[i]]))
            return false;
    return true;
}

/* What the analysis numbered `from` may do next. */
static void add_candidates(const dtl_actions *model, const dtl_analysis *a,
                           uint8_t from, dtl_candidates *candidates) {
    const dtl_action only = dtl_parser_forced(&a->parser);
    int32_t scores[DTL_ACTIONS] = {0};
    if (only != DTL_ACTIONS) {
        const dtl_candidate item = {a->score, from, (uint8_t)only};
        dtl_candidates_add(candidates, item);
        return;
    }
    dtl_parser_score(model, &a->parser, scores);
    for (int i = 0; i < DTL_ACTIONS; i++) {
        const dtl_candidate item = {a->score + scores[i], from, (uint8_t)i};
        if (dtl_parser_allows(&a->parser, (dtl_action)i))
            dtl_candidates_add(candidates, item);
    }
}

static void act(const dtl_parser_model *model, const dtl_candidate *candidate,
                dtl_analysis *analysis) {
    const dtl_action action = (dtl_action)candidate->action;
    const uint8_t dep = dtl_parser_relation(model, &analysis->parser, action);
    dtl_parser_apply(&analysis->parser, action, dep);
    analysis->score = candidate->score;
}

static bool is_among(const dtl_analysis *analyses, uint32_t count,
                     const dtl_parser *parser) {
    for (uint32_t i = 0; i < count; i++)
        if (dtl_beam_same(&analyses[i].parser, parser)) return true;
    return false;
}

/* The candidates' analyses, on the beam's other side. */
static void take(dtl_beam *beam, const dtl_parser_model *model,
                 const dtl_candidates *candidates) {
    const dtl_analysis *from = beam->sides[beam->side];
    dtl_analysis *to = beam->sides[beam->side ^= 1];
    uint32_t taken = 0;
    for (uint32_t i = 0; i < candidates->count; i++) {
        const dtl_candidate *candidate = &candidates->items[i];
        if (taken == DTL_BEAM_WIDTH) break;
        dtl_parser_copy(&to[taken].parser, &from[candidate->from].parser);
        act(model, candidate, &to[taken]);
        taken += !is_among(to, taken, &to[taken].parser);
    }
    beam->count = taken;
}

static void step(dtl_beam *beam, const dtl_parser_model *model) {
    dtl_analysis *analyses = beam->sides[beam->side];
    dtl_candidates candidates = {.count = 0};
    for (uint32_t i = 0; i < beam->count; i++)
        add_candidates(&model->actions, &analyses[i], (uint8_t)i, &candidates);
    dtl_candidates_cut(&candidates,
                       (int64_t)DTL_BEAM_MARGIN * model->actions.unit);
    if (beam->count == 1 && candidates.count == 1)
        act(model, &candidates.items[0], &analyses[0]);
    else take(beam, model, &candidates);
}

/* All analyses take two actions a word: they are done at the same time. */
dtl_parser *dtl_beam_run(dtl_beam *beam, const dtl_parser_model *model,
                         const dtl_token *tokens, uint32_t count) {
    beam->count = 1;
    beam->side = 0;
    beam->sides[0][0].score = 0;
    dtl_parser_init(&beam->sides[0][0].parser, tokens, count, true);
    for (uint32_t i = 0; i < 2 * count; i++)
        step(beam, model);
    return &beam->sides[beam->side][0].parser;
}
