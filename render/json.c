/* json.c - the chronology as JSON, schema "dateline/1", and as one line of
 * NDJSON.
 *
 * render/dateline-1.schema.json describes every name that is written here;
 * null is "unknown". Offsets: start and end count Unicode code points of the
 * text, byte_start and byte_end bytes of the original input; all half-open.
 *
 * Source: RFC 8259; TimeML 1.2.1 (timex3, class, tense, aspect, polarity);
 * ISO 8601-2:2019 (edtf). */
#include "core/base/names.h"
#include "render/formats.h"

#include "render/json_write.h"
#include "render/parts.h"

typedef struct {
    dtl_json json;
    const dtl_document *document;
    const dateline_render_options *options;
} writer;

/* ---- AT --------------------------------------------------------------- */

static void put_offsets(writer *w, const dtl_source *source, dtl_span span) {
    const dtl_text *text = &source->text;
    dtl_json_number(&w->json, "start", dtl_text_point(text, span.start));
    dtl_json_number(&w->json, "end", dtl_text_point(text, span.end));
    dtl_json_number(&w->json, "byte_start",
                    dtl_text_original(text, span.start));
    dtl_json_number(&w->json, "byte_end", dtl_text_original(text, span.end));
}

static void put_at(writer *w, const dtl_source *source, dtl_span span) {
    dtl_json_string(&w->json, "source", source->id);
    put_offsets(w, source, span);
    dtl_json_bytes(&w->json, "text", dtl_bytes(source, span), dtl_length(span));
}

/* The fields of an AT that nothing in the text stands for. */
static void put_nowhere(writer *w) {
    static const char *const keys[] = {"source",     "start",    "end",
                                       "byte_start", "byte_end", "text"};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        dtl_json_null(&w->json, keys[i]);
}

static void put_at_object(writer *w, const char *key, const dtl_source *source,
                          dtl_span span) {
    dtl_json_open_flat(&w->json, key, '{');
    put_at(w, source, span);
    dtl_json_close(&w->json, '}');
}

static void put_strings(writer *w, const char *key, const char *const *items,
                        uint32_t count) {
    dtl_json_open_flat(&w->json, key, '[');
    for (uint32_t i = 0; i < count; i++)
        dtl_json_string(&w->json, NULL, items[i]);
    dtl_json_close(&w->json, ']');
}

/* ---- DATE ------------------------------------------------------------- */

static void put_instant(writer *w, const char *key,
                        const dateline_instant *instant) {
    char text[DTL_INSTANT_BYTES];
    dtl_json_string(&w->json, key, dtl_parts_instant(instant, text));
}

static void put_timex3(writer *w, const dateline_timex3 *timex3) {
    if (!timex3->value) {
        dtl_json_null(&w->json, "timex3");
        return;
    }
    dtl_json_open_flat(&w->json, "timex3", '{');
    dtl_json_string(&w->json, "type", dtl_parts_timex_type(timex3->type));
    dtl_json_string(&w->json, "value", timex3->value);
    dtl_json_string(&w->json, "mod", timex3->mod);
    dtl_json_string(&w->json, "quant", timex3->quant);
    dtl_json_string(&w->json, "freq", timex3->freq);
    dtl_json_string(&w->json, "anchor", timex3->anchor);
    dtl_json_close(&w->json, '}');
}

static void put_candidates(writer *w, const dateline_date *date) {
    dtl_json_open_flat(&w->json, "candidates", '[');
    for (uint32_t i = 0; i < date->candidate_count; i++) {
        dtl_json_open(&w->json, NULL, '{');
        dtl_json_string(&w->json, "edtf", date->candidates[i].edtf);
        dtl_json_share(&w->json, "score", date->candidates[i].score);
        dtl_json_close(&w->json, '}');
    }
    dtl_json_close(&w->json, ']');
}

