/* write_display.c - dates for people: "17 June 2023, evening". */
#include <stdio.h>

#include "timeparse/value.h"

static const char *const months[] = {
    "", "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December"};

static const char *shade(uint8_t mod) {
    switch (mod) {
    case DTL_MOD_START: return "early ";
    case DTL_MOD_MID: return "mid-";
    case DTL_MOD_END: return "late ";
    case DTL_MOD_APPROX: return "about ";
    default: return "";
    }
}

static const char *part_name(const dtl_value *v) {
    static const char *const names[] = {"",      "morning", "afternoon",
                                        "evening", "night",   "daytime"};
    if (v->part) return names[v->part];
    return v->mod == DTL_MOD_START ? "early"
           : v->mod == DTL_MOD_END ? "evening" : "";
}

static void write_year(const dtl_value *v, char out[24]) {
    if (v->open_year)
        out[0] = '\0';
    else if (v->year <= 0)
        snprintf(out, 24, " %d BC", 1 - v->year);
    else
        snprintf(out, 24, " %d", v->year);
}

static const char *ordinal(int32_t n) {
    if (n / 10 % 10 == 1) return "th";
    switch (n % 10) {
    case 1: return "st";
    case 2: return "nd";
    case 3: return "rd";
    default: return "th";
    }
}

static const char *write_days(const dtl_value *v, const char *name,
                              dtl_arena *arena) {
    int64_t begin, end;
    if (!dtl_value_days(v, &begin, &end)) return name;
    const dtl_day a = dtl_calendar_day(begin);
    const dtl_value first = {.year = a.year};
    char year[24];
    write_year(&first, year);
    return dtl_arena_format(arena, "%s of %d %s%s", name, a.day,
                            months[a.month], year);
}

static const char *write_long(const dtl_value *v, dtl_arena *arena) {
    const int32_t year = v->year <= 0 ? 1 - v->year : v->year;
    const char *era = v->year <= 0 ? " BC" : "";
    if (v->precision == DATELINE_PRECISION_DECADE)
        return dtl_arena_format(arena, "%sthe %ds%s",
                                v->mod == DTL_MOD_MID ? "mid-" : shade(v->mod),
                                year / 10 * 10, era);
    const int32_t number = year / 100 + 1;
    return dtl_arena_format(arena, "%s%d%s century%s", shade(v->mod), number,
                            ordinal(number), era);
}

static const char *write_day(const dtl_value *v, dtl_arena *arena) {
    char year[24], day[48];
    write_year(v, year);
    if (v->open_year && v->weekday) return "a weekday";
    if (v->open_month)
        snprintf(day, sizeof day, "a day of%s", year);
    else if (v->open_day)
        snprintf(day, sizeof day, "a day of %s%s", months[v->month], year);
    else
        snprintf(day, sizeof day, "%d %s%s", v->day, months[v->month], year);
    if (v->precision == DATELINE_PRECISION_DAY)
        return dtl_arena_format(arena, "%s%s",
                                v->mod == DTL_MOD_APPROX ? "about " : "", day);
    if (v->precision == DATELINE_PRECISION_PART)
        return dtl_arena_format(arena, "%s, %s", day, part_name(v));
    if (!v->has_zone)
        return dtl_arena_format(arena, "%s, %02d:%02d", day, v->hour,
                                v->minute);
    if (!v->zone)
        return dtl_arena_format(arena, "%s, %02d:%02d UTC", day, v->hour,
                                v->minute);
    const int zone = v->zone < 0 ? -v->zone : v->zone;
    return dtl_arena_format(arena, "%s, %02d:%02d UTC%s%02d:%02d", day,
                            v->hour, v->minute, v->zone < 0 ? "-" : "+",
                            zone / 60, zone % 60);
}

const char *dtl_value_display(const dtl_value *v, dtl_arena *arena) {
    static const char *const seasons[] = {"", "spring", "summer", "autumn",
                                          "winter"};
    static const char *const counts[] = {"", "first", "second", "third",
                                         "fourth"};
    char year[24];
    write_year(v, year);
    const char *bare = year[0] == ' ' ? year + 1 : year;
    switch (v->precision) {
    case DATELINE_PRECISION_CENTURY:
    case DATELINE_PRECISION_DECADE: return write_long(v, arena);
    case DATELINE_PRECISION_YEAR:
        return dtl_arena_format(arena, "%s%s", shade(v->mod), bare);
    case DATELINE_PRECISION_HALF:
        return dtl_arena_format(arena, "%s half of %s", counts[v->half], bare);
    case DATELINE_PRECISION_QUARTER:
        return dtl_arena_format(arena, "%s quarter of %s", counts[v->quarter],
                                bare);
    case DATELINE_PRECISION_SEASON:
        return dtl_arena_format(arena, "%s%s%s", shade(v->mod),
                                seasons[v->season], year);
    case DATELINE_PRECISION_MONTH:
        return dtl_arena_format(arena, "%s%s%s", shade(v->mod),
                                months[v->month], year);
    case DATELINE_PRECISION_WEEK: return write_days(v, "week", arena);
    case DATELINE_PRECISION_WEEKEND: return write_days(v, "weekend", arena);
    default: return write_day(v, arena);
    }
}
