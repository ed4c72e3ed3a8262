/* quote.h - which words stand inside quotation marks. */
#ifndef DTL_QUOTE_H
#define DTL_QUOTE_H

#include "core/model.h"

/* Sets quoted for the words [first, end) of one paragraph, whose sentences
 * are complete. A quotation that is not closed goes on to the end of the
 * paragraph when the next one opens with a quotation mark again, else only
 * to the end of the sentence that opened it. */
void dtl_quote_mark(dtl_source *source, uint32_t first, uint32_t end);

#endif
