/* How a figure comes about: one sentence, the rows behind it, and the command of the
 * shell that shows them. */
#ifndef ALIANZA_APP_WHY_H
#define ALIANZA_APP_WHY_H

#include "app/app.h"

/* Appends lines of text about one computed field of a record (its name or label), or,
 * with NULL, about how pressing the record is and all of its figures that have a value.
 * STATUS_USAGE when the field is typed in and not worked out. */
bool why_add(struct app *app, const struct pane *pane, int64_t id, const char *field,
    struct str *out, struct error *e);

#endif
