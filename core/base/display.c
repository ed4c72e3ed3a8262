/* display.c - from begin, end, precision and TIMEX3 to words.
 *
 * A date is said by its interval where that is one calendar unit, by its
 * TIMEX3 value where the interval is open ("by 18 June") or only a part of
 * the value ("early June"), and as a range otherwise. */
#include "core/base/display.h"

#include <stdio.h>
#include <string.h>

#include "core/base/calendar.h"

/* ---- words ------------------------------------------------------------ */

typedef struct {
    char *out;
    size_t used;
} phrase;

static void add(phrase *p, const char *text) {
    const size_t left = DTL_DISPLAY_BYTES - 1 - p->used;
    const size_t length = strlen(text), n = length < left ? length : left;
    memcpy(p->out + p->used, text, n);
    p->used += n;
    p->out[p->used] = 0;
}

static void add_number(phrase *p, const char *format, int number) {
    char text[32];
    snprintf(text, sizeof text, format, number);
    add(p, text);
}

const char *dtl_display_month(int month) {
    static const char *const names[] = {
        "January", "February", "March",     "April",   "May",      "June",
        "July",    "August",   "September", "October", "November", "December"};
    return month >= 1 && month <= 12 ? names[month - 1] : "";
}

const char *dtl_display_year(int32_t year, char *out) {
    if (year > 0)
        snprintf(out, 16, year < 100 ? "AD %d" : "%d", (int)year);
    else
        snprintf(out, 16, "%d BC", 1 - (int)year);
    return out;
}

static void add_year(phrase *p, int32_t year) {
    char text[16];
    add(p, dtl_display_year(year, text));
}

static void add_month(phrase *p, int32_t year, int month) {
    add(p, dtl_display_month(month));
    add(p, " ");
    add_year(p, year);
}

static void add_day(phrase *p, int32_t year, int month, int day) {
    add_number(p, "%d ", day);
    add_month(p, year, month);
}

static const char *ordinal(int number) {
    if (number / 10 % 10 == 1) return "th";
    const int last = number % 10;
    return last == 1 ? "st" : last == 2 ? "nd" : last == 3 ? "rd" : "th";
}

/* Century 20 is 1900 to 1999. */
static void add_century(phrase *p, int century) {
    add_number(p, "%d", century);
    add(p, ordinal(century));
    add(p, " century");
}

static void add_nth(phrase *p, int nth, const char *unit, int32_t year) {
    static const char *const names[] = {"first", "second", "third", "fourth"};
    add(p, nth >= 1 && nth <= 4 ? names[nth - 1] : "last");
    add(p, unit);
    add_year(p, year);
}

/* A winter belongs to two years. */
static void add_season(phrase *p, const char *name, const dateline_date *date,
                       int32_t year) {
    add(p, name);
    add(p, " ");
    const int32_t first = date->begin.year, last = date->end.year;
    if (date->begin.digits && date->end.digits && last == first + 1 &&
        date->end.month > 1 && first > 0) {
        add_year(p, first);
        add_number(p, "–%02d", (int)(last % 100));
        return;
    }
    add_year(p, year);
}

/* ---- codes of TIMEX3 values, TimeML 1.2.1 section 2.2.3 ---------------- */

typedef struct {
    const char *code, *name;
} code_name;

static const code_name parts[] = {
    {"MO", "morning"}, {"MI", "midday"}, {"AF", "afternoon"},
    {"EV", "evening"}, {"NI", "night"},  {"DT", "daytime"}};

static const code_name seasons[] = {
    {"SP", "spring"}, {"SU", "summer"}, {"FA", "autumn"}, {"WI", "winter"}};

static const char *find_code(const code_name *table, size_t count,
                             const char *text) {
    for (size_t i = 0; i < count; i++)
        if (strncmp(text, table[i].code, 2) == 0) return table[i].name;
    return NULL;
}

static const char *find_part(const char *value) {
    const char *t = value ? strchr(value, 'T') : NULL;
    return t ? find_code(parts, sizeof parts / sizeof *parts, t + 1) : NULL;
}

static const char *find_season(const char *value) {
    const size_t length = value ? strlen(value) : 0;
    if (length < 3 || value[length - 3] != '-') return NULL;
    return find_code(seasons, sizeof seasons / sizeof *seasons,
                     value + length - 2);
}

