/* lemma.c - dictionary first, then WordNet's rules of detachment.
 *
 * Irregular and frequent forms stand in the lexicon with their lemma. For
 * all others an ending comes off and what is left must be a word of the
 * right part of speech (morphy(7WN)); when nothing is, spelling decides. */
#include "core/language/lemma.h"

#include <string.h>

#include "core/base/limits.h"
#include "core/base/text.h"
#include "core/language/chars.h"

#define ROOM (DTL_MAX_WORD_BYTES * 2)

/* Comes off the end, goes on instead. `twice`: the consonant before it is
 * doubled and one goes too. */
typedef struct {
    uint8_t tag;
    char off[6], on[4];
    uint8_t twice;
} rule;

static const rule rules[] = {
#define DETACH(tag, off, on, twice, example, lemma)                           \
    {DTL_TAG_##tag, off, on, twice},
#include "core/language/detach.def"
#undef DETACH
};

uint32_t dtl_lemma_key(dtl_pos pos, dtl_tag tag) {
    if (pos == DTL_POS_AUX) pos = DTL_POS_VERB;
    return 0x10000u + (uint32_t)pos * 64 + (uint32_t)tag;
}

uint32_t dtl_lemma_group(dtl_pos pos) {
    if (pos == DTL_POS_AUX) pos = DTL_POS_VERB;
    return 0x20000u + (uint32_t)pos;
}

static bool is_inflected(dtl_tag tag) {
    switch (tag) {
    case DTL_TAG_VBD: case DTL_TAG_VBN: case DTL_TAG_VBG: case DTL_TAG_VBZ:
    case DTL_TAG_NNS: case DTL_TAG_NNPS: case DTL_TAG_JJR: case DTL_TAG_JJS:
    case DTL_TAG_RBR: case DTL_TAG_RBS:
        return true;
    default: return false;
    }
}

/* Tags that share their rules. */
static dtl_tag rule_tag(dtl_tag tag) {
    switch (tag) {
    case DTL_TAG_VBN: return DTL_TAG_VBD;
    case DTL_TAG_NNPS: return DTL_TAG_NNS;
    case DTL_TAG_RBR: return DTL_TAG_JJR;
    case DTL_TAG_RBS: return DTL_TAG_JJS;
    default: return tag;
    }
}

/* Bits that a base form of the tag has, and bits that speak against it. */
static uint32_t wanted(dtl_tag tag) {
    switch (tag) {
    case DTL_TAG_NNS: return DTL_LEX_NOUN;
    case DTL_TAG_JJR: case DTL_TAG_JJS: return DTL_LEX_ADJ | DTL_LEX_ADV;
    default: return DTL_LEX_VERB;
    }
}

static uint32_t unwanted(dtl_tag tag) {
    switch (tag) {
    case DTL_TAG_NNS: return DTL_LEX_PLURAL;
    case DTL_TAG_JJR: case DTL_TAG_JJS:
        return DTL_LEX_COMPARATIVE | DTL_LEX_SUPERLATIVE;
    default: return DTL_LEX_PAST | DTL_LEX_GERUND | DTL_LEX_THIRD;
    }
}

static bool is_consonant(char c) {
    return c >= 'a' && c <= 'z' && !strchr("aeiou", c);
}

static bool ends(const char *bytes, size_t length, const char *ending) {
    const size_t size = strlen(ending);
    return length >= size && memcmp(bytes + length - size, ending, size) == 0;
}

static size_t keep(const char *lower, size_t length, char *out) {
    memcpy(out, lower, length);
    out[length] = 0;
    return length;
}

static size_t put(char *out, size_t length, const char *ending) {
    const size_t size = strlen(ending);
    memcpy(out + length, ending, size + 1);
    return length + size;
}

/* Applies one rule; 0 when it does not fit. */
static size_t apply(const rule *r, const char *lower, size_t length,
                    char *out) {
    const size_t off = strlen(r->off), on = strlen(r->on);
    if (length < off + 2) return 0;
    size_t stem = length - off;
    if (memcmp(lower + stem, r->off, off) != 0) return 0;
    if (r->twice) {
        if (stem < 3 || lower[stem - 1] != lower[stem - 2] ||
            !is_consonant(lower[stem - 1]))
            return 0;
        stem--;
    }
    memcpy(out, lower, stem);
    memcpy(out + stem, r->on, on);
    out[stem + on] = 0;
    return stem + on;
}

/* "singing" is of sing although singe is a verb too. */
static bool is_bare_ng(const char *lower, size_t length, const rule *r) {
    return r->on[0] == 'e' && length > 6 &&
           memcmp(lower + length - 6, "inging", 6) == 0;
}

/* The first rule whose result the lexicon knows; a result that is itself
 * only an inflected form is taken when there is no better one. */
static size_t detach(const dtl_lexicon *lexicon, const char *lower,
                     size_t length, dtl_tag tag, char *out) {
    size_t second = 0;
    char spare[ROOM + 4];
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
        if (rules[i].tag != tag) continue;
        const size_t size = apply(&rules[i], lower, length, out);
        if (!size || is_bare_ng(lower, length, &rules[i])) continue;
        const uint32_t bits = dtl_lexicon_bits(lexicon, out, size);
        if (!(bits & wanted(tag))) continue;
        if (!(bits & unwanted(tag))) return size;
        if (!second) memcpy(spare, out, (second = size) + 1);
    }
    if (second) memcpy(out, spare, second + 1);
    if (second) return second;
    const uint32_t bits = dtl_lexicon_bits(lexicon, lower, length);
    if (!(bits & wanted(tag)) || (bits & unwanted(tag))) return 0;
    return keep(lower, length, out); /* a series is no plural */
}

