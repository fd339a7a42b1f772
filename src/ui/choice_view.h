/* A list that is no pane: rows of texts to choose from, which wrap where they are long.
 * Its filter leaves the rows that have all words. Help and trash are such lists. */
#ifndef ALIANZA_UI_CHOICE_VIEW_H
#define ALIANZA_UI_CHOICE_VIEW_H

#include "app/app.h"
#include "app/keymap.h"
#include "base/arena.h"
#include "ui/view.h"

struct choice {
	const char *left, *text, *right;	/* right may be NULL */
	const char *code;	/* what it is called in the file, not shown; NULL: nothing */
	struct binding does;	/* what choosing it runs; command NULL: nothing */
	int64_t id;		/* record it stands for; 0: none */
	bool heading;		/* cannot be chosen; gone while there is a filter */
};

struct choices {
	struct arena mem;	/* for the texts */
	struct choice *rows;
	size_t count;
};
void choices_add(struct choices *c, const struct choice *row);	/* texts are borrowed */

struct choice_kind {
	const char *name;	/* context of keys */
	const char *title;	/* N_() */
	const char *(*name_of)(const char *place);	/* title of a place; NULL: all have one */
	const char *none;	/* N_(): said where there is no row */
	/* Adds the rows, whenever the file has changed. place: see choice_view_new. */
	bool (*fill)(struct app *app, const char *place, struct choices *out,
	    struct error *e);
};

/* kind and place (its meaning is the kind's; may be NULL) are borrowed for ever. */
struct view *choice_view_new(struct app *app, const struct choice_kind *kind,
    const char *place);
/* The row under the cursor, NULL: none, or v is no such list. Borrowed until reload. */
const char *choice_view_place(const struct view *v);	/* NULL also when v is none */
const struct choice *choice_view_row(const struct view *v);

#endif
