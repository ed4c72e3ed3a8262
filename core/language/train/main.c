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
    OPTION("--tag-epochs", tag_epochs),
    OPTION("--parse-epochs", parse_epochs),
    OPTION("--tag-models", tag_models),
    OPTION("--parse-models", parse_models),
    OPTION("--folds", folds),
    OPTION("--fold-epochs", fold_epochs),
    OPTION("--tag-least", tag_least),
    OPTION("--action-least", action_least),
    OPTION("--relation-least", relation_least),
    OPTION("--guide-least", guide_least),
    OPTION("--action-most", action_most),
    OPTION("--relation-most", relation_most),
    OPTION("--beam-epochs", beam_epochs),
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
    train_options o = {.tag_epochs = 7, .parse_epochs = 7,
                       .tag_models = 2, .parse_models = 2,
                       .folds = 5, .fold_epochs = 4,
                       .tag_least = 7, .action_least = 3,
                       .relation_least = 3, .guide_least = 10,
                       .action_most = 300000, .relation_most = 80000,
                       .beam_epochs = 12};
    const int first = read_options(&o, argc, argv);
    if (first + 1 >= argc)
        train_die("usage", "dateline-train [OPTION]... MODEL CONLLU...");
    static train_corpus corpus;
    static train_labels labels;
    for (int i = first + 1; i < argc; i++)
        train_corpus_read(&corpus, argv[i], &labels);
    fprintf(stderr, "%u sentences, %u words, %u labels\n", corpus.count,
            corpus.words, labels.count - 1);
    train_set set = {train_alloc(corpus.count, sizeof *set.items),
                     corpus.count};
    for (uint32_t i = 0; i < corpus.count; i++) set.items[i] = &corpus.items[i];
    image_table tables[DTL_TABLES] = {0};
    train_tagger(&set, &labels, &o, tables);
    train_jackknife(&set, &labels, &o);
    train_guide(&set, &labels, &o, tables);
    train_parser(&set,
                 &(train_parse){.guided = true,
                                .epochs = o.parse_epochs,
                                .models = o.parse_models,
                                .action_least = o.action_least,
                                .relation_least = o.relation_least,
                                .action_most = o.action_most,
                                .relation_most = o.relation_most,
                                .relations = DTL_TABLE_RELATIONS,
                                .actions = DTL_TABLE_ACTIONS,
                                .beam_epochs = o.beam_epochs,
                                .labels = &labels},
                 tables);
    size_t size = 0;
    void *image = image_build(&labels, tables, &size);
    write_file(argv[first], image, size);
    fprintf(stderr, "%s: %zu bytes\n", argv[first], size);
    return 0;
}
