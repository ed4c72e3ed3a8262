/* source.c - one article: its text, its options, its reference date. */
#include "core/read/read.h"

#include <string.h>

#include "core/base/limits.h"
#include "core/read/blocks.h"
#include "core/read/reference.h"

static const char *copy(dtl_arena *arena, const char *text) {
    return text ? dtl_arena_string(arena, text, strlen(text)) : NULL;
}

dateline_status dtl_read_source(dtl_source *source, dtl_arena *arena,
                                const dateline_source_options *options,
                                const char *bytes, size_t length,
                                const char **message) {
    if (length > DTL_MAX_INPUT) {
        *message = "the input is larger than 64 MiB: cut it in parts";
        return DATELINE_LIMIT;
    }
    if (options->reference &&
        !dtl_read_instant(options->reference, &source->reference)) {
        *message = dtl_arena_format(
            arena, "reference \"%.40s\" is not a date: write 2023-06-18 or "
            "2023-06-18T21:04:00+08:00", options->reference);
        return DATELINE_BAD_INPUT;
    }
    if (options->reference) source->reference_from = DTL_FROM_OPTION;
    source->id = copy(arena, options->id);
    source->uri = copy(arena, options->uri);
    source->zone = copy(arena, options->zone);
    source->day_first = options->day_first != 0;
    source->head.title = copy(arena, options->title);
    source->head.publisher = copy(arena, options->publisher);
    dtl_text_init(&source->text, arena, bytes, length);
    dtl_blocks_find(source, arena);
    dtl_reference_find(source, arena);
    return DATELINE_OK;
}
