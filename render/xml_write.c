/* xml_write.c - XML text that reads back as it was. */
#include "render/xml_write.h"

#include <string.h>

#include "core/base/text.h"
#include "render/escape.h"

static bool is_xml(uint32_t point) {
    if (point < 0x20) return point == '\t' || point == '\n' || point == '\r';
    return point != 0xFFFE && point != 0xFFFF;
}

static const char *entity_of(uint32_t point, bool in_attribute) {
    switch (point) {
    case '&': return "&amp;";
    case '<': return "&lt;";
    case '>': return "&gt;"; /* "]]>" must not stand in text */
    case '"': return in_attribute ? "&quot;" : NULL;
    default: return NULL;
    }
}

static uint32_t put(dtl_buffer *out, uint32_t point, bool in_attribute) {
    char bytes[4];
    const char *entity = entity_of(point, in_attribute);
    const bool kept = !in_attribute && (point == '\n' || point == '\t');
    if (entity) {
        dtl_buffer_text(out, entity);
    } else if (!is_xml(point)) {
        dtl_buffer_text(out, "\xEF\xBF\xBD");
        return 1;
    } else if (dtl_escape_is_hidden(point) && !kept) {
        dtl_buffer_format(out, "&#x%X;", (unsigned)point);
    } else {
        dtl_buffer_bytes(out, bytes, dtl_utf8_encode(point, bytes));
    }
    return 0;
}

uint32_t dtl_xml_text(dtl_buffer *out, const char *bytes, size_t length) {
    uint32_t replaced = 0;
    for (size_t i = 0; i < length;)
        replaced += put(out, dtl_utf8_next(bytes, length, &i), false);
    return replaced;
}

void dtl_xml_attribute(dtl_buffer *out, const char *name, const char *value) {
    if (!value) return;
    dtl_buffer_format(out, " %s=\"", name);
    const size_t length = strlen(value);
    for (size_t i = 0; i < length;)
        put(out, dtl_utf8_next(value, length, &i), true);
    dtl_buffer_char(out, '"');
}
