/* clause_past.c - the past tense of English verbs: a table of the irregular
 * ones, spelling rules for the rest. */
#include <stdio.h>
#include <string.h>

#include "core/chronology/clause.h"

typedef struct {
    const char *lemma, *past;
} past_row;

static bool is_vowel(char c) { return c && strchr("aeiou", c) != NULL; }

/* One syllable that ends in consonant, vowel, consonant: "stop". */
static bool doubles(const char *lemma, size_t length) {
    if (length < 3) return false;
    const char *end = lemma + length;
    if (is_vowel(end[-1]) || strchr("wxy", end[-1])) return false;
    if (!is_vowel(end[-2]) || is_vowel(end[-3])) return false;
    int vowels = 0;
    for (const char *at = lemma; at < end; at++) vowels += is_vowel(*at);
    return vowels == 1;
}

static void regular(const char *lemma, char *out, size_t size) {
    const size_t length = strlen(lemma);
    const char last = length ? lemma[length - 1] : 0;
    if (last == 'e') snprintf(out, size, "%sd", lemma);
    else if (last == 'y' && length > 1 && !is_vowel(lemma[length - 2]))
        snprintf(out, size, "%.*sied", (int)length - 1, lemma);
    else if (doubles(lemma, length))
        snprintf(out, size, "%s%ced", lemma, last);
    else snprintf(out, size, "%sed", lemma);
}

void dtl_form_past(const char *lemma, char *out, size_t size) {
    static const past_row rows[] = {
#define PAST(lemma_, past_) {lemma_, past_},
#include "core/chronology/clause_past.def"
#undef PAST
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (strcmp(rows[i].lemma, lemma) != 0) continue;
        snprintf(out, size, "%s", rows[i].past);
        return;
    }
    regular(lemma, out, size);
}
