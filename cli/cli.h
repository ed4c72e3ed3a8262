/* cli.h - what the files of the command share.
 *
 * The command stands on dateline.h alone; cJSON reads its NDJSON records. */
#ifndef CLI_H
#define CLI_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include "dateline.h"

/* How the command ends. */
typedef enum {
    CLI_OK = 0,
    CLI_NOTHING = 1,   /* --strict and no entry was found */
    CLI_USAGE = 2,     /* an option or an input cannot be read */
    CLI_SOME = 3,      /* some records failed, the others came out */
    CLI_OUTPUT = 4     /* the output could not be written */
} cli_status;

#define CLI_MAX_JOBS 256

typedef enum { CLI_DOCUMENT = 0, CLI_RECORDS } cli_mode;

typedef enum {
    CLI_COLOR_AUTO = 0, /* on a terminal */
    CLI_COLOR_ALWAYS,
    CLI_COLOR_NEVER
} cli_color;

/* What a record can say, in the order of cli_field_names. */
typedef enum {
    CLI_FIELD_ID = 0,
    CLI_FIELD_TEXT,
    CLI_FIELD_DATE,
    CLI_FIELD_TITLE,
    CLI_FIELD_PUBLISHER,
    CLI_FIELD_URI,
    CLI_FIELD_ZONE,
    CLI_FIELDS
} cli_field;

#define CLI_FIELD_BYTES 64

typedef struct {
    cli_mode mode;            /* CLI_RECORDS: --from ndjson */
    dateline_input from;
    dateline_format to;
    bool from_given, to_given;
    const char *output;       /* NULL or "-": standard output */
    const char *date, *zone, *when, *title, *publisher, *explain;
    const char *locale;
    char fields[CLI_FIELDS][CLI_FIELD_BYTES]; /* keys of a record */
    dateline_filter filter;
    cli_color color;
    bool table;
    bool day_first, all, coarse, split, negated, strict, quiet, verbose, help,
        version;
    int jobs;
    int64_t timestamp;        /* SOURCE_DATE_EPOCH, 0 when unset */
    const char **files;       /* "-": standard input */
    int file_count;
} cli_options;

/* ---- chronology.c ------------------------------------------------------- */

/* The options that a rendering takes. */
dateline_render_options cli_render_options(const cli_options *options);

/* What was left out, on standard error. */
void cli_counts_say(const dateline_counts *counts);

/* Whether the library can read filters and language; false after a
 * complaint. */
bool cli_render_check(const cli_options *options);

/* ---- fields.c ----------------------------------------------------------- */

/* Every field under its own name. */
void cli_fields_init(cli_options *options);

/* Takes "text=body,date=published"; false after a complaint. */
bool cli_fields_take(cli_options *options, const char *map);

/* ---- options.c ---------------------------------------------------------- */

/* Fills *options from the command line; false after a complaint. `files`
 * has room for argc names. */
bool cli_options_read(cli_options *options, int argc, char **argv,
                      const char **files);
void cli_options_help(FILE *out);

/* ---- message.c ---------------------------------------------------------- */

/* "dateline: " and one line on standard error, with whatever could move a
 * terminal (controls, bidi overrides, ill-formed bytes) made visible. */
void cli_complain(const char *format, ...)
    __attribute__((format(printf, 1, 2)));

/* Bytes of the well-formed UTF-8 sequence at the NUL-terminated text `s` and
 * its code point; 0: ill-formed. */
size_t cli_decode(const char *s, uint32_t *point);

/* ---- input.c ------------------------------------------------------------ */

typedef struct {
    char *bytes;
    size_t length;
} cli_bytes;

/* Reads a file, "-" for standard input, to its end. False after a
 * complaint. The caller frees bytes. */
bool cli_input_read(const char *name, cli_bytes *input);

/* ---- output.c ----------------------------------------------------------- */

/* A destination that is complete or not there: a file is written beside its
 * name and renamed at the end. */
typedef struct {
    FILE *file;
    char *name, *temporary; /* NULL: written in place */
    int error; /* errno of the first failure, 0: none */
} cli_output;

bool cli_output_open(cli_output *output, const char *name);
int cli_output_write(void *output, const char *bytes, size_t length);
void cli_output_flush(cli_output *output);

/* Flushes and moves the file into place, or takes it away when something
 * failed; false after a complaint. */
bool cli_output_close(cli_output *output, bool keep);

/* ---- record.c ----------------------------------------------------------- */

typedef struct {
    uint64_t line; /* of the input, for messages */
    char *bytes;
    size_t used, capacity;
    dateline_counts counts;
    bool failed;
} cli_reply;

/* Answers the record in `line`, which ends in NUL and is scratch. */
void cli_record_answer(cli_reply *reply, const cli_options *options,
                       char *line, size_t length);

/* ---- terminal.c --------------------------------------------------------- */

/* Columns of the terminal that the output goes to; 0: it goes to none. */
int cli_terminal_width(const cli_options *options);

/* Whether the text form is to be coloured. */
bool cli_terminal_color(const cli_options *options);

/* ---- the three things the command does ---------------------------------- */

cli_status cli_when(const cli_options *options);
cli_status cli_records(const cli_options *options);
cli_status cli_chronology(const cli_options *options);

#endif
