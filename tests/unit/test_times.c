/* test_times.c - what a reader gets: expressions alone and in a text.
 *
 * The rows of the tables have their own examples (test_timeparse.c); here
 * stand the ways of telling time that the project promises. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "core/model.h"

typedef struct {
    const char *text, *timex, *edtf; /* edtf "" : none */
} line;

static int check(const char *reference, const line *lines, size_t count) {
    int bad = 0;
    for (size_t i = 0; i < count; i++) {
        dateline_document *document;
        const dateline_date *date = NULL;
        assert_int_equal(dateline_open(&document, NULL), DATELINE_OK);
        dateline_resolve(document, lines[i].text, reference, &date);
        const char *timex = date ? date->timex3.value : "";
        const char *edtf = date && date->edtf ? date->edtf : "";
        if (strcmp(timex, lines[i].timex) || strcmp(edtf, lines[i].edtf)) {
            print_message("\"%s\" gives %s %s, not %s %s\n", lines[i].text,
                          timex, edtf, lines[i].timex, lines[i].edtf);
            bad++;
        }
        dateline_close(document);
    }
    return bad;
}

#define CHECK(reference, lines)                                               \
    assert_int_equal(check(reference, lines, sizeof lines / sizeof *lines), 0)

static void dates_in_all_their_forms(void **state) {
    (void)state;
    static const line lines[] = {
        {"5 March 2021", "2021-03-05", "2021-03-05"},
        {"Mar. 5, 2021", "2021-03-05", "2021-03-05"},
        {"the fifth of March 2021", "2021-03-05", "2021-03-05"},
        {"3/5/2021", "2021-03-05", "2021-03-05"},
        {"25/3/2021", "2021-03-25", "2021-03-25"},
        {"25.3.2021", "2021-03-25", "2021-03-25"},
        {"2021/03/25", "2021-03-25", "2021-03-25"},
        {"2021-03-25T14:30", "2021-03-25T14:30", "2021-03-25T14:30:00"},
        {"nineteen ninety-six", "1996", "1996"},
        {"February 29, 2024", "2024-02-29", "2024-02-29"},
        {"480 BC", "BC0480", "-0479"},
        {"the 18th century", "17", "17XX"},
        {"the late 1970s", "197", "197X"},
        {"summer 2019", "2019-SU", "2019-22"},
        {"the third quarter of 2019", "2019-Q3", "2019-35"},
        {"the second half of 2019", "2019-H2", "2019-41"},
        {"Thanksgiving 2022", "2022-11-24", "2022-11-24"},
        {"Easter 2025", "2025-04-20", "2025-04-20"},
        {"Lunar New Year", "2023-01-22", "2023-01-22"},
        {"Ramadan 2022", "2022-04-02", "2022-04-02"},
    };
    CHECK("2023-06-18", lines);
}

static void what_points_at_the_day_of_writing(void **state) {
    (void)state;
    static const line lines[] = {
        {"late Saturday", "2023-06-17", "2023-06-17"},
        {"this afternoon", "2023-06-18TAF", "2023-06-18"},
        {"last night", "2023-06-17TNI", "2023-06-17"},
        {"the day before yesterday", "2023-06-16", "2023-06-16"},
        {"next month", "2023-07", "2023-07"},
        {"last week", "2023-W23", "2023-06-05/2023-06-11"},
        {"last weekend", "2023-W23-WE", "2023-06-10/2023-06-11"},
        {"earlier this year", "2023", "2023"},
        {"a fortnight ago", "2023-06-04", "2023-06-04"},
        {"two years ago", "2021", "2021"},
        {"a decade ago", "2013", "2013"},
        {"over the next year", "P1Y", "2023-06-18/2024-06-18"},
        {"the past two weeks", "P2W", "2023-06-04/2023-06-18"},
        {"June last year", "2022-06", "2022-06"},
        {"the week of June 5", "2023-W23", "2023-06-05/2023-06-11"},
    };
    CHECK("2023-06-18", lines);
}

static void lengths_and_rates(void **state) {
    (void)state;
    static const line lines[] = {
        {"18-month-old", "P18M", ""},
        {"two and a half hours", "PT2H30M", ""},
        {"a decade", "P10Y", ""},
        {"12 hours into the flight", "PT12H", ""},
        {"every other thing on Fridays", "XXXX-WXX-5", ""},
        {"twenty-four months", "P24M", ""},
        {"weeks", "PXW", ""},
        {"recently", "PAST_REF", ""},
    };
    CHECK("2023-06-18", lines);
}

