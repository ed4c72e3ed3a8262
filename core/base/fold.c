/* fold.c - case folding by ICU, which knows no locale here. */
#include "core/base/fold.h"

#include <stdint.h>
#include <string.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

#define UNITS 1024

/* Units of the folded text; 0: it does not fit or ICU failed. */
static int32_t fold(const char *text, UChar out[UNITS]) {
    UChar wide[UNITS / 2];
    int32_t length = 0;
    UErrorCode error = U_ZERO_ERROR;
    const UNormalizer2 *normalizer = unorm2_getNFKCCasefoldInstance(&error);
    u_strFromUTF8(wide, UNITS / 2, &length, text, -1, &error);
    const int32_t units =
        unorm2_normalize(normalizer, wide, length, out, UNITS, &error);
    return U_FAILURE(error) || units > UNITS ? 0 : units;
}

bool dtl_fold_names(const char *name, const char *words) {
    UChar whole[UNITS], part[UNITS];
    const int32_t length = fold(name, whole), wanted = fold(words, part);
    if (!wanted) return false;
    for (int32_t at = 0; at + wanted <= length; at++) {
        const bool begins = at == 0 || whole[at - 1] == ' ';
        const bool ends = at + wanted == length || whole[at + wanted] == ' ';
        if (begins && ends &&
            memcmp(whole + at, part, (size_t)wanted * sizeof *part) == 0)
            return true;
    }
    return false;
}
