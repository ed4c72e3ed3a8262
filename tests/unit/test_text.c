/* test_text.c - the UTF-8 door: what comes in ill-formed goes out as U+FFFD,
 * and every offset still leads to the original byte. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "core/base/text.h"

#define BAD "\xEF\xBF\xBD"

/* Ill-formed sequences and how many maximal subparts they have (Unicode 15,
 * tables 3-7 to 3-11). */
static const struct {
    const char *bytes;
    int pieces;
} ill_formed[] = {
    {"\x80", 1},             /* a continuation alone */
    {"\xBF\x80", 2},
    {"\xC0\xAF", 2},         /* overlong */
    {"\xC1\xBF", 2},
    {"\xE0\x80\xAF", 3},
    {"\xF0\x80\x80\xAF", 4},
    {"\xC3", 1},             /* cut short */
    {"\xE2\x82", 1},
    {"\xF0\x9F\x98", 1},
    {"\xED\xA0\x80", 3},     /* a surrogate */
    {"\xED\xBF\xBF", 3},
    {"\xF4\x90\x80\x80", 4}, /* above U+10FFFF */
    {"\xF5\x80\x80\x80", 4},
    {"\xFE", 1},
    {"\xFF", 1},
    {"\xE2\x82\xE2\x82\xAC", 1}, /* cut short before a good one */
};

static void check(const char *before, size_t row, const char *after) {
    char input[64], expected[96];
    snprintf(input, sizeof input, "%s%s%s", before, ill_formed[row].bytes,
             after);
    strcpy(expected, before);
    for (int i = 0; i < ill_formed[row].pieces; i++) strcat(expected, BAD);
    if (strlen(ill_formed[row].bytes) == 5) strcat(expected, "\xE2\x82\xAC");
    strcat(expected, after);
    dtl_arena arena;
    dtl_text text;
    dtl_arena_init(&arena, NULL, NULL);
    dtl_text_init(&text, &arena, input, strlen(input));
    assert_string_equal(text.bytes, expected);
    assert_int_equal(text.length, strlen(expected));
    assert_int_equal(text.replaced, ill_formed[row].pieces);
    const uint32_t tail = (uint32_t)strlen(after);
    assert_int_equal(dtl_text_original(&text, text.length - tail),
                     strlen(input) - tail);
    assert_int_equal(dtl_text_original(&text, text.length), strlen(input));
    assert_int_equal(dtl_text_original(&text, 0), 0);
    dtl_arena_free(&arena);
}

static void every_class_at_start_middle_and_end(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof ill_formed / sizeof ill_formed[0]; i++) {
        check("", i, "ab");
        check("ab", i, "cd");
        check("ab", i, "");
        check("", i, "");
        check("\xC3\xA9", i, "\xF0\x9F\x98\x80");
    }
}

static void good_text_is_untouched(void **state) {
    (void)state;
    const char input[] = "a\0b\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80z";
    dtl_arena arena;
    dtl_text text;
    dtl_arena_init(&arena, NULL, NULL);
    dtl_text_init(&text, &arena, input, sizeof input - 1);
    assert_int_equal(text.length, sizeof input - 1);
    assert_memory_equal(text.bytes, input, sizeof input);
    assert_int_equal(text.replaced, 0);
    assert_int_equal(text.shifts.count, 0);
    assert_int_equal(dtl_text_point(&text, 3), 3);
    assert_int_equal(dtl_text_point(&text, 5), 4);
    assert_int_equal(dtl_text_point(&text, 8), 5);
    assert_int_equal(dtl_text_point(&text, 12), 6);
    assert_int_equal(dtl_text_point(&text, text.length), 7);
    dtl_arena_free(&arena);
}

/* Around the strides of the index: each "\xC3\xA9" is two bytes. */
static void code_points_of_a_long_text(void **state) {
    (void)state;
    char input[2050];
    for (size_t i = 0; i < sizeof input; i += 2)
        memcpy(input + i, "\xC3\xA9", 2);
    dtl_arena arena;
    dtl_text text;
    dtl_arena_init(&arena, NULL, NULL);
    for (size_t length = 0; length <= sizeof input; length += 2) {
        dtl_text_init(&text, &arena, input, length);
        for (uint32_t at = 0; at <= length; at += 2)
            if (dtl_text_point(&text, at) != at / 2)
                fail_msg("length %zu, at %u", length, (unsigned)at);
        if (length > 600 && length < 2000) length += 62;
    }
    dtl_arena_free(&arena);
}

static void what_is_skipped_still_counts(void **state) {
    (void)state;
    dtl_arena arena;
    dtl_text text;
    dtl_arena_init(&arena, NULL, NULL);
    dtl_text_init_behind(&text, &arena, "\xEF\xBB\xBF" "ab\x80" "c", 7, 3);
    assert_string_equal(text.bytes, "ab" BAD "c");
    assert_int_equal(dtl_text_original(&text, 0), 3);
    assert_int_equal(dtl_text_original(&text, 5), 6);
    assert_int_equal(dtl_text_original(&text, 6), 7);
    dtl_text_init_behind(&text, &arena, "\xEF\xBB\xBF", 3, 3);
    assert_int_equal(text.length, 0);
    assert_int_equal(dtl_text_original(&text, 0), 3);
    dtl_arena_free(&arena);
}

/* Every code point there and back. */
static void encode_and_decode(void **state) {
    (void)state;
    for (uint32_t point = 0; point <= 0x10FFFF; point++) {
        if (point >= 0xD800 && point <= 0xDFFF) continue;
        char bytes[4];
        size_t at = 0;
        const size_t length = dtl_utf8_encode(point, bytes);
        if (dtl_utf8_next(bytes, length, &at) != point || at != length)
            fail_msg("U+%04X", (unsigned)point);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_class_at_start_middle_and_end),
        cmocka_unit_test(good_text_is_untouched),
        cmocka_unit_test(code_points_of_a_long_text),
        cmocka_unit_test(what_is_skipped_still_counts),
        cmocka_unit_test(encode_and_decode),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
