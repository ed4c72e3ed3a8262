/* test_read.c - bytes to blocks, head and reference date.
 *
 * Each article is invented. What a test expects is written as the blocks
 * come out: one line each, the kind and the text. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "core/base/limits.h"
#include "core/read/phrase.h"
#include "core/read/read.h"

static dtl_arena arena;
static dtl_source source;
static char out[1 << 16];

static const char *const kinds[] = {
    "BODY",   "TITLE",   "HEADING", "HEADER", "DATELINE", "BYLINE",
    "CAPTION", "CREDIT", "NOTE",    "QUOTE",  "TABLE"};

static void read_bytes(const char *bytes, size_t length,
                       const char *reference) {
    const char *message = NULL;
    const dateline_source_options options = {.reference = reference};
    dtl_arena_free(&arena);
    dtl_arena_init(&arena, NULL, NULL);
    source = (dtl_source){0};
    assert_int_equal(dtl_read_source(&source, &arena, &options, bytes, length,
                                     &message),
                     DATELINE_OK);
    assert_false(arena.failed);
}

static const char *blocks(void) {
    size_t used = 0;
    out[0] = '\0';
    for (uint32_t i = 0; i < source.blocks.count; i++) {
        const dtl_block *b = &source.blocks.items[i];
        used += (size_t)snprintf(out + used, sizeof out - used, "%s %.*s\n",
                                 kinds[b->kind], (int)dtl_length(b->span),
                                 dtl_bytes(&source, b->span));
    }
    return out;
}

static const char *blocks_of(const char *text) {
    read_bytes(text, strlen(text), NULL);
    return blocks();
}

static const char *note(const char *code) {
    for (uint32_t i = 0; i < source.notes.count; i++)
        if (strcmp(source.notes.items[i].code, code) == 0)
            return source.notes.items[i].message;
    return NULL;
}

static const char *reference(void) {
    static const char *const from[] = {"none",     "option", "metadata",
                                       "header",   "dateline", "text"};
    static char text[64];
    snprintf(text, sizeof text, "%d-%02d-%02d %s", (int)source.reference.year,
             source.reference.month, source.reference.day,
             from[source.reference_from]);
    return text;
}

static const char *reference_of(const char *text) {
    read_bytes(text, strlen(text), NULL);
    return reference();
}

/* ---- what articles look like -------------------------------------------- */

static void wire_copy(void **state) {
    (void)state;
    assert_string_equal(
        blocks_of("Port strike ends in Lima\n\n"
                  "By ANA REYES and BO LIND, Nordic Press\n\n"
                  "LIMA, Peru (AP) \xE2\x80\x94 Dockers went back on Friday.\n\n"
                  "\"We won,\" said Luis Paz.\n\n"
                  "WHAT COMES NEXT\n\n"
                  "Talks open Monday. (Reporting by Ana Reyes; Editing by "
                  "Bo Lind)\n\n"
                  "Cora Diaz in Quito contributed to this report.\n"),
        "TITLE Port strike ends in Lima\n"
        "BYLINE By ANA REYES and BO LIND, Nordic Press\n"
        "DATELINE LIMA, Peru (AP) \xE2\x80\x94\n"
        "BODY Dockers went back on Friday.\n"
        "BODY \"We won,\" said Luis Paz.\n"
        "HEADING WHAT COMES NEXT\n"
        "BODY Talks open Monday.\n"
        "CREDIT (Reporting by Ana Reyes; Editing by Bo Lind)\n"
        "CREDIT Cora Diaz in Quito contributed to this report.\n");
    assert_string_equal(source.head.title, "Port strike ends in Lima");
    assert_string_equal(source.head.byline,
                        "ANA REYES and BO LIND, Nordic Press");
    assert_string_equal(source.head.place, "Lima, Peru");
    assert_string_equal(source.head.agency, "AP");
    assert_string_equal(reference(), "0-00-00 none");
    assert_non_null(strstr(note("reference.none"), "--date"));
}

static void a_leading_header_line(void **state) {
    (void)state;
    assert_string_equal(
        blocks_of(" date 2023-06-18 LIMA -- Dockers struck on Friday.\n"),
        "HEADER date 2023-06-18\n"
        "DATELINE LIMA --\n"
        "BODY Dockers struck on Friday.\n");
    assert_string_equal(reference(), "2023-06-18 header");
    assert_string_equal(blocks_of("date 2023-06-18 Dockers struck Friday."),
                        "HEADER date 2023-06-18\n"
                        "BODY Dockers struck Friday.\n");
    assert_string_equal(
        blocks_of("date 2023-06-18 Port strike ends in Lima\n\n"
                  "LIMA -- Dockers struck on Friday.\n"),
        "HEADER date 2023-06-18\n"
        "TITLE Port strike ends in Lima\n"
        "DATELINE LIMA --\n"
        "BODY Dockers struck on Friday.\n");
    assert_string_equal(
        blocks_of("June 18, 2023 | LIMA (AP) -- Dockers struck."),
        "HEADER June 18, 2023 |\n"
        "DATELINE LIMA (AP) --\n"
        "BODY Dockers struck.\n");
    assert_string_equal(
        blocks_of("June 18, 2023 was a day to remember for dockers."),
        "BODY June 18, 2023 was a day to remember for dockers.\n");
}

