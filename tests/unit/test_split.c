/* test_split.c - sentences, words and quotation marks. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "core/base/limits.h"
#include "core/language/chars.h"
#include "core/language/language.h"

/* Rows of the tables: change them together with the tables. */
enum { HOURS = 47, ABBREVIATIONS = 163, STARTERS = 95, WORD_PARTS = 162 };

static dtl_arena arena;

static void split_bytes(dtl_source *source, const char *text, size_t length) {
    dtl_arena_init(&arena, NULL, NULL);
    *source = (dtl_source){0};
    dtl_text_init(&source->text, &arena, text, length);
    dtl_block *block = DTL_PUSH(&arena, &source->blocks);
    block->span = (dtl_span){0, source->text.length};
    dtl_language_split(source, &arena);
}

static void done(void) { dtl_arena_free(&arena); }

/* Words with | between them, sentences with a line feed. */
static void write_words(const dtl_source *source, char *out, size_t room) {
    size_t used = 0;
    for (uint32_t i = 0; i < source->sentences.count; i++) {
        const dtl_sentence *s = &source->sentences.items[i];
        if (i) out[used++] = '\n';
        for (uint32_t w = s->first; w < s->first + s->count; w++) {
            const dtl_span span = source->words.items[w].span;
            const uint32_t length = dtl_length(span);
            if (used + length + 3 > room) fail_msg("text too long for test");
            if (w > s->first) out[used++] = '|';
            memcpy(out + used, dtl_bytes(source, span), length);
            used += length;
        }
    }
    out[used] = 0;
}

static void expect(const char *text, const char *words) {
    static char found[1 << 16];
    dtl_source source;
    split_bytes(&source, text, strlen(text));
    write_words(&source, found, sizeof found);
    if (strcmp(found, words) != 0)
        fail_msg("%s\n  gave %s\n  not  %s", text, found, words);
    done();
}

/* Every byte that is no white space is in exactly one word, words and
 * sentences lie in order and name each other. */
static void check(const dtl_source *source) {
    const char *text = source->text.bytes;
    uint32_t at = 0, word = 0;
    for (uint32_t i = 0; i < source->sentences.count; i++) {
        const dtl_sentence *s = &source->sentences.items[i];
        assert_int_equal(s->first, word);
        assert_in_range(s->count, 1, DTL_MAX_SENTENCE_WORDS);
        for (; word < s->first + s->count; word++) {
            const dtl_word *w = &source->words.items[word];
            assert_int_equal(w->sentence, i);
            assert_in_range(dtl_length(w->span), 1, DTL_MAX_WORD_BYTES);
            for (; at < w->span.start;) {
                const dtl_glyph g =
                    dtl_chars_at(text, at, source->text.length);
                assert_int_equal(g.kind, DTL_CHAR_SPACE);
                at += g.size;
            }
            assert_int_equal(at, w->span.start);
            at = w->span.end;
        }
        assert_int_equal(s->span.start, source->words.items[s->first]
                                            .span.start);
        assert_int_equal(s->span.end, at);
    }
    assert_int_equal(word, source->words.count);
}

/* ---- rows ---------------------------------------------------------------- */

static const struct {
    const char *form, *text;
} abbreviations[] = {
#define ABBREVIATION(form, kind, text) {form, text},
#include "core/language/abbreviations.def"
#undef ABBREVIATION
};

static const struct {
    const char *form;
    int single;
} starters[] = {
#define STARTER(form, single) {form, single},
#include "core/language/starters.def"
#undef STARTER
};

static const struct {
    const char *text, *words;
} parts[] = {
#define CONTRACTION(form, cut, text, words) {text, words},
#define PREFIX(form, text, words) {text, words},
#define SUFFIX(form, text, words) {text, words},
#define UNIT(form, text, words) {text, words},
#define DOMAIN(form, text, words) {text, words},
#define SLASHED(form, text, words) {text, words},
#define SHORTENED(form, text, words) {text, words},
#define SMILEY(form, text, words) {text, words},
#define CLITIC(form, text, words) {text, words},
#include "core/language/wordparts.def"
};

#define COUNT(array) (sizeof(array) / sizeof *(array))

