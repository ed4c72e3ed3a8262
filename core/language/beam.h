/* beam.h - the parser's search: a few analyses of a sentence side by side.
 *
 * Zhang and Clark 2008, with weights trained for the search as in Huang,
 * Fayong and Guo 2012. Analyses that look alike to the model from where they
 * are go on as one, after Huang and Sagae 2010. Where the model is sure only
 * one analysis is left, which costs what a greedy parser costs. */
#ifndef DTL_LANGUAGE_BEAM_H
#define DTL_LANGUAGE_BEAM_H

#include "core/language/parser.h"

/* Analyses kept after each action, and as many as the trainer keeps. */
#define DTL_BEAM_WIDTH 4
#define DTL_BEAM_WIDTH_IN_TRAINING 8

/* An analysis this far behind the best is given up, in steps of training. */
#define DTL_BEAM_MARGIN 225

typedef struct {
    dtl_parser parser;
    int64_t score; /* of all actions so far */
} dtl_analysis;

typedef struct {
    dtl_analysis sides[2][DTL_BEAM_WIDTH]; /* before and after an action */
    uint32_t count;                        /* analyses before the action */
    uint32_t side;                         /* where those are */
} dtl_beam;

/* An action that an analysis may take, and the score that it leads to. */
typedef struct {
    int64_t score;
    uint8_t from, action; /* number of the analysis; dtl_action */
} dtl_candidate;

/* Best first; of equals the one that was added first. */
typedef struct {
    dtl_candidate items[DTL_BEAM_WIDTH_IN_TRAINING * DTL_ACTIONS];
    uint32_t count;
} dtl_candidates;

void dtl_candidates_add(dtl_candidates *candidates, dtl_candidate item);

/* Leaves out those that are further behind the best; there must be one. */
void dtl_candidates_cut(dtl_candidates *candidates, int64_t margin);

/* Nothing that the features of further actions look at differs, but for
 * words deeper in the stack than two and what hangs on those. */
bool dtl_beam_same(const dtl_parser *a, const dtl_parser *b);

/* The best analysis of a guided sentence, done; it lies in the beam. */
dtl_parser *dtl_beam_run(dtl_beam *beam, const dtl_parser_model *model,
                         const dtl_token *tokens, uint32_t count);

#endif