/* A noun or verb in -s that is not known. */
static size_t spell_s(const char *lower, size_t length, char *out) {
    keep(lower, length, out);
    if (length < 3 || lower[length - 1] != 's' || ends(lower, length, "ss") ||
        ends(lower, length, "us") || ends(lower, length, "is") ||
        (lower[length - 2] >= '0' && lower[length - 2] <= '9'))
        return length; /* the 1980s stay */
    if (ends(lower, length, "'s")) return put(out, length - 2, "");
    if (ends(lower, length, "ies") && length > 4)
        return put(out, length - 3, "y");
    if (ends(lower, length, "xes") || ends(lower, length, "ches") ||
        ends(lower, length, "shes") || ends(lower, length, "sses") ||
        ends(lower, length, "zzes"))
        return put(out, length - 2, "");
    return put(out, length - 1, "");
}

/* Whether an unknown verb's stem has lost an e: -at(e), -iz(e), -v(e) ... */
static bool wants_e(const char *stem, size_t length) {
    static const char *const endings[] = {"at", "iz", "is", "v", "c", "dg",
                                          "rg", "ng", "ur", "ut", "bl", "pl",
                                          "tl", "gl", "dl", "kl", "u"};
    if (length < 4) return false;
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (ends(stem, length, endings[i])) return true;
    return false;
}

/* A verb in -ed or -ing that is not known; `off` is the ending's length. */
static size_t spell_stem(const char *lower, size_t length, size_t off,
                         char *out) {
    keep(lower, length, out);
    if (length < off + 3) return length;
    const size_t stem = length - off;
    if (off == 2 && lower[stem - 1] == 'i') return put(out, stem - 1, "y");
    if (lower[stem - 1] == lower[stem - 2] && is_consonant(lower[stem - 1]) &&
        !strchr("lszf", lower[stem - 1]))
        return put(out, stem - 1, "");
    return put(out, stem, wants_e(lower, stem) ? "e" : "");
}

/* A comparative or superlative that is not known. */
static size_t spell_degree(const char *lower, size_t length, size_t off,
                           char *out) {
    keep(lower, length, out);
    if (length < off + 3) return length;
    const size_t stem = length - off;
    if (lower[stem - 1] == 'i') return put(out, stem - 1, "y");
    return put(out, stem, "");
}

