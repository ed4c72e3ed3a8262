/* name_type.c - what a name's form and its place in the sentence say of its
 * type. Every sign is a vote; an actor's type is the sum over its mentions.
 *
 * The weights were set on UNER EWT dev; tests/accuracy/names.c prints what
 * they give. */
#include "core/story/naming.h"

#include <string.h>

enum {
    OTHER = DATELINE_ACTOR_OTHER,
    PERSON = DATELINE_ACTOR_PERSON,
    BODY = DATELINE_ACTOR_ORGANIZATION,
    PLACE = DATELINE_ACTOR_PLACE,
    GROUP = DATELINE_ACTOR_GROUP
};

static uint32_t kinds(const dtl_naming *naming, int32_t word) {
    return naming->rows[word]->kinds;
}

static void vote_known(dtl_clue *clue) {
    if (clue->kinds & (DTL_GAZ_COUNTRY | DTL_GAZ_CAPITAL | DTL_GAZ_PLACE))
        clue->votes[PLACE] += 8;
    if (clue->kinds & DTL_GAZ_BODY) clue->votes[BODY] += 9;
    if (clue->kinds & DTL_GAZ_PEOPLE && !(clue->kinds & DTL_GAZ_COUNTRY))
        clue->votes[GROUP] += 6;
}

/* The word before "of" carries the kind: Bank of Orne, Gulf of Orne. */
static int32_t kind_word(const dtl_naming *naming, const dtl_clue *clue) {
    for (int32_t i = clue->mention.first + 1; i < clue->mention.last; i++)
        if (dtl_naming_in(naming, i, "of for")) return i - 1;
    return clue->mention.last;
}

static void vote_heads(const dtl_naming *naming, dtl_clue *clue) {
    const int32_t first = clue->mention.first, last = clue->mention.last;
    if (first == last) return;
    const uint32_t head = kinds(naming, kind_word(naming, clue));
    const bool given = kinds(naming, first) & DTL_GAZ_FIRST;
    if (kinds(naming, last) & DTL_GAZ_BODY_END)
        clue->votes[BODY] += given ? 4 : 7;
    else if (head & DTL_GAZ_BODY_HEAD)
        clue->votes[BODY] += given ? 3 : 6;
    else if (head & DTL_GAZ_PLACE_HEAD)
        clue->votes[PLACE] += given ? 4 : 6;
    else if (kinds(naming, first) & DTL_GAZ_PLACE_HEAD)
        clue->votes[PLACE] += 4;
    if (kinds(naming, first) & (DTL_GAZ_COUNTRY | DTL_GAZ_ADJECTIVE))
        clue->votes[BODY] += 2;
}

static bool is_initial(const dtl_naming *naming, int32_t word) {
    const uint32_t length = dtl_naming_length(naming, word);
    return dtl_naming_is_upper(naming, word) &&
           (length == 1 ||
            (length == 2 && dtl_naming_bytes(naming, word)[1] == '.'));
}

static void vote_person(const dtl_naming *naming, dtl_clue *clue) {
    const int32_t first = clue->mention.first, last = clue->mention.last;
    const int32_t count = last - first + 1;
    if (clue->title_first != DTL_NONE) {
        const bool body = !(kinds(naming, clue->title_last) & DTL_GAZ_TITLE) &&
                          kinds(naming, clue->title_last) & DTL_GAZ_COMPANY;
        clue->votes[body ? BODY : PERSON] += 7;
    }
    if (kinds(naming, first) & DTL_GAZ_FIRST)
        clue->votes[PERSON] += count == 1 ? 2 : count <= 4 ? 6 : 2;
    if (kinds(naming, first) & DTL_GAZ_FAMILY && (count == 2 || count == 1))
        clue->votes[PERSON] += count == 2 ? 4 : 2;
    for (int32_t i = first; i < last; i++)
        if (is_initial(naming, i)) clue->votes[PERSON] += 3;
    const int32_t before = first - 1;
    if (before >= 0 && dtl_naming_word(naming, before)->sentence ==
                           dtl_naming_word(naming, first)->sentence &&
        kinds(naming, before) & DTL_GAZ_HONORIFIC)
        clue->votes[PERSON] += 8;
}