/* `count` digits at *text, which moves on; -1 when they are not there. */
static int take_digits(const char **text, int count) {
    int number = 0;
    for (int i = 0; i < count; i++) {
        const char c = (*text)[i];
        if (c < '0' || c > '9') return -1;
        number = number * 10 + (c - '0');
    }
    *text += count;
    return number;
}

static int leading_digits(const char *text) {
    int count = 0;
    while (count < 5 && text[count] >= '0' && text[count] <= '9')
        count++;
    return count;
}

/* ---- a TIMEX3 value in words ------------------------------------------- */

static bool add_clock(phrase *p, const char *rest) {
    if (!*rest) return true;
    if (*rest++ != 'T') return false;
    const char *part = find_code(parts, sizeof parts / sizeof *parts, rest);
    if (part) {
        add(p, ", ");
        add(p, part);
        return true;
    }
    const int hour = take_digits(&rest, 2);
    if (hour < 0) return false;
    int minute = 0;
    if (*rest == ':') {
        rest++;
        minute = take_digits(&rest, 2);
        if (minute < 0) return false;
    }
    add_number(p, ", %02d", hour);
    add_number(p, ":%02d", minute);
    return true;
}

static bool add_week_value(phrase *p, int32_t year, const char *rest,
                           const char *the) {
    const int week = take_digits(&rest, 2);
    if (week < 1 || week > dtl_calendar_weeks_in_year(year)) return false;
    int64_t number = dtl_calendar_week_start((dtl_week){year, week});
    const bool weekend = strcmp(rest, "-WE") == 0;
    if (*rest && !weekend) return false;
    const dtl_day day = dtl_calendar_day(weekend ? number + 5 : number);
    add(p, the);
    add(p, weekend ? "weekend of " : "week of ");
    add_day(p, day.year, day.month, day.day);
    return true;
}

static bool add_month_value(phrase *p, int32_t year, const char *rest) {
    const int month = take_digits(&rest, 2);
    if (month < 1 || month > 12) return false;
    if (!*rest) {
        add_month(p, year, month);
        return true;
    }
    if (*rest++ != '-') return false;
    const int day = take_digits(&rest, 2);
    if (day < 1 || day > 31) return false;
    add_day(p, year, month, day);
    return add_clock(p, rest);
}

/* What stands behind "2023-". */
static bool add_rest(phrase *p, const dateline_date *date, int32_t year,
                     const char *the) {
    const char *rest = strchr(date->timex3.value, '-') + 1;
    const char *season = find_season(date->timex3.value);
    if (*rest == 'W' && rest[1] >= '0' && rest[1] <= '9')
        return add_week_value(p, year, rest + 1, the);
    if (season) {
        add_season(p, season, date, year);
        return true;
    }
    if ((*rest == 'Q' || *rest == 'H') && rest[1] >= '1' && rest[1] <= '4' &&
        !rest[2]) {
        add(p, the);
        add_nth(p, rest[1] - '0', *rest == 'Q' ? " quarter of " : " half of ",
                year);
        return true;
    }
    return add_month_value(p, year, rest);
}

/* False when the value has no place on the calendar. `the` is the article
 * for the units that want one. */
static bool add_value(phrase *p, const dateline_date *date, const char *the) {
    const char *value = date->timex3.value;
    const dateline_timex_type type = date->timex3.type;
    if (!value || type == DATELINE_TIMEX_DURATION || type == DATELINE_TIMEX_SET)
        return false;
    const bool bc = strncmp(value, "BC", 2) == 0;
    const char *rest = bc ? value + 2 : value;
    const int count = leading_digits(rest);
    int number = count ? take_digits(&rest, count) : 0;
    if (bc && count == 4 && !*rest && number > 0) {
        add_year(p, 1 - number);
        return true;
    }
    if (bc || (*rest && (*rest != '-' || count != 4))) return false;
    if (count == 4 && *rest) return add_rest(p, date, number, the);
    if (count == 4) add_year(p, number);
    if (count == 2 || count == 3) add(p, the);
    if (count == 3) add_number(p, "%d0s", number);
    if (count == 2) add_century(p, number + 1);
    return count >= 2 && count <= 4;
}

/* ---- an interval in words ---------------------------------------------- */

static dtl_day first_day(const dateline_instant *at) {
    return (dtl_day){at->year, at->month ? at->month : 1,
                     at->day ? at->day : 1};
}

/* The last day inside an interval that ends before `end`. */
static dtl_day last_day(const dateline_instant *end) {
    const int64_t number = dtl_calendar_number(first_day(end));
    return dtl_calendar_day(end->hour || end->minute || end->second
                                ? number
                                : number - 1);
}

