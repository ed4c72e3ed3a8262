/* clause_below.c - what completes a verb or a noun, and what only comments it:
 * times, attribution, other clauses, asides. */
#include <string.h>

#include "core/chronology/clause.h"

/* ---- what is told by the date column ------------------------------------ */

bool dtl_clause_is_point(const dtl_clause *clause, int32_t word) {
    const dtl_word *w = dtl_clause_word(clause, word);
    const int32_t time = w->time;
    if (time == DTL_NONE) return false;
    if (w->dep == DTL_DEP_DET && w->head != DTL_NONE &&
        dtl_clause_word(clause, w->head)->time != time)
        return false; /* "a Friday meeting" */
    const dtl_time *t = &clause->page->source->times.items[time];
    return t->date.timex3.type == DATELINE_TIMEX_DATE ||
           t->date.timex3.type == DATELINE_TIMEX_TIME;
}

/* "at the start of next week", "shortly after that": the head is no time,
 * what it hangs on is. */
static bool is_temporal(const dtl_clause *clause, int32_t word) {
    if (dtl_clause_is_point(clause, word)) return true;
    const char *link = dtl_page_case(clause->page, word);
    if (dtl_listed(link, DTL_LINKS_OF_TIME))
        return true;
    return dtl_clause_lists(DTL_WORDS_PERIOD,
                            dtl_clause_word(clause, word)->lemma) &&
           dtl_clause_word(clause, word)->dep != DTL_DEP_OBJ;
}

bool dtl_clause_is_source(const dtl_clause *clause, int32_t word) {
    const char *link = dtl_page_case(clause->page, word);
    return dtl_listed(link, "accord according") ||
           dtl_listed(dtl_clause_word(clause, word)->lemma,
                      "accord according");
}

/* ---- what completes a verb ---------------------------------------------- */

static bool keeps_adverb(const dtl_clause *clause, int32_t word) {
    const char *lemma = dtl_clause_word(clause, word)->lemma;
    if (dtl_clause_is_point(clause, word)) return false;
    if (dtl_clause_lists(DTL_WORDS_ADVERB, lemma)) return true;
    /* "together with its kin, the rifle was used" is about the rifle */
    return (word > clause->verb || clause->form == DTL_FORM_NOUN) &&
           dtl_clause_lists(DTL_WORDS_WHERE, lemma);
}

/* A clause inside is kept when it says what the verb is about and is not
 * quoted. */
static bool keeps_clause(const dtl_clause *clause, int32_t verb,
                         int32_t word) {
    return dtl_clause_word(clause, word)->quoted ==
           dtl_clause_word(clause, verb)->quoted;
}

/* "in part", "in response", "including A and B": comments. */
static bool is_comment(const dtl_clause *clause, int32_t word) {
    return dtl_listed(dtl_page_case(clause->page, word),
                      DTL_LINKS_OF_COMMENT) ||
           (dtl_clause_lists(DTL_WORDS_ASIDE,
                             dtl_clause_word(clause, word)->lemma) &&
            dtl_page_child(clause->page, word, DTL_DEP_NMOD) == DTL_NONE);
}

/* "away from where the boat sank": the clause goes, and this with it. */
static bool opens_clause(const dtl_clause *clause, int32_t word) {
    const uint8_t tag = dtl_clause_word(clause, word)->tag;
    return tag == DTL_TAG_WRB || tag == DTL_TAG_WDT || tag == DTL_TAG_WP;
}

/* "as the vote passed": a clause that the parse made a phrase of. */
static bool is_cut_clause(const dtl_clause *clause, int32_t word) {
    const int32_t verb = dtl_page_child(clause->page, word, DTL_DEP_ACL);
    return verb == word + 1 &&
           strcmp(dtl_page_case(clause->page, word), "as") == 0 &&
           dtl_clause_word(clause, verb)->pos == DTL_POS_VERB;
}

/* ", with prices to follow": what a comma sets apart. */
static bool is_aside(const dtl_clause *clause, int32_t word) {
    const int32_t link = dtl_page_child(clause->page, word, DTL_DEP_CASE);
    return link != DTL_NONE && link > clause->first && link < word &&
           dtl_clause_word(clause, word)->head < link &&
           dtl_listed(dtl_clause_word(clause, link)->lemma,
                      "with without amid") &&
           dtl_clause_word(clause, link - 1)->pos == DTL_POS_PUNCT &&
           *dtl_bytes(clause->page->source,
                      dtl_clause_word(clause, link - 1)->span) == ',';
}

