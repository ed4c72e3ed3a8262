/* dates_attach.c - which event a time expression belongs to.
 *
 * The time's head in the parse is the first guess. From there the climb goes
 * up to the nearest word that tells an event; where a verb with an infinitive
 * or a second verb stands between ("plans to meet Monday") the nearer verb
 * has it. A time in a quotation stays in it. */
#include "core/story/dates.h"

#include <string.h>

static bool is_event(const dtl_dating *d, int32_t word) {
    return word != DTL_NONE && d->scene.event[word] != DTL_NONE;
}

static bool is_verb(const dtl_dating *d, int32_t word) {
    const uint8_t pos = dtl_dating_word(d, word)->pos;
    return pos == DTL_POS_VERB || pos == DTL_POS_AUX;
}

/* Only what lies somewhere on the time line dates an event. */
static bool can_date(const dtl_time *time) {
    const dateline_date *date = &time->date;
    if (time->of_article || time->first == DTL_NONE) return false;
    if (date->timex3.type == DATELINE_TIMEX_SET) return false;
    if (date->timex3.type == DATELINE_TIMEX_DURATION)
        return date->begin.digits && date->end.digits;
    return date->begin.digits || date->end.digits;
}

/* "the 2021 survey", "the June report": the noun's time, not the verb's. */
static bool is_in_front(const dtl_dating *d, int32_t root) {
    const dtl_word *word = dtl_dating_word(d, root);
    if (word->head < root) return false;
    return word->dep == DTL_DEP_COMPOUND || word->dep == DTL_DEP_AMOD ||
           word->dep == DTL_DEP_NUMMOD || word->dep == DTL_DEP_NMOD_POSS ||
           word->dep == DTL_DEP_NMOD_DESC ||
           (word->dep == DTL_DEP_NMOD_UNMARKED && !is_verb(d, word->head));
}

static bool chains(uint8_t dep) {
    return dep == DTL_DEP_XCOMP || dep == DTL_DEP_CCOMP ||
           dep == DTL_DEP_CONJ || dep == DTL_DEP_ADVCL;
}

/* `low` hangs under `high` by infinitives, clauses and coordination only. */
static bool hangs_under(const dtl_dating *d, int32_t low, int32_t high) {
    for (int depth = 0; depth < 8; depth++) {
        const dtl_word *word = dtl_dating_word(d, low);
        if (low == high) return true;
        /* "has plans to open" */
        if (word->dep == DTL_DEP_ACL && word->tag == DTL_TAG_VB &&
            word->head != DTL_NONE &&
            dtl_dating_word(d, word->head)->dep == DTL_DEP_OBJ) {
            low = dtl_dating_word(d, word->head)->head;
            continue;
        }
        if (word->head == DTL_NONE || !chains(word->dep)) return false;
        low = word->head;
    }
    return false;
}

static bool is_comma(const dtl_dating *d, int32_t word) {
    const dtl_word *w = dtl_dating_word(d, word);
    return w->pos == DTL_POS_PUNCT &&
           d->scene.source->text.bytes[w->span.start] == ',';
}

/* "plans to meet Monday": of the verbs under `word` the one nearest before
 * the time, unless a comma comes first. */
static int32_t nearest_verb(const dtl_dating *d, int32_t word, int32_t root) {
    if (root < word || !is_verb(d, word)) return word;
    for (int32_t i = root - 1; i > word; i--) {
        if (is_comma(d, i)) return word;
        if (is_event(d, i) && is_verb(d, i) && hangs_under(d, i, word))
            return i;
    }
    return word;
}

/* A time outside quotation marks does not date a verb inside them. */
static bool same_voice(const dtl_dating *d, int32_t root, int32_t word) {
    return dtl_dating_word(d, root)->quoted ||
           !dtl_dating_word(d, word)->quoted;
}

/* "publish the report on June 3": what is said or written is made on that
 * day, it does not happen then. */
