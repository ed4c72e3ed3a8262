/* markdown_entry.c - one entry of the briefing, as an item or a row. */
#include "render/markdown_page.h"

#include <string.h>

#include "render/escape.h"
#include "render/parts.h"
#include "render/wording.h"

void dtl_markdown_put(const dtl_page_md *page, const char *text) {
    dtl_escape_markdown(page->out, text, strlen(text));
}

void dtl_markdown_date(const dtl_page_md *page, const dateline_date *date) {
    char room[DTL_DISPLAY_BYTES];
    dtl_markdown_put(page, dtl_wording_local_date(page->local, date, room));
}

typedef struct {
    const dtl_page_md *page;
    const char *open; /* before the first */
    bool any;
} remarks;

static void put_remark(void *context, const char *words, const char *name) {
    remarks *r = context;
    dtl_buffer_text(r->page->out, r->any ? "; " : r->open);
    dtl_buffer_text(r->page->out, words);
    if (name) dtl_markdown_put(r->page, name);
    r->any = true;
}

static void put_written(const dtl_page_md *page, const dtl_entry *entry) {
    if (!entry->dated || dtl_plain_is_empty(entry->date.text)) return;
    dtl_buffer_text(page->out, " (date as written: “");
    dtl_markdown_put(page, entry->date.text);
    dtl_buffer_text(page->out, "”)");
}

/* Every source that tells it, the quoted one first. */
static void put_sources(const dtl_page_md *page, const dtl_entry *entry) {
    dtl_buffer *out = page->out;
    const dtl_document *document = page->document;
    const uint32_t first = entry->sentence.source;
    uint32_t last = first;
    dtl_buffer_text(out, " — ");
    dtl_markdown_put(page, dtl_wording_source(document->sources.items[first]));
    for (uint32_t i = 0; i < entry->mentions.count; i++) {
        const uint32_t now = entry->mentions.items[i].source;
        if (now == first || now == last || now >= document->sources.count)
            continue;
        dtl_buffer_text(out, "; also ");
        dtl_markdown_put(page,
                         dtl_wording_source(document->sources.items[now]));
        last = now;
    }
}

/* The quoted sentence, with the date as written marked in it. */
static void put_quote(const dtl_page_md *page, const dtl_entry *entry) {
    const dtl_source *source =
        dtl_parts_source(page->document, entry->sentence.source);
    const dtl_span span = {entry->sentence.start, entry->sentence.end};
    if (!source || span.start >= span.end) return;
    const dtl_span mark = dtl_wording_mark(page->document, entry);
    if (!dtl_escape_markdown_marked(page->out, dtl_bytes(source, span),
                                    dtl_length(span), mark.start, mark.end))
        put_written(page, entry);
    if (page->document->sources.count > 1) put_sources(page, entry);
}

static bool has_quote(const dtl_page_md *page, const dtl_entry *entry) {
    return dtl_parts_source(page->document, entry->sentence.source) &&
           entry->sentence.start < entry->sentence.end;
}

void dtl_markdown_item(const dtl_page_md *page, const dtl_entry *entry,
                       const dtl_entry *before) {
    dtl_buffer *out = page->out;
    dtl_buffer_text(out, "- ");
    if (entry->dated) {
        dtl_buffer_text(out, "**");
        dtl_markdown_date(page, &entry->date);
        dtl_buffer_text(out, "** — ");
    }
    dtl_markdown_put(page, dtl_wording_headline(entry));
    remarks r = {page, " (", false};
    dtl_wording_remarks(entry, put_remark, &r);
    const bool stop = !r.any && dtl_plain_last(entry->headline) == '.';
    dtl_buffer_text(out, r.any ? ").\n" : stop ? "\n" : ".\n");
    if (!has_quote(page, entry)) return;
    dtl_buffer_text(out, "  > ");
    if (dtl_wording_is_repeated(page->document, entry, before))
        dtl_buffer_text(out, "As above.");
    else put_quote(page, entry);
    dtl_buffer_char(out, '\n');
}

void dtl_markdown_table(const dtl_page_md *page, bool dated) {
    dtl_buffer_text(page->out,
                    dated ? "\n| Date | What happened | Status and source | "
                            "In the text |\n| --- | --- | --- | --- |\n"
                          : "| What happened | Status and source | In the "
                            "text |\n| --- | --- | --- |\n");
}

void dtl_markdown_row(const dtl_page_md *page, const dtl_entry *entry) {
    dtl_buffer_text(page->out, "| ");
    if (entry->dated) {
        dtl_markdown_date(page, &entry->date);
        dtl_buffer_text(page->out, " | ");
    }
    dtl_markdown_put(page, dtl_wording_headline(entry));
    dtl_buffer_text(page->out, " | ");
    remarks r = {page, "", false};
    dtl_wording_remarks(entry, put_remark, &r);
    dtl_buffer_text(page->out, " | ");
    put_quote(page, entry);
    dtl_buffer_text(page->out, " |\n");
}
