/* conllu.c - words, tags and parse as CoNLL-U, to look inside and to score
 * with the field's own scripts.
 *
 * MISC carries SpaceAfter=No, TokenRange (code points of the text, as UDPipe
 * writes it) and, on the first word of a time expression, Timex with its
 * TIMEX3 value. Source: universaldependencies.org/format.html. */
#include "render/formats.h"

#include <string.h>

#include "render/escape.h"
#include "render/parts.h"

static bool has_space_after(const dtl_source *source, uint32_t word) {
    const dtl_word *w = &source->words.items[word];
    return word + 1 >= source->words.count || w[1].span.start > w->span.end;
}

/* A field without tabs and line ends; "_" when it is empty. */
static void put_field(dtl_buffer *out, const char *bytes, size_t length) {
    uint32_t point;
    dtl_plain plain = dtl_plain_start(bytes, length);
    if (!dtl_plain_next(&plain, &point)) {
        dtl_buffer_char(out, '_');
        return;
    }
    dtl_escape_plain(out, bytes, length);
}

static void put_form(dtl_buffer *out, const dtl_source *source,
                     const dtl_word *word) {
    put_field(out, dtl_bytes(source, word->span), dtl_length(word->span));
}

/* What the forms and their spaces give, as validators want it. */
static void put_text(dtl_buffer *out, const dtl_source *source,
                     const dtl_sentence *sentence) {
    dtl_buffer_text(out, "# text = ");
    for (uint32_t i = 0; i < sentence->count; i++) {
        const uint32_t word = sentence->first + i;
        put_form(out, source, &source->words.items[word]);
        if (i + 1 < sentence->count && has_space_after(source, word))
            dtl_buffer_char(out, ' ');
    }
    dtl_buffer_char(out, '\n');
}

static void put_misc(dtl_buffer *out, const dtl_source *source,
                     uint32_t index) {
    const dtl_word *word = &source->words.items[index];
    if (!has_space_after(source, index)) dtl_buffer_text(out, "SpaceAfter=No|");
    if (word->time >= 0 && (uint32_t)word->time < source->times.count &&
        source->times.items[word->time].first == (int32_t)index) {
        const char *value = source->times.items[word->time].date.timex3.value;
        dtl_buffer_text(out, "Timex=");
        put_field(out, value, value ? strlen(value) : 0);
        dtl_buffer_char(out, '|');
    }
    dtl_buffer_format(out, "TokenRange=%u:%u",
                      dtl_text_point(&source->text, word->span.start),
                      dtl_text_point(&source->text, word->span.end));
}

/* The number of the head in its sentence; 0 for the root. */
static uint32_t head_number(const dtl_sentence *sentence,
                            const dtl_word *word) {
    const int64_t number = (int64_t)word->head - sentence->first + 1;
    return word->head >= 0 && number >= 1 && number <= sentence->count
               ? (uint32_t)number
               : 0;
}

static void put_word(dtl_buffer *out, const dtl_source *source,
                     const dtl_sentence *sentence, uint32_t number) {
    const uint32_t index = sentence->first + number - 1;
    const dtl_word *word = &source->words.items[index];
    const char *lemma = word->lemma ? word->lemma : "";
    const uint32_t head = head_number(sentence, word);
    dtl_buffer_format(out, "%u\t", number);
    put_form(out, source, word);
    dtl_buffer_char(out, '\t');
    put_field(out, lemma, strlen(lemma));
    dtl_buffer_format(out, "\t%s\t%s\t_\t%u\t%s\t_\t",
                      dtl_language_pos_name((dtl_pos)word->pos),
                      dtl_language_tag_name((dtl_tag)word->tag), head,
                      head ? dtl_language_dep_name((dtl_dep)word->dep)
                           : "root");
    put_misc(out, source, index);
    dtl_buffer_char(out, '\n');
}

static void put_source(dtl_buffer *out, const dtl_source *source) {
    int32_t block = DTL_NONE - 1;
    for (uint32_t i = 0; i < source->sentences.count; i++) {
        const dtl_sentence *sentence = &source->sentences.items[i];
        if (!sentence->count) continue;
        if (block < DTL_NONE) {
            dtl_buffer_text(out, "# newdoc id = ");
            put_field(out, source->id, strlen(source->id));
            dtl_buffer_char(out, '\n');
        }
        if (sentence->block != block) dtl_buffer_text(out, "# newpar\n");
        block = sentence->block;
        dtl_buffer_text(out, "# sent_id = ");
        put_field(out, source->id, strlen(source->id));
        dtl_buffer_format(out, "-%u\n", i + 1);
        put_text(out, source, sentence);
        for (uint32_t number = 1; number <= sentence->count; number++)
            put_word(out, source, sentence, number);
        dtl_buffer_char(out, '\n');
    }
}

void dtl_render_conllu(const dtl_document *document,
                       const dateline_render_options *options, dtl_buffer *out,
                       dateline_counts *counts) {
    (void)options; /* all words, whatever the chronology lists */
    counts->written = document->entries.count;
    for (uint32_t i = 0; i < document->sources.count; i++)
        put_source(out, document->sources.items[i]);
}