static void add_zone(phrase *p, const dateline_instant *at) {
    if (!at->has_zone) return;
    const int minutes = at->zone < 0 ? -at->zone : at->zone;
    add(p, " UTC");
    if (!minutes) return;
    add_number(p, at->zone < 0 ? "−%d" : "+%d", minutes / 60);
    if (minutes % 60) add_number(p, ":%02d", minutes % 60);
}

static void add_instant(phrase *p, const dateline_instant *at) {
    if (at->digits == DATELINE_DIGITS_YEAR) add_year(p, at->year);
    if (at->digits == DATELINE_DIGITS_MONTH)
        add_month(p, at->year, at->month);
    if (at->digits < DATELINE_DIGITS_DAY) return;
    add_day(p, at->year, at->month, at->day);
    if (at->digits < DATELINE_DIGITS_MINUTE) return;
    add_number(p, ", %02d", at->hour);
    add_number(p, ":%02d", at->minute);
    if (at->digits == DATELINE_DIGITS_SECOND)
        add_number(p, ":%02d", at->second);
    add_zone(p, at);
}

/* How many whole months, 0 when the interval is not made of whole months. */
static int64_t whole_months(const dateline_date *date) {
    const dtl_day first = first_day(&date->begin), end = first_day(&date->end);
    if (first.day != 1 || end.day != 1 || date->begin.hour ||
        date->begin.minute || date->end.hour || date->end.minute)
        return 0;
    return ((int64_t)end.year - first.year) * 12 + end.month - first.month;
}

static bool add_months_unit(phrase *p, const dateline_date *date) {
    const int32_t year = date->begin.year;
    const int month = date->begin.month ? date->begin.month : 1;
    const int64_t months = whole_months(date);
    const char *season = find_season(date->timex3.value);
    if (date->precision == DATELINE_PRECISION_SEASON && season)
        add_season(p, season, date, year);
    else if (months == 1)
        add_month(p, year, month);
    else if (months == 3 && month % 3 == 1 &&
             date->precision == DATELINE_PRECISION_QUARTER)
        add_nth(p, month / 3 + 1, " quarter of ", year);
    else if (months == 6 && month % 6 == 1)
        add_nth(p, month / 6 + 1, " half of ", year);
    else if (months == 12 && month == 1)
        add_year(p, year);
    else if (months == 120 && month == 1 && year > 0 && year % 10 == 0)
        add_number(p, "%ds", (int)year);
    else if (months == 1200 && month == 1 && year >= 0 && year % 100 <= 1)
        add_century(p, (int)year / 100 + 1);
    else
        return false;
    return true;
}

static const char *part_by_hour(int hour) {
    return hour < 5    ? "night"
           : hour < 12 ? "morning"
           : hour < 18 ? "afternoon"
                       : "evening";
}

/* True when begin and end are one unit of the calendar. */
static bool add_unit(phrase *p, const dateline_date *date) {
    const dtl_day first = first_day(&date->begin), last = last_day(&date->end);
    const int64_t days =
        dtl_calendar_number(last) - dtl_calendar_number(first) + 1;
    const bool clock = date->begin.digits >= DATELINE_DIGITS_MINUTE;
    if (date->precision == DATELINE_PRECISION_PART && clock && days <= 2) {
        const char *part = find_part(date->timex3.value);
        add_day(p, first.year, first.month, first.day);
        add(p, ", ");
        add(p, part ? part : part_by_hour(date->begin.hour));
        return true;
    }
    if (clock && days <= 2 && date->precision &&
        date->precision <= DATELINE_PRECISION_HOUR) {
        add_instant(p, &date->begin);
        return true;
    }
    if (clock) return false;
    if (days == 1) add_day(p, first.year, first.month, first.day);
    else if (days == 7 && date->precision == DATELINE_PRECISION_WEEK)
        add(p, "week of "), add_day(p, first.year, first.month, first.day);
    else if (days <= 3 && date->precision == DATELINE_PRECISION_WEEKEND)
        add(p, "weekend of "), add_day(p, first.year, first.month, first.day);
    else
        return add_months_unit(p, date);
    return true;
}