static void abbreviations_keep_their_stop(void **state) {
    (void)state;
    assert_int_equal(COUNT(abbreviations), ABBREVIATIONS);
    for (size_t i = 0; i < COUNT(abbreviations); i++) {
        dtl_source source;
        char want[64];
        bool found = false;
        snprintf(want, sizeof want, "%s.", abbreviations[i].form);
        split_bytes(&source, abbreviations[i].text,
                    strlen(abbreviations[i].text));
        for (uint32_t w = 0; w < source.words.count; w++) {
            const dtl_span span = source.words.items[w].span;
            const char *bytes = dtl_bytes(&source, span);
            found |= dtl_length(span) == strlen(want) &&
                     (bytes[0] | 32) == (want[0] | 32) &&
                     memcmp(bytes + 1, want + 1, strlen(want) - 1) == 0;
        }
        if (!found || source.sentences.count != 1)
            fail_msg("%s", abbreviations[i].text);
        done();
    }
}

static uint32_t count_sentences(const char *before, const char *word) {
    char text[128];
    dtl_source source;
    snprintf(text, sizeof text, "%s %s ended.", before, word);
    split_bytes(&source, text, strlen(text));
    const uint32_t count = source.sentences.count;
    done();
    return count;
}

static void starters_begin_sentences(void **state) {
    (void)state;
    assert_int_equal(COUNT(starters), STARTERS);
    for (size_t i = 0; i < COUNT(starters); i++) {
        const char *word = starters[i].form;
        if (count_sentences("He left Lind Inc.", word) != 2 ||
            count_sentences("He left plan B.", word) !=
                (starters[i].single ? 2u : 1u))
            fail_msg("%s", word);
    }
}

static const char *const hours[] = {
#define BEHIND_HOUR(form) form,
#include "core/language/hours.def"
#undef BEHIND_HOUR
};

static void hours_go_on(void **state) {
    (void)state;
    assert_int_equal(COUNT(hours), HOURS);
    for (size_t i = 0; i < COUNT(hours); i++)
        if (count_sentences("It began at 5 p.m.", hours[i]) != 1)
            fail_msg("%s", hours[i]);
    assert_int_equal(count_sentences("It began at 5 p.m.", "Nobody"), 2);
}

static void word_parts_hold_or_part(void **state) {
    (void)state;
    assert_int_equal(COUNT(parts), WORD_PARTS);
    for (size_t i = 0; i < COUNT(parts); i++)
        expect(parts[i].text, parts[i].words);
}

/* ---- words --------------------------------------------------------------- */

static void words_follow_the_treebanks(void **state) {
    (void)state;
    expect("She didn't say it's the Linds' $5.2 bn.",
           "She|did|n't|say|it|'s|the|Linds|'|$|5.2|bn|.");
    expect("She didn\u2019t say it\u2019s O\u2019Hara\u2019s.",
           "She|did|n\u2019t|say|it|\u2019s|O\u2019Hara|\u2019s|.");
    expect("an 18-month-old, high-stakes U.S.-Lindish deal",
           "an|18|-|month|-|old|,|high|-|stakes|U.S.|-|Lindish|deal");
    expect("At 10:30 a.m. on 9/11 1,000 of 20% left.",
           "At|10:30|a.m.|on|9/11|1,000|of|20|%|left|.");
    expect("The 1980s, the '90s, the 21st and 5th",
           "The|1980s|,|the|'90s|,|the|21st|and|5th");
    expect("Call 555-0100 or 1-800-555-0100, 10-15 times, ISO 639-3",
           "Call|555-0100|or|1-800-555-0100|,|10|-|15|times|,|ISO|639-3");
    expect("Mail lind@lind.example or see https://lind.example/a?b=c.",
           "Mail|lind@lind.example|or|see|https://lind.example/a?b=c|.");
    expect("See www.lind.com/news, Lind.com, or @lind #lind2020.",
           "See|www.lind.com/news|,|Lind.com|,|or|@lind|#lind2020|.");
    expect("AT&T, R&D and Q&A; Lind & Roe; and/or",
           "AT&T|,|R&D|and|Q&A|;|Lind|&|Roe|;|and|/|or");
    expect("Wait ... or... well--no \u2014 yes\u2014no\u2026",
           "Wait|...|or|...|well|--|no|\u2014|yes|\u2014|no|\u2026");
    expect("US$5m, \u00a33bn and \u20ac1.5", "US$|5|m|,|\u00a3|3|bn|and|"
                                              "\u20ac|1.5");
    expect("J.K. Lind, Ph.D., of U.S. and E.U. law",
           "J.K.|Lind|,|Ph.D.|,|of|U.S.|and|E.U.|law");
    expect("d'Or, Shi'ite, o'clock, rock 'n' roll",
           "d'Or|,|Shi'ite|,|o'clock|,|rock|'n|'|roll");
}

