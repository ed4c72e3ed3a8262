/* test_edges.c - the library at its edges: memory that ends, input beside a
 * page that must not be touched, wrong calls, limits from both sides. */
#define _DEFAULT_SOURCE
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <sys/mman.h>
#include <unistd.h>

#include "core/base/limits.h"
#include "dateline.h"

static const char article[] =
    "Port strike ends in Lima\n\nBy Ana Reyes\n\n"
    "LIMA, Peru, June 18, 2023 (Nordic Wire) - Ana Reyes met Bo Lind in "
    "Quito on Friday.\n\nThe dockers will return to work on Monday, the union "
    "said. She did not visit Oslo last year.\n\n"
    "WHAT COMES NEXT\n\nTalks open in July. (Reporting by Ana Reyes)\n";

/* Refuses the allocation number `left`, and with `for_good` all after it. */
typedef struct {
    long left;
    bool for_good;
    size_t held;
} memory;

static void *scarce(void *context, void *pointer, size_t old_size,
                    size_t new_size) {
    memory *m = context;
    if (new_size == 0) {
        m->held -= old_size;
        free(pointer);
        return NULL;
    }
    if (m->left > 0) m->left--;
    else if (m->left == 0) {
        if (!m->for_good) m->left = -1;
        return NULL;
    }
    m->held += new_size - old_size;
    return realloc(pointer, new_size);
}

static int ignore(void *context, const char *bytes, size_t length) {
    *(size_t *)context += length;
    return bytes == NULL;
}

/* The whole road in one format; true when it went through. */
static bool go(memory *m, dateline_format format, const char *bytes,
               size_t length) {
    const dateline_options options = {.alloc = scarce, .alloc_context = m};
    dateline_document *document;
    size_t written = 0;
    dateline_status status = dateline_open(&document, &options);
    if (status == DATELINE_OK)
        status = dateline_read(document, NULL, bytes, length);
    if (status == DATELINE_OK) status = dateline_build(document);
    if (status == DATELINE_OK)
        status = dateline_render(
            document, &(dateline_render_options){.format = format, .all = 1},
            ignore, &written, NULL);
    assert_true(status == DATELINE_OK || status == DATELINE_NO_MEMORY);
    assert_non_null(dateline_message(document));
    dateline_close(document);
    assert_int_equal(m->held, 0);
    return status == DATELINE_OK;
}

static void every_allocation_fails_in_turn(void **state) {
    (void)state;
    for (int format = 0; format < DATELINE_FORMAT_COUNT; format++)
        for (int for_good = 0; for_good < 2; for_good++) {
            bool through = false;
            for (long n = 0; !through; n++) {
                memory m = {.left = n, .for_good = for_good};
                through = go(&m, (dateline_format)format, article,
                             sizeof article - 1);
                through = through && m.left > 0;
                assert_true(n < 100000);
                if (n > 8) n += n / 8; /* each takes the whole road */
            }
        }
}

