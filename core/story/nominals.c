/* nominals.c - noun phrases that can act: "senior Chinese officials", "the
 * company", "a Chinese warship", "the Foreign Ministry's spokesman".
 *
 * A nominal is the phrase from its article to its noun and an "of" phrase
 * behind it; relative clauses and appositions stay outside. */
#include "core/story/naming.h"

#include <string.h>

static uint32_t kinds(const dtl_naming *naming, int32_t word) {
    return naming->rows[word]->kinds;
}

#define ACTING                                                                \
    (DTL_GAZ_TITLE | DTL_GAZ_PERSON | DTL_GAZ_PEOPLES | DTL_GAZ_COMPANY |     \
     DTL_GAZ_TERRITORY | DTL_GAZ_THING)

static bool ends_with(const dtl_naming *naming, int32_t word,
                      const char *ending) {
    const uint32_t length = dtl_naming_length(naming, word);
    const size_t size = strlen(ending);
    return length > size + 2 &&
           memcmp(dtl_naming_bytes(naming, word) + length - size, ending,
                  size) == 0;
}

/* Nouns of no table: what WordNet holds for persons and nothing else, and
 * forms in -er, -ist, -man that it can take for persons. Its groups are no
 * guide: meetings and series are among them. */
static uint32_t lexicon_kinds(const dtl_naming *naming, int32_t word) {
    static const char *const endings[] = {"er",  "ers",  "or",  "ors", "ist",
                                          "ists", "ian", "ians", "man", "men",
                                          "ee",  "ees",  "ant", "ants"};
    const uint32_t things =
        DTL_LEX_ACT | DTL_LEX_EVENT | DTL_LEX_STATE | DTL_LEX_PROCESS |
        DTL_LEX_PHENOMENON | DTL_LEX_COMMUNICATION | DTL_LEX_COGNITION |
        DTL_LEX_LOCATION | DTL_LEX_ARTIFACT | DTL_LEX_TIME |
        DTL_LEX_QUANTITY | DTL_LEX_POSSESSION | DTL_LEX_FEELING |
        DTL_LEX_ATTRIBUTE | DTL_LEX_GROUP;
    const uint32_t lex = dtl_naming_word(naming, word)->lex;
    if (lex & DTL_LEX_PERSON && !(lex & things)) return DTL_GAZ_PERSON;
    if (!(lex & DTL_LEX_PERSON)) return 0;
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (ends_with(naming, word, endings[i])) return DTL_GAZ_PERSON;
    return 0;
}

/* The phrase ends at the word, so that it is no modifier whatever the parse
 * says: "a former diplomat and negotiator". */
static bool ends_phrase(const dtl_naming *naming, int32_t word) {
    if (word == dtl_naming_end(naming, word)) return true;
    const uint8_t pos = dtl_naming_word(naming, word + 1)->pos;
    return pos == DTL_POS_CCONJ || pos == DTL_POS_VERB ||
           dtl_naming_in(naming, word + 1, ", who");
}

static bool stands_alone(const dtl_naming *naming, int32_t word) {
    const uint8_t dep = dtl_naming_word(naming, word)->dep;
    if (dep == DTL_DEP_COMPOUND) return ends_phrase(naming, word);
    return dep != DTL_DEP_AMOD &&
           dep != DTL_DEP_FLAT && dep != DTL_DEP_NMOD_DESC &&
           dep != DTL_DEP_FIXED && dep != DTL_DEP_GOESWITH;
}

/* "shot in the head": the head of something has its "of" or a noun before. */
static bool is_body_part(const dtl_naming *naming, int32_t word) {
    if (!dtl_naming_in(naming, word, "head heads")) return false;
    if (dtl_naming_child(naming, word, DTL_DEP_COMPOUND) != DTL_NONE)
        return false;
    return word == dtl_naming_end(naming, word) ||
           !dtl_naming_in(naming, word + 1, "of");
}

