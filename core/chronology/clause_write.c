/* clause_write.c - the kept words put in order: subject, verb, the rest,
 * what stood in front. Persons get their full names, pronouns the name they
 * stand for, coordinated words new commas. */
#include <string.h>

#include "core/chronology/clause.h"

/* Persons that were named in full already. */
#define MAX_NAMED 8

typedef struct {
    const dtl_clause *clause;
    char text[DTL_HEADLINE_BYTES];
    size_t length;
    bool failed;
    bool denied;  /* a negated verb has its negation */
    bool spoken;  /* in the first person: the speaker's name goes in front */
    int32_t last; /* the word written last, DTL_NONE: other */
    int32_t named[MAX_NAMED];
    int named_count;
    int32_t skip_mention; /* its name is written already */
} writer;

static void put_bytes(writer *w, const char *bytes, size_t length) {
    if (w->length + length >= sizeof w->text) {
        w->failed = true;
        return;
    }
    memcpy(w->text + w->length, bytes, length);
    w->length += length;
}

static void put_text(writer *w, const char *text) {
    put_bytes(w, text, strlen(text));
}

static void put_word(writer *w, const char *text) {
    if (w->length) put_text(w, " ");
    put_text(w, text);
    w->last = DTL_NONE;
}

static const dtl_word *word_at(const writer *w, int32_t word) {
    return dtl_clause_word(w->clause, word);
}

/* No blank stands between the two words in the text. */
static bool touches(const writer *w, int32_t before, int32_t word) {
    return before != DTL_NONE &&
           word_at(w, before)->span.end == word_at(w, word)->span.start;
}

/* "TDCJ", "ONE": more than the first letter is a capital. */
static bool is_in_capitals(const dtl_source *source, dtl_span span) {
    const char second = dtl_length(span) > 1 ? dtl_bytes(source, span)[1] : 0;
    return second >= 'A' && second <= 'Z';
}

/* The first word of a sentence inside a headline. */
static bool put_small(writer *w, int32_t word) {
    const dtl_word *own = word_at(w, word);
    char letter = *dtl_bytes(w->clause->page->source, own->span);
    if (word != w->clause->first || own->pos == DTL_POS_PROPN) return false;
    if (!w->length || letter < 'A' || letter > 'Z' ||
        is_in_capitals(w->clause->page->source, own->span))
        return false;
    letter = (char)(letter + 32);
    put_text(w, " ");
    put_bytes(w, &letter, 1);
    put_bytes(w, dtl_bytes(w->clause->page->source, own->span) + 1,
              dtl_length(own->span) - 1);
    w->last = word;
    return true;
}

/* "she'd been": what the apostrophe leaves out, where the name stands for the
 * pronoun that it leaned on. */
static bool put_contracted(writer *w, int32_t word) {
    static const char *const rows[][2] = {
        {"d", "had"}, {"ve", "have"}, {"re", "are"}, {"s", "is"}};
    const dtl_word *own = word_at(w, word);
    const char *bytes = dtl_bytes(w->clause->page->source, own->span);
    if (own->pos != DTL_POS_AUX || touches(w, w->last, word)) return false;
    size_t at = bytes[0] == '\'' ? 1 : 0;
    if (dtl_length(own->span) > 3 && memcmp(bytes, "\xe2\x80\x99", 3) == 0)
        at = 3;
    const size_t length = dtl_length(own->span) - at;
    for (size_t i = 0; at && i < sizeof rows / sizeof *rows; i++) {
        if (strlen(rows[i][0]) != length ||
            memcmp(bytes + at, rows[i][0], length) != 0)
            continue;
        put_word(w, strcmp(own->lemma, "would") == 0  ? "would"
                    : strcmp(own->lemma, "have") == 0 && i == 3 ? "has"
                                                                : rows[i][1]);
        return true;
    }
    return false;
}

/* Quotation marks go: half of a quotation would be left. */
static dtl_span without_quotes(const writer *w, dtl_span span) {
    static const char *const marks[] = {"``", "\"", "\xe2\x80\x9c",
                                        "\xe2\x80\x9d"};
    const dtl_source *source = w->clause->page->source;
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        const uint32_t length = (uint32_t)strlen(marks[i]);
        if (dtl_length(span) >= length &&
            memcmp(dtl_bytes(source, span), marks[i], length) == 0)
            span.start += length;
    }
    return span;
}

