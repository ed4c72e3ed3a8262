/* tree_clauses.c - clauses that the parser hung on the wrong word. */
#include "core/language/tree.h"

#include "core/model.h"

/* What the children of one verb say about its clause. */
typedef struct {
    bool finite, joined, subject;
} clause;

static clause clause_of(const dtl_tree *tree, int verb) {
    const uint8_t own = tree->tokens[verb].tag;
    clause c = {.finite = own != DTL_TAG_MD && dtl_tag_is_finite(own)};
    for (int node = 1; node <= tree->count; node++) {
        if (tree->nodes[node].head != verb) continue;
        const uint8_t dep = tree->nodes[node].dep;
        const uint8_t tag = tree->tokens[node].tag;
        if (dep == DTL_DEP_CC && node < verb) c.joined = true;
        if (dtl_dep_is_auxiliary(dep) && dtl_tag_is_finite(tag))
            c.finite = true;
        if ((dep == DTL_DEP_NSUBJ || dep == DTL_DEP_NSUBJ_PASS) &&
            tag != DTL_TAG_WDT && tag != DTL_TAG_WP && tag != DTL_TAG_IN)
            c.subject = true;
    }
    return c;
}

/* "signed a pact, and the ferries sailed": a clause with a conjunction and
 * a subject of its own is no relative clause of the pact. */
static void free_joined(dtl_tree *tree, int verb) {
    dtl_node *nodes = tree->nodes;
    if (nodes[verb].dep != DTL_DEP_ACL_RELCL && nodes[verb].dep != DTL_DEP_ACL)
        return;
    const clause c = clause_of(tree, verb);
    if (!c.joined || !c.subject || !c.finite) return;
    int above = nodes[verb].head;
    while (above <= tree->count && !dtl_tree_is_verb(tree, above))
        above = nodes[above].head;
    if (above > tree->count || above > verb) return;
    nodes[verb].head = (int16_t)above;
    nodes[verb].dep = DTL_DEP_CONJ;
}

static bool is_clause(uint8_t dep) {
    return dep == DTL_DEP_ADVCL || dep == DTL_DEP_ADVCL_RELCL ||
           dep == DTL_DEP_CONJ || dep == DTL_DEP_PARATAXIS ||
           dep == DTL_DEP_CCOMP || dep == DTL_DEP_ACL ||
           dep == DTL_DEP_ACL_RELCL;
}

/* "Two years later she was elected": the verb is the root, not the time. */
static void root_by_verb(dtl_tree *tree, int time) {
    dtl_node *nodes = tree->nodes;
    const dtl_token *tokens = tree->tokens;
    for (int verb = time + 1; verb <= tree->count; verb++) {
        if (nodes[verb].head != time || !dtl_tree_is_verb(tree, verb) ||
            !is_clause(nodes[verb].dep))
            continue;
        const clause c = clause_of(tree, verb);
        if (!c.subject || !c.finite) continue;
        for (int node = 1; node <= tree->count; node++)
            if (nodes[node].head == time &&
                tokens[node].time != tokens[time].time &&
                nodes[node].dep != DTL_DEP_CASE)
                nodes[node].head = (int16_t)verb;
        nodes[verb].head = nodes[time].head;
        nodes[verb].dep = DTL_DEP_ROOT;
        nodes[time].head = (int16_t)verb;
        nodes[time].dep = DTL_DEP_OBL_UNMARKED;
        return;
    }
}

/* Where a word goes that hung on the subject behind the verb: a member of a
 * list to the object before it, the rest to the verb. */
static int place_behind(const dtl_tree *tree, int node, int verb) {
    if (tree->nodes[node].dep != DTL_DEP_CONJ ||
        dtl_tree_is_verb(tree, node))
        return verb;
    for (int object = node - 1; object > verb; object--)
        if (tree->nodes[object].head == verb &&
            tree->nodes[object].dep == DTL_DEP_OBJ)
            return object;
    return verb;
}

/* "A ship cut across the strait, and a jet flew": a clause of its own is
 * joined to the noun. */
