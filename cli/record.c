/* record.c - one NDJSON record to one line of reply. */
#include "cli/cli.h"

#include <cjson/cJSON.h>
#include <stdlib.h>
#include <string.h>

/* ---- the reply ---------------------------------------------------------- */

static int add(void *context, const char *bytes, size_t length) {
    cli_reply *reply = context;
    if (length > reply->capacity - reply->used) {
        size_t room = reply->capacity ? reply->capacity : 4096;
        while (room - reply->used < length) room *= 2;
        char *grown = realloc(reply->bytes, room);
        if (!grown) return 1;
        reply->bytes = grown;
        reply->capacity = room;
    }
    memcpy(reply->bytes + reply->used, bytes, length);
    reply->used += length;
    return 0;
}

static void add_text(cli_reply *reply, const char *text) {
    add(reply, text, strlen(text));
}

/* A JSON string: ill-formed UTF-8 becomes U+FFFD. */
static void add_string(cli_reply *reply, const char *text) {
    add_text(reply, "\"");
    for (const char *s = text; *s;) {
        uint32_t point = 0;
        char escaped[8];
        const size_t n = cli_decode(s, &point);
        if (n && point >= 0x20 && point != '"' && point != '\\') {
            add(reply, s, n);
        } else {
            snprintf(escaped, sizeof escaped, "\\u%04x",
                     n ? (unsigned)point : 0xFFFDu);
            add_text(reply, escaped);
        }
        s += n ? n : 1;
    }
    add_text(reply, "\"");
}

static void add_id(cli_reply *reply, const cJSON *id) {
    char number[32];
    if (cJSON_IsString(id)) {
        add_string(reply, id->valuestring);
    } else if (cJSON_IsNumber(id)) {
        snprintf(number, sizeof number, "%.15g", id->valuedouble);
        add_text(reply, number);
    } else {
        add_text(reply, "null");
    }
}

static void reply_error(cli_reply *reply, const cJSON *id, const char *code,
                        const char *message) {
    char where[48];
    reply->failed = true;
    reply->used = 0;
    snprintf(where, sizeof where, "line %llu: ",
             (unsigned long long)reply->line);
    add_text(reply, "{\"id\":");
    add_id(reply, id);
    add_text(reply, ",\"error\":{\"code\":");
    add_string(reply, code);
    add_text(reply, ",\"message\":");
    const size_t length = strlen(where) + strlen(message) + 1;
    char *full = malloc(length);
    if (full) snprintf(full, length, "%s%s", where, message);
    add_string(reply, full ? full : message);
    free(full);
    add_text(reply, "}}\n");
}

/* ---- the record --------------------------------------------------------- */

/* The code unit of the "\uXXXX" at `at`; -1: none stands there. */
static int unit_at(const char *line, size_t length, size_t at) {
    static const char digits[] = "0123456789abcdef0123456789ABCDEF";
    int unit = 0;
    if (at + 6 > length || line[at] != '\\' || line[at + 1] != 'u') return -1;
    for (size_t i = at + 2; i < at + 6; i++) {
        const char *digit = memchr(digits, line[i], sizeof digits - 1);
        if (!digit) return -1;
        unit = unit * 16 + (int)((digit - digits) % 16);
    }
    return unit;
}

static bool is_high(int unit) { return unit >= 0xD800 && unit < 0xDC00; }
static bool is_low(int unit) { return unit >= 0xDC00 && unit < 0xE000; }

/* cJSON ends a string at an escaped NUL and refuses half of a surrogate
 * pair; odd text must not fail, so both become U+FFFD, in place. */
static void mend_escapes(char *line, size_t length) {
    for (size_t i = 0; i < length; i++) {
        if (line[i] != '\\') continue;
        const int unit = unit_at(line, length, i);
        if (unit < 0) {
            i++; /* what it escapes, a backslash perhaps */
        } else if (is_high(unit) && is_low(unit_at(line, length, i + 6))) {
            i += 11;
        } else {
            if (unit == 0 || is_high(unit) || is_low(unit))
                memcpy(line + i + 2, "fffd", 4);
            i += 5;
        }
    }
}

