/* resolve_date.c - meanings of every shape to what a caller sees. */
#include <string.h>

#include "core/base/display.h"
#include "timeparse/bind.h"
#include "timeparse/explain.h"
#include "timeparse/resolve.h"

static dateline_timex_type type_of(const dtl_value *v) {
    return v->precision <= DATELINE_PRECISION_PART && v->precision &&
                   (v->part || v->precision < DATELINE_PRECISION_PART)
               ? DATELINE_TIMEX_TIME : DATELINE_TIMEX_DATE;
}

/* "early Tuesday", "late Saturday": a part of that day to a reader, a DATE
 * with mod to TIMEX3. */
static void shade_day(dtl_value *v) {
    if (v->precision == DATELINE_PRECISION_DAY && !v->open_day &&
        !v->open_month && !v->open_year &&
        (v->mod == DTL_MOD_START || v->mod == DTL_MOD_END))
        v->precision = DATELINE_PRECISION_PART;
}

/* "5,000 years ago" names no year. */
static bool is_round(const dtl_meaning *m) {
    return m->has & DTL_HAS_SHIFT && m->has & DTL_HAS_COUNT && m->sign &&
           m->count >= 100 && m->count % 100 == 0;
}

static void set_candidates(const dtl_meaning *m, const dtl_frame *frame,
                           const dtl_resolved *r, dtl_arena *arena,
                           dateline_date *date) {
    if (!date->edtf || !r->other.precision) return;
    dateline_candidate *list = dtl_arena_array(arena, 2, sizeof *list);
    if (!list) return;
    list[0] = (dateline_candidate){date->edtf, r->score,
                                   dtl_explain_candidate(m, frame, &r->value)};
    list[1] = (dateline_candidate){dtl_value_edtf(&r->other, arena),
                                   r->other_score,
                                   dtl_explain_candidate(m, frame, &r->other)};
    date->candidates = list;
    date->candidate_count = 2;
}

/* "Monday 9/2/2021" was a Thursday: the date stands, but not surely. */
static void check_weekday(const dtl_meaning *m, const dtl_resolved *r,
                          dateline_date *date) {
    int64_t begin, end;
    if (!(m->has & DTL_HAS_WEEKDAY) || !(m->has & DTL_HAS_DAY) ||
        !dtl_value_days(&r->value, &begin, &end) || end != begin + 1 ||
        dtl_calendar_weekday(begin) == m->weekday)
        return;
    date->uncertain = 1;
    date->confidence = 0.5f;
}

/* EDTF level 1: ? uncertain, ~ approximate, % both. */
static void qualify(dateline_date *date, dtl_arena *arena) {
    if (!date->uncertain || !date->edtf || strpbrk(date->edtf, "/T")) return;
    const size_t n = strlen(date->edtf);
    const bool about = n && date->edtf[n - 1] == '~';
    date->edtf = dtl_arena_format(arena, "%.*s%c", (int)(about ? n - 1 : n),
                                  date->edtf, about ? '%' : '?');
}

static void fill_date(const dtl_meaning *m, const dtl_frame *frame,
                      dtl_arena *arena, dateline_date *date,
                      dtl_value *value) {
    dtl_resolved r = dtl_resolve_date(m, frame);
    dtl_zone_fill(&r.value, frame->zone);
    if (r.other.precision) dtl_zone_fill(&r.other, frame->zone);
    *value = r.value;
    if (!value->precision) {
        date->timex3.value = "XXXX-XX-XX";
        return;
    }
    date->timex3.type = type_of(value);
    date->timex3.value = dtl_value_timex(value, arena);
    dtl_value shown = *value;
    shade_day(&shown);
    if (is_round(m) && !shown.mod) shown.mod = DTL_MOD_APPROX;
    dtl_value_interval(&shown, &date->begin, &date->end);
    date->edtf = dtl_value_edtf(&shown, arena);
    date->precision = (dateline_precision)shown.precision;
    date->approximate = shown.mod == DTL_MOD_APPROX;
    date->basis = r.basis;
    date->kind = shown.precision <= DATELINE_PRECISION_DAY
                     ? DATELINE_KIND_DAY : DATELINE_KIND_WITHIN;
    date->confidence = date->edtf ? r.score : 0.0f;
    date->uncertain = date->edtf && r.other.precision && r.score < 0.6f;
    set_candidates(m, frame, &r, arena, date);
    check_weekday(m, &r, date);
    qualify(date, arena);
}

