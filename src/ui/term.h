/* The terminal, or one that is nowhere (for --script): set up, events, size, colours,
 * and given back on every way out. Input is read here and not by curses (input.h),
 * which leaves painting to curses only. */
#ifndef ALIANZA_UI_TERM_H
#define ALIANZA_UI_TERM_H

#include "base/error.h"
#include "ui/draw.h"
#include "ui/key.h"

struct terminal;

struct term_options {
	const char *color;	/* auto, always, never; NULL: auto */
	const char *theme;	/* NULL or "": default */
	bool plain;		/* frames and signs in ASCII */
	bool offscreen;
	int rows, cols;		/* of an off-screen one */
};

/* One at a time. Signals are heard from here on until term_close. NULL and a sentence
 * where the terminal cannot do it. */
struct terminal *term_open(const struct term_options *options, struct error *e);
void term_close(struct terminal *t);	/* NULL is fine */

/* The next event that is there now; false: none. A dead terminal gives EVENT_HANGUP
 * again and again. */
bool term_next(struct terminal *t, struct event *ev);
/* Waits up to ms until something is there. */
void term_wait(struct terminal *t, int ms);
/* Does the person wait for an answer to a further key? */
bool term_pending(const struct terminal *t);

void term_resize(struct terminal *t);	/* after EVENT_RESIZE */
/* The terminal belongs to another program from here to term_return; false: it is none. */
bool term_leave(struct terminal *t);
void term_return(struct terminal *t);
/* Back to the shell with a sentence on its screen, until the shell wakes us. */
void term_suspend(struct terminal *t, const char *sentence);
void term_redraw(struct terminal *t);	/* the next term_show paints everything */
/* What was painted, in one go; the cursor is seen at y, x, or nowhere (y < 0). */
void term_show(struct terminal *t, int y, int x);

const struct draw *term_draw(const struct terminal *t);
bool term_theme(struct terminal *t, const char *name, struct error *e);
/* Appends what the screen shows, as lines without blanks at their ends, and then,
 * where asked, "ROW: FROM-TO ROLE" for each stretch that is not plain. */
void term_read(const struct terminal *t, bool attributes, struct str *out);

#endif
