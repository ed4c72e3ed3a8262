/* story.h - who did what, when, and did it really happen. */
#ifndef DTL_STORY_H
#define DTL_STORY_H

#include "core/model.h"

/* Fills mentions and actors: names, titles, nominals and pronouns. */
void dtl_story_actors(dtl_source *source, dtl_arena *arena);

/* Fills events: trigger, class, tense, aspect, polarity, modality, status,
 * attribution, participants and places. */
void dtl_story_events(dtl_source *source, dtl_arena *arena);

/* Gives every event its date, or none. Splits an event with several times. */
void dtl_story_dates(dtl_source *source, dtl_arena *arena);

#endif
