/* parts.h - the small things that several formats need from the model:
 * names of enum values as OUTPUT.md spells them, instants by their digits,
 * and the way from an entry to its words. */
#ifndef DTL_PARTS_H
#define DTL_PARTS_H

#include "core/model.h"

/* "day", "after", "expression" ...; NULL for NONE. */
const char *dtl_parts_precision(dateline_precision precision);
const char *dtl_parts_relation(dateline_relation relation);
const char *dtl_parts_kind(dateline_kind kind);
const char *dtl_parts_basis(dateline_basis basis);
const char *dtl_parts_timex_type(dateline_timex_type type);
const char *dtl_parts_actor_type(dateline_actor_type type);
const char *dtl_parts_role(dateline_role role);
const char *dtl_parts_tense(dateline_tense tense);
const char *dtl_parts_aspect(dateline_aspect aspect);
const char *dtl_parts_reference_from(dtl_reference_from from);

/* Bytes that dtl_parts_instant needs at most, NUL included. */
#define DTL_INSTANT_BYTES 40

/* ISO 8601-1 with only the digits that are meant: 2023, 2023-06,
 * 2023-06-18T18:00+08:00. Years outside 0 to 9999 carry a sign (ISO 8601
 * expanded form): -0043 is 44 BC. NULL when the end is open. */
const char *dtl_parts_instant(const dateline_instant *instant,
                              char out[DTL_INSTANT_BYTES]);

/* The day that an instant lies in, from 1970-01-01; what is not meant counts
 * as the first of its unit. */
int64_t dtl_parts_day(const dateline_instant *instant);

/* Days [begin, end) that the date touches, at least one; one day beside an
 * open side. False when both sides are open. */
bool dtl_parts_days(const dateline_date *date, int64_t *begin, int64_t *end);

/* The source and event behind a reference. */
const dtl_source *dtl_parts_source(const dtl_document *document,
                                   uint32_t source);
const dtl_event *dtl_parts_event(const dtl_document *document,
                                 dtl_event_ref ref);

/* NULL when `entry` is DTL_NONE. */
const dtl_entry *dtl_parts_entry(const dtl_document *document, int32_t entry);

/* The bytes of word `word` and of mention `mention`; an empty span when
 * there is none. */
dtl_span dtl_parts_word(const dtl_source *source, int32_t word);
dtl_span dtl_parts_mention(const dtl_source *source, int32_t mention);

/* NULL when there is no such word or it has no lemma. */
const char *dtl_parts_lemma(const dtl_source *source, int32_t word);

/* Where the document keeps actor `actor` of this source, or DTL_NONE. */
int32_t dtl_parts_merged(const dtl_source *source, int32_t actor);

/* Whether this entry is written with these options. */
bool dtl_parts_is_shown(const dtl_entry *entry,
                        const dateline_render_options *options);

/* The same, and counts the entry as written, filtered or refused. */
bool dtl_parts_is_counted(const dtl_entry *entry,
                          const dateline_render_options *options,
                          dateline_counts *counts);

/* Counts what a format that leaves out nothing else writes and does not. */
void dtl_parts_count(const dtl_document *document,
                     const dateline_render_options *options,
                     dateline_counts *counts);

#endif