static void captions_and_their_credits(void **state) {
    (void)state;
    assert_string_equal(
        blocks_of("Dockers struck on Friday.\n\n"
                  "Dockers rest in Lima, Friday, June 16, 2023. "
                  "(Ana Reyes/Pool Photo via AP)\n"),
        "BODY Dockers struck on Friday.\n"
        "CAPTION Dockers rest in Lima, Friday, June 16, 2023.\n"
        "CREDIT (Ana Reyes/Pool Photo via AP)\n");
    assert_string_equal(reference(), "2023-06-16 text");
    assert_non_null(note("reference.text"));
    assert_string_equal(
        blocks_of("Dockers struck.\n\nDockers rest in the old port. (AP)\n"),
        "BODY Dockers struck.\nCAPTION Dockers rest in the old port.\n"
        "CREDIT (AP)\n");
    assert_string_equal(
        blocks_of("Each docker brings his/her card (or a copy).\n\nThe end."),
        "BODY Each docker brings his/her card (or a copy).\n"
        "BODY The end.\n");
}

static void a_saved_page(void **state) {
    (void)state;
    assert_string_equal(
        blocks_of("https://news.example/2012/11/12/port\n"
                  "Port strike ends in Lima\n"
                  "Updated: November 11, 2011 18:50 IST\n"
                  "Dockers went back to work.\n"
                  "What comes next\n"
                  "Talks will open soon.\n"),
        "HEADER https://news.example/2012/11/12/port\n"
        "TITLE Port strike ends in Lima\n"
        "HEADER Updated: November 11, 2011 18:50 IST\n"
        "BODY Dockers went back to work.\n"
        "HEADING What comes next\n"
        "BODY Talks will open soon.\n");
    assert_string_equal(reference(), "2011-11-11 header");
}

static void keys_at_the_top(void **state) {
    (void)state;
    assert_string_equal(blocks_of("Title: Port strike ends\n"
                                  "Author: Ana Reyes\n"
                                  "Publication: The Lima Mail\n"
                                  "Date: 18 June 2023\n\n"
                                  "Dockers went back to work.\n"),
                        "HEADER Title:\n"
                        "TITLE Port strike ends\n"
                        "HEADER Author:\n"
                        "BYLINE Ana Reyes\n"
                        "HEADER Publication:\n"
                        "HEADER The Lima Mail\n"
                        "HEADER Date: 18 June 2023\n"
                        "BODY Dockers went back to work.\n");
    assert_string_equal(source.head.title, "Port strike ends");
    assert_string_equal(source.head.byline, "Ana Reyes");
    assert_string_equal(source.head.publisher, "The Lima Mail");
    assert_string_equal(reference(), "2023-06-18 header");
}

static void lines_cut_at_a_width_are_joined(void **state) {
    (void)state;
    assert_string_equal(
        blocks_of("Port strike ends\n"
                  "LIMA (AP) -- The dockers of Lima went back to their work on\n"
                  "Friday, and the harbor master said that the cranes would be\n"
                  "moving again before the weekend is over.\n"
                  "   Talks open on Monday in the old customs house beside the\n"
                  "port, where they failed twice before.\n"),
        "TITLE Port strike ends\n"
        "DATELINE LIMA (AP) --\n"
        "BODY The dockers of Lima went back to their work on\n"
        "Friday, and the harbor master said that the cranes would be\n"
        "moving again before the weekend is over.\n"
        "BODY Talks open on Monday in the old customs house beside the\n"
        "port, where they failed twice before.\n");
}

