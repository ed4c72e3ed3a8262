/* parser_features.c - what the parser looks at.
 *
 * s0, s1, s2 are the top of the stack, b0, b1, b2 the front of the buffer. */
#include "core/language/parser.h"

typedef struct {
    const dtl_parser *parser;
    const dtl_token *tokens;
    const dtl_node *nodes;
    dtl_features *f;
} view;

static uint32_t word(const view *v, int node) { return v->tokens[node].lower; }
static uint32_t label(const view *v, int node) {
    return v->tokens[node].label;
}

static uint32_t stack_at(const dtl_parser *parser, int below) {
    return parser->depth > below
               ? (uint32_t)parser->stack[parser->depth - 1 - below]
               : 0;
}

static uint32_t distance(int from, int to) {
    const int d = to > from ? to - from : from - to;
    if (d <= 5) return (uint32_t)d;
    return d <= 10 ? 6 : d <= 20 ? 7 : 8;
}

static void add(const view *v, uint64_t value) { dtl_feature_add(v->f, value); }

static void add_node(const view *v, int n) {
    const dtl_token *t = &v->tokens[n];
    add(v, t->lower);
    add(v, t->label);
    add(v, dtl_pair(t->lower, t->label));
    add(v, dtl_pair(t->lex, t->label));
}

/* Two nodes: words and labels in each combination. */
static void add_two(const view *v, int a, int b) {
    add(v, dtl_pair(label(v, a), label(v, b)));
    add(v, dtl_pair(word(v, a), label(v, b)));
    add(v, dtl_pair(label(v, a), word(v, b)));
    add(v, dtl_pair(word(v, a), word(v, b)));
    add(v, dtl_triple(word(v, a), label(v, a), label(v, b)));
    add(v, dtl_triple(word(v, b), label(v, b), label(v, a)));
}

static uint32_t side(const view *v, int child) {
    return label(v, child) << 8 | v->nodes[child].dep;
}

static void add_children(const view *v, int n) {
    const dtl_node *node = &v->nodes[n];
    const uint32_t t = label(v, n);
    const uint32_t low = (uint32_t)node->deps;
    const uint32_t high = (uint32_t)(node->deps >> 32);
    add(v, dtl_triple(t, low, high));
    add(v, dtl_triple(word(v, n), low, high));
    add(v, dtl_pair(t, node->lefts));
    add(v, dtl_pair(t, node->rights));
    add(v, dtl_pair(t, side(v, node->left[0])));
    add(v, dtl_pair(t, side(v, node->right[0])));
    add(v, dtl_pair(t, word(v, node->left[0])));
    add(v, dtl_pair(t, word(v, node->right[0])));
    add(v, dtl_triple(t, side(v, node->left[0]), side(v, node->left[1])));
    add(v, dtl_triple(t, side(v, node->right[0]), side(v, node->right[1])));
}

static void add_triples(const view *v, int s0, int s1, int s2, int b0) {
    const uint32_t t0 = label(v, s0), t1 = label(v, s1), u0 = label(v, b0);
    const dtl_node *n0 = &v->nodes[s0], *n1 = &v->nodes[s1];
    add(v, dtl_triple(t0, u0, label(v, b0 + 1)));
    add(v, dtl_triple(u0, label(v, b0 + 1), label(v, b0 + 2)));
    add(v, dtl_triple(t1, t0, u0));
    add(v, dtl_triple(label(v, s2), t1, t0));
    add(v, dtl_triple(t0, u0, side(v, v->nodes[b0].left[0])));
    add(v, dtl_triple(t0, u0, side(v, n0->left[0])));
    add(v, dtl_triple(t0, u0, side(v, n0->right[0])));
    add(v, dtl_triple(t1, t0, side(v, n1->right[0])));
    add(v, dtl_triple(t1, t0, side(v, n1->left[0])));
    add(v, dtl_triple(t1, t0, side(v, n0->right[0])));
    add(v, dtl_triple(t1, word(v, s0), u0));
    add(v, dtl_triple(t1, t0, word(v, b0)));
    add(v, dtl_triple(word(v, s1), t0, u0));
    add(v, dtl_quad(t1, t0, u0, label(v, b0 + 1)));
}