static void words_in_any_letters(void **state) {
    (void)state;
    expect("Z\u00fcrich, \u0141\u00f3d\u017a und \u041a\u0438\u0457\u0432.",
           "Z\u00fcrich|,|\u0141\u00f3d\u017a|und|"
           "\u041a\u0438\u0457\u0432|.");
    expect("Zu\u0308rich", "Zu\u0308rich"); /* NFD: the mark stays */
    expect("a\u00a0b\u2009c\u200bd\ufeff", "a|b|c|d");
    expect("\u00abOui\u00bb \u201eja\u201c", "\u00ab|Oui|\u00bb|\u201e|ja|"
                                             "\u201c");
}

static void text_that_is_cut_already_stays(void **state) {
    (void)state;
    expect("`` It is n't Lind - Roe 's , '' he said .",
           "``|It|is|n't|Lind|-|Roe|'s|,|''|he|said|.");
    expect("It rose 6 . 1 metres . It fell .",
           "It|rose|6|.|1|metres|.\nIt|fell|.");
    expect("He ca n't . \" We do n't . \" She left .",
           "He|ca|n't|.\n\"|We|do|n't|.|\"\nShe|left|.");
}

/* ---- sentences ----------------------------------------------------------- */

static void sentences_end_at_stops(void **state) {
    (void)state;
    expect("It ended. He left! Why? Nobody knew.",
           "It|ended|.\nHe|left|!\nWhy|?\nNobody|knew|.");
    expect("It ended.He left at 3.5 m.", "It|ended|.\nHe|left|at|3.5|m|.");
    expect("It was over... He left.", "It|was|over|...\nHe|left|.");
    expect("It was ... over.", "It|was|...|over|.");
    expect("\"Why?\" he asked. \"No!\" she said.",
           "\"|Why|?|\"|he|asked|.\n\"|No|!|\"|she|said|.");
    expect("It grew.[3] It fell. [note 2] It ended.",
           "It|grew|.|[|3|]\nIt|fell|.|[|note|2|]\nIt|ended|.");
    expect("Col. (ret.) Lind left (he was late!). Roe stayed.",
           "Col.|(|ret.|)|Lind|left|(|he|was|late|!|)|.\nRoe|stayed|.");
    expect("(He left.) She stayed (2 days).",
           "(|He|left|.|)\nShe|stayed|(|2|days|)|.");
    expect("1. Begin here. 2. End here.",
           "1|.|Begin|here|.\n2|.|End|here|.");
}

static void abbreviations_end_or_not(void **state) {
    (void)state;
    expect("He met J. Lind of Lind Inc. The firm left.",
           "He|met|J.|Lind|of|Lind|Inc.\nThe|firm|left|.");
    expect("It left the U.S. It stayed in the U.S. Senate.",
           "It|left|the|U.S.\nIt|stayed|in|the|U.S.|Senate|.");
    expect("It began at 5 p.m. Officials left at 6 p.m. EST Friday.",
           "It|began|at|5|p.m.\nOfficials|left|at|6|p.m.|EST|Friday|.");
    expect("No. 2 said no. No. It ended.",
           "No.|2|said|no|.\nNo|.\nIt|ended|.");
    expect("So did I. The end.", "So|did|I|.\nThe|end|.");
    expect("He lost mass. It ended.", "He|lost|mass|.\nIt|ended|.");
}

static void paragraphs_end_sentences(void **state) {
    (void)state;
    expect("A headline\n\nA line\nof text\r\n\r\nThe end",
           "A|headline\nA|line|of|text\nThe|end");
    expect("One\r\ntwo\rthree", "One|two|three");
    expect("Points:\n\u2022 one\n\u2022 two",
           "Points|:\n\u2022|one\n\u2022|two");
}

