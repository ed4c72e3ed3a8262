/* axis.h - the time axis beside the list of a page.
 *
 * The list is the axis: time runs down, an entry stands where its date
 * begins, and the space above it grows with the time since the entry before
 * it (on a scale of steps: a row must not be a screen away). A day is a dot on
 * the line; a coarser date is a bar beside it that ends where it ends,
 * also in the middle of a gap; an open side is an arrow. A silence of two
 * weeks and more says how long it is.
 *
 * Bars lie in lanes, each drawn row by row: no row knows how tall it is. */
#ifndef DTL_AXIS_H
#define DTL_AXIS_H

#include "core/base/buffer.h"
#include "core/model.h"

#define DTL_AXIS_LANES 4

/* Seconds from 1970; an open side has no meaning in its number. */
typedef struct {
    int64_t begin, end;
    bool from, to;      /* whether the side is closed */
} dtl_extent;

typedef struct {
    dtl_extent extent;
    bool used;
    bool lasting;
} dtl_bar;

typedef struct {
    dtl_bar lanes[DTL_AXIS_LANES];
    int64_t before;     /* where the entry before stands */
    int64_t reach;      /* the latest end so far */
    int wide;           /* lanes that were ever used */
    bool begun;
} dtl_axis;

dtl_extent dtl_axis_extent(const dateline_date *date);

/* Where the entry stands on the axis: its begin, or its end when it has no
 * begin. */
int64_t dtl_axis_place(const dtl_extent *extent);

/* The gap above an entry and the bars that run through it or end there;
 * nothing for the first entry. */
void dtl_axis_gap(dtl_axis *axis, const dtl_extent *extent, dtl_buffer *out);

/* The bars beside a heading. */
void dtl_axis_pass(const dtl_axis *axis, dtl_buffer *out);

/* The mark of an entry and the bars beside it; its own bar begins here. */
void dtl_axis_row(dtl_axis *axis, const dtl_extent *extent,
                  const dateline_date *date, dtl_buffer *out);

/* What is still open runs out below the last entry. */
void dtl_axis_tail(const dtl_axis *axis, dtl_buffer *out);

/* Follows an entry without drawing: to learn how wide the axis becomes. */
void dtl_axis_follow(dtl_axis *axis, const dtl_extent *extent,
                     const dateline_date *date);

#endif
