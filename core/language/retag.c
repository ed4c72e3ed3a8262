/* retag.c - tags that a tree shows to be wrong. */
#include "core/language/retag.h"

#include <string.h>

#include "core/base/limits.h"
#include "core/base/listed.h"
#include "core/language/lemma.h"

/* Verbs that nothing is done to. */
#define INTRANSITIVE \
    "appear arrive collapse confess die emerge end escape happen " \
    "occur remain resign retire return serve surrender survive " \
    "vanish"

/* Forms that are past tenses alone: the participle is another. */
#define PAST_ALONE \
    "ate bade began bit blew bore broke came chose did drank drew " \
    "drove fell flew forgave forgot froze gave grew hid knew lay " \
    "mistook overcame overtook ran rang rode rose sang sank saw " \
    "shook shrank slew spoke sprang stank stole strode strove " \
    "swam swore threw took tore trod undertook underwent was went " \
    "withdrew woke wore wrote"

/* What the children of a word say about its voice. */
typedef struct {
    bool passive, own; /* an auxiliary of the passive; a subject, auxiliary or
                          object */
} voice;

static voice voice_of(const dtl_source *source, const dtl_sentence *sentence,
                      int32_t verb) {
    voice v = {false, false};
    for (uint32_t i = 0; i < sentence->count; i++) {
        const dtl_word *word = &source->words.items[sentence->first + i];
        if (word->head != verb) continue;
        v.passive |= word->dep == DTL_DEP_AUX_PASS;
        v.own |= word->dep == DTL_DEP_AUX || word->dep == DTL_DEP_AUX_PASS ||
                 word->dep == DTL_DEP_NSUBJ ||
                 word->dep == DTL_DEP_NSUBJ_PASS || word->dep == DTL_DEP_OBJ ||
                 word->dep == DTL_DEP_CCOMP || word->dep == DTL_DEP_XCOMP;
    }
    return v;
}

static bool ends_in_ed(const dtl_source *source, dtl_span span) {
    return dtl_length(span) > 3 &&
           memcmp(source->text.bytes + span.end - 2, "ed", 2) == 0;
}

/* "was found and sentenced", "was elected and resigned": a verb in -ed that is
 * joined to a passive and has neither subject nor object is a participle too,
 * unless nothing can be done to anyone by it. Of 80 such verbs of the
 * training treebanks 69 are participles, and four of the rest are in the list
 * above. */
static void share_passive(dtl_source *source, const dtl_sentence *sentence) {
    for (uint32_t i = 0; i < sentence->count; i++) {
        const int32_t at = (int32_t)(sentence->first + i);
        dtl_word *word = &source->words.items[at];
        if ((word->tag != DTL_TAG_VBD && word->tag != DTL_TAG_VBN) ||
            word->dep != DTL_DEP_CONJ || word->head == DTL_NONE ||
            !ends_in_ed(source, word->span) ||
            source->words.items[word->head].tag != DTL_TAG_VBN ||
            !voice_of(source, sentence, word->head).passive ||
            voice_of(source, sentence, at).own)
            continue;
        word->tag = dtl_listed(word->lemma, INTRANSITIVE) ? DTL_TAG_VBD
                                                          : DTL_TAG_VBN;
    }
}

static void become_noun(const dtl_source *source, dtl_word *word,
                        dtl_arena *arena) {
    word->pos = DTL_POS_NOUN;
    word->tag = DTL_TAG_NN;
    word->lemma = dtl_lemma_find(arena, dtl_bytes(source, word->span),
                                 dtl_length(word->span), DTL_POS_NOUN,
                                 DTL_TAG_NN);
}

/* "The stabbing took place": what has an article and is a subject or an object
 * is a noun. */
static void name_subjects(dtl_source *source, const dtl_sentence *sentence,
                          dtl_arena *arena) {
    for (uint32_t i = 0; i + 1 < sentence->count; i++) {
        const dtl_word *article = &source->words.items[sentence->first + i];
        dtl_word *word = &source->words.items[sentence->first + i + 1];
        if (article->dep != DTL_DEP_DET ||
            article->head != (int32_t)(sentence->first + i + 1) ||
            (word->dep != DTL_DEP_NSUBJ && word->dep != DTL_DEP_NSUBJ_PASS &&
             word->dep != DTL_DEP_OBJ) ||
            dtl_pos_is_noun(word->pos) || !(word->lex & DTL_LEX_GERUND))
            continue;
        become_noun(source, word, arena);
    }
}

