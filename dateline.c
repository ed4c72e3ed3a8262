/* dateline.c - the pipeline on one page.
 *
 *     read -> words and tags -> find times -> parse -> resolve times
 *          -> actors, events, their dates -> chronology -> render
 *
 * A time is found before the parse, so that its words stay together, and
 * resolved after it, when the tense of its verb is known. No stage calls
 * another: each reads and writes the model of core/model.h. */
#include "dateline.h"

#include <string.h>

#include "core/base/display.h"
#include "core/base/local_date.h"
#include "core/chronology/chronology.h"
#include "core/chronology/filter.h"
#include "core/language/language.h"
#include "core/model.h"
#include "core/read/read.h"
#include "core/story/story.h"
#include "render/explain.h"
#include "render/render.h"
#include "timeparse/expression.h"
#include "timeparse/timeparse.h"

const char *dateline_version(void) { return DATELINE_VERSION; }

const char *dateline_describe(dateline_status status) {
    switch (status) {
    case DATELINE_OK: return "no error";
    case DATELINE_NO_MEMORY: return "out of memory";
    case DATELINE_LIMIT: return "a limit was met";
    case DATELINE_MISUSE: return "the library was called wrongly";
    case DATELINE_BAD_INPUT: return "the input cannot be read";
    case DATELINE_OUTPUT: return "the output could not be written";
    }
    return "unknown status";
}

const char *dateline_message(const dateline_document *document) {
    return document && document->message ? document->message : "";
}

/* Remembers the first failure; everything after it gives the same. */
static dateline_status fail(dateline_document *document,
                            dateline_status status, const char *message) {
    if (document->status == DATELINE_OK) {
        document->status = status;
        document->message = message ? message : dateline_describe(status);
    }
    return document->status;
}

static dateline_status check_memory(dateline_document *document) {
    if (document->arena.failed)
        return fail(document, DATELINE_NO_MEMORY, NULL);
    return document->status;
}

dateline_status dateline_open(dateline_document **out,
                              const dateline_options *options) {
    if (!out) return DATELINE_MISUSE;
    *out = NULL;
    dtl_arena arena;
    dtl_arena_init(&arena, options ? options->alloc : NULL,
                   options ? options->alloc_context : NULL);
    dateline_document *document = dtl_arena_alloc(&arena, sizeof *document);
    if (!document) return DATELINE_NO_MEMORY;
    document->arena = arena;
    *out = document;
    return DATELINE_OK;
}

/* Every date is put into words here, from what the stages say of it. */
static void display(dtl_source *source, dtl_arena *arena) {
    for (uint32_t i = 0; i < source->times.count; i++)
        dtl_display_fill(&source->times.items[i].date, arena);
    for (uint32_t i = 0; i < source->events.count; i++)
        if (source->events.items[i].has_date)
            dtl_display_fill(&source->events.items[i].date, arena);
}

/* Everything that is known from one article alone. */
static void analyse(dtl_source *source, dtl_arena *arena) {
    dtl_language_split(source, arena);
    dtl_language_tag(source, arena);
    dtl_timeparse_find(source, arena);
    dtl_language_parse(source, arena);
    dtl_timeparse_resolve(source, arena);
    dtl_story_actors(source, arena);
    dtl_story_events(source, arena);
    dtl_story_dates(source, arena);
    display(source, arena);
}

dateline_status dateline_read(dateline_document *document,
                              const dateline_source_options *options,
                              const char *bytes, size_t length) {
    static const dateline_source_options defaults;
    if (!document) return DATELINE_MISUSE;
    if (document->status != DATELINE_OK) return document->status;
    if ((!bytes && length) || document->built)
        return fail(document, DATELINE_MISUSE,
                    "dateline_read wants bytes, before dateline_build");
    dtl_arena *arena = &document->arena;
    dtl_source *source = dtl_arena_alloc(arena, sizeof *source);
    dtl_source **slot = DTL_PUSH(arena, &document->sources);
    if (!source || !slot) return check_memory(document);
    *slot = source;
    const char *message = NULL;
    const dateline_status status = dtl_read_source(
        source, arena, options ? options : &defaults, bytes, length, &message);
    if (arena->failed) return check_memory(document);
    if (status != DATELINE_OK) return fail(document, status, message);
    if (!source->id)
        source->id = dtl_arena_format(arena, "s%u", document->sources.count);
    analyse(source, arena);
    return check_memory(document);
}

dateline_status dateline_build(dateline_document *document) {
    if (!document) return DATELINE_MISUSE;
    if (document->status != DATELINE_OK) return document->status;
    if (document->built)
        return fail(document, DATELINE_MISUSE, "dateline_build came twice");
    dtl_chronology_build(document);
    for (uint32_t i = 0; i < document->entries.count; i++)
        if (document->entries.items[i].dated)
            dtl_display_fill(&document->entries.items[i].date,
                             &document->arena);
    document->built = true;
    return check_memory(document);
}

/* A mistake of the caller's that leaves the document as it was. */
static dateline_status refuse(dateline_document *document,
                              const char *message) {
    document->message = message;
    return document->arena.failed ? check_memory(document)
                                  : DATELINE_BAD_INPUT;
}

