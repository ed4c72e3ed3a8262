/* test_render.c - what holds for every format, and the small ones: text for
 * a terminal and CoNLL-U. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "by_hand.h"
#include "core/base/width.h"
#include "render/escape.h"
#include "render/render.h"

static const char hostile[] = "\x1B[31mred\x1B]0;title\x07 \xC2\x9B"
                              "31m \xE2\x80\xAE"
                              "abc\xE2\x81\xA6"
                              "\x7F\r\n\t</script>\xF0\x9F\x95\x8A \xEF\xBB\xBF"
                              "a,b;c\\";

static dtl_document *hostile_document(void) {
    dtl_document *document = hand_open();
    dtl_source *source = hand_article(document, hostile, sizeof hostile - 1);
    source->uri = source->head.title = source->head.publisher = hostile;
    dtl_entry *entry = hand_entry(document, hostile, "red");
    hand_date(entry, hostile, DATELINE_PRECISION_DAY, hand_iso("2023-06-16"),
              hand_iso("2023-06-17"));
    entry->reported_by = hostile;
    hand_entry(document, hostile, "abc")->status = DATELINE_STATUS_NEGATED;
    hand_role(document, hostile, DATELINE_ROLE_AGENT);
    dtl_sentence *sentence = DTL_PUSH(&document->arena, &source->sentences);
    *sentence = (dtl_sentence){.count = 2};
    return document;
}

/* ESC, C1, bidi and the byte order mark; new lines are ours. */
static void no_format_lets_controls_out(void **state) {
    (void)state;
    dtl_document *document = hostile_document();
    for (int format = 0; format < DATELINE_FORMAT_COUNT; format++) {
        hand_output output = hand_render(
            document,
            (dateline_render_options){.format = (dateline_format)format}, NULL);
        assert_true(output.length > 0);
        for (size_t i = 0; i < output.length;) {
            const uint32_t point =
                dtl_utf8_next(output.bytes, output.length, &i);
            if (point == '\n' ||
                (point == '\r' && (format == DATELINE_FORMAT_ICS ||
                                   format == DATELINE_FORMAT_CSV)) ||
                (point == '\t' && (format == DATELINE_FORMAT_CONLLU ||
                                   format == DATELINE_FORMAT_TIMEML ||
                                   format == DATELINE_FORMAT_HTML)) ||
                (point == 0xFFFD && format == DATELINE_FORMAT_TIMEML))
                continue; /* XML cannot hold an ESC: test_timeml.py */
            assert_false(dtl_escape_is_hidden(point));
            assert_int_not_equal(point, 0xFFFD);
        }
        free(output.bytes);
    }
    dateline_close(document);
}

static void an_explanation_is_clean_and_tells_of_failure(void **state) {
    (void)state;
    dtl_document *document = hostile_document();
    hand_output output = {0};
    assert_int_equal(
        dateline_explain_entry(document, "e1", hand_write, &output),
        DATELINE_OK);
    for (size_t i = 0; i < output.length;) {
        const uint32_t point = dtl_utf8_next(output.bytes, output.length, &i);
        assert_true(point == '\n' || !dtl_escape_is_hidden(point));
    }
    free(output.bytes);
    output = (hand_output){.fail_at = 1};
    assert_int_equal(
        dateline_explain_entry(document, "e1", hand_write, &output),
        DATELINE_OUTPUT);
    assert_int_equal(
        dateline_explain_entry(document, "e3", hand_write, &output),
        DATELINE_BAD_INPUT);
    assert_int_equal(
        dateline_explain_entry(document, NULL, hand_write, &output),
        DATELINE_MISUSE);
    assert_int_equal(
        dateline_explain_entry(NULL, "e1", hand_write, &output),
        DATELINE_MISUSE);
    dateline_close(document);
}

