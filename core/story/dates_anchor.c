/* dates_anchor.c - an event that is told to lie before or after another.
 *
 * "left after the talks", "shortly before boarding, he said": the event
 * hangs on the anchor; when the anchor has a date it is bounded by it, on
 * both sides where the past is known to end at the reference. */
#include <string.h>

#include "core/story/dates.h"

typedef struct {
    dateline_relation relation;
    bool close; /* "shortly before": on the same day */
} dtl_order;

static bool find_order(const char *lemma, dtl_order *order) {
    if (!lemma) return false;
    order->close = false;
    if (dtl_listed(lemma, "before until till ahead"))
        order->relation = DATELINE_RELATION_BEFORE;
    else if (strcmp(lemma, "since") == 0)
        order->relation = DATELINE_RELATION_SINCE;
    else if (dtl_listed(lemma, "after once following"))
        order->relation = DATELINE_RELATION_AFTER;
    else return false;
    return true;
}

static bool is_close(const dtl_dating *d, int32_t anchor) {
    int32_t word = dtl_scene_child(&d->scene, anchor, DTL_DEP_MARK);
    if (word == DTL_NONE)
        word = dtl_scene_child(&d->scene, anchor, DTL_DEP_CASE);
    if (word <= 0) return false;
    return dtl_listed(dtl_dating_word(d, word - 1)->lemma,
                      "shortly just moments minutes hours soon "
                      "immediately moment minute hour right");
}

/* What opens the clause or phrase of `anchor`: "after the talks". */
static bool order_of(const dtl_dating *d, int32_t anchor, dtl_order *order) {
    const dtl_word *word = dtl_dating_word(d, anchor);
    bool found = false;
    if (word->dep == DTL_DEP_ADVCL || word->dep == DTL_DEP_ACL)
        found = find_order(dtl_scene_mark(&d->scene, anchor), order);
    if (word->dep == DTL_DEP_OBL || word->dep == DTL_DEP_NMOD)
        found = find_order(dtl_scene_case(&d->scene, anchor), order);
    if (found) order->close = is_close(d, anchor);
    return found;
}

/* The first event above the anchor. */
static int32_t hanger_of(const dtl_dating *d, int32_t anchor) {
    int32_t word = dtl_dating_word(d, anchor)->head;
    while (word != DTL_NONE && d->scene.event[word] == DTL_NONE)
        word = dtl_dating_word(d, word)->head;
    return word == DTL_NONE ? DTL_NONE : d->scene.event[word];
}

static dateline_instant end_of_past(const dtl_dating *d,
                                    const dtl_event *event) {
    dateline_date now;
    if (event->tense != DATELINE_TENSE_PAST &&
        event->tense != DATELINE_TENSE_PASTPART)
        return (dateline_instant){0};
    if (!dtl_date_reference(d->scene.source, d->scene.arena, &now))
        return (dateline_instant){0};
    return now.end;
}

/* "have shelled two towns since the truce collapsed": from that day on, up to
 * the article. */
static void bound_since(dtl_dating *d, dtl_event *event, const dtl_event *by) {
    dateline_date now;
    if (!dtl_date_reference(d->scene.source, d->scene.arena, &now) ||
        dtl_instant_order(by->date.begin, now.begin) > 0)
        return;
    dtl_event_take(event, by, DATELINE_BASIS_INFERRED, "anchor", 0.6f);
    dtl_date_link(d->scene.arena, &event->date, DATELINE_RELATION_SINCE,
                  (dateline_instant){0});
    dtl_date_extend(d->scene.arena, &event->date, &now);
}

static void bound(dtl_dating *d, dtl_event *event, const dtl_event *by,
                  dateline_relation relation) {
    if (relation == DATELINE_RELATION_SINCE) {
        bound_since(d, event, by);
        return;
    }
    dtl_event_take(event, by, DATELINE_BASIS_INFERRED, "anchor", 0.6f);
    dtl_date_link(d->scene.arena, &event->date, relation,
                  end_of_past(d, event));
}

static bool can_bound(const dtl_event *by) {
    return by->has_date && by->date.begin.digits && by->date.end.digits;
}

/* "died on Friday after slipping", "was caught Monday after a chase": a clause
 * without time of its own is told of the same day; "after the war" need not
 * be. */
static bool is_one_scene(const dtl_dating *d, const dtl_event *event,
                         const dtl_event *anchor) {
    const dtl_word *word = dtl_dating_word(d, anchor->trigger);
    return dtl_event_acts(event) && dtl_event_acts(anchor) &&
           event->date.relation == DATELINE_RELATION_ON &&
           (word->tag == DTL_TAG_VBG || dtl_event_is_past(anchor));
}

static void tie(dtl_dating *d, dtl_event *event, dtl_event *anchor,
                dtl_order order) {
    const bool before = order.relation == DATELINE_RELATION_BEFORE;
    if (!event->has_date && can_bound(anchor)) {
        if (order.close && dtl_date_is_day(&anchor->date))
            dtl_event_take(event, anchor, DATELINE_BASIS_INFERRED,
                           "anchor.close", 0.7f);
        else bound(d, event, anchor, order.relation);
        return;
    }
    if (anchor->has_date || !can_bound(event)) return;
    if ((order.close || is_one_scene(d, event, anchor)) &&
        dtl_date_is_day(&event->date))
        dtl_event_take(anchor, event, DATELINE_BASIS_INFERRED,
                       "anchor.close", 0.7f);
    else
        bound(d, anchor, event,
              before ? DATELINE_RELATION_AFTER : DATELINE_RELATION_BEFORE);
}

void dtl_dates_anchor(dtl_dating *dating) {
    const uint32_t count = dating->scene.source->events.count;
    for (uint32_t i = 0; i < count; i++) {
        dtl_event *anchor = dtl_dating_event(dating, i);
        dtl_order order;
        if (!order_of(dating, anchor->trigger, &order)) continue;
        const int32_t above = hanger_of(dating, anchor->trigger);
        if (above == DTL_NONE || above == (int32_t)i) continue;
        dtl_event *event = dtl_dating_event(dating, (uint32_t)above);
        event->anchor = (int32_t)i;
        tie(dating, event, anchor, order);
    }
}
