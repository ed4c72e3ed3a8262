/* display.c - from begin, end, precision and TIMEX3 to words.
 *
 * A date is said by its interval where that is one calendar unit, by its
 * TIMEX3 value where the interval is open ("by 18 June") or only a part of
 * the value ("early June"), and as a range otherwise. */
#include "core/base/display.h"

#include <string.h>

#include "core/base/calendar.h"
#include "core/base/say.h"

/* ---- an interval in words ---------------------------------------------- */

static dtl_day first_day(const dateline_instant *at) {
    return (dtl_day){at->year, at->month ? at->month : 1,
                     at->day ? at->day : 1};
}

/* The last day inside an interval that ends before `end`. */
static dtl_day last_day(const dateline_instant *end) {
    const int64_t number = dtl_calendar_number(first_day(end));
    return dtl_calendar_day(
        end->hour || end->minute || end->second ? number : number - 1);
}

/* How many whole months, 0 when the interval is not made of whole months. */
static int64_t whole_months(const dateline_date *date) {
    const dtl_day first = first_day(&date->begin), end = first_day(&date->end);
    if (first.day != 1 || end.day != 1 || date->begin.hour ||
        date->begin.minute || date->end.hour || date->end.minute)
        return 0;
    return ((int64_t)end.year - first.year) * 12 + end.month - first.month;
}

static bool add_months_unit(dtl_words *p, const dateline_date *date) {
    const int32_t year = date->begin.year;
    const int month = date->begin.month ? date->begin.month : 1;
    const int64_t months = whole_months(date);
    const char *season = dtl_say_season_name(date->timex3.value);
    if (date->precision == DATELINE_PRECISION_SEASON && season)
        dtl_say_season(p, season, date, year);
    else if (months == 1) dtl_say_month(p, year, month);
    else if (months == 3 && month % 3 == 1 &&
             date->precision == DATELINE_PRECISION_QUARTER)
        dtl_say_nth(p, month / 3 + 1, " quarter of ", year);
    else if (months == 6 && month % 6 == 1)
        dtl_say_nth(p, month / 6 + 1, " half of ", year);
    else if (months == 12 && month == 1) dtl_say_year(p, year);
    else if (months == 120 && month == 1 && year > 0 && year % 10 == 0)
        dtl_say_number(p, "%ds", (int)year);
    else if (months == 1200 && month == 1 && year >= 0 && year % 100 <= 1)
        dtl_say_century(p, (int)year / 100 + 1);
    else return false;
    return true;
}

static const char *part_by_hour(int hour) {
    return hour < 5    ? "night"
           : hour < 12 ? "morning"
           : hour < 18 ? "afternoon"
                       : "evening";
}

static void add_from(dtl_words *p, const char *unit, dtl_day first) {
    dtl_say(p, unit);
    dtl_say_day(p, first.year, first.month, first.day);
}

/* True when begin and end are one unit of the calendar. */
static bool add_unit(dtl_words *p, const dateline_date *date) {
    const dtl_day first = first_day(&date->begin), last = last_day(&date->end);
    const int64_t days =
        dtl_calendar_number(last) - dtl_calendar_number(first) + 1;
    const bool clock = date->begin.digits >= DATELINE_DIGITS_MINUTE;
    if (date->precision == DATELINE_PRECISION_PART && clock && days <= 2) {
        const char *part = dtl_say_part(date->timex3.value);
        dtl_say_day(p, first.year, first.month, first.day);
        dtl_say(p, ", ");
        dtl_say(p, part ? part : part_by_hour(date->begin.hour));
        return true;
    }
    if (clock && days <= 2 && date->precision &&
        date->precision <= DATELINE_PRECISION_HOUR) {
        dtl_say_instant(p, &date->begin);
        return true;
    }
    if (clock) return false;
    if (days == 1) dtl_say_day(p, first.year, first.month, first.day);
    else if (days == 7 && date->precision == DATELINE_PRECISION_WEEK)
        add_from(p, "week of ", first);
    else if (days <= 3 && date->precision == DATELINE_PRECISION_WEEKEND)
        add_from(p, "weekend of ", first);
    else return add_months_unit(p, date);
    return true;
}

