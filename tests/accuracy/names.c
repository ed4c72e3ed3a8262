/* names.c - precision, recall and F1 of names, by exact span and type.
 *
 *     accuracy_names [--errors | --signs] FILE...
 *
 * A file is IOB2 in the columns of Universal NER ("# newdoc", "# text =",
 * "number TAB word TAB tag") or IOB in those of WikiGold ("word tag"). The
 * sentences of a document are read as one raw text, joined with a blank, and
 * go through the whole pipeline. Person, organization and place are scored;
 * other tags and types are left out.
 *
 * --signs prints for every name found its gold tag ("O" when it is none) and
 * the signs of its type as a hexadecimal number, for
 * core/story/train/train_votes.py; names that cut a gold name are left out. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/model.h"
#include "core/story/naming.h"

enum { TYPES = 3 };
static const char *const tags[TYPES] = {"PER", "ORG", "LOC"};
static const dateline_actor_type types[TYPES] = {
    DATELINE_ACTOR_PERSON, DATELINE_ACTOR_ORGANIZATION,
    DATELINE_ACTOR_PLACE};

typedef struct {
    size_t start, end;
    int type;
    int hit;
} span;

typedef struct {
    char text[1 << 20];
    size_t length, sentence; /* where the last sentence starts */
    size_t at;               /* where the next word is looked for */
    span gold[1 << 16];
    size_t count;
    int open; /* the last gold span goes on */
} document;

static document doc;
static long gold_count[TYPES], found_count[TYPES], right_count[TYPES];
static int show_errors, show_signs;

static int type_of(const char *tag) {
    for (int i = 0; i < TYPES; i++)
        if (strcmp(tag, tags[i]) == 0) return i;
    return -1;
}

static void append(const char *text) {
    const size_t length = strlen(text);
    if (doc.length + length + 2 > sizeof doc.text) return;
    memcpy(doc.text + doc.length, text, length + 1);
    doc.length += length;
}

static void open_sentence(const char *text) {
    if (doc.length) append(" ");
    doc.sentence = doc.at = doc.length;
    append(text);
    doc.open = 0;
}

/* The word's place in the sentence, appended when no "# text" gave it. */
static span place(const char *word, int given) {
    if (!given) {
        if (doc.length) append(" ");
        doc.at = doc.length;
        append(word);
    }
    const char *found = strstr(doc.text + doc.at, word);
    const size_t start = found ? (size_t)(found - doc.text) : doc.at;
    doc.at = start + strlen(word);
    return (span){start, doc.at, -1, 0};
}

static void add_word(const char *word, const char *tag, int given) {
    span s = place(word, given);
    if (tag[0] == 'O' || !tag[1]) {
        doc.open = 0;
        return;
    }
    s.type = type_of(tag + 2);
    span *last = doc.count ? &doc.gold[doc.count - 1] : NULL;
    if (doc.open && tag[0] == 'I' && last->type == s.type) {
        last->end = s.end;
        return;
    }
    if (doc.count < sizeof doc.gold / sizeof *doc.gold)
        doc.gold[doc.count++] = s;
    doc.open = 1;
}

static void tell(const char *what, size_t start, size_t end, int type) {
    if (!show_errors) return;
    const size_t from = start > 40 ? start - 40 : 0;
    printf("%-8s %s  %.*s [%.*s] %.*s\n", what, tags[type],
           (int)(start - from), doc.text + from, (int)(end - start),
           doc.text + start, 40, doc.text + end);
}

static void judge(const span *found) {
    found_count[found->type]++;
    for (size_t i = 0; i < doc.count; i++) {
        span *g = &doc.gold[i];
        if (g->start != found->start || g->end != found->end ||
            g->type != found->type || g->hit)
            continue;
        g->hit = 1;
        right_count[found->type]++;
        return;
    }
    tell("spurious", found->start, found->end, found->type);
}

static void judge_mention(const dtl_source *source, const dtl_mention *m) {
    if (m->kind != DTL_MENTION_NAME || m->actor < 0) return;
    const dateline_actor_type type = source->actors.items[m->actor].type;
    for (int i = 0; i < TYPES; i++)
        if (types[i] == type)
            judge(&(span){source->words.items[m->first].span.start,
                          source->words.items[m->last].span.end, i, 0});
}

