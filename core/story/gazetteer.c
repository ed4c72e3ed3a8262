/* gazetteer.c - looks up what tables/write.c hashed. */
#include "core/story/gazetteer.h"

#include "core/story/key.h"

const dtl_gaz_row *dtl_gazetteer_find(const char *bytes, size_t length) {
    static const dtl_gaz_row nothing;
    const dtl_gazetteer *g = &dtl_gazetteer_english;
    const uint32_t hash = dtl_key_hash(DTL_GAZ_ROOM, bytes, length);
    for (uint32_t at = hash;; at++) {
        const uint16_t slot = g->slots[at & (g->slot_count - 1)];
        if (!slot) return &nothing;
        const dtl_gaz_phrase *phrase = &g->phrases[slot - 1];
        if (phrase->check == hash >> 16 &&
            dtl_key_equal(g->bytes + phrase->at, phrase->length, bytes,
                          length))
            return &g->rows[slot - 1];
    }
}
