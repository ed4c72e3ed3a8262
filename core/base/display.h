/* display.h - a date in words, for people: "17 June 2023, evening".
 *
 * British order and month names, 24-hour clock, en dash in ranges. Only what
 * the date says is said: digits that are not meant do not appear. */
#ifndef DTL_DISPLAY_H
#define DTL_DISPLAY_H

#include "core/base/arena.h"
#include "dateline.h"

/* Bytes that any display needs at most, NUL included. */
#define DTL_DISPLAY_BYTES 192

/* NULL when the date has neither a bound nor a value that can be said. */
const char *dtl_display_date(const dateline_date *date,
                             char out[DTL_DISPLAY_BYTES]);

/* "18 June 2023, 21:04 UTC+8"; "" when the instant is open. */
const char *dtl_display_instant(const dateline_instant *instant,
                                char out[DTL_DISPLAY_BYTES]);

/* Puts a copy into date->display, which stays what it is when the date
 * cannot be said. */
void dtl_display_fill(dateline_date *date, dtl_arena *arena);

/* "June"; month 1 to 12. */
const char *dtl_display_month(int month);

/* "2023", "AD 14" or "44 BC" for an astronomical year; out of at least 16
 * bytes. */
const char *dtl_display_year(int32_t year, char *out);

#endif
