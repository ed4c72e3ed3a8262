/* mail_decode.h - what mail does to bytes on their way, undone. */
#ifndef DTL_READ_MAIL_DECODE_H
#define DTL_READ_MAIL_DECODE_H

#include <stddef.h>

#include "core/base/arena.h"

/* Quoted-printable (RFC 2045, section 6.7; in_header: RFC 2047's Q) and
 * base64 (section 6.8) into `out`, which has room for `length` bytes. What is
 * not well formed stays as it is. Gives the bytes of `out`. */
size_t dtl_mail_quoted(const char *bytes, size_t length, bool in_header,
                       char *out);
size_t dtl_mail_base64(const char *bytes, size_t length, char *out);

/* The bytes as UTF-8; NULL when the charset is UTF-8 already or ICU does not
 * know it. */
const char *dtl_mail_convert(dtl_arena *arena, const char *charset,
                             const char *bytes, size_t length, size_t *units);

/* A header's value with its encoded words (RFC 2047) decoded. */
const char *dtl_mail_words(dtl_arena *arena, const char *value);

#endif
