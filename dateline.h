/* dateline.h - the whole public contract.
 *
 * dateline reads a news article and gives its chronology: every date
 * expression resolved against the dateline, every event with its action, its
 * actors and its time, in order.
 *
 *     dateline_document *doc;
 *     dateline_source_options source = { .reference = "2023-06-18" };
 *     if (dateline_open(&doc, NULL) == DATELINE_OK &&
 *         dateline_read(doc, &source, bytes, length) == DATELINE_OK &&
 *         dateline_build(doc) == DATELINE_OK)
 *         dateline_render(doc, &(dateline_render_options){
 *             .format = DATELINE_FORMAT_JSON }, write, context);
 *     dateline_close(doc);
 *
 * Ownership: a document owns everything found in it; one dateline_close
 * frees it. Strings that are handed out are UTF-8, end in NUL and live as
 * long as the document. Strings that are handed in are copied.
 *
 * Offsets are bytes into the source's text, half-open: [start, end).
 *
 * Odd text never fails, it gives a note. Only memory, limits, output and
 * misuse fail; every function that can fail returns a dateline_status.
 *
 * No function here reads the clock, the locale, the environment or TZ, and
 * none keeps state between calls: the same input gives the same bytes.
 * Two threads may work on two documents with nothing between them.
 *
 * Terms: TimeML 1.2.1 (TIMEX3, EVENT), ISO 8601-2:2019 (EDTF), RFC 5545. */
#ifndef DATELINE_H
#define DATELINE_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(__GNUC__)
#define DATELINE_API __attribute__((visibility("default")))
#else
#define DATELINE_API
#endif

#define DATELINE_VERSION "0.1.0"

/* ---- status ----------------------------------------------------------- */

typedef enum {
    DATELINE_OK = 0,
    DATELINE_NO_MEMORY, /* the allocator gave NULL */
    DATELINE_LIMIT,     /* a limit of core/base/limits.h was met */
    DATELINE_MISUSE,    /* NULL, bad enum, calls out of order */
    DATELINE_BAD_INPUT, /* an option or record that cannot be read */
    DATELINE_OUTPUT     /* the write callback refused */
} dateline_status;

/* A short English sentence for a status; never NULL. */
DATELINE_API const char *dateline_describe(dateline_status status);

/* The version of the library, DATELINE_VERSION when it was built. */
DATELINE_API const char *dateline_version(void);

/* ---- results: plain, read-only, owned by the document ------------------ */

typedef enum {
    DATELINE_PRECISION_NONE = 0,
    DATELINE_PRECISION_SECOND,
    DATELINE_PRECISION_MINUTE,
    DATELINE_PRECISION_HOUR,
    DATELINE_PRECISION_PART, /* part of a day: morning, evening ... */
    DATELINE_PRECISION_DAY,
    DATELINE_PRECISION_WEEKEND,
    DATELINE_PRECISION_WEEK,
    DATELINE_PRECISION_MONTH,
    DATELINE_PRECISION_QUARTER,
    DATELINE_PRECISION_SEASON,
    DATELINE_PRECISION_HALF,
    DATELINE_PRECISION_YEAR,
    DATELINE_PRECISION_DECADE,
    DATELINE_PRECISION_CENTURY
} dateline_precision;

/* One end of an interval, with only the digits that are meant. */
typedef struct {
    int32_t year;                        /* astronomical: 0 is 1 BC */
    uint8_t month, day;                  /* 1-based; 0 when not meant */
    uint8_t hour, minute, second;        /* second 0-59 */
    uint8_t digits;                      /* dateline_digits */
    int16_t zone;                        /* minutes east of UTC */
    uint8_t has_zone;                    /* 0: the zone is not known */
} dateline_instant;

typedef enum {
    DATELINE_DIGITS_OPEN = 0, /* no end on this side */
    DATELINE_DIGITS_YEAR,     /* 2023 */
    DATELINE_DIGITS_MONTH,    /* 2023-06 */
    DATELINE_DIGITS_DAY,      /* 2023-06-18 */
    DATELINE_DIGITS_MINUTE,   /* 2023-06-18T18:00 */
    DATELINE_DIGITS_SECOND    /* 2023-06-18T18:00:00 */
} dateline_digits;

typedef enum {
    DATELINE_RELATION_ON = 0,
    DATELINE_RELATION_AROUND,
    DATELINE_RELATION_BEFORE,
    DATELINE_RELATION_AFTER,
    DATELINE_RELATION_FROM_TO,
    DATELINE_RELATION_BETWEEN,
    DATELINE_RELATION_BY,
    DATELINE_RELATION_SINCE,
    DATELINE_RELATION_UNTIL
} dateline_relation;

