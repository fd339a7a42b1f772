/* The first line of the screen in a file with a today of its own: without it a person
 * who sees "silent for 3 days" beside a calendar on the wall would be at a loss. */
#ifndef ALIANZA_UI_BANNER_H
#define ALIANZA_UI_BANNER_H

#include "store/store.h"
#include "ui/draw.h"

/* How many rows it takes of a screen of so many. */
int banner_rows(struct store *s, int rows);
/* Says in the first line of the box which day it is in the sample, and returns the box
 * below; the whole box, nothing drawn, in every other file and where rows are scarce. */
struct box banner_draw(struct store *s, const struct draw *d, struct box box);

#endif