/* Letters: all upper is an acronym, digits or a lower-case start a product. */
static void vote_shape(const dtl_naming *naming, dtl_clue *clue) {
    const int32_t first = clue->mention.first, last = clue->mention.last;
    const char *bytes = dtl_naming_bytes(naming, first);
    const uint32_t length = dtl_naming_word(naming, last)->span.end -
                            dtl_naming_word(naming, first)->span.start;
    uint32_t upper = 0, digits = 0;
    for (uint32_t i = 0; i < length; i++) {
        upper += bytes[i] >= 'A' && bytes[i] <= 'Z';
        digits += bytes[i] >= '0' && bytes[i] <= '9';
        if (bytes[i] == '&') clue->votes[BODY] += 4;
    }
    if (digits) clue->votes[OTHER] += 4;
    if (first == last && upper == length && length > 1 && length < 7)
        clue->votes[BODY] += 3;
    if (!dtl_naming_is_upper(naming, first) && upper && length < 12)
        clue->votes[OTHER] += 2;
}

static void vote_lexicon(const dtl_naming *naming, dtl_clue *clue) {
    if (clue->mention.first != clue->mention.last) return;
    const uint32_t lex = dtl_naming_word(naming, clue->mention.first)->lex;
    if (lex & DTL_LEX_LOCATION) clue->votes[PLACE] += 2;
    if (lex & DTL_LEX_PERSON) clue->votes[PERSON] += 1;
    if (lex & DTL_LEX_GROUP) clue->votes[BODY] += 1;
}

static void vote_noun(const dtl_naming *naming, dtl_clue *clue, int32_t noun,
                      int weight) {
    const uint32_t k = kinds(naming, noun);
    if (k & (DTL_GAZ_PERSON | DTL_GAZ_TITLE)) clue->votes[PERSON] += weight;
    if (k & DTL_GAZ_COMPANY) clue->votes[BODY] += weight;
    if (k & DTL_GAZ_TERRITORY) clue->votes[PLACE] += weight;
}

/* What hangs on the name: "who", "in", an apposition. */
static void vote_parts(const dtl_naming *naming, dtl_clue *clue) {
    const int32_t head = clue->mention.head;
    DTL_EACH_PART(naming, c, head) {
        const dtl_word *w = dtl_naming_word(naming, c);
        if (w->dep == DTL_DEP_CASE && dtl_naming_in(naming, c, "in near "
                                                    "across throughout"))
            clue->votes[PLACE] += 2;
        if (w->dep == DTL_DEP_CASE && dtl_naming_in(naming, c, "by"))
            clue->votes[PLACE] -= 1;
        if (w->dep == DTL_DEP_APPOS && w->pos == DTL_POS_NOUN)
            vote_noun(naming, clue, c, 4);
        if (w->dep != DTL_DEP_ACL_RELCL) continue;
        DTL_EACH_PART(naming, d, c) {
            if (dtl_naming_in(naming, d, "who")) clue->votes[PERSON] += 4;
        }
    }
}

/* What the name hangs on: "said", a noun it describes. */
static void vote_head(const dtl_naming *naming, dtl_clue *clue) {
    const dtl_word *w = dtl_naming_word(naming, clue->mention.head);
    if (w->head == DTL_NONE) return;
    const dtl_word *above = dtl_naming_word(naming, w->head);
    if (w->dep == DTL_DEP_NSUBJ) {
        const dtl_gaz_row *row = dtl_gazetteer_find(
            naming->gazetteer, above->lemma ? above->lemma : "",
            above->lemma ? strlen(above->lemma) : 0);
        if (row->kinds & DTL_GAZ_SPEECH) {
            clue->votes[PERSON] += 1;
            clue->votes[BODY] += 1;
        }
        if (above->pos == DTL_POS_NOUN) vote_noun(naming, clue, w->head, 2);
    }
    if (w->dep == DTL_DEP_APPOS && above->pos == DTL_POS_NOUN)
        vote_noun(naming, clue, w->head, 4);
    if (w->dep == DTL_DEP_COMPOUND || w->dep == DTL_DEP_NMOD_POSS ||
        w->dep == DTL_DEP_NMOD)
        clue->votes[BODY] +=
            kinds(naming, w->head) & (DTL_GAZ_TITLE | DTL_GAZ_PERSON) ? 2 : 0;
    if (w->dep == DTL_DEP_COMPOUND && above->pos == DTL_POS_NOUN)
        clue->votes[BODY] += 1;
}

void dtl_name_vote(const dtl_naming *naming, dtl_clue *clue) {
    vote_known(clue);
    vote_heads(naming, clue);
    vote_person(naming, clue);
    vote_shape(naming, clue);
    vote_lexicon(naming, clue);
    vote_parts(naming, clue);
    vote_head(naming, clue);
    /* Two or three capitalised words that nothing else explains. */
    const int32_t more = clue->mention.last - clue->mention.first;
    if (more == 1 || more == 2) clue->votes[PERSON] += 1;
}
