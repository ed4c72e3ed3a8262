/* clause_whole.c - whether what is kept of a sentence says something.
 *
 * A headline may leave out much, but not what its verb waits for: "the mayor
 * acknowledged", "aimed at those". Such an event is told by its whole
 * sentence, where its date makes that worth it. */
#include <stdio.h>
#include <string.h>

#include "core/chronology/clause.h"
#include "core/chronology/stages.h"

/* "spoke to reporters", not "said in Norhaven". */
static bool is_content(const dtl_clause *clause, int32_t word) {
    switch (dtl_clause_word(clause, word)->dep) {
    case DTL_DEP_OBJ:
    case DTL_DEP_IOBJ:
    case DTL_DEP_CCOMP:
    case DTL_DEP_ADVCL:
    case DTL_DEP_XCOMP: return true;
    case DTL_DEP_OBL:
        return dtl_listed(dtl_page_case(clause->page, word),
                          "to with about for on of against over");
    default: return false;
    }
}

/* What a verb says or means is a clause of its own, as in a report. */
static bool has_clause(const dtl_clause *clause) {
    return clause->event->class_ == DATELINE_CLASS_REPORTING ||
           dtl_page_child(clause->page, clause->verb, DTL_DEP_CCOMP) !=
               DTL_NONE;
}

bool dtl_clause_says(const dtl_clause *clause) {
    if (clause->form == DTL_FORM_NOUN || !has_clause(clause)) return true;
    DTL_EACH_CHILD(clause->page, c, clause->verb)
        if (is_content(clause, c) && dtl_clause_is_kept(clause, c)) return true;
    return false;
}

/* Verbs that wait for an object or a clause; `object`: with a phrase, too. */
typedef struct {
    const char *lemma;
    bool object;
} waiting_verb;

static const waiting_verb waiting[] = {
#define WAITING(lemma, example) {lemma, false},
#define OBJECT(lemma, example) {lemma, true},
#include "core/chronology/clause_waiting.def"
};

static const waiting_verb *find_waiting(const char *lemma) {
    for (size_t i = 0; i < sizeof waiting / sizeof *waiting; i++)
        if (strcmp(waiting[i].lemma, lemma) == 0) return &waiting[i];
    return NULL;
}

static bool waits(const char *lemma) {
    return find_waiting(lemma) != NULL;
}

/* "carry out": the verb with its particle. */
static bool waits_with(const char *lemma, const char *particle) {
    char both[2 * DTL_MAX_WORD_BYTES + 2];
    snprintf(both, sizeof both, "%s %s", lemma, particle);
    return waits(both);
}

bool dtl_clause_shares_object(const dtl_page *page, int32_t first,
                              int32_t second) {
    const dtl_word *word = dtl_page_word(page, second);
    return word->dep == DTL_DEP_CONJ && word->head == first &&
           second == first + 2 && dtl_page_is_verb(page, first) &&
           dtl_page_is_verb(page, second) &&
           dtl_page_word(page, first + 1)->dep == DTL_DEP_CC &&
           waits(dtl_page_word(page, first)->lemma) &&
           dtl_page_child(page, first, DTL_DEP_OBJ) == DTL_NONE &&
           !dtl_page_is_passive(page, first) &&
           dtl_page_child(page, second, DTL_DEP_OBJ) != DTL_NONE;
}

/* "Mayor held after raid": a title, where the participle is passive. */
static bool is_title_passive(const dtl_clause *clause) {
    const int32_t last = clause->first + clause->count - 1;
    return dtl_clause_word(clause, clause->verb)->tag == DTL_TAG_VBN &&
           dtl_clause_word(clause, last)->pos != DTL_POS_PUNCT &&
           dtl_page_child(clause->page, clause->verb, DTL_DEP_AUX) ==
               DTL_NONE;
}

static bool has_rest(const dtl_clause *clause) {
    if (clause->object != DTL_NONE) return true;
    for (int32_t i = 0; i < clause->count; i++)
        if (clause->part[i] == DTL_PART_REST ||
            clause->part[i] == DTL_PART_FRONT)
            return true;
    return false;
}

/* "brought about changes": what the parse takes for prepositions. */
#define PARTICLES "about down off out over up"

