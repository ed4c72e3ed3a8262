/* tree.h - repairs of a parsed sentence, and what makes it a tree.
 *
 * Nodes are counted from 1; node 0 is "none", node count + 1 the root. */
#ifndef DTL_LANGUAGE_TREE_H
#define DTL_LANGUAGE_TREE_H

#include <stdbool.h>

#include "core/base/limits.h"
#include "core/language/token.h"
#include "core/model.h"

/* Words, "none" and the root. */
#define DTL_TREE_NODES (DTL_MAX_SENTENCE_WORDS + 2)

typedef struct {
    int16_t head;
    uint8_t dep;
} dtl_node;

typedef struct {
    const dtl_token *tokens; /* tokens[node]; tokens[0], [-1] and those
                                behind the words are padding */
    int16_t count;           /* words */
    dtl_node nodes[DTL_TREE_NODES];
} dtl_tree;

/* Makes the words of each time expression (tokens[node].time) one connected
 * piece: one of them attaches outside, the others inside, and what hangs on
 * it from outside hangs on that one. A name is no part of a time, and a time
 * hangs on the verb rather than on a name. */
void dtl_tree_join_times(dtl_tree *tree);

/* A person noun and the name behind it become one nominal with the name as
 * its head: adviser <- Ana. */
void dtl_tree_join_titles(dtl_tree *tree);

/* "the ministers of Norland, Luria and the Islands met": the ministers are
 * the subject, wherever the list behind them was cut; members hang on the
 * first of their list. */
void dtl_tree_join_lists(dtl_tree *tree);

/* The owner of "the United Nations' highest judicial body" hangs on the
 * body, wherever the parse hung it. */
void dtl_tree_mend_owners(dtl_tree *tree);

/* A joined or complete clause is no relative clause, neither a time nor its
 * own subject is the root where a finite verb can be, "had" helps the
 * participle behind it, and the participle that a lead goes on with hangs on
 * its verb. */
void dtl_tree_mend_clauses(dtl_tree *tree);

/* The clause that "as" opens has its verb and is not the main one, the one
 * that "who" opens goes on behind "but", and what stands before a report
 * hangs on what is reported. */
void dtl_tree_mend_links(dtl_tree *tree);

/* A noun that an apposition or a phrase parts from its verb is the subject
 * nevertheless: "after his rival, Jo Berg, was hurt". */
void dtl_tree_mend_subjects(dtl_tree *tree);

/* "was elected mayor", "is due in court": the word behind "be" is the head of
 * the clause, not a quality of what follows it. */
void dtl_tree_mend_copulas(dtl_tree *tree);

/* The first child with that relation, or 0. */
int dtl_tree_child(const dtl_tree *tree, int above, uint8_t dep);

/* Opens a clause about the time or the ground of another: "after", "as". */
bool dtl_tree_is_link(const dtl_token *token);

static inline bool dtl_tree_is_verb(const dtl_tree *tree, int node) {
    return node <= tree->count && tree->tokens[node].pos == DTL_POS_VERB;
}

static inline bool dtl_tree_is_punct(const dtl_tree *tree, int node) {
    return tree->tokens[node].pos == DTL_POS_PUNCT;
}

/* A mark stands among the nodes from `from` to before `to`. */
static inline bool dtl_tree_has_punct(const dtl_tree *tree, int from,
                                      int to) {
    for (int node = from; node < to; node++)
        if (dtl_tree_is_punct(tree, node)) return true;
    return false;
}

static inline void dtl_tree_set(dtl_tree *tree, int node, int head,
                                dtl_dep dep) {
    tree->nodes[node].head = (int16_t)head;
    tree->nodes[node].dep = (uint8_t)dep;
}

/* A word hangs on `above` by that relation. */
bool dtl_tree_has(const dtl_tree *tree, int above, uint8_t dep);

/* The word, but for its capitals, is one of the forms. */
bool dtl_tree_is_form(const dtl_token *token, const char *const *forms,
                      size_t count);

/* `above` is `node` or one of the words that it hangs on. */
bool dtl_tree_is_above(const dtl_tree *tree, int above, int node);

/* One word hangs on the root, and every word leads up to it. */
bool dtl_tree_is_sound(const dtl_tree *tree);

#endif
