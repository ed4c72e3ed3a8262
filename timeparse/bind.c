/* bind.c - tokens and nodes into a meaning. */
#include "timeparse/bind.h"

#include "core/base/calendar.h"
#include "core/base/limits.h"

void dtl_meaning_trail(dtl_meaning *meaning, const char *rule) {
    for (unsigned i = 0; i < DTL_TRAIL; i++)
        if (!meaning->trail[i]) {
            meaning->trail[i] = rule;
            return;
        }
}

/* ---- tokens ------------------------------------------------------------ */

static void bind_count(dtl_meaning *m, const dtl_item *item) {
    if (m->has & DTL_HAS_COUNT) {
        m->high = item->number;
        return;
    }
    m->has |= DTL_HAS_COUNT;
    m->count = item->number;
    m->tenth = item->tenth % 10;
}

static void bind_year(dtl_meaning *m, int32_t year) {
    m->has |= DTL_HAS_YEAR;
    m->year = year;
}

static void bind_day(dtl_meaning *m, int32_t day) {
    m->has |= DTL_HAS_DAY;
    m->day = (uint8_t)day;
}

static void bind_clock(dtl_meaning *m, const dtl_item *item) {
    m->has |= DTL_HAS_HOUR | DTL_HAS_MINUTE;
    m->hour = item->hour;
    m->minute = item->minute;
    if (!item->has_second) return;
    m->has |= DTL_HAS_SECOND;
    m->second = item->second;
}

static void bind_ampm(dtl_meaning *m, int32_t add) {
    if (m->hour == 12) m->hour = 0;
    if (m->hour < 12) m->hour = (uint8_t)(m->hour + add);
}

static void bind_number(dtl_meaning *m, const dtl_item *item, unsigned c) {
    switch (c) {
    case DTL_CLASS_NUM:
    case DTL_CLASS_FEW:
    case DTL_CLASS_COUNT: bind_count(m, item); break;
    case DTL_CLASS_DAY:
    case DTL_CLASS_DAYTH: bind_day(m, item->number); break;
    case DTL_CLASS_YEAR:
    case DTL_CLASS_YEARSHORT: bind_year(m, item->number); break;
    case DTL_CLASS_TWODIGITS:
    case DTL_CLASS_YEAR2:
        bind_year(m, item->number);
        m->short_year = 1;
        break;
    case DTL_CLASS_HOURWORD:
    case DTL_CLASS_HOUR:
        m->has |= DTL_HAS_HOUR;
        m->hour = (uint8_t)item->number;
        break;
    case DTL_CLASS_MILITARY:
        m->has |= DTL_HAS_HOUR | DTL_HAS_MINUTE;
        m->hour = (uint8_t)(item->number / 100);
        m->minute = (uint8_t)(item->number % 100);
        break;
    case DTL_CLASS_CLOCKDOT:
    case DTL_CLASS_CLOCK: bind_clock(m, item); break;
    case DTL_CLASS_QNUM:
        if (m->unit == DTL_UNIT_HALF) { /* H1 */
            m->has |= DTL_HAS_HALF;
            m->half = (uint8_t)item->number;
            break;
        }
        m->has |= DTL_HAS_QUARTER;
        m->quarter = (uint8_t)item->number;
        break;
    case DTL_CLASS_DECADE:
    case DTL_CLASS_DECADE3:
        m->has |= DTL_HAS_DECADE;
        m->decade = item->number;
        break;
    case DTL_CLASS_WEEKNUM:
        m->has |= DTL_HAS_WEEK;
        m->week = (uint8_t)item->number;
        break;
    case DTL_CLASS_ISOWEEK:
        bind_year(m, item->number);
        m->has |= DTL_HAS_WEEK;
        m->week = item->day;
        break;
    case DTL_CLASS_FRACTION: m->half_more = 1; break;
    case DTL_CLASS_ISODAY:
        bind_year(m, item->number);
        m->has |= DTL_HAS_MONTH;
        m->month = item->month;
        m->swapped = item->swapped;
        bind_day(m, item->day);
        if (dtl_classes_has(&item->classes, DTL_CLASS_CLOCK))
            bind_clock(m, item);
        if (!item->has_zone) break;
        m->has |= DTL_HAS_ZONE;
        m->zone = item->zone;
        break;
    default: break;
    }
}

