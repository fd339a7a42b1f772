/* THE list: any pane with its columns, a cursor and a filter. */
#ifndef ALIANZA_UI_LIST_VIEW_H
#define ALIANZA_UI_LIST_VIEW_H

#include "app/app.h"
#include "ui/list_rows.h"
#include "ui/view.h"

/* A root of paths; NULL and a sentence when the pane's columns are wrong. */
struct view *list_view_new(struct app *app, const struct pane *pane, struct error *e);
/* The records of a pane that refer to one by a field; no root. */
struct view *list_view_related(struct app *app, const struct pane *pane,
    const struct field *field, int64_t id, struct error *e);

/* A filter is going to be typed in this view: a list makes itself ready. */
void list_view_expect(struct view *v);
/* The rows of a view that is such a list, NULL for others: columns and order. */
struct list_rows *list_view_rows(struct view *v);

#endif