static void notes_quotes_tables_and_marks(void **state) {
    (void)state;
    assert_string_equal(
        blocks_of("# Port strike ends\n\n"
                  "(Corrects the name of the port)\n\n"
                  "Dockers went back to work.\n\n"
                  "> We won.\n\n"
                  "## The toll\n\n"
                  "Dead: 3\nInjured: 12\nMissing: 4\n\n"
                  "___\n\n"
                  "- Talks open Monday\n\n"
                  "An earlier version of this article named the wrong port.\n"),
        "TITLE # Port strike ends\n"
        "NOTE (Corrects the name of the port)\n"
        "BODY Dockers went back to work.\n"
        "QUOTE > We won.\n"
        "HEADING ## The toll\n"
        "TABLE Dead: 3\nTABLE Injured: 12\nTABLE Missing: 4\n"
        "TABLE ___\n"
        "BODY - Talks open Monday\n"
        "NOTE An earlier version of this article named the wrong port.\n");
    assert_string_equal(source.head.title, "Port strike ends");
}

static void a_sentence_is_not_a_title(void **state) {
    (void)state;
    assert_string_equal(blocks_of("Dockers struck on Friday"),
                        "BODY Dockers struck on Friday\n");
    assert_string_equal(blocks_of("Dockers struck.\n\nThey came back.\n"),
                        "BODY Dockers struck.\nBODY They came back.\n");
    assert_string_equal(blocks_of("By 2030 the port will close.\n\nWhy?\n"),
                        "BODY By 2030 the port will close.\nBODY Why?\n");
}

static void pages_with_what_pages_have(void **state) {
    (void)state;
    assert_string_equal(
        blocks_of("World\n\nPort strike ends in Lima\n\n"
                  "By Ana Reyes | Nordic Press\n"
                  "June 18, 2023 at 9:14 a.m. EDT\n\nListen\n4 min\n\n"
                  "LIMA, Peru \xE2\x80\x94 Dockers went back on Friday.\n\n"
                  "Advertisement\n\nThey won.\n\n"
                  "Dockers rest in the old port. Photo: Ana Reyes\n\n"
                  "A map shows the port.\n(Graphic by The Lima Mail)\n\n"
                  "Ana Reyes reported from Lima. Bo Lind reported from "
                  "Quito.\n"),
        "TITLE World\nTITLE Port strike ends in Lima\n"
        "BYLINE By Ana Reyes | Nordic Press\n"
        "HEADER June 18, 2023 at 9:14 a.m. EDT\n"
        "CREDIT Listen\nCREDIT 4 min\n"
        "DATELINE LIMA, Peru \xE2\x80\x94\nBODY Dockers went back on Friday.\n"
        "CREDIT Advertisement\nBODY They won.\n"
        "CAPTION Dockers rest in the old port.\nCREDIT Photo: Ana Reyes\n"
        "CAPTION A map shows the port.\n"
        "CREDIT (Graphic by The Lima Mail)\n"
        "CREDIT Ana Reyes reported from Lima. Bo Lind reported from "
        "Quito.\n");
    assert_string_equal(source.head.title, "Port strike ends in Lima");
    assert_string_equal(
        blocks_of("Port strike ends\nReuters\n * Dockers win\n"
                  "LIMA, June 3 (Reuters) - Dockers struck.\n"),
        "TITLE Port strike ends\nBYLINE Reuters\nBODY * Dockers win\n"
        "DATELINE LIMA, June 3 (Reuters) -\nBODY Dockers struck.\n");
    assert_string_equal(blocks_of("(CNN) Dockers struck."),
                        "DATELINE (CNN)\nBODY Dockers struck.\n");
    assert_string_equal(
        blocks_of("Dockers struck.\nCases were reported from Lima.\nEnd."),
        "BODY Dockers struck.\nBODY Cases were reported from Lima.\n"
        "BODY End.\n");
}

static void an_agency_alone_published_it(void **state) {
    (void)state;
    blocks_of("Port strike ends\nReuters\nBy Ana Reyes\nDockers struck.\n");
    assert_string_equal(source.head.publisher, "Reuters");
    assert_string_equal(source.head.byline, "Ana Reyes");
}

/* ---- datelines ---------------------------------------------------------- */

static const struct {
    const char *name, *example, *place;
} agencies[] = {
#define AGENCY(name, example, place) {name, example, place},
#define LABEL(word)
#define SMALL(word)
#include "core/read/dateline.def"
#undef AGENCY
#undef LABEL
};

static void every_agency(void **state) {
    (void)state;
    assert_int_equal(sizeof agencies / sizeof agencies[0], 39);
    for (size_t i = 0; i < sizeof agencies / sizeof agencies[0]; i++) {
        char text[160], expected[200];
        snprintf(text, sizeof text, "%s Dockers went back to work.",
                 agencies[i].example);
        snprintf(expected, sizeof expected,
                 "DATELINE %s\nBODY Dockers went back to work.\n",
                 agencies[i].example);
        assert_string_equal(blocks_of(text), expected);
        assert_string_equal(source.head.place ? source.head.place : "",
                            agencies[i].place);
        assert_non_null(source.head.agency);
        assert_string_equal(source.head.agency, agencies[i].name);
    }
}

