/* resolve.h - a meaning and what surrounds it to a date. */
#ifndef DTL_RESOLVE_H
#define DTL_RESOLVE_H

#include "timeparse/value.h"

/* On which side of the base a time lies, and how surely. */
typedef enum {
    DTL_SIDE_PAST = -1,
    DTL_SIDE_NONE,
    DTL_SIDE_PRESENT, /* "the court meets": ahead, or a headline */
    DTL_SIDE_AHEAD,   /* may, plans to */
    DTL_SIDE_SURE     /* will */
} dtl_side;

/* What a text says around an expression. Zeroed: nothing is known. */
typedef struct {
    dateline_instant now; /* the reference date; digits OPEN: none */
    dtl_value there;      /* the time the text stands at; NONE: unknown */
    dtl_value said;       /* the last time told, also in passing */
    dtl_value next;       /* the next full date of the text; NONE: none */
    dtl_value business;   /* the quarter or year a report compares */
    int32_t year;         /* the last year that was written; 0: none */
    const char *zone;     /* IANA name of where it was written, or NULL */
    int8_t tense;         /* of the governing verb: a dtl_side */
    uint8_t on_there;     /* 1: counts from `there`, whatever its row says */
    uint8_t narrative;    /* 1: the text tells of past times by itself */
    uint8_t next_near;    /* 1: `next` stands in the same sentence */
} dtl_frame;

typedef struct {
    dtl_value value;
    dtl_value other;      /* the candidate that lost; NONE: there is none */
    float score, other_score;
    dateline_basis basis;
} dtl_resolved;

/* Resolves a DATE; value.precision NONE when it leaves the supported years. */
dtl_resolved dtl_resolve_date(const dtl_meaning *meaning,
                              const dtl_frame *frame);

/* Fills *date from a meaning of any shape. `text` is the expression. */
void dtl_resolve(const dtl_meaning *meaning, const dtl_frame *frame,
                 const char *text, dtl_arena *arena, dateline_date *date,
                 dtl_value *value);

/* Makes the first of two dates the whole of their range: "June 18-19". The
 * TIMEX3 value stays its own. */
void dtl_resolve_range(dateline_date *first, const dateline_date *last,
                       dtl_arena *arena);

/* How the event lies to a date, as the word before `at` in the text says;
 * "since" and "until" leave one end open. */
void dtl_resolve_relation(dateline_date *date, dtl_arena *arena,
                          const char *bytes, uint32_t at);

/* Moves a value by whole units: "the following year"; counted: "a decade
 * ago" is ten years. False when it leaves the supported years. */
bool dtl_value_shift(dtl_value *value, dtl_unit unit, int64_t count,
                     bool counted);

/* The IANA name of a place; NULL for none. */
const char *dtl_zone_name(dtl_zone_place place);

/* Gives a clock time on a day that is known the offset from UTC that the
 * IANA zone has then; stays unknown when ICU does not know the zone. */
void dtl_zone_fill(dtl_value *value, const char *zone);

/* Day number of the n-th weekday (1 Monday) of a month; n -1: the last. It
 * may lie behind the month when that has no fifth. */
int64_t dtl_nth_weekday(int32_t year, int month, int n, int weekday);

/* Day number of a feast day; false when it has none in that year. */
bool dtl_holiday_day(dtl_holiday holiday, int32_t year, int64_t *number);

#endif
