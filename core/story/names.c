/* names.c - which words are a name, and which are its title.
 *
 * A name is a run of proper nouns with what may join them ("of", "&", "de").
 * The run is then cut: "U.S. Defense Secretary Ona Reed" is a country, a
 * title and a person. The parse is asked only where the words leave a
 * choice: it is wrong about every sixth word, capitals rarely are. */
#include "core/story/name_word.h"

#include <string.h>

/* Words of the longest phrase that is looked up. */
#define PHRASE_WORDS 7

static uint32_t kinds(const dtl_naming *naming, int32_t word) {
    return naming->rows[word]->kinds;
}

static bool touches(const dtl_naming *naming, int32_t word) {
    return dtl_naming_word(naming, word)->span.end ==
           dtl_naming_word(naming, word + 1)->span.start;
}

/* The last word of the longest known phrase from `first`, or DTL_NONE. */
static int32_t known_phrase(const dtl_naming *naming, int32_t first,
                            int32_t end, uint32_t wanted) {
    int32_t last = first + PHRASE_WORDS - 1;
    if (last > end) last = end;
    for (; last > first; last--) {
        if (dtl_naming_word(naming, last)->pos == DTL_POS_PUNCT) continue;
        if (dtl_naming_phrase(naming, first, last)->kinds & wanted)
            return last;
    }
    return kinds(naming, first) & wanted ? first : DTL_NONE;
}

#define KNOWN                                                                 \
    (DTL_GAZ_COUNTRY | DTL_GAZ_CAPITAL | DTL_GAZ_PLACE | DTL_GAZ_BODY)

static bool has_kind(const dtl_naming *naming, int32_t first, int32_t last,
                     uint32_t wanted) {
    for (int32_t i = first; i <= last; i++)
        if (kinds(naming, i) & wanted) return true;
    return false;
}

/* "Securities and Exchange Commission": the word before "and" hangs on what
 * follows. */
static bool hangs_right(const dtl_naming *naming, int32_t word, int32_t past) {
    const dtl_word *w = dtl_naming_word(naming, word);
    return w->head > past && (w->dep == DTL_DEP_COMPOUND ||
                              w->dep == DTL_DEP_AMOD ||
                              w->dep == DTL_DEP_NMOD_UNMARKED);
}

/* The capitals from `next` on end in the head of a body's name. */
static bool leads_to_body(const dtl_naming *naming, int32_t next) {
    const int32_t end = dtl_naming_end(naming, next);
    int32_t last = next;
    while (last < end && last < next + 3 && dtl_name_is_inner(naming, last + 1))
        last++;
    return last > next && kinds(naming, last) & DTL_GAZ_BODY_HEAD;
}

static bool joins_and(const dtl_naming *naming, int32_t first, int32_t last,
                      int32_t next) {
    if (!dtl_name_is_inner(naming, next)) return false;
    if (hangs_right(naming, last, next - 1) && leads_to_body(naming, next) &&
        !((kinds(naming, last) | kinds(naming, next)) & KNOWN))
        return true;
    bool inside = false; /* of "Department of ..." */
    for (int32_t i = first; i <= last; i++)
        inside |= dtl_naming_in(naming, i, "of for");
    return inside && !(kinds(naming, next) &
                       (KNOWN | DTL_GAZ_BODY_HEAD | DTL_GAZ_FIRST));
}

static bool joins_of(const dtl_naming *naming, int32_t first, int32_t last,
                     int32_t word) {
    const uint32_t heads =
        DTL_GAZ_BODY_HEAD | DTL_GAZ_PLACE_HEAD | DTL_GAZ_NAMED_HEAD;
    if (dtl_naming_in(naming, word, "of")) return kinds(naming, last) & heads;
    return dtl_naming_in(naming, word, "for on") &&
           has_kind(naming, first, last, DTL_GAZ_BODY_HEAD);
}

static bool joins_hyphen(const dtl_naming *naming, int32_t last,
                         int32_t word) {
    const uint32_t land = DTL_GAZ_COUNTRY | DTL_GAZ_ADJECTIVE | DTL_GAZ_CAPITAL;
    return dtl_name_is_hyphen(naming, word) && touches(naming, last) &&
           touches(naming, word) &&
           !(kinds(naming, last) & land && kinds(naming, word + 1) & land);
}

