/* pronouns.c - he, its, who: to the actor they stand for.
 *
 * A relative pronoun has its antecedent in the parse. The others weigh the
 * mentions that stand shortly before them: near, a subject, of the right
 * gender and number. A pronoun that nothing fits is no mention. */
#include "core/story/casting.h"

#include <string.h>

/* What a noun in the sentence of "it" weighs that is no actor. */
#define THING 85

typedef enum { FORM_NONE, FORM_HE, FORM_SHE, FORM_IT, FORM_THEY, FORM_I,
               FORM_WHO } form;

typedef struct {
    const char *words; /* lower case, between blanks */
    form form;
} form_row;

static const form_row forms[] = {
#define PRONOUN(words_, form_, example_) {words_, form_},
#include "core/story/pronouns.def"
};

static form form_of(const dtl_naming *naming, int32_t word) {
    const dtl_word *w = dtl_naming_word(naming, word);
    if (w->pos != DTL_POS_PRON && w->pos != DTL_POS_DET &&
        w->tag != DTL_TAG_PRPS)
        return FORM_NONE;
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        if (dtl_naming_in(naming, word, forms[i].words)) return forms[i].form;
    return FORM_NONE;
}

/* ---- relative pronouns -------------------------------------------------- */

static int32_t antecedent(const dtl_naming *naming, int32_t word) {
    int32_t at = word;
    for (int depth = 0; depth < 12; depth++) {
        const dtl_word *w = dtl_naming_word(naming, at);
        if (w->head == DTL_NONE) return DTL_NONE;
        if (w->dep == DTL_DEP_ACL_RELCL) {
            const int32_t clue = naming->headed[w->head];
            return clue != DTL_NONE ? clue : naming->owner[w->head];
        }
        at = w->head;
    }
    return DTL_NONE;
}

/* "the airline, which": what ends right before the pronoun. */
static int32_t neighbour(const dtl_naming *naming, int32_t word) {
    if (!dtl_naming_in(naming, word, "who which")) return DTL_NONE;
    int32_t at = word - 1;
    const int32_t sentence = dtl_naming_word(naming, word)->sentence;
    if (at > 0 && dtl_naming_is(naming, at, ",")) at--;
    if (at < 0 || dtl_naming_word(naming, at)->sentence != sentence)
        return DTL_NONE;
    return naming->owner[at];
}

/* ---- speech ------------------------------------------------------------- */

/* Who speaks in a sentence: the subject of its verb of saying. */
static int32_t speaker_in(const dtl_naming *naming, int32_t sentence) {
    const dtl_sentence *s = &naming->source->sentences.items[sentence];
    for (uint32_t i = 0; i < s->count; i++) {
        const int32_t word = (int32_t)(s->first + i);
        const dtl_word *w = dtl_naming_word(naming, word);
        if (w->quoted || naming->headed[word] == DTL_NONE ||
            w->dep != DTL_DEP_NSUBJ || w->head == DTL_NONE)
            continue;
        const dtl_word *verb = dtl_naming_word(naming, w->head);
        if (!verb->quoted && dtl_naming_is_speech(verb))
            return naming->headed[word];
    }
    return DTL_NONE;
}

static int32_t speaker(const dtl_naming *naming, int32_t word) {
    const dtl_word *w = dtl_naming_word(naming, word);
    if (!w->quoted) return DTL_NONE;
    const int32_t here = speaker_in(naming, w->sentence);
    if (here != DTL_NONE || w->sentence == 0) return here;
    return speaker_in(naming, w->sentence - 1);
}

/* ---- the others --------------------------------------------------------- */

/* "Chinese forces ... Its jets": the country behind a plural subject. */
static bool covers(const dtl_clue *clue) {
    return clue->plural && clue->country && clue->acts &&
           clue->mention.kind == DTL_MENTION_NOMINAL;
}

/* One word without title or given name: a person by guess alone, and as
 * well a country or firm that nobody has heard of. */
static bool is_guessed(const dtl_naming *naming, const dtl_profile *profile) {
    if (profile->best == DTL_NONE) return false;
    const dtl_clue *best = &naming->clues.items[profile->best];
    return best->mention.kind == DTL_MENTION_NAME &&
           best->mention.first == best->mention.last && !profile->gender &&
           profile->title == DTL_NONE && !(profile->kinds & DTL_GAZ_FIRST);
}

