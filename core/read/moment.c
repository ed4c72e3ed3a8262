/* moment.c - dates at the top of an article. */
#include "core/read/moment.h"

#include <string.h>

typedef struct {
    int number;
    const char *name, *short_name;
} month_row;

static const month_row months[] = {
#define MONTH(number, name, short_name) {number, name, short_name},
#define WEEKDAY(name)
#define CLOCK(word)
#define PUBLISHED(words)
#include "core/read/moment.def"
#undef MONTH
#undef WEEKDAY
};

static const char *const weekdays[] = {
#define MONTH(number, name, short_name)
#define WEEKDAY(name) name,
#include "core/read/moment.def"
#undef WEEKDAY
#undef CLOCK
};

static const char *const clock_words[] = {
#define WEEKDAY(name)
#define CLOCK(word) word,
#include "core/read/moment.def"
#undef CLOCK
#undef PUBLISHED
};

static const char *const labels[] = {
#define CLOCK(word)
#define PUBLISHED(words) words,
#include "core/read/moment.def"
};

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

static bool take_any(dtl_cursor *cursor, const char *const *rows,
                     size_t count) {
    for (size_t i = 0; i < count; i++)
        if (dtl_scan_phrase(cursor, rows[i])) return true;
    return false;
}

static bool take_month(dtl_cursor *cursor, int *month) {
    for (size_t i = 0; i < COUNT(months); i++)
        if (dtl_scan_phrase(cursor, months[i].name) ||
            dtl_scan_phrase(cursor, months[i].short_name)) {
            *month = months[i].number;
            dtl_scan_char(cursor, '.');
            return true;
        }
    return false;
}

bool dtl_moment_weekday(dtl_cursor *cursor) {
    for (size_t i = 0; i < COUNT(weekdays); i++) {
        char name[4] = {0};
        memcpy(name, weekdays[i], 3);
        dtl_cursor c = *cursor;
        if (!dtl_scan_phrase(&c, weekdays[i]) && !dtl_scan_phrase(&c, name))
            continue;
        if (!dtl_scan_char(&c, ',')) dtl_scan_char(&c, '.');
        dtl_scan_space(&c);
        *cursor = c;
        return true;
    }
    return false;
}

/* A day of the month with "st", "nd", "rd" or "th" perhaps. */
static bool take_day(dtl_cursor *cursor, int *day) {
    int digits;
    if (!dtl_scan_number(cursor, 2, day, &digits)) return false;
    if (!dtl_scan_phrase(cursor, "st") && !dtl_scan_phrase(cursor, "nd") &&
        !dtl_scan_phrase(cursor, "rd"))
        dtl_scan_phrase(cursor, "th");
    return *day >= 1 && *day <= 31;
}

/* " 2023", ", 2023"; not the hour of "June 18, 2023 hrs" and the like. */
static bool take_year(dtl_cursor *cursor, int *year) {
    dtl_cursor c = *cursor;
    int digits;
    dtl_scan_char(&c, ',');
    dtl_scan_space(&c);
    if (!dtl_scan_number(&c, 4, year, &digits) || digits != 4) return false;
    if (*year < 1000 || dtl_is_letter(dtl_scan_peek(&c))) return false;
    *cursor = c;
    return true;
}

/* "June 18, 2023" or "18 June 2023"; the year may be missing. */
static bool take_named(dtl_cursor *cursor, dtl_moment *moment) {
    dtl_cursor c = *cursor;
    dtl_day day = {0};
    if (take_month(&c, &day.month)) {
        dtl_scan_space(&c);
        if (!take_day(&c, &day.day)) return false;
    } else {
        if (!take_day(&c, &day.day)) return false;
        dtl_scan_space(&c);
        dtl_scan_phrase(&c, "of ");
        if (!take_month(&c, &day.month)) return false;
    }
    int year = 0;
    moment->has_year = take_year(&c, &year);
    day.year = year;
    /* A leap year stands in for a year that is not said. */
    const dtl_day probe = {moment->has_year ? year : 2000, day.month, day.day};
    if (!dtl_calendar_is_valid(probe)) return false;
    moment->day = day;
    *cursor = c;
    return true;
}

/* The separator of a date in numbers, with the blanks that tokenisers put
 * behind it. */
static bool take_separator(dtl_cursor *cursor, char *separator) {
    const char c = dtl_scan_peek(cursor);
    if (*separator ? c != *separator : c != '-' && c != '/' && c != '.')
        return false;
    *separator = c;
    cursor->at++;
    if (c == '.') dtl_scan_space(cursor);
    return true;
}

