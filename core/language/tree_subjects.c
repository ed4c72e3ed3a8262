/* tree_subjects.c - subjects that the parser did not give to their verbs. */
#include "core/language/tree.h"

#include "core/model.h"

static bool has_subject(const dtl_tree *tree, int verb) {
    return dtl_tree_has(tree, verb, DTL_DEP_NSUBJ) ||
           dtl_tree_has(tree, verb, DTL_DEP_NSUBJ_PASS);
}

static int verb_above(const dtl_tree *tree, int node) {
    node = tree->nodes[node].head;
    while (node <= tree->count && !dtl_tree_is_verb(tree, node))
        node = tree->nodes[node].head;
    return node;
}

/* ---- a name between commas ---------------------------------------------- */

/* The verb that begins right behind `comma`, helped or not, without a subject
 * of its own; 0: none does. Behind "whose" a participle is one too. */
static int verb_behind(const dtl_tree *tree, int comma, bool whose) {
    int node = comma + 1;
    while (node <= tree->count && (tree->tokens[node].pos == DTL_POS_AUX ||
                                     tree->tokens[node].pos == DTL_POS_ADV))
        node++;
    if (!dtl_tree_is_verb(tree, node)) return 0;
    const uint8_t tag = tree->tokens[node].tag;
    const bool helped = node > comma + 1 &&
                        tree->tokens[comma + 1].pos == DTL_POS_AUX;
    if ((tag != DTL_TAG_VBD && tag != DTL_TAG_VBZ && !helped &&
         !(whose && tag == DTL_TAG_VBN)) ||
        has_subject(tree, node) || dtl_tree_has(tree, node, DTL_DEP_CC))
        return 0;
    return node;
}

/* The last word of the name that begins at `first`, which hangs together by
 * itself. */
static int end_of_name(const dtl_tree *tree, int first) {
    int last = first;
    while (last < tree->count &&
           (dtl_tree_is_above(tree, first, last + 1)) &&
           !(dtl_tree_is_punct(tree, last + 1) &&
             tree->nodes[last + 1].head == first))
        last++;
    return last;
}

/* What stands before the noun: its determiner or owner. */
static int owner_of(const dtl_tree *tree, int noun) {
    const int owner = dtl_tree_child(tree, noun, DTL_DEP_NMOD_POSS);
    return owner && owner < noun ? owner : 0;
}

/* Gives the verb its place: what "after" opens hangs on the verb above, what
 * "whose" opens on the noun before, and what is said hangs on who says it. */
static void place_verb(dtl_tree *tree, int noun, int verb) {
    dtl_node *nodes = tree->nodes;
    const int link = dtl_tree_child(tree, noun, DTL_DEP_CASE);
    const int owner = owner_of(tree, noun);
    const int above = nodes[verb].head;
    if (link && link < noun) {
        dtl_tree_set(tree, link, verb, DTL_DEP_MARK);
        dtl_tree_set(tree, verb, verb_above(tree, noun), DTL_DEP_ADVCL);
    } else if (tree->tokens[owner].tag == DTL_TAG_WPS) {
        dtl_tree_set(tree, verb, nodes[noun].head, DTL_DEP_ACL_RELCL);
    } else if (above <= tree->count && nodes[above].dep == DTL_DEP_ROOT) {
        dtl_tree_set(tree, verb, nodes[above].head, DTL_DEP_ROOT);
        dtl_tree_set(tree, above, verb, DTL_DEP_CCOMP);
    } else if (dtl_tree_is_above(tree, noun, verb)) {
        dtl_tree_set(tree, verb, nodes[noun].head, (dtl_dep)nodes[noun].dep);
    }
    dtl_tree_set(tree, noun, verb,
        dtl_tree_has(tree, verb, DTL_DEP_AUX_PASS) ? DTL_DEP_NSUBJ_PASS
                                                     : DTL_DEP_NSUBJ);
}

/* "her doctor, Jo Berg, told reporters": the noun before the name. */
static void join_apposed(dtl_tree *tree, int noun) {
    const dtl_node *nodes = tree->nodes;
    const int owner = owner_of(tree, noun);
    if (!owner || noun + 3 > tree->count ||
        !dtl_tree_is_punct(tree, noun + 1) ||
        tree->tokens[noun].pos != DTL_POS_NOUN ||
        tree->tokens[noun + 2].pos != DTL_POS_PROPN)
        return;
    const int name = noun + 2, last = end_of_name(tree, name);
    const int link = dtl_tree_child(tree, noun, DTL_DEP_CASE);
    if (nodes[name].head > name || dtl_tree_is_above(tree, name, noun) ||
        last + 2 > tree->count ||
        !dtl_tree_is_punct(tree, last + 1) ||
        (link && !dtl_tree_is_link(&tree->tokens[link])))
        return;
    const int verb = verb_behind(
        tree, last + 1, tree->tokens[owner].tag == DTL_TAG_WPS);
    if (!verb || dtl_tree_is_above(tree, verb, noun)) return;
    if (link && verb_above(tree, noun) > tree->count) return;
    dtl_tree_set(tree, name, noun, DTL_DEP_APPOS);
    place_verb(tree, noun, verb);
}