static uint32_t noun_kinds(const dtl_naming *naming, int32_t word) {
    const dtl_word *w = dtl_naming_word(naming, word);
    if (w->time >= 0 || naming->owner[word] != DTL_NONE) return 0;
    if (!stands_alone(naming, word)) return 0;
    if (w->pos == DTL_POS_NOUN) {
        const uint32_t k = kinds(naming, word) & ACTING;
        if (k && is_body_part(naming, word)) return 0;
        if (k) return k;
        return lexicon_kinds(naming, word);
    }
    if (w->pos == DTL_POS_PROPN || dtl_naming_is_upper(naming, word))
        return kinds(naming, word) & (DTL_GAZ_TITLE | DTL_GAZ_PEOPLE);
    if (w->pos == DTL_POS_ADJ) /* the Chinese, the wounded */
        return kinds(naming, word) & DTL_GAZ_PEOPLE;
    return 0;
}

static bool is_before(uint8_t dep) {
    return dep == DTL_DEP_DET || dep == DTL_DEP_AMOD ||
           dep == DTL_DEP_COMPOUND || dep == DTL_DEP_NUMMOD ||
           dep == DTL_DEP_NMOD_POSS || dep == DTL_DEP_NMOD_UNMARKED ||
           dep == DTL_DEP_DET_PREDET || dep == DTL_DEP_NMOD_DESC;
}

/* The leftmost word of a phrase that hangs before the noun. Bounded by the
 * depth of what can stand there. */
static int32_t left_edge(const dtl_naming *naming, int32_t word) {
    int32_t edge = word;
    for (int depth = 0; depth < 8; depth++) {
        int32_t lower = edge;
        DTL_EACH_PART(naming, c, edge) {
            const dtl_word *w = dtl_naming_word(naming, c);
            if (c < lower && w->time < 0 && is_before(w->dep)) lower = c;
        }
        if (lower == edge) break;
        edge = lower;
    }
    return edge;
}

/* "police and FBI agents": the word before "and" acts on its own. */
static bool joins_actors(const dtl_naming *naming, int32_t word) {
    return dtl_naming_word(naming, word)->pos == DTL_POS_CCONJ && word > 0 &&
           kinds(naming, word - 1) & ACTING &&
           dtl_naming_word(naming, word - 1)->pos == DTL_POS_NOUN;
}

/* A word that no phrase before a noun holds: the parse went too far. */
static bool breaks_phrase(const dtl_naming *naming, int32_t word) {
    const dtl_word *w = dtl_naming_word(naming, word);
    const int32_t owner = naming->owner[word];
    if (owner != DTL_NONE &&
        naming->clues.items[owner].mention.kind == DTL_MENTION_NAME)
        return false;
    return w->pos == DTL_POS_AUX || w->pos == DTL_POS_ADP ||
           w->pos == DTL_POS_SCONJ || joins_actors(naming, word) ||
           w->tag == DTL_TAG_VBD || w->tag == DTL_TAG_VBZ ||
           w->tag == DTL_TAG_VBP;
}

/* Brings the edge back behind a comma that ends another phrase, and forward
 * over a name that it would cut. */
static int32_t clean_edge(const dtl_naming *naming, int32_t edge,
                          int32_t head) {
    for (int32_t i = head - 1; i >= edge; i--) {
        if (breaks_phrase(naming, i)) return i + 1;
        if (i == edge || !dtl_naming_is(naming, i, ",")) continue;
        const uint8_t pos = dtl_naming_word(naming, i + 1)->pos;
        const uint8_t before = dtl_naming_word(naming, i - 1)->pos;
        if (pos == DTL_POS_DET || pos == DTL_POS_PRON ||
            (before != DTL_POS_ADJ && before != DTL_POS_NUM))
            return i + 1;
    }
    while (edge > 0 && edge == head && kinds(naming, edge - 1) &
                                           DTL_GAZ_PREFIX &&
           !dtl_naming_is_upper(naming, edge - 1) &&
           (dtl_naming_word(naming, edge - 1)->pos == DTL_POS_ADJ ||
            dtl_naming_word(naming, edge - 1)->pos == DTL_POS_NOUN))
        head = --edge;
    while (edge < head && dtl_naming_word(naming, edge)->tag == DTL_TAG_VBG)
        edge++;
    const int32_t owner = naming->owner[edge];
    if (owner == DTL_NONE) return edge;
    const dtl_mention *name = &naming->clues.items[owner].mention;
    return name->kind == DTL_MENTION_NAME && name->last < head &&
                   name->first < edge
               ? name->first
               : edge;
}