/* The article of an Arabic name, which a hyphen joins: al-Hadri. */
static bool is_hyphened_article(const dtl_naming *naming, int32_t word,
                                int32_t end) {
    return word + 2 <= end &&
           dtl_naming_in(naming, word,
                         "al el an ar as ash at az ad ed ul abd") &&
           dtl_name_is_hyphen(naming, word + 1) &&
           touches(naming, word) && touches(naming, word + 1) &&
           dtl_naming_is_upper(naming, word + 2);
}

/* `"Jerry" Ortiz` behind "Luis": what somebody is called by stands in quotation
 * marks or brackets inside of the name. The name's last word, or DTL_NONE. */
static int32_t joined_nickname(const dtl_naming *naming, int32_t last,
                               int32_t end) {
    const int32_t word = last + 1;
    const char *const open = "\" “ `` '' ‘ ' (";
    const char *const close = "\" ” '' ’ ' )";
    if (word + 3 > end || !dtl_naming_in(naming, word, open) ||
        !dtl_naming_in(naming, word + 2, close) ||
        !dtl_naming_is_upper(naming, word + 1) ||
        !touches(naming, word) || !touches(naming, word + 1))
        return DTL_NONE;
    return dtl_name_is_word(naming, word + 3) &&
                   dtl_naming_word(naming, word + 3)->span.start ==
                       dtl_naming_word(naming, word + 2)->span.end + 1
               ? word + 3
               : DTL_NONE;
}

/* The name word that the small word at `word` joins to first..last, or
 * DTL_NONE. */
static int32_t joined(const dtl_naming *naming, int32_t first, int32_t last,
                      int32_t end) {
    const int32_t word = last + 1;
    int32_t next = last + 2;
    if (next > end) return DTL_NONE;
    if (dtl_naming_is(naming, word, ","))
        return kinds(naming, next) & DTL_GAZ_BODY_END &&
                       dtl_naming_in(naming, next, "inc ltd llc plc corp jr")
                   ? next
                   : DTL_NONE;
    if (joins_hyphen(naming, last, word))
        return dtl_name_is_inner(naming, next) ? next : DTL_NONE;
    if (dtl_naming_is(naming, word, "&"))
        return dtl_name_is_inner(naming, next) ? next : DTL_NONE;
    if (dtl_naming_is(naming, word, "and"))
        return joins_and(naming, first, last, next) ? next : DTL_NONE;
    if (is_hyphened_article(naming, word, end)) return word + 2;
    if (joins_of(naming, first, last, word)) {
        if (dtl_naming_is(naming, next, "the") && next < end) next++;
        return dtl_name_is_inner(naming, next) ? next : DTL_NONE;
    }
    while (next <= end && dtl_name_is_joint(naming, next) &&
           dtl_name_is_joint(naming, next - 1))
        next++;
    if (next <= end && dtl_name_is_joint(naming, word) &&
        !dtl_naming_is_upper(naming, word) &&
        (dtl_name_is_word(naming, next) || dtl_naming_is_upper(naming, next)))
        return next;
    return DTL_NONE;
}

/* Nothing of a name follows "Inc." but "Co. Ltd.". */
static bool is_legal_end(const dtl_naming *naming, int32_t word) {
    return dtl_naming_in(naming, word, "inc corp ltd llc llp plc co") &&
           kinds(naming, word) & DTL_GAZ_BODY_END;
}

/* The last word of the name that opens at `first`. */
static int32_t run_end(const dtl_naming *naming, int32_t first, int32_t end) {
    int32_t last = known_phrase(naming, first, end, KNOWN | DTL_GAZ_TITLE);
    if (last == DTL_NONE) last = first;
    while (last < end) {
        const int32_t next = last + 1;
        if (is_legal_end(naming, last) &&
            !(kinds(naming, next) & DTL_GAZ_BODY_END))
            break;
        if (dtl_name_is_word(naming, next)) {
            last = known_phrase(naming, next, end, KNOWN | DTL_GAZ_TITLE);
            if (last == DTL_NONE) last = next;
        } else if (dtl_name_is_inner(naming, next) && next < end &&
                   dtl_name_is_word(naming, next + 1)) {
            last = next + 1;
        } else {
            int32_t join = joined(naming, first, last, end);
            if (join == DTL_NONE)
                join = joined_nickname(naming, last, end);
            if (join == DTL_NONE) break;
            last = join;
        }
    }
    return last;
}

/* ---- titles ------------------------------------------------------------- */

typedef struct {
    int32_t first, last;
} range;

/* Some ending of the title's words is an office: "chief executive officer". */
static bool holds_office(const dtl_naming *naming, int32_t first,
                         int32_t last) {
    for (int32_t i = first; i <= last; i++) {
        const dtl_gaz_row *row = dtl_naming_phrase(naming, i, last);
        if (row->kinds & DTL_GAZ_OFFICE) return !row->gender;
    }
    return false;
}

