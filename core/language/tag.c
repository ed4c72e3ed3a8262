/* tag.c - the tagger's place in the pipeline. */
#include <string.h>

#include "core/base/limits.h"
#include "core/base/listed.h"
#include "core/language/language.h"
#include "core/language/lemma.h"
#include "core/language/lexicon.h"
#include "core/language/retag.h"
#include "core/language/tagger.h"

/* Zeroed tokens for the longest sentence, with padding on both sides. */
static dtl_token *workspace(const dtl_source *source, dtl_arena *arena) {
    uint32_t most = 0;
    for (uint32_t i = 0; i < source->sentences.count; i++)
        if (source->sentences.items[i].count > most)
            most = source->sentences.items[i].count;
    dtl_token *tokens = dtl_arena_array(
        arena, most + 2 * DTL_TOKEN_PADDING, sizeof *tokens);
    return tokens ? tokens + DTL_TOKEN_PADDING : NULL;
}

static void tag_sentence(dtl_source *source, const dtl_sentence *sentence,
                         const dtl_model *model, dtl_token *tokens) {
    dtl_word *words = source->words.items + sentence->first;
    const uint32_t count = sentence->count;
    for (uint32_t i = 0; i < count; i++) {
        const char *form = dtl_bytes(source, words[i].span);
        const uint32_t length = dtl_length(words[i].span);
        words[i].lex = dtl_lexicon_classes(form, length);
        dtl_token_init(&tokens[i], form, length);
        tokens[i].lex = words[i].lex;
    }
    for (uint32_t i = count; i < count + DTL_TOKEN_PADDING; i++)
        tokens[i] = (dtl_token){0};
    dtl_tagger_run(model, tokens, count);
    for (uint32_t i = 0; i < count; i++) {
        words[i].pos = tokens[i].pos;
        words[i].second = tokens[i].second;
        words[i].doubt = tokens[i].doubt;
        words[i].tag = model->head->tag[tokens[i].label];
    }
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
        const bool object = next->pos == DTL_POS_PROPN ||
                            next->pos == DTL_POS_DET ||
                            next->tag == DTL_TAG_PRPS;
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
    dtl_token *tokens = workspace(source, arena);
    if (!tokens) return;
    for (uint32_t i = 0; i < source->sentences.count; i++) {
        tag_sentence(source, &source->sentences.items[i], &model, tokens);
        find_verb(source, &source->sentences.items[i]);
    }
    for (uint32_t i = 0; i < source->words.count; i++)
        set_lemma(source, &source->words.items[i], arena);
}
