/* test_html.c - HTML pages to text, kinds and dates; every byte keeps its
 * place. The pages are invented. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "core/read/read.h"

static dtl_arena arena;
static dtl_source source;
static char out[1 << 15];

static void read_page(const char *page, size_t length) {
    const char *message = NULL;
    const dateline_source_options options = {.format = DATELINE_INPUT_HTML};
    dtl_arena_free(&arena);
    dtl_arena_init(&arena, NULL, NULL);
    source = (dtl_source){0};
    assert_int_equal(dtl_read_source(&source, &arena, &options, page, length,
                                     &message),
                     DATELINE_OK);
}

static const char *blocks_of(const char *page) {
    static const char *const kinds[] = {
        "BODY",    "TITLE",  "HEADING", "HEADER", "DATELINE", "BYLINE",
        "CAPTION", "CREDIT", "NOTE",    "QUOTE",  "TABLE"};
    size_t used = 0;
    read_page(page, strlen(page));
    out[0] = '\0';
    for (uint32_t i = 0; i < source.blocks.count; i++) {
        const dtl_block *b = &source.blocks.items[i];
        used += (size_t)snprintf(out + used, sizeof out - used, "%s %.*s\n",
                                 kinds[b->kind], (int)dtl_length(b->span),
                                 dtl_bytes(&source, b->span));
    }
    return out;
}

static const char *text_of(const char *page) {
    read_page(page, strlen(page));
    return source.text.bytes;
}

static const char reference_page[] =
    "<!DOCTYPE html>\n<html><head><title>Port - Mail</title>\n"
    "<meta name=date content=2020-01-01>"
    "<meta property='article:published_time' "
    "content='2023-06-17T09:14:00-04:00'/>"
    "<meta property=\"og:title\" content=\"Port &amp; strike\">"
    "<meta property=\"og:site_name\" content=\"The Lima Mail\">"
    "<style>p > a {}</style></head><body>\n"
    "<nav><a href=/>Home</a></nav>"
    "<article><p>Teaser</article>"
    "<article><h1>Port strike ends</h1>"
    "<p class=byline>By Ana Reyes</p>"
    "<time datetime=2023-06-16>June 16, 2023</time>"
    "<figure><img alt='a > b' src=x><figcaption>Dockers rest. "
    "(Bo Lind/AP)</figcaption></figure>"
    "<p>LIMA, Peru &mdash; Dockers went <b>back</b> on\n <a>Friday</a>&hellip;"
    "</p><!-- <p>no --><h2>What comes next</h2>"
    "<p>Talks at 6&nbsp;p.m.<br>A caf&eacute; &#x201C;Mar&#8221; opens."
    "<blockquote><p>We won.</p></blockquote>"
    "<table><tr><td>Dead<td>3</table>"
    "<script>var x = '<p>no</p>';</script>"
    "</article><aside>Most read</aside></body></html>\n";

static void a_page(void **state) {
    (void)state;
    assert_string_equal(blocks_of(reference_page),
                        "TITLE Port strike ends\n"
                        "BYLINE By Ana Reyes\n"
                        "HEADER June 16, 2023\n"
                        "CAPTION Dockers rest.\n"
                        "CREDIT (Bo Lind/AP)\n"
                        "DATELINE LIMA, Peru \xE2\x80\x94\n"
                        "BODY Dockers went back on Friday\xE2\x80\xA6\n"
                        "HEADING What comes next\n"
                        "BODY Talks at 6 p.m.\n"
                        "BODY A caf\xC3\xA9 \xE2\x80\x9CMar\xE2\x80\x9D "
                        "opens.\n"
                        "QUOTE We won.\n"
                        "TABLE Dead 3\n");
    assert_string_equal(source.head.title, "Port & strike");
    assert_string_equal(source.head.publisher, "The Lima Mail");
    assert_string_equal(source.head.byline, "Ana Reyes");
    assert_int_equal(source.reference_from, DTL_FROM_METADATA);
    assert_int_equal(source.reference.day, 17);
    assert_int_equal(source.reference.zone, -240);
}

/* Each word of the text stands at its original offset in the page. */
static void offsets_lead_to_the_page(void **state) {
    (void)state;
    static const char *const words[] = {"Port strike", "Ana", "Friday",
                                        "What comes", "Talks", "opens",
                                        "We won", "Dead"};
    read_page(reference_page, sizeof reference_page - 1);
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        const char *at = strstr(source.text.bytes, words[i]);
        assert_non_null(at);
        const uint32_t original = dtl_text_original(
            &source.text, (uint32_t)(at - source.text.bytes));
        assert_memory_equal(reference_page + original, words[i],
                            strlen(words[i]));
    }
    const char *dash = strstr(source.text.bytes, "\xE2\x80\x94");
    assert_memory_equal(reference_page +
                            dtl_text_original(&source.text,
                                              (uint32_t)(dash -
                                                         source.text.bytes)),
                        "&mdash;", 7);
}

