/* options.c - the command line. */
#include "cli/cli.h"

#include <stdlib.h>
#include <string.h>

typedef struct {
    char letter;
    const char *name, *value; /* value NULL: a flag; name "": a heading */
    size_t field;             /* of cli_options, when take is NULL */
    bool (*take)(cli_options *options, const char *value);
    const char *help;
} option;

static bool take_from(cli_options *options, const char *value) {
    options->mode = CLI_DOCUMENT;
    options->from_given = true;
    options->from = DATELINE_INPUT_AUTO;
    if (strcmp(value, "ndjson") == 0) options->mode = CLI_RECORDS;
    else if (strcmp(value, "text") == 0) options->from = DATELINE_INPUT_TEXT;
    else if (strcmp(value, "html") == 0) options->from = DATELINE_INPUT_HTML;
    else if (strcmp(value, "eml") == 0) options->from = DATELINE_INPUT_EML;
    else if (strcmp(value, "auto") != 0) {
        cli_complain("--from %s: no such format; use auto, text, html, eml or "
                     "ndjson", value);
        return false;
    }
    return true;
}

/* The library's formats are the command's: "text, json, ...". */
static const char *format_names(char names[200]) {
    size_t used = 0;
    names[0] = '\0';
    for (int i = 0; i < DATELINE_FORMAT_COUNT; i++) {
        const char *name = dateline_format_name((dateline_format)i);
        if (name && used + strlen(name) + 3 <= 200)
            used += (size_t)snprintf(names + used, 200 - used, "%s%s",
                                     used ? ", " : "", name);
    }
    return names;
}

static bool take_to(cli_options *options, const char *value) {
    for (int i = 0; i < DATELINE_FORMAT_COUNT; i++) {
        const char *name = dateline_format_name((dateline_format)i);
        if (!name || strcmp(value, name) != 0) continue;
        options->to = (dateline_format)i;
        options->to_given = true;
        return true;
    }
    char names[200];
    cli_complain("--to %s: no such format; use one of %s", value,
                 format_names(names));
    return false;
}

static bool take_jobs(cli_options *options, const char *value) {
    char *end;
    const long jobs = strtol(value, &end, 10);
    if (*end || jobs < 1 || jobs > CLI_MAX_JOBS) {
        cli_complain("--jobs %s: write a number from 1 to 256", value);
        return false;
    }
    options->jobs = (int)jobs;
    return true;
}

static bool take_style(cli_options *options, const char *value) {
    options->table = strcmp(value, "table") == 0;
    if (options->table || strcmp(value, "list") == 0) return true;
    cli_complain("--style %s: use list or table", value);
    return false;
}

static bool take_color(cli_options *options, const char *value) {
    static const char *const names[] = {"auto", "always", "never"};
    for (int i = 0; i < 3; i++) {
        if (strcmp(value, names[i]) != 0) continue;
        options->color = (cli_color)i;
        return true;
    }
    cli_complain("--color %s: use auto, always or never", value);
    return false;
}

static bool take_confidence(cli_options *options, const char *value) {
    char *end;
    const double least = strtod(value, &end);
    if (end == value || *end || !(least >= 0 && least <= 1)) {
        cli_complain("--min-confidence %s: write a number from 0 to 1, such "
                     "as 0.7", value);
        return false;
    }
    options->filter.min_confidence = (float)least;
    return true;
}

static const option table[] = {
#define HEAD(title) {0, "", NULL, 0, NULL, title},
#define FLAG(letter, name, field, help)                                       \
    {letter, name, NULL, offsetof(cli_options, field), NULL, help},
#define TEXT(letter, name, value, field, help)                                \
    {letter, name, value, offsetof(cli_options, field), NULL, help},
#define TAKE(letter, name, value, take, help)                                 \
    {letter, name, value, 0, take, help},
#include "cli/options.def"
#undef HEAD
#undef FLAG
#undef TEXT
#undef TAKE
};
#define OPTION_COUNT (sizeof table / sizeof table[0])

static const option *find_name(const char *name, size_t length) {
    for (size_t i = 0; i < OPTION_COUNT; i++)
        if (length && strlen(table[i].name) == length &&
            memcmp(table[i].name, name, length) == 0)
            return &table[i];
    return NULL;
}

