/* split.c - word and sentence F1 on the raw text of a treebank.
 *
 *     accuracy_split [--errors] [--only TEXT] FILE.conllu...
 *
 * The raw text of a document is its "# text" lines, joined with a blank and,
 * where "# newpar" stands, with a blank line. Words and sentences are
 * compared as spans of characters without white space, as the CoNLL 2018
 * shared task does (conll18_ud_eval.py; the words of a multiword token are
 * taken as the parts of its surface). --only keeps the documents whose id
 * holds TEXT; --errors lists every difference. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/language/language.h"

typedef DTL_LIST(dtl_span) spans;

typedef struct {
    char *text;
    size_t length, room;
    spans words, sentences; /* spans of the text */
    char id[256];
} document;

typedef struct {
    long gold, found, right;
} score;

static bool show_errors;

static void add_text(document *doc, const char *text) {
    const size_t length = strlen(text);
    if (doc->length + length + 1 > doc->room) {
        doc->room = (doc->length + length + 1) * 2;
        doc->text = realloc(doc->text, doc->room);
        if (!doc->text) exit(1);
    }
    memcpy(doc->text + doc->length, text, length + 1);
    doc->length += length;
}

static bool is_blank(unsigned char c) { return c == ' ' || c == 0xA0; }

/* Moves over `form` in the text from `at`, white space in either ignored. */
static uint32_t match(const document *doc, uint32_t at, const char *form) {
    for (; *form; form++) {
        if (*form == ' ') continue;
        while (doc->text[at] == ' ') at++;
        if (doc->text[at] == *form) at++;
    }
    return at;
}

static void push(dtl_arena *arena, spans *list, uint32_t start, uint32_t end) {
    dtl_span *span = DTL_PUSH(arena, list);
    if (span) *span = (dtl_span){start, end};
}

/* Spans without white space at their edges, in characters that are not
 * white space, so that both sides count alike. */
static void squeeze(const document *doc, spans *list) {
    uint32_t *map = malloc((doc->length + 1) * sizeof *map);
    if (!map) exit(1);
    uint32_t count = 0;
    for (size_t i = 0; i <= doc->length; i++) {
        map[i] = count;
        const unsigned char c = (unsigned char)doc->text[i];
        count += !(is_blank(c) || c == '\n' || c == 0xC2);
    }
    for (uint32_t i = 0; i < list->count; i++)
        list->items[i] = (dtl_span){map[list->items[i].start],
                                    map[list->items[i].end]};
    free(map);
}

static void show(const document *doc, const spans *list, uint32_t i,
                 const char *what) {
    if (!show_errors) return;
    const dtl_span span = list->items[i];
    const int before = span.start > 30 ? 30 : (int)span.start;
    printf("%s\t%.*s[%.*s]%.*s\n", what, before,
           doc->text + span.start - before, (int)(span.end - span.start),
           doc->text + span.start, 30, doc->text + span.end);
}

static score compare(const document *doc, const spans *gold,
                     const spans *found, const char *what) {
    spans g = *gold, f = *found;
    dtl_arena arena;
    dtl_arena_init(&arena, NULL, NULL);
    g.items = dtl_arena_array(&arena, g.count + 1, sizeof *g.items);
    f.items = dtl_arena_array(&arena, f.count + 1, sizeof *f.items);
    if (!g.items || !f.items) exit(1);
    if (g.count) memcpy(g.items, gold->items, g.count * sizeof *g.items);
    if (f.count) memcpy(f.items, found->items, f.count * sizeof *f.items);
    squeeze(doc, &g);
    squeeze(doc, &f);
    score result = {g.count, f.count, 0};
    uint32_t i = 0, j = 0;
    char label[32];
    while (i < g.count || j < f.count) {
        const bool more_g = i < g.count, more_f = j < f.count;
        if (more_g && more_f && g.items[i].start == f.items[j].start &&
            g.items[i].end == f.items[j].end) {
            result.right++, i++, j++;
        } else if (more_g && (!more_f || g.items[i].end <= f.items[j].end)) {
            snprintf(label, sizeof label, "missed %s", what);
            show(doc, gold, i++, label);
        } else {
            snprintf(label, sizeof label, "wrong %s", what);
            show(doc, found, j++, label);
        }
    }
    dtl_arena_free(&arena);
    return result;
}

