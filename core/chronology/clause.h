/* clause.h - the clause that a headline is made of.
 *
 *     clause_find.c     which verb or noun tells the event
 *     clause_form.c     how the verb is written: "to meet", "was shot"
 *     clause_subject.c  who acts
 *     clause_gap.c      relative clauses whose object stands outside
 *     clause_keep.c     which words stay
 *     clause_below.c    what completes a verb or a noun
 *     clause_tail.c     what follows the last kept word and belongs to it
 *     clause_title.c    titles before names
 *     clause_whole.c    whether what stays says something
 *     clause_trim.c     what can be spared when it is too long
 *     clause_words.c    words that decide what stays: clause_words.def
 *     clause_write.c    the words put in order; see clause_writer.h
 *     clause_past.c     past tenses: "prompted", "went" */
#ifndef DTL_CLAUSE_H
#define DTL_CLAUSE_H

#include "core/base/limits.h"
#include "core/chronology/page.h"

/* Words of a headline, beyond which what can be spared is left out. */
#define DTL_HEADLINE_WORDS 20

/* Words beyond which there is no headline. */
#define DTL_HEADLINE_MOST 24

/* Bytes of a headline; a longer one is given up. */
#define DTL_HEADLINE_BYTES 600

/* Where a word of the sentence goes. */
typedef enum {
    DTL_PART_OUT = 0, /* left out */
    DTL_PART_SUBJECT,
    DTL_PART_VERB,    /* auxiliaries, the verb, its particles */
    DTL_PART_OBJECT,  /* what "which they took" is told of */
    DTL_PART_REST,    /* what stands behind the verb */
    DTL_PART_FRONT,   /* stood in front of the subject: goes last */
    DTL_PART_NEVER    /* left out whatever it hangs on */
} dtl_part;

/* How the verb is written. */
typedef enum {
    DTL_FORM_PLAIN = 0, /* as it stands, with its auxiliaries */
    DTL_FORM_TO,        /* "to meet": planned */
    DTL_FORM_MAY,       /* "may meet": possible */
    DTL_FORM_PAST,      /* "prompted" for "prompting" */
    DTL_FORM_WAS,       /* "was shot" for "shot" behind a noun */
    DTL_FORM_NOUN       /* no verb: a noun phrase */
} dtl_form;

typedef struct {
    const dtl_page *page;
    const dtl_event *event;
    bool split;      /* other events have the same verb and other actors */
    int32_t first;   /* of its sentence */
    int32_t count;
    int32_t verb;    /* the verb, or the noun of a DTL_FORM_NOUN */
    int32_t subject; /* its head word or DTL_NONE */
    int32_t object;  /* the noun that a relative clause is of, or DTL_NONE */
    int32_t actor;   /* who the subject is, or DTL_NONE */
    const dtl_event *it; /* the event that the subject "it" means, or NULL */
    const char *its_name; /* and its headline without a verb */
    dtl_form form;
    uint8_t part[DTL_MAX_SENTENCE_WORDS];   /* dtl_part */
    int16_t member[DTL_MAX_SENTENCE_WORDS]; /* 1 + the coordinated word that
                                               it stands in, or 0 */
} dtl_clause;

/* The verb that a noun and its event share: "held" of "held talks"; a verb's
 * event has its own. DTL_NONE: none. */
int32_t dtl_clause_verb(const dtl_page *page, const dtl_event *event);

/* Finds verb, subject and form; false when the event has no clause that
 * could be told. */
bool dtl_clause_find(dtl_clause *clause, const dtl_page *page,
                     const dtl_event *event);

/* How the verb is written, before its subject is known. */
dtl_form dtl_clause_form(const dtl_page *page, const dtl_event *event,
                         int32_t verb);

/* "The decision will anger the miners": "the decision to anger them" says
 * something else. */
bool dtl_clause_keeps_will(const dtl_clause *clause);

/* The subject that the parse gives to the event's verb, or DTL_NONE. */
int32_t dtl_clause_subject(const dtl_page *page, const dtl_event *event);

/* "the ministers", "Norland and Luria"; not a person's name. */
bool dtl_clause_is_plural(const dtl_clause *clause);

/* Finds subject, actor and what "it" means, the verb's form being known. */
void dtl_clause_find_subject(dtl_clause *clause);

