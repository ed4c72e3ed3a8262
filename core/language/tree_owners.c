/* tree_owners.c - owners, which hang on what they own.
 *
 * "to the United Nations' highest judicial body": what stands behind the
 * possessive is owned, and the preposition in front is its. */
#include "core/language/tree.h"
#include "core/model.h"

/* Words of a nominal behind an owner that are looked through. */
#define REACH 8

static bool is_nominal(const dtl_tree *tree, int node) {
    return dtl_pos_is_noun(tree->tokens[node].pos);
}

static bool may_precede(const dtl_tree *tree, int node) {
    const dtl_token *t = &tree->tokens[node];
    return t->pos == DTL_POS_ADJ || t->pos == DTL_POS_NUM ||
           t->tag == DTL_TAG_VBN || t->tag == DTL_TAG_VBG ||
           is_nominal(tree, node);
}

/* The noun that ends the nominal behind the mark, or 0. */
static int owned_behind(const dtl_tree *tree, int mark) {
    int node = mark + 1, found = 0;
    for (; node <= tree->count && node <= mark + REACH; node++) {
        if (!may_precede(tree, node)) break;
        if (found && !is_nominal(tree, node)) break;
        if (is_nominal(tree, node)) found = node;
    }
    /* "the leaders' gathering": a gerund that nothing follows is a noun. */
    if (!found && mark < tree->count &&
        tree->tokens[mark + 1].tag == DTL_TAG_VBG)
        found = mark + 1;
    return found;
}

static void give_preposition(dtl_tree *tree, int owner, int owned) {
    for (int node = 1; node < owner; node++)
        if (tree->nodes[node].head == owner &&
            tree->nodes[node].dep == DTL_DEP_CASE)
            tree->nodes[node].head = (int16_t)owned;
}

/* "the Bank of Luria's governor": who owns begins before the preposition,
 * which is not the owned one's. */
static bool is_end_of_name(const dtl_tree *tree, int owner) {
    const int head = tree->nodes[owner].head;
    return tree->nodes[owner].dep == DTL_DEP_NMOD && head < owner &&
           tree->tokens[head].pos == DTL_POS_PROPN &&
           tree->tokens[head + 1].pos == DTL_POS_ADP;
}

/* "Jo Berg, whose boats sank, sued": what is whose is the subject of the
 * relative clause. */
static void mend_whose(dtl_tree *tree, int whose) {
    dtl_node *nodes = tree->nodes;
    const int boats = nodes[whose].head;
    if (boats <= whose || boats > tree->count ||
        nodes[boats].head >= whose)
        return;
    for (int verb = boats + 1; verb <= tree->count; verb++) {
        if (nodes[verb].head != boats ||
            (nodes[verb].dep != DTL_DEP_ACL &&
             nodes[verb].dep != DTL_DEP_ACL_RELCL))
            continue;
        nodes[verb].head = nodes[boats].head;
        nodes[verb].dep = DTL_DEP_ACL_RELCL;
        nodes[boats].head = (int16_t)verb;
        nodes[boats].dep = DTL_DEP_NSUBJ;
        return;
    }
}

void dtl_tree_mend_owners(dtl_tree *tree) {
    dtl_node *nodes = tree->nodes;
    for (int mark = 2; mark < tree->count; mark++) {
        if (tree->tokens[mark].tag == DTL_TAG_WPS)
            mend_whose(tree, mark);
        if (tree->tokens[mark].tag != DTL_TAG_POS) continue;
        const int owner = nodes[mark].head;
        if (owner >= mark || is_end_of_name(tree, owner) ||
            nodes[owner].head > mark || tree->tokens[owner].time)
            continue;
        const int owned = owned_behind(tree, mark);
        if (!owned || tree->tokens[owned].time) continue;
        if (dtl_tree_is_above(tree, owner, owned)) {
            nodes[owned].head = nodes[owner].head;
            nodes[owned].dep = nodes[owner].dep;
        }
        nodes[owner].head = (int16_t)owned;
        nodes[owner].dep = DTL_DEP_NMOD_POSS;
        give_preposition(tree, owner, owned);
    }
}