typedef enum {
    DATELINE_BASIS_NONE = 0,   /* no date */
    DATELINE_BASIS_EXPRESSION, /* a time expression says so */
    DATELINE_BASIS_INFERRED,   /* another event or sentence says so */
    DATELINE_BASIS_DATELINE,   /* tense and frame put it at the dateline */
    DATELINE_BASIS_NARRATIVE   /* the time the narrative stood at */
} dateline_basis;

typedef enum {
    DATELINE_KIND_DAY = 0, /* one day */
    DATELINE_KIND_WITHIN,  /* some moment inside [begin, end) */
    DATELINE_KIND_SPAN     /* lasting from begin to end */
} dateline_kind;

typedef enum {
    DATELINE_TIMEX_DATE = 0,
    DATELINE_TIMEX_TIME,
    DATELINE_TIMEX_DURATION,
    DATELINE_TIMEX_SET
} dateline_timex_type;

/* TIMEX3 attributes; value is never NULL in a time that was found, the
 * others are NULL when absent. anchor is the id-free ISO value that a
 * duration is measured from. */
typedef struct {
    dateline_timex_type type;
    const char *value, *mod, *quant, *freq, *anchor;
} dateline_timex3;

typedef struct {
    const char *edtf;
    float score; /* 0 to 1; the candidates of one date sum to at most 1 */
    const char *how; /* how it was read: "before the reference date",
                        "day before month"; NULL: nothing to say */
} dateline_candidate;

/* A date as it is meant and how it was derived. begin and end bound a
 * half-open interval; an end with digits OPEN has no bound. */
typedef struct {
    const char *text;    /* as written; NULL when no expression stands */
    const char *edtf;    /* ISO 8601-2 level 0 to 2; NULL when unresolved */
    const char *display; /* for people, in English: "late 17 June 2023" */
    dateline_instant begin, end;
    dateline_precision precision;
    dateline_relation relation;
    dateline_kind kind;
    dateline_basis basis;
    uint8_t approximate, uncertain;
    dateline_timex3 timex3;
    const char *rule; /* name of the rule that resolved it; NULL: none */
    float confidence; /* 0 to 1 */
    const dateline_candidate *candidates; /* best first; may be NULL */
    uint32_t candidate_count;
} dateline_date;

/* A piece of a source's text: bytes [start, end) of source number `source`
 * (in the order of dateline_read). */
typedef struct {
    uint32_t source, start, end;
} dateline_at;

typedef enum {
    DATELINE_ACTOR_OTHER = 0,
    DATELINE_ACTOR_PERSON,
    DATELINE_ACTOR_ORGANIZATION,
    DATELINE_ACTOR_PLACE,
    DATELINE_ACTOR_GROUP
} dateline_actor_type;

typedef enum {
    DATELINE_ROLE_AGENT = 0,
    DATELINE_ROLE_PATIENT,
    DATELINE_ROLE_RECIPIENT,
    DATELINE_ROLE_PARTICIPANT
} dateline_role;

typedef enum {
    DATELINE_STATUS_OCCURRED = 0,
    DATELINE_STATUS_ONGOING,
    DATELINE_STATUS_PLANNED,
    DATELINE_STATUS_POSSIBLE,
    DATELINE_STATUS_NEGATED
} dateline_event_status;

/* TimeML event classes. */
typedef enum {
    DATELINE_CLASS_OCCURRENCE = 0,
    DATELINE_CLASS_REPORTING,
    DATELINE_CLASS_STATE,
    DATELINE_CLASS_I_ACTION,
    DATELINE_CLASS_I_STATE,
    DATELINE_CLASS_ASPECTUAL,
    DATELINE_CLASS_PERCEPTION
} dateline_event_class;

typedef enum {
    DATELINE_TENSE_NONE = 0,
    DATELINE_TENSE_PAST,
    DATELINE_TENSE_PRESENT,
    DATELINE_TENSE_FUTURE,
    DATELINE_TENSE_INFINITIVE,
    DATELINE_TENSE_PRESPART,
    DATELINE_TENSE_PASTPART
} dateline_tense;

typedef enum {
    DATELINE_ASPECT_NONE = 0,
    DATELINE_ASPECT_PROGRESSIVE,
    DATELINE_ASPECT_PERFECTIVE,
    DATELINE_ASPECT_PERFECTIVE_PROGRESSIVE
} dateline_aspect;

