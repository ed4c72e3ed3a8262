/* name_word.c - which words can be part of a name.
 *
 * A tagger that is right about most words is wrong about capitals that open
 * a sentence and about names that are words: "Jobs", "Burns". What the rest
 * of the text does with the word decides. */
#include "core/story/name_word.h"

static uint32_t kinds(const dtl_naming *naming, int32_t word) {
    return naming->rows[word]->kinds;
}

/* The sentence has words in lower case, so that a capital says something. */
static bool is_plain_case(const dtl_naming *naming, int32_t word) {
    return naming->plain[dtl_naming_word(naming, word)->sentence];
}

static bool opens_sentence(const dtl_naming *naming, int32_t word) {
    const dtl_word *w = dtl_naming_word(naming, word);
    if (naming->source->sentences.items[w->sentence].first == (uint32_t)word)
        return true;
    return dtl_naming_word(naming, word - 1)->pos == DTL_POS_PUNCT &&
           !dtl_naming_in(naming, word - 1, ", ( - ;");
}

/* A capital inside a sentence whatever the tagger thinks of it: "William
 * Burns", "Wang Yi". */
static bool is_odd_capital(const dtl_naming *naming, int32_t word) {
    const dtl_word *w = dtl_naming_word(naming, word);
    if (!is_plain_case(naming, word) || !dtl_naming_is_upper(naming, word))
        return false;
    /* "the Northern Seafarers", but not "the French minister" */
    const bool part = w->pos == DTL_POS_ADJ && w->dep == DTL_DEP_AMOD &&
                      w->head == word + 1 && w[1].pos == DTL_POS_PROPN &&
                      !(w->lex & DTL_LEX_DEMONYM) &&
                      !(kinds(naming, word) & DTL_GAZ_ADJECTIVE);
    if (!part && w->pos != DTL_POS_NOUN && w->pos != DTL_POS_VERB &&
        w->pos != DTL_POS_X && w->pos != DTL_POS_INTJ)
        return false;
    return !opens_sentence(naming, word) && dtl_naming_length(naming, word) > 1;
}

bool dtl_name_is_inner_article(const dtl_naming *naming, int32_t word) {
    return is_plain_case(naming, word) && !opens_sentence(naming, word);
}

/* The rows of name_particles.def as lists with blanks behind the words. */
#define PARTICLE(word, name) word " "
#define JOINT(word, name)
static const char particles[] =
#include "core/story/name_particles.def"
    ;
#undef JOINT
#define JOINT(word, name) word " "
static const char joints[] =
#include "core/story/name_particles.def"
    ;
#undef PARTICLE
#undef JOINT

bool dtl_name_is_particle(const dtl_naming *naming, int32_t word) {
    return dtl_naming_in(naming, word, particles);
}

bool dtl_name_is_joint(const dtl_naming *naming, int32_t word) {
    return dtl_naming_in(naming, word, joints);
}

bool dtl_name_is_hyphen(const dtl_naming *naming, int32_t word) {
    return dtl_naming_in(naming, word, "- – ‑");
}

int32_t dtl_name_kind_word(const dtl_naming *naming, int32_t first,
                           int32_t last) {
    for (int32_t i = first + 1; i < last; i++)
        if (dtl_naming_in(naming, i, "of for")) return i - 1;
    return last;
}

static bool is_proper(const dtl_word *w) {
    return w->pos == DTL_POS_PROPN || w->tag == DTL_TAG_NNP ||
           w->tag == DTL_TAG_NNPS;
}

/* The word ends a run of proper nouns inside a sentence of the text, where
 * its capital is no sentence's. */
bool dtl_name_is_seen(const dtl_naming *naming, int32_t word) {
    return dtl_key_find(&naming->keys, 'm', dtl_naming_bytes(naming, word),
                        dtl_naming_length(naming, word));
}

static const char *pair_bytes(const dtl_naming *naming, int32_t word) {
    return dtl_naming_bytes(naming, word);
}

static size_t pair_length(const dtl_naming *naming, int32_t word) {
    return dtl_naming_word(naming, word + 1)->span.end -
           dtl_naming_word(naming, word)->span.start;
}

/* The word and the next open a name elsewhere: "National Intergroup". */
bool dtl_name_is_seen_pair(const dtl_naming *naming, int32_t word) {
    return dtl_key_find(&naming->keys, 'M',
                        pair_bytes(naming, word),
                        pair_length(naming, word));
}

