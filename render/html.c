/* html.c - one page for a browser: the chronology beside the article.
 *
 * Whole without scripts: every jump is a link inside the page. The script
 * adds filters, search and what follows the pointer; it reads the page and
 * is given no data of its own. Nothing is loaded from anywhere.
 *
 * Every address in the page leads to another place in it. An entry is
 * #e1 ..., its word in the text #x0-12 (source, event), an actor #a1 ...
 *
 * Here is what holds the rest: see html_page.h.
 *
 * Sources: WHATWG HTML; WAI-ARIA 1.2; WCAG 2.2 level AA. */
#include "render/formats.h"

#include "core/base/display.h"
#include "render/escape.h"
#include "render/html_page.h"
#include "render/html_write.h"
#include "render/parts.h"
#include "render/wording.h"

/* The next entry from `at` on that is shown and dated or not; its number, or
 * the count of entries. */
static uint32_t next_entry(const dtl_html_page *html, uint32_t at, bool dated) {
    const dtl_document *document = html->document;
    for (; at < document->entries.count; at++) {
        const dtl_entry *entry = &document->entries.items[at];
        if (entry->dated == dated && dtl_parts_is_shown(entry, html->options))
            break;
    }
    return at;
}

static uint32_t count_entries(const dtl_html_page *html, bool dated) {
    const uint32_t all = html->document->entries.count;
    uint32_t count = 0;
    for (uint32_t i = next_entry(html, 0, dated); i < all;
         i = next_entry(html, i + 1, dated))
        count++;
    return count;
}

static const dtl_entry *entry_at(const dtl_html_page *html, uint32_t at) {
    return &html->document->entries.items[at];
}

static const char *title_of(const dtl_document *document) {
    if (document->sources.count != 1) return NULL;
    const char *title = document->sources.items[0]->head.title;
    return dtl_plain_is_empty(title) ? NULL : title;
}

/* ---- sources ---------------------------------------------------------- */

typedef struct {
    dtl_html_page *html;
    bool any;
} facts;

static void put_fact(facts *f, const char *word, const char *text,
                     const char *more) {
    if (dtl_plain_is_empty(text)) return;
    dtl_html_say(f->html, f->any ? " <span>" : "<span>");
    dtl_html_say(f->html, word);
    dtl_html_text(f->html->out, text);
    dtl_html_say(f->html, more ? " (" : "");
    dtl_html_say(f->html, more ? more : "");
    dtl_html_say(f->html, more ? ")</span>" : "</span>");
    f->any = true;
}

/* Where the article is from and from when its dates are counted. */
static void put_provenance(dtl_html_page *html, const dtl_source *source) {
    char words[DTL_DISPLAY_BYTES];
    const dtl_head *head = &source->head;
    facts f = {html, false};
    dtl_html_say(html, "<p class=\"prov\">");
    put_fact(&f, "", head->publisher, NULL);
    put_fact(&f, "By ", head->byline, NULL);
    put_fact(&f, "From ", head->place, NULL);
    if (source->reference.digits)
        put_fact(&f, "Dated ", dtl_display_instant(&source->reference, words),
                 dtl_wording_reference(source->reference_from));
    else
        put_fact(&f, "", "Date unknown: dates that count from it are left "
                         "open", NULL);
    put_fact(&f, "", dtl_wording_uri(source->uri), NULL);
    dtl_html_say(html, "</p>\n");
}

static bool has_title(const dtl_source *source) {
    for (uint32_t i = 0; i < source->blocks.count; i++)
        if (source->blocks.items[i].kind == DTL_BLOCK_TITLE) return true;
    return false;
}

static void put_notes(dtl_html_page *html, const dtl_source *source) {
    if (!source->notes.count) return;
    dtl_html_say(html, "<ul class=\"notes\">");
    for (uint32_t i = 0; i < source->notes.count; i++) {
        dtl_html_say(html, "<li>");
        dtl_html_text(html->out, source->notes.items[i].message);
        dtl_html_say(html, "</li>");
    }
    dtl_html_say(html, "</ul>\n");
}