static void put_date(writer *w, const char *key, const dateline_date *date) {
    dtl_json *json = &w->json;
    dtl_json_open(json, key, '{');
    dtl_json_string(json, "text", date->text);
    dtl_json_string(json, "edtf", date->edtf);
    dtl_json_string(json, "display", date->display);
    put_instant(w, "begin", &date->begin);
    put_instant(w, "end", &date->end);
    dtl_json_string(json, "precision", dtl_parts_precision(date->precision));
    dtl_json_string(json, "relation", dtl_parts_relation(date->relation));
    dtl_json_string(json, "kind", dtl_parts_kind(date->kind));
    dtl_json_bool(json, "approximate", date->approximate);
    dtl_json_bool(json, "uncertain", date->uncertain);
    put_timex3(w, &date->timex3);
    dtl_json_string(json, "rule", date->rule);
    dtl_json_share(json, "confidence", date->confidence);
    put_candidates(w, date);
    dtl_json_string(json, "basis", dtl_parts_basis(date->basis));
    dtl_json_close(json, '}');
}

static void put_date_or_null(writer *w, bool dated, const dateline_date *date) {
    if (dated) put_date(w, "date", date);
    else dtl_json_null(&w->json, "date");
}

/* ---- sources ---------------------------------------------------------- */

static void put_dateline(writer *w, const dtl_source *source) {
    const dtl_head *head = &source->head;
    if (!head->has_dateline) {
        dtl_json_null(&w->json, "dateline");
        return;
    }
    dtl_json_open_flat(&w->json, "dateline", '{');
    dtl_json_bytes(&w->json, "text", dtl_bytes(source, head->dateline),
                   dtl_length(head->dateline));
    dtl_json_string(&w->json, "place", head->place);
    dtl_json_string(&w->json, "agency", head->agency);
    put_instant(w, "date", &head->date);
    put_offsets(w, source, head->dateline);
    dtl_json_close(&w->json, '}');
}

static void put_notes(writer *w, const dtl_source *source) {
    dtl_json_open(&w->json, "notes", '[');
    for (uint32_t i = 0; i < source->notes.count; i++) {
        const dtl_note *note = &source->notes.items[i];
        dtl_json_open_flat(&w->json, NULL, '{');
        dtl_json_string(&w->json, "code", note->code);
        dtl_json_string(&w->json, "message", note->message);
        put_offsets(w, source, note->span);
        dtl_json_close(&w->json, '}');
    }
    dtl_json_close(&w->json, ']');
}

static void put_source(writer *w, const dtl_source *source) {
    dtl_json *json = &w->json;
    dtl_json_open(json, NULL, '{');
    dtl_json_string(json, "id", source->id);
    dtl_json_string(json, "uri", source->uri);
    dtl_json_string(json, "title", source->head.title);
    dtl_json_string(json, "publisher", source->head.publisher);
    dtl_json_string(json, "byline", source->head.byline);
    dtl_json_string(json, "language", source->head.language);
    put_dateline(w, source);
    put_instant(w, "reference", &source->reference);
    dtl_json_string(json, "reference_from",
                    dtl_parts_reference_from(source->reference_from));
    dtl_json_string(json, "timezone", source->zone);
    dtl_json_string(json, "sha256", source->sha256);
    put_notes(w, source);
    dtl_json_close(json, '}');
}

static void put_sources(writer *w) {
    dtl_json_open(&w->json, "sources", '[');
    for (uint32_t i = 0; i < w->document->sources.count; i++)
        put_source(w, w->document->sources.items[i]);
    dtl_json_close(&w->json, ']');
}

/* ---- actors ----------------------------------------------------------- */

static void put_mention(writer *w, const dateline_at *at) {
    const dtl_source *source = dtl_parts_source(w->document, at->source);
    if (source) put_at_object(w, NULL, source, (dtl_span){at->start, at->end});
}

static void put_actors(writer *w) {
    dtl_json_open(&w->json, "actors", '[');
    for (uint32_t i = 0; i < w->document->actors.count; i++) {
        const dtl_cast *actor = &w->document->actors.items[i];
        dtl_json_open(&w->json, NULL, '{');
        dtl_json_string(&w->json, "id", actor->id);
        dtl_json_string(&w->json, "name", actor->name);
        dtl_json_string(&w->json, "type", dtl_parts_actor_type(actor->type));
        dtl_json_string(&w->json, "title", actor->title);
        put_strings(w, "aliases", actor->aliases.items, actor->aliases.count);
        dtl_json_open(&w->json, "mentions", '[');
        for (uint32_t k = 0; k < actor->mentions.count; k++)
            put_mention(w, &actor->mentions.items[k]);
        dtl_json_close(&w->json, ']');
        dtl_json_close(&w->json, '}');
    }
    dtl_json_close(&w->json, ']');
}

