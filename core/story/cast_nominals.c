/* cast_nominals.c - nominals to actors: "the Chinese defense minister", "the
 * company", "U.S. officials".
 *
 * A nominal is, in this order: the name it stands in apposition to; the one
 * holder of an office; a government that its country's name covers; the
 * nearest body or country for "the company", "the country"; the actor of an
 * equal nominal; or an actor of its own. */
#include "core/story/casting.h"

#include <string.h>

#define KEY_BYTES 160

/* The actors that a bare "the company" may mean, as the walk goes on. */
typedef struct {
    int32_t body, country, place; /* clue numbers, the newest */
    int32_t subject;              /* the newest body that acts */
} recent;

static uint32_t kinds(const dtl_naming *naming, int32_t word) {
    return naming->rows[word]->kinds;
}

static int32_t sentence_of(const dtl_naming *naming, const dtl_clue *clue) {
    return dtl_naming_word(naming, clue->mention.head)->sentence;
}

static int32_t near_actor(const dtl_naming *naming, const dtl_clue *clue,
                          int32_t number) {
    if (number == DTL_NONE) return DTL_NONE;
    const dtl_clue *other = &naming->clues.items[number];
    const int32_t back = sentence_of(naming, clue) -
                         sentence_of(naming, other);
    return back <= DTL_LOOK_BACK ? other->mention.actor : DTL_NONE;
}

/* ---- offices ------------------------------------------------------------ */

static int32_t find_key(const dtl_naming *naming, char room,
                        const char *bytes, size_t length, bool single) {
    const dtl_key_entry *entry =
        dtl_key_find(&naming->keys, room, bytes, length);
    if (!entry || (single && entry->count > 1)) return DTL_NONE;
    return entry->values[0];
}

/* The first word of the office: the fields before its noun. */
static int32_t office_start(const dtl_naming *naming, const dtl_clue *clue) {
    int32_t first = clue->mention.head;
    while (first > clue->mention.first &&
           kinds(naming, first - 1) & DTL_GAZ_PREFIX)
        first--;
    return first;
}

static int32_t by_office(const dtl_naming *naming, const dtl_clue *clue) {
    if (!(clue->kinds & DTL_GAZ_TITLE) || clue->plural || !clue->definite)
        return DTL_NONE;
    const int32_t head = clue->mention.head;
    const int32_t first = office_start(naming, clue);
    if (clue->country) {
        if (!(kinds(naming, head) & DTL_GAZ_OFFICE)) return DTL_NONE;
        const dtl_office_key key = dtl_casting_office(
            naming, clue->country, first < head ? head - 1 : head);
        return find_key(naming, 'p', key.bytes, key.length, true);
    }
    if (clue->of != DTL_NONE) return DTL_NONE;
    if (clue->mention.last != head) return DTL_NONE;
    const uint32_t start = dtl_naming_word(naming, first)->span.start;
    return find_key(naming, 'o', naming->source->text.bytes + start,
                    dtl_naming_word(naming, head)->span.end - start, true);
}

/* "his Chinese counterpart": who holds the owner's field in that country. */
static int32_t by_counterpart(const dtl_naming *naming,
                              const dtl_clue *clue) {
    if (!clue->country || clue->of == DTL_NONE) return DTL_NONE;
    const int32_t owner = naming->headed[clue->of];
    if (owner == DTL_NONE) return DTL_NONE;
    const int32_t actor = naming->clues.items[owner].mention.actor;
    if (actor == DTL_NONE) return DTL_NONE;
    const int32_t titled = naming->profiles.items[actor].title;
    if (titled == DTL_NONE) return DTL_NONE;
    const dtl_clue *title = &naming->clues.items[titled];
    const int32_t last = title->title_last;
    const int32_t field = last > title->title_first ? last - 1 : last;
    const dtl_office_key key =
        dtl_casting_office(naming, clue->country, field);
    return find_key(naming, 'p', key.bytes, key.length, true);
}

/* ---- equal nominals ----------------------------------------------------- */

static void put(char *out, size_t *used, const char *bytes, size_t length) {
    if (*used + length + 1 > KEY_BYTES) return;
    memcpy(out + *used, bytes, length);
    *used += length;
    out[(*used)++] = '|';
}

/* Country, owner and words of the nominal without its articles and numbers:
 * "U.S. officials" and "American officials" are one key. */
