/* main.c - the command: options in, exit status out.
 *
 * Here and in the other files of cli/ is all that the library must not
 * know: files, the environment, threads, the terminal. */
#define _POSIX_C_SOURCE 200809L
#include <errno.h>
#include <signal.h>
#include <stdlib.h>

#include "cli/cli.h"

/* The reproducible-builds.org variable; it only stamps iCalendar events. */
static int64_t source_date_epoch(void) {
    const char *text = getenv("SOURCE_DATE_EPOCH");
    if (!text || text[0] < '0' || text[0] > '9') return 0;
    char *end;
    errno = 0;
    const long long seconds = strtoll(text, &end, 10);
    return errno || *end ? 0 : seconds;
}

static cli_status print_and_check(void (*print)(FILE *)) {
    /* One write at the end, which says why it failed. */
    static char room[1 << 14];
    setvbuf(stdout, room, _IOFBF, sizeof room);
    print(stdout);
    cli_output standard = {.file = stdout};
    return cli_output_close(&standard, true) ? CLI_OK : CLI_OUTPUT;
}

static void print_version(FILE *out) {
    fprintf(out, "dateline %s\n", dateline_version());
}

static cli_status run(const cli_options *options) {
    if (options->help) return print_and_check(cli_options_help);
    if (options->version) return print_and_check(print_version);
    if (options->when) return cli_when(options);
    if (options->mode == CLI_RECORDS) return cli_records(options);
    return cli_chronology(options);
}

int main(int argc, char **argv) {
    signal(SIGPIPE, SIG_IGN); /* a closed pipe is a failed write */
    signal(SIGXFSZ, SIG_IGN); /* and so is a file that may not grow */
    cli_options options;
    const char **files = calloc((size_t)argc + 2, sizeof *files);
    if (!files) {
        cli_complain("out of memory");
        return CLI_USAGE;
    }
    cli_status status = CLI_USAGE;
    if (cli_options_read(&options, argc, argv, files)) {
        options.timestamp = source_date_epoch();
        status = run(&options);
    }
    free(files);
    return (int)status;
}
