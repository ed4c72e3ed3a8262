/* event_tense.c - clause, tense, aspect, modality and polarity of events.
 *
 * Read off the verb group: the verb, its auxiliaries and its marker. Values
 * and their combination follow TimeML 1.2.1, section 2.3 (a modal leaves
 * tense NONE; "will" and "going to" are FUTURE). Nouns have tense NONE. */
#include <string.h>

#include "core/story/event_scene.h"

#define MAX_AUXILIARIES 8

/* A verb group: its auxiliaries from left to right. */
typedef struct {
    int32_t verb;
    int32_t items[MAX_AUXILIARIES];
    int count;
    bool to; /* "to" stands before it */
} verb_group;

/* A verb that the parser calls one; not the "'s" of "the mayor's". */
static bool is_auxiliary(const dtl_word *w) {
    return dtl_dep_is_auxiliary(w->dep) &&
           (dtl_tag_is_finite(w->tag) || w->tag == DTL_TAG_VB ||
            w->tag == DTL_TAG_VBN || w->tag == DTL_TAG_VBG);
}

/* "The plan was that it would close": the last finite auxiliary opens the
 * group, what stands before it is another clause's. */
static void collect(const dtl_scene *scene, int32_t word, verb_group *group) {
    DTL_EACH_CHILD(scene, c, word) {
        const dtl_word *w = dtl_scene_word(scene, c);
        if (is_auxiliary(w) && group->count < MAX_AUXILIARIES) {
            if (dtl_tag_is_finite(w->tag)) group->count = 0;
            group->items[group->count++] = c;
        } else if (w->dep == DTL_DEP_MARK && strcmp(w->lemma, "to") == 0)
            group->to = true;
    }
}

/* "has risen and fallen", "to meet and talk": the second verb shares what
 * stands before the first when its form needs it. */
static bool shares_group(const dtl_scene *scene, int32_t word) {
    const dtl_word *w = dtl_scene_word(scene, word);
    if (w->dep != DTL_DEP_CONJ || w->head == DTL_NONE) return false;
    if (dtl_scene_subject(scene, word) != DTL_NONE) return false;
    const dtl_word *head = dtl_scene_word(scene, w->head);
    if (head->pos != DTL_POS_VERB) return false;
    return head->tag == w->tag ||
           (w->tag == DTL_TAG_VBN && head->tag == DTL_TAG_VBD);
}

/* "has room to grow", "used her speech to say", "going to town to shop": a
 * noun stands between. */
static bool is_full_verb(const dtl_scene *scene, int32_t verb, int32_t end) {
    DTL_EACH_CHILD(scene, c, verb) {
        const uint8_t dep = dtl_scene_word(scene, c)->dep;
        if (c > verb && c < end &&
            (dep == DTL_DEP_OBJ || dep == DTL_DEP_OBL))
            return true;
    }
    return false;
}

/* "is going to sell": the group of "going" is the group of "sell". */
static int32_t semi_auxiliary(const dtl_scene *scene, int32_t word) {
    const dtl_word *w = dtl_scene_word(scene, word);
    if (w->dep != DTL_DEP_XCOMP || w->head == DTL_NONE) return DTL_NONE;
    const dtl_word *head = dtl_scene_word(scene, w->head);
    if (head->pos != DTL_POS_VERB || scene->event[w->head] != DTL_NONE ||
        is_full_verb(scene, w->head, word))
        return DTL_NONE;
    return dtl_listed(head->lemma, "go have use") ? w->head : DTL_NONE;
}

static verb_group group_of(const dtl_scene *scene, int32_t word) {
    verb_group group = {.verb = word};
    collect(scene, word, &group);
    for (int i = 0; i < 4 && group.count == 0 && !group.to; i++) {
        if (!shares_group(scene, word)) break;
        word = dtl_scene_word(scene, word)->head;
        collect(scene, word, &group);
    }
    return group;
}

/* "their selling", "the shooting", "a strong showing": a noun in -ing. */
static bool is_gerund_noun(const dtl_scene *scene, int32_t word) {
    if (dtl_scene_word(scene, word)->tag != DTL_TAG_VBG) return false;
    for (int32_t i = word - 1; i >= 0; i--) {
        const dtl_word *w = dtl_scene_word(scene, i);
        if (i == word - 1 && w->tag == DTL_TAG_PRPS) return true;
        if (w->head != word) return false;
        if (w->dep == DTL_DEP_DET || w->dep == DTL_DEP_AMOD ||
            w->dep == DTL_DEP_NMOD_POSS)
            return true;
        if (w->dep != DTL_DEP_COMPOUND) return false;
    }
    return false;
}

static dateline_tense tense_of_tag(uint8_t tag) {
    switch (tag) {
    case DTL_TAG_VBD: return DATELINE_TENSE_PAST;
    case DTL_TAG_VBP:
    case DTL_TAG_VBZ: return DATELINE_TENSE_PRESENT;
    case DTL_TAG_VB: return DATELINE_TENSE_INFINITIVE;
    case DTL_TAG_VBG: return DATELINE_TENSE_PRESPART;
    case DTL_TAG_VBN: return DATELINE_TENSE_PASTPART;
    default: return DATELINE_TENSE_NONE;
    }
}

