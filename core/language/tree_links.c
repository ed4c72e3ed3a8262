/* tree_links.c - clauses that a word such as "as", "who" or "to" opens, where
 * the parser lost what it links. */
#include "core/language/tree.h"

#include "core/model.h"

static int subject_of(const dtl_parser *parser, int verb) {
    const int active = dtl_tree_child(parser, verb, DTL_DEP_NSUBJ);
    return active ? active : dtl_tree_child(parser, verb, DTL_DEP_NSUBJ_PASS);
}

static bool is_finite(const dtl_parser *parser, int verb) {
    if (dtl_tag_is_finite(parser->tokens[verb].tag)) return true;
    for (int node = 1; node < verb; node++)
        if (parser->nodes[node].head == verb &&
            (parser->nodes[node].dep == DTL_DEP_AUX ||
             parser->nodes[node].dep == DTL_DEP_AUX_PASS) &&
            dtl_tag_is_finite(parser->tokens[node].tag))
            return true;
    return false;
}

bool dtl_tree_is_link(const dtl_token *token) {
    static const char *const forms[] = {
        "after", "although", "as",    "because", "before", "once",
        "since", "though",   "until", "when",    "while"};
    return dtl_tree_is_form(token, forms, sizeof forms / sizeof *forms);
}

/* "as the embargo on timber continued": a past tense behind the noun, without
 * anything that relates it, is the verb of a clause and the noun its subject;
 * what has a preposition is none. */
static void open_clause(dtl_parser *parser, int verb) {
    const dtl_node *nodes = parser->nodes;
    const int noun = nodes[verb].head;
    const int own = subject_of(parser, verb);
    if ((nodes[verb].dep != DTL_DEP_ACL &&
         nodes[verb].dep != DTL_DEP_ACL_RELCL) ||
        parser->tokens[verb].tag != DTL_TAG_VBD || noun >= verb ||
        (own && !dtl_tree_child(parser, own, DTL_DEP_CASE)) ||
        dtl_tree_has(parser, verb, DTL_DEP_MARK))
        return;
    const int link = dtl_tree_child(parser, noun, DTL_DEP_CASE);
    if (!link || link > noun || !dtl_tree_is_link(&parser->tokens[link]) ||
        dtl_tree_has_punct(parser, link, verb))
        return;
    int above = nodes[noun].head;
    while (above <= parser->count && !dtl_tree_is_verb(parser, above))
        above = nodes[above].head;
    if (above > parser->count) return;
    for (int node = verb + 1; node <= parser->count; node++)
        if (nodes[node].head == noun) parser->nodes[node].head = (int16_t)verb;
    if (own) dtl_tree_set(parser, own, noun, DTL_DEP_NMOD);
    dtl_tree_set(parser, verb, above, DTL_DEP_ADVCL);
    dtl_tree_set(parser, noun, verb, DTL_DEP_NSUBJ);
    dtl_tree_set(parser, link, verb, DTL_DEP_MARK);
}

/* "shelled two towns since the truce collapsed": a whole clause that such a
 * word opens is no relative clause of the towns and no second clause; but
 * what "while" opens may well be one. */
static void free_linked(dtl_parser *parser, int verb) {
    static const char *const contrast[] = {"while"};
    const dtl_node *nodes = parser->nodes;
    const int link = dtl_tree_child(parser, verb, DTL_DEP_MARK);
    const int subject = subject_of(parser, verb);
    if ((nodes[verb].dep != DTL_DEP_ACL_RELCL &&
         nodes[verb].dep != DTL_DEP_CONJ) ||
        !link || !dtl_tree_is_link(&parser->tokens[link]) || link > subject ||
        subject > verb || !is_finite(parser, verb) ||
        dtl_tree_has(parser, verb, DTL_DEP_CC) ||
        dtl_tree_is_form(&parser->tokens[link], contrast, 1))
        return;
    int above = nodes[verb].head;
    while (above <= parser->count && !dtl_tree_is_verb(parser, above))
        above = nodes[above].head;
    if (above < link) dtl_tree_set(parser, verb, above, DTL_DEP_ADVCL);
}

