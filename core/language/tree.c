/* tree.c - titles before names, and what makes a sentence a tree. */
#include "core/language/tree.h"

#include <string.h>

#include "core/model.h"

/* ---- titles ----------------------------------------------------------- */

/* "adviser", and "Secretary" as people write it before a name. */
static bool is_title(const dtl_token *token) {
    return dtl_pos_is_noun(token->pos) && (token->lex & DTL_LEX_CAN_PERSON) &&
           !(token->lex & (DTL_LEX_PLURAL | DTL_LEX_FIRST_NAME));
}

/* The last node of "Secretary of State": a title with one prepositional
 * phrase of names and nouns before the given name. */
static int title_end(const dtl_tree *tree, int title) {
    const dtl_token *tokens = tree->tokens;
    if (title + 2 >= tree->count ||
        tokens[title + 1].pos != DTL_POS_ADP)
        return title;
    int end = title + 1;
    for (int node = title + 2; node < tree->count; node++) {
        const dtl_token *t = &tokens[node];
        if (t->pos != DTL_POS_PROPN && t->pos != DTL_POS_NOUN) break;
        if (t->lex & DTL_LEX_FIRST_NAME) break;
        end = node;
    }
    const dtl_token *name = &tokens[end + 1];
    return end > title + 1 && (name->lex & DTL_LEX_FIRST_NAME) ? end : title;
}

static bool is_core(uint8_t dep) {
    return dep == DTL_DEP_NSUBJ || dep == DTL_DEP_NSUBJ_PASS ||
           dep == DTL_DEP_OBJ || dep == DTL_DEP_OBL ||
           dep == DTL_DEP_OBL_AGENT || dep == DTL_DEP_NMOD ||
           dep == DTL_DEP_CONJ;
}

static bool is_in(int node, int first, int last) {
    return node >= first && node <= last;
}

/* Belongs to the whole nominal, not to the title alone. */
static bool is_of_nominal(uint8_t dep) {
    return dep == DTL_DEP_CASE || dep == DTL_DEP_CC || dep == DTL_DEP_MARK ||
           dep == DTL_DEP_COP || dep == DTL_DEP_PUNCT ||
           dep == DTL_DEP_NSUBJ || dep == DTL_DEP_CONJ;
}

/* "of State" hangs on the title and not on the name behind it. */
static void close_title(dtl_tree *tree, int title, int end) {
    dtl_node *nodes = tree->nodes;
    for (int node = end; node > title; node--) {
        const int head = node == end ? title : end;
        if (is_in(nodes[node].head, title, end) && node != end) continue;
        if (dtl_tree_is_above(tree, node, head)) continue;
        nodes[node].head = (int16_t)head;
        nodes[node].dep = node == end ? DTL_DEP_NMOD
                          : tree->tokens[node].pos == DTL_POS_ADP
                              ? DTL_DEP_CASE
                              : DTL_DEP_COMPOUND;
    }
}

/* The name takes the title's place and the title hangs on the name. */
static void head_by_name(dtl_tree *tree, int title, int name) {
    dtl_node *nodes = tree->nodes;
    for (int node = 1; node <= tree->count; node++) {
        if (nodes[node].head != title || node == name) continue;
        if (node > name || is_of_nominal(nodes[node].dep))
            nodes[node].head = (int16_t)name;
    }
    nodes[name].head = nodes[title].head;
    nodes[name].dep = nodes[title].dep;
    nodes[title].head = (int16_t)name;
    nodes[title].dep = DTL_DEP_NMOD_DESC;
}

/* "including Treasury Secretary Ada Lind": a preposition is the whole
 * nominal's, not its first word's. */
static void lift_preposition(dtl_tree *tree, int preposition) {
    dtl_node *nodes = tree->nodes;
    int head = nodes[preposition].head;
    if (nodes[preposition].dep != DTL_DEP_CASE || head < preposition) return;
    while ((nodes[head].dep == DTL_DEP_COMPOUND ||
            nodes[head].dep == DTL_DEP_NMOD_DESC) &&
           nodes[head].head > head && nodes[head].head <= tree->count)
        head = nodes[head].head;
    nodes[preposition].head = (int16_t)head;
}

