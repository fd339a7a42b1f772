/* Records to choose from. */
#ifndef ALIANZA_UI_PICK_RECORDS_H
#define ALIANZA_UI_PICK_RECORDS_H

#include "app/app.h"
#include "ui/pick.h"

/* Adds all records of an entity that are not in the trash, in the order of its list: the
 * title, the id as code, and hint (or NULL) beside each. */
bool pick_add_records(struct app *app, const struct entity *ent, const char *hint,
    struct pick *p, struct error *e);

#endif