static bool has_joined_clause(const dtl_tree *tree, int noun) {
    for (int verb = noun + 1; verb <= tree->count; verb++) {
        if (tree->nodes[verb].head != noun ||
            !dtl_tree_is_verb(tree, verb) ||
            tree->nodes[verb].dep != DTL_DEP_CONJ)
            continue;
        const clause c = clause_of(tree, verb);
        if (c.finite && c.subject) return true;
    }
    return false;
}

/* A past tense, or what was taken for a participle: it has an object, or
 * stands for the noun's clause. */
static bool is_past(const dtl_tree *tree, int verb, int noun) {
    const uint8_t tag = tree->tokens[verb].tag;
    return tag == DTL_TAG_VBD ||
           (tag == DTL_TAG_VBN &&
            (dtl_tree_has(tree, verb, DTL_DEP_OBJ) ||
             (tree->nodes[noun].dep == DTL_DEP_CCOMP &&
              tree->tokens[verb - 1].pos != DTL_POS_PUNCT) ||
             has_joined_clause(tree, noun)));
}

/* "Profit from coal dropped": hung on the coal. */
static bool tells_of(const dtl_tree *tree, int verb, int noun) {
    const int below = tree->nodes[verb].head;
    return tree->tokens[verb].tag == DTL_TAG_VBD && below > noun &&
           below < verb && tree->nodes[below].head == noun &&
           tree->nodes[below].dep == DTL_DEP_NMOD &&
           !dtl_tree_has(tree, verb, DTL_DEP_NSUBJ) &&
           !dtl_tree_has(tree, verb, DTL_DEP_NSUBJ_PASS);
}

/* "The navy confiscated guns", "Two ferries collided, officials said": a past
 * tense is no participle of the noun that a sentence begins with; the noun is
 * its subject. */
static void root_by_past(dtl_tree *tree, int noun) {
    dtl_node *nodes = tree->nodes;
    for (int verb = noun + 1; verb <= tree->count; verb++) {
        if ((nodes[verb].head != noun && !tells_of(tree, verb, noun)) ||
            nodes[verb].dep != DTL_DEP_ACL || !is_past(tree, verb, noun))
            continue;
        if (clause_of(tree, verb).subject) return;
        for (int node = verb + 1; node <= tree->count; node++) {
            if (nodes[node].head != noun) continue;
            nodes[node].head = (int16_t)place_behind(tree, node, verb);
            if (nodes[node].dep == DTL_DEP_ACL) nodes[node].dep = DTL_DEP_ADVCL;
        }
        for (int node = 1; node < noun; node++)
            if (nodes[node].head == noun &&
                (nodes[node].dep == DTL_DEP_OBL_UNMARKED ||
                 nodes[node].dep == DTL_DEP_OBL ||
                 nodes[node].dep == DTL_DEP_ADVMOD))
                nodes[node].head = (int16_t)verb;
        nodes[verb].head = nodes[noun].head;
        nodes[verb].dep = nodes[noun].dep;
        nodes[noun].head = (int16_t)verb;
        nodes[noun].dep = DTL_DEP_NSUBJ;
        return;
    }
}

/* What a lead goes on with: no quality of what follows. */
static bool is_consequence(const dtl_token *token) {
    static const char *const forms[] = {
        "causing", "damaging", "destroying", "ending",     "forcing",
        "injuring", "killing",  "leaving",    "prompting",  "raising",
        "sparking", "trapping", "triggering", "wounding"};
    return dtl_tree_is_form(token, forms, sizeof forms / sizeof *forms);
}

/* The verb of the clause before the node, or 0. */
static int verb_before(const dtl_tree *tree, int node) {
    const dtl_node *nodes = tree->nodes;
    for (int verb = node - 1; verb > 0; verb--)
        if (dtl_tree_is_verb(tree, verb) &&
            (nodes[verb].dep == DTL_DEP_CCOMP ||
             nodes[verb].dep == DTL_DEP_ROOT))
            return verb;
    return 0;
}

/* The noun whose phrase begins with the word. */
static int phrase_of(const dtl_tree *tree, int word) {
    const dtl_node *nodes = tree->nodes;
    int noun = nodes[word].head;
    while (nodes[noun].head > noun && nodes[noun].head <= tree->count &&
           (nodes[noun].dep == DTL_DEP_COMPOUND ||
            nodes[noun].dep == DTL_DEP_NMOD_DESC ||
            nodes[noun].dep == DTL_DEP_FLAT))
        noun = nodes[noun].head;
    return noun;
}

