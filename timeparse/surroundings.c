/* surroundings.c - news or narrative, tense, and the last time told. */
#include "timeparse/surroundings.h"

#include <string.h>

#include "core/base/limits.h"
#include "timeparse/line.h"
#include "timeparse/tense.h"

/* The noun that stands right behind a time, the last of several: "a
 * 6-year-old crash survivor". NULL: none does. */
static const dtl_word *noun_behind(const dtl_source *source,
                                   const dtl_time *time) {
    enum { LONGEST = 4 };
    const dtl_word *noun = NULL;
    if (time->last == DTL_NONE) return NULL;
    for (uint32_t w = (uint32_t)time->last + 1;
         w < source->words.count && w <= (uint32_t)time->last + LONGEST; w++) {
        const dtl_word *word = &source->words.items[w];
        if (word->pos != DTL_POS_NOUN) break;
        noun = word;
    }
    return noun;
}

/* "a 6-year-old boy" tells an age, "a 20-year-old treaty" a time. */
static bool is_age(const dtl_source *source, const dtl_time *time) {
    const dtl_meaning *m = time->meaning;
    if (!m->age) return false;
    const dtl_word *noun = noun_behind(source, time);
    if (noun && noun->lex & DTL_LEX_PERSON) return true;
    return m->unit == DTL_UNIT_YEAR && (!noun || !noun->lex);
}

bool dtl_surroundings_keep(const dtl_source *source, const dtl_time *time) {
    if (is_age(source, time)) return false;
    if (time->first == DTL_NONE || time->first != time->last) return true;
    const dtl_word *word = &source->words.items[time->first];
    const uint32_t has = time->meaning->has;
    if (has != DTL_HAS_MONTH && has != DTL_HAS_SEASON) return true;
    return word->pos != DTL_POS_AUX && word->pos != DTL_POS_VERB;
}

/* "the next year" is told of any year. */
static bool begins_with_the(const dtl_source *source, const dtl_time *time) {
    return dtl_length(time->span) > 4 &&
           !memcmp(dtl_bytes(source, time->span), "the ", 4);
}

/* Narrative: most dates that carry a year lie years away from the
 * reference, and few words point at the day of writing. Without a reference
 * every year is far. */
bool dtl_surroundings_tells(const dtl_source *source) {
    enum { AGE = 50 }; /* years, after which all is history */
    uint32_t far = 0, near = 0, pointing = 0;
    bool old = true;
    const int32_t now = source->reference.digits ? source->reference.year
                                                 : DTL_MAX_YEAR + 2;
    for (uint32_t i = 0; i < source->times.count; i++) {
        const dtl_meaning *m = source->times.items[i].meaning;
        if (source->times.items[i].of_article || m->shape != DTL_SHAPE_DATE)
            continue;
        if (m->has & DTL_HAS_YEAR && !m->short_year) {
            old &= m->year < now - AGE;
            if (m->year < now - 1 && m->has & DTL_HAS_MONTH) far += 2;
            else if (m->year < now - 1) far++;
            else near++;
        } else if (m->has & (DTL_HAS_SHIFT | DTL_HAS_DEIXIS) &&
                   m->base == DTL_BASE_NOW)
            pointing += !begins_with_the(source, &source->times.items[i]);
        else if (m->has & DTL_HAS_WEEKDAY)
            pointing++;
    }
    if (old && near + pointing == 0) return far >= 3;
    return far >= 6 && far > 2 * (near + pointing);
}

/* Whether a value lies before the day of writing. */
static bool has_ended(const dtl_source *source, const dtl_value *value) {
    int64_t begin, end;
    const dateline_instant *now = &source->reference;
    const dtl_day day = {now->year, now->month, now->day};
    return dtl_value_days(value, &begin, &end) &&
           (!now->digits || !dtl_calendar_is_valid(day) ||
            end <= dtl_calendar_number(day));
}

/* The first quarter that is named stands for "the quarter" before it. */
static void find_business(dtl_surroundings *around) {
    const dtl_source *source = around->source;
    const dtl_frame frame = {.now = source->reference, .tense = DTL_SIDE_PAST};
    const dtl_meaning last = {.shape = DTL_SHAPE_DATE,
                              .has = DTL_HAS_SHIFT,
                              .unit = DTL_UNIT_QUARTER,
                              .shift = -1};
    for (uint32_t i = 0; i < source->times.count; i++) {
        const dtl_meaning *m = source->times.items[i].meaning;
        if (m->shape != DTL_SHAPE_DATE || m->base != DTL_BASE_NOW ||
            !(m->has & DTL_HAS_QUARTER))
            continue;
        around->business = dtl_resolve_date(m, &frame).value;
        around->named = !around->business.open_year;
        return;
    }
    around->business = dtl_resolve_date(&last, &frame).value;
}

