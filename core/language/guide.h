/* guide.h - a first parse from right to left that guides the second.
 *
 * The same parser reads the sentence backwards with weights of its own; the
 * heads that it finds are features of the parse from left to right (stacked
 * parsing: Nivre and McDonald 2008, with the reverse order as the other
 * parser). What lies far to the right of a word is known that way before
 * the word is decided on. */
#ifndef DTL_LANGUAGE_GUIDE_H
#define DTL_LANGUAGE_GUIDE_H

#include "core/language/parser.h"
#include "core/language/tagger.h"

typedef struct {
    dtl_token tokens[DTL_PARSER_NODES + 2 * DTL_TOKEN_PADDING];
    dtl_parser parser;
} dtl_guide;

/* Copies tokens in reverse order; gives those that stand for node 0 on. */
const dtl_token *dtl_guide_mirror(dtl_guide *guide, const dtl_token *tokens,
                                  uint32_t count);

/* Fills guide, guide_dep and guide_last of tokens[0 .. count). */
void dtl_guide_run(dtl_guide *guide, const dtl_parser_model *model,
                   dtl_token *tokens, uint32_t count);

#endif
