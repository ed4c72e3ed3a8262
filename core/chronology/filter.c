/* filter.c - entries by actor, period, status, class and confidence.
 *
 * An entry passes when it passes every part that is given. Ids are made
 * before and stay. */
#include "core/chronology/filter.h"

#include <stdio.h>
#include <string.h>

#include "core/base/calendar.h"
#include "core/base/fold.h"
#include "core/base/limits.h"
#include "core/base/names.h"

/* PLOVER Coding Manual, Open Event Data Alliance. */
static const char *const plover[] = {
    "AGREE",   "CONSULT",    "SUPPORT",  "CONCEDE", "COOPERATE", "AID",
    "RETREAT", "DEMAND",     "REJECT",   "PROTEST", "THREATEN",  "SANCTION",
    "COERCE",  "DISAPPROVE", "MOBILIZE", "ASSAULT", "FIGHT",     "INVESTIGATE"};

static const char *status_name(uint32_t i) {
    return dtl_name_status((dateline_event_status)i);
}

static const char *class_name(uint32_t i) {
    return dtl_name_class((dateline_event_class)i);
}

static const char *plover_name(uint32_t i) {
    return i < sizeof plover / sizeof *plover ? plover[i] : NULL;
}

/* What is wanted, read from the strings of a dateline_filter. */
typedef struct {
    const char *actor;
    bool bounded;
    int64_t first, last; /* days, half-open */
    uint32_t statuses, classes, plover; /* bits; all set: any */
    bool by_class;
    float least;
} wanted;

/* ---- reading ---------------------------------------------------------- */

static char small(char c) {
    return c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
}

static bool is_word(const char *name, const char *word, size_t length) {
    for (size_t i = 0; i < length; i++)
        if (!name[i] || small(name[i]) != small(word[i])) return false;
    return length && !name[length];
}

/* The bit of the word among the names; 0 when it is not there. */
static uint32_t bit_of(const char *(*name)(uint32_t), const char *word,
                       size_t length) {
    for (uint32_t i = 0; name(i); i++)
        if (is_word(name(i), word, length)) return UINT32_C(1) << i;
    return 0;
}

/* Calls take for each word between commas; false at the first that it does
 * not know, which *word and *length then tell. */
static bool each_word(const char *list, wanted *w,
                      bool (*take)(wanted *w, const char *word, size_t length),
                      const char **word, size_t *length) {
    for (*word = list;; *word += *length + 1) {
        *word += strspn(*word, " ");
        *length = strcspn(*word, ",");
        size_t end = *length;
        while (end && (*word)[end - 1] == ' ') end--;
        if (!take(w, *word, end)) return false;
        if (!(*word)[*length]) return true;
    }
}

static bool take_status(wanted *w, const char *word, size_t length) {
    const uint32_t bit = bit_of(status_name, word, length);
    w->statuses |= bit;
    return bit;
}

static bool take_class(wanted *w, const char *word, size_t length) {
    const uint32_t class_ = bit_of(class_name, word, length);
    const uint32_t kind = bit_of(plover_name, word, length);
    w->by_class = true;
    w->classes |= class_;
    w->plover |= kind;
    return class_ || kind;
}

/* "2023", "2023-06" or "2023-06-18", all of `text`: its first day and the
 * day behind it. */
static bool read_days(const char *text, int64_t *first, int64_t *behind) {
    int year = 0, month = 0, day = 0, used = 0;
    const bool before = *text == '-';
    const char *digits = text + before;
    const int parts = sscanf(digits, "%4d%n-%2d%n-%2d%n", &year, &used, &month,
                             &used, &day, &used);
    if (parts < 1 || *digits == '-' || used != (int)strlen(digits) ||
        used != (parts == 1 ? 4 : parts == 2 ? 7 : 10) ||
        strspn(digits, "0123456789-") != (size_t)used)
        return false;
    dtl_day begin = {before ? -year : year, parts > 1 ? month : 1,
                     parts > 2 ? day : 1};
    if (!dtl_calendar_is_valid(begin)) return false;
    *first = dtl_calendar_number(begin);
    *behind = *first + 1;
    if (parts == 3) return true;
    if (!dtl_calendar_add_months(&begin, parts == 2 ? 1 : 12))
        begin = (dtl_day){DTL_MAX_YEAR, 12, 31};
    *behind = dtl_calendar_number(begin);
    return true;
}

static const char *date_fault(dtl_arena *arena, const char *what,
                              const char *text) {
    return dtl_arena_format(arena,
                            "%s \"%.40s\" is not a date: write 2023, 2023-06 "
                            "or 2023-06-18", what, text);
}