/* "the past two years": from two years ago to the reference date. */
static void fill_span(const dtl_meaning *m, const dtl_frame *frame,
                      dtl_arena *arena, dateline_date *date) {
    date->timex3.type = DATELINE_TIMEX_DURATION;
    date->timex3.value = dtl_span_timex(m, arena);
    date->kind = DATELINE_KIND_SPAN;
    date->confidence = 1.0f;
    if (!(m->has & DTL_HAS_DEIXIS) || !m->deixis || !frame->now.digits ||
        m->vague || m->bare || m->unit < DTL_UNIT_NIGHT)
        return;
    const dateline_instant *n = &frame->now;
    const dtl_day day = {n->year, n->month ? n->month : 1,
                         n->day ? n->day : 1};
    dtl_day far = day;
    const int64_t count = (int64_t)m->deixis * m->count;
    bool good = false;
    if (m->unit >= DTL_UNIT_MONTH) {
        static const uint8_t months[] = {
            [DTL_UNIT_MONTH] = 1, [DTL_UNIT_QUARTER] = 3,
            [DTL_UNIT_SEASON] = 3, [DTL_UNIT_HALF] = 6, [DTL_UNIT_YEAR] = 12,
            [DTL_UNIT_DECADE] = 120};
        if (m->unit > DTL_UNIT_DECADE) return;
        good = dtl_calendar_add_months(&far, count * months[m->unit]);
    } else {
        const int64_t days = m->unit == DTL_UNIT_FORTNIGHT ? 14
                             : m->unit == DTL_UNIT_WEEK    ? 7 : 1;
        good = dtl_calendar_add_days(&far, count * days);
    }
    if (!good) return;
    const dtl_value here = dtl_value_of_day(dtl_calendar_number(day));
    const dtl_value there = dtl_value_of_day(dtl_calendar_number(far));
    dateline_instant rest;
    dtl_value_interval(m->deixis < 0 ? &there : &here, &date->begin, &rest);
    dtl_value_interval(m->deixis < 0 ? &here : &there, &rest, &date->end);
    date->timex3.anchor = dtl_value_timex(&here, arena);
    date->precision = DATELINE_PRECISION_DAY;
    date->relation = DATELINE_RELATION_FROM_TO;
    date->basis = DATELINE_BASIS_EXPRESSION;
    const char *a = dtl_value_edtf(m->deixis < 0 ? &there : &here, arena);
    const char *b = dtl_value_edtf(m->deixis < 0 ? &here : &there, arena);
    if (a && b) date->edtf = dtl_arena_format(arena, "%s/%s", a, b);
}

static void fill_set(const dtl_meaning *m, dtl_arena *arena,
                     dateline_date *date) {
    date->timex3.type = DATELINE_TIMEX_SET;
    date->timex3.value = dtl_set_timex(m, arena);
    if (m->every) date->timex3.quant = m->every == 2 ? "EACH" : "EVERY";
    if (m->times > 0)
        date->timex3.freq = dtl_arena_format(arena, "%dX", m->times);
    date->kind = DATELINE_KIND_SPAN;
    date->confidence = 1.0f;
}

static void fill_ref(const dtl_meaning *m, dateline_date *date) {
    static const char *const names[] = {"", "PAST_REF", "PRESENT_REF",
                                        "FUTURE_REF"};
    date->timex3.type = DATELINE_TIMEX_DATE;
    date->timex3.value = names[m->ref];
    date->kind = DATELINE_KIND_WITHIN;
    date->confidence = 1.0f;
}

void dtl_resolve(const dtl_meaning *m, const dtl_frame *frame,
                 const char *text, dtl_arena *arena, dateline_date *date,
                 dtl_value *value) {
    *date = (dateline_date){.text = text, .display = text};
    *value = (dtl_value){0};
    date->rule = m->rule;
    date->timex3.mod = dtl_mod_name(m->mod);
    switch (m->shape) {
    case DTL_SHAPE_DATE: fill_date(m, frame, arena, date, value); break;
    case DTL_SHAPE_DURATION: fill_span(m, frame, arena, date); break;
    case DTL_SHAPE_SET: fill_set(m, arena, date); break;
    default: fill_ref(m, date); break;
    }
    if (!date->timex3.value) date->timex3.value = "XXXX-XX-XX";
    dtl_display_fill(date, arena);
}

static bool is_before(const dateline_instant *a, const dateline_instant *b) {
    if (a->year != b->year) return a->year < b->year;
    if (a->month != b->month) return a->month < b->month;
    return a->day < b->day;
}

void dtl_resolve_range(dateline_date *first, const dateline_date *last,
                       dtl_arena *arena) {
    if (!first->edtf || !last->edtf || !last->end.digits ||
        is_before(&last->begin, &first->begin))
        return;
    first->edtf = dtl_arena_format(arena, "%s/%s", first->edtf, last->edtf);
    first->end = last->end;
    if (first->relation == DATELINE_RELATION_ON)
        first->relation = DATELINE_RELATION_FROM_TO;
    first->kind = DATELINE_KIND_SPAN;
    first->candidates = NULL;
    first->candidate_count = 0;
    dtl_display_fill(first, arena);
}
