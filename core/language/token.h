/* token.h - a word as the tagger and the parser see it. */
#ifndef DTL_LANGUAGE_TOKEN_H
#define DTL_LANGUAGE_TOKEN_H

#include <stddef.h>
#include <stdint.h>

#define DTL_TOKEN_SUFFIXES 5
#define DTL_TOKEN_PREFIXES 3

/* Hashes of the normalised form: typographic quotes and dashes are written
 * in ASCII, every digit is 0. All values but the last three come from the
 * form alone. */
typedef struct {
    uint32_t form, lower;
    uint32_t suffixes[DTL_TOKEN_SUFFIXES]; /* of 1, 2, ... bytes, lower */
    uint32_t prefixes[DTL_TOKEN_PREFIXES];
    uint32_t shape; /* runs of upper, lower, digit, other: "Xx", "d-d" */
    uint32_t lex;   /* dtl_lex bits */
    uint32_t class_; /* labels the form had in training, hashed; 0: unknown */
    uint8_t label;  /* the tagger's label; see dtl_model */
    uint8_t pos;    /* the label's dtl_pos */
} dtl_token;

/* Fills the hashes; lex, class_, label and pos are 0. */
void dtl_token_init(dtl_token *token, const char *bytes, size_t length);

#endif