static void see_words(dtl_naming *naming) {
    for (uint32_t i = 0; i < naming->source->words.count; i++) {
        const dtl_word *w = &naming->source->words.items[i];
        const int32_t word = (int32_t)i;
        if (is_proper(w) && i + 1 < naming->source->words.count &&
            dtl_naming_is_upper(naming, word) &&
            is_proper(w + 1) && dtl_naming_is_upper(naming, word + 1))
            dtl_key_add(naming->arena, &naming->keys, 'M',
                        pair_bytes(naming, word),
                        pair_length(naming, word), 0);
        const bool last = i + 1 == naming->source->words.count ||
                          !dtl_naming_is_upper(naming, word + 1) ||
                          kinds(naming, word + 1) & DTL_GAZ_BODY_END;
        if (is_proper(w) && w->time < 0 && is_plain_case(naming, word) &&
            dtl_naming_is_upper(naming, word) && last &&
            !opens_sentence(naming, word))
            dtl_key_add(naming->arena, &naming->keys, 'm',
                        dtl_naming_bytes(naming, word),
                        dtl_naming_length(naming, word), 0);
    }
}

/* "Jobs resigned": opens a sentence, looks common, but is a name here. */
static bool is_odd_opening(const dtl_naming *naming, int32_t word) {
    const dtl_word *w = dtl_naming_word(naming, word);
    if (w->pos != DTL_POS_NOUN && w->pos != DTL_POS_VERB &&
        w->pos != DTL_POS_X && w->pos != DTL_POS_ADV && w->pos != DTL_POS_ADJ)
        return false;
    if (!dtl_naming_is_upper(naming, word) || !opens_sentence(naming, word) ||
        kinds(naming, word) & DTL_GAZ_ADJECTIVE)
        return false;
    return dtl_name_is_seen(naming, word) ||
           (w->pos == DTL_POS_NOUN && !w->lex &&
            dtl_naming_length(naming, word) > 2) ||
           kinds(naming, word) &
               (DTL_GAZ_BODY | DTL_GAZ_COUNTRY | DTL_GAZ_CAPITAL);
}

/* "Animosity grew": a common noun that the tagger took for a name because
 * it opens the sentence. */
bool dtl_name_is_common(const dtl_naming *naming, int32_t word) {
    const dtl_word *w = dtl_naming_word(naming, word);
    const uint32_t common = DTL_LEX_NOUN | DTL_LEX_VERB | DTL_LEX_ADJ |
                            DTL_LEX_ADV;
    const uint32_t named = DTL_LEX_LOCATION | DTL_LEX_FIRST_NAME |
                           DTL_LEX_NAME | DTL_LEX_PLACE;
    return w->lex & common && !(w->lex & named) &&
           opens_sentence(naming, word) && !dtl_name_is_seen(naming, word) &&
           !(kinds(naming, word) &
             (DTL_GAZ_BODY | DTL_GAZ_COUNTRY | DTL_GAZ_CAPITAL |
              DTL_GAZ_PLACE | DTL_GAZ_FIRST | DTL_GAZ_FAMILY |
              DTL_GAZ_PEOPLE));
}

bool dtl_name_is_word(const dtl_naming *naming, int32_t word) {
    const dtl_word *w = dtl_naming_word(naming, word);
    if (w->time >= 0 || w->pos == DTL_POS_PUNCT) return false;
    if (!is_proper(w))
        return is_odd_capital(naming, word) || is_odd_opening(naming, word);
    if (dtl_naming_is_upper(naming, word)) return true;
    /* iPhone, eBay, al-Qaida, 3M */
    const char *bytes = dtl_naming_bytes(naming, word);
    const uint32_t length = dtl_naming_length(naming, word);
    for (uint32_t i = 1; i < length; i++)
        if (bytes[i] >= 'A' && bytes[i] <= 'Z') return true;
    return false;
}

/* An adjective or noun with a capital inside a name: Foreign Affairs. */
bool dtl_name_is_inner(const dtl_naming *naming, int32_t word) {
    const dtl_word *w = dtl_naming_word(naming, word);
    return w->time < 0 && dtl_naming_is_upper(naming, word) &&
           (w->pos == DTL_POS_ADJ || w->pos == DTL_POS_NOUN ||
            dtl_name_is_word(naming, word));
}

static bool has_plain_case(const dtl_naming *naming,
                           const dtl_sentence *sentence) {
    uint32_t lower = 0, upper = 0;
    for (uint32_t i = 0; i < sentence->count; i++) {
        const int32_t word = (int32_t)(sentence->first + i);
        const uint8_t pos = dtl_naming_word(naming, word)->pos;
        if (i == 0 || pos == DTL_POS_PUNCT || pos == DTL_POS_NUM ||
            dtl_naming_word(naming, word)->time >= 0)
            continue;
        if (dtl_naming_length(naming, word) < 3) continue;
        if (dtl_naming_is_upper(naming, word)) upper++;
        else lower += pos != DTL_POS_ADP && pos != DTL_POS_SCONJ;
    }
    return lower * 5 > upper;
}

bool dtl_name_read_words(dtl_naming *naming) {
    const dtl_source *source = naming->source;
    naming->plain = dtl_arena_array(naming->arena, source->sentences.count,
                                    sizeof *naming->plain);
    if (!naming->plain) return false;
    for (uint32_t i = 0; i < source->sentences.count; i++)
        naming->plain[i] =
            has_plain_case(naming, &source->sentences.items[i]);
    see_words(naming);
    return !naming->arena->failed;
}
