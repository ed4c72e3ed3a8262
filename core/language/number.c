/* number.c - what belongs to a number. */
#include <string.h>

#include "core/base/limits.h"
#include "core/language/parts.h"
#include "core/language/run.h"

/* Digits with . , : / between them. */
uint32_t dtl_number_digits(const dtl_run *run, uint32_t at) {
    const uint32_t limit = at + DTL_MAX_WORD_BYTES - 8;
    while (at < limit) {
        const dtl_glyph g = dtl_run_glyph(run, at);
        if (g.kind == DTL_CHAR_DIGIT) {
            at += g.size;
            continue;
        }
        if (g.point != '.' && g.point != ',' && g.point != ':' &&
            g.point != '/')
            break;
        if (dtl_run_glyph(run, at + 1).kind != DTL_CHAR_DIGIT) break;
        at += 1;
    }
    return at;
}

/* Whether the digits at `at` are below the as many at `other`. */
static bool is_smaller(const dtl_run *run, uint32_t at, uint32_t other,
                       uint32_t digits) {
    return memcmp(run->text + at, run->text + other, digits) < 0;
}

/* Groups of digits with hyphens that are one number: three groups or more
 * (dates, telephone numbers), 3-4 digits and the like, and a second one that
 * is smaller and so ends no range (639-3). Else the first group. */
static uint32_t skip_groups(const dtl_run *run, uint32_t at) {
    uint32_t first = dtl_number_digits(run, at), end = first, groups = 1;
    uint32_t last = first - at;
    while (end - at < DTL_MAX_WORD_BYTES / 2 &&
           dtl_run_glyph(run, end).point == '-' &&
           dtl_run_glyph(run, end + 1).kind == DTL_CHAR_DIGIT) {
        const uint32_t next = dtl_number_digits(run, end + 1);
        last = next - end - 1;
        end = next;
        groups++;
    }
    if (groups > 2) return end;
    const uint32_t head = first - at;
    if (groups == 1 || last > 4 || (head == 4 && last == 2)) return first;
    if (last == 4 && (head == 1 || head == 3 || head == 5)) return end;
    return head > 2 && last < 4 &&
                   (head > last || is_smaller(run, first + 1, at, head))
               ? end : first;
}

/* Letters behind digits: a unit comes apart (5pm), all else stays: 5th,
 * 1980s, 330i, 1980's. */
static uint32_t skip_tail(const dtl_run *run, uint32_t at, uint32_t end) {
    const uint32_t tail = dtl_run_word(run, end);
    if (tail == end) {
        const dtl_glyph g = dtl_run_glyph(run, end);
        const bool decade = g.kind == DTL_CHAR_APOSTROPHE && end > at + 1 &&
                            run->text[end - 1] == '0';
        return decade && dtl_run_glyph(run, end + g.size).point == 's' &&
                       dtl_words_clitic(run, end) > end
                   ? end + g.size + 1 : end;
    }
    uint32_t length = tail - end;
    if (length == 1 && dtl_run_glyph(run, tail).point == '.' &&
        tail + 1 < run->end)
        length = 3;
    if (length <= run->end - end &&
        dtl_parts_find(DTL_PART_UNIT, run->text + end, length))
        return end;
    return tail;
}

uint32_t dtl_number_end(const dtl_run *run, uint32_t at) {
    return skip_tail(run, at, skip_groups(run, at));
}
