/* write.c - writes the built terms as C, for the library to be made of.
 *
 *     dateline-tables > terms_data.c
 *
 * The same rows give the same bytes. */
#include <inttypes.h>
#include <stdio.h>

#include "timeparse/tables/build.h"

static void write_numbers(const char *name, const uint16_t *numbers,
                          size_t count) {
    printf("static const uint16_t %s[] = {", name);
    for (size_t i = 0; i < count; i++)
        printf("%s%u,", i % 16 ? "" : "\n    ", numbers[i]);
    printf("\n};\n");
}

static void write_lengths(const uint32_t *lengths) {
    printf("static const uint32_t lengths[] = {");
    for (size_t i = 0; i < DTL_TERMS_PAIRS; i++)
        printf("%s%" PRIu32 ",", i % 8 ? "" : "\n    ", lengths[i]);
    printf("\n};\n");
}

static void write_classes(const dtl_classes *classes) {
    printf("{{UINT64_C(0x%" PRIx64 "), UINT64_C(0x%" PRIx64 ")}}",
           classes->bits[0], classes->bits[1]);
}

static void write_entries(const dtl_tables *t) {
    printf("static const dtl_token_entry entries[] = {\n"
           "    {{0, 0}, 0, 0, 0, 0, 0},\n");
    for (uint16_t i = 1; i < t->entry_count; i++) {
        const dtl_token_entry *e = &t->entries[i];
        printf("    {{UINT64_C(0x%" PRIx64 "), UINT64_C(0x%" PRIx64 ")}, "
               "%u, %u, %u, %u, %" PRId32 "},\n",
               e->key.low, e->key.high, e->flags, e->class_, e->word, e->next,
               e->value);
    }
    printf("};\n");
}

static void write_patterns(const dtl_tables *t) {
    printf("static const dtl_pattern patterns[] = {\n");
    for (uint16_t i = 0; i < dtl_rows_count(); i++)
        printf("    {%u, %u},\n", t->patterns[i].first, t->patterns[i].count);
    printf("};\nstatic const dtl_place places[] = {\n");
    for (uint16_t i = 0; i < t->place_count; i++) {
        const dtl_place *p = &t->places[i];
        printf("    {");
        write_classes(&p->classes);
        printf(", %u, %u, %d, %d, %d},\n", p->words, p->word_count,
               p->optional, p->around, p->split);
    }
    printf("};\n");
}

static void write_starts(const char *name, const dtl_starts *starts) {
    char from[32], rows[32];
    const uint32_t count = DTL_LEVEL_END * starts->width;
    snprintf(from, sizeof from, "%s_from", name);
    snprintf(rows, sizeof rows, "%s_rows", name);
    write_numbers(from, starts->from, count);
    write_numbers(rows, starts->rows, (size_t)starts->from[count - 1] + 1);
}

int main(void) {
    dtl_arena arena;
    dtl_arena_init(&arena, NULL, NULL);
    const dtl_tables *t = dtl_tables_build(&arena, NULL);
    if (!t || t->fault) {
        fprintf(stderr, "dateline-tables: %s\n", t ? t->fault : "no memory");
        return 1;
    }
    printf("/* Made by timeparse/tables/write.c: do not edit. */\n"
           "#include \"timeparse/terms.h\"\n");
    write_entries(t);
    write_numbers("slots", t->slots, DTL_TERMS_SLOTS);
    write_lengths(t->lengths);
    write_patterns(t);
    write_numbers("words", t->words, t->word_count + 1u);
    write_starts("class", &t->terms.by_class);
    write_starts("word", &t->terms.by_word);
    printf("static const dtl_terms english = {\n    entries, slots, lengths, ");
    write_classes(&t->terms.triggers);
    printf(",\n    patterns, places, words,\n    {class_from, class_rows, %u}, "
           "{word_from, word_rows, %u},\n    {",
           t->terms.by_class.width, t->terms.by_word.width);
    for (unsigned level = 0; level < DTL_LEVEL_END; level++) {
        write_classes(&t->terms.begin[level]);
        printf(", ");
    }
    printf("}};\n\nconst dtl_terms *dtl_terms_english(void) "
           "{ return &english; }\n");
    dtl_arena_free(&arena);
    return ferror(stdout) || fflush(stdout) ? 1 : 0;
}