bool dtl_clause_keeps_phrase(const dtl_clause *clause, int32_t word) {
    return !is_cut_clause(clause, word) && !is_aside(clause, word) &&
           !opens_clause(clause, word) &&
           !is_comment(clause, word) && !is_temporal(clause, word) &&
           !dtl_clause_is_source(clause, word) &&
           (!dtl_clause_word(clause, word)->quoted ||
            dtl_clause_word(clause, clause->verb)->quoted ||
            !dtl_page_is_verb(clause->page, word));
}

/* "denounced the United States", "shut down Main Street": nothing but the
 * noun's own words and a particle stand between it and the verb, which has no
 * object. */
static bool is_lost_object(const dtl_clause *clause, int32_t verb,
                           int32_t word) {
    const dtl_page *page = clause->page;
    if (word < verb ||
        dtl_page_child(page, verb, DTL_DEP_OBJ) != DTL_NONE ||
        dtl_page_is_passive(page, verb))
        return false;
    for (int32_t i = verb + 1; i < word; i++) {
        const dtl_word *between = dtl_clause_word(clause, i);
        const bool particle =
            between->dep == DTL_DEP_COMPOUND_PRT && between->head == verb;
        if (!particle && (between->head <= verb || between->head > word))
            return false;
    }
    return true;
}

/* "aimed at boosting it", "joined them in suspending trade": the verb waits
 * for the clause behind its preposition. */
static bool is_gerund_complement(const dtl_clause *clause, int32_t verb,
                                 int32_t word) {
    const dtl_word *w = dtl_clause_word(clause, word);
    const int32_t mark = dtl_page_child(clause->page, word, DTL_DEP_MARK);
    if (word < verb || w->tag != DTL_TAG_VBG || mark == DTL_NONE ||
        !keeps_clause(clause, verb, word))
        return false;
    const char *link = dtl_clause_word(clause, mark)->lemma;
    return strcmp(link, "from") == 0 ||
           (dtl_clause_word(clause, mark - 1)->pos != DTL_POS_PUNCT &&
            dtl_listed(link, "at of in into to against"));
}

static bool is_number_of(const dtl_clause *clause, int32_t word) {
    return dtl_clause_word(clause, word)->time == DTL_NONE &&
           dtl_page_child(clause->page, word, DTL_DEP_NUMMOD) != DTL_NONE;
}

/* "gained 4%", "slipped two places": how much, right behind the verb or
 * instead of an object. */
static bool is_amount(const dtl_clause *clause, int32_t verb, int32_t word) {
    return word > verb && is_number_of(clause, word) &&
           (word == verb + 2 ||
            dtl_page_child(clause->page, verb, DTL_DEP_OBJ) == DTL_NONE);
}

/* "Norhaven-based": what a hyphen ties to the word behind it. */
static bool is_tied(const dtl_clause *clause, int32_t above, int32_t word) {
    const dtl_source *source = clause->page->source;
    for (int32_t i = word; i < above; i++) {
        const dtl_span here = dtl_clause_word(clause, i)->span;
        const dtl_span next = dtl_clause_word(clause, i + 1)->span;
        if (here.end != next.start) return false;
    }
    return word < above && above - word <= 2 &&
           *dtl_bytes(source, dtl_clause_word(clause, above - 1)->span) ==
               '-';
}

/* "called on Luria to withdraw", "flew to Norhaven to sign": what is to be
 * done, whatever the parse calls it, where no comma sets it apart. */
static bool is_purpose(const dtl_clause *clause, int32_t verb, int32_t word) {
    if (word < verb || dtl_clause_word(clause, word)->tag != DTL_TAG_VB ||
        !dtl_page_has_to(clause->page, word) ||
        !keeps_clause(clause, verb, word))
        return false;
    const int32_t to = dtl_page_child(clause->page, word, DTL_DEP_MARK);
    for (int32_t i = verb + 1; i < to; i++)
        if (dtl_clause_word(clause, i)->pos == DTL_POS_PUNCT &&
            *dtl_bytes(clause->page->source,
                       dtl_clause_word(clause, i)->span) != '-')
            return false;
    return true;
}

/* "announced on Friday that it buys six ships": what was announced, whatever
 * the parse calls it. */