static void put_as_written(writer *w, int32_t word) {
    const dtl_span span = without_quotes(w, word_at(w, word)->span);
    if (span.start == span.end) return;
    if (put_small(w, word) || put_contracted(w, word)) return;
    if (w->length && !touches(w, w->last, word) &&
        word_at(w, word)->tag != DTL_TAG_POS)
        put_text(w, " ");
    put_bytes(w, dtl_bytes(w->clause->page->source, span), dtl_length(span));
    w->last = word;
}

/* ---- coordination ------------------------------------------------------- */

static bool is_kept(const writer *w, int32_t word) {
    const dtl_clause *c = w->clause;
    return word >= c->first && word < c->first + c->count &&
           c->part[word - c->first] != DTL_PART_OUT;
}

/* Kept, or the name that it carries as a title is. */
static bool is_told(const writer *w, int32_t member) {
    if (is_kept(w, member)) return true;
    const dtl_clause *c = w->clause;
    for (int32_t i = 0; i < c->count; i++)
        if (c->part[i] != DTL_PART_OUT && c->member[i] == member - c->first + 1)
            return true;
    return false;
}

typedef struct {
    bool earlier, later;
    const char *link; /* "and", "or"; NULL: the text has none */
} neighbours;

static const char *link_of(const dtl_word *conjunction) {
    if (strcmp(conjunction->lemma, "or") == 0) return "or";
    return strcmp(conjunction->lemma, "but") == 0 ? "but" : "and";
}

/* The conjunction in front of a member, or of one that hangs on it. */
static const char *link_before(const writer *w, int32_t member) {
    const dtl_page *page = w->clause->page;
    const int32_t own = dtl_page_child(page, member, DTL_DEP_CC);
    if (own != DTL_NONE) return link_of(word_at(w, own));
    const int32_t next = dtl_page_child(page, member, DTL_DEP_CONJ);
    if (next == DTL_NONE) return NULL;
    const int32_t later = dtl_page_child(page, next, DTL_DEP_CC);
    return later == DTL_NONE ? NULL : link_of(word_at(w, later));
}

/* The other kept members of a coordinated word's group. */
static neighbours look_around(const writer *w, int32_t member) {
    const dtl_page *page = w->clause->page;
    const int32_t head = word_at(w, member)->head;
    neighbours n = {is_kept(w, head) || is_told(w, head), false, NULL};
    DTL_EACH_CHILD(page, c, head) {
        const dtl_word *word = word_at(w, c);
        /* A name that its title carries stands for the group's head. */
        const bool is_member =
            is_kept(w, c) &&
            w->clause->member[c - w->clause->first] == c - w->clause->first + 1;
        if (word->dep != DTL_DEP_CONJ && !is_member) {
            if (!is_kept(w, head) && c < member && is_kept(w, c) &&
                dtl_page_is_person(page, c))
                n.earlier = true;
            continue;
        }
        if (c < member && is_told(w, c)) n.earlier = true;
        if (c > member && is_told(w, c)) n.later = true;
        const char *link = link_before(w, c);
        if (link) n.link = link;
    }
    return n;
}

/* "Norhaven, Luria": no list but a place and where it lies, or a name and
 * what it is. A comma stands between, no conjunction. */
static bool is_seat(const writer *w, int32_t member) {
    if (member - 2 < w->clause->first || w->last != member - 2) return false;
    const dtl_source *source = w->clause->page->source;
    return *dtl_bytes(source, word_at(w, member - 1)->span) == ',' &&
           dtl_page_child(w->clause->page, member, DTL_DEP_CC) == DTL_NONE &&
           (word_at(w, member)->lex & word_at(w, member - 2)->lex &
            DTL_LEX_PLACE);
}

static void put_separator(writer *w, int32_t member) {
    neighbours n = look_around(w, member);
    /* "Orbit 5": side by side they are no list. */
    if (!n.earlier || w->last == member - 1) return;
    if (!n.link && dtl_page_is_person(w->clause->page, member)) n.link = "and";
    if (n.later || !n.link || is_seat(w, member)) put_text(w, ",");
    else put_word(w, n.link);
}

/* ---- names -------------------------------------------------------------- */

static bool was_named(const writer *w, int32_t actor) {
    for (int i = 0; i < w->named_count; i++)
        if (w->named[i] == actor) return true;
    return false;
}

