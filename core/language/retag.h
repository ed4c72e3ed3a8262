/* retag.h - the tags of a parsed sentence, mended where its tree says more
 * than the words around them: "was found and sentenced" has two participles. */
#ifndef DTL_LANGUAGE_RETAG_H
#define DTL_LANGUAGE_RETAG_H

#include "core/base/arena.h"
#include "core/model.h"

/* Lemmas whose past is the base form itself. */
#define DTL_UNCHANGED \
    "beset bet bid broadcast burst cast cost cut hit hurt let put " \
    "quit set shed shut split spread thrust upset"

/* Lemmas that change with their tags live in the arena. */
void dtl_language_retag(dtl_source *source, const dtl_sentence *sentence,
                        dtl_arena *arena);

#endif
