/* tree_subjects.c - subjects that the parser did not give to their verbs. */
#include "core/language/tree.h"

#include "core/model.h"

static bool has_subject(const dtl_parser *parser, int verb) {
    return dtl_tree_has(parser, verb, DTL_DEP_NSUBJ) ||
           dtl_tree_has(parser, verb, DTL_DEP_NSUBJ_PASS);
}

static int verb_above(const dtl_parser *parser, int node) {
    node = parser->nodes[node].head;
    while (node <= parser->count && !dtl_tree_is_verb(parser, node))
        node = parser->nodes[node].head;
    return node;
}

/* ---- a name between commas ---------------------------------------------- */

/* The verb that begins right behind `comma`, helped or not, without a subject
 * of its own; 0: none does. Behind "whose" a participle is one too. */
static int verb_behind(const dtl_parser *parser, int comma, bool whose) {
    int node = comma + 1;
    while (node <= parser->count && (parser->tokens[node].pos == DTL_POS_AUX ||
                                     parser->tokens[node].pos == DTL_POS_ADV))
        node++;
    if (!dtl_tree_is_verb(parser, node)) return 0;
    const uint8_t tag = parser->tokens[node].tag;
    const bool helped = node > comma + 1 &&
                        parser->tokens[comma + 1].pos == DTL_POS_AUX;
    if ((tag != DTL_TAG_VBD && tag != DTL_TAG_VBZ && !helped &&
         !(whose && tag == DTL_TAG_VBN)) ||
        has_subject(parser, node) || dtl_tree_has(parser, node, DTL_DEP_CC))
        return 0;
    return node;
}

/* The last word of the name that begins at `first`, which hangs together by
 * itself. */
static int end_of_name(const dtl_parser *parser, int first) {
    int last = first;
    while (last < parser->count &&
           (dtl_tree_is_above(parser, first, last + 1)) &&
           !(dtl_tree_is_punct(parser, last + 1) &&
             parser->nodes[last + 1].head == first))
        last++;
    return last;
}

/* What stands before the noun: its determiner or owner. */
static int owner_of(const dtl_parser *parser, int noun) {
    const int owner = dtl_tree_child(parser, noun, DTL_DEP_NMOD_POSS);
    return owner && owner < noun ? owner : 0;
}

/* Gives the verb its place: what "after" opens hangs on the verb above, what
 * "whose" opens on the noun before, and what is said hangs on who says it. */
static void place_verb(dtl_parser *parser, int noun, int verb) {
    dtl_node *nodes = parser->nodes;
    const int link = dtl_tree_child(parser, noun, DTL_DEP_CASE);
    const int owner = owner_of(parser, noun);
    const int above = nodes[verb].head;
    if (link && link < noun) {
        dtl_tree_set(parser, link, verb, DTL_DEP_MARK);
        dtl_tree_set(parser, verb, verb_above(parser, noun), DTL_DEP_ADVCL);
    } else if (parser->tokens[owner].tag == DTL_TAG_WPS) {
        dtl_tree_set(parser, verb, nodes[noun].head, DTL_DEP_ACL_RELCL);
    } else if (above <= parser->count && nodes[above].dep == DTL_DEP_ROOT) {
        dtl_tree_set(parser, verb, nodes[above].head, DTL_DEP_ROOT);
        dtl_tree_set(parser, above, verb, DTL_DEP_CCOMP);
    } else if (dtl_tree_is_above(parser, noun, verb)) {
        dtl_tree_set(parser, verb, nodes[noun].head, (dtl_dep)nodes[noun].dep);
    }
    dtl_tree_set(parser, noun, verb,
        dtl_tree_has(parser, verb, DTL_DEP_AUX_PASS) ? DTL_DEP_NSUBJ_PASS
                                                     : DTL_DEP_NSUBJ);
}

/* "her doctor, Jo Berg, told reporters": the noun before the name. */
static void join_apposed(dtl_parser *parser, int noun) {
    const dtl_node *nodes = parser->nodes;
    const int owner = owner_of(parser, noun);
    if (!owner || noun + 3 > parser->count ||
        !dtl_tree_is_punct(parser, noun + 1) ||
        parser->tokens[noun].pos != DTL_POS_NOUN ||
        parser->tokens[noun + 2].pos != DTL_POS_PROPN)
        return;
    const int name = noun + 2, last = end_of_name(parser, name);
    const int link = dtl_tree_child(parser, noun, DTL_DEP_CASE);
    if (nodes[name].head > name || dtl_tree_is_above(parser, name, noun) ||
        last + 2 > parser->count ||
        !dtl_tree_is_punct(parser, last + 1) ||
        (link && !dtl_tree_is_link(&parser->tokens[link])))
        return;
    const int verb = verb_behind(
        parser, last + 1, parser->tokens[owner].tag == DTL_TAG_WPS);
    if (!verb || dtl_tree_is_above(parser, verb, noun)) return;
    if (link && verb_above(parser, noun) > parser->count) return;
    dtl_tree_set(parser, name, noun, DTL_DEP_APPOS);
    place_verb(parser, noun, verb);
}

