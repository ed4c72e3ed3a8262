/* width.h - how many columns of a terminal a character takes. */
#ifndef DTL_WIDTH_H
#define DTL_WIDTH_H

#include <stdint.h>

/* 0, 1 or 2: wide and fullwidth characters of UAX #11 take two columns,
 * combining marks and format characters none. Of ambiguous ones, which wait
 * for a font, one. The terminal has the last word. */
int dtl_width(uint32_t point);

#endif
