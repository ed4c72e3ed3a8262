/* wrap.h - texts broken into lines of so many terminal columns. */
#ifndef DTL_WRAP_H
#define DTL_WRAP_H

#include "core/base/buffer.h"

#include <stdint.h>

/* Bytes of the longest word that is kept in one piece. */
#define DTL_WRAP_WORD 256

/* Two columns side by side: the left text beside the right one. Words are
 * given to the right column as they come; the left column's lines are put in
 * front of its lines. */
typedef struct {
    dtl_buffer *out;
    const char *left; /* what is still to be put on the left; may be NULL */
    int indent;       /* columns of the left side with its gap */
    int width;        /* columns of a line */
    int column;       /* where the line stands */
    char word[DTL_WRAP_WORD]; /* the word that is not put yet */
    size_t word_bytes;
    int word_columns;
    bool space; /* a blank stands before the word */
    const char *style;      /* of the right side, an SGR sequence; or NULL */
    const char *left_style; /* of the left side, or NULL */
} dtl_wrap;

void dtl_wrap_start(dtl_wrap *wrap, dtl_buffer *out, const char *left,
                    int indent, int width);

/* The same with the left side in a style: "\x1b[1m"; NULL: none. */
void dtl_wrap_start_styled(dtl_wrap *wrap, dtl_buffer *out, const char *left,
                           int indent, int width, const char *left_style);

/* The style of what follows on the right side; NULL: none. */
void dtl_wrap_style(dtl_wrap *wrap, const char *style);

/* The plain text of a string, or words of our own. */
void dtl_wrap_text(dtl_wrap *wrap, const char *text);
void dtl_wrap_bytes(dtl_wrap *wrap, const char *bytes, size_t length);

/* Ends the row: what is left of both sides. */
void dtl_wrap_end(dtl_wrap *wrap);

#endif