/* ---- a phrase between ---------------------------------------------------- */

/* "after talks with the union collapsed": the noun that the preposition of a
 * clause was given to is its subject. */
static void open_by_link(dtl_parser *parser, int verb) {
    const dtl_node *nodes = parser->nodes;
    if (nodes[verb].dep != DTL_DEP_ADVCL || nodes[verb].head > verb ||
        parser->tokens[verb].tag != DTL_TAG_VBD || has_subject(parser, verb) ||
        dtl_tree_has(parser, verb, DTL_DEP_MARK))
        return;
    const int noun = dtl_tree_child(parser, verb, DTL_DEP_OBL);
    const int link = noun ? dtl_tree_child(parser, noun, DTL_DEP_CASE) : 0;
    if (!link || link > noun || noun > verb || parser->tokens[noun].time ||
        !dtl_tree_is_link(&parser->tokens[link]) ||
        dtl_tree_has_punct(parser, link, verb))
        return;
    dtl_tree_set(parser, link, verb, DTL_DEP_MARK);
    dtl_tree_set(parser, noun, verb, DTL_DEP_NSUBJ);
}

/* "A pact between the crown and the rebels of the isles took effect": what is
 * joined to a noun behind the subject is not the subject. */
static void free_joined_subject(dtl_parser *parser, int verb) {
    const dtl_node *nodes = parser->nodes;
    const int joined = dtl_tree_child(parser, verb, DTL_DEP_NSUBJ);
    const int subject = dtl_tree_child(parser, verb, DTL_DEP_OBJ);
    const int link = joined ? dtl_tree_child(parser, joined, DTL_DEP_CC) : 0;
    if (!link || !subject || link > joined || subject > link ||
        joined > verb || dtl_tree_has_punct(parser, subject, joined))
        return;
    int first = link - 1;
    while (nodes[first].head > subject && nodes[first].head < link &&
           nodes[first].head != first)
        first = nodes[first].head;
    if (first == subject || nodes[first].head != subject) return;
    dtl_tree_set(parser, joined, first, DTL_DEP_CONJ);
    dtl_tree_set(parser, subject, verb, DTL_DEP_NSUBJ);
}

/* ---- other clauses ------------------------------------------------------ */

/* "the law, which parliament passed": no quality of parliament. */
static void open_which(dtl_parser *parser, int which) {
    const dtl_node *nodes = parser->nodes;
    const int noun = nodes[which].head;
    if (parser->tokens[which].tag != DTL_TAG_WDT ||
        nodes[which].dep != DTL_DEP_DET || noun < which || which < 3 ||
        noun > parser->count || !dtl_tree_is_punct(parser, which - 1) ||
        nodes[noun].head >= which)
        return;
    const int verb = dtl_tree_child(parser, noun, DTL_DEP_ACL);
    if (!verb || verb != noun + 1) return;
    dtl_tree_set(parser, verb, nodes[noun].head, DTL_DEP_ACL_RELCL);
    dtl_tree_set(parser, noun, verb, DTL_DEP_NSUBJ);
    dtl_tree_set(parser, which, verb, DTL_DEP_OBJ);
}

/* "held as planned on Friday": the day is of what is held. */
static void lift_from_aside(dtl_parser *parser, int verb) {
    dtl_node *nodes = parser->nodes;
    const int link = dtl_tree_child(parser, verb, DTL_DEP_MARK);
    const int above = nodes[verb].head;
    if (nodes[verb].dep != DTL_DEP_ADVCL || above > verb || !link ||
        link != verb - 1 || parser->tokens[verb].tag != DTL_TAG_VBN ||
        !dtl_tree_is_link(&parser->tokens[link]))
        return;
    for (int node = verb + 1; node <= parser->count; node++)
        if (nodes[node].head == verb && parser->tokens[node].time)
            nodes[node].head = (int16_t)above;
}

void dtl_tree_mend_subjects(dtl_parser *parser) {
    for (int node = 1; node <= parser->count; node++) {
        join_apposed(parser, node);
        open_which(parser, node);
        if (!dtl_tree_is_verb(parser, node)) continue;
        open_by_link(parser, node);
        free_joined_subject(parser, node);
        lift_from_aside(parser, node);
    }
}
