/* score_language.c - accuracy and speed of tagger and parser.
 *
 *     score-language CONLLU...
 *
 * Reads gold sentences and words, lets dtl_language_tag and
 * dtl_language_parse do the rest, and counts per file, in percent of all
 * words as the CoNLL 2018 evaluation does: UPOS, XPOS (as far as dtl_tag
 * lists the tags), UAS, LAS (relations without their subtypes) and LAS with
 * the subtypes of dtl_dep; F1 of pairs of a verb and its subject or object;
 * words a second of tag + parse, the best of some rounds on one core. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "core/language/language.h"

#define ROUNDS 5

typedef struct {
    char upos[16], xpos[16], dep[32];
    int32_t head; /* 0: root; counted from 1 in the sentence */
} gold;

typedef struct {
    char *text;
    size_t length, room;
    gold *gold;
    dtl_source source;
    dtl_arena arena;
} sheet;

static void *grown(void *memory, size_t size) {
    memory = realloc(memory, size);
    if (!memory) exit(1);
    return memory;
}

static void add_word(sheet *s, char **fields) {
    const size_t length = strlen(fields[1]);
    if (s->length + length + 2 > s->room)
        s->text = grown(s->text, s->room = s->room * 2 + length + 4096);
    dtl_word *word = DTL_PUSH(&s->arena, &s->source.words);
    if (!word) exit(1);
    word->span.start = (uint32_t)s->length;
    word->span.end = (uint32_t)(s->length + length);
    word->time = DTL_NONE;
    word->sentence = (int32_t)s->source.sentences.count - 1;
    memcpy(s->text + s->length, fields[1], length);
    s->length += length;
    s->text[s->length++] = ' ';
    const uint32_t n = s->source.words.count;
    if ((n & (n - 1)) == 0) s->gold = grown(s->gold, 2 * n * sizeof *s->gold);
    gold *g = &s->gold[n - 1];
    snprintf(g->upos, sizeof g->upos, "%s", fields[3]);
    snprintf(g->xpos, sizeof g->xpos, "%s", fields[4]);
    snprintf(g->dep, sizeof g->dep, "%s", fields[7]);
    g->head = atoi(fields[6]);
    s->source.sentences.items[word->sentence].count++;
}

static void add_sentence(sheet *s) {
    dtl_sentence *sentence = DTL_PUSH(&s->arena, &s->source.sentences);
    if (!sentence) exit(1);
    sentence->first = s->source.words.count;
}

static void read_sheet(sheet *s, const char *path) {
    static char line[8192];
    FILE *file = fopen(path, "r");
    if (!file) {
        fprintf(stderr, "score-language: cannot open %s\n", path);
        exit(1);
    }
    bool open = false;
    while (fgets(line, sizeof line, file)) {
        char *fields[10], *at = line;
        line[strcspn(line, "\n")] = '\0';
        if (line[0] == '\0') open = false;
        if (line[0] == '\0' || line[0] == '#') continue;
        int count = 0;
        for (; at && count < 10; count++) {
            fields[count] = at;
            at = strchr(at, '\t');
            if (at) *at++ = '\0';
        }
        if (count < 10 || strpbrk(fields[0], "-.")) continue;
        if (!open) add_sentence(s);
        open = true;
        add_word(s, fields);
    }
    fclose(file);
}

static bool same(const char *a, const char *b, bool subtypes) {
    if (subtypes) return strcmp(a, b) == 0;
    const size_t n = strcspn(a, ":");
    return n == strcspn(b, ":") && strncmp(a, b, n) == 0;
}

/* Pairs of a verb and its subject or object. */
typedef struct {
    uint32_t gold, found, both;
} pairs;

typedef struct {
    pairs subjects, objects;
    uint32_t words, upos, xpos, uas, las, full;
} counts;

static void count_pair(pairs *p, bool wanted, bool found, bool same_head) {
    p->gold += wanted;
    p->found += found;
    p->both += wanted && found && same_head;
}

