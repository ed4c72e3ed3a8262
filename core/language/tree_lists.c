/* tree_lists.c - lists that the parser cut in two, and what was taken for a
 * member or for the subject.
 *
 * "Then the ministers of Norland, Luria and the Islands met": read as
 * "the Islands met", with the ministers hanging on the verb beside them. A
 * noun in front of its verb without a preposition is the subject, and what
 * was taken for the subject is the end of the noun's own list, an aside or
 * what its preposition governs. */
#include "core/language/tree.h"
#include "core/model.h"

/* How a bare noun comes to hang on a verb when its place is taken. */
static bool is_stray(uint8_t dep) {
    return dep == DTL_DEP_OBL || dep == DTL_DEP_OBL_UNMARKED ||
           dep == DTL_DEP_NMOD || dep == DTL_DEP_NMOD_POSS ||
           dep == DTL_DEP_DISLOCATED || dep == DTL_DEP_DEP ||
           dep == DTL_DEP_VOCATIVE;
}

/* The first child of `above` with this relation in [first, last], or 0. */
static int child(const dtl_tree *tree, int above, uint8_t dep, int first,
                 int last) {
    for (int node = first; node <= last; node++)
        if (tree->nodes[node].head == above && tree->nodes[node].dep == dep)
            return node;
    return 0;
}

/* The end of a list: "and the Islands", or "Luria and the Islands". */
static bool ends_list(const dtl_tree *tree, int noun, int subject,
                      int verb) {
    if (tree->tokens[subject].pos != DTL_POS_PROPN) return false;
    return child(tree, subject, DTL_DEP_CC, noun + 1, subject) ||
           child(tree, subject, DTL_DEP_CONJ, subject + 1, verb - 1);
}

/* "The crew -- five of them ill -- left": the dashes hold what was taken for
 * the subject. */
static bool is_aside(const dtl_tree *tree, int noun, int subject,
                     int verb) {
    return child(tree, subject, DTL_DEP_PUNCT, noun + 1, subject) &&
           child(tree, subject, DTL_DEP_PUNCT, subject + 1, verb - 1) &&
           !child(tree, subject, DTL_DEP_CC, noun + 1, subject);
}

/* "Lawyers for the relatives filed": what has a preposition is no subject. */
static bool has_preposition(const dtl_tree *tree, int noun, int subject) {
    const int mark =
        child(tree, subject, DTL_DEP_CASE, noun + 1, subject - 1);
    return mark == noun + 1 && tree->tokens[mark].pos == DTL_POS_ADP;
}

static void join(dtl_tree *tree, int subject) {
    dtl_node *nodes = tree->nodes;
    const int verb = nodes[subject].head;
    for (int noun = subject - 1; noun >= 1; noun--) {
        if (nodes[noun].head != verb || !is_stray(nodes[noun].dep)) continue;
        if (tree->tokens[noun].pos != DTL_POS_NOUN ||
            tree->tokens[noun].time ||
            child(tree, noun, DTL_DEP_CASE, 1, noun))
            continue;
        const bool below = has_preposition(tree, noun, subject);
        if (below || is_aside(tree, noun, subject, verb)) {
            nodes[noun].dep = nodes[subject].dep;
            nodes[subject].head = (int16_t)noun;
            nodes[subject].dep = below ? DTL_DEP_NMOD : DTL_DEP_APPOS;
            return;
        }
        const int part =
            child(tree, noun, DTL_DEP_NMOD, noun + 1, subject - 1);
        if (!part || tree->tokens[part].pos != DTL_POS_PROPN ||
            !ends_list(tree, noun, subject, verb))
            return;
        nodes[noun].dep = nodes[subject].dep;
        nodes[subject].head = (int16_t)part;
        nodes[subject].dep = DTL_DEP_CONJ;
        for (int node = subject + 1; node < verb; node++)
            if (nodes[node].head == subject &&
                nodes[node].dep == DTL_DEP_CONJ)
                nodes[node].head = (int16_t)part;
        return;
    }
}

