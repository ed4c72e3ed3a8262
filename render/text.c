/* text.c - the chronology on a terminal: dates left, what happened right.
 *
 *     17 June 2023, evening       Mara Ilves arrived in Port Selby
 *     between 1 and 18 June 2023  A warship cut across a destroyer's bow
 *                                 (according to the navy)
 *
 * 80 columns or as many as there are; colour only when asked for (the
 * command asks when a terminal is there). Control characters and bidi
 * controls of a text never come out. */
#include "render/formats.h"

#include <string.h>

#include "core/base/display.h"
#include "render/escape.h"
#include "render/parts.h"
#include "render/wording.h"
#include "render/wrap.h"

#define WIDTH 80
#define LEAST_WIDTH 40
#define MOST_WIDTH 1000
#define DATES 28        /* columns of the dates with their gap */
#define NARROW_DATES 18 /* where a line has fewer than 60 columns */
#define NARROW 60

#define BOLD "\x1b[1m"
#define DIM "\x1b[2m"

typedef struct {
    dtl_buffer *out;
    const dateline_render_options *options;
    dtl_local *local; /* NULL: English */
    int width;
} page;

static const char *styled(const page *p, const char *style) {
    return p->options->color ? style : NULL;
}

static const char *style_of(dateline_event_status status) {
    switch (status) {
    case DATELINE_STATUS_OCCURRED: return DIM;
    case DATELINE_STATUS_ONGOING: return "\x1b[36m";
    case DATELINE_STATUS_PLANNED: return "\x1b[33m";
    case DATELINE_STATUS_POSSIBLE: return "\x1b[35m";
    case DATELINE_STATUS_NEGATED: return "\x1b[31m";
    }
    return DIM;
}

static void put_source(const page *p, const dtl_source *source) {
    char words[DTL_DISPLAY_BYTES];
    dtl_wrap wrap;
    dtl_wrap_start(&wrap, p->out, NULL, 0, p->width);
    dtl_wrap_style(&wrap, styled(p, BOLD));
    dtl_wrap_text(&wrap, dtl_wording_source(source));
    dtl_wrap_style(&wrap, NULL);
    const char *const facts[] = {source->head.publisher, source->head.byline,
                                 source->head.place};
    for (size_t i = 0; i < sizeof facts / sizeof *facts; i++) {
        if (dtl_plain_is_empty(facts[i])) continue;
        dtl_wrap_text(&wrap, ", ");
        dtl_wrap_text(&wrap, facts[i]);
    }
    if (source->reference.digits) {
        dtl_wrap_text(&wrap, ", ");
        dtl_wrap_text(&wrap, dtl_wording_instant(p->local, &source->reference,
                                                 words));
        const char *from = dtl_wording_reference(source->reference_from);
        if (from) dtl_wrap_text(&wrap, " (");
        dtl_wrap_text(&wrap, from);
        if (from) dtl_wrap_text(&wrap, ")");
    }
    dtl_wrap_end(&wrap);
}

typedef struct {
    dtl_wrap *wrap;
    const char *style;
    bool any;
} remarks;

static void put_remark(void *context, const char *words, const char *name) {
    remarks *r = context;
    dtl_wrap_text(r->wrap, r->any ? "; " : " ");
    if (!r->any) dtl_wrap_style(r->wrap, r->style);
    if (!r->any) dtl_wrap_text(r->wrap, "(");
    dtl_wrap_text(r->wrap, words);
    dtl_wrap_text(r->wrap, name);
    r->any = true;
}

static void put_entry(const page *p, const dtl_entry *entry) {
    char date[DTL_DISPLAY_BYTES], room[DTL_DISPLAY_BYTES];
    dtl_wrap wrap;
    if (entry->dated) {
        dtl_escape_plain_into(
            date, sizeof date,
            dtl_wording_local_date(p->local, &entry->date, room));
        dtl_wrap_start_styled(&wrap, p->out, date,
                              p->width < NARROW ? NARROW_DATES : DATES,
                              p->width, styled(p, BOLD));
    } else {
        dtl_wrap_start(&wrap, p->out, NULL, 2, p->width);
    }
    dtl_wrap_text(&wrap, dtl_wording_headline(entry));
    remarks r = {&wrap, styled(p, style_of(entry->status)), false};
    dtl_wording_remarks(entry, put_remark, &r);
    if (r.any) dtl_wrap_text(&wrap, ")");
    dtl_wrap_end(&wrap);
}

static bool put_entries(const page *p, const dtl_document *document,
                        bool dated) {
    bool any = false;
    for (uint32_t i = 0; i < document->entries.count; i++) {
        const dtl_entry *entry = &document->entries.items[i];
        if (entry->dated != dated || !dtl_parts_is_shown(entry, p->options))
            continue;
        if (!any)
            dtl_buffer_text(p->out, dated ? "\n" : "\nWithout a date:\n\n");
        put_entry(p, entry);
        any = true;
    }
    return any;
}

static int width_of(int asked) {
    if (asked <= 0) return WIDTH;
    if (asked < LEAST_WIDTH) return LEAST_WIDTH;
    return asked > MOST_WIDTH ? MOST_WIDTH : asked;
}

void dtl_render_text(const dtl_document *document,
                     const dateline_render_options *options, dtl_buffer *out,
                     dateline_counts *counts) {
    const page p = {out, options, dtl_local_open(options->locale),
                    width_of(options->width)};
    dtl_parts_count(document, options, counts);
    for (uint32_t i = 0; i < document->sources.count; i++)
        put_source(&p, document->sources.items[i]);
    const bool dated = put_entries(&p, document, true);
    const bool undated = put_entries(&p, document, false);
    if (!dated && !undated)
        dtl_buffer_text(out, counts->refused
                                 ? "\nThe filters let no event pass.\n"
                                 : "\nNo events were found.\n");
    dtl_local_close(p.local);
}
