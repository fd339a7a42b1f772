/* Words of a filter are looked for in texts. Who types "museum brazil" means what stands
 * in lists to choose from, and is told how that is asked for. */
#ifndef ALIANZA_APP_FILTER_HINT_H
#define ALIANZA_APP_FILTER_HINT_H

#include <stdbool.h>

#include "app/pane.h"
#include "base/str.h"
#include "store/store.h"

/* Appends the filter with "field:word" for each of its words that a value of a list or the
 * name of a country has: "subtype:museum country:brazil". The columns of the pane go before
 * other fields. False, and nothing appended, when there is no such word. */
bool filter_hint(struct store *s, const struct pane *pane, const char *filter,
    struct str *out);

#endif
