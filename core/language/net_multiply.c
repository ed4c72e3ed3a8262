/* net_multiply.c - a matrix times the values of some words.
 *
 * One instruction multiplies pairs of values of 16 bits and adds each pair
 * up (PMADDWD, VPDPWSSD); weights lie so that it does this for some outputs
 * at once. Sums of integers do not depend on their order, so that all ways
 * below give the same. */
#include "core/language/net_wide.h"

#include <string.h>

/* Adds the products of `inputs` values to the sums of BLOCKS blocks and
 * WORDS words. */
typedef void kernel(const dtl_net_matrix *matrix, const int16_t *weights,
                    const int16_t *in, uint32_t step, int32_t *out);

typedef struct {
    kernel *many, *few, *one; /* words at once, blocks at once, neither */
    uint32_t words, blocks;   /* how many at once */
} kernels;

#ifdef DTL_NET_X86
static inline int pair_at(const int16_t *in) {
    int pair = 0;
    memcpy(&pair, in, sizeof pair);
    return pair;
}

#define ADD_SSE2(sum, a, b) _mm_add_epi32(sum, _mm_madd_epi16(a, b))
#define ADD_AVX2(sum, a, b) _mm256_add_epi32(sum, _mm256_madd_epi16(a, b))

/* All loops but the one over the inputs have so few rounds that the sums
 * stay in registers. */
#define KERNEL(name, isa, vector, load, set, add, store, BLOCKS, WORDS)     \
    __attribute__((target(isa))) static void name(                           \
        const dtl_net_matrix *matrix, const int16_t *weights,                \
        const int16_t *in, uint32_t step, int32_t *out) {                    \
        enum { STEP = sizeof(vector) / 4, COUNT = DTL_NET_BLOCK / STEP };    \
        const size_t size = (size_t)matrix->inputs * DTL_NET_BLOCK;          \
        vector sums[WORDS][BLOCKS][COUNT];                                   \
        for (uint32_t w = 0; w < WORDS; w++)                                      \
            for (uint32_t b = 0; b < BLOCKS; b++)                                 \
                for (uint32_t i = 0; i < COUNT; i++)                              \
                    sums[w][b][i] = load((const void *)(                     \
                        out + (size_t)w * matrix->outputs +                  \
                        b * DTL_NET_BLOCK + STEP * i));                      \
        for (uint32_t p = 0; p < matrix->inputs; p += 2) {                   \
            const int16_t *at = weights + (size_t)p * DTL_NET_BLOCK;         \
            for (uint32_t w = 0; w < WORDS; w++) {                                \
                const vector pair = set(pair_at(in + (size_t)w * step + p)); \
                for (uint32_t b = 0; b < BLOCKS; b++)                             \
                    for (uint32_t i = 0; i < COUNT; i++)                          \
                        sums[w][b][i] =                                      \
                            add(sums[w][b][i], pair,                         \
                                load((const void *)(at + b * size +          \
                                                    2 * STEP * i)));         \
            }                                                                \
        }                                                                    \
        for (uint32_t w = 0; w < WORDS; w++)                                      \
            for (uint32_t b = 0; b < BLOCKS; b++)                                 \
                for (uint32_t i = 0; i < COUNT; i++)                              \
                    store((void *)(out + (size_t)w * matrix->outputs +       \
                                   b * DTL_NET_BLOCK + STEP * i),            \
                          sums[w][b][i]);                                    \
    }

#define KERNEL_SSE2(name, BLOCKS, WORDS)                                    \
    KERNEL(name, "sse2", __m128i, _mm_loadu_si128, _mm_set1_epi32, ADD_SSE2, \
           _mm_storeu_si128, BLOCKS, WORDS)
#define KERNEL_AVX2(name, BLOCKS, WORDS)                                    \
    KERNEL(name, "avx2", __m256i, _mm256_loadu_si256, _mm256_set1_epi32,     \
           ADD_AVX2, _mm256_storeu_si256, BLOCKS, WORDS)
