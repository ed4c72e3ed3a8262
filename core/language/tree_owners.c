/* tree_owners.c - owners, which hang on what they own.
 *
 * "to the United Nations' highest judicial body": what stands behind the
 * possessive is owned, and the preposition in front is its. */
#include "core/language/tree.h"
#include "core/model.h"

/* Words of a nominal behind an owner that are looked through. */
#define REACH 8

static bool is_nominal(const dtl_parser *parser, int node) {
    return dtl_pos_is_noun(parser->tokens[node].pos);
}

static bool may_precede(const dtl_parser *parser, int node) {
    const dtl_token *t = &parser->tokens[node];
    return t->pos == DTL_POS_ADJ || t->pos == DTL_POS_NUM ||
           t->tag == DTL_TAG_VBN || t->tag == DTL_TAG_VBG ||
           is_nominal(parser, node);
}

/* The noun that ends the nominal behind the mark, or 0. */
static int owned_behind(const dtl_parser *parser, int mark) {
    int node = mark + 1, found = 0;
    for (; node <= parser->count && node <= mark + REACH; node++) {
        if (!may_precede(parser, node)) break;
        if (found && !is_nominal(parser, node)) break;
        if (is_nominal(parser, node)) found = node;
    }
    /* "the leaders' gathering": a gerund that nothing follows is a noun. */
    if (!found && mark < parser->count &&
        parser->tokens[mark + 1].tag == DTL_TAG_VBG)
        found = mark + 1;
    return found;
}

static void give_preposition(dtl_parser *parser, int owner, int owned) {
    for (int node = 1; node < owner; node++)
        if (parser->nodes[node].head == owner &&
            parser->nodes[node].dep == DTL_DEP_CASE)
            parser->nodes[node].head = (int16_t)owned;
}

/* "the Bank of Luria's governor": who owns begins before the preposition,
 * which is not the owned one's. */
static bool is_end_of_name(const dtl_parser *parser, int owner) {
    const int head = parser->nodes[owner].head;
    return parser->nodes[owner].dep == DTL_DEP_NMOD && head < owner &&
           parser->tokens[head].pos == DTL_POS_PROPN &&
           parser->tokens[head + 1].pos == DTL_POS_ADP;
}

/* "Jo Berg, whose boats sank, sued": what is whose is the subject of the
 * relative clause. */
static void mend_whose(dtl_parser *parser, int whose) {
    dtl_node *nodes = parser->nodes;
    const int boats = nodes[whose].head;
    if (boats <= whose || boats > parser->count ||
        nodes[boats].head >= whose)
        return;
    for (int verb = boats + 1; verb <= parser->count; verb++) {
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

void dtl_tree_mend_owners(dtl_parser *parser) {
    dtl_node *nodes = parser->nodes;
    for (int mark = 2; mark < parser->count; mark++) {
        if (parser->tokens[mark].tag == DTL_TAG_WPS)
            mend_whose(parser, mark);
        if (parser->tokens[mark].tag != DTL_TAG_POS) continue;
        const int owner = nodes[mark].head;
        if (owner >= mark || is_end_of_name(parser, owner) ||
            nodes[owner].head > mark || parser->tokens[owner].time)
            continue;
        const int owned = owned_behind(parser, mark);
        if (!owned || parser->tokens[owned].time) continue;
        if (dtl_tree_is_above(parser, owner, owned)) {
            nodes[owned].head = nodes[owner].head;
            nodes[owned].dep = nodes[owner].dep;
        }
        nodes[owner].head = (int16_t)owned;
        nodes[owner].dep = DTL_DEP_NMOD_POSS;
        give_preposition(parser, owner, owned);
    }
}