static bool is_made_by_verb(const dtl_dating *d, int32_t word) {
    const dtl_word *w = dtl_dating_word(d, word);
    return w->dep == DTL_DEP_OBJ && w->pos == DTL_POS_NOUN &&
           (w->lex & DTL_LEX_COMMUNICATION) &&
           !(w->lex & (DTL_LEX_ACT | DTL_LEX_EVENT)) && is_event(d, w->head) &&
           is_verb(d, w->head);
}

/* "approved the plan Friday": without a preposition a day behind the object
 * is the verb's. */
static bool is_day_behind_object(const dtl_dating *d, int32_t root,
                                 int32_t word) {
    const dtl_word *w = dtl_dating_word(d, word);
    return root > word && dtl_dating_word(d, root)->head == word &&
           dtl_dating_word(d, root)->dep == DTL_DEP_NMOD_UNMARKED &&
           w->dep == DTL_DEP_OBJ && w->pos == DTL_POS_NOUN &&
           is_event(d, w->head) && is_verb(d, w->head);
}

static int32_t climb(const dtl_dating *d, int32_t root) {
    int32_t word = dtl_dating_word(d, root)->head;
    if (is_event(d, root)) return root;
    while (word != DTL_NONE &&
           !(is_event(d, word) && same_voice(d, root, word) &&
             !is_made_by_verb(d, word) &&
             !is_day_behind_object(d, root, word)))
        word = dtl_dating_word(d, word)->head;
    return word;
}

/* Inside a quotation: the nearest quoted verb of the sentence, to the left
 * first. */
static int32_t inside_quotation(const dtl_dating *d, int32_t root) {
    const int32_t sentence = dtl_dating_word(d, root)->sentence;
    const dtl_sentence *s = &d->scene.source->sentences.items[sentence];
    const int32_t first = (int32_t)s->first;
    const int32_t end = first + (int32_t)s->count;
    for (int32_t i = root; i >= first && dtl_dating_word(d, i)->quoted; i--)
        if (is_event(d, i) && is_verb(d, i)) return i;
    for (int32_t i = root; i < end && dtl_dating_word(d, i)->quoted; i++)
        if (is_event(d, i) && is_verb(d, i)) return i;
    return DTL_NONE;
}

/* "the cancellation of the trip in May": the outer noun has the time. */
static int32_t outer_noun(const dtl_dating *d, int32_t word, int32_t root) {
    const dtl_word *w = dtl_dating_word(d, word);
    if (root < word || w->dep != DTL_DEP_NMOD || !is_event(d, w->head) ||
        is_verb(d, w->head))
        return word;
    const char *link = dtl_scene_case(&d->scene, word);
    return link && strcmp(link, "of") == 0 ? w->head : word;
}

/* "a ship cut ..., and a jet flew": what looks like a participle, when the
 * verb above has a subject of its own behind it. */
static bool is_in_disguise(const dtl_dating *d, int32_t word, int32_t root) {
    if (root == DTL_NONE) return false;
    const dtl_word *w = dtl_dating_word(d, word);
    const int32_t subject = dtl_scene_subject(&d->scene, root);
    return w->tag == DTL_TAG_VBN && w->head + 1 == word &&
           dtl_dating_word(d, w->head)->head == root &&
           dtl_scene_case(&d->scene, w->head) == NULL && subject > word;
}

/* "This month, a ship cut across ..., and a jet flew": the first finite verb
 * when the parse has made a participle of it. */
static int32_t finite_before(const dtl_dating *d, int32_t from, int32_t to,
                             int32_t root) {
    for (int32_t i = from; i < to; i++) {
        dtl_event *event = dtl_scene_event(&d->scene, i);
        if (!event || dtl_dating_word(d, i)->dep != DTL_DEP_ACL) continue;
        if (is_in_disguise(d, i, root)) event->tense = DATELINE_TENSE_PAST;
        if (is_verb(d, i) && event->tense == DATELINE_TENSE_PAST) return i;
    }
    return DTL_NONE;
}

