/* bind.h - what the tokens and nodes of a matched row add to its meaning. */
#ifndef DTL_BIND_H
#define DTL_BIND_H

#include "timeparse/lexer.h"

/* Adds what `item`, matched as one of `as`, says. */
void dtl_meaning_bind(dtl_meaning *meaning, const dtl_terms *terms,
                      const dtl_item *item, const dtl_classes *as);

/* Adds what a node says; what `meaning` already says stays. */
void dtl_meaning_merge(dtl_meaning *meaning, const dtl_meaning *node);

/* Remembers a row that had a part in it. */
void dtl_meaning_trail(dtl_meaning *meaning, const char *rule);

/* Computes what follows from the parts. False when they make no sense
 * together, and the row then does not match; a date that does not exist
 * (30 February) matches and is marked odd. */
bool dtl_meaning_finish(dtl_meaning *meaning);

/* Gives each part of a list or range the fields that only another part
 * says: the month of "June 18-19", the year of "March to May 2022", the
 * century of "1957-58". False when the parts are not in order. */
bool dtl_meaning_share(dtl_meaning *const *parts, uint32_t count);

/* Adds the N_ classes of a finished meaning. */
void dtl_meaning_classes(const dtl_meaning *meaning, dtl_classes *classes);

/* The finest thing that is said, of a DATE. */
dtl_unit dtl_meaning_grain(const dtl_meaning *meaning);

#endif
