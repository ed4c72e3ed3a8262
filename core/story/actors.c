/* actors.c - the actor stage: finds the mentions, casts them, and gives
 * every actor its name, title, type and aliases.
 *
 * An actor's name is what the gazetteer calls it, else the fullest form the
 * text has; a nominal's name leaves its article out. */
#include <string.h>

#include "core/story/casting.h"
#include "core/story/name_word.h"
#include "core/story/story.h"

/* ---- names -------------------------------------------------------------- */

/* The first word of a nominal's name: articles, owners' pronouns and
 * demonstratives are left out. */
static int32_t name_start(const dtl_naming *naming, const dtl_clue *clue) {
    int32_t first = clue->mention.first;
    if (clue->mention.kind != DTL_MENTION_NOMINAL) return first;
    while (first < clue->mention.head) {
        const dtl_word *w = dtl_naming_word(naming, first);
        if (w->pos != DTL_POS_DET && w->pos != DTL_POS_PRON &&
            w->pos != DTL_POS_PUNCT)
            break;
        first++;
    }
    return first;
}

/* "Lloyd Austin's Chinese counterpart" for "his Chinese counterpart". */
static const char *owned_name(const dtl_naming *naming, const dtl_clue *clue,
                              const char *text) {
    if (!text || clue->of == DTL_NONE) return text;
    const int32_t owner = naming->headed[clue->of];
    if (owner == DTL_NONE) return text;
    const dtl_mention *m = &naming->clues.items[owner].mention;
    if (m->kind != DTL_MENTION_PRONOUN || m->actor == DTL_NONE) return text;
    if (m->actor == clue->mention.actor) return text;
    const char *name = naming->source->actors.items[m->actor].name;
    if (!name || !naming->profiles.items[m->actor].named) return text;
    const size_t length = strlen(name);
    if (length > 60) return text;
    const char *s = length && name[length - 1] == 's' ? "" : "s";
    return dtl_arena_format(naming->arena, "%s'%s %s", name, s, text);
}

static const char *name_of(const dtl_naming *naming, int32_t actor) {
    const dtl_profile *profile = &naming->profiles.items[actor];
    if (profile->full) return profile->full;
    if (profile->best == DTL_NONE) return "";
    const dtl_clue *clue = &naming->clues.items[profile->best];
    const char *text = dtl_naming_text(naming, name_start(naming, clue),
                                       clue->mention.last);
    return clue->mention.kind == DTL_MENTION_NOMINAL
               ? owned_name(naming, clue, text)
               : text;
}

/* ---- titles ------------------------------------------------------------- */

/* A name that is neither the person's own nor a person's or a country's. */
static bool may_be_body(const dtl_naming *naming, const dtl_clue *clue,
                        int32_t actor) {
    const int32_t other = clue->mention.actor;
    if (clue->mention.kind != DTL_MENTION_NAME || other == DTL_NONE ||
        other == actor)
        return false;
    const dtl_profile *profile = &naming->profiles.items[other];
    return profile->type != DATELINE_ACTOR_PERSON &&
           !(profile->kinds & (DTL_GAZ_COUNTRY | DTL_GAZ_CAPITAL |
                               DTL_GAZ_PLACE | DTL_GAZ_PEOPLE));
}

static void give_title(const dtl_naming *naming, int32_t actor,
                       const dtl_clue *clue) {
    dtl_actor *out = &naming->source->actors.items[actor];
    int32_t first = clue->title_first;
    const int32_t start =
        first > 0 && dtl_naming_word(naming, first - 1)->sentence ==
                         dtl_naming_word(naming, first)->sentence
            ? naming->owner[first - 1]
            : DTL_NONE;
    if (start != DTL_NONE) { /* "CIA chief": the body is in the title */
        const dtl_clue *body = &naming->clues.items[start];
        if (may_be_body(naming, body, actor))
            first = body->mention.first;
    }
    out->title = dtl_naming_text(naming, first, clue->title_last);
}

/* An apposition is a title when the text gives no other. */
static void title_from_link(const dtl_naming *naming, const dtl_clue *clue) {
    const int32_t actor = clue->mention.actor;
    if (clue->link == DTL_NONE || actor == DTL_NONE) return;
    dtl_actor *out = &naming->source->actors.items[actor];
    if (out->title || out->type != DATELINE_ACTOR_PERSON) return;
    if (!(clue->kinds & (DTL_GAZ_TITLE | DTL_GAZ_PERSON))) return;
    out->title = dtl_naming_text(naming, name_start(naming, clue),
                                 clue->mention.last);
}

