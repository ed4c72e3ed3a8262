/* name_type.c - what a name's form and its place in the sentence say of its
 * type. Every sign that is there votes; an actor's type is the sum over its
 * mentions. The signs are found here, their weights are name_votes.def. */
#include <string.h>

#include "core/story/name_word.h"

enum {
#define VOTE(sign_, person_, body_, place_, other_, what_) SIGN_##sign_,
#include "core/story/name_votes.def"
    SIGN_COUNT
};

_Static_assert(SIGN_COUNT <= 64, "a clue's signs are bits of 64");

static const int8_t weights[SIGN_COUNT][4] = {
#define VOTE(sign_, person_, body_, place_, other_, what_)                    \
    {person_, body_, place_, other_},
#include "core/story/name_votes.def"
};

#define LAND (DTL_GAZ_COUNTRY | DTL_GAZ_CAPITAL | DTL_GAZ_PLACE)

static uint32_t kinds(const dtl_naming *naming, int32_t word) {
    return naming->rows[word]->kinds;
}

static uint32_t lex(const dtl_naming *naming, int32_t word) {
    return dtl_naming_word(naming, word)->lex;
}

static void sign(dtl_clue *clue, int which, bool there) {
    if (there) clue->signs |= UINT64_C(1) << which;
}

static void sign_known(dtl_clue *clue) {
    const uint32_t k = clue->kinds;
    sign(clue, SIGN_ALWAYS, true);
    sign(clue, SIGN_COUNTRY, k & DTL_GAZ_COUNTRY);
    sign(clue, SIGN_CAPITAL, k & DTL_GAZ_CAPITAL);
    sign(clue, SIGN_KNOWN_PLACE, k & DTL_GAZ_PLACE);
    sign(clue, SIGN_KNOWN_BODY, k & DTL_GAZ_BODY);
    sign(clue, SIGN_KNOWN_THING, k & DTL_GAZ_NAMED);
    const bool land = k & DTL_GAZ_COUNTRY;
    sign(clue, SIGN_PEOPLE, k & DTL_GAZ_PEOPLE && !land);
}

/* The word opens with a small letter and belongs to a person's name. */
static bool is_particle(const dtl_naming *naming, int32_t word) {
    return !dtl_naming_is_upper(naming, word) &&
           dtl_name_is_particle(naming, word);
}

static bool has_particle(const dtl_naming *naming, const dtl_clue *clue) {
    for (int32_t i = clue->mention.first; i < clue->mention.last; i++)
        if (is_particle(naming, i)) return true;
    return false;
}

/* The words of a name; what hyphens join is one, "al-" is none. */
static int32_t count_words(const dtl_naming *naming, const dtl_clue *clue) {
    int32_t count = 1 + clue->mention.last - clue->mention.first;
    for (int32_t i = clue->mention.first; i <= clue->mention.last; i++)
        if (dtl_name_is_hyphen(naming, i)) count -= 2;
    return count;
}

static void sign_heads(const dtl_naming *naming, dtl_clue *clue) {
    const int32_t first = clue->mention.first, last = clue->mention.last;
    sign(clue, SIGN_ONE, first == last);
    sign(clue, SIGN_MANY, count_words(naming, clue) > 3);
    if (first == last) return;
    const int32_t head = dtl_name_kind_word(naming, first, last);
    sign(clue, SIGN_HAS_OF, head != last);
    const bool legal = dtl_naming_in(
        naming, last, "inc corp ltd co llc llp plc nv sa ag gmbh se spa bhd");
    sign(clue, SIGN_LEGAL_END, legal);
    sign(clue, SIGN_BODY_END,
         kinds(naming, last) & DTL_GAZ_BODY_END && !legal);
    sign(clue, SIGN_BODY_HEAD, kinds(naming, head) & DTL_GAZ_BODY_HEAD);
    sign(clue, SIGN_PLACE_HEAD, kinds(naming, head) & DTL_GAZ_PLACE_HEAD);
    sign(clue, SIGN_PLACE_FIRST, kinds(naming, first) & DTL_GAZ_PLACE_FIRST);
    sign(clue, SIGN_SIDE_FIRST, kinds(naming, first) & DTL_GAZ_SIDE);
    sign(clue, SIGN_THING_HEAD,
         (kinds(naming, head) | kinds(naming, first)) & DTL_GAZ_NAMED_HEAD);
    for (int32_t i = first; i < last && i < first + 3; i++)
        sign(clue, SIGN_LAND_FIRST,
             dtl_naming_phrase(naming, first, i)->kinds &
                 (LAND | DTL_GAZ_ADJECTIVE));
}

