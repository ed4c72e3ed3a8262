/* event_source.c - who reports an event.
 *
 * An event is reported when it stands in what a verb of speech says ("said
 * that ...", "..., he said"), in what "according to" covers, in what a noun
 * of speech carries ("its claim that ...") or in a quotation that goes on
 * from a reported one. The nearest reporter upwards counts. */
#include <string.h>

#include "core/story/event_scene.h"

static bool is_according(const dtl_word *w) {
    return strcmp(w->lemma, "accord") == 0 && w->tag == DTL_TAG_VBG;
}

/* ---- the name of a source ----------------------------------------------- */

static bool belongs_to_name(const dtl_word *w, int32_t child, int32_t head) {
    switch (w->dep) {
    case DTL_DEP_COMPOUND:
    case DTL_DEP_AMOD:
    case DTL_DEP_NUMMOD:
    case DTL_DEP_NMOD_POSS:
    case DTL_DEP_FLAT:
    case DTL_DEP_DET: return true;
    case DTL_DEP_NMOD: return child > head && child - head < 6;
    default: return false;
    }
}

/* The noun phrase as written, without clauses and appositions. */
static const char *phrase(const dtl_scene *scene, int32_t head) {
    dtl_span span = dtl_scene_word(scene, head)->span;
    DTL_EACH_CHILD(scene, c, head) {
        const dtl_word *w = dtl_scene_word(scene, c);
        if (!belongs_to_name(w, c, head)) continue;
        DTL_EACH_CHILD(scene, d, c) {
            const dtl_span below = dtl_scene_word(scene, d)->span;
            if (below.start < span.start) span.start = below.start;
        }
        if (w->span.start < span.start) span.start = w->span.start;
        if (w->span.end > span.end) span.end = w->span.end;
    }
    return dtl_arena_string(scene->arena, dtl_bytes(scene->source, span),
                            dtl_length(span));
}

/* "the river commission", "the Pentagon": a body keeps the article that it
 * is written with. */
static const char *with_article(const dtl_scene *scene,
                                const dtl_mention *mention,
                                const dtl_actor *actor) {
    int32_t at = mention->first;
    if (mention->kind == DTL_MENTION_PRONOUN || !actor->name ||
        actor->type == DATELINE_ACTOR_PERSON ||
        strncmp(actor->name, "the ", 4) == 0)
        return actor->name;
    if (strcmp(dtl_scene_word(scene, at)->lemma, "the") != 0 && at-- == 0)
        return actor->name;
    if (strcmp(dtl_scene_word(scene, at)->lemma, "the") != 0)
        return actor->name;
    return dtl_arena_format(scene->arena, "the %s", actor->name);
}

static const char *name_of(const dtl_scene *scene, int32_t word) {
    const dtl_source *source = scene->source;
    if (word == DTL_NONE) return NULL;
    const int32_t at = scene->mention[word];
    if (at == DTL_NONE) return phrase(scene, word);
    const dtl_mention *mention = &source->mentions.items[at];
    if (mention->actor == DTL_NONE) return phrase(scene, word);
    return with_article(scene, mention, &source->actors.items[mention->actor]);
}

/* Who speaks through a noun: "its claim", "a claim by X", "repeated a
 * claim". */
static int32_t noun_speaker(const dtl_scene *scene, int32_t noun) {
    const int32_t owner = dtl_scene_child(scene, noun, DTL_DEP_NMOD_POSS);
    if (owner != DTL_NONE) return owner;
    DTL_EACH_CHILD(scene, c, noun) {
        const char *preposition = dtl_scene_case(scene, c);
        if (preposition && dtl_listed(preposition, "by from of"))
            return c;
    }
    const int32_t head = dtl_scene_word(scene, noun)->head;
    return head == DTL_NONE ? DTL_NONE : dtl_scene_doer(scene, head);
}