static void add_distances(const view *v, int s0, int s1, int b0) {
    const uint32_t d = distance(s0, b0), e = distance(s1, s0);
    const uint32_t t0 = label(v, s0), t1 = label(v, s1), u0 = label(v, b0);
    add(v, dtl_pair(t0, d));
    add(v, dtl_pair(u0, d));
    add(v, dtl_triple(t0, u0, d));
    add(v, dtl_triple(t1, t0, e));
    add(v, dtl_pair(word(v, s0), d));
    add(v, dtl_pair(word(v, b0), d));
}

/* Which of two phrases a third hangs on: prepositions decide. */
static void add_attachments(const view *v, int s0, int s1, int b0) {
    const uint32_t t0 = label(v, s0), t1 = label(v, s1), u0 = label(v, b0);
    const uint32_t case0 = word(v, v->nodes[s0].left[0]);
    const uint32_t case1 = word(v, v->nodes[s1].left[0]);
    const uint64_t deps0 = v->nodes[s0].deps, deps1 = v->nodes[s1].deps;
    add(v, dtl_pair(word(v, s1), word(v, b0)));
    add(v, dtl_triple(word(v, s1), word(v, b0), t0));
    add(v, dtl_triple(word(v, s0), word(v, b0), word(v, b0 + 2)));
    add(v, dtl_triple(word(v, s1), case0, t0));
    add(v, dtl_triple(word(v, s1), case0, word(v, s0)));
    add(v, dtl_triple(t1, case0, t0));
    add(v, dtl_quad(t1, case0, case1, t0));
    add(v, dtl_triple(case0, t0, u0));
    add(v, dtl_triple(case0, t0, word(v, b0)));
    add(v, dtl_quad(t0, u0, (uint32_t)deps0, (uint32_t)(deps0 >> 32)));
    add(v, dtl_quad(t1, t0, (uint32_t)deps1, (uint32_t)(deps1 >> 32)));
    add(v, dtl_quad(t0, u0, label(v, b0 + 1), label(v, b0 + 2)));
    add(v, dtl_quad(u0, label(v, b0 + 1), label(v, b0 + 2),
                    label(v, b0 + 3)));
}

static void add_neighbours(const view *v, int s0, int s1, int s3, int b0) {
    const uint32_t t0 = label(v, s0), u0 = label(v, b0);
    add(v, dtl_triple(t0, u0, word(v, b0 - 1)));
    add(v, dtl_triple(t0, u0, label(v, s0 - 1)));
    add(v, dtl_triple(t0, u0, label(v, s0 + 1)));
    add(v, dtl_triple(t0, u0, word(v, b0 + 1)));
    add(v, dtl_triple(t0, label(v, s1), word(v, s1 + 1)));
    add(v, dtl_pair(v->tokens[s0].shape, v->tokens[b0].shape));
    add(v, dtl_pair(v->tokens[s1].shape, v->tokens[s0].shape));
    add(v, dtl_pair(label(v, s3), t0));
    add(v, dtl_triple(t0, u0, v->tokens[v->parser->count].lower));
}

/* Where the guide hangs s0 and b0. */
static uint32_t guide_of(const view *v, int node, int left, int right) {
    const int head = v->tokens[node].guide;
    const uint32_t place = head == left    ? 1
                           : head == right ? 2
                           : head > v->parser->count ? 3
                           : head < node   ? 4
                                           : 5;
    return place;
}

