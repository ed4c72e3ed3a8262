/* write_edtf.c - EDTF, ISO 8601-2:2019 levels 0 to 2.
 *
 * Weeks and weekends, which EDTF has no form for, are written as intervals
 * of days; parts of a day as their day. */
#include <stdio.h>

#include "timeparse/value.h"

static void write_year(int32_t year, char out[16]) {
    snprintf(out, 16, year < 0 ? "-%04d" : "%04d",
             (year < 0 ? -year : year) % 100000);
}

static const char *write_days(int64_t begin, int64_t end, dtl_arena *arena) {
    const dtl_day a = dtl_calendar_day(begin), b = dtl_calendar_day(end - 1);
    char first[16], last[16];
    write_year(a.year, first);
    write_year(b.year, last);
    return dtl_arena_format(arena, "%s-%02d-%02d/%s-%02d-%02d", first,
                            a.month, a.day, last, b.month, b.day);
}

static const char *write_clock(const dtl_value *v, const char *day,
                               dtl_arena *arena) {
    const char *plus = v->zone < 0 ? "-" : "+";
    const int zone = v->zone < 0 ? -v->zone : v->zone;
    if (v->hour == 24) return dtl_arena_format(arena, "%sT24:00:00", day);
    if (!v->has_zone)
        return dtl_arena_format(arena, "%sT%02d:%02d:%02d", day, v->hour,
                                v->minute, v->second);
    if (!v->zone)
        return dtl_arena_format(arena, "%sT%02d:%02d:%02dZ", day, v->hour,
                                v->minute, v->second);
    return dtl_arena_format(arena, "%sT%02d:%02d:%02d%s%02d:%02d", day,
                            v->hour, v->minute, v->second, plus, zone / 60,
                            zone % 60);
}

const char *dtl_value_edtf(const dtl_value *v, dtl_arena *arena) {
    int64_t begin, end;
    char year[16], day[40];
    if (!dtl_value_days(v, &begin, &end)) return NULL;
    const char *about = v->mod == DTL_MOD_APPROX ? "~" : "";
    write_year(v->year, year);
    switch (v->precision) {
    case DATELINE_PRECISION_CENTURY:
        return v->year < 0 ? write_days(begin, end, arena)
                           : dtl_arena_format(arena, "%.2sXX%s", year, about);
    case DATELINE_PRECISION_DECADE:
        return v->year < 0 ? write_days(begin, end, arena)
                           : dtl_arena_format(arena, "%.3sX%s", year, about);
    case DATELINE_PRECISION_YEAR:
        return dtl_arena_format(arena, "%s%s", year, about);
    case DATELINE_PRECISION_HALF:
        return dtl_arena_format(arena, "%s-%d%s", year, 39 + v->half, about);
    case DATELINE_PRECISION_QUARTER:
        return dtl_arena_format(arena, "%s-%d%s", year, 32 + v->quarter,
                                about);
    case DATELINE_PRECISION_SEASON:
        return dtl_arena_format(arena, "%s-%d%s", year, 20 + v->season, about);
    case DATELINE_PRECISION_MONTH:
        return dtl_arena_format(arena, "%s-%02d%s", year, v->month, about);
    case DATELINE_PRECISION_WEEK:
    case DATELINE_PRECISION_WEEKEND: return write_days(begin, end, arena);
    default: break;
    }
    if (v->open_month) return dtl_arena_format(arena, "%s-XX-XX", year);
    if (v->open_day)
        return dtl_arena_format(arena, "%s-%02d-XX", year, v->month);
    snprintf(day, sizeof day, "%s-%02d-%02d", year, v->month % 100,
             v->day % 100);
    if (v->precision >= DATELINE_PRECISION_PART)
        return dtl_arena_format(arena, "%s%s", day, about);
    return write_clock(v, day, arena);
}