/* The verb behind the comma that ends the clause of `first`, or 0. */
static int main_verb(const dtl_parser *parser, int first) {
    for (int verb = first + 1; verb <= parser->count; verb++) {
        const uint8_t dep = parser->nodes[verb].dep;
        if (parser->nodes[verb].head != first ||
            !dtl_tree_is_verb(parser, verb) ||
            (dep != DTL_DEP_CCOMP && dep != DTL_DEP_PARATAXIS &&
             dep != DTL_DEP_ADVCL && dep != DTL_DEP_CONJ))
            continue;
        const int subject = subject_of(parser, verb);
        if (subject > first && subject < verb && is_finite(parser, verb) &&
            !dtl_tree_has(parser, verb, DTL_DEP_MARK) &&
            !dtl_tree_has(parser, verb, DTL_DEP_CC) &&
            dtl_tree_has_punct(parser, first, subject))
            return verb;
    }
    return 0;
}

/* "As the dam broke", "This year, as the dam broke": the link opens the
 * sentence, or does so behind its time. */
static bool opens(const dtl_parser *parser, int link) {
    int at = 1;
    while (at < link && parser->tokens[at].time) at++;
    if (at > 1 && at < link && dtl_tree_is_punct(parser, at)) at++;
    return link <= 2 || link == at;
}

/* The time that stands before the link is the main clause's, and what comes
 * behind the main verb. */
static void hand_over(dtl_parser *parser, int first, int link, int verb) {
    for (int node = 1; node <= parser->count; node++)
        if (parser->nodes[node].head == first && node != verb &&
            (node > verb || node < link))
            parser->nodes[node].head = (int16_t)verb;
    dtl_tree_set(parser, verb, parser->nodes[first].head, DTL_DEP_ROOT);
    dtl_tree_set(parser, first, verb, DTL_DEP_ADVCL);
}

/* The noun that "made" of "a crowd of miners made" tells of. */
static int whole_of(const dtl_parser *parser, int noun) {
    const dtl_node *nodes = parser->nodes;
    while (nodes[noun].dep == DTL_DEP_NMOD && nodes[noun].head < noun &&
           !dtl_tree_has_punct(parser, nodes[noun].head, noun))
        noun = nodes[noun].head;
    return noun;
}

/* The noun's phrase begins right behind a punctuation mark after `first`. */
static bool is_set_off(const dtl_parser *parser, int first, int noun) {
    int start = noun;
    while (start > first && !dtl_tree_is_punct(parser, start - 1) &&
           dtl_tree_is_above(parser, noun, start - 1))
        start--;
    return start - 1 > first && dtl_tree_is_punct(parser, start - 1);
}

/* The past tense that was hung as a participle on the noun behind the comma
 * that ends the clause of `first`, or 0. */
static int lost_verb(const dtl_parser *parser, int first) {
    const dtl_node *nodes = parser->nodes;
    for (int verb = first + 1; verb <= parser->count; verb++) {
        const uint8_t tag = parser->tokens[verb].tag;
        if (nodes[verb].dep != DTL_DEP_ACL || nodes[verb].head > verb ||
            nodes[verb].head <= first || subject_of(parser, verb) ||
            (tag != DTL_TAG_VBD &&
             (tag != DTL_TAG_VBN || !dtl_tree_has(parser, verb, DTL_DEP_OBJ))))
            continue;
        const int noun = whole_of(parser, nodes[verb].head);
        if (noun > first && !dtl_tree_has(parser, noun, DTL_DEP_CASE) &&
            !dtl_tree_has_punct(parser, noun, verb) &&
            is_set_off(parser, first, noun))
            return verb;
    }
    return 0;
}

/* "As the dam broke, a crowd left town", with the crowd hung somewhere on the
 * dam. */
static void free_lost_verb(dtl_parser *parser, int first, int link) {
    const int verb = lost_verb(parser, first);
    if (!verb) return;
    const int noun = whole_of(parser, parser->nodes[verb].head);
    for (int node = verb + 1; node <= parser->count; node++)
        if (parser->nodes[node].head <= noun)
            parser->nodes[node].head = (int16_t)verb;
    hand_over(parser, first, link, verb);
    dtl_tree_set(parser, noun, verb, DTL_DEP_NSUBJ);
}

