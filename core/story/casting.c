/* casting.c - who is who: every name to an actor.
 *
 * Names are cast in text order, each with a bounded number of look-ups:
 *
 *     room of the key   what it holds
 *     'c'  a country's name, however the text names it
 *     'b'  a known body's full name
 *     'n'  a name as written
 *     's'  the last word of a person's name, and a family name that is first
 *     'f'  a person's given name
 *     'w'  the first word of a body's name: Lockheed (Martin)
 *     'a'  the initials of a name of several words
 *     'o'  the noun of a person's title; 'p' country and field of an office
 *     'k'  a nominal; 'h' the noun of a nominal                             */
#include "core/story/casting.h"

#include <string.h>

static uint32_t kinds(const dtl_naming *naming, int32_t word) {
    return naming->rows[word]->kinds;
}

int32_t dtl_casting_new(dtl_naming *naming) {
    dtl_actor *actor = DTL_PUSH(naming->arena, &naming->source->actors);
    dtl_profile *profile = DTL_PUSH(naming->arena, &naming->profiles);
    if (!actor || !profile) return DTL_NONE;
    profile->best = profile->title = DTL_NONE;
    return (int32_t)naming->source->actors.count - 1;
}

/* The length of a name; a dot at its end may be the sentence's. */
static int32_t name_bytes(const dtl_naming *naming, const dtl_clue *clue) {
    const uint32_t end = dtl_naming_word(naming, clue->mention.last)->span.end;
    const bool dot = naming->source->text.bytes[end - 1] == '.';
    return (int32_t)(
        end - dot -
        dtl_naming_word(naming, clue->mention.first)->span.start);
}

/* The longer name is the fuller one. */
static bool is_fuller(const dtl_naming *naming, const dtl_clue *clue,
                      const dtl_profile *profile) {
    if (profile->best == DTL_NONE) return true;
    const dtl_clue *best = &naming->clues.items[profile->best];
    if (clue->mention.kind != best->mention.kind)
        return clue->mention.kind < best->mention.kind;
    return name_bytes(naming, clue) > name_bytes(naming, best);
}

void dtl_casting_join(dtl_naming *naming, int32_t number, int32_t actor) {
    if (actor == DTL_NONE) return;
    dtl_clue *clue = &naming->clues.items[number];
    dtl_profile *profile = &naming->profiles.items[actor];
    clue->mention.actor = actor;
    const bool name = clue->mention.kind == DTL_MENTION_NAME;
    if (clue->mention.kind == DTL_MENTION_PRONOUN) return;
    if (name || !profile->named) dtl_casting_add_votes(profile, clue);
    if (is_fuller(naming, clue, profile)) profile->best = number;
    if (!name && !profile->named) dtl_casting_settle_one(naming, profile);
    profile->named |= name;
    profile->plural |= clue->plural;
    if (!profile->gender) profile->gender = clue->gender;
    if (name) profile->kinds |= clue->kinds;
    if (!profile->country) profile->country = clue->country;
    if (clue->title_first != DTL_NONE) {
        const int32_t old = profile->title;
        const int32_t size = clue->title_last - clue->title_first;
        if (old == DTL_NONE || naming->clues.items[old].title_last -
                                       naming->clues.items[old].title_first <
                                   size)
            profile->title = number;
    }
}

/* ---- keys of names ------------------------------------------------------ */

typedef struct {
    const char *bytes;
    uint32_t length;
} piece;

static piece words_piece(const dtl_naming *naming, int32_t first,
                         int32_t last) {
    const uint32_t start = dtl_naming_word(naming, first)->span.start;
    return (piece){naming->source->text.bytes + start,
                   dtl_naming_word(naming, last)->span.end - start};
}

static void add_key(dtl_naming *naming, char room, piece key, int32_t actor) {
    dtl_key_add(naming->arena, &naming->keys, room, key.bytes, key.length,
                actor);
}

static int32_t newest(const dtl_naming *naming, char room, piece key) {
    const dtl_key_entry *entry =
        dtl_key_find(&naming->keys, room, key.bytes, key.length);
    return entry ? entry->values[0] : DTL_NONE;
}

/* The capital letters that open the words of a name; at most `size`. */
static uint32_t initials(const dtl_naming *naming, const dtl_clue *clue,
                         char *out, uint32_t size) {
    uint32_t used = 0;
    for (int32_t i = clue->mention.first; i <= clue->mention.last; i++)
        if (dtl_naming_is_upper(naming, i) && used < size &&
            !(kinds(naming, i) & DTL_GAZ_BODY_END))
            out[used++] = *dtl_naming_bytes(naming, i);
    return used;
}

