/* test_contract.c - what dateline.h promises about misuse, memory and
 * output, on a small article. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <pthread.h>

#include "dateline.h"

static const char article[] =
    "HALVERN, June 18 (Meridian) - President Ana Brandt arrived in Halvern "
    "late Saturday, officials said. She plans to meet Pedro Ruiz on Monday "
    "and may sign a treaty in September.\n\nRebels did not attack the port "
    "in May, according to the defence ministry.\n\n"
    "(Reporting by Tomas Reyl)\n";

/* ---- an allocator that counts and fails -------------------------------- */

typedef struct {
    long calls, fail_at, blocks;
    int forever; /* 1: every call from fail_at on, 0: that call alone */
} meter;

static void *metered(void *context, void *pointer, size_t old_size,
                     size_t new_size) {
    (void)old_size;
    meter *m = context;
    if (new_size == 0) {
        m->blocks -= pointer != NULL;
        free(pointer);
        return NULL;
    }
    const long call = m->calls++;
    if (call == m->fail_at || (m->forever && call > m->fail_at)) return NULL;
    m->blocks += pointer == NULL;
    return realloc(pointer, new_size);
}

static int count_bytes(void *context, const char *bytes, size_t length) {
    (void)bytes;
    *(size_t *)context += length;
    return 0;
}

/* Everything, with every format; the first status that is not OK. */
static dateline_status whole_road(const dateline_options *options) {
    dateline_document *document;
    dateline_status status = dateline_open(&document, options);
    const dateline_source_options source = {.reference = "2023-06-18"};
    if (!status)
        status = dateline_read(document, &source, article, strlen(article));
    if (!status) status = dateline_build(document);
    for (int format = 0; !status && format < DATELINE_FORMAT_COUNT;
         format++) {
        size_t written = 0;
        const dateline_render_options how = {
            .format = (dateline_format)format, .all = 1};
        status = dateline_render(document, &how, count_bytes, &written, NULL);
        if (!status && !written) status = DATELINE_OUTPUT;
    }
    if (status && document && !*dateline_message(document))
        status = DATELINE_MISUSE; /* a failure that says nothing */
    dateline_close(document);
    return status;
}

static void fail_each(int forever) {
    meter m = {.fail_at = -1};
    dateline_options options = {metered, &m};
    assert_int_equal(whole_road(&options), DATELINE_OK);
    assert_int_equal(m.blocks, 0);
    const long calls = m.calls;
    /* The debug arena asks for every object: take the first ones each and
     * then a few hundred of the rest, so that the test stays short. */
    const long step = calls > 600 ? calls / 300 : 1;
    for (long i = 0; i < calls; i += i < 40 ? 1 : step) {
        m = (meter){.fail_at = i, .forever = forever};
        assert_int_equal(whole_road(&options), DATELINE_NO_MEMORY);
        assert_int_equal(m.blocks, 0);
    }
}

static void each_allocation_may_fail_once(void **state) {
    (void)state;
    fail_each(0);
}

static void each_allocation_may_be_the_last(void **state) {
    (void)state;
    fail_each(1);
}

/* ---- misuse -------------------------------------------------------------- */

static void misuse_is_a_status(void **state) {
    (void)state;
    dateline_document *document = NULL;
    assert_int_equal(dateline_open(NULL, NULL), DATELINE_MISUSE);
    assert_int_equal(dateline_read(NULL, NULL, "", 0), DATELINE_MISUSE);
    assert_int_equal(dateline_build(NULL), DATELINE_MISUSE);
    assert_string_equal(dateline_message(NULL), "");
    dateline_close(NULL);
    assert_int_equal(dateline_open(&document, NULL), DATELINE_OK);
    size_t written = 0;
    const dateline_render_options json = {.format = DATELINE_FORMAT_JSON};
    assert_int_equal(dateline_render(document, NULL, count_bytes, &written,
                                     NULL), DATELINE_MISUSE);
    assert_int_equal(dateline_render(document, &json, NULL, NULL, NULL),
                     DATELINE_MISUSE);
    assert_int_equal(dateline_read(document, NULL, NULL, 5), DATELINE_MISUSE);
    assert_true(*dateline_message(document));
    dateline_close(document);
}

