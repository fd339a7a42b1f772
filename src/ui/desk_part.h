/* What the files of the desk share; nobody else reads it. */
#ifndef ALIANZA_UI_DESK_PART_H
#define ALIANZA_UI_DESK_PART_H

#include "ui/desk.h"
#include "ui/form_draw.h"

struct sheet {
	struct form *form;
	struct form_view view;
	struct sheet *next;
};

struct desk {
	struct drafts *drafts;	/* NULL: there is no place for them, or no file yet */
	struct sheet *open;	/* over the view it was opened from */
	const struct view *under;	/* that view; to be compared only */
	struct sheet *kept;	/* left unsaved, newest first */
	enum form_do warned;	/* the same key again means it */
};

/* The open form goes: without a trace, or to those left unsaved. */
void desk_done(struct screen *sc);
void desk_put_aside(struct screen *sc);

#endif