/* "sank, killing ten, officials said", "opened fire, wounding two men": what
 * has an object is no quality of a noun but hangs on the verb before it. */
static void free_gerund(dtl_tree *tree, int gerund) {
    dtl_node *nodes = tree->nodes;
    if (nodes[gerund].dep != DTL_DEP_AMOD || nodes[gerund].head < gerund ||
        tree->tokens[gerund].tag != DTL_TAG_VBG || gerund < 3 ||
        tree->tokens[gerund - 1].pos != DTL_POS_PUNCT)
        return;
    const int noun = phrase_of(tree, gerund);
    const int verb = verb_before(tree, gerund);
    const bool complete =
        dtl_tree_has(tree, gerund, DTL_DEP_OBJ) &&
        dtl_tree_has_punct(tree, gerund, nodes[gerund].head);
    if (!verb || dtl_tree_is_above(tree, noun, verb) ||
        (!complete && (nodes[noun].dep == DTL_DEP_CONJ ||
                       !is_consequence(&tree->tokens[gerund]))))
        return;
    nodes[gerund].head = (int16_t)verb;
    nodes[gerund].dep = DTL_DEP_ADVCL;
    if (complete) return;
    nodes[noun].head = (int16_t)gerund;
    nodes[noun].dep = DTL_DEP_OBJ;
}

/* "has been ill and is on leave": what has a copula and a conjunction is a
 * clause, however it was hung on the verb before it. */
static void join_by_copula(dtl_tree *tree, int copula) {
    dtl_node *nodes = tree->nodes;
    const int leave = nodes[copula].head;
    const uint8_t dep = nodes[leave].dep;
    const bool stray = dep == DTL_DEP_OBL || dep == DTL_DEP_OBL_UNMARKED ||
                       dep == DTL_DEP_ADVMOD || dep == DTL_DEP_OBJ;
    if (stray && nodes[leave].head < copula &&
        dtl_tree_has(tree, leave, DTL_DEP_CC))
        nodes[leave].dep = DTL_DEP_CONJ;
}

static bool has_other_finite(const dtl_tree *tree, int verb) {
    for (int node = 1; node <= tree->count; node++)
        if (node != verb && dtl_tag_is_finite(tree->tokens[node].tag))
            return true;
    return false;
}

static bool is_premodifier(uint8_t dep) {
    return dep == DTL_DEP_AMOD || dep == DTL_DEP_COMPOUND;
}

/* "The firm ceased production": where nothing else is a verb, a participle or
 * past between two nouns is. */
static void root_by_participle(dtl_tree *tree, int noun) {
    dtl_node *nodes = tree->nodes;
    for (int verb = 2; verb < noun; verb++) {
        const uint8_t tag = tree->tokens[verb].tag;
        if (nodes[verb].head != noun || !is_premodifier(nodes[verb].dep) ||
            (tag != DTL_TAG_VBN && tag != DTL_TAG_VBD) ||
            (nodes[verb - 1].head != noun && nodes[verb - 1].head != verb) ||
            (nodes[verb - 1].dep != DTL_DEP_COMPOUND &&
             nodes[verb - 1].dep != DTL_DEP_NSUBJ) ||
            has_other_finite(tree, verb))
            continue;
        for (int node = 1; node < verb - 1; node++)
            if (nodes[node].head == noun)
                nodes[node].head = (int16_t)(verb - 1);
        nodes[verb - 1].head = (int16_t)verb;
        nodes[verb - 1].dep = DTL_DEP_NSUBJ;
        nodes[verb].head = nodes[noun].head;
        nodes[verb].dep = DTL_DEP_ROOT;
        nodes[noun].head = (int16_t)verb;
        nodes[noun].dep = DTL_DEP_OBJ;
        return;
    }
}

/* "assured the miners that the dam was safe": a clause that lacks nothing is
 * what the verb says and no relative clause of its object. */