static void put_source(dtl_html_page *html, uint32_t number) {
    const dtl_source *source = html->document->sources.items[number];
    const bool several = html->document->sources.count > 1;
    dtl_buffer_format(html->out, "<article id=\"s%u\" aria-label=\"",
                      number + 1);
    dtl_html_text(html->out, dtl_wording_source(source));
    dtl_html_say(html, "\">\n");
    if (!has_title(source)) {
        dtl_html_say(html, "<h3 class=\"title\">");
        dtl_html_text(html->out, dtl_wording_source(source));
        dtl_html_say(html, "</h3>\n");
    }
    if (several) put_provenance(html, source);
    dtl_html_say(html, "<div class=\"text\">");
    dtl_html_marked(html, number);
    dtl_html_say(html, "</div>\n<footer>");
    put_notes(html, source);
    dtl_html_say(html, "<p class=\"sum\">SHA-256 of the original <code>");
    dtl_html_say(html, source->sha256);
    dtl_html_say(html, "</code></p></footer>\n</article>\n");
}

static void put_text(dtl_html_page *html) {
    const uint32_t count = html->document->sources.count;
    dtl_html_say(html, "<section id=\"text\" class=\"pane\" "
                       "aria-labelledby=\"ht\" tabindex=\"0\">\n"
                       "<h2 id=\"ht\">");
    dtl_html_say(html, count == 1 ? "The article" : "The articles");
    dtl_html_say(html, "</h2>\n");
    for (uint32_t i = 0; i < count; i++)
        put_source(html, i);
    dtl_html_say(html, "</section>\n");
}

/* ---- top -------------------------------------------------------------- */

/* The next of an actor's entries from `at` on that is shown, or NULL. */
static const dtl_entry *next_part(const dtl_html_page *html,
                                  const dtl_cast *cast, uint32_t *at) {
    while (*at < cast->entries.count) {
        const dtl_entry *entry = dtl_parts_entry(
            html->document, (int32_t)cast->entries.items[(*at)++]);
        if (entry && dtl_parts_is_shown(entry, html->options)) return entry;
    }
    return NULL;
}

static bool has_cast(const dtl_html_page *html) {
    for (uint32_t i = 0; i < html->document->actors.count; i++) {
        uint32_t at = 0;
        if (next_part(html, &html->document->actors.items[i], &at)) return true;
    }
    return false;
}

/* The articles by name, when they are few enough for a line or two. */
static void put_contents(dtl_html_page *html) {
    const uint32_t count = html->document->sources.count;
    if (count < 2 || count > 12) return;
    dtl_html_say(html, "<p class=\"prov\">");
    for (uint32_t i = 0; i < count; i++) {
        dtl_buffer_format(html->out, "%s<span><a href=\"#s%u\">",
                          i ? " " : "", i + 1);
        dtl_html_name(html->out,
                      dtl_wording_source(html->document->sources.items[i]));
        dtl_html_say(html, "</a></span>");
    }
    dtl_html_say(html, "</p>\n");
}

static void put_top(dtl_html_page *html, uint32_t undated) {
    const dtl_document *document = html->document;
    const char *title = title_of(document);
    dtl_html_head(html->out, title);
    dtl_html_say(html, "<body>\n<header>\n"
                       "<p class=\"brow\">Chronology</p>\n<h1>");
    if (title) dtl_html_text(html->out, title);
    else if (document->sources.count == 1)
        dtl_html_text(html->out,
                      dtl_wording_source(document->sources.items[0]));
    else dtl_html_count(html->out, document->sources.count, "article",
                        "articles");
    dtl_html_say(html, "</h1>\n");
    if (document->sources.count == 1)
        put_provenance(html, document->sources.items[0]);
    else put_contents(html);
    dtl_html_say(html, "<nav aria-label=\"On this page\">"
                       "<a href=\"#chronology\">Events</a> ");
    if (undated) dtl_html_say(html, "<a href=\"#undated\">Without a date</a> ");
    if (has_cast(html)) dtl_html_say(html, "<a href=\"#actors\">Actors</a> ");
    dtl_html_say(html, "<a href=\"#text\">");
    dtl_html_say(html, document->sources.count == 1 ? "Article" : "Articles");
    dtl_html_say(html, "</a></nav>\n</header>\n");
}

