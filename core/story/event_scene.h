/* event_scene.h - what the parts of the event stage share.
 *
 * The stage runs over one source in fixed steps, each a file of its own:
 *
 *     event_trigger.c   which words tell an event
 *     event_class.c     its TimeML class
 *     event_tense.c     its clause, tense, aspect, polarity, modality
 *     event_source.c    who reports it
 *     event_status.c    did it happen; event_finite.c asks a finite clause
 *     event_subject.c   (helps the next two) subjects that are left out
 *     event_roles.c     who did what to whom, and where
 *     event_plover.c    its kind of action
 *     event_fold.c      light verbs, aspect and other background
 *
 * Every table is a `.def` file of rows sorted by lemma. */
#ifndef DTL_EVENT_SCENE_H
#define DTL_EVENT_SCENE_H

#include "core/base/listed.h"
#include "core/model.h"

/* One source while its events are found: the parse with children, and
 * which word carries which event and mention. Arrays are one per word. */
typedef struct {
    dtl_source *source;
    dtl_arena *arena;
    int32_t *child;   /* first child or DTL_NONE */
    int32_t *sibling; /* next child of the same head or DTL_NONE */
    int32_t *event;   /* the event that the word triggers or DTL_NONE */
    int32_t *mention; /* the mention that the word heads or DTL_NONE */
} dtl_scene;

/* False when memory ran out. Mentions must be there. */
bool dtl_scene_init(dtl_scene *scene, dtl_source *source, dtl_arena *arena);

#define DTL_EACH_CHILD(scene, child_, word_)                                  \
    for (int32_t child_ = (scene)->child[word_]; child_ != DTL_NONE;          \
         child_ = (scene)->sibling[child_])

static inline const dtl_word *dtl_scene_word(const dtl_scene *scene,
                                             int32_t word) {
    return &scene->source->words.items[word];
}

/* DTL_NONE gives NULL. */
static inline dtl_event *dtl_scene_event(const dtl_scene *scene,
                                         int32_t word) {
    if (word == DTL_NONE || scene->event[word] == DTL_NONE) return NULL;
    return &scene->source->events.items[scene->event[word]];
}

/* First child of that relation, or DTL_NONE. */
int32_t dtl_scene_child(const dtl_scene *scene, int32_t word, dtl_dep dep);

/* First child of any relation with that lemma, or DTL_NONE. */
int32_t dtl_scene_child_lemma(const dtl_scene *scene, int32_t word,
                              const char *lemma);

/* The preposition of a noun ("with" of "with Qin"), or NULL. */
const char *dtl_scene_case(const dtl_scene *scene, int32_t word);

/* The conjunction that opens a clause ("if", "to", "that"), or NULL. */
const char *dtl_scene_mark(const dtl_scene *scene, int32_t word);

/* nsubj, nsubj:pass, csubj: the word's own subject or DTL_NONE. */
int32_t dtl_scene_subject(const dtl_scene *scene, int32_t word);

/* Who stands as subject of a verb, where the sentence leaves it out too: of
 * the verb it is joined to, who controls "to meet", the antecedent of "who".
 * Of a passive it is who suffers it. DTL_NONE when nobody does. */
int32_t dtl_scene_doer(const dtl_scene *scene, int32_t word);

/* A past tense that the tagger took for a participle. */
bool dtl_scene_is_past(const dtl_scene *scene, int32_t word);

bool dtl_scene_is_passive(const dtl_scene *scene, int32_t word);

/* The word's lemma is `lemma`; DTL_NONE is none. */
bool dtl_scene_is(const dtl_scene *scene, int32_t word, const char *lemma);

/* Has a finite form, its own or its auxiliary's. */
bool dtl_scene_is_finite(const dtl_scene *scene, int32_t word);

/* The time below a word, or right behind a noun: "a gathering in May". */
int32_t dtl_scene_time(const dtl_scene *scene, int32_t word);

/* "are meeting on Monday", "a gathering in May": a time ahead of the article
 * stands at the word. */
bool dtl_scene_is_ahead(const dtl_scene *scene, int32_t word);

/* A time that has ended stands at the word or opens its sentence: "March 9:
 * Troops cross the river", as a list of dates tells the past. */
bool dtl_scene_is_over(const dtl_scene *scene, int32_t word);

/* Finds the row whose first member, a lemma, equals `lemma` in a table that
 * is sorted by strcmp; NULL when there is none. */
const void *dtl_row_find(const void *rows, size_t count, size_t size,
                         const char *lemma);

