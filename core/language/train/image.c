/* image.c - what a student learned, in the integers of net.h. */
#include <stdlib.h>
#include <string.h>

#include "core/language/train/train.h"
#include "core/model.h"

typedef struct {
    uint8_t *bytes; /* NULL: only its size is reckoned */
    size_t size;
} image;

/* Room for `size` bytes, aligned to 64: its offset. */
static uint32_t reserve(image *out, size_t size) {
    const size_t at = (out->size + 63) & ~(size_t)63;
    out->size = at + size;
    return (uint32_t)at;
}

static int32_t rounded(float value, int bits, int32_t most) {
    const float scaled = value * (float)(1 << bits);
    if (scaled >= (float)most) return most;
    if (scaled <= (float)-most) return -most;
    return (int32_t)(scaled + (scaled < 0 ? -0.5f : 0.5f));
}

static void put_rows(image *out, const student *s, dtl_model_head *head) {
    const size_t count = (size_t)s->rows.deep * s->rows.wide;
    head->rows = reserve(out, count);
    head->row_count = s->rows.deep;
    for (size_t i = 0; out->bytes && i < count; i++)
        ((int8_t *)out->bytes)[head->rows + i] =
            (int8_t)rounded(s->rows.averages[i], DTL_NET_ROW_BITS, INT8_MAX);
}

static void put_matrix(image *out, const student *s, uint32_t matrix,
                       dtl_model_head *head) {
    const dtl_net_shape shape = dtl_net_shape_of(matrix);
    const float *values = s->weights[matrix].averages;
    head->weights[matrix] =
        reserve(out, (size_t)shape.inputs * shape.outputs * 2);
    if (!out->bytes) return;
    int16_t *to = (void *)(out->bytes + head->weights[matrix]);
    for (uint32_t block = 0; block < shape.outputs; block += DTL_NET_BLOCK)
        for (uint32_t in = 0; in < shape.inputs; in += 2)
            for (uint32_t o = block; o < block + DTL_NET_BLOCK; o++)
                for (uint32_t i = in; i < in + 2; i++)
                    *to++ = (int16_t)rounded(values[i * shape.outputs + o],
                                             DTL_NET_WEIGHT_BITS, INT16_MAX);
}

static void put_biases(image *out, const student *s, uint32_t matrix,
                       dtl_model_head *head) {
    const dtl_net_shape shape = dtl_net_shape_of(matrix);
    if (!shape.biased) return;
    head->biases[matrix] = reserve(out, (size_t)shape.outputs * 4);
    if (!out->bytes) return;
    int32_t *to = (void *)(out->bytes + head->biases[matrix]);
    for (uint32_t i = 0; i < shape.outputs; i++)
        to[i] = rounded(s->biases[matrix].averages[i], DTL_NET_SUM_BITS,
                        INT32_MAX / 2);
}

static void put_all(image *out, const student *s, const vocabulary *words,
                    dtl_model_head *head) {
    const size_t slots = words->slot_count * sizeof *words->slots;
    reserve(out, sizeof *head);
    head->slots = reserve(out, slots);
    head->slot_count = words->slot_count;
    if (out->bytes) memcpy(out->bytes + head->slots, words->slots, slots);
    put_rows(out, s, head);
    for (uint32_t i = 0; i < DTL_NET_MATRICES; i++) {
        put_matrix(out, s, i, head);
        put_biases(out, s, i, head);
    }
    reserve(out, 0);
    head->size = (uint32_t)out->size;
}

static uint32_t checksum_of(const uint8_t *base, size_t size) {
    uint32_t hash = 2166136261u;
    for (size_t i = DTL_MODEL_CHECKED; i < size; i++)
        hash = (hash ^ base[i]) * 16777619u;
    return hash;
}

void *train_image(const student *s, const vocabulary *words,
                  const train_labels *labels, size_t *size) {
    dtl_model_head head = {.version = DTL_MODEL_VERSION,
                           .labels = labels->count,
                           .relations = DTL_DEP_COUNT};
    image out = {0};
    memcpy(head.magic, DTL_MODEL_MAGIC, sizeof head.magic);
    memcpy(head.pos, labels->pos, sizeof head.pos);
    memcpy(head.tag, labels->tag, sizeof head.tag);
    put_all(&out, s, words, &head);
    out.bytes = aligned_alloc(64, out.size);
    if (!out.bytes) train_die("no memory", "aligned_alloc");
    memset(out.bytes, 0, out.size);
    out.size = 0;
    put_all(&out, s, words, &head);
    memcpy(out.bytes, &head, sizeof head);
    head.checksum = checksum_of(out.bytes, out.size);
    memcpy(out.bytes, &head, sizeof head);
    *size = out.size;
    return out.bytes;
}
