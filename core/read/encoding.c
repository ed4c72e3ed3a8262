/* encoding.c - bytes in whatever encoding to clean UTF-8.
 *
 * A byte order mark decides, then NULs at every other byte (UTF-16), then
 * whether the bytes are UTF-8. What is not is windows-1252 when every odd
 * byte makes sense in it, else what ICU's detector is sure of when much of
 * the text is not ASCII, else UTF-8 with its ill-formed pieces replaced. */
#include "core/read/encoding.h"

#include <string.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#define PROBE 4096        /* bytes that are looked at for UTF-16 */
#define DETECT 65536      /* bytes that ICU's detector is shown */
#define LEAST_SURE 30     /* confidence of ICU's detector, of 100 */

typedef struct {
    const char *name; /* as ICU calls it; NULL: UTF-8 */
    size_t skip;      /* bytes of the byte order mark */
} encoding;

/* ---- which one? --------------------------------------------------------- */

static bool find_mark(const char *bytes, size_t length, encoding *found) {
    static const struct {
        const char *mark;
        size_t length;
        const char *name;
    } marks[] = {{"\xEF\xBB\xBF", 3, NULL},
                 {"\xFF\xFE\0\0", 4, "UTF-32LE"},
                 {"\0\0\xFE\xFF", 4, "UTF-32BE"},
                 {"\xFF\xFE", 2, "UTF-16LE"},
                 {"\xFE\xFF", 2, "UTF-16BE"}};
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++)
        if (length >= marks[i].length &&
            memcmp(bytes, marks[i].mark, marks[i].length) == 0) {
            *found = (encoding){marks[i].name, marks[i].length};
            return true;
        }
    return false;
}

/* English in UTF-16 has a NUL at nearly every other byte. */
static const char *find_wide(const char *bytes, size_t length) {
    size_t nuls[2] = {0, 0};
    if (length > PROBE) length = PROBE;
    for (size_t i = 0; i < length; i++) nuls[i % 2] += bytes[i] == '\0';
    if (nuls[1] * 5 > length * 2 && nuls[0] * 20 < length) return "UTF-16LE";
    if (nuls[0] * 5 > length * 2 && nuls[1] * 20 < length) return "UTF-16BE";
    return NULL;
}

