/* zone.c - what "Beijing time" is on a day, from ICU's IANA data. */
#include <unicode/ucal.h>
#include <unicode/ustring.h>

#include "timeparse/resolve.h"

static const char *const zones[] = {
    "",
#define PLACE(name, word, zone, ...) zone,
#include "timeparse/zones.def"
#undef PLACE
};

bool dtl_zone_offset(dtl_zone_place place, int64_t day, int16_t *minutes) {
    UErrorCode error = U_ZERO_ERROR;
    UChar name[40];
    if (place <= DTL_ZONE_NONE || place >= DTL_ZONE_COUNT) return false;
    u_uastrncpy(name, zones[place], 39);
    UCalendar *calendar = ucal_open(name, -1, "en", UCAL_GREGORIAN, &error);
    if (U_FAILURE(error)) return false;
    ucal_setMillis(calendar, (double)day * 86400000.0 + 43200000.0, &error);
    const int32_t zone = ucal_get(calendar, UCAL_ZONE_OFFSET, &error);
    const int32_t summer = ucal_get(calendar, UCAL_DST_OFFSET, &error);
    ucal_close(calendar);
    if (U_FAILURE(error)) return false;
    *minutes = (int16_t)((zone + summer) / 60000);
    return true;
}
