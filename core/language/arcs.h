/* arcs.h - the tree of a sentence out of the scores of all its arcs.
 *
 * Every word takes the head that scores best for it; one word takes the
 * root. Where words hang on each other in a circle, the arc of it is given
 * up that costs least, as in the first step of Chu and Liu 1965 and Edmonds
 * 1967; circles that this makes with others they would weigh against each
 * other, which is left out here: circles are rare. */
#ifndef DTL_LANGUAGE_ARCS_H
#define DTL_LANGUAGE_ARCS_H

#include <stdint.h>

/* arcs[i * (count + 1) + h]: the score of h being the head of word i; h is
 * `count` for the root. Fills heads of 0 .. count - 1; count is from 1 to
 * DTL_MAX_SENTENCE_WORDS. */
void dtl_arcs_choose(const int32_t *arcs, uint32_t count, int16_t *heads);

#endif