static int32_t passive_speaker(const dtl_scene *scene, int32_t verb) {
    DTL_EACH_CHILD(scene, c, verb) {
        const char *preposition = dtl_scene_case(scene, c);
        if (preposition && strcmp(preposition, "by") == 0) return c;
    }
    return DTL_NONE;
}

/* "according to whom": the noun that the parser says, or the mention that
 * comes next. */
static int32_t cited(const dtl_scene *scene, int32_t according) {
    const dtl_source *source = scene->source;
    const int32_t head = dtl_scene_word(scene, according)->head;
    int32_t best = head;
    for (int32_t i = according + 2; i < according + 8; i++) {
        if ((uint32_t)i >= source->words.count) break;
        if (scene->mention[i] == DTL_NONE) continue;
        const dtl_mention *m = &source->mentions.items[scene->mention[i]];
        if (m->first <= according + 3 && m->first > according) best = i;
    }
    return best;
}

int32_t dtl_event_speaker(const dtl_scene *scene, int32_t reporter) {
    const dtl_word *w = dtl_scene_word(scene, reporter);
    if (is_according(w)) return cited(scene, reporter);
    if (w->pos == DTL_POS_NOUN) return noun_speaker(scene, reporter);
    if (dtl_scene_is_passive(scene, reporter))
        return passive_speaker(scene, reporter);
    const int32_t doer = dtl_scene_doer(scene, reporter);
    return doer != DTL_NONE && dtl_scene_word(scene, doer)->time != DTL_NONE
               ? DTL_NONE /* "said early Monday" */
               : doer;
}

/* ---- finding the reporter ------------------------------------------------ */

/* `below` is what the verb `word` says. */
static bool says(const dtl_scene *scene, int32_t word, int32_t below) {
    if (scene->event[word] == DTL_NONE) return false;
    const uint8_t dep = dtl_scene_word(scene, below)->dep;
    if (dtl_event_speaks(scene, word))
        return dep == DTL_DEP_CCOMP || dep == DTL_DEP_XCOMP ||
               dep == DTL_DEP_PARATAXIS || dep == DTL_DEP_OBJ ||
               dep == DTL_DEP_CSUBJ || dep == DTL_DEP_CSUBJ_PASS;
    const dtl_event *event = dtl_scene_event(scene, word);
    return event->class_ == DATELINE_CLASS_REPORTING &&
           dtl_scene_word(scene, word)->pos == DTL_POS_NOUN &&
           (dep == DTL_DEP_ACL || dep == DTL_DEP_CCOMP);
}

/* "..., he said, ..." or "according to X" at `word`, seen from its child
 * `below` (DTL_NONE: from itself). */
static int32_t inserted(const dtl_scene *scene, int32_t word, int32_t below) {
    const bool joined =
        below != DTL_NONE && dtl_scene_word(scene, below)->dep == DTL_DEP_CONJ;
    DTL_EACH_CHILD(scene, c, word) {
        const dtl_word *w = dtl_scene_word(scene, c);
        if (c == below || (joined && c < below)) continue;
        if (w->dep == DTL_DEP_PARATAXIS && dtl_event_speaks(scene, c) &&
            scene->event[c] != DTL_NONE &&
            dtl_scene_child(scene, c, DTL_DEP_CCOMP) == DTL_NONE)
            return c;
        const int32_t preposition = dtl_scene_child(scene, c, DTL_DEP_CASE);
        if (dtl_scene_is(scene, preposition, "accord") &&
            scene->event[preposition] != DTL_NONE)
            return preposition;
    }
    return DTL_NONE;
}

/* A clause of speech that the parser hung on something between: "said
 * before her departure that she would resign". */
static bool says_across(const dtl_scene *scene, int32_t word, int32_t below) {
    const uint8_t dep = dtl_scene_word(scene, below)->dep;
    return scene->event[word] != DTL_NONE && dtl_event_speaks(scene, word) &&
           below > word && (dep == DTL_DEP_OBL || dep == DTL_DEP_NMOD);
}