/* NULL when absent or null; sets *bad when it is not a string. */
static const char *string_of(const cJSON *record, const char *key,
                             const char **bad) {
    const cJSON *item = cJSON_GetObjectItemCaseSensitive(record, key);
    if (!item || cJSON_IsNull(item)) return NULL;
    if (!cJSON_IsString(item)) *bad = key;
    return item->valuestring;
}

static const cJSON *id_of(const cJSON *record, const cli_options *options) {
    return cJSON_GetObjectItemCaseSensitive(record,
                                            options->fields[CLI_FIELD_ID]);
}

static dateline_status read_record(dateline_document *document,
                                   const cli_options *options,
                                   const cJSON *record, const char **bad) {
    char number[32];
    const char(*keys)[CLI_FIELD_BYTES] = options->fields;
    const cJSON *id = id_of(record, options);
    const char *text = string_of(record, keys[CLI_FIELD_TEXT], bad);
    dateline_source_options source = {
        .format = options->from,
        .uri = string_of(record, keys[CLI_FIELD_URI], bad),
        .title = string_of(record, keys[CLI_FIELD_TITLE], bad),
        .publisher = string_of(record, keys[CLI_FIELD_PUBLISHER], bad),
        .zone = string_of(record, keys[CLI_FIELD_ZONE], bad),
        .reference = options->date,
        .published = string_of(record, keys[CLI_FIELD_DATE], bad),
        .day_first = options->day_first,
    };
    if (!text) *bad = keys[CLI_FIELD_TEXT];
    if (*bad) return DATELINE_BAD_INPUT;
    if (options->zone) source.zone = options->zone;
    if (cJSON_IsString(id)) source.id = id->valuestring;
    if (cJSON_IsNumber(id)) {
        snprintf(number, sizeof number, "%.15g", id->valuedouble);
        source.id = number;
    }
    return dateline_read(document, &source, text, strlen(text));
}

static dateline_status render_record(dateline_document *document,
                                     const cli_options *options,
                                     cli_reply *reply) {
    const dateline_render_options render = cli_render_options(options);
    const dateline_status status = dateline_build(document);
    if (status != DATELINE_OK) return status;
    const dateline_status rendered =
        dateline_render(document, &render, add, reply, &reply->counts);
    return rendered;
}

static const char *code_of(dateline_status status) {
    switch (status) {
    case DATELINE_OK: return "ok";
    case DATELINE_NO_MEMORY: return "no_memory";
    case DATELINE_LIMIT: return "limit";
    case DATELINE_MISUSE: return "misuse";
    case DATELINE_BAD_INPUT: return "bad_input";
    case DATELINE_OUTPUT: return "output";
    }
    return "unknown";
}

static void answer(cli_reply *reply, const cli_options *options,
                   const cJSON *record) {
    const cJSON *id = id_of(record, options);
    const char *bad = NULL;
    char message[CLI_FIELD_BYTES + 48];
    dateline_document *document;
    dateline_status status = dateline_open(&document, NULL);
    if (status == DATELINE_OK)
        status = read_record(document, options, record, &bad);
    if (status == DATELINE_OK)
        status = render_record(document, options, reply);
    if (bad) {
        const bool missing = strcmp(bad, options->fields[CLI_FIELD_TEXT]) == 0;
        snprintf(message, sizeof message, "\"%s\" is %snot a string", bad,
                 missing ? "missing or " : "");
        reply_error(reply, id, "bad_record", message);
    } else if (status != DATELINE_OK) {
        const char *said = dateline_message(document);
        reply_error(reply, id, code_of(status),
                    said[0] ? said : dateline_describe(status));
    }
    dateline_close(document);
}

void cli_record_answer(cli_reply *reply, const cli_options *options,
                       char *line, size_t length) {
    reply->used = 0;
    reply->counts = (dateline_counts){0};
    reply->failed = false;
    cJSON *record = NULL;
    if (!memchr(line, '\0', length)) {
        mend_escapes(line, length);
        record = cJSON_ParseWithLengthOpts(line, length + 1, NULL, true);
    }
    if (!record)
        reply_error(reply, NULL, "bad_json", "this is not one JSON value");
    else if (!cJSON_IsObject(record))
        reply_error(reply, NULL, "bad_record",
                    "write an object: {\"id\": ..., \"text\": ...}");
    else
        answer(reply, options, record);
    cJSON_Delete(record);
}
