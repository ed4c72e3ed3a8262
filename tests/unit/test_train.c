/* test_train.c - what the trainer says of weights, and what it learns. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "core/language/arcs.h"
#include "core/language/train/train.h"
#include "core/model.h"

#define FILE_NAME "test_train.conllu"

/* What hangs where shows at the last word. */
#define TREES                                                              \
    "1\tMara\t_\tPROPN\tNNP\t_\t2\tnsubj\t_\t_\n"                       \
    "2\tsaw\t_\tVERB\tVBD\t_\t0\troot\t_\t_\n"                          \
    "3\tthe\t_\tDET\tDT\t_\t4\tdet\t_\t_\n"                             \
    "4\tman\t_\tNOUN\tNN\t_\t2\tobj\t_\t_\n"                            \
    "5\twith\t_\tADP\tIN\t_\t7\tcase\t_\t_\n"                           \
    "6\tthe\t_\tDET\tDT\t_\t7\tdet\t_\t_\n"                             \
    "7\ttelescope\t_\tNOUN\tNN\t_\t2\tobl\t_\t_\n\n"                   \
    "1\tMara\t_\tPROPN\tNNP\t_\t2\tnsubj\t_\t_\n"                       \
    "2\tsaw\t_\tVERB\tVBD\t_\t0\troot\t_\t_\n"                          \
    "3\tthe\t_\tDET\tDT\t_\t4\tdet\t_\t_\n"                             \
    "4\tman\t_\tNOUN\tNN\t_\t2\tobj\t_\t_\n"                            \
    "5\twith\t_\tADP\tIN\t_\t7\tcase\t_\t_\n"                           \
    "6\tthe\t_\tDET\tDT\t_\t7\tdet\t_\t_\n"                             \
    "7\tbeard\t_\tNOUN\tNN\t_\t4\tnmod\t_\t_\n\n"

static train_corpus corpus;
static train_labels labels;
static vocabulary words;

/* The trees ten times, so that their words are known. */
static int read_trees(void **state) {
    (void)state;
    FILE *file = fopen(FILE_NAME, "w");
    assert_non_null(file);
    for (int i = 0; i < 10; i++) fputs(TREES, file);
    fclose(file);
    train_corpus_read(&corpus, FILE_NAME, &labels);
    remove(FILE_NAME);
    vocabulary_build(&words, &corpus);
    return 0;
}

static student *new_student(float keep) {
    student *s = student_new(words.rows, labels.count, 7);
    s->keep_words = s->keep_states = keep;
    return s;
}

static void fill_rows(const train_sentence *sentence, uint32_t *rows) {
    const dtl_net net = {.slots = words.slots,
                         .slot_mask = words.slot_count - 1};
    for (uint32_t i = 0; i < sentence->count; i++)
        rows[i * STUDENT_ROWS] = dtl_net_rows(&net, &sentence->tokens[i],
                                              rows + i * STUDENT_ROWS + 1);
    rows[sentence->count * STUDENT_ROWS] = 1;
    rows[sentence->count * STUDENT_ROWS + 1] = DTL_NET_ROW_OF_ROOT;
}

static double loss_of(student *s, const uint32_t *rows) {
    s->arc_loss = s->relation_loss = s->label_loss = 0;
    student_turn(s);
    student_read(s, &corpus.items[0], rows);
    return s->arc_loss + s->relation_loss + s->label_loss;
}

/* Half the difference that a small change to both sides makes. */
static void assert_slope(student *s, const uint32_t *rows, float *value,
                         float told) {
    const float step = 1.0f / 1024, was = *value;
    *value = was + step;
    const double above = loss_of(s, rows);
    *value = was - step;
    const double below = loss_of(s, rows);
    *value = was;
    const double slope = (above - below) / (2 * (double)step);
    if (fabs(slope - (double)told) > 0.02 + 0.05 * fabs(slope))
        fail_msg("the loss changes by %f, not %f", slope, (double)told);
}

/* The largest gradient of some weights is what the loss really does. */
static void assert_gradient(student *s, const uint32_t *rows,
                            const student_weights *w, const float *told) {
    size_t most = 0;
    for (size_t i = 1; i < (size_t)w->deep * w->wide; i++)
        if (fabsf(told[i]) > fabsf(told[most])) most = i;
    assert_true(fabsf(told[most]) > 0);
    assert_slope(s, rows, &w->values[most], told[most]);
}

static float *copy_of(const student_weights *w) {
    const size_t size = (size_t)w->deep * w->wide * sizeof(float);
    float *copy = malloc(size);
    assert_non_null(copy);
    memcpy(copy, w->gradients, size);
    return copy;
}

static void gradients_are_what_the_loss_does(void **state) {
    (void)state;
    static uint32_t rows[DTL_NET_NODES * STUDENT_ROWS];
    float *told[DTL_NET_MATRICES], *biases[DTL_NET_MATRICES];
    student *s = new_student(1);
    fill_rows(&corpus.items[0], rows);
    loss_of(s, rows);
    float *of_rows = copy_of(&s->rows);
    for (int i = 0; i < DTL_NET_MATRICES; i++) {
        told[i] = copy_of(&s->weights[i]);
        biases[i] = copy_of(&s->biases[i]);
    }
    assert_gradient(s, rows, &s->rows, of_rows);
    for (uint32_t i = 0; i < DTL_NET_MATRICES; i++) {
        assert_gradient(s, rows, &s->weights[i], told[i]);
        if (dtl_net_shape_of(i).biased)
            assert_gradient(s, rows, &s->biases[i], biases[i]);
        free(told[i]);
        free(biases[i]);
    }
    free(of_rows);
    student_free(s);
}

/* From treebank to file to trees. */
static void what_is_learned_is_what_the_library_reads(void **state) {
    (void)state;
    dtl_net_space space;
    dtl_arena arena;
    static const train_options options = {.epochs = 400, .rate = 500};
    int16_t heads[DTL_MAX_SENTENCE_WORDS];
    int32_t scores[DTL_NET_RELATIONS];
    student *s = new_student(0.9f);
    train_learn(s, &words, &corpus, &options);
    size_t size = 0;
    void *image = train_image(s, &words, &labels, &size);
    const dtl_model model = dtl_model_at(image);
    dtl_arena_init(&arena, NULL, NULL);
    assert_true(dtl_net_space_init(&space, 7, &arena));
    assert_int_equal(model.head->size, size);
    for (int i = 0; i < 2; i++) {
        const train_sentence *t = &corpus.items[i];
        dtl_net_run(&model.net, t->tokens, t->count, labels.count, &space);
        dtl_arcs_choose(space.arcs, t->count, heads);
        for (uint32_t j = 0; j < t->count; j++) {
            assert_int_equal(space.labels[j], t->labels[j]);
            assert_int_equal(heads[j] + 1, t->heads[j]);
            dtl_net_relate(&model.net, &space, j, (uint32_t)heads[j],
                           scores);
            for (uint32_t dep = 0; dep < DTL_DEP_COUNT; dep++)
                assert_true(scores[dep] <= scores[t->deps[j]]);
        }
    }
    dtl_arena_free(&arena);
    free(image);
    student_free(s);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(gradients_are_what_the_loss_does),
        cmocka_unit_test(what_is_learned_is_what_the_library_reads),
    };
    return cmocka_run_group_tests(tests, read_trees, NULL);
}