/* "the leaders' gathering": what is owned is a noun. */
static void name_gerunds(dtl_source *source, const dtl_sentence *sentence,
                         dtl_arena *arena) {
    for (uint32_t i = 0; i < sentence->count; i++) {
        const dtl_word *owner = &source->words.items[sentence->first + i];
        if (owner->dep != DTL_DEP_NMOD_POSS || owner->head == DTL_NONE)
            continue;
        dtl_word *owned = &source->words.items[owner->head];
        if (owned->tag != DTL_TAG_VBG || owner->tag == DTL_TAG_PRPS ||
            owned[-1].tag != DTL_TAG_POS)
            continue;
        become_noun(source, owned, arena);
    }
}

/* "whose boats sank" has no participle, whatever the tagger says. */
static void mend_past(dtl_source *source, dtl_word *word) {
    char form[DTL_MAX_WORD_BYTES + 1];
    const size_t length = dtl_length(word->span);
    if (word->tag != DTL_TAG_VBN || length >= sizeof form) return;
    memcpy(form, dtl_bytes(source, word->span), length);
    form[length] = 0;
    if (dtl_listed(form, PAST_ALONE)) word->tag = DTL_TAG_VBD;
}

/* "Police shot a man": a form that is the past of another verb than the one
 * whose present it was taken for. ("are" is no past of "be".) */
static void mend_present(const dtl_source *source, dtl_word *word,
                         dtl_arena *arena) {
    if (word->pos != DTL_POS_VERB || word->tag != DTL_TAG_VBP ||
        !(word->lex & DTL_LEX_PAST))
        return;
    const char *base =
        dtl_lemma_find(arena, dtl_bytes(source, word->span),
                       dtl_length(word->span), DTL_POS_VERB, DTL_TAG_VBD);
    if (!base || strcmp(base, word->lemma) == 0) return;
    word->tag = DTL_TAG_VBD;
    word->lemma = base;
}

/* "she'd lost her hat": "would" has a base form behind it. */
static void mend_had(dtl_source *source, dtl_word *aux, dtl_arena *arena) {
    if (aux->dep != DTL_DEP_AUX || aux->head == DTL_NONE ||
        strcmp(aux->lemma, "would") != 0 ||
        dtl_length(aux->span) >= strlen("would"))
        return;
    dtl_word *verb = &source->words.items[aux->head];
    const dtl_span span = verb->span;
    if (verb <= aux || verb->pos != DTL_POS_VERB || !(verb->lex & DTL_LEX_PAST))
        return;
    const char *base = dtl_lemma_find(arena, dtl_bytes(source, span),
                                      dtl_length(span), DTL_POS_VERB,
                                      DTL_TAG_VBN);
    if (!base || dtl_span_is(source, span, base)) return;
    aux->tag = DTL_TAG_VBD;
    aux->lemma = "have";
    verb->tag = DTL_TAG_VBN;
    verb->lemma = base;
}

static bool is_joined(const dtl_word *words, const dtl_sentence *sentence,
                      const dtl_word *noun) {
    for (uint32_t i = 0; i < sentence->count; i++) {
        const dtl_word *w = &words[sentence->first + i];
        if (w->dep == DTL_DEP_CONJ && w->head >= 0 && &words[w->head] == noun)
            return true;
    }
    return false;
}

/* No auxiliary or conjunction helps the subject's verb, and nobody else is
 * its subject. */
static bool is_alone(const dtl_word *words, const dtl_sentence *sentence,
                     const dtl_word *subject) {
    for (uint32_t i = 0; i < sentence->count; i++) {
        const dtl_word *w = &words[sentence->first + i];
        const bool helps = w->dep == DTL_DEP_AUX || w->dep == DTL_DEP_MARK;
        if (helps && w->head == subject->head) return false;
    }
    return !is_joined(words, sentence, subject);
}

