/* model.h - the tree that every stage reads and writes.
 *
 * A document holds sources; a source is one article with everything found
 * in it; the document holds the chronology over all of them. Who fills what:
 *
 *     core/read         source.text, blocks, head, reference
 *     core/language     sentences, words (form, tags, lemma; then the parse)
 *     timeparse         times (found before the parse, resolved after it)
 *     core/story        actors, events (who did what, status, date)
 *     core/chronology   document.actors, document.entries
 *     render            nothing: it reads
 *
 * Everything is plain structs in arrays, tied by index; a span is bytes
 * [start, end) of source.text. -1 (DTL_NONE) is "no such element". Results
 * that a caller sees (dates, statuses, classes) are the types of dateline.h.
 * All memory is the document's arena. */
#ifndef DTL_MODEL_H
#define DTL_MODEL_H

#include <stdbool.h>
#include <stdint.h>

#include "core/base/arena.h"
#include "core/base/text.h"
#include "dateline.h"

#define DTL_NONE (-1)

typedef struct {
    uint32_t start, end; /* bytes of source.text, half-open */
} dtl_span;

/* ---- read ------------------------------------------------------------- */

/* What a stretch of lines is. BODY, TITLE, HEADING, QUOTE and CAPTION are cut
 * into words. HEADING gives no events; those of TITLE and CAPTION stay in the
 * background. */
typedef enum {
    DTL_BLOCK_BODY = 0,
    DTL_BLOCK_TITLE,   /* headline */
    DTL_BLOCK_HEADING, /* section heading: STAYING IN TOUCH */
    DTL_BLOCK_HEADER,  /* leading header line: date 2023-06-18 BEIJING -- */
    DTL_BLOCK_DATELINE,/* WASHINGTON, June 18 (Reuters) - */
    DTL_BLOCK_BYLINE,  /* By Jane Roe */
    DTL_BLOCK_CAPTION, /* of a photograph */
    DTL_BLOCK_CREDIT,  /* (Reporting by ...), contributors, photo credit */
    DTL_BLOCK_NOTE,    /* correction, editor's note */
    DTL_BLOCK_QUOTE,
    DTL_BLOCK_TABLE
} dtl_block_kind;

/* Blocks cover the text in order without overlap; white space between them
 * belongs to none. A paragraph that opens with a dateline is a DATELINE
 * block followed by a BODY block; a caption's "(Name/Agency)" is a CREDIT. */
typedef struct {
    dtl_span span;
    dtl_block_kind kind;
} dtl_block;

typedef enum {
    DTL_FROM_NONE = 0, /* no reference date: relative times stay open */
    DTL_FROM_OPTION,
    DTL_FROM_METADATA,
    DTL_FROM_HEADER,
    DTL_FROM_DATELINE,
    DTL_FROM_TEXT
} dtl_reference_from;

/* What the top of the article says about itself; strings may be NULL. */
typedef struct {
    const char *title, *publisher, *byline, *language;
    bool has_dateline;
    dtl_span dateline;         /* "WASHINGTON, June 18 (Reuters) -" */
    const char *place, *agency;
    dateline_instant date;     /* digits OPEN when the dateline has none */
} dtl_head;

typedef struct {
    const char *code; /* stable: "encoding.replaced", "date.out_of_range" */
    dtl_span span;
    const char *message;
} dtl_note;

/* ---- language --------------------------------------------------------- */

/* Universal part of speech, UD v2. */
typedef enum {
    DTL_POS_X = 0, DTL_POS_ADJ, DTL_POS_ADP, DTL_POS_ADV, DTL_POS_AUX,
    DTL_POS_CCONJ, DTL_POS_DET, DTL_POS_INTJ, DTL_POS_NOUN, DTL_POS_NUM,
    DTL_POS_PART, DTL_POS_PRON, DTL_POS_PROPN, DTL_POS_PUNCT, DTL_POS_SCONJ,
    DTL_POS_SYM, DTL_POS_VERB, DTL_POS_COUNT
} dtl_pos;