/* The input ends at a page that cannot be read, and begins behind one. */
static void input_beside_a_guard_page(void **state) {
    (void)state;
    const size_t page = (size_t)sysconf(_SC_PAGESIZE);
    char *pages = mmap(NULL, 3 * page, PROT_READ | PROT_WRITE,
                       MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    assert_true(pages != MAP_FAILED);
    assert_int_equal(mprotect(pages, page, PROT_NONE), 0);
    assert_int_equal(mprotect(pages + 2 * page, page, PROT_NONE), 0);
    for (size_t length = 0; length < sizeof article; length += 23) {
        memory m = {.left = -1};
        char *end = pages + 2 * page - length;
        memcpy(end, article, length);
        assert_true(go(&m, DATELINE_FORMAT_JSON, end, length));
        memcpy(pages + page, article, length);
        assert_true(go(&m, DATELINE_FORMAT_JSON, pages + page, length));
    }
    munmap(pages, 3 * page);
}

static void wrong_calls_are_refused(void **state) {
    (void)state;
    dateline_document *document;
    const dateline_date *date;
    dateline_note note;
    dateline_render_options render = {.format = DATELINE_FORMAT_JSON};
    size_t written = 0;
    assert_int_equal(dateline_open(NULL, NULL), DATELINE_MISUSE);
    assert_int_equal(dateline_read(NULL, NULL, "a", 1), DATELINE_MISUSE);
    assert_int_equal(dateline_build(NULL), DATELINE_MISUSE);
    assert_int_equal(dateline_render(NULL, &render, ignore, &written, NULL),
                     DATELINE_MISUSE);
    assert_int_equal(dateline_resolve(NULL, "a", NULL, &date),
                     DATELINE_MISUSE);
    assert_int_equal(dateline_get_note(NULL, 0, &note), DATELINE_MISUSE);
    assert_string_equal(dateline_message(NULL), "");
    dateline_close(NULL);

    assert_int_equal(dateline_open(&document, NULL), DATELINE_OK);
    assert_int_equal(dateline_get_note(document, 0, &note), DATELINE_MISUSE);
    assert_int_equal(dateline_read(document, NULL, NULL, 1), DATELINE_MISUSE);
    assert_true(strlen(dateline_message(document)) > 0);
    dateline_close(document);

    assert_int_equal(dateline_open(&document, NULL), DATELINE_OK);
    assert_int_equal(dateline_render(document, &render, ignore, &written,
                                     NULL), DATELINE_MISUSE);
    dateline_close(document);

    assert_int_equal(dateline_open(&document, NULL), DATELINE_OK);
    assert_int_equal(dateline_read(document, NULL, NULL, 0), DATELINE_OK);
    assert_int_equal(dateline_build(document), DATELINE_OK);
    render.format = (dateline_format)99;
    assert_int_equal(dateline_render(document, &render, ignore, &written,
                                     NULL), DATELINE_MISUSE);
    dateline_close(document);
    assert_null(dateline_format_name((dateline_format)99));
    assert_null(dateline_format_suffix((dateline_format)-1));
    assert_non_null(dateline_describe((dateline_status)99));
}

static void notes_are_told(void **state) {
    (void)state;
    dateline_document *document;
    dateline_note note;
    assert_int_equal(dateline_open(&document, NULL), DATELINE_OK);
    assert_int_equal(dateline_read(document, NULL, "Fine.", 5), DATELINE_OK);
    assert_int_equal(dateline_read(document,
                                   &(dateline_source_options){
                                       .reference = "2023-06-18"},
                                   "Lima \xFF.", 7), DATELINE_OK);
    assert_int_equal(dateline_get_note(document, 0, &note), DATELINE_OK);
    assert_string_equal(note.code, "reference.none");
    assert_int_equal(note.at.source, 0);
    assert_int_equal(dateline_get_note(document, 1, &note), DATELINE_OK);
    assert_string_equal(note.code, "encoding.replaced");
    assert_int_equal(note.at.source, 1);
    assert_int_equal(note.at.start, 5);
    assert_int_equal(note.at.end, 8);
    assert_int_equal(dateline_get_note(document, 2, &note), DATELINE_MISUSE);
    dateline_close(document);
}

static void the_largest_input(void **state) {
    (void)state;
#ifdef DTL_ARENA_DEBUG
    const size_t first = 1; /* sanitizers take a minute for the other side */
#else
    const size_t first = 0;
#endif
    char *blank = calloc(1, DTL_MAX_INPUT + 1);
    assert_non_null(blank);
    for (size_t more = first; more < 2; more++) {
        dateline_document *document;
        assert_int_equal(dateline_open(&document, NULL), DATELINE_OK);
        assert_int_equal(dateline_read(document, NULL, blank,
                                       DTL_MAX_INPUT + more),
                         more ? DATELINE_LIMIT : DATELINE_OK);
        if (more) assert_non_null(strstr(dateline_message(document), "64"));
        dateline_close(document);
    }
    free(blank);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_allocation_fails_in_turn),
        cmocka_unit_test(input_beside_a_guard_page),
        cmocka_unit_test(wrong_calls_are_refused),
        cmocka_unit_test(notes_are_told),
        cmocka_unit_test(the_largest_input),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