static const char *const labels[] = {
#define AGENCY(name, example, place)
#define LABEL(word) word,
#include "core/read/dateline.def"
#undef LABEL
#undef SMALL
};

static void labels_are_no_places(void **state) {
    (void)state;
    assert_int_equal(sizeof labels / sizeof labels[0], 56);
    for (size_t i = 0; i < sizeof labels / sizeof labels[0]; i++) {
        char text[160];
        snprintf(text, sizeof text, "%s: Dockers went back to work.",
                 labels[i]);
        blocks_of(text);
        if (source.head.has_dateline) fail_msg("%s", text);
    }
}

static const char *const small_words[] = {
#define LABEL(word)
#define SMALL(word) word,
#include "core/read/dateline.def"
#undef SMALL
};
#define SMALL_WORDS (sizeof small_words / sizeof small_words[0])

static void small_words_stay_small_in_places(void **state) {
    (void)state;
    for (size_t i = 0; i < SMALL_WORDS; i++) {
        char text[160], place[80];
        snprintf(text, sizeof text, "PORT %s NORD (AP) -- Dockers struck.",
                 small_words[i]);
        snprintf(place, sizeof place, "Port %s Nord", small_words[i]);
        for (char *c = place + 5; *c != ' '; c++) *c = (char)(*c + 32);
        blocks_of(text);
        if (!source.head.place) fail_msg("%s", text);
        assert_string_equal(source.head.place, place);
    }
    assert_int_equal(SMALL_WORDS, 12);
}

static void places_as_readers_write_them(void **state) {
    (void)state;
    static const char *const rows[][2] = {
        {"DAR ES SALAAM, Tanzania (AP) --", "Dar es Salaam, Tanzania"},
        {"WASHINGTON, D.C. (AP) --", "Washington, D.C."},
        {"O'SMACH, Cambodia (AP)_", "O'Smach, Cambodia"},
        {"PORT-AU-PRINCE, Haiti (AP) --", "Port-au-Prince, Haiti"},
        {"NEW DELHI --", "New Delhi"},
        {"THE HAGUE, Netherlands, June 3 --", "The Hague, Netherlands"},
        {"ST. PAUL, Minn. (AP) --", "St. Paul, Minn."},
        {"DENVER, CO (AP) --", "Denver, CO"},
        {"Mumbai, Nov 11 -", "Mumbai"},
        {"NEW DELHI:", "New Delhi"},
        {"BOGOT\xC3\x81 (AP) --", "Bogot\xC3\xA1"},
        {"\xC3\x89VORA, Portugal (AP) --", "\xC3\x89vora, Portugal"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char text[160];
        snprintf(text, sizeof text, "%s Dockers struck again.", rows[i][0]);
        blocks_of(text);
        if (!source.head.place) fail_msg("%s", text);
        assert_string_equal(source.head.place, rows[i][1]);
    }
}

static void no_datelines(void **state) {
    (void)state;
    static const char *const texts[] = {
        "NATO - the alliance of the north - met on Friday.",
        "Breaking News - Three Dockers Hurt in Lima",
        "Ana Reyes - who leads the dockers - agreed.",
        "U.S. - China relations are cool.",
        "In Lima (AP) dockers struck.",
        "The port (Lima) - opened today.",
        "Ana Reyes (Independent) - she leads the dockers - agreed.",
    };
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        blocks_of(texts[i]);
        if (source.head.has_dateline) fail_msg("%s", texts[i]);
    }
    assert_string_equal(
        blocks_of("LIMA, June 3 (Reuters) - Dockers struck.\n\n"
                  "MOSCOW (AP) -- Miners did too.\n\n"
                  "CAIRO -- is far from both.\n"),
        "DATELINE LIMA, June 3 (Reuters) -\nBODY Dockers struck.\n"
        "DATELINE MOSCOW (AP) --\nBODY Miners did too.\n"
        "BODY CAIRO -- is far from both.\n");
    assert_string_equal(source.head.place, "Lima");
}

/* ---- tables ------------------------------------------------------------- */

static const struct {
    dtl_block_kind kind;
    const char *phrase, *example;
} phrases[] = {
#define OPENS(kind, phrase, example) {DTL_BLOCK_##kind, phrase, example},
#define HAS(kind, phrase, example) {DTL_BLOCK_##kind, phrase, example},
#define WHOLE(kind, phrase, example) {DTL_BLOCK_##kind, phrase, example},
#define ENDS(kind, phrase, example) {DTL_BLOCK_##kind, phrase, example},
#include "core/read/phrases.def"
};