/* The last title in first..last, with the words before it that belong to
 * it; first is DTL_NONE when there is none. */
static range find_title(const dtl_naming *naming, int32_t first,
                        int32_t last) {
    range title = {DTL_NONE, DTL_NONE};
    for (int32_t i = first; i <= last;) {
        const int32_t end = known_phrase(naming, i, last, DTL_GAZ_TITLE);
        const bool surname = i > first && kinds(naming, i - 1) & DTL_GAZ_FIRST;
        const bool given = i == first && kinds(naming, i) & DTL_GAZ_FIRST &&
                           !(i + 2 <= last &&
                             kinds(naming, i + 1) & DTL_GAZ_FIRST);
        const bool closing = end == last && i > first &&
                             !holds_office(naming, i, end);
        if (end == DTL_NONE || surname || given || closing) {
            i++;
            continue;
        }
        title = (range){i, end};
        i = end + 1;
    }
    if (title.first == DTL_NONE) return title;
    while (title.first > first &&
           kinds(naming, title.first - 1) & (DTL_GAZ_PREFIX | DTL_GAZ_TITLE))
        title.first--;
    return title;
}

/* A title that stands at the end of a run may be a surname: King, Major. */
static bool ends_as_title(const dtl_naming *naming, range run, range title) {
    if (title.last != run.last) return true;
    if (title.first == run.first) return true;
    return holds_office(naming, title.first, title.last);
}

/* What follows a title is no name of a person: Justice Department. */
static bool opens_body(const dtl_naming *naming, range title, int32_t last) {
    if (title.last >= last || kinds(naming, title.last + 1) & DTL_GAZ_FIRST)
        return false;
    return kinds(naming, last) & (DTL_GAZ_BODY_HEAD | DTL_GAZ_BODY_END) ||
           (title.last + 1 < last &&
            kinds(naming, title.last + 1) & DTL_GAZ_BODY_HEAD);
}

/* A noun that stands before the name of what it is: "co-founder Bill Gates",
 * "carmaker Orne Motors". */
#define BEFORE_NAME (DTL_GAZ_TITLE | DTL_GAZ_COMPANY)

/* The title in lower case before a name. */
static range title_before(const dtl_naming *naming, int32_t first,
                          int32_t start) {
    range title = {DTL_NONE, DTL_NONE};
    if (first <= start || dtl_naming_is_upper(naming, first - 1)) return title;
    const int32_t noun = first - 1;
    if (dtl_naming_word(naming, noun)->time >= 0) return title;
    /* "co-founder" may be three words */
    if (dtl_naming_word(naming, noun)->tag == DTL_TAG_NNS) return title;
    if (!(kinds(naming, noun) & BEFORE_NAME)) {
        if (noun - 1 <= start ||
            !(dtl_naming_phrase(naming, noun - 2 < start ? start : noun - 2,
                                noun)->kinds & DTL_GAZ_TITLE))
            return title;
    }
    int32_t from = noun;
    while (from > start) {
        const dtl_word *w = dtl_naming_word(naming, from - 1);
        const bool hyphen = dtl_naming_in(naming, from - 1, "-");
        if (w->time >= 0 ||
            (dtl_naming_is_upper(naming, from - 1) && !hyphen))
            break;
        if (!hyphen && w->pos != DTL_POS_NOUN && w->pos != DTL_POS_ADJ)
            break;
        from--;
    }
    return (range){from, noun};
}

/* ---- clues -------------------------------------------------------------- */

static bool is_demonym(const dtl_naming *naming, int32_t first, int32_t last) {
    const dtl_gaz_row *row = dtl_naming_phrase(naming, first, last);
    return row->kinds & DTL_GAZ_ADJECTIVE && !(row->kinds & KNOWN);
}

/* The country that stands before a title: "Chinese", "U.S.", "China's". */
static const char *country_before(const dtl_naming *naming, int32_t word,
                                  int32_t start) {
    for (int32_t i = word - 1; i >= start && i >= word - 3; i--) {
        if (dtl_naming_in(naming, i, "'s ’s '")) continue;
        const dtl_gaz_row *row = naming->rows[i];
        if (row->kinds & (DTL_GAZ_COUNTRY | DTL_GAZ_ADJECTIVE))
            return row->country;
        if (i > start && dtl_naming_phrase(naming, i - 1, i)->country)
            return dtl_naming_phrase(naming, i - 1, i)->country;
    }
    return NULL;
}

