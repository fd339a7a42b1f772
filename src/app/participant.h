/* Who took part in a conversation that a note records, with the organisation that the
 * person spoke for on that day. */
#ifndef ALIANZA_APP_PARTICIPANT_H
#define ALIANZA_APP_PARTICIPANT_H

#include "app/app.h"

/* Within an action, enters who as "Name", or "Name, ORGANISATION"; both as people name
 * records (which.h), a name that nobody has stays as it was written.
 * Without a code the organisation is that of the only affiliation which held on the day of
 * the note. role: code or word of the list participant-role, NULL: was present. Refused when the same person is entered already. */
bool participant_add(struct app *app, int64_t note, const char *who, const char *role,
    int64_t *id, struct error *e);

#endif