/* One actor's part in an event; `source` NULL: nothing in the text. */
static void put_role(writer *w, int32_t actor, dateline_role role,
                     const dtl_source *source, dtl_span span) {
    const bool known =
        actor >= 0 && (uint32_t)actor < w->document->actors.count;
    const dtl_cast *cast = known ? &w->document->actors.items[actor] : NULL;
    dtl_json_open_flat(&w->json, NULL, '{');
    dtl_json_string(&w->json, "actor", cast ? cast->id : NULL);
    dtl_json_string(&w->json, "name", cast ? cast->name : NULL);
    dtl_json_string(&w->json, "role", dtl_parts_role(role));
    if (source && span.start < span.end) put_at(w, source, span);
    else put_nowhere(w);
    dtl_json_close(&w->json, '}');
}

/* ---- times ------------------------------------------------------------ */

/* Ids "t1", "v1" ... count through all sources, in the order of the text. */
static void put_times(writer *w) {
    uint32_t number = 0;
    dtl_json_open(&w->json, "times", '[');
    for (uint32_t i = 0; i < w->document->sources.count; i++) {
        const dtl_source *source = w->document->sources.items[i];
        for (uint32_t k = 0; k < source->times.count; k++) {
            const dtl_time *time = &source->times.items[k];
            dtl_json_open(&w->json, NULL, '{');
            dtl_json_id(&w->json, "id", 't', ++number);
            put_at(w, source, time->span);
            put_date(w, "date", &time->date);
            dtl_json_close(&w->json, '}');
        }
    }
    dtl_json_close(&w->json, ']');
}

/* ---- events and entries ----------------------------------------------- */

static void put_action(writer *w, const dtl_source *source,
                       const dtl_event *event) {
    dtl_json *json = &w->json;
    const dtl_span span = dtl_parts_word(source, event->trigger);
    dtl_json_open(json, "action", '{');
    dtl_json_string(json, "lemma", dtl_parts_lemma(source, event->trigger));
    dtl_json_bytes(json, "text", dtl_bytes(source, span), dtl_length(span));
    put_at_object(w, "trigger", source, span);
    dtl_json_string(json, "class", dtl_name_class(event->class_));
    dtl_json_string(json, "tense", dtl_parts_tense(event->tense));
    dtl_json_string(json, "aspect", dtl_parts_aspect(event->aspect));
    dtl_json_string(json, "polarity", event->negative ? "NEG" : "POS");
    dtl_json_string(json, "modality", event->modality);
    dtl_json_string(json, "plover", event->plover);
    dtl_json_close(json, '}');
}

static void put_trigger(writer *w, dtl_event_ref ref) {
    const dtl_event *event = dtl_parts_event(w->document, ref);
    if (!event) return;
    const dtl_source *source = w->document->sources.items[ref.source];
    put_at_object(w, NULL, source, dtl_parts_word(source, event->trigger));
}

static void put_entry_actors(writer *w, const dtl_entry *entry) {
    dtl_json_open(&w->json, "actors", '[');
    for (uint32_t i = 0; i < entry->roles.count; i++) {
        const dtl_role *role = &entry->roles.items[i];
        put_role(w, (int32_t)role->actor, role->role,
                 dtl_parts_source(w->document, role->at.source),
                 (dtl_span){role->at.start, role->at.end});
    }
    dtl_json_close(&w->json, ']');
}

static void put_sentence(writer *w, const dtl_entry *entry) {
    const dtl_source *source =
        dtl_parts_source(w->document, entry->sentence.source);
    const dtl_span span = {entry->sentence.start, entry->sentence.end};
    if (source && span.start < span.end)
        dtl_json_bytes(&w->json, "sentence", dtl_bytes(source, span),
                       dtl_length(span));
    else dtl_json_null(&w->json, "sentence");
}