/* "head of the agency": the end of an of-phrase right behind the noun. */
static int32_t right_edge(const dtl_naming *naming, int32_t word) {
    DTL_EACH_PART(naming, c, word) {
        const dtl_word *w = dtl_naming_word(naming, c);
        if (c < word || w->dep != DTL_DEP_NMOD) continue;
        const int32_t of = dtl_naming_child(naming, c, DTL_DEP_CASE);
        if (of != word + 1 || !dtl_naming_in(naming, of, "of")) break;
        const int32_t owner = naming->owner[c];
        if (owner == DTL_NONE) return c - word <= 6 ? c : word;
        return naming->clues.items[owner].mention.last;
    }
    return word;
}

/* What the words before the noun say: article, number, country, owner. */
static void read_modifiers(const dtl_naming *naming, dtl_clue *clue) {
    clue->bare = true;
    for (int32_t i = clue->mention.first; i < clue->mention.head; i++) {
        const dtl_gaz_row *row = naming->rows[i];
        const bool article = dtl_naming_in(
            naming, i, "the this that these those a an its his her their");
        if (dtl_naming_in(naming, i, "the this that these those"))
            clue->definite = true;
        if (!article) clue->bare = false;
        if (row->country && dtl_naming_is_upper(naming, i))
            clue->country = row->country;
        const int32_t owner = naming->owner[i];
        if (owner != DTL_NONE && naming->clues.items[owner].country &&
            naming->clues.items[owner].mention.kind == DTL_MENTION_NAME)
            clue->country = naming->clues.items[owner].country;
    }
    clue->of = dtl_naming_child(naming, clue->mention.head,
                                DTL_DEP_NMOD_POSS);
    if (clue->of != DTL_NONE) clue->definite = true;
}

static void vote(const dtl_naming *naming, dtl_clue *clue) {
    const uint32_t k = clue->kinds;
    const bool plural = clue->plural;
    if (k & DTL_GAZ_COMPANY)
        clue->votes[plural ? DATELINE_ACTOR_GROUP
                           : DATELINE_ACTOR_ORGANIZATION] += 3;
    else if (k & (DTL_GAZ_PERSON | DTL_GAZ_TITLE))
        clue->votes[plural ? DATELINE_ACTOR_GROUP : DATELINE_ACTOR_PERSON] +=
            3;
    else if (k & (DTL_GAZ_PEOPLES | DTL_GAZ_PEOPLE))
        clue->votes[DATELINE_ACTOR_GROUP] += 3;
    else if (k & DTL_GAZ_TERRITORY)
        clue->votes[plural ? DATELINE_ACTOR_GROUP : DATELINE_ACTOR_PLACE] += 3;
    clue->gender = naming->rows[clue->mention.head]->gender;
}

static bool is_plural(const dtl_naming *naming, int32_t word) {
    const uint8_t tag = dtl_naming_word(naming, word)->tag;
    return tag == DTL_TAG_NNS || tag == DTL_TAG_NNPS ||
           dtl_naming_in(naming, word, "people police troops staff crew");
}

static void add_nominal(dtl_naming *naming, int32_t head, uint32_t k) {
    dtl_clue clue = {.title_first = DTL_NONE, .title_last = DTL_NONE,
                     .of = DTL_NONE, .link = DTL_NONE};
    clue.kinds = k | (kinds(naming, head) & (DTL_GAZ_OFFICE | DTL_GAZ_STATE));
    const int32_t edge = left_edge(naming, head);
    clue.mention = (dtl_mention){clean_edge(naming, edge, head),
                                 right_edge(naming, head), head, DTL_NONE,
                                 DTL_MENTION_NOMINAL};
    clue.plural = is_plural(naming, head);
    clue.acts = dtl_naming_acts(naming, head);
    read_modifiers(naming, &clue);
    vote(naming, &clue);
    dtl_naming_add(naming, &clue);
}