void dtl_surroundings_init(dtl_surroundings *around,
                           const dtl_source *source) {
    *around = (dtl_surroundings){.source = source};
    find_business(around);
    around->narrative = dtl_surroundings_tells(source);
}

/* "at 18:00 UTC" alone, "that morning": no day is said. */
static bool lacks_day(const dtl_meaning *m) {
    const uint32_t clock = DTL_HAS_PART | DTL_HAS_HOUR | DTL_HAS_MINUTE |
                           DTL_HAS_SECOND | DTL_HAS_ZONE;
    return m->shape == DTL_SHAPE_DATE && m->has & clock &&
           !(m->has & ~clock & ~(uint32_t)DTL_HAS_COUNT);
}

static bool names_day(const dtl_meaning *m) {
    return m->shape == DTL_SHAPE_DATE &&
           (m->has & (DTL_HAS_DAY | DTL_HAS_WEEKDAY) ||
            (m->has & DTL_HAS_SHIFT && m->unit == DTL_UNIT_DAY));
}

/* What is quoted counts from the day that it was sent. */
static void quote_letter(const dtl_surroundings *around, uint32_t at,
                         dtl_frame *frame) {
    const dtl_value *v = &around->letter;
    if (!v->precision || v->precision > DATELINE_PRECISION_DAY ||
        !dtl_line_is_quoted(around->source, at))
        return;
    frame->now = (dateline_instant){.year = v->year,
                                    .month = (uint8_t)v->month,
                                    .day = (uint8_t)v->day,
                                    .digits = DATELINE_DIGITS_DAY};
}

static int32_t sentence_of(const dtl_source *source, const dtl_time *time) {
    return time->first == DTL_NONE
               ? DTL_NONE : source->words.items[time->first].sentence;
}

/* Neither stands in another paragraph, as far as sentences are known. */
static bool share_block(const dtl_source *source, const dtl_time *a,
                        const dtl_time *b) {
    const int32_t s = sentence_of(source, a), t = sentence_of(source, b);
    return s == DTL_NONE || t == DTL_NONE ||
           source->sentences.items[s].block ==
               source->sentences.items[t].block;
}

/* The day that a clock time stands next to, in the same paragraph: the time
 * behind it, or the one before. */
static dtl_value day_beside(const dtl_surroundings *around, uint32_t index,
                            const dtl_frame *frame) {
    enum { NEAR = 80 };
    const dtl_time *times = around->source->times.items;
    const dtl_value none = {0};
    const uint32_t count = around->source->times.count;
    if (!lacks_day(times[index].meaning) ||
        dtl_line_opens(around->source, &times[index]))
        return none;
    for (uint32_t i = index + 1; i < count && i <= index + 2; i++) {
        if (times[i].span.start - times[index].span.end >= NEAR / 2 ||
            !share_block(around->source, &times[index], &times[i]))
            break;
        if (names_day(times[i].meaning))
            return dtl_resolve_date(times[i].meaning, frame).value;
        if (!lacks_day(times[i].meaning)) break;
    }
    if (index && names_day(times[index - 1].meaning) &&
        times[index].span.start - times[index - 1].span.end < NEAR &&
        share_block(around->source, &times[index], &times[index - 1]))
        return around->there;
    return none;
}

/* The time that last named a day before the index, over a few that name none;
 * NULL when it is too far away. */
static const dtl_time *named_before(const dtl_source *source,
                                    uint32_t index) {
    enum { TIMES = 3, SENTENCES = 12 };
    const dtl_time *times = source->times.items;
    for (uint32_t i = index; i-- > 0 && index - i <= TIMES;) {
        if (!names_day(times[i].meaning)) continue;
        const int32_t far = sentence_of(source, &times[index]) -
                            sentence_of(source, &times[i]);
        return times[i].of_article || far > SENTENCES ? NULL : &times[i];
    }
    return NULL;
}

/* "The dam burst on Tuesday. ... It gave way at 4 a.m.": the day of a few
 * days ago that the story has just named. */
