/* headline.c - who did what, as an editor would write it. */
#include "core/chronology/stages.h"

const char *dtl_headline_make(dtl_document *document, dtl_event_ref main) {
    const dtl_source *source = dtl_source_of(document, main);
    const dtl_event *event = dtl_event_of(document, main);
    const int32_t sentence = source->words.items[event->trigger].sentence;
    const dtl_span span = source->sentences.items[sentence].span;
    return dtl_arena_string(&document->arena, dtl_bytes(source, span),
                            dtl_length(span));
}