static void bind_word(dtl_meaning *m, int32_t v, unsigned c) {
    const uint8_t u = (uint8_t)v;
    switch (c) {
    case DTL_CLASS_MONTH: m->has |= DTL_HAS_MONTH; m->month = u; break;
    case DTL_CLASS_WEEKDAYABBR:
    case DTL_CLASS_WEEKDAYS:
    case DTL_CLASS_WEEKDAY: m->has |= DTL_HAS_WEEKDAY; m->weekday = u; break;
    case DTL_CLASS_OFTEN:
    case DTL_CLASS_UNIT:
    case DTL_CLASS_UNITS:
        if (!m->unit) m->unit = u;
        break;
    case DTL_CLASS_SEASON: m->has |= DTL_HAS_SEASON; m->season = u; break;
    case DTL_CLASS_PARTS:
    case DTL_CLASS_PART: m->has |= DTL_HAS_PART; m->part = u; break;
    case DTL_CLASS_POINT: m->has |= DTL_HAS_HOUR; m->hour = u; break;
    case DTL_CLASS_PREVIOUS:
    case DTL_CLASS_FOLLOWING:
    case DTL_CLASS_DEIXIS:
        m->has |= DTL_HAS_DEIXIS;
        m->deixis = (int8_t)v;
        break;
    case DTL_CLASS_DAYWORD:
        m->has |= DTL_HAS_SHIFT;
        m->shift = v;
        break;
    case DTL_CLASS_BACK:
    case DTL_CLASS_ON: m->sign = (int8_t)v; break;
    case DTL_CLASS_MIDDLEWORD:
    case DTL_CLASS_EDGE: m->mod = u; break;
    case DTL_CLASS_APPROX: m->mod = u; break;
    case DTL_CLASS_A:
        if (!(m->has & DTL_HAS_COUNT)) m->count = 1;
        m->has |= DTL_HAS_COUNT;
        break;
    case DTL_CLASS_VAGUE: m->has |= DTL_HAS_COUNT; m->vague = 1; break;
    case DTL_CLASS_EVERY: m->every = u; break;
    case DTL_CLASS_DECADEWORD:
        m->has |= DTL_HAS_DECADE;
        m->decade = v;
        break;
    case DTL_CLASS_ORD: m->has |= DTL_HAS_ORD; m->ord = v; break;
    case DTL_CLASS_ZONE:
        m->has |= DTL_HAS_ZONE;
        m->zone = (int16_t)v;
        break;
    case DTL_CLASS_ZONESHORT:
    case DTL_CLASS_ZONEPLACE: m->zone_place = u; break;
    case DTL_CLASS_AMPM: bind_ampm(m, v); break;
    case DTL_CLASS_BCE:
        if (m->has & DTL_HAS_YEAR && m->year > 0) m->year = 1 - m->year;
        m->bce = 1;
        break;
    default: break;
    }
}

void dtl_meaning_bind(dtl_meaning *meaning, const dtl_terms *terms,
                      const dtl_item *item, const dtl_classes *as) {
    dtl_classes left = *as;
    const unsigned c = dtl_classes_take(&left);
    if (!c) return; /* a literal word */
    if (item->entry)
        bind_word(meaning, dtl_terms_value(terms, item->entry, c) + item->zone,
                  c);
    else if (c == DTL_CLASS_ORD)
        bind_word(meaning, item->number, c);
    else
        bind_number(meaning, item, c);
}

/* ---- nodes ------------------------------------------------------------- */

static void merge_fields(dtl_meaning *m, const dtl_meaning *n) {
    const uint32_t add = n->has & ~m->has;
    if (add & DTL_HAS_YEAR) m->year = n->year, m->short_year = n->short_year;
    if (add & DTL_HAS_MONTH) m->month = n->month;
    if (add & DTL_HAS_DAY) m->day = n->day;
    if (add & DTL_HAS_WEEKDAY) m->weekday = n->weekday;
    if (add & DTL_HAS_WEEK) m->week = n->week;
    if (add & DTL_HAS_QUARTER) m->quarter = n->quarter;
    if (add & DTL_HAS_HALF) m->half = n->half;
    if (add & DTL_HAS_SEASON) m->season = n->season;
    if (add & DTL_HAS_PART) m->part = n->part;
    if (add & DTL_HAS_HOUR) m->hour = n->hour;
    if (add & DTL_HAS_MINUTE) m->minute = n->minute;
    if (add & DTL_HAS_SECOND) m->second = n->second;
    if (add & DTL_HAS_ZONE) m->zone = n->zone;
    if (add & DTL_HAS_DECADE) m->decade = n->decade;
    if (add & DTL_HAS_CENTURY) m->century = n->century;
    if (add & DTL_HAS_HOLIDAY) m->holiday = n->holiday;
    if (add & DTL_HAS_DEIXIS) m->deixis = n->deixis;
    if (add & DTL_HAS_ORD) m->ord = n->ord;
    if (add & DTL_HAS_SHIFT) m->shift = n->shift, m->base = n->base;
    m->has |= add;
}

