/* guide.c - parses a mirrored sentence and mirrors the result. */
#include "core/language/guide.h"

#include <string.h>

const dtl_token *dtl_guide_mirror(dtl_guide *guide, const dtl_token *tokens,
                                  uint32_t count) {
    dtl_token *mirrored = guide->tokens + DTL_TOKEN_PADDING;
    for (uint32_t i = 0; i < count; i++)
        mirrored[i] = tokens[count - 1 - i];
    memset(mirrored + count, 0, DTL_TOKEN_PADDING * sizeof *mirrored);
    mirrored[count].label = DTL_LABEL_ROOT;
    return mirrored - 1;
}

void dtl_guide_run(dtl_guide *guide, const dtl_parser_model *model,
                   dtl_token *tokens, uint32_t count) {
    const int end = (int)count + 1; /* the root; also n + 1 - node mirrors */
    dtl_parser_init(&guide->parser, dtl_guide_mirror(guide, tokens, count),
                    count, false);
    dtl_parser_run(model, &guide->parser);
    for (uint32_t i = 0; i < count; i++) tokens[i].guide_last = 0;
    for (int node = 1; node < end; node++) {
        const dtl_node *mirrored = &guide->parser.nodes[end - node];
        const int head = mirrored->head == end ? end : end - mirrored->head;
        tokens[node - 1].guide = (int16_t)head;
        tokens[node - 1].guide_dep = mirrored->dep;
        tokens[node - 1].guide_doubt = mirrored->doubt;
        if (head < end) tokens[head - 1].guide_last = (int16_t)node;
    }
}