/* The inclusive other side of `end`, in the digits that end has. */
static dateline_instant inclusive(dateline_instant end) {
    if (end.digits >= DATELINE_DIGITS_MINUTE && (end.hour || end.minute))
        return end;
    const dtl_day day = last_day(&end);
    const int digits = end.digits < DATELINE_DIGITS_DAY ? end.digits
                                                        : DATELINE_DIGITS_DAY;
    return (dateline_instant){.year = day.year, .month = (uint8_t)day.month,
                              .day = (uint8_t)day.day,
                              .digits = (uint8_t)digits};
}

/* Leaves out of the first end what the second says too: 16-18 June 2023. */
static void add_short(phrase *p, const dateline_instant *first,
                      const dateline_instant *last) {
    const bool same_year = first->year == last->year;
    if (first->digits != last->digits || !same_year ||
        first->digits > DATELINE_DIGITS_DAY ||
        first->digits < DATELINE_DIGITS_MONTH) {
        add_instant(p, first);
        return;
    }
    if (first->digits == DATELINE_DIGITS_DAY)
        add_number(p, "%d", first->day);
    if (first->digits == DATELINE_DIGITS_DAY && first->month == last->month)
        return;
    if (first->digits == DATELINE_DIGITS_DAY) add(p, " ");
    add(p, dtl_display_month(first->month));
}

/* "17 June 2023, 18:00-20:00", or "from 18:00" when it ends with the day. */
static bool add_hours(phrase *p, const dateline_instant *first,
                      const dateline_instant *last) {
    if (first->digits < DATELINE_DIGITS_MINUTE || first->year != last->year ||
        first->month != last->month || first->day != last->day)
        return false;
    add_day(p, first->year, first->month, first->day);
    const bool to_midnight = last->digits < DATELINE_DIGITS_MINUTE;
    add_number(p, to_midnight ? ", from %02d" : ", %02d", first->hour);
    add_number(p, ":%02d", first->minute);
    if (!to_midnight) {
        add_number(p, "–%02d", last->hour);
        add_number(p, ":%02d", last->minute);
    }
    add_zone(p, first);
    return true;
}

/* "the 18th" of a month, "18 June" of a year. */
static void add_inside(phrase *p, int unit, const dateline_instant *at) {
    if (unit == DATELINE_DIGITS_MONTH) {
        add_number(p, "the %d", at->day);
        add(p, ordinal(at->day));
        return;
    }
    if (at->digits >= DATELINE_DIGITS_DAY) add_number(p, "%d ", at->day);
    add(p, dtl_display_month(at->month));
}

/* The month or year that the value names, whole; false for other values. */
static bool find_whole(const dateline_date *date, dateline_instant *whole) {
    const char *value = date->timex3.value;
    *whole = (dateline_instant){.digits = DATELINE_DIGITS_YEAR};
    if (!value || leading_digits(value) != 4) return false;
    whole->year = take_digits(&value, 4);
    if (!*value) return true;
    if (*value++ != '-') return false;
    const int month = take_digits(&value, 2);
    if (month < 1 || month > 12 || *value) return false;
    whole->month = (uint8_t)month;
    whole->digits = DATELINE_DIGITS_MONTH;
    return true;
}

/* Whether the day lies in that year or month. */
static bool is_inside(const dateline_instant *whole,
                      const dateline_instant *at) {
    return at->year == whole->year &&
           (whole->digits == DATELINE_DIGITS_YEAR ||
            at->month == whole->month);
}

/* "June 2023, up to the 18th": a month or year, cut at one end by what the
 * text says elsewhere. */
static bool add_cut(phrase *p, const dateline_date *date) {
    dateline_instant whole;
    const dateline_instant last = inclusive(date->end);
    if (!find_whole(date, &whole) || !is_inside(&whole, &date->begin) ||
        !is_inside(&whole, &last) || last.digits <= whole.digits ||
        last.digits > DATELINE_DIGITS_DAY)
        return false;
    const dtl_day first = first_day(&date->begin), behind = last_day(&date->end);
    const bool from_start =
        first.day == 1 &&
        (whole.digits == DATELINE_DIGITS_MONTH || first.month == 1);
    const bool to_end =
        behind.day == dtl_calendar_month_days(behind.year, behind.month) &&
        (whole.digits == DATELINE_DIGITS_MONTH || behind.month == 12);
    if (from_start == to_end) return false;
    add_instant(p, &whole);
    add(p, from_start ? ", up to " : ", from ");
    add_inside(p, whole.digits, from_start ? &last : &date->begin);
    return true;
}

