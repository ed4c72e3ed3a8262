/* event_scene.c - the parse with children, and questions to it. */
#include "core/story/event_scene.h"

#include <string.h>

/* The longest mention of a head word stands for it. */
static void link_mentions(dtl_scene *scene) {
    const dtl_source *source = scene->source;
    for (uint32_t i = 0; i < source->mentions.count; i++) {
        const dtl_mention *m = &source->mentions.items[i];
        const int32_t old = scene->mention[m->head];
        if (old != DTL_NONE) {
            const dtl_mention *o = &source->mentions.items[old];
            if (o->last - o->first >= m->last - m->first) continue;
        }
        scene->mention[m->head] = (int32_t)i;
    }
}

bool dtl_scene_init(dtl_scene *scene, dtl_source *source, dtl_arena *arena) {
    const uint32_t count = source->words.count;
    *scene = (dtl_scene){.source = source, .arena = arena};
    scene->child = dtl_index_new(arena, count);
    scene->sibling = dtl_index_new(arena, count);
    scene->event = dtl_index_new(arena, count);
    scene->mention = dtl_index_new(arena, count);
    if (arena->failed) return false;
    dtl_index_children(scene->source, scene->child, scene->sibling);
    link_mentions(scene);
    return true;
}

int32_t dtl_scene_child(const dtl_scene *scene, int32_t word, dtl_dep dep) {
    DTL_EACH_CHILD(scene, c, word) {
        if (dtl_scene_word(scene, c)->dep == dep) return c;
    }
    return DTL_NONE;
}

bool dtl_scene_is(const dtl_scene *scene, int32_t word, const char *lemma) {
    return word != DTL_NONE &&
           strcmp(dtl_scene_word(scene, word)->lemma, lemma) == 0;
}

int32_t dtl_scene_child_lemma(const dtl_scene *scene, int32_t word,
                              const char *lemma) {
    DTL_EACH_CHILD(scene, c, word) {
        if (dtl_scene_is(scene, c, lemma)) return c;
    }
    return DTL_NONE;
}

const char *dtl_scene_case(const dtl_scene *scene, int32_t word) {
    const int32_t c = dtl_scene_child(scene, word, DTL_DEP_CASE);
    return c == DTL_NONE ? NULL : dtl_scene_word(scene, c)->lemma;
}

const char *dtl_scene_mark(const dtl_scene *scene, int32_t word) {
    const int32_t c = dtl_scene_child(scene, word, DTL_DEP_MARK);
    return c == DTL_NONE ? NULL : dtl_scene_word(scene, c)->lemma;
}

static bool is_subject(uint8_t dep) {
    return dtl_dep_is_subject(dep) || dep == DTL_DEP_NSUBJ_OUTER ||
           dep == DTL_DEP_CSUBJ || dep == DTL_DEP_CSUBJ_PASS;
}

/* The parser sometimes gives a title and its name as two subjects: the one
 * that is a mention counts. */
int32_t dtl_scene_subject(const dtl_scene *scene, int32_t word) {
    int32_t subject = DTL_NONE;
    DTL_EACH_CHILD(scene, c, word) {
        if (!is_subject(dtl_scene_word(scene, c)->dep)) continue;
        if (subject == DTL_NONE || scene->mention[subject] == DTL_NONE)
            subject = c;
    }
    return subject;
}

#define INTRANSITIVE "arrive travel come go fall die rise occur happen vanish " \
                     "emerge collapse resign flee depart"

#define TWO_OBJECTS "give award grant name call pay offer teach show tell ask " \
                    "send deny allow dub elect appoint consider make"

/* A noun that stands where only a clause can. */
static bool lacks_verb(const dtl_scene *scene, int32_t noun) {
    if (scene->mention[noun] == DTL_NONE) return false;
    switch (dtl_scene_word(scene, noun)->dep) {
    case DTL_DEP_ROOT:
    case DTL_DEP_CCOMP:
    case DTL_DEP_PARATAXIS:
    case DTL_DEP_ADVCL: return true;
    case DTL_DEP_OBL:
        return dtl_scene_child(scene, noun, DTL_DEP_CASE) == DTL_NONE;
    default: return false;
    }
}

