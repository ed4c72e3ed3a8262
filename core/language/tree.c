/* tree.c - repairs of a parsed sentence. */
#include "core/language/tree.h"

#include "core/language/lexicon.h"
#include "core/model.h"

/* ---- times ------------------------------------------------------------ */

typedef struct {
    dtl_parser *parser;
    int first, end; /* nodes of one time expression, half-open */
} piece;

static bool is_inside(const piece *p, int node) {
    return node >= p->first && node < p->end;
}

/* Attached outside, and no word above it is inside. */
static bool is_top(const piece *p, int node) {
    const dtl_node *nodes = p->parser->nodes;
    for (int at = nodes[node].head; at <= p->parser->count;
         at = nodes[at].head)
        if (is_inside(p, at)) return false;
    return true;
}

/* How well a word heads an expression of time. */
static int rank_of(const piece *p, int node) {
    switch (p->parser->tokens[node].pos) {
    case DTL_POS_PROPN: case DTL_POS_NOUN: return 4;
    case DTL_POS_ADV: return 3;
    case DTL_POS_NUM: case DTL_POS_ADJ: return 2;
    case DTL_POS_PUNCT: return 0;
    default: return 1;
    }
}

static int head_of(const piece *p) {
    int best = 0, rank = -1;
    for (int node = p->first; node < p->end; node++) {
        if (!is_top(p, node) || rank_of(p, node) <= rank) continue;
        best = node;
        rank = rank_of(p, node);
    }
    return best;
}

/* The relation of a word to the head of its time expression. */
static uint8_t time_relation(const piece *p, int node) {
    switch (p->parser->tokens[node].pos) {
    case DTL_POS_NUM: return DTL_DEP_NUMMOD;
    case DTL_POS_ADJ: return DTL_DEP_AMOD;
    case DTL_POS_ADV: return DTL_DEP_ADVMOD;
    case DTL_POS_ADP: return DTL_DEP_CASE;
    case DTL_POS_DET: return DTL_DEP_DET;
    case DTL_POS_PUNCT: return DTL_DEP_PUNCT;
    case DTL_POS_CCONJ: return DTL_DEP_CC;
    default: return DTL_DEP_NMOD_UNMARKED;
    }
}

/* Gives the one word that attaches outside. */
static int join(const piece *p) {
    dtl_node *nodes = p->parser->nodes;
    const int head = head_of(p);
    for (int node = p->first; node < p->end; node++) {
        if (node == head || is_inside(p, nodes[node].head)) continue;
        nodes[node].head = (int16_t)head;
        nodes[node].dep = time_relation(p, node);
    }
    return head;
}

/* Hangs outer words on the heads of the expressions: heads[node] is the head
 * of the one that node is in, or 0. */
static void lift(dtl_parser *parser, const int16_t *heads) {
    for (int node = 1; node <= parser->count; node++) {
        const int up = parser->nodes[node].head;
        if (up > parser->count || heads[up] == 0) continue;
        if (heads[node] == heads[up]) continue;
        parser->nodes[node].head = heads[up];
    }
}

void dtl_tree_join_times(dtl_parser *parser) {
    const dtl_token *tokens = parser->tokens;
    int16_t heads[DTL_PARSER_NODES] = {0};
    for (int first = 1, end; first <= parser->count; first = end) {
        end = first + 1;
        if (tokens[first].time == 0) continue;
        while (end <= parser->count && tokens[end].time == tokens[first].time)
            end++;
        const piece p = {parser, first, end};
        const int head = join(&p);
        for (int node = first; node < end; node++)
            heads[node] = (int16_t)head;
    }
    lift(parser, heads);
}

/* ---- titles ----------------------------------------------------------- */

static bool is_title(const dtl_token *token) {
    return token->pos == DTL_POS_NOUN && (token->lex & DTL_LEX_CAN_PERSON) &&
           !(token->lex & DTL_LEX_PLURAL);
}

static bool is_argument(uint8_t dep) {
    return dep == DTL_DEP_NSUBJ || dep == DTL_DEP_NSUBJ_PASS ||
           dep == DTL_DEP_OBJ || dep == DTL_DEP_OBL ||
           dep == DTL_DEP_OBL_AGENT || dep == DTL_DEP_NMOD ||
           dep == DTL_DEP_CONJ;
}

void dtl_tree_join_titles(dtl_parser *parser) {
    dtl_node *nodes = parser->nodes;
    for (int node = 1; node < parser->count; node++) {
        const int name = node + 1, head = nodes[node].head;
        if (nodes[name].head != head || head > parser->count) continue;
        if (!is_title(&parser->tokens[node])) continue;
        if (parser->tokens[name].pos != DTL_POS_PROPN) continue;
        nodes[node].head = (int16_t)name;
        if (is_argument(nodes[node].dep) && !is_argument(nodes[name].dep))
            nodes[name].dep = nodes[node].dep;
        nodes[node].dep = DTL_DEP_NMOD_DESC;
    }
}

/* ---- soundness -------------------------------------------------------- */

bool dtl_tree_is_sound(const dtl_parser *parser) {
    uint8_t state[DTL_PARSER_NODES] = {0}; /* 1: on this way, 2: leads up */
    int roots = 0;
    state[parser->count + 1] = 2;
    for (int node = 1; node <= parser->count; node++) {
        roots += parser->nodes[node].head == parser->count + 1;
        int at = node;
        while (state[at] == 0) {
            state[at] = 1;
            at = parser->nodes[at].head;
            if (at < 1 || at > parser->count + 1) return false;
        }
        if (state[at] == 1) return false;
        for (at = node; state[at] == 1; at = parser->nodes[at].head)
            state[at] = 2;
    }
    return roots == 1;
}
