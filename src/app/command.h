/* THE COMMANDS: one const table per group (cmd_*.c) from which keys, menu, `:`
 * line, palette, shell, help, manual and completions are made. */
#ifndef ALIANZA_APP_COMMAND_H
#define ALIANZA_APP_COMMAND_H

#include "app/app.h"

enum command_flag {
	C_FILE = 1 << 0,	/* needs the file open */
	C_CHANGES = 1 << 1,	/* the dispatcher makes an action around it */
	C_SCREEN = 1 << 2,	/* only with a screen */
	C_SHELL = 1 << 3,	/* only from the shell (init) */
	C_BACKUP = 1 << 4,	/* a backup is made before it */
	C_WRITES = 1 << 7,	/* changes the file in actions of its own (undo, import) */
	C_RECORD = 1 << 5,	/* on the screen: acts on the record under the cursor */
	C_EVENT = 1 << 9,	/* on the screen: its first argument is the event at hand */
	C_TRASH = 1 << 8,	/* that record has to be in the trash */
	C_FIRST = 1 << 10,	/* among the first lines of its menu */
	C_REPEATS = 1 << 6	/* the last argument may be given several times */
};

/* What an argument is, for completion and prompts. */
enum argument_kind {
	ARG_NONE, ARG_PANE, ARG_WHICH, ARG_FILTER, ARG_ASSIGNMENT, ARG_FILE, ARG_DIR,
	ARG_LIST, ARG_NUMBER, ARG_COMMAND, ARG_NAME, ARG_TEXT, ARG_COLUMN,
	ARG_REPORT
};

struct option {
	const char *name;	/* without "--" */
	const char *value;	/* N_(): name of its value; NULL: a switch */
	const char *help;	/* N_() */
	enum argument_kind kind;
};
extern const struct option options[];	/* .name NULL ends (options.c) */

struct call {
	int argc;		/* arguments, options taken out */
	const char *const *argv;
	const struct option *const *options;	/* given, in order; NULL ends */
	const char *const *values;		/* of each, NULL for a switch */
	bool dry_run;		/* set by the handler: take everything back at the end */
};

struct command {
	const char *name;	/* typed in the shell and after ":" */
	const char *keys;	/* default keys, joined by ' '; NULL: none */
	const char *args;	/* N_() synopsis: "PANE [FILTER...]"; NULL: none */
	enum argument_kind kinds[4];	/* of the arguments, the last one repeats */
	const char *options;	/* names of options it takes, joined by ' '; NULL: none */
	const char *label;	/* N_(): short, for menu and key line */
	const char *help;	/* N_(): one or two whole sentences */
	const char *menu;	/* N_(): menu it stands in; NULL: none */
	int min, max;		/* arguments; max -1: any number */
	unsigned flags;
	/* C_SCREEN: NULL, for the screen knows what the name means (app_screen) */
	bool (*run)(struct app *app, struct call *call, struct error *e);
};

extern const struct command *const command_groups[];	/* NULL ends (command.c) */

const struct command *command_find(const char *name);	/* exact, then folded */
/* The i-th of all commands, in the order of the groups; NULL after the last. */
const struct command *command_at(int i);

bool option_taken(const struct command *c, const struct option *o);	/* does it take it? */

/* Value of an option given (the last one), "" for a switch, NULL when not given. */
const char *call_option(const struct call *call, const char *name);
/* --limit; 0 when it is not given. */
bool call_limit(const struct call *call, int64_t *limit, struct error *e);
/* The i-th value of an option that may be repeated; NULL after the last. */
const char *call_option_at(const struct call *call, const char *name, int i);

/* Runs words as a command: the one way from shell, keys, ":", menu and scripts.
 * Checks options and counts, opens the file, makes backup and action, says the
 * history sentence of what changed, sets redraw bits. STATUS_USAGE with the nearest
 * name when the command or option is unknown. */
bool command_run(struct app *app, int argc, const char *const *argv, struct error *e);
bool words_split(const char *line, struct arena *mem, const char ***words, int *count,
    struct error *e);

#endif