/* The word at the other end of an apposition or of "X is the Y". */
static int32_t linked_word(const dtl_naming *naming, int32_t head) {
    const dtl_word *w = dtl_naming_word(naming, head);
    if (w->dep == DTL_DEP_APPOS) return w->head;
    const int32_t appos = dtl_naming_child(naming, head, DTL_DEP_APPOS);
    if (appos != DTL_NONE) return appos;
    if (dtl_naming_child(naming, head, DTL_DEP_COP) == DTL_NONE)
        return DTL_NONE;
    return dtl_naming_child(naming, head, DTL_DEP_NSUBJ);
}

/* By how much `type` is the likelier than to be a person. */
static int over_person(const dtl_clue *name, dateline_actor_type type) {
    return name->votes[type] - name->votes[DATELINE_ACTOR_PERSON];
}

/* The noun can be said of what bears the name. */
static bool agrees(const dtl_clue *nominal, const dtl_clue *name) {
    const int place = over_person(name, DATELINE_ACTOR_PLACE);
    const int body = over_person(name, DATELINE_ACTOR_ORGANIZATION);
    if (nominal->plural) return false;
    if (nominal->kinds & (DTL_GAZ_PERSON | DTL_GAZ_TITLE))
        return place < 12 && body < 16;
    if (nominal->kinds & DTL_GAZ_TERRITORY) return place > 0;
    return place > -12 || body > -12;
}

/* "Reed, the top diplomat": the name before the comma, where the parse saw
 * no apposition. */
static int32_t name_before(const dtl_naming *naming, const dtl_clue *clue) {
    const int32_t comma = clue->mention.first - 1;
    const uint8_t dep = dtl_naming_word(naming, clue->mention.head)->dep;
    if (comma < 1 || !dtl_naming_is(naming, comma, ",")) return DTL_NONE;
    if (dep == DTL_DEP_NSUBJ || dep == DTL_DEP_NSUBJ_PASS ||
        dtl_naming_child(naming, clue->mention.head, DTL_DEP_CC) != DTL_NONE)
        return DTL_NONE;
    if (!clue->definite && !(clue->kinds & DTL_GAZ_TITLE) &&
        !dtl_naming_in(naming, clue->mention.first, "a an"))
        return DTL_NONE;
    const int32_t owner = naming->owner[comma - 1];
    if (owner == DTL_NONE ||
        naming->clues.items[owner].mention.last != comma - 1 ||
        dtl_naming_word(naming, comma)->sentence !=
            dtl_naming_word(naming, comma - 1)->sentence)
        return DTL_NONE;
    return naming->clues.items[owner].mention.head;
}

/* "its parent company, Orne, said": the name behind the comma. */
static int32_t name_behind(const dtl_naming *naming, const dtl_clue *clue) {
    const int32_t comma = clue->mention.last + 1;
    const int32_t end = dtl_naming_end(naming, clue->mention.head);
    if (!clue->definite || comma >= end ||
        !dtl_naming_is(naming, comma, ","))
        return DTL_NONE;
    const int32_t owner = naming->owner[comma + 1];
    if (owner == DTL_NONE) return DTL_NONE;
    const dtl_mention *name = &naming->clues.items[owner].mention;
    if (name->kind != DTL_MENTION_NAME || name->first != comma + 1)
        return DTL_NONE;
    if (name->last < end &&
        !dtl_naming_in(naming, name->last + 1, ", ;") &&
        !dtl_naming_is(naming, name->last + 1, ".") &&
        dtl_naming_word(naming, name->last + 1)->pos != DTL_POS_VERB)
        return DTL_NONE;
    return name->head;
}

