/* say.c - months, years, days and instants in words. */
#include "core/base/say.h"

#include <stdio.h>
#include <string.h>

void dtl_say(dtl_words *p, const char *text) {
    const size_t left = DTL_DISPLAY_BYTES - 1 - p->used;
    const size_t length = strlen(text), n = length < left ? length : left;
    memcpy(p->out + p->used, text, n);
    p->used += n;
    p->out[p->used] = 0;
}

void dtl_say_number(dtl_words *p, const char *format, int number) {
    char text[32];
    snprintf(text, sizeof text, format, number);
    dtl_say(p, text);
}

const char *dtl_display_month(int month) {
    static const char *const names[] = {
        "January", "February", "March",     "April",   "May",      "June",
        "July",    "August",   "September", "October", "November", "December"};
    return month >= 1 && month <= 12 ? names[month - 1] : "";
}

const char *dtl_display_year(int32_t year, char *out) {
    if (year > 0) snprintf(out, 16, year < 100 ? "AD %d" : "%d", (int)year);
    else snprintf(out, 16, "%d BC", 1 - (int)year);
    return out;
}

void dtl_say_year(dtl_words *p, int32_t year) {
    char text[16];
    dtl_say(p, dtl_display_year(year, text));
}

void dtl_say_month(dtl_words *p, int32_t year, int month) {
    dtl_say(p, dtl_display_month(month));
    dtl_say(p, " ");
    dtl_say_year(p, year);
}

void dtl_say_day(dtl_words *p, int32_t year, int month, int day) {
    dtl_say_number(p, "%d ", day);
    dtl_say_month(p, year, month);
}

const char *dtl_say_ordinal(int number) {
    if (number / 10 % 10 == 1) return "th";
    const int last = number % 10;
    return last == 1 ? "st" : last == 2 ? "nd" : last == 3 ? "rd" : "th";
}

void dtl_say_century(dtl_words *p, int century) {
    dtl_say_number(p, "%d", century);
    dtl_say(p, dtl_say_ordinal(century));
    dtl_say(p, " century");
}

void dtl_say_nth(dtl_words *p, int nth, const char *unit, int32_t year) {
    static const char *const names[] = {"first", "second", "third", "fourth"};
    dtl_say(p, nth >= 1 && nth <= 4 ? names[nth - 1] : "last");
    dtl_say(p, unit);
    dtl_say_year(p, year);
}

void dtl_say_season(dtl_words *p, const char *name, const dateline_date *date,
                    int32_t year) {
    dtl_say(p, name);
    dtl_say(p, " ");
    const int32_t first = date->begin.year, last = date->end.year;
    if (date->begin.digits && date->end.digits && last == first + 1 &&
        date->end.month > 1 && first > 0) {
        dtl_say_year(p, first);
        dtl_say_number(p, "–%02d", (int)(last % 100));
        return;
    }
    dtl_say_year(p, year);
}

void dtl_say_zone(dtl_words *p, const dateline_instant *at) {
    if (!at->has_zone) return;
    const int minutes = at->zone < 0 ? -at->zone : at->zone;
    dtl_say(p, " UTC");
    if (!minutes) return;
    dtl_say_number(p, at->zone < 0 ? "−%d" : "+%d", minutes / 60);
    if (minutes % 60) dtl_say_number(p, ":%02d", minutes % 60);
}

void dtl_say_instant(dtl_words *p, const dateline_instant *at) {
    if (at->digits == DATELINE_DIGITS_YEAR) dtl_say_year(p, at->year);
    if (at->digits == DATELINE_DIGITS_MONTH)
        dtl_say_month(p, at->year, at->month);
    if (at->digits < DATELINE_DIGITS_DAY) return;
    dtl_say_day(p, at->year, at->month, at->day);
    if (at->digits < DATELINE_DIGITS_MINUTE) return;
    dtl_say_number(p, ", %02d", at->hour);
    dtl_say_number(p, ":%02d", at->minute);
    if (at->digits == DATELINE_DIGITS_SECOND)
        dtl_say_number(p, ":%02d", at->second);
    dtl_say_zone(p, at);
}