static bool is_acronym(const dtl_naming *naming, const dtl_clue *clue) {
    if (clue->mention.first != clue->mention.last) return false;
    const char *bytes = dtl_naming_bytes(naming, clue->mention.first);
    const uint32_t length = dtl_naming_length(naming, clue->mention.first);
    uint32_t upper = 0;
    for (uint32_t i = 0; i < length; i++) {
        if (bytes[i] >= 'a' && bytes[i] <= 'z') return false;
        upper += bytes[i] >= 'A' && bytes[i] <= 'Z';
    }
    return upper >= 2 && upper <= 7;
}

static bool is_person(const dtl_clue *clue) {
    const int person = clue->votes[DATELINE_ACTOR_PERSON];
    return person > 0 && person >= clue->votes[DATELINE_ACTOR_ORGANIZATION] &&
           person >= clue->votes[DATELINE_ACTOR_PLACE];
}

/* Nothing strong says that the clue is a place or body: a person of the text
 * bears the name. */
static bool may_be_person(const dtl_clue *clue) {
    const uint32_t known = DTL_GAZ_COUNTRY | DTL_GAZ_CAPITAL | DTL_GAZ_PLACE;
    const int person =
        clue->votes[DATELINE_ACTOR_PERSON] + (clue->kinds & known ? 18 : 36);
    return person >= clue->votes[DATELINE_ACTOR_ORGANIZATION] &&
           person >= clue->votes[DATELINE_ACTOR_PLACE];
}

static bool is_family_first(const dtl_naming *naming, const dtl_clue *clue) {
    return kinds(naming, clue->mention.first) & DTL_GAZ_FAMILY &&
           clue->mention.last - clue->mention.first <= 2 &&
           !(kinds(naming, clue->mention.first) & DTL_GAZ_FIRST &&
             !(kinds(naming, clue->mention.last) & DTL_GAZ_FAMILY));
}

static void learn_person(dtl_naming *naming, const dtl_clue *clue,
                         int32_t actor) {
    const int32_t first = clue->mention.first, last = clue->mention.last;
    int32_t surname = last;
    if (dtl_naming_in(naming, last, "jr sr ii iii iv") && last > first)
        surname = last - 1;
    if (surname > first && dtl_naming_is(naming, surname, ",")) surname--;
    add_key(naming, 's', words_piece(naming, surname, surname), actor);
    if (first == last) return;
    if (is_family_first(naming, clue))
        add_key(naming, 's', words_piece(naming, first, first), actor);
    else
        add_key(naming, 'f', words_piece(naming, first, first), actor);
    if (last == first + 2) /* Juan Miguel (Orne) */
        add_key(naming, 'f', words_piece(naming, first, first + 1), actor);
}

/* The last word without the one that says what kind of company it is. */
static int32_t without_kind(const dtl_naming *naming, int32_t first,
                            int32_t last) {
    return last > first &&
                   dtl_naming_in(naming, last,
                                 "airlines airways group motors industries "
                                 "systems technologies holdings electronics")
               ? last - 1
               : last;
}

static void learn_body(dtl_naming *naming, const dtl_clue *clue,
                       int32_t actor) {
    const int32_t first = clue->mention.first;
    int32_t last = clue->mention.last;
    char letters[8];
    const uint32_t count = initials(naming, clue, letters, sizeof letters);
    if (count >= 2 && count < sizeof letters) {
        const char *copy = dtl_arena_string(naming->arena, letters, count);
        if (copy) add_key(naming, 'a', (piece){copy, count}, actor);
    }
    if (first == last) return;
    if (!(kinds(naming, first) &
          (DTL_GAZ_COUNTRY | DTL_GAZ_ADJECTIVE | DTL_GAZ_CAPITAL |
           DTL_GAZ_PLACE | DTL_GAZ_BODY_HEAD | DTL_GAZ_PREFIX)))
        add_key(naming, 'w', words_piece(naming, first, first), actor);
    while (last > first &&
           (kinds(naming, last) & DTL_GAZ_BODY_END ||
            dtl_naming_in(naming, last, ", &")))
        last--;
    const int32_t short_last = without_kind(naming, first, last);
    if (short_last > first) /* China Eastern (Airlines) */
        add_key(naming, 'n', words_piece(naming, first, short_last), actor);
    if (kinds(naming, first) & (DTL_GAZ_COUNTRY | DTL_GAZ_ADJECTIVE) &&
        last > first + 1) /* (U.S.) Air Force */
        add_key(naming, 'n', words_piece(naming, first + 1, last), actor);
    if (last == clue->mention.last) return;
    add_key(naming, 'n', words_piece(naming, first, last), actor);
    if (kinds(naming, first) & DTL_GAZ_FIRST) /* John Orne Ltd.: Orne */
        add_key(naming, 'w', words_piece(naming, last, last), actor);
}