/* A casual node gives its word alone, not what it would mean alone. */
static dtl_meaning word_of(const dtl_meaning *n) {
    dtl_meaning word = *n;
    if (!n->casual) return word;
    word.has &= ~(uint32_t)(DTL_HAS_SHIFT | DTL_HAS_COUNT);
    word.shape = DTL_SHAPE_NONE;
    word.casual = 0;
    for (unsigned i = 0; i < DTL_TRAIL; i++) word.trail[i] = NULL;
    return word;
}

void dtl_meaning_merge(dtl_meaning *m, const dtl_meaning *node) {
    const dtl_meaning word = word_of(node), *n = &word;
    for (unsigned i = 0; i < DTL_TRAIL && n->trail[i]; i++)
        dtl_meaning_trail(m, n->trail[i]);
    if (n->has & DTL_HAS_COUNT) {
        if (m->has & DTL_HAS_COUNT) {
            if (!m->high) m->high = n->count;
        } else {
            m->has |= DTL_HAS_COUNT;
            m->count = n->count;
            m->high = n->high;
            m->tenth = n->tenth;
            m->half_more = n->half_more;
            m->vague = n->vague;
        }
    }
    if ((n->has & (DTL_HAS_SHIFT | DTL_HAS_DEIXIS) || !m->unit) && n->unit)
        m->unit = n->unit;
    merge_fields(m, n);
    if (!m->base) m->base = n->base;
    if (!m->shape) m->shape = n->shape;
    if (!m->mod) m->mod = n->mod;
    if (!m->ref) m->ref = n->ref;
    if (!m->sign) m->sign = n->sign;
    if (!m->times) m->times = n->times;
    if (!m->nth) m->nth = n->nth;
    if (!m->every) m->every = n->every;
    m->bare |= n->bare;
    m->age |= n->age;
    m->fiscal |= n->fiscal;
    m->bce |= n->bce;
    m->swapped |= n->swapped;
    m->odd |= n->odd;
    m->open |= n->open;
    m->told |= n->told;
    m->whole |= n->whole;
    m->said |= n->said;
    if (!m->zone_place) m->zone_place = n->zone_place;
}

/* Coarser fields that `from` has and `to`, being finer, lacks. */
static void share(dtl_meaning *to, const dtl_meaning *from) {
    const uint32_t coarse = DTL_HAS_YEAR | DTL_HAS_MONTH;
    const uint32_t add = from->has & ~to->has & coarse;
    if (!(to->has & (DTL_HAS_DAY | DTL_HAS_MONTH)) && add & DTL_HAS_MONTH)
        return;
    if (add & DTL_HAS_YEAR && !(to->has & (DTL_HAS_MONTH | DTL_HAS_DAY |
                                           DTL_HAS_SEASON)))
        return;
    if (add & DTL_HAS_YEAR)
        to->year = from->year, to->short_year = from->short_year;
    if (add & DTL_HAS_MONTH) to->month = from->month;
    to->has |= add;
}

bool dtl_meaning_share(dtl_meaning *const *parts, uint32_t count) {
    for (uint32_t i = 1; i < count; i++) {
        dtl_meaning *a = parts[i - 1], *b = parts[i];
        if (b->has & DTL_HAS_YEAR && b->short_year && !a->short_year) {
            b->year += a->year - a->year % 100;
            b->short_year = 0;
        }
        share(b, a);
        if (a->has == DTL_HAS_WEEKDAY && b->has == DTL_HAS_WEEKDAY) {
            b->has |= DTL_HAS_DEIXIS; /* the next one behind the first */
            b->deixis = 1;
            b->base = DTL_BASE_THERE;
        }
    }
    for (uint32_t i = count - 1; i-- > 0;) {
        dtl_meaning *a = parts[i], *b = parts[i + 1];
        share(a, b);
        /* 499-493 BC: the era is said once */
        if (a->has & b->has & DTL_HAS_YEAR && b->year <= 0 && a->year > 0)
            a->year = 1 - a->year;
        const bool years = a->has == DTL_HAS_YEAR && b->has == DTL_HAS_YEAR;
        if (years && b->year <= a->year) return false;
        if (a->month == b->month && a->day && b->day && b->day <= a->day &&
            !(a->has & DTL_HAS_YEAR && a->year != b->year))
            return false;
    }
    return true;
}