static bool is_initial(const dtl_naming *naming, int32_t word) {
    const uint32_t length = dtl_naming_length(naming, word);
    return dtl_naming_is_upper(naming, word) &&
           (length == 1 ||
            (length == 2 && dtl_naming_bytes(naming, word)[1] == '.'));
}

static bool follows(const dtl_naming *naming, int32_t word, int32_t before) {
    return before >= 0 && dtl_naming_word(naming, before)->sentence ==
                              dtl_naming_word(naming, word)->sentence;
}

static void sign_title(const dtl_naming *naming, dtl_clue *clue) {
    const int32_t before = clue->mention.first - 1;
    if (follows(naming, clue->mention.first, before)) {
        sign(clue, SIGN_HONORIFIC,
             kinds(naming, before) & DTL_GAZ_HONORIFIC);
        sign(clue, SIGN_AFTER_THE, dtl_naming_in(naming, before, "the"));
        sign(clue, SIGN_QUOTED,
             dtl_naming_in(naming, before, "\" “ ” `` ''"));
    }
    if (follows(naming, clue->mention.first, before - 1) &&
        dtl_naming_is(naming, before, "of")) /* the city of Orne */
        sign(clue, SIGN_NOUN_PLACE,
             kinds(naming, before - 1) & DTL_GAZ_TERRITORY);
    if (clue->title_first == DTL_NONE) return;
    const uint32_t k = kinds(naming, clue->title_last);
    const bool body = !(k & DTL_GAZ_TITLE) && k & DTL_GAZ_COMPANY;
    sign(clue, SIGN_TITLED, !body);
    sign(clue, SIGN_TITLED_BODY, body);
}

static void sign_person(const dtl_naming *naming, dtl_clue *clue) {
    const int32_t first = clue->mention.first, last = clue->mention.last;
    const bool given = kinds(naming, first) & DTL_GAZ_FIRST;
    const bool family = kinds(naming, first) & DTL_GAZ_FAMILY;
    const bool lex_given = lex(naming, first) & DTL_LEX_FIRST_NAME;
    const bool lex_name = lex(naming, last) & DTL_LEX_NAME;
    const bool one = first == last;
    if (clue->signs >> SIGN_LEGAL_END & 1) return; /* John Orne Ltd. */
    sign(clue, SIGN_GIVEN_ALONE, given && one);
    sign(clue, SIGN_GIVEN_FIRST, given && !one);
    sign(clue, SIGN_FAMILY_ALONE, family && one);
    sign(clue, SIGN_FAMILY_FIRST, family && last == first + 1);
    sign(clue, SIGN_LEX_GIVEN_ALONE, lex_given && one);
    sign(clue, SIGN_LEX_GIVEN_FIRST, lex_given && !one);
    sign(clue, SIGN_LEX_NAME_ALONE, lex_name && one);
    sign(clue, SIGN_LEX_NAME_LAST, lex_name && !one);
    for (int32_t i = first; i < last; i++)
        sign(clue, SIGN_INITIAL, is_initial(naming, i));
}

/* Letters: all upper is an acronym, digits or a lower-case start a product. */
static void sign_shape(const dtl_naming *naming, dtl_clue *clue) {
    const int32_t first = clue->mention.first, last = clue->mention.last;
    const char *bytes = dtl_naming_bytes(naming, first);
    const uint32_t length = dtl_naming_word(naming, last)->span.end -
                            dtl_naming_word(naming, first)->span.start;
    uint32_t upper = 0;
    for (uint32_t i = 0; i < length; i++) {
        upper += bytes[i] >= 'A' && bytes[i] <= 'Z';
        sign(clue, SIGN_DIGIT, bytes[i] >= '0' && bytes[i] <= '9');
        sign(clue, SIGN_AMPERSAND, bytes[i] == '&');
        sign(clue, SIGN_HYPHEN, bytes[i] == '-' &&
                                    !has_particle(naming, clue));
    }
    sign(clue, SIGN_ACRONYM,
         first == last && upper == length && length > 1 && length < 6 &&
             !(lex(naming, first) & (DTL_LEX_NOUN | DTL_LEX_VERB)));
    sign(clue, SIGN_LOWER_START, !dtl_naming_is_upper(naming, first) &&
                                     !is_particle(naming, first));
}

