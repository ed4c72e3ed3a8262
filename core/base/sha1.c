/* sha1.c - FIPS 180-4, section 6.1. */
#include "core/base/sha1.h"

#include <string.h>

static uint32_t rotate(uint32_t x, int by) { return x << by | x >> (32 - by); }

static void expand(uint32_t w[80], const uint8_t block[64]) {
    for (int t = 0; t < 16; t++)
        w[t] = (uint32_t)block[4 * t] << 24 | (uint32_t)block[4 * t + 1] << 16 |
               (uint32_t)block[4 * t + 2] << 8 | block[4 * t + 3];
    for (int t = 16; t < 80; t++)
        w[t] = rotate(w[t - 3] ^ w[t - 8] ^ w[t - 14] ^ w[t - 16], 1);
}

/* The round function of section 4.1.1 with its constant added. */
static uint32_t mix(int t, uint32_t b, uint32_t c, uint32_t d) {
    if (t < 20) return ((b & c) | (~b & d)) + 0x5A827999u;
    if (t < 40) return (b ^ c ^ d) + 0x6ED9EBA1u;
    if (t < 60) return ((b & c) | (b & d) | (c & d)) + 0x8F1BBCDCu;
    return (b ^ c ^ d) + 0xCA62C1D6u;
}

static void take_block(dtl_sha1 *sha1) {
    uint32_t w[80], s[5];
    expand(w, sha1->block);
    memcpy(s, sha1->state, sizeof s);
    for (int t = 0; t < 80; t++) {
        const uint32_t next =
            rotate(s[0], 5) + mix(t, s[1], s[2], s[3]) + s[4] + w[t];
        s[4] = s[3];
        s[3] = s[2];
        s[2] = rotate(s[1], 30);
        s[1] = s[0];
        s[0] = next;
    }
    for (int i = 0; i < 5; i++)
        sha1->state[i] += s[i];
}

void dtl_sha1_start(dtl_sha1 *sha1) {
    *sha1 = (dtl_sha1){
        .state = {0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476, 0xC3D2E1F0}};
}

void dtl_sha1_add(dtl_sha1 *sha1, const void *bytes, size_t length) {
    const uint8_t *from = bytes;
    for (size_t i = 0; i < length; i++) {
        sha1->block[sha1->length++ % 64] = from[i];
        if (sha1->length % 64 == 0) take_block(sha1);
    }
}

void dtl_sha1_end(dtl_sha1 *sha1, uint8_t digest[20]) {
    const uint64_t bits = sha1->length * 8;
    uint8_t tail[8];
    for (int i = 0; i < 8; i++)
        tail[i] = (uint8_t)(bits >> (56 - 8 * i));
    dtl_sha1_add(sha1, "\x80", 1);
    while (sha1->length % 64 != 56)
        dtl_sha1_add(sha1, "", 1);
    dtl_sha1_add(sha1, tail, sizeof tail);
    for (int i = 0; i < 20; i++)
        digest[i] = (uint8_t)(sha1->state[i / 4] >> (24 - 8 * (i % 4)));
}
