/* chronology.h - from events to entries: select, merge, order, headline. */
#ifndef DTL_CHRONOLOGY_H
#define DTL_CHRONOLOGY_H

#include "core/model.h"

/* Fills document.actors and document.entries from all sources. Running out
 * of memory shows in the arena. */
void dtl_chronology_build(dtl_document *document);

#endif
