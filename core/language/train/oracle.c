/* oracle.c - the dynamic oracle of the arc-hybrid transitions. */
#include "core/language/train/oracle.h"

int train_gold_head(const train_sentence *s, int node) {
    return node >= 1 && node <= (int)s->count ? s->heads[node - 1] : 0;
}

/* Words of the buffer, from `from` on, whose gold head is `node`. */
static int children_ahead(const train_sentence *s, int from, int node) {
    int count = 0;
    for (int i = from; i <= (int)s->count; i++)
        count += train_gold_head(s, i) == node;
    return count;
}

static int cost_of_shift(const dtl_parser *p, const train_sentence *s) {
    const int b0 = p->next;
    int cost = 0;
    for (int i = 0; i < p->depth; i++) {
        cost += train_gold_head(s, p->stack[i]) == b0;
        if (i + 1 < p->depth) cost += train_gold_head(s, b0) == p->stack[i];
    }
    return cost;
}

int train_cost(const dtl_parser *p, const train_sentence *s,
               dtl_action action) {
    if (action == DTL_SHIFT) return cost_of_shift(p, s);
    const int s0 = p->stack[p->depth - 1], head = train_gold_head(s, s0);
    const int cost = children_ahead(s, p->next, s0);
    if (action == DTL_RIGHT) return cost + (head >= p->next);
    const int s1 = p->depth > 1 ? p->stack[p->depth - 2] : 0;
    return cost + (head > p->next || (s1 && head == s1));
}
