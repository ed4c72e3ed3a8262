/* test_briefing.c - whole pages of Markdown from a model built by hand. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "by_hand.h"
#include "core/base/display.h"

typedef struct {
    dtl_document *document;
    dtl_source *source;
} fixture;

static fixture start(const char *text) {
    fixture f = {.document = hand_open()};
    f.source = hand_article(f.document, text, strlen(text));
    f.source->uri = "papers/courier.txt";
    return f;
}

/* An entry whose sentence and date stand in the text as given. */
static dtl_entry *add(fixture *f, const char *headline, const char *sentence,
                      const char *written, const char *begin, const char *end,
                      dateline_precision precision) {
    dtl_entry *entry = hand_entry(f->document, headline, sentence);
    const dtl_span span = hand_find(f->source, sentence);
    entry->sentence = (dateline_at){entry->main.source, span.start, span.end};
    if (!begin) return entry;
    hand_date(entry, written, precision, hand_iso(begin), hand_iso(end));
    dtl_display_fill(&entry->date, &f->document->arena);
    *DTL_PUSH(&f->document->arena, &f->source->times) =
        (dtl_time){.span = hand_find(f->source, written)};
    f->source->events.items[entry->main.event].time =
        (int32_t)f->source->times.count - 1;
    return entry;
}

static void assert_page(fixture *f, const char *want) {
    hand_output output = hand_render(
        f->document,
        (dateline_render_options){.format = DATELINE_FORMAT_MARKDOWN}, NULL);
    assert_string_equal(output.bytes, want);
    free(output.bytes);
    dateline_close(f->document);
}

static void a_page_reads_as_it_should(void **state) {
    (void)state;
    static const char one[] = "The accord was drafted in May.";
    static const char two[] = "Mara Ilves arrived late Saturday and meets "
                              "Ilse Brandt on Monday, aides said.";
    static const char three[] = "She likes the harbour.";
    char text[400];
    snprintf(text, sizeof text, "%s %s %s", one, two, three);
    fixture f = start(text);
    f.source->head.title = "A visit";
    f.source->head.publisher = "The Courier";
    f.source->head.byline = "Jane Roe";
    f.source->head.place = "Port Selby";
    f.source->reference_from = DTL_FROM_DATELINE;
    add(&f, "The accord was drafted", one, "May", "2023-05", "2023-06",
        DATELINE_PRECISION_MONTH);
    add(&f, "Mara Ilves arrived", two, "late Saturday", "2023-06-17T18:00",
        "2023-06-18T00:00", DATELINE_PRECISION_PART);
    dtl_entry *entry = add(&f, "Mara Ilves to meet Ilse Brandt", two, "Monday",
                           "2023-06-19", "2023-06-20", DATELINE_PRECISION_DAY);
    entry->status = DATELINE_STATUS_PLANNED;
    entry->reported_by = "aides";
    entry = add(&f, "Ilse Brandt to meet Mara Ilves", two, "Monday",
                "2023-06-19", "2023-06-20", DATELINE_PRECISION_DAY);
    f.source->events.items[entry->main.event].time = 2;
    entry->date.basis = DATELINE_BASIS_INFERRED;
    entry->date.text = NULL;
    add(&f, "Mara Ilves likes the harbour", three, NULL, NULL, NULL,
        DATELINE_PRECISION_NONE);
    assert_page(
        &f,
        "# Chronology: A visit\n\n"
        "Source: The Courier, courier.txt. Author: Jane Roe. Dateline: Port "
        "Selby. Dated 18 June 2023 (by its dateline).\n\n"
        "## May 2023\n\n"
        "- **May 2023** — The accord was drafted.\n"
        "  > The accord was drafted in **May**.\n\n"
        "## June 2023\n\n"
        "- **17 June 2023, evening** — Mara Ilves arrived.\n"
        "  > Mara Ilves arrived **late Saturday** and meets Ilse Brandt on "
        "Monday, aides said.\n"
        "- **19 June 2023** — Mara Ilves to meet Ilse Brandt (planned; "
        "according to aides).\n"
        "  > Mara Ilves arrived late Saturday and meets Ilse Brandt on "
        "**Monday**, aides said.\n"
        "- **19 June 2023** — Ilse Brandt to meet Mara Ilves (date "
        "inferred).\n"
        "  > As above.\n\n"
        "## Annex: without a date\n\n"
        "The text gives these no date.\n\n"
        "- Mara Ilves likes the harbour.\n"
        "  > She likes the harbour.\n");
}