static bool is_content(const dtl_clause *clause, int32_t verb, int32_t word) {
    const int32_t that = dtl_page_child(clause->page, word, DTL_DEP_MARK);
    return that > verb && word > that && keeps_clause(clause, verb, word) &&
           strcmp(dtl_clause_word(clause, that)->lemma, "that") == 0;
}

/* "set Friday as the deadline", "spent the night": the time itself is what
 * was set or spent. */
static bool is_time_as_such(const dtl_clause *clause, int32_t verb,
                            int32_t word) {
    if ((dtl_clause_word(clause, word)->dep == DTL_DEP_OBJ ||
         dtl_page_child(clause->page, verb, DTL_DEP_OBJ) == DTL_NONE) &&
        dtl_clause_lists(DTL_WORDS_SPENDING,
                         dtl_clause_word(clause, verb)->lemma))
        return true;
    if (word != verb + 1) return false;
    DTL_EACH_CHILD(clause->page, c, verb)
        if (strcmp(dtl_page_case(clause->page, c), "as") == 0) return true;
    return false;
}

/* "was interviewed and impressed the board": the object of a lost verb. What
 * somebody is given stays. */
static bool is_passive_object(const dtl_clause *clause, int32_t verb) {
    return dtl_page_is_passive(clause->page, verb) &&
           dtl_listed(dtl_clause_word(clause, verb)->lemma,
                      "interview arrest kill injure wound attack examine "
                      "question detain release capture");
}

/* "rose 4%, the smallest gain": what a comma sets behind the amount. */
static bool is_behind_amount(const dtl_clause *clause, int32_t verb,
                             int32_t word) {
    const int32_t amount =
        dtl_page_child(clause->page, verb, DTL_DEP_OBL_UNMARKED);
    const int32_t comma = dtl_page_child(clause->page, word, DTL_DEP_PUNCT);
    return amount == verb + 2 && comma > amount && comma < word &&
           is_number_of(clause, amount);
}

static bool keeps_object(const dtl_clause *clause, int32_t verb,
                         int32_t word) {
    return !is_passive_object(clause, verb) &&
           !is_behind_amount(clause, verb, word) &&
           (!dtl_clause_is_point(clause, word) ||
            dtl_page_child(clause->page, word, DTL_DEP_NMOD) != DTL_NONE ||
            is_time_as_such(clause, verb, word));
}

/* Without a preposition it is a piece that the parse lost, or an object. */
static bool keeps_oblique(const dtl_clause *clause, int32_t verb,
                          int32_t word) {
    return (*dtl_page_case(clause->page, word) != 0 ||
            is_lost_object(clause, verb, word)) &&
           dtl_clause_keeps_phrase(clause, word);
}

/* "called it unfair", not "died aged 90". */
static bool keeps_predicate(const dtl_clause *clause, int32_t verb,
                            int32_t word) {
    return (keeps_clause(clause, verb, word) ||
            !dtl_page_is_verb(clause->page, word)) &&
           !dtl_listed(dtl_clause_word(clause, word)->lemma, "age aged");
}

static bool keeps_below_verb(const dtl_clause *clause, int32_t verb,
                             int32_t word) {
    switch (dtl_clause_word(clause, word)->dep) {
    case DTL_DEP_OBJ:
    case DTL_DEP_IOBJ: return keeps_object(clause, verb, word);
    case DTL_DEP_OBL: return keeps_oblique(clause, verb, word);
    case DTL_DEP_OBL_AGENT: return dtl_clause_keeps_phrase(clause, word);
    case DTL_DEP_XCOMP: return keeps_predicate(clause, verb, word);
    case DTL_DEP_CCOMP: return keeps_clause(clause, verb, word);
    case DTL_DEP_ADVCL:
        return is_gerund_complement(clause, verb, word) ||
               is_purpose(clause, verb, word) ||
               is_content(clause, verb, word);
    case DTL_DEP_OBL_UNMARKED:
        return is_amount(clause, verb, word) ||
               is_time_as_such(clause, verb, word);
    case DTL_DEP_ADVMOD: return keeps_adverb(clause, word);
    case DTL_DEP_COMPOUND:
        return !dtl_pos_is_noun(dtl_clause_word(clause, word)->pos);
    case DTL_DEP_COP: /* not that of "the rule was that they would not" */
        return dtl_page_child(clause->page, verb, DTL_DEP_NSUBJ_OUTER) ==
               DTL_NONE;
    case DTL_DEP_CONJ:
        return dtl_clause_shares_object(clause->page, verb, word);
    case DTL_DEP_CASE: /* "was behind two killings" */
        return dtl_page_child(clause->page, verb, DTL_DEP_COP) != DTL_NONE;
    case DTL_DEP_COMPOUND_PRT:
    case DTL_DEP_AUX:
    case DTL_DEP_AUX_PASS:
    case DTL_DEP_FIXED:
    case DTL_DEP_EXPL: return true;
    default: return false;
    }
}

