/* write_timex.c - TIMEX3 attribute values.
 *
 * TimeML 1.2.1 and the practice of TempEval-3: 1998-Q3, 1998-W09-WE, 199
 * for a decade, 19 for a century, BC0493, PXW for "weeks", P10Y and not P1DE
 * for a decade's length. */
#include <stdio.h>

#include "timeparse/value.h"

const char *dtl_mod_name(uint8_t mod) {
    static const char *const names[] = {
        NULL, "START", "MID", "END", "APPROX", "LESS_THAN", "MORE_THAN",
        "EQUAL_OR_LESS", "EQUAL_OR_MORE", "BEFORE", "AFTER", "ON_OR_BEFORE",
        "ON_OR_AFTER"};
    return mod < sizeof names / sizeof names[0] ? names[mod] : NULL;
}

static const char *part_name(int part) {
    static const char *const names[] = {"", "MO", "AF", "EV", "NI", "DT"};
    return names[part];
}

static const char *season_name(int season) {
    static const char *const names[] = {"", "SP", "SU", "FA", "WI"};
    return names[season];
}

/* "1998", "XXXX" or "BC0493" */
static void write_year(const dtl_value *v, char out[16]) {
    if (v->open_year)
        snprintf(out, 16, "XXXX");
    else if (v->year <= 0)
        snprintf(out, 16, "BC%04d", (1 - v->year) % 100000);
    else
        snprintf(out, 16, "%04d", v->year % 100000);
}

static void write_day(const dtl_value *v, char out[32]) {
    char year[16], month[8] = "XX", day[8] = "XX";
    write_year(v, year);
    if (v->open_year && v->weekday) {
        snprintf(out, 32, "XXXX-WXX-%d", v->weekday % 10);
        return;
    }
    if (!v->open_month) snprintf(month, 8, "%02d", v->month % 100);
    if (!v->open_day && !v->open_month)
        snprintf(day, 8, "%02d", v->day % 100);
    snprintf(out, 32, "%s-%s-%s", year, month, day);
}

static void write_clock(const dtl_value *v, char out[32]) {
    if (v->precision == DATELINE_PRECISION_SECOND)
        snprintf(out, 32, "T%02d:%02d:%02d%s", v->hour % 100, v->minute % 100,
                 v->second % 100, v->utc ? "Z" : "");
    else
        snprintf(out, 32, "T%02d:%02d%s", v->hour % 100, v->minute % 100,
                 v->utc ? "Z" : "");
}

/* The last digits of decades and centuries are left away. */
static const char *write_long(const dtl_value *v, dtl_arena *arena) {
    const bool century = v->precision == DATELINE_PRECISION_CENTURY;
    const bool before = century ? v->year < 0 : v->year <= 0; /* the era */
    const char *era = before ? "BC" : "";
    if (v->open_year) return "XXXX";
    if (v->precision == DATELINE_PRECISION_DECADE)
        return dtl_arena_format(arena, "%s%03d", era,
                                (v->year <= 0 ? 1 - v->year : v->year) / 10);
    return dtl_arena_format(arena, "%s%02d", era,
                            (v->year <= 0 ? -v->year : v->year) / 100);
}

const char *dtl_value_timex(const dtl_value *v, dtl_arena *arena) {
    char year[16], day[32], clock[32];
    write_year(v, year);
    switch (v->precision) {
    case DATELINE_PRECISION_CENTURY:
    case DATELINE_PRECISION_DECADE: return write_long(v, arena);
    case DATELINE_PRECISION_YEAR: return dtl_arena_format(arena, "%s", year);
    case DATELINE_PRECISION_HALF:
        return dtl_arena_format(arena, "%s-H%d", year, v->half);
    case DATELINE_PRECISION_QUARTER:
        return v->quarter ? dtl_arena_format(arena, "%s-Q%d", year, v->quarter)
                          : dtl_arena_format(arena, "%s-QX", year);
    case DATELINE_PRECISION_SEASON:
        return dtl_arena_format(arena, "%s-%s", year, season_name(v->season));
    case DATELINE_PRECISION_MONTH:
        return v->month ? dtl_arena_format(arena, "%s-%02d", year, v->month)
                        : dtl_arena_format(arena, "%s-XX", year);
    case DATELINE_PRECISION_WEEK:
    case DATELINE_PRECISION_WEEKEND: {
        const char *end =
            v->precision == DATELINE_PRECISION_WEEKEND ? "-WE" : "";
        return v->open_year ? dtl_arena_format(arena, "XXXX-WXX%s", end)
                            : dtl_arena_format(arena, "%s-W%02d%s", year,
                                               v->week, end);
    }
    default: break;
    }
    write_day(v, day);
    if (v->precision == DATELINE_PRECISION_PART && v->part)
        return dtl_arena_format(arena, "%sT%s", day, part_name(v->part));
    if (v->precision >= DATELINE_PRECISION_PART)
        return dtl_arena_format(arena, "%s", day);
    write_clock(v, clock);
    return dtl_arena_format(arena, "%s%s", day, clock);
}

