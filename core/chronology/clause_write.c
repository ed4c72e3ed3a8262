/* clause_write.c - the kept words put in order: subject, verb, the rest,
 * what stood in front. Persons get their full names, pronouns the name they
 * stand for, coordinated words new commas. */
#include <string.h>

#include "core/chronology/clause_writer.h"

/* "medical and other supplies": a conjunction between two kept words that
 * the parse does not coordinate. */
static void put_lost_link(dtl_writer *w, int32_t word) {
    if (w->last == DTL_NONE || w->last + 2 != word) return;
    const dtl_word *link = dtl_writer_word(w, w->last + 1);
    if (link->pos == DTL_POS_CCONJ && dtl_listed(link->lemma, "and or &"))
        dtl_writer_copy(w, w->last + 1);
}

static void put_part(dtl_writer *w, dtl_part part) {
    const dtl_clause *clause = w->clause;
    const bool verb = part == DTL_PART_VERB;
    int16_t member = 0;
    if (verb) dtl_writer_open_verb(w);
    for (int32_t i = 0; i < clause->count; i++) {
        if (clause->part[i] != part) continue;
        const int32_t word = clause->first + i;
        if (dtl_writer_drops(w, word)) continue;
        if (clause->member[i] > member) {
            member = clause->member[i];
            dtl_writer_separate(w, clause->first + member - 1);
        } else {
            put_lost_link(w, word);
        }
        if (!(verb && dtl_writer_verb(w, word)) &&
            !dtl_writer_pronoun(w, word) && !dtl_writer_name(w, word))
            dtl_writer_copy(w, word);
        if (verb) dtl_writer_deny(w, word);
    }
}

/* "Norhaven's": what it owns was left out. */
static bool ends_in_owner(const dtl_writer *w) {
    if (w->last == DTL_NONE) return false;
    const dtl_word *last = dtl_writer_word(w, w->last);
    return last->tag == DTL_TAG_POS && last->head != DTL_NONE &&
           dtl_writer_word(w, last->head)->dep != DTL_DEP_NMOD;
}

/* The text as a headline: with a capital, or behind the speaker's name. */
static const char *finish(dtl_writer *w, dtl_arena *arena) {
    char *first = w->text;
    w->text[w->length] = 0;
    if (!w->spoken) {
        if (*first >= 'a' && *first <= 'z') *first = (char)(*first - 32);
        return dtl_arena_string(arena, w->text, w->length);
    }
    if (strncmp(first, "I ", 2) != 0 && *first >= 'A' && *first <= 'Z')
        *first = (char)(*first + 32);
    return dtl_arena_format(arena, "%s: %s", w->clause->event->reported_by,
                            w->text);
}

const char *dtl_clause_write(const dtl_clause *clause, dtl_arena *arena) {
    dtl_writer w = {
        .clause = clause, .last = DTL_NONE, .skip_mention = DTL_NONE};
    if (clause->its_name) dtl_writer_put(&w, clause->its_name);
    if (clause->subject == DTL_NONE && clause->actor != DTL_NONE) {
        dtl_writer_actor(&w, clause->actor);
        if (clause->form == DTL_FORM_NOUN) dtl_writer_owner(&w);
    }
    put_part(&w, DTL_PART_SUBJECT);
    if (ends_in_owner(&w)) return NULL;
    if (!w.length && clause->form != DTL_FORM_NOUN) return NULL;
    put_part(&w, DTL_PART_VERB);
    put_part(&w, DTL_PART_OBJECT);
    put_part(&w, DTL_PART_REST);
    put_part(&w, DTL_PART_FRONT);
    if (ends_in_owner(&w)) return NULL;
    if (w.failed || !w.length || dtl_clause_is_cut(clause, w.last)) return NULL;
    return finish(&w, arena);
}
