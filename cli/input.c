/* input.c - a file or standard input, to its end. */
#include "cli/cli.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

/* More than this is not read: the library refuses it with a message that
 * says how much it takes. */
#define MOST ((size_t)80 * 1024 * 1024)

static bool read_all(FILE *file, cli_bytes *input) {
    size_t room = 0;
    *input = (cli_bytes){0};
    do {
        if (input->length == room) {
            room = room ? room * 2 : 64 * 1024;
            char *grown = realloc(input->bytes, room);
            if (!grown) return false;
            input->bytes = grown;
        }
        input->length += fread(input->bytes + input->length, 1,
                               room - input->length, file);
    } while (input->length == room && input->length < MOST);
    return !ferror(file);
}

bool cli_input_read(const char *name, cli_bytes *input) {
    const bool standard = strcmp(name, "-") == 0;
    FILE *file = standard ? stdin : fopen(name, "rb");
    const char *shown = standard ? "standard input" : name;
    if (!file) {
        cli_complain("cannot open %s: %s", shown, strerror(errno));
        return false;
    }
    errno = 0;
    const bool good = read_all(file, input);
    if (!good) {
        cli_complain("cannot read %s: %s", shown,
                     strerror(errno ? errno : ENOMEM));
        free(input->bytes);
        *input = (cli_bytes){0};
    }
    if (!standard) fclose(file);
    return good;
}
