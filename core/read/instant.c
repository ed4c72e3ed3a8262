/* instant.c - ISO 8601-1 dates and date-times as an option or metadata
 * gives them. */
#include "core/base/calendar.h"
#include "core/read/read.h"

/* `count` digits at *text as a number, -1 when they are not there. */
static int read_digits(const char **text, int count) {
    int value = 0;
    for (int i = 0; i < count; i++) {
        const char c = (*text)[i];
        if (c < '0' || c > '9') return -1;
        value = value * 10 + (c - '0');
    }
    *text += count;
    return value;
}

static bool skip(const char **text, char c) {
    if (**text != c) return false;
    *text += 1;
    return true;
}

static bool read_day(const char **text, dateline_instant *at) {
    const int year = read_digits(text, 4);
    if (year < 0 || !skip(text, '-')) return false;
    const int month = read_digits(text, 2);
    if (month < 0 || !skip(text, '-')) return false;
    const int day = read_digits(text, 2);
    if (day < 0 || !dtl_calendar_is_valid((dtl_day){year, month, day}))
        return false;
    at->year = year;
    at->month = (uint8_t)month;
    at->day = (uint8_t)day;
    at->digits = DATELINE_DIGITS_DAY;
    return true;
}

/* ":05" and ":05.123"; a leap second becomes the second before it. */
static bool read_second(const char **text, dateline_instant *at) {
    const int second = read_digits(text, 2);
    if (second < 0 || second > 60) return false;
    at->second = (uint8_t)(second == 60 ? 59 : second);
    at->digits = DATELINE_DIGITS_SECOND;
    if (!skip(text, '.')) return true;
    if (read_digits(text, 1) < 0) return false;
    while (read_digits(text, 1) >= 0) continue;
    return true;
}

static bool read_clock(const char **text, dateline_instant *at) {
    const int hour = read_digits(text, 2);
    if (hour < 0 || hour > 23 || !skip(text, ':')) return false;
    const int minute = read_digits(text, 2);
    if (minute < 0 || minute > 59) return false;
    at->hour = (uint8_t)hour;
    at->minute = (uint8_t)minute;
    at->digits = DATELINE_DIGITS_MINUTE;
    return !skip(text, ':') || read_second(text, at);
}

/* "Z", "+08:00", "+0800", "+08" or nothing. */
static bool read_zone(const char **text, dateline_instant *at) {
    if (!**text) return true;
    at->has_zone = 1;
    if (skip(text, 'Z')) return true;
    const bool west = **text == '-';
    if (!skip(text, '-') && !skip(text, '+')) return false;
    const int hours = read_digits(text, 2);
    skip(text, ':');
    const int minutes = **text ? read_digits(text, 2) : 0;
    if (hours < 0 || hours > 18 || minutes < 0 || minutes > 59) return false;
    const int zone = hours * 60 + minutes;
    at->zone = (int16_t)(west ? -zone : zone);
    return true;
}

bool dtl_read_instant(const char *text, dateline_instant *instant) {
    dateline_instant at = {0};
    if (!read_day(&text, &at)) return false;
    if (*text) {
        if (!skip(&text, 'T') && !skip(&text, ' ')) return false;
        if (!read_clock(&text, &at) || !read_zone(&text, &at)) return false;
    }
    if (*text) return false;
    *instant = at;
    return true;
}