static void add_guides(const view *v, int s0, int s1, int b0) {
    const dtl_token *tokens = v->tokens;
    const uint32_t g0 = guide_of(v, s0, s1, b0);
    const uint32_t gb = guide_of(v, b0, s0, b0 + 1) << 4 |
                        (uint32_t)(tokens[b0].guide == s1) << 3;
    const uint32_t more = (uint32_t)(tokens[s0].guide_last >= b0) << 8;
    const uint32_t all = g0 | gb | more;
    const uint32_t t0 = label(v, s0), t1 = label(v, s1), u0 = label(v, b0);
    const uint32_t d0 = tokens[s0].guide_dep, db = tokens[b0].guide_dep;
    add(v, g0 | more);
    add(v, all);
    add(v, dtl_pair(g0 | more, d0));
    add(v, dtl_triple(all, d0, db));
    add(v, dtl_triple(all, t0, u0));
    add(v, dtl_triple(g0 | more, t1, t0));
    add(v, dtl_triple(g0 | more, d0, t0));
    add(v, dtl_quad(g0 | more, t1, t0, u0));
    add(v, dtl_triple(g0 | more, d0, word(v, b0)));
    add(v, dtl_pair(g0 | more, word(v, s0)));
    add(v, dtl_triple(g0 | more, d0, distance(s0, b0)));
    add(v, dtl_triple(g0 | more, d0, distance(s1, s0)));
    const uint32_t q0 = tokens[s0].guide_doubt, qb = tokens[b0].guide_doubt;
    add(v, dtl_pair(g0 | more, q0));
    add(v, dtl_triple(all, q0, qb));
    add(v, dtl_triple(g0 | more, q0, d0));
    add(v, dtl_quad(g0 | more, q0, t0, u0));
    add(v, dtl_quad(g0 | more, q0, t1, t0));
}

/* What is known of a word but for its inflection: what it is about. */
static uint32_t sense(const view *v, int node) {
    return v->tokens[node].lex & 0xfc00ffffu;
}

/* Attachment by what words are about, and what the guide knows of others. */
static void add_senses(const view *v, int s0, int s1, int b0) {
    const dtl_token *tokens = v->tokens;
    const uint32_t t0 = label(v, s0), t1 = label(v, s1), u0 = label(v, b0);
    const uint32_t case0 = word(v, v->nodes[s0].left[0]);
    const int g0 = tokens[s0].guide, gb = tokens[b0].guide;
    add(v, dtl_triple(sense(v, s1), case0, sense(v, s0)));
    add(v, dtl_triple(word(v, s1), case0, sense(v, s0)));
    add(v, dtl_triple(t1, case0, sense(v, s0)));
    add(v, dtl_quad(t1, t0, sense(v, s1), sense(v, s0)));
    add(v, dtl_triple(sense(v, s0), word(v, b0), sense(v, b0 + 2)));
    add(v, dtl_triple(word(v, s1), word(v, b0), sense(v, b0 + 2)));
    add(v, dtl_triple(sense(v, s0), u0, sense(v, b0)));
    add(v, dtl_triple(t0, label(v, g0), tokens[s0].guide_dep));
    add(v, dtl_triple(t0, word(v, g0), tokens[s0].guide_dep));
    add(v, dtl_quad(t0, u0, label(v, gb), tokens[b0].guide_dep));
    add(v, dtl_quad(t1, t0, tokens[s1].guide_dep, guide_of(v, s1, s0, b0)));
    add(v, dtl_quad(t1, u0, (uint32_t)(tokens[s1].guide_last >= b0),
                    (uint32_t)(tokens[s0].guide_last >= b0)));
}

/* Words that the tagger was not sure of: what else they may be. */
static void add_seconds(const view *v, int s0, int s1, int b0) {
    const dtl_token *tokens = v->tokens;
    const dtl_token *x = &tokens[s0], *y = &tokens[s1], *z = &tokens[b0];
    const dtl_token *w = &tokens[b0 + 1];
    if (!(x->doubt | y->doubt | z->doubt | w->doubt)) return;
    add(v, dtl_triple(x->label, x->second, x->doubt));
    add(v, dtl_triple(y->label, y->second, y->doubt));
    add(v, dtl_triple(z->label, z->second, z->doubt));
    add(v, dtl_pair(x->second, z->second));
    add(v, dtl_pair(y->second, x->second));
    add(v, dtl_triple(y->second, x->second, z->second));
    add(v, dtl_triple(x->second, z->second, w->second));
    add(v, dtl_triple(word(v, s0), x->second, z->second));
    add(v, dtl_triple(word(v, b0), x->second, z->second));
    add(v, dtl_quad(x->second, x->doubt, z->second, z->doubt));
}

