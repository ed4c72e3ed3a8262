/* tag.c - the tagger's place in the pipeline. */
#include "core/language/language.h"
#include "core/language/lemma.h"
#include "core/language/lexicon.h"
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
    for (uint32_t i = 0; i < source->sentences.count; i++)
        tag_sentence(source, &source->sentences.items[i], &model, tokens);
    for (uint32_t i = 0; i < source->words.count; i++)
        set_lemma(source, &source->words.items[i], arena);
}
