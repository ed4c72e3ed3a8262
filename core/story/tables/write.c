/* write.c - reads all tables of names and writes them as C with one hash over
 * them, for the library to be made of.
 *
 *     dateline-names > names_data.c
 *
 * The same rows give the same bytes. */
#include <stdio.h>
#include <string.h>

#include "core/story/gazetteer.h"
#include "core/story/key.h"

typedef struct {
    const char *name, *adjective, *people, *capital;
} country;

static const country countries[] = {
#define COUNTRY(name_, adjective_, people_, capital_)                         \
    {name_, adjective_, people_, capital_},
#include "core/story/demonyms.def"
};

/* Phrases of a table, separated by "|". */
typedef struct {
    uint32_t kinds;
    const char *phrases;
    const char *value; /* country or full name */
    char gender;
} line;

static const line lines[] = {
#define ALSO(phrases_, country_) {DTL_GAZ_COUNTRY, phrases_, country_, 0},
#include "core/story/demonyms.def"
#define PLACE(phrases_) {DTL_GAZ_PLACE, phrases_, NULL, 0},
#define PLACE_HEAD(word_, example_) {DTL_GAZ_PLACE_HEAD, word_, NULL, 0},
#define PLACE_FIRST(word_, example_) {DTL_GAZ_PLACE_FIRST, word_, NULL, 0},
#define PLACE_SIDE(word_, example_) {DTL_GAZ_SIDE, word_, NULL, 0},
#include "core/story/places.def"
#define THING(phrases_) {DTL_GAZ_NAMED, phrases_, NULL, 0},
#define THING_HEAD(word_, example_) {DTL_GAZ_NAMED_HEAD, word_, NULL, 0},
#include "core/story/things.def"
#define BODY(full_, also_)                                                    \
    {DTL_GAZ_BODY, full_, full_, 0}, {DTL_GAZ_BODY, also_, full_, 0},
#define BODIES(names_) {DTL_GAZ_BODY, names_, NULL, 0},
#define BODY_HEAD(word_, example_) {DTL_GAZ_BODY_HEAD, word_, NULL, 0},
#define BODY_END(word_, example_) {DTL_GAZ_BODY_END, word_, NULL, 0},
#include "core/story/organizations.def"
#define TITLE(phrase_, example_) {DTL_GAZ_TITLE, phrase_, NULL, 0},
#define OFFICE(phrase_, example_)                                             \
    {DTL_GAZ_TITLE | DTL_GAZ_OFFICE, phrase_, NULL, 0},
#define HONORIFIC(phrase_, gender_, example_)                                 \
    {DTL_GAZ_HONORIFIC, phrase_, NULL, gender_},
#define PREFIX(phrase_, example_) {DTL_GAZ_PREFIX, phrase_, NULL, 0},
#include "core/story/titles.def"
#define NOUN(phrases_, kinds_, example_) {kinds_, phrases_, NULL, 0},
#define SPEECH(phrases_, example_) {DTL_GAZ_SPEECH, phrases_, NULL, 0},
#define HE(phrases_) {0, phrases_, NULL, 'm'},
#define SHE(phrases_) {0, phrases_, NULL, 'f'},
#include "core/story/nominals.def"
#define NAMES(gender_, phrases_) {DTL_GAZ_FIRST, phrases_, NULL, gender_},
#define FAMILIES(phrases_) {DTL_GAZ_FAMILY, phrases_, NULL, 0},
#include "core/story/first_names.def"
};

typedef struct {
    dtl_key_index index;
    DTL_LIST(dtl_gaz_row) rows; /* as the index has its entries */
} tables;

static void add(tables *t, dtl_arena *arena, const char *phrase,
                size_t length, const dtl_gaz_row *more) {
    const dtl_key_entry *entry =
        dtl_key_find(&t->index, DTL_GAZ_ROOM, phrase, length);
    dtl_gaz_row *row;
    if (entry) {
        row = &t->rows.items[entry->values[0]];
    } else {
        row = DTL_PUSH(arena, &t->rows);
        if (!row) return;
        dtl_key_add(arena, &t->index, DTL_GAZ_ROOM, phrase, length,
                    (int32_t)t->rows.count - 1);
    }
    row->kinds |= more->kinds;
    if (!row->country) row->country = more->country;
    if (!row->full) row->full = more->full;
    if (!row->gender) row->gender = more->gender;
}

static void add_phrases(tables *t, dtl_arena *arena, const char *phrases,
                        const dtl_gaz_row *row) {
    while (*phrases) {
        const size_t length = strcspn(phrases, "|");
        if (length) add(t, arena, phrases, length, row);
        phrases += length + (phrases[length] != 0);
    }
}

