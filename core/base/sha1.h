/* sha1.h - SHA-1, for names only (UUID version 5), never for security. */
#ifndef DTL_SHA1_H
#define DTL_SHA1_H

#include <stddef.h>
#include <stdint.h>

typedef struct {
    uint32_t state[5];
    uint64_t length; /* bytes so far */
    uint8_t block[64];
} dtl_sha1;

void dtl_sha1_start(dtl_sha1 *sha1);
void dtl_sha1_add(dtl_sha1 *sha1, const void *bytes, size_t length);
void dtl_sha1_end(dtl_sha1 *sha1, uint8_t digest[20]);

#endif
