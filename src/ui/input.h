/* Bytes of a terminal to events. No curses and no waiting in here: whoever feeds it says
 * whether more bytes are there. UTF-8 is decoded here because ncurses' get_wch() loses
 * up to 143 bytes after a single broken one; a broken byte costs itself only. A
 * sequence that nobody knows is passed over whole (ECMA-48 5.4, 5.6), and a bracketed
 * paste of any size is one event. */
#ifndef ALIANZA_UI_INPUT_H
#define ALIANZA_UI_INPUT_H

#include "base/str.h"
#include "ui/key.h"

struct input {
	struct str bytes;
	size_t at;		/* of what is not yet taken */
	size_t searched;	/* of a paste, up to where its end was looked for */
	int64_t escaped;	/* when Esc was given for an ESC by itself; 0: not */
	struct str paste;
	struct input_learned {
		char bytes[16];
		const char *key;
	} learned[32];
	int learned_count;
};

/* What is known of the bytes to come. */
enum input_rest {
	INPUT_MORE,		/* there are some: wait for them */
	INPUT_QUIET,		/* none at this moment: ESC by itself is the key */
	INPUT_STALE		/* none for long: what is half is given up */
};
enum { INPUT_STALE_MS = 50, INPUT_PASTE_MS = 2000 };

void input_free(struct input *in);
/* A sequence of this terminal for a key, from terminfo; key lives longer than in. */
void input_learn(struct input *in, const char *bytes, const char *key);
/* ms: any clock that runs, to tell an ESC whose rest came late from the key. */
void input_feed(struct input *in, const char *bytes, size_t n, int64_t ms);
/* The next event; false when there is none (yet). */
bool input_next(struct input *in, enum input_rest rest, int64_t ms, struct event *ev);
/* Half an event is there; within a paste, longer ones may be waited for. */
bool input_waits(const struct input *in, bool *paste);

#endif
