/* quote.h - which words stand inside quotation marks. */
#ifndef DTL_QUOTE_H
#define DTL_QUOTE_H

#include "core/model.h"

/* Sets quoted for the words [first, end) of one paragraph. A quotation that
 * is not closed runs to the end of the paragraph when it opens with what
 * the marks allow (the next paragraph opens it again), and is forgotten
 * when a second one opens inside it. */
void dtl_quote_mark(dtl_source *source, uint32_t first, uint32_t end);

#endif
