/* line.c - where on its line a time stands. */
#include "timeparse/line.h"

#include <string.h>

bool dtl_line_opens(const dtl_source *source, const dtl_time *time) {
    enum { LOOK = 4 };
    const char *bytes = source->text.bytes;
    uint32_t at = time->span.start;
    for (unsigned k = 0; k < LOOK && at > 0; k++, at--)
        if (!strchr(" *-", bytes[at - 1])) break;
    return at == 0 || bytes[at - 1] == '\n';
}

bool dtl_line_heads_entry(const dtl_source *source, const dtl_time *time) {
    static const char *const marks[] = {":", " -", " \xe2\x80\x93",
                                        " \xe2\x80\x94"};
    const uint32_t at = time->span.end;
    if (!dtl_line_opens(source, time)) return false;
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++) {
        const uint32_t n = (uint32_t)strlen(marks[i]);
        if (source->text.length - at > n &&
            !memcmp(source->text.bytes + at, marks[i], n))
            return true;
    }
    return false;
}

bool dtl_line_is_quoted(const dtl_source *source, uint32_t at) {
    enum { LONGEST = 200 };
    const char *bytes = source->text.bytes;
    for (unsigned k = 0; k < LONGEST && at > 0 && bytes[at - 1] != '\n'; k++)
        at--;
    return at < source->text.length && bytes[at] == '>';
}

bool dtl_line_opens_letter(const dtl_source *source, const dtl_time *time) {
    static const char wrote[] = "wrote:";
    enum { LONGEST = 120, N = sizeof wrote - 1 };
    const char *bytes = source->text.bytes;
    const uint32_t end = source->text.length;
    for (uint32_t at = time->span.end; at + N < end; at++) {
        if (at - time->span.end > LONGEST) break;
        if (bytes[at] == '.') break;
        if (!memcmp(bytes + at, wrote, N))
            return bytes[at + N] == '\n' || bytes[at + N] == '\r';
    }
    return false;
}