/* The field of an office: "defense" of "defense minister", or the title's
 * own word. */
static int32_t field_word(const dtl_naming *naming, int32_t first,
                          int32_t last) {
    for (int32_t i = last; i > first; i--)
        if (kinds(naming, i - 1) & DTL_GAZ_PREFIX &&
            kinds(naming, i) & DTL_GAZ_TITLE)
            return i - 1;
    return last;
}

dtl_office_key dtl_casting_office(const dtl_naming *naming, const char *country,
                              int32_t word) {
    dtl_office_key key = {.length = 0};
    const uint32_t length = dtl_naming_length(naming, word);
    const size_t size = country ? strlen(country) : 0;
    if (size + length + 1 > sizeof key.bytes) return key;
    memcpy(key.bytes, country ? country : "", size);
    key.bytes[size] = '|';
    memcpy(key.bytes + size + 1, dtl_naming_bytes(naming, word), length);
    key.length = (uint32_t)(size + 1 + length);
    return key;
}

void dtl_casting_learn_office(dtl_naming *naming, const char *country,
                              int32_t first, int32_t last, int32_t actor) {
    add_key(naming, 'o', words_piece(naming, last, last), actor);
    if (first < last)
        add_key(naming, 'o', words_piece(naming, first, last), actor);
    if (!country) return;
    const int32_t field = field_word(naming, first, last);
    const dtl_office_key key = dtl_casting_office(naming, country, field);
    const char *copy = dtl_arena_string(naming->arena, key.bytes, key.length);
    if (copy) add_key(naming, 'p', (piece){copy, key.length}, actor);
}

static void learn(dtl_naming *naming, const dtl_clue *clue, int32_t actor) {
    if (actor == DTL_NONE) return;
    add_key(naming, 'n', words_piece(naming, clue->mention.first,
                                     clue->mention.last), actor);
    if (clue->kinds & (DTL_GAZ_COUNTRY | DTL_GAZ_PLACE | DTL_GAZ_CAPITAL))
        return;
    if (is_person(clue)) learn_person(naming, clue, actor);
    if (clue->votes[DATELINE_ACTOR_PERSON] < 8) learn_body(naming, clue, actor);
    if (clue->title_first != DTL_NONE)
        dtl_casting_learn_office(naming, clue->country, clue->title_first,
                                 clue->title_last, actor);
}

/* ---- finding a name's actor --------------------------------------------- */

/* The verb right behind the name speaks, whatever the parse says. */
static bool speaks_next(const dtl_naming *naming, const dtl_clue *clue) {
    const int32_t next = clue->mention.last + 1;
    if (next > dtl_naming_end(naming, clue->mention.last)) return false;
    const dtl_word *w = dtl_naming_word(naming, next);
    return (w->tag == DTL_TAG_VBD || w->tag == DTL_TAG_VBZ ||
            w->tag == DTL_TAG_VBP) &&
           dtl_naming_is_speech(w);
}

/* "Washington called ...", "ties with Beijing": the government is meant. */
static bool stands_for_country(const dtl_naming *naming,
                               const dtl_clue *clue) {
    if (!(clue->kinds & DTL_GAZ_CAPITAL)) return false;
    const int32_t head = clue->mention.head;
    const dtl_word *w = dtl_naming_word(naming, head);
    if (w->dep != DTL_DEP_OBL && speaks_next(naming, clue)) return true;
    if (w->head == DTL_NONE) return false;
    const dtl_word *above = dtl_naming_word(naming, w->head);
    if (w->dep == DTL_DEP_NSUBJ) return dtl_naming_is_speech(above);
    if (w->dep == DTL_DEP_NMOD_POSS)
        return above->lex & (DTL_LEX_ACT | DTL_LEX_COMMUNICATION |
                             DTL_LEX_COGNITION | DTL_LEX_FEELING);
    const int32_t by = dtl_naming_child(naming, head, DTL_DEP_CASE);
    return by != DTL_NONE && dtl_naming_in(naming, by, "with against") &&
           dtl_naming_word(naming, by)->head == head;
}

static bool same_gender(char a, char b) { return !a || !b || a == b; }

/* A bare surname: of the persons so named that fit, the one that was named
 * most, the newest of equals. A relative is told by the full name. */
