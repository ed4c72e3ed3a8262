/* test_buffer.c - the way out: everything arrives in order, and a refusal is
 * remembered. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "core/base/buffer.h"

typedef struct {
    char bytes[20000];
    size_t used;
    int calls, refuse_at; /* 0: never */
} sink;

static int take(void *context, const char *bytes, size_t length) {
    sink *s = context;
    if (++s->calls == s->refuse_at) return 1;
    assert_true(length <= sizeof s->bytes - s->used);
    memcpy(s->bytes + s->used, bytes, length);
    s->used += length;
    return 0;
}

/* Pieces of every size around the buffer's own. */
static void everything_arrives_in_order(void **state) {
    (void)state;
    static char text[9000];
    for (size_t i = 0; i < sizeof text; i++) text[i] = (char)('a' + i % 26);
    for (size_t piece = 1; piece <= 9000; piece = piece * 3 + 1) {
        static sink s;
        dtl_buffer buffer;
        s = (sink){.refuse_at = 0};
        dtl_buffer_init(&buffer, take, &s);
        for (size_t at = 0; at < sizeof text; at += piece)
            dtl_buffer_bytes(&buffer, text + at,
                             sizeof text - at < piece ? sizeof text - at
                                                      : piece);
        assert_true(dtl_buffer_flush(&buffer));
        assert_int_equal(s.used, sizeof text);
        assert_memory_equal(s.bytes, text, sizeof text);
    }
}

static void texts_characters_and_numbers(void **state) {
    (void)state;
    static sink s;
    dtl_buffer buffer;
    dtl_buffer_init(&buffer, take, &s);
    dtl_buffer_text(&buffer, "a");
    dtl_buffer_char(&buffer, '\0');
    dtl_buffer_bytes(&buffer, NULL, 0);
    dtl_buffer_format(&buffer, "%05d", 42);
    assert_int_equal(s.calls, 0);
    assert_true(dtl_buffer_flush(&buffer));
    assert_int_equal(s.used, 7);
    assert_memory_equal(s.bytes, "a\0" "00042", 7);
    assert_true(dtl_buffer_flush(&buffer));
    assert_int_equal(s.calls, 1);
}

static void a_format_is_cut_at_its_limit(void **state) {
    (void)state;
    static sink s;
    dtl_buffer buffer;
    s = (sink){.refuse_at = 0};
    dtl_buffer_init(&buffer, take, &s);
    dtl_buffer_format(&buffer, "%300d", 7);
    assert_true(dtl_buffer_flush(&buffer));
    assert_int_equal(s.used, 255);
}

static void a_refusal_is_remembered(void **state) {
    (void)state;
    static char text[5000];
    for (int at = 1; at <= 3; at++) {
        static sink s;
        dtl_buffer buffer;
        s = (sink){.refuse_at = at};
        dtl_buffer_init(&buffer, take, &s);
        for (int i = 0; i < 3; i++)
            dtl_buffer_bytes(&buffer, text, sizeof text);
        assert_false(dtl_buffer_flush(&buffer));
        assert_int_equal(s.calls, at);
        dtl_buffer_text(&buffer, "more");
        assert_false(dtl_buffer_flush(&buffer));
        assert_int_equal(s.calls, at);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(everything_arrives_in_order),
        cmocka_unit_test(texts_characters_and_numbers),
        cmocka_unit_test(a_format_is_cut_at_its_limit),
        cmocka_unit_test(a_refusal_is_remembered),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
