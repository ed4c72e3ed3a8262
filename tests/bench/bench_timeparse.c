/* bench_timeparse.c - how fast expressions are found and read.
 *
 * Not a test. Give it files; it repeats their text to 64 MB and reads as
 * much of it in pieces of 1 KB up to 64 MB, each piece as a document of its
 * own, and prints for each size MB/s of processor time, the ratio to a pass
 * that only counts line ends, as wc -l does, and the memory a document
 * takes. No words, tags or parse are used. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "timeparse/find.h"

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static size_t scan(const char *bytes, size_t length) {
    size_t lines = 0;
    for (size_t i = 0; i < length; i++) lines += bytes[i] == '\n';
    return lines;
}

/* Results of one way over all pieces. */
typedef struct {
    size_t count, memory;
    double seconds;
} result;

static void *count_memory(void *context, void *pointer, size_t old_size,
                          size_t new_size) {
    *(size_t *)context += new_size - old_size;
    if (new_size) return realloc(pointer, new_size);
    free(pointer);
    return NULL;
}

static size_t find(const char *bytes, size_t length, size_t *memory) {
    dtl_arena arena;
    size_t count = 0, used = 0;
    dtl_arena_init(&arena, count_memory, &used);
    dtl_finder *finder =
        dtl_finder_new(&arena, NULL, bytes, (uint32_t)length, false);
    dtl_found found;
    while (finder && dtl_finder_next(finder, &found)) count++;
    if (used > *memory) *memory = used;
    dtl_arena_free(&arena);
    return count;
}

/* The best of a few runs over `total` bytes in pieces of `size`. */
static result measure(bool finds, const char *bytes, size_t total,
                      size_t size) {
    result best = {0, 0, 1e9};
    for (int run = 0; run < 5; run++) {
        result r = {0, 0, now()};
        for (size_t at = 0; at + size <= total; at += size)
            r.count += finds ? find(bytes + at, size, &r.memory)
                             : scan(bytes + at, size);
        r.seconds = now() - r.seconds;
        if (r.seconds < best.seconds) best = r;
    }
    return best;
}

static char *read_files(int count, char **names, size_t *length) {
    char *bytes = NULL;
    *length = 0;
    for (int i = 0; i < count; i++) {
        FILE *file = fopen(names[i], "rb");
        if (!file) continue;
        fseek(file, 0, SEEK_END);
        const size_t size = (size_t)ftell(file);
        rewind(file);
        bytes = realloc(bytes, *length + size);
        if (bytes) *length += fread(bytes + *length, 1, size, file);
        fclose(file);
    }
    return bytes;
}

int main(int argc, char **argv) {
    size_t length;
    char *seed = read_files(argc - 1, argv + 1, &length);
    const size_t most = (size_t)64 << 20, least = (size_t)4 << 20;
    char *text = malloc(most);
    if (!seed || !length || !text) {
        fprintf(stderr, "usage: bench_timeparse FILE...\n");
        return 2;
    }
    for (size_t i = 0; i < most; i++) text[i] = seed[i % length];
    printf("%10s %10s %10s %10s %8s %8s\n", "bytes", "found", "memory", "MB/s",
           "ns/byte", "scan/x");
    for (size_t size = 1 << 10; size <= most; size *= 4) {
        const size_t total = size > least ? size : least;
        const result base = measure(false, text, total, size);
        const result mine = measure(true, text, total, size);
        printf("%10zu %10zu %10zu %10.1f %8.2f %8.1f\n", size, mine.count,
               mine.memory, (double)total / mine.seconds / 1e6,
               mine.seconds / (double)total * 1e9,
               mine.seconds / base.seconds);
    }
    free(seed);
    free(text);
    return 0;
}
