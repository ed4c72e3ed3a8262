/* corpus.c - reads CoNLL-U (universaldependencies.org/format.html). */
#include "core/language/train/corpus.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/base/limits.h"
#include "core/language/language.h"
#include "core/language/lexicon.h"

#define LINE_BYTES 8192
#define FIELDS 10

void train_die(const char *what, const char *which) {
    fprintf(stderr, "dateline-train: %s: %s\n", what, which);
    exit(1);
}

void *train_alloc(size_t count, size_t size) {
    void *memory = calloc(count ? count : 1, size);
    if (!memory) train_die("no memory", "calloc");
    return memory;
}

void *train_grow(void *array, size_t count, size_t size) {
    void *memory = realloc(array, count * size);
    if (!memory) train_die("no memory", "realloc");
    return memory;
}

uint64_t train_random(uint64_t *state) {
    *state ^= *state >> 12;
    *state ^= *state << 25;
    *state ^= *state >> 27;
    return *state * UINT64_C(2685821657736338717);
}

float train_chance(uint64_t *state) {
    return (float)(train_random(state) >> 40) / 16777216.0f;
}

static uint8_t find_pos(const char *name) {
    for (int i = 0; i < DTL_POS_COUNT; i++)
        if (!strcmp(name, dtl_language_pos_name((dtl_pos)i)))
            return (uint8_t)i;
    return DTL_POS_X;
}

static uint8_t find_tag(const char *name) {
    for (int i = 1; i < DTL_TAG_COUNT; i++)
        if (!strcmp(name, dtl_language_tag_name((dtl_tag)i)))
            return (uint8_t)i;
    return DTL_TAG_NONE;
}

/* Subtypes that model.h does not list fold onto their relation. */
static uint8_t find_dep(char *name) {
    for (int i = 0; i < DTL_DEP_COUNT; i++)
        if (!strcmp(name, dtl_language_dep_name((dtl_dep)i)))
            return (uint8_t)i;
    char *colon = strchr(name, ':');
    if (!colon) return DTL_DEP_DEP;
    *colon = '\0';
    return find_dep(name);
}

static uint8_t find_label(train_labels *labels, uint8_t pos, uint8_t tag) {
    uint8_t similar = 0;
    for (uint32_t i = 1; i < labels->count; i++) {
        if (labels->pos[i] != pos) continue;
        if (labels->tag[i] == tag) return (uint8_t)i;
        if (!similar) similar = (uint8_t)i;
    }
    if (labels->count + 2 >= DTL_MAX_LABELS) return similar;
    if (labels->count == 0) labels->count = 1;
    labels->pos[labels->count] = pos;
    labels->tag[labels->count] = tag;
    return (uint8_t)labels->count++;
}

typedef struct {
    dtl_token tokens[DTL_MAX_SENTENCE_WORDS];
    uint8_t labels[DTL_MAX_SENTENCE_WORDS], deps[DTL_MAX_SENTENCE_WORDS];
    int16_t heads[DTL_MAX_SENTENCE_WORDS];
    uint32_t count;
    bool whole;
} draft;

static void add_word(draft *d, char **fields, train_labels *labels) {
    if (d->count >= DTL_MAX_SENTENCE_WORDS) {
        d->whole = false;
        return;
    }
    const uint32_t i = d->count++;
    dtl_token_init(&d->tokens[i], fields[1], strlen(fields[1]));
    d->tokens[i].lex = dtl_lexicon_classes(fields[1], strlen(fields[1]));
    d->labels[i] =
        find_label(labels, find_pos(fields[3]), find_tag(fields[4]));
    d->heads[i] = (int16_t)atoi(fields[6]);
    d->deps[i] = find_dep(fields[7]);
}

static void *copy(const void *from, size_t count, size_t size) {
    void *to = train_alloc(count, size);
    memcpy(to, from, count * size);
    return to;
}

static void add_sentence(train_corpus *corpus, draft *d) {
    const uint32_t n = d->count;
    d->count = 0;
    if (!d->whole || n == 0) return;
    if (corpus->count == corpus->capacity) {
        corpus->capacity = corpus->capacity ? corpus->capacity * 2 : 1024;
        corpus->items = train_grow(corpus->items, corpus->capacity,
                                   sizeof *corpus->items);
    }
    for (uint32_t i = 0; i < n; i++)
        if (d->heads[i] == 0) d->heads[i] = (int16_t)(n + 1);
    train_sentence *s = &corpus->items[corpus->count++];
    s->count = n;
    s->tokens = copy(d->tokens, n, sizeof *s->tokens);
    s->labels = copy(d->labels, n, sizeof *s->labels);
    s->heads = copy(d->heads, n, sizeof *s->heads);
    s->deps = copy(d->deps, n, sizeof *s->deps);
    corpus->words += n;
}

static int split_fields(char *line, char **fields) {
    int count = 0;
    char *at = line;
    while (at && count < FIELDS) {
        fields[count++] = at;
        at = strchr(at, '\t');
        if (at) *at++ = '\0';
    }
    return count;
}

void train_corpus_read(train_corpus *corpus, const char *path,
                       train_labels *labels) {
    static draft d;
    static char line[LINE_BYTES];
    char *fields[FIELDS];
    FILE *file = fopen(path, "r");
    if (!file) train_die("cannot open", path);
    d = (draft){.whole = true};
    while (fgets(line, sizeof line, file)) {
        line[strcspn(line, "\r\n")] = '\0';
        if (line[0] == '\0') {
            add_sentence(corpus, &d);
            d.whole = true;
        }
        if (line[0] == '\0' || line[0] == '#') continue;
        if (split_fields(line, fields) < FIELDS) continue;
        if (strpbrk(fields[0], "-.")) continue;
        add_word(&d, fields, labels);
    }
    add_sentence(corpus, &d);
    fclose(file);
}
