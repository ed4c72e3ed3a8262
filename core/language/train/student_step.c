/* student_step.c - Adam's steps (Kingma and Ba 2015), and their mean. */
#include <math.h>

#include "core/language/train/student.h"

#define KEEP_MEANS 0.9f
#define KEEP_SQUARES 0.98f

/* Gradients longer than this are shortened (Pascanu and others 2013). */
#define LONGEST 5.0f

/* The mean over steps: each counts as much as it says here. */
#define EARLY_STEPS 1000
#define EARLY_SHARE 0.005f
#define SHARE 0.001f

static double square_of(const student_weights *w) {
    double sum = 0;
    for (size_t i = 0; i < (size_t)w->deep * w->wide; i++)
        sum += (double)w->gradients[i] * (double)w->gradients[i];
    return sum;
}

/* By how much all gradients are to be multiplied. */
static float scale_of(const student *s, uint32_t words) {
    double sum = 0;
    for (uint32_t i = 0; i < DTL_NET_MATRICES; i++)
        sum += square_of(&s->weights[i]) + square_of(&s->biases[i]);
    const float scale = 1 / (float)words;
    const float length = sqrtf((float)sum) * scale;
    return length > LONGEST ? scale * LONGEST / length : scale;
}

static void step(student_weights *w, size_t first, size_t count, float scale,
                 const student_pace *pace) {
    const float rate = pace->rate / (1 - pace->power_means);
    const float spread = 1 / (1 - pace->power_squares);
    for (size_t i = first; i < first + count; i++) {
        const float g = w->gradients[i] * scale;
        w->means[i] = KEEP_MEANS * w->means[i] + (1 - KEEP_MEANS) * g;
        w->squares[i] =
            KEEP_SQUARES * w->squares[i] + (1 - KEEP_SQUARES) * g * g;
        w->values[i] -=
            rate * w->means[i] / (sqrtf(w->squares[i] * spread) + 1e-8f);
        w->gradients[i] = 0;
    }
}

static void average(student_weights *w, float share) {
    for (size_t i = 0; i < (size_t)w->deep * w->wide; i++)
        w->averages[i] += share * (w->values[i] - w->averages[i]);
}

static void average_all(student *s, float share) {
    average(&s->rows, share);
    for (uint32_t i = 0; i < DTL_NET_MATRICES; i++) {
        average(&s->weights[i], share);
        average(&s->biases[i], share);
    }
}

void student_step(student *s, student_pace *pace, uint32_t words,
                  const uint32_t *touched, uint32_t count) {
    const float scale = scale_of(s, words);
    pace->taken++;
    pace->power_means *= KEEP_MEANS;
    pace->power_squares *= KEEP_SQUARES;
    for (uint32_t i = 0; i < count; i++)
        step(&s->rows, (size_t)touched[i] * DTL_NET_WIDTH, DTL_NET_WIDTH,
             scale, pace);
    for (uint32_t i = 0; i < DTL_NET_MATRICES; i++) {
        student_weights *w = &s->weights[i], *b = &s->biases[i];
        step(w, 0, (size_t)w->deep * w->wide, scale, pace);
        if (dtl_net_shape_of(i).biased) step(b, 0, b->wide, scale, pace);
    }
    average_all(s, pace->taken < EARLY_STEPS ? EARLY_SHARE : SHARE);
    student_turn(s);
}
