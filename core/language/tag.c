/* tag.c - the network's place in the pipeline. */
#include <string.h>

#include "core/base/limits.h"
#include "core/base/listed.h"
#include "core/language/arcs.h"
#include "core/language/language.h"
#include "core/language/lemma.h"
#include "core/language/lexicon.h"
#include "core/language/net.h"
#include "core/language/retag.h"

/* What one call needs, taken from the arena once. */
typedef struct {
    dtl_token *tokens;
    int16_t *heads;
    dtl_net_space net;
} workspace;

static bool open_workspace(workspace *space, const dtl_source *source,
                           dtl_arena *arena) {
    uint32_t most = 1;
    for (uint32_t i = 0; i < source->sentences.count; i++)
        if (source->sentences.items[i].count > most)
            most = source->sentences.items[i].count;
    if (most > DTL_MAX_SENTENCE_WORDS) most = DTL_MAX_SENTENCE_WORDS;
    space->tokens = dtl_arena_array(arena, most, sizeof *space->tokens);
    space->heads = dtl_arena_array(arena, most, sizeof *space->heads);
    return space->tokens && space->heads &&
           dtl_net_space_init(&space->net, most, arena);
}

static void fill_tokens(dtl_source *source, uint32_t first, uint32_t count,
                        dtl_token *tokens) {
    for (uint32_t i = 0; i < count; i++) {
        dtl_word *word = &source->words.items[first + i];
        const char *form = dtl_bytes(source, word->span);
        word->lex = dtl_lexicon_classes(form, dtl_length(word->span));
        dtl_token_init(&tokens[i], form, dtl_length(word->span));
        tokens[i].lex = word->lex;
    }
}

static uint8_t relation_of(const dtl_net *net, const workspace *space,
                           uint32_t word, uint32_t head) {
    int32_t scores[DTL_NET_RELATIONS];
    dtl_net_relate(net, &space->net, word, head, scores);
    uint8_t best = DTL_DEP_NSUBJ;
    for (uint8_t dep = DTL_DEP_NSUBJ; dep < DTL_DEP_COUNT; dep++)
        if (scores[dep] > scores[best]) best = dep;
    return best;
}

/* Tags, heads and relations of some words of a sentence as a tree. */
static void read_words(dtl_source *source, uint32_t first, uint32_t count,
                       const dtl_model *model, workspace *space) {
    fill_tokens(source, first, count, space->tokens);
    dtl_net_run(&model->net, space->tokens, count, model->head->labels,
                &space->net);
    dtl_arcs_choose(space->net.arcs, count, space->heads);
    for (uint32_t i = 0; i < count; i++) {
        dtl_word *word = &source->words.items[first + i];
        const uint32_t head = (uint32_t)space->heads[i];
        const uint8_t label = space->net.labels[i];
        word->pos = model->head->pos[label];
        word->tag = model->head->tag[label];
        word->head = head == count ? DTL_NONE : (int32_t)(first + head);
        word->dep = head == count
                        ? DTL_DEP_ROOT
                        : relation_of(&model->net, space, i, head);
    }
}

/* A longer one than the network reads is read in parts, as trees each. */
static void tag_sentence(dtl_source *source, const dtl_sentence *sentence,
                         const dtl_model *model, workspace *space) {
    for (uint32_t done = 0; done < sentence->count;) {
        const uint32_t left = sentence->count - done;
        const uint32_t count =
            left < DTL_MAX_SENTENCE_WORDS ? left : DTL_MAX_SENTENCE_WORDS;
        read_words(source, sentence->first + done, count, model, space);
        done += count;
    }
}

/* "the town saw bloodshed": a word in small letters that the lexicon has, and
 * not in names, is no name. */
static void lower_name(const dtl_source *source, dtl_word *word) {
    const uint32_t known =
        DTL_LEX_NOUN | DTL_LEX_VERB | DTL_LEX_ADJ | DTL_LEX_ADV;
    const uint32_t names = DTL_LEX_FIRST_NAME | DTL_LEX_NAME | DTL_LEX_PLACE |
                           DTL_LEX_DEMONYM;
    const char first = *dtl_bytes(source, word->span);
    if (word->pos != DTL_POS_PROPN || first < 'a' || first > 'z' ||
        !(word->lex & known) || word->lex & names)
        return;
    word->pos = DTL_POS_NOUN;
    word->tag = word->lex & DTL_LEX_PLURAL ? DTL_TAG_NNS : DTL_TAG_NN;
}

static bool can_be_past(const dtl_source *source, const dtl_word *word) {
    char form[DTL_MAX_WORD_BYTES + 1];
    const uint32_t length = dtl_length(word->span);
    if (!(word->lex & DTL_LEX_VERB) || length >= sizeof form) return false;
    memcpy(form, dtl_bytes(source, word->span), length);
    form[length] = 0;
    return word->lex & DTL_LEX_PAST || dtl_listed(form, DTL_UNCHANGED);
}

/* "Brandt shot Pedro Ruiz.", "The judge set a date.": in a sentence without
 * any verb, a noun that is a past tense as well and stands between two
 * nominals is the verb. */
static void find_verb(dtl_source *source, const dtl_sentence *sentence) {
    dtl_word *words = source->words.items + sentence->first;
    const uint32_t count = sentence->count;
    if (count < 4 || *dtl_bytes(source, words[count - 1].span) != '.') return;
    for (uint32_t i = 0; i < count; i++)
        if (words[i].pos == DTL_POS_VERB || words[i].pos == DTL_POS_AUX)
            return;
    for (uint32_t i = 1; i + 2 < count; i++) {
        const dtl_word *next = &words[i + 1];
        const bool object =
            next->pos == DTL_POS_PROPN || next->pos == DTL_POS_DET ||
            next->tag == DTL_TAG_PRPS ||
            (next->pos == DTL_POS_NOUN && words[i - 1].pos == DTL_POS_PROPN);
        if (words[i].pos != DTL_POS_NOUN || !can_be_past(source, &words[i]) ||
            !dtl_pos_is_noun(words[i - 1].pos) || !object)
            continue;
        words[i].pos = DTL_POS_VERB;
        words[i].tag = DTL_TAG_VBD;
        return;
    }
}

static void set_lemma(const dtl_source *source, dtl_word *word,
                      dtl_arena *arena) {
    word->lemma = dtl_lemma_find(arena, dtl_bytes(source, word->span),
                                 dtl_length(word->span), (dtl_pos)word->pos,
                                 (dtl_tag)word->tag);
}

void dtl_language_tag(dtl_source *source, dtl_arena *arena) {
    const dtl_model model = dtl_model_linked();
    workspace space;
    if (!open_workspace(&space, source, arena)) return;
    for (uint32_t i = 0; i < source->sentences.count; i++) {
        tag_sentence(source, &source->sentences.items[i], &model, &space);
        find_verb(source, &source->sentences.items[i]);
    }
    for (uint32_t i = 0; i < source->words.count; i++)
        lower_name(source, &source->words.items[i]);
    for (uint32_t i = 0; i < source->words.count; i++)
        set_lemma(source, &source->words.items[i], arena);
}
