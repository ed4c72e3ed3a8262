/* bench_timeparse.c - how fast expressions are found and read.
 *
 * Not a test. Give it files; it repeats their text to sizes from 1 KB to
 * 64 MB and prints MB/s and the ratio to a scan that counts line ends, as
 * wc -l does. No words, tags or parse are used. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "timeparse/find.h"

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static size_t scan(const char *bytes, size_t length) {
    size_t lines = 0;
    for (size_t i = 0; i < length; i++) lines += bytes[i] == '\n';
    return lines;
}

static size_t find(const char *bytes, size_t length) {
    dtl_arena arena;
    size_t count = 0;
    dtl_arena_init(&arena, NULL, NULL);
    dtl_finder *finder =
        dtl_finder_new(&arena, NULL, bytes, (uint32_t)length, false);
    dtl_found found;
    while (finder && dtl_finder_next(finder, &found)) count++;
    dtl_arena_free(&arena);
    return count;
}

/* Seconds of one run, the best of as many as fit in half a second. */
static double measure(size_t (*run)(const char *, size_t), const char *bytes,
                      size_t length, volatile size_t *result) {
    const double end = now() + 0.5;
    double best = 1e9;
    do {
        const double start = now();
        *result = run(bytes, length);
        const double seconds = now() - start;
        if (seconds < best) best = seconds;
    } while (now() < end);
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
    const size_t most = (size_t)64 << 20;
    char *text = malloc(most);
    if (!seed || !length || !text) {
        fprintf(stderr, "usage: bench_timeparse FILE...\n");
        return 2;
    }
    for (size_t i = 0; i < most; i++) text[i] = seed[i % length];
    printf("%10s %10s %10s %8s %10s\n", "bytes", "found", "MB/s", "scan/x",
           "ns/byte");
    for (size_t size = 1 << 10; size <= most; size *= 4) {
        volatile size_t lines, found;
        const double base = measure(scan, text, size, &lines);
        const double mine = measure(find, text, size, &found);
        printf("%10zu %10zu %10.1f %8.1f %10.2f\n", size, found,
               (double)size / mine / 1e6, mine / base,
               mine / (double)size * 1e9);
    }
    free(seed);
    free(text);
    return 0;
}
