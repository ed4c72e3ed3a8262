/* blocks.h - what each paragraph is. */
#ifndef DTL_READ_BLOCKS_H
#define DTL_READ_BLOCKS_H

#include "core/model.h"

typedef DTL_LIST(dtl_block) dtl_blocks;

/* Fills blocks and head of *source from its text. Every byte of the text
 * that is not white space ends up in exactly one block. `known` has, in
 * order, the stretches whose kind the markup has told. */
void dtl_blocks_find(dtl_source *source, dtl_arena *arena,
                     const dtl_blocks *known);

#endif