static void add_range(phrase *p, const dateline_date *date) {
    const dateline_instant *first = &date->begin;
    const dateline_instant last = inclusive(date->end);
    if (add_hours(p, first, &last) || add_cut(p, date)) return;
    const bool within = date->relation == DATELINE_RELATION_BETWEEN ||
                        (date->kind == DATELINE_KIND_WITHIN &&
                         date->relation != DATELINE_RELATION_FROM_TO);
    if (within) add(p, "between ");
    const size_t start = p->used;
    add_short(p, first, &last);
    const bool wide = strchr(p->out + start, ' ') != NULL;
    add(p, within ? " and " : wide ? " – " : "–");
    add_instant(p, &last);
}

/* ---- the whole --------------------------------------------------------- */

static const char *find_mod(const dateline_date *date) {
    const char *mod = date->timex3.mod;
    if (!mod) return NULL;
    if (strcmp(mod, "START") == 0) return "early ";
    if (strcmp(mod, "MID") == 0) return "mid-";
    return strcmp(mod, "END") == 0 ? "late " : NULL;
}

/* "early June 2023", "late on 17 June 2023". */
static bool add_modified(phrase *p, const dateline_date *date) {
    const char *mod = find_mod(date);
    const char *value = date->timex3.value;
    if (!mod || !value || strchr(value, 'T')) return false;
    if (date->precision == DATELINE_PRECISION_PART &&
        date->begin.digits >= DATELINE_DIGITS_MINUTE)
        return false; /* "late Saturday" is its evening */
    const bool day = strlen(value) == 10;
    if (day && *mod == 'm') return false;
    add(p, mod);
    if (day) add(p, "on ");
    const bool article = *mod != 'm' && strchr(value, '-');
    if (add_value(p, date, article ? "in the " : "")) return true;
    p->used = 0;
    return false;
}

static const char *preposition(const dateline_date *date) {
    switch (date->relation) {
    case DATELINE_RELATION_BEFORE: return "before ";
    case DATELINE_RELATION_AFTER: return "after ";
    case DATELINE_RELATION_BY: return "by ";
    case DATELINE_RELATION_SINCE: return "since ";
    case DATELINE_RELATION_UNTIL: return "until ";
    default: break;
    }
    if (!date->begin.digits && !date->end.digits) return "";
    if (!date->begin.digits) return "up to ";
    return date->end.digits ? NULL : "from ";
}

/* "by the end of 1958", "since early 1958". */
static bool add_modified_value(phrase *p, const dateline_date *date) {
    const char *mod = find_mod(date), *value = date->timex3.value;
    if (!mod || !value || strlen(value) > 7) return false;
    const bool limit = date->relation == DATELINE_RELATION_BY ||
                       date->relation == DATELINE_RELATION_UNTIL ||
                       date->relation == DATELINE_RELATION_BEFORE;
    const bool end = *mod == 'l' && limit;
    add(p, end ? "the end of " : mod);
    return add_value(p, date, end ? "the " : "");
}

/* One side is open, or the event lies to one side of the stated time. */
static bool add_open(phrase *p, const dateline_date *date) {
    const char *word = preposition(date);
    if (!word) return false;
    add(p, word);
    const size_t start = p->used;
    if (add_modified_value(p, date)) return true;
    p->used = start;
    if (add_value(p, date, "the ")) return true;
    p->used = start;
    const bool before = date->relation == DATELINE_RELATION_BEFORE;
    const dateline_instant last = inclusive(date->end);
    if (date->begin.digits) add_instant(p, &date->begin);
    else if (date->end.digits) add_instant(p, before ? &date->end : &last);
    return p->used > start;
}

const char *dtl_display_date(const dateline_date *date,
                             char out[DTL_DISPLAY_BYTES]) {
    phrase p = {out, 0};
    out[0] = 0;
    const bool about = date->approximate ||
                       date->relation == DATELINE_RELATION_AROUND;
    if (preposition(date)) return add_open(&p, date) ? out : NULL;
    if (add_modified(&p, date)) return out;
    if (about) add(&p, "about ");
    if (!add_unit(&p, date)) add_range(&p, date);
    return out;
}

const char *dtl_display_instant(const dateline_instant *instant,
                                char out[DTL_DISPLAY_BYTES]) {
    phrase p = {out, 0};
    out[0] = 0;
    add_instant(&p, instant);
    return out;
}

void dtl_display_fill(dateline_date *date, dtl_arena *arena) {
    char out[DTL_DISPLAY_BYTES];
    const char *text = dtl_display_date(date, out);
    if (text) date->display = dtl_arena_string(arena, text, strlen(text));
}