static void a_failing_write_is_told(void **state) {
    (void)state;
    for (int format = 0; format < DATELINE_FORMAT_COUNT; format++) {
        dtl_document *document = hostile_document();
        for (int i = 0; i < 60; i++) /* more than one buffer */
            hand_entry(document, hostile, "red");
        const dateline_render_options options = {
            .format = (dateline_format)format, .all = 1};
        int fail_at = 1;
        dateline_status status = DATELINE_OUTPUT;
        for (; status == DATELINE_OUTPUT; fail_at++) {
            hand_output output = {.fail_at = fail_at};
            status =
                dateline_render(document, &options, hand_write, &output, NULL);
            assert_true(output.writes <= fail_at);
            free(output.bytes);
        }
        assert_int_equal(status, DATELINE_OK);
        assert_true(fail_at >= 2);
        dateline_close(document);
    }
}

static int count_bytes(void *context, const char *bytes, size_t length) {
    (void)bytes;
    *(size_t *)context += length;
    return 0;
}

/* A step that looked ahead or back over a run would take hours here. */
static void long_runs_take_linear_time(void **state) {
    (void)state;
    static const char *const pieces[] = {"#",
                                         ":",
                                         "!",
                                         "!\x01",
                                         ":/",
                                         "www",
                                         "1",
                                         "*",
                                         "\xE2\x80\xAE",
                                         " ",
                                         "\x01",
                                         "\\",
                                         "\xE5\x8C\x97",
                                         ",",
                                         "a "};
    const size_t length = 60000;
    char *text = malloc(length + 1);
    for (size_t kind = 0; kind < sizeof pieces / sizeof *pieces; kind++) {
        const size_t step = strlen(pieces[kind]);
        size_t used = 0;
        for (; used + step <= length; used += step)
            memcpy(text + used, pieces[kind], step);
        text[used] = 0;
        dtl_document *document = hand_open();
        hand_article(document, "met", 3)->head.title = text;
        hand_date(hand_entry(document, text, "met"), text,
                  DATELINE_PRECISION_DAY, hand_iso("2023-06-16"),
                  hand_iso("2023-06-17"));
        for (int format = 0; format < DATELINE_FORMAT_COUNT; format++) {
            const dateline_render_options options = {
                .format = (dateline_format)format};
            size_t bytes = 0;
            assert_int_equal(
                dateline_render(document, &options, count_bytes, &bytes, NULL),
                DATELINE_OK);
        }
        dateline_close(document);
    }
    free(text);
}

static void *counting_alloc(void *context, void *pointer, size_t old_size,
                            size_t new_size) {
    (void)old_size;
    ++*(int *)context;
    if (new_size) return realloc(pointer, new_size);
    free(pointer);
    return NULL;
}

static void rendering_allocates_nothing(void **state) {
    (void)state;
    int calls = 0;
    dateline_document *document = NULL;
    const dateline_options options = {counting_alloc, &calls};
    assert_int_equal(dateline_open(&document, &options), DATELINE_OK);
    document->built = true;
    hand_article(document, hostile, sizeof hostile - 1);
    hand_date(hand_entry(document, hostile, "red"), hostile,
              DATELINE_PRECISION_MONTH, hand_iso("2023-06"),
              hand_iso("2023-07"));
    const int before = calls;
    for (int format = 0; format < DATELINE_FORMAT_COUNT; format++) {
        const dateline_render_options to = {.format = (dateline_format)format,
                                            .all = 1};
        size_t bytes = 0;
        assert_int_equal(
            dateline_render(document, &to, count_bytes, &bytes, NULL),
            DATELINE_OK);
    }
    assert_int_equal(calls, before);
    dateline_close(document);
}

static void every_format_is_found_and_no_other(void **state) {
    (void)state;
    for (int format = 0; format < DATELINE_FORMAT_COUNT; format++)
        assert_non_null(dtl_render_find((dateline_format)format));
    assert_null(dtl_render_find(DATELINE_FORMAT_COUNT));
    assert_null(dtl_render_find((dateline_format)77));
}

static void an_empty_document_is_rendered(void **state) {
    (void)state;
    for (int format = 0; format < DATELINE_FORMAT_COUNT; format++) {
        dtl_document *document = hand_open();
        for (int sources = 0; sources < 3; sources++) {
            hand_output output =
                hand_render(document,
                            (dateline_render_options){
                                .format = (dateline_format)format, .all = 1},
                            NULL);
            free(output.bytes);
            hand_article(document, "", 0);
        }
        dateline_close(document);
    }
}

