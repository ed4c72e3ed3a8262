/* fuzz_expression.c - any bytes through timeparse alone, any reference date.
 *
 *     cmake --preset fuzz && cmake --build --preset fuzz \
 *         --target fuzz_expression
 *     build/fuzz/tests/fuzz_expression -max_total_time=600 CORPUS_FOLDER
 *
 * The first four bytes choose the reference date, its digits, the order of
 * day and month, and the zone; the rest is the text. */
#include <stdlib.h>
#include <string.h>

#include "core/base/calendar.h"
#include "core/base/limits.h"
#include "timeparse/expression.h"

static dateline_instant reference(const uint8_t *b) {
    const int64_t first = dtl_calendar_number((dtl_day){DTL_MIN_YEAR, 1, 1});
    const int64_t last = dtl_calendar_number((dtl_day){DTL_MAX_YEAR, 12, 31});
    const int64_t at = (b[0] << 8 | b[1]) * (last - first) / 65535;
    const dtl_day day = dtl_calendar_day(first + at);
    return (dateline_instant){.year = day.year,
                              .month = (uint8_t)day.month,
                              .day = (uint8_t)day.day,
                              .hour = b[2] % 24,
                              .digits = b[2] % 6};
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length) {
    if (length < 4) return 0;
    const size_t size = length - 4;
    const dtl_expression_options options = {
        .reference = reference(bytes),
        .zone = bytes[3] & 2 ? "America/New_York" : NULL,
        .day_first = bytes[3] & 1};
    dtl_arena arena;
    dtl_arena_init(&arena, NULL, NULL);
    char *text = malloc(size ? size : 1); /* its end is guarded */
    if (!text) return 0;
    memcpy(text, bytes + 4, size);
    const dtl_expressions all =
        dtl_expression_all(&arena, text, size, &options);
    uint32_t at = 0;
    for (uint32_t i = 0; i < all.count; i++) {
        const dateline_expression *e = &all.items[i];
        if (e->start < at || e->end <= e->start || e->end > size ||
            !e->date.timex3.value || !e->date.rule || !e->why)
            __builtin_trap();
        at = e->end;
    }
    free(text);
    dtl_arena_free(&arena);
    return 0;
}
