/* weights.h - the trained model as it lies in memory, used in place.
 *
 * All tables have one form: buckets of cells. A key's low bits give its
 * bucket; a bucket is a run of bytes, cell behind cell:
 *
 *     check (2 bytes, the key's high bits), count, count x (label, weight)
 *
 * A weight w is one signed byte and stands for w * w * w: the small weights
 * that most features have keep their differences (companding). */
#ifndef DTL_LANGUAGE_WEIGHTS_H
#define DTL_LANGUAGE_WEIGHTS_H

#include <stdint.h>

#include "core/language/features.h"

typedef struct {
    const uint32_t *starts; /* mask + 2 offsets into cells */
    const uint8_t *cells;
    uint32_t mask;
} dtl_weights;

/* At most as many labels as fit the score arrays. */
#define DTL_MAX_LABELS 96

/* The label of the root, which no word has. */
#define DTL_LABEL_ROOT (DTL_MAX_LABELS - 1)

enum { DTL_TABLE_DICTIONARY, DTL_TABLE_TAGS, DTL_TABLE_ACTIONS,
       DTL_TABLE_RELATIONS, DTL_TABLES };

#define DTL_MODEL_MAGIC "DTLMODEL"
#define DTL_MODEL_VERSION 1u

/* Head of the file; tables follow at these offsets. Little-endian. */
typedef struct {
    char magic[8];
    uint32_t version, labels;
    uint32_t starts[DTL_TABLES], cells[DTL_TABLES], masks[DTL_TABLES];
    uint8_t pos[DTL_MAX_LABELS]; /* dtl_pos and dtl_tag of each label */
    uint8_t tag[DTL_MAX_LABELS];
} dtl_model_head;

typedef struct {
    const dtl_model_head *head;
    dtl_weights tables[DTL_TABLES];
} dtl_model;

/* The model linked into the library. */
dtl_model dtl_model_linked(void);

/* A model that lies at `bytes`, 8-byte aligned. */
dtl_model dtl_model_at(const void *bytes);

/* The cell of a key: *count pairs (label, weight), or NULL. */
const uint8_t *dtl_weights_find(const dtl_weights *weights, uint64_t key,
                                uint32_t *count);

/* Adds the weights of all features to scores. */
void dtl_weights_score(const dtl_weights *weights,
                       const dtl_features *features, int32_t *scores);

#endif