/* Penn Treebank tag, as far as it tells what UPOS does not. */
typedef enum {
    DTL_TAG_NONE = 0, /* UPOS says all */
    DTL_TAG_VB, DTL_TAG_VBD, DTL_TAG_VBG, DTL_TAG_VBN, DTL_TAG_VBP,
    DTL_TAG_VBZ, DTL_TAG_MD, DTL_TAG_TO, DTL_TAG_NN, DTL_TAG_NNS,
    DTL_TAG_NNP, DTL_TAG_NNPS, DTL_TAG_POS, DTL_TAG_PRP, DTL_TAG_PRPS,
    DTL_TAG_WDT, DTL_TAG_WP, DTL_TAG_WPS, DTL_TAG_WRB, DTL_TAG_JJ,
    DTL_TAG_JJR, DTL_TAG_JJS, DTL_TAG_RB, DTL_TAG_RBR, DTL_TAG_RBS,
    DTL_TAG_RP, DTL_TAG_IN, DTL_TAG_CD, DTL_TAG_DT, DTL_TAG_EX,
    DTL_TAG_COUNT
} dtl_tag;

static inline bool dtl_pos_is_noun(uint8_t pos) {
    return pos == DTL_POS_NOUN || pos == DTL_POS_PROPN;
}

/* A tense of its own: "sank", "is", "will". */
static inline bool dtl_tag_is_finite(uint8_t tag) {
    return tag == DTL_TAG_VBD || tag == DTL_TAG_VBZ || tag == DTL_TAG_VBP ||
           tag == DTL_TAG_MD;
}

/* UD v2 dependency relations with the subtypes that English treebanks use
 * and later stages need; other subtypes fold onto their relation. */
typedef enum {
    DTL_DEP_DEP = 0, DTL_DEP_ROOT,
    DTL_DEP_NSUBJ, DTL_DEP_NSUBJ_PASS, DTL_DEP_NSUBJ_OUTER,
    DTL_DEP_OBJ, DTL_DEP_IOBJ,
    DTL_DEP_CSUBJ, DTL_DEP_CSUBJ_PASS, DTL_DEP_CCOMP, DTL_DEP_XCOMP,
    DTL_DEP_OBL, DTL_DEP_OBL_AGENT, DTL_DEP_OBL_UNMARKED, /* :tmod, :npmod */
    DTL_DEP_VOCATIVE, DTL_DEP_EXPL, DTL_DEP_DISLOCATED,
    DTL_DEP_ADVCL, DTL_DEP_ADVCL_RELCL, DTL_DEP_ADVMOD, DTL_DEP_DISCOURSE,
    DTL_DEP_AUX, DTL_DEP_AUX_PASS, DTL_DEP_COP, DTL_DEP_MARK,
    DTL_DEP_NMOD, DTL_DEP_NMOD_POSS, DTL_DEP_NMOD_UNMARKED, DTL_DEP_NMOD_DESC,
    DTL_DEP_APPOS, DTL_DEP_NUMMOD, DTL_DEP_ACL, DTL_DEP_ACL_RELCL,
    DTL_DEP_AMOD, DTL_DEP_DET, DTL_DEP_DET_PREDET, DTL_DEP_CASE,
    DTL_DEP_CONJ, DTL_DEP_CC, DTL_DEP_CC_PRECONJ, DTL_DEP_FIXED,
    DTL_DEP_FLAT, DTL_DEP_LIST, DTL_DEP_PARATAXIS, DTL_DEP_COMPOUND,
    DTL_DEP_COMPOUND_PRT, DTL_DEP_ORPHAN, DTL_DEP_GOESWITH,
    DTL_DEP_REPARANDUM, DTL_DEP_PUNCT, DTL_DEP_COUNT
} dtl_dep;

/* "was" of "was shot" and of "was ill". */
static inline bool dtl_dep_is_auxiliary(uint8_t dep) {
    return dep == DTL_DEP_AUX || dep == DTL_DEP_AUX_PASS || dep == DTL_DEP_COP;
}

/* Of a verb: who acts, or whom it befalls. */
static inline bool dtl_dep_is_subject(uint8_t dep) {
    return dep == DTL_DEP_NSUBJ || dep == DTL_DEP_NSUBJ_PASS;
}

/* Names as CoNLL-U writes them: "VERB", "VBD", "nsubj:pass". */
const char *dtl_language_pos_name(dtl_pos pos);
const char *dtl_language_tag_name(dtl_tag tag);
const char *dtl_language_dep_name(dtl_dep dep);

