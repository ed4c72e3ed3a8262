/* fields.c - under which keys the records of others keep what we read. */
#include "cli/cli.h"

#include <string.h>

static const char *const names[CLI_FIELDS] = {
    "id", "text", "date", "title", "publisher", "uri", "timezone"};

void cli_fields_init(cli_options *options) {
    for (int i = 0; i < CLI_FIELDS; i++)
        snprintf(options->fields[i], CLI_FIELD_BYTES, "%s", names[i]);
}

static int find_name(const char *word, size_t length) {
    for (int i = 0; i < CLI_FIELDS; i++)
        if (strlen(names[i]) == length && !memcmp(names[i], word, length))
            return i;
    return -1;
}

bool cli_fields_take(cli_options *options, const char *map) {
    for (const char *at = map;; at++) {
        const size_t pair = strcspn(at, ",");
        const char *equals = memchr(at, '=', pair);
        const size_t name = equals ? (size_t)(equals - at) : pair;
        const size_t key = equals ? pair - name - 1 : 0;
        const int field = find_name(at, name);
        if (field < 0 || !key || key >= CLI_FIELD_BYTES) {
            cli_complain("--fields %s: write NAME=KEY with commas between; "
                         "names are id, text, date, title, publisher, uri "
                         "and timezone", map);
            return false;
        }
        memcpy(options->fields[field], equals + 1, key);
        options->fields[field][key] = '\0';
        at += pair;
        if (!*at) return true;
    }
}
