/* records.c - NDJSON: one article a line in, one chronology a line out.
 *
 * A record is an object with "text" and, if it likes, "id", "date", "title",
 * "publisher", "uri" and "timezone". Lines come out in the order of the
 * input for any number of workers: each takes the next line under one lock
 * and waits for its turn to write under another. A record that cannot be
 * read gives {"id":...,"error":{"code":...,"message":...}} and never stops
 * the rest. */
#define _POSIX_C_SOURCE 200809L
#include "cli/cli.h"

#include <errno.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
    const cli_options *options;
    FILE *in;
    cli_output out;
    pthread_mutex_t reading, writing;
    pthread_cond_t turn;
    uint64_t lines, taken, written; /* taken, written: records */
    bool some_failed, stopped;
    dateline_counts counts; /* of all records */
    int read_error;
} road;

/* What one worker holds. */
typedef struct {
    char *line;
    size_t room;
    ssize_t length;
    uint64_t number; /* of the record */
    cli_reply reply;
} work;

static bool is_blank(const char *line, ssize_t length) {
    for (ssize_t i = 0; i < length; i++)
        if (!line[i] || !strchr(" \t\r\n", line[i])) return false;
    return true;
}

/* The next line that is not blank; false at the end. */
static bool take_line(road *r, work *w) {
    pthread_mutex_lock(&r->reading);
    bool more = false;
    while (!more && !r->stopped) {
        errno = 0;
        w->length = getline(&w->line, &w->room, r->in);
        if (w->length < 0) {
            r->read_error = errno;
            r->stopped = true;
            break;
        }
        w->reply.line = ++r->lines;
        more = !is_blank(w->line, w->length);
    }
    if (more) w->number = r->taken++;
    pthread_mutex_unlock(&r->reading);
    return more;
}

static void stop(road *r) {
    pthread_mutex_lock(&r->reading);
    r->stopped = true;
    pthread_mutex_unlock(&r->reading);
}

/* Writes when the records before are written. */
static void give_line(road *r, const work *w) {
    pthread_mutex_lock(&r->writing);
    while (r->written != w->number) pthread_cond_wait(&r->turn, &r->writing);
    cli_output_write(&r->out, w->reply.bytes, w->reply.used);
    cli_output_flush(&r->out);
    r->some_failed |= w->reply.failed;
    r->counts.written += w->reply.counts.written;
    r->counts.filtered += w->reply.counts.filtered;
    r->counts.refused += w->reply.counts.refused;
    r->written++;
    pthread_cond_broadcast(&r->turn);
    const bool failed = r->out.error != 0;
    pthread_mutex_unlock(&r->writing);
    if (failed) stop(r);
}

static void *work_on(void *context) {
    road *r = context;
    work w = {0};
    while (take_line(r, &w)) {
        cli_record_answer(&w.reply, r->options, w.line, (size_t)w.length);
        give_line(r, &w);
    }
    free(w.line);
    free(w.reply.bytes);
    return NULL;
}

/* This thread works too; fewer threads than asked for give the same. */
static void work_together(road *r) {
    pthread_t helpers[CLI_MAX_JOBS];
    int started = 0;
    while (started < r->options->jobs - 1 &&
           pthread_create(&helpers[started], NULL, work_on, r) == 0)
        started++;
    work_on(r);
    while (started > 0) pthread_join(helpers[--started], NULL);
}

static bool answer_file(road *r, const char *name) {
    const bool standard = strcmp(name, "-") == 0;
    r->in = standard ? stdin : fopen(name, "rb");
    if (!r->in) {
        cli_complain("cannot open %s: %s", name, strerror(errno));
        return false;
    }
    r->lines = 0;
    r->stopped = r->out.error != 0;
    r->read_error = 0;
    work_together(r);
    if (r->read_error)
        cli_complain("cannot read %s: %s",
                     standard ? "standard input" : name,
                     strerror(r->read_error));
    if (!standard) fclose(r->in);
    return !r->read_error;
}

cli_status cli_records(const cli_options *options) {
    road r = {.options = options};
    if (!cli_output_open(&r.out, options->output)) return CLI_OUTPUT;
    pthread_mutex_init(&r.reading, NULL);
    pthread_mutex_init(&r.writing, NULL);
    pthread_cond_init(&r.turn, NULL);
    bool good = true;
    for (int i = 0; i < options->file_count && good; i++)
        good = answer_file(&r, options->files[i]);
    pthread_cond_destroy(&r.turn);
    pthread_mutex_destroy(&r.writing);
    pthread_mutex_destroy(&r.reading);
    if (!cli_output_close(&r.out, good)) return CLI_OUTPUT;
    if (!good) return CLI_USAGE;
    if (!options->quiet) cli_counts_say(&r.counts);
    if (r.some_failed) return CLI_SOME;
    return options->strict && !r.counts.written ? CLI_NOTHING : CLI_OK;
}
