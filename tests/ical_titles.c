/* ical_titles.c - reads a calendar from standard input with libical and
 * writes the title of each event, a line each. Fails on whatever libical
 * finds wrong and on what is not an event. */
#include <libical/ical.h>
#include <stdio.h>

static int fail(const char *what) {
    fprintf(stderr, "ical_titles: %s\n", what);
    return 1;
}

int main(void) {
    static char bytes[1 << 24];
    bytes[fread(bytes, 1, sizeof bytes - 1, stdin)] = '\0';
    icalcomponent *calendar = icalparser_parse_string(bytes);
    if (!calendar) return fail("no calendar");
    if (icalcomponent_count_errors(calendar)) return fail("errors");
    if (!icalrestriction_check(calendar)) return fail("restrictions");
    icalcomponent *event =
        icalcomponent_get_first_component(calendar, ICAL_ANY_COMPONENT);
    for (; event; event = icalcomponent_get_next_component(
                      calendar, ICAL_ANY_COMPONENT)) {
        const char *title = icalcomponent_get_summary(event);
        if (icalcomponent_isa(event) != ICAL_VEVENT_COMPONENT || !title)
            return fail("not an event");
        if (icalcomponent_count_components(event, ICAL_ANY_COMPONENT))
            return fail("something in an event");
        puts(title);
    }
    icalcomponent_free(calendar);
    return 0;
}