static void add(score *total, score more) {
    total->gold += more.gold;
    total->found += more.found;
    total->right += more.right;
}

static void judge(document *doc, score *words, score *sentences,
                  dtl_arena *arena) {
    if (!doc->length) return;
    dtl_source source = {0};
    dtl_text_init(&source.text, arena, doc->text, doc->length);
    dtl_block *block = DTL_PUSH(arena, &source.blocks);
    if (block) block->span = (dtl_span){0, source.text.length};
    dtl_language_split(&source, arena);
    spans w = {0}, s = {0};
    for (uint32_t i = 0; i < source.words.count; i++)
        push(arena, &w, source.words.items[i].span.start,
             source.words.items[i].span.end);
    for (uint32_t i = 0; i < source.sentences.count; i++)
        push(arena, &s, source.sentences.items[i].span.start,
             source.sentences.items[i].span.end);
    add(words, compare(doc, &doc->words, &w, "word"));
    add(sentences, compare(doc, &doc->sentences, &s, "sentence"));
}

static double f1(score s) {
    return s.gold + s.found ? 200.0 * (double)s.right /
                                  (double)(s.gold + s.found) : 0;
}

typedef struct {
    document doc;
    score words, sentences;
    dtl_arena arena; /* of the document */
    uint32_t at;     /* the next word begins here or later */
    bool paragraph;
    const char *only;
} reader;

static void finish(reader *r) {
    if (!r->only || strstr(r->doc.id, r->only))
        judge(&r->doc, &r->words, &r->sentences, &r->arena);
    dtl_arena_free(&r->arena);
    dtl_arena_init(&r->arena, NULL, NULL);
    free(r->doc.text);
    r->doc = (document){0};
    r->at = 0;
}

static void take_comment(reader *r, char *line) {
    if (strncmp(line, "# newdoc id = ", 14) == 0) {
        finish(r);
        snprintf(r->doc.id, sizeof r->doc.id, "%.200s", line + 14);
    } else if (strncmp(line, "# newpar", 8) == 0) {
        r->paragraph = true;
    } else if (strncmp(line, "# text = ", 9) == 0) {
        if (r->doc.length) add_text(&r->doc, r->paragraph ? "\n\n" : " ");
        r->paragraph = false;
        r->at = (uint32_t)r->doc.length;
        add_text(&r->doc, line + 9);
        push(&r->arena, &r->doc.sentences, r->at, (uint32_t)r->doc.length);
    }
}

static void take_line(reader *r, char *line) {
    line[strcspn(line, "\r\n")] = 0;
    if (*line == '#') {
        take_comment(r, line);
        return;
    }
    char *form = strchr(line, '\t');
    if (!form) return;
    for (const char *c = line; c < form; c++)
        if (*c == '-' || *c == '.') return;
    form++;
    form[strcspn(form, "\t")] = 0;
    while (r->doc.text && r->doc.text[r->at] == ' ') r->at++;
    const uint32_t end = match(&r->doc, r->at, form);
    push(&r->arena, &r->doc.words, r->at, end);
    r->at = end;
}

static int run(const char *path, const char *only) {
    FILE *file = fopen(path, "r");
    if (!file) {
        fprintf(stderr, "%s: cannot be read\n", path);
        return 1;
    }
    static char line[1 << 16];
    reader r = {.only = only};
    dtl_arena_init(&r.arena, NULL, NULL);
    while (fgets(line, sizeof line, file)) take_line(&r, line);
    finish(&r);
    dtl_arena_free(&r.arena);
    fclose(file);
    const char *name = strrchr(path, '/');
    printf("%-22s %-10s words %6.2f  sentences %6.2f  (%ld, %ld)\n",
           name ? name + 1 : path, only ? only : "", f1(r.words),
           f1(r.sentences), r.words.gold, r.sentences.gold);
    return 0;
}

int main(int count, char **arguments) {
    const char *only = NULL;
    int status = 0;
    for (int i = 1; i < count; i++) {
        if (strcmp(arguments[i], "--errors") == 0) show_errors = true;
        else if (strcmp(arguments[i], "--only") == 0 && i + 1 < count)
            only = arguments[++i];
        else status |= run(arguments[i], only);
    }
    return status;
}
