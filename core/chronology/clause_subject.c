/* clause_subject.c - who acts: the subject of the event's verb.
 *
 * The parse gives it, at the verb or further up; a relative pronoun stands
 * for a noun; where the sentence has nobody, the story may know who. */
#include <string.h>

#include "core/chronology/clause.h"

/* Steps up the parse beyond which nothing is looked for. */
#define REACH 8

/* ---- relative pronouns -------------------------------------------------- */

/* "were", "are", "have". */
static bool has_plural_auxiliary(const dtl_page *page, int32_t verb) {
    DTL_EACH_CHILD(page, c, verb) {
        const dtl_word *w = dtl_page_word(page, c);
        if (w->pos == DTL_POS_AUX &&
            (w->tag == DTL_TAG_VBP ||
             dtl_span_is(page->source, w->span, "were")))
            return true;
    }
    return false;
}

/* What a relative pronoun cannot mean: "Lind of the Harbour Office, who",
 * "Norland and Luria, who were". */
static bool is_too_low(const dtl_page *page, int32_t noun, bool person,
                       bool plural) {
    const dtl_word *w = dtl_page_word(page, noun);
    if (w->dep == DTL_DEP_FLAT || w->dep == DTL_DEP_COMPOUND ||
        w->dep == DTL_DEP_APPOS)
        return true;
    if (w->dep == DTL_DEP_CONJ) return plural;
    return w->dep == DTL_DEP_NMOD && person && !plural &&
           !(w->lex & DTL_LEX_PERSON) && !dtl_page_is_person(page, noun);
}

/* "the treaty, which was signed": the noun in front of a relative pronoun,
 * where the parse has lost it; else the pronoun itself. */
static int32_t noun_before(const dtl_page *page, int32_t pronoun,
                           int32_t verb) {
    const char *lemma = dtl_page_word(page, pronoun)->lemma;
    int32_t word = pronoun - 1;
    if (!dtl_listed(lemma, "which who")) return pronoun;
    if (word > 0 && dtl_page_word(page, word)->pos == DTL_POS_PUNCT) word--;
    if (word < 0) return pronoun;
    const dtl_word *noun = dtl_page_word(page, word);
    if (noun->sentence != dtl_page_word(page, pronoun)->sentence ||
        !dtl_pos_is_noun(noun->pos) || noun->time != DTL_NONE)
        return pronoun;
    const bool person = strcmp(lemma, "who") == 0;
    const bool plural = has_plural_auxiliary(page, verb);
    for (int depth = 0; depth < REACH; depth++) {
        const int32_t head = dtl_page_word(page, word)->head;
        if (head == DTL_NONE || head > pronoun ||
            !dtl_pos_is_noun(dtl_page_word(page, head)->pos) ||
            !is_too_low(page, word, person, plural))
            break;
        word = head;
    }
    return word;
}

bool dtl_clause_is_relative(const dtl_word *word) {
    return word->tag == DTL_TAG_WDT || word->tag == DTL_TAG_WP ||
           dtl_listed(word->lemma, "which who that");
}

int32_t dtl_clause_antecedent(const dtl_page *page, int32_t verb,
                              int32_t word) {
    const dtl_word *v = dtl_page_word(page, verb);
    if (!dtl_clause_is_relative(dtl_page_word(page, word))) return word;
    return v->dep == DTL_DEP_ACL_RELCL ? v->head
                                       : noun_before(page, word, verb);
}

/* ---- where the parse has it --------------------------------------------- */

static bool is_finite(const dtl_page *page, int32_t verb) {
    return dtl_tag_is_finite(dtl_page_word(page, verb)->tag) ||
           dtl_page_has_finite_auxiliary(page, verb);
}

/* A finite verb is coordinated with a finite one: the next upwards. */
static int32_t finite_above(const dtl_page *page, int32_t word) {
    for (int depth = 0; depth < 6 && word != DTL_NONE; depth++) {
        if (dtl_page_is_verb(page, word) && is_finite(page, word))
            return word;
        if (dtl_page_word(page, word)->dep == DTL_DEP_CCOMP) break;
        word = dtl_page_word(page, word)->head;
    }
    return DTL_NONE;
}

/* The word that stands right before the verb but for its auxiliaries, adverbs
 * and times. */
