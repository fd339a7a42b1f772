/* Which command a key means, from the tables of commands and panes.
 *
 * A command's keys are joined by ' '. "text/Space" holds in the context "text" only
 * (the name of a kind of view); a key without one holds wherever none is more special.
 * A pane's own key runs "pane" with its name. */
#ifndef ALIANZA_APP_KEYMAP_H
#define ALIANZA_APP_KEYMAP_H

#include "app/command.h"

struct binding {
	const struct command *command;	/* NULL: the key means nothing here */
	const char *argument;		/* its argument, or NULL */
};

/* Are letters typed in this context? There a key that types something is a command only
 * where it is named for the context. */
bool keymap_types(const char *context);

/* Has it keys, and all of them in other contexts than this one? Then it means nothing
 * here. */
bool keymap_elsewhere(const struct command *c, const char *context);

/* One that is named for the context goes before one that holds anywhere; where letters are
 * typed, keymap_types() decides. */
struct binding keymap_find(const char *context, const char *key);

enum { KEYMAP_KEY = 24 };
/* The i-th key of a command that holds in the context; false after the last.
 * context NULL: all, with its context in *in ("" for none; in may be NULL). */
bool keymap_key(const struct command *c, const char *context, int i,
    char key[KEYMAP_KEY], const char **in, size_t *in_length);

#endif
