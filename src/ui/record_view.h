/* One record: its fields in the groups of the dictionary, then the records that refer
 * to it, a line for each kind. */
#ifndef ALIANZA_UI_RECORD_VIEW_H
#define ALIANZA_UI_RECORD_VIEW_H

#include "app/app.h"
#include "ui/view.h"

/* NULL and a sentence when there is no such record. */
struct view *record_view_new(struct app *app, const struct pane *pane, int64_t id,
    struct error *e);

/* The field under its cursor, NULL: none, or v is no such view. */
const struct field *record_view_field(const struct view *v);
bool record_view_is(const struct view *v);
bool record_view_has_related(const struct view *v);
/* Is the cursor on related records? The field by which they refer to this one. */
bool record_view_related(const struct view *v, const struct field **ref,
    const struct entity **ent);
bool record_view_leads(const struct view *v);	/* does Enter lead on from there? */

#endif
