/* main.c - dateline-train: treebanks in, english.model out.
 *
 *     dateline-train [--OPTION NUMBER]... MODEL CONLLU...
 *
 * The same treebanks and options give the same bytes on every machine.
 * MODEL.md beside the model names the treebanks and the command. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/language/train/train.h"

typedef struct {
    const char *name;
    size_t offset;
} option;

#define OPTION(name, field) {name, offsetof(train_options, field)}

static const option options[] = {
    OPTION("--epochs", epochs),
    OPTION("--rate", rate),
    OPTION("--seed", seed),
    OPTION("--keep-words", keep_words),
    OPTION("--keep-states", keep_states),
};

static int read_options(train_options *out, int argc, char **argv) {
    int at = 1;
    for (; at + 1 < argc && argv[at][0] == '-'; at += 2) {
        size_t i = 0;
        while (i < sizeof options / sizeof *options &&
               strcmp(options[i].name, argv[at]))
            i++;
        if (i == sizeof options / sizeof *options)
            train_die("unknown option", argv[at]);
        *(uint32_t *)(void *)((char *)out + options[i].offset) =
            (uint32_t)strtoul(argv[at + 1], NULL, 10);
    }
    return at;
}

static void write_file(const char *path, const void *bytes, size_t size) {
    FILE *file = fopen(path, "wb");
    if (!file) train_die("cannot write", path);
    if (fwrite(bytes, 1, size, file) != size || fclose(file) != 0)
        train_die("cannot write", path);
}

int main(int argc, char **argv) {
    train_options o = {.epochs = 24, .rate = 300, .seed = 1,
                       .keep_words = 75, .keep_states = 67};
    const int first = read_options(&o, argc, argv);
    if (first + 1 >= argc)
        train_die("usage", "dateline-train [OPTION]... MODEL CONLLU...");
    static train_corpus corpus;
    static train_labels labels;
    static vocabulary words;
    for (int i = first + 1; i < argc; i++)
        train_corpus_read(&corpus, argv[i], &labels);
    vocabulary_build(&words, &corpus);
    fprintf(stderr, "%u sentences, %u words, %u labels, %u rows\n",
            corpus.count, corpus.words, labels.count - 1, words.rows);
    student *s = student_new(words.rows, labels.count, o.seed);
    s->keep_words = (float)o.keep_words / 100;
    s->keep_states = (float)o.keep_states / 100;
    train_learn(s, &words, &corpus, &o);
    size_t size = 0;
    void *image = train_image(s, &words, &labels, &size);
    write_file(argv[first], image, size);
    fprintf(stderr, "%s: %zu bytes\n", argv[first], size);
    student_free(s);
    vocabulary_free(&words);
    return 0;
}