/* WordNet classes a form can have, and gazetteer classes; bits. */
typedef enum {
    DTL_LEX_ACT = 1 << 0, DTL_LEX_EVENT = 1 << 1, DTL_LEX_STATE = 1 << 2,
    DTL_LEX_PROCESS = 1 << 3, DTL_LEX_PHENOMENON = 1 << 4,
    DTL_LEX_COMMUNICATION = 1 << 5, DTL_LEX_COGNITION = 1 << 6,
    DTL_LEX_PERSON = 1 << 7, DTL_LEX_GROUP = 1 << 8, DTL_LEX_LOCATION = 1 << 9,
    DTL_LEX_ARTIFACT = 1 << 10, DTL_LEX_TIME = 1 << 11,
    DTL_LEX_QUANTITY = 1 << 12, DTL_LEX_POSSESSION = 1 << 13,
    DTL_LEX_FEELING = 1 << 14, DTL_LEX_ATTRIBUTE = 1 << 15,
    DTL_LEX_NOUN = 1 << 16, DTL_LEX_VERB = 1 << 17, DTL_LEX_ADJ = 1 << 18,
    DTL_LEX_ADV = 1 << 19
} dtl_lex;

/* Further bits of dtl_word.lex. The parts of speech above are set for
 * inflected forms too; these say which. */
enum {
    DTL_LEX_PLURAL = 1 << 20,      /* of a noun: talks */
    DTL_LEX_PAST = 1 << 21,        /* past tense or participle: said, seen */
    DTL_LEX_GERUND = 1 << 22,      /* -ing form */
    DTL_LEX_THIRD = 1 << 23,       /* third person singular: says */
    DTL_LEX_COMPARATIVE = 1 << 24,
    DTL_LEX_SUPERLATIVE = 1 << 25,
    DTL_LEX_FIRST_NAME = 1 << 26,  /* a person's given name */
    DTL_LEX_NAME = 1 << 27,        /* part of a known person's name */
    DTL_LEX_PLACE = 1 << 28,       /* part of the name of a place */
    DTL_LEX_CAN_PERSON = 1 << 29,  /* some sense is a person: minister */
    DTL_LEX_CAN_GROUP = 1 << 30    /* some sense is a group: party */
};
#define DTL_LEX_DEMONYM (UINT32_C(1) << 31) /* French, Nigerian */

typedef struct {
    dtl_span span;       /* the surface form */
    const char *lemma;   /* lower case but for names; never NULL once tagged */
    uint32_t lex;        /* dtl_lex bits of the form */
    int32_t sentence;    /* index into source.sentences */
    int32_t head;        /* word index in the source, DTL_NONE for a root */
    int32_t time;        /* the time expression it is part of, or DTL_NONE */
    uint8_t pos;         /* dtl_pos */
    uint8_t tag;         /* dtl_tag */
    uint8_t dep;         /* dtl_dep to its head */
    uint8_t quoted;      /* 1: inside quotation marks */
} dtl_word;

typedef struct {
    dtl_span span;
    uint32_t first, count; /* its words */
    int32_t root;          /* word index */
    int32_t block;         /* index into source.blocks */
} dtl_sentence;

/* ---- times ------------------------------------------------------------ */

/* What an expression means before it is resolved; timeparse/ knows. */
struct dtl_meaning;

typedef struct {
    dtl_span span;
    int32_t first, last;   /* its first and last word; DTL_NONE: outside any */
    const struct dtl_meaning *meaning;
    dateline_date date;    /* filled by the resolve stage */
    uint8_t of_article;    /* 1: stands in the header, dateline or caption:
                              it tells when the article was written */
    int8_t tense;          /* of its verb: below 0 looks back, above ahead */
    dateline_instant base; /* what it was counted from; digits OPEN: it
                              stands by itself, or nothing was known */
} dtl_time;

/* ---- story ------------------------------------------------------------ */

typedef struct {
    int32_t first, last;   /* words, inclusive */
    int32_t head;          /* its head word */
    int32_t actor;         /* who it refers to */
    uint8_t kind;          /* dtl_mention_kind */
} dtl_mention;

typedef enum {
    DTL_MENTION_NAME = 0,  /* Ana Brandt, Brandt, the Harbour Office */
    DTL_MENTION_NOMINAL,   /* the secretary, senior Chinese officials */
    DTL_MENTION_PRONOUN    /* he, its, who */
} dtl_mention_kind;

typedef struct {
    const char *name;      /* canonical: the fullest form seen */
    const char *title;     /* "Secretary of State"; may be NULL */
    dateline_actor_type type;
    DTL_LIST(const char *) aliases; /* every other form seen */
    int32_t merged;        /* index into document.actors after build */
    uint32_t mention_count;
} dtl_actor;

typedef struct {
    int32_t actor;         /* index into source.actors */
    int32_t mention;       /* index into source.mentions; DTL_NONE: implied */
    dateline_role role;
} dtl_participant;

/* An event mention: one trigger with one time. A verb with several times
 * gives several of them. */