dateline_status dateline_render(dateline_document *document,
                                const dateline_render_options *options,
                                dateline_write_fn write, void *context,
                                dateline_counts *counts) {
    dateline_counts ignored;
    if (!document || !options || !write) return DATELINE_MISUSE;
    if (document->status != DATELINE_OK) return document->status;
    const dtl_render_fn render = dtl_render_find(options->format);
    if (!render || !document->built)
        return fail(document, DATELINE_MISUSE,
                    "dateline_render wants a known format, after "
                    "dateline_build");
    const char *message = NULL;
    if (options->locale && !dtl_local_is_known(options->locale))
        message = dtl_arena_format(
            &document->arena, "\"%.40s\" is no language that ICU knows: write "
            "de, de-AT or ja", options->locale);
    if (!message) dtl_filter_apply(document, &options->filter, &message);
    if (document->arena.failed) return check_memory(document);
    if (message) return refuse(document, message);
    dtl_buffer out;
    dtl_buffer_init(&out, write, context);
    if (!counts) counts = &ignored;
    *counts = (dateline_counts){0};
    render(document, options, &out, counts);
    if (!dtl_buffer_flush(&out)) return DATELINE_OUTPUT;
    return check_memory(document);
}

dateline_status dateline_explain_entry(dateline_document *document,
                                       const char *id, dateline_write_fn write,
                                       void *context) {
    if (!document || !id || !write) return DATELINE_MISUSE;
    if (document->status != DATELINE_OK) return document->status;
    if (!document->built)
        return fail(document, DATELINE_MISUSE,
                    "dateline_explain_entry comes after dateline_build");
    const dtl_entry *entry = dtl_explain_find(document, id);
    if (!entry)
        return refuse(document, dtl_arena_format(
            &document->arena, "there is no entry \"%.40s\": they are e1 to "
            "e%u, and the json and csv forms say which is which", id,
            document->entries.count));
    dtl_buffer out;
    dtl_buffer_init(&out, write, context);
    dtl_explain_entry(document, entry, &out);
    return dtl_buffer_flush(&out) ? DATELINE_OK : DATELINE_OUTPUT;
}

const char *dateline_format_name(dateline_format format) {
    return dtl_render_name(format);
}

const char *dateline_format_suffix(dateline_format format) {
    return dtl_render_suffix(format);
}

dateline_status dateline_get_note(const dateline_document *document,
                                  uint32_t index, dateline_note *note) {
    if (!document || !note) return DATELINE_MISUSE;
    for (uint32_t i = 0; i < document->sources.count; i++) {
        const dtl_source *source = document->sources.items[i];
        if (index < source->notes.count) {
            const dtl_note *n = &source->notes.items[index];
            *note = (dateline_note){{i, n->span.start, n->span.end},
                                    n->code, n->message};
            return DATELINE_OK;
        }
        index -= source->notes.count;
    }
    return DATELINE_MISUSE;
}

dateline_status dateline_explain(dateline_document *document,
                                 const char *text,
                                 const dateline_expression_options *options,
                                 const dateline_expression **list,
                                 uint32_t *count) {
    static const dateline_expression_options defaults;
    if (!document || !text || !list || !count) return DATELINE_MISUSE;
    *list = NULL;
    *count = 0;
    if (document->status != DATELINE_OK) return document->status;
    if (!options) options = &defaults;
    dtl_arena *arena = &document->arena;
    dtl_expression_options o = {.zone = options->zone,
                                .day_first = options->day_first != 0};
    if (options->reference && !dtl_read_instant(options->reference,
                                                &o.reference))
        return refuse(document, dtl_arena_format(
            arena, "reference \"%.40s\" is not a date: write 2023-06-18 or "
            "2023-06-18T21:04:00+08:00", options->reference));
    if (o.zone && !dtl_read_zone(o.zone))
        return refuse(document, dtl_arena_format(
            arena, "\"%.40s\" is no time zone: write an IANA name such as "
            "Asia/Shanghai", o.zone));
    const dtl_expressions all =
        dtl_expression_all(arena, text, strlen(text), &o);
    if (arena->failed) return check_memory(document);
    if (!all.count) return refuse(document, "no date expression was found");
    *list = all.items;
    *count = all.count;
    return DATELINE_OK;
}

dateline_status dateline_resolve(dateline_document *document,
                                 const char *text, const char *reference,
                                 const dateline_date **date) {
    const dateline_expression_options options = {.reference = reference};
    const dateline_expression *list;
    uint32_t count;
    if (!date) return DATELINE_MISUSE;
    *date = NULL;
    const dateline_status status =
        dateline_explain(document, text, &options, &list, &count);
    if (status != DATELINE_OK) return status;
    *date = &dtl_expression_best((dtl_expressions){list, count})->date;
    return DATELINE_OK;
}

void dateline_close(dateline_document *document) {
    if (!document) return;
    dtl_arena arena = document->arena;
    dtl_arena_free(&arena);
}