static size_t nominal_key(const dtl_naming *naming, const dtl_clue *clue,
                          char out[KEY_BYTES]) {
    size_t used = 0;
    put(out, &used, clue->country ? clue->country : "",
        clue->country ? strlen(clue->country) : 0);
    for (int32_t i = clue->mention.first; i <= clue->mention.last; i++) {
        const dtl_word *w = dtl_naming_word(naming, i);
        if (w->pos == DTL_POS_DET || w->pos == DTL_POS_PUNCT ||
            w->pos == DTL_POS_PRON || w->tag == DTL_TAG_POS ||
            (i < clue->mention.head && naming->rows[i]->country))
            continue;
        put(out, &used, dtl_naming_bytes(naming, i),
            dtl_naming_length(naming, i));
    }
    return used;
}

static bool is_indefinite(const dtl_naming *naming, const dtl_clue *clue) {
    if (clue->definite) return false;
    const int32_t first = clue->mention.first;
    return dtl_naming_in(naming, first, "a an another one some other") ||
           dtl_naming_word(naming, first)->pos == DTL_POS_NUM;
}

static int32_t by_equal(const dtl_naming *naming, const dtl_clue *clue,
                        const char *key, size_t length) {
    if (is_indefinite(naming, clue)) return DTL_NONE;
    const int32_t same = find_key(naming, 'k', key, length, false);
    if (same != DTL_NONE || !clue->definite || !clue->bare) return same;
    const int32_t head = clue->mention.head;
    return find_key(naming, 'h', dtl_naming_bytes(naming, head),
                    dtl_naming_length(naming, head), false);
}

static void remember(dtl_naming *naming, const dtl_clue *clue,
                     const char *key, size_t length, int32_t actor) {
    if (actor == DTL_NONE) return;
    const char *copy = dtl_arena_string(naming->arena, key, length);
    if (!copy) return;
    dtl_key_add(naming->arena, &naming->keys, 'k', copy, length, actor);
    const int32_t head = clue->mention.head;
    dtl_key_add(naming->arena, &naming->keys, 'h',
                dtl_naming_bytes(naming, head),
                dtl_naming_length(naming, head), actor);
}

/* ---- one nominal -------------------------------------------------------- */

static bool is_counterpart(const dtl_naming *naming, const dtl_clue *clue) {
    return dtl_naming_in(naming, clue->mention.head, "counterpart");
}

/* "He is the senior official": the pronoun that the noun is said of. */
static int32_t subject_pronoun(const dtl_naming *naming,
                               const dtl_clue *clue) {
    const int32_t head = clue->mention.head;
    if (clue->plural ||
        dtl_naming_child(naming, head, DTL_DEP_COP) == DTL_NONE)
        return DTL_NONE;
    const int32_t subject = dtl_naming_child(naming, head, DTL_DEP_NSUBJ);
    if (subject == DTL_NONE ||
        dtl_naming_word(naming, subject)->pos != DTL_POS_PRON)
        return DTL_NONE;
    return subject;
}

/* What can only be cast when the pronouns are. */
static bool waits(const dtl_naming *naming, const dtl_clue *clue) {
    return is_counterpart(naming, clue) ||
           subject_pronoun(naming, clue) != DTL_NONE;
}

static int32_t by_subject(const dtl_naming *naming, const dtl_clue *clue) {
    const int32_t subject = subject_pronoun(naming, clue);
    if (subject == DTL_NONE || naming->headed[subject] == DTL_NONE)
        return DTL_NONE;
    return naming->clues.items[naming->headed[subject]].mention.actor;
}

/* "the company", "the country": with nothing but its article. */
static int32_t by_recent(const dtl_naming *naming, const dtl_clue *clue,
                         const recent *last) {
    if (!clue->definite || !clue->bare || clue->plural) return DTL_NONE;
    if (clue->of != DTL_NONE || clue->mention.last != clue->mention.head)
        return DTL_NONE;
    if (clue->kinds & DTL_GAZ_STATE) return DTL_NONE;
    if (clue->kinds & DTL_GAZ_COMPANY) {
        const int32_t acting = near_actor(naming, clue, last->subject);
        return acting != DTL_NONE ? acting
                                  : near_actor(naming, clue, last->body);
    }
    if (clue->kinds & DTL_GAZ_TERRITORY)
        return near_actor(naming, clue,
                          dtl_naming_in(naming, clue->mention.head,
                                        "country nation republic kingdom")
                              ? last->country
                              : last->place);
    return DTL_NONE;
}

/* "the Chinese government": the country itself. */
static bool is_government(const dtl_naming *naming, const dtl_clue *clue) {
    return clue->kinds & DTL_GAZ_STATE && clue->country && !clue->plural &&
           clue->mention.last == clue->mention.head &&
           dtl_naming_in(naming, clue->mention.head, "government regime") &&
           clue->mention.head - clue->mention.first <= 4;
}

