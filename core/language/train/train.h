/* train.h - the steps of training. */
#ifndef DTL_TRAIN_TRAIN_H
#define DTL_TRAIN_TRAIN_H

#include "core/language/train/corpus.h"
#include "core/language/train/student.h"
#include "core/language/train/vocabulary.h"

/* How the shipped model is trained; the program's options change them. */
typedef struct {
    uint32_t epochs;
    uint32_t rate;  /* of the first whole step, in 1/100000 */
    uint32_t seed;
    uint32_t keep_words, keep_states; /* percent that is not dropped */
} train_options;

/* Rounds over the corpus. */
void train_learn(student *s, const vocabulary *words,
                 const train_corpus *corpus, const train_options *options);

/* The averages of a student as a model file in memory; *size receives its
 * length. The caller frees it. */
void *train_image(const student *s, const vocabulary *words,
                  const train_labels *labels, size_t *size);

#endif
