/* test_filter.c - which entries a filter lets pass. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "by_hand.h"
#include "core/base/fold.h"
#include "core/story/event_scene.h"

static dtl_document *document_of_four(void) {
    dtl_document *document = hand_open();
    hand_article(document, "Mara met Ilse and left Port.", 28);
    dtl_entry *entry = hand_entry(document, "Mara met Ilse", "met");
    hand_date(entry, "June", DATELINE_PRECISION_MONTH, hand_iso("2023-06"),
              hand_iso("2023-07"));
    hand_role(document, "\xC3\x89lise Stra\xC3\x9F"
                        "e",
              DATELINE_ROLE_AGENT);
    entry = hand_entry(document, "Mara left", "left");
    hand_date(entry, "by 3 May", DATELINE_PRECISION_DAY, hand_iso(""),
              hand_iso("2023-05-04"));
    entry->status = DATELINE_STATUS_PLANNED;
    entry = hand_entry(document, "Ilse left", "left");
    hand_date(entry, "evening", DATELINE_PRECISION_PART,
              hand_iso("2023-06-17T18:00"), hand_iso("2023-06-18T00:00"));
    entry->confidence = 0.9f;
    hand_entry(document, "Port left", "Port");
    document->sources.items[0]->events.items[1].plover = "RETREAT";
    document->sources.items[0]->events.items[2].class_ =
        DATELINE_CLASS_REPORTING;
    return document;
}

/* "1 3": the numbers of the entries that pass; "" none; "!" an error. */
static void check(dateline_filter filter, const char *wanted) {
    dtl_document *document = document_of_four();
    char got[32] = "";
    dateline_counts counts;
    hand_output output = {0};
    const dateline_status status = dateline_render(
        document,
        &(dateline_render_options){.format = DATELINE_FORMAT_JSON,
                                   .filter = filter},
        hand_write, &output, &counts);
    free(output.bytes);
    if (status != DATELINE_OK) {
        assert_int_equal(status, DATELINE_BAD_INPUT);
        assert_true(*dateline_message(document));
        strcpy(got, "!");
    }
    for (uint32_t i = 0; i < 4 && status == DATELINE_OK; i++)
        if (!document->entries.items[i].refused)
            snprintf(got + strlen(got), 4, "%s%u", *got ? " " : "", i + 1);
    assert_string_equal(got, wanted);
    if (status == DATELINE_OK)
        assert_int_equal(counts.written + counts.refused, 4);
    dateline_close(document);
}

static void each_part_filters(void **state) {
    (void)state;
    check((dateline_filter){0}, "1 2 3 4");
    check((dateline_filter){.statuses = "planned"}, "2");
    check((dateline_filter){.statuses = " Planned , occurred"}, "1 2 3 4");
    check((dateline_filter){.classes = "retreat"}, "2");
    check((dateline_filter){.classes = "REPORTING,RETREAT"}, "2 3");
    check((dateline_filter){.min_confidence = 0.9f}, "3");
    check((dateline_filter){.min_confidence = 0.9f, .statuses = "planned"},
          "");
}

static void a_name_is_found_however_it_is_written(void **state) {
    (void)state;
    check((dateline_filter){.actor = "\xC3\x89lise Stra\xC3\x9F"
                                     "e"},
          "1");
    check((dateline_filter){.actor = "\xC3\xA9LISE STRASSE"}, "1");
    check((dateline_filter){.actor = "E\xCC\x81lise Strasse"}, "1");
    check((dateline_filter){.actor = "Elise Strasse"}, "");
    check((dateline_filter){.actor = ""}, "");
    check((dateline_filter){.actor = "strasse"}, "1");
    check((dateline_filter){.actor = "Stra"}, "");
    check((dateline_filter){.actor = "Elise Strasse Jr"}, "");
    assert_false(dtl_fold_names("a", "\xFF"));
    char longer[3000];
    memset(longer, 'a', sizeof longer - 1);
    longer[sizeof longer - 1] = 0;
    assert_false(dtl_fold_names(longer, longer));
    assert_true(dtl_fold_names(longer + 2500, longer + 2500));
}

static void an_interval_counts_when_it_meets_the_days(void **state) {
    (void)state;
    check((dateline_filter){.from_date = "2023-06"}, "1 3");
    check((dateline_filter){.from_date = "2023-06-17"}, "1 3");
    check((dateline_filter){.from_date = "2023-06-18"}, "1");
    check((dateline_filter){.from_date = "2023-07"}, "");
    check((dateline_filter){.to_date = "2023-05-03"}, "2");
    check((dateline_filter){.to_date = "2023-06-16"}, "1 2");
    check((dateline_filter){.to_date = "2023-06-17"}, "1 2 3");
    check((dateline_filter){.to_date = "2023"}, "1 2 3");
    check((dateline_filter){.to_date = "-0044"}, "2");
    check((dateline_filter){.from_date = "2023-05-03", .to_date = "2023-05"},
          "2");
    check((dateline_filter){.from_date = "2023-05-04", .to_date = "2023-05"},
          "");
    check((dateline_filter){.from_date = "9999-12", .to_date = "9999"}, "");
}

static void what_cannot_be_read_is_an_error(void **state) {
    (void)state;
    static const char *const dates[] = {"",        "2023-13", "2023-02-30",
                                        "18/06",   "2023-6",  "2023-06-18T",
                                        "20230618", "--023",  "2023-06-1",
                                        "+202",    "2023-"};
    for (size_t i = 0; i < sizeof dates / sizeof *dates; i++) {
        check((dateline_filter){.from_date = dates[i]}, "!");
        check((dateline_filter){.to_date = dates[i]}, "!");
    }
    check((dateline_filter){.from_date = "2024", .to_date = "2023"}, "!");
    check((dateline_filter){.statuses = ""}, "!");
    check((dateline_filter){.statuses = "planned,"}, "!");
    check((dateline_filter){.statuses = "plan"}, "!");
    check((dateline_filter){.classes = "CONSULTING"}, "!");
    check((dateline_filter){.min_confidence = 1.5f}, "!");
    check((dateline_filter){.min_confidence = -1.0f}, "!");
}

static void every_kind_of_action_can_be_asked_for(void **state) {
    (void)state;
    size_t count;
    const dtl_event_action *rows = dtl_event_action_rows(&count);
    for (size_t i = 0; i < count; i++)
        check((dateline_filter){.classes = rows[i].class_},
              strcmp(rows[i].class_, "RETREAT") ? "" : "2");
}

static void the_next_rendering_filters_anew(void **state) {
    (void)state;
    dtl_document *document = document_of_four();
    dateline_counts counts;
    dateline_render_options options = {.filter = {.statuses = "planned"}};
    free(hand_render(document, options, &counts).bytes);
    assert_int_equal(counts.written, 1);
    options.filter.statuses = "nonsense";
    hand_output output = {0};
    assert_int_equal(
        dateline_render(document, &options, hand_write, &output, NULL),
        DATELINE_BAD_INPUT);
    options.filter.statuses = NULL;
    free(hand_render(document, options, &counts).bytes);
    assert_int_equal(counts.written, 4);
    dateline_close(document);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_part_filters),
        cmocka_unit_test(a_name_is_found_however_it_is_written),
        cmocka_unit_test(an_interval_counts_when_it_meets_the_days),
        cmocka_unit_test(what_cannot_be_read_is_an_error),
        cmocka_unit_test(every_kind_of_action_can_be_asked_for),
        cmocka_unit_test(the_next_rendering_filters_anew),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
