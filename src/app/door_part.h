/* The door, for its own files: door.c (understanding a line), door_enter.c (the list). */
#ifndef ALIANZA_APP_DOOR_PART_H
#define ALIANZA_APP_DOOR_PART_H

#include "app/door.h"

/* The fields of an attendance that the door fills. */
struct door_fields {
	const struct entity *ent;
	const struct field *event, *session, *person, *signed_name, *organisation, *stands,
	    *country, *category, *state, *at, *expectation;
};
struct door_fields door_fields(void);

/* Looks on the list for the person, or the name, of an arrival: fills listed. */
bool door_listed(struct store *s, const struct door_fields *of, const struct door *door,
    struct arrival *a, struct error *e);

#endif
