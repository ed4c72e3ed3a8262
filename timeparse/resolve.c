/* resolve.c - DATE meanings to values.
 *
 * A base is shifted, then fields refine it; a field without the coarser one
 * that it needs (a bare "May", "Friday", "third quarter") is looked for on
 * both sides of the base and the cheaper side wins: near beats far, and
 * what the verb's tense or last/next says beats both. */
#include "timeparse/resolve.h"

#include <math.h>

#include "core/base/limits.h"
#include "timeparse/bind.h"

typedef struct {
    const dtl_meaning *meaning;
    const dtl_frame *frame;
    bool has_base;
    int64_t base;      /* day number */
    dtl_value base_value;
} task;

static dtl_value now_value(const dtl_frame *frame) {
    const dateline_instant *n = &frame->now;
    dtl_value v = {.precision = DATELINE_PRECISION_DAY,
                   .year = n->year,
                   .month = n->month ? n->month : 1,
                   .day = n->day ? n->day : 1};
    if (n->digits == DATELINE_DIGITS_YEAR)
        v.precision = DATELINE_PRECISION_YEAR;
    if (n->digits == DATELINE_DIGITS_MONTH)
        v.precision = DATELINE_PRECISION_MONTH;
    if (n->digits >= DATELINE_DIGITS_MINUTE) {
        v.precision = DATELINE_PRECISION_SECOND;
        v.hour = n->hour;
        v.minute = n->minute;
        v.second = n->second;
        v.zone = n->zone;
        v.has_zone = n->has_zone;
    }
    return v;
}

static void set_base(task *t) {
    const dtl_frame *f = t->frame;
    int64_t end;
    t->has_base = false;
    if (t->meaning->said && f->said.precision) {
        t->base_value = f->said;
        t->has_base = true;
    } else if (t->meaning->base == DTL_BASE_THERE && f->there.precision) {
        t->base_value = f->there;
        t->has_base = true;
    } else if (f->now.digits) {
        t->base_value = now_value(f);
        t->has_base = true;
    }
    if (t->has_base && !dtl_value_days(&t->base_value, &t->base, &end))
        t->has_base = false;
}

static dateline_precision precision_of(dtl_unit unit) {
    switch (unit) {
    case DTL_UNIT_SECOND: return DATELINE_PRECISION_SECOND;
    case DTL_UNIT_MINUTE: return DATELINE_PRECISION_MINUTE;
    case DTL_UNIT_HOUR: return DATELINE_PRECISION_MINUTE;
    case DTL_UNIT_NIGHT: return DATELINE_PRECISION_PART;
    case DTL_UNIT_WEEKEND: return DATELINE_PRECISION_WEEKEND;
    case DTL_UNIT_WEEK: return DATELINE_PRECISION_WEEK;
    case DTL_UNIT_MONTH: return DATELINE_PRECISION_MONTH;
    case DTL_UNIT_QUARTER: return DATELINE_PRECISION_QUARTER;
    case DTL_UNIT_SEASON: return DATELINE_PRECISION_SEASON;
    case DTL_UNIT_HALF: return DATELINE_PRECISION_HALF;
    case DTL_UNIT_YEAR: return DATELINE_PRECISION_YEAR;
    case DTL_UNIT_DECADE: return DATELINE_PRECISION_DECADE;
    case DTL_UNIT_CENTURY: return DATELINE_PRECISION_CENTURY;
    default: return DATELINE_PRECISION_DAY;
    }
}

/* ---- choosing a side ----------------------------------------------------- */

/* Days from one time to another that is told later, [from, until) to
 * [begin, end): a story that steps back pays more for it. */
static double step(int64_t from, int64_t until, int64_t begin, int64_t end) {
    enum { JUMP = 540 }; /* past so many days all jumps are alike */
    const double back = 2.0;
    if (begin >= until) return fmin((double)(begin - until + 1), JUMP);
    if (end <= from) return back * fmin((double)(from - end + 1), JUMP);
    return 0.0;
}

/* What it costs a story to mean [begin, end): it moves on from where it
 * stands, keeps to the year it has named and leads to its next full date. */
static double cost_of_story(const task *t, int64_t begin, int64_t end) {
    const dtl_frame *f = t->frame;
    int64_t next, last;
    double cost = step(t->base, t->base + 1, begin, end);
    if (f->year && dtl_calendar_day(begin).year == f->year) cost *= 0.3;
    if (f->next.precision && dtl_value_days(&f->next, &next, &last))
        cost += (f->next_near ? 1.5 : 0.9) * step(begin, end, next, last);
    return cost;
}

/* "this September", "this winter": of this year, or ahead where the verb
 * says so. */
