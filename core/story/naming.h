/* naming.h - what the parts of the actor stage share.
 *
 * The stage runs over one source in fixed steps:
 *
 *     name_word.c  which words can be part of a name
 *     names.c      which words are a name, and which its title
 *     name_type.c  what a name's form and place say of its kind
 *     nominals.c   noun phrases that can act: senior Chinese officials
 *     pronouns.c   he, its, who
 *     casting.c    who is who: names to actors, cast_nominals.c: nominals
 *     actors.c     the stage itself; names, aliases and types at its end
 *
 * A clue is a mention while the stage still thinks about it. */
#ifndef DTL_NAMING_H
#define DTL_NAMING_H

#include "core/model.h"
#include "core/story/gazetteer.h"
#include "core/story/key.h"

#define DTL_ACTOR_TYPES 5

/* Sentences that a pronoun or "the company" looks back over. */
#define DTL_LOOK_BACK 4

/* Mentions that a pronoun or "the company" weighs. */
#define DTL_LOOK_BACK_MENTIONS 24

/* Aliases kept for one actor. */
#define DTL_MAX_ALIASES 24

typedef struct {
    dtl_mention mention;     /* first, last: the name without its title */
    int32_t title_first, title_last; /* DTL_NONE: none */
    int32_t of;              /* nominal: the word that owns it, "Biden" in
                                "Biden's adviser"; DTL_NONE: none */
    int32_t link;            /* the clue it is in apposition to */
    const char *country;     /* "China" of "Chinese officials" */
    int votes[DTL_ACTOR_TYPES];
    uint64_t signs;          /* of a name: rows of name_votes.def */
    uint32_t kinds;          /* dtl_gaz_kind of the whole name or the noun */
    const char *full;        /* what the gazetteer calls it in full */
    char gender;             /* 'm', 'f' or 0 */
    bool plural, definite, acts; /* acts: as a subject or owner does */
    bool bare;               /* nominal: nothing but article and noun */
} dtl_clue;

/* What is remembered of an actor beside the model's own members. */
typedef struct {
    uint64_t signs;          /* of all its names */
    int votes[DTL_ACTOR_TYPES]; /* of what stands around its mentions */
    uint32_t votes_count;
    dateline_actor_type type;
    char gender;
    bool plural, named;
    int32_t best;            /* the clue that its name comes from */
    int32_t title;           /* the clue that its title comes from */
    const char *full;        /* the gazetteer's name; goes before all */
    const char *country;
    uint32_t kinds;
} dtl_profile;

/* One source while its actors are found. Arrays are one per word. */
typedef struct {
    dtl_source *source;
    dtl_arena *arena;
    const dtl_gaz_row **rows; /* what the gazetteer says of the word */
    int32_t *child, *sibling; /* the parse downwards, or DTL_NONE */
    int32_t *owner;           /* the clue that covers the word */
    int32_t *headed;          /* the clue that the word heads */
    bool *plain;              /* one per sentence: not all in capitals */
    DTL_LIST(dtl_clue) clues;
    DTL_LIST(dtl_profile) profiles; /* one per actor */
    dtl_key_index keys;       /* names and what stands for them to actors */
} dtl_naming;

#define DTL_EACH_PART(naming, child_, word_)                                  \
    for (int32_t child_ = (naming)->child[word_]; child_ != DTL_NONE;         \
         child_ = (naming)->sibling[child_])

static inline const dtl_word *dtl_naming_word(const dtl_naming *naming,
                                              int32_t word) {
    return &naming->source->words.items[word];
}

static inline const char *dtl_naming_bytes(const dtl_naming *naming,
                                           int32_t word) {
    return dtl_bytes(naming->source, dtl_naming_word(naming, word)->span);
}

static inline uint32_t dtl_naming_length(const dtl_naming *naming,
                                         int32_t word) {
    return dtl_length(dtl_naming_word(naming, word)->span);
}

/* ---- naming.c: questions to words --------------------------------------- */

/* False when memory ran out. */
bool dtl_naming_init(dtl_naming *naming, dtl_source *source,
                     dtl_arena *arena);

/* The sentence stands where actors are told of: no section heading. */
bool dtl_naming_tells(const dtl_naming *naming, int32_t sentence);

bool dtl_naming_is(const dtl_naming *naming, int32_t word, const char *text);
bool dtl_naming_is_upper(const dtl_naming *naming, int32_t word);

/* The word is one of `list`, lower case and separated by blanks. */
bool dtl_naming_in(const dtl_naming *naming, int32_t word, const char *list);

/* A verb whose subject is a person or body: said. */
bool dtl_naming_is_speech(const dtl_word *verb);

/* What the gazetteer says of the words first..last as one phrase. */
const dtl_gaz_row *dtl_naming_phrase(const dtl_naming *naming, int32_t first,
                                     int32_t last);

/* The first child with that relation, or DTL_NONE. */
int32_t dtl_naming_child(const dtl_naming *naming, int32_t word, dtl_dep dep);

/* The word in first..last whose head lies outside; the last such. */
int32_t dtl_naming_head(const dtl_naming *naming, int32_t first, int32_t last);

/* The last word of the sentence that the word stands in. */
int32_t dtl_naming_end(const dtl_naming *naming, int32_t word);

/* The words' text with single blanks, in the arena; NULL on failure. */
const char *dtl_naming_text(const dtl_naming *naming, int32_t first,
                            int32_t last);

/* Stands as subject (also of a passive), owner or agent. */
bool dtl_naming_acts(const dtl_naming *naming, int32_t word);

/* Adds a clue and marks its words; NULL on failure. */
dtl_clue *dtl_naming_add(dtl_naming *naming, const dtl_clue *clue);

/* ---- the steps ---------------------------------------------------------- */

void dtl_names_find(dtl_naming *naming);
void dtl_name_vote(const dtl_naming *naming, dtl_clue *clue);
void dtl_nominals_find(dtl_naming *naming);
void dtl_casting_names(dtl_naming *naming);
void dtl_casting_nominals(dtl_naming *naming);
void dtl_casting_rest(dtl_naming *naming); /* after the pronouns */
void dtl_pronouns_find(dtl_naming *naming);

/* The name is apposed to a noun of these kinds: a sign of its type. */
void dtl_name_apposed(dtl_clue *clue, uint32_t noun);

/* The votes of signs, added to `votes`. */
void dtl_name_weigh(uint64_t signs, int votes[DTL_ACTOR_TYPES]);

/* Those of the name's own words; the others stand around it. */
extern const uint64_t dtl_signs_of_form;

/* Those that hold for a person or body under every name: a title. */
extern const uint64_t dtl_signs_of_title;

dateline_actor_type dtl_casting_type(const dtl_profile *profile);

#endif