/* Begins and ends like a sentence, not like a piece of one. */
static bool is_whole(const dtl_source *source, const dtl_sentence *s) {
    const dtl_word *first = &source->words.items[s->first];
    const char opens = *dtl_bytes(source, first->span);
    return first[s->count - 1].pos == DTL_POS_PUNCT &&
           !(opens >= 'a' && opens <= 'z') && !(opens >= '0' && opens <= '9');
}

/* "Total sales increased to 3 million.": a sentence without any finite form has
 * its past tense where the parser saw a participle. */
static bool is_only_verb(const dtl_scene *scene, int32_t word) {
    const dtl_source *source = scene->source;
    const dtl_word *w = dtl_scene_word(scene, word);
    const dtl_sentence *s = &source->sentences.items[w->sentence];
    if (w->dep != DTL_DEP_ACL || w->head == DTL_NONE || !is_whole(source, s) ||
        dtl_scene_child(scene, word, DTL_DEP_OBL_AGENT) != DTL_NONE)
        return false;
    const char *preposition = dtl_scene_case(scene, w->head);
    if (preposition && strcmp(preposition, "of") != 0) return false;
    for (uint32_t i = 0; i < s->count; i++)
        if (dtl_tag_is_finite(source->words.items[s->first + i].tag))
            return false;
    return true;
}

#define BARE_BELOW "feel have hear help let make notice see watch"

/* "said they expect", "demanded that he leave", "Stop!" have a present form;
 * "let them go", "watched them leave" have not. */
static bool is_bare_present(const dtl_scene *scene, int32_t word,
                            bool clause) {
    const dtl_word *w = dtl_scene_word(scene, word);
    if (w->dep == DTL_DEP_XCOMP) return false;
    if (w->dep != DTL_DEP_CCOMP || w->head == DTL_NONE) return clause;
    return !dtl_listed(dtl_scene_word(scene, w->head)->lemma, BARE_BELOW);
}

/* The tagger takes many a past tense for a participle, and a present for an
 * infinitive; one that has a subject of its own and no auxiliary is finite,
 * and so is one that is joined to a finite verb. */
static dateline_tense tense_alone(const dtl_scene *scene, int32_t word) {
    const dtl_word *w = dtl_scene_word(scene, word);
    const bool subject =
        dtl_scene_child(scene, word, DTL_DEP_NSUBJ) != DTL_NONE;
    const bool clause = subject || w->dep == DTL_DEP_ROOT ||
                        w->dep == DTL_DEP_CCOMP ||
                        w->dep == DTL_DEP_PARATAXIS;
    const bool joined =
        w->dep == DTL_DEP_CONJ && w->head != DTL_NONE &&
        dtl_scene_word(scene, w->head)->tag == DTL_TAG_VBD;
    if (w->tag == DTL_TAG_VBN &&
        (clause || joined || dtl_scene_is_past(scene, word) ||
         is_only_verb(scene, word)))
        return DATELINE_TENSE_PAST;
    if (w->tag == DTL_TAG_VB && is_bare_present(scene, word, subject || clause))
        return DATELINE_TENSE_PRESENT;
    return tense_of_tag(w->tag);
}

static bool is_future(const char *lemma) {
    return dtl_listed(lemma, "will shall 'll wo");
}

static void read_first(const dtl_scene *scene, const verb_group *group,
                       dtl_event *event) {
    const dtl_word *first =
        dtl_scene_word(scene, group->count ? group->items[0] : group->verb);
    if (group->to) event->tense = DATELINE_TENSE_INFINITIVE;
    else if (is_future(first->lemma)) event->tense = DATELINE_TENSE_FUTURE;
    else if (first->tag == DTL_TAG_MD) event->modality = first->lemma;
    else if (group->count == 0)
        event->tense = tense_alone(scene, group->verb);
    else event->tense = tense_of_tag(first->tag);
}

/* have + participle is PERFECTIVE, be + -ing PROGRESSIVE. */
static dateline_aspect aspect_of(const dtl_scene *scene,
                                 const verb_group *group) {
    bool have = false, be = false, being = false;
    for (int i = 0; i < group->count; i++) {
        const dtl_word *w = dtl_scene_word(scene, group->items[i]);
        have |= strcmp(w->lemma, "have") == 0;
        if (strcmp(w->lemma, "be") == 0) {
            be = true;
            being |= w->tag == DTL_TAG_VBG && i > 0;
        }
    }
    const uint8_t tag = dtl_scene_word(scene, group->verb)->tag;
    const bool progressive = being || (be && tag == DTL_TAG_VBG);
    if (have && progressive) return DATELINE_ASPECT_PERFECTIVE_PROGRESSIVE;
    if (have) return DATELINE_ASPECT_PERFECTIVE;
    return progressive ? DATELINE_ASPECT_PROGRESSIVE : DATELINE_ASPECT_NONE;
}

