/* phrase.h - what tells that a paragraph is not the story. */
#ifndef DTL_READ_PHRASE_H
#define DTL_READ_PHRASE_H

#include "core/model.h"
#include "core/read/scan.h"

#define DTL_MOST_CREDIT 500  /* bytes of a credit or note */
#define DTL_MOST_CAPTION 900 /* bytes of a caption */

/* The row of phrases.def that decides what a paragraph is, -1: none. */
int dtl_phrase_find(dtl_cursor paragraph);

dtl_block_kind dtl_phrase_kind(int row);

/* Where the credit begins at the end of a paragraph that `row` decides; the
 * paragraph's end when the row tells of none. */
uint32_t dtl_phrase_credit(dtl_cursor paragraph, int row);

/* Whether a credit in brackets opens here: "(Reporting by ...". */
bool dtl_phrase_opens_credit(dtl_cursor cursor);

#endif
