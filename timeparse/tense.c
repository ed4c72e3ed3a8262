/* tense.c - the verb beside a time and what its group says.
 *
 * The nearest verb to the left in the sentence governs a time, else the
 * nearest to the right ("On Tuesday the two met"): near a time the parse is
 * wrong more often than the order of words is. The group is read off the
 * tags: "will meet", "is to resume", "had been due to expire". */
#include "timeparse/tense.h"

#include <string.h>

#include "timeparse/meaning.h"
#include "timeparse/resolve.h"

enum { FAR = 40, GROUP = 6 };

static bool lemma_is_one_of(const dtl_word *word, const char *const *list) {
    if (!word->lemma) return false;
    for (; *list; list++)
        if (!strcmp(word->lemma, *list)) return true;
    return false;
}

static bool is_verb(const dtl_word *word) {
    return word->pos == DTL_POS_VERB || word->pos == DTL_POS_AUX;
}

static bool is_to(const dtl_source *source, const dtl_word *word) {
    return dtl_length(word->span) == 2 &&
           !memcmp(dtl_bytes(source, word->span), "to", 2);
}

enum { BEHIND = DTL_SIDE_PAST, AHEAD = DTL_SIDE_AHEAD };
typedef enum { INTENDS, APPOINTS, FIXES, SAYS, OPENS, STARTS } word_kind;

/* The side that a word of a kind in tense_words.def tells; DTL_SIDE_NONE when
 * it is none. */
static int8_t side_of(const dtl_word *word, word_kind kind) {
    static const struct {
        const char *lemma;
        word_kind kind;
        int8_t side;
    } rows[] = {
#define INTENTION(lemma, example) {lemma, INTENDS, AHEAD},
#define APPOINTING(lemma, example) {lemma, APPOINTS, AHEAD},
#define FIXING(lemma, example) {lemma, FIXES, AHEAD},
#define SAYING(lemma, example) {lemma, SAYS, BEHIND},
#define OPENER(lemma, side, example) {lemma, OPENS, side},
#define STARTING(lemma, example) {lemma, STARTS, AHEAD},
#include "timeparse/tense_words.def"
#undef INTENTION
#undef APPOINTING
#undef FIXING
#undef SAYING
#undef OPENER
#undef STARTING
    };
    for (size_t i = 0; word->lemma && i < sizeof rows / sizeof *rows; i++)
        if (rows[i].kind == kind && !strcmp(word->lemma, rows[i].lemma))
            return rows[i].side;
    return DTL_SIDE_NONE;
}

static bool in_sentence(const dtl_source *source, int32_t w,
                        int32_t sentence) {
    return w >= 0 && w < (int32_t)source->words.count &&
           source->words.items[w].sentence == sentence;
}

/* What helps the verb at `verb`: words to its left that are adverbs,
 * auxiliaries or "to". */
typedef struct {
    bool to, will, modal, past, present, have;
    int32_t before; /* the word to the left of the group */
} group;

static group read_group(const dtl_source *source, int32_t verb) {
    static const char *const will[] = {"will", "'ll", "shall", NULL};
    static const char *const have[] = {"have", NULL};
    const dtl_word *words = source->words.items;
    const int32_t sentence = words[verb].sentence;
    group g = {.before = verb - 1};
    for (int k = 0; k < GROUP; k++, g.before--) {
        if (!in_sentence(source, g.before, sentence)) break;
        const dtl_word *w = &words[g.before];
        if (is_to(source, w)) {
            g.to = true;
            g.before--;
            break;
        }
        if (w->pos == DTL_POS_ADV || w->pos == DTL_POS_PART) continue;
        if (w->pos != DTL_POS_AUX && w->tag != DTL_TAG_MD) break;
        g.will |= lemma_is_one_of(w, will);
        g.modal |= w->tag == DTL_TAG_MD;
        g.past |= w->tag == DTL_TAG_VBD;
        g.have |= lemma_is_one_of(w, have);
        g.present |= w->tag == DTL_TAG_VBZ || w->tag == DTL_TAG_VBP;
    }
    return g;
}