static const char *gold_tag(size_t start, size_t end) {
    for (size_t i = 0; i < doc.count; i++) {
        const span *g = &doc.gold[i];
        if (g->type < 0 || g->end <= start || end <= g->start) continue;
        return g->start == start && g->end == end ? tags[g->type] : NULL;
    }
    return "O";
}

static void print_signs(dtl_source *source, dtl_arena *arena) {
    dtl_naming naming;
    if (!dtl_naming_init(&naming, source, arena)) return;
    dtl_names_find(&naming);
    for (uint32_t i = 0; i < naming.clues.count; i++) {
        const dtl_clue *clue = &naming.clues.items[i];
        const size_t start =
            source->words.items[clue->mention.first].span.start;
        const size_t end = source->words.items[clue->mention.last].span.end;
        const char *tag = gold_tag(start, end);
        if (tag)
            printf("%s %llx %.*s\n", tag, (unsigned long long)clue->signs,
                   (int)(end - start), doc.text + start);
    }
}

static void close_document(void) {
    dateline_document *read;
    const dateline_source_options options = {.format = DATELINE_INPUT_TEXT,
                                             .reference = "2017-01-01"};
    if (doc.length && dateline_open(&read, NULL) == DATELINE_OK) {
        if (dateline_read(read, &options, doc.text, doc.length) ==
            DATELINE_OK) {
            dtl_source *source = read->sources.items[0];
            if (show_signs) print_signs(source, &read->arena);
            for (uint32_t i = 0; i < source->mentions.count; i++)
                judge_mention(source, &source->mentions.items[i]);
        }
        dateline_close(read);
    }
    for (size_t i = 0; i < doc.count; i++) {
        const span *g = &doc.gold[i];
        if (g->type < 0) continue;
        gold_count[g->type]++;
        if (!g->hit) tell("missed", g->start, g->end, g->type);
    }
    doc.length = doc.at = doc.count = 0;
    doc.text[0] = 0;
    doc.open = 0;
}

static void read_line(char *line, int *given) {
    char number[32], word[512], tag[32];
    line[strcspn(line, "\r\n")] = 0;
    if (strncmp(line, "# newdoc", 8) == 0 ||
        strncmp(line, "-DOCSTART-", 10) == 0)
        close_document();
    else if (strncmp(line, "# text = ", 9) == 0)
        open_sentence(line + 9), *given = 1;
    else if (!*line)
        doc.open = 0;
    else if (*given && sscanf(line, "%31[^\t]\t%511[^\t]\t%31s", number, word,
                              tag) == 3)
        add_word(word, tag, 1);
    else if (!*given && sscanf(line, "%511s %31s", word, tag) == 2)
        add_word(word, tag, 0);
}

static void show(const char *name, double gold, double found, double right) {
    const double p = found > 0 ? 100 * right / found : 0;
    const double r = gold > 0 ? 100 * right / gold : 0;
    printf("%s  gold %5.0f  P %5.1f  R %5.1f  F1 %5.1f\n", name, gold, p, r,
           p + r > 0 ? 2 * p * r / (p + r) : 0);
}

static void score_file(const char *path) {
    FILE *file = fopen(path, "rb");
    if (!file) return;
    static char line[1 << 16];
    int given = 0;
    while (fgets(line, sizeof line, file)) read_line(line, &given);
    close_document();
    fclose(file);
    if (!show_signs) printf("%s\n", path);
    for (int i = 0; i < TYPES; i++) {
        if (!show_signs)
            show(tags[i], (double)gold_count[i], (double)found_count[i],
                 (double)right_count[i]);
        gold_count[i] = found_count[i] = right_count[i] = 0;
    }
}

int main(int count, char **arguments) {
    for (int i = 1; i < count; i++)
        if (strcmp(arguments[i], "--errors") == 0) show_errors = 1;
        else if (strcmp(arguments[i], "--signs") == 0) show_signs = 1;
        else score_file(arguments[i]);
    return 0;
}
