/* dates_same.c - the same event told twice in one article.
 *
 * "The governor cancelled the trip in May. ... Since the cancellation": the
 * same verb or its noun, with a doer or a sufferer in common, or a definite
 * noun with nobody against it. event.same is the first telling; a telling
 * without a date takes it from the one that has one. Each event looks at a
 * few earlier ones of its stem only, so that time stays linear. */
#include <string.h>

#include "core/story/dates.h"

/* Earlier tellings that are looked at. */
#define DEPTH 6

typedef struct {
    const char *noun, *verb;
} noun_row;

static const char *stem_of(const char *lemma) {
    static const noun_row rows[] = {
#define NOUN(noun_, verb_) {noun_, verb_},
#include "core/story/dates_nouns.def"
#undef NOUN
    };
    const noun_row *row = dtl_row_find(rows, sizeof rows / sizeof *rows,
                                       sizeof *rows, lemma);
    return row ? row->verb : lemma;
}

const char *dtl_event_stem(const dtl_source *source, const dtl_event *event) {
    return stem_of(source->words.items[event->trigger].lemma);
}

/* The last event of each stem, and the one before each event. */
typedef struct {
    int32_t *slots; /* of a hash table of events */
    uint32_t mask;
    int32_t *before;
} dtl_stems;

static uint32_t hash_of(const char *text) {
    uint32_t hash = 2166136261u;
    for (; *text; text++) hash = (hash ^ (unsigned char)*text) * 16777619u;
    return hash ^ hash >> 15;
}

static bool init(dtl_stems *stems, const dtl_dating *d) {
    const uint32_t count = d->scene.source->events.count;
    uint32_t size = 16;
    while (size < 2 * count) size *= 2;
    stems->mask = size - 1;
    stems->slots = dtl_arena_array(d->scene.arena, size, sizeof(int32_t));
    stems->before = dtl_arena_array(d->scene.arena, count, sizeof(int32_t));
    if (!stems->slots || !stems->before) return false;
    memset(stems->slots, 0xff, size * sizeof(int32_t));
    memset(stems->before, 0xff, count * sizeof(int32_t));
    return true;
}

/* Enters an event; before[event] is then the last one of its stem. */
static void enter(dtl_stems *stems, const dtl_dating *d, uint32_t number) {
    const dtl_source *source = d->scene.source;
    const char *stem = dtl_event_stem(source, &source->events.items[number]);
    uint32_t at = hash_of(stem) & stems->mask;
    for (;; at = (at + 1) & stems->mask) {
        const int32_t other = stems->slots[at];
        if (other == DTL_NONE) break;
        if (strcmp(stem, dtl_event_stem(
                             source, &source->events.items[other])) == 0)
            break;
    }
    stems->before[number] = stems->slots[at];
    stems->slots[at] = (int32_t)number;
}

/* ---- compatible? -------------------------------------------------------- */

static bool is_noun(const dtl_dating *d, const dtl_event *event) {
    return dtl_pos_is_noun(dtl_dating_word(d, event->trigger)->pos);
}

static bool is_plural(const dtl_dating *d, const dtl_event *event) {
    return dtl_dating_word(d, event->trigger)->tag == DTL_TAG_NNS;
}

static bool is_definite(const dtl_dating *d, const dtl_event *event) {
    DTL_EACH_CHILD(&d->scene, c, event->trigger) {
        const dtl_word *word = dtl_dating_word(d, c);
        if (word->dep == DTL_DEP_NMOD_POSS) return true;
        if (word->dep == DTL_DEP_DET &&
            dtl_listed(word->lemma, "the this that these those"))
            return true;
    }
    return false;
}

static bool has_actor(const dtl_event *event, int32_t actor) {
    for (uint32_t i = 0; i < event->participants.count; i++)
        if (event->participants.items[i].actor == actor) return true;
    return false;
}

static bool share_actor(const dtl_event *a, const dtl_event *b) {
    for (uint32_t i = 0; i < a->participants.count; i++)
        if (has_actor(b, a->participants.items[i].actor)) return true;
    return false;
}

