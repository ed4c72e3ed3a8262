/* fold.h - names that differ only in letter case, width or composition. */
#ifndef DTL_FOLD_H
#define DTL_FOLD_H

#include <stdbool.h>

/* Whether `words` is the name or a run of whole words of it, under
 * NFKC_Casefold (UAX #31): "lind" of "Bo Lind", "STRASSE" of "Stra\u00DFe".
 * Never for no words at all, nor for texts of more than 500 characters. */
bool dtl_fold_names(const char *name, const char *words);

#endif