static void expect_day(const char *page, int day, dtl_reference_from from) {
    read_page(page, strlen(page));
    if (source.reference.day != day || source.reference_from != from)
        fail_msg("%s: %d", page, source.reference.day);
}

static void the_best_date_wins(void **state) {
    (void)state;
    expect_day("<script type='application/ld+json'>{\"a\":1,"
               "\"datePublished\" : \"2023-06-03T10:00:00Z\"}</script>"
               "<meta name='article:published_time' content=2023-06-04>"
               "<time datetime=2023-06-05></time>"
               "<p>LIMA, June 6, 2023 (AP) -- Dockers struck.",
               3, DTL_FROM_METADATA);
    expect_day("<meta name='date' content=2023-06-09>"
               "<meta name='article:published_time' content=2023-06-04>"
               "<time datetime=2023-06-05></time>",
               4, DTL_FROM_METADATA);
    expect_day("<time datetime=2023-06-05>x</time><time datetime=2023-06-06>"
               "</time><p>LIMA, June 6, 2023 (AP) -- Dockers struck.",
               5, DTL_FROM_METADATA);
    expect_day("<p>LIMA, June 6, 2023 (AP) -- Dockers struck.", 6,
               DTL_FROM_DATELINE);
    expect_day("<meta property='og:url' "
               "content='https://mail.example/2023/06/07/port'><p>Dockers.",
               7, DTL_FROM_HEADER);
    expect_day("<script type='application/ld+json'>{\"datePublished\": 5}"
               "</script><p>Dockers.", 0, DTL_FROM_NONE);
}

static const struct {
    const char *name;
    uint32_t point;
} entities[] = {
#define SKIP(name)
#define BLOCK(name, kind)
#define DATED(name)
#define ENTITY(name, point) {name, point},
#include "core/read/html.def"
#undef SKIP
#undef BLOCK
#undef DATED
#undef ENTITY
};

static const char *const skipped[] = {
#define SKIP(name) name,
#define BLOCK(name, kind)
#define DATED(name)
#define ENTITY(name, point)
#include "core/read/html.def"
#undef SKIP
#undef BLOCK
#undef DATED
};

static const char *const block_names[] = {
#define SKIP(name)
#define BLOCK(name, kind) name,
#define DATED(name)
#include "core/read/html.def"
#undef SKIP
#undef BLOCK
#undef DATED
};

static const char *const dated[] = {
#define SKIP(name)
#define BLOCK(name, kind)
#define DATED(name) name,
#include "core/read/html.def"
};

