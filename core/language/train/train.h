/* train.h - the steps of training. */
#ifndef DTL_TRAIN_TRAIN_H
#define DTL_TRAIN_TRAIN_H

#include "core/language/train/corpus.h"
#include "core/language/train/image.h"

/* How the shipped model is trained; the program's options change them. */
typedef struct {
    uint32_t tag_epochs, parse_epochs;
    uint32_t tag_models, parse_models; /* runs that are averaged; 0: one
                                        run and nothing pruned */
    uint32_t folds, fold_epochs;       /* of the jackknife */
    uint32_t tag_least, action_least, relation_least; /* pruning */
    uint32_t guide_least;
    uint32_t action_most, relation_most; /* features of the parser */
    uint32_t beam_epochs;
} train_options;

typedef struct {
    train_sentence **items;
    uint32_t count;
} train_set;

/* What the words of a set are tagged as: fills the dictionary table. */
void train_dictionary(const train_set *set, image_table *table);

/* Dictionary and tagger of a set, as tables of an image. */
void train_tagger(const train_set *set, const train_labels *labels,
                  const train_options *options, image_table *tables);

/* Tags every sentence by a tagger that has not seen it. */
void train_jackknife(const train_set *set, const train_labels *labels,
                     const train_options *options);

typedef struct {
    bool guided;               /* the tokens have guides */
    uint32_t epochs, models;   /* models 0: one run, nothing pruned */
    uint32_t action_least, relation_least;
    uint32_t action_most, relation_most; /* features; 0: any number */
    int relations, actions;    /* the tables to be filled */
    uint32_t beam_epochs;      /* 0: the actions are for a greedy parser */
    const train_labels *labels; /* for beam_epochs */
} train_parse;

/* Actions and relations; the sentences must have been tagged. */
void train_parser(const train_set *set, const train_parse *how,
                  image_table *tables);

/* Trains the actions of a greedy parser again, for the beam: the features
 * stay, the weights start from zero. The relations are those of a model. */
void train_beam(const train_set *set, const train_parse *how,
                const dtl_parser_model *relations, learner *actions);

/* The parser from right to left, as tables; gives every sentence the guide
 * of one that has not seen it. */
void train_guide(const train_set *set, const train_labels *labels,
                 const train_options *options, image_table *tables);

/* Splits `from` for one round of the jackknife: runs of neighbouring
 * sentences of `set` are held out, in turns, so that each part looks like
 * the whole. `from` has one item for each item of `set`. The sets have room
 * for all items. */
void train_fold(const train_set *from, uint32_t fold, uint32_t folds,
                train_set *rest, train_set *held_out);

/* What the folds put by becomes the tokens of every sentence. */
void train_take(const train_set *set);

/* A random order of the set's sentences. */
void train_shuffle(train_set *set, uint64_t *random);

#endif
