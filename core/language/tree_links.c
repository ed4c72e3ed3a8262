/* tree_links.c - clauses that a word such as "as", "who" or "to" opens, where
 * the parser lost what it links. */
#include "core/language/tree.h"

#include "core/model.h"

static int subject_of(const dtl_tree *tree, int verb) {
    const int active = dtl_tree_child(tree, verb, DTL_DEP_NSUBJ);
    return active ? active : dtl_tree_child(tree, verb, DTL_DEP_NSUBJ_PASS);
}

static bool is_finite(const dtl_tree *tree, int verb) {
    if (dtl_tag_is_finite(tree->tokens[verb].tag)) return true;
    for (int node = 1; node < verb; node++)
        if (tree->nodes[node].head == verb &&
            (tree->nodes[node].dep == DTL_DEP_AUX ||
             tree->nodes[node].dep == DTL_DEP_AUX_PASS) &&
            dtl_tag_is_finite(tree->tokens[node].tag))
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
static void open_clause(dtl_tree *tree, int verb) {
    const dtl_node *nodes = tree->nodes;
    const int noun = nodes[verb].head;
    const int own = subject_of(tree, verb);
    if ((nodes[verb].dep != DTL_DEP_ACL &&
         nodes[verb].dep != DTL_DEP_ACL_RELCL) ||
        tree->tokens[verb].tag != DTL_TAG_VBD || noun >= verb ||
        (own && !dtl_tree_child(tree, own, DTL_DEP_CASE)) ||
        dtl_tree_has(tree, verb, DTL_DEP_MARK))
        return;
    const int link = dtl_tree_child(tree, noun, DTL_DEP_CASE);
    if (!link || link > noun || !dtl_tree_is_link(&tree->tokens[link]) ||
        dtl_tree_has_punct(tree, link, verb))
        return;
    int above = nodes[noun].head;
    while (above <= tree->count && !dtl_tree_is_verb(tree, above))
        above = nodes[above].head;
    if (above > tree->count) return;
    for (int node = verb + 1; node <= tree->count; node++)
        if (nodes[node].head == noun) tree->nodes[node].head = (int16_t)verb;
    if (own) dtl_tree_set(tree, own, noun, DTL_DEP_NMOD);
    dtl_tree_set(tree, verb, above, DTL_DEP_ADVCL);
    dtl_tree_set(tree, noun, verb, DTL_DEP_NSUBJ);
    dtl_tree_set(tree, link, verb, DTL_DEP_MARK);
}

/* "shelled two towns since the truce collapsed": a whole clause that such a
 * word opens is no relative clause of the towns and no second clause; but
 * what "while" opens may well be one. */
static void free_linked(dtl_tree *tree, int verb) {
    static const char *const contrast[] = {"while"};
    const dtl_node *nodes = tree->nodes;
    const int link = dtl_tree_child(tree, verb, DTL_DEP_MARK);
    const int subject = subject_of(tree, verb);
    if ((nodes[verb].dep != DTL_DEP_ACL_RELCL &&
         nodes[verb].dep != DTL_DEP_CONJ) ||
        !link || !dtl_tree_is_link(&tree->tokens[link]) || link > subject ||
        subject > verb || !is_finite(tree, verb) ||
        dtl_tree_has(tree, verb, DTL_DEP_CC) ||
        dtl_tree_is_form(&tree->tokens[link], contrast, 1))
        return;
    int above = nodes[verb].head;
    while (above <= tree->count && !dtl_tree_is_verb(tree, above))
        above = nodes[above].head;
    if (above < link) dtl_tree_set(tree, verb, above, DTL_DEP_ADVCL);
}

/* The verb behind the comma that ends the clause of `first`, or 0. */
static int main_verb(const dtl_tree *tree, int first) {
    for (int verb = first + 1; verb <= tree->count; verb++) {
        const uint8_t dep = tree->nodes[verb].dep;
        if (tree->nodes[verb].head != first ||
            !dtl_tree_is_verb(tree, verb) ||
            (dep != DTL_DEP_CCOMP && dep != DTL_DEP_PARATAXIS &&
             dep != DTL_DEP_ADVCL && dep != DTL_DEP_CONJ))
            continue;
        const int subject = subject_of(tree, verb);
        if (subject > first && subject < verb && is_finite(tree, verb) &&
            !dtl_tree_has(tree, verb, DTL_DEP_MARK) &&
            !dtl_tree_has(tree, verb, DTL_DEP_CC) &&
            dtl_tree_has_punct(tree, first, subject))
            return verb;
    }
    return 0;
}

/* "As the dam broke", "This year, as the dam broke": the link opens the
 * sentence, or does so behind its time. */
static bool opens(const dtl_tree *tree, int link) {
    int at = 1;
    while (at < link && tree->tokens[at].time) at++;
    if (at > 1 && at < link && dtl_tree_is_punct(tree, at)) at++;
    return link <= 2 || link == at;
}

/* The time that stands before the link is the main clause's, and what comes
 * behind the main verb. */
static void hand_over(dtl_tree *tree, int first, int link, int verb) {
    for (int node = 1; node <= tree->count; node++)
        if (tree->nodes[node].head == first && node != verb &&
            (node > verb || node < link))
            tree->nodes[node].head = (int16_t)verb;
    dtl_tree_set(tree, verb, tree->nodes[first].head, DTL_DEP_ROOT);
    dtl_tree_set(tree, first, verb, DTL_DEP_ADVCL);
}

/* The noun that "made" of "a crowd of miners made" tells of. */
static int whole_of(const dtl_tree *tree, int noun) {
    const dtl_node *nodes = tree->nodes;
    while (nodes[noun].dep == DTL_DEP_NMOD && nodes[noun].head < noun &&
           !dtl_tree_has_punct(tree, nodes[noun].head, noun))
        noun = nodes[noun].head;
    return noun;
}

/* The noun's phrase begins right behind a punctuation mark after `first`. */
static bool is_set_off(const dtl_tree *tree, int first, int noun) {
    int start = noun;
    while (start > first && !dtl_tree_is_punct(tree, start - 1) &&
           dtl_tree_is_above(tree, noun, start - 1))
        start--;
    return start - 1 > first && dtl_tree_is_punct(tree, start - 1);
}

/* The past tense that was hung as a participle on the noun behind the comma
 * that ends the clause of `first`, or 0. */
static int lost_verb(const dtl_tree *tree, int first) {
    const dtl_node *nodes = tree->nodes;
    for (int verb = first + 1; verb <= tree->count; verb++) {
        const uint8_t tag = tree->tokens[verb].tag;
        if (nodes[verb].dep != DTL_DEP_ACL || nodes[verb].head > verb ||
            nodes[verb].head <= first || subject_of(tree, verb) ||
            (tag != DTL_TAG_VBD &&
             (tag != DTL_TAG_VBN || !dtl_tree_has(tree, verb, DTL_DEP_OBJ))))
            continue;
        const int noun = whole_of(tree, nodes[verb].head);
        if (noun > first && !dtl_tree_has(tree, noun, DTL_DEP_CASE) &&
            !dtl_tree_has_punct(tree, noun, verb) &&
            is_set_off(tree, first, noun))
            return verb;
    }
    return 0;
}

/* "As the dam broke, a crowd left town", with the crowd hung somewhere on the
 * dam. */
static void free_lost_verb(dtl_tree *tree, int first, int link) {
    const int verb = lost_verb(tree, first);
    if (!verb) return;
    const int noun = whole_of(tree, tree->nodes[verb].head);
    for (int node = verb + 1; node <= tree->count; node++)
        if (tree->nodes[node].head <= noun)
            tree->nodes[node].head = (int16_t)verb;
    hand_over(tree, first, link, verb);
    dtl_tree_set(tree, noun, verb, DTL_DEP_NSUBJ);
}

/* "As the dam broke, many fled": the clause that "as" opens is not the main
 * one. */
static void root_behind_link(dtl_tree *tree, int first) {
    const int link = dtl_tree_child(tree, first, DTL_DEP_MARK);
    if (!link || !dtl_tree_is_link(&tree->tokens[link]) ||
        !opens(tree, link))
        return;
    const int verb = main_verb(tree, first);
    if (verb) hand_over(tree, first, link, verb);
    else free_lost_verb(tree, first, link);
}

/* ", who was hurt but survived": the comma that opened the clause did not
 * close it. */
static void join_inside(dtl_tree *tree, int verb) {
    const dtl_node *nodes = tree->nodes;
    const int link = dtl_tree_child(tree, verb, DTL_DEP_CC);
    if (nodes[verb].dep != DTL_DEP_CONJ || !link || link > verb ||
        subject_of(tree, verb) || !dtl_tree_is_verb(tree, nodes[verb].head))
        return;
    for (int inner = link - 1; inner > nodes[verb].head; inner--) {
        if (dtl_tree_is_punct(tree, inner)) return;
        if (nodes[inner].dep != DTL_DEP_ACL_RELCL ||
            !dtl_tree_is_verb(tree, inner))
            continue;
        const int who = subject_of(tree, inner);
        const uint8_t tag = tree->tokens[who].tag;
        if (who > 1 && (tag == DTL_TAG_WP || tag == DTL_TAG_WDT) &&
            dtl_tree_is_punct(tree, who - 1) &&
            dtl_tree_is_above(tree, nodes[verb].head, inner) &&
            !dtl_tree_is_above(tree, verb, inner))
            tree->nodes[verb].head = (int16_t)inner;
        return;
    }
}

/* The clause in front of a report that ends the sentence, or 0. */
static int content_of(const dtl_tree *tree, int report) {
    const int what = dtl_tree_child(tree, report, DTL_DEP_CCOMP);
    const int subject = subject_of(tree, report);
    const int end = subject && subject < report ? subject : report;
    return what && what < end && dtl_tree_is_verb(tree, what) &&
                   dtl_tree_has_punct(tree, what, end)
               ? what
               : 0;
}

/* The last verb of the clause before the node, no comma between. */
static int verb_before(const dtl_tree *tree, int what, int node) {
    for (int verb = node - 1; verb > what; verb--) {
        if (dtl_tree_is_punct(tree, verb)) break;
        if (dtl_tree_is_verb(tree, verb) &&
            dtl_tree_is_above(tree, what, verb))
            return verb;
    }
    return what;
}

/* "A ferry sank, killing ten, officials said": what stands before the report
 * hangs on what is reported. */
static void lower_to_content(dtl_tree *tree, int node) {
    const dtl_node *nodes = tree->nodes;
    const int report = nodes[node].head;
    const uint8_t dep = nodes[node].dep;
    if (report <= node || report > tree->count ||
        (dep != DTL_DEP_ADVCL && dep != DTL_DEP_OBL &&
         dep != DTL_DEP_OBL_UNMARKED))
        return;
    const int what = content_of(tree, report);
    const int subject = subject_of(tree, report);
    const int end = subject && subject < report ? subject : report;
    if (!what || node > end || !dtl_tree_has_punct(tree, node, end)) return;
    const int to = dtl_tree_child(tree, node, DTL_DEP_MARK);
    const bool wanted = to && to < node && what < to &&
                        tree->tokens[to].tag == DTL_TAG_TO &&
                        !dtl_tree_has_punct(tree, what, to) &&
                        dtl_tree_has(tree, what, DTL_DEP_OBJ);
    dtl_tree_set(tree, node,
        dep == DTL_DEP_ADVCL ? what : verb_before(tree, what, node),
        wanted ? DTL_DEP_XCOMP : (dtl_dep)dep);
}

/* "many in Norhaven left": what stands before the preposition of a noun is no
 * quality of it. */
static void lift_quantity(dtl_tree *tree, int many) {
    dtl_node *nodes = tree->nodes;
    const int noun = nodes[many].head;
    if (nodes[many].dep != DTL_DEP_AMOD || noun < many ||
        tree->tokens[many + 1].pos != DTL_POS_ADP ||
        nodes[many + 1].head != noun || nodes[many + 1].dep != DTL_DEP_CASE ||
        dtl_tree_child(tree, noun, DTL_DEP_CASE) != many + 1)
        return;
    for (int node = 1; node < many; node++)
        if (nodes[node].head == noun) nodes[node].head = (int16_t)many;
    dtl_tree_set(tree, many, nodes[noun].head, (dtl_dep)nodes[noun].dep);
    dtl_tree_set(tree, noun, many, DTL_DEP_NMOD);
}

/* "called the strike off last week": no preposition of a time. */
static void free_particle(dtl_tree *tree, int off) {
    static const char *const forms[] = {"down", "off", "out", "up"};
    const int time = tree->nodes[off].head;
    if (tree->nodes[off].dep != DTL_DEP_CASE || off > time ||
        time > tree->count || !tree->tokens[off + 1].time ||
        tree->tokens[off].time)
        return;
    const int verb = tree->nodes[time].head;
    if (verb < off && dtl_tree_is_verb(tree, verb) &&
        dtl_tree_is_form(&tree->tokens[off], forms,
                         sizeof forms / sizeof *forms))
        dtl_tree_set(tree, off, verb, DTL_DEP_COMPOUND_PRT);
}

/* "found the miner, 29, guilty of arson": not who the miner is. */
static void free_verdict(dtl_tree *tree, int guilty) {
    static const char *const forms[] = {"alive", "dead",   "guilty",
                                        "hanged", "innocent", "liable"};
    const dtl_node *nodes = tree->nodes;
    const int object = nodes[guilty].head;
    if (nodes[guilty].dep != DTL_DEP_APPOS || object > guilty ||
        nodes[object].dep != DTL_DEP_OBJ || nodes[object].head > object ||
        !dtl_tree_is_form(&tree->tokens[guilty], forms,
                          sizeof forms / sizeof *forms))
        return;
    dtl_tree_set(tree, guilty, nodes[object].head, DTL_DEP_XCOMP);
}

/* "murdered L. A. County Deputy Ada Lind": the first of two objects that
 * nothing parts is a piece of the second. */
static void join_objects(dtl_tree *tree, int second) {
    const dtl_node *nodes = tree->nodes;
    const int verb = nodes[second].head;
    const bool lost = nodes[second].dep == DTL_DEP_OBL &&
                      tree->tokens[second].pos == DTL_POS_PROPN &&
                      !tree->tokens[second].time &&
                      !dtl_tree_has(tree, second, DTL_DEP_CASE);
    if ((nodes[second].dep != DTL_DEP_OBJ && !lost) || verb > second) return;
    int first = verb + 1;
    while (first < second && nodes[first].head != verb) first++;
    if (first == second || nodes[first].dep != DTL_DEP_OBJ ||
        tree->tokens[first].pos != DTL_POS_PROPN)
        return;
    for (int node = first + 1; node < second; node++)
        if (dtl_tree_is_punct(tree, node) ||
            (!dtl_tree_is_above(tree, first, node) &&
             !dtl_tree_is_above(tree, second, node)))
            return;
    dtl_tree_set(tree, first, second, DTL_DEP_COMPOUND);
    dtl_tree_set(tree, second, verb, DTL_DEP_OBJ);
}

/* "announced on Friday that it is buying planes": a clause with "that" behind
 * a verb without an object is what was announced. */
static void complete(dtl_tree *tree, int verb) {
    static const char *const that[] = {"that"};
    dtl_node *nodes = tree->nodes;
    const int above = nodes[verb].head;
    const int mark = dtl_tree_child(tree, verb, DTL_DEP_MARK);
    if (nodes[verb].dep != DTL_DEP_ADVCL || above > verb || !mark ||
        mark < above || !dtl_tree_is_verb(tree, above) ||
        !dtl_tree_is_form(&tree->tokens[mark], that, 1) ||
        nodes[mark - 1].dep == DTL_DEP_ADVMOD ||
        dtl_tree_has(tree, above, DTL_DEP_OBJ) ||
        dtl_tree_has(tree, above, DTL_DEP_CCOMP))
        return;
    nodes[verb].dep = DTL_DEP_CCOMP;
}

/* "She was well, her doctor, Jo Oru, told reporters.": a report that no
 * conjunction joins is said of what stands before it. */
static void part_report(dtl_tree *tree, int verb) {
    static const char *const reports[] = {"said", "says", "told", "added"};
    if (tree->nodes[verb].dep != DTL_DEP_CONJ ||
        tree->nodes[verb].head > verb ||
        dtl_tree_has(tree, verb, DTL_DEP_CC) ||
        dtl_tree_has(tree, verb, DTL_DEP_CCOMP) || !subject_of(tree, verb) ||
        !dtl_tree_is_form(&tree->tokens[verb], reports,
                          sizeof reports / sizeof *reports))
        return;
    tree->nodes[verb].dep = DTL_DEP_PARATAXIS;
}

void dtl_tree_mend_links(dtl_tree *tree) {
    for (int node = 1; node <= tree->count; node++) {
        lift_quantity(tree, node);
        free_verdict(tree, node);
        join_objects(tree, node);
        free_particle(tree, node);
        lower_to_content(tree, node);
        if (!dtl_tree_is_verb(tree, node)) continue;
        open_clause(tree, node);
        free_linked(tree, node);
        join_inside(tree, node);
        complete(tree, node);
        part_report(tree, node);
        if (tree->nodes[node].dep == DTL_DEP_ROOT)
            root_behind_link(tree, node);
    }
}
