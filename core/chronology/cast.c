/* cast.c - actors over all sources: one of a name.
 *
 * Within an article core/story has already given every actor one canonical
 * name; here the same names of several articles meet. */
#include <string.h>

#include "core/chronology/stages.h"
#include "core/chronology/table.h"

static bool knows(const dtl_cast *cast, const char *alias) {
    if (strcmp(cast->name, alias) == 0) return true;
    for (uint32_t i = 0; i < cast->aliases.count; i++)
        if (strcmp(cast->aliases.items[i], alias) == 0) return true;
    return false;
}

static void add_aliases(dtl_cast *cast, const dtl_actor *actor,
                        dtl_arena *arena) {
    for (uint32_t i = 0; i < actor->aliases.count; i++) {
        if (knows(cast, actor->aliases.items[i])) continue;
        const char **alias = DTL_PUSH(arena, &cast->aliases);
        if (alias) *alias = actor->aliases.items[i];
    }
}

/* The index of the cast member of that name, made when it is new. */
static int32_t join(dtl_document *document, dtl_table *names,
                    const dtl_actor *actor) {
    dtl_arena *arena = &document->arena;
    const uint32_t fresh = document->actors.count;
    const uint32_t *slot =
        dtl_table_at(names, dtl_table_text(0, actor->name), fresh);
    if (!slot) return DTL_NONE;
    const uint32_t at = *slot;
    if (at == fresh) {
        dtl_cast *cast = DTL_PUSH(arena, &document->actors);
        if (!cast) return DTL_NONE;
        cast->id = dtl_arena_format(arena, "a%u", at + 1);
        cast->name = actor->name;
        cast->type = actor->type;
    }
    dtl_cast *cast = &document->actors.items[at];
    if (!cast->title) cast->title = actor->title;
    if (cast->type == DATELINE_ACTOR_OTHER) cast->type = actor->type;
    add_aliases(cast, actor, arena);
    return (int32_t)at;
}

static void add_mentions(dtl_document *document, uint32_t number) {
    const dtl_source *source = document->sources.items[number];
    for (uint32_t i = 0; i < source->mentions.count; i++) {
        const dtl_mention *mention = &source->mentions.items[i];
        if (mention->actor < 0) continue;
        const int32_t at = source->actors.items[mention->actor].merged;
        if (at < 0) continue;
        dtl_cast *cast = &document->actors.items[at];
        dateline_at *place = DTL_PUSH(&document->arena, &cast->mentions);
        if (!place) return;
        *place = (dateline_at){number,
                               source->words.items[mention->first].span.start,
                               source->words.items[mention->last].span.end};
    }
}

void dtl_cast_build(dtl_document *document) {
    dtl_table names;
    dtl_table_init(&names, &document->arena);
    for (uint32_t s = 0; s < document->sources.count; s++) {
        dtl_source *source = document->sources.items[s];
        for (uint32_t i = 0; i < source->actors.count; i++) {
            dtl_actor *actor = &source->actors.items[i];
            actor->merged =
                actor->name ? join(document, &names, actor) : DTL_NONE;
        }
        add_mentions(document, s);
    }
}
