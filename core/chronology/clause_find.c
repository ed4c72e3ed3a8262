/* clause_find.c - which verb tells the event, and who is its subject. */
#include <string.h>

#include "core/chronology/clause.h"
#include "core/chronology/stages.h"

/* The verb tells no event of its own, or the noun's. */
static bool is_one_action(const dtl_page *page, const dtl_event *event,
                          int32_t verb) {
    const dtl_event *events = page->source->events.items;
    const int32_t other = page->event[verb];
    if (other == DTL_NONE) return true;
    const int32_t own = (int32_t)(event - events);
    /* "are considering visits" */
    if (events[other].class_ == DATELINE_CLASS_I_STATE &&
        dtl_page_word(page, event->trigger)->dep == DTL_DEP_OBJ)
        return true;
    return events[other].same == own || event->same == other;
}

/* "the leaders' gathering": a noun, whatever its tag. */
static bool is_gerund_noun(const dtl_page *page, int32_t word) {
    return word > 0 && dtl_page_word(page, word)->tag == DTL_TAG_VBG &&
           dtl_page_word(page, word - 1)->tag == DTL_TAG_POS &&
           dtl_page_word(page, word - 1)->sentence ==
               dtl_page_word(page, word)->sentence;
}

/* "is due in court". */
static bool is_predicate(const dtl_page *page, int32_t word) {
    return dtl_page_word(page, word)->pos == DTL_POS_ADJ &&
           dtl_page_child(page, word, DTL_DEP_COP) != DTL_NONE;
}

/* The noun's verb when the two are one action: "held talks", "the attack
 * happened". */
int32_t dtl_clause_verb(const dtl_page *page, const dtl_event *event) {
    if (is_gerund_noun(page, event->trigger)) return DTL_NONE;
    if (dtl_page_is_verb(page, event->trigger) ||
        is_predicate(page, event->trigger))
        return event->trigger;
    const dtl_word *noun = dtl_page_word(page, event->trigger);
    if (noun->head == DTL_NONE || !dtl_page_is_verb(page, noun->head))
        return DTL_NONE;
    if (noun->dep != DTL_DEP_OBJ && noun->dep != DTL_DEP_NSUBJ &&
        noun->dep != DTL_DEP_NSUBJ_PASS)
        return DTL_NONE;
    return is_one_action(page, event, noun->head) ? noun->head : DTL_NONE;
}

static bool is_noun(const dtl_word *w) {
    return w->pos == DTL_POS_NOUN || w->pos == DTL_POS_PROPN;
}

/* "were", "are", "have". */
static bool has_plural_auxiliary(const dtl_page *page, int32_t verb) {
    DTL_EACH_CHILD(page, c, verb) {
        const dtl_word *w = dtl_page_word(page, c);
        const char *form = dtl_bytes(page->source, w->span);
        if (w->pos == DTL_POS_AUX &&
            (w->tag == DTL_TAG_VBP ||
             (dtl_length(w->span) == 4 && memcmp(form, "were", 4) == 0)))
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
        !is_noun(noun) || noun->time != DTL_NONE)
        return pronoun;
    const bool person = strcmp(lemma, "who") == 0;
    const bool plural = has_plural_auxiliary(page, verb);
    for (int depth = 0; depth < 8; depth++) {
        const int32_t head = dtl_page_word(page, word)->head;
        if (head == DTL_NONE || head > pronoun ||
            !is_noun(dtl_page_word(page, head)) ||
            !is_too_low(page, word, person, plural))
            break;
        word = head;
    }
    return word;
}

static bool is_relative(const dtl_word *w) {
    return w->tag == DTL_TAG_WDT || w->tag == DTL_TAG_WP ||
           dtl_listed(w->lemma, "which who that");
}

/* A relative pronoun stands for the noun that its clause hangs on. */
static int32_t antecedent(const dtl_page *page, int32_t verb, int32_t word) {
    const dtl_word *v = dtl_page_word(page, verb);
    const dtl_word *w = dtl_page_word(page, word);
    if (!is_relative(w)) return word;
    return v->dep == DTL_DEP_ACL_RELCL ? v->head
                                       : noun_before(page, word, verb);
}

