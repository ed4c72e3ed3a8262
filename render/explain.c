/* explain.c - the way from a sentence to its date and status, in words.
 *
 * Only what the stages have kept in the model is told. Nothing here decides
 * anything. */
#include "render/explain.h"

#include <stdio.h>
#include <string.h>

#include "core/base/display.h"
#include "core/base/names.h"
#include "render/parts.h"
#include "render/wording.h"
#include "render/wrap.h"

#define WIDTH 80
#define LABELS 15 /* columns of the labels with their gap */

typedef struct {
    dtl_buffer *out;
    const dtl_document *document;
    const dtl_entry *entry;
    const dtl_source *source; /* of the event */
    const dtl_event *event;
    const dtl_time *time;     /* that dates it, or NULL */
    dtl_wrap wrap;
} teller;

const dtl_entry *dtl_explain_find(const dtl_document *document,
                                  const char *id) {
    for (uint32_t i = 0; i < document->entries.count; i++)
        if (strcmp(document->entries.items[i].id, id) == 0)
            return &document->entries.items[i];
    return NULL;
}

/* ---- pieces ------------------------------------------------------------ */

static void begin(teller *t, const char *label) {
    dtl_wrap_start(&t->wrap, t->out, label, LABELS, WIDTH);
}

static void say(teller *t, const char *words) {
    dtl_wrap_text(&t->wrap, words);
}

static void end(teller *t) { dtl_wrap_end(&t->wrap); }

static void quote(teller *t, const dtl_source *source, dtl_span span) {
    say(t, "\"");
    dtl_wrap_bytes(&t->wrap, dtl_bytes(source, span), dtl_length(span));
    say(t, "\"");
}

static void say_share(teller *t, float share) {
    char text[16];
    const int hundredths = share >= 1.0f  ? 100
                           : share > 0.0f ? (int)(share * 100.0f + 0.5f)
                                          : 0;
    snprintf(text, sizeof text, "%d.%02d", hundredths / 100, hundredths % 100);
    say(t, text);
}

/* "wire.txt, characters 12 to 40" */
static void say_where(teller *t, const dtl_source *source, dtl_span span) {
    char text[64];
    snprintf(text, sizeof text, ", characters %u to %u",
             (unsigned)dtl_text_point(&source->text, span.start),
             (unsigned)dtl_text_point(&source->text, span.end));
    say(t, dtl_wording_source(source));
    say(t, text);
}

/* ---- the date ---------------------------------------------------------- */

static void tell_sentence(teller *t) {
    const dtl_source *source =
        dtl_parts_source(t->document, t->entry->sentence.source);
    const dtl_span span = {t->entry->sentence.start, t->entry->sentence.end};
    if (!source) return;
    begin(t, "Sentence");
    quote(t, source, span);
    say(t, " (");
    say_where(t, source, span);
    say(t, ")");
    end(t);
}

static void tell_date(teller *t) {
    const dateline_date *date = &t->entry->date;
    char first[DTL_INSTANT_BYTES], last[DTL_INSTANT_BYTES];
    begin(t, "Date");
    say(t, dtl_wording_date(date));
    if (date->edtf) say(t, ", in EDTF ");
    say(t, date->edtf);
    say(t, ": from ");
    const char *from = dtl_parts_instant(&date->begin, first);
    const char *to = dtl_parts_instant(&date->end, last);
    say(t, from ? from : "any time before");
    say(t, to ? " up to, not including, " : " on, without an end");
    say(t, to);
    say(t, "; confidence ");
    say_share(t, date->confidence);
    end(t);
}

static void tell_expression(teller *t) {
    const dateline_date *date = &t->time->date;
    begin(t, "As written");
    quote(t, t->source, t->time->span);
    const dtl_span span = t->time->span;
    const bool near = t->entry->main.source == t->entry->sentence.source &&
                      span.start >= t->entry->sentence.start &&
                      span.end <= t->entry->sentence.end;
    say(t, near ? " in this sentence" : " elsewhere: ");
    if (!near) say_where(t, t->source, span);
    say(t, ", read as ");
    say(t, dtl_parts_timex_type(date->timex3.type));
    say(t, " ");
    say(t, date->timex3.value ? date->timex3.value : "without a value");
    if (date->rule) say(t, " by the rule ");
    say(t, date->rule);
    end(t);
}

static bool same_day(const dateline_instant *a, const dateline_instant *b) {
    return a->year == b->year && a->month == b->month && a->day == b->day;
}

static void tell_base(teller *t) {
    char words[DTL_DISPLAY_BYTES];
    const dateline_instant *base = &t->time->base;
    const dateline_instant *reference = &t->source->reference;
    begin(t, "Counted from");
    if (base->digits) {
        say(t, dtl_display_instant(base, words));
        const bool day = reference->digits && same_day(base, reference);
        const char *from = dtl_wording_reference(t->source->reference_from);
        say(t, day ? ", the reference date" : ", the day the text stands at");
        if (day && from) say(t, ", ");
        if (day) say(t, from);
    } else if (t->time->date.edtf) {
        say(t, "nothing: the expression says its year itself");
    } else {
        say(t, "nothing: no reference date is known, so it stays open");
    }
    end(t);
}

/* The other reading: the best candidate that was not taken. */
static const dateline_candidate *other_of(const dateline_date *date) {
    return date->candidate_count > 1 ? &date->candidates[1] : NULL;
}

