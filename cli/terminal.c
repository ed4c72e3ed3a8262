/* terminal.c - what there is to know about where the output goes. */
#define _DEFAULT_SOURCE
#include "cli/cli.h"

#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

static bool is_terminal(const cli_options *options) {
    const bool standard = !options->output || strcmp(options->output, "-") == 0;
    return standard && isatty(STDOUT_FILENO);
}

int cli_terminal_width(const cli_options *options) {
    struct winsize size = {0};
    if (!is_terminal(options) ||
        ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0)
        return 0;
    return size.ws_col;
}

/* no-color.org: any value that is not empty. */
bool cli_terminal_color(const cli_options *options) {
    const char *no_color = getenv("NO_COLOR"), *term = getenv("TERM");
    if (options->color == CLI_COLOR_ALWAYS) return true;
    if (options->color == CLI_COLOR_NEVER || (no_color && *no_color))
        return false;
    return is_terminal(options) && !(term && strcmp(term, "dumb") == 0);
}