/* ---- a phrase between ---------------------------------------------------- */

/* "after talks with the union collapsed", "after his rival, Jo Berg, was hurt":
 * the noun that the preposition of a clause was given to is its subject. */
static void open_by_link(dtl_tree *tree, int verb) {
    const dtl_node *nodes = tree->nodes;
    const bool passive = dtl_tree_has(tree, verb, DTL_DEP_AUX_PASS);
    if (nodes[verb].dep != DTL_DEP_ADVCL || nodes[verb].head > verb ||
        (tree->tokens[verb].tag != DTL_TAG_VBD && !passive) ||
        has_subject(tree, verb) || dtl_tree_has(tree, verb, DTL_DEP_MARK))
        return;
    const int noun = dtl_tree_child(tree, verb, DTL_DEP_OBL);
    const int link = noun ? dtl_tree_child(tree, noun, DTL_DEP_CASE) : 0;
    if (!link || link > noun || noun > verb || tree->tokens[noun].time ||
        !dtl_tree_is_link(&tree->tokens[link]) ||
        (dtl_tree_has_punct(tree, link, verb) && !passive))
        return;
    dtl_tree_set(tree, link, verb, DTL_DEP_MARK);
    dtl_tree_set(tree, noun, verb,
                 passive ? DTL_DEP_NSUBJ_PASS : DTL_DEP_NSUBJ);
}

/* "A pact between the crown and the rebels of the isles took effect": what is
 * joined to a noun behind the subject is not the subject. */
static void free_joined_subject(dtl_tree *tree, int verb) {
    const dtl_node *nodes = tree->nodes;
    const int joined = dtl_tree_child(tree, verb, DTL_DEP_NSUBJ);
    const int subject = dtl_tree_child(tree, verb, DTL_DEP_OBJ);
    const int link = joined ? dtl_tree_child(tree, joined, DTL_DEP_CC) : 0;
    if (!link || !subject || link > joined || subject > link ||
        joined > verb || dtl_tree_has_punct(tree, subject, joined))
        return;
    int first = link - 1;
    while (nodes[first].head > subject && nodes[first].head < link &&
           nodes[first].head != first)
        first = nodes[first].head;
    if (first == subject || nodes[first].head != subject) return;
    dtl_tree_set(tree, joined, first, DTL_DEP_CONJ);
    dtl_tree_set(tree, subject, verb, DTL_DEP_NSUBJ);
}

/* ---- other clauses ------------------------------------------------------ */

/* "the law, which parliament passed": no quality of parliament. */
static void open_which(dtl_tree *tree, int which) {
    const dtl_node *nodes = tree->nodes;
    const int noun = nodes[which].head;
    if (tree->tokens[which].tag != DTL_TAG_WDT ||
        nodes[which].dep != DTL_DEP_DET || noun < which || which < 3 ||
        noun > tree->count || !dtl_tree_is_punct(tree, which - 1) ||
        nodes[noun].head >= which)
        return;
    const int verb = dtl_tree_child(tree, noun, DTL_DEP_ACL);
    if (!verb || verb != noun + 1) return;
    dtl_tree_set(tree, verb, nodes[noun].head, DTL_DEP_ACL_RELCL);
    dtl_tree_set(tree, noun, verb, DTL_DEP_NSUBJ);
    dtl_tree_set(tree, which, verb, DTL_DEP_OBJ);
}

/* "held as planned on Friday": the day is of what is held. */
static void lift_from_aside(dtl_tree *tree, int verb) {
    dtl_node *nodes = tree->nodes;
    const int link = dtl_tree_child(tree, verb, DTL_DEP_MARK);
    const int above = nodes[verb].head;
    if (nodes[verb].dep != DTL_DEP_ADVCL || above > verb || !link ||
        link != verb - 1 || tree->tokens[verb].tag != DTL_TAG_VBN ||
        !dtl_tree_is_link(&tree->tokens[link]))
        return;
    for (int node = verb + 1; node <= tree->count; node++)
        if (nodes[node].head == verb && tree->tokens[node].time)
            nodes[node].head = (int16_t)above;
}

void dtl_tree_mend_subjects(dtl_tree *tree) {
    for (int node = 1; node <= tree->count; node++) {
        join_apposed(tree, node);
        open_which(tree, node);
        if (!dtl_tree_is_verb(tree, node)) continue;
        open_by_link(tree, node);
        free_joined_subject(tree, node);
        lift_from_aside(tree, node);
    }
}
