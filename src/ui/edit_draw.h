/* Painting an editor: its rows, what is selected, and where the cursor stands. */
#ifndef ALIANZA_UI_EDIT_DRAW_H
#define ALIANZA_UI_EDIT_DRAW_H

#include "ui/draw.h"
#include "ui/edit.h"

/* What of the text is in the box; kept by the caller from one painting to the next. */
struct edit_scroll {
	size_t top;	/* first row */
	int left;	/* first column, in one-line mode */
};

/* Paints the text into the box, scrolled so that the cursor is in it, and says where in
 * the box that is. Text lines beyond the box are left out, rows behind the text are
 * blank. In one-line mode the first row of the box is used. */
void edit_draw(const struct draw *d, struct box box, struct edit *ed,
    struct edit_scroll *scroll, int *y, int *x);

#endif
