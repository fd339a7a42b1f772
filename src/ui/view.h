/* A view is what fills the middle of the screen: a list, a text, later a form. The
 * screen owns them and asks; a view paints only when it is told to. */
#ifndef ALIANZA_UI_VIEW_H
#define ALIANZA_UI_VIEW_H

#include <stdbool.h>
#include <stdint.h>

#include "base/error.h"
#include "base/str.h"
#include "model/entity.h"
#include "ui/draw.h"
#include "ui/key.h"
#include "ui/marks.h"

enum motion {
	MOVE_UP, MOVE_DOWN, MOVE_LEFT, MOVE_RIGHT, MOVE_PAGE_UP, MOVE_PAGE_DOWN,
	MOVE_HALF_UP, MOVE_HALF_DOWN, MOVE_TOP, MOVE_BOTTOM
};

struct view;

struct view_ops {
	const char *name;	/* context of keys: "list", "text" */
	/* all: what the box holds is not what was painted there last. The box may be of
	 * any size, also without a row. */
	void (*draw)(struct view *v, const struct draw *d, struct box box, bool all);
	/* Where the cursor stands in the box, for those who hear the screen. */
	int (*cursor)(struct view *v);
	/* False: there is nothing more that way. */
	bool (*move)(struct view *v, enum motion motion);
	/* May be NULL: a press at a row of the box; true when it chose the row under it. */
	bool (*press)(struct view *v, int row);
	/* What is shown may have changed, or the filter has: read it again, as far as the
	 * next draw needs it. False: what was there stays. */
	bool (*reload)(struct view *v, struct error *e);
	/* May be NULL: a few milliseconds of work that can wait; true while there is more. */
	bool (*idle)(struct view *v);
	void (*rest)(struct view *v);	/* may be NULL: view_let_go() */
	void (*title)(struct view *v, struct str *out);	/* its part of the path */
	void (*count)(struct view *v, struct str *out);	/* "7 of 188" */
	void (*close)(struct view *v);	/* frees what the kind of view added, and it */
	/* May be NULL: marks the record under the cursor (or takes the mark away), or
	 * all there are. */
	void (*mark)(struct view *v, bool all);
	/* May be NULL: what Enter leads to from here, as a view of the caller's; NULL
	 * and a sentence when there is nothing. */
	struct view *(*enter)(struct view *v, struct error *e);
	/* May be NULL: shows another record of the same kind, as the cursor of a list
	 * beside it moves. */
	bool (*turn)(struct view *v, int64_t id, struct error *e);
	/* May be NULL: goes to the next part of what it shows; false: it was in the last. */
	bool (*next)(struct view *v);
	/* May be NULL: takes typed keys and pastes before they are commands. True: used. */
	bool (*type)(struct view *v, const struct event *ev);
	/* May be NULL: where the next letter will stand, in the box as drawn last; -1 for
	 * nowhere. */
	void (*caret)(struct view *v, int *y, int *x);
	/* May be NULL: is a list to choose from open over it? The last line tells its keys. */
	bool (*choosing)(const struct view *v);
};

struct view {
	const struct view_ops *ops;
	const struct pane *pane;	/* the list it is or came from; may be NULL */
	int64_t id;		/* record it shows or has under the cursor, 0: none */
	const struct field *ref;	/* all its records refer by this field to the record */
	int64_t of;			/* `of`; NULL: it is no such list */
	struct str filter;	/* as typed; the view takes it at reload */
	struct str called;	/* what people call a saved view; "": as its pane */
	struct marks marks;	/* records marked to be acted on together */
	bool root;		/* begins a path */
	bool led;		/* came with its filter: Esc leaves the view, not the filter */
	bool kept;		/* lives as long as the screen; else till it is left */
	bool stale;		/* to be reloaded before it is drawn */
	bool seeks;		/* id was just made: it may stand anywhere in the list */
	int64_t sought;		/* was just made and the filter hides it: the cursor goes to it
				 * when the filter is taken away; 0: none */
	bool aside;		/* drawn beside the one that keys go to */
};

/* Before others use the file: lets go of what it has open of it, saves what waits. */
void view_let_go(struct view *v);
/* Closes a view that is not in a history, which frees its own. */
void view_free(struct view *v);

/* The views gone through, as in a browser of pages. */
enum { HISTORY_MAX = 64 };
struct history {
	struct view *views[HISTORY_MAX];
	int count, at, last;	/* last: where we were before */
};

struct view *history_now(const struct history *h);	/* NULL when empty */
/* Behind where we are; those ahead are closed. */
void history_push(struct history *h, struct view *v);
bool history_go(struct history *h, int at);	/* false: there is none */
void history_free(struct history *h);
/* Appends the path to where we are. */
void history_path(const struct history *h, const struct draw *d, struct str *out);

#endif
