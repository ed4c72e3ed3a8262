/* token.h - a word as the network and the repairs of trees see it. */
#ifndef DTL_LANGUAGE_TOKEN_H
#define DTL_LANGUAGE_TOKEN_H

#include <stddef.h>
#include <stdint.h>

#define DTL_TOKEN_SUFFIXES 5
#define DTL_TOKEN_PREFIXES 3

/* Tokens in front of and behind those of a sentence; zeroed. */
#define DTL_TOKEN_PADDING 4

/* Hashes of the normalised form: typographic quotes and dashes are written
 * in ASCII, every digit is 0. The values up to shape come from the form
 * alone. */
typedef struct {
    uint32_t form, lower;
    uint32_t suffixes[DTL_TOKEN_SUFFIXES]; /* of 1, 2, ... bytes, lower */
    uint32_t prefixes[DTL_TOKEN_PREFIXES];
    uint32_t shape; /* runs of upper, lower, digit, other: "Xx", "d-d" */
    uint32_t lex;   /* dtl_lex bits */
    int32_t time;    /* 1 + the time expression it is in, or 0 */
    uint8_t pos;    /* dtl_pos */
    uint8_t tag;    /* dtl_tag */
} dtl_token;

/* Fills what comes from the form; the rest is 0. */
void dtl_token_init(dtl_token *token, const char *bytes, size_t length);

#endif
