/* event_status.h - what the two files of the status step share: what a clause
 * says by itself (event_finite.c) and what a word takes from the one above
 * (event_status.c). */
#ifndef DTL_EVENT_STATUS_H
#define DTL_EVENT_STATUS_H

#include "core/story/event_scene.h"

#define OCCURRED DATELINE_STATUS_OCCURRED
#define ONGOING DATELINE_STATUS_ONGOING
#define PLANNED DATELINE_STATUS_PLANNED
#define POSSIBLE DATELINE_STATUS_POSSIBLE
#define NEGATED DATELINE_STATUS_NEGATED

/* What the word does to its clause or noun, by event_governors.def. */
dtl_effect dtl_status_effect(const dtl_scene *scene, int32_t word);

/* The status of a finite clause. */
dateline_event_status dtl_status_of_finite(const dtl_scene *scene,
                                           const dtl_event *event);

/* "Had they allowed it, he would have won": they did not. */
bool dtl_status_is_unreal(const dtl_scene *scene, const dtl_event *event);

/* "was to begin". */
bool dtl_status_is_be_to(const dtl_scene *scene, int32_t word);

/* "perhaps left". */
bool dtl_status_is_doubted(const dtl_scene *scene, int32_t word);

/* "nearly drowned". */
bool dtl_status_is_nearly(const dtl_scene *scene, int32_t word);

/* "happening" of "within a day of happening". */
bool dtl_status_is_near_miss(const dtl_scene *scene, int32_t word);

/* The word stands in a title or caption. */
bool dtl_status_in_title(const dtl_scene *scene, int32_t word);

#endif
