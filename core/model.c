/* model.c - the few operations that the model itself has. */
#include "core/model.h"

#include <string.h>

#include "core/base/limits.h"

bool dtl_span_is(const dtl_source *source, dtl_span span, const char *text) {
    const size_t length = strlen(text);
    return length == dtl_length(span) &&
           memcmp(text, dtl_bytes(source, span), length) == 0;
}

int32_t *dtl_index_new(dtl_arena *arena, uint32_t count) {
    int32_t *array = dtl_arena_array(arena, count, sizeof *array);
    if (array) memset(array, 0xff, count * sizeof *array); /* DTL_NONE */
    return array;
}

void dtl_index_children(const dtl_source *source, int32_t *child,
                        int32_t *sibling) {
    for (int32_t i = (int32_t)source->words.count - 1; i >= 0; i--) {
        const int32_t head = source->words.items[i].head;
        if (head == DTL_NONE) continue;
        sibling[i] = child[head];
        child[head] = i;
    }
}

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
