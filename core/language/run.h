/* run.h - looking at the characters of a run of text without white space;
 * for words.c, address.c and number.c. */
#ifndef DTL_RUN_H
#define DTL_RUN_H

#include "core/language/chars.h"
#include "core/language/words.h"

/* The character at `at`, before `at`; white space of size 0 outside the
 * run. */
static inline dtl_glyph dtl_run_glyph(const dtl_run *run, uint32_t at) {
    if (at >= run->end) return (dtl_glyph){0, DTL_CHAR_SPACE, 0};
    return dtl_chars_at(run->text, at, run->end);
}
dtl_glyph dtl_run_before(const dtl_run *run, uint32_t at);

/* The first character at or behind `at` that is no white space, also
 * outside the run; looks over at most 16 bytes. */
dtl_glyph dtl_run_after(const dtl_run *run, uint32_t at);

static inline bool dtl_glyph_is_word(dtl_glyph g) { /* a letter or digit */
    return g.kind == DTL_CHAR_LETTER || g.kind == DTL_CHAR_DIGIT;
}
bool dtl_glyph_is_upper(dtl_glyph g);

/* The end of the letters and digits at `at`, of the characters of one kind
 * at `at`; at most DTL_MAX_WORD_BYTES further. */
uint32_t dtl_run_word(const dtl_run *run, uint32_t at);
uint32_t dtl_run_kind(const dtl_run *run, uint32_t at, dtl_char kind);

/* The end of the address (link, mail, domain, file) at `at`; `at` when
 * there is none. In address.c. */
uint32_t dtl_address_end(dtl_run *run, uint32_t at);

/* The end of the number whose first digit stands at `at`. In number.c. */
uint32_t dtl_number_end(const dtl_run *run, uint32_t at);

/* Digits with . , : / between them. In number.c. */
uint32_t dtl_number_digits(const dtl_run *run, uint32_t at);

/* The end of the clitic ('s 'm 'd 're 've 'll) whose apostrophe stands at
 * `at`; `at` when it is none. In words.c. */
uint32_t dtl_words_clitic(const dtl_run *run, uint32_t at);

#endif
