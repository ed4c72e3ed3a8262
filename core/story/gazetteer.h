/* gazetteer.h - what words and phrases say about names: the .def tables of
 * this room behind one look-up.
 *
 *     demonyms.def       countries: name, adjective, people, capital
 *     places.def         cities and regions, words that end or open a place
 *     organizations.def  known bodies, words that end or open a body's name
 *     titles.def         offices, ranks, honorifics, what stands before them
 *     things.def         what has a name and is none of these
 *     nominals.def       common nouns that can act
 *     first_names.def    given names, and family names that come first */
#ifndef DTL_GAZETTEER_H
#define DTL_GAZETTEER_H

#include "core/base/arena.h"
#include <stddef.h>
#include <stdint.h>

typedef enum {
    DTL_GAZ_COUNTRY = 1 << 0,   /* France, U.K. */
    DTL_GAZ_ADJECTIVE = 1 << 1, /* French */
    DTL_GAZ_PEOPLE = 1 << 2,    /* Frenchmen */
    DTL_GAZ_CAPITAL = 1 << 3,   /* Paris */
    DTL_GAZ_PLACE = 1 << 4,     /* Osaka */
    DTL_GAZ_PLACE_HEAD = 1 << 5,/* ... River, Gulf of ... */
    DTL_GAZ_BODY = 1 << 6,      /* NATO */
    DTL_GAZ_BODY_HEAD = 1 << 7, /* ... University, Bank of ... */
    DTL_GAZ_BODY_END = 1 << 8,  /* ... Inc. */
    DTL_GAZ_TITLE = 1 << 9,     /* President, foreign minister */
    DTL_GAZ_OFFICE = 1 << 10,   /* a title that one holds at a time */
    DTL_GAZ_HONORIFIC = 1 << 11,/* Mr. */
    DTL_GAZ_PREFIX = 1 << 12,   /* what stands before a title: Vice */
    DTL_GAZ_FIRST = 1 << 13,    /* Antony */
    DTL_GAZ_FAMILY = 1 << 14,   /* Wang, which stands first */
    DTL_GAZ_PERSON = 1 << 15,   /* common nouns: official */
    DTL_GAZ_PEOPLES = 1 << 16,  /* troops */
    DTL_GAZ_COMPANY = 1 << 17,  /* company, agency */
    DTL_GAZ_TERRITORY = 1 << 18,/* country, city */
    DTL_GAZ_THING = 1 << 19,    /* warship: acts, but is none of these */
    DTL_GAZ_SPEECH = 1 << 20,   /* verbs whose subject is a person or body */
    DTL_GAZ_STATE = 1 << 21,    /* a common noun for a whole government */
    DTL_GAZ_NAMED = 1 << 22,    /* World Cup: a name of none of these */
    DTL_GAZ_NAMED_HEAD = 1 << 23,/* ... Prize, Treaty of ... */
    DTL_GAZ_SIDE = 1 << 24,     /* Northern, which opens a place's name */
    DTL_GAZ_PLACE_FIRST = 1 << 25 /* Lake ... */
} dtl_gaz_kind;

/* What the tables say of one word or phrase. */
typedef struct {
    uint32_t kinds;
    const char *country; /* COUNTRY, ADJECTIVE, PEOPLE, CAPITAL: its name */
    const char *full;    /* BODY: its full name; NULL: the phrase itself */
    char gender;         /* 'm', 'f' or 0 */
} dtl_gaz_row;

/* A word or phrase of the tables. */
typedef struct {
    uint32_t at; /* of its bytes */
    uint16_t length;
    uint16_t check; /* the high half of its hash */
} dtl_gaz_phrase;

/* All tables, made while the library is built. A slot is the number of a
 * phrase and of its row, from 1; its place is the phrase's hash in
 * DTL_GAZ_ROOM, or the next that was free. */
typedef struct {
    const char *bytes;
    const dtl_gaz_phrase *phrases;
    const dtl_gaz_row *rows;
    const uint16_t *slots; /* 0: free */
    uint32_t slot_count;   /* a power of two */
} dtl_gazetteer;

#define DTL_GAZ_ROOM 'g'

extern const dtl_gazetteer dtl_gazetteer_english;

/* What is known of the phrase; a row without kinds when nothing is. Never
 * NULL. */
const dtl_gaz_row *dtl_gazetteer_find(const char *bytes, size_t length);

#endif
