/* place.c - datelines.
 *
 *     PLACE[, Region][, date] [(Agency)|/Agency/|Agency] dash
 *     (Agency) dash [PLACE[, date] dash]
 *
 * An agency, or a place in capitals or with a date and a dash behind it,
 * makes a dateline; capitals alone do not: headings are in capitals too. */
#include "core/read/place.h"

#include <string.h>
#include <unicode/uchar.h>

typedef struct {
    const char *name, *example, *place;
} agency_row;

static const agency_row agencies[] = {
#define AGENCY(name, example, place) {name, example, place},
#define LABEL(word)
#define SMALL(word)
#include "core/read/dateline.def"
#undef AGENCY
#undef LABEL
};

static const char *const labels[] = {
#define AGENCY(name, example, place)
#define LABEL(word) word,
#include "core/read/dateline.def"
#undef LABEL
#undef SMALL
};

static const char *const small_words[] = {
#define LABEL(word)
#define SMALL(word) word,
#include "core/read/dateline.def"
};

#define COUNT(array) (sizeof(array) / sizeof(array)[0])
#define MOST_WORDS 6     /* of a place's name */
#define MOST_AGENCY 40   /* bytes between brackets */

/* ---- the place ---------------------------------------------------------- */

typedef struct {
    int words, capitals; /* of the part before the first comma */
    bool slash;
} shape;

static bool is_word_char(uint32_t point) {
    return u_isalpha((UChar32)point) || point == '.' || point == '\'' ||
           point == 0x2019 || point == '-' || point == '/';
}

/* A word of a name: starts with a capital. Says whether it is all capitals.
 * A hyphen or slash inside joins: "GUINEA-BISSAU", "New Delhi/Mumbai". */
static bool take_name(dtl_cursor *cursor, bool *all_capitals, shape *seen) {
    size_t at = cursor->at, last = at;
    bool lower = false, letters = false;
    while (at < cursor->end) {
        const size_t here = at;
        const uint32_t point = dtl_utf8_next(cursor->s, cursor->end, &at);
        if (!is_word_char(point)) break;
        if (here == cursor->at && !u_isupper((UChar32)point)) return false;
        if (point == '-' && (at >= cursor->end ||
                             !dtl_is_letter(cursor->s[at]))) break;
        if (point == '/') seen->slash = true;
        lower |= u_islower((UChar32)point) != 0;
        letters = true;
        last = at;
    }
    *all_capitals = !lower;
    cursor->at = (uint32_t)last;
    return letters;
}

static bool is_small(const char *word, uint32_t length) {
    for (size_t i = 0; i < COUNT(small_words); i++) {
        dtl_cursor c = {word, 0, length};
        if (dtl_scan_phrase(&c, small_words[i]) && c.at == length) return true;
    }
    return false;
}

/* "DAR ES SALAAM", "New York"; ends before a comma, bracket or dash. */
static bool take_part(dtl_cursor *cursor, shape *part) {
    dtl_cursor c = *cursor;
    *part = (shape){0};
    while (part->words < MOST_WORDS) {
        dtl_cursor next = c;
        dtl_scan_space(&next);
        const uint32_t start = next.at;
        const char *word;
        uint32_t length;
        bool capitals = false;
        dtl_cursor small = next;
        if (part->words && dtl_scan_word(&small, &word, &length) &&
            is_small(word, length))
            next = small;
        else if (!take_name(&next, &capitals, part))
            break;
        /* A name ends where a stop is not an abbreviation's: "MOSCOW." */
        part->words++;
        part->capitals += capitals;
        c = next;
        if (next.at - start > 4 && c.s[c.at - 1] == '.' && capitals) {
            c.at--;
            break;
        }
    }
    if (part->words == 0) return false;
    *cursor = c;
    return true;
}

static bool take_known(dtl_cursor *cursor, dtl_span *span) {
    for (size_t i = 0; i < COUNT(agencies); i++) {
        dtl_cursor c = *cursor;
        if (!dtl_scan_phrase(&c, agencies[i].name)) continue;
        *span = (dtl_span){cursor->at, c.at};
        *cursor = c;
        return true;
    }
    return false;
}

/* "SANA -" behind "Damascus, " is no part of the place. */
static bool is_agency_part(dtl_cursor cursor) {
    dtl_span ignored;
    if (!take_known(&cursor, &ignored)) return false;
    dtl_scan_space(&cursor);
    return dtl_scan_dash(&cursor);
}