/* A pair counts where its head is a verb. */
static void count_pairs(const sheet *s, uint32_t i, bool same_head,
                        counts *c) {
    const dtl_word *words = s->source.words.items, *word = &words[i];
    const gold *g = &s->gold[i];
    const uint32_t first = s->source.sentences.items[word->sentence].first;
    const bool gold_verb =
        g->head > 0 &&
        !strcmp(s->gold[first + (uint32_t)g->head - 1].upos, "VERB");
    const bool verb =
        word->head != DTL_NONE && words[word->head].pos == DTL_POS_VERB;
    const char *dep = dtl_language_dep_name((dtl_dep)word->dep);
    count_pair(&c->subjects, gold_verb && same(g->dep, "nsubj", false),
               verb && same(dep, "nsubj", false), same_head);
    count_pair(&c->objects, gold_verb && same(g->dep, "obj", false),
               verb && same(dep, "obj", false), same_head);
}

static double f1(const pairs *p) {
    const uint32_t sum = p->gold + p->found;
    return sum ? 200.0 * p->both / sum : 0;
}

static void count_word(const sheet *s, uint32_t i, counts *c) {
    const dtl_word *word = &s->source.words.items[i];
    const gold *g = &s->gold[i];
    const dtl_sentence *in = &s->source.sentences.items[word->sentence];
    const char *tag = dtl_language_tag_name((dtl_tag)word->tag);
    const char *dep = dtl_language_dep_name((dtl_dep)word->dep);
    bool listed = false;
    for (int t = 1; t < DTL_TAG_COUNT; t++)
        listed |= !strcmp(g->xpos, dtl_language_tag_name((dtl_tag)t));
    const int32_t head =
        word->head == DTL_NONE ? 0 : word->head - (int32_t)in->first + 1;
    c->words++;
    c->upos += !strcmp(g->upos, dtl_language_pos_name((dtl_pos)word->pos));
    c->xpos += listed ? !strcmp(g->xpos, tag) : word->tag == DTL_TAG_NONE;
    c->uas += head == g->head;
    count_pairs(s, i, head == g->head, c);
    c->las += head == g->head && same(dep, g->dep, false);
    c->full += head == g->head && same(dep, g->dep, true);
}

/* Seconds of one round of tag + parse. */
static double analyse(sheet *s) {
    dtl_arena arena;
    struct timespec from, to;
    dtl_arena_init(&arena, NULL, NULL);
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &from);
    dtl_language_tag(&s->source, &arena);
    dtl_language_parse(&s->source, &arena);
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &to);
    dtl_arena_free(&arena);
    return (double)(to.tv_sec - from.tv_sec) +
           1e-9 * (double)(to.tv_nsec - from.tv_nsec);
}

static void score(const char *path) {
    sheet s = {0};
    counts c = {0};
    double best = 1e9;
    dtl_arena_init(&s.arena, NULL, NULL);
    read_sheet(&s, path);
    dtl_text_init(&s.source.text, &s.arena, s.text ? s.text : "", s.length);
    for (int i = 0; i < ROUNDS; i++) {
        const double seconds = analyse(&s);
        if (seconds < best) best = seconds;
    }
    for (uint32_t i = 0; i < s.source.words.count; i++) count_word(&s, i, &c);
    const double n = c.words ? c.words / 100.0 : 1;
    const char *name = strrchr(path, '/');
    printf("%-24s %7u %6.2f %6.2f %6.2f %6.2f %6.2f %6.1f %6.1f %9.0f\n",
           name ? name + 1 : path, c.words, c.upos / n, c.xpos / n, c.uas / n,
           c.las / n, c.full / n, f1(&c.subjects), f1(&c.objects),
           c.words / best);
    dtl_arena_free(&s.arena);
    free(s.text);
    free(s.gold);
}

int main(int argc, char **argv) {
    printf("%-24s %7s %6s %6s %6s %6s %6s %6s %6s %9s\n", "file", "words", "UPOS",
           "XPOS", "UAS", "LAS", "LAS+", "subj", "obj",
           "words/s");
    for (int i = 1; i < argc; i++) score(argv[i]);
    return 0;
}
