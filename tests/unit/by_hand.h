/* by_hand.h - builds a document without any stage, so that a renderer can be
 * shown exactly the model that a test is about. */
#ifndef BY_HAND_H
#define BY_HAND_H

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/model.h"

/* A finished document without a source. */
static inline dtl_document *hand_open(void) {
    dateline_document *document = NULL;
    if (dateline_open(&document, NULL) != DATELINE_OK) abort();
    document->built = true;
    return document;
}

static inline dtl_source *hand_article(dtl_document *document, const char *text,
                                       size_t length) {
    dtl_arena *arena = &document->arena;
    dtl_source *source = dtl_arena_alloc(arena, sizeof *source);
    *DTL_PUSH(arena, &document->sources) = source;
    source->id = dtl_arena_format(arena, "s%u", document->sources.count);
    memset(source->sha256, "0123456789abcdef"[document->sources.count % 16],
           64);
    dtl_text_init(&source->text, arena, text, length);
    source->reference = (dateline_instant){
        .year = 2023, .month = 6, .day = 18, .digits = DATELINE_DIGITS_DAY};
    source->reference_from = DTL_FROM_OPTION;
    return source;
}

/* Where `form` stands first; an empty span when it does not. */
static inline dtl_span hand_find(const dtl_source *source, const char *form) {
    const size_t n = strlen(form);
    for (uint32_t i = 0; i + n <= source->text.length; i++)
        if (memcmp(source->text.bytes + i, form, n) == 0)
            return (dtl_span){i, i + (uint32_t)n};
    return (dtl_span){0, 0};
}

static inline int32_t hand_word(dtl_document *document, dtl_source *source,
                                const char *form) {
    dtl_word *word = DTL_PUSH(&document->arena, &source->words);
    *word = (dtl_word){.span = hand_find(source, form),
                       .lemma = form,
                       .head = DTL_NONE,
                       .time = DTL_NONE,
                       .pos = DTL_POS_VERB};
    return (int32_t)source->words.count - 1;
}

/* Adds the event of `trigger` and an entry that tells it with `headline`;
 * the whole text is its sentence. Undated. */
static inline dtl_entry *hand_entry(dtl_document *document,
                                    const char *headline, const char *trigger) {
    dtl_arena *arena = &document->arena;
    const uint32_t last = document->sources.count - 1;
    dtl_source *source = document->sources.items[last];
    const int32_t word = hand_word(document, source, trigger);
    dtl_event *event = DTL_PUSH(arena, &source->events);
    *event = (dtl_event){.trigger = word,
                         .clause = word,
                         .reporter = DTL_NONE,
                         .time = DTL_NONE,
                         .anchor = DTL_NONE,
                         .same = DTL_NONE,
                         .entry = (int32_t)document->entries.count};
    dtl_entry *entry = DTL_PUSH(arena, &document->entries);
    const dtl_event_ref ref = {last, source->events.count - 1};
    *entry = (dtl_entry){
        .id = dtl_arena_format(arena, "e%u", document->entries.count),
        .headline = headline,
        .main = ref,
        .sentence = {last, 0, source->text.length},
        .confidence = 0.5f};
    *DTL_PUSH(arena, &entry->mentions) = ref;
    return entry;
}

/* Adds an actor and its part in the newest entry and event. */
static inline void hand_role(dtl_document *document, const char *name,
                             dateline_role role) {
    dtl_arena *arena = &document->arena;
    dtl_entry *entry = &document->entries.items[document->entries.count - 1];
    dtl_source *source = document->sources.items[entry->main.source];
    const dtl_span span = hand_find(source, name);
    dtl_cast *cast = DTL_PUSH(arena, &document->actors);
    const uint32_t index = document->actors.count - 1;
    *cast = (dtl_cast){.id = dtl_arena_format(arena, "a%u", index + 1),
                       .name = name,
                       .type = DATELINE_ACTOR_PERSON};
    *DTL_PUSH(arena, &cast->mentions) =
        (dateline_at){entry->main.source, span.start, span.end};
    *DTL_PUSH(arena, &cast->entries) = document->entries.count - 1;
    *DTL_PUSH(arena, &entry->roles) =
        (dtl_role){index, role, {entry->main.source, span.start, span.end}};
}

/* A date of the given digits; `end` comes from the caller. */
static inline dateline_instant hand_instant(int year, int month, int day) {
    return (dateline_instant){.year = year,
                              .month = (uint8_t)month,
                              .day = (uint8_t)day,
                              .digits = day     ? DATELINE_DIGITS_DAY
                                        : month ? DATELINE_DIGITS_MONTH
                                                : DATELINE_DIGITS_YEAR};
}

/* "2023", "2023-06", "2023-06-17", "-0043", "2023-06-17T18:00",
 * "...+08:00"; "" is open. */
static inline dateline_instant hand_iso(const char *text) {
    int sign = 1, part[6] = {0}, zone = 0, minutes = 0;
    if (*text == '-') sign = -1, text++;
    if (*text == '+') text++;
    const int count = sscanf(text, "%d-%d-%dT%d:%d:%d", &part[0], &part[1],
                             &part[2], &part[3], &part[4], &part[5]);
    if (count < 1) return (dateline_instant){0};
    dateline_instant at = hand_instant(sign * part[0], part[1], part[2]);
    if (count < 5) return at;
    at.hour = (uint8_t)part[3];
    at.minute = (uint8_t)part[4];
    at.second = (uint8_t)part[5];
    at.digits = count == 5 ? DATELINE_DIGITS_MINUTE : DATELINE_DIGITS_SECOND;
    const char *clock = strchr(text, 'T');
    const char *rest = clock ? strpbrk(clock, "Z+-") : NULL;
    if (!rest) return at;
    at.has_zone = 1;
    if (*rest == 'Z') return at;
    sscanf(rest + 1, "%d:%d", &zone, &minutes);
    at.zone = (int16_t)((*rest == '-' ? -1 : 1) * (zone * 60 + minutes));
    return at;
}

static inline void hand_date(dtl_entry *entry, const char *text,
                             dateline_precision precision,
                             dateline_instant begin, dateline_instant end) {
    entry->dated = true;
    entry->date =
        (dateline_date){.text = text,
                        .edtf = text,
                        .display = text,
                        .begin = begin,
                        .end = end,
                        .precision = precision,
                        .basis = DATELINE_BASIS_EXPRESSION,
                        .rule = "by.hand",
                        .confidence = 0.9f,
                        .timex3 = {.type = DATELINE_TIMEX_DATE, .value = text}};
}

/* What a render function wrote; ends in NUL. */
typedef struct {
    char *bytes;
    size_t length;
    int writes;  /* calls so far */
    int fail_at; /* the call that fails; 0: none */
} hand_output;

static inline int hand_write(void *context, const char *bytes, size_t length) {
    hand_output *output = context;
    if (++output->writes == output->fail_at) return 1;
    output->bytes = realloc(output->bytes, output->length + length + 1);
    memcpy(output->bytes + output->length, bytes, length);
    output->length += length;
    output->bytes[output->length] = 0;
    return 0;
}

/* Renders; free(result.bytes) afterwards. */
static inline hand_output hand_render(dtl_document *document,
                                      dateline_render_options options,
                                      dateline_counts *counts) {
    hand_output output = {0};
    if (dateline_render(document, &options, hand_write, &output, counts) !=
        DATELINE_OK)
        abort();
    if (!output.bytes) output.bytes = calloc(1, 1);
    return output;
}

#endif
