/* chronology.c - files in, one merged chronology out. */
#include "cli/cli.h"

#include <stdlib.h>
#include <string.h>

static bool complain_document(const dateline_document *document,
                              const char *name, dateline_status status) {
    const char *message = dateline_message(document);
    cli_complain("%s%s%s", name ? name : "", name ? ": " : "",
                 message[0] ? message : dateline_describe(status));
    return false;
}

static bool read_file(dateline_document *document, const cli_options *options,
                      const char *name) {
    const bool standard = strcmp(name, "-") == 0;
    cli_bytes input;
    if (!cli_input_read(name, &input)) return false;
    const dateline_source_options source = {
        .format = options->from,
        .uri = standard ? NULL : name,
        .title = options->title,
        .publisher = options->publisher,
        .reference = options->date,
        .zone = options->zone,
        .day_first = options->day_first,
    };
    const dateline_status status =
        dateline_read(document, &source, input.bytes, input.length);
    free(input.bytes);
    return status == DATELINE_OK ||
           complain_document(document, standard ? "standard input" : name,
                             status);
}

static bool read_and_build(dateline_document *document,
                           const cli_options *options) {
    for (int i = 0; i < options->file_count; i++)
        if (!read_file(document, options, options->files[i])) return false;
    const dateline_status status = dateline_build(document);
    return status == DATELINE_OK || complain_document(document, NULL, status);
}

/* "events left out: 133 background (--all keeps them), 2 negated ..." */
void cli_counts_say(const dateline_counts *counts) {
    const struct {
        uint32_t count;
        const char *what;
    } rows[] = {{counts->filtered, "background (--all keeps them)"},
                {counts->refused, "that the filters refuse"},
                {counts->undated, "undated"},
                {counts->coarse, "known only to the year (--ics-coarse)"},
                {counts->negated, "negated (--negated)"},
                {counts->overlapping, "inside a date expression"}};
    char text[320] = "";
    size_t used = 0;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        if (rows[i].count)
            used += (size_t)snprintf(text + used, sizeof text - used,
                                     "%s%u %s", used ? ", " : "",
                                     (unsigned)rows[i].count, rows[i].what);
    if (used) cli_complain("events left out: %s", text);
    if (counts->replaced)
        cli_complain("characters that XML cannot hold became U+FFFD: %u",
                     (unsigned)counts->replaced);
}

/* Notes about a source as a whole; with -v those about a piece of it too. */
static void say_notes(const dateline_document *document,
                      const cli_options *options) {
    dateline_note note;
    for (uint32_t i = 0;
         dateline_get_note(document, i, &note) == DATELINE_OK; i++) {
        const bool piece = note.at.start < note.at.end;
        const char *name = options->files[note.at.source];
        if (strcmp(name, "-") == 0) name = "standard input";
        if (!piece)
            cli_complain("%s: %s", name, note.message);
        else if (options->verbose)
            cli_complain("%s: byte %u: %s", name, (unsigned)note.at.start,
                         note.message);
    }
}

dateline_render_options cli_render_options(const cli_options *options) {
    return (dateline_render_options){
        .format = options->to,
        .all = options->all,
        .timestamp = options->timestamp,
        .coarse = options->coarse,
        .negated = options->negated,
        .split = options->split,
        .locale = options->locale,
        .table = options->table,
        .width = cli_terminal_width(options),
        .color = cli_terminal_color(options),
        .filter = options->filter,
    };
}

static int discard(void *context, const char *bytes, size_t length) {
    (void)context, (void)bytes, (void)length;
    return 0;
}

/* The library reads them when it renders: an empty document will do. */
bool cli_render_check(const cli_options *options) {
    dateline_document *document;
    const dateline_render_options render = cli_render_options(options);
    dateline_status status = dateline_open(&document, NULL);
    if (status == DATELINE_OK) status = dateline_build(document);
    if (status == DATELINE_OK)
        status = dateline_render(document, &render, discard, NULL, NULL);
    if (status != DATELINE_OK) complain_document(document, NULL, status);
    dateline_close(document);
    return status == DATELINE_OK;
}

static dateline_status write_document(dateline_document *document,
                                      const cli_options *options,
                                      cli_output *output,
                                      dateline_counts *counts) {
    const dateline_render_options render = cli_render_options(options);
    if (options->explain)
        return dateline_explain_entry(document, options->explain,
                                      cli_output_write, output);
    return dateline_render(document, &render, cli_output_write, output,
                           counts);
}

static cli_status write_out(dateline_document *document,
                            const cli_options *options) {
    cli_output output;
    dateline_counts counts = {0};
    if (!cli_output_open(&output, options->output)) return CLI_OUTPUT;
    const dateline_status status =
        write_document(document, options, &output, &counts);
    if (!cli_output_close(&output, status == DATELINE_OK)) return CLI_OUTPUT;
    if (status == DATELINE_OUTPUT) return CLI_OUTPUT;
    if (status != DATELINE_OK) {
        complain_document(document, NULL, status);
        return CLI_USAGE;
    }
    if (!options->quiet) {
        say_notes(document, options);
        cli_counts_say(&counts);
    }
    const bool nothing = counts.written == 0 && !options->explain;
    return nothing && options->strict ? CLI_NOTHING : CLI_OK;
}

cli_status cli_chronology(const cli_options *options) {
    dateline_document *document;
    const dateline_status status = dateline_open(&document, NULL);
    if (status != DATELINE_OK) {
        cli_complain("%s", dateline_describe(status));
        return CLI_USAGE;
    }
    const cli_status result = read_and_build(document, options)
                                  ? write_out(document, options)
                                  : CLI_USAGE;
    dateline_close(document);
    return result;
}
