/* render_hand.c - writes a random hostile chronology in any format.
 *
 *     render_hand FORMAT SEED
 *
 * The model is made from the seed alone, without any stage: texts, titles
 * and names are drawn from pieces that have broken some writer before, dates
 * from every precision, relation and range. The scripts in tests/spec feed
 * what comes out to the readers of the format. FORMAT is a name of
 * render/formats.def, or "truth": then one line "TYPE<tab>text" comes out
 * for each text that a reader must find again, with \t, \n, \r and \\
 * escaped; or "articles": the texts as they are, one behind the other.
 * Standard error gets the counts of what was written and left out. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/base/calendar.h"
#include "unit/by_hand.h"

typedef struct {
    uint64_t state;
    dtl_document *document;
} maker;

/* Knuth's MMIX generator: the same numbers on every machine. */
static uint32_t draw(maker *m, uint32_t below) {
    m->state = m->state * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(m->state >> 33) % below;
}

static const char *piece(maker *m) {
    static const char *const pieces[] = {
        "Mara Ilves",
        "arrived in Port Selby",
        "talks",
        "the envoy",
        "said",
        "a, b; c\\d",
        "BEGIN:VALARM",
        "\r\nATTENDEE:mailto:x@y.example\r\n",
        "END:VEVENT",
        "line\nbreak",
        "tab\there",
        "</script><b>bold</b>",
        "<!-- x -->",
        "[link](javascript:alert(1))",
        "![i](http://e.example)",
        "*stars* _under_ `code`",
        "# heading",
        "1. item",
        "- dash",
        "+ plus",
        "> quote",
        "| a | b |",
        "~~~",
        "```",
        "&amp; &#35; &copy;",
        "$x^2$",
        "==mark==",
        "a@b.example",
        "https://e.example/x",
        "www.e.example",
        "\xC3\xA9l\xC3\xA8ve",
        "\xE5\x8C\x97\xE4\xBA\xAC",
        "\xF0\x9F\x95\x8A\xF0\x9F\x8F\xBD",
        "e\xCC\x81",
        "\x01\x02\x1B[31m",
        "\x7F",
        "\xC2\x85\xC2\x9B",
        "\xE2\x80\xA8",
        "\xE2\x80\xAE"
        "abc",
        "\xEF\xBB\xBF",
        "\"quoted\"",
        "it's",
        "100%",
        "a:b",
        "C:\\path",
        "2023.",
        "12)",
        "trailing #",
        "\\",
        "!",
        "[^1]",
        "---",
        "=CMD()",
        "a very long stretch of words that has to be folded or wrapped by "
        "whoever has a narrow line to put it on, and then some more",
        "\xE5\xA4\xA7\xE5\xA4\xA7\xE5\xA4\xA7\xE5\xA4\xA7\xE5\xA4\xA7\xE5\xA4"
        "\xA7\xE5\xA4\xA7\xE5\xA4\xA7\xE5\xA4\xA7\xE5\xA4\xA7\xE5\xA4\xA7\xE5"
        "\xA4\xA7\xE5\xA4\xA7\xE5\xA4\xA7\xE5\xA4\xA7\xE5\xA4\xA7\xE5\xA4\xA7",
        "&lt;",
        "&",
        "<",
        ">",
        "_",
        "*",
        "`",
        "    indented",
        "\t",
        " "};
    return pieces[draw(m, sizeof pieces / sizeof *pieces)];
}

static char *text(maker *m, uint32_t most) {
    char *out = dtl_arena_alloc(&m->document->arena, most * 160 + 64);
    size_t n = 0;
    for (uint32_t i = 0, count = 1 + draw(m, most); i < count; i++)
        n += (size_t)sprintf(out + n, "%s%s", i ? " " : "", piece(m));
    return out;
}

static const char *text_or_null(maker *m, uint32_t most) {
    return draw(m, 3) ? text(m, most) : NULL;
}