static bool fits(const dtl_naming *naming, const dtl_profile *profile,
                 const dtl_clue *clue, form f) {
    const dateline_actor_type type = dtl_casting_type(profile);
    switch (f) {
    case FORM_HE:
        return type == DATELINE_ACTOR_PERSON && profile->gender != 'f';
    case FORM_SHE:
        return type == DATELINE_ACTOR_PERSON && profile->gender != 'm';
    case FORM_IT:
        return (!clue->plural || covers(clue)) &&
               (type != DATELINE_ACTOR_PERSON ||
                is_guessed(naming, profile)) &&
               (type != DATELINE_ACTOR_GROUP || !profile->plural ||
                covers(clue)) &&
               (!(clue->kinds & DTL_GAZ_PERSON) || covers(clue));
    case FORM_THEY:
        return clue->plural || type == DATELINE_ACTOR_GROUP ||
               type == DATELINE_ACTOR_ORGANIZATION;
    default: return false;
    }
}

static bool is_subject(const dtl_naming *naming, int32_t word) {
    const uint8_t dep = dtl_naming_word(naming, word)->dep;
    return dep == DTL_DEP_NSUBJ || dep == DTL_DEP_NSUBJ_PASS ||
           dep == DTL_DEP_NSUBJ_OUTER;
}

static bool is_owning(const dtl_naming *naming, int32_t word) {
    const dtl_word *w = dtl_naming_word(naming, word);
    return w->tag == DTL_TAG_PRPS || w->dep == DTL_DEP_NMOD_POSS;
}

/* Two arguments of one verb are two actors: "Reed told her". */
static bool is_rival(const dtl_naming *naming, int32_t word,
                     const dtl_clue *clue) {
    if (is_owning(naming, word)) return false;
    const int32_t a = dtl_naming_word(naming, word)->head;
    const int32_t b = dtl_naming_word(naming, clue->mention.head)->head;
    return a != DTL_NONE && a == b;
}

/* "with China moving fast": a participle behind a name has it as subject. */
static bool heads_participle(const dtl_naming *naming,
                             const dtl_mention *mention) {
    const dtl_source *source = naming->source;
    const int32_t next = mention->last + 1;
    return next < (int32_t)source->words.count &&
           dtl_naming_word(naming, next)->tag == DTL_TAG_VBG &&
           dtl_naming_word(naming, next)->sentence ==
               dtl_naming_word(naming, mention->last)->sentence;
}

/* "the talks, which Oru broke off": who acts in a relative clause is told of
 * beside the story. */
static bool is_beside(const dtl_naming *naming, int32_t head) {
    const int32_t verb = dtl_naming_word(naming, head)->head;
    return verb != DTL_NONE &&
           dtl_naming_word(naming, verb)->dep == DTL_DEP_ACL_RELCL;
}

static int weight(const dtl_naming *naming, int32_t word,
                  const dtl_clue *clue, form f, int steps) {
    const int32_t head = clue->mention.head;
    const int32_t back = dtl_naming_word(naming, word)->sentence -
                         dtl_naming_word(naming, head)->sentence;
    int score = 100 - 25 * back - 2 * steps;
    const bool moves = heads_participle(naming, &clue->mention);
    if (is_subject(naming, head) || moves)
        score += is_beside(naming, head) ? 10 : 30;
    if (is_owning(naming, head)) score += 5;
    if (clue->mention.kind == DTL_MENTION_NAME) score += 6;
    if (clue->mention.kind == DTL_MENTION_PRONOUN) score += 15;
    if (f == FORM_THEY && clue->plural) score += 25;
    const dtl_profile *profile =
        &naming->profiles.items[clue->mention.actor];
    if (f == FORM_IT && dtl_casting_type(profile) == DATELINE_ACTOR_PLACE &&
        !clue->acts && !moves)
        score -= 25;
    if (dtl_naming_word(naming, word)->quoted !=
        dtl_naming_word(naming, head)->quoted)
        score -= 15;
    return score;
}

/* How well "it" would stand for a thing that is no actor: "drafted the budget,
 * said it would cut the deficit". */
