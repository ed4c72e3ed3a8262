/* parse.c - the parser's place in the pipeline. */
#include "core/language/language.h"

#include <assert.h>
#include <string.h>

#include "core/base/listed.h"
#include "core/language/beam.h"
#include "core/language/guide.h"
#include "core/language/lemma.h"
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

/* Verbs that nothing is done to. */
#define INTRANSITIVE "appear arrive collapse confess die emerge escape end "    \
                     "happen occur remain resign retire return serve surrender " \
                     "survive vanish"

/* Forms that are past tenses alone: the participle is another. */
#define PAST_ALONE "ate bade began bit blew bore broke came chose did drank "    \
                   "drew drove fell flew forgave forgot froze gave grew hid "    \
                   "knew lay mistook overcame overtook ran rang rode rose sang " \
                   "sank saw shook shrank slew sank spoke sprang stank stole "   \
                   "strode strove swam swore threw took tore trod undertook "    \
                   "underwent was went withdrew woke wore wrote"

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

/* "the leaders' gathering": what is owned is a noun. */
static void name_gerunds(dtl_source *source, const dtl_sentence *sentence,
                         dtl_arena *arena) {
    for (uint32_t i = 0; i < sentence->count; i++) {
        const dtl_word *owner = &source->words.items[sentence->first + i];
        if (owner->dep != DTL_DEP_NMOD_POSS || owner->head == DTL_NONE) continue;
        dtl_word *owned = &source->words.items[owner->head];
        if (owned->tag != DTL_TAG_VBG || owner->tag == DTL_TAG_PRPS ||
            owned[-1].tag != DTL_TAG_POS)
            continue;
        owned->pos = DTL_POS_NOUN;
        owned->tag = DTL_TAG_NN;
        owned->lemma = dtl_lemma_find(
            arena, dtl_bytes(source, owned->span), dtl_length(owned->span),
            DTL_POS_NOUN, DTL_TAG_NN);
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
    for (uint32_t i = 0; i < sentence->count; i++)
        mend_past(source, &source->words.items[sentence->first + i]);
    share_passive(source, sentence);
    name_gerunds(source, sentence, arena);
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