/* "CEO and co-founder Ona Reed": the name whose title follows the "and". */
static int32_t name_of_title(const dtl_naming *naming, const dtl_clue *clue) {
    const int32_t joint = clue->mention.last + 1;
    if (!(clue->kinds & DTL_GAZ_TITLE) ||
        joint >= dtl_naming_end(naming, clue->mention.head) ||
        !dtl_naming_in(naming, joint, "and"))
        return DTL_NONE;
    const int32_t owner = naming->owner[joint + 1];
    if (owner == DTL_NONE ||
        naming->clues.items[owner].title_first != joint + 1)
        return DTL_NONE;
    return naming->clues.items[owner].mention.head;
}

/* "a diplomat and negotiator": the link of the nominal before "and". */
static int32_t shared_link(const dtl_naming *naming, const dtl_clue *clue) {
    const int32_t joint = clue->mention.first - 1;
    if (joint < 1 || clue->plural ||
        !dtl_naming_in(naming, joint, "and") ||
        naming->headed[joint - 1] == DTL_NONE)
        return DTL_NONE;
    const dtl_clue *before =
        &naming->clues.items[naming->headed[joint - 1]];
    return before->mention.kind == DTL_MENTION_NOMINAL ? before->link
                                                       : DTL_NONE;
}

/* Ties every nominal to the name it is in apposition to. */
static void link_nominals(dtl_naming *naming) {
    for (uint32_t i = 0; i < naming->clues.count; i++) {
        dtl_clue *clue = &naming->clues.items[i];
        if (clue->mention.kind != DTL_MENTION_NOMINAL) continue;
        clue->link = shared_link(naming, clue);
        if (clue->link != DTL_NONE) continue;
        int32_t word = linked_word(naming, clue->mention.head);
        if (word == DTL_NONE) word = name_before(naming, clue);
        if (word == DTL_NONE) word = name_behind(naming, clue);
        if (word == DTL_NONE) word = name_of_title(naming, clue);
        if (word == DTL_NONE) continue;
        const int32_t other = naming->headed[word];
        if (other == DTL_NONE || other == (int32_t)i) continue;
        dtl_clue *name = &naming->clues.items[other];
        if (name->mention.kind != DTL_MENTION_NAME || !agrees(clue, name))
            continue;
        clue->link = other;
        dtl_name_apposed(name, clue->kinds);
    }
}

/* "an Indian proposal": the adjective of a country that no actor's phrase
 * holds is the country's own mention. */
static void add_demonym(dtl_naming *naming, int32_t word) {
    const dtl_gaz_row *row = naming->rows[word];
    const dtl_word *w = dtl_naming_word(naming, word);
    if (!(row->kinds & DTL_GAZ_ADJECTIVE) || w->time >= 0 ||
        !dtl_naming_is_upper(naming, word) ||
        naming->owner[word] != DTL_NONE ||
        (w->dep != DTL_DEP_AMOD && w->dep != DTL_DEP_COMPOUND))
        return;
    dtl_clue clue = {.title_first = DTL_NONE, .title_last = DTL_NONE,
                     .of = DTL_NONE, .link = DTL_NONE,
                     .country = row->country, .kinds = DTL_GAZ_ADJECTIVE,
                     .bare = true};
    clue.mention = (dtl_mention){word, word, word, DTL_NONE,
                                 DTL_MENTION_NOMINAL};
    dtl_naming_add(naming, &clue);
}

void dtl_nominals_find(dtl_naming *naming) {
    const uint32_t count = naming->source->words.count;
    for (uint32_t i = 0; i < count; i++) {
        const int32_t sentence = naming->source->words.items[i].sentence;
        const uint32_t k = noun_kinds(naming, (int32_t)i);
        if (k && dtl_naming_tells(naming, sentence))
            add_nominal(naming, (int32_t)i, k);
    }
    for (uint32_t i = 0; i < count; i++)
        if (dtl_naming_tells(naming, naming->source->words.items[i].sentence))
            add_demonym(naming, (int32_t)i);
    if (!naming->arena->failed) link_nominals(naming);
}
