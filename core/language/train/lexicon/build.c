/* build.c - makes core/language/english.lex.
 *
 *     dateline-lexicon OUT wn.lex gaz.lex names.txt WORDNET TRAIN.conllu...
 *
 * wn.lex     form TAB codes|class: WordNet 3.0, inflected; codes n ns v ve
 *            vg vz a ar at r, class the lexicographer file of the first sense
 * gaz.lex    form TAB letters|codes; of its letters only those that come
 *            from WordNet and tzdata are read (see MODEL.md)
 * names.txt  "first NAME", "surname NAME", "place NAME", "demonym FORM",
 *            written for this project
 * WORDNET    directory of WordNet 3.0's noun.exc, verb.exc, adj.exc, adv.exc
 * TRAIN      treebanks that lemmas are learnt from
 *
 * Output is the same to the byte for the same input: everything is sorted,
 * no address or clock takes part. Ends with a message on any trouble. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/language/chars.h"
#include "core/language/language.h"
#include "core/language/lemma.h"
#include "core/language/train/lexicon/build.h"

void die(const char *what, const char *which) {
    fprintf(stderr, "dateline-lexicon: %s: %s\n", which, what);
    exit(1);
}

static char *keep(builder *b, const char *text) {
    char *copy = dtl_arena_string(&b->arena, text, strlen(text));
    if (!copy) die("out of memory", text);
    return copy;
}

static FILE *open_file(const char *path) {
    FILE *file = fopen(path, "r");
    if (!file) die("cannot be read", path);
    return file;
}

static bool next_line(FILE *file, char *line, int room) {
    if (!fgets(line, room, file)) return false;
    line[strcspn(line, "\r\n")] = 0;
    return true;
}

/* ---- forms ------------------------------------------------------------- */

static void add_form(builder *b, const char *form, uint32_t bits) {
    if (!bits || !*form) return;
    form_row *row = DTL_PUSH(&b->arena, &b->forms);
    if (!row) die("out of memory", form);
    *row = (form_row){dtl_lexicon_hash(form, strlen(form), 0), keep(b, form),
                      bits};
}

static const struct {
    const char *code;
    uint32_t bits;
} codes[] = {
    {"n", DTL_LEX_NOUN}, {"ns", DTL_LEX_NOUN | DTL_LEX_PLURAL},
    {"v", DTL_LEX_VERB}, {"ve", DTL_LEX_VERB | DTL_LEX_PAST},
    {"vg", DTL_LEX_VERB | DTL_LEX_GERUND},
    {"vz", DTL_LEX_VERB | DTL_LEX_THIRD},
    {"a", DTL_LEX_ADJ}, {"ar", DTL_LEX_ADJ | DTL_LEX_COMPARATIVE},
    {"at", DTL_LEX_ADJ | DTL_LEX_SUPERLATIVE}, {"r", DTL_LEX_ADV}},
  classes[] = {
    {"act", DTL_LEX_ACT}, {"event", DTL_LEX_EVENT}, {"state", DTL_LEX_STATE},
    {"process", DTL_LEX_PROCESS}, {"phenomenon", DTL_LEX_PHENOMENON},
    {"communication", DTL_LEX_COMMUNICATION},
    {"cognition", DTL_LEX_COGNITION}, {"person", DTL_LEX_PERSON},
    {"group", DTL_LEX_GROUP}, {"location", DTL_LEX_LOCATION},
    {"artifact", DTL_LEX_ARTIFACT}, {"time", DTL_LEX_TIME},
    {"quantity", DTL_LEX_QUANTITY}, {"possession", DTL_LEX_POSSESSION},
    {"feeling", DTL_LEX_FEELING}, {"attribute", DTL_LEX_ATTRIBUTE}};

static uint32_t code_bits(char *list) {
    uint32_t bits = 0;
    for (char *at = strtok(list, ","); at; at = strtok(NULL, ","))
        for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
            if (strcmp(codes[i].code, at) == 0) bits |= codes[i].bits;
    return bits;
}

static uint32_t class_bits(char *list) {
    uint32_t bits = 0;
    for (char *at = strtok(list, ","); at; at = strtok(NULL, ","))
        for (size_t i = 0; i < sizeof classes / sizeof *classes; i++)
            if (strcmp(classes[i].code, at) == 0) bits |= classes[i].bits;
    return bits;
}

static void read_wordnet(builder *b, const char *path) {
    FILE *file = open_file(path);
    char line[512];
    while (next_line(file, line, sizeof line)) {
        char *tab = strchr(line, '\t');
        char *bar = tab ? strchr(tab, '|') : NULL;
        if (!bar) die("a line is not form TAB codes|classes", path);
        *tab = *bar = 0;
        add_form(b, line, code_bits(tab + 1) | class_bits(bar + 1));
    }
    fclose(file);
}

