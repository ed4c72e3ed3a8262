/* explain.c - why a date came out, for people.
 *
 * Says again, in words, what resolve.c decided by; it decides nothing. */
#include "timeparse/explain.h"

#include "core/base/limits.h"

static bool base_day(const dtl_frame *frame, int64_t *day) {
    const dateline_instant *n = &frame->now;
    const dtl_day d = {n->year, n->month ? n->month : 1, n->day ? n->day : 1};
    if (!n->digits || !dtl_calendar_is_valid(d)) return false;
    *day = dtl_calendar_number(d);
    return true;
}

const char *dtl_explain_candidate(const dtl_meaning *meaning,
                                  const dtl_frame *frame,
                                  const dtl_value *value) {
    int64_t begin, end, base;
    if (meaning->swapped) {
        const bool as_read = value->month == meaning->month;
        return (meaning->swapped == DTL_SWAPPED_DAY_FIRST) == as_read
                   ? "day before month" : "month before day";
    }
    if (!dtl_value_days(value, &begin, &end) || !base_day(frame, &base))
        return NULL;
    if (begin > base) return "after the reference date";
    if (end <= base) return "before the reference date";
    return "around the reference date";
}

/* What chose between the sides of the base. */
static const char *why_side(const dtl_meaning *m, const dtl_frame *frame) {
    if (m->has & DTL_HAS_DEIXIS && m->deixis)
        return m->deixis < 0
                   ? "\"last\", \"past\" or the like: the nearest that lies "
                     "behind"
                   : "\"next\", \"coming\" or the like: the nearest that "
                     "lies ahead";
    if (m->has & DTL_HAS_DEIXIS)
        return "\"this\": the nearest on either side";
    if (frame->tense)
        return frame->tense < 0
                   ? "the verb tells the past: the nearest that lies behind"
                   : "the verb tells the future: the nearest that lies ahead";
    return "no tense is known: the nearest on either side, with a lean to "
           "the past";
}

static const char *why_date(const dtl_meaning *m, const dtl_frame *frame,
                            const dateline_date *date) {
    const bool there = m->base == DTL_BASE_THERE && frame->there.precision;
    if (m->swapped)
        return m->has & DTL_HAS_WEEKDAY && date->confidence > 0.9f
                   ? "the weekday agrees with this order of day and month"
                   : m->swapped == DTL_SWAPPED_DAY_FIRST
                         ? "the day comes first, as asked for"
                         : "the month comes first, as in the United States";
    if (!date->edtf)
        return m->open ? "nothing in the expression tells which one"
                       : "there is no reference date to count from";
    if (m->has & DTL_HAS_YEAR)
        return m->short_year
                   ? "of the years that end so, the last that has begun or "
                     "begins within ten years"
                   : "the expression says its year";
    if (m->has & (DTL_HAS_DECADE | DTL_HAS_CENTURY))
        return "the expression says its decade or century";
    if (m->has & DTL_HAS_SHIFT)
        return there ? "counted from the expression before it"
                     : "counted from the reference date";
    if (date->candidate_count || m->has & DTL_HAS_DEIXIS)
        return why_side(m, frame);
    return "on the day of the reference date";
}

static const char *why(const dtl_meaning *m, const dtl_frame *frame,
                       const dateline_date *date) {
    switch (m->shape) {
    case DTL_SHAPE_DATE: return why_date(m, frame, date);
    case DTL_SHAPE_DURATION:
        return date->edtf ? "a length of time, laid against the reference date"
                          : "a length of time, tied to no date";
    case DTL_SHAPE_SET: return "a time that comes again and again";
    default: return "a time that is not told more closely";
    }
}

static const char *const weekdays[] = {
    "", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
    "Sunday"};

const char *dtl_explain_doubt(const dtl_meaning *m, const dateline_date *date,
                              dtl_arena *arena) {
    const dateline_instant *at = &date->begin;
    const uint32_t day = DTL_HAS_WEEKDAY | DTL_HAS_DAY;
    if (m->shape != DTL_SHAPE_DATE || !date->edtf) return NULL;
    if ((m->has & day) == day && date->uncertain && at->day) {
        const int64_t number =
            dtl_calendar_number((dtl_day){at->year, at->month, at->day});
        const int real = dtl_calendar_weekday(number);
        if (real != m->weekday && m->weekday <= 7)
            return dtl_arena_format(arena, "%04d-%02d-%02d was a %s, not a %s",
                                    (int)at->year, at->month, at->day,
                                    weekdays[real], weekdays[m->weekday]);
    }
    if (date->candidate_count < 2 || !m->swapped ||
        date->candidates[1].score <= 0.1f)
        return NULL;
    return dtl_arena_format(arena, "ambiguous: %s when read %s",
                            date->candidates[1].edtf, date->candidates[1].how);
}

/* What a reader should know besides; NULL: nothing. */
static const char *note(const dtl_meaning *m, const dateline_date *date,
                        dtl_arena *arena) {
    const char *doubt = dtl_explain_doubt(m, date, arena);
    if (doubt || m->shape != DTL_SHAPE_DATE) return doubt;
    if (!date->edtf && !m->open)
        return "a reference date would tell which one";
    if (date->candidate_count > 1 && date->uncertain)
        return dtl_arena_format(arena, "%s is nearly as good",
                                date->candidates[1].edtf);
    return NULL;
}

void dtl_explain(const dtl_meaning *meaning, const dtl_frame *frame,
                 dtl_arena *arena, dateline_expression *expression) {
    expression->why = why(meaning, frame, &expression->date);
    expression->note = note(meaning, &expression->date, arena);
}
