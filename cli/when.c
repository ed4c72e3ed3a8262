/* when.c - the date expressions of one text against one reference date, and
 * why they came out as they did. */
#include "cli/cli.h"

#include <string.h>

/* An end of an interval, with only the digits that are meant. */
static const char *write_instant(const dateline_instant *at, char text[48]) {
    size_t n = 0;
    if (at->digits == DATELINE_DIGITS_OPEN) return "open";
    const int year = at->year < 0 ? -at->year : at->year;
    n += (size_t)snprintf(text, 48, "%s%04d", at->year < 0 ? "-" : "", year);
    if (at->digits >= DATELINE_DIGITS_MONTH)
        n += (size_t)snprintf(text + n, 48 - n, "-%02d", at->month);
    if (at->digits >= DATELINE_DIGITS_DAY)
        n += (size_t)snprintf(text + n, 48 - n, "-%02d", at->day);
    if (at->digits >= DATELINE_DIGITS_MINUTE)
        n += (size_t)snprintf(text + n, 48 - n, "T%02d:%02d", at->hour,
                              at->minute);
    if (at->digits == DATELINE_DIGITS_SECOND)
        n += (size_t)snprintf(text + n, 48 - n, ":%02d", at->second);
    if (at->has_zone && at->digits >= DATELINE_DIGITS_MINUTE) {
        const int zone = at->zone < 0 ? -at->zone : at->zone;
        snprintf(text + n, 48 - n, "%c%02d:%02d", at->zone < 0 ? '-' : '+',
                 zone / 60, zone % 60);
    }
    return text;
}

static void print_line(FILE *out, const char *name, const char *value) {
    if (value) fprintf(out, "%-10s  %s\n", name, value);
}

static void print_timex3(FILE *out, const dateline_timex3 *timex) {
    static const char *const types[] = {"DATE", "TIME", "DURATION", "SET"};
    const char *const names[] = {"mod", "quant", "freq", "anchor"};
    const char *const values[] = {timex->mod, timex->quant, timex->freq,
                                  timex->anchor};
    if (!timex->value) return;
    const unsigned type = (unsigned)timex->type;
    fprintf(out, "%-10s  %s %s", "timex3", type < 4 ? types[type] : "?",
            timex->value);
    for (size_t i = 0; i < 4; i++)
        if (values[i]) fprintf(out, " %s=%s", names[i], values[i]);
    fputc('\n', out);
}

static void print_date(FILE *out, const dateline_date *date) {
    char begin[48], end[48];
    print_line(out, "text", date->text);
    print_line(out, "edtf", date->edtf ? date->edtf : "unresolved");
    if (date->edtf)
        fprintf(out, "%-10s  [%s, %s)\n", "interval",
                write_instant(&date->begin, begin),
                write_instant(&date->end, end));
    print_timex3(out, &date->timex3);
    print_line(out, "display", date->display);
}

/* What made the date: rows of the tables, candidates, reason. */
static void print_reasons(FILE *out, const dateline_expression *e) {
    const dateline_date *date = &e->date;
    print_line(out, "rule", date->rule);
    for (uint32_t i = 0; i < e->row_count; i++)
        fprintf(out, "%s%s", i ? ", " : "rows        ", e->rows[i]);
    if (e->row_count) fputc('\n', out);
    for (uint32_t i = 0; i < date->candidate_count; i++) {
        const dateline_candidate *c = &date->candidates[i];
        fprintf(out, "%-10s  %s (%.2f)%s%s\n", i ? "" : "candidates", c->edtf,
                (double)c->score, c->how ? "  " : "", c->how ? c->how : "");
    }
    print_line(out, "why", e->why);
    print_line(out, "note", e->note);
}

cli_status cli_when(const cli_options *options) {
    const dateline_expression_options how = {.reference = options->date,
                                             .zone = options->zone,
                                             .day_first = options->day_first};
    dateline_document *document;
    const dateline_expression *list = NULL;
    uint32_t count = 0;
    dateline_status status = dateline_open(&document, NULL);
    if (status == DATELINE_OK)
        status = dateline_explain(document, options->when, &how, &list,
                                  &count);
    cli_output output;
    cli_status result = CLI_USAGE;
    if (status != DATELINE_OK)
        cli_complain("--when \"%s\": %s", options->when,
                     document ? dateline_message(document)
                              : dateline_describe(status));
    else if (!cli_output_open(&output, options->output))
        result = CLI_OUTPUT;
    else {
        for (uint32_t i = 0; i < count; i++) {
            if (i) fputc('\n', output.file);
            print_date(output.file, &list[i].date);
            print_reasons(output.file, &list[i]);
        }
        result = cli_output_close(&output, true) ? CLI_OK : CLI_OUTPUT;
    }
    dateline_close(document);
    return result;
}
