/* width.c - East Asian Width as ICU knows it. */
#include "core/base/width.h"

#include <unicode/uchar.h>

int dtl_width(uint32_t point) {
    if (point < 0x300) return point == 0xAD ? 0 : 1;
    const UChar32 c = (UChar32)point;
    switch (u_charType(c)) {
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_FORMAT_CHAR: return 0;
    default: break;
    }
    /* Vowels and finals of conjoining Hangul stand inside the block. */
    if ((point >= 0x1160 && point <= 0x11FF) ||
        (point >= 0xD7B0 && point <= 0xD7FF))
        return 0;
    const int width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
    return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}
