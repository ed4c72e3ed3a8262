/* clause_writer.h - a headline while it is written.
 *
 *     clause_writer.c   one word behind the other
 *     clause_list.c     commas and conjunctions between coordinated words
 *     clause_name.c     actors by name
 *     clause_pronoun.c  names for pronouns
 *     clause_verb.c     the verb in the clause's form
 *     clause_write.c    the order of the parts */
#ifndef DTL_CLAUSE_WRITER_H
#define DTL_CLAUSE_WRITER_H

#include "core/chronology/clause.h"

/* Actors that are remembered as named already. */
#define DTL_WRITER_NAMES 8

typedef struct {
    const dtl_clause *clause;
    char text[DTL_HEADLINE_BYTES];
    size_t length;
    bool failed;
    bool denied;  /* a negated verb has its negation */
    bool spoken;  /* in the first person: the speaker's name goes in front */
    int32_t last; /* the word written last, DTL_NONE: other */
    int32_t named[DTL_WRITER_NAMES];
    int named_count;
    int32_t skip_mention; /* its name is written already */
} dtl_writer;

static inline const dtl_word *dtl_writer_word(const dtl_writer *w,
                                              int32_t word) {
    return dtl_clause_word(w->clause, word);
}

/* Text right behind the last, and with a blank between. */
void dtl_writer_glue(dtl_writer *w, const char *text);
void dtl_writer_put(dtl_writer *w, const char *text);

/* A word as the article has it, small inside the headline. */
void dtl_writer_copy(dtl_writer *w, int32_t word);

/* What goes between the coordinated word and the one before it. */
void dtl_writer_separate(dtl_writer *w, int32_t member);

/* The actor's name. */
void dtl_writer_actor(dtl_writer *w, int32_t actor);

/* The 's behind a name. */
void dtl_writer_owner(dtl_writer *w);

/* A word of a person's name, or the 's behind one; false: it is neither. */
bool dtl_writer_name(dtl_writer *w, int32_t word);

/* A personal pronoun or "whose"; false: it is neither. */
bool dtl_writer_pronoun(dtl_writer *w, int32_t word);

/* "to", "may", in front of the verb. */
void dtl_writer_open_verb(dtl_writer *w);

/* An auxiliary that has no place in the clause's form. */
bool dtl_writer_drops(const dtl_writer *w, int32_t word);

/* The verb, or an auxiliary in another form than it was found in; false: the
 * word is neither. */
bool dtl_writer_verb(dtl_writer *w, int32_t word);

/* "not" behind the first word of a denied verb that lost its negation; a verb
 * without an auxiliary cannot be denied. */
void dtl_writer_deny(dtl_writer *w, int32_t word);

#endif