/* Their dates do not exclude each other. */
static bool dates_meet(const dtl_event *a, const dtl_event *b) {
    if (!a->has_date || !b->has_date) return true;
    const dateline_date *x = &a->date, *y = &b->date;
    if (x->end.digits && y->begin.digits &&
        dtl_instant_order(x->end, y->begin) <= 0)
        return false;
    return !(y->end.digits && x->begin.digits &&
             dtl_instant_order(y->end, x->begin) <= 0);
}

/* "Navy foils attack" over "The navy foiled an attack on Monday". */
static bool is_title(const dtl_dating *d, const dtl_event *event) {
    const int32_t sentence = dtl_dating_word(d, event->trigger)->sentence;
    return event->tense == DATELINE_TENSE_PRESENT && sentence <= 1;
}

static bool is_same(const dtl_dating *d, const dtl_event *late,
                    const dtl_event *early) {
    if (!dates_meet(late, early)) return false;
    if (late->trigger == early->trigger) return false;
    if (late->class_ == DATELINE_CLASS_REPORTING ||
        late->class_ == DATELINE_CLASS_STATE)
        return false;
    if (is_plural(d, late) != is_plural(d, early) && is_noun(d, late) &&
        is_noun(d, early))
        return false;
    const bool nobody = !late->participants.count ||
                        !early->participants.count;
    if (is_noun(d, late))
        return is_definite(d, late) || (nobody && is_noun(d, early));
    if (!share_actor(late, early) || late->negative != early->negative)
        return false;
    return late->tense == early->tense || is_title(d, early);
}

static int32_t find_same(const dtl_dating *d, const dtl_stems *stems,
                         uint32_t number) {
    const dtl_source *source = d->scene.source;
    int32_t other = stems->before[number];
    for (int depth = 0; other != DTL_NONE && depth < DEPTH; depth++) {
        if (is_same(d, &source->events.items[number],
                    &source->events.items[other]))
            return other;
        other = stems->before[other];
    }
    return DTL_NONE;
}

/* ---- one date for all tellings ------------------------------------------ */

/* Of a first telling: the telling whose date is the best so far. */
static void note_best(const dtl_source *source, int32_t *best, uint32_t root,
                      uint32_t number) {
    const dtl_event *event = &source->events.items[number];
    if (!event->has_date) return;
    /* A month or year may belong to an earlier event of the kind; only the
     * first telling hands it on. */
    if (!dtl_date_is_day(&event->date) && number != root) return;
    if (best[root] == DTL_NONE ||
        event->date.confidence >
            source->events.items[best[root]].date.confidence)
        best[root] = (int32_t)number;
}

static void share(dtl_source *source, const int32_t *best) {
    for (uint32_t i = 0; i < source->events.count; i++) {
        dtl_event *event = &source->events.items[i];
        const uint32_t root = event->same == DTL_NONE ? i
                                                      : (uint32_t)event->same;
        if (event->has_date || best[root] == DTL_NONE) continue;
        dtl_event_take(event, &source->events.items[best[root]],
                       DATELINE_BASIS_INFERRED, "same", 0.75f);
    }
}

void dtl_dates_same(dtl_dating *dating) {
    dtl_source *source = dating->scene.source;
    const uint32_t count = source->events.count;
    dtl_stems stems;
    int32_t *best = dtl_arena_array(dating->scene.arena, count, sizeof *best);
    if (!best || !init(&stems, dating)) return;
    memset(best, 0xff, count * sizeof *best);
    for (uint32_t i = 0; i < count; i++) {
        enter(&stems, dating, i);
        dtl_event *event = &source->events.items[i];
        const int32_t other = event->same == DTL_NONE
                                  ? find_same(dating, &stems, i)
                                  : event->same;
        if (other != DTL_NONE) {
            const int32_t root = source->events.items[other].same;
            event->same = root == DTL_NONE ? other : root;
        }
        note_best(source, best,
                  event->same == DTL_NONE ? i : (uint32_t)event->same, i);
    }
    share(source, best);
}
