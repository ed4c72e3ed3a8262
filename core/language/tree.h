/* tree.h - repairs of a parsed sentence, and what makes it a tree.
 *
 * Nodes are counted as in parser.h; only head and dep of them are read and
 * written here: the parser's own books (children, relations) are closed. */
#ifndef DTL_LANGUAGE_TREE_H
#define DTL_LANGUAGE_TREE_H

#include <stdbool.h>

#include "core/language/parser.h"
#include "core/model.h"

/* Makes the words of each time expression (tokens[node].time) one connected
 * piece: one of them attaches outside, the others inside, and what hangs on
 * it from outside hangs on that one. A name is no part of a time, and a time
 * hangs on the verb rather than on a name. */
void dtl_tree_join_times(dtl_parser *parser);

/* A person noun and the name behind it become one nominal with the name as
 * its head: adviser <- Ana. */
void dtl_tree_join_titles(dtl_parser *parser);

/* "the ministers of Norland, Luria and the Islands met": the ministers are
 * the subject, wherever the list behind them was cut; members hang on the
 * first of their list. */
void dtl_tree_join_lists(dtl_parser *parser);

/* The owner of "the United Nations' highest judicial body" hangs on the
 * body, wherever the parse hung it. */
void dtl_tree_mend_owners(dtl_parser *parser);

/* A joined or complete clause is no relative clause, neither a time nor its
 * own subject is the root where a finite verb can be, "had" helps the
 * participle behind it, and the participle that a lead goes on with hangs on
 * its verb. */
void dtl_tree_mend_clauses(dtl_parser *parser);

/* The clause that "as" opens has its verb and is not the main one, the one
 * that "who" opens goes on behind "but", and what stands before a report
 * hangs on what is reported. */
void dtl_tree_mend_links(dtl_parser *parser);

/* A noun that an apposition or a phrase parts from its verb is the subject
 * nevertheless: "after his rival, Jo Berg, was hurt". */
void dtl_tree_mend_subjects(dtl_parser *parser);

/* The first child with that relation, or 0. */
int dtl_tree_child(const dtl_parser *parser, int above, uint8_t dep);

/* Opens a clause about the time or the ground of another: "after", "as". */
bool dtl_tree_is_link(const dtl_token *token);

static inline bool dtl_tree_is_verb(const dtl_parser *parser, int node) {
    return node <= parser->count && parser->tokens[node].pos == DTL_POS_VERB;
}

static inline bool dtl_tree_is_punct(const dtl_parser *parser, int node) {
    return parser->tokens[node].pos == DTL_POS_PUNCT;
}

/* A mark stands among the nodes from `from` to before `to`. */
static inline bool dtl_tree_has_punct(const dtl_parser *parser, int from,
                                      int to) {
    for (int node = from; node < to; node++)
        if (dtl_tree_is_punct(parser, node)) return true;
    return false;
}

static inline void dtl_tree_set(dtl_parser *parser, int node, int head,
                                dtl_dep dep) {
    parser->nodes[node].head = (int16_t)head;
    parser->nodes[node].dep = (uint8_t)dep;
}

/* A word hangs on `above` by that relation. */
bool dtl_tree_has(const dtl_parser *parser, int above, uint8_t dep);

/* The word, but for its capitals, is one of the forms. */
bool dtl_tree_is_form(const dtl_token *token, const char *const *forms,
                      size_t count);

/* `above` is `node` or one of the words that it hangs on. */
bool dtl_tree_is_above(const dtl_parser *parser, int above, int node);

/* One word hangs on the root, and every word leads up to it. */
bool dtl_tree_is_sound(const dtl_parser *parser);

#endif