static size_t spell(const char *lower, size_t length, dtl_tag tag,
                    char *out) {
    if (tag == DTL_TAG_NNS || tag == DTL_TAG_VBZ)
        return spell_s(lower, length, out);
    if (tag == DTL_TAG_VBD && ends(lower, length, "ed"))
        return spell_stem(lower, length, 2, out);
    if (tag == DTL_TAG_VBG && ends(lower, length, "ing"))
        return spell_stem(lower, length, 3, out);
    if (tag == DTL_TAG_JJR && ends(lower, length, "er"))
        return spell_degree(lower, length, 2, out);
    if (tag == DTL_TAG_JJS && ends(lower, length, "est"))
        return spell_degree(lower, length, 3, out);
    return keep(lower, length, out);
}

size_t dtl_lemma_rule(const dtl_lexicon *lexicon, const char *lower,
                      size_t length, dtl_tag tag, char *out) {
    if (!is_inflected(tag)) return keep(lower, length, out);
    tag = rule_tag(tag);
    const size_t size = detach(lexicon, lower, length, tag, out);
    return size ? size : spell(lower, length, tag, out);
}

/* ---- names and case ------------------------------------------------------ */

typedef struct {
    uint32_t letters, uppers, digits, others; /* characters */
} shape;

static shape shape_of(const char *form, size_t length) {
    shape s = {0};
    for (uint32_t at = 0; at < length;) {
        const dtl_glyph g = dtl_chars_at(form, at, (uint32_t)length);
        at += g.size;
        s.letters += g.kind == DTL_CHAR_LETTER;
        s.digits += g.kind == DTL_CHAR_DIGIT;
        s.others += g.kind != DTL_CHAR_LETTER && g.kind != DTL_CHAR_DIGIT;
        s.uppers += dtl_chars_is_upper(g.point);
    }
    return s;
}

static bool is_lower_first(const char *form, size_t length) {
    return dtl_chars_is_lower(
        dtl_chars_at(form, 0, (uint32_t)length).point);
}

/* The first letter as it is or in upper case, the rest in lower case. */
static size_t title_case(const char *form, size_t length, char *out) {
    const dtl_glyph g = dtl_chars_at(form, 0, (uint32_t)length);
    char first[4];
    const size_t size =
        dtl_utf8_encode(dtl_chars_upper(g.point), first);
    memcpy(out, first, size);
    return size + dtl_chars_lower(form + g.size, length - g.size, out + size,
                                  ROOM - size);
}

/* -is in a plural name is a plural of -i: Iraqis, Nazis. */
static size_t name_singular(char *out, size_t length) {
    char copy[ROOM + 4];
    if (length > DTL_MAX_WORD_BYTES) return length;
    if (ends(out, length, "is") && !ends(out, length, "sis"))
        return put(out, length - 1, "");
    memcpy(copy, out, length);
    return spell_s(copy, length, out);
}

size_t dtl_lemma_name(const char *form, size_t length, dtl_tag tag,
                      char *out) {
    const shape s = shape_of(form, length);
    const bool shouted = s.letters > 4 && s.uppers == s.letters;
    size_t size = length;
    if (!s.digits && !s.others && (shouted || (!s.uppers && length > 2)))
        size = title_case(form, length, out);
    else keep(form, length, out);
    return tag == DTL_TAG_NNPS ? name_singular(out, size) : size;
}

uint32_t dtl_lemma_name_key(const char *form, size_t length, dtl_tag tag) {
    return dtl_lemma_key(DTL_POS_PROPN, tag) +
           (is_lower_first(form, length) ? 0x40000u : 0);
}