static bool is_ascii_letter(unsigned char c) {
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

/* Whether the byte at `at` makes sense in windows-1252: a letter beside
 * letters, a quotation mark or dash, or a sign that news uses. */
static bool is_western(const unsigned char *s, size_t at, size_t length) {
    const unsigned char c = s[at];
    const unsigned char before = at > 0 ? s[at - 1] : ' ';
    const unsigned char after = at + 1 < length ? s[at + 1] : ' ';
    if (c >= 0x91 && c <= 0x97) return true;
    if (c == 0x80 || c == 0xA3) return after >= '0' && after <= '9';
    if (c == 0x85 || c == 0xA0 || c == 0xA9 || c == 0xAE || c == 0x99 ||
        c == 0xB0 || c == 0xB7 || c == 0xBB || c == 0xAB || c == 0xBD)
        return before < 0x80 || after < 0x80;
    if (c < 0xC0 || c == 0xD7 || c >= 0xFD || c == 0xF7) return false;
    return (is_ascii_letter(before) && (at + 1 < length || c >= 0xE0)) ||
           is_ascii_letter(after);
}

typedef struct {
    size_t high, good, bad; /* bytes above 0x7F; sequences */
    bool western;           /* every ill-formed byte is */
} survey;

static survey look(const char *bytes, size_t length) {
    survey seen = {.western = true};
    for (size_t i = 0; i < length;) {
        const size_t start = i;
        if ((unsigned char)bytes[i] < 0x80) {
            i++;
            continue;
        }
        const bool written = length - i >= 3 &&
                             memcmp(bytes + i, "\xEF\xBF\xBD", 3) == 0;
        const bool bad = dtl_utf8_next(bytes, length, &i) == 0xFFFD &&
                         !written;
        seen.high += i - start;
        seen.good += !bad;
        seen.bad += bad;
        for (size_t at = start; bad && at < i; at++)
            seen.western &=
                is_western((const unsigned char *)bytes, at, length);
    }
    return seen;
}

/* The detector's answer by its MIME name, which ICU owns; NULL: not sure. */
static const char *ask_icu(const char *bytes, size_t length) {
    UErrorCode error = U_ZERO_ERROR;
    UCharsetDetector *detector = ucsdet_open(&error);
    if (length > DETECT) length = DETECT;
    ucsdet_setText(detector, bytes, (int32_t)length, &error);
    const UCharsetMatch *match = ucsdet_detect(detector, &error);
    const char *name = NULL;
    if (U_SUCCESS(error) && match &&
        ucsdet_getConfidence(match, &error) >= LEAST_SURE)
        name = ucsdet_getName(match, &error);
    const char *known = name ? ucnv_getStandardName(name, "MIME", &error)
                             : NULL;
    ucsdet_close(detector);
    if (U_FAILURE(error) || !known || strcmp(known, "UTF-8") == 0) return NULL;
    return known;
}

static encoding find_encoding(const char *bytes, size_t length) {
    encoding found = {NULL, 0};
    if (find_mark(bytes, length, &found)) return found;
    found.name = find_wide(bytes, length);
    if (found.name) return found;
    const survey seen = look(bytes, length);
    if (seen.bad == 0 || seen.good >= seen.bad) return found;
    if (seen.western) found.name = "windows-1252";
    else if (seen.high * 10 >= length) found.name = ask_icu(bytes, length);
    return found;
}

/* ---- conversion --------------------------------------------------------- */

typedef struct {
    dtl_text *text;
    dtl_arena *arena;
    char *out;
    uint32_t used, high; /* high: the first half of a surrogate pair */
    uint32_t original;   /* where the character at hand began */
} conversion;

static void put(conversion *to, uint32_t point, uint32_t original) {
    dtl_text_shift(to->text, to->arena, to->used, original);
    to->text->replaced += point == 0xFFFD;
    to->used += (uint32_t)dtl_utf8_encode(point, to->out + to->used);
}

static void put_unit(conversion *to, UChar unit, uint32_t original) {
    if (to->high && (unit & 0xFC00) == 0xDC00) {
        const uint32_t point =
            0x10000 + ((to->high & 0x3FF) << 10) + (unit & 0x3FF);
        put(to, point, to->original);
        to->high = 0;
        return;
    }
    if (to->high) put(to, 0xFFFD, to->original);
    to->high = 0;
    to->original = original;
    if ((unit & 0xFC00) == 0xD800) to->high = unit;
    else put(to, (unit & 0xFC00) == 0xDC00 ? 0xFFFD : unit, original);
}

static void convert_with(UConverter *converter, conversion *to,
                         const char *bytes, size_t length, size_t skip) {
    UChar units[1024];
    int32_t offsets[1024];
    const char *from = bytes + skip, *const end = bytes + length;
    UErrorCode error;
    do {
        UChar *target = units;
        const uint32_t base = (uint32_t)(from - bytes);
        error = U_ZERO_ERROR;
        ucnv_toUnicode(converter, &target, units + 1024, &from, end, offsets,
                       true, &error);
        for (size_t i = 0; i < (size_t)(target - units); i++)
            put_unit(to, units[i],
                     base + (offsets[i] > 0 ? (uint32_t)offsets[i] : 0));
    } while (error == U_BUFFER_OVERFLOW_ERROR);
    if (to->high) put(to, 0xFFFD, to->original);
}

/* False when ICU does not know the encoding. One byte gives at most three of
 * UTF-8. */
static bool convert(dtl_source *source, dtl_arena *arena, const char *bytes,
                    size_t length, encoding from) {
    UErrorCode error = U_ZERO_ERROR;
    UConverter *converter = ucnv_open(from.name, &error);
    if (U_FAILURE(error)) return false;
    source->text = (dtl_text){.bytes = ""};
    conversion to = {.text = &source->text, .arena = arena};
    to.out = dtl_arena_array(arena, length + 1, 3);
    if (to.out) {
        convert_with(converter, &to, bytes, length, from.skip);
        dtl_text_shift(&source->text, arena, to.used, (uint32_t)length);
        to.out[to.used] = '\0';
        dtl_text_take(&source->text, arena, to.out, to.used);
    }
    ucnv_close(converter);
    return true;
}

/* ---- notes -------------------------------------------------------------- */

static dtl_span first_replaced(const dtl_text *text) {
    for (uint32_t at = 0; at + 3 <= text->length; at++)
        if (memcmp(text->bytes + at, "\xEF\xBF\xBD", 3) == 0)
            return (dtl_span){at, at + 3};
    return (dtl_span){0, 0};
}

void dtl_encoding_read(dtl_source *source, dtl_arena *arena,
                       const char *bytes, size_t length) {
    const encoding from = find_encoding(bytes, length);
    const bool converted =
        from.name && convert(source, arena, bytes, length, from);
    if (!converted)
        dtl_text_init_behind(&source->text, arena, bytes, length, from.skip);
    if (arena->failed) return;
    if (converted) {
        const char *message = dtl_arena_format(
            arena, "the input is not UTF-8 and was read as %s", from.name);
        if (message)
            dtl_note_add(source, arena, "encoding.converted",
                         (dtl_span){0, 0}, message);
    }
    const uint32_t replaced = source->text.replaced;
    if (replaced == 0) return;
    const char *message = dtl_arena_format(
        arena, "%u ill-formed %s became U+FFFD, the first one here",
        (unsigned)replaced, replaced == 1 ? "piece" : "pieces");
    if (message)
        dtl_note_add(source, arena, "encoding.replaced",
                     first_replaced(&source->text), message);
}
