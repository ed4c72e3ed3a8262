/* number.h - spelled-out numbers and years. */
#ifndef DTL_NUMBER_H
#define DTL_NUMBER_H

#include "timeparse/lexer.h"

/* Replaces number words by one number item each, in place: "twenty-four",
 * "two hundred and ten", "a dozen", "nineteen ninety-six" (a year).
 * Returns the new count. */
uint32_t dtl_number_words(const dtl_terms *terms, dtl_item *items,
                          uint32_t count);

#endif
