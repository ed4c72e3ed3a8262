/* xml_write.h - text and attribute values of XML 1.0 (fifth edition).
 *
 * A parser reads back the same characters: CR and what a terminal would obey
 * go out as character references, since a parser would make CR LF one LF.
 * Characters that XML 1.0 cannot hold at all (section 2.2: controls but tab,
 * LF and CR, U+FFFE, U+FFFF) become U+FFFD. */
#ifndef DTL_XML_WRITE_H
#define DTL_XML_WRITE_H

#include <stdint.h>

#include "core/base/buffer.h"

/* Gives how many characters became U+FFFD. */
uint32_t dtl_xml_text(dtl_buffer *out, const char *bytes, size_t length);

/* ' name="value"'; nothing when value is NULL. White space in the value
 * goes out as references, so that a parser does not normalise it. */
void dtl_xml_attribute(dtl_buffer *out, const char *name, const char *value);

#endif