/* Parts with commas between, as long as they are not a date or agency. */
static bool take_place(dtl_cursor *cursor, bool day_first, shape *first,
                       dtl_span *span) {
    dtl_cursor c = *cursor;
    shape more;
    span->start = c.at;
    if (!take_part(&c, first)) return false;
    span->end = c.at;
    for (int parts = 0; parts < 3; parts++) {
        dtl_cursor next = c;
        dtl_moment ignored;
        if (!dtl_scan_char(&next, ',')) break;
        dtl_scan_space(&next);
        dtl_cursor date = next;
        if (dtl_moment_date(&date, day_first, &ignored)) break;
        if (is_agency_part(next)) break;
        if (!take_part(&next, &more)) break;
        c = next;
        span->end = c.at;
    }
    *cursor = c;
    return true;
}

/* A place in capitals by its looks: "U.S." and "Q" are none. */
static bool is_capital_place(const dtl_cursor *cursor, dtl_span place,
                             const shape *part) {
    int letters = 0, most = 0;
    for (uint32_t i = place.start; i < place.end; i++) {
        const char c = cursor->s[i];
        letters = dtl_is_letter(c) ? letters + 1 : 0;
        if (letters > most) most = letters;
        if (c == ',') break;
    }
    return part->capitals > 0 && part->words <= 4 && most >= 3;
}

static bool is_label(const dtl_cursor *cursor, dtl_span place) {
    const dtl_cursor whole = {cursor->s, place.start, place.end};
    for (size_t i = 0; i < COUNT(labels); i++) {
        dtl_cursor c = whole;
        if (dtl_scan_phrase(&c, labels[i]) && c.at == place.end) return true;
    }
    return false;
}

/* ---- agency and dash ---------------------------------------------------- */

/* "(Nordic Wire)": some other agency, a name of capitalised words. */
static bool take_unknown(dtl_cursor *cursor, dtl_span *span) {
    dtl_cursor c = *cursor;
    shape part;
    if (!take_part(&c, &part) || part.words > 4) return false;
    if (c.at - cursor->at > MOST_AGENCY) return false;
    *span = (dtl_span){cursor->at, c.at};
    *cursor = c;
    return true;
}

/* "(AP)", "/TASS/", "[Reuters]", or a known name alone. */
static bool take_agency(dtl_cursor *cursor, bool with_place, dtl_span *span,
                        bool *known) {
    dtl_cursor c = *cursor;
    dtl_scan_space(&c);
    const char open = dtl_scan_peek(&c);
    const char close = open == '(' ? ')' : open == '/' ? '/' : '\0';
    if (close) {
        c.at++;
        dtl_scan_space(&c);
    }
    *known = take_known(&c, span);
    if (!*known && !(close == ')' && with_place && take_unknown(&c, span)))
        return false;
    dtl_scan_space(&c);
    if (close && !dtl_scan_char(&c, close)) return false;
    *cursor = c;
    return true;
}

/* The dash behind a dateline; `colon` says whether one will do. */
static bool take_dash(dtl_cursor *cursor, bool colon) {
    dtl_cursor c = *cursor;
    dtl_scan_char(&c, '.');
    dtl_scan_space(&c);
    if (!(colon && dtl_scan_char(&c, ':')) && !dtl_scan_dash(&c)) return false;
    *cursor = c;
    return true;
}

/* Whether a sentence starts here, or nothing is left. */
static bool opens_sentence(dtl_cursor cursor) {
    dtl_scan_space(&cursor);
    const char c = dtl_scan_peek(&cursor);
    return cursor.at >= cursor.end || !dtl_is_lower(c);
}

/* ---- the whole ---------------------------------------------------------- */

/* ", June 18", " (June 18)". */
static void take_date(dtl_cursor *cursor, bool day_first,
                      dtl_place_line *line) {
    dtl_cursor c = *cursor;
    if (line->has_date) return;
    if (!dtl_scan_char(&c, ',')) dtl_scan_char(&c, '.');
    dtl_scan_space(&c);
    const bool bracket = dtl_scan_char(&c, '(');
    if (!dtl_moment_date(&c, day_first, &line->date)) return;
    if (bracket && !dtl_scan_char(&c, ')')) return;
    line->has_date = true;
    *cursor = c;
}

/* "[India]" between the place and the date. */
static void skip_country(dtl_cursor *cursor) {
    dtl_cursor c = *cursor;
    shape part;
    dtl_scan_space(&c);
    if (!dtl_scan_char(&c, '[') || !take_part(&c, &part)) return;
    if (dtl_scan_char(&c, ']')) *cursor = c;
}