static void tell_side(teller *t) {
    const dateline_date *date = &t->time->date;
    const dateline_candidate *other = other_of(date);
    if (!t->time->base.digits) return;
    begin(t, "Why this side");
    if (!other) {
        say(t, "the expression has one reading only");
    } else {
        say(t, t->time->tense < 0   ? "what governs it looks back in time"
               : t->time->tense > 0 ? "what governs it looks ahead in time"
                                    : "no tense decides; the nearer one, "
                                      "and the past before the future");
        say(t, ": ");
        say(t, date->candidates[0].edtf);
        say(t, " (");
        say_share(t, date->candidates[0].score);
        say(t, ") rather than ");
        say(t, other->edtf);
        say(t, " (");
        say_share(t, other->score);
        say(t, ")");
    }
    end(t);
}

static const char *why(const char *rule) {
    static const struct {
        const char *rule, *words;
    } rows[] = {
#define WHY(rule, words) {rule, words},
#include "render/explain.def"
#undef WHY
    };
    for (size_t i = 0; rule && i < sizeof rows / sizeof *rows; i++)
        if (strcmp(rows[i].rule, rule) == 0) return rows[i].words;
    return NULL;
}

static void tell_tie(teller *t) {
    const dateline_date *date = &t->entry->date;
    const char *words = why(date->rule);
    begin(t, "Dated by");
    if (!words) {
        const char *relation = dtl_parts_relation(date->relation);
        say(t, "the expression hangs on the event in its clause");
        if (date->relation != DATELINE_RELATION_ON) say(t, ", as \"");
        if (date->relation != DATELINE_RELATION_ON) say(t, relation);
        if (date->relation != DATELINE_RELATION_ON) say(t, "\" it");
    } else {
        say(t, "the event ");
        say(t, words);
        say(t, " (rule ");
        say(t, date->rule);
        say(t, ")");
    }
    end(t);
}

static void tell_dating(teller *t) {
    if (!t->entry->dated) {
        begin(t, "Date");
        say(t, "none: no expression, event or story gives it one, and the "
               "dateline's day is never lent");
        end(t);
        return;
    }
    tell_date(t);
    if (t->time) {
        tell_expression(t);
        tell_base(t);
        tell_side(t);
    }
    tell_tie(t);
}

/* ---- status, attribution, mentions ------------------------------------- */

static void say_trigger(teller *t) {
    quote(t, t->source, dtl_parts_word(t->source, t->event->trigger));
}

/* "plans" above "to travel". */
static void say_governor(teller *t) {
    const int32_t word = t->event->trigger;
    const int32_t head = t->source->words.items[word].head;
    say_trigger(t);
    say(t, " has no tense of its own");
    if (head < 0) return;
    say(t, " and hangs on ");
    quote(t, t->source, dtl_parts_word(t->source, head));
}

static void say_tense(teller *t) {
    switch (t->event->tense) {
    case DATELINE_TENSE_PAST:
    case DATELINE_TENSE_PRESENT:
    case DATELINE_TENSE_FUTURE:
        say_trigger(t);
        say(t, t->event->tense == DATELINE_TENSE_PAST      ? " is past"
               : t->event->tense == DATELINE_TENSE_PRESENT ? " is present"
                                                           : " is future");
        say(t, " tense");
        break;
    default: say_governor(t);
    }
}

static void tell_status(teller *t) {
    begin(t, "Status");
    say(t, dtl_name_status(t->entry->status));
    say(t, ": ");
    if (t->event->negative) say(t, "a negation stands with it; ");
    if (t->event->modality) {
        say(t, "\"");
        say(t, t->event->modality);
        say(t, "\" stands before it; ");
    }
    say_tense(t);
    end(t);
}

static void tell_attribution(teller *t) {
    begin(t, "Said by");
    if (!t->entry->reported_by) {
        say(t, "the paper itself");
    } else {
        say(t, t->entry->reported_by);
        const int32_t reporter = t->event->reporter;
        if (reporter >= 0 && (uint32_t)reporter < t->source->events.count) {
            const dtl_event *said = &t->source->events.items[reporter];
            say(t, ", by ");
            quote(t, t->source, dtl_parts_word(t->source, said->trigger));
        }
    }
    end(t);
}

static void say_mention(teller *t, const dtl_source *source,
                        const dtl_event *event) {
    quote(t, source, dtl_parts_word(source, event->trigger));
    say(t, " (");
    say_where(t, source, dtl_parts_word(source, event->trigger));
    say(t, ")");
}

static void tell_mentions(teller *t) {
    bool any = false;
    begin(t, "Merged");
    for (uint32_t i = 0; i < t->entry->mentions.count; i++) {
        const dtl_event_ref ref = t->entry->mentions.items[i];
        const dtl_event *event = dtl_parts_event(t->document, ref);
        if (!event || event == t->event) continue;
        say(t, any ? "; " : "also told by ");
        say_mention(t, t->document->sources.items[ref.source], event);
        any = true;
    }
    if (!any) say(t, "nothing: it is told once");
    end(t);
}

void dtl_explain_entry(const dtl_document *document, const dtl_entry *entry,
                       dtl_buffer *out) {
    teller t = {.out = out, .document = document, .entry = entry};
    t.source = dtl_parts_source(document, entry->main.source);
    t.event = dtl_parts_event(document, entry->main);
    if (t.event && t.event->time >= 0 &&
        (uint32_t)t.event->time < t.source->times.count)
        t.time = &t.source->times.items[t.event->time];
    begin(&t, entry->id);
    say(&t, dtl_wording_headline(entry));
    if (entry->background) say(&t, " (background: only --all lists it)");
    end(&t);
    tell_sentence(&t);
    tell_dating(&t);
    if (!t.event) return;
    tell_status(&t);
    tell_attribution(&t);
    tell_mentions(&t);
}
