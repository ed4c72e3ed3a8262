/* learn.c - rounds over the treebanks. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/language/train/student.h"
#include "core/language/train/train.h"

/* Words between two steps. */
#define BATCH 400

/* Steps until the rate is whole; then it falls evenly to nothing. */
#define WARM_STEPS 200

/* A form met n times is taken for unknown with chance DROPPED / (DROPPED +
 * n): so what its affixes say is learned too (Iyyer and others 2015). */
#define DROPPED 0.25f

typedef struct {
    student *student;
    const vocabulary *words;
    uint32_t **rows;   /* of each sentence */
    uint32_t *order;   /* of the sentences */
    uint32_t *touched; /* rows with gradients */
    uint32_t touched_count, batch;
    uint8_t *is_touched;
    uint32_t current[DTL_NET_NODES * STUDENT_ROWS];
    student_pace pace;
    float rate;
    uint32_t steps; /* that there will be */
} course;

static uint32_t *rows_of(const train_sentence *s, const dtl_net *net) {
    uint32_t *rows =
        train_alloc((s->count + 1) * STUDENT_ROWS, sizeof *rows);
    for (uint32_t i = 0; i < s->count; i++) {
        uint32_t *of = rows + (size_t)i * STUDENT_ROWS;
        of[0] = dtl_net_rows(net, &s->tokens[i], of + 1);
    }
    rows[s->count * STUDENT_ROWS] = 1;
    rows[s->count * STUDENT_ROWS + 1] = DTL_NET_ROW_OF_ROOT;
    return rows;
}

static void open_course(course *c, const train_corpus *corpus,
                        const train_options *o) {
    const dtl_net net = {.slots = c->words->slots,
                         .slot_mask = c->words->slot_count - 1};
    c->rows = train_alloc(corpus->count, sizeof *c->rows);
    c->order = train_alloc(corpus->count, sizeof *c->order);
    c->touched = train_alloc(c->words->rows, sizeof *c->touched);
    c->is_touched = train_alloc(c->words->rows, sizeof *c->is_touched);
    for (uint32_t i = 0; i < corpus->count; i++) {
        c->rows[i] = rows_of(&corpus->items[i], &net);
        c->order[i] = i;
    }
    c->pace = (student_pace){.power_means = 1, .power_squares = 1};
    c->rate = (float)o->rate / 100000.0f;
    c->steps = o->epochs *
               (corpus->words > BATCH ? corpus->words / BATCH : 1);
}

static void close_course(course *c, const train_corpus *corpus) {
    for (uint32_t i = 0; i < corpus->count; i++) free(c->rows[i]);
    free(c->rows);
    free(c->order);
    free(c->touched);
    free(c->is_touched);
}

static void shuffle(course *c, uint32_t count) {
    for (uint32_t i = count; i > 1; i--) {
        const uint32_t j =
            (uint32_t)(train_random(&c->student->random) % i);
        const uint32_t swap = c->order[i - 1];
        c->order[i - 1] = c->order[j];
        c->order[j] = swap;
    }
}

/* The rows of a sentence in which some forms are not known. */
static void drop_forms(course *c, const uint32_t *rows, uint32_t words) {
    memcpy(c->current, rows, (words + 1) * STUDENT_ROWS * sizeof *rows);
    for (uint32_t i = 0; i < words; i++) {
        uint32_t *of = c->current + (size_t)i * STUDENT_ROWS + 1;
        const uint32_t row = of[DTL_NET_LOWER];
        const float count =
            row < DTL_NET_FIRST_ROW ? 1 : (float)c->words->counts[row];
        if (train_chance(&c->student->random) >= DROPPED / (DROPPED + count))
            continue;
        of[DTL_NET_LOWER] = DTL_NET_LOWER;
        of[DTL_NET_FORM] = DTL_NET_FORM;
    }
}

static void touch(course *c, uint32_t nodes) {
    for (uint32_t n = 0; n < nodes; n++) {
        const uint32_t *of = c->current + (size_t)n * STUDENT_ROWS;
        for (uint32_t i = 1; i <= of[0]; i++) {
            if (c->is_touched[of[i]]) continue;
            c->is_touched[of[i]] = 1;
            c->touched[c->touched_count++] = of[i];
        }
    }
}

static void step(course *c) {
    const float done = (float)c->pace.taken / (float)c->steps;
    c->pace.rate = c->rate * (done < 1 ? 1 - done : 0);
    if (c->pace.taken < WARM_STEPS)
        c->pace.rate *= (float)(c->pace.taken + 1) / WARM_STEPS;
    student_step(c->student, &c->pace, c->batch, c->touched,
                 c->touched_count);
    for (uint32_t i = 0; i < c->touched_count; i++)
        c->is_touched[c->touched[i]] = 0;
    c->touched_count = c->batch = 0;
}

static void learn_round(course *c, const train_corpus *corpus) {
    student *s = c->student;
    s->arc_loss = s->relation_loss = s->label_loss = 0;
    shuffle(c, corpus->count);
    for (uint32_t i = 0; i < corpus->count; i++) {
        const train_sentence *sentence = &corpus->items[c->order[i]];
        drop_forms(c, c->rows[c->order[i]], sentence->count);
        student_read(s, sentence, c->current);
        touch(c, sentence->count + 1);
        c->batch += sentence->count;
        if (c->batch >= BATCH || i + 1 == corpus->count) step(c);
    }
}

void train_learn(student *s, const vocabulary *words,
                 const train_corpus *corpus, const train_options *options) {
    course *c = train_alloc(1, sizeof *c);
    c->student = s;
    c->words = words;
    open_course(c, corpus, options);
    for (uint32_t i = 0; i < options->epochs; i++) {
        learn_round(c, corpus);
        fprintf(stderr, "round %u: loss of a word %.3f %.3f %.3f\n", i + 1,
                s->arc_loss / corpus->words,
                s->relation_loss / corpus->words,
                s->label_loss / corpus->words);
    }
    close_course(c, corpus);
    free(c);
}