static void a_format_that_does_not_exist(void **state) {
    (void)state;
    dateline_document *document = NULL;
    assert_int_equal(dateline_open(&document, NULL), DATELINE_OK);
    assert_int_equal(dateline_read(document, NULL, "", 0), DATELINE_OK);
    assert_int_equal(dateline_build(document), DATELINE_OK);
    size_t written = 0;
    const dateline_render_options none = {.format = DATELINE_FORMAT_COUNT};
    assert_int_equal(dateline_render(document, &none, count_bytes, &written,
                                     NULL), DATELINE_MISUSE);
    assert_int_equal(written, 0);
    dateline_close(document);
}

static void every_status_is_described(void **state) {
    (void)state;
    for (int status = 0; status <= DATELINE_OUTPUT; status++)
        assert_true(strlen(dateline_describe((dateline_status)status)) > 5);
    assert_non_null(dateline_describe((dateline_status)99));
    assert_string_equal(dateline_version(), DATELINE_VERSION);
}

static void a_bad_reference_says_what_to_write(void **state) {
    (void)state;
    dateline_document *document = NULL;
    const dateline_source_options source = {.reference = "yesterday"};
    assert_int_equal(dateline_open(&document, NULL), DATELINE_OK);
    assert_int_equal(dateline_read(document, &source, "x", 1),
                     DATELINE_BAD_INPUT);
    assert_non_null(strstr(dateline_message(document), "yesterday"));
    assert_non_null(strstr(dateline_message(document), "2023-06-18"));
    dateline_close(document);
}

/* ---- output -------------------------------------------------------------- */

static int refuse_at(void *context, const char *bytes, size_t length) {
    (void)bytes;
    (void)length;
    return (*(int *)context)-- == 0;
}

static void a_refused_write_is_reported(void **state) {
    (void)state;
    dateline_document *document = NULL;
    const dateline_source_options source = {.reference = "2023-06-18"};
    assert_int_equal(dateline_open(&document, NULL), DATELINE_OK);
    assert_int_equal(
        dateline_read(document, &source, article, strlen(article)), 0);
    assert_int_equal(dateline_build(document), DATELINE_OK);
    const dateline_render_options json = {.format = DATELINE_FORMAT_JSON,
                                          .all = 1};
    int left = 0;
    assert_int_equal(dateline_render(document, &json, refuse_at, &left, NULL),
                     DATELINE_OUTPUT);
    left = 1;
    assert_int_equal(dateline_render(document, &json, refuse_at, &left, NULL),
                     DATELINE_OUTPUT);
    dateline_close(document);
}

/* ---- threads ------------------------------------------------------------- */

static void *work(void *result) {
    *(dateline_status *)result = whole_road(NULL);
    return NULL;
}

static void two_threads_on_two_documents(void **state) {
    (void)state;
    pthread_t threads[2];
    dateline_status results[2] = {DATELINE_MISUSE, DATELINE_MISUSE};
    for (int i = 0; i < 2; i++)
        assert_int_equal(pthread_create(&threads[i], NULL, work, &results[i]),
                         0);
    for (int i = 0; i < 2; i++) {
        pthread_join(threads[i], NULL);
        assert_int_equal(results[i], DATELINE_OK);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_allocation_may_fail_once),
        cmocka_unit_test(each_allocation_may_be_the_last),
        cmocka_unit_test(misuse_is_a_status),
        cmocka_unit_test(a_format_that_does_not_exist),
        cmocka_unit_test(every_status_is_described),
        cmocka_unit_test(a_bad_reference_says_what_to_write),
        cmocka_unit_test(a_refused_write_is_reported),
        cmocka_unit_test(two_threads_on_two_documents),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
