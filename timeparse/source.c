/* source.c - the two stages: find and resolve the times of a source. */
#include "timeparse/explain.h"
#include "timeparse/find.h"
#include "timeparse/resolve.h"
#include "timeparse/surroundings.h"
#include "timeparse/timeparse.h"

/* Ties a time to the words it covers; *word moves on with the text. */
static void link_words(dtl_source *source, uint32_t index, uint32_t *word) {
    dtl_time *time = &source->times.items[index];
    time->first = time->last = DTL_NONE;
    while (*word < source->words.count &&
           source->words.items[*word].span.end <= time->span.start)
        ++*word;
    for (uint32_t w = *word; w < source->words.count; w++) {
        dtl_word *item = &source->words.items[w];
        if (item->span.start >= time->span.end) break;
        if (time->first == DTL_NONE) time->first = (int32_t)w;
        time->last = (int32_t)w;
        item->time = (int32_t)index;
    }
}

static bool block_of_article(dtl_block_kind kind) {
    return kind == DTL_BLOCK_DATELINE || kind == DTL_BLOCK_HEADER ||
           kind == DTL_BLOCK_CREDIT || kind == DTL_BLOCK_CAPTION ||
           kind == DTL_BLOCK_BYLINE;
}

/* *block moves on with the text. */
static bool stands_outside(const dtl_source *source, uint32_t at,
                           uint32_t *block) {
    while (*block < source->blocks.count &&
           source->blocks.items[*block].span.end <= at)
        ++*block;
    return *block < source->blocks.count &&
           source->blocks.items[*block].span.start <= at &&
           block_of_article(source->blocks.items[*block].kind);
}

/* Gives the words of a time back to the text. */
static void unlink_words(dtl_source *source, const dtl_time *time) {
    for (int32_t w = time->first; w >= 0 && w <= time->last; w++)
        source->words.items[w].time = DTL_NONE;
}

/* Drops what is a time only in a story from a text that tells none. */
static void drop_told(dtl_source *source) {
    uint32_t count = 0;
    if (dtl_surroundings_tells(source)) return;
    for (uint32_t i = 0; i < source->times.count; i++) {
        dtl_time *time = &source->times.items[i];
        unlink_words(source, time);
        if (time->meaning->told) continue;
        for (int32_t w = time->first; w >= 0 && w <= time->last; w++)
            source->words.items[w].time = (int32_t)count;
        source->times.items[count++] = *time;
    }
    source->times.count = count;
}

void dtl_timeparse_find(dtl_source *source, dtl_arena *arena) {
    dtl_finder *finder = dtl_finder_new(arena, NULL, source->text.bytes,
                                        source->text.length,
                                        source->day_first);
    uint32_t word = 0, block = 0;
    dtl_found found;
    if (!finder) return;
    for (uint32_t w = 0; w < source->words.count; w++)
        source->words.items[w].time = DTL_NONE;
    while (dtl_finder_next(finder, &found)) {
        if (found.meaning->odd) {
            dtl_note_add(source, arena, "date.out_of_range",
                         (dtl_span){found.start, found.end},
                         "this date does not exist or lies outside the "
                         "supported years; it stays text");
            continue;
        }
        dtl_meaning *meaning = dtl_arena_alloc(arena, sizeof *meaning);
        dtl_time *time = meaning ? DTL_PUSH(arena, &source->times) : NULL;
        if (!time) return;
        *meaning = *found.meaning;
        meaning->told = found.told;
        time->span = (dtl_span){found.start, found.end};
        time->meaning = meaning;
        time->of_article = stands_outside(source, found.start, &block);
        link_words(source, source->times.count - 1, &word);
        if (!dtl_surroundings_keep(source, time)) {
            unlink_words(source, time);
            source->times.count--;
        }
    }
    drop_told(source);
}

/* What the expression was counted from, for whoever asks why. */
static dateline_instant base_of(const dtl_meaning *meaning,
                                const dtl_frame *frame) {
    const uint32_t whole = DTL_HAS_YEAR | DTL_HAS_DECADE | DTL_HAS_CENTURY;
    int64_t begin, end;
    if (meaning->open || (meaning->has & whole && !meaning->short_year))
        return (dateline_instant){0};
    const bool there = meaning->base == DTL_BASE_THERE || frame->on_there;
    if (!there || !frame->there.precision ||
        !dtl_value_days(&frame->there, &begin, &end))
        return frame->now;
    const dtl_day day = dtl_calendar_day(begin);
    return (dateline_instant){
        .year = day.year,
        .month = (uint8_t)day.month,
        .day = (uint8_t)day.day,
        .digits = frame->there.precision >= DATELINE_PRECISION_YEAR
                      ? DATELINE_DIGITS_YEAR
                  : frame->there.precision >= DATELINE_PRECISION_MONTH
                      ? DATELINE_DIGITS_MONTH
                      : DATELINE_DIGITS_DAY};
}

/* The first time of a range covers all of it. */
static void join_ranges(dtl_source *source, dtl_arena *arena) {
    for (uint32_t i = 0; i + 1 < source->times.count; i++) {
        dtl_time *time = &source->times.items[i];
        const dtl_time *next = &source->times.items[i + 1];
        if (time->meaning->range && next->span.start - time->span.end < 8)
            dtl_resolve_range(&time->date, &next->date, arena);
    }
}

void dtl_timeparse_resolve(dtl_source *source, dtl_arena *arena) {
    dtl_surroundings around;
    dtl_surroundings_init(&around, source);
    for (uint32_t i = 0; i < source->times.count; i++) {
        dtl_time *time = &source->times.items[i];
        dtl_value value;
        const dtl_frame frame = dtl_surroundings_frame(&around, i);
        const char *text =
            dtl_arena_string(arena, dtl_bytes(source, time->span),
                             dtl_length(time->span));
        const dtl_meaning *meaning =
            dtl_surroundings_meaning(&around, &frame, i, arena);
        if (!text || !meaning) return;
        dtl_resolve(meaning, &frame, text, arena, &time->date, &value);
        dtl_resolve_relation(&time->date, arena, source->text.bytes,
                             time->span.start);
        time->base = base_of(meaning, &frame);
        time->tense = frame.tense;
        dtl_surroundings_move(&around, i, &value);
        const char *doubt = dtl_explain_doubt(meaning, &time->date, arena);
        if (doubt)
            dtl_note_add(source, arena, "date.ambiguous", time->span, doubt);
    }
    join_ranges(source, arena);
}