/* What hangs on the verb without a preposition: an object, a clause, or what
 * the parse takes for something else. */
static bool has_object(const dtl_clause *clause) {
    if (clause->object != DTL_NONE) return true;
    DTL_EACH_CHILD(clause->page, c, clause->verb) {
        if (!dtl_clause_is_kept(clause, c)) continue;
        const uint8_t part = clause->part[c - clause->first];
        const uint8_t dep = dtl_clause_word(clause, c)->dep;
        const char *link = dtl_page_case(clause->page, c);
        const bool phrase = dep == DTL_DEP_ADVMOD ||
                            (dep == DTL_DEP_OBL && *link &&
                             !dtl_listed(link, PARTICLES));
        if (!phrase && (part == DTL_PART_REST || part == DTL_PART_FRONT))
            return true;
    }
    return false;
}

/* "the trip came": the verb stands alone and waits for what it lost; "placed
 * on a list" waits for whom. */
static bool says_nothing(const dtl_clause *clause) {
    const char *lemma = dtl_clause_word(clause, clause->verb)->lemma;
    if (clause->form == DTL_FORM_NOUN || clause->form == DTL_FORM_WAS ||
        dtl_page_is_passive(clause->page, clause->verb))
        return false;
    const int32_t particle =
        dtl_page_child(clause->page, clause->verb, DTL_DEP_COMPOUND_PRT);
    if (particle != DTL_NONE)
        return !has_rest(clause) &&
               waits_with(lemma, dtl_clause_word(clause, particle)->lemma);
    const waiting_verb *verb = find_waiting(lemma);
    if (!verb) return false;
    return verb->object && !is_title_passive(clause) ? !has_object(clause)
                                                     : !has_rest(clause);
}

/* "One has subpoenaed the boy": one of whom is told elsewhere; with a date of
 * its own it is worth a line all the same. */
static bool is_bare_quantity(const dtl_clause *clause) {
    const dtl_event *event = clause->event;
    if (event->has_date && event->date.basis == DATELINE_BASIS_EXPRESSION)
        return false;
    return dtl_listed(dtl_clause_word(clause, clause->subject)->lemma,
                      "one some another other both neither each many most "
                      "few several all any none") &&
           dtl_page_child(clause->page, clause->subject, DTL_DEP_NMOD) ==
               DTL_NONE;
}

/* "that", "there": nobody knows what it means, without its clause. */
static bool is_unknown(const dtl_clause *clause) {
    if (clause->subject == DTL_NONE) return false;
    const dtl_word *subject = dtl_clause_word(clause, clause->subject);
    if (subject->pos == DTL_POS_PRON &&
        dtl_listed(subject->lemma,
                   "this that these those which who what there"))
        return true;
    return is_bare_quantity(clause);
}

/* The word whose clause an auxiliary or verb belongs to. */
static int32_t clause_head(const dtl_clause *clause, int32_t word) {
    const dtl_word *w = dtl_clause_word(clause, word);
    return dtl_dep_is_auxiliary(w->dep) && w->head != DTL_NONE ? w->head
                                                               : word;
}

static bool may_be_finite(const dtl_word *word) {
    switch (word->dep) {
    case DTL_DEP_CCOMP:
    case DTL_DEP_XCOMP:
    case DTL_DEP_CONJ:
    case DTL_DEP_ADVCL:
    case DTL_DEP_ACL_RELCL: return true;
    default: return false;
    }
}

/* "said have been closed": nobody knows what. */
static bool is_headless(const dtl_clause *clause, int32_t verb) {
    const dtl_word *word = dtl_clause_word(clause, verb);
    return word->dep == DTL_DEP_CCOMP && word->head != DTL_NONE &&
           dtl_listed(dtl_clause_word(clause, word->head)->lemma,
                      "say tell think believe know seek") &&
           dtl_page_subject(clause->page, verb) == DTL_NONE &&
           dtl_page_child(clause->page, verb, DTL_DEP_EXPL) == DTL_NONE &&
           dtl_page_child(clause->page, verb, DTL_DEP_CSUBJ) == DTL_NONE;
}

/* "NATO was should be used", "the envoy ran is back": two clauses without
 * what joins them, which is how a misread sentence looks. */