static void clocks_and_zones(void **state) {
    (void)state;
    static const line lines[] = {
        {"5 p.m. EST Friday", "2023-06-16T17:00",
         "2023-06-16T17:00:00-05:00"},
        {"1500 GMT", "2023-06-18T15:00Z", "2023-06-18T15:00:00Z"},
        {"9:05 a.m. Tokyo time", "2023-06-18T09:05",
         "2023-06-18T09:05:00+09:00"},
        {"5 p.m. London time", "2023-06-18T17:00",
         "2023-06-18T17:00:00+01:00"},
        {"noon Thursday", "2023-06-15T12:00", "2023-06-15T12:00:00"},
    };
    CHECK("2023-06-18", lines);
}

static void ranges_are_told_whole(void **state) {
    (void)state;
    static const line lines[] = {
        {"June 18-19", "2023-06-18", "2023-06-18/2023-06-19"},
        {"between 2007 and 2012", "2007", "2007/2012"},
        {"from March to May", "2023-03", "2023-03/2023-05"},
        {"1917-18", "1917", "1917/1918"},
    };
    CHECK("2023-06-18", lines);
}

static void rates_have_a_frequency(void **state) {
    (void)state;
    dateline_document *document;
    const dateline_date *date;
    assert_int_equal(dateline_open(&document, NULL), DATELINE_OK);
    assert_int_equal(
        dateline_resolve(document, "twice a week", NULL, &date), DATELINE_OK);
    assert_int_equal(date->timex3.type, DATELINE_TIMEX_SET);
    assert_string_equal(date->timex3.freq, "2X");
    dateline_close(document);
}

static void what_is_no_date_stays_text(void **state) {
    (void)state;
    static const line lines[] = {
        {"30 February 2023", "", ""}, {"2023-13-01", "", ""},
        {"in 999999999999 days", "", ""}, {"the year 10000", "", ""},
        {"he may march", "", ""},     {"$1990", "", ""},
        {"a second term", "", ""},    {"Flight 1984X", "", ""},
    };
    CHECK("2023-06-18", lines);
}

static void marks_around_a_time_are_none_of_it(void **state) {
    (void)state;
    static const line lines[] = {
        {"\xe2\x80\x9cTonight we met", "2023-06-18TNI", "2023-06-18"},
        {"voil\xc3\xa0\xe2\x80\x94today", "2023-06-18", "2023-06-18"},
        {"June\xc2\xa0""14", "2023-06-14", "2023-06-14"},
        {"\xc2\xabtoday\xc2\xbb", "2023-06-18", "2023-06-18"},
        {"3: 05 PM EDT", "2023-06-18T15:05", "2023-06-18T15:05:00-04:00"},
        {"http://example.org/August-Issue", "", ""},
        {"#Friday", "", ""},
        {"a man in his thirties", "", ""},
        {"he witnessed the fall and ran", "", ""},
        {"it opened in the fall", "2023-FA", "2023-23"},
        {"walked over 1000 miles", "", ""},
        {"fell by a quarter", "", ""},
        {"the CBS show ''60 Minutes''", "PT60M", ""},
    };
    CHECK("2023-06-18", lines);
}

static void without_a_reference_the_rest_is_open(void **state) {
    (void)state;
    static const line lines[] = {
        {"yesterday", "XXXX-XX-XX", ""},
        {"Friday", "XXXX-WXX-5", ""},
        {"May 4", "XXXX-05-04", ""},
        {"May 4, 2021", "2021-05-04", "2021-05-04"},
    };
    CHECK(NULL, lines);
}

static void a_weekday_that_disagrees_is_said(void **state) {
    (void)state;
    dateline_document *document;
    const dateline_date *date;
    assert_int_equal(dateline_open(&document, NULL), DATELINE_OK);
    assert_int_equal(dateline_resolve(document, "Monday, June 15, 2023",
                                      "2023-06-18", &date), DATELINE_OK);
    assert_string_equal(date->edtf, "2023-06-15?");
    assert_true(date->uncertain);
    assert_int_equal(dateline_resolve(document, "Tuesday 9/2/2021", NULL,
                                      &date), DATELINE_OK);
    assert_string_equal(date->edtf, "2021-02-09"); /* 2 September: Thursday */
    dateline_close(document);
}

