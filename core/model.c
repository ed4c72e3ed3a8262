/* model.c - the few operations that the model itself has. */
#include "core/model.h"

#include "core/base/limits.h"

void dtl_note_add(dtl_source *source, dtl_arena *arena, const char *code,
                  dtl_span span, const char *message) {
    if (source->notes.count >= DTL_MAX_NOTES) {
        dtl_note *last = &source->notes.items[source->notes.count - 1];
        last->code = "notes.more";
        last->message = "more notes were left out";
        return;
    }
    dtl_note *note = DTL_PUSH(arena, &source->notes);
    if (note) *note = (dtl_note){code, span, message};
}
