/* Painting a table of counts. Nothing here knows the file. */
#ifndef ALIANZA_UI_TABLE_DRAW_H
#define ALIANZA_UI_TABLE_DRAW_H

#include "store/tally_grid.h"
#include "ui/draw.h"

struct table_look {
	const struct tally_grid *grid;
	int names;		/* columns of the widest name in the first column */
	int row, column;	/* of the cursor; column 0 only in a frequency */
	int top;		/* first row shown */
	int first;		/* first column shown behind the names */
};

/* Paints heading and rows, in the first line of the box and those below; moves `first`
 * so that the cursor is to be seen. */
void table_draw(struct table_look *look, const struct draw *d, struct box box);

#endif
