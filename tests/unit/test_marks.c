/* test_marks.c - the marks in the article of a page: elements never cross,
 * whatever the marks do, and no target of a link is lost. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "by_hand.h"

static void add_time(dtl_document *document, const char *form,
                     const char *display) {
    dtl_source *source = document->sources.items[0];
    *DTL_PUSH(&document->arena, &source->times) =
        (dtl_time){.span = hand_find(source, form),
                   .first = DTL_NONE,
                   .date.display = display};
}

/* An actor of one entry, named by the words from `first` to `last`. */
static void add_actor(dtl_document *document, const char *first,
                      const char *last) {
    dtl_arena *arena = &document->arena;
    dtl_source *source = document->sources.items[0];
    hand_role(document, first, DATELINE_ROLE_AGENT);
    dtl_actor *actor = DTL_PUSH(arena, &source->actors);
    actor->merged = (int32_t)document->actors.count - 1;
    const int32_t from = hand_word(document, source, first);
    const int32_t to = hand_word(document, source, last);
    *DTL_PUSH(arena, &source->mentions) = (dtl_mention){
        from, to, to, (int32_t)source->actors.count - 1, DTL_MENTION_NAME};
}

static void add_sentence(dtl_document *document) {
    dtl_source *source = document->sources.items[0];
    *DTL_PUSH(&document->arena, &source->sentences) =
        (dtl_sentence){.span = {0, source->text.length}};
}

/* What stands between <div class="text"> and its end. */
static void check(dtl_document *document, const char *want) {
    static const char start[] = "<div class=\"text\">";
    hand_output output = hand_render(
        document, (dateline_render_options){.format = DATELINE_FORMAT_HTML},
        NULL);
    char *text = strstr(output.bytes, start) + sizeof start - 1;
    *strstr(text, "</div>") = 0;
    assert_string_equal(text, want);
    free(output.bytes);
    dateline_close(document);
}

static dtl_document *article(const char *text) {
    dtl_document *document = hand_open();
    hand_article(document, text, strlen(text));
    return document;
}

static void marks_nest(void **state) {
    (void)state;
    dtl_document *document = article("Mara <met> Ilse on Friday.");
    hand_entry(document, "Mara met Ilse", "met");
    add_actor(document, "Mara", "Mara");
    add_time(document, "on Friday", "16 \"June\"");
    add_sentence(document);
    check(document,
          "<p class=\"body\"><span class=\"s\"><span class=\"k\" "
          "data-a=\"a1\">Mara</span> &lt;<a class=\"t\" href=\"#e1\" "
          "id=\"x0-0\" data-n=\"1\">met</a>&gt; Ilse <span class=\"w\" "
          "title=\"16 &quot;June&quot;\">on Friday</span>.</span></p>");
}

static void crossing_marks_are_cut(void **state) {
    (void)state;
    dtl_document *document = article("a b c d");
    hand_entry(document, "b", "b");
    add_actor(document, "b", "d");
    add_time(document, "a b c", NULL);
    check(document,
          "<p class=\"body\"><span class=\"w\">a <span class=\"k\" "
          "data-a=\"a1\"><a class=\"t\" href=\"#e1\" id=\"x0-0\" "
          "data-n=\"1\">b</a> c</span></span><span class=\"k\" data-a=\"a1\">"
          " d</span></p>");
}

/* The head of the outer name comes last, its start first. */
static void an_outer_name_may_come_late(void **state) {
    (void)state;
    dtl_document *document = article("Mara Lind's office met");
    hand_entry(document, "the office met", "met");
    add_actor(document, "Mara", "Lind");
    add_actor(document, "Mara", "office");
    check(document,
          "<p class=\"body\"><span class=\"k\" data-a=\"a2\"><span "
          "class=\"k\" data-a=\"a1\">Mara Lind</span>'s office</span> <a "
          "class=\"t\" href=\"#e1\" id=\"x0-0\" data-n=\"1\">met</a></p>");
}