/* ---- what completes a noun ---------------------------------------------- */

static bool is_verbal(const dtl_clause *clause, int32_t word) {
    return dtl_page_is_verb(clause->page, word) ||
           dtl_page_child(clause->page, word, DTL_DEP_COP) != DTL_NONE;
}

/* "those who protested", "anyone hurt": the word tells nothing without. */
static bool waits_for_clause(const dtl_clause *clause, int32_t noun) {
    return dtl_listed(dtl_clause_word(clause, noun)->lemma,
                      "those that anyone anything everyone everything how "
                      "what why whatever whoever");
}

/* "a version of its airliner and capable": no member of a list of nouns. */
static bool is_stray_adjective(const dtl_clause *clause, int32_t noun,
                               int32_t word) {
    return dtl_clause_word(clause, word)->pos == DTL_POS_ADJ &&
           dtl_pos_is_noun(dtl_clause_word(clause, noun)->pos);
}

/* "convicted a miner of stealing a boat": what the verb says of its object. */
static bool is_charge(const dtl_clause *clause, int32_t object, int32_t word) {
    const dtl_word *w = dtl_clause_word(clause, word);
    const int32_t mark = dtl_page_child(clause->page, word, DTL_DEP_MARK);
    return w->tag == DTL_TAG_VBG && mark != DTL_NONE &&
           dtl_clause_word(clause, object)->dep == DTL_DEP_OBJ &&
           dtl_clause_word(clause, object)->head == clause->verb &&
           dtl_listed(dtl_clause_word(clause, mark)->lemma, "of with from") &&
           keeps_clause(clause, clause->verb, word);
}

/* "warned the miners on Friday that the dam might break": what they were told,
 * though the parse takes it for what is told of them. */
static bool is_warning(const dtl_clause *clause, int32_t object,
                       int32_t word) {
    const dtl_word *w = dtl_clause_word(clause, object);
    const int32_t subject = dtl_page_subject(clause->page, word);
    if ((w->dep != DTL_DEP_OBJ && w->dep != DTL_DEP_IOBJ) ||
        w->head != clause->verb || subject == DTL_NONE ||
        !dtl_clause_lists(DTL_WORDS_ASKING,
                          dtl_clause_word(clause, w->head)->lemma))
        return false;
    DTL_EACH_CHILD(clause->page, c, word)
        if (c < subject && c > object + 1 &&
            dtl_clause_word(clause, c - 1)->pos != DTL_POS_PUNCT &&
            strcmp(dtl_clause_word(clause, c)->lemma, "that") == 0)
            return keeps_clause(clause, w->head, word);
    return false;
}

/* "a rival but a friend": told of somebody, no second one. */
static bool is_opposed(const dtl_clause *clause, int32_t word) {
    const int32_t but = dtl_page_child(clause->page, word, DTL_DEP_CC);
    return but != DTL_NONE && !dtl_page_is_verb(clause->page, word) &&
           dtl_clause_word(clause, word)->pos != DTL_POS_ADJ &&
           strcmp(dtl_clause_word(clause, but)->lemma, "but") == 0;
}

/* "the German airline Vantar Air"; "a German airline, Vantar Air," is called
 * so without its article only. */
static bool is_name_of(const dtl_clause *clause, int32_t noun, int32_t word) {
    if (dtl_clause_word(clause, word)->pos != DTL_POS_PROPN ||
        dtl_clause_word(clause, noun)->pos != DTL_POS_NOUN)
        return false;
    if (word == noun + 1) return true;
    return word == noun + 2 &&
           *dtl_bytes(clause->page->source,
                      dtl_clause_word(clause, word - 1)->span) == ',' &&
           dtl_page_child(clause->page, noun, DTL_DEP_DET) == DTL_NONE &&
           dtl_page_child(clause->page, noun, DTL_DEP_NMOD_POSS) == DTL_NONE;
}