static int thing_weight(const dtl_naming *naming, int32_t word) {
    const int32_t sentence = dtl_naming_word(naming, word)->sentence;
    const dtl_sentence *s = &naming->source->sentences.items[sentence];
    int most = 0, steps = 0;
    for (int32_t i = word - 1; i >= (int32_t)s->first; i--) {
        const dtl_word *w = dtl_naming_word(naming, i);
        if (naming->headed[i] != DTL_NONE) steps++;
        if (w->tag != DTL_TAG_NN || w->time >= 0 ||
            naming->owner[i] != DTL_NONE || naming->headed[i] != DTL_NONE ||
            (w->dep != DTL_DEP_OBJ && !is_subject(naming, i)) ||
            dtl_naming_child(naming, i, DTL_DEP_DET) == DTL_NONE ||
            w->head == dtl_naming_word(naming, word)->head ||
            (is_subject(naming, i) && w->head != DTL_NONE &&
             dtl_naming_is_speech(dtl_naming_word(naming, w->head))))
            continue;
        const int score =
            THING - 2 * steps + (is_subject(naming, i) ? 30 : 0);
        if (score > most) most = score;
    }
    return most;
}

/* The clue before the word that it most likely stands for. */
static int32_t weigh(const dtl_naming *naming, int32_t word, form f,
                     const int32_t *before, uint32_t count) {
    int32_t best = DTL_NONE;
    const int thing = f == FORM_IT ? thing_weight(naming, word) : 0;
    int most = thing > 45 ? thing : 45;
    for (uint32_t i = 0; i < count; i++) {
        const int32_t number = before[count - 1 - i];
        const dtl_clue *clue = &naming->clues.items[number];
        if (clue->mention.actor == DTL_NONE) continue;
        if (!fits(naming, &naming->profiles.items[clue->mention.actor], clue,
                  f) ||
            is_rival(naming, word, clue))
            continue;
        const int score = weight(naming, word, clue, f, (int)i);
        if (score > most) {
            most = score;
            best = number;
        }
    }
    return best;
}

static bool is_person(const dtl_naming *naming, const dtl_clue *clue) {
    return clue->mention.actor != DTL_NONE && !clue->plural &&
           dtl_casting_type(&naming->profiles.items[clue->mention.actor]) ==
               DATELINE_ACTOR_PERSON;
}

/* "Brandt married Renn; they divorced": two persons before it and no group
 * are no one actor. */
static bool means_pair(const dtl_naming *naming, int32_t word,
                       const int32_t *before, uint32_t count) {
    const int32_t sentence = dtl_naming_word(naming, word)->sentence;
    int32_t actor = DTL_NONE;
    bool pair = false;
    for (uint32_t i = count; i-- > 0;) {
        const dtl_clue *clue = &naming->clues.items[before[i]];
        if (dtl_naming_word(naming, clue->mention.head)->sentence != sentence)
            break;
        if (!is_person(naming, clue)) return false;
        pair |= actor != DTL_NONE && actor != clue->mention.actor;
        actor = clue->mention.actor;
    }
    return pair;
}

/* "Norland and Luria held talks; they agreed": two names that are joined and
 * no plural behind them are no one actor. */
static bool means_joined(const dtl_naming *naming, int32_t word,
                         const int32_t *before, uint32_t count) {
    const int32_t sentence = dtl_naming_word(naming, word)->sentence;
    for (uint32_t i = count; i-- > 0;) {
        const dtl_clue *clue = &naming->clues.items[before[i]];
        const dtl_word *w = dtl_naming_word(naming, clue->mention.head);
        if (w->sentence != sentence || clue->plural) return false;
        if (w->dep == DTL_DEP_CONJ && w->head != DTL_NONE &&
            clue->mention.kind == DTL_MENTION_NAME &&
            naming->headed[w->head] != DTL_NONE &&
            is_subject(naming, w->head))
            return true;
    }
    return false;
}

/* "Hale made the remarks and retracted them": a plural that is no actor
 * stands nearer to the object. */
static bool means_things(const dtl_naming *naming, int32_t word,
                         int32_t clue) {
    if (dtl_naming_word(naming, word)->dep != DTL_DEP_OBJ) return false;
    for (int32_t i = naming->clues.items[clue].mention.last + 1; i < word; i++)
        if (dtl_naming_word(naming, i)->tag == DTL_TAG_NNS &&
            naming->owner[i] == DTL_NONE)
            return true;
    return false;
}

/* "it" as a subject is an actor only where it does what actors do. */
static bool is_doing(const dtl_naming *naming, int32_t word) {
    if (is_owning(naming, word)) return true;
    const dtl_word *w = dtl_naming_word(naming, word);
    if (w->dep == DTL_DEP_EXPL) return false;
    if (w->dep != DTL_DEP_NSUBJ || w->head == DTL_NONE) return false;
    const dtl_word *verb = dtl_naming_word(naming, w->head);
    if (verb->pos != DTL_POS_VERB || !verb->lemma) return false;
    return !dtl_naming_in(naming, w->head,
                          "come comes came happen happens happened seem seems "
                          "seemed appear appears appeared take takes took "
                          "mean means meant remain remains remained occur "
                          "follow follows followed depend depends depended");
}

