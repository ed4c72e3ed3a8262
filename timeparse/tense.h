/* tense.h - the tense and modality of the verb that a time hangs on. */
#ifndef DTL_TENSE_H
#define DTL_TENSE_H

#include "core/model.h"

/* The tense of the verb that a time hangs on, a dtl_side. */
int8_t dtl_tense_of(const dtl_source *source, const dtl_time *time);

#endif
