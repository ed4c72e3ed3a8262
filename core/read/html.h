/* html.h - an HTML page to plain text that knows where it came from. */
#ifndef DTL_READ_HTML_H
#define DTL_READ_HTML_H

#include "core/model.h"
#include "core/read/blocks.h"

/* What the page says about itself; strings may be NULL. */
typedef struct {
    const char *published, *title, *publisher, *address;
} dtl_page;

/* Whether the text begins as an HTML page does. */
bool dtl_html_is(const dtl_text *text);

/* Makes *text, the page, its readable text, one paragraph a line with empty
 * lines between. Offsets still lead to the original bytes. *known gets, in
 * order, the stretches whose kind the page's elements tell. */
void dtl_html_read(dtl_text *text, dtl_arena *arena, dtl_page *page,
                   dtl_blocks *known);

#endif
