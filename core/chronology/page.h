/* page.h - one source opened for the chronology: its parse with children,
 * and which mention a word heads. */
#ifndef DTL_PAGE_H
#define DTL_PAGE_H

#include "core/base/listed.h"
#include "core/model.h"

typedef struct {
    const dtl_source *source;
    int32_t *child;   /* first child of a word or DTL_NONE */
    int32_t *sibling; /* next child of the same head or DTL_NONE */
    int32_t *mention; /* the longest mention headed by a word or DTL_NONE */
    int32_t *inside;  /* the name that a word is part of or DTL_NONE */
    int32_t *event;   /* the first event that a word tells or DTL_NONE */
    int32_t *first;   /* the first mention of an actor or DTL_NONE */
    int32_t *named;   /* the first name of an actor or DTL_NONE */
} dtl_page;

/* False when memory ran out. */
bool dtl_page_open(dtl_page *page, const dtl_source *source,
                   dtl_arena *arena);

#define DTL_EACH_CHILD(page_, child_, word_)                                  \
    for (int32_t child_ = (page_)->child[word_]; child_ != DTL_NONE;          \
         child_ = (page_)->sibling[child_])

static inline const dtl_word *dtl_page_word(const dtl_page *page,
                                            int32_t word) {
    return &page->source->words.items[word];
}

/* First child of that relation, or DTL_NONE. */
int32_t dtl_page_child(const dtl_page *page, int32_t word, dtl_dep dep);

/* The word's own subject, or DTL_NONE. */
int32_t dtl_page_subject(const dtl_page *page, int32_t word);

bool dtl_page_is_verb(const dtl_page *page, int32_t word);

/* "to" stands before the verb: "plans to meet", "is to be held". */
bool dtl_page_has_to(const dtl_page *page, int32_t verb);

/* "was shot". */
bool dtl_page_is_passive(const dtl_page *page, int32_t verb);

/* "was", "has", "will" helps the verb. */
bool dtl_page_has_finite_auxiliary(const dtl_page *page, int32_t verb);

/* The preposition in front of a noun, or "". */
const char *dtl_page_case(const dtl_page *page, int32_t word);

/* The actor that the word's mention refers to, or DTL_NONE. */
int32_t dtl_page_actor(const dtl_page *page, int32_t word);

/* The first word of the person's name that the word heads from outside, as a
 * title may; DTL_NONE. */
int32_t dtl_page_name(const dtl_page *page, int32_t word);

/* Stands in the name of a person. */
bool dtl_page_is_person(const dtl_page *page, int32_t word);

#endif