static void only_blocks_with_language(void **state) {
    (void)state;
    static const char text[] = "By Lind A title Text. Table";
    dtl_arena_init(&arena, NULL, NULL);
    dtl_source source = {0};
    dtl_text_init(&source.text, &arena, text, sizeof text - 1);
    static const dtl_block blocks[] = {{{0, 7}, DTL_BLOCK_BYLINE},
                                       {{8, 15}, DTL_BLOCK_TITLE},
                                       {{16, 21}, DTL_BLOCK_CAPTION},
                                       {{22, 27}, DTL_BLOCK_TABLE}};
    for (size_t i = 0; i < 4; i++) {
        dtl_block *block = DTL_PUSH(&arena, &source.blocks);
        *block = blocks[i];
    }
    dtl_language_split(&source, &arena);
    char found[256];
    write_words(&source, found, sizeof found);
    assert_string_equal(found, "A|title\nText|.");
    assert_int_equal(source.sentences.items[0].block, 1);
    assert_int_equal(source.sentences.items[1].block, 2);
    assert_int_equal(source.words.items[0].head, DTL_NONE);
    assert_int_equal(source.words.items[0].time, DTL_NONE);
    assert_int_equal(source.sentences.items[0].root, DTL_NONE);
    done();
}

/* ---- quotation marks ----------------------------------------------------- */

/* The quoted words, with blanks between them. */
static void expect_quoted(const char *text, const char *words) {
    char found[512];
    size_t used = 0;
    dtl_source source;
    split_bytes(&source, text, strlen(text));
    for (uint32_t i = 0; i < source.words.count; i++) {
        const dtl_word *word = &source.words.items[i];
        if (!word->quoted) continue;
        used += (size_t)snprintf(found + used, sizeof found - used, "%s%.*s",
                                 used ? " " : "",
                                 (int)dtl_length(word->span),
                                 dtl_bytes(&source, word->span));
    }
    found[used] = 0;
    assert_string_equal(found, words);
    done();
}

static void quotations_are_marked(void **state) {
    (void)state;
    expect_quoted("He said \"no way\" twice.", "no way");
    expect_quoted("He said \u201cno way.\u201d She left.", "no way .");
    expect_quoted("He said ``no'' and \u00abnon\u00bb.", "no non");
    expect_quoted("\"One. Two,\" he said. \"Three.\"", "One . Two , Three .");
    expect_quoted("\" One , \" he said .", "One ,");
    expect_quoted("A 5\" pipe. It broke.", "");
    expect_quoted("A \"stray mark. It broke.", "stray mark .");
    expect_quoted("\"One. Two.\n\n\"Three,\" he said.",
                  "One . Two . Three ,");
    expect_quoted("'We won,' he said. 'It is over.'",
                  "We won , It is over .");
    expect_quoted("\u2018The Linds\u2019 house isn\u2019t old,\u2019 he said.",
                  "The Linds \u2019 house is n\u2019t old ,");
    expect_quoted("It's the Linds' house; rock 'n' roll of the '80s.", "");
    expect_quoted("A 'stray mark. It broke.", "");
    expect_quoted("(\"Yes\") \u2014\"no\"", "Yes no");
}

/* ---- limits and odd text ------------------------------------------------- */

static void words_have_a_longest(void **state) {
    (void)state;
    static char text[3 * DTL_MAX_WORD_BYTES];
    dtl_source source;
    memset(text, 'a', sizeof text);
    split_bytes(&source, text, DTL_MAX_WORD_BYTES);
    assert_int_equal(source.words.count, 1);
    done();
    split_bytes(&source, text, DTL_MAX_WORD_BYTES + 1);
    assert_int_equal(source.words.count, 2);
    check(&source);
    done();
    for (size_t i = 0; i + 1 < sizeof text; i += 2) /* no cut inside U+E9 */
        memcpy(text + i, "\u00e9", 2);
    split_bytes(&source, text, sizeof text);
    check(&source);
    assert_int_equal(source.text.replaced, 0);
    done();
}