/* "Yesterday Mayor Lind toured the port": one word, a day, not "Monday's". */
static bool is_bare_day(const dtl_dating *d, const dtl_time *time,
                        int32_t begin) {
    return time->first == begin && time->last == begin &&
           dtl_date_is_day(&time->date) &&
           dtl_dating_word(d, begin)->dep == DTL_DEP_COMPOUND;
}

/* "This year, as rules eased, exports rose": in front of everything and
 * before a comma a time belongs to the main verb. */
static int32_t main_verb(const dtl_dating *d, const dtl_time *time) {
    const dtl_word *first = dtl_dating_word(d, time->first);
    const dtl_sentence *s = &d->scene.source->sentences.items[first->sentence];
    const int32_t begin = (int32_t)s->first;
    const int32_t end = begin + (int32_t)s->count;
    if (time->first - begin > 2 || time->last + 1 >= end) return DTL_NONE;
    if (s->root == DTL_NONE ||
        !(is_comma(d, time->last + 1) || is_bare_day(d, time, begin)))
        return DTL_NONE;
    const bool is_root = s->root >= time->first && s->root <= time->last;
    const int32_t first_clause =
        is_root ? finite_before(d, time->last + 2, end, DTL_NONE)
                : finite_before(d, time->last + 2, s->root, s->root);
    if (first_clause != DTL_NONE) return first_clause;
    return is_event(d, s->root) && is_verb(d, s->root) &&
                   same_voice(d, time->last, s->root)
               ? s->root
               : DTL_NONE;
}

/* The preposition in front of a time, else the time itself. */
static int32_t phrase_start(const dtl_dating *d, const dtl_time *time) {
    int32_t first = time->first;
    if (first > 0 && dtl_dating_word(d, first - 1)->pos == DTL_POS_ADP) first--;
    return first;
}

/* To the left over names and their prepositions: "departure from Port Ada
 * on". */
static int32_t past_places(const dtl_dating *d, int32_t word) {
    for (int steps = 0; steps < 5 && word > 0; steps++) {
        const dtl_word *w = dtl_dating_word(d, word);
        if (is_event(d, word) ||
            (w->pos != DTL_POS_PROPN && w->pos != DTL_POS_ADP))
            return word;
        word--;
    }
    return word;
}

/* "said last month's find", "reported third-quarter sales": a noun's time,
 * though it stands right behind a verb. A day in front of a noun may still be
 * the verb's: "said Friday police had". */
static bool is_owned(const dtl_dating *d, const dtl_time *time) {
    const int32_t root = dtl_time_root(d->scene.source, time);
    const uint32_t next = (uint32_t)time->last + 1;
    if (next < d->scene.source->words.count &&
        dtl_dating_word(d, (int32_t)next)->tag == DTL_TAG_POS)
        return true;
    return time->date.precision > DATELINE_PRECISION_WEEK &&
           is_in_front(d, root);
}

/* "said Friday that", "has met on Monday with": a time that stands right
 * behind a verb is the verb's, and so of "due on Monday". "since his arrest on
 * May 3": right behind a noun that a preposition governs it is the noun's. */
static int32_t right_before(const dtl_dating *d, const dtl_time *time) {
    const int32_t last = phrase_start(d, time) - 1;
    const int32_t word = past_places(d, last);
    if (word < 0 || !is_event(d, word)) return DTL_NONE;
    const dtl_word *w = dtl_dating_word(d, word);
    if (w->sentence != dtl_dating_word(d, time->first)->sentence ||
        !same_voice(d, time->first, word))
        return DTL_NONE;
    if (w->pos == DTL_POS_VERB)
        return word == last && !is_owned(d, time) ? word : DTL_NONE;
    if (w->pos == DTL_POS_ADJ) return word == last ? word : DTL_NONE;
    const char *link = dtl_scene_case(&d->scene, word);
    return link && dtl_listed(link, "of since after before following "
                                          "until despite")
               ? word
               : DTL_NONE;
}

