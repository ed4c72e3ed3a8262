/* tree_times.c - expressions of time as closed pieces of a tree.
 *
 * A parser trained on whole sentences does not know where an expression
 * ends; the stage that found it does. What is done to the heads here only
 * moves words up to one of their own ancestors, or inside a piece under its
 * topmost word: a tree stays a tree. */
#include "core/language/tree.h"

#include "core/model.h"

typedef struct {
    dtl_tree *tree;
    int first, end; /* nodes of one time expression, half-open */
} piece;

static bool is_inside(const piece *p, int node) {
    return node >= p->first && node < p->end;
}

/* Attached outside, and no word above it is inside. */
static bool is_top(const piece *p, int node) {
    const dtl_node *nodes = p->tree->nodes;
    for (int at = nodes[node].head; at <= p->tree->count; at = nodes[at].head)
        if (is_inside(p, at)) return false;
    return true;
}

/* How well a word heads an expression of time. */
static int rank_of(const piece *p, int node) {
    switch (p->tree->tokens[node].pos) {
    case DTL_POS_PROPN:
    case DTL_POS_NOUN: return 4;
    case DTL_POS_ADV: return 3;
    case DTL_POS_NUM:
    case DTL_POS_ADJ: return 2;
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
static uint8_t relation_inside(const piece *p, int node) {
    switch (p->tree->tokens[node].pos) {
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

/* "June 3": the month heads the day, as treebanks mostly have it. */
static int head_by_month(const piece *p, int day) {
    dtl_node *nodes = p->tree->nodes;
    const int month = day - 1;
    if (p->tree->tokens[day].pos != DTL_POS_NUM) return day;
    if (month < p->first || nodes[month].head != day) return day;
    if (p->tree->tokens[month].pos != DTL_POS_PROPN) return day;
    for (int node = 1; node <= p->tree->count; node++)
        if (nodes[node].head == day) nodes[node].head = (int16_t)month;
    nodes[month].head = nodes[day].head;
    nodes[month].dep = nodes[day].dep;
    nodes[day].head = (int16_t)month;
    nodes[day].dep = DTL_DEP_NUMMOD;
    return month;
}

/* Gives the one word that attaches outside. */
static int join(const piece *p) {
    dtl_node *nodes = p->tree->nodes;
    const int head = head_of(p);
    for (int node = p->first; node < p->end; node++) {
        if (node == head || is_inside(p, nodes[node].head)) continue;
        nodes[node].head = (int16_t)head;
        nodes[node].dep = relation_inside(p, node);
    }
    return head_by_month(p, head);
}

/* No outer word is part of the name of a time. */
static bool may_hang_on_time(uint8_t dep) {
    switch (dep) {
    case DTL_DEP_COMPOUND:
    case DTL_DEP_FLAT:
    case DTL_DEP_NUMMOD:
    case DTL_DEP_NMOD_POSS:
    case DTL_DEP_NMOD_DESC:
    case DTL_DEP_NMOD_UNMARKED:
    case DTL_DEP_APPOS:
    case DTL_DEP_OBJ: return false;
    default: return true;
    }
}

static bool is_clause(const dtl_tree *tree, int node) {
    return tree->tokens[node].pos == DTL_POS_VERB ||
           tree->tokens[node].pos == DTL_POS_AUX;
}

/* An outer word that the head of a time held goes to what holds the time. */
static void release(dtl_tree *tree, int node, int time) {
    const int up = tree->nodes[time].head;
    if (up > tree->count) return;
    tree->nodes[node].head = (int16_t)up;
    if (!is_clause(tree, up)) return;
    tree->nodes[node].dep =
        dtl_tree_has(tree, node, DTL_DEP_CASE) ? DTL_DEP_OBL
        : node < up && !dtl_tree_has(tree, up, DTL_DEP_NSUBJ) &&
                !dtl_tree_has(tree, up, DTL_DEP_NSUBJ_PASS)
            ? DTL_DEP_NSUBJ
            : DTL_DEP_OBL_UNMARKED;
}

/* "a meeting in September in New Delhi": the place is the meeting's. */
static bool is_place(const dtl_tree *tree, int node) {
    return tree->nodes[node].dep == DTL_DEP_NMOD &&
           node > tree->nodes[node].head &&
           tree->tokens[node].pos == DTL_POS_PROPN &&
           dtl_tree_has(tree, node, DTL_DEP_CASE);
}

/* Outer words hang on the heads of the expressions, or leave them:
 * heads[node] is the head of the one that node is in, or 0. */
static void lift(dtl_tree *tree, const int16_t *heads) {
    for (int node = 1; node <= tree->count; node++) {
        const int up = tree->nodes[node].head;
        if (up > tree->count || heads[up] == 0) continue;
        if (heads[node] == heads[up]) continue;
        tree->nodes[node].head = heads[up];
        if (heads[node] == 0 &&
            (!may_hang_on_time(tree->nodes[node].dep) ||
             is_place(tree, node)))
            release(tree, node, heads[up]);
    }
}

/* A name that has lost its preposition to a time goes to the subject behind
 * it, or is the subject. */
static void free_name(dtl_tree *tree, int name) {
    dtl_node *nodes = tree->nodes;
    const int up = nodes[name].head, next = name + 1;
    if (up > tree->count || dtl_dep_is_subject(nodes[name].dep)) return;
    if (next <= tree->count && nodes[next].head == up &&
        dtl_dep_is_subject(nodes[next].dep)) {
        nodes[name].head = (int16_t)next;
        nodes[name].dep = DTL_DEP_COMPOUND;
    } else if (is_clause(tree, up) && name < up &&
               !dtl_tree_has(tree, up, DTL_DEP_NSUBJ) &&
               !dtl_tree_has(tree, up, DTL_DEP_NSUBJ_PASS)) {
        nodes[name].dep = DTL_DEP_NSUBJ;
    }
}

/* The nominal that a time is part of: the name that it hangs on, or what that
 * name is part of when `preposition` is there. */
static int nominal_of(const dtl_tree *tree, int time, int preposition) {
    const dtl_node *nodes = tree->nodes;
    const int name = nodes[time].head;
    if (name > tree->count || nodes[name].dep != DTL_DEP_COMPOUND)
        return name;
    const int up = nodes[name].head;
    return nodes[preposition].head == up ? up : name;
}

/* "On Monday officials said", "On Monday Port Maren officials said": neither
 * a subject nor a name takes a time between its preposition and itself, so
 * the preposition is the time's; gives false when there is none. */
static bool takes_preposition(dtl_tree *tree, int time, int first) {
    dtl_node *nodes = tree->nodes;
    const int name = nodes[time].head, before = first - 1;
    if (before < 1 || name > tree->count || name < time) return false;
    const int head = nominal_of(tree, time, before);
    const bool named = tree->tokens[name].pos == DTL_POS_PROPN &&
                       tree->tokens[time].pos == DTL_POS_PROPN;
    if (!dtl_dep_is_subject(nodes[head].dep) && !named) return false;
    if (nodes[before].head != head || nodes[before].dep != DTL_DEP_CASE)
        return false;
    nodes[before].head = (int16_t)time;
    free_name(tree, head);
    return true;
}

/* "a contract with Norlin Shipping last week": a preposition with a nominal
 * between it and the time is the nominal's. */
static void give_preposition(dtl_tree *tree, int time, int first) {
    dtl_node *nodes = tree->nodes;
    int name = first - 1;
    const uint8_t pos = tree->tokens[name].pos;
    if (name < 2 || tree->tokens[name].time ||
        (pos != DTL_POS_PROPN && pos != DTL_POS_NOUN))
        return;
    const int start = nodes[name].head; /* of a name of several words */
    if (nodes[name].dep == DTL_DEP_FLAT && start >= 2 && start < name)
        name = start;
    for (int node = name - 1; node >= 1 && node > name - 5; node--) {
        const uint8_t p = tree->tokens[node].pos;
        if (nodes[node].head == time && nodes[node].dep == DTL_DEP_CASE) {
            if (nodes[name].head > node && nodes[name].head != time) return;
            nodes[node].head = (int16_t)name;
            nodes[name].dep =
                tree->tokens[nodes[name].head].pos == DTL_POS_VERB
                    ? DTL_DEP_OBL
                    : DTL_DEP_NMOD;
            return;
        }
        if (p != DTL_POS_PROPN && p != DTL_POS_NOUN && p != DTL_POS_ADJ &&
            p != DTL_POS_DET && p != DTL_POS_NUM)
            return;
    }
}

/* "meet Ana Oru on Wednesday": a name has no Wednesday, the verb has; "held
 * talks Friday": what follows a noun is no part of its name. */
static bool hangs_on_name(const dtl_tree *tree, int time) {
    const dtl_node *node = &tree->nodes[time];
    if (node->head > tree->count || node->head > time) return false;
    if (tree->tokens[node->head].time != 0) return false;
    if (node->dep == DTL_DEP_COMPOUND || node->dep == DTL_DEP_APPOS)
        return true;
    return tree->tokens[node->head].pos == DTL_POS_PROPN &&
           node->dep != DTL_DEP_CONJ && node->dep != DTL_DEP_NMOD_POSS;
}

/* "told reporters Saturday": a time is told nothing. */
static void correct_object(dtl_tree *tree, int time) {
    dtl_node *nodes = tree->nodes;
    if (nodes[time].dep != DTL_DEP_OBJ && nodes[time].dep != DTL_DEP_IOBJ)
        return;
    const bool second = nodes[time].dep == DTL_DEP_OBJ;
    nodes[time].dep = DTL_DEP_OBL_UNMARKED;
    if (second && !dtl_tree_has(tree, nodes[time].head, DTL_DEP_OBJ))
        nodes[time].dep = DTL_DEP_OBJ; /* "spent Saturday" */
}

/* Hangs a time on the next clause above it. */
static void climb(dtl_tree *tree, int time) {
    dtl_node *node = &tree->nodes[time];
    for (int up = node->head; up <= tree->count;
         up = tree->nodes[up].head) {
        if (!is_clause(tree, up)) continue;
        node->head = (int16_t)up;
        node->dep = dtl_tree_has(tree, time, DTL_DEP_CASE)
                        ? DTL_DEP_OBL
                        : DTL_DEP_OBL_UNMARKED;
        return;
    }
}

void dtl_tree_join_times(dtl_tree *tree) {
    const dtl_token *tokens = tree->tokens;
    int16_t heads[DTL_TREE_NODES] = {0};
    for (int first = 1, end; first <= tree->count; first = end) {
        end = first + 1;
        if (tokens[first].time == 0) continue;
        while (end <= tree->count && tokens[end].time == tokens[first].time)
            end++;
        const piece p = {tree, first, end};
        const int head = join(&p);
        for (int node = first; node < end; node++)
            heads[node] = (int16_t)head;
    }
    lift(tree, heads);
    for (int node = 1, first = 1; node <= tree->count; node++) {
        if (tokens[node].time != tokens[node - 1].time) first = node;
        if (heads[node] != node) continue;
        give_preposition(tree, node, first);
        if (takes_preposition(tree, node, first) ||
            hangs_on_name(tree, node))
            climb(tree, node);
        correct_object(tree, node);
    }
}