/* ---- the whole --------------------------------------------------------- */

dtl_unit dtl_meaning_grain(const dtl_meaning *m) {
    const uint32_t h = m->has;
    if (h & DTL_HAS_SECOND) return DTL_UNIT_SECOND;
    if (h & DTL_HAS_MINUTE) return DTL_UNIT_MINUTE;
    if (h & DTL_HAS_HOUR) return DTL_UNIT_HOUR;
    if (h & DTL_HAS_PART) return DTL_UNIT_NIGHT;
    if (h & (DTL_HAS_DAY | DTL_HAS_WEEKDAY | DTL_HAS_HOLIDAY))
        return DTL_UNIT_DAY;
    if (h & DTL_HAS_WEEKEND) return DTL_UNIT_WEEKEND;
    if (h & DTL_HAS_WEEK) return DTL_UNIT_WEEK;
    if (h & DTL_HAS_MONTH) return DTL_UNIT_MONTH;
    if (h & DTL_HAS_QUARTER) return DTL_UNIT_QUARTER;
    if (h & DTL_HAS_SEASON) return DTL_UNIT_SEASON;
    if (h & DTL_HAS_HALF) return DTL_UNIT_HALF;
    if (h & DTL_HAS_SHIFT) return (dtl_unit)m->unit;
    if (h & DTL_HAS_YEAR) return DTL_UNIT_YEAR;
    if (h & DTL_HAS_DECADE) return DTL_UNIT_DECADE;
    if (h & DTL_HAS_CENTURY) return DTL_UNIT_CENTURY;
    return (dtl_unit)m->unit;
}

/* "second" of "second quarter", "22nd" of "22nd of May": what the ordinal
 * counts is told by the unit that the row names. */
static bool place_ordinal(dtl_meaning *m) {
    if (!(m->has & DTL_HAS_ORD) || m->shape != DTL_SHAPE_DATE) return true;
    if (m->nth == DTL_NTH_ORD) {
        if (m->ord < 1 || m->ord > 5) return false;
        m->nth = (int8_t)m->ord;
    } else if (m->unit == DTL_UNIT_WEEK && m->has & DTL_HAS_MONTH) {
        if (m->ord < 1 || m->ord > 4) return false;
        m->has |= DTL_HAS_DAY; /* the middle of the n-th seven days */
        m->day = (uint8_t)(m->ord * 7 - 3);
    } else if (m->unit == DTL_UNIT_QUARTER && !(m->has & DTL_HAS_SHIFT)) {
        if (m->ord < 1 || m->ord > 4) return false;
        m->has |= DTL_HAS_QUARTER;
        m->quarter = (uint8_t)m->ord;
    } else if (m->unit == DTL_UNIT_HALF) {
        if (m->ord < 1 || m->ord > 2) return false;
        m->has |= DTL_HAS_HALF;
        m->half = (uint8_t)m->ord;
    } else if (m->unit == DTL_UNIT_CENTURY) {
        if (m->ord < 1 || m->ord > 30) return false;
        m->has |= DTL_HAS_CENTURY;
        m->century = m->ord;
    } else if (m->has & (DTL_HAS_MONTH | DTL_HAS_WEEKDAY)) {
        if (m->ord < 1 || m->ord > 31) return false;
        m->has |= DTL_HAS_DAY;
        m->day = (uint8_t)m->ord;
    }
    m->has &= ~(uint32_t)DTL_HAS_ORD;
    return true;
}

/* What is counted or pointed at becomes a shift. */
static void place_shift(dtl_meaning *m) {
    if (m->shape != DTL_SHAPE_DATE || m->has & DTL_HAS_SHIFT) return;
    if (m->sign && m->has & DTL_HAS_COUNT) {
        m->has |= DTL_HAS_SHIFT;
        m->shift = m->sign * m->count;
        if (!m->vague) return;
        m->shape = DTL_SHAPE_REF; /* a few days ago */
        m->ref = m->sign < 0 ? DTL_REF_PAST : DTL_REF_FUTURE;
    } else if (m->sign && m->unit) {
        m->has |= DTL_HAS_SHIFT;
        m->shift = m->sign;
    } else if (m->has & DTL_HAS_DEIXIS && m->unit &&
               !(m->has & (DTL_HAS_MONTH | DTL_HAS_WEEKDAY | DTL_HAS_SEASON |
                           DTL_HAS_HOLIDAY | DTL_HAS_QUARTER))) {
        m->has |= DTL_HAS_SHIFT;
        m->shift = m->deixis;
    }
}

