/* lexer_number.c - tokens that begin with a digit.
 *
 * ISO 8601 and slash dates, clock times, ordinals, decades, decimals and
 * plain numbers. Prices, percentages, scores and parts of words such as
 * 747s or 4x4 are refused here, so that later levels never see them. */
#include <string.h>

#include "core/base/calendar.h"
#include "core/base/limits.h"
#include "timeparse/lexer.h"

enum { YEAR_FROM = 1000, YEAR_TO = 2199 };

typedef struct {
    const char *bytes;
    uint32_t length, at;
} cursor;

static char at(const cursor *c, uint32_t offset) {
    return c->at + offset < c->length ? c->bytes[c->at + offset] : '\0';
}

static bool is_digit(char c) { return c >= '0' && c <= '9'; }
static bool is_letter(char c) {
    return ((c | 32) >= 'a' && (c | 32) <= 'z') || (uint8_t)c >= 0x80;
}

/* Digits at the cursor: how many, and their value up to the limit. */
static uint32_t digits(cursor *c, int32_t *value) {
    uint32_t n = 0;
    *value = 0;
    for (; is_digit(at(c, 0)); c->at++, n++)
        if (*value <= DTL_MAX_COUNT) *value = *value * 10 + (at(c, 0) - '0');
    return n;
}

/* "1,500,000" after its first group. */
static bool read_groups(cursor *c, int32_t *value) {
    bool any = false;
    while (at(c, 0) == ',' && is_digit(at(c, 1)) && is_digit(at(c, 2)) &&
           is_digit(at(c, 3)) && !is_digit(at(c, 4))) {
        int32_t group;
        c->at++;
        digits(c, &group);
        if (*value <= DTL_MAX_COUNT / 1000) *value = *value * 1000 + group;
        else *value = DTL_MAX_COUNT + 1;
        any = true;
    }
    return any;
}

/* mark d{1,2} not followed by a digit */
static bool small(cursor *c, char mark, int32_t *value, uint32_t *count) {
    if (at(c, 0) != mark || !is_digit(at(c, 1))) return false;
    cursor next = *c;
    next.at++;
    *count = digits(&next, value);
    if (*count > 2) return false;
    *c = next;
    return true;
}

static bool set_day(dtl_item *item, int32_t year, int32_t month, int32_t day) {
    const dtl_day d = {year, month, day};
    if (!dtl_calendar_is_valid(d)) return false;
    item->number = year;
    item->month = (uint8_t)month;
    item->day = (uint8_t)day;
    dtl_classes_add(&item->classes, DTL_CLASS_ISODAY);
    return true;
}

/* ": 30 p.m." behind an hour, as some news sites and scans write it */
static bool read_spaced_minute(cursor *c, int32_t *minute) {
    cursor next = *c;
    if (at(c, 0) != ':' || at(c, 1) != ' ' || !is_digit(at(c, 2)) ||
        !is_digit(at(c, 3)) || is_digit(at(c, 4)))
        return false;
    next.at += 2;
    digits(&next, minute);
    const uint32_t blank = at(&next, 0) == ' ';
    const char part = (char)(at(&next, blank) | 32);
    const char m = (char)(at(&next, blank + 1) | 32);
    if ((part != 'a' && part != 'p') || (m != 'm' && m != '.')) return false;
    *c = next;
    return true;
}

/* ":30" or ":30:15" behind an hour */
static bool read_clock(cursor *c, dtl_item *item, int32_t hour) {
    cursor next = *c;
    int32_t minute, second = 0;
    uint32_t n;
    const bool close = small(&next, ':', &minute, &n) && n == 2;
    if (hour > 24 || (!close && !read_spaced_minute(&next, &minute)) ||
        minute > 59)
        return false;
    cursor more = next;
    if (small(&more, ':', &second, &n) && n == 2 && second < 60) {
        next = more;
        item->has_second = 1;
        item->second = (uint8_t)second;
    }
    if (at(&next, 0) == '.' && is_digit(at(&next, 1)))
        return false; /* she ran it in 1:36.10 */
    item->hour = (uint8_t)hour;
    item->minute = (uint8_t)minute;
    item->number = hour;
    dtl_classes_add(&item->classes, DTL_CLASS_CLOCK);
    *c = next;
    return true;
}

/* Z, +08:00 or -0330 behind an ISO time */
static void read_iso_zone(cursor *c, dtl_item *item) {
    cursor next = *c;
    const char sign = at(c, 0);
    int32_t hours, minutes;
    if (sign == 'Z') {
        c->at++;
        item->has_zone = 1;
        return;
    }
    next.at++;
    if (sign != '+' && sign != '-') return;
    const uint32_t count = digits(&next, &hours);
    if (count == 4) {
        minutes = hours % 100;
        hours /= 100;
    } else if (count != 2 || at(&next, 0) != ':' || !is_digit(at(&next, 1))) {
        return;
    } else {
        next.at++;
        if (digits(&next, &minutes) != 2) return;
    }
    if (hours > 14 || minutes > 59) return;
    item->has_zone = 1;
    item->zone = (int16_t)(hours * 60 + minutes);
    if (sign == '-') item->zone = (int16_t)-item->zone;
    *c = next;
}