static int32_t by_surname(const dtl_naming *naming, const dtl_clue *clue,
                          char room) {
    const piece key =
        words_piece(naming, clue->mention.first, clue->mention.last);
    const dtl_key_entry *entry =
        dtl_key_find(&naming->keys, room, key.bytes, key.length);
    if (!entry || !may_be_person(clue)) return DTL_NONE;
    int32_t best = DTL_NONE;
    uint32_t most = 0;
    for (uint32_t i = 0; i < entry->count; i++) {
        const dtl_profile *p = &naming->profiles.items[entry->values[i]];
        if (!same_gender(p->gender, clue->gender) ||
            (uint32_t)p->votes_count <= most)
            continue;
        best = entry->values[i];
        most = (uint32_t)p->votes_count;
    }
    return best;
}

static int32_t find_single(const dtl_naming *naming, const dtl_clue *clue) {
    const piece key =
        words_piece(naming, clue->mention.first, clue->mention.last);
    int32_t actor = by_surname(naming, clue, 's');
    if (actor == DTL_NONE && is_acronym(naming, clue))
        actor = newest(naming, 'a', key);
    if (actor == DTL_NONE && clue->votes[DATELINE_ACTOR_PERSON] < 30 &&
        !(clue->kinds & (DTL_GAZ_FIRST | DTL_GAZ_PLACE | DTL_GAZ_BODY)))
        actor = newest(naming, 'w', key);
    if (actor == DTL_NONE &&
        !(clue->kinds & (DTL_GAZ_COUNTRY | DTL_GAZ_PLACE | DTL_GAZ_BODY)))
        actor = by_surname(naming, clue, 'f');
    return actor;
}

/* "Ana Brandt" after a headline's "Brandt". */
static int32_t by_shorter(const dtl_naming *naming, const dtl_clue *clue,
                          int32_t word) {
    const int32_t actor = newest(naming, 'n', words_piece(naming, word, word));
    if (actor == DTL_NONE) return DTL_NONE;
    const dtl_profile *p = &naming->profiles.items[actor];
    const dtl_clue *best = &naming->clues.items[p->best];
    if (best->mention.first != best->mention.last) return DTL_NONE;
    if (p->kinds & (DTL_GAZ_COUNTRY | DTL_GAZ_CAPITAL | DTL_GAZ_PLACE |
                    DTL_GAZ_BODY | DTL_GAZ_FIRST))
        return DTL_NONE;
    return same_gender(p->gender, clue->gender) ? actor : DTL_NONE;
}

static bool same_word(const dtl_naming *naming, int32_t a, int32_t b) {
    return dtl_key_equal(dtl_naming_bytes(naming, a),
                         dtl_naming_length(naming, a),
                         dtl_naming_bytes(naming, b),
                         dtl_naming_length(naming, b));
}

/* `Luis "Jerry" Ortiz` and "Jerry Ortiz": the word before the last mark. */
static bool has_nickname(const dtl_naming *naming, const dtl_mention *name,
                         int32_t word) {
    return name->last >= name->first + 4 &&
           dtl_naming_word(naming, name->last - 1)->pos == DTL_POS_PUNCT &&
           same_word(naming, name->last - 2, word);
}

/* "George W. Bush" and "George Bush". */
static int32_t by_outer_words(const dtl_naming *naming,
                              const dtl_clue *clue) {
    const piece surname =
        words_piece(naming, clue->mention.last, clue->mention.last);
    const dtl_key_entry *entry =
        dtl_key_find(&naming->keys, 's', surname.bytes, surname.length);
    for (uint32_t i = 0; entry && i < entry->count; i++) {
        const int32_t best = naming->profiles.items[entry->values[i]].best;
        const dtl_mention *m = &naming->clues.items[best].mention;
        if (m->first < m->last &&
            (same_word(naming, m->first, clue->mention.first) ||
             has_nickname(naming, m, clue->mention.first)))
            return entry->values[i];
    }
    return DTL_NONE;
}

static int32_t find_person(const dtl_naming *naming, const dtl_clue *clue) {
    int32_t actor = by_outer_words(naming, clue);
    if (actor == DTL_NONE) actor = by_surname(naming, clue, 'f');
    if (actor != DTL_NONE) return actor;
    return by_shorter(naming, clue,
                      is_family_first(naming, clue) ? clue->mention.first
                                                    : clue->mention.last);
}

