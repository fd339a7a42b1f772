/* A line of minutes becomes a record of its own: a partner lead, a goal, a resource, a
 * need, an offer. The line stays, and leads to the record. */
#ifndef ALIANZA_APP_BECOME_H
#define ALIANZA_APP_BECOME_H

#include "app/app.h"

struct become;

/* The i-th thing a line can become, and its name as typed; NULL after the last. */
const char *become_at(int i);
/* STATUS_USAGE and a sentence that names them all when there is no such thing. */
const struct become *become_named(const char *name, struct error *e);
/* Makes the record from the entry, within an action; its name is what the line says
 * without signs and marks. The entry gets it where it has a field for such records, and
 * the note is about it from then on. */
bool become_make(struct app *app, const struct become *b, int64_t entry, int64_t *id,
    struct error *e);

#endif