#define KERNEL_VNNI(name, BLOCKS, WORDS)                                    \
    KERNEL(name, DTL_NET_VNNI, __m512i, _mm512_loadu_si512,                  \
           _mm512_set1_epi32, _mm512_dpwssd_epi32, _mm512_storeu_si512,      \
           BLOCKS, WORDS)

KERNEL_SSE2(one_sse2, 1, 1)
KERNEL_AVX2(one_avx2, 1, 1)
KERNEL_AVX2(few_avx2, 2, 1)
KERNEL_AVX2(many_avx2, 1, 2)
KERNEL_VNNI(one_vnni, 1, 1)
KERNEL_VNNI(few_vnni, 6, 1)
KERNEL_VNNI(many_vnni, 1, 8)

static kernels choose(dtl_net_width_bits width) {
    switch (width) {
    case DTL_NET_512: return (kernels){many_vnni, few_vnni, one_vnni, 8, 6};
    case DTL_NET_256: return (kernels){many_avx2, few_avx2, one_avx2, 2, 2};
    default: return (kernels){one_sse2, one_sse2, one_sse2, 1, 1};
    }
}
#else
static void one_plain(const dtl_net_matrix *matrix, const int16_t *weights,
                      const int16_t *in, uint32_t step, int32_t *out) {
    (void)step;
    for (uint32_t p = 0; p < matrix->inputs; p += 2) {
        for (uint32_t o = 0; o < DTL_NET_BLOCK; o++)
            out[o] = (int32_t)((uint32_t)out[o] +
                               (uint32_t)(in[p] * weights[2 * o]) +
                               (uint32_t)(in[p + 1] * weights[2 * o + 1]));
        weights += 2 * DTL_NET_BLOCK;
    }
}

static kernels choose(dtl_net_width_bits width) {
    (void)width;
    return (kernels){one_plain, one_plain, one_plain, 1, 1};
}
#endif

static void multiply_word(const kernels *k, const dtl_net_matrix *matrix,
                          const int16_t *in, uint32_t step, int32_t *out) {
    const size_t size = (size_t)matrix->inputs * DTL_NET_BLOCK;
    const uint32_t blocks = matrix->outputs / DTL_NET_BLOCK;
    uint32_t block = 0;
    for (; block + k->blocks <= blocks; block += k->blocks)
        k->few(matrix, matrix->weights + block * size, in, step,
               out + block * DTL_NET_BLOCK);
    for (; block < blocks; block++)
        k->one(matrix, matrix->weights + block * size, in, step,
               out + block * DTL_NET_BLOCK);
}

static void multiply_words(const kernels *k, const dtl_net_matrix *matrix,
                           const int16_t *in, uint32_t step, int32_t *out) {
    const size_t size = (size_t)matrix->inputs * DTL_NET_BLOCK;
    const uint32_t blocks = matrix->outputs / DTL_NET_BLOCK;
    for (uint32_t block = 0; block < blocks; block++)
        k->many(matrix, matrix->weights + block * size, in, step,
                out + block * DTL_NET_BLOCK);
}

static void multiply(kernels k, const dtl_net_matrix *matrix,
                     const int16_t *in, uint32_t step, uint32_t words,
                     int32_t *out) {
    uint32_t word = 0;
    for (; word + k.words <= words; word += k.words)
        multiply_words(&k, matrix, in + (size_t)word * step, step,
                       out + (size_t)word * matrix->outputs);
    for (; word < words; word++)
        multiply_word(&k, matrix, in + (size_t)word * step, step,
                      out + (size_t)word * matrix->outputs);
}

void dtl_net_multiply(const dtl_net_matrix *matrix, const int16_t *in,
                      uint32_t step, uint32_t words, int32_t *out) {
    multiply(choose(dtl_net_width()), matrix, in, step, words, out);
}