static void every_phrase(void **state) {
    (void)state;
    const int count = sizeof phrases / sizeof phrases[0];
    assert_int_equal(count, 158);
    for (int i = 0; i < count; i++) {
        const char *example = phrases[i].example;
        const dtl_cursor c = {example, 0, (uint32_t)strlen(example)};
        if (dtl_phrase_find(c) != i)
            fail_msg("another row takes: %s", example);
        char text[400];
        snprintf(text, sizeof text, "Dockers struck.\n\n%s\n\nThe end.",
                 example);
        blocks_of(text);
        if (source.blocks.items[1].kind != phrases[i].kind)
            fail_msg("%s", out);
    }
}

static const struct {
    const char *words;
    dtl_block_kind kind;
} keys[] = {
#define KEY(words, kind) {words, DTL_BLOCK_##kind},
#define ROLE(word)
#define PHOTO(word)
#define VERB(word)
#include "core/read/head.def"
#undef KEY
#undef ROLE
#undef PHOTO
#undef VERB
};

static const char *const roles[] = {
#define KEY(words, kind)
#define ROLE(word) word,
#define PHOTO(word)
#define VERB(word)
#include "core/read/head.def"
#undef ROLE
#undef PHOTO
#undef VERB
};

static const char *const photos[] = {
#define ROLE(word)
#define PHOTO(word) word,
#define VERB(word)
#include "core/read/head.def"
#undef PHOTO
#undef VERB
};

static const char *const verbs[] = {
#define PHOTO(word)
#define VERB(word) word,
#include "core/read/head.def"
};

static void every_word_of_the_head(void **state) {
    (void)state;
    char text[200], expected[200];
    assert_int_equal(sizeof keys / sizeof keys[0], 22);
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
        snprintf(text, sizeof text, "%s: Ana Reyes\n\nDockers struck.",
                 keys[i].words);
        snprintf(expected, sizeof expected,
                 "HEADER %s:\n%s Ana Reyes\nBODY Dockers struck.\n",
                 keys[i].words, kinds[keys[i].kind]);
        assert_string_equal(blocks_of(text), expected);
    }
    assert_int_equal(sizeof roles / sizeof roles[0], 14);
    for (size_t i = 0; i < sizeof roles / sizeof roles[0]; i++) {
        snprintf(text, sizeof text, "Ana Reyes, Nordic %s\n\nDockers struck.",
                 roles[i]);
        snprintf(expected, sizeof expected,
                 "BYLINE Ana Reyes, Nordic %s\nBODY Dockers struck.\n",
                 roles[i]);
        assert_string_equal(blocks_of(text), expected);
    }
    assert_int_equal(sizeof photos / sizeof photos[0], 16);
    for (size_t i = 0; i < sizeof photos / sizeof photos[0]; i++) {
        snprintf(text, sizeof text, "Dockers rest. (Nordic %s Reyes)",
                 photos[i]);
        snprintf(expected, sizeof expected,
                 "CAPTION Dockers rest.\nCREDIT (Nordic %s Reyes)\n",
                 photos[i]);
        assert_string_equal(blocks_of(text), expected);
    }
    assert_int_equal(sizeof verbs / sizeof verbs[0], 13);
    for (size_t i = 0; i < sizeof verbs / sizeof verbs[0]; i++) {
        snprintf(text, sizeof text, "Dockers struck.\nThe port %s it\nEnd.",
                 verbs[i]);
        snprintf(expected, sizeof expected,
                 "BODY Dockers struck.\nBODY The port %s it\nBODY End.\n",
                 verbs[i]);
        assert_string_equal(blocks_of(text), expected);
    }
}

/* ---- dates at the top --------------------------------------------------- */

static void date_lines(void **state) {
    (void)state;
    static const char *const lines[] = {
        "June 18, 2023",
        "18 June 2023",
        "Sunday, June 18, 2023",
        "SUN 18 JUN 2023",
        "Sun Jun 18 2023, 01: 19 hrs",
        "Published on: Sun, 18 Jun 2023 at 09: 56 IST",
        "Published: 18 Jun 2023 11: 25 GMT+02: 00",
        "18 June 2023 Last updated at 12:42 GMT",
        "PUBLISHED: 02:31 GMT, 18 June 2023 | UPDATED: 22:19 GMT, 19 June 2023",
        "Story Created: Jun 18, 2023 at 9:56 AM AKDT",
        "June 18, 2023 | 5:03pm",
        "June 18th, 2023 7:38pm EDT",
        "POSTED: June 18, 2023",
        "2023-06-18",
        "2023-06-18T21:04:00+08:00",
        "Published: 2023. 06. 18 09: 01 AM",
        "06/18/2023",
        "Last updated 13:26 18/06/2023",
        "18.06.2023",
        "7: 15 a. m. Jun. 18, 2023",
    };
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) {
        char text[200];
        snprintf(text, sizeof text, "%s\nDockers struck.", lines[i]);
        blocks_of(text);
        if (source.blocks.items[0].kind != DTL_BLOCK_HEADER)
            fail_msg("%s", out);
        if (strcmp(reference(), "2023-06-18 header") != 0)
            fail_msg("%s: %s", lines[i], reference());
    }
}