/* "40 cents a share": for each of which an amount is. */
static bool is_rate(const dtl_clause *clause, int32_t noun, int32_t word) {
    const int32_t article = dtl_page_child(clause->page, word, DTL_DEP_DET);
    return article == word - 1 && is_number_of(clause, noun) &&
           dtl_clause_word(clause, word)->tag == DTL_TAG_NN &&
           dtl_listed(dtl_clause_word(clause, article)->lemma, "a an") &&
           dtl_clause_word(clause, article - 1)->pos != DTL_POS_PUNCT;
}

/* What follows a noun as an infinitive, a participle or a charge. */
static bool keeps_noun_clause(const dtl_clause *clause, int32_t noun,
                              int32_t word) {
    const dtl_word *w = dtl_clause_word(clause, word);
    return waits_for_clause(clause, noun) || is_charge(clause, noun, word) ||
           (w->tag == DTL_TAG_VB && dtl_page_has_to(clause->page, word) &&
            w->quoted == dtl_clause_word(clause, noun)->quoted);
}

/* A conjunction stands somewhere between the two words. */
static bool is_joined(const dtl_clause *clause, int32_t first,
                      int32_t second) {
    for (int32_t i = first + 1; i < second; i++) {
        const dtl_word *word = dtl_clause_word(clause, i);
        if (word->pos == DTL_POS_CCONJ || word->dep == DTL_DEP_CC) return true;
    }
    return false;
}

/* A comma or another mark stands between, and no conjunction. */
static bool is_apart(const dtl_clause *clause, int32_t first,
                     int32_t second) {
    bool apart = false;
    for (int32_t i = first + 1; i < second; i++)
        apart |= dtl_clause_word(clause, i)->pos == DTL_POS_PUNCT;
    return apart && !is_joined(clause, first, second);
}

/* "Ada Lind, 52, and Carl Krug", "his mother and 10 other people": an age, or
 * how many, that the parse takes for a member. */
static bool is_age(const dtl_clause *clause, int32_t noun, int32_t word) {
    if (dtl_clause_word(clause, word)->pos != DTL_POS_NUM ||
        !dtl_pos_is_noun(dtl_clause_word(clause, noun)->pos))
        return false;
    if (is_apart(clause, noun, word)) return true;
    DTL_EACH_CHILD(clause->page, c, noun)
        if (c > word && dtl_clause_word(clause, c)->dep == DTL_DEP_CONJ)
            return !is_joined(clause, word, c);
    return false;
}

/* "the head of the mine, a new post": a list ends with "and"; what nothing
 * joins to the member before it or to one behind it is an aside. */
static bool is_loose(const dtl_clause *clause, int32_t noun, int32_t word) {
    int32_t before = noun, last = word;
    const dtl_word *w = dtl_clause_word(clause, word);
    if (!dtl_pos_is_noun(dtl_clause_word(clause, noun)->pos) ||
        (w->lex & (uint32_t)DTL_LEX_PLACE))
        return false;
    DTL_EACH_CHILD(clause->page, c, noun) {
        if (dtl_clause_word(clause, c)->dep != DTL_DEP_CONJ) continue;
        if (c < word && c > before && !is_age(clause, noun, c)) before = c;
        if (c > last) last = c;
    }
    const int32_t next = dtl_page_child(clause->page, word, DTL_DEP_CONJ);
    if (next > last) last = next;
    return is_apart(clause, before, word) && !is_joined(clause, word, last);
}

/* "Krug, a doctor and farmer,": more of what is said of the name. */
static bool is_of_aside(const dtl_clause *clause, int32_t noun, int32_t word) {
    const dtl_page *page = clause->page;
    const int32_t aside = dtl_page_child(page, noun, DTL_DEP_APPOS);
    const int32_t and = dtl_page_child(page, word, DTL_DEP_CC);
    return aside != DTL_NONE && and == aside + 1 &&
           dtl_clause_word(clause, noun)->pos == DTL_POS_PROPN &&
           dtl_clause_word(clause, aside)->pos == DTL_POS_NOUN &&
           dtl_clause_word(clause, word)->tag == DTL_TAG_NN &&
           dtl_page_child(page, word, DTL_DEP_DET) == DTL_NONE &&
           dtl_page_child(page, word, DTL_DEP_NMOD_POSS) == DTL_NONE;
}

