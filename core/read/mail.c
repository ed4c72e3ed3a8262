/* mail.c - headers, the date and the part to read.
 *
 * Parts are found by their boundaries in one way through the lines, nested or
 * not; nothing recurses. The first text/plain part that is no attachment is
 * read, else the first text/html part. */
#include "core/read/mail.h"

#include <stdio.h>
#include <string.h>

#include "core/base/calendar.h"
#include "core/base/limits.h"
#include "core/read/mail_decode.h"

typedef struct {
    const char *s;
    size_t at, end;
} bytes_left;

static char small(char c) {
    return c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
}

static bool starts(const char *text, size_t length, const char *name) {
    for (size_t i = 0; name[i]; i++)
        if (i >= length || small(text[i]) != small(name[i])) return false;
    return true;
}

/* The next line without its end; false when there is none. */
static bool next_line(bytes_left *in, const char **line, size_t *length) {
    if (in->at >= in->end) return false;
    *line = in->s + in->at;
    const char *end = memchr(*line, '\n', in->end - in->at);
    *length = end ? (size_t)(end - *line) : in->end - in->at;
    in->at += *length + (end != NULL);
    if (*length && (*line)[*length - 1] == '\r') --*length;
    return true;
}

/* ---- headers ------------------------------------------------------------ */

/* "Name:", a printable name without blanks. */
static bool is_header(const char *line, size_t length) {
    size_t i = 0;
    while (i < length && line[i] > ' ' && line[i] < 0x7F && line[i] != ':') i++;
    return i > 0 && i < length && line[i] == ':';
}

static bool is_folded(const char *line, size_t length) {
    return length && (*line == ' ' || *line == '\t');
}

/* Moves behind the headers and the empty line; what stands there at `from`
 * is the header section. */
static size_t skip_headers(const char *s, size_t from, size_t end) {
    bytes_left in = {s, from, end};
    const char *line;
    size_t length, before = from;
    bool any = false;
    while (next_line(&in, &line, &length)) {
        if (!length) return in.at;
        const bool first_of_box = !any && starts(line, length, "From ");
        if (!is_header(line, length) && !first_of_box &&
            !(any && is_folded(line, length)))
            return before;
        any = true;
        before = in.at;
    }
    return in.at;
}

/* Where the value of the first header of that name begins and ends. */
static bool find_header(const char *s, size_t from, size_t end,
                        const char *name, size_t *start, size_t *last) {
    bytes_left in = {s, from, end};
    const char *line;
    size_t length;
    const size_t label = strlen(name);
    bool found = false;
    while (!found && next_line(&in, &line, &length))
        found = starts(line, length, name) && length > label &&
                line[label] == ':';
    if (!found) return false;
    *start = (size_t)(line - s) + label + 1;
    *last = (size_t)(line - s) + length;
    while (next_line(&in, &line, &length) && is_folded(line, length))
        *last = (size_t)(line - s) + length;
    return true;
}

/* The value, unfolded; NULL: none. */
static const char *header_of(dtl_arena *arena, const char *s, size_t from,
                             size_t end, const char *name) {
    size_t start, last, used = 0;
    if (!find_header(s, from, end, name, &start, &last)) return NULL;
    char *out = dtl_arena_alloc(arena, last - start + 1);
    if (!out) return NULL;
    for (size_t i = start; i < last; i++) {
        const char c = s[i] == '\t' ? ' ' : s[i];
        if (!c || c == '\r' || c == '\n' || (c == ' ' && !used)) continue;
        out[used++] = c;
    }
    while (used && out[used - 1] == ' ') used--;
    out[used] = '\0';
    return out;
}

bool dtl_mail_is(const char *bytes, size_t length) {
    static const char *const only_mail[] = {
        "Message-ID:", "MIME-Version:", "Received:",    "Return-Path:",
        "Delivered-To:", "DKIM-Signature:", "Reply-To:", "X-Mailer:"};
    bytes_left in = {bytes, 0, skip_headers(bytes, 0, length)};
    const char *line;
    size_t size;
    bool from = false, mail = false, to = false, date = false;
    while (next_line(&in, &line, &size)) {
        from |= starts(line, size, "From:");
        to |= starts(line, size, "To:");
        date |= starts(line, size, "Date:");
        for (size_t i = 0; i < sizeof only_mail / sizeof only_mail[0]; i++)
            mail |= starts(line, size, only_mail[i]);
    }
    return from && (mail || (to && date));
}

/* "charset" of "text/plain; charset=..."; "" when it is not there. */
static void parameter(const char *value, const char *name, char *out,
                      size_t room) {
    size_t used = 0;
    const size_t length = strlen(name);
    out[0] = '\0';
    for (const char *at = strchr(value, ';'); at; at = strchr(at, ';')) {
        at++;
        at += strspn(at, " ");
        if (!starts(at, strlen(at), name)) continue;
        const char *equals = at + length + strspn(at + length, " ");
        if (*equals != '=') continue;
        const char *text = equals + 1 + strspn(equals + 1, " ");
        const bool quoted = *text == '"';
        text += quoted;
        for (; *text && used + 1 < room; text++) {
            if (quoted ? *text == '"' : *text == ';' || *text == ' ') break;
            if (quoted && *text == '\\' && text[1]) text++;
            out[used++] = *text;
        }
        out[used] = '\0';
        return;
    }
}

