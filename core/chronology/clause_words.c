/* clause_words.c - whether clause_words.def has a word as one of a kind. */
#include <string.h>

#include "core/chronology/clause.h"

bool dtl_clause_lists(dtl_clause_words kind, const char *lemma) {
    static const struct {
        dtl_clause_words kind;
        const char *lemma;
    } rows[] = {
#define WORD(kind_, lemma_, example, headline) {DTL_WORDS_##kind_, lemma_},
#include "core/chronology/clause_words.def"
#undef WORD
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (rows[i].kind == kind && strcmp(rows[i].lemma, lemma) == 0)
            return true;
    return false;
}