/* "A man who opened fire two years ago pleaded guilty Friday": the parse has
 * the time below a verb before it and another below this one. */
static bool has_own_time(const dtl_dating *d, const dtl_time *time,
                         int32_t verb) {
    const int32_t above = dtl_dating_word(d, dtl_time_root(
        d->scene.source, time))->head;
    if (above == verb || !is_event(d, above) || !is_verb(d, above))
        return false;
    DTL_EACH_CHILD(&d->scene, c, verb) {
        const int32_t own = dtl_dating_word(d, c)->time;
        if (own != DTL_NONE && &d->scene.source->times.items[own] != time)
            return true;
    }
    return false;
}

/* "the jury today convicted him": a time right in front of a verb in the
 * past, behind its subject, is the verb's. */
static int32_t right_behind(const dtl_dating *d, const dtl_time *time) {
    const int32_t word = time->last + 1;
    const dtl_sentence *s =
        &d->scene.source->sentences
             .items[dtl_dating_word(d, time->first)->sentence];
    if (word >= (int32_t)(s->first + s->count) || !is_event(d, word) ||
        time->first <= (int32_t)s->first)
        return DTL_NONE;
    const uint8_t tag = dtl_dating_word(d, word)->tag;
    const uint8_t before = dtl_dating_word(d, time->first - 1)->pos;
    const bool subject = before == DTL_POS_NOUN || before == DTL_POS_PROPN ||
                         before == DTL_POS_PRON;
    return subject && (tag == DTL_TAG_VBD || tag == DTL_TAG_VBN) &&
                   same_voice(d, time->first, word) &&
                   !has_own_time(d, time, word)
               ? word
               : DTL_NONE;
}

/* The verb that an infinitive depends on: "voted to", "invited them to";
 * DTL_NONE when it is no infinitive. */
static int32_t governor(const dtl_dating *d, int32_t word) {
    const dtl_word *w = dtl_dating_word(d, word);
    const dtl_event *event = dtl_scene_event(&d->scene, word);
    if (!event || event->tense != DATELINE_TENSE_INFINITIVE) return DTL_NONE;
    const char *mark = dtl_scene_mark(&d->scene, word);
    const bool to = mark && strcmp(mark, "to") == 0;
    if (w->dep == DTL_DEP_XCOMP || (to && w->dep == DTL_DEP_ADVCL))
        return w->head;
    if (w->dep != DTL_DEP_ACL || !to || is_event(d, w->head)) return DTL_NONE;
    const dtl_word *object = dtl_dating_word(d, w->head);
    return object->dep == DTL_DEP_OBJ ? object->head : DTL_NONE;
}

/* "invited them to return two weeks ago": the past dates the finite verb. */
static int32_t not_ahead(const dtl_dating *d, const dtl_time *time,
                         int32_t word) {
    const int32_t up = governor(d, word);
    dateline_date now;
    if (!is_event(d, up)) return word;
    const dtl_event *above = dtl_scene_event(&d->scene, up);
    if ((above->tense != DATELINE_TENSE_PAST &&
         above->tense != DATELINE_TENSE_PASTPART) ||
        !time->date.end.digits ||
        !dtl_date_reference(d->scene.source, d->scene.arena, &now))
        return word;
    return dtl_instant_order(time->date.end, now.end) <= 0 ? up : word;
}

/* "She was at home on Monday when the wall fell": the predicate tells no
 * event, the clause with "when" behind the time does. */
