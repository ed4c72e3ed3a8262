/* words.h - one run of text without white space cut into words.
 *
 * Words are those of UD English EWT and GUM: clitics stand alone (do|n't,
 * it|'s, can|not), hyphenated compounds come apart (18|-|month|-|old) but
 * for prefixes (anti-war), numbers, times, addresses and abbreviations stay
 * whole. */
#ifndef DTL_WORDS_H
#define DTL_WORDS_H

#include "core/model.h"

typedef enum {
    DTL_WORD_PLAIN = 0,    /* letters and what holds them together */
    DTL_WORD_NUMBER,
    DTL_WORD_ABBREVIATION, /* ends in its own full stop */
    DTL_WORD_STOP,         /* . ? ! */
    DTL_WORD_ELLIPSIS,     /* ... or U+2026 */
    DTL_WORD_QUOTE,
    DTL_WORD_OPEN,         /* opening bracket */
    DTL_WORD_CLOSE,
    DTL_WORD_DASH,
    DTL_WORD_OTHER
} dtl_word_kind;

/* What may follow an abbreviation inside its sentence. */
typedef enum {
    DTL_ABBREVIATION_NONE = 0,
    DTL_ABBREVIATION_TITLE,  /* a name: never ends a sentence */
    DTL_ABBREVIATION_NUMBER, /* a number, or it is none: No. 2 */
    DTL_ABBREVIATION_STATE,  /* stands behind a comma: Akron, Ohio. */
    DTL_ABBREVIATION_HOUR,   /* a.m.: zone or weekday may follow */
    DTL_ABBREVIATION_FINAL   /* can end a sentence: Inc., U.S., etc. */
} dtl_abbreviation;

typedef struct {
    dtl_span span;
    uint8_t kind;         /* dtl_word_kind */
    uint8_t abbreviation; /* dtl_abbreviation */
    uint8_t spaced;       /* white space stands before it */
} dtl_piece;

typedef struct {
    const char *text;
    uint32_t at;            /* the next word starts here */
    uint32_t start, end;    /* the run */
    uint32_t text_end;      /* one may look ahead to here */
    uint32_t plain;         /* no address starts before this offset */
    bool address;           /* the run holds @ or :// or www. */
    dtl_piece last;         /* the word before; empty at the beginning */
} dtl_run;

/* Opens the run that begins at `at`, which is no white space. `last` is the
 * word before it. */
void dtl_words_open(dtl_run *run, const char *text, uint32_t at,
                    uint32_t text_end, dtl_piece last);

/* The next word of the run; false when there is none. A word is never
 * empty and never longer than DTL_MAX_WORD_BYTES. */
bool dtl_words_next(dtl_run *run, dtl_piece *token);

#endif
