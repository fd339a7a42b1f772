/* What a table is, for table_view.c and table_tell.c. */
#ifndef ALIANZA_UI_TABLE_PART_H
#define ALIANZA_UI_TABLE_PART_H

#include "store/tally_grid.h"
#include "ui/table_draw.h"
#include "ui/table_view.h"

struct table_view {
	struct view view;
	struct app *app;
	char *columns, *base;
	struct tally_query query;	/* its filter is the reload's */
	struct tally tally;
	struct tally_grid grid;
	struct table_look look;
	int page;
};

/* Appends the filter that finds the records under the cursor. */
void table_cell_filter(const struct table_view *t, struct str *out);
/* Is some record in several groups of a side? */
bool table_overlaps(const struct table_view *t);

#endif
