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

typedef enum { OLD_YEAR, YEAR, SHORT_YEAR, MONTH, SEASON, DAY, OWNER,
               NUMBERED, CLAUSE, GAMES } word_kind;

/* Whether filter_words.def has the word as one of a kind. */
static bool is_word(word_kind kind, const char *word) {
    static const struct {
        word_kind kind;
        const char *word;
    } rows[] = {
#define WORD(kind, word, example) {kind, word},
#include "timeparse/filter_words.def"
#undef WORD
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        if (rows[i].kind == kind && rows[i].word[0] == word[0] &&
            !strcmp(rows[i].word, word))
            return true;
    return false;
}

/* The word behind `at` and one blank, folded; "" when there is none. */
static void word_behind(const char *bytes, uint32_t length, uint32_t at,
                        char out[16]) {
    uint32_t n = 0;
    out[0] = '\0';
    if (at >= length || bytes[at] != ' ') return;
    while (++at < length && (bytes[at] | 32) >= 'a' &&
           (bytes[at] | 32) <= 'z' && n < 15)
        out[n++] = (char)(bytes[at] | 32);
    out[n] = '\0';
}

/* "1,200 shares", "1980 people": a bare number that could be a year. */
static bool keep_year(const char *bytes, uint32_t length,
                      const dtl_found *f) {
    char word[16];
    const int32_t year = f->meaning->year;
    word_before(bytes, f->start, word);
    const bool old = is_word(OLD_YEAR, word);
    if (is_word(NUMBERED, word)) return false;
    const char after = f->end < length ? bytes[f->end] : '\0';
    if (after == '-' || after == '/')
        return year >= 1400 && (old || is_word(YEAR, word));
    if (year < 1400) return old;
    if (year >= 1900 && year <= 2100) return true;
    if (!strcmp(word, "and") || !strcmp(word, "or")) return false;
    return (year >= 1800 && year <= 2100) || old || is_word(YEAR, word);
}

static bool follows(const char *bytes, uint32_t length, uint32_t at,
                    const char *word) {
    const size_t n = strlen(word);
    return length - at > n && !memcmp(bytes + at, word, n) &&
           ((bytes[at + n] | 32) < 'a' || (bytes[at + n] | 32) > 'z');
}

/* Whether `length` bytes begin with a lower-case word, in any case. */
static bool starts_with(const char *bytes, uint32_t length,
                        const char *word) {
    for (uint32_t i = 0; word[i]; i++)
        if (i >= length || (bytes[i] | 32) != word[i]) return false;
    return true;
}

/* Whether a word with a capital letter stands right behind. */
static bool goes_on_capital(const char *bytes, uint32_t length, uint32_t at) {
    return at + 1 < length && bytes[at] == ' ' && bytes[at + 1] >= 'A' &&
           bytes[at + 1] <= 'Z';
}

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

/* "Jan Novak", "Salt March": a bare month that is part of a name. */
static bool keep_month(const char *bytes, uint32_t length,
                       const dtl_found *f) {
    const uint32_t n = f->end - f->start;
    char word[16];
    word_before(bytes, f->start, word);
    const bool named = goes_on_capital(bytes, length, f->end);
    const bool opened = is_word(MONTH, word);
    const bool alone = f->start > 0 && !opened; /* his wife Jan, */
    if (n == 3 && f->meaning->month != 5 && (named || alone)) return false;
    if (f->meaning->month == 3 && (!opened || !strcmp(word, "the")) &&
        (follows(bytes, length, f->end, " for") ||
         follows(bytes, length, f->end, " of")))
        return false;
    if (opened) return true;
    if (named && f->meaning->month >= 4 && f->meaning->month <= 6)
        return false; /* April Jones */
    const bool capital = word[0] && f->start > 1 &&
                         bytes[f->start - 1] == ' ' &&
                         !(bytes[f->start - 1 - strlen(word)] & 32);
    if (capital && (f->meaning->month == 3 || f->meaning->month == 5))
        return false;
    return true;
}

/* "the next Winter Games": the season is part of a name. */
static bool keep_season_named(const char *bytes, uint32_t length,
                              const dtl_found *f) {
    char word[16];
    word_behind(bytes, length, f->end, word);
    return !goes_on_capital(bytes, length, f->end) || !is_word(GAMES, word);
}

/* "the editor of The Dawn": a part of the day with a capital is a name. */
static bool keep_part(const char *bytes, uint32_t length,
                      const dtl_found *f) {
    uint32_t at = f->end;
    (void)length;
    while (at > f->start && bytes[at - 1] != ' ') at--;
    return bytes[at] & 32 || !(bytes[f->end - 1] & 32);
}

/* "the fall of the wall" is no autumn. */
static bool keep_season(const char *bytes, uint32_t length,
                        const dtl_found *f) {
    const char first = bytes[f->start];
    char word[16];
    if (!keep_season_named(bytes, length, f)) return false;
    if (!(first & 32) && goes_on_capital(bytes, length, f->end) &&
        f->start > 1 && bytes[f->start - 1] == ' ' &&
        is_digit(bytes[f->start - 2]))
        return false; /* the 2008 Summer Games */
    if (f->meaning->season != DTL_SEASON_AUTUMN &&
        f->meaning->season != DTL_SEASON_SPRING)
        return true;
    if (first == 'f' || first == 's') return false;
    word_before(bytes, f->start, word);
    if (f->start && !is_word(SEASON, word) &&
        (starts_with(bytes + f->start, f->end - f->start, "the fall") ||
         (first == 'F' && bytes[f->end - 1] & 32)))
        return false; /* he witnessed the fall; Fall, a former mayor */
    return !follows(bytes, length, f->end, " of") &&
           !follows(bytes, length, f->end, " in");
}

/* "the recent attack": an adjective, not a time; a "recently" that says
 * when is one, but not that of "most recently in May". */
static bool keep_past(const char *bytes, uint32_t length,
                      const dtl_found *f) {
    char word[16];
    word_before(bytes, f->start, word);
    if (!strcmp(word, "most")) return false;
    const bool adverb = bytes[f->end - 1] == 'y';
    (void)length;
    return adverb || (strcmp(word, "the") && strcmp(word, "a"));
}

/* "a man in his 30s" tells an age. */
static bool keep_decade(const char *bytes, const dtl_found *f) {
    char word[16];
    word_before(bytes, f->start, word);
    return !is_word(OWNER, word);
}

/* "about 1990", but "over 1000 miles": a number of something. */
static bool keep_about(const char *bytes, uint32_t length,
                       const dtl_found *f) {
    (void)bytes;
    (void)length;
    return f->meaning->has != DTL_HAS_YEAR ||
           f->meaning->mod == DTL_MOD_APPROX;
}

/* "future earnings" is no time; "in the future" has its own row. */
static bool keep_future(const char *bytes, uint32_t length,
                        const dtl_found *f) {
    return f->end + 1 >= length || bytes[f->end] != ' ' ||
           !((bytes[f->end + 1] | 32) >= 'a' &&
             (bytes[f->end + 1] | 32) <= 'z') ||
           !(bytes[f->start + 1] & 32); /* MY FUTURE LOOKS: a shout */
}

/* "a year-long 14-day waiting period": only a period that is pointed at. */
static bool keep_period(const char *bytes, uint32_t length,
                        const dtl_found *f) {
    (void)length;
    return memcmp(bytes + f->start, "period", 6) != 0;
}

/* "on the 20th.", but not "the 20th Regiment". */
static bool keep_day(const char *bytes, uint32_t length,
                     const dtl_found *f) {
    char word[16];
    word_before(bytes, f->start, word);
    if (f->start && !is_word(DAY, word)) return false;
    return f->end + 1 >= length || bytes[f->end] != ' ';
}

/* "The Year the Lamps Went Out": a unit that a clause says more about. */
static bool keep_unit(const char *bytes, uint32_t length,
                      const dtl_found *f) {
    char word[16];
    if (length - f->end > 4 && !memcmp(bytes + f->end, " of ", 4) &&
        (bytes[f->end + 4] == '$' || is_digit(bytes[f->end + 4])))
        return true; /* a high for the year of $42 */
    word_behind(bytes, length, f->end, word);
    return !is_word(CLAUSE, word);
}

/* "in '98", but not "Office '98". */
static bool keep_short_year(const char *bytes, uint32_t length,
                            const dtl_found *f) {
    char word[16];
    (void)length;
    word_before(bytes, f->start, word);
    return !f->start || is_word(SHORT_YEAR, word);
}

/* Not "my last day", nor "This Week", the show: capitals in quotation
 * marks. */
static bool keep_deixis(const char *bytes, uint32_t length,
                        const dtl_found *f) {
    char word[16];
    word_before(bytes, f->start, word);
    if (is_word(OWNER, word)) return false;
    const char before = f->start ? bytes[f->start - 1] : ' ';
    const char *blank = memchr(bytes + f->start, ' ', f->end - f->start);
    (void)length;
    if (before != '"' && before != '\'' && before != '`' &&
        (uint8_t)before < 0x80)
        return true;
    return !blank || (bytes[f->start] & 32) || (blank[1] & 32);
}

/* "high noon" is a figure of speech. */
static bool keep_point(const char *bytes, uint32_t length,
                       const dtl_found *f) {
    char word[16];
    (void)length;
    word_before(bytes, f->start, word);
    return strcmp(word, "high") != 0;
}

static bool ends_with(const char *bytes, const dtl_found *f,
                      const char *word) {
    const uint32_t n = (uint32_t)strlen(word);
    return f->end - f->start >= n && !memcmp(bytes + f->end - n, word, n);
}

/* "three quarters of the money", "fell by a quarter": a share of it. */
static bool keep_count(const char *bytes, uint32_t length,
                       const dtl_found *f) {
    const dtl_meaning *m = f->meaning;
    char word[16];
    if (m->count > 1 && ends_with(bytes, f, " Second"))
        return false; /* No. 12 Second baseman */
    if (m->unit != DTL_UNIT_QUARTER || m->vague || m->count > 3) return true;
    word_before(bytes, f->start, word);
    return strcmp(word, "by") && strcmp(word, "of") &&
           !follows(bytes, length, f->end, " of");
}

/* Rules that need a look around; a row is named where it is not sure of
 * itself. The last column: what it is when its check fails. */
static const struct {
    const char *rule;
    bool (*keep)(const char *, uint32_t, const dtl_found *);
    dtl_verdict otherwise;
} checks[] = {
    {"year", keep_year, DTL_FILTER_DROP},
    {"month", keep_month, DTL_FILTER_DROP},
    {"short_year", keep_short_year, DTL_FILTER_DROP},
    {"unit_deixis", keep_deixis, DTL_FILTER_DROP},
    {"season", keep_season, DTL_FILTER_DROP},
    {"season_deixis", keep_season_named, DTL_FILTER_DROP},
    {"part_same", keep_part, DTL_FILTER_DROP},
    {"past", keep_past, DTL_FILTER_DROP},
    {"count_units", keep_count, DTL_FILTER_DROP},
    {"more_than", keep_count, DTL_FILTER_DROP},
    {"about_span", keep_count, DTL_FILTER_DROP},
    {"about_date", keep_about, DTL_FILTER_DROP},
    {"point", keep_point, DTL_FILTER_DROP},
    {"the_unit", keep_unit, DTL_FILTER_DROP},
    {"day_alone", keep_day, DTL_FILTER_DROP},
    {"future_bare", keep_future, DTL_FILTER_TOLD},
    {"the_quarter", keep_period, DTL_FILTER_DROP},
};

/* "the day" and "the hour" say too little. */
static bool is_outer(uint8_t unit) {
    return unit == DTL_UNIT_WEEK || unit == DTL_UNIT_MONTH ||
           unit == DTL_UNIT_YEAR;
}

/* What the meaning alone rules out. */
static bool is_plausible(const dtl_meaning *m) {
    if (m->shape != DTL_SHAPE_DATE && m->unit == DTL_UNIT_SECOND &&
        m->count <= 1)
        return false; /* "a second term", "per second" */
    if (!strcmp(m->rule, "unit_deixis") && m->unit < DTL_UNIT_HOUR)
        return false; /* "this second term", "at the last minute" */
    if (!strcmp(m->rule, "the_year") && m->year < 100)
        return false; /* "year 3 of the plan" */
    if (!strcmp(m->rule, "the_unit")) return is_outer(m->unit);
    if (!strcmp(m->rule, "bare_units")) return m->unit != DTL_UNIT_QUARTER;
    if (!strcmp(m->rule, "count_units_old"))
        return m->unit != DTL_UNIT_YEAR; /* the age of a person */
    return true;
}

/* "http://example.org/August-Issue-1-2012": the name of a page. */
static bool is_in_address(const char *bytes, const dtl_found *f) {
    enum { LONGEST = 256 };
    uint32_t at = f->start;
    if (!at || bytes[at - 1] == ' ') return false;
    for (unsigned k = 0; k < LONGEST && at > 0; k++, at--) {
        const char c = bytes[at - 1];
        if (c == ' ' || c == '\n' || c == '\t') return false;
        if (c == '/' && at > 2 && bytes[at - 2] == '/' && bytes[at - 3] == ':')
            return true;
    }
    return false;
}

/* "yr", "min": alone these are other words or names. */
static bool is_short(const char *bytes, const dtl_found *f) {
    const uint32_t length = f->end - f->start;
    return !strcmp(f->meaning->rule, "casual_unit") && length <= 3 &&
           !starts_with(bytes + f->start, length, "day");
}

dtl_verdict dtl_filter(const char *bytes, uint32_t length,
                       const dtl_found *f) {
    enum { MESSAGE = 240 };
    if (!is_plausible(f->meaning)) return DTL_FILTER_DROP;
    if (f->start && bytes[f->start - 1] == '#') return DTL_FILTER_DROP;
    if (f->meaning->has & DTL_HAS_DECADE && !keep_decade(bytes, f))
        return DTL_FILTER_DROP;
    if (is_in_address(bytes, f)) return DTL_FILTER_DROP;
    if (f->meaning->casual && length <= MESSAGE && !is_short(bytes, f))
        return DTL_FILTER_KEEP;
    if (f->meaning->casual)
        return f->meaning->part == DTL_PART_NIGHT ? DTL_FILTER_TOLD
                                                  : DTL_FILTER_DROP;
    const dtl_verdict good =
        f->meaning->told ? DTL_FILTER_TOLD : DTL_FILTER_KEEP;
    for (size_t i = 0; i < sizeof checks / sizeof checks[0]; i++)
        if (!strcmp(f->meaning->rule, checks[i].rule))
            return checks[i].keep(bytes, length, f) ? good
                                                    : checks[i].otherwise;
    return good;
}
