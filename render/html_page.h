/* html_page.h - the page for a browser, shared by the files that write it.
 *
 *     html.c        the page: head, filters, lists, actors
 *     html_entry.c  one entry
 *     html_marks.c  an article with its marks
 *
 * The time axis beside the entries is drawn by axis.c; every text of an
 * article goes through html_write.h. */
#ifndef DTL_HTML_PAGE_H
#define DTL_HTML_PAGE_H

#include "core/base/buffer.h"
#include "core/model.h"
#include "render/axis.h"

typedef struct {
    const dtl_document *document;
    const dateline_render_options *options;
    dtl_buffer *out;
    dtl_axis axis;
} dtl_html_page;

static inline void dtl_html_say(dtl_html_page *html, const char *text) {
    dtl_buffer_text(html->out, text);
}

/* The number that the page shows for an entry: its id without the letter. */
void dtl_html_label(dtl_buffer *out, const dtl_entry *entry);

/* Whether the event is marked in its article and so can be jumped to. */
bool dtl_html_is_marked(const dtl_html_page *html, dtl_event_ref ref);

/* The text of source number `number`, marked. */
void dtl_html_marked(dtl_html_page *html, uint32_t number);

/* One li of the chronology, or of the annex when it has no date. Where it is
 * first under a heading the gap is the heading's. */
void dtl_html_entry(dtl_html_page *html, const dtl_entry *entry, bool first);

#endif
