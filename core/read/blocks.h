/* blocks.h - what each paragraph is. */
#ifndef DTL_READ_BLOCKS_H
#define DTL_READ_BLOCKS_H

#include "core/model.h"

/* Fills blocks and head of *source from its text. Every byte of the text
 * that is not white space ends up in exactly one block. */
void dtl_blocks_find(dtl_source *source, dtl_arena *arena);

#endif
