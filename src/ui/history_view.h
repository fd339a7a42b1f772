/* What happened to a record, or to the whole file, in sentences, newest first; Enter on
 * one that changed a text shows what it said before and since. */
#ifndef ALIANZA_UI_HISTORY_VIEW_H
#define ALIANZA_UI_HISTORY_VIEW_H

#include "app/app.h"
#include "ui/view.h"

/* id 0: of the whole file; the pane may be NULL then. */
struct view *history_view_new(struct app *app, const struct pane *pane, int64_t id);

#endif
