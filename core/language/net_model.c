/* net_model.c - the trained network as it lies in memory, used in place. */
#include "core/language/net.h"

extern const uint8_t dtl_language_model[] __attribute__((visibility("hidden")));

#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ != __ORDER_LITTLE_ENDIAN__
#error "english.model is little-endian and is used in place"
#endif

dtl_net_shape dtl_net_shape_of(uint32_t matrix) {
    if (matrix < DTL_NET_INPUT + 2)
        return (dtl_net_shape){DTL_NET_WIDTH, DTL_NET_GATES, 1};
    if (matrix < DTL_NET_HIDDEN)
        return (dtl_net_shape){DTL_NET_BOTH, DTL_NET_GATES, 1};
    if (matrix < DTL_NET_LABEL)
        return (dtl_net_shape){DTL_NET_CELLS, DTL_NET_GATES, 0};
    switch (matrix) {
    case DTL_NET_LABEL:
        return (dtl_net_shape){DTL_NET_BOTH, DTL_MAX_LABELS, 1};
    case DTL_NET_DEPENDENT: case DTL_NET_HEAD:
        return (dtl_net_shape){DTL_NET_BOTH, DTL_NET_ARC, 1};
    case DTL_NET_PAIRING:
        return (dtl_net_shape){DTL_NET_ARC, DTL_NET_ARC, 1};
    case DTL_NET_PAIR_DEPENDENT:
        return (dtl_net_shape){DTL_NET_BOTH, DTL_NET_PAIR, 1};
    case DTL_NET_PAIR_HEAD:
        return (dtl_net_shape){DTL_NET_BOTH, DTL_NET_PAIR, 0};
    default: return (dtl_net_shape){DTL_NET_PAIR, DTL_NET_RELATIONS, 1};
    }
}

static dtl_net_matrix matrix_at(const dtl_model_head *head, uint32_t matrix) {
    const uint8_t *base = (const uint8_t *)head;
    const dtl_net_shape shape = dtl_net_shape_of(matrix);
    return (dtl_net_matrix){
        (const void *)(base + head->weights[matrix]),
        shape.biased ? (const void *)(base + head->biases[matrix]) : NULL,
        shape.inputs, shape.outputs};
}

static dtl_net net_at(const dtl_model_head *head) {
    const uint8_t *base = (const uint8_t *)head;
    dtl_net net = {.slots = (const void *)(base + head->slots),
                   .slot_mask = head->slot_count - 1,
                   .rows = (const void *)(base + head->rows)};
    for (uint32_t i = 0; i < 2 * DTL_NET_LAYERS; i++) {
        net.input[i / 2][i % 2] = matrix_at(head, DTL_NET_INPUT + i);
        net.hidden[i / 2][i % 2] = matrix_at(head, DTL_NET_HIDDEN + i);
    }
    net.label = matrix_at(head, DTL_NET_LABEL);
    net.dependent = matrix_at(head, DTL_NET_DEPENDENT);
    net.head = matrix_at(head, DTL_NET_HEAD);
    net.pairing = matrix_at(head, DTL_NET_PAIRING);
    net.pair_dependent = matrix_at(head, DTL_NET_PAIR_DEPENDENT);
    net.pair_head = matrix_at(head, DTL_NET_PAIR_HEAD);
    net.relation = matrix_at(head, DTL_NET_RELATION);
    return net;
}

dtl_model dtl_model_at(const void *bytes) {
    const dtl_model_head *head = bytes;
    return (dtl_model){head, net_at(head)};
}

dtl_model dtl_model_linked(void) { return dtl_model_at(dtl_language_model); }

/* Multiplication by an odd constant and a fold, after Vigna's and Steele's
 * mixers. */
static uint64_t mix(uint64_t value) {
    value *= UINT64_C(0x9E3779B97F4A7C15);
    value ^= value >> 32;
    value *= UINT64_C(0xD6E8FEB86659FD93);
    return value ^ (value >> 29);
}

void dtl_net_keys(const dtl_token *token, uint64_t *keys) {
    uint32_t values[DTL_NET_KINDS] = {[DTL_NET_LOWER] = token->lower,
                                      [DTL_NET_FORM] = token->form,
                                      [DTL_NET_SHAPE] = token->shape};
    for (uint32_t i = 0; i < DTL_TOKEN_SUFFIXES; i++)
        values[DTL_NET_SUFFIXES + i] = token->suffixes[i];
    for (uint32_t i = 1; i < DTL_TOKEN_PREFIXES; i++)
        values[DTL_NET_PREFIXES + i - 1] = token->prefixes[i];
    for (uint32_t kind = 0; kind < DTL_NET_KINDS; kind++)
        keys[kind] = mix((uint64_t)(kind + 1) << 32 | values[kind]);
}

static uint32_t row_of(const dtl_net *net, uint64_t key, uint32_t shared) {
    const uint16_t check = dtl_net_check(key);
    for (uint32_t at = (uint32_t)key & net->slot_mask;;
         at = (at + 1) & net->slot_mask) {
        if (net->slots[at].check == check) return net->slots[at].row;
        if (!net->slots[at].check) return shared;
    }
}

uint32_t dtl_net_rows(const dtl_net *net, const dtl_token *token,
                      uint32_t *rows) {
    uint64_t keys[DTL_NET_KINDS];
    uint32_t count = DTL_NET_KINDS;
    dtl_net_keys(token, keys);
    for (uint32_t kind = 0; kind < DTL_NET_KINDS; kind++)
        rows[kind] = row_of(net, keys[kind], kind);
    for (uint32_t lex = token->lex; lex; lex &= lex - 1)
        rows[count++] = DTL_NET_ROW_OF_BITS + (uint32_t)__builtin_ctz(lex);
    return count;
}
