/* test_libical.c - the calendar of a model built by hand, read back by libical:
 * same events, only known properties, folds where they belong. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include <cmocka.h>
#include <libical/ical.h>

#include "by_hand.h"

typedef struct {
    dtl_document *document;
    dtl_source *source;
} fixture;

static fixture start(void) {
    static const char text[] = "Mara met Ilse on Friday.";
    fixture f = {.document = hand_open()};
    f.source = hand_article(f.document, text, sizeof text - 1);
    return f;
}

static dtl_entry *add(fixture *f, const char *headline, const char *begin,
                      const char *end, dateline_precision precision) {
    dtl_entry *entry = hand_entry(f->document, headline, "met");
    hand_date(entry, "Friday", precision, hand_iso(begin), hand_iso(end));
    return entry;
}

static dateline_counts counts;

static char *render_with(fixture *f, dateline_render_options options) {
    options.format = DATELINE_FORMAT_ICS;
    return hand_render(f->document, options, &counts).bytes;
}

static char *render(fixture *f) {
    return render_with(f, (dateline_render_options){0});
}

/* Only what we write, nothing that mails, alarms or repeats. */
static void check_properties(icalcomponent *event) {
    icalproperty *p =
        icalcomponent_get_first_property(event, ICAL_ANY_PROPERTY);
    for (; p; p = icalcomponent_get_next_property(event, ICAL_ANY_PROPERTY)) {
        static const icalproperty_kind known[] = {
            ICAL_UID_PROPERTY,         ICAL_DTSTAMP_PROPERTY,
            ICAL_DTSTART_PROPERTY,     ICAL_DTEND_PROPERTY,
            ICAL_SUMMARY_PROPERTY,     ICAL_LOCATION_PROPERTY,
            ICAL_DESCRIPTION_PROPERTY, ICAL_STATUS_PROPERTY,
            ICAL_TRANSP_PROPERTY,      ICAL_X_PROPERTY};
        bool found = false;
        for (size_t i = 0; i < sizeof known / sizeof *known; i++)
            found = found || icalproperty_isa(p) == known[i];
        assert_true(found);
    }
}

static icalcomponent *read_back(const char *bytes, int events) {
    icalcomponent *calendar = icalparser_parse_string(bytes);
    assert_non_null(calendar);
    assert_int_equal(icalcomponent_count_errors(calendar), 0);
    assert_int_equal(
        icalcomponent_count_components(calendar, ICAL_ANY_COMPONENT), events);
    assert_true(icalrestriction_check(calendar));
    icalcomponent *event =
        icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT);
    for (; event; event = icalcomponent_get_next_component(
                      calendar, ICAL_VEVENT_COMPONENT)) {
        assert_int_equal(
            icalcomponent_count_components(event, ICAL_ANY_COMPONENT), 0);
        check_properties(event);
    }
    return calendar;
}

static icalcomponent *first_event(icalcomponent *calendar) {
    return icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT);
}

static void assert_times(icalcomponent *event, const char *begin,
                         const char *end) {
    assert_string_equal(
        icaltime_as_ical_string(icalcomponent_get_dtstart(event)), begin);
    assert_string_equal(icaltime_as_ical_string(icalcomponent_get_dtend(event)),
                        end);
}

/* ---- where a date lies -------------------------------------------------- */

