/* test_sha1.c - the examples of FIPS 180-2, appendix A, and lengths around
 * the block. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "core/base/sha1.h"

static void assert_digest(const char *bytes, size_t times, const char *want) {
    dtl_sha1 sha1;
    uint8_t digest[20];
    char got[41];
    dtl_sha1_start(&sha1);
    for (size_t i = 0; i < times; i++)
        dtl_sha1_add(&sha1, bytes, strlen(bytes));
    dtl_sha1_end(&sha1, digest);
    for (int i = 0; i < 20; i++)
        snprintf(got + 2 * i, 3, "%02x", digest[i]);
    assert_string_equal(got, want);
}

static void examples_of_the_standard(void **state) {
    (void)state;
    assert_digest("abc", 1, "a9993e364706816aba3e25717850c26c9cd0d89d");
    assert_digest("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", 1,
                  "84983e441c3bd26ebaae4aa1f95129e5e54670f1");
    assert_digest("a", 1000000, "34aa973cd4c4daa4f61eeb2bdbad27316534016f");
    assert_digest("", 0, "da39a3ee5e6b4b0d3255bfef95601890afd80709");
}

/* As sha1sum(1) gives them for 55, 56, 63, 64 and 65 letters a. */
static void lengths_around_the_block(void **state) {
    (void)state;
    assert_digest("a", 55, "c1c8bbdc22796e28c0e15163d20899b65621d65a");
    assert_digest("a", 56, "c2db330f6083854c99d4b5bfb6e8f29f201be699");
    assert_digest("a", 63, "03f09f5b158a7a8cdad920bddc29b81c18a551f5");
    assert_digest("a", 64, "0098ba824b5c16427bd7a1122a5a442a25ec644d");
    assert_digest("a", 65, "11655326c708d70319be2610e8a57d9a5b959d3b");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(examples_of_the_standard),
        cmocka_unit_test(lengths_around_the_block),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