static void periods_have_their_own_headings(void **state) {
    (void)state;
    fixture f = start("x");
    f.source->uri = NULL;
    f.source->reference = (dateline_instant){0};
    static const struct {
        const char *begin, *end;
        dateline_precision precision;
    } rows[] = {{"1990", "2000", DATELINE_PRECISION_DECADE},
                {"2023", "2024", DATELINE_PRECISION_YEAR},
                {"2023-04", "2023-07", DATELINE_PRECISION_QUARTER},
                {"2023-05-31", "2023-06-02", DATELINE_PRECISION_DAY},
                {"2023-06-05", "2023-06-12", DATELINE_PRECISION_WEEK},
                {"2023-06-29", "2023-07-02", DATELINE_PRECISION_DAY},
                {"", "2023-07-01", DATELINE_PRECISION_DAY},
                {"2023-07-01", "", DATELINE_PRECISION_DAY},
                {"9999-12", "+10000-01", DATELINE_PRECISION_MONTH}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        add(&f, "Something", "", "", rows[i].begin, rows[i].end,
            rows[i].precision);
    assert_page(&f,
                "# Chronology\n\n"
                "Source: the text as given. Date unknown: dates that count from it "
                "are left open.\n\n"
                "## 1990s\n\n"
                "- **1990s** — Something.\n\n"
                "## 2023\n\n"
                "- **2023** — Something.\n\n"
                "## Second quarter of 2023\n\n"
                "- **second quarter of 2023** — Something.\n\n"
                "## 31 May – 1 June 2023\n\n"
                "- **31 May – 1 June 2023** — Something.\n\n"
                "## June 2023\n\n"
                "- **week of 5 June 2023** — Something.\n"
                "- **29 June – 1 July 2023** — Something.\n"
                "- **up to 30 June 2023** — Something.\n\n"
                "## July 2023\n\n"
                "- **from 1 July 2023** — Something.\n\n"
                "## December 9999\n\n"
                "- **December 9999** — Something.\n");
}

static void negation_is_said_once(void **state) {
    (void)state;
    fixture f = start("x");
    static const char *const headlines[] = {"The trip", "Ilse did not come",
                                            "It will go to Co."};
    for (int i = 0; i < 3; i++) {
        dtl_entry *entry = hand_entry(f.document, headlines[i], "x");
        entry->sentence = (dateline_at){0};
        if (i < 2) entry->status = DATELINE_STATUS_NEGATED;
    }
    assert_page(&f, "# Chronology\n\n"
                    "Source: courier.txt. Dated 18 June 2023 (as given).\n\n"
                    "The text gives no event a date.\n\n"
                    "## Annex: without a date\n\n"
                    "The text gives these no date.\n\n"
                    "- The trip (did not happen).\n"
                    "- Ilse did not come.\n"
                    "- It will go to Co.\n");
}

static void several_sources_are_named(void **state) {
    (void)state;
    fixture f = start("Mara came.");
    hand_article(f.document, "Mara came.", 10)->uri = "herald.txt";
    dtl_entry *entry = hand_entry(f.document, "Mara came", "came");
    entry->mentions.items[0] = entry->main;
    *DTL_PUSH(&f.document->arena, &entry->mentions) = (dtl_event_ref){0, 0};
    assert_page(&f, "# Chronology\n\n"
                    "- Source: courier.txt. Dated 18 June 2023 (as given).\n"
                    "- Source: herald.txt. Dated 18 June 2023 (as given).\n\n"
                    "The text gives no event a date.\n\n"
                    "## Annex: without a date\n\n"
                    "The text gives these no date.\n\n"
                    "- Mara came.\n"
                    "  > Mara came. — herald.txt; also courier.txt\n");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_page_reads_as_it_should),
        cmocka_unit_test(periods_have_their_own_headings),
        cmocka_unit_test(negation_is_said_once),
        cmocka_unit_test(several_sources_are_named),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
