/* naming.c - questions to words that the whole actor stage asks. */
#include "core/story/naming.h"

#include <string.h>

static void find_rows(dtl_naming *naming) {
    const dtl_source *source = naming->source;
    for (uint32_t i = 0; i < source->words.count; i++) {
        const dtl_word *word = &source->words.items[i];
        naming->rows[i] = dtl_gazetteer_find(dtl_bytes(source, word->span),
                                             dtl_length(word->span));
    }
}

bool dtl_naming_init(dtl_naming *naming, dtl_source *source,
                     dtl_arena *arena) {
    const uint32_t count = source->words.count;
    *naming = (dtl_naming){.source = source, .arena = arena};
    naming->rows = dtl_arena_array(arena, count, sizeof *naming->rows);
    naming->child = dtl_index_new(arena, count);
    naming->sibling = dtl_index_new(arena, count);
    naming->owner = dtl_index_new(arena, count);
    naming->headed = dtl_index_new(arena, count);
    if (arena->failed) return false;
    find_rows(naming);
    dtl_index_children(source, naming->child, naming->sibling);
    return true;
}

bool dtl_naming_tells(const dtl_naming *naming, int32_t sentence) {
    const dtl_source *source = naming->source;
    const int32_t block = source->sentences.items[sentence].block;
    if (block < 0 || (uint32_t)block >= source->blocks.count) return true;
    return source->blocks.items[block].kind != DTL_BLOCK_HEADING;
}

bool dtl_naming_is(const dtl_naming *naming, int32_t word, const char *text) {
    return dtl_span_is(naming->source, dtl_naming_word(naming, word)->span,
                       text);
}

/* Upper case as far as names need it: ASCII, Latin-1 and, for other
 * scripts, every letter. */
bool dtl_naming_is_upper(const dtl_naming *naming, int32_t word) {
    const unsigned char *bytes =
        (const unsigned char *)dtl_naming_bytes(naming, word);
    if (bytes[0] < 0x80) return bytes[0] >= 'A' && bytes[0] <= 'Z';
    if (bytes[0] == 0xC3) return bytes[1] >= 0x80 && bytes[1] <= 0x9E;
    return bytes[0] != 0xC2 && bytes[0] != 0xE2;
}

bool dtl_naming_in(const dtl_naming *naming, int32_t word, const char *list) {
    const char *bytes = dtl_naming_bytes(naming, word);
    const size_t length = dtl_naming_length(naming, word);
    while (*list) {
        const size_t part = strcspn(list, " ");
        if (dtl_key_equal(list, part, bytes, length)) return true;
        list += part + (list[part] != 0);
    }
    return false;
}

bool dtl_naming_is_speech(const dtl_word *verb) {
    return verb->lemma &&
           dtl_gazetteer_find(verb->lemma, strlen(verb->lemma))->kinds &
               DTL_GAZ_SPEECH;
}

const dtl_gaz_row *dtl_naming_phrase(const dtl_naming *naming, int32_t first,
                                     int32_t last) {
    const uint32_t start = dtl_naming_word(naming, first)->span.start;
    const uint32_t end = dtl_naming_word(naming, last)->span.end;
    return dtl_gazetteer_find(naming->source->text.bytes + start,
                              end - start);
}

int32_t dtl_naming_child(const dtl_naming *naming, int32_t word,
                         dtl_dep dep) {
    DTL_EACH_PART(naming, c, word) {
        if (dtl_naming_word(naming, c)->dep == dep) return c;
    }
    return DTL_NONE;
}

int32_t dtl_naming_head(const dtl_naming *naming, int32_t first,
                        int32_t last) {
    for (int32_t i = last; i >= first; i--) {
        const int32_t head = dtl_naming_word(naming, i)->head;
        if (head < first || head > last) return i;
    }
    return last;
}

int32_t dtl_naming_end(const dtl_naming *naming, int32_t word) {
    const dtl_sentence *sentence =
        &naming->source->sentences
             .items[dtl_naming_word(naming, word)->sentence];
    return (int32_t)(sentence->first + sentence->count) - 1;
}

const char *dtl_naming_text(const dtl_naming *naming, int32_t first,
                            int32_t last) {
    const uint32_t start = dtl_naming_word(naming, first)->span.start;
    const uint32_t end = dtl_naming_word(naming, last)->span.end;
    char *text = dtl_arena_string(
        naming->arena, naming->source->text.bytes + start, end - start);
    if (!text) return NULL;
    char *out = text;
    for (const char *in = text; *in; in++) {
        const bool blank = *in == ' ' || (*in >= '\t' && *in <= '\r');
        if (blank && out > text && out[-1] == ' ') continue;
        *out++ = blank ? ' ' : *in;
    }
    *out = 0;
    return text;
}

bool dtl_naming_acts(const dtl_naming *naming, int32_t word) {
    const dtl_word *w = dtl_naming_word(naming, word);
    while (w->dep == DTL_DEP_CONJ && w->head != DTL_NONE)
        w = dtl_naming_word(naming, w->head);
    return w->dep == DTL_DEP_NSUBJ || w->dep == DTL_DEP_NSUBJ_PASS ||
           w->dep == DTL_DEP_NMOD_POSS || w->dep == DTL_DEP_OBL_AGENT ||
           w->dep == DTL_DEP_NSUBJ_OUTER;
}

dtl_clue *dtl_naming_add(dtl_naming *naming, const dtl_clue *clue) {
    dtl_clue *added = DTL_PUSH(naming->arena, &naming->clues);
    if (!added) return NULL;
    *added = *clue;
    const int32_t number = (int32_t)naming->clues.count - 1;
    const dtl_mention *m = &added->mention;
    for (int32_t i = m->first; i <= m->last; i++)
        if (m->kind == DTL_MENTION_NAME || naming->owner[i] == DTL_NONE)
            naming->owner[i] = number;
    for (int32_t i = added->title_first; i >= 0 && i <= added->title_last; i++)
        naming->owner[i] = number;
    naming->headed[m->head] = number;
    return added;
}
