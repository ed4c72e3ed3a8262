/* read.h - bytes to a source: blocks, head and reference date. */
#ifndef DTL_READ_H
#define DTL_READ_H

#include "core/model.h"

/* Fills text, sha256, blocks, head, notes and reference of *source from
 * `length` bytes. options is never NULL here. BAD_INPUT: a reference date or
 * zone option that cannot be read, *message then says what and what to do.
 * Running out of memory shows in the arena. */
dateline_status dtl_read_source(dtl_source *source, dtl_arena *arena,
                                const dateline_source_options *options,
                                const char *bytes, size_t length,
                                const char **message);

/* Reads "2023-06-18" or "2023-06-18T21:04[:05][Z|+08:00]", all of `text`. */
bool dtl_read_instant(const char *text, dateline_instant *instant);

/* Whether ICU's time zone data, which is IANA's, has the name. */
bool dtl_read_zone(const char *name);

#endif