static bool is_finite(const dtl_page *page, int32_t verb) {
    if (dtl_tag_is_finite(dtl_page_word(page, verb)->tag)) return true;
    DTL_EACH_CHILD(page, c, verb) {
        const dtl_word *w = dtl_page_word(page, c);
        if ((w->dep == DTL_DEP_AUX || w->dep == DTL_DEP_AUX_PASS ||
             w->dep == DTL_DEP_COP) &&
            dtl_tag_is_finite(w->tag))
            return true;
    }
    return false;
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

/* "Overnight, police barricaded the street": the noun right before a finite
 * verb, where the parse has made something else of it. */
static int32_t lost_subject(const dtl_page *page, int32_t verb) {
    const dtl_word *v = dtl_page_word(page, verb);
    if (v->tag != DTL_TAG_VBD && v->tag != DTL_TAG_VBN) return DTL_NONE;
    int32_t word = verb - 1;
    while (word > 0 && (dtl_page_word(page, word)->pos == DTL_POS_ADV ||
                        dtl_page_word(page, word)->pos == DTL_POS_AUX ||
                        dtl_page_word(page, word)->time != DTL_NONE))
        word--;
    if (word < 0) return DTL_NONE;
    for (int depth = 0; depth < 6; depth++) {
        const dtl_word *w = dtl_page_word(page, word);
        const bool below = *dtl_page_case(page, word) != 0;
        if (!is_noun(w) || w->time != DTL_NONE ||
            w->sentence != v->sentence ||
            (below && w->dep != DTL_DEP_NMOD && w->dep != DTL_DEP_CONJ))
            return DTL_NONE;
        const bool inside = w->dep == DTL_DEP_CONJ ||
                            w->dep == DTL_DEP_FLAT ||
                            w->dep == DTL_DEP_COMPOUND || below;
        if (!inside || w->head == DTL_NONE || w->head > word ||
            !is_noun(dtl_page_word(page, w->head)) ||
            dtl_page_word(page, w->head)->time != DTL_NONE)
            return w->dep == DTL_DEP_OBJ || w->dep == DTL_DEP_NMOD_POSS ||
                           below
                       ? DTL_NONE
                       : word;
        word = w->head;
    }
    return DTL_NONE;
}

/* An infinitive or a coordinated verb has its subject further up; a
 * participle behind a noun has the noun. */
static int32_t subject_of(const dtl_page *page, int32_t verb) {
    for (int depth = 0; depth < 8; depth++) {
        const int32_t own = dtl_page_subject(page, verb);
        const dtl_word *word = dtl_page_word(page, verb);
        if (own != DTL_NONE) return antecedent(page, verb, own);
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

static bool is_auxiliary(const dtl_word *w) {
    return w->dep == DTL_DEP_AUX || w->dep == DTL_DEP_AUX_PASS ||
           w->dep == DTL_DEP_COP;
}

/* "was to begin", "is to be held". */
static bool is_to_come(const dtl_page *page, int32_t verb) {
    const int32_t mark = dtl_page_child(page, verb, DTL_DEP_MARK);
    return mark != DTL_NONE && dtl_page_word(page, mark)->tag == DTL_TAG_TO;
}

static bool has_finite_auxiliary(const dtl_page *page, int32_t verb) {
    DTL_EACH_CHILD(page, c, verb) {
        const dtl_word *w = dtl_page_word(page, c);
        if (is_auxiliary(w) &&
            (w->tag == DTL_TAG_MD || w->tag == DTL_TAG_VBD ||
             w->tag == DTL_TAG_VBZ || w->tag == DTL_TAG_VBP))
            return true;
    }
    return false;
}

static bool has_auxiliary(const dtl_page *page, int32_t verb,
                          const char *list) {
    DTL_EACH_CHILD(page, c, verb) {
        const dtl_word *w = dtl_page_word(page, c);
        if (is_auxiliary(w) && dtl_listed(w->lemma, list))
            return true;
    }
    return false;
}

/* "had to stay" happened: "stayed". */
static dtl_form bare_form(const dtl_event *event) {
    switch (event->status) {
    case DATELINE_STATUS_POSSIBLE: return DTL_FORM_MAY;
    case DATELINE_STATUS_OCCURRED: return DTL_FORM_PAST;
    default: return DTL_FORM_TO;
    }
}

/* "is thought to have fallen", "having been shot". */
static bool is_perfect_infinitive(const dtl_page *page, int32_t verb) {
    DTL_EACH_CHILD(page, c, verb) {
        const dtl_word *w = dtl_page_word(page, c);
        if (is_auxiliary(w) &&
            (w->tag == DTL_TAG_VB || w->tag == DTL_TAG_VBG) &&
            strcmp(w->lemma, "have") == 0)
            return true;
    }
    return false;
}

static bool has_passive_auxiliary(const dtl_page *page, int32_t verb) {
    return dtl_page_child(page, verb, DTL_DEP_AUX_PASS) != DTL_NONE;
}

/* "a man shot on Monday": a participle that no auxiliary helps. */
static bool is_bare_participle(const dtl_page *page, int32_t verb) {
    const dtl_word *word = dtl_page_word(page, verb);
    if (word->head == DTL_NONE) return false;
    /* A noun without a verb above it: the participle is the verb. */
    if (word->dep == DTL_DEP_ACL &&
        dtl_page_word(page, word->head)->dep == DTL_DEP_ROOT)
        return false;
    return (word->dep == DTL_DEP_ACL || word->dep == DTL_DEP_ADVCL) &&
           dtl_page_child(page, verb, DTL_DEP_AUX) == DTL_NONE &&
           dtl_page_child(page, verb, DTL_DEP_AUX_PASS) == DTL_NONE &&
           dtl_page_subject(page, verb) == DTL_NONE;
}

/* "The boat, built in 1987, sank": set apart by a comma, though the parse may
 * take it for what the boat did. */
static bool is_set_apart(const dtl_page *page, int32_t verb) {
    const dtl_word *before = dtl_page_word(page, verb > 0 ? verb - 1 : verb);
    const dtl_word *word = dtl_page_word(page, verb);
    const bool stole = word->dep == DTL_DEP_ADVCL && word->head > verb &&
                       dtl_page_subject(page, word->head) == DTL_NONE;
    return (word->dep == DTL_DEP_ACL || stole) &&
           dtl_page_child(page, verb, DTL_DEP_AUX) == DTL_NONE &&
           !has_passive_auxiliary(page, verb) &&
           dtl_page_child(page, verb, DTL_DEP_OBJ) == DTL_NONE &&
           dtl_length(before->span) == 1 &&
           *dtl_bytes(page->source, before->span) == ',';
}

/* "was shot and killed": the auxiliary stands at the first of the two. */
static bool shares_passive(const dtl_page *page, int32_t verb) {
    const dtl_word *word = dtl_page_word(page, verb);
    return word->dep == DTL_DEP_CONJ && word->head != DTL_NONE &&
           has_passive_auxiliary(page, word->head) &&
           dtl_page_child(page, verb, DTL_DEP_AUX) == DTL_NONE &&
           !has_passive_auxiliary(page, verb) &&
           dtl_page_child(page, verb, DTL_DEP_OBJ) == DTL_NONE;
}

static dtl_form form_of(const dtl_page *page, const dtl_event *event,
                        int32_t verb) {
    const bool negated = event->status == DATELINE_STATUS_NEGATED;
    if (has_finite_auxiliary(page, verb))
        return !negated && (has_auxiliary(page, verb, "will shall") ||
                            is_to_come(page, verb))
                   ? bare_form(event)
                   : DTL_FORM_PLAIN;
    if (is_perfect_infinitive(page, verb))
        return has_passive_auxiliary(page, verb) ? DTL_FORM_WAS
                                                 : DTL_FORM_PAST;
    switch (dtl_page_word(page, verb)->tag) {
    case DTL_TAG_VBG: /* "is due to speak before flying home" */
        return event->status == DATELINE_STATUS_PLANNED ||
                       event->status == DATELINE_STATUS_POSSIBLE
                   ? bare_form(event)
                   : DTL_FORM_PAST;
    case DTL_TAG_VBN:
        if (shares_passive(page, verb) &&
            event->status == DATELINE_STATUS_OCCURRED)
            return DTL_FORM_WAS;
        if (is_set_apart(page, verb)) return DTL_FORM_WAS;
        if (event->tense == DATELINE_TENSE_PAST) return DTL_FORM_PLAIN;
        if (has_passive_auxiliary(page, verb) && is_to_come(page, verb))
            return event->status == DATELINE_STATUS_OCCURRED
                       ? DTL_FORM_WAS
                       : bare_form(event);
        return is_bare_participle(page, verb) ? DTL_FORM_WAS : DTL_FORM_PLAIN;
    case DTL_TAG_VB: return bare_form(event);
    default: return DTL_FORM_PLAIN;
    }
}

/* "plans to meet": the plans do not meet. */
static bool is_infinitive_of_noun(const dtl_page *page, int32_t verb) {
    const dtl_word *word = dtl_page_word(page, verb);
    return word->dep == DTL_DEP_ACL && word->tag == DTL_TAG_VB;
}

/* Who the story says does it, or suffers it in the passive. */
static const dtl_participant *doer_of(const dtl_event *event, bool passive) {
    for (uint32_t i = 0; i < event->participants.count; i++) {
        const dtl_participant *p = &event->participants.items[i];
        if (p->actor >= 0 && p->role == (passive ? DATELINE_ROLE_PATIENT
                                                 : DATELINE_ROLE_AGENT))
            return p;
    }
    return NULL;
}

/* "the rules set out in the law": the noun and nobody else. */
static bool is_told_of_noun(const dtl_page *page, int32_t verb) {
    const dtl_word *word = dtl_page_word(page, verb);
    return word->dep == DTL_DEP_ACL && word->head == verb - 1;
}

/* The clause's own subject; else who the story says acts, named when the
 * sentence does not; else what the parse gives. */
static void find_subject(dtl_clause *clause, const dtl_page *page,
                         const dtl_event *event) {
    const dtl_source *source = page->source;
    const int32_t own = dtl_page_subject(page, clause->verb);
    const bool passive = clause->form == DTL_FORM_WAS;
    const dtl_participant *doer = doer_of(event, passive);
    clause->subject = subject_of(page, clause->verb);
    if (own == DTL_NONE && clause->subject != DTL_NONE &&
        (clause->subject == lost_subject(page, clause->verb) ||
         (passive && is_told_of_noun(page, clause->verb))))
        doer = NULL;
    if (own == DTL_NONE && doer) {
        clause->subject = DTL_NONE;
        clause->actor = doer->actor;
        if (doer->mention < 0) return;
        const int32_t head = source->mentions.items[doer->mention].head;
        if (dtl_page_word(page, head)->sentence ==
                dtl_page_word(page, clause->verb)->sentence &&
            !is_relative(dtl_page_word(page, head)))
            clause->subject = head;
        return;
    }
    if (own == DTL_NONE && is_infinitive_of_noun(page, clause->verb))
        clause->subject = DTL_NONE;
    if (clause->subject != DTL_NONE)
        clause->actor = dtl_page_actor(page, clause->subject);
    /* "I" in a quotation: the story knows who speaks. */
    if (doer && doer->mention < 0 && clause->actor == DTL_NONE &&
        own == clause->subject &&
        dtl_page_word(page, own)->pos == DTL_POS_PRON) {
        clause->subject = DTL_NONE;
        clause->actor = doer->actor;
    }
}

/* Another event of the same verb: the two share it with different actors. */
static bool is_split(const dtl_source *source, const dtl_event *event) {
    const dtl_event *first = source->events.items;
    const dtl_event *end = first + source->events.count;
    return (event > first && event[-1].trigger == event->trigger) ||
           (event + 1 < end && event[1].trigger == event->trigger);
}

/* "whose boats sank": what stands outside is the owner. */
static bool is_whose(const dtl_page *page, int32_t word) {
    const int32_t owner = dtl_page_child(page, word, DTL_DEP_NMOD_POSS);
    return owner != DTL_NONE &&
           dtl_page_word(page, owner)->tag == DTL_TAG_WPS;
}

/* "a blast in which three died": what stands outside is no object. */
static bool is_placed(const dtl_page *page, int32_t verb) {
    DTL_EACH_CHILD(page, c, verb)
        if (dtl_page_word(page, c)->tag == DTL_TAG_WDT &&
            *dtl_page_case(page, c))
            return true;
    return false;
}

/* "the first friend he had met": the object stands outside. */
static bool has_gap(const dtl_page *page, int32_t verb) {
    const int32_t own = dtl_page_subject(page, verb);
    if ((own != DTL_NONE && is_whose(page, own)) || is_placed(page, verb))
        return false;
    if (dtl_page_word(page, verb)->dep != DTL_DEP_ACL_RELCL ||
        own == DTL_NONE || antecedent(page, verb, own) != own)
        return false;
    const int32_t object = dtl_page_child(page, verb, DTL_DEP_OBJ);
    return (object == DTL_NONE ||
            is_relative(dtl_page_word(page, object))) &&
           dtl_page_child(page, verb, DTL_DEP_CCOMP) == DTL_NONE;
}

/* "the road, which they took in May": the noun is what was taken, where the
 * clause has no other place for it and its date makes it worth a line. */
static int32_t object_outside(const dtl_page *page, const dtl_event *event,
                              int32_t verb) {
    const int32_t noun = dtl_page_word(page, verb)->head;
    const dtl_word *w = dtl_page_word(page, noun);
    if (!dtl_select_has_own_date(event) || noun > verb ||
        (w->pos != DTL_POS_NOUN && w->pos != DTL_POS_PROPN) ||
        w->time != DTL_NONE ||
        /* "the talks with Luria, which he broke off" */
        strcmp(dtl_page_case(page, noun), "with") == 0 ||
        dtl_listed(dtl_page_word(page, verb)->lemma,
                   "arrive come die fall go happen live occur rise stand"))
        return DTL_NONE;
    bool relative = false;
    DTL_EACH_CHILD(page, c, verb) {
        const dtl_word *below = dtl_page_word(page, c);
        relative |= is_relative(below);
        if (below->tag == DTL_TAG_WRB || below->dep == DTL_DEP_XCOMP ||
            below->dep == DTL_DEP_AUX_PASS ||
            (below->pos == DTL_POS_ADP && below->dep != DTL_DEP_COMPOUND_PRT))
            return DTL_NONE;
    }
    return relative ? noun : DTL_NONE;
}

/* Fills all but verb, subject and form; false: the sentence is too long. */
static bool start(dtl_clause *clause, const dtl_page *page,
                  const dtl_event *event) {
    const dtl_source *source = page->source;
    const dtl_word *trigger = &source->words.items[event->trigger];
    const dtl_sentence *sentence = &source->sentences.items[trigger->sentence];
    if (sentence->count > DTL_MAX_SENTENCE_WORDS) return false;
    memset(clause, 0, sizeof *clause);
    clause->page = page;
    clause->event = event;
    clause->split = is_split(source, event);
    clause->first = (int32_t)sentence->first;
    clause->count = (int32_t)sentence->count;
    clause->subject = clause->object = clause->actor = DTL_NONE;
    return true;
}

void dtl_clause_noun(dtl_clause *clause, const dtl_page *page,
                     const dtl_event *event) {
    if (!start(clause, page, event)) return;
    clause->verb = event->trigger;
    clause->form = DTL_FORM_NOUN;
}

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

static void find_it(dtl_clause *clause, const dtl_page *page,
                    const dtl_event *event) {
    if (clause->subject == DTL_NONE || clause->actor != DTL_NONE) return;
    const dtl_word *subject = dtl_page_word(page, clause->subject);
    if (subject->pos != DTL_POS_PRON || strcmp(subject->lemma, "it") != 0)
        return;
    clause->it = meant_by_it(page, event);
    if (clause->it) clause->subject = DTL_NONE;
}

/* "Mount Cook", "agents' raid": an infinitive that nothing opens is a noun
 * that the tagger took for a verb. */
static bool is_misread_noun(const dtl_page *page, const dtl_clause *clause) {
    const dtl_word *w = dtl_page_word(page, clause->verb);
    return clause->form == DTL_FORM_PAST && w->tag == DTL_TAG_VB &&
           w->dep != DTL_DEP_XCOMP && w->dep != DTL_DEP_CONJ &&
           !is_to_come(page, clause->verb) &&
           dtl_page_child(page, clause->verb, DTL_DEP_AUX) == DTL_NONE;
}

/* "The decision will anger the miners": "the decision to anger them" says
 * something else. */
static bool keeps_will(const dtl_clause *clause) {
    if (clause->form != DTL_FORM_TO || clause->subject == DTL_NONE)
        return false;
    const dtl_word *subject = dtl_page_word(clause->page, clause->subject);
    return subject->pos == DTL_POS_NOUN && clause->actor == DTL_NONE &&
           subject->lex &
               (DTL_LEX_ACT | DTL_LEX_COMMUNICATION | DTL_LEX_COGNITION) &&
           has_auxiliary(clause->page, clause->verb, "will shall");
}

bool dtl_clause_find(dtl_clause *clause, const dtl_page *page,
                     const dtl_event *event) {
    if (!start(clause, page, event)) return false;
    clause->verb = dtl_clause_verb(page, event);
    if (clause->verb != DTL_NONE &&
        strcmp(dtl_page_word(page, clause->verb)->lemma, "be") == 0)
        return false;
    if (clause->verb == DTL_NONE) {
        clause->verb = event->trigger;
        clause->form = DTL_FORM_NOUN;
        if (is_gerund_noun(page, event->trigger)) {
            const dtl_participant *doer = doer_of(event, false);
            clause->actor = doer ? doer->actor : DTL_NONE;
        }
        return true;
    }
    const int32_t first = dtl_page_word(page, clause->verb)->head;
    if (first != DTL_NONE &&
        dtl_clause_shares_object(page, first, clause->verb))
        clause->verb = first;
    clause->form = form_of(page, event, clause->verb);
    if (is_misread_noun(page, clause)) return false;
    find_subject(clause, page, event);
    if (keeps_will(clause)) clause->form = DTL_FORM_PLAIN;
    if (has_gap(page, clause->verb)) {
        clause->object = object_outside(page, event, clause->verb);
        if (clause->object == DTL_NONE) return false;
    }
    find_it(clause, page, event);
    return clause->subject != DTL_NONE || clause->actor != DTL_NONE ||
           clause->it;
}