typedef struct {
    int32_t trigger;       /* word index */
    int32_t clause;        /* the word whose tense and clause it stands in */
    dateline_event_class class_; /* TimeML */
    dateline_tense tense;
    dateline_aspect aspect;
    uint8_t negative;      /* polarity NEG */
    const char *modality;  /* "may", "would", "to"; NULL: none */
    const char *plover;    /* "CONSULT"; NULL: none fits */
    dateline_event_status status;
    const char *reported_by;   /* NULL: the paper's own voice */
    int32_t reporter;      /* event that reports this one, or DTL_NONE */
    DTL_LIST(dtl_participant) participants;
    DTL_LIST(int32_t) places;  /* mentions */
    bool has_date;
    dateline_date date;    /* of the event: relation and basis set */
    int32_t time;          /* the source.times it comes from, or DTL_NONE */
    int32_t anchor;        /* "after the talks": the event it hangs on */
    int32_t same;          /* earlier mention of the same event or DTL_NONE */
    uint8_t background;    /* 1: reporting, state, generic: not on its own */
    float weight;          /* 0 to 1: worth a briefing officer's line */
    int32_t entry;         /* index into document.entries, DTL_NONE */
} dtl_event;

/* ---- source: one article ----------------------------------------------- */

typedef struct {
    const char *id, *uri;
    char sha256[65];       /* of the original bytes, hexadecimal */
    dtl_text text;
    DTL_LIST(dtl_block) blocks;
    dtl_head head;
    DTL_LIST(dtl_note) notes;
    dateline_instant reference; /* digits OPEN: none */
    dtl_reference_from reference_from;
    const char *zone;      /* IANA name or NULL */
    bool day_first;
    DTL_LIST(dtl_sentence) sentences;
    DTL_LIST(dtl_word) words;
    DTL_LIST(dtl_time) times;
    DTL_LIST(dtl_mention) mentions;
    DTL_LIST(dtl_actor) actors;
    DTL_LIST(dtl_event) events;
} dtl_source;

/* ---- document: the chronology ------------------------------------------ */

typedef struct {
    uint32_t source, event;
} dtl_event_ref;

typedef struct {
    uint32_t actor;        /* index into document.actors */
    dateline_role role;
    dateline_at at;        /* where it is said; start == end: implied */
} dtl_role;

/* One line of the chronology: one event, told once or more often. */
typedef struct {
    const char *id;        /* stable: "e1", ... in the order of the text */
    const char *headline;  /* "Ana Brandt arrived in Halvern" */
    dtl_event_ref main;    /* the mention that tells it best */
    DTL_LIST(dtl_event_ref) mentions; /* all of them, in text order */
    dateline_at sentence;
    DTL_LIST(dtl_role) roles;
    DTL_LIST(const char *) places;
    dateline_event_status status;
    const char *reported_by;
    bool dated;
    dateline_date date;
    float confidence;
    uint8_t background;    /* only with --all */
    uint8_t refused;       /* by the filter of this rendering */
} dtl_entry;

/* An actor over all sources. */
typedef struct {
    const char *id;        /* stable: "a1", ... */
    const char *name, *title;
    dateline_actor_type type;
    DTL_LIST(const char *) aliases;
    DTL_LIST(dateline_at) mentions;
    DTL_LIST(uint32_t) entries; /* that it takes part in, in their order */
} dtl_cast;

typedef struct dateline_document {
    dtl_arena arena;
    DTL_LIST(dtl_source *) sources;
    DTL_LIST(dtl_cast) actors;
    DTL_LIST(dtl_entry) entries; /* in order; undated ones behind the rest */
    bool built;
    dateline_status status; /* sticky */
    const char *message;
} dtl_document;

/* The word's or span's bytes. */
static inline const char *dtl_bytes(const dtl_source *source, dtl_span span) {
    return source->text.bytes + span.start;
}

static inline uint32_t dtl_length(dtl_span span) {
    return span.end - span.start;
}

/* The span's bytes are those of `text`. */
bool dtl_span_is(const dtl_source *source, dtl_span span, const char *text);

/* An array of `count` indexes, all DTL_NONE; NULL on failure. */
int32_t *dtl_index_new(dtl_arena *arena, uint32_t count);

/* Threads the children of every word in text order: child[word] is the
 * first, sibling[child] the next. Both have one element a word and are
 * DTL_NONE before. */
void dtl_index_children(const dtl_source *source, int32_t *child,
                        int32_t *sibling);

/* Adds a note; past DTL_MAX_NOTES the last one says so. */
void dtl_note_add(dtl_source *source, dtl_arena *arena, const char *code,
                  dtl_span span, const char *message);

#endif