/* An infinitive: what stands before its "to" says. */
static int8_t tense_of_infinitive(const dtl_source *source, int32_t before,
                                  int32_t sentence) {
    const dtl_word *words = source->words.items;
    while (in_sentence(source, before, sentence) &&
           words[before].pos == DTL_POS_ADV)
        before--;
    if (!in_sentence(source, before, sentence)) return DTL_SIDE_AHEAD;
    if (!side_of(&words[before], INTENDS)) /* voted to support */
        return words[before].tag == DTL_TAG_VBD ? DTL_SIDE_PAST
                                                : DTL_SIDE_NONE;
    const group g = read_group(source, before);
    if (g.have && g.past) return DTL_SIDE_PAST; /* had been due to */
    const uint8_t tag = words[before].tag;
    return !g.have && (g.present || tag == DTL_TAG_VBZ || tag == DTL_TAG_VBP)
               ? DTL_SIDE_SURE /* is due to, plans to */
               : DTL_SIDE_AHEAD;
}

/* An auxiliary whose verb the tags do not show: "will double", "is to". */
static int8_t tense_of_auxiliary(const dtl_source *source, int32_t verb) {
    static const char *const will[] = {"will", "'ll", "shall", NULL};
    static const char *const be[] = {"be", NULL};
    const dtl_word *word = &source->words.items[verb];
    const int32_t next = verb + 1;
    if (lemma_is_one_of(word, will)) return DTL_SIDE_SURE;
    if (word->tag == DTL_TAG_MD) return DTL_SIDE_AHEAD;
    if (lemma_is_one_of(word, be) &&
        in_sentence(source, next, word->sentence) &&
        source->words.items[next].pos == DTL_POS_ADJ &&
        side_of(&source->words.items[next], APPOINTS))
        return word->tag == DTL_TAG_VBD ? DTL_SIDE_AHEAD : DTL_SIDE_SURE;
    return lemma_is_one_of(word, be) && word->tag != DTL_TAG_VBD &&
                   in_sentence(source, next, word->sentence) &&
                   is_to(source, &source->words.items[next])
               ? DTL_SIDE_AHEAD : DTL_SIDE_NONE;
}

static int8_t tense_of_verb(const dtl_source *source, int32_t verb) {
    const dtl_word *word = &source->words.items[verb];
    const group g = read_group(source, verb);
    if (g.will) return DTL_SIDE_SURE;
    if (g.to) return tense_of_infinitive(source, g.before, word->sentence);
    if (g.modal) return g.have ? DTL_SIDE_PAST : DTL_SIDE_AHEAD;
    if (g.past || g.have) return DTL_SIDE_PAST;
    if (word->tag == DTL_TAG_VBD) return DTL_SIDE_PAST;
    if (word->tag == DTL_TAG_VBG)
        return g.present ? DTL_SIDE_PRESENT : DTL_SIDE_NONE;
    if (word->tag == DTL_TAG_VBN)
        return g.present ? DTL_SIDE_NONE : DTL_SIDE_PAST;
    if (side_of(word, SAYS)) return DTL_SIDE_NONE;
    if (word->pos == DTL_POS_AUX) return tense_of_auxiliary(source, verb);
    return word->tag == DTL_TAG_VBZ || word->tag == DTL_TAG_VBP
               ? DTL_SIDE_PRESENT : DTL_SIDE_NONE;
}

static bool is_behind_for(const dtl_source *source, const dtl_time *time) {
    static const char *const forth[] = {"for", NULL};
    return time->first > 0 &&
           lemma_is_one_of(&source->words.items[time->first - 1], forth);
}

/* "planned a protest", "called a vote for Friday", but not "had planned" and
 * "as planned". */