static void add_country(tables *t, dtl_arena *arena, const country *c) {
    const struct {
        uint32_t kind;
        const char *phrases;
    } parts[] = {{DTL_GAZ_COUNTRY, c->name},
                 {DTL_GAZ_ADJECTIVE, c->adjective},
                 {DTL_GAZ_PEOPLE, c->people},
                 {DTL_GAZ_CAPITAL, c->capital}};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        const dtl_gaz_row row = {.kinds = parts[i].kind, .country = c->name};
        add_phrases(t, arena, parts[i].phrases, &row);
    }
}

static void add_line(tables *t, dtl_arena *arena, const line *l) {
    const dtl_gaz_row row = {
        .kinds = l->kinds,
        .country = l->kinds & DTL_GAZ_COUNTRY ? l->value : NULL,
        .full = l->kinds & DTL_GAZ_BODY ? l->value : NULL,
        .gender = l->gender};
    add_phrases(t, arena, l->phrases, &row);
}

static bool read_all(tables *t, dtl_arena *arena) {
    for (size_t i = 0; i < sizeof countries / sizeof *countries; i++)
        add_country(t, arena, &countries[i]);
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        add_line(t, arena, &lines[i]);
    return !arena->failed && t->rows.count < UINT16_MAX;
}

/* As a string of C; three digits an escape, so that none runs on. */
static void write_string(const char *bytes, size_t length) {
    putchar('"');
    for (size_t i = 0; i < length; i++) {
        const unsigned char byte = (unsigned char)bytes[i];
        if (byte < ' ' || byte > '~' || byte == '"' || byte == '\\')
            printf("\\%03o", byte);
        else putchar(byte);
    }
    putchar('"');
}

static void write_text(const char *text) {
    if (text) write_string(text, strlen(text));
    else printf("0");
}

static void write_phrases(const tables *t) {
    printf("static const char bytes[] =");
    for (uint32_t i = 0; i < t->index.entries.count; i++) {
        const dtl_key_entry *e = &t->index.entries.items[i];
        printf("\n    ");
        write_string(e->bytes, e->length);
    }
    printf(";\nstatic const dtl_gaz_phrase phrases[] = {\n");
    uint32_t at = 0;
    for (uint32_t i = 0; i < t->index.entries.count; i++) {
        const dtl_key_entry *e = &t->index.entries.items[i];
        printf("    {%u, %u, %u},\n", at, e->length, e->hash >> 16);
        at += e->length;
    }
    printf("};\n");
}

static void write_rows(const tables *t) {
    printf("static const dtl_gaz_row rows[] = {\n");
    for (uint32_t i = 0; i < t->rows.count; i++) {
        const dtl_gaz_row *row = &t->rows.items[i];
        printf("    {%uu, ", row->kinds);
        write_text(row->country);
        printf(", ");
        write_text(row->full);
        printf(", %d},\n", row->gender);
    }
    printf("};\n");
}

/* Half of the slots are taken at most. */
static void write_slots(const tables *t, dtl_arena *arena) {
    uint32_t size = 64;
    while (size < 2 * t->index.entries.count) size *= 2;
    uint16_t *slots = dtl_arena_array(arena, size, sizeof *slots);
    if (!slots) return;
    memset(slots, 0, size * sizeof *slots);
    for (uint32_t i = 0; i < t->index.entries.count; i++) {
        uint32_t at = t->index.entries.items[i].hash & (size - 1);
        while (slots[at]) at = (at + 1) & (size - 1);
        slots[at] = (uint16_t)(i + 1);
    }
    printf("static const uint16_t slots[] = {");
    for (uint32_t i = 0; i < size; i++)
        printf("%s%u,", i % 12 ? " " : "\n    ", slots[i]);
    printf("\n};\nconst dtl_gazetteer dtl_gazetteer_english = {\n"
           "    bytes, phrases, rows, slots, %uu};\n", size);
}

int main(void) {
    dtl_arena arena;
    tables t = {0};
    dtl_arena_init(&arena, NULL, NULL);
    if (!read_all(&t, &arena)) {
        fprintf(stderr, "dateline-names: no memory, or too many names\n");
        return 1;
    }
    printf("/* Made by core/story/tables/write.c: do not edit. */\n"
           "#include \"core/story/gazetteer.h\"\n");
    write_phrases(&t);
    write_rows(&t);
    write_slots(&t, &arena);
    const bool failed = arena.failed;
    dtl_arena_free(&arena);
    return failed || ferror(stdout) || fflush(stdout) ? 1 : 0;
}
