/* fuzz_read.c - any bytes through the whole road and every format.
 *
 *     cmake --preset fuzz && cmake --build --preset fuzz --target fuzz_read
 *     build/fuzz/tests/fuzz_read -max_total_time=600 CORPUS_FOLDER */
#include <stddef.h>
#include <stdint.h>

#include "dateline.h"

static int ignore(void *context, const char *bytes, size_t length) {
    (void)context;
    (void)bytes;
    (void)length;
    return 0;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length) {
    dateline_document *document;
    const dateline_source_options source = {
        .format = length && bytes[0] == '<'   ? DATELINE_INPUT_HTML
                  : length && bytes[0] == 'F' ? DATELINE_INPUT_EML
                                              : DATELINE_INPUT_TEXT,
        .reference = "2023-06-18"};
    if (dateline_open(&document, NULL)) return 0;
    if (!dateline_read(document, &source, (const char *)bytes, length) &&
        !dateline_build(document))
        for (int format = 0; format < DATELINE_FORMAT_COUNT; format++) {
            const dateline_render_options how = {
                .format = (dateline_format)format,
                .all = 1,
                .table = length % 2,
                .color = length % 3,
                .filter = {.actor = length % 5 ? NULL : "ana"}};
            if (dateline_render(document, &how, ignore, NULL, NULL))
                __builtin_trap();
        }
    dateline_close(document);
    return 0;
}
