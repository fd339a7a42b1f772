/* The line of panes at the top and the line of keys at the bottom. */
#ifndef ALIANZA_UI_BAR_H
#define ALIANZA_UI_BAR_H

#include "app/keymap.h"
#include "ui/draw.h"
#include "ui/key.h"

enum { BAR_ITEMS = 32, BAR_KEPT = 2, BAR_KEYS = 256 };

struct bar {
	struct bar_item {	/* what was drawn, and what a press on it does */
		int from, to;	/* columns */
		struct binding does;
		const char *key;	/* of a command, as it stands below */
	} items[BAR_ITEMS];
	int count;
	bool drawn;
	/* What there is to tell in a kind of view, in order: looked up once and not with
	 * each key that is pressed in it. */
	const char *context;
	struct bar_key {
		const struct command *command;
		char key[KEYMAP_KEY];
		bool own;	/* named for the context */
		int width;	/* with its label; 0: not measured yet */
	} kept[BAR_KEPT], keys[BAR_KEYS];
	int key_count;
};

/* Something else is drawn there, or was: nothing of it is good. */
void bar_forget(struct bar *bar);

/* Main panes by their keys, the current one (or another one) accented; NULL: none. */
void bar_panes(struct bar *bar, const struct draw *d, struct box box, int y,
    const struct pane *current);

/* Keys of commands that can run now, in the order of their table, as many as fit; help
 * and menu stay to the last. Drawn only where they are not those drawn last. */
void bar_keys(struct bar *bar, const struct draw *d, struct box box, int y,
    const char *context, bool (*possible)(void *ctx, const struct command *c), void *ctx);

struct binding bar_at(const struct bar *bar, int x);	/* .command NULL: nothing there */

#endif
