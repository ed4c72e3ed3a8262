/* sha256.h - the Secure Hash Algorithm with 256 bits, FIPS 180-4.
 *
 * Names a source by its bytes; nothing here is a secret. */
#ifndef DTL_SHA256_H
#define DTL_SHA256_H

#include <stddef.h>

/* Writes the digest of `length` bytes as 64 small hexadecimal digits and a
 * NUL. bytes may be NULL when length is 0. */
void dtl_sha256_hex(const void *bytes, size_t length, char hex[65]);

#endif
