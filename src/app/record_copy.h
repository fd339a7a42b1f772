/* A new record like another one. */
#ifndef ALIANZA_APP_RECORD_COPY_H
#define ALIANZA_APP_RECORD_COPY_H

#include "app/app.h"

/* Within an action. without: names of fields left out, ended by NULL. more: cells of its
 * own, for fields among those left out; count of them. */
bool record_copy(struct app *app, const struct record *old, const char *const *without,
    const struct cell *more, size_t count, int64_t *made, struct error *e);

#endif
