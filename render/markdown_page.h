/* markdown_page.h - what the files of the Markdown form share. */
#ifndef DTL_MARKDOWN_PAGE_H
#define DTL_MARKDOWN_PAGE_H

#include "core/base/local_date.h"
#include "render/render.h"

typedef struct {
    dtl_buffer *out;
    const dtl_document *document;
    const dateline_render_options *options;
    dtl_local *local; /* NULL: English */
} dtl_page_md;

/* A text of strangers, escaped. */
void dtl_markdown_put(const dtl_page_md *page, const char *text);

/* A date in words, escaped. */
void dtl_markdown_date(const dtl_page_md *page, const dateline_date *date);

/* One entry as an item of a list; `before` is the one above it or NULL. */
void dtl_markdown_item(const dtl_page_md *page, const dtl_entry *entry,
                       const dtl_entry *before);

/* The head of a table and one entry as its row; undated ones have no column
 * for the date. */
void dtl_markdown_table(const dtl_page_md *page, bool dated);
void dtl_markdown_row(const dtl_page_md *page, const dtl_entry *entry);

#endif