/* With a preposition that the first lacks it is no second member but a phrase
 * that the parse misplaced. */
static bool keeps_second(const dtl_clause *clause, int32_t noun,
                         int32_t word) {
    return is_verbal(clause, word) == is_verbal(clause, noun) &&
           !is_stray_adjective(clause, noun, word) &&
           !is_aside(clause, word) && !is_opposed(clause, word) &&
           !is_age(clause, noun, word) && !is_loose(clause, noun, word) &&
           !is_of_aside(clause, noun, word) &&
           (*dtl_page_case(clause->page, word) == 0 ||
            *dtl_page_case(clause->page, noun) != 0);
}

/* The hyphen of "high-level", not the comma of an aside. */
static bool is_tie(const dtl_clause *clause, int32_t word) {
    const dtl_span span = dtl_clause_word(clause, word)->span;
    const char at = *dtl_bytes(clause->page->source, span);
    return dtl_length(span) == 1 && (at == '-' || at == '/' || at == '&');
}

static bool is_of_nominal(uint8_t dep) {
    switch (dep) {
    case DTL_DEP_DET:
    case DTL_DEP_DET_PREDET:
    case DTL_DEP_AMOD:
    case DTL_DEP_NUMMOD:
    case DTL_DEP_COMPOUND:
    case DTL_DEP_COMPOUND_PRT:
    case DTL_DEP_FLAT:
    case DTL_DEP_FIXED:
    case DTL_DEP_GOESWITH:
    case DTL_DEP_CASE:
    case DTL_DEP_NMOD_POSS:
    case DTL_DEP_NMOD_DESC:
    case DTL_DEP_NMOD_UNMARKED:
    case DTL_DEP_OBL_UNMARKED:
    case DTL_DEP_MARK: return true;
    default: return dtl_dep_is_auxiliary(dep);
    }
}

static bool keeps_below_noun(const dtl_clause *clause, int32_t noun,
                             int32_t word) {
    const dtl_word *w = dtl_clause_word(clause, word);
    if (dtl_clause_is_point(clause, word) &&
        !dtl_clause_is_point(clause, noun))
        return false;
    switch (w->dep) {
    case DTL_DEP_NMOD:
    case DTL_DEP_OBL:
        return dtl_clause_keeps_phrase(clause, word) &&
               !dtl_page_is_verb(clause->page, word);
    case DTL_DEP_ADVMOD:
        /* "about 500", "the strike off", not "early at a meeting". */
        return !dtl_pos_is_noun(dtl_clause_word(clause, noun)->pos) ||
               (word == noun + 1 &&
                dtl_listed(w->lemma, "away back down off out up"));
    case DTL_DEP_NSUBJ:
        return dtl_page_child(clause->page, noun, DTL_DEP_COP) != DTL_NONE;
    case DTL_DEP_ADVCL_RELCL:
    case DTL_DEP_ACL_RELCL:
        return waits_for_clause(clause, noun) ||
               is_warning(clause, noun, word);
    case DTL_DEP_ACL: return keeps_noun_clause(clause, noun, word);
    case DTL_DEP_CONJ: return keeps_second(clause, noun, word);
    case DTL_DEP_APPOS:
        return is_name_of(clause, noun, word) || is_rate(clause, noun, word);
    case DTL_DEP_PUNCT: return is_tie(clause, word);
    default: return is_of_nominal(w->dep);
    }
}

/* Below an infinitive or a clause that was kept; "declined to say where he
 * lives". */
static bool keeps_below_clause(const dtl_clause *clause, int32_t verb,
                               int32_t word) {
    const dtl_word *w = dtl_clause_word(clause, word);
    if (w->dep == DTL_DEP_MARK || w->dep == DTL_DEP_CASE ||
        w->dep == DTL_DEP_NSUBJ || w->dep == DTL_DEP_NSUBJ_PASS ||
        w->tag == DTL_TAG_WRB || is_tied(clause, verb, word))
        return true;
    return keeps_below_verb(clause, verb, word);
}

bool dtl_clause_completes(const dtl_clause *clause, int32_t above,
                          int32_t word) {
    if (above == clause->verb && clause->form != DTL_FORM_NOUN)
        return keeps_below_verb(clause, above, word);
    if (dtl_page_is_verb(clause->page, above))
        return keeps_below_clause(clause, above, word);
    return keeps_below_noun(clause, above, word);
}
