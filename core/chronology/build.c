/* build.c - the chronology in one page: from events to entries. */
#include "core/chronology/chronology.h"

#include "core/chronology/stages.h"

static dtl_page *open_pages(dtl_document *document) {
    dtl_page *pages = dtl_arena_array(&document->arena,
                                      document->sources.count, sizeof *pages);
    for (uint32_t s = 0; pages && s < document->sources.count; s++)
        if (!dtl_page_open(&pages[s], document->sources.items[s],
                           &document->arena))
            return NULL;
    return pages;
}

/* "announced on Friday that it will close": the clause below. */
static bool is_what_it_says(const dtl_source *source, const dtl_event *event,
                            const dtl_event *report) {
    const dtl_word *word = &source->words.items[event->trigger];
    return word->dep == DTL_DEP_CCOMP && word->head == report->trigger;
}

/* A report is told by the listed and dated event that it reports; what has
 * no date is told by the report of it that has one. */
static void fold_reports(const dtl_page *page, dtl_source *source,
                         dtl_arena *arena) {
    for (uint32_t i = 0; i < source->events.count; i++) {
        dtl_event *event = &source->events.items[i];
        if (event->reporter < 0 || event->weight < DTL_LISTED) continue;
        dtl_event *report = &source->events.items[event->reporter];
        if (report->weight < DTL_LISTED) continue;
        if (dtl_select_is_dated(event)) report->weight = DTL_LISTED - 0.1f;
        else if (dtl_select_is_dated(report) &&
                 is_what_it_says(source, event, report) &&
                 dtl_headline_make(page, report, arena))
            event->weight = DTL_LISTED - 0.1f;
    }
}

/* "An inspection planned for Thursday was cancelled": told under the day that
 * it was planned for, where it did not happen; nothing says when it was
 * cancelled. */
static void fold_cancellations(const dtl_page *page, dtl_source *source) {
    for (uint32_t i = 0; i < source->events.count; i++) {
        const dtl_event *event = &source->events.items[i];
        const int32_t above = source->words.items[event->trigger].head;
        if (source->words.items[event->trigger].pos != DTL_POS_NOUN ||
            event->status != DATELINE_STATUS_NEGATED ||
            event->weight < DTL_LISTED || above == DTL_NONE ||
            page->event[above] == DTL_NONE)
            continue;
        dtl_event *verb = &source->events.items[page->event[above]];
        if (dtl_select_has_own_date(event) && !dtl_select_has_own_date(verb) &&
            verb->weight >= DTL_LISTED)
            verb->weight = DTL_LISTED - 0.1f;
    }
}

static void weigh_events(dtl_document *document, const dtl_page *pages) {
    for (uint32_t s = 0; s < document->sources.count; s++) {
        dtl_source *source = document->sources.items[s];
        for (uint32_t i = 0; i < source->events.count; i++)
            dtl_select_weigh(&pages[s], &source->events.items[i]);
        fold_reports(&pages[s], source, &document->arena);
        fold_cancellations(&pages[s], source);
    }
}

void dtl_chronology_build(dtl_document *document) {
    dtl_cast_build(document);
    const dtl_page *pages = open_pages(document);
    if (!pages) return;
    weigh_events(document, pages);
    dtl_merge_events(document, pages);
    dtl_order_entries(document);
}