/* Letters from WordNet and tzdata only: G and Z places, F given names,
 * P persons' names, p and o common nouns for persons and groups. */
static uint32_t gazetteer_bits(const char *letters) {
    uint32_t bits = 0;
    for (; *letters; letters++)
        switch (*letters) {
        case 'G': case 'Z': bits |= DTL_LEX_PLACE; break;
        case 'F': bits |= DTL_LEX_FIRST_NAME; break;
        case 'P': bits |= DTL_LEX_NAME; break;
        case 'p': bits |= DTL_LEX_CAN_PERSON; break;
        case 'o': bits |= DTL_LEX_CAN_GROUP; break;
        default: break;
        }
    return bits;
}

static void read_gazetteer(builder *b, const char *path) {
    FILE *file = open_file(path);
    char line[512];
    while (next_line(file, line, sizeof line)) {
        char *tab = strchr(line, '\t');
        char *bar = tab ? strchr(tab, '|') : NULL;
        if (!bar) die("a line is not form TAB letters|codes", path);
        *tab = *bar = 0;
        add_form(b, line, gazetteer_bits(tab + 1));
    }
    fclose(file);
}

static void read_names(builder *b, const char *path) {
    FILE *file = open_file(path);
    char line[512], lower[512];
    while (next_line(file, line, sizeof line)) {
        char *name = strchr(line, ' ');
        if (!name || *line == '#') continue;
        *name++ = 0;
        dtl_chars_lower(name, strlen(name), lower, sizeof lower - 1);
        if (strcmp(line, "first") == 0)
            add_form(b, lower, DTL_LEX_FIRST_NAME);
        else if (strcmp(line, "demonym") == 0)
            add_form(b, lower, DTL_LEX_DEMONYM);
        else if (strcmp(line, "place") == 0)
            add_form(b, lower, DTL_LEX_PLACE);
        else if (strcmp(line, "surname") == 0)
            add_form(b, lower, DTL_LEX_NAME);
        else die("a line begins with no known kind", path);
    }
    fclose(file);
}

static int by_hash(const void *a, const void *b) {
    const form_row *x = a, *y = b;
    return x->hash < y->hash ? -1 : x->hash > y->hash;
}

/* Sorts and joins; two forms with the same 48 bits end the program. */
static void join_forms(builder *b) {
    qsort(b->forms.items, b->forms.count, sizeof *b->forms.items, by_hash);
    uint32_t kept = 0;
    for (uint32_t i = 0; i < b->forms.count; i++) {
        const form_row row = b->forms.items[i];
        form_row *last = kept ? &b->forms.items[kept - 1] : NULL;
        if (last && last->hash == row.hash &&
            strcmp(last->form, row.form) == 0)
            last->bits |= row.bits;
        else if (last && last->hash >> 48 == row.hash >> 48 &&
                 (uint32_t)last->hash == (uint32_t)row.hash)
            die("two forms share a hash: change it", row.form);
        else b->forms.items[kept++] = row;
    }
    b->forms.count = kept;
}

/* ---- lemmas ------------------------------------------------------------- */

static void add_lemma(builder *b, lemma_list *list, const char *form,
                      uint32_t key, const char *lemma, uint32_t rank) {
    lemma_row *row = DTL_PUSH(&b->arena, list);
    if (!row) die("out of memory", form);
    *row = (lemma_row){dtl_lexicon_hash(form, strlen(form), key),
                       keep(b, form), keep(b, lemma), key, 1, rank};
}

/* "installed instal": WordNet prefers the spelling with one consonant where
 * the rules, like the treebanks, find the one with two. */
static bool is_variant(const dtl_lexicon *lexicon, const char *form,
                       const char *lemma, dtl_pos pos) {
    char out[1024];
    const size_t length = strlen(lemma);
    if (pos != DTL_POS_VERB || strlen(form) > 500) return false;
    dtl_lemma_rule(lexicon, form, strlen(form),
                   strstr(form, "ing") ? DTL_TAG_VBG : DTL_TAG_VBD, out);
    return strlen(out) == length + 1 && strncmp(out, lemma, length) == 0 &&
           out[length] == lemma[length - 1];
}

/* "went go": an irregular form of any inflection. */
static void read_exceptions(builder *b, const dtl_lexicon *lexicon,
                            const char *directory, const char *name,
                            dtl_pos pos) {
    char path[1024], line[512];
    snprintf(path, sizeof path, "%s/%s", directory, name);
    FILE *file = open_file(path);
    while (next_line(file, line, sizeof line)) {
        char *lemma = strchr(line, ' ');
        if (!lemma || strchr(line, '_')) continue;
        *lemma++ = 0;
        lemma[strcspn(lemma, " ")] = 0;
        if (strcmp(line, lemma) != 0 && !is_variant(lexicon, line, lemma, pos))
            add_lemma(b, &b->lemmas, line, dtl_lemma_group(pos), lemma,
                      b->lemmas.count);
    }
    fclose(file);
}