static void free_content(dtl_tree *tree, int what) {
    dtl_node *nodes = tree->nodes;
    const int object = nodes[what].head;
    if (nodes[what].dep != DTL_DEP_ACL_RELCL || object > what ||
        nodes[object].dep != DTL_DEP_OBJ ||
        !dtl_tree_has(tree, what, DTL_DEP_MARK) ||
        !dtl_tree_has(tree, what, DTL_DEP_COP) ||
        !dtl_tree_has(tree, what, DTL_DEP_NSUBJ))
        return;
    nodes[what].head = nodes[object].head;
    nodes[what].dep = DTL_DEP_CCOMP;
}

/* "told them on Friday that the dam was safe": no clause of Friday. */
static void free_from_time(dtl_tree *tree, int what) {
    static const char *const that[] = {"that"};
    dtl_node *nodes = tree->nodes;
    const int time = nodes[what].head;
    if ((nodes[what].dep != DTL_DEP_ACL &&
         nodes[what].dep != DTL_DEP_ACL_RELCL) ||
        time > what || !tree->tokens[time].time)
        return;
    const clause c = clause_of(tree, what);
    int mark = what - 1;
    while (mark > time && (nodes[mark].head != what ||
                           !dtl_tree_is_form(&tree->tokens[mark], that, 1)))
        mark--;
    if (mark == time || !c.finite || !c.subject ||
        (nodes[mark].dep != DTL_DEP_MARK &&
         tree->tokens[time].pos != DTL_POS_PROPN))
        return;
    int above = nodes[time].head;
    while (above <= tree->count && !dtl_tree_is_verb(tree, above))
        above = nodes[above].head;
    if (above > what || dtl_tree_has(tree, above, DTL_DEP_CCOMP)) return;
    dtl_tree_set(tree, what, above, DTL_DEP_CCOMP);
    nodes[mark].dep = DTL_DEP_MARK;
}

/* "called a strike beginning on Friday", "declared days of mourning, starting
 * Friday": it is the object that starts. */
static void start_object(dtl_tree *tree, int gerund) {
    static const char *const starts[] = {"starting", "beginning"};
    dtl_node *nodes = tree->nodes;
    const int verb = nodes[gerund].head, next = gerund + 1;
    if ((nodes[gerund].dep != DTL_DEP_ADVCL &&
         nodes[gerund].dep != DTL_DEP_XCOMP) ||
        verb >= gerund || next > tree->count ||
        (!tree->tokens[next].time && !tree->tokens[gerund + 2].time) ||
        !dtl_tree_is_form(&tree->tokens[gerund], starts, 2))
        return;
    int noun = gerund - 1;
    if (dtl_tree_is_punct(tree, noun)) noun--;
    while (noun > verb && nodes[noun].head > verb && nodes[noun].head < noun)
        noun = nodes[noun].head;
    if (noun > verb && nodes[noun].head == verb &&
        nodes[noun].dep == DTL_DEP_OBJ)
        dtl_tree_set(tree, gerund, noun, DTL_DEP_ACL);
}

/* "She is due to speak": what has a subject before it has no clause behind
 * it for another. */
static void complete_subject(dtl_tree *tree, int what) {
    dtl_node *nodes = tree->nodes;
    const int head = nodes[what].head;
    if (nodes[what].dep == DTL_DEP_CSUBJ && head < what &&
        dtl_tree_has(tree, head, DTL_DEP_NSUBJ))
        nodes[what].dep = DTL_DEP_XCOMP;
}

static bool is_have(const dtl_token *token) {
    static const char *const forms[] = {"had", "has", "have"};
    return dtl_tree_is_form(token, forms, sizeof forms / sizeof *forms);
}

/* "in a letter to Ada urged": the noun behind a preposition that was taken for
 * the verb's subject, or 0. */
static int false_subject(const dtl_tree *tree, int verb) {
    const dtl_node *nodes = tree->nodes;
    for (int node = 2; node < verb; node++)
        if (nodes[node].head == verb && nodes[node].dep == DTL_DEP_NSUBJ &&
            nodes[node - 1].head == verb &&
            nodes[node - 1].dep == DTL_DEP_MARK &&
            tree->tokens[node - 1].pos == DTL_POS_ADP)
            return node;
    return 0;
}