static bool is_two_clauses(const dtl_clause *clause) {
    int helpers = 0;
    if (clause->form == DTL_FORM_NOUN) return false;
    for (int32_t i = 0; i < clause->count; i++) {
        const int32_t word = clause->first + i;
        const dtl_word *w = dtl_clause_word(clause, word);
        if (clause->part[i] == DTL_PART_OUT || !dtl_tag_is_finite(w->tag))
            continue;
        const int32_t head = clause_head(clause, word);
        if (head == clause->verb) helpers += head != word;
        else if (is_headless(clause, head)) return true;
        else if (!may_be_finite(dtl_clause_word(clause, head))) return true;
    }
    return helpers > 1;
}

/* "Murder": a noun alone does not tell whose. A hearing that is set for a day
 * is worth its line there, whoever set it. */
static bool is_bare_noun(const dtl_clause *clause) {
    const dtl_event *event = clause->event;
    if (event->status == DATELINE_STATUS_PLANNED &&
        dtl_select_has_own_date(event) &&
        event->date.precision <= DATELINE_PRECISION_DAY)
        return false;
    if (clause->form != DTL_FORM_NOUN || clause->actor != DTL_NONE ||
        dtl_clause_word(clause, clause->verb)->pos == DTL_POS_PROPN)
        return false;
    for (int32_t i = 0; i < clause->count; i++)
        if (clause->part[i] != DTL_PART_OUT &&
            clause->first + i != clause->verb &&
            dtl_clause_word(clause, clause->first + i)->pos != DTL_POS_DET)
            return false;
    return true;
}

/* "The miner ran": without a date it is a step of what another line tells; "The
 * miner died" is not. */
static bool is_bare_step(const dtl_clause *clause) {
    const dtl_event *event = clause->event;
    return clause->form == DTL_FORM_PLAIN && !has_rest(clause) &&
           !dtl_select_is_dated(event) && !event->plover &&
           !dtl_clause_lists(DTL_WORDS_WHOLE,
                             dtl_clause_word(clause, clause->verb)->lemma) &&
           !dtl_page_is_passive(clause->page, clause->verb);
}

/* "gave it an until Monday", "grew a in autumn": an article that lost its
 * noun. */
static bool has_lost_noun(const dtl_clause *clause) {
    for (int32_t i = 0; i + 1 < clause->count; i++) {
        const dtl_word *article = dtl_clause_word(clause, clause->first + i);
        if (clause->part[i] == DTL_PART_OUT ||
            !dtl_listed(article->lemma, "a an") ||
            article->pos != DTL_POS_DET)
            continue;
        int32_t next = i + 1;
        while (next < clause->count && clause->part[next] != clause->part[i])
            next++;
        if (next == clause->count) return true;
        const uint8_t pos = dtl_clause_word(clause, clause->first + next)->pos;
        if (pos == DTL_POS_ADP || pos == DTL_POS_AUX || pos == DTL_POS_SCONJ)
            return true;
    }
    return false;
}

bool dtl_clause_is_cut(const dtl_clause *clause, int32_t last) {
    if (is_bare_noun(clause) || is_bare_step(clause) || has_lost_noun(clause))
        return true;
    if (is_unknown(clause) || says_nothing(clause) || is_two_clauses(clause))
        return true;
    if (last == DTL_NONE) return false;
    const dtl_word *word = dtl_clause_word(clause, last);
    if (word->dep == DTL_DEP_COMPOUND_PRT || word->dep == DTL_DEP_ADVMOD)
        return false;
    if (word->pos == DTL_POS_AUX && last != clause->verb) return true;
    if (clause->page->source->text.bytes[word->span.end - 1] == '$')
        return true;
    return word->pos == DTL_POS_ADP || word->pos == DTL_POS_DET ||
           word->pos == DTL_POS_CCONJ || word->pos == DTL_POS_SCONJ ||
           word->tag == DTL_TAG_WP || word->tag == DTL_TAG_WDT ||
           word->tag == DTL_TAG_WRB || word->tag == DTL_TAG_TO ||
           word->tag == DTL_TAG_PRPS || strcmp(word->lemma, "amid") == 0 ||
           (word->tag == DTL_TAG_DT && dtl_listed(word->lemma, "those that"));
}