/* ---- the date ----------------------------------------------------------- */

static int month_of(const char *name) {
    static const char months[] = "janfebmaraprmayjunjulaugsepoctnovdec";
    for (int i = 0; i < 12; i++)
        if (starts(name, 3, (char[]){months[3 * i], months[3 * i + 1],
                                     months[3 * i + 2], 0}))
            return i + 1;
    return 0;
}

/* "+0100", "GMT" and the zones of RFC 5322, section 4.3. */
static bool read_zone(const char *zone, int *minutes) {
    static const struct {
        const char *name;
        int hours;
    } rows[] = {{"GMT", 0},  {"UTC", 0},  {"UT", 0},   {"Z", 0},
                {"EST", -5}, {"EDT", -4}, {"CST", -6}, {"CDT", -5},
                {"MST", -7}, {"MDT", -6}, {"PST", -8}, {"PDT", -7}};
    int number = 0, used = 0;
    if ((*zone == '+' || *zone == '-') &&
        sscanf(zone + 1, "%4d%n", &number, &used) == 1 && used == 4 &&
        number >= 0 && number / 100 <= 18 && number % 100 < 60) {
        *minutes = number / 100 * 60 + number % 100;
        if (*zone == '-') *minutes = -*minutes;
        /* -0000 is a time in UTC of an unknown place. */
        return true;
    }
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        if (starts(zone, strcspn(zone, " ("), rows[i].name) &&
            strlen(rows[i].name) == strcspn(zone, " (")) {
            *minutes = rows[i].hours * 60;
            return true;
        }
    return false;
}

/* "Tue, 12 Mar 2024 09:15:00 +0100"; obsolete years of two digits too. */
static bool read_date(const char *text, dateline_instant *at) {
    char month[4] = "", zone[12] = "";
    int day, year, hour = 0, minute = 0, second = 0, used = 0, minutes;
    const char *comma = strchr(text, ',');
    const char *date = comma ? comma + 1 : text;
    if (sscanf(date, " %2d %3[A-Za-z] %4d%n", &day, month, &year, &used) != 3)
        return false;
    if (year >= 0 && year < 50) year += 2000;
    else if (year < 100) year += 1900;
    const dtl_day number = {year, month_of(month), day};
    if (!number.month || !dtl_calendar_is_valid(number)) return false;
    *at = (dateline_instant){.year = year,
                             .month = (uint8_t)number.month,
                             .day = (uint8_t)day,
                             .digits = DATELINE_DIGITS_DAY};
    const char *clock = date + used;
    if (sscanf(clock, " %2d:%2d%n", &hour, &minute, &used) != 2) return true;
    clock += used;
    if (sscanf(clock, ":%2d%n", &second, &used) == 1) clock += used;
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 ||
        second > 60)
        return true;
    at->hour = (uint8_t)hour;
    at->minute = (uint8_t)minute;
    at->second = (uint8_t)(second == 60 ? 59 : second);
    at->digits = DATELINE_DIGITS_SECOND;
    if (sscanf(clock, " %11s", zone) != 1 || !read_zone(zone, &minutes))
        return true;
    at->has_zone = 1;
    at->zone = (int16_t)minutes;
    return true;
}

/* ---- parts -------------------------------------------------------------- */

#define MOST_BOUNDARY 80 /* bytes; RFC 2046 allows 70 */

typedef enum { PART_OTHER = 0, PART_MULTI, PART_HTML, PART_PLAIN } part_kind;

typedef struct {
    part_kind kind;
    size_t start, end; /* of its body */
    char encoding[24], charset[40];
} part;

typedef struct {
    const char *s;
    size_t length;
    dtl_arena *arena;
    char boundaries[DTL_MAX_MAIL_BOUNDARIES][MOST_BOUNDARY];
    size_t boundary_count;
    part open; /* the part that the lines at hand belong to */
    part best;
} reader;