/* T18:00, T18:00:05 behind an ISO day */
static void read_iso_time(cursor *c, dtl_item *item) {
    if (at(c, 0) != 'T' || !is_digit(at(c, 1)) || !is_digit(at(c, 2))) return;
    cursor next = *c;
    int32_t hour;
    next.at++;
    digits(&next, &hour);
    dtl_item clock = *item;
    if (!read_clock(&next, &clock, hour)) return;
    clock.number = item->number;
    read_iso_zone(&next, &clock);
    *item = clock;
    *c = next;
}

/* 2023-06-18 and 2023/06/18 behind the year */
static bool read_iso(cursor *c, dtl_item *item, int32_t year) {
    cursor next = *c;
    const char mark = at(c, 0);
    int32_t month, day;
    uint32_t n;
    if ((mark != '-' && mark != '/') || !small(&next, mark, &month, &n) ||
        !small(&next, mark, &day, &n))
        return false;
    *c = next;
    if (set_day(item, year, month, day))
        read_iso_time(c, item);
    else
        dtl_classes_add(&item->classes, DTL_CLASS_BADDAY);
    return true;
}

/* 2020-W53 and 2020-W53-5 behind the year */
static bool read_week(cursor *c, dtl_item *item, int32_t year) {
    cursor next = *c;
    int32_t week;
    if (at(c, 0) != '-' || (at(c, 1) != 'W' && at(c, 1) != 'w')) return false;
    next.at += 2;
    if (digits(&next, &week) != 2 || week < 1 || year < YEAR_FROM ||
        year > YEAR_TO || week > dtl_calendar_weeks_in_year(year) ||
        is_letter(at(&next, 0)))
        return false;
    const char day = at(&next, 1);
    item->day = (uint8_t)week;
    dtl_classes_add(&item->classes, DTL_CLASS_ISOWEEK);
    if (at(&next, 0) == '-' && day >= '1' && day <= '7' &&
        !is_digit(at(&next, 2))) {
        const dtl_day date = dtl_calendar_day(
            dtl_calendar_week_start((dtl_week){year, week}) + day - '1');
        next.at += 2;
        item->classes = (dtl_classes){{0}};
        set_day(item, date.year, date.month, date.day);
    }
    *c = next;
    return true;
}

/* 6/18/2023, 18.6.2023, 18-06-2023 behind the first number */
static bool read_slash(cursor *c, dtl_item *item, int32_t first,
                       bool day_first) {
    cursor next = *c;
    const char mark = at(c, 0);
    int32_t second, year;
    uint32_t n;
    if ((mark != '/' && mark != '.' && mark != '-') ||
        !small(&next, mark, &second, &n) || at(&next, 0) != mark)
        return false;
    next.at++;
    const uint32_t width = digits(&next, &year);
    if (width != 4 && (width != 2 || mark == '.')) return false;
    if (width == 2) year += year < 50 ? 2000 : 1900;
    const bool swap = day_first || mark == '.' || first > 12;
    const bool good = swap ? set_day(item, year, second, first) ||
                                 set_day(item, year, first, second)
                           : set_day(item, year, first, second) ||
                                 set_day(item, year, second, first);
    if (good && mark != '.' && first <= 12 && second <= 12 && first != second)
        item->swapped = swap ? DTL_SWAPPED_DAY_FIRST : DTL_SWAPPED_MONTH_FIRST;
    if (good) *c = next;
    return good;
}

/* st nd rd th behind a number */
static bool read_ordinal(cursor *c) {
    const char a = (char)(at(c, 0) | 32), b = (char)(at(c, 1) | 32);
    if (is_letter(at(c, 2)) || is_digit(at(c, 2))) return false;
    if (!((a == 's' && b == 't') || (a == 'n' && b == 'd') ||
          (a == 'r' && b == 'd') || (a == 't' && b == 'h')))
        return false;
    c->at += 2;
    return true;
}

/* "s" or "'s" behind 1990, 90 or, of years BC, 490 */
static bool read_decade(cursor *c, int32_t value, uint32_t count) {
    const uint32_t mark = at(c, 0) == '\'' ? 1 : 0;
    if (value % 10 || count < 2) return false;
    if (at(c, mark) != 's' || is_letter(at(c, mark + 1))) return false;
    c->at += mark + 1;
    return true;
}

static void add(dtl_item *item, unsigned class_) {
    dtl_classes_add(&item->classes, class_);
}

