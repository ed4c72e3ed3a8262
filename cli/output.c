/* output.c - a destination that is complete or not there. */
#define _XOPEN_SOURCE 700
#include "cli/cli.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool complain_output(const cli_output *output, int error) {
    cli_complain("cannot write %s: %s",
                 output->name ? output->name : "standard output",
                 strerror(error));
    return false;
}

/* Opens NAME.XXXXXX beside the name, with the permissions that a new file
 * would have. */
static FILE *open_beside(cli_output *output) {
    const size_t length = strlen(output->name);
    output->temporary = malloc(length + sizeof ".XXXXXX");
    if (!output->temporary) return NULL;
    memcpy(output->temporary, output->name, length);
    memcpy(output->temporary + length, ".XXXXXX", sizeof ".XXXXXX");
    const int descriptor = mkstemp(output->temporary);
    if (descriptor < 0) {
        free(output->temporary);
        output->temporary = NULL;
        return NULL;
    }
    const mode_t mask = umask(0);
    umask(mask);
    fchmod(descriptor, 0666 & ~mask);
    return fdopen(descriptor, "wb");
}

bool cli_output_open(cli_output *output, const char *name) {
    *output = (cli_output){.file = stdout};
    if (!name || strcmp(name, "-") == 0) return true;
    struct stat there;
    const bool exists = stat(name, &there) == 0;
    /* A link stays a link: what it leads to is replaced. */
    output->name = exists ? realpath(name, NULL) : strdup(name);
    if (!output->name) return complain_output(output, errno);
    const bool in_place = exists && !S_ISREG(there.st_mode);
    output->file = in_place ? fopen(output->name, "wb") : open_beside(output);
    if (output->file) return true;
    const int error = errno;
    complain_output(output, error);
    free(output->name);
    free(output->temporary);
    return false;
}

static void remember(cli_output *output) {
    if (output->error == 0) output->error = errno ? errno : EIO;
}

int cli_output_write(void *context, const char *bytes, size_t length) {
    cli_output *output = context;
    errno = 0;
    if (!output->error && fwrite(bytes, 1, length, output->file) != length)
        remember(output);
    return output->error;
}

void cli_output_flush(cli_output *output) {
    errno = 0;
    if (!output->error && fflush(output->file) != 0) remember(output);
    /* What stdio could not write before, it forgets when it flushes. */
    if (!output->error && ferror(output->file)) remember(output);
}

/* What was written must be on the disk before it takes the old file's name,
 * or a crash could leave neither. */
static void sync_file(cli_output *output) {
    errno = 0;
    if (output->temporary && !output->error && fsync(fileno(output->file)) != 0)
        remember(output);
}

bool cli_output_close(cli_output *output, bool keep) {
    cli_output_flush(output);
    if (keep) sync_file(output);
    errno = 0;
    if (fclose(output->file) != 0) remember(output);
    errno = 0;
    const bool move = output->temporary && keep && !output->error;
    if (move && rename(output->temporary, output->name) != 0)
        remember(output);
    if (output->temporary && !(move && !output->error))
        unlink(output->temporary);
    if (output->error) complain_output(output, output->error);
    free(output->temporary);
    free(output->name);
    return !output->error;
}