/* Parts within the limit that hold together beyond it. */
static void words_of_parts_have_a_longest(void **state) {
    (void)state;
    static const char *const seams[] = {"'", "\u2019", "_", "&", "-1-", "."};
    static char text[4 * DTL_MAX_WORD_BYTES];
    for (size_t p = 0; p < COUNT(seams); p++)
        for (size_t size = 1; size < DTL_MAX_WORD_BYTES; size += 3) {
            dtl_source source;
            memset(text, p > 3 ? '1' : 'A', sizeof text);
            memcpy(text + size, seams[p], strlen(seams[p]));
            split_bytes(&source, text, size + 250);
            check(&source);
            done();
        }
}

static void sentences_have_a_longest(void **state) {
    (void)state;
    static char text[2 * DTL_MAX_SENTENCE_WORDS + 2];
    dtl_source source;
    for (size_t i = 0; i < sizeof text; i++) text[i] = i % 2 ? ' ' : 'a';
    split_bytes(&source, text, 2 * DTL_MAX_SENTENCE_WORDS);
    assert_int_equal(source.sentences.count, 1);
    done();
    split_bytes(&source, text, 2 * DTL_MAX_SENTENCE_WORDS + 2);
    assert_int_equal(source.sentences.count, 2);
    check(&source);
    done();
}

static void every_prefix_is_cut(void **state) {
    (void)state;
    static const char text[] =
        "\"It\u2019s 5 p.m.,\" said Gen. J. Lind of the U.S.-Roe Corp. (see "
        "www.lind.com or lind@roe.example)... `Why?' \u2014 [3] He didn't, "
        "e.g., pay US$5.2bn \u201cin 1980's money.\u201d\r\n\r\n\u2022 No. 2 "
        "w/o 'em: 555-0100, 10-12, \u041a\u0438\u0457\u0432\0\xff!?";
    for (size_t i = 0; i < sizeof text; i++) {
        dtl_source source;
        split_bytes(&source, text, i);
        check(&source);
        done();
    }
}

static void rows_of_anything_are_cut(void **state) {
    (void)state;
    static const char *const pieces[] = {
        ".", "\"", "'", "a", "a.", "A.", "A. ", "a@", "a-", "non-", "1-",
        "1,", "a.a@", "[", "[1", "((", "\u201c", "n't", "'s", "w.", "www.",
        "://", "a:", "\u0301", "\u2026", "$", "=", "&A", "a_", "\n",
        ". A", "? \"", "` ", "No. ", "\u00e9.", "1/1/", "May "};
    static char text[1 << 16];
    for (size_t p = 0; p < COUNT(pieces); p++) {
        const size_t size = strlen(pieces[p]);
        for (size_t i = 0; i + size <= sizeof text; i += size)
            memcpy(text + i, pieces[p], size);
        dtl_source source;
        split_bytes(&source, text, sizeof text / size * size);
        check(&source);
        done();
    }
}

static void random_bytes_are_cut(void **state) {
    (void)state;
    static const char alphabet[] = "aAb .,'\"`-!?1:/@$&[]()\n\xe2\x80\x99t";
    static char text[4096];
    uint32_t seed = 1;
    for (int round = 0; round < 50; round++) {
        for (size_t i = 0; i < sizeof text; i++) {
            seed = seed * 1664525 + 1013904223;
            text[i] = alphabet[(seed >> 16) % (sizeof alphabet - 1)];
        }
        dtl_source source;
        split_bytes(&source, text, sizeof text);
        check(&source);
        done();
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(abbreviations_keep_their_stop),
        cmocka_unit_test(starters_begin_sentences),
        cmocka_unit_test(hours_go_on),
        cmocka_unit_test(word_parts_hold_or_part),
        cmocka_unit_test(words_follow_the_treebanks),
        cmocka_unit_test(words_in_any_letters),
        cmocka_unit_test(text_that_is_cut_already_stays),
        cmocka_unit_test(sentences_end_at_stops),
        cmocka_unit_test(abbreviations_end_or_not),
        cmocka_unit_test(paragraphs_end_sentences),
        cmocka_unit_test(only_blocks_with_language),
        cmocka_unit_test(quotations_are_marked),
        cmocka_unit_test(words_have_a_longest),
        cmocka_unit_test(words_of_parts_have_a_longest),
        cmocka_unit_test(sentences_have_a_longest),
        cmocka_unit_test(every_prefix_is_cut),
        cmocka_unit_test(rows_of_anything_are_cut),
        cmocka_unit_test(random_bytes_are_cut),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
