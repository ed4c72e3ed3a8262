/* parse.c - the repairs of trees in their place in the pipeline. */
#include "core/language/language.h"

#include <assert.h>

#include "core/language/retag.h"
#include "core/language/tree.h"

/* What one call needs, taken from the arena once. */
typedef struct {
    dtl_token tokens[DTL_TREE_NODES + 2 * DTL_TOKEN_PADDING];
    dtl_tree tree;
} workspace;

/* The words with the heads that the network gave them. */
static void fill_tree(const dtl_source *source, uint32_t first, uint32_t count,
                      workspace *space) {
    dtl_token *tokens = space->tokens + DTL_TOKEN_PADDING;
    dtl_tree *tree = &space->tree;
    tree->tokens = tokens - 1;
    tree->count = (int16_t)count;
    for (uint32_t i = 0; i < count; i++) {
        const dtl_word *word = &source->words.items[first + i];
        dtl_token_init(&tokens[i], dtl_bytes(source, word->span),
                       dtl_length(word->span));
        tokens[i].lex = word->lex;
        tokens[i].pos = word->pos;
        tokens[i].tag = word->tag;
        tokens[i].time = word->time + 1;
        dtl_node *node = &tree->nodes[i + 1];
        node->dep = word->dep;
        node->head = (int16_t)(word->head == DTL_NONE
                                   ? (int32_t)count + 1
                                   : word->head - (int32_t)first + 1);
    }
    for (uint32_t i = count; i < count + DTL_TOKEN_PADDING; i++)
        tokens[i] = (dtl_token){0};
}

/* Copies heads and relations; gives the root's word index. */
static int32_t store(dtl_source *source, uint32_t first,
                     const dtl_tree *tree) {
    int32_t root = (int32_t)first;
    for (int node = 1; node <= tree->count; node++) {
        dtl_word *word = &source->words.items[first + (uint32_t)node - 1];
        const int head = tree->nodes[node].head;
        word->dep = tree->nodes[node].dep;
        word->head = (int32_t)first + head - 1;
        if (head <= tree->count) continue;
        word->head = DTL_NONE;
        root = (int32_t)first + node - 1;
    }
    return root;
}

static void mend(dtl_tree *tree) {
    dtl_tree_mend_copulas(tree);
    dtl_tree_join_titles(tree);
    dtl_tree_join_times(tree);
    dtl_tree_mend_owners(tree);
    dtl_tree_mend_clauses(tree);
    dtl_tree_mend_links(tree);
    dtl_tree_mend_subjects(tree);
    dtl_tree_join_lists(tree);
#ifdef DTL_SELF_CHECK
    assert(dtl_tree_is_sound(tree));
#endif
}

/* Sentences are cut at DTL_MAX_SENTENCE_WORDS; should one be longer, its
 * further parts hang on the first. */
static void parse_sentence(dtl_source *source, dtl_sentence *sentence,
                           workspace *space, dtl_arena *arena) {
    sentence->root = DTL_NONE;
    for (uint32_t done = 0; done < sentence->count;) {
        const uint32_t left = sentence->count - done;
        const uint32_t count =
            left < DTL_MAX_SENTENCE_WORDS ? left : DTL_MAX_SENTENCE_WORDS;
        const uint32_t first = sentence->first + done;
        fill_tree(source, first, count, space);
        mend(&space->tree);
        const int32_t root = store(source, first, &space->tree);
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
    workspace *space = dtl_arena_alloc(arena, sizeof *space);
    if (!space) return;
    for (uint32_t i = 0; i < source->sentences.count; i++)
        parse_sentence(source, &source->sentences.items[i], space, arena);
}
