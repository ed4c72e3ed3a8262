/* axis.c - gaps, dots, bars and arrows, as small SVG drawings.
 *
 * Lengths are pixels from the left and top or per cent of the row; colours
 * are the style's. Classes: d a dot, r a ring (approximate), o an arrow,
 * b an own bar, c one that passes by, l one that lasts, j what ties a bar
 * to its entry. Source: SVG 2. */
#include "render/axis.h"

#include "core/base/calendar.h"
#include "render/html_write.h"

#define DAY INT64_C(86400)
#define LINE 9     /* x of the axis */
#define LANE 20    /* x of the first lane */
#define STEP 10    /* from lane to lane */
#define WIDTH 6    /* of a bar */
#define NODE 17    /* y of an entry's mark */

/* ---- where a date lies ------------------------------------------------ */

static int64_t seconds(dateline_instant at) {
    const dtl_day day = {at.year, at.month ? at.month : 1,
                         at.day ? at.day : 1};
    return dtl_calendar_number(day) * DAY + at.hour * 3600 + at.minute * 60 +
           at.second;
}

dtl_extent dtl_axis_extent(const dateline_date *date) {
    dtl_extent e = {0, 0, date->begin.digits != 0, date->end.digits != 0};
    if (e.from) e.begin = seconds(date->begin);
    if (e.to) e.end = seconds(date->end);
    if (e.from && e.to && e.end < e.begin) e.end = e.begin;
    return e;
}

int64_t dtl_axis_place(const dtl_extent *extent) {
    return extent->from ? extent->begin : extent->end;
}

/* One day at most: a dot. */
static bool is_dot(const dtl_extent *e) {
    return (e->from && e->to && e->end - e->begin <= DAY) ||
           (!e->from && !e->to);
}

static bool is_bar(const dtl_extent *e) {
    return e->from && e->to && !is_dot(e);
}

/* ---- lanes ------------------------------------------------------------ */

static int64_t later(int64_t a, int64_t b) { return a > b ? a : b; }

/* Bars that are over where this entry stands leave their lanes. */
static void free_lanes(dtl_axis *axis, int64_t place) {
    for (int i = 0; i < DTL_AXIS_LANES; i++)
        if (axis->lanes[i].used && axis->lanes[i].extent.end <= place)
            axis->lanes[i].used = false;
}

/* The lane of this very bar, a free one, or DTL_AXIS_LANES: none. */
static int find_lane(const dtl_axis *axis, const dtl_extent *e, bool lasting) {
    int free = DTL_AXIS_LANES;
    for (int i = DTL_AXIS_LANES; i-- > 0;) {
        const dtl_bar *bar = &axis->lanes[i];
        if (!bar->used) free = i;
        else if (bar->extent.begin == e->begin && bar->extent.end == e->end &&
                 bar->lasting == lasting)
            return i;
    }
    return free;
}

static bool lasts(const dateline_date *date) {
    return date->kind == DATELINE_KIND_SPAN;
}

static int take_lane(dtl_axis *axis, const dtl_extent *e, bool lasting) {
    const int lane = find_lane(axis, e, lasting);
    if (lane < DTL_AXIS_LANES)
        axis->lanes[lane] = (dtl_bar){*e, true, lasting};
    if (lane + 1 > axis->wide) axis->wide = lane + 1;
    return lane;
}

static void step_to(dtl_axis *axis, const dtl_extent *e) {
    const int64_t place = dtl_axis_place(e);
    const int64_t end = e->to ? e->end : place + DAY;
    axis->reach = axis->begun ? later(axis->reach, end) : end;
    axis->before = place;
    axis->begun = true;
}

void dtl_axis_follow(dtl_axis *axis, const dtl_extent *extent,
                     const dateline_date *date) {
    free_lanes(axis, dtl_axis_place(extent));
    if (is_bar(extent)) take_lane(axis, extent, lasts(date));
    step_to(axis, extent);
}

/* ---- drawing ---------------------------------------------------------- */

static void open_drawing(dtl_buffer *out) {
    dtl_buffer_text(out, "<svg class=\"ax\" aria-hidden=\"true\">");
}

static void close_drawing(dtl_buffer *out) { dtl_buffer_text(out, "</svg>"); }

/* A bar from pixel `top` to per cent `bottom` of the row. */
static void put_bar(dtl_buffer *out, int lane, char class_, bool lasting,
                    int top, int bottom) {
    dtl_buffer_format(out,
                      "<rect class=\"%c%s\" x=\"%d\" y=\"%d\" width=\"%d\" "
                      "height=\"%d%%\"/>",
                      class_, lasting ? " l" : "", LANE + STEP * lane, top,
                      WIDTH, bottom);
}

static bool any_lane(const dtl_axis *axis) {
    for (int i = 0; i < DTL_AXIS_LANES; i++)
        if (axis->lanes[i].used) return true;
    return false;
}

/* How far down the bar goes between the entry before and `place`. */
static int share(const dtl_axis *axis, const dtl_bar *bar, int64_t place) {
    if (bar->extent.end >= place) return 100;
    const int64_t whole = place - axis->before;
    if (whole <= 0) return 100;
    const int64_t percent = (bar->extent.end - axis->before) * 100 / whole;
    return percent < 4 ? 4 : (int)percent;
}