static bool appoints(const dtl_source *source, const dtl_time *time,
                     int32_t verb) {
    static const char *const as[] = {"as", NULL};
    const dtl_word *words = source->words.items;
    if (!side_of(&words[verb], APPOINTS) &&
        !(side_of(&words[verb], FIXES) && is_behind_for(source, time)))
        return false;
    const group g = read_group(source, verb);
    return !(g.have && g.past) &&
           !(in_sentence(source, g.before, words[verb].sentence) &&
             lemma_is_one_of(&words[g.before], as));
}

/* "resume trading": a verb in form only. */
static bool is_gerund(const dtl_source *source, int32_t verb) {
    const dtl_word *word = &source->words.items[verb];
    return word->tag == DTL_TAG_VBG && !read_group(source, verb).present &&
           !read_group(source, verb).past;
}

/* 's, which tags take for a verb behind a name they do not know. */
static bool is_clitic(const dtl_source *source, const dtl_word *word) {
    const char first = *dtl_bytes(source, word->span);
    return word->pos == DTL_POS_AUX && (first == '\'' || first == '\xe2') &&
           (dtl_bytes(source, word->span)[dtl_length(word->span) - 1] | 32) ==
               's';
}

/* The verb that governs the time, or DTL_NONE. */
static int32_t find_verb(const dtl_source *source, const dtl_time *time) {
    const dtl_word *words = source->words.items;
    const int32_t sentence = words[time->first].sentence;
    for (int32_t w = time->first - 1, k = 0; k < FAR; w--, k++) {
        if (!in_sentence(source, w, sentence)) break;
        if (is_verb(&words[w]) && !is_gerund(source, w) &&
            !is_clitic(source, &words[w]))
            return w;
    }
    for (int32_t w = time->last + 1, k = 0; k < FAR; w++, k++) {
        if (!in_sentence(source, w, sentence)) break;
        if (!is_verb(&words[w])) continue;
        while (words[w].pos == DTL_POS_AUX &&
               in_sentence(source, w + 1, sentence) && is_verb(&words[w + 1]))
            w++;
        return w;
    }
    return DTL_NONE;
}

/* What the word before an expression, or before its "on", says by itself. */
static int8_t tense_of_opener(const dtl_source *source,
                              const dtl_time *time) {
    static const char *const on[] = {"on", "from", NULL};
    if (time->first < 1) return DTL_SIDE_NONE;
    const dtl_word *word = &source->words.items[time->first - 1];
    if (time->first > 1 && lemma_is_one_of(word, on) &&
        (word[-1].pos == DTL_POS_ADJ || word[-1].tag == DTL_TAG_VBG))
        word--;
    const int8_t starts = side_of(word, STARTS);
    return starts && is_gerund(source, (int32_t)(word - source->words.items))
               ? starts
               : side_of(word, OPENS);
}

/* "expects to report a loss for the third quarter": mostly the last one. */
static bool tells_results(const dtl_source *source, const dtl_time *time,
                          int32_t verb) {
    return time->meaning && time->meaning->has & DTL_HAS_QUARTER &&
           read_group(source, verb).to;
}

int8_t dtl_tense_of(const dtl_source *source, const dtl_time *time) {
    if (time->first == DTL_NONE) return DTL_SIDE_NONE;
    const int8_t opener = tense_of_opener(source, time);
    if (opener) return opener;
    const uint32_t next = (uint32_t)time->last + 1;
    if (next < source->words.count &&
        source->words.items[next].tag == DTL_TAG_POS)
        return DTL_SIDE_NONE; /* Friday's decision: of a noun, not of the verb */
    const int32_t verb = find_verb(source, time);
    if (verb == DTL_NONE) return DTL_SIDE_NONE;
    if (verb < time->first && appoints(source, time, verb))
        return DTL_SIDE_AHEAD;
    const int8_t side = tense_of_verb(source, verb);
    return side == DTL_SIDE_SURE && tells_results(source, time, verb)
               ? DTL_SIDE_AHEAD : side;
}
