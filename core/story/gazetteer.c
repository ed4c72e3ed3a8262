/* gazetteer.c - the tables of names behind one hash.
 *
 * It is built once a source, in the document's memory: some 8000 keys, a
 * millisecond or two, and no state that outlives the document. */
#include "core/story/gazetteer.h"

#include <string.h>

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

static void add(dtl_gazetteer *gazetteer, dtl_arena *arena,
                const char *phrase, size_t length, const dtl_gaz_row *more) {
    const dtl_key_entry *entry =
        dtl_key_find(&gazetteer->index, 'g', phrase, length);
    dtl_gaz_row *row;
    if (entry) {
        row = &gazetteer->rows.items[entry->values[0]];
    } else {
        row = DTL_PUSH(arena, &gazetteer->rows);
        if (!row) return;
        dtl_key_add(arena, &gazetteer->index, 'g', phrase, length,
                    (int32_t)gazetteer->rows.count - 1);
    }
    row->kinds |= more->kinds;
    if (!row->country) row->country = more->country;
    if (!row->full) row->full = more->full;
    if (!row->gender) row->gender = more->gender;
}

static void add_phrases(dtl_gazetteer *gazetteer, dtl_arena *arena,
                        const char *phrases, const dtl_gaz_row *row) {
    while (*phrases) {
        const size_t length = strcspn(phrases, "|");
        if (length) add(gazetteer, arena, phrases, length, row);
        phrases += length + (phrases[length] != 0);
    }
}

static void add_country(dtl_gazetteer *gazetteer, dtl_arena *arena,
                        const country *c) {
    const struct {
        uint32_t kind;
        const char *phrases;
    } parts[] = {{DTL_GAZ_COUNTRY, c->name},
                 {DTL_GAZ_ADJECTIVE, c->adjective},
                 {DTL_GAZ_PEOPLE, c->people},
                 {DTL_GAZ_CAPITAL, c->capital}};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        const dtl_gaz_row row = {.kinds = parts[i].kind, .country = c->name};
        add_phrases(gazetteer, arena, parts[i].phrases, &row);
    }
}

static void add_line(dtl_gazetteer *gazetteer, dtl_arena *arena,
                     const line *l) {
    const dtl_gaz_row row = {
        .kinds = l->kinds,
        .country = l->kinds & DTL_GAZ_COUNTRY ? l->value : NULL,
        .full = l->kinds & DTL_GAZ_BODY ? l->value : NULL,
        .gender = l->gender};
    add_phrases(gazetteer, arena, l->phrases, &row);
}

const dtl_gazetteer *dtl_gazetteer_build(dtl_arena *arena) {
    dtl_gazetteer *gazetteer = dtl_arena_alloc(arena, sizeof *gazetteer);
    if (!gazetteer) return NULL;
    for (size_t i = 0; i < sizeof countries / sizeof *countries; i++)
        add_country(gazetteer, arena, &countries[i]);
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        add_line(gazetteer, arena, &lines[i]);
    return arena->failed ? NULL : gazetteer;
}

const dtl_gaz_row *dtl_gazetteer_find(const dtl_gazetteer *gazetteer,
                                      const char *bytes, size_t length) {
    static const dtl_gaz_row nothing;
    const dtl_key_entry *entry =
        dtl_key_find(&gazetteer->index, 'g', bytes, length);
    return entry ? &gazetteer->rows.items[entry->values[0]] : &nothing;
}
