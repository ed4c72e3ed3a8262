/* limits.h - every limit of dateline, one commented line each.
 *
 * A limit that is met gives DATELINE_LIMIT or a note, never a crash. Each
 * has a test on both sides of it. */
#ifndef DTL_LIMITS_H
#define DTL_LIMITS_H

/* Bytes of one source, after which dateline_read gives DATELINE_LIMIT. */
#define DTL_MAX_INPUT (64u * 1024u * 1024u)

/* Words of one sentence; a longer one is cut in two at a word. */
#define DTL_MAX_SENTENCE_WORDS 400

/* Bytes of one word; a longer run of letters is cut in two. */
#define DTL_MAX_WORD_BYTES 256

/* Years that are resolved; outside them a value stays text with a note. */
#define DTL_MIN_YEAR (-9999)
#define DTL_MAX_YEAR 9999

/* Largest count in "N units ago"; a larger one stays text with a note. */
#define DTL_MAX_COUNT 1000000

/* Bytes of one arena block unless a single object needs more. */
#define DTL_ARENA_BLOCK (64u * 1024u)

/* Notes kept for one source; further ones are counted in the last. */
#define DTL_MAX_NOTES 100

/* Multipart boundaries of one mail that are known; parts within further ones
 * are not looked at. */
#define DTL_MAX_MAIL_BOUNDARIES 16

/* Actors of one event. */
#define DTL_MAX_EVENT_ACTORS 12

#endif
