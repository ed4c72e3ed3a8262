/* stub.c - to be replaced. */
#include "core/story/story.h"
void dtl_story_actors(dtl_source *s, dtl_arena *a) { (void)s; (void)a; }