/* What the headers from `from` on say of the part whose body they open. */
static void open_part(reader *r, size_t from) {
    const size_t body = skip_headers(r->s, from, r->length);
    const char *type =
        header_of(r->arena, r->s, from, body, "Content-Type");
    const char *encoding =
        header_of(r->arena, r->s, from, body, "Content-Transfer-Encoding");
    const char *place =
        header_of(r->arena, r->s, from, body, "Content-Disposition");
    r->open = (part){.kind = PART_OTHER, .start = body, .end = body};
    if (!type) type = "text/plain";
    const bool attached = place && starts(place, strlen(place), "attachment");
    if (starts(type, strlen(type), "multipart/")) r->open.kind = PART_MULTI;
    else if (attached) r->open.kind = PART_OTHER;
    else if (starts(type, strlen(type), "text/html")) r->open.kind = PART_HTML;
    else if (starts(type, strlen(type), "text/")) r->open.kind = PART_PLAIN;
    parameter(type, "charset", r->open.charset, sizeof r->open.charset);
    snprintf(r->open.encoding, sizeof r->open.encoding, "%s",
             encoding ? encoding : "");
    if (r->open.kind == PART_MULTI &&
        r->boundary_count < DTL_MAX_MAIL_BOUNDARIES) {
        char *boundary = r->boundaries[r->boundary_count];
        parameter(type, "boundary", boundary, MOST_BOUNDARY);
        r->boundary_count += *boundary != '\0';
    }
}

static void close_part(reader *r, size_t end) {
    const char *s = r->s;
    /* The line end before a boundary belongs to the boundary. */
    if (end > r->open.start && s[end - 1] == '\n') end--;
    if (end > r->open.start && s[end - 1] == '\r') end--;
    r->open.end = end;
    if (r->open.kind >= PART_HTML && r->open.kind > r->best.kind)
        r->best = r->open;
}

static bool is_boundary(const reader *r, const char *line, size_t length,
                        bool *closes) {
    if (length < 3 || line[0] != '-' || line[1] != '-') return false;
    while (length && (line[length - 1] == ' ' || line[length - 1] == '\t'))
        length--;
    for (size_t i = 0; i < r->boundary_count; i++) {
        const size_t size = strlen(r->boundaries[i]);
        if (length < size + 2 || memcmp(line + 2, r->boundaries[i], size))
            continue;
        *closes = length == size + 4 && line[size + 2] == '-' &&
                  line[size + 3] == '-';
        if (*closes || length == size + 2) return true;
    }
    return false;
}

static void find_parts(reader *r) {
    open_part(r, 0);
    const bool single = r->open.kind != PART_MULTI;
    bytes_left in = {r->s, r->open.start, r->length};
    const char *line;
    size_t length;
    bool closes = false, inside = single;
    while (!single && next_line(&in, &line, &length)) {
        if (!is_boundary(r, line, length, &closes)) continue;
        if (inside) close_part(r, (size_t)(line - r->s));
        inside = !closes;
        if (!inside) continue;
        open_part(r, in.at);
        in.at = r->open.start;
    }
    if (inside) close_part(r, r->length);
}

static void decode(const reader *r, dtl_mail *mail) {
    const part *p = &r->best;
    const char *bytes = r->s + p->start;
    size_t length = p->end - p->start;
    const bool quoted =
        starts(p->encoding, strlen(p->encoding), "quoted-printable");
    const bool base64 = starts(p->encoding, strlen(p->encoding), "base64");
    if (quoted || base64) {
        char *out = dtl_arena_alloc(r->arena, length + 1);
        if (!out) return;
        length = quoted ? dtl_mail_quoted(bytes, length, false, out)
                        : dtl_mail_base64(bytes, length, out);
        bytes = out;
    }
    const char *converted = dtl_mail_convert(
        r->arena, *p->charset ? p->charset : NULL, bytes, length, &length);
    mail->bytes = converted ? converted : bytes;
    mail->length = length;
    mail->is_html = p->kind == PART_HTML;
}

/* "Ana Reyes" of "Ana Reyes <ana@wire.example>"; NULL when it has no name. */
static const char *sender_of(dtl_arena *arena, const char *from) {
    const char *angle = strchr(from, '<');
    if (!angle) return NULL;
    size_t length = (size_t)(angle - from);
    while (length && (from[length - 1] == ' ' || from[length - 1] == '"'))
        length--;
    while (length && (*from == '"' || *from == ' ')) from++, length--;
    const char *name = dtl_arena_string(arena, from, length);
    return name && *name ? dtl_mail_words(arena, name) : NULL;
}

void dtl_mail_read(dtl_mail *mail, dtl_arena *arena, const char *bytes,
                   size_t length) {
    *mail = (dtl_mail){.bytes = "", .length = 0};
    reader *r = dtl_arena_alloc(arena, sizeof *r);
    if (!r) return;
    r->s = bytes;
    r->length = length;
    r->arena = arena;
    const size_t end = skip_headers(bytes, 0, length);
    const char *subject = header_of(arena, bytes, 0, end, "Subject");
    const char *from = header_of(arena, bytes, 0, end, "From");
    mail->date_text = header_of(arena, bytes, 0, end, "Date");
    if (subject && *subject) mail->subject = dtl_mail_words(arena, subject);
    if (from) mail->sender = sender_of(arena, from);
    if (mail->date_text) read_date(mail->date_text, &mail->date);
    find_parts(r);
    if (r->best.kind) decode(r, mail);
}
