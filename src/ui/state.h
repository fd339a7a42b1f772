/* What the screen is, for its own files: screen.c (loop, views), events.c, paint.c, run.c
 * (running commands), actions.c (what the screen's commands do), script.c. */
#ifndef ALIANZA_UI_STATE_H
#define ALIANZA_UI_STATE_H

#include "app/shell.h"
#include "ui/bar.h"
#include "ui/menu.h"
#include "ui/palette.h"
#include "ui/prompt.h"
#include "ui/term.h"
#include "ui/view.h"

enum { SAID = 2, PANES_MAX = 64 };

enum dirty {
	DIRTY_VIEW = 1 << 0,	/* some of it */
	DIRTY_ALL = 1 << 1	/* nothing of what the screen shows is good */
};

struct screen {
	struct shell *sh;
	struct app *app;
	struct term_options options;
	struct terminal *term;
	struct history history;
	struct view *lists[PANES_MAX];	/* by pane, made when first asked for */
	struct prompt prompt;
	bool drafted;			/* what stands in it is kept as a draft */
	struct palette *palette;	/* above a ':' prompt; made when first asked for */
	struct menu *menu;		/* NULL: not open */
	struct desk *desk;		/* forms being filled in */
	struct str pasted;		/* over a list; waits for what is to be done with it */
	struct import_ask *import;	/* columns being asked about; NULL: none */
	struct asking *asking;		/* a list to choose from, over all; NULL: none */
	struct asking *answered;	/* the one that just was, and is being acted on */
	const struct report *asked;	/* whose stretch of time is being asked for */
	struct first *first;		/* the questions of a first start; NULL: none */
	struct said {			/* the command log, newest first */
		struct str text;
		enum role role;
		bool old;	/* said before the last key */
		size_t lasting;	/* bytes of it; behind them, how to take it back. 0: all */
	} said[SAID];
	bool news;			/* one was said since the last key */
	struct bar panes, keys;
	struct {			/* what the last key meant, for keys that repeat */
		const char *context;
		char key[KEY_NAME];
		struct binding does;
	} last_key;
	struct box middle;		/* where the view is */
	bool beside;			/* the record ahead of a list stands beside it */
	unsigned dirty;
	int64_t version;		/* of the file as it was read */
	int64_t pressed;		/* when a row was pressed last, ms */
	bool quit;
	int64_t errors;			/* said so far */
	struct error failed;		/* the last of them */
};

/* --- screen.c --- */

void screen_say(struct screen *sc, enum role role, const char *sentence);
void screen_heard(struct screen *sc);	/* a key comes: what was said till now is old */
void screen_hint_drop(struct screen *sc);	/* old hints (ROLE_DIM) */
/* What was said before this key belongs to the view that is left: elsewhere "Ctrl-Z undoes"
 * would not be true. Warnings and drafts stay, they hold everywhere. */
void screen_forget(struct screen *sc);
void screen_fail(struct screen *sc, const struct error *e);
/* Reloads what is stale and paints what is dirty. */
void screen_refresh(struct screen *sc);
/* What the view shows is as the file is: before a key that was typed ahead acts on it. */
void screen_fresh(struct screen *sc);
bool screen_idle(struct screen *sc);		/* a slice; true while there is more */
struct view *screen_view(const struct screen *sc);
void screen_show_view(struct screen *sc, struct view *v);	/* behind this one */
bool screen_pane(struct screen *sc, const struct pane *pane, struct error *e);
bool screen_go(struct screen *sc, int at);	/* in the history */
void screen_filter(struct screen *sc, const char *text);
void screen_rest(struct screen *sc);		/* the view lets go of the file */

/* --- events.c --- */

void screen_event(struct screen *sc, const struct event *ev);
/* Who types fast behind Esc means two keys: a key with Alt that nobody knows is taken
 * as both. False: it is none. */
bool screen_two_keys(struct screen *sc, const struct event *ev);

/* --- paint.c --- */

void screen_paint(struct screen *sc);	/* everything that is dirty; only screen_refresh asks */

/* --- run.c --- */

/* A line as after ":": a command, or the name of a pane. Its answer becomes a view. */
bool run_line(struct screen *sc, const char *line, struct error *e);
bool run_call(struct screen *sc, int argc, const char *const *argv, struct error *e);
/* What a key or a press stands for. */
bool run_binding(struct screen *sc, struct binding b, struct error *e);
/* The same from a list of commands: what needs more words gets them typed. */
bool run_or_ask(struct screen *sc, struct binding b, struct error *e);
/* Opens ':' with this in it. */
void run_ask(struct screen *sc, const char *line);
/* The sentence said last tells what was changed: now it tells how to take it back too. */
void run_undo_tell(struct screen *sc);
bool run_possible(void *sc, const struct command *c);	/* can it do something now? */

/* --- actions.c --- */

/* For struct app_screen. */
bool action_run(struct screen *sc, const char *name, const struct call *call,
    struct error *e);
bool action_possible(const struct screen *sc, const char *name);

/* --- insteads.c --- */

/* Commands of the shell that mean something better here: true when it was one of
 * them, with how it went in *ok. */
bool action_instead(struct screen *sc, int argc, const char *const *argv, bool *ok,
    struct error *e);
/* Given its list alone, does the command ask for the rest in a better way than ":"? */
bool action_asks(const struct command *c);

/* --- first.c --- */

/* Asks what a first start has to know; the screen has no file until then. */
void first_open(struct screen *sc);
void first_event(struct screen *sc, const struct event *ev);
int first_draw(struct screen *sc, const struct draw *d, struct box box);
void first_close(struct screen *sc);

/* --- script.c --- */

/* Plays the steps; the exit status of the program. */
int script_play(struct screen *sc, const char *path);

#endif
