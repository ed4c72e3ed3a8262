/* names.c - in the order of their enumerations in dateline.h. */
#include "core/base/names.h"

#include <stddef.h>

#define NAME(value, names)                                                     \
    ((size_t)(value) < sizeof(names) / sizeof *(names) ? (names)[value] : NULL)

const char *dtl_name_status(dateline_event_status status) {
    static const char *const names[] = {"occurred", "ongoing", "planned",
                                        "possible", "negated"};
    return NAME(status, names);
}

const char *dtl_name_class(dateline_event_class class_) {
    static const char *const names[] = {"OCCURRENCE", "REPORTING", "STATE",
                                        "I_ACTION",   "I_STATE",   "ASPECTUAL",
                                        "PERCEPTION"};
    return NAME(class_, names);
}
