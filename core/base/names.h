/* names.h - what statuses and classes are called, in every format and in
 * the filters. */
#ifndef DTL_NAMES_H
#define DTL_NAMES_H

#include "dateline.h"

/* "occurred", "OCCURRENCE" (TimeML 1.2.1); NULL behind the last. */
const char *dtl_name_status(dateline_event_status status);
const char *dtl_name_class(dateline_event_class class_);

#endif