static uint8_t pos_of(const char *name) {
    for (int i = 0; i < DTL_POS_COUNT; i++)
        if (strcmp(name, dtl_language_pos_name((dtl_pos)i)) == 0)
            return (uint8_t)i;
    return DTL_POS_X;
}

static uint8_t tag_of(const char *name) {
    for (int i = 1; i < DTL_TAG_COUNT; i++)
        if (strcmp(name, dtl_language_tag_name((dtl_tag)i)) == 0)
            return (uint8_t)i;
    return DTL_TAG_NONE;
}

static int split_line(char *line, char *fields[10]) {
    int count = 0;
    char *at = line;
    while (at && count < 10) {
        fields[count++] = at;
        at = strchr(at, '\t');
        if (at) *at++ = 0;
    }
    return count;
}

/* Names whose lemma is more than their form: Sept. -> September. Those that
 * are all capitals teach nothing. */
static void add_name(builder *b, const char *form, const char *lower,
                     const char *lemma, dtl_tag tag) {
    const size_t length = strlen(form);
    size_t uppers = 0;
    for (const char *c = form; *c; c++) uppers += *c >= 'A' && *c <= 'Z';
    if (uppers > 1 || strchr(form, '@')) return;
    add_lemma(b, &b->seen, lower, dtl_lemma_name_key(form, length, tag),
              lemma, b->seen.count);
}

static void read_treebank(builder *b, const char *path) {
    FILE *file = open_file(path);
    static char line[1 << 16], lower[1 << 12];
    char *f[10];
    while (next_line(file, line, sizeof line)) {
        if (*line == '#' || split_line(line, f) != 10) continue;
        if (f[0][strspn(f[0], "0123456789")]) continue;
        const dtl_pos pos = (dtl_pos)pos_of(f[3]);
        const dtl_tag tag = (dtl_tag)tag_of(f[4]);
        const size_t length = strlen(f[1]);
        if (strcmp(f[4], "GW") == 0 || strcmp(f[2], "_") == 0) continue;
        if (!dtl_chars_lower(f[1], length, lower, sizeof lower - 1)) continue;
        if (pos == DTL_POS_PROPN)
            add_name(b, f[1], lower, f[2], tag);
        else
            add_lemma(b, &b->seen, lower, dtl_lemma_key(pos, tag), f[2],
                      b->seen.count);
    }
    fclose(file);
}

static int by_form_and_lemma(const void *a, const void *b) {
    const lemma_row *x = a, *y = b;
    if (x->hash != y->hash) return x->hash < y->hash ? -1 : 1;
    if (x->key != y->key) return x->key < y->key ? -1 : 1;
    const int form = strcmp(x->form, y->form);
    if (form) return form;
    const int lemma = strcmp(x->lemma, y->lemma);
    if (lemma) return lemma;
    return x->rank < y->rank ? -1 : x->rank > y->rank;
}

/* The tag in the key of a name; 64 or more: it is no name's. */
static uint32_t name_tag(uint32_t key) {
    return (key & ~UINT32_C(0x40000)) -
           dtl_lemma_key(DTL_POS_PROPN, DTL_TAG_NONE);
}

static bool is_name_key(uint32_t key) {
    return name_tag(key) < 64;
}

/* A name that the rules get wrong at least twice. */
static bool is_needed_name(const lemma_row *row, uint32_t total) {
    char form[1 << 12], out[1 << 13];
    snprintf(form, sizeof form, "%s", row->form);
    if (!(row->key & 0x40000u) && *form >= 'a' && *form <= 'z')
        *form = (char)(*form - 32);
    const dtl_tag tag = (dtl_tag)name_tag(row->key);
    const size_t size = dtl_lemma_name(form, strlen(form), tag, out);
    out[size] = 0;
    if (strcmp(out, row->lemma) == 0) return total >= 5;
    return row->count >= 2 && row->count * 2 > total;
}

/* Whether the pair must stand in the lexicon: rules get it wrong, or it is
 * frequent and so needs no memory of a document. */