static void sign_lexicon(const dtl_naming *naming, dtl_clue *clue) {
    const uint32_t l = lex(naming, clue->mention.last);
    const uint32_t named = DTL_LEX_FIRST_NAME | DTL_LEX_NAME | DTL_LEX_PLACE;
    const bool common = l & (DTL_LEX_NOUN | DTL_LEX_VERB | DTL_LEX_ADJ) &&
                        !(l & (named | DTL_LEX_LOCATION));
    const bool one = clue->mention.first == clue->mention.last;
    sign(clue, SIGN_COMMON_ALONE, one && common);
    sign(clue, SIGN_UNKNOWN_ALONE, one && !l);
    if (!one) {
        const bool told =
            kinds(naming, clue->mention.last) &
                (DTL_GAZ_BODY_END | DTL_GAZ_BODY_HEAD | DTL_GAZ_PLACE_HEAD) ||
            kinds(naming, clue->mention.first) &
                (DTL_GAZ_PLACE_FIRST | DTL_GAZ_SIDE);
        sign(clue, SIGN_COMMON_LAST, common && !told);
        sign(clue, SIGN_UNKNOWN_LAST, !l && !told);
        sign(clue, SIGN_PLACE_LAST,
             l & (DTL_LEX_PLACE | DTL_LEX_LOCATION) && !told);
        return;
    }
    sign(clue, SIGN_LEX_LOCATION, l & DTL_LEX_LOCATION);
    sign(clue, SIGN_LEX_PLACE, l & DTL_LEX_PLACE);
    sign(clue, SIGN_LEX_GROUP, l & DTL_LEX_GROUP);
}

static void sign_noun(dtl_clue *clue, uint32_t k) {
    sign(clue, SIGN_NOUN_PERSON, k & (DTL_GAZ_PERSON | DTL_GAZ_TITLE));
    sign(clue, SIGN_NOUN_BODY, k & DTL_GAZ_COMPANY);
    sign(clue, SIGN_NOUN_PLACE, k & DTL_GAZ_TERRITORY);
}

