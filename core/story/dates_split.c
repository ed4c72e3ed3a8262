/* dates_split.c - one verb with several times tells several events.
 *
 * "plans to meet today with Ada Lind and possibly with Bo Berg on Monday":
 * two times hang on one verb, no other verb stands between them, and a
 * conjunction does. What follows the conjunction belongs to the second. */
#include <string.h>

#include "core/story/dates.h"

/* Where the text of the next time begins: the word that coordinates. */
typedef struct {
    int32_t time;
    int32_t boundary; /* first word that belongs to it; DTL_NONE: all do */
    bool unsure;      /* "possibly" stands in it */
} dtl_part;

typedef struct {
    dtl_part items[4];
    int count;
} dtl_parts;

static bool apart(const dateline_date *a, const dateline_date *b) {
    if (!a->begin.digits || !a->end.digits || !b->begin.digits ||
        !b->end.digits)
        return false;
    return dtl_instant_order(a->end, b->begin) <= 0 ||
           dtl_instant_order(b->end, a->begin) <= 0;
}

static bool is_doubt(const dtl_word *word) {
    return dtl_listed(word->lemma,
                      "likely maybe perhaps possibly potentially "
                      "probably");
}

/* The conjunction between two times that begins the second part: the one
 * right behind the first time, else the last. DTL_NONE: they are not
 * coordinated. */
static int32_t find_boundary(const dtl_dating *d, const dtl_time *a,
                             const dtl_time *b) {
    int32_t found = DTL_NONE;
    for (int32_t i = a->last + 1; i < b->first; i++) {
        const dtl_word *word = dtl_dating_word(d, i);
        const int32_t event = d->scene.event[i];
        if (event != DTL_NONE && word->pos == DTL_POS_VERB) return DTL_NONE;
        if (word->pos != DTL_POS_CCONJ) continue;
        found = i;
        if (i <= a->last + 2) break;
    }
    return found;
}

static bool has_doubt(const dtl_dating *d, int32_t from, int32_t to) {
    for (int32_t i = from; i < to; i++)
        if (is_doubt(dtl_dating_word(d, i))) return true;
    return false;
}

/* The parts of an event's times; count is below 2 when it stays one. */
static dtl_parts find_parts(const dtl_dating *d, uint32_t event) {
    const dtl_source *source = d->scene.source;
    dtl_parts parts = {.count = 0};
    int32_t t = d->first_time[event];
    if (t == DTL_NONE || d->next_time[t] == DTL_NONE) return parts;
    parts.items[parts.count++] = (dtl_part){t, DTL_NONE, false};
    for (t = d->next_time[t]; t != DTL_NONE; t = d->next_time[t]) {
        const dtl_time *a =
            &source->times.items[parts.items[parts.count - 1].time];
        const dtl_time *b = &source->times.items[t];
        if (parts.count == 4 || a->last >= b->first ||
            !apart(&a->date, &b->date) ||
            dtl_time_goes_on(d, parts.items[parts.count - 1].time, t))
            continue;
        const int32_t at = find_boundary(d, a, b);
        if (at == DTL_NONE) continue;
        parts.items[parts.count++] =
            (dtl_part){t, at, has_doubt(d, at, b->first)};
    }
    return parts;
}

static int32_t place_of(const dtl_source *source, const dtl_participant *p) {
    return p->mention < 0 ? DTL_NONE : source->mentions.items[p->mention].head;
}

/* Which part a participant stands in: 0 when before every boundary, -1 when
 * it belongs to all (an agent, or one that is only implied). */
static int part_of(const dtl_source *source, const dtl_parts *parts,
                   const dtl_participant *p) {
    const int32_t word = place_of(source, p);
    if (p->role == DATELINE_ROLE_AGENT || word == DTL_NONE) return -1;
    int part = 0;
    for (int i = 1; i < parts->count; i++)
        if (word > parts->items[i].boundary) part = i;
    return part;
}

/* A part that names nobody of its own shares everybody: "in May and June". */
static bool all_have_their_own(const dtl_source *source,
                               const dtl_parts *parts,
                               const dtl_event *event) {
    unsigned seen = 0;
    for (uint32_t i = 0; i < event->participants.count; i++) {
        const int part = part_of(source, parts, &event->participants.items[i]);
        if (part >= 0) seen |= 1u << part;
    }
    return seen == (1u << parts->count) - 1;
}

/* Reaches over the word that begins a part: a phrase that was read on too
 * far. */
static bool straddles(const dtl_source *source, const dtl_parts *parts,
                      const dtl_participant *p) {
    if (p->mention < 0) return false;
    const dtl_mention *m = &source->mentions.items[p->mention];
    for (int i = 1; i < parts->count; i++)
        if (m->first <= parts->items[i].boundary &&
            parts->items[i].boundary <= m->last)
            return true;
    return false;
}

static bool takes_part(const dtl_event *event, int32_t actor) {
    for (uint32_t i = 0; i < event->participants.count; i++)
        if (event->participants.items[i].actor == actor) return true;
    return false;
}

static bool is_person(const dtl_source *source, const dtl_mention *mention) {
    return mention->kind == DTL_MENTION_NAME && mention->actor >= 0 &&
           source->actors.items[mention->actor].type ==
               DATELINE_ACTOR_PERSON;
}