/* ---- text ---------------------------------------------------------------- */

static char *render_text(dtl_document *document) {
    return hand_render(
               document,
               (dateline_render_options){.format = DATELINE_FORMAT_TEXT}, NULL)
        .bytes;
}

static int columns_of(const char *line, size_t length) {
    int columns = 0;
    for (size_t i = 0; i < length;)
        columns += dtl_width(dtl_utf8_next(line, length, &i));
    return columns;
}

static void text_is_aligned_and_wrapped(void **state) {
    (void)state;
    dtl_document *document = hand_open();
    hand_article(document, "Mara met Ilse.", 14)->uri = "a/b/letter.txt";
    dtl_entry *entry = hand_entry(
        document,
        "Mara Ilves met Ilse Brandt for a first long talk at the old harbour",
        "met");
    hand_date(entry, "16 June 2023", DATELINE_PRECISION_DAY,
              hand_iso("2023-06-16"), hand_iso("2023-06-17"));
    entry->reported_by = "the harbour office";
    entry = hand_entry(document, "Mara left", "met");
    hand_date(entry, "between 30 December 2022 and 2 January 2023",
              DATELINE_PRECISION_DAY, hand_iso("2022-12-30"),
              hand_iso("2023-01-03"));
    hand_entry(document, "Ilse wrote a book", "met");
    char *bytes = render_text(document);
    assert_string_equal(
        bytes,
        "letter.txt, 18 June 2023 (as given)\n"
        "\n"
        "16 June 2023                Mara Ilves met Ilse Brandt for a first "
        "long talk at\n"
        "                            the old harbour (according to the "
        "harbour office)\n"
        "between 30 December 2022    Mara left\n"
        "and 2 January 2023\n"
        "\n"
        "Without a date:\n"
        "\n"
        "  Ilse wrote a book\n");
    free(bytes);
    dateline_close(document);
}

static char *without_colour(char *bytes) {
    char *out = bytes;
    for (const char *in = bytes; *in;) {
        if (*in == 0x1B) in += strcspn(in, "m") + 1;
        else *out++ = *in++;
    }
    *out = 0;
    return bytes;
}

static void colour_changes_nothing_else(void **state) {
    (void)state;
    dtl_document *document = hand_open();
    hand_article(document, "Mara met Ilse.", 14);
    for (int status = 0; status < 5; status++) {
        dtl_entry *entry = hand_entry(
            document, "Mara Ilves met Ilse Brandt for a long talk", "met");
        hand_date(entry, "between 30 December 2022 and 2 January 2023",
                  DATELINE_PRECISION_DAY, hand_iso("2022-12-30"),
                  hand_iso("2023-01-03"));
        entry->status = (dateline_event_status)status;
        entry->reported_by = "the harbour office of the old town";
    }
    dateline_render_options options = {.format = DATELINE_FORMAT_TEXT};
    char *plain = hand_render(document, options, NULL).bytes;
    options.color = 1;
    char *coloured = hand_render(document, options, NULL).bytes;
    assert_null(strchr(plain, 0x1B));
    static const char *const styles[] = {"\x1b[1m", "\x1b[2m", "\x1b[36m",
                                         "\x1b[33m", "\x1b[35m", "\x1b[31m"};
    for (size_t i = 0; i < sizeof styles / sizeof *styles; i++)
        assert_non_null(strstr(coloured, styles[i]));
    assert_string_equal(without_colour(coloured), plain);
    free(plain);
    free(coloured);
    dateline_close(document);
}