/* "Berg traveled to Geneva", "guerrillas wounded two men" with the verb hung
 * on its subject as a participle: it has an object, or its noun lacks a
 * verb. */
static bool is_missing_verb(const dtl_scene *scene, int32_t word) {
    const dtl_word *w = dtl_scene_word(scene, word);
    if (w->dep != DTL_DEP_ACL || w->head == DTL_NONE || w->head > word)
        return false;
    if (dtl_scene_child(scene, word, DTL_DEP_OBL_AGENT) != DTL_NONE)
        return false;
    if (lacks_verb(scene, w->head)) return true;
    return dtl_scene_child(scene, word, DTL_DEP_OBJ) != DTL_NONE &&
           !dtl_listed(w->lemma, TWO_OBJECTS);
}

/* Right of the verb, without a preposition: an object, whatever the parse
 * calls it. */
static bool is_bare_object(const dtl_scene *scene, int32_t verb,
                           int32_t word) {
    const dtl_word *w = dtl_scene_word(scene, word);
    if (word < verb || w->time != DTL_NONE) return false;
    if (w->dep == DTL_DEP_OBJ) return true;
    return (w->dep == DTL_DEP_OBL || w->dep == DTL_DEP_OBL_AGENT) &&
           dtl_pos_is_noun(w->pos) &&
           dtl_scene_child(scene, word, DTL_DEP_CASE) == DTL_NONE;
}

/* "The army forced out the settlers" read as a passive: the subject of a
 * clause's first verb that has no auxiliary but an object. */
static bool is_active_in_disguise(const dtl_scene *scene, int32_t verb) {
    const dtl_word *w = dtl_scene_word(scene, verb);
    bool object = false;
    if (w->tag != DTL_TAG_VBN || dtl_listed(w->lemma, TWO_OBJECTS) ||
        (w->dep != DTL_DEP_ROOT && w->dep != DTL_DEP_CCOMP))
        return false;
    DTL_EACH_CHILD(scene, c, verb) {
        const uint8_t dep = dtl_scene_word(scene, c)->dep;
        if (dep == DTL_DEP_AUX_PASS || dep == DTL_DEP_AUX) return false;
        object |= is_bare_object(scene, verb, c);
    }
    return object;
}

/* It heads a clause and has an object or clause below it but no auxiliary. */
static bool is_clause_head(const dtl_scene *scene, int32_t word) {
    const dtl_word *w = dtl_scene_word(scene, word);
    if (w->dep != DTL_DEP_ROOT && w->dep != DTL_DEP_CCOMP &&
        w->dep != DTL_DEP_PARATAXIS)
        return false;
    bool governs = false;
    DTL_EACH_CHILD(scene, c, word) {
        switch (dtl_scene_word(scene, c)->dep) {
        case DTL_DEP_AUX:
        case DTL_DEP_AUX_PASS:
        case DTL_DEP_NSUBJ_PASS: return false;
        case DTL_DEP_OBJ:
        case DTL_DEP_CCOMP:
        case DTL_DEP_XCOMP: governs = true; break;
        default: break;
        }
    }
    return governs;
}

bool dtl_scene_is_past(const dtl_scene *scene, int32_t word) {
    return dtl_scene_word(scene, word)->tag == DTL_TAG_VBN &&
           (is_clause_head(scene, word) || is_missing_verb(scene, word) ||
            is_active_in_disguise(scene, word));
}

/* "was held", "a report published Monday": a past participle with an
 * auxiliary of the passive, or with none at all. */
bool dtl_scene_is_passive(const dtl_scene *scene, int32_t word) {
    const dtl_word *w = dtl_scene_word(scene, word);
    bool active = w->tag != DTL_TAG_VBN;
    if (is_active_in_disguise(scene, word)) return false;
    DTL_EACH_CHILD(scene, c, word) {
        const uint8_t dep = dtl_scene_word(scene, c)->dep;
        if (dep == DTL_DEP_AUX_PASS || dep == DTL_DEP_NSUBJ_PASS ||
            dep == DTL_DEP_CSUBJ_PASS)
            return true;
        active |= dep == DTL_DEP_AUX || dep == DTL_DEP_NSUBJ;
    }
    return !active && !dtl_scene_is_past(scene, word) &&
           !dtl_listed(w->lemma, INTRANSITIVE);
}