/* Nothing but a phrase stands between "had" and a past form that has no
 * subject of its own: "had in a letter urged them". */
static bool is_parted(const dtl_tree *tree, int have, int verb) {
    const dtl_node *nodes = tree->nodes;
    const clause c = clause_of(tree, verb);
    if ((nodes[verb].head != nodes[have].head && nodes[verb].head != have) ||
        c.joined || tree->tokens[have + 1].pos != DTL_POS_ADP ||
        dtl_tree_has(tree, verb, DTL_DEP_AUX) ||
        dtl_tree_has(tree, verb, DTL_DEP_AUX_PASS))
        return false;
    if ((c.subject || dtl_tree_has(tree, verb, DTL_DEP_MARK)) &&
        !false_subject(tree, verb))
        return false;
    for (int node = have + 1; node < verb; node++) {
        if (tree->tokens[node].pos == DTL_POS_PUNCT) return false;
        if (nodes[node].head == have && nodes[node].dep != DTL_DEP_OBL)
            return false;
    }
    return true;
}

/* The false subject goes to the noun before its preposition. */
static void free_false_subject(dtl_tree *tree, int verb) {
    const int node = false_subject(tree, verb);
    if (!node) return;
    tree->nodes[node - 1].head = (int16_t)node;
    tree->nodes[node - 1].dep = DTL_DEP_CASE;
    tree->nodes[node].head = (int16_t)(node - 2);
    tree->nodes[node].dep = DTL_DEP_NMOD;
}

/* The verb behind "had" that it helps, however the parser hung it. */
static int helped_by(const dtl_tree *tree, int have) {
    const dtl_node *nodes = tree->nodes;
    for (int verb = have + 1; verb <= tree->count; verb++) {
        const uint8_t tag = tree->tokens[verb].tag;
        if (tag != DTL_TAG_VBN && tag != DTL_TAG_VBD) continue;
        if (nodes[verb].dep == DTL_DEP_XCOMP && nodes[verb].head == have &&
            verb <= have + 3 && tag == DTL_TAG_VBN)
            return verb;
        if (is_parted(tree, have, verb)) return verb;
    }
    return 0;
}

/* "had earlier set Friday": what was taken for the verb helps the participle
 * behind it. "had a car stolen" has an object between. */
static void help_participle(dtl_tree *tree, int have) {
    dtl_node *nodes = tree->nodes;
    if (!dtl_tree_is_verb(tree, have) || !is_have(&tree->tokens[have]) ||
        dtl_tree_has(tree, have, DTL_DEP_OBJ))
        return;
    const int verb = helped_by(tree, have);
    if (!verb) return;
    free_false_subject(tree, verb);
    for (int node = 1; node <= tree->count; node++)
        if (nodes[node].head == have && node != verb)
            nodes[node].head = (int16_t)verb;
    nodes[verb].head = nodes[have].head;
    nodes[verb].dep = nodes[have].dep;
    nodes[have].head = (int16_t)verb;
    nodes[have].dep = DTL_DEP_AUX;
}

void dtl_tree_mend_clauses(dtl_tree *tree) {
    for (int node = 1; node <= tree->count; node++) {
        help_participle(tree, node);
        free_content(tree, node);
        free_from_time(tree, node);
        start_object(tree, node);
        complete_subject(tree, node);
        if (dtl_tree_is_verb(tree, node)) free_joined(tree, node);
        free_gerund(tree, node);
        if (tree->nodes[node].dep == DTL_DEP_CCOMP &&
            tree->nodes[node].head > node &&
            !dtl_tree_is_verb(tree, node) &&
            !dtl_tree_has(tree, node, DTL_DEP_COP))
            root_by_past(tree, node);
        if (tree->nodes[node].dep == DTL_DEP_COP)
            join_by_copula(tree, node);
        if (tree->nodes[node].dep != DTL_DEP_ROOT) continue;
        if (tree->tokens[node].time) root_by_verb(tree, node);
        else if (!dtl_tree_is_verb(tree, node) &&
                 !dtl_tree_has(tree, node, DTL_DEP_COP)) {
            root_by_past(tree, node);
            root_by_participle(tree, node);
        }
    }
}
