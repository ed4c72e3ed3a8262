/* clause_verb.c - the verb with its auxiliaries, in the form that the clause
 * asks for. */
#include <string.h>

#include "core/chronology/clause_writer.h"

/* "told reporters" without what: "spoke to reporters". */
static bool is_telling(const dtl_writer *w, int32_t word) {
    if (dtl_writer_word(w, word)->tag != DTL_TAG_VBD ||
        strcmp(dtl_writer_word(w, word)->lemma, "tell") != 0)
        return false;
    DTL_EACH_CHILD(w->clause->page, c, word) {
        const uint8_t dep = dtl_writer_word(w, c)->dep;
        const bool what = dep == DTL_DEP_CCOMP || dep == DTL_DEP_XCOMP;
        const int32_t of_object =
            dtl_page_child(w->clause->page, c, DTL_DEP_ACL_RELCL);
        if (dtl_clause_is_kept(w->clause, what ? c : of_object)) return false;
    }
    return true;
}

/* One person, whose name may hang on a title. */
static bool is_one_person(const dtl_page *page, int32_t word) {
    return word != DTL_NONE &&
           (dtl_page_is_person(page, word) ||
            dtl_page_name(page, word) != DTL_NONE) &&
           dtl_page_child(page, word, DTL_DEP_CONJ) == DTL_NONE;
}

/* "are" of "officials, including Ada Lind, are" behind "Ada Lind" alone. */
static bool put_agreeing(dtl_writer *w, int32_t word) {
    static const char *const rows[][2] = {
        {"are", "is"}, {"were", "was"}, {"have", "has"}};
    const dtl_page *page = w->clause->page;
    const dtl_word *own = dtl_writer_word(w, word);
    if (!is_one_person(page, w->clause->subject)) return false;
    if (own->tag != DTL_TAG_VBP && own->tag != DTL_TAG_VBD) return false;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (!dtl_span_is(page->source, own->span, rows[i][0])) continue;
        dtl_writer_put(w, rows[i][1]);
        return true;
    }
    return false;
}

/* The verb in another form than it was found in. */
static void put_verb(dtl_writer *w, int32_t word) {
    char past[DTL_MAX_WORD_BYTES + 8];
    switch (w->clause->form) {
    case DTL_FORM_PAST:
        dtl_form_past(dtl_writer_word(w, word)->lemma, past, sizeof past);
        dtl_writer_put(w, past);
        return;
    case DTL_FORM_WAS:
        dtl_writer_put(w, dtl_clause_is_plural(w->clause) ? "were" : "was");
        dtl_writer_copy(w, word);
        return;
    case DTL_FORM_TO:
    case DTL_FORM_MAY: /* of a gerund: "flying" is "to fly" */
        if (dtl_writer_word(w, word)->tag != DTL_TAG_VBG) break;
        dtl_writer_put(w, dtl_writer_word(w, word)->lemma);
        return;
    default: break;
    }
    if (put_agreeing(w, word)) return;
    if (is_telling(w, word)) dtl_writer_put(w, "spoke to");
    else dtl_writer_copy(w, word);
}

bool dtl_writer_verb(dtl_writer *w, int32_t word) {
    if (word != w->clause->verb) return put_agreeing(w, word);
    put_verb(w, word);
    return true;
}

/* "will" goes where "to" or "may" comes; an auxiliary goes with "-ing". */
bool dtl_writer_drops(const dtl_writer *w, int32_t word) {
    const dtl_word *own = dtl_writer_word(w, word);
    if (word == w->clause->verb) return false;
    switch (w->clause->form) {
    case DTL_FORM_TO:
    case DTL_FORM_MAY:
        return own->pos == DTL_POS_AUX && own->tag != DTL_TAG_VB &&
               own->tag != DTL_TAG_VBN && own->tag != DTL_TAG_VBG;
    case DTL_FORM_PAST:
    case DTL_FORM_WAS: return own->pos == DTL_POS_AUX;
    default: return false;
    }
}

/* "are not going to be left": the word that denies stands outside. */
static bool has_lost_negation(const dtl_writer *w) {
    if (w->clause->event->status != DATELINE_STATUS_NEGATED) return false;
    for (int32_t i = 0; i < w->clause->count; i++)
        if (w->clause->part[i] != DTL_PART_OUT &&
            dtl_listed(dtl_writer_word(w, w->clause->first + i)->lemma,
                       "not n't never no none nobody nothing neither nor "
                       "without few little almost nearly hardly barely "
                       "rarely within"))
            return false;
    return true;
}

void dtl_writer_open_verb(dtl_writer *w) {
    const bool to = w->clause->form == DTL_FORM_TO;
    if (to && has_lost_negation(w))
        dtl_writer_put(w, w->spoken ? "will not" : "not to");
    else if (to) dtl_writer_put(w, w->spoken ? "will" : "to");
    if (w->clause->form == DTL_FORM_MAY) dtl_writer_put(w, "may");
}

/* "nor has it linked up": the word that denies stands outside. */
void dtl_writer_deny(dtl_writer *w, int32_t word) {
    const dtl_form form = w->clause->form;
    if (w->denied || form == DTL_FORM_NOUN || form == DTL_FORM_TO ||
        form == DTL_FORM_MAY)
        return;
    w->denied = true;
    if (!has_lost_negation(w)) return;
    if (dtl_writer_word(w, word)->pos == DTL_POS_AUX) dtl_writer_put(w, "not");
    else w->failed = true;
}
