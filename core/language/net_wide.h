/* net_wide.h - how wide the registers of this machine are.
 *
 * What is reckoned does not depend on it, only how fast. */
#ifndef DTL_LANGUAGE_NET_WIDE_H
#define DTL_LANGUAGE_NET_WIDE_H

#include "core/language/net.h"

typedef enum { DTL_NET_128, DTL_NET_256, DTL_NET_512 } dtl_net_width_bits;

#if defined(__x86_64__) && defined(__GNUC__)
#include <immintrin.h>
#define DTL_NET_X86 1
#define DTL_NET_VNNI "avx512f,avx512vnni"

static inline dtl_net_width_bits dtl_net_width(void) {
    if (__builtin_cpu_supports("avx512f") &&
        __builtin_cpu_supports("avx512vnni"))
        return DTL_NET_512;
    return __builtin_cpu_supports("avx2") ? DTL_NET_256 : DTL_NET_128;
}
#else
static inline dtl_net_width_bits dtl_net_width(void) { return DTL_NET_128; }
#endif

#endif
