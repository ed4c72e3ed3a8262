/* say.h - the pieces that display.c puts a date into words with; nobody else
 * needs it. What does not fit DTL_DISPLAY_BYTES is cut. */
#ifndef DTL_SAY_H
#define DTL_SAY_H

#include "core/base/display.h"

typedef struct {
    char *out; /* DTL_DISPLAY_BYTES of it */
    size_t used;
} dtl_words;

void dtl_say(dtl_words *p, const char *text);
void dtl_say_number(dtl_words *p, const char *format, int number);
void dtl_say_year(dtl_words *p, int32_t year);
void dtl_say_month(dtl_words *p, int32_t year, int month);
void dtl_say_day(dtl_words *p, int32_t year, int month, int day);
void dtl_say_instant(dtl_words *p, const dateline_instant *at);
void dtl_say_zone(dtl_words *p, const dateline_instant *at); /* " UTC+8" */

/* "st", "nd", "rd", "th". */
const char *dtl_say_ordinal(int number);

/* Century 20 is 1900 to 1999. */
void dtl_say_century(dtl_words *p, int century);

/* "second" and the unit with its blanks: " quarter of ". */
void dtl_say_nth(dtl_words *p, int nth, const char *unit, int32_t year);

/* A winter belongs to two years: the interval says which. */
void dtl_say_season(dtl_words *p, const char *name, const dateline_date *date,
                    int32_t year);

/* ---- TIMEX3 values ------------------------------------------------------ */

/* "evening" of 2023-06-17TEV, "summer" of 2023-SU; NULL when there is none.
 * value may be NULL. */
const char *dtl_say_part(const char *value);
const char *dtl_say_season_name(const char *value);

/* `count` digits at *text, which moves on; -1 when they are not there. */
int dtl_say_take_digits(const char **text, int count);

/* Digits in front, at most 5. */
int dtl_say_count_digits(const char *text);

/* The date's value; false when it has no place on the calendar. `the` is the
 * article for the units that want one. */
bool dtl_say_value(dtl_words *p, const dateline_date *date, const char *the);

#endif
