/* What was looked for and found, as a page whose lines open the records: who can help
 * with a topic, examples like a partner. */
#ifndef ALIANZA_UI_FOUND_VIEW_H
#define ALIANZA_UI_FOUND_VIEW_H

#include "ui/state.h"

/* For `who-can-help TOPIC...` and `like [PANE] WHICH` (insteads.c). */
bool found_helpers(struct screen *sc, int argc, const char *const *argv, struct error *e);
bool found_examples(struct screen *sc, int argc, const char *const *argv, struct error *e);

#endif
