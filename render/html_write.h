/* html_write.h - texts of strangers inside an HTML page, and the pieces of a
 * page that are the same in every one.
 *
 * A text of the article goes out in two contexts only: as text of an element
 * and as the value of an attribute in double quotes. There is no third: no
 * text of an article stands in a script, a style or an address. */
#ifndef DTL_HTML_WRITE_H
#define DTL_HTML_WRITE_H

#include <stdint.h>

#include "core/base/buffer.h"

/* The plain text of render/escape.h, fit for both contexts. text may be
 * NULL: nothing. */
void dtl_html_text(dtl_buffer *out, const char *text);
void dtl_html_bytes(dtl_buffer *out, const char *bytes, size_t length);

/* The same, or "(no name)" when there is nothing to see. */
void dtl_html_name(dtl_buffer *out, const char *name);

/* The text of an article with its white space as it stands. Only what HTML
 * cannot hold or what nobody can see is left out: controls, bidi controls
 * and the byte order mark; what no character ever will be is U+FFFD. */
void dtl_html_article(dtl_buffer *out, const char *bytes, size_t length);

/* A number in decimal digits. */
void dtl_html_number(dtl_buffer *out, int64_t number);

/* "3 events", "1 event". */
void dtl_html_count(dtl_buffer *out, uint32_t count, const char *one,
                    const char *many);

/* From the doctype to the end of the style; the title element is `title`
 * behind "Chronology: ", or alone "Chronology". */
void dtl_html_head(dtl_buffer *out, const char *title);

/* The form of the filters, which the script fills and shows: it is of no use
 * without. */
void dtl_html_filters(dtl_buffer *out);

/* "How to read this". */
void dtl_html_key(dtl_buffer *out);

/* The script element. */
void dtl_html_script(dtl_buffer *out);

#endif