static void every_kind_of_date(void **state) {
    (void)state;
    static const struct {
        const char *begin, *end;
        dateline_precision precision;
        const char *dtstart, *dtend;
        bool marked;
    } rows[] = {
        {"2023-06-16", "2023-06-17", DATELINE_PRECISION_DAY, "20230616",
         "20230617", false},
        {"2024-02-28", "2024-02-29", DATELINE_PRECISION_DAY, "20240228",
         "20240229", false},
        {"2023-06-17T18:00", "2023-06-18T00:00", DATELINE_PRECISION_PART,
         "20230617", "20230618", true},
        {"2023-06-17T21:00", "2023-06-18T05:00", DATELINE_PRECISION_PART,
         "20230617", "20230618", true},
        {"2023-06-17T18:00+08:00", "2023-06-18T00:00+08:00",
         DATELINE_PRECISION_PART, "20230617T100000Z", "20230617T160000Z",
         false},
        {"2023-06-18T00:30-03:30", "2023-06-18T00:31-03:30",
         DATELINE_PRECISION_MINUTE, "20230618T040000Z", "20230618T040100Z",
         false},
        {"2023-06-18T23:59:59Z", "2023-06-19T00:00:00Z",
         DATELINE_PRECISION_SECOND, "20230618T235959Z", "20230619T000000Z",
         false},
        {"2023-06", "2023-07", DATELINE_PRECISION_MONTH, "20230601", "20230701",
         true},
        {"2022-12", "2023-03", DATELINE_PRECISION_SEASON, "20221201",
         "20230301", true},
        {"2023-06-12", "2023-06-19", DATELINE_PRECISION_WEEK, "20230612",
         "20230619", true},
        {"", "2023-06-19", DATELINE_PRECISION_DAY, "20230618", "20230619",
         true},
        {"2023-06-19", "", DATELINE_PRECISION_DAY, "20230619", "20230620",
         true},
        {"9999-12-30", "9999-12-31", DATELINE_PRECISION_DAY, "99991230",
         "99991231", false},
        {"0001-01-02", "0001-01-03", DATELINE_PRECISION_DAY, "00010102",
         "00010103", false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        fixture f = start();
        add(&f, "Mara met Ilse", rows[i].begin, rows[i].end, rows[i].precision);
        char *bytes = render(&f);
        icalcomponent *calendar = read_back(bytes, 1);
        icalcomponent *event = first_event(calendar);
        assert_times(event, rows[i].dtstart, rows[i].dtend);
        assert_string_equal(icalcomponent_get_summary(event),
                            rows[i].marked ? "[Friday] Mara met Ilse"
                                           : "Mara met Ilse");
        icalcomponent_free(calendar);
        free(bytes);
        dateline_close(f.document);
    }
}

static void beside_a_day_is_not_on_it(void **state) {
    (void)state;
    fixture f = start();
    add(&f, "Mara waited", "2023-06-16", "2023-06-17", DATELINE_PRECISION_DAY)
        ->date.relation = DATELINE_RELATION_UNTIL;
    char *bytes = render(&f);
    icalcomponent *calendar = read_back(bytes, 1);
    assert_string_equal(icalcomponent_get_summary(first_event(calendar)),
                        "[Friday] Mara waited");
    assert_int_equal(icalcomponent_get_status(first_event(calendar)),
                     ICAL_STATUS_TENTATIVE);
    icalcomponent_free(calendar);
    free(bytes);
    dateline_close(f.document);
}

static void what_is_left_out_is_counted(void **state) {
    (void)state;
    fixture f = start();
    add(&f, "a", "2022", "2023", DATELINE_PRECISION_YEAR);
    add(&f, "b", "2007-01-01", "2012-01-01", DATELINE_PRECISION_DAY);
    add(&f, "c", "-0043-03-15", "-0043-03-16", DATELINE_PRECISION_DAY);
    add(&f, "d", "9999-12-31", "+10000-01-01", DATELINE_PRECISION_DAY);
    add(&f, "e", "", "", DATELINE_PRECISION_NONE);
    add(&f, "f", "2023-06-16", "2023-06-17", DATELINE_PRECISION_DAY)->status =
        DATELINE_STATUS_NEGATED;
    hand_entry(f.document, "g", "met");
    hand_entry(f.document, "h", "met")->background = 1;
    add(&f, "i", "2023-06-16", "2023-06-17", DATELINE_PRECISION_DAY);
    char *bytes = render(&f);
    icalcomponent_free(read_back(bytes, 1));
    free(bytes);
    assert_int_equal(counts.written, 1);
    assert_int_equal(counts.coarse, 4);
    assert_int_equal(counts.undated, 2);
    assert_int_equal(counts.negated, 1);
    assert_int_equal(counts.filtered, 1);
    bytes =
        render_with(&f, (dateline_render_options){.coarse = 1, .negated = 1});
    icalcomponent_free(read_back(bytes, 4));
    assert_non_null(strstr(bytes, "SUMMARY:[did not happen] f\r\n"));
    free(bytes);
    assert_int_equal(counts.written, 4);
    assert_int_equal(counts.coarse, 2); /* what a DATE cannot hold */
    dateline_close(f.document);
}

static void status_says_how_sure(void **state) {
    (void)state;
    static const struct {
        dateline_event_status status;
        int approximate;
        icalproperty_status want;
    } rows[] = {{DATELINE_STATUS_OCCURRED, 0, ICAL_STATUS_CONFIRMED},
                {DATELINE_STATUS_ONGOING, 0, ICAL_STATUS_CONFIRMED},
                {DATELINE_STATUS_PLANNED, 0, ICAL_STATUS_TENTATIVE},
                {DATELINE_STATUS_POSSIBLE, 0, ICAL_STATUS_TENTATIVE},
                {DATELINE_STATUS_OCCURRED, 1, ICAL_STATUS_TENTATIVE}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        fixture f = start();
        dtl_entry *entry =
            add(&f, "x", "2023-06-16", "2023-06-17", DATELINE_PRECISION_DAY);
        entry->status = rows[i].status;
        entry->date.approximate = (uint8_t)rows[i].approximate;
        char *bytes = render(&f);
        icalcomponent *calendar = read_back(bytes, 1);
        assert_int_equal(icalcomponent_get_status(first_event(calendar)),
                         rows[i].want);
        icalcomponent_free(calendar);
        free(bytes);
        dateline_close(f.document);
    }
}

static void the_stamp_is_never_now(void **state) {
    (void)state;
    fixture f = start();
    add(&f, "x", "2023-06-16", "2023-06-17", DATELINE_PRECISION_DAY);
    char *bytes = render(&f);
    assert_non_null(strstr(bytes, "DTSTAMP:20230618T000000Z\r\n"));
    free(bytes);
    bytes = render_with(&f, (dateline_render_options){.timestamp = 1});
    assert_non_null(strstr(bytes, "DTSTAMP:19700101T000001Z\r\n"));
    free(bytes);
    f.source->reference = (dateline_instant){0};
    bytes = render(&f);
    assert_non_null(strstr(bytes, "DTSTAMP:19700101T000000Z\r\n"));
    free(bytes);
    dateline_close(f.document);
}

/* ---- text ---------------------------------------------------------------- */

static void hostile_text_injects_nothing(void **state) {
    (void)state;
    static const char nasty[] =
        "x\r\nBEGIN:VALARM\r\nATTENDEE:mailto:a@b.example\r\nEND:VALARM; "
        "a,b\\c\\n \"q\":\x01\x1B[2J\x7F\xC2\x9B\xE2\x80\xAE"
        "END:VEVENT\nEND:VCALENDAR";
    fixture f = start();
    dtl_entry *entry =
        add(&f, nasty, "2023-06-16", "2023-06-17", DATELINE_PRECISION_MONTH);
    entry->reported_by = nasty;
    entry->date.text = entry->date.display = entry->date.edtf = nasty;
    *DTL_PUSH(&f.document->arena, &entry->places) = nasty;
    f.source->head.title = f.source->uri = nasty;
    hand_role(f.document, nasty, DATELINE_ROLE_AGENT);
    char *bytes = render(&f);
    icalcomponent *calendar = read_back(bytes, 1);
    assert_string_equal(
        icalcomponent_get_summary(first_event(calendar)),
        "x BEGIN:VALARM ATTENDEE:mailto:a@b.example END:VALARM; a,b\\c\\n "
        "\"q\":[2JEND:VEVENT END:VCALENDAR");
    icalcomponent_free(calendar);
    free(bytes);
    dateline_close(f.document);
}

static size_t longest_line(const char *bytes) {
    size_t longest = 0;
    while (*bytes) {
        const char *end = strstr(bytes, "\r\n");
        assert_non_null(end);
        if ((size_t)(end - bytes) > longest) longest = (size_t)(end - bytes);
        assert_true(((unsigned char)*bytes & 0xC0) != 0x80);
        bytes = end + 2;
    }
    return longest;
}

/* "SUMMARY:" and ASCII up to the fold, then characters of 1 to 4 bytes. */
static void folds_between_code_points(void **state) {
    (void)state;
    static const char *const points[] = {"e", ",", "\xC3\xA9", "\xE5\x8C\x97",
                                         "\xF0\x9F\x95\x8A"};
    for (size_t kind = 0; kind < 5; kind++)
        for (size_t before = 60; before <= 72; before++) {
            char headline[200] = "";
            memset(headline, 'a', before);
            for (int i = 0; i < 20; i++)
                strcat(headline, points[kind]);
            fixture f = start();
            add(&f, headline, "2023-06-16", "2023-06-17",
                DATELINE_PRECISION_DAY);
            char *bytes = render(&f);
            assert_true(longest_line(bytes) <= 75);
            assert_true(longest_line(bytes) >= 72);
            icalcomponent *calendar = read_back(bytes, 1);
            assert_string_equal(
                icalcomponent_get_summary(first_event(calendar)), headline);
            icalcomponent_free(calendar);
            free(bytes);
            dateline_close(f.document);
        }
}

/* 74, 75, 76 and 77 octets: the first two stay on one line. */
static void folds_behind_octet_75(void **state) {
    (void)state;
    for (size_t octets = 74; octets <= 77; octets++) {
        char headline[100] = "", line[120];
        memset(headline, 'a', octets - strlen("SUMMARY:"));
        snprintf(line, sizeof line, "\r\nSUMMARY:%s\r\n", headline);
        fixture f = start();
        add(&f, headline, "2023-06-16", "2023-06-17", DATELINE_PRECISION_DAY);
        char *bytes = render(&f);
        assert_int_equal(strstr(bytes, line) != NULL, octets <= 75);
        free(bytes);
        dateline_close(f.document);
    }
}

/* One verb with two dates: two events, and the same ones next time. */
static void uids_are_stable_and_apart(void **state) {
    (void)state;
    char uid[2][2][64];
    for (int run = 0; run < 2; run++) {
        fixture f = start();
        add(&f, "first", "2023-06-16", "2023-06-17", DATELINE_PRECISION_DAY);
        add(&f, "second", "2023-06-19", "2023-06-20", DATELINE_PRECISION_DAY);
        *DTL_PUSH(&f.document->arena, &f.source->times) =
            (dtl_time){.span = {17, 23}};
        f.source->events.items[1].time = 0;
        if (run) f.document->entries.items[0].headline = "reworded";
        char *bytes = render(&f);
        icalcomponent *calendar = read_back(bytes, 2);
        icalcomponent *event = first_event(calendar);
        for (int i = 0; i < 2; i++) {
            snprintf(uid[run][i], sizeof uid[run][i], "%s",
                     icalcomponent_get_uid(event));
            event = icalcomponent_get_next_component(calendar,
                                                     ICAL_VEVENT_COMPONENT);
        }
        icalcomponent_free(calendar);
        free(bytes);
        dateline_close(f.document);
    }
    assert_string_equal(uid[0][0], uid[1][0]);
    assert_string_equal(uid[0][1], uid[1][1]);
    assert_string_not_equal(uid[0][0], uid[0][1]);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_kind_of_date),
        cmocka_unit_test(beside_a_day_is_not_on_it),
        cmocka_unit_test(what_is_left_out_is_counted),
        cmocka_unit_test(status_says_how_sure),
        cmocka_unit_test(the_stamp_is_never_now),
        cmocka_unit_test(hostile_text_injects_nothing),
        cmocka_unit_test(folds_between_code_points),
        cmocka_unit_test(folds_behind_octet_75),
        cmocka_unit_test(uids_are_stable_and_apart),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