static bool is_needed(const dtl_lexicon *lexicon, const lemma_row *row,
                      uint32_t total) {
    char out[1 << 13];
    if (is_name_key(row->key)) return is_needed_name(row, total);
    const uint32_t label = row->key - dtl_lemma_key(DTL_POS_X, DTL_TAG_NONE);
    if (label % 64 == DTL_TAG_NNP) return total >= 2;
    dtl_lemma_rule(lexicon, row->form, strlen(row->form),
                   (dtl_tag)(label % 64), out);
    if (strcmp(out, row->lemma) == 0) return total >= 5;
    if (total == 1 && strcmp(out, row->form) != 0 &&
        dtl_lexicon_bits(lexicon, out, strlen(out)) &&
        !dtl_lexicon_bits(lexicon, row->lemma, strlen(row->lemma)))
        return false; /* met once, and no word: a slip of the treebank */
    return row->count * 2 > total;
}

/* Whether WordNet's exceptions, which stand first, know the form. */
static bool has_group(const builder *b, const lemma_row *row) {
    for (uint32_t i = 0; i < b->exceptions; i++)
        if (strcmp(b->lemmas.items[i].form, row->form) == 0) return true;
    return false;
}

/* "fled", of "flead", three times of three: WordNet knows better. */
static bool is_no_verb(const dtl_lexicon *lexicon, const lemma_row *row) {
    return row->key - dtl_lemma_key(DTL_POS_VERB, DTL_TAG_NONE) < 64 &&
           !dtl_lexicon_bits(lexicon, row->lemma, strlen(row->lemma));
}

/* Of each form and key the most frequent lemma. */
static void choose_lemmas(builder *b, const dtl_lexicon *lexicon) {
    lemma_row *rows = b->seen.items;
    qsort(rows, b->seen.count, sizeof *rows, by_form_and_lemma);
    for (uint32_t i = 0; i < b->seen.count;) {
        uint32_t total = 0, run = 0, best = i;
        uint32_t j = i;
        for (; j < b->seen.count && rows[j].key == rows[i].key &&
               strcmp(rows[j].form, rows[i].form) == 0; j++) {
            run = j > i && strcmp(rows[j].lemma, rows[j - 1].lemma) == 0
                      ? run + 1 : 1;
            rows[j].count = run;
            if (run > rows[best].count) best = j;
            total++;
        }
        const char *lemma = rows[best].lemma;
        const bool doubtful = total == 1 || is_no_verb(lexicon, &rows[best]);
        if (is_needed(lexicon, &rows[best], total) &&
            !(doubtful && has_group(b, &rows[best])))
            add_lemma(b, &b->lemmas, rows[best].form, rows[best].key, lemma,
                      0);
        i = j;
    }
}

static int by_form(const void *a, const void *b) {
    const lemma_row *x = a, *y = b;
    if (x->hash != y->hash) return x->hash < y->hash ? -1 : 1;
    return x->rank < y->rank ? -1 : x->rank > y->rank;
}

static void join_lemmas(builder *b) {
    lemma_row *rows = b->lemmas.items;
    qsort(rows, b->lemmas.count, sizeof *rows, by_form);
    uint32_t kept = 0;
    for (uint32_t i = 0; i < b->lemmas.count; i++) {
        if (kept && rows[kept - 1].hash == rows[i].hash) continue;
        if (kept && rows[kept - 1].hash >> 52 == rows[i].hash >> 52 &&
            (uint32_t)rows[kept - 1].hash == (uint32_t)rows[i].hash)
            die("two lemmas share a hash: change it", rows[i].form);
        rows[kept++] = rows[i];
    }
    b->lemmas.count = kept;
}

int main(int count, char **arguments) {
    if (count < 7) {
        fprintf(stderr, "usage: dateline-lexicon OUT wn.lex gaz.lex names.txt "
                        "WORDNET TRAIN.conllu...\n");
        return 2;
    }
    builder b = {0};
    dtl_arena_init(&b.arena, NULL, NULL);
    read_wordnet(&b, arguments[2]);
    read_gazetteer(&b, arguments[3]);
    read_names(&b, arguments[4]);
    join_forms(&b);
    const bytes bare = make_image(&b);
    const dtl_lexicon lexicon = dtl_lexicon_open(bare.items, bare.count);
    read_exceptions(&b, &lexicon, arguments[5], "noun.exc", DTL_POS_NOUN);
    read_exceptions(&b, &lexicon, arguments[5], "verb.exc", DTL_POS_VERB);
    read_exceptions(&b, &lexicon, arguments[5], "adj.exc", DTL_POS_ADJ);
    read_exceptions(&b, &lexicon, arguments[5], "adv.exc", DTL_POS_ADV);
    b.exceptions = b.lemmas.count;
    for (int i = 6; i < count; i++) read_treebank(&b, arguments[i]);
    choose_lemmas(&b, &lexicon);
    join_lemmas(&b);
    const bytes image = make_image(&b);
    write_image(&image, arguments[1]);
    printf("%s: %u forms, %u lemmas, %u bytes\n", arguments[1],
           b.forms.count, b.lemmas.count, image.count);
    dtl_arena_free(&b.arena);
    return 0;
}
