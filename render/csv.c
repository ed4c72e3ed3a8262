/* csv.c - one row for each entry, for spreadsheets and data frames.
 *
 * RFC 4180: UTF-8, CRLF, a header row, texts in quotation marks. Columns:
 *
 *     id            as in the JSON form, stable
 *     date          the date in words; empty for an undated entry
 *     begin, end    ISO 8601, half-open: end is the first moment behind it
 *     edtf          ISO 8601-2
 *     precision, relation, basis    as in the JSON form
 *     headline      who did what
 *     status        occurred, ongoing, planned, possible, negated
 *     reported_by   who says so; empty: the paper itself
 *     actors        names with their roles: "Ana Reyes (agent); ..."
 *     places        names, "; " between them
 *     action        lemma of the verb or noun
 *     class         TimeML event class
 *     plover        PLOVER class, may be empty
 *     confidence    of the date, 0 to 1
 *     date_written  the date expression in the text
 *     sentence      quoted from the source
 *     source        title, file name or id
 *
 * No cell starts a formula: a text whose first character is = + - @ (or a
 * fullwidth one of them) gets an apostrophe in front, after the OWASP page
 * on CSV injection; so does a year before 1 BC. Texts are plain: white space
 * collapsed, no controls. */
#include "render/formats.h"

#include <string.h>

#include "core/base/names.h"
#include "core/base/text.h"
#include "render/escape.h"
#include "render/parts.h"
#include "render/wording.h"

static const char header[] =
    "id,date,begin,end,edtf,precision,relation,basis,headline,status,"
    "reported_by,actors,places,action,class,plover,confidence,date_written,"
    "sentence,source\r\n";

/* ---- cells ------------------------------------------------------------ */

static bool starts_formula(uint32_t point) {
    static const uint32_t signs[] = {'=',    '+',    '-',    '@',
                                     0xFF1D, 0xFF0B, 0xFF0D, 0xFF20};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (point == signs[i]) return true;
    return false;
}

typedef struct {
    dtl_buffer *out;
    bool begun; /* something stands in the cell */
} cell;

static cell open_cell(dtl_buffer *out) {
    dtl_buffer_char(out, '"');
    return (cell){out, false};
}

static void put_bytes(cell *c, const char *bytes, size_t length) {
    uint32_t point;
    dtl_plain plain = dtl_plain_start(bytes, length);
    while (dtl_plain_next(&plain, &point)) {
        char unit[4];
        if (!c->begun && starts_formula(point)) dtl_buffer_char(c->out, '\'');
        if (point == '"') dtl_buffer_char(c->out, '"');
        dtl_buffer_bytes(c->out, unit, dtl_utf8_encode(point, unit));
        c->begun = true;
    }
}

static void put(cell *c, const char *text) {
    if (text) put_bytes(c, text, strlen(text));
}

/* Our own separator, kept as it is. */
static void put_own(cell *c, const char *text) {
    dtl_buffer_text(c->out, text);
    c->begun = true;
}

static void close_cell(cell *c) { dtl_buffer_text(c->out, "\","); }

static void put_text(dtl_buffer *out, const char *text) {
    cell c = open_cell(out);
    put(&c, text);
    close_cell(&c);
}

/* A word of ours: no quotation marks. */
static void put_word(dtl_buffer *out, const char *word) {
    if (word && starts_formula((unsigned char)*word))
        dtl_buffer_char(out, '\'');
    if (word) dtl_buffer_text(out, word);
    dtl_buffer_char(out, ',');
}

/* ---- a row ------------------------------------------------------------ */

static void put_date(dtl_buffer *out, const dtl_entry *entry) {
    char text[DTL_INSTANT_BYTES];
    const dateline_date *date = &entry->date;
    if (!entry->dated) {
        dtl_buffer_text(out, ",,,,,,,");
        return;
    }
    put_text(out, dtl_wording_date(date));
    put_word(out, dtl_parts_instant(&date->begin, text));
    put_word(out, dtl_parts_instant(&date->end, text));
    put_text(out, date->edtf);
    put_word(out, dtl_parts_precision(date->precision));
    put_word(out, dtl_parts_relation(date->relation));
    put_word(out, dtl_parts_basis(date->basis));
}

static void put_actors(dtl_buffer *out, const dtl_document *document,
                       const dtl_entry *entry) {
    cell c = open_cell(out);
    for (uint32_t i = 0; i < entry->roles.count; i++) {
        const dtl_role *role = &entry->roles.items[i];
        if (role->actor >= document->actors.count) continue;
        if (c.begun) put_own(&c, "; ");
        put(&c, document->actors.items[role->actor].name);
        put_own(&c, " (");
        put_own(&c, dtl_parts_role(role->role));
        put_own(&c, ")");
    }
    close_cell(&c);
}

static void put_places(dtl_buffer *out, const dtl_entry *entry) {
    cell c = open_cell(out);
    for (uint32_t i = 0; i < entry->places.count; i++) {
        if (c.begun) put_own(&c, "; ");
        put(&c, entry->places.items[i]);
    }
    close_cell(&c);
}

static void put_action(dtl_buffer *out, const dtl_document *document,
                       const dtl_entry *entry) {
    const dtl_event *event = dtl_parts_event(document, entry->main);
    if (!event) {
        dtl_buffer_text(out, ",,,");
        return;
    }
    const dtl_source *source = document->sources.items[entry->main.source];
    put_text(out, dtl_parts_lemma(source, event->trigger));
    put_word(out, dtl_name_class(event->class_));
    put_word(out, event->plover);
}

static void put_share(dtl_buffer *out, float share) {
    const int hundredths = share >= 1.0f  ? 100
                           : share > 0.0f ? (int)(share * 100.0f + 0.5f)
                                          : 0;
    dtl_buffer_format(out, "%d.%02d,", hundredths / 100, hundredths % 100);
}

static void put_quote(dtl_buffer *out, const dtl_document *document,
                      const dtl_entry *entry) {
    const dtl_source *source =
        dtl_parts_source(document, entry->sentence.source);
    const dtl_span span = {entry->sentence.start, entry->sentence.end};
    put_text(out, entry->dated ? entry->date.text : NULL);
    cell c = open_cell(out);
    if (source && span.start < span.end)
        put_bytes(&c, dtl_bytes(source, span), dtl_length(span));
    close_cell(&c);
    c = open_cell(out);
    if (source) put(&c, dtl_wording_source(source));
    dtl_buffer_text(out, "\"\r\n");
}

static void put_row(dtl_buffer *out, const dtl_document *document,
                    const dtl_entry *entry) {
    put_word(out, entry->id);
    put_date(out, entry);
    put_text(out, dtl_wording_headline(entry));
    put_word(out, dtl_name_status(entry->status));
    put_text(out, entry->reported_by);
    put_actors(out, document, entry);
    put_places(out, entry);
    put_action(out, document, entry);
    put_share(out, entry->confidence);
    put_quote(out, document, entry);
}

void dtl_render_csv(const dtl_document *document,
                    const dateline_render_options *options, dtl_buffer *out,
                    dateline_counts *counts) {
    dtl_parts_count(document, options, counts);
    dtl_buffer_text(out, header);
    for (uint32_t i = 0; i < document->entries.count; i++) {
        const dtl_entry *entry = &document->entries.items[i];
        if (dtl_parts_is_shown(entry, options)) put_row(out, document, entry);
    }
}