/* The TIMEX3 values of a text, in order, one blank between. */
static void values(const char *text, const char *reference, char out[512]) {
    dateline_document *document;
    const dateline_source_options options = {.reference = reference};
    assert_int_equal(dateline_open(&document, NULL), DATELINE_OK);
    assert_int_equal(dateline_read(document, &options, text, strlen(text)),
                     DATELINE_OK);
    const dtl_source *source = document->sources.items[0];
    out[0] = '\0';
    for (uint32_t i = 0; i < source->times.count; i++)
        snprintf(out + strlen(out), 512 - strlen(out), "%s%s", i ? " " : "",
                 source->times.items[i].date.timex3.value);
    dateline_close(document);
}

static void tense_tells_the_side(void **state) {
    (void)state;
    char out[512];
    values("The minister met his guest Friday. He plans to meet the mayor "
           "Monday.", "2023-06-18", out);
    assert_string_equal(out, "2023-06-16 2023-06-19");
    values("The bridge was closed in May. It will open again in September.",
           "2023-06-18", out);
    assert_string_equal(out, "2023-05 2023-09");
    values("Talks are scheduled to resume Tuesday. It had been due to end "
           "Thursday.", "2023-06-18", out);
    assert_string_equal(out, "2023-06-20 2023-06-15");
}

static void a_narrative_counts_from_where_it_stands(void **state) {
    (void)state;
    char out[512];
    values("The town was founded on 3 May 1871. Three days later the river "
           "rose. In September the mill burned down. On 4 March 1872 the "
           "council met, and that same day the mayor left. The railway came "
           "in June 1874. The following year a school was built. The old "
           "bridge fell on 9 April 1880, and in July a new one was begun.",
           "2009-12-19", out);
    assert_string_equal(out, "1871-05-03 1871-05-06 1871-09 1872-03-04 "
                             "1872-03-04 1874-06 1875 1880-04-09 1880-07");
}

/* "won in 1996 and left three years later", wherever the story stands. */
static void steps_of_years_count_from_the_year_before_them(void **state) {
    (void)state;
    char out[512];
    values("She was born on 12 November 1932. The family fled in the winter "
           "of 1940. She studied in 1953. She won the prize in 1996 and "
           "refused an honour three years later. Her brother died in 1974, "
           "and the next year his mill burned down.", "2024-01-09", out);
    assert_string_equal(out, "1932-11-12 1940-WI 1953 1996 1999 1974 1975");
}

/* A short history is one too where nothing points at the day of writing. */
static void an_old_story_needs_few_years(void **state) {
    (void)state;
    char out[512];
    values("In January 1643 the army crossed the river. On 12 June it took "
           "the wall. The duke died in 1651.", "1999-01-01", out);
    assert_string_equal(out, "1643-01 1643-06-12 1651");
}

/* Lines that dates head go on from one another. */
static void a_list_of_dates_goes_on(void **state) {
    (void)state;
    char out[512];
    values("The two signed on Friday.\n\nMarch 3, 2023: Troops cross the "
           "river.\n\nMarch 9: The town mobilises.\n\nJanuary 2024 - The "
           "mayor dies.\n\n* July 7: The council votes.\n", "2024-11-15", out);
    assert_string_equal(out, "2024-11-15 2023-03-03 2023-03-09 2024-01 "
                             "2024-07-07");
    values("March 9: The town mobilises.\n\nNov. 20: The court meets.\n",
           "2024-11-15", out);
    assert_string_equal(out, "2024-03-09 2024-11-20");
}

/* A clock time is of the day that its paragraph or story has named; one that
 * opens a line is of the day of writing. */
