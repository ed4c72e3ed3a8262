/* oracle.h - what an action costs: Goldberg and Nivre 2013. */
#ifndef DTL_TRAIN_ORACLE_H
#define DTL_TRAIN_ORACLE_H

#include "core/language/parser.h"
#include "core/language/train/corpus.h"

/* The gold head of a node; 0 for those that are no words. */
int train_gold_head(const train_sentence *s, int node);

/* Gold arcs that can no longer be had after an allowed action. */
int train_cost(const dtl_parser *p, const train_sentence *s, dtl_action action);

#endif
