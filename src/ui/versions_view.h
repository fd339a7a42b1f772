/* All versions that the texts of a record had, newest first. Enter compares the one under
 * the cursor with the text of now, the newest with the one before it; two that are marked
 * are compared with each other. */
#ifndef ALIANZA_UI_VERSIONS_VIEW_H
#define ALIANZA_UI_VERSIONS_VIEW_H

#include "ui/state.h"

/* Of the record under the cursor; STATUS_NONE where there is none. */
bool versions_open(struct screen *sc, const struct call *call, struct error *e);

#endif