static void put_actor(writer *w, int32_t actor) {
    const dtl_page *page = w->clause->page;
    const int32_t mention = page->named[actor] != DTL_NONE ? page->named[actor]
                                                           : page->first[actor];
    const dtl_actor *a = &page->source->actors.items[actor];
    const bool proper =
        a->type == DATELINE_ACTOR_PERSON && page->named[actor] != DTL_NONE;
    if (mention != DTL_NONE && !proper) {
        const int32_t first = page->source->mentions.items[mention].first;
        /* "a gunman" is the gunman from then on */
        const bool common = page->named[actor] == DTL_NONE &&
                            !strstr(a->name, "'s ");
        const char *articles = common ? "the a an" : "the";
        const bool inside = dtl_listed(word_at(w, first)->lemma, articles);
        const bool before =
            first > 0 && dtl_listed(word_at(w, first - 1)->lemma, articles);
        if ((inside || before) && w->clause->form != DTL_FORM_NOUN &&
            strncmp(a->name, "the ", 4) != 0 &&
            strncmp(a->name, "The ", 4) != 0)
            put_word(w, "the");
    }
    put_word(w, a->name);
    if (w->named_count < MAX_NAMED) w->named[w->named_count++] = actor;
}

static void put_possessive(writer *w) {
    const char last = w->text[w->length - 1];
    put_text(w, last == 's' ? "'" : "'s");
}

static bool is_personal(const dtl_word *word) {
    return word->pos == DTL_POS_PRON &&
           dtl_listed(word->lemma,
                      "he she it they him her them his its their I i we "
                      "you me us my our your himself herself itself "
                      "themselves hers theirs");
}

static bool is_possessive(const dtl_word *word) {
    return word->dep == DTL_DEP_NMOD_POSS || word->tag == DTL_TAG_PRPS;
}

static bool is_plural(const writer *w) {
    const int32_t subject = w->clause->subject;
    if (subject == DTL_NONE) return false;
    const uint8_t tag = word_at(w, subject)->tag;
    if (dtl_page_is_person(w->clause->page, subject)) return false;
    return tag == DTL_TAG_NNS || tag == DTL_TAG_NNPS ||
           dtl_page_child(w->clause->page, subject, DTL_DEP_CONJ) != DTL_NONE;
}

static bool is_neuter_owner(const dtl_word *word) {
    return word->tag == DTL_TAG_PRPS && dtl_listed(word->lemma, "its it");
}

/* "Luria closed two of its dams": one unknown name may well be a country's,
 * two are a person's. */
static bool may_be_thing(const writer *w) {
    const dtl_clause *c = w->clause;
    if (c->subject == DTL_NONE) return false;
    if (!dtl_page_is_person(c->page, c->subject)) return true;
    const char *name = c->actor == DTL_NONE
                           ? NULL
                           : c->page->source->actors.items[c->actor].name;
    return name && !strchr(name, ' ');
}

/* A pronoun of the subject's own stays when the subject stands before it. */
static bool refers_to_subject(const writer *w, int32_t word, int32_t actor) {
    if (word == w->clause->subject || w->length == 0) return false;
    /* "the ministers held their talks" */
    if (strcmp(word_at(w, word)->lemma, "their") == 0 ||
        (word_at(w, word)->tag == DTL_TAG_PRPS &&
         strcmp(word_at(w, word)->lemma, "they") == 0))
        return is_plural(w);
    if (is_neuter_owner(word_at(w, word)) && may_be_thing(w)) return true;
    return actor != DTL_NONE && actor == w->clause->actor;
}

/* An object pronoun that was taken for the subject: nobody knows who. */
static bool is_object_of_subject(const writer *w, int32_t word, int32_t actor) {
    const dtl_word *pronoun = word_at(w, word);
    return actor != DTL_NONE && actor == w->clause->actor &&
           word != w->clause->subject && pronoun->head == w->clause->verb &&
           (pronoun->dep == DTL_DEP_OBJ || pronoun->dep == DTL_DEP_IOBJ) &&
           !dtl_listed(pronoun->lemma, "himself herself itself "
                                            "themselves");
}

/* "its own" means whoever acts. */
static bool is_before_own(const writer *w, int32_t word) {
    const dtl_clause *c = w->clause;
    return word + 1 < c->first + c->count && is_possessive(word_at(w, word)) &&
           strcmp(word_at(w, word + 1)->lemma, "own") == 0;
}

