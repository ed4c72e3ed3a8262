/* lemma.c - how many lemmas are right, given a treebank's tags.
 *
 *     accuracy_lemma [--errors] FILE.conllu...
 *
 * Prints the share of equal lemmas, and of those equal but for case (the
 * treebanks keep or mend the case of careless writing as it comes).
 * Words of multiword tokens count, empty nodes do not; where the treebank
 * gives no lemma ("_") any is right, as in the CoNLL 2018 shared task. */
#include <stdio.h>
#include <string.h>

#include "core/language/chars.h"
#include "core/language/language.h"
#include "core/language/lemma.h"

static dtl_pos pos_of(const char *name) {
    for (int i = 0; i < DTL_POS_COUNT; i++)
        if (strcmp(name, dtl_language_pos_name((dtl_pos)i)) == 0)
            return (dtl_pos)i;
    return DTL_POS_X;
}

static dtl_tag tag_of(const char *name) {
    for (int i = 1; i < DTL_TAG_COUNT; i++)
        if (strcmp(name, dtl_language_tag_name((dtl_tag)i)) == 0)
            return (dtl_tag)i;
    return DTL_TAG_NONE;
}

static int fields_of(char *line, char *fields[10]) {
    int count = 0;
    for (char *at = line; at && count < 10; count++) {
        fields[count] = at;
        at = strchr(at, '\t');
        if (at) *at++ = 0;
    }
    return count;
}

static bool is_alike(const char *a, const char *b) {
    char x[512], y[512];
    return dtl_chars_lower(a, strlen(a), x, sizeof x - 1) &&
           dtl_chars_lower(b, strlen(b), y, sizeof y - 1) &&
           strcmp(x, y) == 0;
}

static double percent(long part, long whole) {
    return whole ? 100.0 * (double)part / (double)whole : 0;
}

static int run(const char *path, bool errors) {
    static char line[1 << 16];
    long words = 0, right = 0, alike = 0;
    dtl_arena arena;
    dtl_arena_init(&arena, NULL, NULL);
    FILE *file = fopen(path, "r");
    if (!file) {
        fprintf(stderr, "%s: cannot be read\n", path);
        return 1;
    }
    while (fgets(line, sizeof line, file)) {
        char *f[10];
        if (*line == '#' || fields_of(line, f) != 10) continue;
        if (f[0][strspn(f[0], "0123456789")]) continue;
        const char *lemma = dtl_lemma_find(&arena, f[1], strlen(f[1]),
                                           pos_of(f[3]), tag_of(f[4]));
        words++;
        if (!lemma) return 1;
        const bool same = strcmp(lemma, f[2]) == 0 || strcmp(f[2], "_") == 0;
        alike += same || is_alike(lemma, f[2]);
        if (same) right++;
        else if (errors)
            printf("%s %s %s\t%s\t%s\n", f[1], f[3], f[4], f[2], lemma);
    }
    fclose(file);
    dtl_arena_free(&arena);
    const char *name = strrchr(path, '/');
    printf("%-22s lemma %6.2f  but for case %6.2f  (%ld)\n",
           name ? name + 1 : path, percent(right, words),
           percent(alike, words), words);
    return 0;
}

int main(int count, char **arguments) {
    bool errors = false;
    int status = 0;
    for (int i = 1; i < count; i++)
        if (strcmp(arguments[i], "--errors") == 0) errors = true;
        else status |= run(arguments[i], errors);
    return status;
}
