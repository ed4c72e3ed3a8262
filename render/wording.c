/* wording.c - statuses, origins and sources in words. */
#include "render/wording.h"

#include <string.h>

#include "render/escape.h"
#include "render/parts.h"

/* "Ilse did not come (did not happen)" would say the opposite. */
static bool says_no(const char *headline) {
    static const char *const words[] = {" not ", "n't ", "n’t ", " never ",
                                        "No "};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (headline && strstr(headline, words[i])) return true;
    return false;
}

const char *dtl_wording_status(const dtl_entry *entry) {
    switch (entry->status) {
    case DATELINE_STATUS_OCCURRED: return NULL;
    case DATELINE_STATUS_ONGOING: return "under way";
    case DATELINE_STATUS_PLANNED: return "planned";
    case DATELINE_STATUS_POSSIBLE: return "possible";
    case DATELINE_STATUS_NEGATED:
        return says_no(entry->headline) ? NULL : "did not happen";
    }
    return NULL;
}

const char *dtl_wording_basis(dateline_basis basis) {
    switch (basis) {
    case DATELINE_BASIS_NONE:
    case DATELINE_BASIS_EXPRESSION: return NULL;
    case DATELINE_BASIS_INFERRED: return "date inferred";
    case DATELINE_BASIS_DATELINE: return "dated by the dateline";
    case DATELINE_BASIS_NARRATIVE: return "date inferred";
    }
    return NULL;
}

const char *dtl_wording_reference(dtl_reference_from from) {
    switch (from) {
    case DTL_FROM_NONE: return NULL;
    case DTL_FROM_OPTION: return "as given";
    case DTL_FROM_METADATA: return "by its metadata";
    case DTL_FROM_HEADER: return "by its header line";
    case DTL_FROM_DATELINE: return "by its dateline";
    case DTL_FROM_TEXT: return "by a date in the text";
    }
    return NULL;
}

const char *dtl_wording_date(const dateline_date *date) {
    const char *const choices[] = {date->display, date->text, date->edtf};
    for (size_t i = 0; i < sizeof choices / sizeof *choices; i++)
        if (!dtl_plain_is_empty(choices[i])) return choices[i];
    return "date not resolved";
}

const char *dtl_wording_local_date(const dtl_local *local,
                                   const dateline_date *date,
                                   char room[DTL_DISPLAY_BYTES]) {
    const char *said = dtl_local_date(local, date, room);
    return said ? said : dtl_wording_date(date);
}

const char *dtl_wording_instant(const dtl_local *local,
                                const dateline_instant *at,
                                char room[DTL_DISPLAY_BYTES]) {
    const char *said = dtl_local_instant(local, at, room);
    return said ? said : dtl_display_instant(at, room);
}

const char *dtl_wording_headline(const dtl_entry *entry) {
    if (dtl_plain_is_empty(entry->headline)) return "(no headline)";
    return entry->headline;
}

const char *dtl_wording_uri(const char *uri) {
    if (!uri || strstr(uri, "://")) return uri;
    const char *slash = strrchr(uri, '/');
    return slash && slash[1] ? slash + 1 : uri;
}

const char *dtl_wording_source(const dtl_source *source) {
    if (!dtl_plain_is_empty(source->head.title)) return source->head.title;
    const char *uri = dtl_wording_uri(source->uri);
    return dtl_plain_is_empty(uri) ? source->id : uri;
}

dtl_span dtl_wording_mark(const dtl_document *document,
                          const dtl_entry *entry) {
    const dtl_span none = {0, 0};
    const dtl_event *event = dtl_parts_event(document, entry->main);
    const dtl_source *source = dtl_parts_source(document, entry->main.source);
    if (!entry->dated || !event || event->time < 0 ||
        entry->main.source != entry->sentence.source ||
        (uint32_t)event->time >= source->times.count)
        return none;
    const dtl_span span = source->times.items[event->time].span;
    if (span.start < entry->sentence.start || span.end > entry->sentence.end)
        return none;
    return (dtl_span){span.start - entry->sentence.start,
                      span.end - entry->sentence.start};
}

bool dtl_wording_is_repeated(const dtl_document *document,
                             const dtl_entry *entry, const dtl_entry *before) {
    if (!before || entry->sentence.source != before->sentence.source ||
        entry->sentence.start != before->sentence.start ||
        entry->sentence.end != before->sentence.end)
        return false;
    const dtl_span mark = dtl_wording_mark(document, entry);
    const dtl_span other = dtl_wording_mark(document, before);
    return mark.start == other.start && mark.end == other.end &&
           (mark.end || entry->date.text == before->date.text);
}

void dtl_wording_remarks(const dtl_entry *entry, dtl_remark_fn remark,
                         void *context) {
    const char *status = dtl_wording_status(entry);
    if (status) remark(context, status, NULL);
    if (!dtl_plain_is_empty(entry->reported_by))
        remark(context, "according to ", entry->reported_by);
    if (!entry->dated) return;
    const char *basis = dtl_wording_basis(entry->date.basis);
    if (basis) remark(context, basis, NULL);
    if (entry->date.uncertain) remark(context, "date uncertain", NULL);
}
