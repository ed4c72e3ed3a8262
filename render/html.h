/* html.h - the parts of the page, shared by the files render/html*.c.
 *
 *     html.c        the page: head, sources, lists, actors
 *     html_entry.c  one entry: date, headline, remarks, why this date
 *     html_axis.c   the time axis beside the entries
 *     html_text.c   an article with its marks
 *     html_write.c  escaping; the style and the script
 *
 * Every address in the page leads to another place in it. An entry is
 * #e1 ..., its word in the text #x0-12 (source, event), an actor #a1 ... */
#ifndef DTL_HTML_H
#define DTL_HTML_H

#include "core/base/buffer.h"
#include "core/model.h"
#include "render/html_axis.h"

typedef struct {
    const dtl_document *document;
    const dateline_render_options *options;
    dtl_buffer *out;
    dtl_axis axis;
} dtl_html;

/* One li of the chronology, or of the annex when it has no date. Where it is
 * first under a heading the gap is the heading's. */
void dtl_html_entry(dtl_html *html, const dtl_entry *entry, bool first);

/* The number that the page shows for an entry: its id without the letter. */
void dtl_html_label(dtl_buffer *out, const dtl_entry *entry);

/* Whether the event is marked in its article and so can be jumped to. */
bool dtl_html_is_marked(const dtl_html *html, dtl_event_ref ref);

/* The element of source number `number`. */
void dtl_html_source(dtl_html *html, uint32_t number);

/* The text of that source, marked. */
void dtl_html_marked(dtl_html *html, uint32_t number);

#endif