static void every_row(void **state) {
    (void)state;
    char page[300], expected[100];
    assert_int_equal(sizeof entities / sizeof entities[0], 132);
    for (size_t i = 0; i < sizeof entities / sizeof entities[0]; i++) {
        char bytes[5] = {0};
        dtl_utf8_encode(entities[i].point, bytes);
        snprintf(page, sizeof page, "a&%s;b", entities[i].name);
        snprintf(expected, sizeof expected, "a%sb",
                 entities[i].point == 0xA0 ? " " : bytes);
        assert_string_equal(text_of(page), expected);
    }
    assert_int_equal(sizeof skipped / sizeof skipped[0], 19);
    for (size_t i = 0; i < sizeof skipped / sizeof skipped[0]; i++) {
        snprintf(page, sizeof page, "a<%s><%s>b</%s>c</%s>d", skipped[i],
                 skipped[i], skipped[i], skipped[i]);
        const char *text = text_of(page);
        if (strchr(text, 'b') || !strchr(text, 'd')) fail_msg("%s", page);
    }
    assert_int_equal(sizeof block_names / sizeof block_names[0], 33);
    for (size_t i = 0; i < sizeof block_names / sizeof block_names[0]; i++) {
        snprintf(page, sizeof page, "a<%s>b</%s>c", block_names[i],
                 block_names[i]);
        assert_string_equal(text_of(page), "a\n\nb\n\nc");
    }
    assert_int_equal(sizeof dated / sizeof dated[0], 15);
    for (size_t i = 0; i < sizeof dated / sizeof dated[0]; i++) {
        snprintf(page, sizeof page,
                 "<meta content='2023-06-18' itemprop='%s'>a", dated[i]);
        expect_day(page, 18, DTL_FROM_METADATA);
    }
}

static void text_that_looks_like_tags(void **state) {
    (void)state;
    assert_string_equal(text_of("3 < 4 & 5 > 2, AT&T &nosuch; &#xZZ; <3"),
                        "3 < 4 & 5 > 2, AT&T &nosuch; &#xZZ; <3");
    assert_string_equal(text_of("&lt;p&gt; &#60;b&#x3E; &#0; &#xD800; "
                                "&#1114112;"),
                        "<p> <b> &#0; \xEF\xBF\xBD \xEF\xBF\xBD");
    assert_string_equal(text_of("a<br/>b<a title='x > y' b>c</a><!-->d-->e"),
                        "a\n\nbce");
    assert_string_equal(text_of("a<script>x<"), "a");
    assert_string_equal(text_of("a<p class=\"b"), "a\n\n");
    assert_string_equal(text_of(""), "");
}

static void a_page_is_known_by_its_start(void **state) {
    (void)state;
    const char *message = NULL;
    const dateline_source_options options = {0};
    static const char *const pages[] = {"<!doctype HTML><p>a", "\n <HTML>a",
                                        "\xEF\xBB\xBF<html lang=en>a"};
    for (size_t i = 0; i < 3; i++) {
        source = (dtl_source){0};
        assert_int_equal(dtl_read_source(&source, &arena, &options, pages[i],
                                         strlen(pages[i]), &message),
                         DATELINE_OK);
        assert_string_equal(source.text.bytes, "a");
    }
    source = (dtl_source){0};
    assert_int_equal(dtl_read_source(&source, &arena, &options, "<b> a", 5,
                                     &message),
                     DATELINE_OK);
    assert_string_equal(source.text.bytes, "<b> a");
}

static void no_other_format_is_read(void **state) {
    (void)state;
    const char *message = NULL;
    const dateline_source_options options = {
        .format = (dateline_input)(DATELINE_INPUT_EML + 1)};
    source = (dtl_source){0};
    assert_int_equal(dtl_read_source(&source, &arena, &options, "a", 1,
                                     &message),
                     DATELINE_BAD_INPUT);
    assert_non_null(strstr(message, "format"));
}

/* Each prefix, and each with one byte changed, is read without harm. */
static void broken_pages(void **state) {
    (void)state;
    static char page[sizeof reference_page];
    const size_t length = sizeof reference_page - 1;
    for (size_t n = 0; n <= length; n++) read_page(reference_page, n);
    for (size_t n = 0; n < length; n++) {
        memcpy(page, reference_page, length);
        page[n] = "<>&\"'=/\0\xFF"[n % 9];
        read_page(page, length);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_page),
        cmocka_unit_test(offsets_lead_to_the_page),
        cmocka_unit_test(the_best_date_wins),
        cmocka_unit_test(every_row),
        cmocka_unit_test(text_that_looks_like_tags),
        cmocka_unit_test(a_page_is_known_by_its_start),
        cmocka_unit_test(no_other_format_is_read),
        cmocka_unit_test(broken_pages),
    };
    const int failed = cmocka_run_group_tests(tests, NULL, NULL);
    dtl_arena_free(&arena);
    return failed;
}
