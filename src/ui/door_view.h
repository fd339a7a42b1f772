/* The door: a line to type in, and below it the people of an event or of one of its
 * sessions. What is typed finds people; with a comma it is a walk-in. Space says that the
 * one under the cursor is present, Enter takes the row it stands on. A sign-up list that is
 * pasted is shown first as it was understood. */
#ifndef ALIANZA_UI_DOOR_VIEW_H
#define ALIANZA_UI_DOOR_VIEW_H

#include "app/door.h"
#include "ui/state.h"

/* For the table of actions: the door of the event, session or attendance at hand. */
bool door_open(struct screen *sc, const struct call *call, struct error *e);
struct drafts;
/* If the newest draft left behind is of a door's line: shows that door with it, and takes the
 * draft over. False: it is none, or its event is not there. */
bool door_resume(struct screen *sc, struct drafts *drafts);
bool door_possible(const struct screen *sc);
bool door_here(const struct screen *sc);	/* is a door on the screen? */

/* Is the list of an event's attendance on the screen? There `a` opens the door, and Space
 * says that the one under the cursor is present, or is not after all. */
bool door_list_here(const struct screen *sc);
bool door_list_tick(struct screen *sc, struct error *e);

/* What the commands of the door do. */
enum door_todo {
	DOOR_TAKE, DOOR_TICK, DOOR_ALL, DOOR_CATEGORY, DOOR_STATE, DOOR_DETAILS, DOOR_UNDO
};
bool door_do(struct screen *sc, int todo, struct error *e);

/* The event at hand in a view; false when there is none. */
bool door_at_hand(struct screen *sc, const struct view *v, struct door *out);

#endif
