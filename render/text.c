/* text.c - the chronology on a terminal: dates left, what happened right.
 *
 *     17 June 2023, evening       Mara Ilves arrived in Port Selby
 *     between 1 and 18 June 2023  A warship cut across a destroyer's bow
 *                                 (according to the navy)
 *
 * 80 columns, no colour (that is the command's business). Control characters
 * and bidi controls of a text never come out. */
#include "render/formats.h"

#include <string.h>

#include "core/base/display.h"
#include "render/escape.h"
#include "render/parts.h"
#include "render/wording.h"
#include "render/wrap.h"

#define WIDTH 80
#define DATES 28 /* columns of the dates with their gap */

static void put_source(dtl_buffer *out, const dtl_source *source) {
    char words[DTL_DISPLAY_BYTES];
    dtl_wrap wrap;
    dtl_wrap_start(&wrap, out, NULL, 0, WIDTH);
    dtl_wrap_text(&wrap, dtl_wording_source(source));
    const char *const facts[] = {source->head.publisher, source->head.byline,
                                 source->head.place};
    for (size_t i = 0; i < sizeof facts / sizeof *facts; i++) {
        if (dtl_plain_is_empty(facts[i])) continue;
        dtl_wrap_text(&wrap, ", ");
        dtl_wrap_text(&wrap, facts[i]);
    }
    if (source->reference.digits) {
        dtl_wrap_text(&wrap, ", ");
        dtl_wrap_text(&wrap, dtl_display_instant(&source->reference, words));
        const char *from = dtl_wording_reference(source->reference_from);
        if (from) dtl_wrap_text(&wrap, " (");
        dtl_wrap_text(&wrap, from);
        if (from) dtl_wrap_text(&wrap, ")");
    }
    dtl_wrap_end(&wrap);
}

typedef struct {
    dtl_wrap *wrap;
    bool any;
} remarks;

static void put_remark(void *context, const char *words, const char *name) {
    remarks *r = context;
    dtl_wrap_text(r->wrap, r->any ? "; " : " (");
    dtl_wrap_text(r->wrap, words);
    dtl_wrap_text(r->wrap, name);
    r->any = true;
}

static void put_entry(dtl_buffer *out, const dtl_entry *entry) {
    char date[DTL_DISPLAY_BYTES];
    dtl_wrap wrap;
    if (entry->dated) {
        dtl_escape_plain_into(date, sizeof date,
                              dtl_wording_date(&entry->date));
        dtl_wrap_start(&wrap, out, date, DATES, WIDTH);
    } else {
        dtl_wrap_start(&wrap, out, NULL, 2, WIDTH);
    }
    dtl_wrap_text(&wrap, dtl_wording_headline(entry));
    remarks r = {&wrap, false};
    dtl_wording_remarks(entry, put_remark, &r);
    if (r.any) dtl_wrap_text(&wrap, ")");
    dtl_wrap_end(&wrap);
}

static bool put_entries(dtl_buffer *out, const dtl_document *document,
                        const dateline_render_options *options, bool dated) {
    bool any = false;
    for (uint32_t i = 0; i < document->entries.count; i++) {
        const dtl_entry *entry = &document->entries.items[i];
        if (entry->dated != dated || !dtl_parts_is_shown(entry, options))
            continue;
        if (!any) dtl_buffer_text(out, dated ? "\n" : "\nWithout a date:\n\n");
        put_entry(out, entry);
        any = true;
    }
    return any;
}

void dtl_render_text(const dtl_document *document,
                     const dateline_render_options *options, dtl_buffer *out,
                     dateline_counts *counts) {
    dtl_parts_count(document, options, counts);
    for (uint32_t i = 0; i < document->sources.count; i++)
        put_source(out, document->sources.items[i]);
    const bool dated = put_entries(out, document, options, true);
    const bool undated = put_entries(out, document, options, false);
    if (!dated && !undated) dtl_buffer_text(out, "\nNo events were found.\n");
}