static double cost_of_this(const task *t, int64_t begin, bool ahead,
                           bool behind) {
    const double year = 400.0;
    if (!ahead && !behind) return 0.0;
    if (t->frame->tense >= DTL_SIDE_AHEAD) return behind ? year : 0.0;
    return dtl_calendar_day(begin).year == dtl_calendar_day(t->base).year
               ? 0.0 : year;
}

/* How many times dearer the other side is; measured on news. */
static double weight_of(int side) {
    switch (side) {
    case DTL_SIDE_PAST: return 12.0;
    case DTL_SIDE_PRESENT: return 2.0;
    case DTL_SIDE_AHEAD: return 6.0;
    case DTL_SIDE_SURE: return 20.0;
    default: return 1.4;
    }
}

/* What it costs to mean [begin, end) when the base is `base`. */
static double cost(const task *t, int64_t begin, int64_t end) {
    const dtl_meaning *m = t->meaning;
    const bool ahead = begin > t->base, behind = end <= t->base;
    double distance = ahead    ? (double)(begin - t->base)
                      : behind ? (double)(t->base - end + 1) : 0.0;
    int side = t->frame->tense;
    double weight = weight_of(side);
    if (m->has & DTL_HAS_DEIXIS) {
        weight = 1000.0;
        side = m->deixis;
        if (side && !ahead && !behind) distance += 400.0;
        if (!side) return distance + cost_of_this(t, begin, ahead, behind);
    } else if (t->frame->narrative && m->base == DTL_BASE_THERE) {
        return cost_of_story(t, begin, end);
    } else if (!side) {
        side = DTL_SIDE_PAST;
    }
    if (ahead && side < 0) distance *= weight;
    if (behind && side > 0) distance *= weight;
    return distance;
}

/* Keeps the cheaper of the two and the loser as the other candidate. */
static void offer(dtl_resolved *r, double *best, const task *t,
                  const dtl_value *value) {
    int64_t begin, end;
    if (!dtl_value_days(value, &begin, &end)) return;
    const double c = cost(t, begin, end);
    if (!r->value.precision || c < *best) {
        const double loser = *best;
        r->other = r->value;
        r->value = *value;
        r->other_score = r->other.precision
                             ? (float)((c + 1) / (c + loser + 2)) : 0.0f;
        *best = c;
    } else if (!r->other.precision ||
               (float)((*best + 1) / (*best + c + 2)) > r->other_score) {
        r->other = *value;
        r->other_score = (float)((*best + 1) / (*best + c + 2));
    }
    r->score = 1.0f - r->other_score;
}

/* Year fields with month, day, quarter, season, half or feast, in `year`. */
static bool fill_year(const dtl_meaning *m, int32_t year, dtl_value *v) {
    *v = (dtl_value){.year = year,
                     .precision = precision_of(dtl_meaning_grain(m))};
    if (year < DTL_MIN_YEAR || year > DTL_MAX_YEAR) return false;
    if (m->has & DTL_HAS_HOLIDAY) {
        int64_t number;
        if (!dtl_holiday_day(m->holiday, year, &number)) return false;
        const dateline_precision precision = v->precision;
        *v = dtl_value_of_day(number);
        v->precision = precision;
        return true;
    }
    if (m->has & DTL_HAS_WEEK && m->week > dtl_calendar_weeks_in_year(year))
        return false;
    if (m->nth && m->has & DTL_HAS_WEEKDAY) {
        *v = dtl_value_of_day(
            dtl_nth_weekday(year, m->month, m->nth, m->weekday));
        return v->month == m->month;
    }
    v->month = m->month;
    v->day = m->day;
    v->week = m->week;
    v->quarter = m->quarter;
    v->season = m->season;
    v->half = m->half;
    if (m->has & DTL_HAS_DAY && m->has & DTL_HAS_MONTH)
        return dtl_calendar_is_valid((dtl_day){year, v->month, v->day});
    return true;
}

/* A month, season, quarter ... whose year is not said. */
static void choose_year(const task *t, dtl_resolved *r) {
    double best = 0;
    const int32_t year = dtl_calendar_day(t->base).year;
    const int32_t next = t->frame->next.precision ? t->frame->next.year : year;
    dtl_value v;
    for (int32_t y = year - 1; y <= year + 1; y++)
        if (fill_year(t->meaning, y, &v)) offer(r, &best, t, &v);
    for (int32_t y = next - 1; y <= next + 1; y++)
        if ((y < year - 1 || y > year + 1) && fill_year(t->meaning, y, &v))
            offer(r, &best, t, &v);
}

