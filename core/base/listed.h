/* listed.h - whether a word is in a short list: "say tell ask". */
#ifndef DTL_LISTED_H
#define DTL_LISTED_H

#include <stdbool.h>
#include <string.h>

/* `word` among texts separated by single blanks; the empty word is in none. */
static inline bool dtl_listed(const char *word, const char *list) {
    const size_t length = strlen(word);
    if (length == 0) return false;
    for (const char *at = list; (at = strstr(at, word)); at += length) {
        const char end = at[length];
        if ((at == list || at[-1] == ' ') && (end == ' ' || end == 0))
            return true;
    }
    return false;
}

#endif
