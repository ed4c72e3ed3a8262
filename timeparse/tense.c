/* tense.c - climbs the parse from a time to its verb.
 *
 * A time under a past verb lies behind, under "will", "is to" or an
 * infinitive below a verb of intention ("plans to meet Monday") ahead. */
#include "timeparse/tense.h"

#include <string.h>

enum { CLIMB = 12 };

static bool lemma_is_one_of(const dtl_word *word, const char *const *list) {
    if (!word->lemma) return false;
    for (; *list; list++)
        if (!strcmp(word->lemma, *list)) return true;
    return false;
}

static bool is_verb(const dtl_word *word) {
    return word->pos == DTL_POS_VERB || word->pos == DTL_POS_AUX;
}

static bool is_intention(const dtl_word *word) {
    static const char *const verbs[] = {
        "plan", "expect", "intend", "hope", "want", "schedule", "will",
        "agree", "prepare", "aim", "promise", "propose", "go", "set", "due",
        "need", "likely", "consider", "continue", "allow", "vow", "pledge",
        "threaten", "ask", "urge", "order", "require", "slate", NULL};
    return lemma_is_one_of(word, verbs);
}

/* Words of the same sentence that hang on `head`, nearest first, at most
 * twelve to its left. */
static int8_t helpers(const dtl_source *source, int32_t head, bool *to) {
    const dtl_word *words = source->words.items;
    int8_t tense = 0;
    for (int32_t w = head - 1; w >= 0 && w > head - 12; w--) {
        if (words[w].sentence != words[head].sentence) break;
        if (words[w].head != head) continue;
        if (words[w].tag == DTL_TAG_TO && words[w].dep == DTL_DEP_MARK)
            *to = true;
        if (words[w].dep != DTL_DEP_AUX && words[w].dep != DTL_DEP_AUX_PASS &&
            words[w].dep != DTL_DEP_COP)
            continue;
        static const char *const ahead[] = {"will", "'ll", "shall", NULL};
        static const char *const open[] = {"may", "can", "could", "might",
                                           "would", "should", "must", NULL};
        if (lemma_is_one_of(&words[w], ahead)) return 1;
        if (words[w].tag == DTL_TAG_MD || lemma_is_one_of(&words[w], open))
            tense = 1;
        else if (!tense && (words[w].tag == DTL_TAG_VBD))
            tense = -1;
        else if (!tense && lemma_is_one_of(&words[w], (const char *const[]){
                                                          "have", NULL}))
            tense = -1;
    }
    return tense;
}

static int8_t tense_of_verb(const dtl_source *source, int32_t verb) {
    const dtl_word *words = source->words.items;
    bool to = false;
    const int8_t helped = helpers(source, verb, &to);
    if (to) {
        const int32_t up = words[verb].head;
        if (up >= 0 && is_intention(&words[up])) return 1;
        return up >= 0 && words[up].tag == DTL_TAG_VBD ? 0 : 1;
    }
    if (helped) return helped;
    if (words[verb].tag == DTL_TAG_VBD) return -1;
    return 0;
}

/* What the word before an expression says by itself. */
static int8_t tense_of_opener(const dtl_source *source,
                              const dtl_time *time) {
    static const char *const behind[] = {"since", "end", NULL};
    static const char *const ahead[] = {"effective", "start", NULL};
    if (time->first < 1) return 0;
    const dtl_word *word = &source->words.items[time->first - 1];
    if (lemma_is_one_of(word, behind)) return -1;
    if (lemma_is_one_of(word, ahead) && word->tag != DTL_TAG_VBD) return 1;
    return 0;
}

int8_t dtl_tense_of(const dtl_source *source, const dtl_time *time) {
    const int8_t opener = tense_of_opener(source, time);
    if (opener) return opener;
    if (time->first == DTL_NONE) return 0;
    const dtl_word *words = source->words.items;
    int32_t at = time->last;
    while (at > time->first && words[at].head >= time->first &&
           words[at].head <= time->last)
        at--;
    for (int steps = 0; steps < CLIMB && at >= 0; steps++) {
        const bool inside = at >= time->first && at <= time->last;
        if (!inside && is_verb(&words[at])) {
            /* An auxiliary speaks for the verb above it. */
            if (words[at].pos == DTL_POS_AUX && words[at].head >= 0 &&
                is_verb(&words[words[at].head]))
                at = words[at].head;
            return tense_of_verb(source, at);
        }
        at = words[at].head;
    }
    return 0;
}
