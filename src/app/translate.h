/* A document in another language: a record of its own that refers to the first. */
#ifndef ALIANZA_APP_TRANSLATE_H
#define ALIANZA_APP_TRANSLATE_H

#include "app/app.h"

/* Within an action: copies a record as a draft of its translation, its text to be written
 * over. STATUS_USAGE for records that have no translations, STATUS_EXISTS when it is in
 * that language, or has a translation in it. */
bool translate(struct app *app, const struct entity *ent, int64_t id, const char *language,
    int64_t *made, struct error *e);

#endif