static const option *find_letter(char letter) {
    for (size_t i = 0; i < OPTION_COUNT; i++)
        if (*table[i].name && table[i].letter == letter) return &table[i];
    return NULL;
}

static bool take_value(cli_options *options, const option *row,
                       const char *value) {
    if (!value) {
        cli_complain("--%s wants a value: --%s %s", row->name, row->name,
                     row->value);
        return false;
    }
    if (row->take) return row->take(options, value);
    memcpy((char *)options + row->field, &value, sizeof value);
    return true;
}

static void set_flag(cli_options *options, const option *row) {
    const bool yes = true;
    memcpy((char *)options + row->field, &yes, sizeof yes);
}

/* --name, --name=value or --name value; moves *i past what it used. */
static bool read_long(cli_options *options, char **argv, int *i) {
    const char *name = argv[*i] + 2;
    const size_t length = strcspn(name, "=");
    const option *row = find_name(name, length);
    const char *value = name[length] == '=' ? name + length + 1 : NULL;
    if (!row) {
        cli_complain("%s: no such option; dateline --help lists them",
                     argv[*i]);
        return false;
    }
    if (row->value)
        return take_value(options, row, value ? value : argv[++*i]);
    if (value) {
        cli_complain("--%s takes no value", row->name);
        return false;
    }
    set_flag(options, row);
    return true;
}

/* -q, -qv, -oFILE or -o FILE. */
static bool read_letters(cli_options *options, char **argv, int *i) {
    for (const char *letter = argv[*i] + 1; *letter; letter++) {
        const option *row = find_letter(*letter);
        if (!row) {
            cli_complain("%s: no such option; dateline --help lists them",
                         argv[*i]);
            return false;
        }
        if (row->value)
            return take_value(options, row,
                              letter[1] ? letter + 1 : argv[++*i]);
        set_flag(options, row);
    }
    return true;
}

static bool ends_in(const char *text, const char *suffix) {
    const size_t length = strlen(text), tail = strlen(suffix);
    return length > tail && strcmp(text + length - tail, suffix) == 0;
}

/* --from ndjson when every file is called so. */
static void guess_mode(cli_options *options) {
    int records = 0;
    for (int i = 0; i < options->file_count; i++)
        records += ends_in(options->files[i], ".ndjson") ||
                   ends_in(options->files[i], ".jsonl");
    if (!options->from_given && records && records == options->file_count)
        options->mode = CLI_RECORDS;
}

/* Other suffixes that people use. */
static const struct {
    const char *suffix, *format;
} suffixes[] = {{".markdown", "markdown"}, {".jsonl", "ndjson"},
                {".timeml", "timeml"},     {".ical", "ics"},
                {".text", "text"},         {".htm", "html"}};

static bool find_suffix(const char *name, dateline_format *format) {
    for (int i = 0; i < DATELINE_FORMAT_COUNT; i++) {
        *format = (dateline_format)i;
        const char *suffix = dateline_format_suffix(*format);
        if (suffix && ends_in(name, suffix)) return true;
        const char *called = dateline_format_name(*format);
        for (size_t k = 0; k < sizeof suffixes / sizeof suffixes[0]; k++)
            if (called && strcmp(suffixes[k].format, called) == 0 &&
                ends_in(name, suffixes[k].suffix))
                return true;
    }
    return false;
}

/* --to from the suffix of --output; records come out as records. False
 * after a complaint. */
static bool guess_format(cli_options *options) {
    if (options->to_given) return true;
    if (options->mode == CLI_RECORDS) options->to = DATELINE_FORMAT_NDJSON;
    if (!options->output || options->when || options->explain) return true;
    const char *slash = strrchr(options->output, '/');
    const char *dot = strrchr(slash ? slash + 1 : options->output, '.');
    dateline_format format;
    if (find_suffix(options->output, &format)) {
        options->to = format;
    } else if (dot && dot[1] && options->mode != CLI_RECORDS) {
        cli_complain("--output %s: no format has this suffix; say which one "
                     "with --to", options->output);
        return false;
    }
    return true;
}

