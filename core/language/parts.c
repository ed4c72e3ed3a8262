/* parts.c - looks rows of wordparts.def and abbreviations.def up. */
#include "core/language/parts.h"

#include <string.h>

static const dtl_part parts[] = {
#define ROW(kind, form, cut) {form, sizeof(form) - 1, kind, cut},
#define CONTRACTION(form, cut, text, words) ROW(DTL_PART_CONTRACTION, form, cut)
#define PREFIX(form, text, words) ROW(DTL_PART_PREFIX, form, 0)
#define SUFFIX(form, text, words) ROW(DTL_PART_SUFFIX, form, 0)
#define UNIT(form, text, words) ROW(DTL_PART_UNIT, form, 0)
#define DOMAIN(form, text, words) ROW(DTL_PART_DOMAIN, form, 0)
#define SLASHED(form, text, words) ROW(DTL_PART_SLASHED, form, 0)
#define SHORTENED(form, text, words) ROW(DTL_PART_SHORTENED, form, 0)
#define SMILEY(form, text, words) ROW(DTL_PART_SMILEY, form, 0)
#define CLITIC(form, text, words) ROW(DTL_PART_CLITIC, form, 0)
#include "core/language/wordparts.def"
};

static const struct {
    const char *form;
    uint8_t length, kind;
} abbreviations[] = {
#define ABBREVIATION(form, kind, text)                                        \
    {form, sizeof(form) - 1, DTL_ABBREVIATION_##kind},
#include "core/language/abbreviations.def"
};

static const struct {
    const char *form;
    uint8_t length, single;
} starters[] = {
#define STARTER(form, single) {form, sizeof(form) - 1, single},
#include "core/language/starters.def"
#undef STARTER
};

static bool same_letter(char text, char row) {
    if (text == row) return true;
    return row >= 'a' && row <= 'z' && text == row - 32;
}

/* Whether the text at [at, end) is the row; a capital in the row wants one
 * in the text, but for the letters behind the first: "CORP" is "Corp". */
bool dtl_parts_is(const char *text, const char *form, size_t length) {
    for (size_t i = 0; i < length; i++)
        if (!same_letter(text[i], form[i])) return false;
    return true;
}

const dtl_part *dtl_parts_find(dtl_part_kind kind, const char *text,
                             size_t length) {
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (parts[i].length == length && parts[i].kind == kind &&
            dtl_parts_is(text, parts[i].form, length))
            return &parts[i];
    return NULL;
}

dtl_abbreviation dtl_parts_abbreviation(const char *text, size_t length) {
    for (size_t i = 0; i < sizeof abbreviations / sizeof *abbreviations;
         i++)
        if (abbreviations[i].length == length &&
            dtl_parts_is(text, abbreviations[i].form, length))
            return (dtl_abbreviation)abbreviations[i].kind;
    return DTL_ABBREVIATION_NONE;
}

bool dtl_parts_starter(const char *text, size_t length, bool single) {
    for (size_t i = 0; i < sizeof starters / sizeof *starters; i++)
        if (starters[i].length == length &&
            memcmp(starters[i].form, text, length) == 0)
            return starters[i].single || !single;
    return false;
}