static void widths_are_those_of_terminals(void **state) {
    (void)state;
    static const struct {
        uint32_t point;
        int width;
    } rows[] = {{'a', 1},     {0xE9, 1},    {0x301, 0},   {0x5317, 2},
                {0xFF21, 2},  {0xFF71, 1},  {0xAC00, 2},  {0x1F54A, 1},
                {0x1F600, 2}, {0x200D, 0},  {0x0E31, 0},  {0x20000, 2},
                {0x1161, 0},  {0xFE0F, 0}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_int_equal(dtl_width(rows[i].point), rows[i].width);
}

static void no_line_is_wider_than_the_terminal(void **state) {
    (void)state;
    for (int width = 20; width < 130; width += 13) {
        static const char *const pieces[] = {
            "a", "\xE5\x8C\x97", "\xF0\x9F\x95\x8A", "e\xCC\x81", "word "};
        for (size_t kind = 0; kind < 5; kind++) {
            char text[2000] = "";
            for (int i = 0; i < 300; i++)
                strcat(text, pieces[kind]);
            dtl_document *document = hand_open();
            hand_article(document, "met", 3)->head.title = text;
            hand_date(hand_entry(document, text, "met"), text,
                      DATELINE_PRECISION_DAY, hand_iso("2023-06-16"),
                      hand_iso("2023-06-17"));
            hand_entry(document, text, "met");
            char *bytes =
                hand_render(document,
                            (dateline_render_options){
                                .format = DATELINE_FORMAT_TEXT, .width = width},
                            NULL)
                    .bytes;
            for (const char *line = bytes; *line;) {
                const size_t length = strcspn(line, "\n");
                assert_in_range(columns_of(line, length), 0,
                                width < 40 ? 40 : width);
                line += length + 1;
            }
            free(bytes);
            dateline_close(document);
        }
    }
}

/* ---- CoNLL-U --------------------------------------------------------------
 */

static void words_come_out_as_conllu(void **state) {
    (void)state;
    dtl_document *document = hand_open();
    dtl_source *source = hand_article(document, "Mara can't go Friday.", 21);
    static const char *const forms[] = {"Mara", "ca",     "n't",
                                        "go",   "Friday", "."};
    for (int i = 0; i < 6; i++) {
        hand_word(document, source, forms[i]);
        source->words.items[i].head = i == 3 ? DTL_NONE : 3;
        source->words.items[i].dep = i == 3 ? DTL_DEP_ROOT : DTL_DEP_DEP;
    }
    source->words.items[4].time = 0;
    source->words.items[4].tag = DTL_TAG_NNP;
    *DTL_PUSH(&document->arena, &source->times) = (dtl_time){
        .first = 4, .last = 4, .date.timex3 = {.value = "2023-06-16"}};
    *DTL_PUSH(&document->arena, &source->sentences) =
        (dtl_sentence){.first = 0, .count = 6, .root = 3};
    hand_output output = hand_render(
        document, (dateline_render_options){.format = DATELINE_FORMAT_CONLLU},
        NULL);
    assert_string_equal(
        output.bytes,
        "# newdoc id = s1\n# newpar\n# sent_id = s1-1\n"
        "# text = Mara can't go Friday.\n"
        "1\tMara\tMara\tVERB\t_\t_\t4\tdep\t_\tTokenRange=0:4\n"
        "2\tca\tca\tVERB\t_\t_\t4\tdep\t_\tSpaceAfter=No|TokenRange=5:7\n"
        "3\tn't\tn't\tVERB\t_\t_\t4\tdep\t_\tTokenRange=7:10\n"
        "4\tgo\tgo\tVERB\t_\t_\t0\troot\t_\tTokenRange=11:13\n"
        "5\tFriday\tFriday\tVERB\tNNP\t_\t4\tdep\t_\tSpaceAfter=No|"
        "Timex=2023-06-16|TokenRange=14:20\n"
        "6\t.\t.\tVERB\t_\t_\t4\tdep\t_\tTokenRange=20:21\n\n");
    free(output.bytes);
    dateline_close(document);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_format_lets_controls_out),
        cmocka_unit_test(an_explanation_is_clean_and_tells_of_failure),
        cmocka_unit_test(a_failing_write_is_told),
        cmocka_unit_test(long_runs_take_linear_time),
        cmocka_unit_test(rendering_allocates_nothing),
        cmocka_unit_test(every_format_is_found_and_no_other),
        cmocka_unit_test(an_empty_document_is_rendered),
        cmocka_unit_test(text_is_aligned_and_wrapped),
        cmocka_unit_test(colour_changes_nothing_else),
        cmocka_unit_test(widths_are_those_of_terminals),
        cmocka_unit_test(no_line_is_wider_than_the_terminal),
        cmocka_unit_test(words_come_out_as_conllu),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
