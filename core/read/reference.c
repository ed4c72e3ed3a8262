/* reference.c - the document creation time.
 *
 * In this order: option, metadata, a header line, the dateline, the path of
 * an address, a full date in the text. Most full dates in running text are
 * history or plans (16 of 18 in five corpora), so only those count that tell
 * of the day at hand: in a caption, with a weekday, or before a dash as the
 * story opens. */
#include "core/read/reference.h"

#include <string.h>

#include "core/read/moment.h"

/* Days by which a dateline may lie behind the day the article came out. */
#define LATE 30

static dateline_instant instant_of(dtl_day day) {
    return (dateline_instant){.year = day.year,
                              .month = (uint8_t)day.month,
                              .day = (uint8_t)day.day,
                              .digits = DATELINE_DIGITS_DAY};
}

static int64_t number_of(dateline_instant at) {
    return dtl_calendar_number((dtl_day){at.year, at.month, at.day});
}

/* The next full date from the start of a word on. `weekday`: only one that
 * starts with a weekday. */
static bool next_date(dtl_cursor *c, bool day_first, bool weekday,
                      dtl_day *day) {
    for (bool inside = false; c->at < c->end; c->at++) {
        const char byte = c->s[c->at];
        const bool word = dtl_is_letter(byte) || dtl_is_digit(byte);
        dtl_cursor after = *c;
        dtl_moment moment;
        if (word && !inside && (!weekday || dtl_moment_weekday(&after)) &&
            dtl_moment_date(&after, day_first, &moment) && moment.has_year) {
            *c = after;
            *day = moment.day;
            return true;
        }
        inside = word;
    }
    return false;
}

static bool is_address(const dtl_source *source, dtl_span span) {
    dtl_cursor c = {source->text.bytes, span.start, span.end};
    return dtl_scan_phrase(&c, "http") || dtl_scan_phrase(&c, "https") ||
           dtl_scan_phrase(&c, "www");
}

/* The first full date of the header lines, of addresses or of others. */
static bool header_date(const dtl_source *source, bool address, dtl_day *day) {
    for (uint32_t i = 0; i < source->blocks.count; i++) {
        const dtl_block *b = &source->blocks.items[i];
        if (b->kind != DTL_BLOCK_HEADER) continue;
        if (is_address(source, b->span) != address) continue;
        dtl_cursor c = {source->text.bytes, b->span.start, b->span.end};
        if (next_date(&c, source->day_first, false, day)) return true;
    }
    return false;
}

/* The last full date in blocks of this kind. */
static bool last_date(const dtl_source *source, dtl_block_kind kind,
                      bool weekday, dtl_day *last) {
    bool found = false;
    for (uint32_t i = 0; i < source->blocks.count; i++) {
        const dtl_block *b = &source->blocks.items[i];
        dtl_cursor c = {source->text.bytes, b->span.start, b->span.end};
        dtl_day day;
        while (b->kind == kind &&
               next_date(&c, source->day_first, weekday, &day)) {
            if (!found || dtl_calendar_number(day) > dtl_calendar_number(*last))
                *last = day;
            found = true;
        }
    }
    return found;
}

/* "June 16, 2023 - ..." at the start of the story. */
static bool opening_date(const dtl_source *source, dtl_day *day) {
    for (uint32_t i = 0; i < source->blocks.count; i++) {
        const dtl_block *b = &source->blocks.items[i];
        if (b->kind != DTL_BLOCK_BODY) continue;
        dtl_cursor c = {source->text.bytes, b->span.start, b->span.end};
        dtl_moment moment;
        if (!dtl_moment_date(&c, source->day_first, &moment)) return false;
        dtl_scan_space(&c);
        *day = moment.day;
        return moment.has_year && dtl_scan_dash(&c);
    }
    return false;
}

/* "https://news.example/2023/06/18/port" */
static bool address_date(const dtl_source *source, dtl_day *day) {
    if (header_date(source, true, day)) return true;
    dtl_cursor c = {source->uri, 0, 0};
    if (source->uri) c.end = (uint32_t)strlen(source->uri);
    const bool address =
        dtl_scan_phrase(&c, "http:") || dtl_scan_phrase(&c, "https:");
    return address && next_date(&c, source->day_first, false, day);
}

static bool text_date(const dtl_source *source, dtl_day *day) {
    return last_date(source, DTL_BLOCK_CAPTION, false, day) ||
           last_date(source, DTL_BLOCK_BODY, true, day) ||
           opening_date(source, day);
}

/* The year that puts the dateline's month and day nearest to `near`, at most
 * `late` days behind it. */
static void give_year(dateline_instant *date, dateline_instant near,
                      int64_t late) {
    int64_t best = INT64_MAX;
    for (int32_t year = near.year - 1; year <= near.year + 1; year++) {
        const dtl_day day = {year, date->month, date->day};
        if (!dtl_calendar_is_valid(day)) continue;
        int64_t far = dtl_calendar_number(day) - number_of(near);
        if (far > late) continue;
        if (far < 0) far = -far;
        if (far >= best) continue;
        best = far;
        date->year = year;
        date->digits = DATELINE_DIGITS_DAY;
    }
}

static void set(dtl_source *source, dateline_instant at,
                dtl_reference_from from) {
    source->reference = at;
    source->reference_from = from;
}

static void find(dtl_source *source) {
    dateline_instant *const dateline = &source->head.date;
    dtl_day day;
    if (source->reference_from == DTL_FROM_NONE &&
        header_date(source, false, &day))
        set(source, instant_of(day), DTL_FROM_HEADER);
    if (source->reference_from != DTL_FROM_NONE) {
        if (dateline->month && !dateline->digits)
            give_year(dateline, source->reference, LATE);
        return;
    }
    const bool address = address_date(source, &day);
    const bool text = !address && text_date(source, &day);
    if (dateline->month && !dateline->digits && (address || text))
        give_year(dateline, instant_of(day), 200);
    if (dateline->digits) set(source, *dateline, DTL_FROM_DATELINE);
    else if (address) set(source, instant_of(day), DTL_FROM_HEADER);
    else if (text) set(source, instant_of(day), DTL_FROM_TEXT);
}

void dtl_reference_find(dtl_source *source, dtl_arena *arena) {
    find(source);
    const dtl_span nowhere = {0, 0};
    if (source->reference_from == DTL_FROM_NONE)
        dtl_note_add(source, arena, "reference.none", nowhere,
                     "no reference date was found, so that \"Friday\" and "
                     "the like stay unresolved: give one with --date");
    else if (source->reference_from == DTL_FROM_TEXT)
        dtl_note_add(source, arena, "reference.text", nowhere,
                     "the reference date is taken from a full date in the "
                     "text: --date gives a better one");
}
