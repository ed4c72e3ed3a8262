/* address.c - links, mail addresses, domains and names of files. */
#include <string.h>

#include "core/base/limits.h"
#include "core/language/parts.h"
#include "core/language/run.h"

static bool starts_with(const dtl_run *run, uint32_t at, const char *form) {
    const size_t length = strlen(form);
    return run->end - at >= length &&
           dtl_parts_is(run->text + at, form, length);
}

/* Punctuation that may stand inside an address but not end it. */
static bool trails(dtl_glyph g) {
    switch (g.kind) {
    case DTL_CHAR_STOP: case DTL_CHAR_APOSTROPHE: case DTL_CHAR_QUOTE:
    case DTL_CHAR_CLOSE: return true;
    default:
        return g.point == ',' || g.point == ';' || g.point == ':' ||
               g.point == '>' || g.point == '*';
    }
}

static uint32_t trim(const dtl_run *run, uint32_t at, uint32_t end) {
    while (end > at) {
        const dtl_glyph g = dtl_chars_before(run->text, at, end);
        if (!trails(g)) break;
        end -= g.size;
    }
    return end;
}

static uint32_t skip_link(const dtl_run *run, uint32_t at) {
    uint32_t end = at;
    for (dtl_glyph g = dtl_run_glyph(run, end); g.size;
         g = dtl_run_glyph(run, end)) {
        if (g.kind == DTL_CHAR_QUOTE || g.point == '<' || g.point == '>')
            break;
        if (end + g.size - at > DTL_MAX_WORD_BYTES) break;
        end += g.size;
    }
    return trim(run, at, end);
}

static bool in_address(dtl_glyph g) {
    return dtl_glyph_is_word(g) || g.point == '.' || g.point == '_' ||
           g.point == '-' || g.point == '+' || g.point == '%' ||
           g.point == '@';
}

/* name@host: the end of it, or `at`. */
static uint32_t skip_mail(dtl_run *run, uint32_t at) {
    uint32_t end = at, sign = 0;
    for (dtl_glyph g = dtl_run_glyph(run, end); g.size && in_address(g);
         g = dtl_run_glyph(run, end)) {
        if (end + g.size - at > DTL_MAX_WORD_BYTES) break;
        if (g.point == '@') {
            if (sign || end == at) return at;
            sign = end;
        }
        end += g.size;
    }
    run->plain = end;
    end = trim(run, at, end);
    return sign && end > sign + 1 ? end : at;
}

/* alt.animals.cat: three labels or more, all in lower case. */
static bool is_newsgroup(const dtl_run *run, uint32_t at, uint32_t end) {
    uint32_t stops = 0, label = 0;
    for (uint32_t i = at; i < end; i++) {
        const char c = run->text[i];
        if (c == '.' && label < 2) return false;
        if (c != '.' && c != '-' && (c < 'a' || c > 'z')) return false;
        stops += c == '.';
        label = c == '.' ? 0 : label + 1;
    }
    return stops > 1 && label > 1;
}

/* A name of several labels with full stops whose last one is a domain or a
 * kind of file: the end of it, or `at`. */
static uint32_t skip_domain(dtl_run *run, uint32_t at) {
    uint32_t end = at, label = at;
    for (dtl_glyph g = dtl_run_glyph(run, end);
         g.size && (dtl_glyph_is_word(g) || g.point == '.' || g.point == '-' ||
                    g.point == '_');
         g = dtl_run_glyph(run, end)) {
        if (end + g.size - at > DTL_MAX_WORD_BYTES) break;
        end += g.size;
        if (g.point == '.') label = end;
    }
    if (label == end) { /* a full stop of the sentence */
        end--;
        label = end;
        while (label > at && run->text[label - 1] != '.') label--;
    }
    run->plain = end;
    if (is_newsgroup(run, at, end)) return end;
    if (label == at ||
        !dtl_parts_find(DTL_PART_DOMAIN, run->text + label, end - label))
        return at;
    return dtl_run_glyph(run, end).point == '/' ? skip_link(run, at) : end;
}

uint32_t dtl_address_end(dtl_run *run, uint32_t at) {
    if (at < run->plain) return at;
    if (run->address) {
        static const char *const heads[] = {"http://", "https://", "www.",
                                            "mailto:", "ftp://", "doi:"};
        for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
            if (starts_with(run, at, heads[i])) return skip_link(run, at);
        const uint32_t end = skip_mail(run, at);
        if (end > at) return end;
    }
    const dtl_glyph g = dtl_run_glyph(run, dtl_run_word(run, at));
    return g.point == '.' || g.point == '-' || g.point == '_'
               ? skip_domain(run, at)
               : at;
}
