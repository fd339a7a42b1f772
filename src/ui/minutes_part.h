/* What the files of the view of minutes share; nobody else reads it. */
#ifndef ALIANZA_UI_MINUTES_PART_H
#define ALIANZA_UI_MINUTES_PART_H

#include "base/arena.h"
#include "ui/chooser.h"
#include "ui/edit_draw.h"
#include "ui/minutes_view.h"

/* What stands beside a line, made when it is first painted. */
struct minutes_aside {
	bool known;
	struct str told;
};

/* The completion that Tab turns. */
struct minutes_turn {
	struct arena mem;
	struct line_choices choices;
	size_t now;		/* which of them stands there */
	size_t length;		/* its bytes, from choices.start on */
	uint64_t version;	/* of the text with it; 0: none is being turned */
};

struct minutes_view {
	struct view view;
	struct screen *sc;
	struct minutes *m;
	struct edit *edit;	/* the line with the cursor */
	size_t at;		/* which one that is, as shown */
	bool fresh;		/* it is not in the file: the others go on behind it */
	int64_t record;		/* its entry; 0: a new one */
	struct str kind;	/* chosen for it; "": what it has, or says */
	bool no_due;		/* its last words are no date */
	uint64_t drafted;	/* version that the draft has */
	bool typed;		/* the last key put a letter in */
	struct minutes_aside *asides;	/* of the lines of m, in their order */
	size_t aside_count;
	struct minutes_aside here;	/* of the line with the cursor */
	uint64_t here_version;
	struct minutes_turn turn;
	struct chooser *chooser;	/* over the lines */
	void (*chosen)(struct minutes_view *mv, const struct pick_item *item);
	const struct pick *letters;	/* its items, where one letter alone chooses; or NULL */
	const struct pick *words;	/* its items, where words beside them begin the line */
	bool begun;		/* a new note has its kind: Esc leaves the list only */
	struct edit *find;	/* what is looked for; NULL: nothing is */
	size_t top, skip;	/* the line at the top, and rows of it that are above */
	struct minutes_layout {
		int cols;	/* of the box */
		int head;	/* rows above the lines */
		int rows;	/* for lines */
		int text, text_cols;	/* where the text stands */
		int aside, aside_cols;	/* what is understood; cols 0: below the text */
	} layout;
	int caret_y, caret_x;
};

struct minutes_view *minutes_of(struct view *v);	/* NULL: it is none */

/* --- minutes_view.c --- */

size_t minutes_shown(const struct minutes_view *mv);	/* lines, with a new one */
/* Where line i as shown is in mv->m; the line with the cursor must not be a new one. */
size_t minutes_index(const struct minutes_view *mv, size_t i);
bool minutes_changed(const struct minutes_view *mv);	/* is there something to save? */
struct minutes_typed minutes_now(const struct minutes_view *mv);
/* Puts line i, or a new one before it, into the editor; the one before is saved. */
void minutes_begin(struct minutes_view *mv, size_t i, bool fresh);
/* Saves the line with the cursor and leaves it where it is. */
bool minutes_keep(struct minutes_view *mv, struct error *e);
/* Saves it and goes to another one, as shown; false: it stays. */
bool minutes_go(struct minutes_view *mv, size_t i, struct error *e);
/* What is typed and not saved is on disk soon. */
void minutes_draft(struct minutes_view *mv);
/* The editor's line was saved, together with others. */
void minutes_saved(struct minutes_view *mv);
void minutes_asides_forget(struct minutes_view *mv);
const char *minutes_told(struct minutes_view *mv, size_t i);	/* i as shown */

/* --- minutes_keys.c --- */

bool minutes_type(struct view *v, const struct event *ev);

/* --- minutes_find.c --- */

bool minutes_find_event(struct minutes_view *mv, const struct event *ev);
void minutes_find_open(struct minutes_view *mv);

/* --- minutes_kind.c --- */

void minutes_turn_end(struct minutes_view *mv);
bool minutes_complete(struct minutes_view *mv);		/* false: nothing to complete */
void minutes_kinds_open(struct minutes_view *mv);
/* For the list over the lines. False: it is closed, and the key means something else. */
bool minutes_choose_event(struct minutes_view *mv, const struct event *ev);

/* --- minutes_open.c --- */

/* Opens a list over the lines, which takes over the pick. */
void minutes_choose(struct minutes_view *mv, struct pick *pick, const char *label,
    void (*chosen)(struct minutes_view *mv, const struct pick_item *item));
/* Offers what a new note may be, the usual kind first; who just writes takes that. */
void minutes_ask_kind(struct minutes_view *mv, const char *kind);
bool minutes_ask_person(struct minutes_view *mv, struct error *e);	/* who was there */

/* --- minutes_draw.c --- */

void minutes_draw(struct view *v, const struct draw *d, struct box box, bool all);
/* The line painted in a row of the box, as shown; SIZE_MAX: none. */
size_t minutes_at_row(struct minutes_view *mv, int row);

#endif
