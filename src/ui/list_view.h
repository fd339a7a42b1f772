/* THE list: any pane with its columns, a cursor and a filter. */
#ifndef ALIANZA_UI_LIST_VIEW_H
#define ALIANZA_UI_LIST_VIEW_H

#include "app/app.h"
#include "ui/view.h"

/* A root of paths; NULL and a sentence when the pane's columns are wrong. */
struct view *list_view_new(struct app *app, const struct pane *pane, struct error *e);

#endif