static const char *name_lemma(dtl_arena *arena, const dtl_lexicon *lexicon,
                              const char *form, size_t length, dtl_tag tag) {
    char lower[ROOM + 1], out[ROOM + 4];
    const size_t size = dtl_chars_lower(form, length, lower, ROOM);
    const shape s = shape_of(form, length);
    if (s.letters < 2 || s.uppers < s.letters) {
        const char *known = dtl_lexicon_lemma(
            lexicon, lower, size, dtl_lemma_name_key(form, length, tag));
        if (known) return known;
    }
    const size_t done = dtl_lemma_name(form, length, tag, out);
    return dtl_arena_string(arena, out, done);
}

/* Whether a word that is no name keeps its capitals: letters as names of
 * things (X, the GDP), codes, numerals (II) and nationalities. */
static bool keeps_case(const dtl_lexicon *lexicon, const char *form,
                       size_t length, const char *lower, dtl_pos pos) {
    const shape s = shape_of(form, length);
    if (s.uppers == 0) return false;
    if (pos == DTL_POS_NUM) return s.uppers == s.letters;
    const uint32_t bits =
        dtl_lexicon_bits(lexicon, lower, strlen(lower));
    if (pos == DTL_POS_ADJ) return bits & DTL_LEX_DEMONYM;
    if (pos != DTL_POS_NOUN) return false;
    return s.digits || (s.letters == 1 && length == 1);
}

/* A compound with a hyphen: co-wrote -> co-write, by its last part. */
static const char *compound_lemma(dtl_arena *arena,
                                  const dtl_lexicon *lexicon,
                                  const char *lower, size_t length,
                                  dtl_pos pos, dtl_tag tag) {
    size_t part = length;
    while (part > 0 && lower[part - 1] != '-') part--;
    if (part == 0 || part + 2 >= length) return NULL;
    const char *last = lower + part;
    const size_t size = length - part;
    const char *known =
        dtl_lexicon_lemma(lexicon, last, size, dtl_lemma_key(pos, tag));
    if (!known)
        known = dtl_lexicon_lemma(lexicon, last, size, dtl_lemma_group(pos));
    if (!known) return NULL;
    return dtl_arena_format(arena, "%.*s%s", (int)part, lower, known);
}

/* 1,250 -> 1250; a Roman numeral as it stands; NULL: as other words. */
static const char *number_lemma(dtl_arena *arena, const char *form,
                                size_t length) {
    char out[ROOM];
    size_t size = 0;
    if (strspn(form, "IVXLivxl") >= length)
        return dtl_arena_string(arena, form, length);
    if (form[0] < '0' || form[0] > '9') return NULL;
    for (size_t i = 0; i < length; i++)
        if (form[i] != ',') out[size++] = form[i];
    return dtl_arena_string(arena, out, size);
}

const char *dtl_lemma_find(dtl_arena *arena, const char *form, size_t length,
                           dtl_pos pos, dtl_tag tag) {
    char lower[ROOM + 1], out[ROOM + 4];
    if (length == 0 || length > DTL_MAX_WORD_BYTES)
        return dtl_arena_string(arena, form, length);
    const dtl_lexicon lexicon = dtl_lexicon_english();
    if (pos == DTL_POS_PROPN)
        return name_lemma(arena, &lexicon, form, length, tag);
    if (pos == DTL_POS_NUM) {
        const char *number = number_lemma(arena, form, length);
        if (number) return number;
    }
    const size_t size = dtl_chars_lower(form, length, lower, ROOM);
    const char *known =
        dtl_lexicon_lemma(&lexicon, lower, size, dtl_lemma_key(pos, tag));
    if (!known && is_inflected(tag))
        known = dtl_lexicon_lemma(&lexicon, lower, size,
                                  dtl_lemma_group(pos));
    if (!known && is_inflected(tag))
        known = compound_lemma(arena, &lexicon, lower, size, pos, tag);
    if (known && !(pos == DTL_POS_NOUN && length == 1)) return known;
    if (tag == DTL_TAG_NNP || keeps_case(&lexicon, form, length, lower, pos))
        return dtl_arena_string(arena, form, length);
    const size_t done = dtl_lemma_rule(&lexicon, lower, size, tag, out);
    return dtl_arena_string(arena, out, done);
}