/* ---- aliases ------------------------------------------------------------ */

static void add_alias(const dtl_naming *naming, const dtl_clue *clue) {
    if (clue->mention.kind == DTL_MENTION_PRONOUN) return;
    const bool named = naming->profiles.items[clue->mention.actor].named;
    if (named && clue->mention.kind == DTL_MENTION_NOMINAL &&
        (clue->bare || clue->link != DTL_NONE))
        return;
    dtl_actor *actor = &naming->source->actors.items[clue->mention.actor];
    if (!actor->name || actor->aliases.count >= DTL_MAX_ALIASES) return;
    const int32_t first = name_start(naming, clue);
    const dtl_word *a = dtl_naming_word(naming, first);
    const dtl_word *b = dtl_naming_word(naming, clue->mention.last);
    const char *bytes = dtl_bytes(naming->source, a->span);
    const size_t length = b->span.end - a->span.start;
    if (strlen(actor->name) == length &&
        memcmp(actor->name, bytes, length) == 0)
        return;
    for (uint32_t i = 0; i < actor->aliases.count; i++)
        if (dtl_key_equal(actor->aliases.items[i],
                          strlen(actor->aliases.items[i]), bytes, length))
            return;
    const char *text = dtl_naming_text(naming, first, clue->mention.last);
    if (!text || strcmp(text, actor->name) == 0) return;
    const char **alias = DTL_PUSH(naming->arena, &actor->aliases);
    if (alias) *alias = text;
}

/* "The Orne Herald": an article with a capital inside a sentence belongs to
 * the name. Nothing before this asks for it. */
static void take_articles(dtl_naming *naming) {
    for (uint32_t i = 0; i < naming->clues.count; i++) {
        dtl_clue *clue = &naming->clues.items[i];
        const int32_t the = clue->mention.first - 1;
        if (clue->mention.kind == DTL_MENTION_NAME && the >= 0 &&
            clue->title_first == DTL_NONE &&
            dtl_naming_is(naming, the, "The") &&
            dtl_name_is_inner_article(naming, the))
            clue->mention.first = the;
    }
}

/* ---- the stage ---------------------------------------------------------- */

static void name_actors(dtl_naming *naming) {
    dtl_source *source = naming->source;
    for (uint32_t i = 0; i < source->actors.count; i++) {
        dtl_actor *actor = &source->actors.items[i];
        const dtl_profile *profile = &naming->profiles.items[i];
        actor->type = dtl_casting_type(profile);
        actor->name = name_of(naming, (int32_t)i);
        actor->merged = DTL_NONE;
        if (profile->title != DTL_NONE && actor->type == DATELINE_ACTOR_PERSON)
            give_title(naming, (int32_t)i,
                       &naming->clues.items[profile->title]);
    }
}

/* Mentions in the order of their heads, each with its actor. */
static void write_mentions(dtl_naming *naming) {
    dtl_source *source = naming->source;
    for (uint32_t i = 0; i < source->words.count; i++) {
        const int32_t number = naming->headed[i];
        if (number == DTL_NONE) continue;
        const dtl_clue *clue = &naming->clues.items[number];
        if (clue->mention.actor == DTL_NONE) continue;
        dtl_mention *mention = DTL_PUSH(naming->arena, &source->mentions);
        if (!mention) return;
        *mention = clue->mention;
        source->actors.items[mention->actor].mention_count++;
        title_from_link(naming, clue);
        add_alias(naming, clue);
    }
}

void dtl_story_actors(dtl_source *source, dtl_arena *arena) {
    dtl_naming naming;
    if (!dtl_naming_init(&naming, source, arena)) return;
    dtl_names_find(&naming);
    dtl_nominals_find(&naming);
    dtl_casting_names(&naming);
    dtl_casting_nominals(&naming);
    dtl_pronouns_find(&naming);
    dtl_casting_rest(&naming);
    if (arena->failed) return;
    take_articles(&naming);
    name_actors(&naming);
    write_mentions(&naming);
}
