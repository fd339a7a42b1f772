/* Colours of the roles: at most 16, on the terminal's own background. */
#ifndef ALIANZA_UI_THEME_H
#define ALIANZA_UI_THEME_H

#include "ui/draw.h"

/* Starts curses' colours; without them every theme is mono. */
void theme_start(bool colour);
/* Sets the roles; NULL is the default theme. False: there is no such theme. */
bool theme_set(struct draw *d, const char *name);
const char *theme_role(enum role role);	/* its name */

#endif