/* "the government of China". */
static int32_t government_of(const dtl_naming *naming, const dtl_clue *clue) {
    if (!(clue->kinds & DTL_GAZ_STATE) || clue->plural ||
        clue->mention.last < clue->mention.head + 2 ||
        !dtl_naming_in(naming, clue->mention.head, "government regime"))
        return DTL_NONE;
    const int32_t owner = naming->owner[clue->mention.last];
    if (owner == DTL_NONE) return DTL_NONE;
    const dtl_clue *name = &naming->clues.items[owner];
    return name->mention.kind == DTL_MENTION_NAME &&
                   name->kinds & DTL_GAZ_COUNTRY
               ? name->mention.actor
               : DTL_NONE;
}

static int32_t cast_own(dtl_naming *naming, const dtl_clue *clue) {
    char key[KEY_BYTES];
    const size_t length = nominal_key(naming, clue, key);
    int32_t actor = by_equal(naming, clue, key, length);
    if (actor == DTL_NONE) actor = dtl_casting_new(naming);
    remember(naming, clue, key, length, actor);
    if (actor != DTL_NONE && clue->country && !clue->plural &&
        clue->kinds & DTL_GAZ_OFFICE)
        dtl_casting_learn_office(naming, clue->country,
                                 office_start(naming, clue),
                                 clue->mention.head, actor);
    return actor;
}

/* The name's actor, who now is known to hold the office. */
static int32_t cast_linked(dtl_naming *naming, const dtl_clue *clue) {
    const int32_t actor = naming->clues.items[clue->link].mention.actor;
    if (actor != DTL_NONE && clue->kinds & DTL_GAZ_OFFICE)
        dtl_casting_learn_office(naming, clue->country,
                                 office_start(naming, clue),
                                 clue->mention.head, actor);
    return actor;
}

static int32_t cast(dtl_naming *naming, const dtl_clue *clue,
                    const recent *last) {
    if (clue->link != DTL_NONE) return cast_linked(naming, clue);
    if (clue->kinds == DTL_GAZ_ADJECTIVE)
        return dtl_casting_country(naming, clue->country);
    int32_t actor = by_office(naming, clue);
    if (actor == DTL_NONE && is_government(naming, clue))
        actor = dtl_casting_country(naming, clue->country);
    if (actor == DTL_NONE) actor = government_of(naming, clue);
    if (actor == DTL_NONE) actor = by_recent(naming, clue, last);
    return actor == DTL_NONE ? cast_own(naming, clue) : actor;
}

/* ---- the walk ----------------------------------------------------------- */

static void notice(const dtl_naming *naming, recent *last, int32_t number) {
    const dtl_clue *clue = &naming->clues.items[number];
    if (clue->mention.actor == DTL_NONE) return;
    const dtl_profile *profile =
        &naming->profiles.items[clue->mention.actor];
    const dateline_actor_type type = dtl_casting_type(profile);
    if (type == DATELINE_ACTOR_ORGANIZATION) last->body = number;
    if (type == DATELINE_ACTOR_ORGANIZATION && clue->acts)
        last->subject = number;
    if (type != DATELINE_ACTOR_PLACE) return;
    if (profile->kinds & DTL_GAZ_COUNTRY) last->country = number;
    else last->place = number;
}

void dtl_casting_nominals(dtl_naming *naming) {
    recent last = {DTL_NONE, DTL_NONE, DTL_NONE, DTL_NONE};
    const int32_t count = (int32_t)naming->source->words.count;
    for (int32_t i = 0; i < count && !naming->arena->failed; i++) {
        const int32_t number = naming->headed[i];
        if (number == DTL_NONE) continue;
        const dtl_clue *clue = &naming->clues.items[number];
        if (clue->mention.kind == DTL_MENTION_NAME)
            notice(naming, &last, number);
        else if (!waits(naming, clue))
            dtl_casting_join(naming, number, cast(naming, clue, &last));
    }
}

void dtl_casting_rest(dtl_naming *naming) {
    const int32_t count = (int32_t)naming->source->words.count;
    for (int32_t i = 0; i < count && !naming->arena->failed; i++) {
        const int32_t number = naming->headed[i];
        if (number == DTL_NONE) continue;
        const dtl_clue *clue = &naming->clues.items[number];
        if (clue->mention.kind != DTL_MENTION_NOMINAL ||
            !waits(naming, clue))
            continue;
        int32_t actor = is_counterpart(naming, clue)
                            ? by_counterpart(naming, clue)
                            : by_subject(naming, clue);
        if (actor == DTL_NONE) actor = cast_own(naming, clue);
        dtl_casting_join(naming, number, actor);
    }
}
