/* The door, for its own files: door_view.c (the view), door_draw.c (painting), door_keys.c
 * (what is typed and done), door_draft.c (what is typed comes back after a crash). */
#ifndef ALIANZA_UI_DOOR_PART_H
#define ALIANZA_UI_DOOR_PART_H

#include "ui/door_rows.h"
#include "ui/door_view.h"
#include "ui/edit.h"
#include "ui/edit_draw.h"

#define DOOR_PANE "attendance"

enum { DOOR_HEAD = 2 };		/* rows above the people: the line, the labels */

struct door_view {
	struct view view;
	struct screen *sc;
	struct door_rows rows;
	struct edit *edit;		/* the line */
	struct edit_scroll scroll;
	size_t cursor, top;
	int page;			/* rows for people */
	bool browsing;			/* the arrows were used: Space is no letter then */
	struct str pasted;		/* a sign-up list that waits for Enter */
	size_t passed;			/* its lines that name nobody */
	struct str goal;		/* who the cursor shall be on when the list is read */
	int caret_y, caret_x;
};

struct door_view *door_show(struct screen *sc, const struct door *door);
struct door_view *door_of(struct view *v);	/* NULL: it is none */
void door_draw(struct view *v, const struct draw *d, struct box box, bool all);
bool door_type(struct view *v, const struct event *ev);
void door_draft(struct door_view *dv);		/* what stands in the line now */
/* Shows what fits the line, or the list that was pasted. */
bool door_find(struct door_view *dv, struct error *e);
void door_go(struct door_view *dv, size_t row);		/* the last one at most */
const struct door_row *door_row_now(const struct door_view *dv);	/* NULL: none */

#endif