static int32_t find_body(const dtl_naming *naming, const dtl_clue *clue) {
    const int32_t first = clue->mention.first;
    int32_t last = clue->mention.last;
    while (last > first && (kinds(naming, last) & DTL_GAZ_BODY_END ||
                            dtl_naming_in(naming, last, ", &")))
        last--;
    last = without_kind(naming, first, last);
    if (last < clue->mention.last &&
        !(last == first &&
          kinds(naming, first) & (DTL_GAZ_COUNTRY | DTL_GAZ_PLACE |
                                  DTL_GAZ_CAPITAL | DTL_GAZ_ADJECTIVE))) {
        const int32_t actor =
            newest(naming, 'n', words_piece(naming, first, last));
        if (actor != DTL_NONE) return actor;
    }
    char letters[8];
    const uint32_t count = initials(naming, clue, letters, sizeof letters);
    if (count < 2 || count == sizeof letters) return DTL_NONE;
    const int32_t actor = newest(naming, 'n', (piece){letters, count});
    if (actor == DTL_NONE) return DTL_NONE;
    const int32_t best = naming->profiles.items[actor].best;
    return is_acronym(naming, &naming->clues.items[best]) ? actor : DTL_NONE;
}

/* "European Aeronautic ... Company (EADS)": the name before the bracket. */
static int32_t find_bracketed(const dtl_naming *naming,
                              const dtl_clue *clue) {
    const int32_t open = clue->mention.first - 1;
    if (open < 1 || !dtl_naming_is(naming, open, "(")) return DTL_NONE;
    const int32_t before = naming->owner[open - 1];
    if (before == DTL_NONE || !is_acronym(naming, clue)) return DTL_NONE;
    const dtl_clue *name = &naming->clues.items[before];
    if (name->mention.first == name->mention.last) return DTL_NONE;
    for (int32_t i = name->mention.first; i <= name->mention.last; i++)
        if (*dtl_naming_bytes(naming, i) ==
            *dtl_naming_bytes(naming, clue->mention.first))
            return name->mention.actor;
    return DTL_NONE;
}

static int32_t find_name(dtl_naming *naming, const dtl_clue *clue) {
    int32_t actor = newest(naming, 'n', words_piece(naming,
                               clue->mention.first, clue->mention.last));
    if (actor != DTL_NONE && clue->gender && clue->title_first == DTL_NONE &&
        !same_gender(naming->profiles.items[actor].gender, clue->gender))
        actor = DTL_NONE;
    if (actor == DTL_NONE) actor = find_bracketed(naming, clue);
    if (actor != DTL_NONE) return actor;
    if (clue->mention.first == clue->mention.last)
        return find_single(naming, clue);
    return is_person(clue) ? find_person(naming, clue)
                           : find_body(naming, clue);
}

/* The actor of a name that the gazetteer knows under one full name. */
static int32_t cast_known(dtl_naming *naming, char room, const char *full) {
    const piece key = {full, (uint32_t)strlen(full)};
    int32_t actor = newest(naming, room, key);
    if (actor != DTL_NONE) return actor;
    actor = dtl_casting_new(naming);
    if (actor == DTL_NONE) return actor;
    naming->profiles.items[actor].full = full;
    add_key(naming, room, key, actor);
    return actor;
}

int32_t dtl_casting_country(dtl_naming *naming, const char *country) {
    const int32_t actor = cast_known(naming, 'c', country);
    if (actor == DTL_NONE) return actor;
    dtl_profile *profile = &naming->profiles.items[actor];
    profile->votes[DATELINE_ACTOR_PLACE] += 40;
    profile->type = DATELINE_ACTOR_PLACE;
    profile->country = country;
    profile->kinds |= DTL_GAZ_COUNTRY;
    return actor;
}

static int32_t cast_name(dtl_naming *naming, const dtl_clue *clue) {
    const bool plain = clue->title_first == DTL_NONE && !clue->gender;
    if (plain && (clue->kinds & DTL_GAZ_COUNTRY ||
                  stands_for_country(naming, clue)))
        return dtl_casting_country(naming, clue->country);
    if (plain && clue->kinds & DTL_GAZ_BODY && clue->full)
        return cast_known(naming, 'b', clue->full);
    int32_t actor = find_name(naming, clue);
    if (actor == DTL_NONE) actor = dtl_casting_new(naming);
    learn(naming, clue, actor);
    return actor;
}

void dtl_casting_names(dtl_naming *naming) {
    for (uint32_t i = 0; i < naming->clues.count; i++) {
        if (naming->arena->failed) return;
        if (naming->clues.items[i].mention.kind != DTL_MENTION_NAME) continue;
        dtl_casting_join(naming, (int32_t)i,
                         cast_name(naming, &naming->clues.items[i]));
    }
    dtl_casting_settle(naming);
}
