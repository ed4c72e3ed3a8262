/* test_arena.c - one document's memory, and what happens when there is none. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "core/base/arena.h"
#include "core/base/limits.h"

/* Counts what is held; refuses the `left`-th allocation and all after it. */
typedef struct {
    size_t held, calls;
    long left; /* below 0: never refuses */
} counter;

static void *counting(void *context, void *pointer, size_t old_size,
                      size_t new_size) {
    counter *c = context;
    if (new_size == 0) {
        c->held -= old_size;
        free(pointer);
        return NULL;
    }
    c->calls++;
    if (c->left == 0) return NULL;
    if (c->left > 0) c->left--;
    c->held += new_size - old_size;
    return realloc(pointer, new_size);
}

static void objects_are_zeroed_and_aligned(void **state) {
    (void)state;
    counter c = {.left = -1};
    dtl_arena arena;
    dtl_arena_init(&arena, counting, &c);
    for (size_t size = 0; size < 2000; size++) {
        unsigned char *object = dtl_arena_alloc(&arena, size);
        assert_non_null(object);
        assert_int_equal((uintptr_t)object % _Alignof(max_align_t), 0);
        for (size_t i = 0; i < size; i++) assert_int_equal(object[i], 0);
        if (size) memset(object, 0xAA, size);
    }
    dtl_arena_free(&arena);
    assert_int_equal(c.held, 0);
}

static void a_large_object_keeps_the_block_at_hand(void **state) {
    (void)state;
    counter c = {.left = -1};
    dtl_arena arena;
    dtl_arena_init(&arena, counting, &c);
    assert_non_null(dtl_arena_alloc(&arena, 16));
    assert_non_null(dtl_arena_alloc(&arena, DTL_ARENA_BLOCK * 3));
    const size_t calls = c.calls;
    assert_non_null(dtl_arena_alloc(&arena, 16));
#ifndef DTL_ARENA_DEBUG
    assert_int_equal(c.calls, calls);
#else
    assert_int_equal(c.calls, calls + 1);
#endif
    dtl_arena_free(&arena);
    assert_int_equal(c.held, 0);
}

static void failure_is_sticky(void **state) {
    (void)state;
    counter c = {.left = 0};
    dtl_arena arena;
    dtl_arena_init(&arena, counting, &c);
    assert_null(dtl_arena_alloc(&arena, 8));
    assert_true(arena.failed);
    c.left = -1;
    assert_null(dtl_arena_alloc(&arena, 8));
    assert_null(dtl_arena_array(&arena, 2, 8));
    assert_null(dtl_arena_string(&arena, "a", 1));
    assert_null(dtl_arena_format(&arena, "%d", 1));
    DTL_LIST(int) list = {0};
    assert_null(DTL_PUSH(&arena, &list));
    assert_int_equal(list.count, 0);
    assert_int_equal(c.calls, 1);
    dtl_arena_free(&arena);
    assert_int_equal(c.held, 0);
}

static void sizes_that_overflow_fail(void **state) {
    (void)state;
    dtl_arena arena;
    dtl_arena_init(&arena, NULL, NULL);
    assert_null(dtl_arena_array(&arena, SIZE_MAX / 4 + 1, 8));
    assert_true(arena.failed);
    dtl_arena_free(&arena);
    dtl_arena_init(&arena, NULL, NULL);
    assert_null(dtl_arena_alloc(&arena, SIZE_MAX));
    assert_true(arena.failed);
    dtl_arena_free(&arena);
    dtl_arena_init(&arena, NULL, NULL);
    assert_null(dtl_arena_string(&arena, "", SIZE_MAX));
    dtl_arena_free(&arena);
}

/* A list that grows while memory lasts keeps what it holds, for every point
 * at which memory can end. */
static void lists_survive_every_failure(void **state) {
    (void)state;
    for (long left = 0; left < 40; left++) {
        counter c = {.left = left};
        dtl_arena arena;
        DTL_LIST(uint64_t) list = {0};
        dtl_arena_init(&arena, counting, &c);
        for (uint64_t i = 0; i < 50000; i++) {
            uint64_t *item = DTL_PUSH(&arena, &list);
            if (!item) break;
            assert_int_equal(*item, 0);
            *item = i;
        }
        for (uint32_t i = 0; i < list.count; i++)
            assert_int_equal(list.items[i], i);
        assert_true(arena.failed || list.count == 50000);
        dtl_arena_free(&arena);
        assert_int_equal(c.held, 0);
    }
}

static void strings(void **state) {
    (void)state;
    dtl_arena arena;
    dtl_arena_init(&arena, NULL, NULL);
    assert_string_equal(dtl_arena_string(&arena, "harbor", 3), "har");
    assert_string_equal(dtl_arena_string(&arena, NULL, 0), "");
    assert_string_equal(dtl_arena_format(&arena, "%s-%03d", "a", 7), "a-007");
    dtl_arena_free(&arena);
    dtl_arena_free(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(objects_are_zeroed_and_aligned),
        cmocka_unit_test(a_large_object_keeps_the_block_at_hand),
        cmocka_unit_test(failure_is_sticky),
        cmocka_unit_test(sizes_that_overflow_fail),
        cmocka_unit_test(lists_survive_every_failure),
        cmocka_unit_test(strings),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