/* 2023-06-18, 6/18/2023, 18.06.2023. Two small numbers are month and day
 * unless the first cannot be a month or day_first says otherwise. */
static bool take_numbers(dtl_cursor *cursor, bool day_first,
                         dtl_moment *moment) {
    dtl_cursor c = *cursor;
    int n[3], digits[3];
    char separator = '\0';
    for (int i = 0; i < 3; i++) {
        if (i > 0 && !take_separator(&c, &separator)) return false;
        if (!dtl_scan_number(&c, 4, &n[i], &digits[i])) return false;
    }
    dtl_day day;
    if (digits[0] == 4 && digits[1] <= 2 && digits[2] <= 2)
        day = (dtl_day){n[0], n[1], n[2]};
    else if (digits[2] != 4 || digits[0] > 2 || digits[1] > 2)
        return false;
    else if (day_first || separator == '.' || n[0] > 12)
        day = (dtl_day){n[2], n[1], n[0]};
    else
        day = (dtl_day){n[2], n[0], n[1]};
    if (day.year < 1000 || !dtl_calendar_is_valid(day)) return false;
    *moment = (dtl_moment){day, true};
    *cursor = c;
    return true;
}

bool dtl_moment_date(dtl_cursor *cursor, bool day_first, dtl_moment *moment) {
    dtl_cursor c = *cursor;
    dtl_moment_weekday(&c);
    if (!take_named(&c, moment) && !take_numbers(&c, day_first, moment))
        return false;
    *cursor = c;
    return true;
}

/* "+02:00", "+0800" behind a zone's name. */
static void skip_offset(dtl_cursor *cursor) {
    dtl_cursor c = *cursor;
    int value, digits;
    if (!dtl_scan_char(&c, '+') && !dtl_scan_char(&c, '-')) return;
    if (!dtl_scan_number(&c, 4, &value, &digits)) return;
    *cursor = c;
    if (!dtl_scan_char(&c, ':')) return;
    dtl_scan_space(&c);
    if (dtl_scan_number(&c, 2, &value, &digits)) *cursor = c;
}

bool dtl_moment_clock(dtl_cursor *cursor) {
    dtl_cursor c = *cursor;
    int value, digits;
    bool sure = dtl_scan_char(&c, 'T');
    if (!dtl_scan_number(&c, 4, &value, &digits)) return false;
    while (dtl_scan_char(&c, ':')) {
        dtl_scan_space(&c);
        if (!dtl_scan_number(&c, 2, &value, &digits)) return false;
        sure = true;
    }
    for (;;) {
        dtl_cursor word = c;
        dtl_scan_space(&word);
        if (!take_any(&word, clock_words, COUNT(clock_words))) break;
        c = word;
        sure = true;
    }
    if (dtl_scan_char(&c, 'Z')) sure = true;
    skip_offset(&c);
    if (sure) *cursor = c;
    return sure;
}

bool dtl_moment_label(dtl_cursor *cursor) {
    dtl_cursor best = *cursor;
    for (size_t i = 0; i < COUNT(labels); i++) {
        dtl_cursor c = *cursor;
        if (dtl_scan_phrase(&c, labels[i]) && c.at > best.at) best = c;
    }
    if (best.at == cursor->at) return false;
    dtl_scan_char(&best, ':');
    *cursor = best;
    return true;
}

/* Blanks and what stands between the parts of a date line. */
static void skip_between(dtl_cursor *cursor) {
    static const char *const between[] = {",", ";", "|", "-", "(", ")", "/",
                                          "\xE2\x80\xA2", "\xC2\xB7",
                                          "\xE2\x80\x93", "\xE2\x80\x94"};
    do dtl_scan_space(cursor);
    while (take_any(cursor, between, COUNT(between)));
}

bool dtl_moment_line(dtl_cursor cursor, bool day_first, dtl_moment *moment) {
    bool clock = false;
    *moment = (dtl_moment){0};
    bool label = false;
    for (skip_between(&cursor); cursor.at < cursor.end;
         skip_between(&cursor)) {
        dtl_moment found;
        if (dtl_moment_date(&cursor, day_first, &found)) {
            if (!moment->day.month) *moment = found;
        } else if (dtl_moment_clock(&cursor)) {
            clock = true;
        } else if (dtl_moment_label(&cursor)) {
            label = true;
        } else {
            return false;
        }
    }
    return moment->day.month || (clock && label);
}
