/* phrase.c - phrases of credits, notes, captions and of what pages wear. */
#include "core/read/phrase.h"

typedef enum { OPENS_WITH, HAS_INSIDE, IS_WHOLE, ENDS_WITH } phrase_place;

typedef struct {
    phrase_place place;
    dtl_block_kind kind;
    const char *phrase;
} phrase_row;

static const phrase_row phrases[] = {
#define OPENS(kind, phrase, example) {OPENS_WITH, DTL_BLOCK_##kind, phrase},
#define HAS(kind, phrase, example) {HAS_INSIDE, DTL_BLOCK_##kind, phrase},
#define WHOLE(kind, phrase, example) {IS_WHOLE, DTL_BLOCK_##kind, phrase},
#define ENDS(kind, phrase, example) {ENDS_WITH, DTL_BLOCK_##kind, phrase},
#include "core/read/phrases.def"
};

#define COUNT(array) (sizeof(array) / sizeof(array)[0])
#define MOST_NAME 90 /* bytes of a credit at the end of a caption */

/* Where in the last bytes the phrase stands, behind a blank; the end: not
 * there. */
static uint32_t find_near_end(dtl_cursor c, const char *phrase) {
    if (c.end - c.at > MOST_NAME) c.at = c.end - MOST_NAME;
    for (c.at++; c.at < c.end; c.at++) {
        dtl_cursor here = c;
        if (c.s[c.at - 1] == ' ' && dtl_scan_phrase(&here, phrase))
            return c.at;
    }
    return c.end;
}

static bool is_whole(dtl_cursor c, const char *phrase) {
    int value, digits;
    dtl_scan_number(&c, 4, &value, &digits);
    dtl_scan_space(&c);
    return dtl_scan_phrase(&c, phrase) && c.at == c.end;
}

static bool fits(dtl_cursor c, const phrase_row *row) {
    switch (row->place) {
    case OPENS_WITH: return dtl_scan_phrase(&c, row->phrase);
    case HAS_INSIDE: return dtl_scan_contains(c, row->phrase);
    case IS_WHOLE: return is_whole(c, row->phrase);
    case ENDS_WITH: return find_near_end(c, row->phrase) < c.end;
    }
    return false;
}

int dtl_phrase_find(dtl_cursor paragraph) {
    const uint32_t length = paragraph.end - paragraph.at;
    if (length > DTL_MOST_CAPTION) return -1;
    for (size_t i = 0; i < COUNT(phrases); i++) {
        const bool caption = phrases[i].kind == DTL_BLOCK_CAPTION;
        if (length > DTL_MOST_CREDIT && !caption) continue;
        if (fits(paragraph, &phrases[i])) return (int)i;
    }
    return -1;
}

dtl_block_kind dtl_phrase_kind(int row) { return phrases[row].kind; }

uint32_t dtl_phrase_credit(dtl_cursor paragraph, int row) {
    if (row < 0 || phrases[row].place != ENDS_WITH) return paragraph.end;
    return find_near_end(paragraph, phrases[row].phrase);
}

bool dtl_phrase_opens_credit(dtl_cursor cursor) {
    for (size_t i = 0; i < COUNT(phrases); i++) {
        dtl_cursor c = cursor;
        if (phrases[i].place == OPENS_WITH && phrases[i].phrase[0] == '(' &&
            phrases[i].kind == DTL_BLOCK_CREDIT &&
            dtl_scan_phrase(&c, phrases[i].phrase))
            return true;
    }
    return false;
}