/* The inclusive other side of `end`, in the digits that end has. */
static dateline_instant inclusive(dateline_instant end) {
    if (end.digits >= DATELINE_DIGITS_MINUTE && (end.hour || end.minute))
        return end;
    const dtl_day day = last_day(&end);
    const int digits =
        end.digits < DATELINE_DIGITS_DAY ? end.digits : DATELINE_DIGITS_DAY;
    return (dateline_instant){.year = day.year,
                              .month = (uint8_t)day.month,
                              .day = (uint8_t)day.day,
                              .digits = (uint8_t)digits};
}

/* Leaves out of the first end what the second says too: 16-18 June 2023. */
static void add_short(dtl_words *p, const dateline_instant *first,
                      const dateline_instant *last) {
    const bool same_year = first->year == last->year;
    if (first->digits != last->digits || !same_year ||
        first->digits > DATELINE_DIGITS_DAY ||
        first->digits < DATELINE_DIGITS_MONTH) {
        dtl_say_instant(p, first);
        return;
    }
    if (first->digits == DATELINE_DIGITS_DAY)
        dtl_say_number(p, "%d", first->day);
    if (first->digits == DATELINE_DIGITS_DAY && first->month == last->month)
        return;
    if (first->digits == DATELINE_DIGITS_DAY) dtl_say(p, " ");
    dtl_say(p, dtl_display_month(first->month));
}

/* "17 June 2023, 18:00-20:00", or "from 18:00" when it ends with the day. */
static bool add_hours(dtl_words *p, const dateline_instant *first,
                      const dateline_instant *last) {
    if (first->digits < DATELINE_DIGITS_MINUTE || first->year != last->year ||
        first->month != last->month || first->day != last->day)
        return false;
    dtl_say_day(p, first->year, first->month, first->day);
    const bool to_midnight = last->digits < DATELINE_DIGITS_MINUTE;
    dtl_say_number(p, to_midnight ? ", from %02d" : ", %02d", first->hour);
    dtl_say_number(p, ":%02d", first->minute);
    if (!to_midnight) {
        dtl_say_number(p, "–%02d", last->hour);
        dtl_say_number(p, ":%02d", last->minute);
    }
    dtl_say_zone(p, first);
    return true;
}

/* "the 18th" of a month, "18 June" of a year. */
static void add_inside(dtl_words *p, int unit, const dateline_instant *at) {
    if (unit == DATELINE_DIGITS_MONTH) {
        dtl_say_number(p, "the %d", at->day);
        dtl_say(p, dtl_say_ordinal(at->day));
        return;
    }
    if (at->digits >= DATELINE_DIGITS_DAY) dtl_say_number(p, "%d ", at->day);
    dtl_say(p, dtl_display_month(at->month));
}

/* The month or year that the value names, whole; false for other values. */
static bool find_whole(const dateline_date *date, dateline_instant *whole) {
    const char *value = date->timex3.value;
    *whole = (dateline_instant){.digits = DATELINE_DIGITS_YEAR};
    if (!value || dtl_say_count_digits(value) != 4) return false;
    whole->year = dtl_say_take_digits(&value, 4);
    if (!*value) return true;
    if (*value++ != '-') return false;
    const int month = dtl_say_take_digits(&value, 2);
    if (month < 1 || month > 12 || *value) return false;
    whole->month = (uint8_t)month;
    whole->digits = DATELINE_DIGITS_MONTH;
    return true;
}

/* Whether the day lies in that year or month. */
static bool is_inside(const dateline_instant *whole,
                      const dateline_instant *at) {
    return at->year == whole->year &&
           (whole->digits == DATELINE_DIGITS_YEAR || at->month == whole->month);
}

/* "June 2023, up to the 18th": a month or year, cut at one end by what the
 * text says elsewhere. */