static void two_events_of_one_word_have_a_link_each(void **state) {
    (void)state;
    dtl_document *document = article("They met twice.");
    hand_entry(document, "They met", "met");
    hand_entry(document, "They met again", "met");
    check(document,
          "<p class=\"body\">They <a class=\"t\" href=\"#e1\" id=\"x0-0\" "
          "data-n=\"1\"></a><a class=\"t\" href=\"#e2\" id=\"x0-1\" "
          "data-n=\"2\">met</a> twice.</p>");
}

/* More than are looked through at once, in the wrong order. */
static void no_target_is_lost(void **state) {
    (void)state;
    char text[] = "a b c d e f g h i j k l m n o p q r s t u v w x y z "
                  "A B C D E F G H I J K L M N O P Q R S T U V W X Y Z";
    dtl_document *document = article(text);
    for (size_t i = sizeof text - 1; i > 0; i -= i > 1 ? 2 : 1) {
        const char word[2] = {text[i - 1], 0};
        hand_entry(document, "x", word);
        if (i == 1) break;
    }
    hand_output output = hand_render(
        document, (dateline_render_options){.format = DATELINE_FORMAT_HTML},
        NULL);
    for (uint32_t i = 0; i < document->entries.count; i++) {
        char id[40];
        snprintf(id, sizeof id, " id=\"x0-%u\"", i);
        const char *first = strstr(output.bytes, id);
        assert_non_null(first);
        assert_null(strstr(first + 1, id));
    }
    assert_int_equal(document->entries.count, 52);
    free(output.bytes);
    dateline_close(document);
}

static void too_many_marks_at_once_leave_the_text_whole(void **state) {
    (void)state;
    dtl_document *document = article("a b");
    hand_entry(document, "a", "a");
    for (int i = 0; i < 40; i++)
        add_time(document, "a b", NULL);
    hand_output output = hand_render(
        document, (dateline_render_options){.format = DATELINE_FORMAT_HTML},
        NULL);
    assert_non_null(strstr(output.bytes, " id=\"x0-0\" data-n=\"1\">"));
    const char *text = strstr(output.bytes, "<p class=\"body\">");
    int depth = 0, most = 0;
    char plain[8] = "";
    for (; strncmp(text, "</p>", 4) != 0; text++) {
        if (strncmp(text, "<span", 5) == 0) depth++;
        if (strncmp(text, "</span", 6) == 0) depth--;
        if (depth > most) most = depth;
        if (*text == '<') text = strchr(text, '>');
        else strncat(plain, text, 1);
    }
    assert_string_equal(plain, "a b");
    assert_int_equal(depth, 0);
    assert_in_range(most, 2, 12);
    free(output.bytes);
    dateline_close(document);
}

static void blocks_of_one_line_are_one_paragraph(void **state) {
    (void)state;
    dtl_document *document = article("A title\n\nPORT, June 1 - They met. \n");
    dtl_source *source = document->sources.items[0];
    static const struct {
        const char *form;
        dtl_block_kind kind;
    } rows[] = {{"A title", DTL_BLOCK_TITLE},
                {"PORT, June 1 -", DTL_BLOCK_DATELINE},
                {"They met.", DTL_BLOCK_BODY}};
    for (size_t i = 0; i < 3; i++)
        *DTL_PUSH(&document->arena, &source->blocks) =
            (dtl_block){hand_find(source, rows[i].form), rows[i].kind};
    check(document, "<h3 class=\"title\">A title</h3>\n\n<p class=\"body\">"
                    "<span class=\"dateline\">PORT, June 1 -</span> They "
                    "met.</p> \n");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(marks_nest),
        cmocka_unit_test(crossing_marks_are_cut),
        cmocka_unit_test(an_outer_name_may_come_late),
        cmocka_unit_test(two_events_of_one_word_have_a_link_each),
        cmocka_unit_test(no_target_is_lost),
        cmocka_unit_test(too_many_marks_at_once_leave_the_text_whole),
        cmocka_unit_test(blocks_of_one_line_are_one_paragraph),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