static void sign_case(const dtl_naming *naming, dtl_clue *clue,
                      int32_t word) {
    static const struct {
        int which;
        const char *words;
    } cases[] = {{SIGN_IN, "in near across throughout inside"},
                 {SIGN_AT, "at"}, {SIGN_TO, "to from"}, {SIGN_BY, "by"},
                 {SIGN_OF, "of"}, {SIGN_WITH, "with for against"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        sign(clue, cases[i].which, dtl_naming_in(naming, word,
                                                 cases[i].words));
}

/* What hangs on the name: "who", "in", an apposition. */
static void sign_parts(const dtl_naming *naming, dtl_clue *clue) {
    DTL_EACH_PART(naming, c, clue->mention.head) {
        const dtl_word *w = dtl_naming_word(naming, c);
        if (w->dep == DTL_DEP_CASE) sign_case(naming, clue, c);
        if (w->dep == DTL_DEP_APPOS && w->pos == DTL_POS_NOUN)
            sign_noun(clue, kinds(naming, c));
        if (w->dep != DTL_DEP_ACL_RELCL) continue;
        DTL_EACH_PART(naming, d, c) {
            sign(clue, SIGN_WHO, dtl_naming_in(naming, d, "who"));
        }
    }
}

static bool speaks(const dtl_naming *naming, int32_t word) {
    return dtl_naming_is_speech(dtl_naming_word(naming, word));
}

/* What the name hangs on: "said", a noun it describes. */
static void sign_above(const dtl_naming *naming, dtl_clue *clue) {
    const dtl_word *w = dtl_naming_word(naming, clue->mention.head);
    if (w->head == DTL_NONE) return;
    const dtl_word *above = dtl_naming_word(naming, w->head);
    const bool subject = w->dep == DTL_DEP_NSUBJ;
    const bool compound = w->dep == DTL_DEP_COMPOUND;
    sign(clue, SIGN_SPEAKS, subject && speaks(naming, w->head));
    sign(clue, SIGN_SUBJECT, subject && !speaks(naming, w->head));
    sign(clue, SIGN_OWNER, w->dep == DTL_DEP_NMOD_POSS);
    sign(clue, SIGN_OF_NAME,
         w->dep == DTL_DEP_NMOD && above->pos == DTL_POS_PROPN);
    sign(clue, SIGN_OWNS_PERSON,
         kinds(naming, w->head) & (DTL_GAZ_TITLE | DTL_GAZ_PERSON) &&
             (compound || w->dep == DTL_DEP_NMOD_POSS ||
              w->dep == DTL_DEP_NMOD));
    sign(clue, SIGN_COMPOUND, compound && above->pos == DTL_POS_NOUN);
    if (above->pos == DTL_POS_NOUN && (subject || w->dep == DTL_DEP_APPOS))
        sign_noun(clue, kinds(naming, w->head));
}

/* A known place of up to three words opens or ends at the word, or a word
 * that makes a place: Isle Orne, Orne River. */
static bool is_land(const dtl_naming *naming, int32_t word, int32_t step) {
    const int32_t sentence = dtl_naming_word(naming, word)->sentence;
    if (kinds(naming, word) &
        (step < 0 ? DTL_GAZ_PLACE_HEAD : DTL_GAZ_PLACE_FIRST))
        return dtl_naming_is_upper(naming, word);
    for (int32_t i = word, n = 0; n < 3; i += step, n++) {
        if (i < 0 || (uint32_t)i >= naming->source->words.count ||
            dtl_naming_word(naming, i)->sentence != sentence)
            return false;
        if (dtl_naming_phrase(naming, step < 0 ? i : word,
                              step < 0 ? word : i)->kinds & LAND)
            return dtl_naming_is_upper(naming, step < 0 ? i : word);
    }
    return false;
}

/* The name stands beside a known place: "Paris and Orne", "Orne or Lyon". */
static void sign_list(const dtl_naming *naming, dtl_clue *clue) {
    const char *const joins = "and or / ; to & - –";
    const int32_t before = clue->mention.first - 1;
    const int32_t next = clue->mention.last + 1;
    if (before > 0 && (dtl_naming_is(naming, before, ",") ||
                       dtl_naming_in(naming, before, joins)))
        sign(clue, SIGN_LISTED, is_land(naming, before - 1, -1));
    if ((uint32_t)next + 1 < naming->source->words.count &&
        dtl_naming_in(naming, next, joins))
        sign(clue, SIGN_LISTED, is_land(naming, next + 1, 1));
}

/* The words right behind the name. */
static void sign_behind(const dtl_naming *naming, dtl_clue *clue) {
    const int32_t next = clue->mention.last + 1;
    const int32_t end = dtl_naming_end(naming, clue->mention.last);
    if (next > end) return;
    sign(clue, SIGN_NOUN_PLACE,
         kinds(naming, next) & DTL_GAZ_TERRITORY &&
             dtl_naming_word(naming, next)->tag == DTL_TAG_NN);
    sign(clue, SIGN_BEFORE_VERB,
         dtl_naming_word(naming, next)->pos == DTL_POS_VERB &&
             speaks(naming, next));
    sign(clue, SIGN_BEFORE_PLACE,
         next < end && dtl_naming_is(naming, next, ",") &&
             is_land(naming, next + 1, 1));
}

void dtl_name_vote(const dtl_naming *naming, dtl_clue *clue) {
    sign_known(clue);
    sign_heads(naming, clue);
    sign_title(naming, clue);
    sign_person(naming, clue);
    sign_shape(naming, clue);
    sign_lexicon(naming, clue);
    sign_parts(naming, clue);
    sign_above(naming, clue);
    sign_behind(naming, clue);
    sign_list(naming, clue);
    dtl_name_weigh(clue->signs, clue->votes);
}

void dtl_name_apposed(dtl_clue *clue, uint32_t noun) {
    const uint64_t old = clue->signs;
    sign_noun(clue, noun);
    dtl_name_weigh(clue->signs & ~old, clue->votes);
}

const uint64_t dtl_signs_of_form = (UINT64_C(1) << SIGN_AFTER_THE) - 1;

const uint64_t dtl_signs_of_title =
    UINT64_C(1) << SIGN_HONORIFIC | UINT64_C(1) << SIGN_TITLED |
    UINT64_C(1) << SIGN_TITLED_BODY | UINT64_C(1) << SIGN_LEGAL_END |
    UINT64_C(1) << SIGN_NOUN_PERSON | UINT64_C(1) << SIGN_NOUN_BODY |
    UINT64_C(1) << SIGN_NOUN_PLACE | UINT64_C(1) << SIGN_WHO;

void dtl_name_weigh(uint64_t signs, int votes[DTL_ACTOR_TYPES]) {
    for (int i = 0; i < SIGN_COUNT; i++) {
        if (!(signs >> i & 1)) continue;
        votes[DATELINE_ACTOR_PERSON] += weights[i][0];
        votes[DATELINE_ACTOR_ORGANIZATION] += weights[i][1];
        votes[DATELINE_ACTOR_PLACE] += weights[i][2];
        votes[DATELINE_ACTOR_OTHER] += weights[i][3];
    }
    if (signs >> SIGN_PEOPLE & 1) votes[DATELINE_ACTOR_GROUP] += 24;
}