/* "meet Estovan Bank President Jan Oru": of whom one is president is met by
 * nobody. */
static void join_body(dtl_tree *tree, int title) {
    dtl_node *nodes = tree->nodes;
    const int body = title - 1, name = nodes[title].head;
    if (nodes[title].dep != DTL_DEP_NMOD_DESC || name != title + 1 ||
        body < 1 || !(tree->tokens[title].lex & DTL_LEX_CAN_PERSON) ||
        nodes[body].head != nodes[name].head ||
        tree->tokens[body].pos != DTL_POS_PROPN ||
        (nodes[body].dep != DTL_DEP_IOBJ && nodes[body].dep != DTL_DEP_OBJ))
        return;
    nodes[name].dep = DTL_DEP_OBJ;
    dtl_tree_set(tree, body, title, DTL_DEP_COMPOUND);
}

void dtl_tree_join_titles(dtl_tree *tree) {
    dtl_node *nodes = tree->nodes;
    for (int title = 1; title < tree->count; title++) {
        if (!is_title(&tree->tokens[title])) continue;
        const int end = title_end(tree, title), name = end + 1;
        const int head = nodes[title].head;
        if (tree->tokens[name].pos != DTL_POS_PROPN) continue;
        if (end == title && tree->tokens[title].pos == DTL_POS_PROPN)
            continue; /* "President Oru" is one name already */
        if (is_in(head, title, end)) continue;
        if (head == name) {
            close_title(tree, title, end);
        } else if (is_in(nodes[name].head, title, end) &&
            nodes[name].dep != DTL_DEP_CONJ) {
            head_by_name(tree, title, name);
            close_title(tree, title, end);
        } else if (nodes[name].head == head && head <= tree->count) {
            nodes[title].head = (int16_t)name;
            if (is_core(nodes[title].dep) && !is_core(nodes[name].dep))
                nodes[name].dep = nodes[title].dep;
            nodes[title].dep = DTL_DEP_NMOD_DESC;
            close_title(tree, title, end);
        }
    }
    for (int node = 1; node <= tree->count; node++) {
        join_body(tree, node);
        lift_preposition(tree, node);
    }
}

/* ---- soundness -------------------------------------------------------- */

int dtl_tree_child(const dtl_tree *tree, int above, uint8_t dep) {
    for (int node = 1; node <= tree->count; node++)
        if (tree->nodes[node].head == above && tree->nodes[node].dep == dep)
            return node;
    return 0;
}

bool dtl_tree_has(const dtl_tree *tree, int above, uint8_t dep) {
    return dtl_tree_child(tree, above, dep) != 0;
}

bool dtl_tree_is_form(const dtl_token *token, const char *const *forms,
                      size_t count) {
    for (size_t i = 0; i < count; i++) {
        dtl_token form;
        dtl_token_init(&form, forms[i], strlen(forms[i]));
        if (form.lower == token->lower) return true;
    }
    return false;
}

bool dtl_tree_is_above(const dtl_tree *tree, int above, int node) {
    while (node <= tree->count && node != above)
        node = tree->nodes[node].head;
    return node == above;
}

bool dtl_tree_is_sound(const dtl_tree *tree) {
    uint8_t state[DTL_TREE_NODES] = {0}; /* 1: on this way, 2: leads up */
    int roots = 0;
    state[tree->count + 1] = 2;
    for (int node = 1; node <= tree->count; node++) {
        roots += tree->nodes[node].head == tree->count + 1;
        int at = node;
        while (state[at] == 0) {
            state[at] = 1;
            at = tree->nodes[at].head;
            if (at < 1 || at > tree->count + 1) return false;
        }
        if (state[at] == 1) return false;
        for (at = node; state[at] == 1; at = tree->nodes[at].head)
            state[at] = 2;
    }
    return roots == 1;
}
