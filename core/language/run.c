/* run.c - looking at the characters of a run. */
#include "core/language/run.h"

#include "core/base/limits.h"

dtl_glyph dtl_run_before(const dtl_run *run, uint32_t at) {
    if (at <= run->start) return (dtl_glyph){0, DTL_CHAR_SPACE, 0};
    return dtl_chars_before(run->text, run->start, at);
}

bool dtl_glyph_is_upper(dtl_glyph g) {
    return g.kind == DTL_CHAR_LETTER && dtl_chars_is_upper(g.point);
}

/* The end of the letters and digits at `at`. */
uint32_t dtl_run_word(const dtl_run *run, uint32_t at) {
    const uint32_t limit = at + DTL_MAX_WORD_BYTES;
    for (dtl_glyph g = dtl_run_glyph(run, at); dtl_glyph_is_word(g);
         g = dtl_run_glyph(run, at)) {
        if (at + g.size > limit) break;
        at += g.size;
    }
    return at;
}

uint32_t dtl_run_kind(const dtl_run *run, uint32_t at, dtl_char kind) {
    const uint32_t limit = at + DTL_MAX_WORD_BYTES;
    for (dtl_glyph g = dtl_run_glyph(run, at); g.size && g.kind == kind;
         g = dtl_run_glyph(run, at)) {
        if (at + g.size > limit) break;
        at += g.size;
    }
    return at;
}

/* The first character behind `at` that is no white space; looks over at
 * most 16 bytes of it. */
dtl_glyph dtl_run_after(const dtl_run *run, uint32_t at) {
    const uint32_t limit =
        run->text_end - at > 16 ? at + 16 : run->text_end;
    while (at < limit) {
        const dtl_glyph g = dtl_chars_at(run->text, at, run->text_end);
        if (g.kind != DTL_CHAR_SPACE) return g;
        at += g.size;
    }
    return (dtl_glyph){0, DTL_CHAR_SPACE, 0};
}
