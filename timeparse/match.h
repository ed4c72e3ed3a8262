/* match.h - the cascade: rows of patterns.def over a run of tokens.
 *
 * Five passes (dtl_level) go over a run from left to right. At each place
 * the row that reaches farthest wins, the earlier row on a tie; what it
 * covers becomes one node with a meaning, and the next pass sees the node.
 * A row is tried place by place and an optional place is taken when it
 * fits: no row looks back, so the work is bounded by the length of the run
 * times the length of the rows (Abney, "Partial Parsing via Finite-State
 * Cascades", 1996). */
#ifndef DTL_MATCH_H
#define DTL_MATCH_H

#include "timeparse/lexer.h"

/* Nodes of one run; past them its words stay words. */
enum { DTL_NODE_MAX = DTL_RUN_MAX * 2 };

typedef struct {
    const dtl_terms *terms;
    dtl_item items[DTL_RUN_MAX]; /* after dtl_match_run: nodes and rests */
    uint32_t count;
    dtl_meaning nodes[DTL_NODE_MAX];
    uint32_t node_count;
} dtl_matcher;

/* Builds nodes over the lexer's run; nodes that stand on their own have
 * item.node >= 0 and meaning.shape set and weak 0. */
void dtl_match_run(dtl_matcher *matcher, const dtl_lexer *lexer);

#endif