/* ", June 18 (Reuters)", ". /TASS/", "--(BUSINESS WIRE)", and a date behind
 * the agency: " / ACCESSWIRE / June 18, 2023 /". */
static bool take_wire(dtl_cursor *cursor, bool day_first,
                      dtl_place_line *line, bool *known) {
    dtl_cursor c = *cursor;
    take_dash(&c, false);
    if (!dtl_scan_char(&c, ',')) dtl_scan_char(&c, '.');
    if (!take_agency(&c, true, &line->agency, known)) {
        line->agency = (dtl_span){0};
        return false;
    }
    take_date(&c, day_first, line);
    dtl_scan_space(&c);
    dtl_scan_char(&c, '/');
    *cursor = c;
    return true;
}

/* Place, date, agency and dash, in the order that most agencies use. */
static bool take_usual(dtl_cursor *cursor, bool day_first, bool first,
                       dtl_place_line *line) {
    dtl_cursor c = *cursor;
    shape part;
    bool known = false;
    if (!take_place(&c, day_first, &part, &line->place)) return false;
    skip_country(&c);
    take_date(&c, day_first, line);
    const bool agency = take_wire(&c, day_first, line, &known);
    const bool capitals = is_capital_place(&c, line->place, &part) &&
                          !is_label(&c, line->place);
    const bool sure = line->has_date || (agency && (known || capitals));
    const bool dash = take_dash(&c, sure || capitals);
    if (!dash && !(agency && line->has_date)) return false;
    if (!first && !(agency && capitals)) return false;
    if (!sure && !(capitals && opens_sentence(c))) return false;
    if (!dash) dtl_scan_char(&c, '.');
    *cursor = c;
    return true;
}

/* "(CNN) -", "(CNN) Dockers ...", "(ANSA) - ROME, JUN 18 -". */
static bool take_agency_first(dtl_cursor *cursor, bool day_first,
                              dtl_place_line *line) {
    dtl_cursor c = *cursor;
    bool known = false;
    if (dtl_scan_peek(&c) != '(' && dtl_scan_peek(&c) != '/') return false;
    if (!take_agency(&c, false, &line->agency, &known)) return false;
    if (!take_dash(&c, false) && !opens_sentence(c)) return false;
    const dtl_span agency = line->agency;
    dtl_cursor more = c;
    dtl_scan_space(&more);
    if (take_usual(&more, day_first, true, line)) c = more;
    else *line = (dtl_place_line){0};
    if (line->agency.end == 0) line->agency = agency;
    *cursor = c;
    return true;
}

bool dtl_place_take(dtl_cursor *cursor, bool day_first, bool first,
                    dtl_place_line *line) {
    dtl_cursor c = *cursor;
    *line = (dtl_place_line){0};
    if (!take_usual(&c, day_first, first, line)) {
        *line = (dtl_place_line){0};
        c = *cursor;
        if (!first || !take_agency_first(&c, day_first, line)) return false;
    }
    line->span = (dtl_span){cursor->at, c.at};
    *cursor = c;
    return true;
}

bool dtl_place_agency(dtl_cursor cursor) {
    dtl_span ignored;
    if (!take_known(&cursor, &ignored)) return false;
    return cursor.at == cursor.end || dtl_scan_peek(&cursor) == ')';
}

/* Makes the letters of a word small, all or all but the first, where that
 * keeps their length in UTF-8. */
static void make_small(char *word, uint32_t length, bool all) {
    for (size_t at = 0; at < length;) {
        const size_t here = at;
        char small[4];
        const uint32_t point = dtl_utf8_next(word, length, &at);
        const uint32_t other = (uint32_t)u_tolower((UChar32)point);
        if ((all || here > 0) && dtl_utf8_encode(other, small) == at - here)
            memcpy(word + here, small, at - here);
    }
}

const char *dtl_place_name(dtl_arena *arena, const char *bytes,
                           size_t length) {
    char *name = dtl_arena_string(arena, bytes, length);
    if (!name) return NULL;
    dtl_cursor c = {name, 0, (uint32_t)length};
    while (c.at < c.end) {
        const char *word;
        uint32_t n;
        const uint32_t start = c.at;
        if (!dtl_scan_word(&c, &word, &n)) {
            c.at++;
            continue;
        }
        const bool small = start > 0 && is_small(word, n);
        bool capitals = n > 1;
        for (uint32_t i = 0; i < n; i++)
            if (dtl_is_lower(word[i])) capitals = false;
        if (n == 2 && start > 2 && name[start - 2] == ',') capitals = false;
        if (capitals) make_small(name + start, n, small);
    }
    return name;
}