/* Who else was named before it in the sentence. */
static void put_other_person(writer *w, int32_t word) {
    const dtl_page *page = w->clause->page;
    for (int32_t i = word - 1; i >= w->clause->first; i--) {
        if (!dtl_page_is_person(page, i)) continue;
        const int32_t actor = dtl_page_actor(page, i);
        if (actor == w->clause->actor) continue;
        put_actor(w, actor);
        return;
    }
    w->failed = true;
}

/* "we" of a quotation: who that is only the speaker knows. */
static bool is_first_person(const dtl_word *word) {
    return word->quoted && dtl_listed(word->lemma, "I we us our me my");
}

/* "handed the boy over to his father", "asked the miners to end their strike":
 * whose it is stands before it. */
static bool is_named_before(const writer *w, int32_t word, int32_t actor) {
    const dtl_page *page = w->clause->page;
    if (!is_possessive(word_at(w, word)) || actor == DTL_NONE) return false;
    if (w->named_count && w->named[w->named_count - 1] == actor) return true;
    for (int32_t i = w->clause->first; i < word; i++)
        if (is_kept(w, i) && word_at(w, i)->pos != DTL_POS_PRON &&
            dtl_page_actor(page, i) == actor)
            return true;
    return false;
}

/* "members of the western alliance's entry": too much for a pronoun. */
static bool is_long_owner(const writer *w, int32_t actor) {
    const dtl_page *page = w->clause->page;
    if (page->named[actor] != DTL_NONE) return false;
    int blanks = 0;
    for (const char *c = page->source->actors.items[actor].name; *c; c++)
        blanks += *c == ' ';
    return blanks > 2;
}

static void put_pronoun(writer *w, int32_t word) {
    const dtl_word *pronoun = word_at(w, word);
    const int32_t actor = dtl_page_actor(w->clause->page, word);
    const dtl_source *source = w->clause->page->source;
    if (is_object_of_subject(w, word, actor)) {
        put_other_person(w, word);
        return;
    }
    if (refers_to_subject(w, word, actor) || is_before_own(w, word) ||
        is_named_before(w, word, actor)) {
        put_as_written(w, word);
    } else if (actor != DTL_NONE && source->actors.items[actor].name) {
        if (is_possessive(pronoun) && is_long_owner(w, actor)) {
            w->failed |= w->length == 0;
            return;
        }
        put_actor(w, actor);
        if (is_possessive(pronoun)) put_possessive(w);
    } else if (is_first_person(pronoun) && w->clause->event->reported_by) {
        put_as_written(w, word);
        w->spoken = true;
    } else if ((!is_possessive(pronoun) && pronoun->dep != DTL_DEP_EXPL) ||
               dtl_listed(pronoun->lemma, "my our your")) {
        w->failed = true;
    }
}

/* A person's name is written once, in full, for all words of the mention. */
static bool put_name(writer *w, int32_t word) {
    const dtl_page *page = w->clause->page;
    const int32_t mention = page->inside[word];
    if (mention == DTL_NONE || !dtl_page_is_person(page, word)) return false;
    if (mention == w->skip_mention) return true;
    /* "a few hundred Lurians" */
    const dtl_mention *whole = &page->source->mentions.items[mention];
    if (word_at(w, whole->head)->tag == DTL_TAG_NNPS &&
        word_at(w, whole->first)->pos != DTL_POS_PROPN)
        return false;
    const int32_t actor = page->source->mentions.items[mention].actor;
    if (!page->source->actors.items[actor].name || was_named(w, actor))
        return false;
    put_actor(w, actor);
    w->skip_mention = mention;
    return true;
}

/* ---- words -------------------------------------------------------------- */

/* The 's behind a name that was written in full. */
static bool put_case(writer *w, int32_t word) {
    if (word_at(w, word)->tag != DTL_TAG_POS) return false;
    if (!w->length) return true;
    const char last = w->text[w->length - 1];
    put_text(w, last == 's' ? "'" : "'s");
    w->last = word;
    return true;
}