static void a_clock_time_has_its_day(void **state) {
    (void)state;
    char out[512];
    values("The dam burst early on Tuesday.\n\nIt gave way at 4 a.m. after "
           "heavy rain.", "2023-08-02", out);
    assert_string_equal(out, "2023-08-01 2023-08-01T04:00");
    values("The dam burst on Tuesday. It had stood for 30 years. The mayor "
           "was away. It gave way at 4 a.m. after heavy rain.",
           "2023-08-02", out);
    assert_string_equal(out, "2023-08-01 P30Y 2023-08-01T04:00");
    values("The mayor will meet them at 9am tomorrow.\n\n19:15 Crowds are "
           "gathering. A debate will follow on Friday.\n\n"
           "The guard said at 5 p.m. that all was calm.", "2023-08-02", out);
    assert_string_equal(out, "2023-08-03T09:00 2023-08-02T19:15 2023-08-04 "
                             "2023-08-02T17:00");
}

/* What a mail quotes counts from the day that it was sent. */
static void a_quoted_mail_has_its_day(void **state) {
    (void)state;
    char out[512];
    values("The cafe will open tomorrow.\n\nOn Sat, 3 Jun 2023 at 17:40, Ana "
           "Lund wrote:\n> The mayor opened the bridge yesterday.\n\nShe "
           "left yesterday.\n", "2023-06-18", out);
    assert_string_equal(out, "2023-06-19 2023-06-03T17:40 2023-06-02 "
                             "2023-06-17");
}

/* A history whose years are said before or after the bare months. */
static void a_narrative_leads_to_its_next_date(void **state) {
    (void)state;
    char out[512];
    values("The fort was taken in May 1844. In June 1844 the council fled, "
           "and the town held out until its fall in February 1845. By the "
           "start of July the river forts were lost. In August 1844 the "
           "fleet sailed. On 3 March 1846 the peace was signed. The 1851 "
           "revolt was led by a miller. In April the mill was sold. In May "
           "1846 the guild met, and in June 1846 it closed.",
           "2009-12-19", out);
    assert_string_equal(out, "1844-05 1844-06 1845-02 1844-07 1844-08 "
                             "1846-03-03 1851 1846-04 1846-05 1846-06");
}

/* What TIMEX2 marks in a history is an adjective in the news. */
static void a_narrative_has_times_of_its_own(void **state) {
    (void)state;
    char out[512];
    values("The fort was taken on 3 May 1844. On 9 June 1844 its former "
           "owner fled at night. On 2 July 1845 he returned, and at the same "
           "time the fleet sailed. On 4 March 1846 the peace was signed. "
           "Throughout that period the river froze.", "2009-12-19", out);
    assert_string_equal(out, "1844-05-03 1844-06-09 PAST_REF XXXX-XX-XXTNI "
                             "1845-07-02 1845-07-02 1846-03-04 1846-03-04");
    /* News with a long past: what lies ahead counts from the dateline. */
    values("A jury found him guilty of the shooting of 24 June 2005. He was "
           "held on 25 June 2005 and charged on 2 July 2005. His first trial "
           "on 3 March 2006 failed. He was moved on 9 April 2006. The same "
           "jury will begin to hear evidence next week.", "2009-03-20", out);
    assert_string_equal(out, "2005-06-24 2005-06-25 2005-07-02 2006-03-03 "
                             "2006-04-09 2009-W13");
    values("The former owner travelled at night and arrived Friday. At the "
           "same time, the town plans a park beside the old brewery, where "
           "the miller kept his geese and where the children of the upper "
           "town used to play before the wall was built and the gate was "
           "closed by order of the council.", "2023-06-18", out);
    assert_string_equal(out, "2023-06-16");
}

/* Nothing is made up where the story tells only a year. */
static void what_a_story_leaves_open_stays_open(void **state) {
    (void)state;
    char out[512];
    values("The fort was taken on 3 May 1844. On 9 June 1844 its owner fled. "
           "On 2 July 1845 he returned. In 1846 the mill burned down. The "
           "next day the miller was seen in the town, and the following "
           "month he left. The war was over by 1848. In August of that year "
           "the guild met.", "2009-12-19", out);
    assert_string_equal(out, "1844-05-03 1844-06-09 1845-07-02 1846 "
                             "1846-XX-XX 1846-XX-XX 1848 1848-08");
}

