/* parser.c - the transition system and the greedy decoder. */
#include "core/language/parser.h"

#include <string.h>

#include "core/language/tagger.h"
#include "core/model.h"

void dtl_parser_init(dtl_parser *parser, const dtl_token *tokens,
                     uint32_t count, bool guided) {
    parser->tokens = tokens;
    parser->guided = guided;
    parser->count = (int16_t)count;
    parser->next = 1;
    parser->depth = 0;
    memset(parser->nodes, 0, (count + 4) * sizeof parser->nodes[0]);
}

bool dtl_parser_done(const dtl_parser *parser) {
    return parser->depth == 0 && parser->next > parser->count;
}

/* The root takes one child only: the last word left on the stack. */
bool dtl_parser_allows(const dtl_parser *parser, dtl_action action) {
    if (action == DTL_SHIFT) return parser->next <= parser->count;
    if (action == DTL_RIGHT) return parser->depth >= 2;
    if (parser->depth == 0) return false;
    return parser->next <= parser->count || parser->depth == 1;
}

void dtl_parser_arc(const dtl_parser *parser, dtl_action action, int *head,
                    int *child) {
    *child = parser->stack[parser->depth - 1];
    *head = action == DTL_LEFT ? parser->next
                               : parser->stack[parser->depth - 2];
}

/* Children come outwards from the head. */
static void attach(dtl_parser *parser, int head, int child, uint8_t dep) {
    dtl_node *h = &parser->nodes[head];
    parser->nodes[child].head = (int16_t)head;
    parser->nodes[child].dep = dep;
    int16_t *side = child < head ? h->left : h->right;
    side[1] = side[0];
    side[0] = (int16_t)child;
    if (child < head && h->lefts < 255) h->lefts++;
    if (child > head && h->rights < 255) h->rights++;
    h->deps |= UINT64_C(1) << dep;
}

void dtl_parser_apply(dtl_parser *parser, dtl_action action, uint8_t dep) {
    if (action == DTL_SHIFT) {
        parser->stack[parser->depth++] = parser->next++;
        return;
    }
    int head = 0, child = 0;
    dtl_parser_arc(parser, action, &head, &child);
    attach(parser, head, child, dep);
    parser->depth--;
}

void dtl_parser_exclude(const dtl_parser *parser, int head,
                        int32_t *scores) {
    const uint64_t subjects = UINT64_C(1) << DTL_DEP_NSUBJ |
                              UINT64_C(1) << DTL_DEP_NSUBJ_PASS;
    if (!(parser->nodes[head].deps & subjects)) return;
    scores[DTL_DEP_NSUBJ] = scores[DTL_DEP_NSUBJ_PASS] = INT32_MIN;
}

static dtl_action best_action(const dtl_parser *parser,
                              const int32_t *scores) {
    int best = -1;
    for (int a = 0; a < DTL_ACTIONS; a++) {
        if (!dtl_parser_allows(parser, (dtl_action)a)) continue;
        if (best < 0 || scores[a] > scores[best]) best = a;
    }
    return (dtl_action)best;
}

/* The worst doubt of the decisions made while a word was the top. */
static void note_doubt(dtl_parser *parser, dtl_action best, int32_t unit,
                       const int32_t *scores) {
    dtl_node *node = &parser->nodes[parser->stack[parser->depth - 1]];
    int32_t next = INT32_MIN;
    for (int a = 0; a < DTL_ACTIONS; a++)
        if (a != (int)best && dtl_parser_allows(parser, (dtl_action)a) &&
            scores[a] > next)
            next = scores[a];
    const uint32_t doubt = dtl_doubt(scores[best], next, 2 * unit);
    if (doubt > node->doubt) node->doubt = (uint8_t)doubt;
}

dtl_action dtl_parser_forced(const dtl_parser *parser) {
    if (parser->depth == 0) return DTL_SHIFT;
    if (parser->next <= parser->count) return DTL_ACTIONS;
    return parser->depth == 1 ? DTL_LEFT : DTL_RIGHT;
}

void dtl_parser_score(const dtl_actions *model, const dtl_parser *parser,
                      int32_t *scores) {
    dtl_features features;
    dtl_features_open(&features, model->lines, model->count);
    dtl_parser_features(parser, &features);
    dtl_actions_score(model, &features, scores);
}

static dtl_action choose_action(const dtl_parser_model *model,
                                dtl_parser *parser) {
    const dtl_action only = dtl_parser_forced(parser);
    int32_t scores[DTL_ACTIONS] = {0};
    if (only != DTL_ACTIONS) return only;
    dtl_parser_score(&model->actions, parser, scores);
    const dtl_action best = best_action(parser, scores);
    if (!parser->guided)
        note_doubt(parser, best, model->actions.unit, scores);
    return best;
}

uint8_t dtl_parser_relation(const dtl_parser_model *model,
                            const dtl_parser *parser, dtl_action action) {
    int head = 0, child = 0;
    if (action == DTL_SHIFT) return 0;
    dtl_parser_arc(parser, action, &head, &child);
    if (head > parser->count) return DTL_DEP_ROOT;
    int32_t scores[DTL_MAX_LABELS] = {0};
    dtl_features features;
    dtl_features_open(&features, model->relations.lines,
                      model->relations.count);
    dtl_parser_relation_features(parser, head, child, &features);
    dtl_cells_score(&model->relations, &features, scores);
    dtl_parser_exclude(parser, head, scores);
    return dtl_label_best(scores, DTL_DEP_NSUBJ, DTL_DEP_COUNT);
}

void dtl_parser_copy(dtl_parser *to, const dtl_parser *from) {
    to->tokens = from->tokens;
    to->count = from->count;
    to->guided = from->guided;
    to->next = from->next;
    to->depth = from->depth;
    memcpy(to->stack, from->stack,
           (size_t)from->depth * sizeof from->stack[0]);
    memcpy(to->nodes, from->nodes,
           ((size_t)from->count + 4) * sizeof from->nodes[0]);
}

void dtl_parser_run(const dtl_parser_model *model, dtl_parser *parser) {
    while (!dtl_parser_done(parser)) {
        const dtl_action action = choose_action(model, parser);
        const uint8_t dep = dtl_parser_relation(model, parser, action);
        dtl_parser_apply(parser, action, dep);
    }
}
