/* timeparse.h - date expressions: find, interpret, resolve.
 *
 * The two stage functions work on a source. The rest of timeparse needs no
 * document: see expression.h for one expression and a reference date. */
#ifndef DTL_TIMEPARSE_H
#define DTL_TIMEPARSE_H

#include "core/model.h"

/* Finds every time expression of the source's text (blocks of every kind),
 * fills times (span, words, meaning) and word.time. Runs after the tagger
 * and before the parser. */
void dtl_timeparse_find(dtl_source *source, dtl_arena *arena);

/* Fills the date of every time: reference date, narrative and the tense of
 * the governing verb decide. Runs after the parser. */
void dtl_timeparse_resolve(dtl_source *source, dtl_arena *arena);

#endif