/* "Calder and Isle Brennan": two names side by side in a list are one. */
static void join_names(dtl_tree *tree, int name) {
    dtl_node *nodes = tree->nodes;
    const int next = name + 1;
    if (nodes[name].dep != DTL_DEP_CONJ || nodes[next].dep != DTL_DEP_CONJ ||
        nodes[name].head != nodes[next].head ||
        tree->tokens[name].pos != DTL_POS_PROPN ||
        tree->tokens[next].pos != DTL_POS_PROPN)
        return;
    for (int node = 1; node <= tree->count; node++)
        if (nodes[node].head == next) nodes[node].head = (int16_t)name;
    nodes[next].head = (int16_t)name;
    nodes[next].dep = DTL_DEP_FLAT;
}

/* "guns, magazines and rounds": where no conjunction stands before the second
 * member, the third is a member of the same list. */
static void flatten(dtl_tree *tree, int third) {
    dtl_node *nodes = tree->nodes;
    const int second = nodes[third].head;
    if (nodes[third].dep != DTL_DEP_CONJ || second > third ||
        nodes[second].dep != DTL_DEP_CONJ || nodes[second].head > second ||
        tree->tokens[third].pos == DTL_POS_VERB ||
        child(tree, second, DTL_DEP_CC, 1, second))
        return;
    nodes[third].head = nodes[second].head;
}

/* "Luria, the Republic of Tarn and Estova": what is in apposition to the first
 * of a list is the second. */
static void join_second(dtl_tree *tree, int name) {
    dtl_node *nodes = tree->nodes;
    const int first = nodes[name].head;
    if (nodes[name].dep != DTL_DEP_APPOS || first > name ||
        tree->tokens[first].pos != DTL_POS_PROPN ||
        tree->tokens[name].pos != DTL_POS_PROPN)
        return;
    const int last = child(tree, first, DTL_DEP_CONJ, name + 1, tree->count);
    const int link = last ? child(tree, last, DTL_DEP_CC, name + 1, last) : 0;
    if (!link || dtl_tree_has_punct(tree, name + 1, last) ||
        tree->tokens[last].pos != DTL_POS_PROPN)
        return;
    nodes[name].dep = DTL_DEP_CONJ;
}

/* "the ministers of Norland, Luria and the Islands": what stands in
 * apposition to the ministers goes on with their list. */
static void continue_list(dtl_tree *tree, int name) {
    dtl_node *nodes = tree->nodes;
    const int noun = nodes[name].head, first = name - 2;
    if (nodes[name].dep != DTL_DEP_APPOS || noun >= first ||
        nodes[first].head != noun || nodes[first].dep != DTL_DEP_NMOD ||
        tree->tokens[first].pos != DTL_POS_PROPN ||
        tree->tokens[name].pos != DTL_POS_PROPN ||
        tree->tokens[name - 1].pos != DTL_POS_PUNCT)
        return;
    const int last = child(tree, name, DTL_DEP_CONJ, name, tree->count);
    if (!last && !child(tree, first, DTL_DEP_CONJ, name, tree->count)) return;
    if (last) nodes[last].head = (int16_t)first;
    nodes[name].head = (int16_t)first;
    nodes[name].dep = DTL_DEP_CONJ;
}

/* The time behind a name that is not the upper verb's is the lower one's. */
static void join_time(dtl_tree *tree, int name, int from, int to) {
    dtl_node *nodes = tree->nodes;
    for (int node = name + 1; node <= tree->count; node++) {
        const bool part = nodes[node].dep == DTL_DEP_FLAT ||
                          nodes[node].dep == DTL_DEP_CASE;
        if (part) continue;
        if (tree->tokens[node].time && nodes[node].head == from)
            nodes[node].head = (int16_t)to;
        return;
    }
}

/* "meet with Ada Lind, and possibly Jan Oru on Monday": a name is joined to a
 * name, not to the verb. */