/* NULL, or what is wrong with the dates. */
static const char *read_period(wanted *w, const dateline_filter *filter,
                               dtl_arena *arena) {
    int64_t unused;
    const char *from = filter->from_date, *to = filter->to_date;
    w->first = INT64_MIN;
    w->last = INT64_MAX;
    w->bounded = from || to;
    if (from && !read_days(from, &w->first, &unused))
        return date_fault(arena, "the first day", from);
    if (to && !read_days(to, &unused, &w->last))
        return date_fault(arena, "the last day", to);
    if (w->first >= w->last)
        return dtl_arena_format(arena, "no day lies from %.40s to %.40s: write "
                                "the earlier date first", from, to);
    return NULL;
}

static const char *read_filter(wanted *w, const dateline_filter *filter,
                               dtl_arena *arena) {
    const char *word;
    size_t length;
    *w = (wanted){.actor = filter->actor, .least = filter->min_confidence};
    if (filter->statuses &&
        !each_word(filter->statuses, w, take_status, &word, &length))
        return dtl_arena_format(
            arena, "\"%.*s\" is no status: use occurred, ongoing, planned, "
            "possible or negated, with commas between", (int)length, word);
    if (filter->classes &&
        !each_word(filter->classes, w, take_class, &word, &length))
        return dtl_arena_format(
            arena, "\"%.*s\" is no class: use those of TimeML (OCCURRENCE, "
            "REPORTING, STATE, I_ACTION, I_STATE, ASPECTUAL, PERCEPTION) or "
            "PLOVER (AGREE, CONSULT, SUPPORT, CONCEDE, COOPERATE, AID, "
            "RETREAT, DEMAND, REJECT, PROTEST, THREATEN, SANCTION, COERCE, "
            "DISAPPROVE, MOBILIZE, ASSAULT, FIGHT, INVESTIGATE), with commas "
            "between", (int)length, word);
    if (!(w->least >= 0.0f && w->least <= 1.0f))
        return "the least confidence must lie from 0 to 1";
    return read_period(w, filter, arena);
}

/* ---- passing ---------------------------------------------------------- */

static bool is_called(const dtl_cast *actor, const char *name) {
    if (actor->name && dtl_fold_names(actor->name, name)) return true;
    for (uint32_t i = 0; i < actor->aliases.count; i++)
        if (dtl_fold_names(actor->aliases.items[i], name)) return true;
    return false;
}

static bool has_actor(const dtl_document *document, const dtl_entry *entry,
                      const uint8_t *called) {
    for (uint32_t i = 0; i < entry->roles.count; i++) {
        const uint32_t actor = entry->roles.items[i].actor;
        if (actor < document->actors.count && called[actor]) return true;
    }
    return false;
}

static int64_t day_of(const dateline_instant *at) {
    return dtl_calendar_number(
        (dtl_day){at->year, at->month ? at->month : 1, at->day ? at->day : 1});
}

static bool is_in_period(const wanted *w, const dtl_entry *entry) {
    const dateline_instant *begin = &entry->date.begin;
    const dateline_instant *end = &entry->date.end;
    if (!w->bounded) return true;
    if (!entry->dated) return false;
    if (begin->digits && day_of(begin) >= w->last) return false;
    const bool clock = end->hour || end->minute || end->second;
    return !end->digits || day_of(end) + clock > w->first ||
           (begin->digits && day_of(begin) == w->first);
}

static bool has_class(const wanted *w, const dtl_document *document,
                      const dtl_entry *entry) {
    if (!w->by_class) return true;
    const dtl_source *source = document->sources.items[entry->main.source];
    const dtl_event *event = &source->events.items[entry->main.event];
    if (w->classes & (UINT32_C(1) << event->class_)) return true;
    return event->plover &&
           (w->plover & bit_of(plover_name, event->plover,
                               strlen(event->plover)));
}

static bool passes(const wanted *w, const dtl_document *document,
                   const dtl_entry *entry, const uint8_t *called) {
    if (w->statuses && !(w->statuses & (UINT32_C(1) << entry->status)))
        return false;
    const bool sure = w->least <= 0.0f || entry->confidence >= w->least;
    return sure && is_in_period(w, entry) &&
           has_class(w, document, entry) &&
           (!w->actor || has_actor(document, entry, called));
}

/* One flag for each actor: whether the wanted name is one of its names. */
static uint8_t *find_called(dtl_document *document, const char *name) {
    const uint32_t count = document->actors.count;
    uint8_t *called = dtl_arena_alloc(&document->arena, count + 1u);
    for (uint32_t i = 0; called && i < count; i++)
        called[i] = is_called(&document->actors.items[i], name);
    return called;
}

bool dtl_filter_apply(dtl_document *document, const dateline_filter *filter,
                      const char **message) {
    wanted w;
    *message = read_filter(&w, filter, &document->arena);
    if (*message || document->arena.failed) return false;
    const uint8_t *called = NULL;
    if (w.actor) called = find_called(document, w.actor);
    if (w.actor && !called) return false;
    for (uint32_t i = 0; i < document->entries.count; i++) {
        dtl_entry *entry = &document->entries.items[i];
        entry->refused = !passes(&w, document, entry, called);
    }
    return true;
}