static dateline_instant instant(maker *m, dtl_day day, int digits) {
    dateline_instant at = hand_instant(day.year, day.month, day.day);
    at.digits = (uint8_t)digits;
    if (digits >= DATELINE_DIGITS_MINUTE) {
        at.hour = (uint8_t)draw(m, 24);
        at.minute = (uint8_t)draw(m, 60);
    }
    return at;
}

/* An interval of about the length that the precision means. */
static void date(maker *m, dtl_entry *entry) {
    static const int32_t years[] = {2023, 2023, 2023, 1969, -43,
                                    0,    1,    9999, 3000};
    static const int lengths[] = {1,  1,  1,  1,   1,   1,    2,    7,
                                  30, 91, 91, 182, 365, 3652, 36524};
    const int precision = (int)draw(m, DATELINE_PRECISION_CENTURY + 1);
    const int32_t year = years[draw(m, sizeof years / sizeof *years)];
    const dtl_day day = {year, 1 + (int)draw(m, 12), 1 + (int)draw(m, 28)};
    dtl_day last = day;
    if (!dtl_calendar_add_days(&last, lengths[precision])) last = day;
    int digits = DATELINE_DIGITS_DAY;
    if (precision && precision <= DATELINE_PRECISION_PART)
        digits = DATELINE_DIGITS_MINUTE;
    if (precision == DATELINE_PRECISION_MONTH) digits = DATELINE_DIGITS_MONTH;
    if (precision >= DATELINE_PRECISION_YEAR) digits = DATELINE_DIGITS_YEAR;
    dateline_instant begin = instant(m, day, digits);
    dateline_instant end = instant(m, last, digits);
    begin.has_zone = end.has_zone = (uint8_t)(draw(m, 2));
    begin.zone = end.zone = (int16_t)((int)draw(m, 29) * 60 - 720);
    if (draw(m, 8) == 0) begin.digits = DATELINE_DIGITS_OPEN;
    if (draw(m, 8) == 0) end.digits = DATELINE_DIGITS_OPEN;
    hand_date(entry, text(m, 2), (dateline_precision)precision, begin, end);
    entry->date.relation = (dateline_relation)draw(m, 9);
    entry->date.kind = (dateline_kind)draw(m, 3);
    entry->date.basis = (dateline_basis)draw(m, 5);
    entry->date.approximate = (uint8_t)draw(m, 2);
    if (draw(m, 2)) entry->date.timex3.mod = "START";
    if (draw(m, 4) == 0) entry->date.display = NULL;
    if (draw(m, 4) == 0) entry->date.timex3.value = NULL;
}

/* The end of every article; each entry has another word of it. */
static const char tail[] = " a b c d e f g h i j k l m n o p q r s t u v w";

static void entry(maker *m, dtl_source *source) {
    dtl_arena *arena = &m->document->arena;
    dtl_entry *e = hand_entry(m->document, text(m, 4), tail);
    const uint32_t at = source->text.length - (uint32_t)sizeof tail + 2 +
                        2 * source->events.count;
    source->words.items[source->words.count - 1].span = (dtl_span){at, at + 1};
    e->status = (dateline_event_status)draw(m, 5);
    e->reported_by = text_or_null(m, 2);
    e->background = draw(m, 6) == 0;
    *DTL_PUSH(arena, &e->places) = text(m, 2);
    if (draw(m, 5)) date(m, e);
    while (draw(m, 2))
        hand_role(m->document, text(m, 2), (dateline_role)draw(m, 4));
}

