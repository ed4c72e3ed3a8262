/* cast_type.c - the type of an actor from the votes of its names. */
#include "core/story/casting.h"

dateline_actor_type dtl_casting_type(const dtl_profile *profile) {
    return profile->type;
}

/* How much likelier "other" must be: it is also what mistakes look like. */
#define OTHER_HANDICAP 2

/* The likeliest type. The form of the fullest name counts in full, with the
 * titles of all; what stands around the names counts as the mean. */
static dateline_actor_type settle(const dtl_naming *naming,
                                  const dtl_profile *profile) {
    static const dateline_actor_type order[] = {
        DATELINE_ACTOR_PERSON, DATELINE_ACTOR_ORGANIZATION,
        DATELINE_ACTOR_PLACE, DATELINE_ACTOR_GROUP, DATELINE_ACTOR_OTHER};
    int votes[DTL_ACTOR_TYPES] = {0};
    if (profile->best == DTL_NONE) return profile->type;
    const uint64_t best_signs = naming->clues.items[profile->best].signs;
    dtl_name_weigh((best_signs & dtl_signs_of_form) |
                       (profile->signs & dtl_signs_of_title), votes);
    votes[DATELINE_ACTOR_OTHER] -= OTHER_HANDICAP;
    dateline_actor_type best = DATELINE_ACTOR_OTHER;
    int most = 0;
    for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
        const int around = profile->votes[order[i]];
        const int n = (int)profile->votes_count;
        const int score = votes[order[i]] * 2 + (n ? around * 2 / n : 0);
        if (score <= most) continue;
        best = order[i];
        most = score;
    }
    return best;
}

void dtl_casting_settle_one(const dtl_naming *naming,
                            dtl_profile *profile) {
    profile->type = settle(naming, profile);
}

void dtl_casting_settle(dtl_naming *naming) {
    for (uint32_t i = 0; i < naming->profiles.count; i++)
        dtl_casting_settle_one(naming, &naming->profiles.items[i]);
}

void dtl_casting_add_votes(dtl_profile *profile, const dtl_clue *clue) {
    profile->signs |= clue->signs;
    profile->votes_count++;
    int form[DTL_ACTOR_TYPES] = {0};
    dtl_name_weigh(clue->signs & dtl_signs_of_form, form);
    for (int i = 0; i < DTL_ACTOR_TYPES; i++)
        profile->votes[i] += clue->votes[i] - form[i];
}
