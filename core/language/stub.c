/* stub.c - to be replaced. */
#include "core/language/language.h"
void dtl_language_tag(dtl_source *s, dtl_arena *a) { (void)s; (void)a; }
void dtl_language_parse(dtl_source *s, dtl_arena *a) { (void)s; (void)a; }
