/* local_date.c - ICU's interval formats over day numbers. */
#include "core/base/local_date.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/udateintervalformat.h>
#include <unicode/uloc.h>
#include <unicode/ustring.h>

#include "core/base/calendar.h"
#include "core/base/say.h"

#define FIRST_YEAR 1583
#define DAY_MILLISECONDS 86400000.0

/* How fine a date is said. */
enum { YEARS, MONTHS, DAYS, CLOCK, GRAINS };

struct dtl_local {
    UDateIntervalFormat *formats[GRAINS];
};

/* "de-AT" to "de_AT"; false when it is too long to be one. */
static bool canonical(const char *locale, char out[ULOC_FULLNAME_CAPACITY]) {
    UErrorCode error = U_ZERO_ERROR;
    if (!*locale || strlen(locale) >= ULOC_FULLNAME_CAPACITY) return false;
    uloc_canonicalize(locale, out, ULOC_FULLNAME_CAPACITY, &error);
    return U_SUCCESS(error) && error != U_STRING_NOT_TERMINATED_WARNING;
}

bool dtl_local_is_known(const char *locale) {
    char name[ULOC_FULLNAME_CAPACITY];
    char language[ULOC_LANG_CAPACITY], one[ULOC_LANG_CAPACITY];
    UErrorCode error = U_ZERO_ERROR;
    if (!canonical(locale, name)) return false;
    uloc_getLanguage(name, language, ULOC_LANG_CAPACITY, &error);
    for (int32_t i = 0; U_SUCCESS(error) && i < uloc_countAvailable(); i++) {
        uloc_getLanguage(uloc_getAvailable(i), one, ULOC_LANG_CAPACITY,
                         &error);
        if (strcmp(language, one) == 0) return true;
    }
    return false;
}

static UDateIntervalFormat *open_format(const char *locale,
                                        const char *skeleton) {
    UChar wide[16], zone[8];
    UErrorCode error = U_ZERO_ERROR;
    u_uastrcpy(wide, skeleton);
    u_uastrcpy(zone, "GMT");
    UDateIntervalFormat *format =
        udtitvfmt_open(locale, wide, -1, zone, -1, &error);
    if (U_SUCCESS(error)) return format;
    udtitvfmt_close(format);
    return NULL;
}

dtl_local *dtl_local_open(const char *locale) {
    static const char *const skeletons[] = {"y", "yMMMM", "yMMMMd",
                                            "yMMMMdHm"};
    char name[ULOC_FULLNAME_CAPACITY];
    char full[ULOC_FULLNAME_CAPACITY + 24];
    if (!locale || !dtl_local_is_known(locale) || !canonical(locale, name))
        return NULL;
    name[strcspn(name, "@")] = 0;
    snprintf(full, sizeof full, "%s@calendar=gregorian", name);
    dtl_local *local = calloc(1, sizeof *local);
    bool good = local != NULL;
    for (int i = 0; good && i < GRAINS; i++) {
        local->formats[i] = open_format(full, skeletons[i]);
        good = local->formats[i] != NULL;
    }
    if (good) return local;
    dtl_local_close(local);
    return NULL;
}

void dtl_local_close(dtl_local *local) {
    if (!local) return;
    for (int i = 0; i < GRAINS; i++)
        if (local->formats[i]) udtitvfmt_close(local->formats[i]);
    free(local);
}

/* ---- what to say -------------------------------------------------------- */

static double moment_of(const dateline_instant *at) {
    const dtl_day day = {at->year, at->month ? at->month : 1,
                         at->day ? at->day : 1};
    return (double)dtl_calendar_number(day) * DAY_MILLISECONDS +
           (at->hour * 60 + at->minute) * 60000.0;
}

static int grain_of(const dateline_instant *at) {
    if (at->hour || at->minute) return CLOCK;
    if (at->day > 1) return DAYS;
    if (at->month > 1) return MONTHS;
    return YEARS;
}

static int grain_of_digits(const dateline_instant *at) {
    switch (at->digits) {
    case DATELINE_DIGITS_YEAR: return YEARS;
    case DATELINE_DIGITS_MONTH: return MONTHS;
    case DATELINE_DIGITS_DAY: return DAYS;
    default: return CLOCK;
    }
}

/* Whole years are said by years, whole months by months. */
static int grain_of_interval(const dateline_date *date) {
    const int first = grain_of(&date->begin), last = grain_of(&date->end);
    return first > last ? first : last;
}

/* Appends from..to, both inclusive; false when ICU cannot. */
static bool format(const dtl_local *local, int grain, double from, double to,
                   char *out, size_t size) {
    UChar wide[DTL_DISPLAY_BYTES];
    int32_t length = 0;
    UErrorCode error = U_ZERO_ERROR;
    const int32_t units = udtitvfmt_format(local->formats[grain], from, to,
                                           wide, DTL_DISPLAY_BYTES, NULL,
                                           &error);
    if (U_FAILURE(error) || units > DTL_DISPLAY_BYTES) return false;
    u_strToUTF8(out, (int32_t)size, &length, wide, units, &error);
    return U_SUCCESS(error) && (size_t)length < size;
}

static const char *say(const dtl_local *local, const char *sign, int grain,
                       double from, double to, char *out) {
    const size_t used = strlen(sign);
    memcpy(out, sign, used + 1);
    return format(local, grain, from, to, out + used, DTL_DISPLAY_BYTES - used)
               ? out
               : NULL;
}

static void add_zone(const dateline_instant *at, char *out) {
    dtl_words words = {out, strlen(out)};
    dtl_say_zone(&words, at);
}

static bool is_old(const dateline_instant *at) {
    return at->digits && at->year < FIRST_YEAR;
}

const char *dtl_local_date(const dtl_local *local, const dateline_date *date,
                           char out[DTL_DISPLAY_BYTES]) {
    const dateline_instant *begin = &date->begin, *end = &date->end;
    if (!local || is_old(begin) || is_old(end)) return NULL;
    if (!begin->digits && !end->digits) return NULL;
    const bool about =
        date->approximate || date->relation == DATELINE_RELATION_AROUND;
    if (begin->digits && !end->digits)
        return say(local, "\xE2\x89\xA5 ", grain_of_digits(begin),
                   moment_of(begin), moment_of(begin), out);
    const int grain =
        begin->digits ? grain_of_interval(date) : grain_of(end);
    /* A clock time is said as it is, but midnight as the day before. */
    const bool midnight = !end->hour && !end->minute;
    const double step = grain != CLOCK ? DAY_MILLISECONDS
                        : midnight     ? 60000.0
                                       : 0.0;
    const double last = moment_of(end) - step;
    if (!begin->digits)
        return say(local, "\xE2\x89\xA4 ", grain, last, last, out);
    const double first = moment_of(begin);
    const bool moment =
        date->precision && date->precision <= DATELINE_PRECISION_HOUR;
    if (!say(local, about ? "~ " : "", grain, first,
             last > first && !moment ? last : first, out))
        return NULL;
    if (grain == CLOCK) add_zone(begin, out);
    return out;
}

const char *dtl_local_instant(const dtl_local *local,
                              const dateline_instant *at,
                              char out[DTL_DISPLAY_BYTES]) {
    if (!local || !at->digits || is_old(at)) return NULL;
    const int grain = grain_of_digits(at);
    if (!say(local, "", grain, moment_of(at), moment_of(at), out)) return NULL;
    if (grain == CLOCK) add_zone(at, out);
    return out;
}