static int32_t when_below(const dtl_dating *d, int32_t root) {
    const int32_t above = dtl_dating_word(d, root)->head;
    if (above == DTL_NONE) return DTL_NONE;
    DTL_EACH_CHILD(&d->scene, c, above) {
        if (c > root && dtl_dating_word(d, c)->dep == DTL_DEP_ADVCL &&
            is_event(d, c) &&
            dtl_scene_child_lemma(&d->scene, c, "when") != DTL_NONE)
            return c;
    }
    return DTL_NONE;
}

/* "the May 3 hearing": between an article and a noun a time is the noun's,
 * wherever the parse hangs it. */
static int32_t enclosing_noun(const dtl_dating *d, const dtl_time *time) {
    const int32_t word = time->last + 1;
    if (time->first < 1 || word >= (int32_t)d->scene.source->words.count ||
        !is_event(d, word) || dtl_dating_word(d, word)->pos != DTL_POS_NOUN)
        return DTL_NONE;
    const dtl_word *before = dtl_dating_word(d, time->first - 1);
    return before->sentence == dtl_dating_word(d, word)->sentence &&
                   (before->pos == DTL_POS_DET || before->tag == DTL_TAG_PRPS)
               ? word
               : DTL_NONE;
}

/* "the Oct. 23 sniper shooting": over the nouns in between; DTL_NONE when
 * what is dated tells no event. */
static int32_t noun_behind(const dtl_dating *d, int32_t root) {
    int32_t word = dtl_dating_word(d, root)->head;
    while (!is_event(d, word)) {
        const dtl_word *w = dtl_dating_word(d, word);
        if (w->head < word || w->dep != DTL_DEP_COMPOUND) return DTL_NONE;
        word = w->head;
    }
    return word;
}

static int32_t find_event(const dtl_dating *d, const dtl_time *time,
                          int32_t root) {
    const int32_t enclosing = enclosing_noun(d, time);
    if (enclosing != DTL_NONE) return enclosing;
    const int32_t near = right_before(d, time);
    if (near != DTL_NONE) return outer_noun(d, near, root);
    const int32_t next = right_behind(d, time);
    if (next != DTL_NONE) return next;
    const int32_t main = main_verb(d, time);
    if (main != DTL_NONE) return main;
    if (is_in_front(d, root)) {
        const int32_t noun = noun_behind(d, root);
        if (noun != dtl_dating_word(d, root)->head) return noun;
    }
    const int32_t word = climb(d, root);
    if (dtl_dating_word(d, root)->quoted &&
        (word == DTL_NONE || !dtl_dating_word(d, word)->quoted))
        return inside_quotation(d, root);
    if (word == DTL_NONE) return when_below(d, root);
    return outer_noun(d, nearest_verb(d, word, root), root);
}

/* Below a report: what it tells, also when the parse has it beside it. */
static bool is_told_clause(const dtl_dating *d, int32_t word) {
    const uint8_t dep = dtl_dating_word(d, word)->dep;
    if (dep == DTL_DEP_ADVCL)
        return dtl_scene_mark(&d->scene, word) == NULL &&
               dtl_scene_is_finite(&d->scene, word);
    return dep == DTL_DEP_CCOMP || dep == DTL_DEP_PARATAXIS;
}

/* "She reached the camp late Thursday, the agency reported", "On Thursday,
 * she reached the camp, the agency reported": a time before the comma is of
 * what is reported. */
static int32_t not_report(const dtl_dating *d, const dtl_time *time,
                          int32_t word) {
    const dtl_event *report = dtl_scene_event(&d->scene, word);
    if (!report || report->class_ != DATELINE_CLASS_REPORTING ||
        time->last >= word || !is_comma(d, time->last + 1))
        return word;
    const int32_t head = dtl_dating_word(d, word)->head;
    if (is_event(d, head) && is_verb(d, head) && head < time->first)
        return head;
    DTL_EACH_CHILD(&d->scene, c, word) {
        if (is_told_clause(d, c) && is_event(d, c) && is_verb(d, c) &&
            c < word)
            return nearest_verb(d, c, time->first);
    }
    return word;
}

