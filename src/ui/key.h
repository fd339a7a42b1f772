/* What a person does, as events; keys have names: "a", "é", "Space", "Enter", "Tab",
 * "S-Tab", "Esc", "BS", "Del", "Ins", "Up" ... "PgDn", "Home", "End", "F1" ... "F12",
 * "^R" with Ctrl. "A-" in front is Alt, "C-" and "S-" are Ctrl and Shift where the key
 * has a name of its own ("C-A-Left", always in the order C A S). */
#ifndef ALIANZA_UI_KEY_H
#define ALIANZA_UI_KEY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { KEY_NAME = 24 };

enum event_kind {
	EVENT_KEY, EVENT_PASTE, EVENT_MOUSE, EVENT_RESIZE, EVENT_SUSPEND,
	EVENT_HANGUP		/* the terminal is gone, or the program shall end */
};

enum mouse { MOUSE_PRESS, MOUSE_WHEEL_UP, MOUSE_WHEEL_DOWN };

struct event {
	enum event_kind kind;
	char key[KEY_NAME];	/* EVENT_KEY */
	char text[8];		/* EVENT_KEY: the character it types (UTF-8), or "" */
	const char *paste;	/* EVENT_PASTE: as pasted, lines end with \n; may be no
				 * UTF-8; borrowed until the next event */
	size_t length;
	enum mouse mouse;	/* EVENT_MOUSE, from 0 */
	int row, col;
};

enum key_modifier { KEY_SHIFT = 1, KEY_ALT = 2, KEY_CTRL = 4 };	/* xterm's bits */

/* The key of a code point as typed (control characters included). */
struct event key_of_char(uint32_t cp, unsigned modifiers);
/* The key of a name without modifiers ("Up"), with them. */
struct event key_of_name(const char *name, unsigned modifiers);

/* Keys that send sequences: by the last byte of "ESC [ 1 ; m X" and "ESC O X", and by
 * the number of "ESC [ n ; m ~". NULL for a sequence nobody knows. */
const char *key_of_final(char final);
const char *key_of_tilde(int number);
/* The i-th name that terminfo has a capability for; false after the last. */
bool key_terminfo_at(int i, const char **name, const char **capability);

/* Is it written as this program writes it? */
bool key_name_valid(const char *name);
/* A key's name as people know it, in their language: "BS" is "Backspace", "^S" is
 * "Ctrl-S". Returns out. */
enum { KEY_TOLD = KEY_NAME * 3 };
const char *key_told(const char *key, char out[KEY_TOLD]);
/* One key of a script: "<Enter>", or a character by itself ("<" too where no name
 * follows). Bytes taken, 0 at the end. */
size_t key_read(const char *s, size_t n, struct event *ev);

#endif