static dtl_value day_of_story(const dtl_surroundings *around, uint32_t index,
                              const dtl_frame *frame) {
    enum { DAYS = 7 };
    const dtl_source *source = around->source;
    const dtl_time *time = &source->times.items[index];
    const dateline_instant *n = &frame->now;
    const dtl_day today = {n->year, n->month, n->day};
    const dtl_value none = {0};
    int64_t begin, end;
    if (!lacks_day(time->meaning) || dtl_line_opens(source, time) ||
        frame->tense != DTL_SIDE_PAST || n->digits < DATELINE_DIGITS_DAY)
        return none;
    const dtl_time *day = named_before(source, index);
    if (!day) return none;
    const dtl_value value =
        day + 1 == time ? around->there
                        : dtl_resolve_date(day->meaning, frame).value;
    if (value.precision > DATELINE_PRECISION_DAY ||
        !dtl_value_days(&value, &begin, &end))
        return none;
    const int64_t now = dtl_calendar_number(today);
    return begin < now && now - begin <= DAYS ? value : none;
}

/* "won it in 1996 and left three years later": steps of years count from the
 * year that stands before them in the sentence. */
static bool steps_from_year(const dtl_surroundings *around, uint32_t index) {
    const dtl_source *source = around->source;
    const dtl_time *time = &source->times.items[index];
    const dtl_meaning *m = time->meaning;
    if (!index || !around->said.precision || m->shape != DTL_SHAPE_DATE ||
        m->unit < DTL_UNIT_YEAR || !(m->has & (DTL_HAS_SHIFT | DTL_HAS_DEIXIS)))
        return false;
    const bool onward = m->base == DTL_BASE_NOW && m->deixis > 0 &&
                        begins_with_the(source, time) &&
                        around->said.year < source->reference.year;
    if (!onward && (m->base != DTL_BASE_THERE || m->shift <= 0)) return false;
    return time[-1].meaning->has & DTL_HAS_YEAR &&
           sentence_of(source, time) == sentence_of(source, time - 1);
}

/* Whether a sentence or line opens with the time: "In 1976 ...". */
static bool opens_sentence(const dtl_source *source, uint32_t at) {
    enum { LOOK = 24 };
    const char *bytes = source->text.bytes;
    for (uint32_t k = 1; k <= LOOK; k++) {
        if (k > at) return true;
        const char c = bytes[at - k];
        if (c == '.' || c == '\n' || c == '!' || c == '?') return true;
    }
    return false;
}

static bool stands_behind(const dtl_source *source, uint32_t at,
                          const char *word) {
    const uint32_t n = (uint32_t)strlen(word);
    return at > n && !memcmp(source->text.bytes + at - n, word, n);
}

/* "since 1995", "until May 1945": the limit of something else. */
static bool is_limit(const dtl_source *source, uint32_t at) {
    static const char *const words[] = {"until ", "till ", "since ",
                                        "Since ", "as of "};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (stands_behind(source, at, words[i])) return true;
    return false;
}

/* "the 2003 invasion", "their summer offensive": the name of a thing. */
static bool is_modifier(const dtl_source *source, const dtl_time *time) {
    const uint32_t next = (uint32_t)time->last + 1;
    if (time->last == DTL_NONE || next >= source->words.count) return false;
    const dtl_word *word = &source->words.items[next];
    return word->pos == DTL_POS_NOUN && word->span.start <= time->span.end + 1;
}

/* The next date of a story that says its year. */
static void set_next(const dtl_surroundings *around, uint32_t index,
                     dtl_frame *frame) {
    enum { LOOK = 12 };
    const dtl_source *source = around->source;
    const dtl_time *times = source->times.items;
    for (uint32_t i = index + 1;
         i < source->times.count && i <= index + LOOK; i++) {
        const dtl_meaning *m = times[i].meaning;
        if (times[i].of_article || m->shape != DTL_SHAPE_DATE ||
            !(m->has & DTL_HAS_YEAR) || m->short_year ||
            is_limit(source, times[i].span.start) ||
            is_modifier(source, &times[i]))
            continue;
        frame->next = dtl_resolve_date(m, frame).value;
        frame->next_near =
            times[i].first != DTL_NONE && times[index].first != DTL_NONE &&
            source->words.items[times[i].first].sentence ==
                source->words.items[times[index].first].sentence;
        return;
    }
}

