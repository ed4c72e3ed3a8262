/* clause_pronoun.c - pronouns give way to the name they stand for, where nobody
 * before them says whom they mean. */
#include <string.h>

#include "core/chronology/clause_writer.h"

static bool is_personal(const dtl_word *word) {
    return word->pos == DTL_POS_PRON &&
           dtl_listed(word->lemma,
                      "he she it they him her them his its their I i we "
                      "you me us my our your himself herself itself "
                      "themselves hers theirs");
}

static bool is_possessive(const dtl_word *word) {
    return word->dep == DTL_DEP_NMOD_POSS || word->tag == DTL_TAG_PRPS;
}

/* "put a gun to his head": whoever it is, it needs an owner. */
static bool is_third_owner(const dtl_word *word) {
    return is_possessive(word) && dtl_listed(word->lemma, "he she his her");
}

/* "Luria closed two of its dams": one unknown name may well be a country's,
 * two are a person's. */
static bool may_be_thing(const dtl_writer *w) {
    const dtl_clause *c = w->clause;
    if (c->subject == DTL_NONE) return false;
    if (!dtl_page_is_person(c->page, c->subject)) return true;
    const char *name = c->actor == DTL_NONE
                           ? NULL
                           : c->page->source->actors.items[c->actor].name;
    return name && !strchr(name, ' ');
}

/* A pronoun of the subject's own stays when the subject stands before it. */
static bool refers_to_subject(const dtl_writer *w, int32_t word,
                              int32_t actor) {
    const dtl_word *pronoun = dtl_writer_word(w, word);
    const bool owner = pronoun->tag == DTL_TAG_PRPS;
    if (word == w->clause->subject || w->length == 0) return false;
    /* "the ministers held their talks" */
    if (strcmp(pronoun->lemma, "their") == 0 ||
        (owner && strcmp(pronoun->lemma, "they") == 0))
        return dtl_clause_is_plural(w->clause);
    if (owner && dtl_listed(pronoun->lemma, "its it") && may_be_thing(w))
        return true;
    return actor != DTL_NONE && actor == w->clause->actor;
}

/* An object pronoun that was taken for the subject: nobody knows who. */
static bool is_object_of_subject(const dtl_writer *w, int32_t word,
                                 int32_t actor) {
    const dtl_word *pronoun = dtl_writer_word(w, word);
    return actor != DTL_NONE && actor == w->clause->actor &&
           word != w->clause->subject && pronoun->head == w->clause->verb &&
           (pronoun->dep == DTL_DEP_OBJ || pronoun->dep == DTL_DEP_IOBJ) &&
           !dtl_listed(pronoun->lemma, "himself herself itself themselves");
}

/* "its own" means whoever acts. */
static bool is_before_own(const dtl_writer *w, int32_t word) {
    const dtl_clause *c = w->clause;
    return dtl_clause_has(c, word + 1) &&
           is_possessive(dtl_writer_word(w, word)) &&
           strcmp(dtl_writer_word(w, word + 1)->lemma, "own") == 0;
}

/* Who else was named before it in the sentence. */
static void put_other_person(dtl_writer *w, int32_t word) {
    const dtl_page *page = w->clause->page;
    for (int32_t i = word - 1; i >= w->clause->first; i--) {
        if (!dtl_page_is_person(page, i)) continue;
        const int32_t actor = dtl_page_actor(page, i);
        if (actor == w->clause->actor) continue;
        dtl_writer_actor(w, actor);
        return;
    }
    w->failed = true;
}

/* "we" of a quotation: who that is only the speaker knows. */
static bool is_first_person(const dtl_word *word) {
    return word->quoted && dtl_listed(word->lemma, "I we us our me my");
}

/* "handed the boy over to his father", "asked the miners to end their strike":
 * whose it is stands before it. */
static bool is_named_before(const dtl_writer *w, int32_t word, int32_t actor) {
    const dtl_page *page = w->clause->page;
    if (!is_possessive(dtl_writer_word(w, word)) || actor == DTL_NONE)
        return false;
    if (w->named_count && w->named[w->named_count - 1] == actor) return true;
    for (int32_t i = w->clause->first; i < word; i++)
        if (dtl_clause_is_kept(w->clause, i) &&
            dtl_writer_word(w, i)->pos != DTL_POS_PRON &&
            dtl_page_actor(page, i) == actor)
            return true;
    return false;
}

/* "members of the western alliance's entry": too much for a pronoun. */
static bool is_long_owner(const dtl_writer *w, int32_t actor) {
    const dtl_page *page = w->clause->page;
    if (page->named[actor] != DTL_NONE) return false;
    int blanks = 0;
    for (const char *c = page->source->actors.items[actor].name; *c; c++)
        blanks += *c == ' ';
    return blanks > 2;
}

static void put_pronoun(dtl_writer *w, int32_t word) {
    const dtl_word *pronoun = dtl_writer_word(w, word);
    const int32_t actor = dtl_page_actor(w->clause->page, word);
    const dtl_source *source = w->clause->page->source;
    if (is_object_of_subject(w, word, actor)) {
        put_other_person(w, word);
        return;
    }
    if (refers_to_subject(w, word, actor) || is_before_own(w, word) ||
        is_named_before(w, word, actor)) {
        dtl_writer_copy(w, word);
    } else if (actor != DTL_NONE && source->actors.items[actor].name) {
        if (is_possessive(pronoun) && is_long_owner(w, actor)) {
            w->failed |= w->length == 0;
            return;
        }
        dtl_writer_actor(w, actor);
        if (is_possessive(pronoun)) dtl_writer_owner(w);
    } else if (w->length && is_third_owner(pronoun)) {
        dtl_writer_copy(w, word);
    } else if (is_first_person(pronoun) && w->clause->event->reported_by) {
        dtl_writer_copy(w, word);
        w->spoken = true;
    } else if ((!is_possessive(pronoun) && pronoun->dep != DTL_DEP_EXPL) ||
               dtl_listed(pronoun->lemma, "my our your")) {
        w->failed = true;
    }
}

/* "whose boats sank": the name that stands before it. */
static void put_whose(dtl_writer *w, int32_t word) {
    const dtl_page *page = w->clause->page;
    int32_t noun = word - 1;
    while (noun >= w->clause->first &&
           (dtl_writer_word(w, noun)->pos == DTL_POS_PUNCT ||
            dtl_writer_word(w, noun)->dep == DTL_DEP_FLAT))
        noun--;
    const int32_t actor =
        noun < w->clause->first ? DTL_NONE : dtl_page_actor(page, noun);
    if (actor == DTL_NONE || !page->source->actors.items[actor].name) {
        w->failed = true;
        return;
    }
    dtl_writer_actor(w, actor);
    dtl_writer_owner(w);
}

bool dtl_writer_pronoun(dtl_writer *w, int32_t word) {
    const dtl_word *own = dtl_writer_word(w, word);
    const bool whose = own->tag == DTL_TAG_WPS;
    if (!whose && !is_personal(own)) return false;
    if (whose) put_whose(w, word);
    else put_pronoun(w, word);
    return true;
}
