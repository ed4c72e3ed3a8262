/* events.c - the event stage: runs its steps over one source.
 *
 * What an event is, and its attributes, follow TimeML 1.2.1 (Sauri et al.,
 * "TimeML Annotation Guidelines", 2006); event_scene.h lists the steps. */
#include "core/story/event_scene.h"
#include "core/story/story.h"

void dtl_story_events(dtl_source *source, dtl_arena *arena) {
    dtl_scene scene;
    if (!dtl_scene_init(&scene, source, arena)) return;
    dtl_event_find(&scene);
    if (arena->failed) return;
    dtl_event_classify(&scene);
    dtl_event_tense(&scene);
    dtl_event_attribute(&scene);
    dtl_event_judge(&scene);
    dtl_event_cast(&scene);
    dtl_event_kind(&scene);
    dtl_event_fold(&scene);
}