static int32_t word_before(const dtl_page *page, int32_t verb) {
    int32_t word = verb - 1;
    while (word > 0 && (dtl_page_word(page, word)->pos == DTL_POS_ADV ||
                        dtl_page_word(page, word)->pos == DTL_POS_AUX ||
                        dtl_page_word(page, word)->time != DTL_NONE))
        word--;
    return word;
}

static bool is_plain_noun(const dtl_page *page, int32_t word) {
    const dtl_word *w = dtl_page_word(page, word);
    return dtl_pos_is_noun(w->pos) && w->time == DTL_NONE;
}

/* "Overnight, police barricaded the street": the noun right before a finite
 * verb, where the parse has made something else of it. */
static int32_t lost_subject(const dtl_page *page, int32_t verb) {
    const dtl_word *v = dtl_page_word(page, verb);
    if (v->tag != DTL_TAG_VBD && v->tag != DTL_TAG_VBN) return DTL_NONE;
    int32_t word = word_before(page, verb);
    for (int depth = 0; depth < 6 && word >= 0; depth++) {
        const dtl_word *w = dtl_page_word(page, word);
        const bool phrase = *dtl_page_case(page, word) != 0;
        if (!is_plain_noun(page, word) || w->sentence != v->sentence ||
            (phrase && w->dep != DTL_DEP_NMOD && w->dep != DTL_DEP_CONJ))
            return DTL_NONE;
        const bool inside = phrase || w->dep == DTL_DEP_CONJ ||
                            w->dep == DTL_DEP_FLAT ||
                            w->dep == DTL_DEP_COMPOUND;
        if (!inside || w->head == DTL_NONE || w->head > word ||
            !is_plain_noun(page, w->head))
            return phrase || w->dep == DTL_DEP_OBJ ||
                           w->dep == DTL_DEP_NMOD_POSS
                       ? DTL_NONE
                       : word;
        word = w->head;
    }
    return DTL_NONE;
}

/* An infinitive or a coordinated verb has its subject further up; a
 * participle behind a noun has the noun. */
static int32_t subject_of(const dtl_page *page, int32_t verb) {
    for (int depth = 0; depth < REACH; depth++) {
        const int32_t own = dtl_page_subject(page, verb);
        const dtl_word *word = dtl_page_word(page, verb);
        if (own != DTL_NONE) return dtl_clause_antecedent(page, verb, own);
        if (word->dep == DTL_DEP_CONJ && is_finite(page, verb)) {
            verb = finite_above(page, word->head);
            if (verb == DTL_NONE) return DTL_NONE;
            continue;
        }
        if (word->head == DTL_NONE) return lost_subject(page, verb);
        if (word->dep == DTL_DEP_ACL || word->dep == DTL_DEP_ACL_RELCL)
            return word->head;
        if (word->dep == DTL_DEP_XCOMP) {
            const int32_t object =
                dtl_page_child(page, word->head, DTL_DEP_OBJ);
            if (object != DTL_NONE && object < verb) return object;
        }
        if (word->dep != DTL_DEP_XCOMP && word->dep != DTL_DEP_CONJ &&
            word->dep != DTL_DEP_ADVCL && word->dep != DTL_DEP_PARATAXIS)
            return lost_subject(page, verb);
        verb = word->head;
    }
    return DTL_NONE;
}

int32_t dtl_clause_subject(const dtl_page *page, const dtl_event *event) {
    const int32_t verb = dtl_clause_verb(page, event);
    return verb == DTL_NONE ? DTL_NONE : subject_of(page, verb);
}

bool dtl_clause_is_plural(const dtl_clause *clause) {
    if (clause->subject == DTL_NONE ||
        dtl_page_is_person(clause->page, clause->subject))
        return false;
    const uint8_t tag = dtl_clause_word(clause, clause->subject)->tag;
    return tag == DTL_TAG_NNS || tag == DTL_TAG_NNPS ||
           dtl_page_child(clause->page, clause->subject, DTL_DEP_CONJ) !=
               DTL_NONE;
}

/* ---- what the story knows ----------------------------------------------- */

const dtl_participant *dtl_clause_doer(const dtl_event *event, bool passive) {
    for (uint32_t i = 0; i < event->participants.count; i++) {
        const dtl_participant *p = &event->participants.items[i];
        if (p->actor >= 0 && p->role == (passive ? DATELINE_ROLE_PATIENT
                                                 : DATELINE_ROLE_AGENT))
            return p;
    }
    return NULL;
}