static bool is_possible(const dtl_meaning *m) {
    if (m->has & DTL_HAS_HOUR && (m->hour > 24 || m->minute > 59)) return false;
    if (m->has & DTL_HAS_COUNT && m->count > DTL_MAX_COUNT) return false;
    if (m->has & DTL_HAS_HALF && m->half > 2) return false;
    if (!(m->has & DTL_HAS_DAY) || !(m->has & DTL_HAS_MONTH)) return true;
    const int32_t year = m->has & DTL_HAS_YEAR && !m->short_year ? m->year
                                                                 : 2000;
    return dtl_calendar_is_valid((dtl_day){year, m->month, m->day});
}

bool dtl_meaning_finish(dtl_meaning *meaning) {
    if (!place_ordinal(meaning)) return false;
    if (meaning->times == DTL_TIMES_COUNT) {
        meaning->times = meaning->count;
        meaning->count = 1;
        meaning->vague = 0;
    }
    place_shift(meaning);
    if (!is_possible(meaning)) meaning->odd = 1;
    return true;
}

static void add(dtl_classes *set, unsigned class_) {
    dtl_classes_add(set, class_);
}

static unsigned grain_class(dtl_unit grain) {
    switch (grain) {
    case DTL_UNIT_DAY: return DTL_CLASS_N_DAY;
    case DTL_UNIT_WEEKEND: return DTL_CLASS_N_WEEKEND;
    case DTL_UNIT_WEEK:
    case DTL_UNIT_FORTNIGHT: return DTL_CLASS_N_WEEK;
    case DTL_UNIT_MONTH: return DTL_CLASS_N_MONTH;
    case DTL_UNIT_QUARTER: return DTL_CLASS_N_QUARTER;
    case DTL_UNIT_SEASON: return DTL_CLASS_N_SEASON;
    case DTL_UNIT_HALF: return DTL_CLASS_N_HALF;
    case DTL_UNIT_YEAR: return DTL_CLASS_N_YEAR;
    case DTL_UNIT_DECADE: return DTL_CLASS_N_DECADE;
    case DTL_UNIT_CENTURY: return DTL_CLASS_N_CENTURY;
    default: return DTL_CLASS_NONE;
    }
}

static void date_classes(const dtl_meaning *m, dtl_classes *set) {
    const uint32_t dated = m->has & ~(uint32_t)(
        DTL_HAS_PART | DTL_HAS_HOUR | DTL_HAS_MINUTE | DTL_HAS_SECOND |
        DTL_HAS_ZONE | DTL_HAS_COUNT);
    if (m->has & (DTL_HAS_HOUR | DTL_HAS_PART)) {
        if (dated) add(set, DTL_CLASS_N_TIME);
        else if (m->has & DTL_HAS_HOUR) add(set, DTL_CLASS_N_CLOCK);
        return;
    }
    const unsigned c = grain_class(dtl_meaning_grain(m));
    if (!c) return;
    add(set, c);
    add(set, DTL_CLASS_N_DATE);
    if (m->has & DTL_HAS_WEEKDAY && !(m->has & DTL_HAS_MONTH))
        add(set, DTL_CLASS_N_WEEKDAY);
    const bool day = c == DTL_CLASS_N_DAY; /* is no frame for another day */
    if (m->has & DTL_HAS_SHIFT && !day) add(set, DTL_CLASS_N_RELATIVE);
    if (m->sign < 0 && m->has & DTL_HAS_COUNT) add(set, DTL_CLASS_N_AGO);
}

void dtl_meaning_classes(const dtl_meaning *m, dtl_classes *set) {
    if (m->casual) return;
    if (m->odd) {
        *set = (dtl_classes){{0}};
        return;
    }
    switch (m->shape) {
    case DTL_SHAPE_NONE:
        if (m->has & DTL_HAS_COUNT) add(set, DTL_CLASS_COUNT);
        if (m->has & DTL_HAS_PART) add(set, DTL_CLASS_PART);
        if (m->has & DTL_HAS_HOLIDAY) add(set, DTL_CLASS_HOLIDAY);
        break;
    case DTL_SHAPE_DATE: date_classes(m, set); break;
    case DTL_SHAPE_DURATION:
        add(set, DTL_CLASS_N_DURATION);
        if (!(m->has & DTL_HAS_DEIXIS)) add(set, DTL_CLASS_N_AMOUNT);
        break;
    case DTL_SHAPE_SET: add(set, DTL_CLASS_N_SET); break;
    case DTL_SHAPE_REF: add(set, DTL_CLASS_N_REF); break;
    }
}
