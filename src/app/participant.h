/* Who took part in a conversation that a note records, and the organisation that a person
 * speaks for on a day. */
#ifndef ALIANZA_APP_PARTICIPANT_H
#define ALIANZA_APP_PARTICIPANT_H

#include "app/app.h"
#include "base/arena.h"

/* Within an action, enters who as "Name", or "Name, ORGANISATION"; both as people name
 * records (which.h), a name that nobody has stays as it was written. Without a code the
 * organisation is that of the only affiliation which held on the day of the note.
 * role: code or word of the list participant-role, NULL: was present. Refused when the same
 * person is entered already. */
bool participant_add(struct app *app, int64_t note, const char *who, const char *role,
    int64_t *id, struct error *e);

/* The organisations of the affiliations of the person which held on the day of this record,
 * a note or an event; without a date that is today. First the one the person came for most
 * often, then affiliates before others, and what began earlier before what began later. */
struct organisations {
	const int64_t *ids;	/* in mem */
	size_t count;
};
bool participant_organisations(struct store *s, int64_t person, const struct entity *ent,
    int64_t id, struct arena *mem, struct organisations *out, struct error *e);

#endif