/* A weekday whose week is not said. */
static void choose_weekday(const task *t, dtl_resolved *r) {
    double best = 0;
    const int today = dtl_calendar_weekday(t->base);
    const int ahead = (t->meaning->weekday - today + 7) % 7;
    for (int k = -7; k <= 7; k += 7) {
        dtl_day day = dtl_calendar_day(t->base);
        if (!dtl_calendar_add_days(&day, ahead + k)) continue;
        dtl_value v = dtl_value_of_day(t->base + ahead + k);
        v.precision = precision_of(dtl_meaning_grain(t->meaning));
        offer(r, &best, t, &v);
    }
}

/* The weekend that was or comes; "this weekend" is of the same week. */
static void choose_weekend(const task *t, dtl_resolved *r) {
    double best = 0;
    for (int k = -7; k <= 7; k += 7) {
        dtl_day day = dtl_calendar_day(t->base);
        if (!dtl_calendar_add_days(&day, k)) continue;
        const dtl_week week = dtl_calendar_week(t->base + k);
        const dtl_value v = {.precision = DATELINE_PRECISION_WEEKEND,
                             .year = week.year, .week = week.week};
        offer(r, &best, t, &v);
    }
}

/* A day of the month whose month is not said: "the 20th". */
static void choose_month(const task *t, dtl_resolved *r) {
    double best = 0;
    for (int k = -1; k <= 1; k++) {
        dtl_day day = dtl_calendar_day(t->base);
        day.day = 1;
        if (!dtl_calendar_add_months(&day, k)) continue;
        day.day = t->meaning->day;
        if (!dtl_calendar_is_valid(day)) continue;
        const dtl_value v = {
            .precision = precision_of(dtl_meaning_grain(t->meaning)),
            .year = day.year, .month = day.month, .day = day.day};
        offer(r, &best, t, &v);
    }
}

/* ---- the cases -------------------------------------------------------------- */

/* '98 and "the nineties" lie in the century that ends at most ten years
 * after the base. */
static int32_t full_year(const task *t, int32_t two) {
    const int32_t until =
        (t->has_base ? dtl_calendar_day(t->base).year : 1999) + 10;
    int32_t year = until - until % 100 + two;
    if (year > until) year -= 100;
    return year;
}

/* 3/4/2023 has a second reading; a weekday beside it can decide. */
static void with_swap(const dtl_meaning *m, dtl_resolved *r) {
    dtl_value other = r->value;
    other.month = m->day;
    other.day = m->month;
    int64_t begin, end;
    r->other = other;
    r->score = 0.7f;
    r->other_score = 0.3f;
    if (!(m->has & DTL_HAS_WEEKDAY) || !dtl_value_days(&other, &begin, &end) ||
        dtl_calendar_weekday(begin) != m->weekday)
        return;
    r->other = r->value;
    r->value = other;
    r->score = 0.95f;
    r->other_score = 0.05f;
}

static void with_year(const task *t, dtl_resolved *r) {
    const dtl_meaning *m = t->meaning;
    const int32_t year = m->short_year ? full_year(t, m->year) : m->year;
    if (!fill_year(m, year, &r->value))
        r->value.precision = DATELINE_PRECISION_NONE;
    else if (m->swapped)
        with_swap(m, r);
}

static void with_decade(const task *t, dtl_resolved *r) {
    const int32_t d = t->meaning->decade;
    int32_t year = d < 100 ? full_year(t, d) : d;
    if (t->meaning->bce) year = 1 - (d + 9);
    else if (d < 100 && t->has_base && year > dtl_calendar_day(t->base).year)
        year -= 100; /* "the thirties" have begun */
    r->value = (dtl_value){.precision = DATELINE_PRECISION_DECADE,
                           .year = year};
}

/* The fourth century BC begins with 400 BC. */
static void with_century(const dtl_meaning *m, dtl_resolved *r) {
    r->value = (dtl_value){.precision = DATELINE_PRECISION_CENTURY,
                           .year = m->bce ? 1 - m->century * 100
                                          : (m->century - 1) * 100};
}

/* Fields inside the unit that the shift gave: "June last year". */
static void refine(const task *t, dtl_resolved *r) {
    const dtl_meaning *m = t->meaning;
    dtl_value *v = &r->value;
    const uint32_t inner = DTL_HAS_MONTH | DTL_HAS_DAY | DTL_HAS_QUARTER |
                           DTL_HAS_SEASON | DTL_HAS_HALF | DTL_HAS_HOLIDAY;
    if (v->precision == DATELINE_PRECISION_YEAR && m->has & inner) {
        if (!fill_year(m, v->year, v)) v->precision = DATELINE_PRECISION_NONE;
    } else if (v->precision == DATELINE_PRECISION_WEEK &&
               m->has & DTL_HAS_WEEKDAY) {
        const int64_t monday =
            dtl_calendar_week_start((dtl_week){v->year, v->week});
        *v = dtl_value_of_day(monday + m->weekday - 1);
    } else if (v->precision == DATELINE_PRECISION_MONTH &&
               m->has & DTL_HAS_DAY) {
        v->day = m->day;
        v->precision = DATELINE_PRECISION_DAY;
    }
}