static void put_entry(writer *w, const dtl_entry *entry, uint32_t seq) {
    dtl_json *json = &w->json;
    const dtl_event *event = dtl_parts_event(w->document, entry->main);
    dtl_json_open(json, NULL, '{');
    dtl_json_string(json, "id", entry->id);
    dtl_json_number(json, "seq", seq);
    dtl_json_string(json, "headline", entry->headline);
    put_sentence(w, entry);
    dtl_json_string(json, "status", dtl_name_status(entry->status));
    dtl_json_string(json, "reported_by", entry->reported_by);
    if (event)
        put_action(w, w->document->sources.items[entry->main.source], event);
    else dtl_json_null(json, "action");
    put_entry_actors(w, entry);
    put_strings(w, "places", entry->places.items, entry->places.count);
    put_date_or_null(w, entry->dated, &entry->date);
    dtl_json_open(json, "mentions", '[');
    for (uint32_t i = 0; i < entry->mentions.count; i++)
        put_trigger(w, entry->mentions.items[i]);
    dtl_json_close(json, ']');
    dtl_json_share(json, "confidence", entry->confidence);
    dtl_json_close(json, '}');
}

/* The dated entries or the undated ones; seq runs through both. */
static void put_entries(writer *w, const char *key, bool dated) {
    uint32_t seq = 0;
    dtl_json_open(&w->json, key, '[');
    for (uint32_t i = 0; i < w->document->entries.count; i++) {
        const dtl_entry *entry = &w->document->entries.items[i];
        if (!dtl_parts_is_shown(entry, w->options)) continue;
        seq++;
        if (entry->dated == dated) put_entry(w, entry, seq);
    }
    dtl_json_close(&w->json, ']');
}

static void put_event_actors(writer *w, const dtl_source *source,
                             const dtl_event *event) {
    dtl_json_open(&w->json, "actors", '[');
    for (uint32_t i = 0; i < event->participants.count; i++) {
        const dtl_participant *part = &event->participants.items[i];
        const int32_t merged = dtl_parts_merged(source, part->actor);
        put_role(w, merged, part->role, source,
                 dtl_parts_mention(source, part->mention));
    }
    dtl_json_close(&w->json, ']');
}

static void put_event(writer *w, const dtl_source *source,
                      const dtl_event *event, uint32_t number) {
    dtl_json *json = &w->json;
    const dtl_entry *entry = dtl_parts_entry(w->document, event->entry);
    const bool shown = entry && dtl_parts_is_shown(entry, w->options);
    dtl_json_open(json, NULL, '{');
    dtl_json_id(json, "id", 'v', number);
    put_at(w, source, dtl_parts_word(source, event->trigger));
    put_action(w, source, event);
    dtl_json_string(json, "status", dtl_name_status(event->status));
    dtl_json_string(json, "reported_by", event->reported_by);
    put_event_actors(w, source, event);
    put_date_or_null(w, event->has_date, &event->date);
    dtl_json_string(json, "entry", shown ? entry->id : NULL);
    dtl_json_close(json, '}');
}

static void put_events(writer *w) {
    uint32_t number = 0;
    dtl_json_open(&w->json, "events", '[');
    for (uint32_t i = 0; i < w->document->sources.count; i++) {
        const dtl_source *source = w->document->sources.items[i];
        for (uint32_t k = 0; k < source->events.count; k++)
            put_event(w, source, &source->events.items[k], ++number);
    }
    dtl_json_close(&w->json, ']');
}

/* ---- the whole -------------------------------------------------------- */

static void put_document(writer *w) {
    dtl_json *json = &w->json;
    dtl_json_open(json, NULL, '{');
    dtl_json_string(json, "schema", "dateline/1");
    dtl_json_open_flat(json, "generator", '{');
    dtl_json_string(json, "name", "dateline");
    dtl_json_string(json, "version", DATELINE_VERSION);
    dtl_json_close(json, '}');
    put_sources(w);
    put_actors(w);
    put_times(w);
    put_entries(w, "entries", true);
    put_entries(w, "undated", false);
    if (w->options->all) put_events(w);
    dtl_json_close(json, '}');
    dtl_buffer_char(json->out, '\n');
}

static void render(const dtl_document *document,
                   const dateline_render_options *options, dtl_buffer *out,
                   bool compact) {
    writer w = {.document = document, .options = options};
    dtl_json_init(&w.json, out, compact);
    put_document(&w);
}

void dtl_render_json(const dtl_document *document,
                     const dateline_render_options *options, dtl_buffer *out,
                     dateline_counts *counts) {
    dtl_parts_count(document, options, counts);
    render(document, options, out, false);
}

void dtl_render_ndjson(const dtl_document *document,
                       const dateline_render_options *options, dtl_buffer *out,
                       dateline_counts *counts) {
    dtl_parts_count(document, options, counts);
    render(document, options, out, true);
}
