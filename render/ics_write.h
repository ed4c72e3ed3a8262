/* ics_write.h - content lines of iCalendar (RFC 5545, section 3.1): folded
 * at 75 octets between code points, ended by CRLF. */
#ifndef DTL_ICS_WRITE_H
#define DTL_ICS_WRITE_H

#include <stdint.h>

#include "core/base/buffer.h"

typedef struct {
    dtl_buffer *out;
    int column; /* octets on this line */
} dtl_ics;

/* "NAME:" or "NAME;VALUE=DATE:"; everything up to the end is its value. */
void dtl_ics_begin(dtl_ics *ics, const char *name);

/* Our own ASCII, already in the form of the property. */
void dtl_ics_raw(dtl_ics *ics, const char *text);

/* TEXT of section 3.3.11: the plain text, escaped. */
void dtl_ics_text(dtl_ics *ics, const char *bytes, size_t length);
void dtl_ics_string(dtl_ics *ics, const char *text);

void dtl_ics_end(dtl_ics *ics);

/* A line whose value is our own ASCII. */
void dtl_ics_line(dtl_ics *ics, const char *name, const char *value);

#endif