/* "As the dam broke, many fled": the clause that "as" opens is not the main
 * one. */
static void root_behind_link(dtl_parser *parser, int first) {
    const int link = dtl_tree_child(parser, first, DTL_DEP_MARK);
    if (!link || !dtl_tree_is_link(&parser->tokens[link]) ||
        !opens(parser, link))
        return;
    const int verb = main_verb(parser, first);
    if (verb) hand_over(parser, first, link, verb);
    else free_lost_verb(parser, first, link);
}

/* ", who was hurt but survived": the comma that opened the clause did not
 * close it. */
static void join_inside(dtl_parser *parser, int verb) {
    const dtl_node *nodes = parser->nodes;
    const int link = dtl_tree_child(parser, verb, DTL_DEP_CC);
    if (nodes[verb].dep != DTL_DEP_CONJ || !link || link > verb ||
        subject_of(parser, verb) || !dtl_tree_is_verb(parser, nodes[verb].head))
        return;
    for (int inner = link - 1; inner > nodes[verb].head; inner--) {
        if (dtl_tree_is_punct(parser, inner)) return;
        if (nodes[inner].dep != DTL_DEP_ACL_RELCL ||
            !dtl_tree_is_verb(parser, inner))
            continue;
        const int who = subject_of(parser, inner);
        const uint8_t tag = parser->tokens[who].tag;
        if (who > 1 && (tag == DTL_TAG_WP || tag == DTL_TAG_WDT) &&
            dtl_tree_is_punct(parser, who - 1) &&
            dtl_tree_is_above(parser, nodes[verb].head, inner) &&
            !dtl_tree_is_above(parser, verb, inner))
            parser->nodes[verb].head = (int16_t)inner;
        return;
    }
}

/* The clause in front of a report that ends the sentence, or 0. */
static int content_of(const dtl_parser *parser, int report) {
    const int what = dtl_tree_child(parser, report, DTL_DEP_CCOMP);
    const int subject = subject_of(parser, report);
    const int end = subject && subject < report ? subject : report;
    return what && what < end && dtl_tree_is_verb(parser, what) &&
                   dtl_tree_has_punct(parser, what, end)
               ? what
               : 0;
}

/* The last verb of the clause before the node, no comma between. */
static int verb_before(const dtl_parser *parser, int what, int node) {
    for (int verb = node - 1; verb > what; verb--) {
        if (dtl_tree_is_punct(parser, verb)) break;
        if (dtl_tree_is_verb(parser, verb) &&
            dtl_tree_is_above(parser, what, verb))
            return verb;
    }
    return what;
}

/* "A ferry sank, killing ten, officials said": what stands before the report
 * hangs on what is reported. */
static void lower_to_content(dtl_parser *parser, int node) {
    const dtl_node *nodes = parser->nodes;
    const int report = nodes[node].head;
    const uint8_t dep = nodes[node].dep;
    if (report <= node || report > parser->count ||
        (dep != DTL_DEP_ADVCL && dep != DTL_DEP_OBL &&
         dep != DTL_DEP_OBL_UNMARKED))
        return;
    const int what = content_of(parser, report);
    const int subject = subject_of(parser, report);
    const int end = subject && subject < report ? subject : report;
    if (!what || node > end || !dtl_tree_has_punct(parser, node, end)) return;
    const int to = dtl_tree_child(parser, node, DTL_DEP_MARK);
    const bool wanted = to && to < node && what < to &&
                        parser->tokens[to].tag == DTL_TAG_TO &&
                        !dtl_tree_has_punct(parser, what, to) &&
                        dtl_tree_has(parser, what, DTL_DEP_OBJ);
    dtl_tree_set(parser, node,
        dep == DTL_DEP_ADVCL ? what : verb_before(parser, what, node),
        wanted ? DTL_DEP_XCOMP : (dtl_dep)dep);
}

/* "many in Norhaven left": what stands before the preposition of a noun is no
 * quality of it. */
