/* test_rows.c - no row of the time tables, nor of the words that decide what
 * a headline keeps, goes unnoticed.
 *
 * tests/spec/rows.txt lists every row's word or name, its example and what
 * that gives: a row that is taken away, or whose example changes, differs
 * from it. After a change that is meant:
 *
 *     build/dev/tests/test_rows --print > tests/spec/rows.txt */
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "timeparse/terms.h"

typedef struct {
    const char *table, *name, *example, *says;
} line;

static const line others[] = {
#define RELATION(word, relation, example)                                     \
    {"relation", word, example, #relation},
#include "timeparse/relations.def"
#define INTENTION(lemma, example) {"intention", lemma, example, "AHEAD"},
#define APPOINTING(lemma, example) {"appointing", lemma, example, "AHEAD"},
#define FIXING(lemma, example) {"fixing", lemma, example, "AHEAD"},
#define OPENER(lemma, side, example) {"opener", lemma, example, #side},
#define STARTING(lemma, example) {"starting", lemma, example, "AHEAD"},
#define SAYING(lemma, example) {"saying", lemma, example, "BEHIND"},
#include "timeparse/tense_words.def"
#define WORD(kind, word, example) {"filter", word, example, #kind},
#include "timeparse/filter_words.def"
#undef WORD
#define WORD(kind, lemma, example, headline)                                  \
    {"headline", #kind " " lemma, example, headline},
#include "core/chronology/clause_words.def"
};

enum { OTHERS = sizeof others / sizeof others[0] };

static uint32_t count_rows(void) {
    return (uint32_t)dtl_word_rows_count() + dtl_rows_count() + OTHERS;
}

static line row(uint32_t i) {
    const uint32_t words = dtl_word_rows_count(), rows = dtl_rows_count();
    if (i < words) {
        const dtl_word_row *w = &dtl_word_rows[i];
        return (line){"word", w->text, w->example, w->said};
    }
    if (i >= words + rows) return others[i - words - rows];
    const dtl_row *r = &dtl_rows[i - words];
    return (line){"pattern", r->name, r->example, r->value};
}

static void write_row(char out[512], const line *l) {
    snprintf(out, 512, "%s\t%s\t%s\t%s\n", l->table, l->name, l->example,
             l->says);
}

enum { LIST_MAX = 2048 };

static char list[LIST_MAX][512];

static uint32_t read_list(FILE *file) {
    uint32_t count = 0;
    while (count < LIST_MAX && fgets(list[count], 512, file)) count++;
    return count;
}

/* Lines of one side that the other does not have. */
static uint32_t compare(uint32_t count) {
    static bool seen[LIST_MAX];
    uint32_t wrong = 0;
    for (uint32_t i = 0; i < count_rows(); i++) {
        char text[512];
        uint32_t k = 0;
        const line l = row(i);
        write_row(text, &l);
        while (k < count && (seen[k] || strcmp(list[k], text))) k++;
        if (k < count)
            seen[k] = true;
        else if (wrong++ < 20)
            printf("not in the list: %s", text);
    }
    for (uint32_t k = 0; k < count; k++)
        if (!seen[k] && wrong++ < 20) printf("no such row:     %s", list[k]);
    return wrong;
}

static void print_rows(void) {
    for (uint32_t i = 0; i < count_rows(); i++) {
        char text[512];
        const line l = row(i);
        write_row(text, &l);
        fputs(text, stdout);
    }
}

int main(int argc, char **argv) {
    if (argc > 1 && !strcmp(argv[1], "--print")) {
        print_rows();
        return 0;
    }
    FILE *file = fopen(DATELINE_ROWS, "r");
    if (!file) {
        printf("%s cannot be read\n", DATELINE_ROWS);
        return 1;
    }
    const uint32_t wrong = compare(read_list(file));
    fclose(file);
    if (wrong)
        printf("%u lines differ; where that is meant:\n"
               "test_rows --print > tests/spec/rows.txt\n", wrong);
    return wrong != 0;
}