/* What a known body is called in full. */
static const char *full_name(const dtl_naming *naming, range name) {
    const dtl_gaz_row *row = dtl_naming_phrase(naming, name.first, name.last);
    if (row->full || !(row->kinds & DTL_GAZ_BODY)) return row->full;
    return dtl_naming_text(naming, name.first, name.last);
}

static void add_name(dtl_naming *naming, range name, range title,
                     char gender) {
    const int32_t start = (int32_t)naming->source->sentences
                              .items[dtl_naming_word(naming, name.first)
                                         ->sentence].first;
    const dtl_gaz_row *row = dtl_naming_phrase(naming, name.first, name.last);
    dtl_clue clue = {.title_first = title.first, .title_last = title.last,
                     .of = DTL_NONE, .link = DTL_NONE, .kinds = row->kinds,
                     .full = full_name(naming, name), .country = row->country,
                     .gender = gender};
    const int32_t from = title.first == DTL_NONE ? name.first : title.first;
    int32_t head = dtl_naming_head(naming, from, name.last);
    if (naming->headed[head] != DTL_NONE) head = name.last;
    if (title.first != DTL_NONE)
        clue.country = country_before(naming, title.first, start);
    clue.mention = (dtl_mention){name.first, name.last, head, DTL_NONE,
                                 DTL_MENTION_NAME};
    clue.acts = dtl_naming_acts(naming, head);
    const dtl_gaz_row *given = naming->rows[name.first];
    if (!clue.gender && given->kinds & DTL_GAZ_FIRST)
        clue.gender = given->gender;
    if (!clue.gender && title.last != DTL_NONE)
        clue.gender = naming->rows[title.last]->gender;
    dtl_name_vote(naming, &clue);
    dtl_naming_add(naming, &clue);
}

/* Takes honorifics off the front of a name; gives their gender. */
static char strip_honorific(const dtl_naming *naming, range *name) {
    char gender = 0;
    while (name->first < name->last &&
           kinds(naming, name->first) & DTL_GAZ_HONORIFIC &&
           !(kinds(naming, name->first) & DTL_GAZ_FIRST &&
             !dtl_naming_in(naming, name->first, "mr mrs ms")))
        gender = naming->rows[name->first++]->gender;
    return gender;
}

/* "Chinese President": a demonym before a name is no part of it unless the
 * whole is a body: "American Cancer Society". */
static void strip_demonym(const dtl_naming *naming, range *name) {
    if (name->first == name->last ||
        dtl_naming_phrase(naming, name->first, name->last)->kinds & KNOWN)
        return;
    const uint32_t body = DTL_GAZ_BODY_HEAD | DTL_GAZ_BODY_END |
                          DTL_GAZ_PLACE_HEAD | DTL_GAZ_NAMED_HEAD;
    if (has_kind(naming, name->first + 1, name->last, body)) return;
    if (is_demonym(naming, name->first, name->first)) name->first++;
}

/* "former", "Foreign" before a title whatever the tagger took them for. */
static int32_t widen_title(const dtl_naming *naming, int32_t first,
                           int32_t start) {
    while (first > start && kinds(naming, first - 1) & DTL_GAZ_PREFIX &&
           naming->owner[first - 1] == DTL_NONE &&
           (dtl_naming_word(naming, first - 1)->pos == DTL_POS_ADJ ||
            dtl_naming_word(naming, first - 1)->pos == DTL_POS_NOUN))
        first--;
    return first;
}

/* One letter, or two that no table knows: "A", "So". */
static bool is_scrap(const dtl_naming *naming, int32_t word) {
    const uint32_t length = dtl_naming_length(naming, word);
    const char *bytes = dtl_naming_bytes(naming, word);
    if (length == 1) return true;
    return length == 2 && bytes[1] >= 'a' && bytes[1] <= 'z' &&
           !kinds(naming, word) && !dtl_name_is_seen(naming, word);
}

/* A common noun with a capital, alone: "CEOs". */
static bool is_common(const dtl_naming *naming, range part) {
    const dtl_word *w = dtl_naming_word(naming, part.first);
    return part.first == part.last && w->pos != DTL_POS_PROPN &&
           kinds(naming, part.first) &
               (DTL_GAZ_PERSON | DTL_GAZ_PEOPLES | DTL_GAZ_COMPANY |
                DTL_GAZ_TERRITORY | DTL_GAZ_THING);
}

