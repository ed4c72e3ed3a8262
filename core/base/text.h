/* text.h - the UTF-8 door: bytes in, clean text with true offsets out.
 *
 * Ill-formed bytes become U+FFFD (one for each maximal subpart, Unicode 15
 * chapter 3.9) and NUL stays a byte like others. Everything behind this
 * door may take the text for valid UTF-8. Offsets into the clean text lead
 * back to the original bytes and to code points. */
#ifndef DTL_TEXT_H
#define DTL_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/base/arena.h"

/* From `clean` on, the original is at `original` + (offset - clean). */
typedef struct {
    uint32_t clean, original;
} dtl_shift;

typedef struct {
    const char *bytes; /* valid UTF-8, a NUL stands at bytes[length] */
    uint32_t length;
    uint32_t replaced; /* ill-formed pieces that became U+FFFD */
    DTL_LIST(dtl_shift) shifts; /* empty when offsets are the original's */
    uint32_t *points; /* code points before byte 256 * i */
} dtl_text;

/* Copies, cleans and indexes `length` (below 4 GiB) bytes. Failure is in
 * the arena. */
void dtl_text_init(dtl_text *text, dtl_arena *arena, const char *bytes,
                   size_t length);

/* The same for what stands behind the first `skip` bytes: a byte order mark.
 * Offsets of the original count from its first byte. */
void dtl_text_init_behind(dtl_text *text, dtl_arena *arena, const char *bytes,
                          size_t length, size_t skip);

/* Takes `length` bytes of valid UTF-8 with a NUL behind them, which live in
 * the arena, and indexes them. The caller has set shifts and replaced. */
void dtl_text_take(dtl_text *text, dtl_arena *arena, const char *bytes,
                   uint32_t length);

/* Says that from `clean` on the original is at `original`; calls come in
 * order, and one that says nothing new adds nothing. */
void dtl_text_shift(dtl_text *text, dtl_arena *arena, uint32_t clean,
                    uint32_t original);

uint32_t dtl_text_original(const dtl_text *text, uint32_t offset);
uint32_t dtl_text_point(const dtl_text *text, uint32_t offset);

/* Decodes one code point of `bytes` before `length` at *offset and moves on;
 * ill-formed bytes give U+FFFD. *offset must be below length. */
uint32_t dtl_utf8_next(const char *bytes, size_t length, size_t *offset);

/* Encodes into at most 4 bytes; returns how many. */
size_t dtl_utf8_encode(uint32_t point, char out[4]);

#endif
