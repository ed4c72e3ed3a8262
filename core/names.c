/* names.c - how CoNLL-U writes parts of speech, tags and relations. */
#include "core/model.h"

const char *dtl_language_pos_name(dtl_pos pos) {
    static const char *const names[DTL_POS_COUNT] = {
        "X", "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN",
        "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB"};
    return pos < DTL_POS_COUNT ? names[pos] : "X";
}

const char *dtl_language_tag_name(dtl_tag tag) {
    static const char *const names[DTL_TAG_COUNT] = {
        "_", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD", "TO", "NN", "NNS",
        "NNP", "NNPS", "POS", "PRP", "PRP$", "WDT", "WP", "WP$", "WRB", "JJ",
        "JJR", "JJS", "RB", "RBR", "RBS", "RP", "IN", "CD", "DT", "EX"};
    return tag < DTL_TAG_COUNT ? names[tag] : "_";
}

const char *dtl_language_dep_name(dtl_dep dep) {
    static const char *const names[DTL_DEP_COUNT] = {
        "dep", "root", "nsubj", "nsubj:pass", "nsubj:outer", "obj", "iobj",
        "csubj", "csubj:pass", "ccomp", "xcomp", "obl", "obl:agent",
        "obl:unmarked", "vocative", "expl", "dislocated", "advcl",
        "advcl:relcl", "advmod", "discourse", "aux", "aux:pass", "cop",
        "mark", "nmod", "nmod:poss", "nmod:unmarked", "nmod:desc", "appos",
        "nummod", "acl", "acl:relcl", "amod", "det", "det:predet", "case",
        "conj", "cc", "cc:preconj", "fixed", "flat", "list", "parataxis",
        "compound", "compound:prt", "orphan", "goeswith", "reparandum",
        "punct"};
    return dep < DTL_DEP_COUNT ? names[dep] : "dep";
}