static void add_part(dtl_naming *naming, range part, range title,
                     int32_t start) {
    if (part.first > part.last) return;
    if (title.first == DTL_NONE && is_common(naming, part)) return;
    if (part.first == part.last &&
        (dtl_name_is_common(naming, part.first) ||
         is_scrap(naming, part.first) ||
         is_legal_end(naming, part.first)))
        return;
    if (is_demonym(naming, part.first, part.last) &&
        dtl_naming_word(naming, part.last)->dep != DTL_DEP_NSUBJ)
        return;
    const char gender = strip_honorific(naming, &part);
    if (title.first != DTL_NONE) {
        title.first = widen_title(naming, title.first, start);
    } else {
        strip_demonym(naming, &part);
        title = title_before(naming, part.first, start);
    }
    add_name(naming, part, title, gender);
}

/* Cuts a run into what stands before the title, and the name after it. */
static void cut_run(dtl_naming *naming, range run, int32_t start) {
    const range none = {DTL_NONE, DTL_NONE};
    if (dtl_naming_phrase(naming, run.first, run.last)->kinds & KNOWN) {
        add_part(naming, run, none, start);
        return;
    }
    const range title = find_title(naming, run.first, run.last);
    if (title.first == DTL_NONE || !ends_as_title(naming, run, title) ||
        opens_body(naming, title, run.last)) {
        add_part(naming, run, none, start);
        return;
    }
    add_part(naming, (range){run.first, title.first - 1}, none, start);
    add_part(naming, (range){title.last + 1, run.last}, title, start);
}

/* "Indian Ocean", "Chinese Foreign Ministry": an adjective with a capital
 * belongs to the name of a body and to a word that says what is named. */
static int32_t run_start(const dtl_naming *naming, int32_t first,
                         int32_t last, int32_t start) {
    const uint32_t heads = DTL_GAZ_BODY_HEAD | DTL_GAZ_BODY_END;
    const int32_t kind = dtl_name_kind_word(naming, first, last);
    if (!(kinds(naming, kind) &
          (first == kind ? heads | DTL_GAZ_PLACE_HEAD : heads)))
        return first;
    if (find_title(naming, first, last).first == first) return first;
    while (first > start && dtl_naming_is_upper(naming, first - 1) &&
           dtl_naming_word(naming, first - 1)->pos == DTL_POS_ADJ)
        first--;
    return first;
}

/* A small letter that opens a name: "al-Hadri", "bin Hamdan". */
static bool opens_small(const dtl_naming *naming, int32_t word, int32_t end) {
    if (is_hyphened_article(naming, word, end)) return true;
    return word < end && dtl_naming_in(naming, word, "bin ibn") &&
           dtl_naming_word(naming, word)->pos == DTL_POS_PROPN &&
           dtl_name_is_word(naming, word + 1);
}

/* A name word, or a capital that opens a known phrase or stands for a title
 * before a name. */
static bool opens_name(const dtl_naming *naming, int32_t word, int32_t end) {
    if (dtl_name_is_word(naming, word)) return true;
    if (opens_small(naming, word, end)) return true;
    if (!dtl_naming_is_upper(naming, word) || word == end ||
        dtl_naming_word(naming, word)->time >= 0)
        return false;
    if (known_phrase(naming, word, end, KNOWN | DTL_GAZ_TITLE) > word)
        return true;
    if (dtl_name_is_word(naming, word + 1) &&
        dtl_name_is_seen_pair(naming, word))
        return true;
    return kinds(naming, word) & (DTL_GAZ_TITLE | DTL_GAZ_HONORIFIC) &&
           dtl_name_is_word(naming, word + 1);
}

/* The words of a sentence, left to right. */
static void find_in_sentence(dtl_naming *naming,
                             const dtl_sentence *sentence) {
    const int32_t start = (int32_t)sentence->first;
    const int32_t end = start + (int32_t)sentence->count - 1;
    for (int32_t i = start; i <= end; i++) {
        if (!opens_name(naming, i, end)) continue;
        const int32_t last = run_end(naming, i, end);
        cut_run(naming, (range){run_start(naming, i, last, start), last},
                start);
        i = last;
    }
}

void dtl_names_find(dtl_naming *naming) {
    const dtl_source *source = naming->source;
    if (!dtl_name_read_words(naming)) return;
    for (uint32_t i = 0; i < source->sentences.count; i++)
        if (!naming->arena->failed &&
            dtl_naming_tells(naming, (int32_t)i))
            find_in_sentence(naming, &source->sentences.items[i]);
}