void dtl_parser_features(const dtl_parser *parser, dtl_features *features) {
    const view v = {parser, parser->tokens, parser->nodes, features};
    const int s0 = (int)stack_at(parser, 0), s1 = (int)stack_at(parser, 1);
    const int s2 = (int)stack_at(parser, 2), b0 = parser->next;
    add(&v, 0);
    add_node(&v, s0);
    add_node(&v, s1);
    add_node(&v, b0);
    add_node(&v, b0 + 1);
    add(&v, label(&v, s2));
    add(&v, word(&v, s2));
    add(&v, label(&v, b0 + 2));
    add_two(&v, s0, b0);
    add_two(&v, s1, s0);
    add(&v, dtl_pair(label(&v, s1), label(&v, b0)));
    add(&v, dtl_pair(label(&v, b0), label(&v, b0 + 1)));
    add(&v, dtl_pair(v.tokens[s0].lex, v.tokens[b0].lex));
    add(&v, dtl_pair(v.tokens[s1].lex, v.tokens[s0].lex));
    add_children(&v, s0);
    add_children(&v, s1);
    add(&v, dtl_pair(label(&v, b0), (uint32_t)v.nodes[b0].deps));
    add(&v, dtl_pair(label(&v, b0), side(&v, v.nodes[b0].left[0])));
    add_triples(&v, s0, s1, s2, b0);
    add_distances(&v, s0, s1, b0);
    add_attachments(&v, s0, s1, b0);
    add_neighbours(&v, s0, s1, (int)stack_at(parser, 3), b0);
    if (parser->guided) add_guides(&v, s0, s1, b0);
    if (parser->guided) add_senses(&v, s0, s1, b0);
    add_seconds(&v, s0, s1, b0);
}

/* The word that introduces a phrase: its first child, or the one after. */
static void add_markers(const view *v, int head, int child) {
    const dtl_node *c = &v->nodes[child];
    const uint32_t t = label(v, child), h = label(v, head);
    add(v, dtl_pair(t, word(v, c->left[0])));
    add(v, dtl_triple(h, t, word(v, c->left[0])));
    add(v, dtl_triple(h, t, word(v, c->left[1])));
    add(v, dtl_triple(h, t, word(v, c->right[0])));
    add(v, dtl_triple(word(v, head), t, word(v, c->left[0])));
    add(v, dtl_triple(h, t, side(v, c->left[0])));
    add(v, dtl_triple(h, t, side(v, c->right[0])));
    add(v, dtl_triple(t, (uint32_t)c->deps, (uint32_t)(c->deps >> 32)));
    add(v, dtl_quad(h, t, (uint32_t)c->deps, (uint32_t)(c->deps >> 32)));
}

static void add_heads_children(const view *v, int head, int child) {
    const dtl_node *n = &v->nodes[head];
    const uint32_t t = label(v, child), h = label(v, head);
    const uint32_t left = child < head;
    const int16_t *near = child < head ? n->left : n->right;
    add(v, dtl_triple(h, (uint32_t)n->deps, (uint32_t)(n->deps >> 32)));
    add(v, dtl_quad(h, t, left, (uint32_t)n->deps));
    add(v, dtl_quad(h, t, left, (uint32_t)(n->deps >> 32)));
    add(v, dtl_quad(h, t, left, side(v, near[0])));
    add(v, dtl_quad(h, t, word(v, child), side(v, near[0])));
    add(v, dtl_quad(h, t, left, side(v, n->left[0])));
}