/* "Police shot and wounded a man": what a finite verb is joined to, and can be
 * a past itself, is no noun. */
static void join_pasts(dtl_source *source, const dtl_sentence *sentence,
                       dtl_arena *arena) {
    dtl_word *words = source->words.items;
    for (uint32_t i = 2; i < sentence->count; i++) {
        const int32_t at = (int32_t)(sentence->first + i);
        const dtl_word *joined = &words[at];
        if (joined->dep != DTL_DEP_CONJ || joined->tag != DTL_TAG_VBD ||
            joined->head != at - 2 ||
            joined->head == (int32_t)sentence->first)
            continue;
        dtl_word *first = &words[joined->head], *before = first - 1;
        if (first->pos != DTL_POS_NOUN || !(first->lex & DTL_LEX_PAST) ||
            before->dep != DTL_DEP_COMPOUND || before->head != joined->head)
            continue;
        first->pos = DTL_POS_VERB;
        first->tag = DTL_TAG_VBD;
        first->lemma = dtl_lemma_find(
            arena, dtl_bytes(source, first->span), dtl_length(first->span),
            DTL_POS_VERB, DTL_TAG_VBD);
        before->dep = DTL_DEP_NSUBJ;
        for (dtl_word *w = &words[sentence->first]; w < before; w++)
            if (w->head == joined->head)
                w->head = (int32_t)(before - words);
    }
}

/* "ordered that the envoy leave": the present of one would have an -s. */
static void mend_wishes(dtl_source *source, const dtl_sentence *sentence) {
    dtl_word *words = source->words.items;
    for (uint32_t i = 0; i < sentence->count; i++) {
        const dtl_word *subject = &words[sentence->first + i];
        const bool one = subject->tag == DTL_TAG_NNP ||
                         (subject->tag == DTL_TAG_NN &&
                          !(subject->lex & DTL_LEX_CAN_GROUP));
        if (subject->dep != DTL_DEP_NSUBJ || !one ||
            subject->head == DTL_NONE)
            continue;
        dtl_word *verb = &words[subject->head];
        if (verb->dep == DTL_DEP_CCOMP && verb->tag == DTL_TAG_VBP &&
            verb->pos == DTL_POS_VERB && verb > subject &&
            !is_joined(words, sentence, subject))
            verb->tag = DTL_TAG_VB;
    }
}

/* "The council put the plan to a vote": a form that is base and past at once
 * is a past behind a singular, which the present would give an -s. */
static void mend_bases(dtl_source *source, const dtl_sentence *sentence) {
    dtl_word *words = source->words.items;
    for (uint32_t i = 0; i < sentence->count; i++) {
        const dtl_word *subject = &words[sentence->first + i];
        if (subject->dep != DTL_DEP_NSUBJ || subject->head == DTL_NONE ||
            (subject->tag != DTL_TAG_NN && subject->tag != DTL_TAG_NNP))
            continue;
        dtl_word *verb = &words[subject->head];
        if (verb->dep != DTL_DEP_ROOT ||
            !dtl_listed(verb->lemma, DTL_UNCHANGED) ||
            verb->pos != DTL_POS_VERB || verb < subject ||
            (verb->tag != DTL_TAG_VB && verb->tag != DTL_TAG_VBP))
            continue;
        if (is_alone(words, sentence, subject)) verb->tag = DTL_TAG_VBD;
    }
}

void dtl_language_retag(dtl_source *source, const dtl_sentence *sentence,
                        dtl_arena *arena) {
    for (uint32_t i = 0; i < sentence->count; i++) {
        mend_past(source, &source->words.items[sentence->first + i]);
        mend_present(source, &source->words.items[sentence->first + i], arena);
        mend_had(source, &source->words.items[sentence->first + i], arena);
    }
    mend_bases(source, sentence);
    mend_wishes(source, sentence);
    join_pasts(source, sentence, arena);
    share_passive(source, sentence);
    name_gerunds(source, sentence, arena);
    name_subjects(source, sentence, arena);
}