static void years_before_the_era_have_decades(void **state) {
    (void)state;
    static const line lines[] = {
        {"the 470s BC", "BC047", "-0478-01-01/-0469-12-31"},
        {"the fourth century BC", "BC03", "-0399-01-01/-0300-12-31"},
        {"the 1990s", "199", "199X"},
        {"the first century", "00", "00XX"},
        {"5,000 years ago", "BC2978", "-2977~"},
        {"200 years ago", "1823", "1823~"},
        {"12 years ago", "2011", "2011"},
    };
    CHECK("2023-06-18", lines);
}

static void quarters_are_compared(void **state) {
    (void)state;
    char out[512];
    values("Profit rose in the third quarter from a year earlier. In the "
           "quarter the firm sold two mills.", "1999-11-02", out);
    assert_string_equal(out, "1999-Q3 1998-Q3 1999-Q3");
}

static void ages_of_persons_are_no_times(void **state) {
    (void)state;
    char out[512];
    values("The minister came with his 6-month-old son and a 30-year-old "
           "crash survivor.", "2023-06-18", out);
    assert_string_equal(out, "");
    values("The minister ended the 18-month-old dispute.", "2023-06-18", out);
    assert_string_equal(out, "P18M");
}

static void odd_dates_leave_a_note(void **state) {
    (void)state;
    dateline_document *document;
    const char *text = "It was signed on 30 February 2023, they said.";
    assert_int_equal(dateline_open(&document, NULL), DATELINE_OK);
    assert_int_equal(dateline_read(document, NULL, text, strlen(text)),
                     DATELINE_OK);
    const dtl_source *source = document->sources.items[0];
    assert_int_equal(source->times.count, 0);
    bool noted = false;
    for (uint32_t i = 0; i < source->notes.count; i++)
        noted |= !strcmp(source->notes.items[i].code, "date.out_of_range");
    assert_true(noted);
    dateline_close(document);
}

static void doubtful_dates_leave_a_note(void **state) {
    (void)state;
    dateline_document *document;
    dateline_note note;
    const dateline_source_options options = {.day_first = 1};
    const char *text = "The bridge was opened on 3/4/2023. It fell on Monday, "
                       "June 15, 2023.";
    assert_int_equal(dateline_open(&document, NULL), DATELINE_OK);
    assert_int_equal(dateline_read(document, &options, text, strlen(text)),
                     DATELINE_OK);
    const char *seen[2] = {NULL, NULL};
    for (uint32_t i = 0, n = 0;
         dateline_get_note(document, i, &note) == DATELINE_OK; i++)
        if (!strcmp(note.code, "date.ambiguous") && n < 2)
            seen[n++] = note.message;
    assert_non_null(seen[1]);
    assert_string_equal(seen[0],
                        "ambiguous: 2023-03-04 when read month before day");
    assert_string_equal(seen[1], "2023-06-15 was a Thursday, not a Monday");
    dateline_close(document);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(dates_in_all_their_forms),
        cmocka_unit_test(what_points_at_the_day_of_writing),
        cmocka_unit_test(lengths_and_rates),
        cmocka_unit_test(clocks_and_zones),
        cmocka_unit_test(ranges_are_told_whole),
        cmocka_unit_test(rates_have_a_frequency),
        cmocka_unit_test(what_is_no_date_stays_text),
        cmocka_unit_test(marks_around_a_time_are_none_of_it),
        cmocka_unit_test(without_a_reference_the_rest_is_open),
        cmocka_unit_test(a_weekday_that_disagrees_is_said),
        cmocka_unit_test(tense_tells_the_side),
        cmocka_unit_test(a_narrative_counts_from_where_it_stands),
        cmocka_unit_test(steps_of_years_count_from_the_year_before_them),
        cmocka_unit_test(an_old_story_needs_few_years),
        cmocka_unit_test(a_list_of_dates_goes_on),
        cmocka_unit_test(a_clock_time_has_its_day),
        cmocka_unit_test(a_quoted_mail_has_its_day),
        cmocka_unit_test(a_narrative_leads_to_its_next_date),
        cmocka_unit_test(a_narrative_has_times_of_its_own),
        cmocka_unit_test(what_a_story_leaves_open_stays_open),
        cmocka_unit_test(years_before_the_era_have_decades),
        cmocka_unit_test(quarters_are_compared),
        cmocka_unit_test(ages_of_persons_are_no_times),
        cmocka_unit_test(odd_dates_leave_a_note),
        cmocka_unit_test(doubtful_dates_leave_a_note),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