/* ---- chronology ------------------------------------------------------- */

static void put_total(dtl_html_page *html, uint32_t dated, uint32_t undated) {
    dtl_html_say(html, "<p id=\"count\" role=\"status\" aria-live=\"polite\">");
    dtl_html_count(html->out, dated + undated, "event", "events");
    if (undated) {
        dtl_html_say(html, ", ");
        dtl_html_number(html->out, undated);
        dtl_html_say(html, " without a date");
    }
    dtl_html_say(html, "</p>\n");
}

static void put_filters(dtl_html_page *html, uint32_t dated,
                        uint32_t undated) {
    dtl_html_say(html, "<div class=\"bar\">\n");
    dtl_html_filters(html->out);
    dtl_html_say(html, "<div class=\"left\">");
    put_total(html, dated, undated);
    dtl_html_say(html, "<button type=\"reset\" form=\"filters\" hidden>"
                       "Clear</button></div>\n</div>\n");
}

/* The year that an entry stands under. */
static int32_t year_of(const dtl_entry *entry) {
    const dateline_date *date = &entry->date;
    return date->begin.digits ? date->begin.year : date->end.year;
}

static void put_year(dtl_html_page *html, const dtl_entry *entry) {
    char year[16];
    const dtl_extent extent = dtl_axis_extent(&entry->date);
    dtl_html_say(html, "<section class=\"year\">");
    dtl_axis_gap(&html->axis, &extent, html->out);
    dtl_html_say(html, "<h3>");
    dtl_axis_pass(&html->axis, html->out);
    dtl_html_say(html, "<span>");
    if (extent.from || extent.to)
        dtl_html_text(html->out, dtl_display_year(year_of(entry), year));
    else dtl_html_say(html, "Other dates");
    dtl_html_say(html, "</span></h3>\n<ol>\n");
}

static int measure_axis(const dtl_html_page *html) {
    dtl_axis axis = {0};
    const uint32_t all = html->document->entries.count;
    for (uint32_t i = next_entry(html, 0, true); i < all;
         i = next_entry(html, i + 1, true)) {
        const dateline_date *date = &entry_at(html, i)->date;
        const dtl_extent extent = dtl_axis_extent(date);
        dtl_axis_follow(&axis, &extent, date);
    }
    return axis.wide;
}

static void put_dated(dtl_html_page *html) {
    const uint32_t all = html->document->entries.count;
    const dtl_entry *before = NULL;
    dtl_buffer_format(html->out, "<div class=\"axis w%d\">\n",
                      measure_axis(html));
    for (uint32_t i = next_entry(html, 0, true); i < all;
         i = next_entry(html, i + 1, true)) {
        const dtl_entry *entry = entry_at(html, i);
        const bool first = !before || year_of(entry) != year_of(before);
        if (before && first) dtl_html_say(html, "</ol></section>\n");
        if (first) put_year(html, entry);
        dtl_html_entry(html, entry, first);
        before = entry;
    }
    if (before) dtl_html_say(html, "</ol></section>\n");
    else dtl_html_say(html, "<p class=\"none\">The text gives no event a "
                            "date.</p>\n");
    dtl_axis_tail(&html->axis, html->out);
    dtl_html_say(html, "<p class=\"none\" id=\"none\" hidden>No event is "
                       "left: clear a filter.</p>\n</div>\n");
}

static void put_undated(dtl_html_page *html) {
    const uint32_t all = html->document->entries.count;
    dtl_html_say(html, "<section id=\"undated\" aria-labelledby=\"hu\">\n"
                       "<h2 id=\"hu\">Without a date</h2>\n"
                       "<p class=\"lead\">Nothing in the text dates "
                       "these.</p>\n<ol>\n");
    for (uint32_t i = next_entry(html, 0, false); i < all;
         i = next_entry(html, i + 1, false))
        dtl_html_entry(html, entry_at(html, i), true);
    dtl_html_say(html, "</ol>\n</section>\n");
}

