/* event_plover.c - the kind of action, after PLOVER. To come. */
#include "core/story/event_scene.h"

void dtl_event_kind(dtl_scene *scene) { (void)scene; }
