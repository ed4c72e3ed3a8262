/* meaning.h - what a date expression means before it is resolved.
 *
 * A meaning is one of four shapes (dtl_shape). A DATE is built from at most
 * three pieces, taken in this order: a base (the reference date, or the time
 * the text stands at), a shift of the base by whole units, and calendar
 * fields that refine or replace what the shift gave. "June last year" is
 * shift -1 year and month 6; "late Saturday" is weekday 6 and mod END.
 *
 * Terms: TimeML 1.2.1. */
#ifndef DTL_MEANING_H
#define DTL_MEANING_H

#include <stdbool.h>
#include <stdint.h>

#include "dateline.h"

typedef enum {
    DTL_UNIT_NONE = 0, DTL_UNIT_SECOND, DTL_UNIT_MINUTE, DTL_UNIT_HOUR,
    DTL_UNIT_NIGHT, DTL_UNIT_DAY, DTL_UNIT_WEEKEND, DTL_UNIT_WEEK,
    DTL_UNIT_FORTNIGHT, DTL_UNIT_MONTH, DTL_UNIT_QUARTER, DTL_UNIT_SEASON,
    DTL_UNIT_HALF, DTL_UNIT_YEAR, DTL_UNIT_DECADE, DTL_UNIT_CENTURY,
    DTL_UNIT_MILLENNIUM
} dtl_unit;

typedef enum {
    DTL_SEASON_SPRING = 1, DTL_SEASON_SUMMER, DTL_SEASON_AUTUMN,
    DTL_SEASON_WINTER
} dtl_season;

typedef enum {
    DTL_PART_MORNING = 1, DTL_PART_AFTERNOON, DTL_PART_EVENING,
    DTL_PART_NIGHT, DTL_PART_DAYTIME
} dtl_part;

typedef enum {
    DTL_MOD_NONE = 0, DTL_MOD_START, DTL_MOD_MID, DTL_MOD_END,
    DTL_MOD_APPROX, DTL_MOD_LESS_THAN, DTL_MOD_MORE_THAN,
    DTL_MOD_EQUAL_OR_LESS, DTL_MOD_EQUAL_OR_MORE, DTL_MOD_BEFORE,
    DTL_MOD_AFTER, DTL_MOD_ON_OR_BEFORE, DTL_MOD_ON_OR_AFTER
} dtl_mod;

typedef enum {
#define HOLIDAY(name, ...) DTL_HOLIDAY_##name,
    DTL_HOLIDAY_NONE = 0,
#include "timeparse/holidays.def"
    DTL_HOLIDAY_COUNT
#undef HOLIDAY
} dtl_holiday;

typedef enum {
#define PLACE(name, ...) DTL_ZONE_##name,
    DTL_ZONE_NONE = 0,
#include "timeparse/zones.def"
    DTL_ZONE_COUNT
#undef PLACE
} dtl_zone_place;

typedef enum {
    DTL_SHAPE_NONE = 0, /* a piece that means nothing alone */
    DTL_SHAPE_DATE, DTL_SHAPE_DURATION, DTL_SHAPE_SET, DTL_SHAPE_REF
} dtl_shape;

typedef enum { DTL_REF_NONE = 0, DTL_REF_PAST, DTL_REF_PRESENT,
               DTL_REF_FUTURE } dtl_ref;

/* What a shift or a missing field is counted from. */
typedef enum {
    DTL_BASE_NOW = 0, /* the reference date */
    DTL_BASE_THERE,   /* the time the text stands at: "the next day" */
    DTL_BASE_FRAME    /* the business period told about: "a year ago" */
} dtl_base;

/* Which calendar fields are given. */
typedef enum {
    DTL_HAS_YEAR = 1 << 0, DTL_HAS_MONTH = 1 << 1, DTL_HAS_DAY = 1 << 2,
    DTL_HAS_WEEKDAY = 1 << 3, DTL_HAS_QUARTER = 1 << 4, DTL_HAS_HALF = 1 << 5,
    DTL_HAS_SEASON = 1 << 6, DTL_HAS_PART = 1 << 7, DTL_HAS_HOUR = 1 << 8,
    DTL_HAS_MINUTE = 1 << 9, DTL_HAS_SECOND = 1 << 10, DTL_HAS_ZONE = 1 << 11,
    DTL_HAS_DECADE = 1 << 12, DTL_HAS_CENTURY = 1 << 13,
    DTL_HAS_HOLIDAY = 1 << 14, DTL_HAS_SHIFT = 1 << 15,
    DTL_HAS_DEIXIS = 1 << 16, DTL_HAS_COUNT = 1 << 17, DTL_HAS_ORD = 1 << 18,
    DTL_HAS_WEEKEND = 1 << 19, DTL_HAS_WEEK = 1 << 20
} dtl_has;

/* As the ordinal says. */
enum { DTL_NTH_ORD = 9 };

/* As many times as the count says. */
enum { DTL_TIMES_COUNT = -1 };

/* How a date was read whose day and month could change places. */
enum { DTL_SWAPPED_MONTH_FIRST = 1, DTL_SWAPPED_DAY_FIRST };

#define DTL_TRAIL 8

typedef struct dtl_meaning {
    const char *rule;           /* the row that made it */
    const char *trail[DTL_TRAIL]; /* every row that had a part in it */
    uint32_t has;               /* dtl_has bits */
    uint8_t shape, base, unit, ref, mod;
    uint8_t weak;               /* 1: only for rows of later levels */
    uint8_t vague;              /* count: "several", "a few" */
    uint8_t bare;               /* a plural unit with no count: "weeks" */
    uint8_t fiscal, short_year; /* short_year: two digits, '98 */
    uint8_t bce;                /* a decade or century before the era */
    uint8_t half_more;          /* count: "and a half" */
    uint8_t part, season, holiday, month, day, weekday, week, quarter, half;
    uint8_t hour, minute, second;
    int8_t nth;                 /* the n-th weekday of a month, -1 the last;
                                   DTL_NTH_ORD */
    int8_t sign;                /* of a count that shifts: -1 ago, +1 later */
    int8_t deixis;              /* last -1, this 0, next +1 */
    uint8_t every;              /* SET: 1 said with every or per, 2 each */
    uint8_t age;                /* DURATION: 18-month-old */
    uint8_t tenth;              /* decimal digit of count */
    uint8_t range;              /* 1: the next expression ends its range */
    uint8_t odd;                /* 1: has the form of a date but is none */
    uint8_t casual;             /* 1: a time only in a short message */
    uint8_t told;               /* 1: a time only where the past is told */
    uint8_t said;               /* 1: of the last time told: "that year" */
    uint8_t whole;              /* 1: the time the text stands at, as it is */
    uint8_t open;               /* 1: nothing tells which: "the eighth day" */
    uint8_t swapped;            /* DTL_SWAPPED_...: 3/4/2023, 0: no doubt */
    uint8_t zone_place;         /* DTL_ZONE_..., "Beijing time" */
    int16_t zone;               /* minutes east of UTC */
    int32_t year, decade, century, ord;
    int32_t count, high;        /* high: of "two to three", else 0 */
    int32_t shift;              /* units from the base, after the match */
    int32_t times;              /* SET: "twice a week"; DTL_TIMES_COUNT */
} dtl_meaning;

#endif
