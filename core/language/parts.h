/* parts.h - the tables that words are cut by. */
#ifndef DTL_PARTS_H
#define DTL_PARTS_H

#include "core/language/words.h"

/* What a row of wordparts.def says; see there. */
typedef enum {
    DTL_PART_CONTRACTION, DTL_PART_PREFIX, DTL_PART_SUFFIX, DTL_PART_UNIT,
    DTL_PART_DOMAIN, DTL_PART_SLASHED, DTL_PART_SHORTENED, DTL_PART_SMILEY,
    DTL_PART_CLITIC
} dtl_part_kind;

typedef struct {
    const char *form;
    uint8_t length, kind, cut;
} dtl_part;

/* The row of that kind for the form, NULL when there is none. */
const dtl_part *dtl_parts_find(dtl_part_kind kind, const char *text,
                               size_t length);

/* The class of an abbreviation without its stop. */
dtl_abbreviation dtl_parts_abbreviation(const char *text, size_t length);

/* Whether the word is a row of starters.def; single: one that may stand
 * behind a single letter. */
bool dtl_parts_starter(const char *text, size_t length, bool single);

/* Whether `length` bytes of text are the row; a capital in the row wants a
 * capital in the text, a small letter takes either. */
bool dtl_parts_is(const char *text, const char *form, size_t length);

#endif