/* "is going to" FUTURE, "used to" PAST, "has to" modality. */
static bool read_semi_auxiliary(const dtl_scene *scene, dtl_event *event) {
    const int32_t semi = semi_auxiliary(scene, event->trigger);
    if (semi == DTL_NONE) return false;
    const verb_group group = group_of(scene, semi);
    switch (dtl_scene_word(scene, semi)->lemma[0]) {
    case 'g': event->tense = DATELINE_TENSE_FUTURE; break;
    case 'h':
        read_first(scene, &group, event);
        event->modality = "have to";
        if (event->tense != DATELINE_TENSE_FUTURE)
            event->tense = DATELINE_TENSE_NONE;
        break;
    default: event->tense = DATELINE_TENSE_PAST;
    }
    return true;
}

static void read_tense(const dtl_scene *scene, dtl_event *event) {
    const dtl_word *w = dtl_scene_word(scene, event->trigger);
    if (w->pos == DTL_POS_NOUN) return;
    if (w->pos == DTL_POS_VERB && read_semi_auxiliary(scene, event)) return;
    const verb_group group = group_of(scene, event->trigger);
    if (group.count == 0 &&
        (w->pos == DTL_POS_ADJ || is_gerund_noun(scene, event->trigger)))
        return;
    read_first(scene, &group, event);
    event->aspect = aspect_of(scene, &group);
}

/* ---- polarity ---------------------------------------------------------- */

static bool is_negation(const dtl_word *w) {
    return dtl_listed(w->lemma, "not n't never no neither nor without "
                                      "none nobody nothing");
}

/* "not just" says more, not less; "no-confidence" is a name. */
static bool is_not_only(const dtl_scene *scene, int32_t word) {
    const int32_t next = word + 1;
    return (uint32_t)next < scene->source->words.count &&
           dtl_listed(dtl_scene_word(scene, next)->lemma,
                      "just only merely simply necessarily -");
}

/* "no one", "no longer", but not "no later than May", "no-confidence". */
static bool has_no(const dtl_scene *scene, int32_t word) {
    const int32_t no = dtl_scene_child_lemma(scene, word, "no");
    const uint32_t next = (uint32_t)word + 1;
    return no != DTL_NONE && !is_not_only(scene, no) &&
           !(next < scene->source->words.count &&
             dtl_scene_is(scene, (int32_t)next, "than"));
}

/* "not", "never", "no longer", "without leaving", "no one", "no reason". */
static bool is_negated_by(const dtl_scene *scene, int32_t child) {
    const dtl_word *w = dtl_scene_word(scene, child);
    if (is_negation(w) && is_not_only(scene, child)) return false;
    switch (w->dep) {
    case DTL_DEP_OBJ:
    case DTL_DEP_ADVMOD:
    case DTL_DEP_OBL_UNMARKED:
        return is_negation(w) || has_no(scene, child);
    case DTL_DEP_DET:
    case DTL_DEP_MARK:
    case DTL_DEP_CASE:
    case DTL_DEP_DISCOURSE:
    case DTL_DEP_CC: return is_negation(w);
    case DTL_DEP_NSUBJ:
    case DTL_DEP_NSUBJ_PASS: {
        const int32_t det = dtl_scene_child(scene, child, DTL_DEP_DET);
        return (w->pos == DTL_POS_PRON && is_negation(w)) ||
               dtl_scene_is(scene, det, "no") ||
               dtl_scene_is(scene, det, "neither");
    }
    default: return false;
    }
}

static bool has_negation(const dtl_scene *scene, int32_t word) {
    DTL_EACH_CHILD(scene, c, word) {
        if (is_negated_by(scene, c)) return true;
    }
    return false;
}

/* "did not eat or drink": the second is negated with the first. */
static bool shares_negation(const dtl_scene *scene, int32_t word) {
    const dtl_word *w = dtl_scene_word(scene, word);
    const int32_t cc = dtl_scene_child(scene, word, DTL_DEP_CC);
    if (w->dep != DTL_DEP_CONJ || !dtl_scene_is(scene, cc, "or"))
        return false;
    return dtl_scene_subject(scene, word) == DTL_NONE &&
           has_negation(scene, w->head);
}

static bool is_negative(const dtl_scene *scene, int32_t word) {
    if (has_negation(scene, word) || shares_negation(scene, word))
        return true;
    const int32_t semi = semi_auxiliary(scene, word);
    return semi != DTL_NONE && has_negation(scene, semi);
}

/* ---- clause ------------------------------------------------------------ */

/* The nearest word upwards that has a finite form; the root when none. */
static int32_t clause_of(const dtl_scene *scene, int32_t word) {
    while (!dtl_scene_is_finite(scene, word)) {
        const int32_t head = dtl_scene_word(scene, word)->head;
        if (head == DTL_NONE) break;
        word = head;
    }
    return word;
}

void dtl_event_tense(dtl_scene *scene) {
    const dtl_source *source = scene->source;
    for (uint32_t i = 0; i < source->events.count; i++) {
        dtl_event *event = &source->events.items[i];
        event->clause = clause_of(scene, event->trigger);
        read_tense(scene, event);
        event->negative = is_negative(scene, event->trigger);
    }
}
