/* parser.h - the dependency parser: arc-hybrid transitions.
 *
 * Kuhlmann, Gomez-Rodriguez and Satta 2011, with the root behind the last
 * word; features after Zhang and Nivre 2011; trained with the dynamic
 * oracle of Goldberg and Nivre 2013. One model chooses the action, another
 * the relation of the arc that it made. The guide takes the best action
 * each time; beam.h searches.
 *
 * Nodes are counted from 1; node 0 is "none", node count + 1 the root. */
#ifndef DTL_LANGUAGE_PARSER_H
#define DTL_LANGUAGE_PARSER_H

#include <stdbool.h>

#include "core/base/limits.h"
#include "core/language/token.h"
#include "core/language/weights.h"

/* Words, "none", the root and two nodes of padding behind it. */
#define DTL_PARSER_NODES (DTL_MAX_SENTENCE_WORDS + 4)

typedef enum {
    DTL_SHIFT = 0,
    DTL_LEFT,  /* the top of the stack hangs on the front of the buffer */
    DTL_RIGHT, /* the top of the stack hangs on the one below it */
    DTL_ACTIONS
} dtl_action;

typedef struct {
    int16_t head;
    int16_t left[2], right[2]; /* outermost and second outermost children */
    uint8_t lefts, rights;     /* how many children */
    uint8_t dep;
    uint8_t doubt;             /* of the decisions on where it hangs */
    uint64_t deps;             /* the relations of all children, as bits */
} dtl_node;

typedef struct {
    const dtl_token *tokens; /* tokens[node]; tokens[0], [-1] and those
                                behind the root are padding */
    int16_t count;           /* words */
    bool guided;             /* the tokens have guides */
    int16_t next, depth;     /* front of the buffer; size of the stack */
    int16_t stack[DTL_PARSER_NODES];
    dtl_node nodes[DTL_PARSER_NODES];
} dtl_parser;

/* count is at most DTL_MAX_SENTENCE_WORDS. */
void dtl_parser_init(dtl_parser *parser, const dtl_token *tokens,
                     uint32_t count, bool guided);

bool dtl_parser_done(const dtl_parser *parser);
bool dtl_parser_allows(const dtl_parser *parser, dtl_action action);

/* The action where there is no choice, or DTL_ACTIONS. */
dtl_action dtl_parser_forced(const dtl_parser *parser);

/* The arc that LEFT or RIGHT would make. */
void dtl_parser_arc(const dtl_parser *parser, dtl_action action, int *head,
                    int *child);

/* dep is used by LEFT and RIGHT only. */
void dtl_parser_apply(dtl_parser *parser, dtl_action action, uint8_t dep);

/* Add the features of the next action, and of an arc. */
void dtl_parser_features(const dtl_parser *parser, dtl_features *features);
void dtl_parser_relation_features(const dtl_parser *parser, int head,
                                  int child, dtl_features *features);

/* Relations that a further child of head cannot have: a second subject. */
void dtl_parser_exclude(const dtl_parser *parser, int head, int32_t *scores);

/* Adds the scores of the three actions. */
void dtl_parser_score(const dtl_actions *model, const dtl_parser *parser,
                      int32_t *scores);

/* The best relation for the arc of an action; 0 for SHIFT. */
uint8_t dtl_parser_relation(const dtl_parser_model *model,
                            const dtl_parser *parser, dtl_action action);

/* As much of it as is in use. */
void dtl_parser_copy(dtl_parser *to, const dtl_parser *from);

/* Parses from init to done, the best action each time. */
void dtl_parser_run(const dtl_parser_model *model, dtl_parser *parser);

#endif