/* ---- memory and options ------------------------------------------------ */

/* One function does it all, after Lua: new_size 0 frees and returns NULL;
 * pointer NULL allocates; otherwise the block is resized. NULL for a
 * new_size above 0 means failure and leaves the old block alone. */
typedef void *(*dateline_alloc_fn)(void *context, void *pointer,
                                   size_t old_size, size_t new_size);

typedef struct {
    dateline_alloc_fn alloc; /* NULL: the C library's realloc and free */
    void *alloc_context;
} dateline_options;

typedef enum {
    DATELINE_INPUT_AUTO = 0, /* looks at the bytes */
    DATELINE_INPUT_TEXT,
    DATELINE_INPUT_HTML,
    DATELINE_INPUT_EML /* RFC 5322: its text part, decoded, is the text that
                          offsets count in; its Date is the reference */
} dateline_input;

typedef struct {
    dateline_input format;
    const char *id;        /* NULL: "s1", "s2", ... */
    const char *uri;       /* file name or address, only shown; may be NULL */
    const char *title;     /* NULL: found in the text, if it has one */
    const char *publisher; /* may be NULL */
    const char *reference; /* "2023-06-18" or "2023-06-18T21:04:00+08:00";
                              NULL: found in the text */
    const char *zone;      /* IANA name; NULL: unknown */
    int day_first;         /* 1: 03/04/2023 is 3 April */
    const char *published; /* the date that a feed or record gives, used when
                              reference is NULL; one that cannot be read
                              gives a note. NULL: none */
} dateline_source_options;

typedef struct dateline_document dateline_document;

/* ---- the road: open, read (any number of times), build, render, close --- */

/* Opens an empty document in *out. options may be NULL.
 * MISUSE when out is NULL; NO_MEMORY. On failure *out is NULL. */
DATELINE_API dateline_status dateline_open(dateline_document **out,
                                           const dateline_options *options);

/* Reads one article: `length` bytes, which need not end in NUL and are
 * copied. options may be NULL. Finds words, times, actors and events.
 * MISUSE, NO_MEMORY, LIMIT (more than DTL_MAX_INPUT bytes), BAD_INPUT (a
 * reference or zone that cannot be read). After a failure the document can
 * only be asked for dateline_message and closed. */
DATELINE_API dateline_status dateline_read(
    dateline_document *document, const dateline_source_options *options,
    const char *bytes, size_t length);

/* Makes the chronology of all that was read: selects, merges, orders.
 * Called once, after the last dateline_read. */
DATELINE_API dateline_status dateline_build(dateline_document *document);

typedef enum {
    DATELINE_FORMAT_TEXT = 0,
    DATELINE_FORMAT_JSON,
    DATELINE_FORMAT_NDJSON, /* the same object on one line */
    DATELINE_FORMAT_MARKDOWN,
    DATELINE_FORMAT_ICS,
    DATELINE_FORMAT_CONLLU, /* words, tags and parse, to look inside */
    DATELINE_FORMAT_TIMEML, /* the text with TimeML 1.2.1 inline */
    DATELINE_FORMAT_CSV,    /* RFC 4180: one row an entry */
    DATELINE_FORMAT_TIMELINEJS, /* JSON for Knight Lab's TimelineJS 3 */
    DATELINE_FORMAT_HTML,   /* one page: the chronology beside the article */
    DATELINE_FORMAT_COUNT
} dateline_format;

/* What --to calls a format ("ics") and how its files end (".ics"); NULL for
 * one that does not exist. */
DATELINE_API const char *dateline_format_name(dateline_format format);
DATELINE_API const char *dateline_format_suffix(dateline_format format);

/* Which entries come out: those that pass every part that is given. A part
 * that is NULL or 0 lets everything pass. Sources, actors and times, and the
 * ids of entries, stay as they are without a filter. */
typedef struct {
    const char *actor;     /* who takes part, by whole words of a name or
                              alias; letter case and composition aside */
    const char *from_date; /* "2023", "2023-06" or "2023-06-18": entries */
    const char *to_date;   /* whose interval meets the days from the first to
                              the last, both inclusive; undated ones do not */
    const char *statuses;  /* any of "planned,possible" */
    const char *classes;   /* any of "REPORTING,CONSULT": TimeML or PLOVER
                              classes of the action */
    float min_confidence;  /* 0 to 1 */
} dateline_filter;