/* ---- the walk ----------------------------------------------------------- */

typedef struct {
    int32_t clues[DTL_LOOK_BACK_MENTIONS];
    uint32_t count;
} window;

static void push(window *seen, int32_t clue) {
    if (seen->count == DTL_LOOK_BACK_MENTIONS) {
        memmove(seen->clues, seen->clues + 1,
                (seen->count - 1) * sizeof *seen->clues);
        seen->count--;
    }
    seen->clues[seen->count++] = clue;
}

/* "forced Orne to lower its prices": the object that the clause is of. */
static int32_t controller(const dtl_naming *naming, int32_t word, form f) {
    int32_t verb = dtl_naming_word(naming, word)->head;
    for (int depth = 0; depth < 4 && verb != DTL_NONE; depth++) {
        const dtl_word *w = dtl_naming_word(naming, verb);
        if (w->dep == DTL_DEP_XCOMP) break;
        if (w->pos == DTL_POS_VERB) return DTL_NONE;
        verb = w->head;
    }
    if (verb == DTL_NONE || dtl_naming_word(naming, verb)->head == DTL_NONE ||
        dtl_naming_word(naming, verb)->dep != DTL_DEP_XCOMP)
        return DTL_NONE;
    const int32_t object = dtl_naming_child(
        naming, dtl_naming_word(naming, verb)->head, DTL_DEP_OBJ);
    if (object == DTL_NONE || object > word) return DTL_NONE;
    const int32_t number = naming->headed[object];
    if (number == DTL_NONE) return DTL_NONE;
    const dtl_clue *clue = &naming->clues.items[number];
    if (clue->mention.actor == DTL_NONE ||
        !fits(naming, &naming->profiles.items[clue->mention.actor], clue, f))
        return DTL_NONE;
    return number;
}

static int32_t resolve(const dtl_naming *naming, int32_t word, form f,
                       const window *seen) {
    if (f == FORM_WHO) {
        const int32_t meant = antecedent(naming, word);
        return meant != DTL_NONE ? meant : neighbour(naming, word);
    }
    if (f == FORM_I) return speaker(naming, word);
    if (f == FORM_IT && !is_doing(naming, word)) return DTL_NONE;
    const int32_t object =
        is_owning(naming, word) ? controller(naming, word, f) : DTL_NONE;
    if (object != DTL_NONE) return object;
    if (f == FORM_THEY &&
        (means_pair(naming, word, seen->clues, seen->count) ||
         means_joined(naming, word, seen->clues, seen->count)))
        return DTL_NONE;
    const int32_t meant = weigh(naming, word, f, seen->clues, seen->count);
    return f == FORM_THEY && meant != DTL_NONE &&
                   means_things(naming, word, meant)
               ? DTL_NONE : meant;
}

static void add_pronoun(dtl_naming *naming, int32_t word, form f,
                        int32_t meant) {
    const dtl_clue *other = &naming->clues.items[meant];
    const int32_t actor = f == FORM_IT && covers(other)
                              ? dtl_casting_country(naming, other->country)
                              : other->mention.actor;
    if (actor == DTL_NONE) return;
    dtl_clue clue = {.title_first = DTL_NONE, .title_last = DTL_NONE,
                     .of = DTL_NONE, .link = DTL_NONE};
    clue.mention = (dtl_mention){word, word, word, actor,
                                 DTL_MENTION_PRONOUN};
    clue.plural = f == FORM_THEY;
    clue.acts = dtl_naming_acts(naming, word);
    if (!dtl_naming_add(naming, &clue)) return;
    dtl_profile *profile = &naming->profiles.items[actor];
    if (f == FORM_HE && !profile->gender) profile->gender = 'm';
    if (f == FORM_SHE && !profile->gender) profile->gender = 'f';
}

void dtl_pronouns_find(dtl_naming *naming) {
    window seen = {.count = 0};
    const int32_t count = (int32_t)naming->source->words.count;
    for (int32_t i = 0; i < count && !naming->arena->failed; i++) {
        const form f = form_of(naming, i);
        if (f != FORM_NONE && naming->headed[i] == DTL_NONE) {
            const int32_t meant = resolve(naming, i, f, &seen);
            if (meant != DTL_NONE) add_pronoun(naming, i, f, meant);
        }
        if (naming->headed[i] != DTL_NONE) push(&seen, naming->headed[i]);
    }
}