/* A bare month or weekday of a narrative counts from where it stands. */
static bool is_bare(const dtl_surroundings *around, const dtl_meaning *m) {
    const uint32_t absolute = DTL_HAS_YEAR | DTL_HAS_DECADE |
                              DTL_HAS_CENTURY | DTL_HAS_SHIFT |
                              DTL_HAS_DEIXIS;
    if (m->has & DTL_HAS_WEEKDAY && !(m->has & DTL_HAS_MONTH) &&
        around->there.precision > DATELINE_PRECISION_WEEK)
        return false; /* a Tuesday of which week? */
    return m->shape == DTL_SHAPE_DATE && !(m->has & absolute);
}

/* A bare date that heads a line goes on from the line before it; the first
 * of them tells of the past rather than of what comes. */
static void enter(const dtl_surroundings *around, uint32_t index,
                  dtl_frame *frame) {
    if (!around->entry.precision) {
        if (frame->tense <= DTL_SIDE_PRESENT) frame->tense = DTL_SIDE_PAST;
        return;
    }
    if (!is_bare(around, around->source->times.items[index].meaning)) return;
    frame->there = around->entry;
    frame->year = around->entry.year;
    frame->narrative = frame->on_there = 1;
    set_next(around, index, frame);
}

dtl_frame dtl_surroundings_frame(const dtl_surroundings *around,
                                 uint32_t index) {
    const dtl_source *source = around->source;
    dtl_frame frame = {.now = source->reference,
                       .zone = source->zone,
                       .there = around->there,
                       .said = around->said,
                       .business = around->business,
                       .year = around->year,
                       .narrative = around->narrative};
    quote_letter(around, source->times.items[index].span.start, &frame);
    frame.tense = dtl_tense_of(source, &source->times.items[index]);
    if (around->narrative) set_next(around, index, &frame);
    dtl_value beside = day_beside(around, index, &frame);
    if (!beside.precision) beside = day_of_story(around, index, &frame);
    if (steps_from_year(around, index)) beside = around->said;
    if (beside.precision && !beside.open_year) {
        frame.there = beside;
        frame.on_there = 1;
    }
    if (dtl_line_heads_entry(source, &source->times.items[index]))
        enter(around, index, &frame);
    return frame;
}

/* "the next year", "this month" of a narrative. */
static bool is_pointing(const dtl_meaning *m) {
    return m->shape == DTL_SHAPE_DATE && m->base == DTL_BASE_NOW &&
           m->has & DTL_HAS_DEIXIS && m->unit &&
           m->unit != DTL_UNIT_WEEK; /* a week is of the day of writing */
}

static bool is_comparison(const dtl_meaning *m) {
    return m->shape == DTL_SHAPE_DATE && m->unit == DTL_UNIT_YEAR &&
           m->has & DTL_HAS_SHIFT && m->shift == -1 &&
           (m->sign || m->base == DTL_BASE_FRAME);
}

static bool has_rule(const dtl_meaning *m, const char *rule) {
    for (unsigned i = 0; i < DTL_TRAIL && m->trail[i]; i++)
        if (!strcmp(m->trail[i], rule)) return true;
    return false;
}

/* "the year", "the month" */
static bool is_plain_unit(const dtl_meaning *m) {
    return m->shape == DTL_SHAPE_DATE && m->base == DTL_BASE_THERE &&
           m->has == DTL_HAS_SHIFT && !m->shift && !m->sign &&
           has_rule(m, "the_unit");
}

/* "the year-ago quarter": no longer period is compared. */
static bool says_quarter(const dtl_surroundings *around,
                         const dtl_time *time) {
    static const char word[] = "quarter";
    const char *text = dtl_bytes(around->source, time->span);
    for (uint32_t n = dtl_length(time->span); n >= sizeof word - 1; n--, text++)
        if (!memcmp(text, word, sizeof word - 1)) return true;
    return false;
}

