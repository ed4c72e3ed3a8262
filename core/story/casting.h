/* casting.h - what casting.c, cast_nominals.c and cast_type.c share. */
#ifndef DTL_CASTING_H
#define DTL_CASTING_H

#include "core/story/naming.h"

/* "China|defense"; length 0 when it is too long to be an office. */
typedef struct {
    char bytes[96];
    uint32_t length;
} dtl_office_key;

dtl_office_key dtl_casting_office(const dtl_naming *naming,
                                  const char *country, int32_t word);

/* An actor without anything; DTL_NONE on failure. */
int32_t dtl_casting_new(dtl_naming *naming);

/* The clue is of that actor (DTL_NONE: of none). */
void dtl_casting_join(dtl_naming *naming, int32_t clue, int32_t actor);

/* The country's actor, made when it is new. */
int32_t dtl_casting_country(dtl_naming *naming, const char *country);

/* Remembers that the actor holds the office of words first..last. */
void dtl_casting_learn_office(dtl_naming *naming, const char *country,
                              int32_t first, int32_t last, int32_t actor);

/* Counts what one more mention says of the type. */
void dtl_casting_add_votes(dtl_profile *profile, const dtl_clue *clue);

/* Gives one actor, or all, the type that the votes say. */
void dtl_casting_settle_one(const dtl_naming *naming, dtl_profile *profile);
void dtl_casting_settle(dtl_naming *naming);

#endif