/* Who the story says does it, or suffers it in the passive; NULL. */
const dtl_participant *dtl_clause_doer(const dtl_event *event, bool passive);

/* "which", "who", "that". */
bool dtl_clause_is_relative(const dtl_word *word);

/* The noun that a relative pronoun of the verb's clause stands for; any other
 * word itself. */
int32_t dtl_clause_antecedent(const dtl_page *page, int32_t verb,
                              int32_t word);

/* Finds the object of a relative clause where that is the noun outside; false
 * when it is, and cannot be told. */
bool dtl_clause_fill_gap(dtl_clause *clause);

/* The kinds of clause_words.def, which says what each is. */
typedef enum {
    DTL_WORDS_ASIDE = 0,
    DTL_WORDS_ADVERB,
    DTL_WORDS_WHERE,
    DTL_WORDS_PERIOD,
    DTL_WORDS_SPENDING,
    DTL_WORDS_ASKING,
    DTL_WORDS_APPOINTING,
    DTL_WORDS_WHOLE
} dtl_clause_words;

bool dtl_clause_lists(dtl_clause_words kind, const char *lemma);

/* Prepositions of what the date column tells, and of comments. */
#define DTL_LINKS_OF_TIME                                                     \
    "since until till before after during amid following despite"
#define DTL_LINKS_OF_COMMENT                                                  \
    "include including such than besides except unlike because due despite "  \
    "regardless"

/* The clause of a noun alone: "Ada Lind's trip". */
void dtl_clause_noun(dtl_clause *clause, const dtl_page *page,
                     const dtl_event *event);

/* The person's name that a title carries as its dependent: "adviser Ada
 * Lind", with the title as head. DTL_NONE: the word is no such title. */
int32_t dtl_clause_name_of_title(const dtl_clause *clause, int32_t word);

/* "Foreign Minister" before the name, "of Norland" behind it. */
bool dtl_clause_is_title(const dtl_clause *clause, int32_t name,
                         int32_t word);

/* Fills part and member. */
void dtl_clause_keep(dtl_clause *clause);

/* Keeps what follows the last kept word and belongs to it, whatever the parse
 * hangs it on. */
void dtl_clause_keep_tail(dtl_clause *clause);

/* "at noon", "a Friday meeting": the date column tells it. */
bool dtl_clause_is_point(const dtl_clause *clause, int32_t word);

/* "according to the mayor". */
bool dtl_clause_is_source(const dtl_clause *clause, int32_t word);

/* The phrase of a preposition stays: no time, source, comment or aside. */
bool dtl_clause_keeps_phrase(const dtl_clause *clause, int32_t word);

/* What a kept word above it needs. */
bool dtl_clause_completes(const dtl_clause *clause, int32_t above,
                          int32_t word);

/* "arrested and deported him": the object of the second verb is the first
 * one's, too. */
bool dtl_clause_shares_object(const dtl_page *page, int32_t first,
                              int32_t second);

/* A report without what it reports ("she said") says nothing. */
bool dtl_clause_says(const dtl_clause *clause);

/* The headline that ends with the word `last` (DTL_NONE: with something
 * else) waits for a word that was left out. */
bool dtl_clause_is_cut(const dtl_clause *clause, int32_t last);

/* Leaves out what can be spared; false when too much remains. */
bool dtl_clause_trim(dtl_clause *clause);

/* The headline, or NULL: too long, a pronoun nobody knows, no memory. */
const char *dtl_clause_write(const dtl_clause *clause, dtl_arena *arena);

/* Writes the past tense of a lemma: "prompted", "went". */
void dtl_form_past(const char *lemma, char *out, size_t size);

/* The word stands in the clause's sentence. */
static inline bool dtl_clause_has(const dtl_clause *clause, int32_t word) {
    return word >= clause->first && word < clause->first + clause->count;
}

static inline bool dtl_clause_is_kept(const dtl_clause *clause,
                                      int32_t word) {
    return dtl_clause_has(clause, word) &&
           clause->part[word - clause->first] != DTL_PART_OUT;
}

static inline uint8_t *dtl_clause_part(dtl_clause *clause, int32_t word) {
    return &clause->part[word - clause->first];
}

static inline const dtl_word *dtl_clause_word(const dtl_clause *clause,
                                              int32_t word) {
    return dtl_page_word(clause->page, word);
}

#endif
