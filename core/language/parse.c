/* parse.c - the parser's place in the pipeline. */
#include "core/language/language.h"

#include <assert.h>

#include "core/language/beam.h"
#include "core/language/guide.h"
#include "core/language/retag.h"
#include "core/language/tree.h"

/* What one call needs, taken from the arena once. */
typedef struct {
    dtl_token tokens[DTL_PARSER_NODES + 2 * DTL_TOKEN_PADDING];
    dtl_guide guide;
    dtl_beam beam;
    uint8_t labels[DTL_POS_COUNT][DTL_TAG_COUNT];
} workspace;

/* Which label a pair of pos and tag has. */
static void index_labels(const dtl_model *model, workspace *space) {
    for (uint32_t i = 1; i < model->head->labels; i++)
        space->labels[model->head->pos[i]][model->head->tag[i]] = (uint8_t)i;
}

static dtl_token *fill_tokens(const dtl_source *source, uint32_t first,
                              uint32_t count, workspace *space) {
    dtl_token *tokens = space->tokens + DTL_TOKEN_PADDING;
    for (uint32_t i = 0; i < count; i++) {
        const dtl_word *word = &source->words.items[first + i];
        dtl_token_init(&tokens[i], dtl_bytes(source, word->span),
                       dtl_length(word->span));
        tokens[i].lex = word->lex;
        tokens[i].pos = word->pos;
        tokens[i].tag = word->tag;
        tokens[i].second = word->second;
        tokens[i].doubt = word->doubt;
        tokens[i].time = word->time + 1;
        tokens[i].label = space->labels[word->pos][word->tag];
    }
    for (uint32_t i = count; i < count + DTL_TOKEN_PADDING; i++)
        tokens[i] = (dtl_token){0};
    tokens[count].label = DTL_LABEL_ROOT;
    return tokens;
}

/* Copies heads and relations; gives the root's word index. */
static int32_t store(dtl_source *source, uint32_t first,
                     const dtl_parser *parser) {
    int32_t root = (int32_t)first;
    for (int node = 1; node <= parser->count; node++) {
        dtl_word *word = &source->words.items[first + (uint32_t)node - 1];
        const int head = parser->nodes[node].head;
        word->dep = parser->nodes[node].dep;
        word->head = (int32_t)first + head - 1;
        if (head <= parser->count) continue;
        word->head = DTL_NONE;
        root = (int32_t)first + node - 1;
    }
    return root;
}

/* Sentences are cut at DTL_MAX_SENTENCE_WORDS; should one be longer, its
 * further parts hang on the first. */
static void parse_sentence(dtl_source *source, dtl_sentence *sentence,
                           const dtl_model *model, workspace *space,
                           dtl_arena *arena) {
    sentence->root = DTL_NONE;
    for (uint32_t done = 0; done < sentence->count;) {
        const uint32_t left = sentence->count - done;
        const uint32_t count =
            left < DTL_MAX_SENTENCE_WORDS ? left : DTL_MAX_SENTENCE_WORDS;
        const uint32_t first = sentence->first + done;
        dtl_token *tokens = fill_tokens(source, first, count, space);
        dtl_guide_run(&space->guide, &model->guide, tokens, count);
        dtl_parser *parser =
            dtl_beam_run(&space->beam, &model->parser, tokens - 1, count);
        dtl_tree_join_titles(parser);
        dtl_tree_join_times(parser);
        dtl_tree_mend_owners(parser);
        dtl_tree_mend_clauses(parser);
        dtl_tree_mend_links(parser);
        dtl_tree_mend_subjects(parser);
        dtl_tree_join_lists(parser);
#ifdef DTL_SELF_CHECK
        assert(dtl_tree_is_sound(parser));
#endif
        const int32_t root = store(source, first, parser);
        if (sentence->root == DTL_NONE) {
            sentence->root = root;
        } else {
            source->words.items[root].head = sentence->root;
            source->words.items[root].dep = DTL_DEP_PARATAXIS;
        }
        done += count;
    }
    dtl_language_retag(source, sentence, arena);
}

void dtl_language_parse(dtl_source *source, dtl_arena *arena) {
    const dtl_model model = dtl_model_linked();
    workspace *space = dtl_arena_alloc(arena, sizeof *space);
    if (!space) return;
    index_labels(&model, space);
    for (uint32_t i = 0; i < source->sentences.count; i++)
        parse_sentence(source, &source->sentences.items[i], &model, space,
                       arena);
}