bool dtl_scene_is_finite(const dtl_scene *scene, int32_t word) {
    if (dtl_tag_is_finite(dtl_scene_word(scene, word)->tag) ||
        dtl_scene_is_past(scene, word))
        return true;
    DTL_EACH_CHILD(scene, c, word) {
        const dtl_word *w = dtl_scene_word(scene, c);
        if (dtl_dep_is_auxiliary(w->dep) && dtl_tag_is_finite(w->tag))
            return true;
    }
    return false;
}

int32_t dtl_scene_time(const dtl_scene *scene, int32_t word) {
    DTL_EACH_CHILD(scene, c, word) {
        const int32_t time = dtl_scene_word(scene, c)->time;
        if (time != DTL_NONE) return time;
    }
    const int32_t count = (int32_t)scene->source->words.count;
    if (dtl_scene_word(scene, word)->pos != DTL_POS_NOUN) return DTL_NONE;
    for (int32_t i = word + 1; i <= word + 3 && i < count; i++) {
        const dtl_word *w = dtl_scene_word(scene, i);
        if (w->time != DTL_NONE) return w->time;
        if (w->pos == DTL_POS_VERB || w->pos == DTL_POS_PUNCT) break;
    }
    return DTL_NONE;
}

/* The time lies behind the article's day, as far as its digits tell. */
static bool is_later(const dtl_source *source, int32_t time) {
    const dateline_instant *now = &source->reference;
    const dateline_instant *at = &source->times.items[time].date.begin;
    if (now->digits < DATELINE_DIGITS_DAY ||
        at->digits < DATELINE_DIGITS_YEAR)
        return false;
    if (at->year != now->year) return at->year > now->year;
    if (at->digits < DATELINE_DIGITS_MONTH) return false;
    if (at->month != now->month) return at->month > now->month;
    return at->digits >= DATELINE_DIGITS_DAY && at->day > now->day;
}

bool dtl_scene_is_ahead(const dtl_scene *scene, int32_t word) {
    const int32_t time = dtl_scene_time(scene, word);
    return time != DTL_NONE && is_later(scene->source, time);
}

/* The time that opens the sentence of a word: "March 9: Troops cross ...". */
static int32_t opening_time(const dtl_scene *scene, int32_t word) {
    const dtl_source *source = scene->source;
    const dtl_sentence *s =
        &source->sentences.items[dtl_scene_word(scene, word)->sentence];
    for (uint32_t i = s->first; i < s->first + s->count && i < s->first + 3; i++)
        if (source->words.items[i].time != DTL_NONE)
            return source->words.items[i].time;
    return DTL_NONE;
}

/* A half-open interval with the end `a` is over on the day `b`. */
static bool ends_by(const dateline_instant *a, const dateline_instant *b) {
    if (a->year != b->year) return a->year < b->year;
    if (a->month != b->month) return a->month < b->month;
    return a->day <= b->day;
}

bool dtl_scene_is_over(const dtl_scene *scene, int32_t word) {
    const dateline_instant *now = &scene->source->reference;
    int32_t time = dtl_scene_time(scene, word);
    if (time == DTL_NONE) time = opening_time(scene, word);
    if (time == DTL_NONE || now->digits < DATELINE_DIGITS_DAY) return false;
    const dateline_date *date = &scene->source->times.items[time].date;
    return date->timex3.type == DATELINE_TIMEX_DATE &&
           date->end.digits >= DATELINE_DIGITS_YEAR &&
           ends_by(&date->end, now);
}

static const char *row_key(const void *row) {
    const char *key;
    memcpy(&key, row, sizeof key);
    return key;
}

const void *dtl_row_find(const void *rows, size_t count, size_t size,
                         const char *lemma) {
    size_t low = 0, high = count;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        const char *row = (const char *)rows + middle * size;
        const int order = strcmp(lemma, row_key(row));
        if (order == 0) return row;
        if (order < 0) high = middle;
        else low = middle + 1;
    }
    return NULL;
}

const void *dtl_row_first(const void *rows, size_t count, size_t size,
                          const char *lemma) {
    const char *row = dtl_row_find(rows, count, size, lemma);
    while (row && row > (const char *)rows &&
           strcmp(row_key(row - size), lemma) == 0)
        row -= size;
    return row;
}
