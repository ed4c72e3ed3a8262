/* net.h - the network that reads a sentence: tags, heads and relations.
 *
 * A word is the sum of the vectors of its form, its affixes, its shape and
 * its classes in the lexicon. Two layers of LSTM cells (Hochreiter and
 * Schmidhuber 1997) read the sentence from both sides. From what they hold
 * of a word comes its label, and for each pair of words how well the one
 * does as the head of the other and by which relation (Kiperwasser and
 * Goldberg 2016; biaffine scores of Dozat and Manning 2017).
 *
 * Every machine gives the same analysis: sums of products are integers (a
 * value v of a word stands as v * 2048 in 16 bits, a weight w as w * 1024,
 * and a sum of their products in 32), and the curves of the cells are
 * reckoned in single precision without fused products (net_gates.c). */
#ifndef DTL_LANGUAGE_NET_H
#define DTL_LANGUAGE_NET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/base/arena.h"
#include "core/base/limits.h"
#include "core/language/token.h"

#define DTL_NET_VALUE_BITS 11
#define DTL_NET_WEIGHT_BITS 10
#define DTL_NET_ROW_BITS 6 /* of the vectors of words */
#define DTL_NET_SUM_BITS (DTL_NET_VALUE_BITS + DTL_NET_WEIGHT_BITS)

#define DTL_NET_LAYERS 2
#define DTL_NET_WIDTH 64    /* of the vector of a word */
#define DTL_NET_CELLS 96    /* of a layer, in each direction */
#define DTL_NET_GATES (4 * DTL_NET_CELLS)
#define DTL_NET_BOTH (2 * DTL_NET_CELLS)
#define DTL_NET_ARC 64      /* of what a word is as head, and as dependent */
#define DTL_NET_PAIR 64     /* of what tells the relation of a pair */
#define DTL_NET_RELATIONS 64 /* room for those of dtl_dep */
#define DTL_MAX_LABELS 96   /* pairs of dtl_pos and dtl_tag; 0: none */

/* Outputs that are reckoned side by side: all sizes above that come out of
 * a matrix are multiples of it. */
#define DTL_NET_BLOCK 32

/* What is known of a word: of the values of a kind that training met often
 * each has a row, the others share one. */
enum {
    DTL_NET_LOWER, DTL_NET_FORM, DTL_NET_SHAPE,
    DTL_NET_SUFFIXES, /* of 1, 2, ... bytes */
    DTL_NET_PREFIXES = DTL_NET_SUFFIXES + DTL_TOKEN_SUFFIXES,
    DTL_NET_KINDS = DTL_NET_PREFIXES + DTL_TOKEN_PREFIXES - 1
};

/* Rows that are there in any case: the shared ones, one for each bit of the
 * lexicon, and the root's. */
#define DTL_NET_ROW_OF_BITS DTL_NET_KINDS
#define DTL_NET_ROW_OF_ROOT (DTL_NET_KINDS + 32)
#define DTL_NET_FIRST_ROW (DTL_NET_ROW_OF_ROOT + 1)

/* At most one row of each kind and for each bit. */
#define DTL_NET_WORD_ROWS (DTL_NET_KINDS + 32)

/* The row of a value: rows follow each other in a table with open
 * addressing. Check 0: free. */
typedef struct {
    uint16_t check, row;
} dtl_net_slot;

/* One matrix: for each block of outputs and each pair of inputs the weights
 * of both, output by output. Biases stand as sums do. */
typedef struct {
    const int16_t *weights;
    const int32_t *biases; /* NULL: none */
    uint32_t inputs, outputs;
} dtl_net_matrix;

typedef struct {
    const dtl_net_slot *slots;
    uint32_t slot_mask;
    const int8_t *rows;        /* DTL_NET_WIDTH each */
    dtl_net_matrix input[DTL_NET_LAYERS][2], hidden[DTL_NET_LAYERS][2];
    dtl_net_matrix label, dependent, head, pairing;
    dtl_net_matrix pair_dependent, pair_head, relation;
} dtl_net;

/* ---- the file ------------------------------------------------------------ */

#define DTL_MODEL_MAGIC "DTLMODEL"
#define DTL_MODEL_VERSION 6u

/* Head of the file; arrays follow at these offsets. Little-endian. Matrices
 * stand in the order of DTL_NET_MATRICES. */
