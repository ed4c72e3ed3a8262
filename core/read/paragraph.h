/* paragraph.h - lines and the paragraphs they make. */
#ifndef DTL_READ_PARAGRAPH_H
#define DTL_READ_PARAGRAPH_H

#include "core/model.h"

typedef struct {
    dtl_span span;   /* without the white space around it */
    uint32_t words;  /* runs of other than blanks */
    bool spaced;     /* an empty line stands before it */
    bool stopped;    /* ends as a sentence does */
    bool table;      /* columns, or one of a run of short facts */
} dtl_paragraph;

typedef DTL_LIST(dtl_paragraph) dtl_paragraphs;

/* Every byte of the text that is not white space is in one of them. A text
 * whose lines were cut at a width is joined again; in others each line is
 * a paragraph. */
void dtl_paragraphs_find(dtl_paragraphs *list, dtl_arena *arena,
                         const dtl_text *text);

/* Runs of other than white space. */
uint32_t dtl_paragraph_words(const dtl_text *text, dtl_span span);

#endif