static void put_passing(const dtl_axis *axis, dtl_buffer *out, int skip) {
    for (int i = 0; i < DTL_AXIS_LANES; i++)
        if (axis->lanes[i].used && i != skip)
            put_bar(out, i, 'c', axis->lanes[i].lasting, 0, 100);
}

void dtl_axis_pass(const dtl_axis *axis, dtl_buffer *out) {
    if (!any_lane(axis)) return;
    open_drawing(out);
    put_passing(axis, out, DTL_AXIS_LANES);
    close_drawing(out);
}

/* ---- gaps ------------------------------------------------------------- */

/* Class g0 to g9: below how many days each ends; the script has the same. */
static int step_of(int64_t time) {
    static const int64_t days[] = {1, 2, 4, 8, 32, 93, 367, 1100, 3700};
    int step = 0;
    while (step < 9 && time >= days[step] * DAY)
        step++;
    return time > 0 && !step ? 1 : step;
}

/* "5 weeks", rounded; nothing below two weeks. */
static void put_silence(dtl_buffer *out, int64_t quiet) {
    const int64_t days = quiet / DAY;
    if (days < 14) return;
    dtl_buffer_text(out, "<span>");
    if (days < 60) dtl_html_number(out, (days * 2 + 7) / 14);
    else if (days < 730) dtl_html_number(out, (days * 200 + 3044) / 6088);
    else dtl_html_number(out, (days * 8 + 1461) / 2922);
    dtl_buffer_text(out, days < 60    ? " weeks"
                         : days < 730 ? " months"
                                      : " years");
    dtl_buffer_text(out, "</span>");
}

void dtl_axis_gap(dtl_axis *axis, const dtl_extent *extent, dtl_buffer *out) {
    const int64_t place = dtl_axis_place(extent);
    const int step = axis->begun ? step_of(place - axis->before) : 0;
    /* What has no begin may have been before: no silence is known. */
    const bool known = axis->begun && extent->from;
    const int64_t quiet = known ? place - axis->reach : 0;
    dtl_buffer_format(out, "<div class=\"gap g%d%s\">", step,
                      quiet >= 14 * DAY ? " quiet" : "");
    if (step && any_lane(axis)) {
        open_drawing(out);
        for (int i = 0; i < DTL_AXIS_LANES; i++)
            if (axis->lanes[i].used)
                put_bar(out, i, 'c', axis->lanes[i].lasting, 0,
                        share(axis, &axis->lanes[i], place));
        close_drawing(out);
    }
    put_silence(out, quiet);
    dtl_buffer_text(out, "</div>\n");
    free_lanes(axis, place);
}

/* ---- rows ------------------------------------------------------------- */

static void put_arrow(dtl_buffer *out, bool down) {
    dtl_buffer_format(out, "<path class=\"o\" d=\"M%d %dh12l-6 %dz\"/>",
                      LINE - 6, down ? NODE - 4 : NODE + 4, down ? 10 : -10);
}

static void put_own_bar(dtl_axis *axis, const dtl_extent *extent,
                        const dateline_date *date, dtl_buffer *out) {
    bool joins = false;
    for (int i = 0; i < DTL_AXIS_LANES; i++)
        joins = joins || (axis->lanes[i].used &&
                          axis->lanes[i].extent.begin == extent->begin &&
                          axis->lanes[i].extent.end == extent->end &&
                          axis->lanes[i].lasting == lasts(date));
    const int lane = take_lane(axis, extent, lasts(date));
    put_passing(axis, out, lane);
    if (lane < DTL_AXIS_LANES)
        put_bar(out, lane, 'b', lasts(date), joins ? 0 : NODE - 6, 100);
    else
        dtl_buffer_format(out,
                          "<rect class=\"b%s\" x=\"%d\" y=\"%d\" width=\"%d\" "
                          "height=\"24\"/>",
                          lasts(date) ? " l" : "", LANE + STEP * lane,
                          NODE - 6, WIDTH);
    dtl_buffer_format(out,
                      "<line class=\"j\" x1=\"%d\" y1=\"%d\" x2=\"100%%\" "
                      "y2=\"%d\"/>",
                      LANE + STEP * lane, NODE, NODE);
}

void dtl_axis_row(dtl_axis *axis, const dtl_extent *extent,
                  const dateline_date *date, dtl_buffer *out) {
    open_drawing(out);
    if (is_bar(extent)) {
        put_own_bar(axis, extent, date, out);
    } else {
        put_passing(axis, out, DTL_AXIS_LANES);
        if (is_dot(extent))
            dtl_buffer_format(out,
                              "<circle class=\"%c\" cx=\"%d\" cy=\"%d\" "
                              "r=\"5\"/>",
                              date->approximate ? 'r' : 'd', LINE, NODE);
        else put_arrow(out, extent->from);
    }
    close_drawing(out);
    step_to(axis, extent);
}

void dtl_axis_tail(const dtl_axis *axis, dtl_buffer *out) {
    if (!any_lane(axis)) return;
    dtl_buffer_text(out, "<div class=\"tail\">");
    open_drawing(out);
    for (int i = 0; i < DTL_AXIS_LANES; i++)
        if (axis->lanes[i].used)
            put_bar(out, i, 'c', axis->lanes[i].lasting, 0, 70);
    close_drawing(out);
    dtl_buffer_text(out, "</div>\n");
}