enum {
    DTL_NET_INPUT, /* layers and directions: 0 right, 1 left */
    DTL_NET_HIDDEN = DTL_NET_INPUT + 2 * DTL_NET_LAYERS,
    DTL_NET_LABEL = DTL_NET_HIDDEN + 2 * DTL_NET_LAYERS,
    DTL_NET_DEPENDENT, DTL_NET_HEAD, DTL_NET_PAIRING,
    DTL_NET_PAIR_DEPENDENT, DTL_NET_PAIR_HEAD, DTL_NET_RELATION,
    DTL_NET_MATRICES
};

typedef struct {
    char magic[8];
    uint32_t checksum; /* FNV-1a, 32 bit, of all that follows */
    uint32_t version, labels, relations, size;
    uint32_t slots, slot_count, rows, row_count;
    uint32_t weights[DTL_NET_MATRICES];
    uint32_t biases[DTL_NET_MATRICES]; /* 0: none */
    uint8_t pos[DTL_MAX_LABELS]; /* dtl_pos and dtl_tag of each label */
    uint8_t tag[DTL_MAX_LABELS];
} dtl_model_head;

/* Where the part that checksum covers begins. */
#define DTL_MODEL_CHECKED offsetof(dtl_model_head, version)

typedef struct {
    const dtl_model_head *head;
    dtl_net net;
} dtl_model;

/* The model linked into the library. */
dtl_model dtl_model_linked(void);

/* A model that lies at `bytes`, aligned to 64. */
dtl_model dtl_model_at(const void *bytes);

/* Inputs and outputs of a matrix, and whether it has biases. */
typedef struct {
    uint32_t inputs, outputs;
    uint8_t biased;
} dtl_net_shape;

dtl_net_shape dtl_net_shape_of(uint32_t matrix);

/* ---- use ----------------------------------------------------------------- */

/* Words and the root behind them. */
#define DTL_NET_NODES (DTL_MAX_SENTENCE_WORDS + 1)

/* Room for a sentence: an entry for each node and, in it, for each value. */
typedef struct {
    int16_t *words;                  /* DTL_NET_WIDTH */
    int16_t *states[DTL_NET_LAYERS]; /* DTL_NET_BOTH */
    int16_t *dependents, *heads;     /* DTL_NET_ARC */
    int16_t *pairs[2];               /* DTL_NET_PAIR */
    int32_t *sums;                   /* DTL_NET_GATES, the widest */
    int32_t *arcs; /* of a dependent: a score for each node as its head */
    uint8_t *labels;
} dtl_net_space;

/* For sentences of at most `words` words; false when there is no memory. */
bool dtl_net_space_init(dtl_net_space *space, uint32_t words,
                        dtl_arena *arena);

/* A key for what a word is in each kind. */
void dtl_net_keys(const dtl_token *token, uint64_t *keys);

static inline uint16_t dtl_net_check(uint64_t key) {
    const uint16_t check = (uint16_t)(key >> 48);
    return check ? check : 1;
}

/* The rows of a word, at most DTL_NET_WORD_ROWS; gives how many. The first
 * are those of the kinds. */
uint32_t dtl_net_rows(const dtl_net *net, const dtl_token *token,
                      uint32_t *rows);

/* Fills labels and arcs of a sentence: node i is word i, node `count` the
 * root; arcs[i * (count + 1) + h]. */
void dtl_net_run(const dtl_net *net, const dtl_token *tokens, uint32_t count,
                 uint32_t labels, dtl_net_space *space);

/* Scores of the relations of the arc, DTL_NET_RELATIONS of them. */
void dtl_net_relate(const dtl_net *net, const dtl_net_space *space,
                    uint32_t dependent, uint32_t head, int32_t *scores);

/* out[w][o] += the sum over i of in[w][i] * weights: for `words` words whose
 * inputs stand `step` apart. */
void dtl_net_multiply(const dtl_net_matrix *matrix, const int16_t *in,
                      uint32_t step, uint32_t words, int32_t *out);

/* From the sums of the gates of DTL_NET_CELLS cells and what the cells held
 * to what they hold now, and what they give. */
void dtl_net_pass_gates(const int32_t *gates, float *cells, int16_t *states);

#endif