static void lift_quantity(dtl_parser *parser, int many) {
    dtl_node *nodes = parser->nodes;
    const int noun = nodes[many].head;
    if (nodes[many].dep != DTL_DEP_AMOD || noun < many ||
        parser->tokens[many + 1].pos != DTL_POS_ADP ||
        nodes[many + 1].head != noun || nodes[many + 1].dep != DTL_DEP_CASE ||
        dtl_tree_child(parser, noun, DTL_DEP_CASE) != many + 1)
        return;
    for (int node = 1; node < many; node++)
        if (nodes[node].head == noun) nodes[node].head = (int16_t)many;
    dtl_tree_set(parser, many, nodes[noun].head, (dtl_dep)nodes[noun].dep);
    dtl_tree_set(parser, noun, many, DTL_DEP_NMOD);
}

/* "called the strike off last week": no preposition of a time. */
static void free_particle(dtl_parser *parser, int off) {
    static const char *const forms[] = {"down", "off", "out", "up"};
    const int time = parser->nodes[off].head;
    if (parser->nodes[off].dep != DTL_DEP_CASE || off > time ||
        time > parser->count || !parser->tokens[off + 1].time ||
        parser->tokens[off].time)
        return;
    const int verb = parser->nodes[time].head;
    if (verb < off && dtl_tree_is_verb(parser, verb) &&
        dtl_tree_is_form(&parser->tokens[off], forms,
                         sizeof forms / sizeof *forms))
        dtl_tree_set(parser, off, verb, DTL_DEP_COMPOUND_PRT);
}

/* "found the miner, 29, guilty of arson": not who the miner is. */
static void free_verdict(dtl_parser *parser, int guilty) {
    static const char *const forms[] = {"alive", "dead",   "guilty",
                                        "hanged", "innocent", "liable"};
    const dtl_node *nodes = parser->nodes;
    const int object = nodes[guilty].head;
    if (nodes[guilty].dep != DTL_DEP_APPOS || object > guilty ||
        nodes[object].dep != DTL_DEP_OBJ || nodes[object].head > object ||
        !dtl_tree_is_form(&parser->tokens[guilty], forms,
                          sizeof forms / sizeof *forms))
        return;
    dtl_tree_set(parser, guilty, nodes[object].head, DTL_DEP_XCOMP);
}

/* "murdered L. A. County Deputy Ada Lind": the first of two objects that
 * nothing parts is a piece of the second. */
static void join_objects(dtl_parser *parser, int second) {
    const dtl_node *nodes = parser->nodes;
    const int verb = nodes[second].head;
    const bool lost = nodes[second].dep == DTL_DEP_OBL &&
                      parser->tokens[second].pos == DTL_POS_PROPN &&
                      !parser->tokens[second].time &&
                      !dtl_tree_has(parser, second, DTL_DEP_CASE);
    if ((nodes[second].dep != DTL_DEP_OBJ && !lost) || verb > second) return;
    int first = verb + 1;
    while (first < second && nodes[first].head != verb) first++;
    if (first == second || nodes[first].dep != DTL_DEP_OBJ ||
        parser->tokens[first].pos != DTL_POS_PROPN)
        return;
    for (int node = first + 1; node < second; node++)
        if (dtl_tree_is_punct(parser, node) ||
            (!dtl_tree_is_above(parser, first, node) &&
             !dtl_tree_is_above(parser, second, node)))
            return;
    dtl_tree_set(parser, first, second, DTL_DEP_COMPOUND);
    dtl_tree_set(parser, second, verb, DTL_DEP_OBJ);
}

void dtl_tree_mend_links(dtl_parser *parser) {
    for (int node = 1; node <= parser->count; node++) {
        lift_quantity(parser, node);
        free_verdict(parser, node);
        join_objects(parser, node);
        free_particle(parser, node);
        lower_to_content(parser, node);
        if (!dtl_tree_is_verb(parser, node)) continue;
        open_clause(parser, node);
        free_linked(parser, node);
        join_inside(parser, node);
        if (parser->nodes[node].dep == DTL_DEP_ROOT)
            root_behind_link(parser, node);
    }
}