/* Nothing to count from: what is known stays, the rest is X. */
static void unresolved(const dtl_meaning *m, dtl_resolved *r) {
    const uint32_t h = m->has;
    r->value = (dtl_value){.precision = precision_of(dtl_meaning_grain(m)),
                           .open_year = true};
    dtl_value *v = &r->value;
    v->month = m->month;
    v->day = m->day;
    v->quarter = m->quarter;
    v->season = m->season;
    v->half = m->half;
    v->weekday = m->weekday;
    v->open_month = !(h & DTL_HAS_MONTH);
    v->open_day = !(h & DTL_HAS_DAY);
}

static void with_shift(const task *t, dtl_resolved *r) {
    const dtl_meaning *m = t->meaning;
    if (m->whole) { /* that period */
        if (t->frame->said.precision) r->value = t->frame->said;
        else unresolved(m, r);
        return;
    }
    const dtl_unit unit = m->unit ? (dtl_unit)m->unit : DTL_UNIT_DAY;
    if (m->has & DTL_HAS_DAY && unit == DTL_UNIT_WEEK && t->has_base) {
        /* the week of June 14 */
        dtl_meaning day = *m;
        day.has &= ~(uint32_t)DTL_HAS_SHIFT;
        const dtl_resolved found = dtl_resolve_date(&day, t->frame);
        r->value = found.value;
        if (r->value.precision) dtl_value_shift(&r->value, unit, 0, false);
        return;
    }
    r->value = t->base_value;
    if (!dtl_value_shift(&r->value, unit, m->shift, m->sign != 0)) {
        r->value = (dtl_value){0};
        return;
    }
    refine(t, r);
}

/* Part of the day and clock on top of the day that was found. */
static void set_clock(const dtl_meaning *m, dtl_value *v) {
    if (!(m->has & (DTL_HAS_PART | DTL_HAS_HOUR))) return;
    v->part = m->part;
    v->precision = precision_of(dtl_meaning_grain(m));
    if (!(m->has & DTL_HAS_HOUR)) return;
    v->hour = m->hour;
    v->minute = m->minute;
    v->second = m->second;
    v->part = 0;
    if (m->has & DTL_HAS_PART && m->part != DTL_PART_MORNING && v->hour < 12)
        v->hour += 12;
    dtl_zone_fill(v, dtl_zone_name(m->zone_place));
    if (m->has & DTL_HAS_ZONE) {
        v->zone = m->zone;
        v->has_zone = true;
        v->utc = m->zone == 0;
    }
}

dtl_resolved dtl_resolve_date(const dtl_meaning *m, const dtl_frame *frame) {
    dtl_resolved r = {.score = 1.0f, .basis = DATELINE_BASIS_EXPRESSION};
    task t = {.meaning = m, .frame = frame};
    const uint32_t day_fields = DTL_HAS_MONTH | DTL_HAS_QUARTER |
                                DTL_HAS_SEASON | DTL_HAS_HALF |
                                DTL_HAS_HOLIDAY;
    set_base(&t);
    if (m->open)
        unresolved(m, &r);
    else if (m->has & DTL_HAS_YEAR)
        with_year(&t, &r);
    else if (m->has & DTL_HAS_DECADE)
        with_decade(&t, &r);
    else if (m->has & DTL_HAS_CENTURY)
        with_century(m, &r);
    else if (!t.has_base)
        unresolved(m, &r);
    else if (m->has & DTL_HAS_SHIFT)
        with_shift(&t, &r);
    else if (m->has & day_fields)
        choose_year(&t, &r);
    else if (m->has & DTL_HAS_WEEKDAY && !(m->has & DTL_HAS_DAY))
        choose_weekday(&t, &r);
    else if (m->has & DTL_HAS_WEEKEND)
        choose_weekend(&t, &r);
    else if (m->has & DTL_HAS_DAY)
        choose_month(&t, &r);
    else if (m->has & (DTL_HAS_HOUR | DTL_HAS_PART))
        r.value = t.base_value;
    if (m->unit == DTL_UNIT_WEEK && m->has & DTL_HAS_DAY &&
        r.value.precision == DATELINE_PRECISION_DAY && !r.value.open_year)
        dtl_value_shift(&r.value, DTL_UNIT_WEEK, 0, false);
    if (r.value.precision) set_clock(m, &r.value);
    if (r.other.precision) set_clock(m, &r.other);
    r.value.mod = m->mod;
    return r;
}
