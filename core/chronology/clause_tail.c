/* clause_tail.c - what follows the last kept word and belongs to it.
 *
 * The parse may hang the end of a clause on a word that is left out: "set a
 * recording [on its lines]", "introduced by Vantar chief [Ada Lind]". Such
 * words stay up to the next comma, time, clause or comment, in whole
 * phrases. */
#include <string.h>

#include "core/chronology/clause.h"

/* The last word behind the verb that is kept, or the verb. */
static int32_t last_kept(const dtl_clause *clause, int32_t *count) {
    int32_t last = clause->verb;
    *count = 0;
    for (int32_t i = 0; i < clause->count; i++) {
        if (clause->part[i] == DTL_PART_OUT) continue;
        ++*count;
        if (clause->part[i] == DTL_PART_REST && clause->first + i > last)
            last = clause->first + i;
    }
    return last;
}

static bool is_time(const dtl_clause *clause, int32_t word) {
    return dtl_clause_word(clause, word)->time != DTL_NONE;
}

/* A time or the preposition before it: the date column tells both. */
static bool is_of_time(const dtl_clause *clause, int32_t word) {
    return is_time(clause, word) ||
           (dtl_clause_word(clause, word)->pos == DTL_POS_ADP &&
            word + 1 < clause->first + clause->count &&
            is_time(clause, word + 1));
}

/* A hyphen or a slash with a word right before and behind it. */
static bool ties(const dtl_clause *clause, int32_t word) {
    const dtl_span span = dtl_clause_word(clause, word)->span;
    const char at = *dtl_bytes(clause->page->source, span);
    return dtl_length(span) == 1 && (at == '-' || at == '/') &&
           dtl_clause_word(clause, word - 1)->span.end == span.start &&
           word + 1 < clause->first + clause->count &&
           dtl_clause_word(clause, word + 1)->span.start == span.end;
}

/* Another clause, a comment or a time begins here. */
static bool is_boundary(const dtl_clause *clause, int32_t word) {
    const dtl_word *w = dtl_clause_word(clause, word);
    if (is_time(clause, word) ||
        w->quoted != dtl_clause_word(clause, clause->verb)->quoted)
        return true;
    switch (w->pos) {
    case DTL_POS_PUNCT: return !ties(clause, word);
    case DTL_POS_CCONJ:
    case DTL_POS_SCONJ:
    case DTL_POS_ADV:
    case DTL_POS_INTJ:
    case DTL_POS_X: return true;
    case DTL_POS_PRON: return w->tag != DTL_TAG_PRPS;
    case DTL_POS_ADP:
        return dtl_listed(w->lemma, DTL_LINKS_OF_TIME " " DTL_LINKS_OF_COMMENT
                                    " as accord according");
    default: return false;
    }
}

/* A finite verb, or what was taken for a participle but has an object. */
static bool is_finite(const dtl_clause *clause, int32_t word) {
    const uint8_t tag = dtl_clause_word(clause, word)->tag;
    if (tag == DTL_TAG_VBN && word + 1 < clause->first + clause->count &&
        dtl_clause_word(clause, word + 1)->pos == DTL_POS_DET)
        return true;
    return dtl_tag_is_finite(tag);
}

/* A headline may end here: with a noun or a number that qualifies nothing
 * behind it. */
static bool may_end(const dtl_clause *clause, int32_t word) {
    const dtl_word *w = dtl_clause_word(clause, word);
    const bool noun = dtl_pos_is_noun(w->pos) || w->pos == DTL_POS_NUM ||
                      w->pos == DTL_POS_SYM;
    if (!noun) return false;
    if (word + 1 >= clause->first + clause->count) return true;
    const dtl_word *next = dtl_clause_word(clause, word + 1);
    return next->pos == DTL_POS_ADP || next->pos == DTL_POS_PART ||
           (next->pos == DTL_POS_VERB && w->pos != DTL_POS_NUM) ||
           is_boundary(clause, word + 1);
}

/* The noun's phrase is one that is left out with reason. */
static bool is_spared(const dtl_clause *clause, int32_t word) {
    return dtl_pos_is_noun(dtl_clause_word(clause, word)->pos) &&
           !dtl_clause_keeps_phrase(clause, word);
}

/* The first word behind a time that stands here, or this word. */
static int32_t behind_time(const dtl_clause *clause, int32_t word) {
    const int32_t end = clause->first + clause->count;
    while (word < end && is_of_time(clause, word)) word++;
    return word;
}

static bool is_of(const dtl_clause *clause, int32_t word) {
    return strcmp(dtl_clause_word(clause, word)->lemma, "of") == 0;
}

/* The last word of what belongs to the word `last`, which it may be. */
static int32_t find_end(const dtl_clause *clause, int32_t last, int32_t room) {
    const int32_t end = clause->first + clause->count;
    int32_t good = last;
    for (int32_t i = last + 1; i < end && i <= last + room; i++) {
        const int32_t behind = behind_time(clause, i);
        if (behind != i) { /* "the redemption on Friday of all shares", not
                              "for two days of talks" */
            if (behind == end || !is_of(clause, behind) ||
                !dtl_clause_is_point(clause, behind - 1))
                break;
            i = behind;
        }
        if (is_finite(clause, i)) return last; /* of another clause */
        if (is_boundary(clause, i) || is_spared(clause, i)) break;
        if (may_end(clause, i)) good = i;
    }
    return good;
}

/* "found guilty by the jury": an adjective that qualifies no noun. */
static void keep_adjective(dtl_clause *clause) {
    const int32_t word = clause->verb + 1;
    if (word + 1 >= clause->first + clause->count) return;
    const dtl_word *w = dtl_clause_word(clause, word);
    const dtl_word *next = dtl_clause_word(clause, word + 1);
    uint8_t *part = dtl_clause_part(clause, word);
    if (*part == DTL_PART_OUT && w->pos == DTL_POS_ADJ &&
        w->tag == DTL_TAG_JJ && w->time == DTL_NONE &&
        (next->pos == DTL_POS_ADP || is_boundary(clause, word + 1)))
        *part = DTL_PART_REST;
}

void dtl_clause_keep_tail(dtl_clause *clause) {
    int32_t count;
    if (clause->form == DTL_FORM_NOUN || clause->split) return;
    keep_adjective(clause);
    const int32_t last = last_kept(clause, &count);
    if (count >= DTL_HEADLINE_WORDS) return;
    const int32_t end = find_end(clause, last, DTL_HEADLINE_WORDS - count);
    for (int32_t i = last + 1; i <= end; i++)
        if (!is_of_time(clause, i))
            *dtl_clause_part(clause, i) = DTL_PART_REST;
}
