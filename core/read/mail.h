/* mail.h - an Internet message to the text that it carries.
 *
 * Source: RFC 5322 (headers, dates), RFC 2045 and 2046 (MIME), RFC 2047
 * (encoded words). */
#ifndef DTL_READ_MAIL_H
#define DTL_READ_MAIL_H

#include "core/model.h"

/* The part that is read: text/plain where there is one, else text/html. Its
 * bytes are decoded and, where its charset is named and known, UTF-8. */
typedef struct {
    const char *bytes;
    size_t length;
    bool is_html;
    const char *subject, *sender; /* UTF-8; NULL: none */
    dateline_instant date;        /* digits OPEN: none that can be read */
    const char *date_text;        /* as it stands there; NULL: none */
} dtl_mail;

/* Whether the bytes begin as a message does: headers, among them From with
 * one that only mail has, or with To and Date. */
bool dtl_mail_is(const char *bytes, size_t length);

/* Cannot fail but for memory, which shows in the arena: what is no message
 * has no headers and is one part. */
void dtl_mail_read(dtl_mail *mail, dtl_arena *arena, const char *bytes,
                   size_t length);

#endif
