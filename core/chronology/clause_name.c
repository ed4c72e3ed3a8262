/* clause_name.c - actors by name: a person once, in full. */
#include <string.h>

#include "core/chronology/clause_writer.h"

static bool was_named(const dtl_writer *w, int32_t actor) {
    for (int i = 0; i < w->named_count; i++)
        if (w->named[i] == actor) return true;
    return false;
}

void dtl_writer_actor(dtl_writer *w, int32_t actor) {
    const dtl_page *page = w->clause->page;
    const int32_t mention = page->named[actor] != DTL_NONE ? page->named[actor]
                                                           : page->first[actor];
    const dtl_actor *a = &page->source->actors.items[actor];
    const bool proper =
        a->type == DATELINE_ACTOR_PERSON && page->named[actor] != DTL_NONE;
    if (mention != DTL_NONE && !proper) {
        const int32_t first = page->source->mentions.items[mention].first;
        /* "a gunman" is the gunman from then on */
        const bool common = page->named[actor] == DTL_NONE &&
                            !strstr(a->name, "'s ");
        const char *articles = common ? "the a an" : "the";
        const bool inside =
            dtl_listed(dtl_writer_word(w, first)->lemma, articles);
        const bool before =
            first > 0 &&
            dtl_listed(dtl_writer_word(w, first - 1)->lemma, articles);
        if ((inside || before) && w->clause->form != DTL_FORM_NOUN &&
            strncmp(a->name, "the ", 4) != 0 &&
            strncmp(a->name, "The ", 4) != 0)
            dtl_writer_put(w, "the");
    }
    dtl_writer_put(w, a->name);
    if (w->named_count < DTL_WRITER_NAMES) w->named[w->named_count++] = actor;
}

void dtl_writer_owner(dtl_writer *w) {
    const char last = w->text[w->length - 1];
    dtl_writer_glue(w, last == 's' ? "'" : "'s");
}

/* A person's name is written once, in full, for all words of the mention. */
static bool put_name(dtl_writer *w, int32_t word) {
    const dtl_page *page = w->clause->page;
    const int32_t mention = page->inside[word];
    if (mention == DTL_NONE || !dtl_page_is_person(page, word)) return false;
    if (mention == w->skip_mention) return true;
    /* "a few hundred Lurians" */
    const dtl_mention *whole = &page->source->mentions.items[mention];
    if (dtl_writer_word(w, whole->head)->tag == DTL_TAG_NNPS &&
        dtl_writer_word(w, whole->first)->pos != DTL_POS_PROPN)
        return false;
    const int32_t actor = page->source->mentions.items[mention].actor;
    if (!page->source->actors.items[actor].name || was_named(w, actor))
        return false;
    dtl_writer_actor(w, actor);
    w->skip_mention = mention;
    return true;
}

/* The 's behind a name that was written in full. */
static bool put_case(dtl_writer *w, int32_t word) {
    if (dtl_writer_word(w, word)->tag != DTL_TAG_POS) return false;
    if (!w->length) return true;
    dtl_writer_owner(w);
    w->last = word;
    return true;
}

bool dtl_writer_name(dtl_writer *w, int32_t word) {
    return put_case(w, word) || put_name(w, word);
}