/* What a phrase and what it hangs on are about, and the guide's tree. */
static void add_relation_senses(const view *v, int head, int child,
                                uint32_t dep) {
    const uint32_t case_ = word(v, v->nodes[child].left[0]);
    const uint32_t t = label(v, child), h = label(v, head);
    const dtl_token *c = &v->tokens[child];
    add(v, dtl_triple(case_, t, sense(v, child)));
    add(v, dtl_quad(h, t, case_, sense(v, child)));
    add(v, dtl_triple(sense(v, head), case_, sense(v, child)));
    add(v, dtl_triple(word(v, head), case_, sense(v, child)));
    add(v, dtl_triple(dep, word(v, head), t));
    add(v, dtl_triple(dep, c->guide_doubt, h));
    add(v, dtl_triple(dep, v->tokens[head].guide_dep, h));
    add(v, dtl_triple(dep, sense(v, child), h));
    add(v, dtl_quad(dep, t, (uint32_t)(c->guide_last > child), h));
}

static void add_relation_seconds(const view *v, int head, int child) {
    const dtl_token *h = &v->tokens[head], *c = &v->tokens[child];
    const uint32_t left = child < head;
    if (!(h->doubt | c->doubt)) return;
    add(v, dtl_triple(c->label, c->second, c->doubt));
    add(v, dtl_triple(h->label, h->second, h->doubt));
    add(v, dtl_triple(c->second, h->second, left));
    add(v, dtl_triple(c->lower, h->second, left));
    add(v, dtl_triple(h->lower, c->second, left));
}

void dtl_parser_relation_features(const dtl_parser *parser, int head,
                                  int child, dtl_features *features) {
    const view v = {parser, parser->tokens, parser->nodes, features};
    const uint32_t left = child < head;
    const uint32_t d = left << 8 | distance(head, child);
    add(&v, left);
    add_node(&v, head);
    add_node(&v, child);
    add_two(&v, head, child);
    add(&v, dtl_triple(label(&v, head), label(&v, child), left));
    add(&v, dtl_triple(label(&v, head), label(&v, child), d));
    add(&v, dtl_triple(word(&v, head), label(&v, child), left));
    add(&v, dtl_triple(word(&v, child), label(&v, head), left));
    add(&v, dtl_pair(v.tokens[head].lex, v.tokens[child].lex));
    add(&v, dtl_triple(v.tokens[child].lex, label(&v, head), left));
    add(&v, dtl_triple(label(&v, child), label(&v, child - 1),
                       label(&v, child + 1)));
    add(&v, dtl_quad(label(&v, head), label(&v, child), left,
                     label(&v, child + 1)));
    add(&v, dtl_quad(label(&v, head), label(&v, child), left,
                     label(&v, child - 1)));
    add(&v, dtl_triple(label(&v, head), label(&v, child),
                       word(&v, child - 1)));
    add(&v, dtl_triple(label(&v, head), label(&v, child),
                       word(&v, child + 1)));
    add(&v, dtl_triple(label(&v, head), label(&v, child),
                       word(&v, head + 1)));
    add(&v, dtl_triple(label(&v, head), label(&v, child),
                       word(&v, head - 1)));
    add(&v, dtl_quad(label(&v, head), label(&v, child), child == 1,
                     v.tokens[parser->count].lower));
    add(&v, dtl_pair(v.tokens[child].shape, label(&v, head)));
    add(&v, dtl_pair(v.tokens[child].suffixes[2], label(&v, head)));
    add_markers(&v, head, child);
    add_heads_children(&v, head, child);
    if (!parser->guided) {
        add_relation_seconds(&v, head, child);
        return;
    }
    const uint32_t same = v.tokens[child].guide == head;
    const uint32_t dep = same << 8 | v.tokens[child].guide_dep;
    add(&v, dep);
    add(&v, dtl_pair(dep, label(&v, child)));
    add(&v, dtl_triple(dep, label(&v, child), label(&v, head)));
    add(&v, dtl_triple(dep, left, (uint32_t)v.nodes[head].deps));
    add(&v, dtl_triple(dep, left, word(&v, child)));
    add_relation_senses(&v, head, child, dep);
    add_relation_seconds(&v, head, child);
}
