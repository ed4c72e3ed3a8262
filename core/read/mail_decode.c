/* mail_decode.c - quoted-printable, base64, charsets, encoded words. */
#include "core/read/mail_decode.h"

#include <string.h>
#include <unicode/ucnv.h>

#define MOST_CHARSET 40 /* bytes of a charset's name */

/* ---- bytes -------------------------------------------------------------- */

static int hex_of(char c) {
    static const char digits[] = "0123456789ABCDEF0123456789abcdef";
    const char *found = c ? memchr(digits, c, sizeof digits - 1) : NULL;
    return found ? (int)(found - digits) % 16 : -1;
}

/* Where the line goes on behind blanks and its end; 0: it does not end. */
static size_t skip_line_end(const char *bytes, size_t length, size_t at) {
    while (at < length && (bytes[at] == ' ' || bytes[at] == '\t')) at++;
    if (at < length && bytes[at] == '\r') at++;
    if (at < length && bytes[at] == '\n') return at + 1;
    return at == length ? at : 0;
}

size_t dtl_mail_quoted(const char *bytes, size_t length, bool in_header,
                       char *out) {
    size_t used = 0;
    for (size_t i = 0; i < length;) {
        const char c = bytes[i++];
        if (in_header && c == '_') {
            out[used++] = ' ';
            continue;
        }
        if (c != '=') {
            out[used++] = c;
            continue;
        }
        const size_t next = in_header ? 0 : skip_line_end(bytes, length, i);
        const int high = i < length ? hex_of(bytes[i]) : -1;
        const int low = i + 1 < length ? hex_of(bytes[i + 1]) : -1;
        if (next) {
            i = next; /* a soft line end */
        } else if (high >= 0 && low >= 0) {
            out[used++] = (char)(high * 16 + low);
            i += 2;
        } else {
            out[used++] = c;
        }
    }
    return used;
}

static int base64_of(char c) {
    if (c >= 'A' && c <= 'Z') return c - 'A';
    if (c >= 'a' && c <= 'z') return c - 'a' + 26;
    if (c >= '0' && c <= '9') return c - '0' + 52;
    if (c == '+') return 62;
    return c == '/' ? 63 : -1;
}

size_t dtl_mail_base64(const char *bytes, size_t length, char *out) {
    size_t used = 0;
    uint32_t bits = 0;
    int count = 0;
    for (size_t i = 0; i < length; i++) {
        const int digit = base64_of(bytes[i]);
        if (bytes[i] == '=') count = 0; /* the end of a group */
        if (digit < 0) continue;
        bits = (bits << 6 | (uint32_t)digit) & 0xFFFFFF;
        count += 6;
        if (count < 8) continue;
        count -= 8;
        out[used++] = (char)(bits >> count & 0xFF);
    }
    return used;
}

/* ---- charsets ----------------------------------------------------------- */

static bool is_utf8(const char *charset) {
    static const char *const names[] = {"utf-8", "utf8", "us-ascii"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        size_t k = 0;
        while (names[i][k] && (charset[k] | 0x20) == (names[i][k] | 0x20)) k++;
        if (!names[i][k] && !charset[k]) return true;
    }
    return false;
}

const char *dtl_mail_convert(dtl_arena *arena, const char *charset,
                             const char *bytes, size_t length, size_t *units) {
    UErrorCode error = U_ZERO_ERROR;
    if (!charset || is_utf8(charset) || length > INT32_MAX / 4) return NULL;
    UConverter *known = ucnv_open(charset, &error);
    if (U_FAILURE(error)) return NULL;
    ucnv_close(known);
    const int32_t room = (int32_t)length * 4 + 4;
    char *out = dtl_arena_alloc(arena, (size_t)room);
    if (!out) return NULL;
    const int32_t used = ucnv_convert("UTF-8", charset, out, room, bytes,
                                      (int32_t)length, &error);
    if (U_FAILURE(error)) return NULL;
    *units = (size_t)used;
    return out;
}

/* ---- encoded words ------------------------------------------------------ */

typedef struct {
    const char *charset, *text, *end; /* end: behind "?=" */
    size_t charset_length, text_length;
    char encoding;
} encoded;

/* "=?charset?Q?text?=" at `at`. */
static bool read_encoded(const char *at, encoded *word) {
    if (at[0] != '=' || at[1] != '?') return false;
    word->charset = at + 2;
    word->charset_length = strcspn(word->charset, "?* ");
    const char *mark = word->charset + strcspn(word->charset, "? ");
    if (*mark != '?' || !mark[1] || mark[2] != '?') return false;
    word->encoding = (char)(mark[1] | 0x20);
    word->text = mark + 3;
    word->text_length = strcspn(word->text, "? ");
    word->end = word->text + word->text_length + 2;
    return (word->encoding == 'q' || word->encoding == 'b') &&
           word->text[word->text_length] == '?' &&
           word->text[word->text_length + 1] == '=' &&
           word->charset_length < MOST_CHARSET;
}

typedef struct {
    char *bytes;
    size_t used, room;
    dtl_arena *arena;
} output;

static void put(output *out, const char *bytes, size_t length) {
    if (out->used + length + 1 > out->room) {
        const size_t room = (out->used + length + 1) * 2;
        char *grown = dtl_arena_alloc(out->arena, room);
        if (!grown) return;
        if (out->used) memcpy(grown, out->bytes, out->used);
        out->bytes = grown;
        out->room = room;
    }
    memcpy(out->bytes + out->used, bytes, length);
    out->used += length;
    out->bytes[out->used] = '\0';
}

static void put_encoded(output *out, const encoded *word) {
    char charset[MOST_CHARSET];
    char *text = dtl_arena_alloc(out->arena, word->text_length + 1);
    if (!text) return;
    memcpy(charset, word->charset, word->charset_length);
    charset[word->charset_length] = '\0';
    size_t length =
        word->encoding == 'q'
            ? dtl_mail_quoted(word->text, word->text_length, true, text)
            : dtl_mail_base64(word->text, word->text_length, text);
    const char *converted =
        dtl_mail_convert(out->arena, charset, text, length, &length);
    put(out, converted ? converted : text, length);
}

const char *dtl_mail_words(dtl_arena *arena, const char *value) {
    output out = {.arena = arena};
    encoded word;
    put(&out, "", 0);
    for (const char *at = value; *at;) {
        if (read_encoded(at, &word)) {
            put_encoded(&out, &word);
            at = word.end;
            /* White space between two encoded words is not shown. */
            const char *next = at + strspn(at, " \t");
            if (next > at && read_encoded(next, &word)) at = next;
        } else {
            put(&out, at++, 1);
        }
    }
    return arena->failed ? NULL : out.bytes;
}