/* The word that reports what `trigger` tells, or DTL_NONE. */
static int32_t reporter_of(const dtl_scene *scene, int32_t trigger) {
    int32_t below = DTL_NONE, word = trigger;
    bool clause = false;
    if (is_according(dtl_scene_word(scene, trigger))) return DTL_NONE;
    while (word != DTL_NONE) {
        if (below != DTL_NONE && says(scene, word, below)) return word;
        if (clause && below != DTL_NONE && says_across(scene, word, below))
            return word;
        const char *mark = dtl_scene_mark(scene, word);
        clause |= mark && strcmp(mark, "that") == 0;
        const int32_t found = inserted(scene, word, below);
        if (found != DTL_NONE && found != trigger) return found;
        below = word;
        word = dtl_scene_word(scene, word)->head;
    }
    return DTL_NONE;
}

static void attribute(dtl_scene *scene, dtl_event *event, int32_t reporter) {
    event->reporter = scene->event[reporter];
    event->reported_by = name_of(scene, dtl_event_speaker(scene, reporter));
}

/* "according to" where the parser lost what it covers: the clause of the
 * last verb before it, or of the first behind it. */
static void cover_clause(dtl_scene *scene, uint32_t at) {
    const dtl_source *source = scene->source;
    const dtl_event *according = &source->events.items[at];
    const int32_t sentence =
        dtl_scene_word(scene, according->trigger)->sentence;
    const bool opens =
        (uint32_t)according->trigger == source->sentences.items[sentence].first;
    if (!opens && at == 0) return;
    const uint32_t next = opens ? at + 1 : at - 1;
    if (next >= source->events.count) return;
    const int32_t clause = source->events.items[next].clause;
    for (uint32_t i = next; i < source->events.count; i += opens ? 1 : -1u) {
        dtl_event *event = &source->events.items[i];
        if (dtl_scene_word(scene, event->trigger)->sentence != sentence) break;
        if (event->clause == clause && event->reporter == DTL_NONE)
            attribute(scene, event, according->trigger);
    }
}

/* ---- quotations that go on ----------------------------------------------- */

static int32_t block_of(const dtl_scene *scene, const dtl_event *event) {
    const int32_t sentence = dtl_scene_word(scene, event->trigger)->sentence;
    return scene->source->sentences.items[sentence].block;
}

static bool is_open_quote(const dtl_scene *scene, const dtl_event *event) {
    return event->reporter == DTL_NONE &&
           dtl_scene_word(scene, event->trigger)->quoted;
}

/* Walks one way through the events and carries a quotation's source to the
 * quoted events of its block that have none. */
static void carry_quotation(dtl_scene *scene, bool forward) {
    const dtl_source *source = scene->source;
    const dtl_event *last = NULL;
    for (uint32_t i = 0; i < source->events.count; i++) {
        const uint32_t at = forward ? i : source->events.count - 1 - i;
        dtl_event *event = &source->events.items[at];
        if (last && block_of(scene, last) != block_of(scene, event))
            last = NULL;
        if (last && is_open_quote(scene, event)) {
            event->reporter = last->reporter;
            event->reported_by = last->reported_by;
        }
        if (event->reporter != DTL_NONE &&
            dtl_scene_word(scene, event->trigger)->quoted)
            last = event;
    }
}

void dtl_event_attribute(dtl_scene *scene) {
    const dtl_source *source = scene->source;
    for (uint32_t i = 0; i < source->events.count; i++) {
        dtl_event *event = &source->events.items[i];
        const int32_t reporter = reporter_of(scene, event->trigger);
        if (reporter != DTL_NONE) attribute(scene, event, reporter);
    }
    for (uint32_t i = 0; i < source->events.count; i++) {
        const int32_t trigger = source->events.items[i].trigger;
        if (is_according(dtl_scene_word(scene, trigger)))
            cover_clause(scene, i);
    }
    carry_quotation(scene, true);
    carry_quotation(scene, false);
}
