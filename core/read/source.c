/* source.c - one article: its text, its options, its reference date. */
#include "core/read/read.h"

#include <string.h>
#include <unicode/ucal.h>

#include "core/base/limits.h"
#include "core/base/sha256.h"
#include "core/read/blocks.h"
#include "core/read/encoding.h"
#include "core/read/html.h"
#include "core/read/mail.h"
#include "core/read/moment.h"
#include "core/read/reference.h"

#define ZONE_BYTES 64 /* the longest IANA name has 32 */

static const char *copy(dtl_arena *arena, const char *text) {
    return text ? dtl_arena_string(arena, text, strlen(text)) : NULL;
}

bool dtl_read_zone(const char *name) {
    UChar wide[ZONE_BYTES], canonical[ZONE_BYTES];
    UBool known = false;
    UErrorCode error = U_ZERO_ERROR;
    const size_t length = strlen(name);
    if (length >= ZONE_BYTES) return false;
    for (size_t i = 0; i < length; i++) wide[i] = (unsigned char)name[i];
    ucal_getCanonicalTimeZoneID(wide, (int32_t)length, canonical, ZONE_BYTES,
                                &known, &error);
    return U_SUCCESS(error) && known;
}

/* The date of a feed or record: ISO, or as people write it. */
static void read_published(dtl_source *source, dtl_arena *arena,
                           const char *text) {
    dtl_moment moment;
    const dtl_cursor all = {text, 0, (uint32_t)strlen(text)};
    if (dtl_read_instant(text, &source->reference)) {
        source->reference_from = DTL_FROM_METADATA;
    } else if (dtl_moment_line(all, source->day_first, &moment) &&
               moment.has_year) {
        source->reference = (dateline_instant){
            .year = moment.day.year,
            .month = (uint8_t)moment.day.month,
            .day = (uint8_t)moment.day.day,
            .digits = DATELINE_DIGITS_DAY};
        source->reference_from = DTL_FROM_METADATA;
    } else {
        const char *message = dtl_arena_format(
            arena, "the date \"%.40s\" that came with the text cannot be "
            "read: write 2023-06-18", text);
        if (message)
            dtl_note_add(source, arena, "metadata.date", (dtl_span){0, 0},
                         message);
    }
}

/* False when an option cannot be read; *message then says which. */
static bool read_options(dtl_source *source, dtl_arena *arena,
                         const dateline_source_options *options,
                         const char **message) {
    if (options->reference &&
        !dtl_read_instant(options->reference, &source->reference)) {
        *message = dtl_arena_format(
            arena, "reference \"%.40s\" is not a date: write 2023-06-18 or "
            "2023-06-18T21:04:00+08:00", options->reference);
        return false;
    }
    if (options->zone && !dtl_read_zone(options->zone)) {
        *message = dtl_arena_format(
            arena, "\"%.40s\" is no time zone: write an IANA name such as "
            "Asia/Shanghai", options->zone);
        return false;
    }
    if (options->reference) source->reference_from = DTL_FROM_OPTION;
    source->id = copy(arena, options->id);
    source->uri = copy(arena, options->uri);
    source->zone = copy(arena, options->zone);
    source->day_first = options->day_first != 0;
    source->head.title = copy(arena, options->title);
    source->head.publisher = copy(arena, options->publisher);
    if (!options->reference && options->published)
        read_published(source, arena, options->published);
    return true;
}

/* Makes an HTML page its text, and keeps what it says about itself where no
 * option did. */
static void read_page(dtl_source *source, dtl_arena *arena,
                      dtl_blocks *known) {
    dtl_page page = {0};
    dtl_head *const head = &source->head;
    dtl_html_read(&source->text, arena, &page, known);
    if (!head->title) head->title = page.title;
    if (!head->publisher) head->publisher = page.publisher;
    if (!source->uri) source->uri = page.address;
    if (source->reference_from == DTL_FROM_NONE && page.published)
        read_published(source, arena, page.published);
}

/* What the headers of a mail say where no option did. A mail's text is what
 * its part decodes to: offsets count in that. */
static void read_mail(dtl_source *source, dtl_arena *arena, dtl_mail *mail,
                      const char *bytes, size_t length) {
    dtl_mail_read(mail, arena, bytes, length);
    if (!source->head.title) source->head.title = mail->subject;
    source->head.byline = mail->sender;
    if (!mail->date_text || source->reference_from != DTL_FROM_NONE) return;
    if (mail->date.digits) {
        source->reference = mail->date;
        source->reference_from = DTL_FROM_HEADER;
    } else {
        read_published(source, arena, mail->date_text); /* says that it cannot */
    }
}

dateline_status dtl_read_source(dtl_source *source, dtl_arena *arena,
                                const dateline_source_options *options,
                                const char *bytes, size_t length,
                                const char **message) {
    dtl_blocks known = {0};
    if (length > DTL_MAX_INPUT) {
        *message = "the input is larger than 64 MiB: cut it in parts";
        return DATELINE_LIMIT;
    }
    if (options->format > DATELINE_INPUT_EML) {
        *message = "there is no such input format";
        return DATELINE_BAD_INPUT;
    }
    if (!read_options(source, arena, options, message))
        return DATELINE_BAD_INPUT;
    dtl_sha256_hex(bytes, length, source->sha256);
    const bool automatic = options->format == DATELINE_INPUT_AUTO;
    dtl_mail mail = {.bytes = bytes, .length = length};
    const bool is_mail = options->format == DATELINE_INPUT_EML ||
                         (automatic && dtl_mail_is(bytes, length));
    if (is_mail) read_mail(source, arena, &mail, bytes, length);
    if (arena->failed) return DATELINE_OK;
    dtl_encoding_read(source, arena, mail.bytes, mail.length);
    if (arena->failed) return DATELINE_OK;
    if (options->format == DATELINE_INPUT_HTML || mail.is_html ||
        (automatic && !is_mail && dtl_html_is(&source->text)))
        read_page(source, arena, &known);
    if (arena->failed) return DATELINE_OK;
    dtl_blocks_find(source, arena, &known);
    dtl_reference_find(source, arena);
    return DATELINE_OK;
}