static void join_to_name(dtl_tree *tree, int name) {
    dtl_node *nodes = tree->nodes;
    const int verb = nodes[name].head;
    if (nodes[name].dep != DTL_DEP_CONJ || verb >= name ||
        tree->tokens[name].pos != DTL_POS_PROPN ||
        tree->tokens[verb].pos != DTL_POS_VERB ||
        child(tree, name, DTL_DEP_COP, 1, tree->count) ||
        child(tree, name, DTL_DEP_NSUBJ, 1, tree->count) ||
        child(tree, name, DTL_DEP_CASE, 1, name))
        return;
    for (int node = name - 1; node > verb; node--) {
        const uint8_t dep = nodes[node].dep;
        if ((dep != DTL_DEP_OBJ && dep != DTL_DEP_OBL) ||
            !dtl_pos_is_noun(tree->tokens[node].pos) ||
            tree->tokens[node].time ||
            dtl_tree_is_above(tree, name, node))
            continue;
        nodes[name].head = (int16_t)node;
        join_time(tree, name, verb, nodes[node].head);
        return;
    }
}

/* "about four thousand people": a number right before a noun counts it. */
static void count_noun(dtl_tree *tree, int number) {
    dtl_node *nodes = tree->nodes;
    const dtl_token *tokens = tree->tokens;
    const int noun = number + 1;
    if (tokens[number].pos != DTL_POS_NUM || tokens[number].time ||
        nodes[number].head > number || tokens[noun].pos != DTL_POS_NOUN ||
        tokens[noun].time || dtl_tree_is_above(tree, number, noun) ||
        child(tree, number, DTL_DEP_CASE, 1, number))
        return;
    if (nodes[number].dep != DTL_DEP_CONJ && nodes[number].dep != DTL_DEP_NMOD)
        return;
    nodes[number].head = (int16_t)noun;
    nodes[number].dep = DTL_DEP_NUMMOD;
}

static bool is_object(uint8_t dep) {
    return dep == DTL_DEP_OBJ || dep == DTL_DEP_IOBJ;
}

/* "asked the governor, Ada Lind": a name behind a comma is no second object
 * but who the first one is. */
static void explain_object(dtl_tree *tree, int name) {
    dtl_node *nodes = tree->nodes;
    if (!is_object(nodes[name].dep) || name < 3 ||
        tree->tokens[name].pos != DTL_POS_PROPN ||
        tree->tokens[name - 1].pos != DTL_POS_PUNCT)
        return;
    const int first = name - 2;
    if (nodes[first].head != nodes[name].head || !is_object(nodes[first].dep))
        return;
    nodes[first].dep = DTL_DEP_OBJ;
    /* ", for help": what a second comma sets apart is the verb's. */
    for (int node = name + 2; node <= tree->count; node++)
        if (nodes[node].head == name && nodes[node].dep == DTL_DEP_NMOD &&
            child(tree, node, DTL_DEP_PUNCT, name + 1, node) &&
            child(tree, node, DTL_DEP_CASE, name + 1, node)) {
            nodes[node].head = nodes[name].head;
            nodes[node].dep = DTL_DEP_OBL;
        }
    nodes[name].head = (int16_t)first;
    nodes[name].dep = DTL_DEP_APPOS;
}

void dtl_tree_join_lists(dtl_tree *tree) {
    for (int node = 1; node < tree->count; node++)
        join_names(tree, node);
    for (int node = 3; node <= tree->count; node++)
        flatten(tree, node);
    for (int node = 1; node < tree->count; node++) {
        count_noun(tree, node);
        explain_object(tree, node);
        join_to_name(tree, node);
        join_second(tree, node);
        if (node > 2) continue_list(tree, node);
    }
    for (int node = 2; node <= tree->count; node++)
        if (dtl_dep_is_subject(tree->nodes[node].dep) &&
            tree->nodes[node].head > node &&
            tree->nodes[node].head <= tree->count)
            join(tree, node);
}