static bool add_cut(dtl_words *p, const dateline_date *date) {
    dateline_instant whole;
    const dateline_instant last = inclusive(date->end);
    if (!find_whole(date, &whole) || !is_inside(&whole, &date->begin) ||
        !is_inside(&whole, &last) || last.digits <= whole.digits ||
        last.digits > DATELINE_DIGITS_DAY)
        return false;
    const dtl_day first = first_day(&date->begin),
                  behind = last_day(&date->end);
    const bool from_start =
        first.day == 1 &&
        (whole.digits == DATELINE_DIGITS_MONTH || first.month == 1);
    const bool to_end =
        behind.day == dtl_calendar_month_days(behind.year, behind.month) &&
        (whole.digits == DATELINE_DIGITS_MONTH || behind.month == 12);
    if (from_start == to_end) return false;
    dtl_say_instant(p, &whole);
    dtl_say(p, from_start ? ", up to " : ", from ");
    add_inside(p, whole.digits, from_start ? &last : &date->begin);
    return true;
}

static void add_range(dtl_words *p, const dateline_date *date) {
    const dateline_instant *first = &date->begin;
    const dateline_instant last = inclusive(date->end);
    if (add_hours(p, first, &last) || add_cut(p, date)) return;
    const bool within = date->relation == DATELINE_RELATION_BETWEEN ||
                        (date->kind == DATELINE_KIND_WITHIN &&
                         date->relation != DATELINE_RELATION_FROM_TO);
    if (within) dtl_say(p, "between ");
    const size_t start = p->used;
    add_short(p, first, &last);
    const bool wide = strchr(p->out + start, ' ') != NULL;
    dtl_say(p, within ? " and " : wide ? " – " : "–");
    dtl_say_instant(p, &last);
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
static bool add_modified(dtl_words *p, const dateline_date *date) {
    const char *mod = find_mod(date);
    const char *value = date->timex3.value;
    if (!mod || !value || strchr(value, 'T')) return false;
    if (date->precision == DATELINE_PRECISION_PART &&
        date->begin.digits >= DATELINE_DIGITS_MINUTE)
        return false; /* "late Saturday" is its evening */
    const bool day = strlen(value) == 10;
    if (day && *mod == 'm') return false;
    dtl_say(p, mod);
    if (day) dtl_say(p, "on ");
    const bool article = *mod != 'm' && strchr(value, '-');
    if (dtl_say_value(p, date, article ? "in the " : "")) return true;
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
static bool add_modified_value(dtl_words *p, const dateline_date *date) {
    const char *mod = find_mod(date), *value = date->timex3.value;
    if (!mod || !value || strlen(value) > 7) return false;
    const bool limit = date->relation == DATELINE_RELATION_BY ||
                       date->relation == DATELINE_RELATION_UNTIL ||
                       date->relation == DATELINE_RELATION_BEFORE;
    const bool end = *mod == 'l' && limit;
    dtl_say(p, end ? "the end of " : mod);
    return dtl_say_value(p, date, end ? "the " : "");
}

/* One side is open, or the event lies to one side of the stated time. */
static bool add_open(dtl_words *p, const dateline_date *date) {
    const char *word = preposition(date);
    if (!word) return false;
    dtl_say(p, word);
    const size_t start = p->used;
    if (add_modified_value(p, date)) return true;
    p->used = start;
    if (dtl_say_value(p, date, "the ")) return true;
    p->used = start;
    const bool before = date->relation == DATELINE_RELATION_BEFORE;
    const dateline_instant last = inclusive(date->end);
    if (date->begin.digits) dtl_say_instant(p, &date->begin);
    else if (date->end.digits) dtl_say_instant(p, before ? &date->end : &last);
    return p->used > start;
}

const char *dtl_display_date(const dateline_date *date,
                             char out[DTL_DISPLAY_BYTES]) {
    dtl_words p = {out, 0};
    out[0] = 0;
    const bool about =
        date->approximate || date->relation == DATELINE_RELATION_AROUND;
    if (preposition(date)) return add_open(&p, date) ? out : NULL;
    if (add_modified(&p, date)) return out;
    if (about) dtl_say(&p, "about ");
    if (!add_unit(&p, date)) add_range(&p, date);
    return out;
}

const char *dtl_display_instant(const dateline_instant *instant,
                                char out[DTL_DISPLAY_BYTES]) {
    dtl_words p = {out, 0};
    out[0] = 0;
    dtl_say_instant(&p, instant);
    return out;
}

void dtl_display_fill(dateline_date *date, dtl_arena *arena) {
    char out[DTL_DISPLAY_BYTES];
    const char *text = dtl_display_date(date, out);
    if (text) date->display = dtl_arena_string(arena, text, strlen(text));
}
