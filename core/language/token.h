/* token.h - a word as the tagger and the parser see it. */
#ifndef DTL_LANGUAGE_TOKEN_H
#define DTL_LANGUAGE_TOKEN_H

#include <stddef.h>
#include <stdint.h>

#define DTL_TOKEN_SUFFIXES 5
#define DTL_TOKEN_PREFIXES 3

/* Hashes of the normalised form: typographic quotes and dashes are written
 * in ASCII, every digit is 0. The values up to shape come from the form
 * alone. */
typedef struct {
    uint32_t form, lower;
    uint32_t suffixes[DTL_TOKEN_SUFFIXES]; /* of 1, 2, ... bytes, lower */
    uint32_t prefixes[DTL_TOKEN_PREFIXES];
    uint32_t shape; /* runs of upper, lower, digit, other: "Xx", "d-d" */
    uint32_t lex;   /* dtl_lex bits */
    uint32_t class_; /* labels the form had in training, hashed; 0: unknown;
                        that of the lower-case form if only it is known */
    uint32_t class_lower; /* that of the lower-case form */
    int32_t time;    /* 1 + the time expression it is in, or 0 */
    int16_t guide;  /* head that the guide found, a node; see guide.h */
    int16_t guide_last; /* the last node whose guide this word is, or 0 */
    uint8_t guide_dep;
    uint8_t guide_doubt; /* of the guide; see dtl_doubt */
    uint8_t second; /* the tagger's next best label */
    uint8_t doubt;  /* how close it came */
    uint8_t label;  /* the tagger's label; see dtl_model */
    uint8_t pos;    /* the label's dtl_pos */
    uint8_t tag;    /* the label's dtl_tag; the parser's repairs read it */
} dtl_token;

/* The parts of speech and inflections that the lexicon allows. */
static inline uint32_t dtl_token_grammar(const dtl_token *token) {
    return token->lex >> 16 & 0x3ff;
}

/* Fills what comes from the form; the rest is 0. */
void dtl_token_init(dtl_token *token, const char *bytes, size_t length);

#endif
