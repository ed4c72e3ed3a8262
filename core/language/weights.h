/* weights.h - the trained model as it lies in memory, used in place.
 *
 * A table is an array of lines of 64 bytes: one cache line answers a
 * look-up. A feature's 64-bit key gives its line (low half) and a check of
 * 16 bits (its highest); a feature that found its line full stands in the
 * next one, and the full line says so.
 *
 * A weight is one signed byte w and stands for w * w * w: the small weights
 * that most features have keep their differences (companding). All sums are
 * integers, so that every machine gives the same analysis. */
#ifndef DTL_LANGUAGE_WEIGHTS_H
#define DTL_LANGUAGE_WEIGHTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/language/features.h"

/* How little the best score is above the next, in steps of training: 0 sure
 * to 3 a toss-up. */
uint32_t dtl_doubt(int32_t best, int32_t next, int32_t unit);

/* At most as many labels as fit the score arrays. */
#define DTL_MAX_LABELS 96

/* The label of the root, which no word has. */
#define DTL_LABEL_ROOT (DTL_MAX_LABELS - 1)

/* Features whose labels are many: each has a cell of its own, which is a
 * count and as many pairs (label, weight). */
#define DTL_CELL_LINE 10
typedef struct {
    uint16_t checks[DTL_CELL_LINE]; /* 0: free */
    uint32_t cells[DTL_CELL_LINE];  /* offsets into the table's cells */
    uint8_t full, spare[3];
} dtl_cell_line;

/* As many bytes as this may be read of any cell; more lies behind the last,
 * as the last table of a model is one of actions. */
#define DTL_CELL_COPY 32

/* Features of the three parser actions: weights stand in the line. */
#define DTL_ACTION_LINE 12
#define DTL_LINE_ACTIONS 3
typedef struct {
    uint16_t checks[DTL_ACTION_LINE];
    int8_t weights[DTL_ACTION_LINE][DTL_LINE_ACTIONS];
    uint8_t full, spare[3];
} dtl_action_line;

/* A line is looked at as if it had this many checks. */
#define DTL_LINE_CHECKS 16

_Static_assert(sizeof(dtl_cell_line) == DTL_LINE_BYTES, "a cache line");
_Static_assert(sizeof(dtl_action_line) == DTL_LINE_BYTES, "a cache line");

enum { DTL_TABLE_DICTIONARY, DTL_TABLE_TAGS,
       DTL_TABLE_RELATIONS, DTL_TABLE_ACTIONS, /* of the parser */
       DTL_TABLE_GUIDE_RELATIONS, DTL_TABLE_GUIDE_ACTIONS, DTL_TABLES };

static inline bool dtl_table_is_actions(int table) {
    return table == DTL_TABLE_ACTIONS || table == DTL_TABLE_GUIDE_ACTIONS;
}

#define DTL_MODEL_MAGIC "DTLMODEL"
#define DTL_MODEL_VERSION 5u

/* Head of the file; tables follow at these offsets. Little-endian. */
typedef struct {
    char magic[8];
    uint32_t checksum; /* FNV-1a, 32 bit, of all that follows */
    uint32_t version, labels, relations, size;
    uint32_t lines[DTL_TABLES], line_counts[DTL_TABLES], cells[DTL_TABLES];
    int32_t units[DTL_TABLES];   /* the score of one step of training */
    uint8_t pos[DTL_MAX_LABELS]; /* dtl_pos and dtl_tag of each label */
    uint8_t tag[DTL_MAX_LABELS];
} dtl_model_head;

typedef struct {
    const dtl_cell_line *lines;
    const uint8_t *cells;
    int32_t unit;
    uint32_t count;
} dtl_cells;

typedef struct {
    const dtl_action_line *lines;
    uint32_t count;
    int32_t unit;
} dtl_actions;

/* Where the part that checksum covers begins. */
#define DTL_MODEL_CHECKED offsetof(dtl_model_head, version)

typedef struct {
    dtl_cells relations;
    dtl_actions actions;
} dtl_parser_model;

typedef struct {
    const dtl_model_head *head;
    dtl_cells dictionary, tags;
    dtl_parser_model parser, guide;
} dtl_model;

/* The model linked into the library. */
dtl_model dtl_model_linked(void);

/* A model that lies at `bytes`, aligned to 64. */
dtl_model dtl_model_at(const void *bytes);

static inline uint16_t dtl_check_of(uint64_t key) {
    const uint16_t check = (uint16_t)(key >> 48);
    return check ? check : 1;
}

/* The cell of a key, or NULL. */
const uint8_t *dtl_cells_find(const dtl_cells *cells, uint64_t key);

/* Adds the weights of all features to scores. */
void dtl_cells_score(const dtl_cells *cells, const dtl_features *features,
                     int32_t *scores);
void dtl_actions_score(const dtl_actions *actions,
                       const dtl_features *features, int32_t *scores);

#endif
