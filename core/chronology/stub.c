/* stub.c - to be replaced. */
#include "core/chronology/chronology.h"
void dtl_chronology_build(dtl_document *d) { (void)d; }