static void no_date_lines(void **state) {
    (void)state;
    static const char *const lines[] = {
        "30 February 2023", "June 18, 2023 was hot", "13/13/2023", "May 2023",
        "1, 2, 3", "12:30", "At noon"};
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) {
        char text[200];
        snprintf(text, sizeof text, "%s\nDockers struck.", lines[i]);
        blocks_of(text);
        if (source.blocks.items[0].kind == DTL_BLOCK_HEADER)
            fail_msg("%s", out);
        assert_int_equal(source.reference_from, DTL_FROM_NONE);
    }
}

static const char *const labels_of_dates[] = {
#define MONTH(number, name, short_name)
#define WEEKDAY(name)
#define CLOCK(word)
#define PUBLISHED(words) words,
#include "core/read/moment.def"
#undef MONTH
#undef WEEKDAY
#undef CLOCK
#undef PUBLISHED
};

static const char *const clock_words[] = {
#define MONTH(number, name, short_name)
#define WEEKDAY(name)
#define CLOCK(word) word,
#define PUBLISHED(words)
#include "core/read/moment.def"
#undef MONTH
#undef WEEKDAY
#undef CLOCK
};

static const struct {
    int number;
    const char *name, *short_name;
} months[] = {
#define MONTH(number, name, short_name) {number, name, short_name},
#define WEEKDAY(name)
#define CLOCK(word)
#include "core/read/moment.def"
#undef MONTH
#undef WEEKDAY
};

static const char *const weekdays[] = {
#define MONTH(number, name, short_name)
#define WEEKDAY(name) name,
#include "core/read/moment.def"
};

static void header_of(const char *format, const char *word,
                      const char *expected) {
    char line[120], text[160];
    snprintf(line, sizeof line, format, word);
    snprintf(text, sizeof text, "%s\nDockers struck.", line);
    if (strcmp(reference_of(text), expected) != 0)
        fail_msg("%s: %s", line, reference());
}

static void every_word_of_a_date(void **state) {
    (void)state;
    assert_int_equal(sizeof months / sizeof months[0], 13);
    for (size_t i = 0; i < sizeof months / sizeof months[0]; i++) {
        char expected[40];
        snprintf(expected, sizeof expected, "2023-%02d-18 header",
                 months[i].number);
        header_of("%s 18, 2023", months[i].name, expected);
        header_of("18 %s. 2023", months[i].short_name, expected);
    }
    const char *const expected = "2023-06-18 header";
    assert_int_equal(sizeof weekdays / sizeof weekdays[0], 7);
    for (size_t i = 0; i < sizeof weekdays / sizeof weekdays[0]; i++)
        header_of("%s, 18 June 2023", weekdays[i], expected);
    assert_int_equal(sizeof clock_words / sizeof clock_words[0], 44);
    for (size_t i = 0; i < sizeof clock_words / sizeof clock_words[0]; i++)
        header_of("June 18, 2023, 5:30 %s", clock_words[i], expected);
    assert_int_equal(sizeof labels_of_dates / sizeof labels_of_dates[0], 30);
    for (size_t i = 0; i < sizeof labels_of_dates / sizeof labels_of_dates[0];
         i++)
        header_of("%s June 18, 2023", labels_of_dates[i], expected);
}

