/* local_date.h - dates as a language writes them, by ICU.
 *
 * Only what ICU can say is said: one day, month, year or clock time, or a
 * range of them. Whatever lies to one side has a sign in front that needs no
 * words: \u2264 up to, \u2265 from, ~ about. "Early" and "late" are left to
 * the quoted text. Gregorian in every language; years before 1583, where
 * ICU counts Julian days, are not said at all. */
#ifndef DTL_LOCAL_DATE_H
#define DTL_LOCAL_DATE_H

#include "core/base/display.h"

typedef struct dtl_local dtl_local;

/* Whether ICU has data for the language of "de", "de-AT" or "pt_BR". */
bool dtl_local_is_known(const char *locale);

/* NULL when locale is NULL, unknown or ICU fails. Its memory is ICU's own
 * and the C library's; dtl_local_close frees it and takes NULL. */
dtl_local *dtl_local_open(const char *locale);
void dtl_local_close(dtl_local *local);

/* The date in that language; NULL when it cannot be said. */
const char *dtl_local_date(const dtl_local *local, const dateline_date *date,
                           char out[DTL_DISPLAY_BYTES]);

/* The same for one moment with the digits that it has. */
const char *dtl_local_instant(const dtl_local *local,
                              const dateline_instant *at,
                              char out[DTL_DISPLAY_BYTES]);

#endif