/* "an inspection planned for Thursday", "On Thursday they plan to meet", "is
 * due to end Thursday": what was planned is then, not the planning. */
static int32_t not_planning(const dtl_dating *d, int32_t word) {
    const dtl_word *w = dtl_dating_word(d, word);
    if (!dtl_listed(w->lemma, "plan schedule set slate book expect arrange "
                              "due intend suppose"))
        return word;
    if (w->tag == DTL_TAG_VBN && w->dep == DTL_DEP_ACL && w->head < word &&
        is_event(d, w->head))
        return w->head;
    /* As a root "plans" is a verb, whatever its tag. */
    const int32_t to = dtl_scene_child(
        &d->scene, word,
        w->pos == DTL_POS_NOUN && w->dep == DTL_DEP_ROOT ? DTL_DEP_ACL
                                                         : DTL_DEP_XCOMP);
    return is_event(d, to) && is_verb(d, to) ? to : word;
}

/* "called a march for Saturday", "invited them to a fair on Saturday": the
 * march and the fair are then. "The march was planned for Saturday" is told
 * as one. */
static int32_t what_is_ahead(const dtl_dating *d, const dtl_time *time,
                             int32_t verb) {
    for (int32_t i = time->first - 1; i > verb; i--)
        if (is_event(d, i) && !is_verb(d, i)) return i;
    const int32_t object = dtl_scene_child(&d->scene, verb, DTL_DEP_OBJ);
    const int32_t passive =
        dtl_scene_child(&d->scene, verb, DTL_DEP_NSUBJ_PASS);
    if (is_event(d, object)) return object;
    return is_event(d, passive) ? verb : DTL_NONE;
}

/* "named June 30 as the deadline": the time is not the verb's. */
static int32_t not_behind(const dtl_dating *d, const dtl_time *time,
                          int32_t word) {
    return dtl_event_is_behind(d, dtl_scene_event(&d->scene, word),
                               time->date.begin)
               ? what_is_ahead(d, time, word)
               : word;
}

/* "has denied setting a fire early on Sunday": the perfect takes no day that
 * is over; the noun before it does. */
static int32_t not_perfect(const dtl_dating *d, const dtl_time *time,
                           int32_t word) {
    const dtl_event *event = dtl_scene_event(&d->scene, word);
    dateline_date now;
    if (event->tense != DATELINE_TENSE_PRESENT ||
        event->aspect != DATELINE_ASPECT_PERFECTIVE ||
        !dtl_date_is_day(&time->date) ||
        !dtl_date_reference(d->scene.source, d->scene.arena, &now) ||
        dtl_instant_order(time->date.end, now.begin) > 0)
        return word;
    for (int32_t i = time->first - 1; i > word; i--)
        if (is_event(d, i) && !is_verb(d, i)) return i;
    return word;
}

static void hang(dtl_dating *d, int32_t time, int32_t event) {
    int32_t *slot = &d->first_time[event];
    while (*slot != DTL_NONE)
        slot = &d->next_time[*slot];
    *slot = time;
}

void dtl_dates_attach(dtl_dating *dating) {
    const dtl_source *source = dating->scene.source;
    for (uint32_t i = 0; i < source->times.count; i++) {
        const dtl_time *time = &source->times.items[i];
        const int32_t root = dtl_time_root(source, time);
        if (root == DTL_NONE || !can_date(time)) continue;
        int32_t word = find_event(dating, time, root);
        if (word != DTL_NONE) word = not_report(dating, time, word);
        if (word != DTL_NONE) word = not_ahead(dating, time, word);
        if (word != DTL_NONE) word = not_planning(dating, word);
        if (word != DTL_NONE) word = not_perfect(dating, time, word);
        if (word != DTL_NONE) word = not_behind(dating, time, word);
        if (word != DTL_NONE)
            hang(dating, (int32_t)i, dating->scene.event[word]);
    }
}