/* The persons named between the verb and the end of its last time, as many
 * as the roles have missed. */
static void add_named(dtl_dating *d, const dtl_parts *parts,
                      dtl_event *event) {
    const dtl_source *source = d->scene.source;
    const dtl_part *last = &parts->items[parts->count - 1];
    const int32_t end = source->times.items[last->time].last;
    for (int32_t w = event->trigger + 1; w < end; w++) {
        const int32_t mention = d->scene.mention[w];
        if (mention == DTL_NONE) continue;
        const dtl_mention *m = &source->mentions.items[mention];
        if (!is_person(source, m) || takes_part(event, m->actor)) continue;
        dtl_participant *p =
            DTL_PUSH(d->scene.arena, &event->participants);
        if (!p) return;
        *p = (dtl_participant){m->actor, mention,
                               DATELINE_ROLE_PARTICIPANT};
    }
}

static void copy_participants(dtl_dating *d, const dtl_parts *parts, int part,
                              const dtl_event *from, dtl_event *to) {
    const dtl_source *source = d->scene.source;
    const bool own = all_have_their_own(source, parts, from);
    memset(&to->participants, 0, sizeof to->participants);
    for (uint32_t i = 0; i < from->participants.count; i++) {
        const dtl_participant *p = &from->participants.items[i];
        if (straddles(source, parts, p)) continue;
        const int at = part_of(source, parts, p);
        if (own && at >= 0 && at != part) continue;
        dtl_participant *copy = DTL_PUSH(d->scene.arena, &to->participants);
        if (copy) *copy = *p;
    }
}

static bool any_doubt(const dtl_parts *parts) {
    for (int i = 0; i < parts->count; i++)
        if (parts->items[i].unsure) return true;
    return false;
}

/* "possibly" in one part leaves the others as sure as the verb is. */
static void set_status(const dtl_parts *parts, int part, dtl_event *event) {
    if (event->status == DATELINE_STATUS_NEGATED || !any_doubt(parts)) return;
    if (parts->items[part].unsure) event->status = DATELINE_STATUS_POSSIBLE;
    else if (event->status == DATELINE_STATUS_POSSIBLE)
        event->status = event->tense == DATELINE_TENSE_PAST
                            ? DATELINE_STATUS_OCCURRED
                            : DATELINE_STATUS_PLANNED;
}

typedef struct {
    DTL_LIST(dtl_event) events;
    DTL_LIST(int32_t) times; /* the only time of each event, when split */
    int32_t *moved;          /* old index to new */
} dtl_rebuilt;

static void push_part(dtl_dating *d, dtl_rebuilt *out, const dtl_event *from,
                      const dtl_parts *parts, int part) {
    dtl_event *event = DTL_PUSH(d->scene.arena, &out->events);
    int32_t *time = DTL_PUSH(d->scene.arena, &out->times);
    if (!event || !time) return;
    *event = *from;
    copy_participants(d, parts, part, from, event);
    set_status(parts, part, event);
    *time = parts->items[part].time;
}

static void push_whole(dtl_dating *d, dtl_rebuilt *out, uint32_t number) {
    dtl_event *event = DTL_PUSH(d->scene.arena, &out->events);
    int32_t *time = DTL_PUSH(d->scene.arena, &out->times);
    if (!event || !time) return;
    *event = *dtl_dating_event(d, number);
    *time = d->first_time[number];
}

/* Puts the new list in place of the old one, every index mended. */
static void install(dtl_dating *d, const dtl_rebuilt *out,
                    const bool *is_split) {
    dtl_source *source = d->scene.source;
    const uint32_t count = out->events.count;
    memcpy(&source->events, &out->events, sizeof source->events);
    d->first_time = out->times.items;
    for (uint32_t i = count; i-- > 0;) {
        dtl_event *event = &source->events.items[i];
        if (event->reporter >= 0) event->reporter = out->moved[event->reporter];
        if (event->same >= 0) event->same = out->moved[event->same];
        d->scene.event[event->trigger] = (int32_t)i;
        if (is_split[i]) d->next_time[d->first_time[i]] = DTL_NONE;
    }
}

void dtl_dates_split(dtl_dating *dating) {
    dtl_source *source = dating->scene.source;
    dtl_arena *arena = dating->scene.arena;
    const uint32_t old = source->events.count;
    dtl_rebuilt out = {0};
    out.moved = dtl_arena_array(arena, old, sizeof *out.moved);
    bool *is_split = dtl_arena_array(arena, old + 4 * source->times.count, 1);
    if (!out.moved || !is_split) return;
    for (uint32_t i = 0; i < old && !arena->failed; i++) {
        const dtl_parts parts = find_parts(dating, i);
        out.moved[i] = (int32_t)out.events.count;
        if (parts.count < 2) {
            push_whole(dating, &out, i);
            continue;
        }
        add_named(dating, &parts, dtl_dating_event(dating, i));
        for (int p = 0; p < parts.count; p++) {
            is_split[out.events.count] = true;
            push_part(dating, &out, dtl_dating_event(dating, i), &parts, p);
        }
    }
    if (!arena->failed && out.events.count > old)
        install(dating, &out, is_split);
}