static bool has_filter(const dateline_filter *filter) {
    return filter->actor || filter->from_date || filter->to_date ||
           filter->statuses || filter->classes || filter->min_confidence > 0;
}

static bool check(const cli_options *options) {
    const bool whole = options->to == DATELINE_FORMAT_TIMEML ||
                       options->to == DATELINE_FORMAT_CONLLU;
    if (whole && has_filter(&options->filter)) {
        cli_complain("--to %s annotates the whole text: use the filters with "
                     "another format", dateline_format_name(options->to));
        return false;
    }
    if (options->mode == CLI_RECORDS &&
        options->to != DATELINE_FORMAT_NDJSON) {
        cli_complain("--from ndjson gives one line for each record: use it "
                     "with --to ndjson");
        return false;
    }
    if (options->explain &&
        (options->mode == CLI_RECORDS || options->to_given || options->when)) {
        cli_complain("--explain tells about one entry in words: use it "
                     "without --to, --when and --from ndjson");
        return false;
    }
    if (options->when && options->file_count) {
        cli_complain("--when resolves one expression and reads no file");
        return false;
    }
    return true;
}

bool cli_options_read(cli_options *options, int argc, char **argv,
                      const char **files) {
    *options = (cli_options){.jobs = 1, .files = files};
    cli_fields_init(options);
    bool rest_are_files = false;
    for (int i = 1; i < argc; i++) {
        const char *word = argv[i];
        const bool file = rest_are_files || word[0] != '-' || !word[1];
        if (file)
            files[options->file_count++] = word;
        else if (strcmp(word, "--") == 0)
            rest_are_files = true;
        else if (word[1] == '-' ? !read_long(options, argv, &i)
                                : !read_letters(options, argv, &i))
            return false;
    }
    guess_mode(options);
    if (options->help || options->version) return true;
    if (!guess_format(options)) return false;
    if (!check(options) || !cli_render_check(options)) return false;
    if (options->file_count == 0) files[options->file_count++] = "-";
    return true;
}

static void print_option(FILE *out, const option *row) {
    char left[40];
    const char *value = row->value ? row->value : "";
    if (!*row->name) {
        fprintf(out, "\n%s:\n", row->help);
        return;
    }
    if (row->letter)
        snprintf(left, sizeof left, "-%c, --%s %s", row->letter, row->name,
                 value);
    else
        snprintf(left, sizeof left, "    --%s %s", row->name, value);
    fprintf(out, "  %-24s", left);
    for (const char *help = row->help; *help; help++) {
        fputc(*help, out);
        if (*help == '\n') fprintf(out, "%26s", "");
    }
    fputc('\n', out);
}

static void print_formats(FILE *out) {
    static const struct {
        const char *name, *words;
    } rows[] = {
#define SAY(name, words) {name, words},
#include "cli/formats.def"
#undef SAY
    };
    fputs("\nFormats, and how their files end:\n", out);
    for (size_t k = 0; k < sizeof rows / sizeof rows[0]; k++)
        for (int i = 0; i < DATELINE_FORMAT_COUNT; i++) {
            const char *name = dateline_format_name((dateline_format)i);
            if (name && strcmp(name, rows[k].name) == 0)
                fprintf(out, "  %-11s %-12s %s\n", name,
                        dateline_format_suffix((dateline_format)i),
                        rows[k].words);
        }
}

void cli_options_help(FILE *out) {
    fputs("Usage: dateline [OPTIONS] [FILE...]\n"
          "Turns news articles into their chronology: what happened, who "
          "did it, when.\n"
          "Several files make one chronology; - or no FILE is standard "
          "input.\n",
          out);
    for (size_t i = 0; i < OPTION_COUNT; i++) print_option(out, &table[i]);
    print_formats(out);
    fputs("\nExamples:\n"
          "  dateline article.txt\n"
          "  dateline --date 2023-06-18 -o briefing.md one.html two.eml\n"
          "  dateline -t csv --actor \"Ana Reyes\" --from-date 2023-06 *.txt\n"
          "  dateline --when \"late Saturday\" --date 2023-06-18\n"
          "\nExit status: 0 ok, 1 nothing found (--strict), 2 usage or "
          "input,\n"
          "3 some records failed, 4 output failed.\n",
          out);
}
