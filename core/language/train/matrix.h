/* matrix.h - the arithmetic of training.
 *
 * No function of a C library that may differ between machines is used but
 * sqrtf, which IEEE 754 defines to the last bit, no product is fused with a
 * sum, and sums are added up in the order in which they stand: the same
 * treebanks give the same weights everywhere. */
#ifndef DTL_TRAIN_MATRIX_H
#define DTL_TRAIN_MATRIX_H

#include <stddef.h>
#include <stdint.h>

/* out[rows][wide] += in[rows][deep] * weights[deep][wide] */
void matrix_multiply(const float *in, size_t rows, size_t deep,
                     const float *weights, size_t wide, float *out);

/* weights[deep][wide] += in[rows][deep], turned, * out[rows][wide] */
void matrix_outer(const float *in, size_t rows, size_t deep,
                  const float *out, size_t wide, float *weights);

/* to[wide][deep] = from[deep][wide], turned */
void matrix_turn(const float *from, size_t deep, size_t wide, float *to);

/* sums[wide] += the rows of values[rows][wide] */
void matrix_add_rows(const float *values, size_t rows, size_t wide,
                     float *sums);

float matrix_exp(float x);
float matrix_log(float x); /* of x above 0 */
float matrix_sigmoid(float x);
float matrix_tanh(float x);

/* exp of each, divided by their sum; gives the logarithm of values[right]
 * thereafter. */
float matrix_softmax(float *values, uint32_t count, uint32_t right);

#endif