static void where_the_reference_comes_from(void **state) {
    (void)state;
    const char *text = "June 18, 2023\n\n"
                       "LIMA, June 17 (AP) -- Dockers struck.\n";
    read_bytes(text, strlen(text), "2020-01-02");
    assert_string_equal(reference(), "2020-01-02 option");
    assert_int_equal(source.head.date.year, 2019);
    assert_string_equal(reference_of(text), "2023-06-18 header");
    assert_int_equal(source.head.date.year, 2023);
    assert_int_equal(source.head.date.digits, DATELINE_DIGITS_DAY);
    assert_string_equal(
        reference_of("LIMA, June 17, 2023 (AP) -- Dockers struck."),
        "2023-06-17 dateline");
    assert_string_equal(
        reference_of("LIMA, Dec. 31 (AP) -- Dockers struck.\n\n"
                     "Dockers rest on Jan. 2, 2024. (Ana Reyes/Nordic)"),
        "2023-12-31 dateline");
    assert_string_equal(reference_of("LIMA, June 17 (AP) -- Dockers struck."),
                        "0-00-00 none");
    assert_int_equal(source.head.date.month, 6);
    assert_int_equal(source.head.date.digits, DATELINE_DIGITS_OPEN);
    assert_string_equal(
        reference_of("https://news.example/2012/11/12/port\nDockers struck."),
        "2012-11-12 header");
    assert_string_equal(
        reference_of("On Friday, June 16, 2023, dockers struck."),
        "2023-06-16 text");
    assert_string_equal(
        reference_of("June 16, 2023 \xE2\x80\x93 Dockers struck today."),
        "2023-06-16 text");
    assert_string_equal(
        reference_of("The war began on September 1, 1939, in the east."),
        "0-00-00 none");
}

static void options_that_cannot_be_read(void **state) {
    (void)state;
    const char *message = NULL;
    dateline_source_options options = {.reference = "yesterday"};
    source = (dtl_source){0};
    assert_int_equal(
        dtl_read_source(&source, &arena, &options, "a", 1, &message),
        DATELINE_BAD_INPUT);
    assert_non_null(strstr(message, "\"yesterday\""));
    assert_non_null(strstr(message, "2023-06-18"));
    options = (dateline_source_options){.zone = "Mars/Olympus"};
    assert_int_equal(
        dtl_read_source(&source, &arena, &options, "a", 1, &message),
        DATELINE_BAD_INPUT);
    assert_non_null(strstr(message, "\"Mars/Olympus\""));
    options = (dateline_source_options){.zone = "Asia/Shanghai"};
    assert_int_equal(
        dtl_read_source(&source, &arena, &options, "a", 1, &message),
        DATELINE_OK);
    assert_string_equal(source.zone, "Asia/Shanghai");
}

/* ---- bytes -------------------------------------------------------------- */

static void encodings(void **state) {
    (void)state;
    read_bytes("\xEF\xBB\xBFLima struck.", 15, "2023-06-18");
    assert_string_equal(blocks(), "BODY Lima struck.\n");
    assert_int_equal(source.notes.count, 0);
    assert_int_equal(dtl_text_original(&source.text, 0), 3);

    read_bytes("Jos\xE9 said \x93no\x94.", 16, "2023-06-18");
    assert_string_equal(blocks(), "BODY Jos\xC3\xA9 said "
                                  "\xE2\x80\x9Cno\xE2\x80\x9D.\n");
    assert_non_null(strstr(note("encoding.converted"), "windows-1252"));
    assert_int_equal(dtl_text_original(&source.text, 5), 4);
    assert_int_equal(dtl_text_original(&source.text, source.text.length), 16);

    read_bytes("\xFF\xFEL\0i\0\x3D\xD8\x00\xDE.\0", 12, "2023-06-18");
    assert_string_equal(source.text.bytes, "Li\xF0\x9F\x98\x80.");
    assert_int_equal(dtl_text_original(&source.text, 2), 6);
    assert_int_equal(dtl_text_original(&source.text, 6), 10);
    read_bytes("\0D\0o\0c\0k\0.", 10, "2023-06-18");
    assert_string_equal(source.text.bytes, "Dock.");

    read_bytes("Lima \xFF\xFE struck.", 15, "2023-06-18");
    assert_string_equal(source.text.bytes,
                        "Lima \xEF\xBF\xBD\xEF\xBF\xBD struck.");
    assert_non_null(note("encoding.replaced"));
    read_bytes("Lima struck \xE2\x80", 14, "2023-06-18");
    assert_non_null(note("encoding.replaced"));
}

/* Russian in KOI8-R: much of it is not ASCII, and ICU knows it. */
static void an_encoding_that_icu_detects(void **state) {
    (void)state;
    const char text[] =
        "\xF0\xCF\xD2\xD4\xCF\xD7\xD9\xC5 \xD2\xC1\xC2\xCF\xDE\xC9\xC5 "
        "\xD7\xC5\xD2\xCE\xD5\xCC\xC9\xD3\xD8 \xCE\xC1 "
        "\xD2\xC1\xC2\xCF\xD4\xD5 \xD7 \xD0\xD1\xD4\xCE\xC9\xC3\xD5.";
    read_bytes(text, sizeof text - 1, "2023-06-18");
    assert_non_null(note("encoding.converted"));
    assert_string_equal(note("encoding.converted"),
                        "the input is not UTF-8 and was read as KOI8-R");
    assert_memory_equal(source.text.bytes, "\xD0\x9F\xD0\xBE\xD1\x80", 6);
    assert_int_equal(dtl_text_original(&source.text, 6), 3);
}

