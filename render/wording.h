/* wording.h - what the formats for people say about an entry, in words. */
#ifndef DTL_WORDING_H
#define DTL_WORDING_H

#include "core/base/local_date.h"
#include "core/model.h"

/* "planned", "did not happen" ...; NULL when it plainly occurred, or when
 * the headline itself says that it did not. */
const char *dtl_wording_status(const dtl_entry *entry);

/* How far the day is only inferred; NULL when the text states it. */
const char *dtl_wording_basis(dateline_basis basis);

/* Where a reference date is from: "by its header line". */
const char *dtl_wording_reference(dtl_reference_from from);

/* The date as meant, or as written when it is not resolved. Never NULL nor
 * empty; not escaped. */
const char *dtl_wording_date(const dateline_date *date);

/* The same in the language of `local`, when that is not NULL and can say it:
 * `room` holds it. */
const char *dtl_wording_local_date(const dtl_local *local,
                                   const dateline_date *date,
                                   char room[DTL_DISPLAY_BYTES]);

/* One moment in that language or in English. */
const char *dtl_wording_instant(const dtl_local *local,
                                const dateline_instant *at,
                                char room[DTL_DISPLAY_BYTES]);

/* The headline; never NULL nor empty; not escaped. */
const char *dtl_wording_headline(const dtl_entry *entry);

/* The file name without its directories, or an address as it is. May be
 * NULL. */
const char *dtl_wording_uri(const char *uri);

/* The name to call a source by: title, file name or id. */
const char *dtl_wording_source(const dtl_source *source);

/* Where the date as written stands in the entry's own sentence: bytes of
 * the sentence; empty when it stands elsewhere or nowhere. */
dtl_span dtl_wording_mark(const dtl_document *document, const dtl_entry *entry);

/* Whether both entries quote the same words with the same mark. `before` may
 * be NULL. */
bool dtl_wording_is_repeated(const dtl_document *document,
                             const dtl_entry *entry, const dtl_entry *before);

/* Receives the remarks behind a headline, already in order: the status, who
 * says so ("according to" and the name), how the date is known. `name` is
 * a text of strangers and may be NULL. */
typedef void (*dtl_remark_fn)(void *context, const char *words,
                              const char *name);

void dtl_wording_remarks(const dtl_entry *entry, dtl_remark_fn remark,
                         void *context);

#endif
