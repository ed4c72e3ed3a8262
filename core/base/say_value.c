/* say_value.c - TIMEX3 values in words. */
#include "core/base/say.h"

#include <string.h>

#include "core/base/calendar.h"

/* ---- codes of TIMEX3 values, TimeML 1.2.1 section 2.2.3 ---------------- */

typedef struct {
    const char *code, *name;
} code_name;

static const code_name parts[] = {{"MO", "morning"},   {"MI", "midday"},
                                  {"AF", "afternoon"}, {"EV", "evening"},
                                  {"NI", "night"},     {"DT", "daytime"}};

static const code_name seasons[] = {
    {"SP", "spring"}, {"SU", "summer"}, {"FA", "autumn"}, {"WI", "winter"}};

static const char *find_code(const code_name *table, size_t count,
                             const char *text) {
    for (size_t i = 0; i < count; i++)
        if (strncmp(text, table[i].code, 2) == 0) return table[i].name;
    return NULL;
}

const char *dtl_say_part(const char *value) {
    const char *t = value ? strchr(value, 'T') : NULL;
    return t ? find_code(parts, sizeof parts / sizeof *parts, t + 1) : NULL;
}

const char *dtl_say_season_name(const char *value) {
    const size_t length = value ? strlen(value) : 0;
    if (length < 3 || value[length - 3] != '-') return NULL;
    return find_code(seasons, sizeof seasons / sizeof *seasons,
                     value + length - 2);
}

int dtl_say_take_digits(const char **text, int count) {
    int number = 0;
    for (int i = 0; i < count; i++) {
        const char c = (*text)[i];
        if (c < '0' || c > '9') return -1;
        number = number * 10 + (c - '0');
    }
    *text += count;
    return number;
}

int dtl_say_count_digits(const char *text) {
    int count = 0;
    while (count < 5 && text[count] >= '0' && text[count] <= '9')
        count++;
    return count;
}

/* ---- a TIMEX3 value in words ------------------------------------------- */

static bool add_clock(dtl_words *p, const char *rest) {
    if (!*rest) return true;
    if (*rest++ != 'T') return false;
    const char *part = find_code(parts, sizeof parts / sizeof *parts, rest);
    if (part) {
        dtl_say(p, ", ");
        dtl_say(p, part);
        return true;
    }
    const int hour = dtl_say_take_digits(&rest, 2);
    if (hour < 0) return false;
    int minute = 0;
    if (*rest == ':') {
        rest++;
        minute = dtl_say_take_digits(&rest, 2);
        if (minute < 0) return false;
    }
    dtl_say_number(p, ", %02d", hour);
    dtl_say_number(p, ":%02d", minute);
    return true;
}

static bool add_week_value(dtl_words *p, int32_t year, const char *rest,
                           const char *the) {
    const int week = dtl_say_take_digits(&rest, 2);
    if (week < 1 || week > dtl_calendar_weeks_in_year(year)) return false;
    int64_t number = dtl_calendar_week_start((dtl_week){year, week});
    const bool weekend = strcmp(rest, "-WE") == 0;
    if (*rest && !weekend) return false;
    const dtl_day day = dtl_calendar_day(weekend ? number + 5 : number);
    dtl_say(p, the);
    dtl_say(p, weekend ? "weekend of " : "week of ");
    dtl_say_day(p, day.year, day.month, day.day);
    return true;
}

static bool add_month_value(dtl_words *p, int32_t year, const char *rest) {
    const int month = dtl_say_take_digits(&rest, 2);
    if (month < 1 || month > 12) return false;
    if (!*rest) {
        dtl_say_month(p, year, month);
        return true;
    }
    if (*rest++ != '-') return false;
    const int day = dtl_say_take_digits(&rest, 2);
    if (day < 1 || day > 31) return false;
    dtl_say_day(p, year, month, day);
    return add_clock(p, rest);
}

/* What stands behind "2023-". */
static bool add_rest(dtl_words *p, const dateline_date *date, int32_t year,
                     const char *the) {
    const char *rest = strchr(date->timex3.value, '-') + 1;
    const char *season = dtl_say_season_name(date->timex3.value);
    if (*rest == 'W' && rest[1] >= '0' && rest[1] <= '9')
        return add_week_value(p, year, rest + 1, the);
    if (season) {
        dtl_say_season(p, season, date, year);
        return true;
    }
    if ((*rest == 'Q' || *rest == 'H') && rest[1] >= '1' && rest[1] <= '4' &&
        !rest[2]) {
        dtl_say(p, the);
        dtl_say_nth(p, rest[1] - '0',
                    *rest == 'Q' ? " quarter of " : " half of ", year);
        return true;
    }
    return add_month_value(p, year, rest);
}

bool dtl_say_value(dtl_words *p, const dateline_date *date, const char *the) {
    const char *value = date->timex3.value;
    const dateline_timex_type type = date->timex3.type;
    if (!value || type == DATELINE_TIMEX_DURATION || type == DATELINE_TIMEX_SET)
        return false;
    const bool bc = strncmp(value, "BC", 2) == 0;
    const char *rest = bc ? value + 2 : value;
    const int count = dtl_say_count_digits(rest);
    int number = count ? dtl_say_take_digits(&rest, count) : 0;
    if (bc && count == 4 && !*rest && number > 0) {
        dtl_say_year(p, 1 - number);
        return true;
    }
    if (bc || (*rest && (*rest != '-' || count != 4))) return false;
    if (count == 4 && *rest) return add_rest(p, date, number, the);
    if (count == 4) dtl_say_year(p, number);
    if (count == 2 || count == 3) dtl_say(p, the);
    if (count == 3) dtl_say_number(p, "%d0s", number);
    if (count == 2) dtl_say_century(p, number + 1);
    return count >= 2 && count <= 4;
}
