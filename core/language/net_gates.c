/* net_gates.c - what a layer's cells keep, take in and give.
 *
 * In single precision without fused products (the build says so): each
 * operation is rounded as IEEE 754 says, so that every machine gives the
 * same, as with integers. */
#include "core/language/net_wide.h"

#if defined(__FLT_EVAL_METHOD__) && __FLT_EVAL_METHOD__ != 0
#error "floats must be reckoned as floats: build with -msse2 -mfpmath=sse"
#endif

/* Half the hyperbolic tangent, from Lambert's continued fraction, right to
 * five digits; x is held below 5, from where on it is 1. */
static inline float half_tanh(float x) {
    const float high = x > 4.97f ? 4.97f : x;
    const float y = high < -4.97f ? -4.97f : high, z = y * y;
    return y * (67567.5f + z * (8662.5f + z * (189.0f + z * 0.5f))) /
           (135135.0f + z * (62370.0f + z * (3150.0f + z * 28.0f)));
}

/* The logistic function of 2x. */
static inline float open_by(float x) { return 0.5f + half_tanh(x); }

/* Input, forget, output gate and candidate stand in turns of
 * DTL_NET_CELLS. */
static inline __attribute__((always_inline)) void pass(
    const int32_t *restrict gates, float *restrict cells,
    int16_t *restrict states) {
    const float unit = 1.0f / (float)(1 << DTL_NET_SUM_BITS);
    for (uint32_t k = 0; k < DTL_NET_CELLS; k++) {
        const int32_t *gate = gates + k;
        const float in = open_by((float)gate[0] * (0.5f * unit));
        const float keep =
            open_by((float)gate[DTL_NET_CELLS] * (0.5f * unit));
        const float out =
            open_by((float)gate[2 * DTL_NET_CELLS] * (0.5f * unit));
        const float what =
            2 * half_tanh((float)gate[3 * DTL_NET_CELLS] * unit);
        const float cell = in * what + keep * cells[k];
        cells[k] = cell;
        states[k] = (int16_t)(int32_t)(out * half_tanh(cell) *
                                       (float)(2 << DTL_NET_VALUE_BITS));
    }
}

#ifdef DTL_NET_X86
__attribute__((target(DTL_NET_VNNI))) static void pass_512(
    const int32_t *gates, float *cells, int16_t *states) {
    pass(gates, cells, states);
}

__attribute__((target("avx2"))) static void pass_256(const int32_t *gates,
                                                     float *cells,
                                                     int16_t *states) {
    pass(gates, cells, states);
}

static void pass_at(dtl_net_width_bits width, const int32_t *gates,
                    float *cells, int16_t *states) {
    switch (width) {
    case DTL_NET_512: pass_512(gates, cells, states); return;
    case DTL_NET_256: pass_256(gates, cells, states); return;
    default: pass(gates, cells, states); return;
    }
}
#else
static void pass_at(dtl_net_width_bits width, const int32_t *gates,
                    float *cells, int16_t *states) {
    (void)width;
    pass(gates, cells, states);
}
#endif

void dtl_net_pass_gates(const int32_t *gates, float *cells, int16_t *states) {
    pass_at(dtl_net_width(), gates, cells, states);
}