/* What a plain number of `count` digits can be. */
static void classify(dtl_item *item, uint32_t count) {
    const int32_t v = item->number;
    add(item, DTL_CLASS_NUM);
    add(item, v <= DTL_MAX_COUNT ? DTL_CLASS_COUNT : DTL_CLASS_HUGE);
    if (count > 4) add(item, DTL_CLASS_LONGNUM);
    if (v < 1000) add(item, DTL_CLASS_FEW);
    if (item->tenth) return;
    if (count <= 2 && v >= 1 && v <= 31) add(item, DTL_CLASS_DAY);
    if (count <= 2 && v <= 24) add(item, DTL_CLASS_HOUR);
    if (count == 2) add(item, DTL_CLASS_TWODIGITS);
    if (v >= 1 && v <= 53) add(item, DTL_CLASS_WEEKNUM);
    if (count <= 4 && v >= 1) add(item, DTL_CLASS_YEARSHORT);
    if (count == 1 && v >= 1 && v <= 4) add(item, DTL_CLASS_QNUM);
    if ((count == 3 || count == 4) && v / 100 <= 24 && v % 100 < 60)
        add(item, DTL_CLASS_MILITARY);
    if (count == 4 && v >= YEAR_FROM && v <= YEAR_TO)
        add(item, DTL_CLASS_YEAR);
}

/* A number behind $ or before % is a price or a rate. */
static bool is_money(const cursor *c, uint32_t start) {
    const char before = start ? c->bytes[start - 1] : '\0';
    if (before == '$' || before == '#' || before == '/' || before == '.' ||
        before == '_' || before == '@' || before == ':')
        return true;
    if ((uint8_t)before >= 0x80 &&
        !(start > 2 && !memcmp(c->bytes + start - 3, "\xe2\x80", 2)) &&
        !(start > 1 && !memcmp(c->bytes + start - 2, "\xc2\xa0", 2)))
        return true; /* a euro or a pound, but not a dash or a blank */
    return at(c, 0) == '%';
}

static void skip_rest(cursor *c) {
    while (is_digit(at(c, 0)) || is_letter(at(c, 0)) ||
           ((at(c, 0) == '.' || at(c, 0) == ',' || at(c, 0) == ':' ||
             at(c, 0) == '/') && is_digit(at(c, 1))))
        c->at++;
}

static bool read_plain(cursor *c, dtl_item *item, uint32_t count) {
    if (count <= 4 && read_decade(c, item->number, count)) {
        add(item, count == 3 ? DTL_CLASS_DECADE3 : DTL_CLASS_DECADE);
        return true;
    }
    if (count <= 3 && read_ordinal(c)) {
        add(item, DTL_CLASS_ORD);
        if (item->number >= 1 && item->number <= 31) add(item, DTL_CLASS_DAYTH);
        return true;
    }
    if (at(c, 0) == '/' && at(c, 1) == '2' && !is_digit(at(c, 2)) &&
        item->number == 1) {
        c->at += 2;
        add(item, DTL_CLASS_FRACTION);
        return true;
    }
    if (read_groups(c, &item->number)) count = 9;
    if (at(c, 0) == '.' && is_digit(at(c, 1))) {
        if (is_digit(at(c, 2)) && is_digit(at(c, 3))) return false;
        item->tenth = (uint8_t)(at(c, 1) - '0');
        if (is_digit(at(c, 2))) { /* 7.30pm */
            const int32_t minute = (at(c, 1) - '0') * 10 + at(c, 2) - '0';
            if (count > 2 || item->number > 24 || minute > 59) return false;
            item->hour = (uint8_t)item->number;
            item->minute = (uint8_t)minute;
            add(item, DTL_CLASS_CLOCKDOT);
            c->at += 3;
            return true;
        }
        c->at += 2;
        count = 9;
        if (!item->tenth) item->tenth = 10;
    }
    if (at(c, 0) == '+') c->at++;
    item->digits = (uint8_t)count;
    classify(item, count);
    return true;
}

bool dtl_lexer_number(dtl_lexer *lexer, dtl_item *item) {
    cursor c = {lexer->bytes, lexer->length, lexer->at};
    const uint32_t start = lexer->at;
    const uint32_t count = digits(&c, &item->number);
    item->digits = (uint8_t)(count < 99 ? count : 99);
    bool good = (count == 4 && (read_iso(&c, item, item->number) ||
                                read_week(&c, item, item->number))) ||
                (count <= 2 && (read_slash(&c, item, item->number,
                                           lexer->day_first) ||
                                read_clock(&c, item, item->number))) ||
                read_plain(&c, item, count);
    if (good && is_money(&c, start)) good = false;
    if (!good) skip_rest(&c);
    lexer->at = c.at;
    return good;
}
