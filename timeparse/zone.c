/* zone.c - the offset of a place's clocks, from ICU's IANA data. */
#include <unicode/ucal.h>
#include <unicode/ustring.h>

#include "timeparse/resolve.h"

static const char *const zones[] = {
    "",
#define PLACE(name, word, zone, ...) zone,
#include "timeparse/zones.def"
#undef PLACE
};

const char *dtl_zone_name(dtl_zone_place place) {
    return place > DTL_ZONE_NONE && place < DTL_ZONE_COUNT ? zones[place]
                                                           : NULL;
}

void dtl_zone_fill(dtl_value *v, const char *zone) {
    enum { LONGEST = 63 };
    UErrorCode error = U_ZERO_ERROR;
    UChar name[LONGEST + 1] = {0};
    const dtl_day day = {v->year, v->month, v->day};
    if (!zone || v->precision >= DATELINE_PRECISION_PART || v->has_zone ||
        v->open_year || !dtl_calendar_is_valid(day))
        return;
    u_uastrncpy(name, zone, LONGEST);
    UCalendar *calendar = ucal_open(name, -1, "en", UCAL_GREGORIAN, &error);
    if (U_FAILURE(error)) return;
    ucal_setDateTime(calendar, v->year, v->month - 1, v->day, v->hour,
                     v->minute, v->second, &error);
    const int32_t offset = ucal_get(calendar, UCAL_ZONE_OFFSET, &error);
    const int32_t summer = ucal_get(calendar, UCAL_DST_OFFSET, &error);
    ucal_close(calendar);
    if (U_FAILURE(error)) return;
    v->zone = (int16_t)((offset + summer) / 60000);
    v->has_zone = true;
}