/* "whose boats sank": the name that stands before it. */
static void put_whose(writer *w, int32_t word) {
    const dtl_page *page = w->clause->page;
    int32_t noun = word - 1;
    while (noun >= w->clause->first &&
           (word_at(w, noun)->pos == DTL_POS_PUNCT ||
            word_at(w, noun)->dep == DTL_DEP_FLAT))
        noun--;
    const int32_t actor =
        noun < w->clause->first ? DTL_NONE : dtl_page_actor(page, noun);
    if (actor == DTL_NONE || !page->source->actors.items[actor].name) {
        w->failed = true;
        return;
    }
    put_actor(w, actor);
    put_possessive(w);
}

static void put_any(writer *w, int32_t word) {
    const dtl_word *own = word_at(w, word);
    if (own->tag == DTL_TAG_WPS) put_whose(w, word);
    else if (is_personal(own)) put_pronoun(w, word);
    else if (!put_case(w, word) && !put_name(w, word)) put_as_written(w, word);
}

/* "told reporters" without what: "spoke to reporters". */
static bool is_telling(const writer *w, int32_t word) {
    if (word_at(w, word)->tag != DTL_TAG_VBD ||
        strcmp(word_at(w, word)->lemma, "tell") != 0)
        return false;
    DTL_EACH_CHILD(w->clause->page, c, word) {
        const uint8_t dep = word_at(w, c)->dep;
        if ((dep == DTL_DEP_CCOMP || dep == DTL_DEP_XCOMP) && is_kept(w, c))
            return false;
    }
    return true;
}

/* "are" of "officials, including Ada Lind, are" behind "Ada Lind" alone. */
static bool put_agreeing(writer *w, int32_t word) {
    static const char *const rows[][2] = {
        {"are", "is"}, {"were", "was"}, {"have", "has"}};
    const int32_t subject = w->clause->subject;
    if (subject == DTL_NONE ||
        (!dtl_page_is_person(w->clause->page, subject) &&
         dtl_page_name(w->clause->page, subject) == DTL_NONE) ||
        dtl_page_child(w->clause->page, subject, DTL_DEP_CONJ) != DTL_NONE)
        return false;
    const dtl_span span = word_at(w, word)->span;
    const uint8_t tag = word_at(w, word)->tag;
    if (tag != DTL_TAG_VBP && tag != DTL_TAG_VBD) return false;
    for (size_t i = 0; i < 3; i++) {
        if (strlen(rows[i][0]) != dtl_length(span) ||
            memcmp(rows[i][0], dtl_bytes(w->clause->page->source, span),
                   dtl_length(span)) != 0)
            continue;
        put_word(w, rows[i][1]);
        return true;
    }
    return false;
}

/* The verb in another form than it was found in. */
static void put_verb(writer *w, int32_t word) {
    char past[DTL_MAX_WORD_BYTES + 8];
    switch (w->clause->form) {
    case DTL_FORM_PAST:
        dtl_form_past(word_at(w, word)->lemma, past, sizeof past);
        put_word(w, past);
        return;
    case DTL_FORM_WAS:
        put_word(w, is_plural(w) ? "were" : "was");
        put_as_written(w, word);
        return;
    case DTL_FORM_TO:
    case DTL_FORM_MAY: /* of a gerund: "flying" is "to fly" */
        if (word_at(w, word)->tag != DTL_TAG_VBG) break;
        put_word(w, word_at(w, word)->lemma);
        return;
    default: break;
    }
    if (put_agreeing(w, word)) return;
    if (is_telling(w, word)) put_word(w, "spoke to");
    else put_as_written(w, word);
}

/* "will" goes where "to" or "may" comes; an auxiliary goes with "-ing". */
static bool is_replaced(const writer *w, int32_t word) {
    const dtl_word *own = word_at(w, word);
    if (word == w->clause->verb) return false;
    switch (w->clause->form) {
    case DTL_FORM_TO:
    case DTL_FORM_MAY:
        return own->pos == DTL_POS_AUX && own->tag != DTL_TAG_VB &&
               own->tag != DTL_TAG_VBN && own->tag != DTL_TAG_VBG;
    case DTL_FORM_PAST:
    case DTL_FORM_WAS: return own->pos == DTL_POS_AUX;
    default: return false;
    }
}

/* "are not going to be left": the word that denies stands outside. */
static bool has_lost_negation(const writer *w) {
    if (w->clause->event->status != DATELINE_STATUS_NEGATED) return false;
    for (int32_t i = 0; i < w->clause->count; i++)
        if (w->clause->part[i] != DTL_PART_OUT &&
            dtl_listed(word_at(w, w->clause->first + i)->lemma,
                       "not n't never no none nobody nothing neither nor "
                       "without few little almost nearly hardly barely "
                       "rarely within"))
            return false;
    return true;
}

