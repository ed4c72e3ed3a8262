/* test_json.c - the JSON of a model built by hand, read back by cJSON. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include <cJSON.h>
#include <cmocka.h>

#include "by_hand.h"
#include "render/json_write.h"
#include "render/parts.h"

static cJSON *read_back(dtl_document *document, int all) {
    hand_output output = hand_render(
        document,
        (dateline_render_options){.format = DATELINE_FORMAT_JSON, .all = all},
        NULL);
    cJSON *json = cJSON_Parse(output.bytes);
    free(output.bytes);
    assert_non_null(json);
    return json;
}

/* "entries.0.date.begin" */
static cJSON *at(cJSON *json, const char *path) {
    char key[64];
    while (json && *path) {
        size_t n = strcspn(path, ".");
        snprintf(key, sizeof key, "%.*s", (int)n, path);
        path += n + (path[n] == '.');
        json = cJSON_IsArray(json) ? cJSON_GetArrayItem(json, atoi(key))
                                   : cJSON_GetObjectItem(json, key);
    }
    assert_non_null(json);
    return json;
}

static void assert_text(cJSON *json, const char *path, const char *text) {
    cJSON *value = at(json, path);
    if (!text) {
        assert_true(cJSON_IsNull(value));
        return;
    }
    assert_string_equal(cJSON_GetStringValue(value), text);
}

static void assert_number(cJSON *json, const char *path, int number) {
    assert_int_equal(at(json, path)->valueint, number);
}

static void offsets_count_code_points_and_original_bytes(void **state) {
    (void)state;
    /* a 4-byte emoji, then a broken byte that becomes three */
    const char text[] = "\xF0\x9F\x95\x8A \xFFMara met Ilse on Friday.";
    dtl_document *document = hand_open();
    hand_article(document, text, sizeof text - 1);
    hand_entry(document, "Mara met Ilse", "met");
    hand_role(document, "Mara", DATELINE_ROLE_AGENT);
    cJSON *json = read_back(document, 1);
    assert_number(json, "events.0.start", 8);
    assert_number(json, "events.0.end", 11);
    assert_number(json, "events.0.byte_start", 11);
    assert_number(json, "events.0.byte_end", 14);
    assert_text(json, "events.0.text", "met");
    assert_text(json, "events.0.entry", "e1");
    assert_text(json, "undated.0.actors.0.name", "Mara");
    assert_text(json, "undated.0.actors.0.role", "agent");
    assert_number(json, "undated.0.actors.0.start", 3);
    assert_number(json, "actors.0.mentions.0.end", 7);
    assert_text(json, "undated.0.date", NULL);
    cJSON_Delete(json);
    dateline_close(document);
}

static void entries_and_undated_are_apart(void **state) {
    (void)state;
    const char text[] = "Mara left. Ilse came.";
    dtl_document *document = hand_open();
    hand_article(document, text, sizeof text - 1);
    dtl_entry *entry = hand_entry(document, "Mara left", "left");
    hand_date(entry, "2023-06", DATELINE_PRECISION_MONTH,
              hand_instant(2023, 6, 0), hand_instant(2023, 7, 0));
    hand_entry(document, "Ilse came", "came");
    hand_entry(document, "A frame", "came")->background = 1;
    cJSON *json = read_back(document, 0);
    assert_int_equal(cJSON_GetArraySize(at(json, "entries")), 1);
    assert_int_equal(cJSON_GetArraySize(at(json, "undated")), 1);
    assert_text(json, "entries.0.date.begin", "2023-06");
    assert_text(json, "entries.0.date.end", "2023-07");
    assert_text(json, "entries.0.date.precision", "month");
    assert_text(json, "entries.0.date.timex3.value", "2023-06");
    assert_text(json, "entries.0.date.timex3.mod", NULL);
    assert_number(json, "undated.0.seq", 2);
    assert_null(cJSON_GetObjectItem(json, "events"));
    cJSON_Delete(json);
    dateline_close(document);
}

static void assert_instant(dateline_instant instant, const char *text) {
    char out[DTL_INSTANT_BYTES];
    const char *got = dtl_parts_instant(&instant, out);
    if (!text) assert_null(got);
    else assert_string_equal(got, text);
}