/* ---- durations and sets -------------------------------------------------- */

/* How many of which letter a unit is: a fortnight is 2 W. */
typedef struct {
    int32_t factor;
    char letter;
    bool time;
} iso_unit;

static iso_unit unit_of(uint8_t unit) {
    static const iso_unit units[] = {
        [DTL_UNIT_SECOND] = {1, 'S', true},
        [DTL_UNIT_MINUTE] = {1, 'M', true},
        [DTL_UNIT_HOUR] = {1, 'H', true},
        [DTL_UNIT_NIGHT] = {1, 'D', false},
        [DTL_UNIT_DAY] = {1, 'D', false},
        [DTL_UNIT_WEEKEND] = {2, 'D', false},
        [DTL_UNIT_WEEK] = {1, 'W', false},
        [DTL_UNIT_FORTNIGHT] = {2, 'W', false},
        [DTL_UNIT_MONTH] = {1, 'M', false},
        [DTL_UNIT_QUARTER] = {1, 'Q', false},
        [DTL_UNIT_SEASON] = {3, 'M', false},
        [DTL_UNIT_HALF] = {6, 'M', false},
        [DTL_UNIT_YEAR] = {1, 'Y', false},
        [DTL_UNIT_DECADE] = {10, 'Y', false},
        [DTL_UNIT_CENTURY] = {100, 'Y', false},
        [DTL_UNIT_MILLENNIUM] = {1000, 'Y', false},
    };
    if (unit == DTL_UNIT_NONE || unit > DTL_UNIT_MILLENNIUM)
        return (iso_unit){1, 'X', false};
    return units[unit];
}

/* "and a half": the next smaller unit where it comes out even. */
static const char *write_half(const dtl_meaning *m, iso_unit u,
                              dtl_arena *arena) {
    const char *t = u.time ? "T" : "";
    char whole[32] = "";
    const bool any = m->count > 0;
    if (any)
        snprintf(whole, sizeof whole, "%lld%c",
                 (long long)m->count * u.factor, u.letter);
    switch (m->unit) {
    case DTL_UNIT_YEAR:
        return dtl_arena_format(arena, "P%s6M", whole);
    case DTL_UNIT_DAY: return dtl_arena_format(arena, "P%sT12H", whole);
    case DTL_UNIT_HOUR: return dtl_arena_format(arena, "PT%s30M", whole);
    case DTL_UNIT_MINUTE: return dtl_arena_format(arena, "PT%s30S", whole);
    case DTL_UNIT_DECADE:
    case DTL_UNIT_CENTURY:
    case DTL_UNIT_MILLENNIUM:
        return dtl_arena_format(arena, "P%lldY",
                                (long long)m->count * u.factor + u.factor / 2);
    default:
        return dtl_arena_format(arena, "P%s%d.5%c", t, m->count, u.letter);
    }
}

const char *dtl_span_timex(const dtl_meaning *m, dtl_arena *arena) {
    const iso_unit u = unit_of(m->unit);
    const char *t = u.time ? "T" : "";
    if (m->vague || m->bare || !(m->has & DTL_HAS_COUNT)) {
        const char letter = m->unit == DTL_UNIT_CENTURY ? 'C' : u.letter;
        return dtl_arena_format(arena, "P%sX%c", t, letter);
    }
    if (m->half_more) return write_half(m, u, arena);
    if (m->tenth)
        return dtl_arena_format(arena, "P%s%d.%d%c", t, m->count, m->tenth,
                                u.letter);
    return dtl_arena_format(arena, "P%s%lld%c", t,
                            (long long)m->count * u.factor, u.letter);
}

const char *dtl_set_timex(const dtl_meaning *m, dtl_arena *arena) {
    const char *part = part_name(m->part);
    const char *t = m->has & DTL_HAS_PART ? "T" : "";
    if (m->has & DTL_HAS_WEEKDAY)
        return dtl_arena_format(arena, "XXXX-WXX-%d%s%s", m->weekday, t, part);
    if (m->has & DTL_HAS_MONTH)
        return dtl_arena_format(arena, "XXXX-%02d", m->month);
    if (m->has & DTL_HAS_SEASON)
        return dtl_arena_format(arena, "XXXX-%s", season_name(m->season));
    if (m->has & DTL_HAS_PART)
        return dtl_arena_format(arena, "XXXX-XX-XXT%s", part);
    dtl_meaning one = *m;
    if (!(one.has & DTL_HAS_COUNT)) {
        one.has |= DTL_HAS_COUNT;
        one.count = 1;
    }
    return dtl_span_timex(&one, arena);
}
