/* tree_copulas.c - words behind "be" that were taken for a quality of what
 * follows them: "was elected mayor", "is due in court"; auxiliaries before
 * their subject. */
#include "core/language/tree.h"

static bool is_subject(uint8_t dep) {
    return dtl_dep_is_subject(dep) || dep == DTL_DEP_NSUBJ_OUTER;
}

/* Belongs to the clause, wherever it stands. */
static bool is_of_clause(uint8_t dep) {
    return is_subject(dep) || dtl_dep_is_auxiliary(dep) ||
           dep == DTL_DEP_PUNCT || dep == DTL_DEP_ADVCL ||
           dep == DTL_DEP_CONJ || dep == DTL_DEP_OBL ||
           dep == DTL_DEP_OBL_UNMARKED;
}

/* `middle`, behind the copula of `noun`, becomes the head of the clause. */
static void take_over(dtl_tree *tree, int middle, int noun, bool passive) {
    dtl_node *nodes = tree->nodes;
    if (nodes[middle].head == noun) dtl_tree_set(
        tree, middle, nodes[noun].head, (dtl_dep)nodes[noun].dep);
    for (int node = 1; node <= tree->count; node++) {
        dtl_node *n = &nodes[node];
        if (node == middle || n->head != noun) continue;
        if (node > middle && node < noun) continue;
        if (!is_of_clause(n->dep) && node > middle && !tree->tokens[node].time)
            continue;
        n->head = (int16_t)middle;
        if (tree->tokens[node].time && node > middle) n->dep = DTL_DEP_OBL;
        if (passive && n->dep == DTL_DEP_COP) n->dep = DTL_DEP_AUX_PASS;
        if (is_subject(n->dep))
            n->dep = passive ? DTL_DEP_NSUBJ_PASS : DTL_DEP_NSUBJ;
    }
}

/* "was elected mayor": one person, without an article. */
static bool is_office(const dtl_tree *tree, int verb, int noun) {
    const dtl_token *token = &tree->tokens[noun];
    const uint32_t person = DTL_LEX_PERSON | DTL_LEX_CAN_PERSON;
    if (tree->tokens[verb].tag != DTL_TAG_VBN || noun < verb ||
        token->tag != DTL_TAG_NN || !(token->lex & person))
        return false;
    for (int node = verb + 1; node < noun; node++)
        if (tree->nodes[node].dep == DTL_DEP_DET) return false;
    return tree->nodes[verb].head == noun
               ? tree->nodes[verb].dep == DTL_DEP_AMOD
               : tree->nodes[noun].head == verb;
}

static bool is_due(const dtl_tree *tree, int word, int next) {
    static const char *const due[] = {"due"};
    return tree->nodes[word].head == next &&
           (tree->nodes[word].dep == DTL_DEP_CASE ||
            tree->nodes[word].dep == DTL_DEP_MARK) &&
           dtl_tree_is_form(&tree->tokens[word], due, 1);
}

/* "nor has it linked up": what stands before the subject helps the participle
 * behind it. */
static void help_inverted(dtl_tree *tree, int have) {
    static const char *const forms[] = {"has", "had", "have"};
    dtl_node *nodes = tree->nodes;
    const int subject = have + 1, verb = nodes[subject].head;
    if (nodes[have].dep != DTL_DEP_CONJ || verb <= subject ||
        verb > tree->count || !is_subject(nodes[subject].dep) ||
        tree->tokens[verb].tag != DTL_TAG_VBN ||
        !dtl_tree_is_form(&tree->tokens[have], forms, 3) ||
        dtl_tree_is_above(tree, have, verb))
        return;
    dtl_tree_set(tree, have, verb, DTL_DEP_AUX);
    nodes[subject].dep = DTL_DEP_NSUBJ;
    for (int node = 1; node < have; node++)
        if (nodes[node].head == have) nodes[node].head = (int16_t)verb;
}

/* "is due on June 30": the preposition of a time is no part of "due". */
static void free_preposition(dtl_tree *tree, int node) {
    const int first = node + 1, word = tree->nodes[node].head;
    if (tree->nodes[node].dep != DTL_DEP_FIXED || word > node ||
        tree->tokens[node].pos != DTL_POS_ADP || !tree->tokens[first].time)
        return;
    for (int time = first; tree->tokens[time].time; time++) {
        if (tree->nodes[time].head != word) continue;
        dtl_tree_set(tree, node, time, DTL_DEP_CASE);
        return;
    }
}

void dtl_tree_mend_copulas(dtl_tree *tree) {
    dtl_node *nodes = tree->nodes;
    for (int node = 1; node < tree->count; node++) help_inverted(tree, node);
    for (int copula = 1; copula < tree->count; copula++) {
        const int middle = copula + 1, noun = nodes[copula].head;
        if (nodes[copula].dep != DTL_DEP_COP || noun > tree->count) continue;
        if (is_office(tree, middle, noun)) {
            take_over(tree, middle, noun, true);
            dtl_tree_set(tree, noun, middle, DTL_DEP_XCOMP);
        } else if (is_due(tree, middle, noun)) {
            const bool verb = dtl_tree_is_verb(tree, noun);
            take_over(tree, middle, noun, false);
            dtl_tree_set(tree, noun, middle,
                         verb ? DTL_DEP_XCOMP : DTL_DEP_OBL);
        }
    }
    for (int node = 1; node < tree->count; node++)
        free_preposition(tree, node);
}
