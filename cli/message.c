/* message.c - one line on standard error that cannot harm a terminal. */
#include "cli/cli.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

size_t cli_decode(const char *text, uint32_t *point) {
    const unsigned char *s = (const unsigned char *)text;
    static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    const size_t n = s[0] < 0x80 ? 1 : s[0] < 0xC2 ? 0 : s[0] < 0xE0 ? 2
                     : s[0] < 0xF0 ? 3 : s[0] < 0xF5 ? 4 : 0;
    if (n == 0) return 0;
    *point = n == 1 ? s[0] : s[0] & (0x7Fu >> n);
    for (size_t i = 1; i < n; i++) {
        if ((s[i] & 0xC0) != 0x80) return 0;
        *point = *point << 6 | (s[i] & 0x3Fu);
    }
    const bool surrogate = *point >= 0xD800 && *point <= 0xDFFF;
    return *point < least[n] || *point > 0x10FFFF || surrogate ? 0 : n;
}

/* Controls, line separators and everything that turns the direction of
 * writing (UAX #9). */
static bool is_harmful(uint32_t point) {
    return point < 0x20 || (point >= 0x7F && point < 0xA0) ||
           point == 0x061C || point == 0x200E || point == 0x200F ||
           (point >= 0x2028 && point <= 0x202E) ||
           (point >= 0x2066 && point <= 0x2069) || point == 0xFEFF;
}

static void print_escaped(const char *text) {
    for (const char *s = text; *s;) {
        uint32_t point = 0;
        const size_t n = cli_decode(s, &point);
        if (n == 0)
            fprintf(stderr, "\\x%02X", (unsigned char)*s);
        else if (is_harmful(point))
            fprintf(stderr, "\\u{%X}", (unsigned)point);
        else
            fwrite(s, 1, n, stderr);
        s += n ? n : 1;
    }
}

void cli_complain(const char *format, ...) {
    char small[512], *text = small;
    va_list arguments;
    va_start(arguments, format);
    const int length = vsnprintf(small, sizeof small, format, arguments);
    va_end(arguments);
    if (length >= (int)sizeof small &&
        (text = malloc((size_t)length + 1)) != NULL) {
        va_start(arguments, format);
        vsnprintf(text, (size_t)length + 1, format, arguments);
        va_end(arguments);
    }
    fputs("dateline: ", stderr);
    print_escaped(text ? text : small);
    fputc('\n', stderr);
    if (text != small) free(text);
}