/* ---- actors ----------------------------------------------------------- */

static void put_cast_words(dtl_html_page *html, const dtl_cast *cast) {
    dtl_html_say(html, " <span class=\"is\">");
    if (!dtl_plain_is_empty(cast->title)) {
        dtl_html_text(html->out, cast->title);
        dtl_html_say(html, ", ");
    }
    const bool other = cast->type == DATELINE_ACTOR_OTHER;
    dtl_html_say(html, other ? "actor" : dtl_parts_actor_type(cast->type));
    for (uint32_t i = 0; i < cast->aliases.count; i++) {
        dtl_html_say(html, i ? ", “" : "; also “");
        dtl_html_text(html->out, cast->aliases.items[i]);
        dtl_html_say(html, "”");
    }
    dtl_html_say(html, "</span>");
}

static void put_part(dtl_html_page *html, const dtl_entry *entry) {
    dtl_html_say(html, "<a href=\"#");
    dtl_html_text(html->out, entry->id);
    dtl_html_say(html, "\" aria-label=\"event ");
    dtl_html_label(html->out, entry);
    dtl_html_say(html, "\">");
    dtl_html_label(html->out, entry);
    dtl_html_say(html, "</a>");
}

/* An actor with links to its entries; nothing when none is shown. */
static void put_cast(dtl_html_page *html, const dtl_cast *cast) {
    uint32_t at = 0;
    const dtl_entry *entry = next_part(html, cast, &at);
    if (!entry) return;
    dtl_html_say(html, "<li id=\"");
    dtl_html_text(html->out, cast->id);
    dtl_html_say(html, "\" tabindex=\"-1\"><b>");
    dtl_html_name(html->out, cast->name);
    dtl_html_say(html, "</b>");
    put_cast_words(html, cast);
    dtl_html_say(html, " <span class=\"in\">");
    put_part(html, entry);
    while ((entry = next_part(html, cast, &at)) != NULL) {
        dtl_html_say(html, ", ");
        put_part(html, entry);
    }
    dtl_html_say(html, "</span></li>\n");
}

static void put_actors(dtl_html_page *html) {
    if (!has_cast(html)) return;
    dtl_html_say(html, "<section id=\"actors\" aria-labelledby=\"ha\">\n"
                       "<h2 id=\"ha\">Actors</h2>\n"
                       "<p class=\"lead\">With the numbers of their "
                       "events.</p>\n<ul>\n");
    for (uint32_t i = 0; i < html->document->actors.count; i++)
        put_cast(html, &html->document->actors.items[i]);
    dtl_html_say(html, "</ul>\n</section>\n");
}

/* ---- the whole -------------------------------------------------------- */

void dtl_render_html(const dtl_document *document,
                     const dateline_render_options *options, dtl_buffer *out,
                     dateline_counts *counts) {
    dtl_html_page html = {.document = document, .options = options, .out = out};
    dtl_parts_count(document, options, counts);
    const uint32_t dated = count_entries(&html, true);
    const uint32_t undated = count_entries(&html, false);
    put_top(&html, undated);
    dtl_html_say(&html, "<main>\n<section id=\"chronology\" class=\"pane\" "
                        "aria-labelledby=\"hc\" tabindex=\"0\">\n<h2 id=\"hc\">"
                        "Events</h2>\n");
    put_filters(&html, dated, undated);
    dtl_html_key(out);
    put_dated(&html);
    if (undated) put_undated(&html);
    put_actors(&html);
    dtl_html_say(&html, "<footer><p>Read by dateline " DATELINE_VERSION
                        ". No date is made up; read the quoted sentence "
                        "before you act on a line.</p></footer>\n"
                        "</section>\n");
    put_text(&html);
    dtl_html_say(&html, "</main>\n");
    dtl_html_script(out);
    dtl_html_say(&html, "</body>\n</html>\n");
}