/* The same for a table with several rows of one lemma: the first of them. */
const void *dtl_row_first(const void *rows, size_t count, size_t size,
                          const char *lemma);

/* ---- the steps, in the order they run ----------------------------------- */

void dtl_event_find(dtl_scene *scene);
void dtl_event_classify(dtl_scene *scene);
void dtl_event_tense(dtl_scene *scene);
void dtl_event_attribute(dtl_scene *scene);
void dtl_event_judge(dtl_scene *scene);
void dtl_event_cast(dtl_scene *scene);
void dtl_event_kind(dtl_scene *scene);
void dtl_event_fold(dtl_scene *scene);

/* ---- tables that more than one step asks --------------------------------- */

/* How an event noun is read. */
typedef struct {
    const char *lemma;
    int strength;              /* 0 to 100: how often it tells an event */
    dateline_event_class class_;
    int flags;                 /* dtl_noun_flags */
    const char *example;
} dtl_event_noun;

typedef enum {
    DTL_NOUN_PLAIN = 0,
    DTL_NOUN_DOER = 1,   /* "of X" is who does it: the arrival of X */
    DTL_NOUN_DONE = 2,   /* "X's" suffers it: X's arrest */
    DTL_NOUN_MUTUAL = 4, /* all sides do it: talks, meeting */
    DTL_NOUN_ALWAYS = 8, /* its class needs no clause: a failed attempt */
    DTL_NOUN_SPOKEN = 16 /* there was one though what it says failed: a call */
} dtl_noun_flags;

const dtl_event_noun *dtl_event_noun_find(const char *lemma);
const dtl_event_noun *dtl_event_noun_rows(size_t *count);

/* A noun by which somebody says what shall be or is; NULL is none. */
static inline bool dtl_noun_is_spoken(const dtl_event_noun *row) {
    return row && (row->class_ == DATELINE_CLASS_I_ACTION ||
                   row->class_ == DATELINE_CLASS_REPORTING ||
                   row->class_ == DATELINE_CLASS_I_STATE ||
                   row->flags & DTL_NOUN_SPOKEN);
}

/* Adjectives that are states; only lemma, class and example count. */
const dtl_event_noun *dtl_event_state_find(const char *lemma);
const dtl_event_noun *dtl_event_state_rows(size_t *count);

/* How a verb is read. */
typedef struct {
    const char *lemma;
    dateline_event_class class_;
    int frame; /* dtl_verb_frame: when the class holds */
    const char *example;
} dtl_event_verb;

typedef enum {
    DTL_FRAME_ANY = 0,
    DTL_FRAME_CLAUSE,  /* with a clause */
    DTL_FRAME_EVENT,   /* with a clause or an event noun */
    DTL_FRAME_SPEECH,  /* any; and its subject speaks */
    DTL_FRAME_SPEECH_CLAUSE, /* speaks when it has a clause or quotation */
    DTL_FRAME_OBJECT,  /* with an object */
    DTL_FRAME_ACTIVE,  /* not in the passive */
    DTL_FRAME_NAMED,   /* with an object and what it is called */
    DTL_FRAME_FOR,     /* with "for" or "on" */
    DTL_FRAME_GERUND,  /* with an -ing form */
    DTL_FRAME_THING    /* active, with an object that is no event */
} dtl_verb_frame;

const dtl_event_verb *dtl_event_verb_rows(size_t *count);

/* What a word does to the clause or noun that it governs. */
typedef enum {
    DTL_EFFECT_NONE = 0,
    DTL_EFFECT_PLANS, /* it is planned */
    DTL_EFFECT_HOPES, /* it is possible */
    DTL_EFFECT_STOPS  /* it does not happen */
} dtl_effect;

typedef struct {
    const char *lemma;
    dtl_effect effect;
    const char *example, *trigger;
    dateline_event_status status;
} dtl_event_governor;

const dtl_event_governor *dtl_event_governor_rows(size_t *count);

/* A kind of action. */
typedef struct {
    const char *lemma, *class_;
    const char *with; /* what must stand at the word; "" nothing */
    const char *example;
} dtl_event_action;

const dtl_event_action *dtl_event_action_rows(size_t *count);

/* True when the word is a verb that reports its clause. */
bool dtl_event_speaks(const dtl_scene *scene, int32_t word);

/* The word that names who speaks through a reporting word; DTL_NONE when
 * nobody is named. */
int32_t dtl_event_speaker(const dtl_scene *scene, int32_t reporter);

/* A verb that says only that its noun happens: hold talks, make a visit. */
bool dtl_event_is_light(const dtl_scene *scene, int32_t word);

#endif