static void put_form(writer *w) {
    const bool to = w->clause->form == DTL_FORM_TO;
    if (to && has_lost_negation(w))
        put_word(w, w->spoken ? "will not" : "not to");
    else if (to) put_word(w, w->spoken ? "will" : "to");
    if (w->clause->form == DTL_FORM_MAY) put_word(w, "may");
}

/* "medical and other supplies": a conjunction between two kept words that
 * the parse does not coordinate. */
static void put_lost_link(writer *w, int32_t word) {
    if (w->last == DTL_NONE || w->last + 2 != word) return;
    const dtl_word *link = word_at(w, w->last + 1);
    if (link->pos == DTL_POS_CCONJ &&
        dtl_listed(link->lemma, "and or &"))
        put_as_written(w, w->last + 1);
}

/* "nor has it linked up": the word that denies goes behind the auxiliary; a
 * verb without one cannot be denied. */
static void deny(writer *w, int32_t word) {
    const dtl_form form = w->clause->form;
    if (w->denied || form == DTL_FORM_NOUN || form == DTL_FORM_TO ||
        form == DTL_FORM_MAY)
        return;
    w->denied = true;
    if (!has_lost_negation(w)) return;
    if (word_at(w, word)->pos == DTL_POS_AUX) put_word(w, "not");
    else w->failed = true;
}

static void put_part(writer *w, dtl_part part) {
    const dtl_clause *clause = w->clause;
    int16_t member = 0;
    if (part == DTL_PART_VERB) put_form(w);
    for (int32_t i = 0; i < clause->count; i++) {
        if (clause->part[i] != part) continue;
        const int32_t word = clause->first + i;
        if (is_replaced(w, word)) continue;
        if (clause->member[i] > member) {
            member = clause->member[i];
            put_separator(w, clause->first + member - 1);
        } else {
            put_lost_link(w, word);
        }
        if (word == clause->verb && part == DTL_PART_VERB) put_verb(w, word);
        else if (part != DTL_PART_VERB || !put_agreeing(w, word))
            put_any(w, word);
        if (part == DTL_PART_VERB) deny(w, word);
    }
}

static void capitalise(char *text) {
    if (text[0] >= 'a' && text[0] <= 'z') text[0] = (char)(text[0] - 32);
}

/* "Norhaven's": what it owns was left out. */
static bool ends_in_owner(const writer *w) {
    return w->last != DTL_NONE && word_at(w, w->last)->tag == DTL_TAG_POS &&
           word_at(w, w->last)->head != DTL_NONE &&
           word_at(w, word_at(w, w->last)->head)->dep != DTL_DEP_NMOD;
}

const char *dtl_clause_write(const dtl_clause *clause, dtl_arena *arena) {
    writer w = {.clause = clause, .last = DTL_NONE, .skip_mention = DTL_NONE};
    if (clause->its_name) put_word(&w, clause->its_name);
    if (clause->subject == DTL_NONE && clause->actor != DTL_NONE) {
        put_actor(&w, clause->actor);
        if (clause->form == DTL_FORM_NOUN) put_possessive(&w);
    }
    put_part(&w, DTL_PART_SUBJECT);
    if (ends_in_owner(&w)) return NULL;
    if (!w.length && clause->form != DTL_FORM_NOUN) return NULL;
    put_part(&w, DTL_PART_VERB);
    put_part(&w, DTL_PART_OBJECT);
    put_part(&w, DTL_PART_REST);
    put_part(&w, DTL_PART_FRONT);
    if (ends_in_owner(&w)) return NULL;
    if (w.failed || !w.length || dtl_clause_is_cut(clause, w.last)) return NULL;
    w.text[w.length] = 0;
    if (w.spoken && strncmp(w.text, "I ", 2) != 0 && w.text[0] >= 'A' &&
        w.text[0] <= 'Z')
        w.text[0] = (char)(w.text[0] + 32);
    if (w.spoken)
        return dtl_arena_format(arena, "%s: %s", clause->event->reported_by,
                                w.text);
    capitalise(w.text);
    return dtl_arena_string(arena, w.text, w.length);
}