typedef struct {
    dateline_format format;
    int all;            /* 1: every event and background entries too */
    int64_t timestamp;  /* iCalendar DTSTAMP, seconds since 1970 UTC;
                           0: the reference date of the first source */
    int coarse;         /* iCalendar: 1: entries of a year and coarser too */
    int negated;        /* iCalendar: 1: negated events too */
    int split;          /* iCalendar: 1: what lasts some days (at most 31) is
                           one event a day */
    const char *locale; /* Markdown, text: dates in this language ("de",
                           "pt-BR"), as ICU writes them; NULL: in English */
    int table;          /* Markdown: 1: a table instead of a list */
    int width;          /* text: columns of a line, from 40; 0: 80 */
    int color;          /* text: 1: with ANSI colours */
    dateline_filter filter; /* not for TimeML and CoNLL-U, which annotate
                               the whole text */
} dateline_render_options;

/* Receives the next `length` bytes of the output; 0 on success, anything
 * else stops rendering with DATELINE_OUTPUT. */
typedef int (*dateline_write_fn)(void *context, const char *bytes,
                                 size_t length);

/* Counts of what a format wrote and left out; never silently. */
typedef struct {
    uint32_t written;     /* entries that came out */
    uint32_t undated;     /* formats that need a date: entries without one */
    uint32_t coarse;      /* iCalendar: known only to the year */
    uint32_t negated;     /* iCalendar: did not happen */
    uint32_t filtered;    /* background, without `all` */
    uint32_t refused;     /* by the filter */
    uint32_t overlapping; /* TimeML: events inside a time, times upon another */
    uint32_t replaced;    /* TimeML: characters that XML cannot hold */
} dateline_counts;

/* Renders the built chronology, any number of times. counts may be NULL.
 * MISUSE; BAD_INPUT (a filter that cannot be read: dateline_message says
 * which part; the document stays as it is); OUTPUT; NO_MEMORY. */
DATELINE_API dateline_status dateline_render(
    dateline_document *document, const dateline_render_options *options,
    dateline_write_fn write, void *context, dateline_counts *counts);

/* Tells in words, for a terminal of 80 columns, how entry `id` ("e12") came
 * to its date and status: its sentence, the date expression and the rule that
 * read it, what it was counted from and why on that side, who says it, and
 * what was merged into it. After dateline_build. MISUSE; BAD_INPUT (no such
 * entry: dateline_message says which there are); OUTPUT; NO_MEMORY. */
DATELINE_API dateline_status dateline_explain_entry(
    dateline_document *document, const char *id, dateline_write_fn write,
    void *context);

/* Something odd in a text that was read: a code that stays the same over
 * versions ("encoding.replaced") and a message for people. start == end:
 * about the source as a whole. */
typedef struct {
    dateline_at at;
    const char *code, *message;
} dateline_note;

/* Gives note number `index`, counted over all sources from 0. MISUSE when
 * there is none: count up until then. */
DATELINE_API dateline_status dateline_get_note(
    const dateline_document *document, uint32_t index, dateline_note *note);

/* What went wrong last, in one line that says what, where and what to do;
 * "" when nothing did. Never NULL. */
DATELINE_API const char *dateline_message(const dateline_document *document);

/* Frees the document and all it handed out. NULL is allowed. */
DATELINE_API void dateline_close(dateline_document *document);

/* ---- expressions alone --------------------------------------------------- */

/* One date expression of a text and how its date came about. */
typedef struct {
    uint32_t start, end;     /* bytes of the text */
    dateline_date date;
    const char *const *rows; /* names of the table rows that had a part, the
                                outermost first */
    uint32_t row_count;
    const char *why;         /* what decided, in English */
    const char *note;        /* an ambiguity or contradiction; NULL: none */
} dateline_expression;

typedef struct {
    const char *reference; /* ISO date or date-time; NULL: what counts from
                              it stays unresolved */
    const char *zone;      /* IANA name; NULL: unknown */
    int day_first;         /* 1: 03/04/2023 is 3 April */
} dateline_expression_options;

/* Resolves every date expression in `text` (NUL-terminated), in order, and
 * says why. options may be NULL. *list lives in the document. BAD_INPUT when
 * there is no expression or an option cannot be read; dateline_message says
 * which. */
DATELINE_API dateline_status dateline_explain(
    dateline_document *document, const char *text,
    const dateline_expression_options *options,
    const dateline_expression **list, uint32_t *count);

/* The date of the longest expression in `text`, for a reference date that
 * may be NULL; otherwise as dateline_explain. */
DATELINE_API dateline_status dateline_resolve(
    dateline_document *document, const char *text, const char *reference,
    const dateline_date **date);

#ifdef __cplusplus
}
#endif
#endif
