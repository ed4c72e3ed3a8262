/* lexer.h - bytes to runs of tokens that can be part of a date expression.
 *
 * A run is a stretch of tokens that the tables know, with nothing but white
 * space between them; any other word or mark ends it. Most of a text is in
 * no run with a trigger, a token that some expression needs: seek.c steps
 * over it, touching each byte once. */
#ifndef DTL_LEXER_H
#define DTL_LEXER_H

#include "timeparse/terms.h"

/* Tokens of one run; a longer one is cut. */
enum { DTL_RUN_MAX = 48 };

typedef struct {
    uint32_t start, end;   /* bytes */
    dtl_classes classes;
    uint16_t entry;        /* of the terms; 0: a number, mark or node */
    uint16_t word;         /* the literal it is; 0: none */
    int16_t node;          /* index of a meaning; -1: a token */
    uint8_t capital;       /* 1: Capital, 2: ALL CAPS */
    uint8_t glued;         /* no white space before it */
    uint8_t digits;        /* a number's digits as written */
    uint8_t tenth;         /* decimal digit, 5 for "and a half" */
    uint8_t day, month;    /* ISODAY and slash dates */
    uint8_t swapped;       /* day and month could change places */
    uint8_t hour, minute, second, has_second; /* CLOCK */
    uint8_t has_zone;      /* of an ISO date and time */
    int16_t zone;          /* minutes: GMT+8, 14:30+08:00 */
    int32_t number, high;
} dtl_item;

typedef struct {
    const dtl_terms *terms;
    const char *bytes;
    uint32_t length, at;
    bool day_first;
    dtl_item items[DTL_RUN_MAX];
    uint32_t count;
    bool trigger; /* the run holds a token that some expression needs */
} dtl_lexer;

void dtl_lexer_init(dtl_lexer *lexer, const dtl_terms *terms,
                    const char *bytes, uint32_t length, bool day_first);

/* Reads the next run that has a trigger into items; false at the end. */
bool dtl_lexer_next(dtl_lexer *lexer);

/* Reads a number at lexer->at into *item and steps behind it; false when
 * it is none that can be part of a date (then also behind it). */
bool dtl_lexer_number(dtl_lexer *lexer, dtl_item *item);

/* Moves lexer->at to the beginning of the next run that may have a trigger;
 * false: there is none. Never steps over one. */
bool dtl_lexer_seek(dtl_lexer *lexer);

typedef enum {
    DTL_BYTE_OTHER = 0, DTL_BYTE_BLANK, DTL_BYTE_LETTER, DTL_BYTE_DIGIT,
    DTL_BYTE_HIGH, DTL_BYTE_MARK
} dtl_byte;

/* What each byte is: DTL_BYTE_MARK are , - / ( ) ' `, which may stand in a
 * run. */
extern const uint8_t dtl_byte_kinds[256];

/* Bytes of the mark that is no ASCII at `at`; 0: a letter, or none. Marks
 * are U+00A0 to U+00BF, U+2000 to U+207F and U+3000 to U+303F. */
uint32_t dtl_high_mark(const char *bytes, uint32_t length, uint32_t at);

/* Whether digits may follow a word of n letters at once: Q3, H1, FY2019. */
bool dtl_takes_digits(const char *word, size_t n);

/* Bytes of the blank at `at`, also of a no-break space; 0: none is there. */
uint32_t dtl_blank(const char *bytes, uint32_t length, uint32_t at);

#endif
