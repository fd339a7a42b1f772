/* Records to choose from. */
#ifndef ALIANZA_UI_PICK_RECORDS_H
#define ALIANZA_UI_PICK_RECORDS_H

#include "app/app.h"
#include "ui/pick.h"

/* Adds all records of an entity that are not in the trash: title, and id as code. */
bool pick_add_records(struct app *app, const struct entity *ent, struct pick *p,
    struct error *e);

#endif
