/* filter.c - expressions that their surroundings rule out.
 *
 * Works on bytes alone; what the tags add is in source.c. */
#include <string.h>

#include "timeparse/bind.h"
#include "timeparse/find.h"

/* The word before `at`, at most 15 letters, folded to lower case. */
static void word_before(const char *bytes, uint32_t at, char out[16]) {
    uint32_t end = at, n = 0;
    while (end > 0 && (bytes[end - 1] == ' ' || bytes[end - 1] == '\n')) end--;
    uint32_t start = end;
    while (start > 0 && (bytes[start - 1] | 32) >= 'a' &&
           (bytes[start - 1] | 32) <= 'z')
        start--;
    if (end - start < 16)
        for (uint32_t i = start; i < end; i++) out[n++] = (char)(bytes[i] | 32);
    out[n] = '\0';
}

static bool is_one_of(const char *word, const char *const *list) {
    for (; *list; list++)
        if (!strcmp(word, *list)) return true;
    return false;
}

/* "1,200 shares", "1980 people": a bare number that could be a year. */
static bool keep_year(const char *bytes, uint32_t length,
                      const dtl_found *f) {
    static const char *const openers[] = {
        "in", "since", "by", "until", "till", "from", "during", "between",
        "to", "and", "of", "after", "before", "through", "early", "late",
        "mid", "around", "circa", "or", "for", NULL};
    char word[16];
    const int32_t year = f->meaning->year;
    word_before(bytes, f->start, word);
    const bool opened = is_one_of(word, openers);
    const char after = f->end < length ? bytes[f->end] : '\0';
    if (after == '-' || after == '/') return opened && year >= 1400;
    if (year < 1400) return opened && strcmp(word, "to") &&
                            strcmp(word, "of") && strcmp(word, "and") &&
                            strcmp(word, "or") && strcmp(word, "for") &&
                            strcmp(word, "around");
    if (year >= 1800 && year <= 2100) return true;
    return opened;
}

bool dtl_filter_keep(const char *bytes, uint32_t length,
                     const dtl_found *f) {
    const dtl_meaning *m = f->meaning;
    const char first = bytes[f->start];
    if (!strcmp(m->rule, "year")) return keep_year(bytes, length, f);
    if (m->shape != DTL_SHAPE_DATE && m->unit == DTL_UNIT_SECOND &&
        m->count <= 1)
        return false; /* "a second term", "per second" */
    if (!strcmp(m->rule, "the_unit"))
        return m->unit == DTL_UNIT_WEEK || m->unit == DTL_UNIT_MONTH ||
               m->unit == DTL_UNIT_YEAR;
    if (!strcmp(m->rule, "bare_units") && m->unit == DTL_UNIT_QUARTER)
        return false;
    if (!strcmp(m->rule, "count_units_old") && m->unit == DTL_UNIT_YEAR)
        return false; /* the age of a person */
    if (!strcmp(m->rule, "season") && m->has == DTL_HAS_SEASON &&
        (m->season == DTL_SEASON_AUTUMN || m->season == DTL_SEASON_SPRING))
        return first != 'f' && first != 's';
    return true;
}