/* "plans to meet": the plans do not meet. */
static bool is_infinitive_of_noun(const dtl_page *page, int32_t verb) {
    const dtl_word *word = dtl_page_word(page, verb);
    return word->dep == DTL_DEP_ACL && word->tag == DTL_TAG_VB;
}

/* "the rules set out in the law": the noun and nobody else. */
static bool is_told_of_noun(const dtl_page *page, int32_t verb) {
    const dtl_word *word = dtl_page_word(page, verb);
    return word->dep == DTL_DEP_ACL && word->head == verb - 1;
}

/* Who acts, by the word of the verb's sentence that means him. */
static void take_doer(dtl_clause *clause, const dtl_participant *doer) {
    const dtl_page *page = clause->page;
    clause->subject = DTL_NONE;
    clause->actor = doer->actor;
    if (doer->mention < 0) return;
    const int32_t head = page->source->mentions.items[doer->mention].head;
    if (dtl_page_word(page, head)->sentence ==
            dtl_page_word(page, clause->verb)->sentence &&
        !dtl_clause_is_relative(dtl_page_word(page, head)))
        clause->subject = head;
}

/* The clause's own subject; else who the story says acts, named when the
 * sentence does not; else what the parse gives. */
static void find_who(dtl_clause *clause) {
    const dtl_page *page = clause->page;
    const int32_t own = dtl_page_subject(page, clause->verb);
    const bool passive = clause->form == DTL_FORM_WAS;
    const dtl_participant *doer = dtl_clause_doer(clause->event, passive);
    clause->subject = subject_of(page, clause->verb);
    if (own == DTL_NONE && clause->subject != DTL_NONE &&
        (clause->subject == lost_subject(page, clause->verb) ||
         (passive && is_told_of_noun(page, clause->verb))))
        doer = NULL;
    if (own == DTL_NONE && doer) {
        take_doer(clause, doer);
        return;
    }
    if (own == DTL_NONE && is_infinitive_of_noun(page, clause->verb))
        clause->subject = DTL_NONE;
    if (clause->subject != DTL_NONE)
        clause->actor = dtl_page_actor(page, clause->subject);
    /* "I" in a quotation: the story knows who speaks. */
    if (doer && doer->mention < 0 && clause->actor == DTL_NONE &&
        own == clause->subject &&
        dtl_page_word(page, own)->pos == DTL_POS_PRON)
        take_doer(clause, doer);
}

/* ---- "it" --------------------------------------------------------------- */

static bool is_known_noun(const dtl_page *page, int32_t word) {
    if (dtl_page_word(page, word)->tag != DTL_TAG_NN) return false;
    const int32_t det = dtl_page_child(page, word, DTL_DEP_DET);
    return dtl_page_child(page, word, DTL_DEP_NMOD_POSS) != DTL_NONE ||
           (det != DTL_NONE &&
            strcmp(dtl_page_word(page, det)->lemma, "the") == 0);
}

/* "They agreed to the trip. It was delayed": the last event noun of the
 * sentence before that is somebody's or known. */
static const dtl_event *meant_by_it(const dtl_page *page,
                                    const dtl_event *event) {
    const dtl_event *first = page->source->events.items;
    const int32_t sentence = dtl_page_word(page, event->trigger)->sentence;
    for (const dtl_event *e = event; e-- > first;) {
        const int32_t at = dtl_page_word(page, e->trigger)->sentence;
        if (at < sentence - 1) break;
        if (at < sentence && e->class_ == DATELINE_CLASS_OCCURRENCE &&
            is_known_noun(page, e->trigger))
            return e;
    }
    return NULL;
}

static void find_it(dtl_clause *clause) {
    if (clause->subject == DTL_NONE || clause->actor != DTL_NONE) return;
    const dtl_word *subject = dtl_clause_word(clause, clause->subject);
    if (subject->pos != DTL_POS_PRON || strcmp(subject->lemma, "it") != 0)
        return;
    clause->it = meant_by_it(clause->page, clause->event);
    if (clause->it) clause->subject = DTL_NONE;
}

void dtl_clause_find_subject(dtl_clause *clause) {
    find_who(clause);
    find_it(clause);
}