static void instants_have_only_the_digits_meant(void **state) {
    (void)state;
    assert_instant((dateline_instant){0}, NULL);
    assert_instant(hand_instant(2023, 0, 0), "2023");
    assert_instant(hand_instant(2023, 6, 0), "2023-06");
    assert_instant(hand_instant(2023, 6, 8), "2023-06-08");
    assert_instant(hand_instant(-43, 3, 15), "-0043-03-15");
    assert_instant(hand_instant(0, 0, 0), "0000");
    assert_instant(hand_instant(9999, 12, 31), "9999-12-31");
    assert_instant(hand_instant(10000, 0, 0), "+10000");
    dateline_instant time = hand_instant(2023, 6, 17);
    time.hour = 18;
    time.digits = DATELINE_DIGITS_MINUTE;
    assert_instant(time, "2023-06-17T18:00");
    time.has_zone = 1;
    assert_instant(time, "2023-06-17T18:00Z");
    time.zone = -210;
    time.digits = DATELINE_DIGITS_SECOND;
    time.second = 59;
    assert_instant(time, "2023-06-17T18:00:59-03:30");
}

static void hostile_text_comes_back_the_same(void **state) {
    (void)state;
    const char nasty[] = "a\"b\\c\n\r\t\x01\x7F</script>\xE2\x80\xA8"
                         "\xE2\x80\xAE\xEF\xBB\xBF\xF0\x9F\x95\x8A";
    dtl_document *document = hand_open();
    hand_article(document, nasty, sizeof nasty - 1);
    hand_entry(document, nasty, "b");
    hand_output output = hand_render(
        document, (dateline_render_options){.format = DATELINE_FORMAT_NDJSON},
        NULL);
    assert_null(strstr(output.bytes, "</"));
    assert_null(strstr(output.bytes, "\xE2\x80\xA8"));
    assert_null(strstr(output.bytes, "\xE2\x80\xAE"));
    assert_null(strchr(output.bytes, 0x7F));
    assert_ptr_equal(strchr(output.bytes, '\n'),
                     output.bytes + output.length - 1);
    cJSON *json = cJSON_Parse(output.bytes);
    assert_text(json, "undated.0.headline", nasty);
    assert_text(json, "undated.0.sentence", nasty);
    cJSON_Delete(json);
    free(output.bytes);
    dateline_close(document);
}

static void ill_formed_options_become_valid_utf8(void **state) {
    (void)state;
    dtl_document *document = hand_open();
    hand_article(document, "", 0)->uri = "\xC3(\xED\xA0\x80.txt";
    cJSON *json = read_back(document, 0);
    assert_text(json, "sources.0.uri",
                "\xEF\xBF\xBD(\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD.txt");
    cJSON_Delete(json);
    dateline_close(document);
}

static void shares_have_two_decimals(void **state) {
    (void)state;
    static const struct {
        float share;
        const char *text;
    } cases[] = {
        {0.0f, "\"confidence\":0.00"},   {1.0f, "\"confidence\":1.00"},
        {0.875f, "\"confidence\":0.88"}, {-3.0f, "\"confidence\":0.00"},
        {7.0f, "\"confidence\":1.00"},   {0.999f, "\"confidence\":1.00"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        dtl_document *document = hand_open();
        hand_article(document, "came", 4);
        hand_entry(document, "x", "came")->confidence = cases[i].share;
        hand_output output = hand_render(
            document,
            (dateline_render_options){.format = DATELINE_FORMAT_NDJSON}, NULL);
        assert_non_null(strstr(output.bytes, cases[i].text));
        free(output.bytes);
        dateline_close(document);
    }
}

static void numbers_have_all_their_digits(void **state) {
    (void)state;
    static const struct {
        int64_t number;
        const char *text;
    } cases[] = {{0, "0"},
                 {-1, "-1"},
                 {4294967295, "4294967295"},
                 {INT64_MAX, "9223372036854775807"},
                 {INT64_MIN, "-9223372036854775808"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        hand_output output = {0};
        dtl_buffer buffer;
        dtl_json json;
        dtl_buffer_init(&buffer, hand_write, &output);
        dtl_json_init(&json, &buffer, true);
        dtl_json_number(&json, NULL, cases[i].number);
        assert_true(dtl_buffer_flush(&buffer));
        assert_string_equal(output.bytes, cases[i].text);
        free(output.bytes);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(offsets_count_code_points_and_original_bytes),
        cmocka_unit_test(entries_and_undated_are_apart),
        cmocka_unit_test(instants_have_only_the_digits_meant),
        cmocka_unit_test(hostile_text_comes_back_the_same),
        cmocka_unit_test(ill_formed_options_become_valid_utf8),
        cmocka_unit_test(numbers_have_all_their_digits),
        cmocka_unit_test(shares_have_two_decimals),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