/* Date expressions anywhere in the article, one upon another too. */
static void times(maker *m, dtl_source *source) {
    uint32_t start = 0;
    for (uint32_t i = 0, count = draw(m, 8); i < count; i++) {
        start += draw(m, 30);
        uint32_t end = start + 1 + draw(m, 40);
        while (start < source->text.length &&
               ((unsigned char)source->text.bytes[start] & 0xC0) == 0x80)
            start++;
        while (end < source->text.length &&
               ((unsigned char)source->text.bytes[end] & 0xC0) == 0x80)
            end++;
        if (end > source->text.length || end <= start) return;
        dtl_time *time = DTL_PUSH(&m->document->arena, &source->times);
        time->span = (dtl_span){start, end};
        time->first = time->last = DTL_NONE;
        time->date.timex3.type = (dateline_timex_type)draw(m, 4);
        time->date.timex3.value = draw(m, 3) ? "2023-06-18" : text(m, 1);
        time->date.timex3.mod = draw(m, 3) ? NULL : "APPROX";
        time->date.timex3.anchor = draw(m, 3) ? NULL : "2023-06-18";
    }
}

static void article(maker *m) {
    char *bytes = text(m, 12);
    strcat(bytes, tail);
    dtl_source *source = hand_article(m->document, bytes, strlen(bytes));
    source->uri = text_or_null(m, 2);
    source->head.title = text_or_null(m, 3);
    source->head.publisher = text_or_null(m, 2);
    source->head.byline = text_or_null(m, 2);
    source->head.place = text_or_null(m, 1);
    source->head.has_dateline = draw(m, 2);
    source->head.dateline = (dtl_span){0, source->text.length};
    source->reference_from = (dtl_reference_from)draw(m, 6);
    source->zone = draw(m, 2) ? "Asia/Shanghai" : NULL;
    if (draw(m, 4) == 0) source->reference.digits = DATELINE_DIGITS_OPEN;
    for (uint32_t i = 0, count = draw(m, 12); i < count; i++)
        entry(m, source);
    times(m, source);
}

static void put_truth(const char *type, const char *text) {
    printf("%s\t", type);
    for (; text && *text; text++) {
        const char *special = strchr("\tt\nn\rr\\\\", *text);
        if (special && (special - "\tt\nn\rr\\\\") % 2 == 0)
            printf("\\%c", special[1]);
        else putchar(*text);
    }
    putchar('\n');
}

static int tell_truth(const dtl_document *document) {
    for (uint32_t i = 0; i < document->entries.count; i++) {
        const dtl_entry *e = &document->entries.items[i];
        const char *const kinds[] = {"undated", "dated", "background undated",
                                     "background dated"};
        put_truth(kinds[e->background * 2 + e->dated], e->headline);
    }
    return 0;
}

static int tell_articles(const dtl_document *document) {
    for (uint32_t i = 0; i < document->sources.count; i++) {
        const dtl_text *bytes = &document->sources.items[i]->text;
        fwrite(bytes->bytes, 1, bytes->length, stdout);
    }
    return 0;
}

static int write_out(void *context, const char *bytes, size_t length) {
    return fwrite(bytes, 1, length, context) != length;
}

static const struct {
    const char *name;
    dateline_format format;
} formats[] = {
#define FORMAT(format, function, name, suffix) {name, format},
#include "render/formats.def"
#undef FORMAT
};

int main(int argc, char **argv) {
    if (argc != 3) return 2;
    const int seed = atoi(argv[2]); /* bits: --all, coarse, negated */
    maker m = {(uint64_t)seed, hand_open()};
    for (uint32_t i = 0, count = 1 + draw(&m, 2); i < count; i++)
        article(&m);
    dateline_counts counts = {0};
    int status = 2;
    if (strcmp(argv[1], "truth") == 0) status = tell_truth(m.document);
    if (strcmp(argv[1], "articles") == 0) status = tell_articles(m.document);
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
        if (strcmp(argv[1], formats[i].name) == 0)
            status = (int)dateline_render(
                m.document,
                &(dateline_render_options){.format = formats[i].format,
                                           .all = seed & 1,
                                           .coarse = seed & 2,
                                           .negated = seed & 4},
                write_out, stdout, &counts);
    fprintf(stderr, "%u %u %u %u %u\n%u %u\n", counts.written,
            counts.undated, counts.coarse, counts.negated, counts.filtered,
            counts.overlapping, counts.replaced);
    dateline_close(m.document);
    return status;
}
