/* The menu bar over the top line: every command of the tables that a screen can run, and
 * every pane. Arrows, Enter, Esc, first letters, the mouse. */
#ifndef ALIANZA_UI_MENU_H
#define ALIANZA_UI_MENU_H

#include "app/keymap.h"
#include "ui/draw.h"
#include "ui/key.h"

struct menu;

enum menu_answer {
	MENU_UNUSED,		/* the key is not for a menu */
	MENU_USED,
	MENU_CLOSED,
	MENU_CHOSEN		/* menu_chosen() says what */
};

/* context: whose keys stand at the right (borrowed); record: there is one under the
 * cursor, else what needs one stands in brackets. */
struct menu *menu_new(const char *context, bool record);
void menu_free(struct menu *m);		/* NULL is fine */

enum menu_answer menu_key(struct menu *m, const struct event *ev);
/* A press on a place of the box drawn last; beside the menu it closes. */
enum menu_answer menu_press(struct menu *m, int row, int col);
void menu_wheel(struct menu *m, int lines);
struct binding menu_chosen(const struct menu *m);

/* Draws it over what stands in the box. Returns the row of the chosen line. */
int menu_draw(struct menu *m, const struct draw *d, struct box box);

#endif