const dtl_meaning *dtl_surroundings_meaning(const dtl_surroundings *around,
                                            const dtl_frame *frame,
                                            uint32_t index, dtl_arena *arena) {
    const dtl_time *time = &around->source->times.items[index];
    const dtl_meaning *meaning = time->meaning;
    const bool stand = frame->on_there ||
                       (around->narrative && around->there.precision &&
                        frame->tense != DTL_SIDE_SURE &&
                        (is_bare(around, meaning) || is_pointing(meaning)));
    const bool compare = is_comparison(meaning) && around->named &&
                         (!around->yearly || says_quarter(around, time));
    const bool yearly = around->yearly && !says_quarter(around, time) &&
                        meaning->base == DTL_BASE_FRAME &&
                        meaning->has & DTL_HAS_YEAR;
    const bool period = meaning->base == DTL_BASE_FRAME && !yearly &&
                        (meaning->unit == DTL_UNIT_QUARTER ||
                         meaning->has & DTL_HAS_YEAR) &&
                        !frame->business.open_year;
    /* News counts its years from the day of writing. */
    const bool now = !around->narrative && !compare && !period &&
                     (is_comparison(meaning) || is_plain_unit(meaning));
    const bool any = around->narrative && meaning->casual; /* at night */
    if (!stand && !compare && !period && !now && !any) return meaning;
    dtl_meaning *copy = dtl_arena_alloc(arena, sizeof *copy);
    if (!copy) return NULL;
    *copy = *meaning;
    copy->open = any;
    if (any) return copy;
    if (stand || now) {
        copy->base = stand ? DTL_BASE_THERE : DTL_BASE_NOW;
        return copy;
    }
    const dtl_value *b = &frame->business;
    if (!(copy->has & DTL_HAS_YEAR)) copy->year = b->year - (compare ? 1 : 0);
    copy->has = DTL_HAS_YEAR;
    copy->has |= DTL_HAS_QUARTER;
    copy->quarter = (uint8_t)b->quarter;
    return copy;
}

/* A date told in passing ("a campaign planned for 1976", "until May 1945")
 * leaves the story where it stood. */
static bool told_in_passing(const dtl_surroundings *around,
                            const dtl_time *time, const dtl_value *value) {
    const dtl_source *source = around->source;
    const dtl_meaning *m = time->meaning;
    if (!around->narrative || !around->there.precision) return false;
    if (is_limit(source, time->span.start)) return true;
    if (is_modifier(source, time)) return true;
    if (m->base == DTL_BASE_THERE && m->shift < 0) return true;
    if (opens_sentence(source, time->span.start)) return false;
    return value->precision == DATELINE_PRECISION_YEAR &&
           around->there.precision < DATELINE_PRECISION_YEAR;
}

/* "the nine months", "for the year ended": what follows compares years. */
static bool is_long_period(const dtl_meaning *m) {
    if (m->shape == DTL_SHAPE_DURATION && m->has & DTL_HAS_COUNT)
        return (m->unit == DTL_UNIT_MONTH && m->count > 3) ||
               m->unit == DTL_UNIT_YEAR;
    return m->shape == DTL_SHAPE_DATE && m->fiscal;
}

/* Whether a named quarter is one that can be reported: it has ended, and no
 * later one was named before it. */
static bool reports_on(const dtl_surroundings *around, const dtl_meaning *m,
                       const dtl_value *value) {
    int64_t begin, end, first, last;
    if (value->precision != DATELINE_PRECISION_QUARTER ||
        !(m->has & DTL_HAS_QUARTER) || !dtl_value_days(value, &begin, &end) ||
        !has_ended(around->source, value))
        return false;
    return !has_ended(around->source, &around->business) ||
           !dtl_value_days(&around->business, &first, &last) || begin >= first;
}

void dtl_surroundings_move(dtl_surroundings *around, uint32_t index,
                           const dtl_value *value) {
    const dtl_time *time = &around->source->times.items[index];
    if (is_long_period(time->meaning)) around->yearly = true;
    if (value->precision == DATELINE_PRECISION_QUARTER) around->yearly = false;
    if (time->of_article || !value->precision || value->open_year) return;
    const dtl_meaning *m = time->meaning;
    if (m->base == DTL_BASE_NOW && reports_on(around, m, value))
        around->business = *value;
    around->said = *value;
    if (dtl_line_heads_entry(around->source, time)) around->entry = *value;
    if (dtl_line_opens_letter(around->source, time)) around->letter = *value;
    if (told_in_passing(around, time, value)) return;
    if (m->has & DTL_HAS_YEAR) around->year = value->year;
    const bool points = m->base == DTL_BASE_NOW &&
                        m->has & (DTL_HAS_SHIFT | DTL_HAS_DEIXIS);
    if (around->narrative && (points || m->base == DTL_BASE_FRAME)) return;
    if (value->precision <= DATELINE_PRECISION_YEAR) around->there = *value;
}