static void line_ends(void **state) {
    (void)state;
    static const char *const ends[] = {"\n", "\r", "\r\n", "\v", "\f",
                                       "\xC2\x85", "\xE2\x80\xA8",
                                       "\xE2\x80\xA9"};
    for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++) {
        char text[200];
        snprintf(text, sizeof text, "Port strike%s%sBy Ana Reyes%sLIMA (AP) "
                 "-- Dockers struck.%s%sThey won.%s", ends[i], ends[i],
                 ends[i], ends[i], ends[i], ends[i]);
        assert_string_equal(blocks_of(text),
                            "TITLE Port strike\nBYLINE By Ana Reyes\n"
                            "DATELINE LIMA (AP) --\nBODY Dockers struck.\n"
                            "BODY They won.\n");
    }
}

static void nothing_and_next_to_nothing(void **state) {
    (void)state;
    static const char *const texts[] = {"", " ", "\n\n", "\r", "\xEF\xBB\xBF",
                                        "\xC2\xA0"};
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        assert_string_equal(blocks_of(texts[i]), "");
    assert_string_equal(blocks_of("."), "TABLE .\n");
    assert_string_equal(blocks_of("a"), "BODY a\n");
    read_bytes("Lima\0 struck.\0", 14, NULL);
    assert_int_equal(source.text.length, 14);
    assert_int_equal(dtl_length(source.blocks.items[0].span), 13);
}

/* Blocks are in order, do not overlap and lose nothing. */
static void check_cover(void) {
    uint32_t at = 0;
    for (uint32_t i = 0; i <= source.blocks.count; i++) {
        const bool last = i == source.blocks.count;
        const dtl_span span =
            last ? (dtl_span){source.text.length, source.text.length}
                 : source.blocks.items[i].span;
        assert_true(span.start >= at);
        assert_true(last || span.end > span.start);
        for (; at < span.start; at++)
            if ((unsigned char)source.text.bytes[at] > ' ')
                fail_msg("lost: %s", source.text.bytes + at);
        at = span.end;
    }
}

static void every_prefix_is_covered(void **state) {
    (void)state;
    const char *text =
        "https://a.example/x\nTitle: Port\nPort strike?\nBy Ana Reyes\n"
        "June 18, 2023 5:30 pm\n\n"
        "DENVER, CO / ACCESSWIRE / June 18, 2023 / Dockers struck. "
        "(Reporting by Ana Reyes)\n\n(ANSA) - ROME, JUN 18 - They won.\n"
        "MOSCOW, June 18. /TASS/. So did we.\n\nOPEN?\n"
        "- one\n> two\n## three\n___\nA\tb\tc\n"
        "Dockers rest. (Ana Reyes/AP)\nCopyright 2023 Nordic.\n";
    for (size_t length = 0; length <= strlen(text); length++) {
        read_bytes(text, length, NULL);
        check_cover();
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(wire_copy),
        cmocka_unit_test(a_leading_header_line),
        cmocka_unit_test(captions_and_their_credits),
        cmocka_unit_test(a_saved_page),
        cmocka_unit_test(keys_at_the_top),
        cmocka_unit_test(lines_cut_at_a_width_are_joined),
        cmocka_unit_test(notes_quotes_tables_and_marks),
        cmocka_unit_test(a_sentence_is_not_a_title),
        cmocka_unit_test(pages_with_what_pages_have),
        cmocka_unit_test(an_agency_alone_published_it),
        cmocka_unit_test(every_agency),
        cmocka_unit_test(labels_are_no_places),
        cmocka_unit_test(places_as_readers_write_them),
        cmocka_unit_test(small_words_stay_small_in_places),
        cmocka_unit_test(no_datelines),
        cmocka_unit_test(every_phrase),
        cmocka_unit_test(every_word_of_the_head),
        cmocka_unit_test(date_lines),
        cmocka_unit_test(no_date_lines),
        cmocka_unit_test(every_word_of_a_date),
        cmocka_unit_test(where_the_reference_comes_from),
        cmocka_unit_test(options_that_cannot_be_read),
        cmocka_unit_test(encodings),
        cmocka_unit_test(an_encoding_that_icu_detects),
        cmocka_unit_test(line_ends),
        cmocka_unit_test(nothing_and_next_to_nothing),
        cmocka_unit_test(every_prefix_is_covered),
    };
    const int failed = cmocka_run_group_tests(tests, NULL, NULL);
    dtl_arena_free(&arena);
    return failed;
}
