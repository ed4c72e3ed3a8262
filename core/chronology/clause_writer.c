/* clause_writer.c - one word behind the other: blanks, capitals, what an
 * apostrophe leaves out. */
#include <string.h>

#include "core/chronology/clause_writer.h"

static void put_bytes(dtl_writer *w, const char *bytes, size_t length) {
    if (w->length + length >= sizeof w->text) {
        w->failed = true;
        return;
    }
    memcpy(w->text + w->length, bytes, length);
    w->length += length;
}

void dtl_writer_glue(dtl_writer *w, const char *text) {
    put_bytes(w, text, strlen(text));
}

void dtl_writer_put(dtl_writer *w, const char *text) {
    if (w->length) dtl_writer_glue(w, " ");
    dtl_writer_glue(w, text);
    w->last = DTL_NONE;
}

/* No blank stands between the two words in the text. */
static bool touches(const dtl_writer *w, int32_t before, int32_t word) {
    return before != DTL_NONE && dtl_writer_word(w, before)->span.end ==
                                     dtl_writer_word(w, word)->span.start;
}

/* "TDCJ", "ONE": more than the first letter is a capital. */
static bool is_in_capitals(const dtl_source *source, dtl_span span) {
    const char second = dtl_length(span) > 1 ? dtl_bytes(source, span)[1] : 0;
    return second >= 'A' && second <= 'Z';
}

/* The first word of a sentence inside a headline. */
static bool put_small(dtl_writer *w, int32_t word) {
    const dtl_source *source = w->clause->page->source;
    const dtl_word *own = dtl_writer_word(w, word);
    const char *bytes = dtl_bytes(source, own->span);
    if (word != w->clause->first || own->pos == DTL_POS_PROPN) return false;
    if (!w->length || *bytes < 'A' || *bytes > 'Z' ||
        is_in_capitals(source, own->span))
        return false;
    const char small = (char)(*bytes + 32);
    dtl_writer_glue(w, " ");
    put_bytes(w, &small, 1);
    put_bytes(w, bytes + 1, dtl_length(own->span) - 1);
    w->last = word;
    return true;
}

/* Whether the span began with the mark, which it does no longer. */
static bool skip(const dtl_source *source, dtl_span *span, const char *mark) {
    const uint32_t length = (uint32_t)strlen(mark);
    if (dtl_length(*span) < length ||
        memcmp(dtl_bytes(source, *span), mark, length) != 0)
        return false;
    span->start += length;
    return true;
}

/* "she'd been": what the apostrophe leaves out, where the name stands for the
 * pronoun that it leaned on. */
static bool put_contracted(dtl_writer *w, int32_t word) {
    static const char *const rows[][3] = { /* the last is of "have" */
        {"d", "had", "had"}, {"ve", "have", "have"},
        {"re", "are", "are"}, {"s", "is", "has"}};
    const dtl_source *source = w->clause->page->source;
    const dtl_word *own = dtl_writer_word(w, word);
    dtl_span rest = own->span;
    if (own->pos != DTL_POS_AUX || touches(w, w->last, word)) return false;
    if (!skip(source, &rest, "'") && !skip(source, &rest, "\xe2\x80\x99"))
        return false;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (!dtl_span_is(source, rest, rows[i][0])) continue;
        const bool have = strcmp(own->lemma, "have") == 0;
        dtl_writer_put(w, strcmp(own->lemma, "would") == 0 ? "would"
                                                           : rows[i][1 + have]);
        return true;
    }
    return false;
}

/* Quotation marks go: half of a quotation would be left. */
static dtl_span without_quotes(const dtl_writer *w, dtl_span span) {
    static const char *const marks[] = {"``", "\"", "\xe2\x80\x9c",
                                        "\xe2\x80\x9d"};
    const dtl_source *source = w->clause->page->source;
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        skip(source, &span, marks[i]);
    return span;
}

void dtl_writer_copy(dtl_writer *w, int32_t word) {
    const dtl_span span = without_quotes(w, dtl_writer_word(w, word)->span);
    if (span.start == span.end) return;
    if (put_small(w, word) || put_contracted(w, word)) return;
    if (w->length && !touches(w, w->last, word) &&
        dtl_writer_word(w, word)->tag != DTL_TAG_POS)
        dtl_writer_glue(w, " ");
    put_bytes(w, dtl_bytes(w->clause->page->source, span), dtl_length(span));
    w->last = word;
}
