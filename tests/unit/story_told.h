/* story_told.h - reads an article and finds in its chronology what a reader
 * would see: headline, begin, end, status, basis. */
#ifndef STORY_TOLD_H
#define STORY_TOLD_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/model.h"

static inline dtl_document *told(const char *text, const char *reference) {
    dateline_document *document = NULL;
    const dateline_source_options source = {.reference = reference};
    if (dateline_open(&document, NULL) != DATELINE_OK ||
        dateline_read(document, &source, text, strlen(text)) != DATELINE_OK ||
        dateline_build(document) != DATELINE_OK)
        abort();
    return document;
}

static inline const dtl_event *told_event(const dtl_document *document,
                                          const dtl_entry *entry) {
    return &document->sources.items[entry->main.source]
                ->events.items[entry->main.event];
}

/* The n-th event mention whose verb or noun has that lemma; NULL. */
static inline const dtl_event *told_mention(const dtl_document *document,
                                            const char *lemma, int n) {
    const dtl_source *source = document->sources.items[0];
    for (uint32_t i = 0; i < source->events.count; i++) {
        const dtl_event *event = &source->events.items[i];
        if (strcmp(source->words.items[event->trigger].lemma, lemma) == 0 &&
            n-- == 0)
            return event;
    }
    return NULL;
}

static inline const dtl_entry *told_entry(const dtl_document *document,
                                          const char *headline) {
    for (uint32_t i = 0; i < document->entries.count; i++) {
        const dtl_entry *entry = &document->entries.items[i];
        if (!entry->background && strcmp(entry->headline, headline) == 0)
            return entry;
    }
    return NULL;
}

static inline void told_instant(char out[32], dateline_instant at) {
    switch (at.digits) {
    case DATELINE_DIGITS_OPEN: snprintf(out, 32, "open"); return;
    case DATELINE_DIGITS_YEAR: snprintf(out, 32, "%04d", at.year); return;
    case DATELINE_DIGITS_MONTH:
        snprintf(out, 32, "%04d-%02d", at.year, at.month);
        return;
    case DATELINE_DIGITS_DAY:
        snprintf(out, 32, "%04d-%02d-%02d", at.year, at.month, at.day);
        return;
    default:
        snprintf(out, 32, "%04d-%02d-%02dT%02d:%02d", at.year, at.month,
                 at.day, at.hour, at.minute);
    }
}

/* "2023-06-16 2023-06-17 expression"; "undated". */
static inline const char *told_date(char out[128], bool dated,
                                    const dateline_date *date) {
    static const char *const bases[] = {"none", "expression", "inferred",
                                        "dateline", "narrative"};
    char begin[32], end[32];
    if (!dated) return strcpy(out, "undated");
    told_instant(begin, date->begin);
    told_instant(end, date->end);
    snprintf(out, 128, "%s %s %s", begin, end, bases[date->basis]);
    return out;
}

/* All listed headlines, for the message of a test that failed. */
static inline void told_print(const dtl_document *document) {
    char date[128];
    for (uint32_t i = 0; i < document->entries.count; i++) {
        const dtl_entry *entry = &document->entries.items[i];
        fprintf(stderr, "  %s %s [%s] %d\n", entry->background ? "-" : "+",
                entry->headline, told_date(date, entry->dated, &entry->date),
                (int)entry->status);
    }
}

#endif
