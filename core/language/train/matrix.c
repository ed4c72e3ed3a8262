/* matrix.c - products, sums and curves. */
#include "core/language/train/matrix.h"

#include <string.h>

/* The compiler makes a version for wider registers, which is chosen where
 * they are there; lanes do not meet, so that both give the same. */
#if defined(__x86_64__) && defined(__gnu_linux__) && !defined(__clang__)
#define WIDE __attribute__((target_clones("avx512f", "avx2", "default")))
#else
#define WIDE
#endif

WIDE void matrix_multiply(const float *restrict in, size_t rows, size_t deep,
                          const float *restrict weights, size_t wide,
                          float *restrict out) {
    for (size_t r = 0; r < rows; r++, in += deep, out += wide) {
        const float *w = weights;
        size_t d = 0;
        for (; d + 4 <= deep; d += 4, w += 4 * wide) {
            const float *w1 = w + wide, *w2 = w1 + wide, *w3 = w2 + wide;
            const float a = in[d], b = in[d + 1], c = in[d + 2], e = in[d + 3];
            for (size_t i = 0; i < wide; i++)
                out[i] += a * w[i] + b * w1[i] + c * w2[i] + e * w3[i];
        }
        for (; d < deep; d++, w += wide)
            for (size_t i = 0; i < wide; i++) out[i] += in[d] * w[i];
    }
}

WIDE void matrix_outer(const float *restrict in, size_t rows, size_t deep,
                       const float *restrict out, size_t wide,
                       float *restrict weights) {
    size_t r = 0;
    for (; r + 4 <= rows; r += 4, in += 4 * deep, out += 4 * wide) {
        const float *o1 = out + wide, *o2 = o1 + wide, *o3 = o2 + wide;
        for (size_t d = 0; d < deep; d++) {
            float *w = weights + d * wide;
            const float a = in[d], b = in[deep + d];
            const float c = in[2 * deep + d], e = in[3 * deep + d];
            for (size_t i = 0; i < wide; i++)
                w[i] += a * out[i] + b * o1[i] + c * o2[i] + e * o3[i];
        }
    }
    for (; r < rows; r++, in += deep, out += wide)
        for (size_t d = 0; d < deep; d++)
            for (size_t i = 0; i < wide; i++)
                weights[d * wide + i] += in[d] * out[i];
}

void matrix_turn(const float *from, size_t deep, size_t wide, float *to) {
    for (size_t d = 0; d < deep; d++)
        for (size_t i = 0; i < wide; i++)
            to[i * deep + d] = from[d * wide + i];
}

void matrix_add_rows(const float *values, size_t rows, size_t wide,
                     float *sums) {
    for (size_t r = 0; r < rows; r++)
        for (size_t i = 0; i < wide; i++) sums[i] += values[r * wide + i];
}

/* 2^n * e^rest: the series of e^x is short between -0.35 and 0.35. */
float matrix_exp(float x) {
    if (x < -80) x = -80;
    if (x > 80) x = 80;
    const float scaled = x * 1.44269504f;
    const int32_t n = (int32_t)(scaled + (scaled < 0 ? -0.5f : 0.5f));
    const float r = x - (float)n * 0.693359375f + (float)n * 2.12194440e-4f;
    float e = 1.98412698e-4f;
    e = e * r + 1.38888889e-3f;
    e = e * r + 8.33333333e-3f;
    e = e * r + 4.16666667e-2f;
    e = e * r + 1.66666667e-1f;
    e = e * r + 0.5f;
    e = e * r + 1;
    e = e * r + 1;
    const uint32_t bits = (uint32_t)(n + 127) << 23;
    float power;
    memcpy(&power, &bits, sizeof power);
    return e * power;
}

/* Newton's method on exp, from the exponent on. */
float matrix_log(float x) {
    uint32_t bits;
    memcpy(&bits, &x, sizeof bits);
    float y = ((float)(int32_t)(bits >> 23) - 126.5f) * 0.69314718f;
    for (int i = 0; i < 4; i++) y += x / matrix_exp(y) - 1;
    return y;
}

float matrix_sigmoid(float x) { return 1 / (1 + matrix_exp(-x)); }

float matrix_tanh(float x) { return 2 * matrix_sigmoid(2 * x) - 1; }

float matrix_softmax(float *values, uint32_t count, uint32_t right) {
    float most = values[0], sum = 0;
    for (uint32_t i = 1; i < count; i++)
        if (values[i] > most) most = values[i];
    for (uint32_t i = 0; i < count; i++) {
        values[i] = matrix_exp(values[i] - most);
        sum += values[i];
    }
    for (uint32_t i = 0; i < count; i++) values[i] /= sum;
    return matrix_log(values[right] + 1e-9f);
}
