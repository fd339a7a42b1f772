/* A tally as a rectangle of texts: what shell, screen and exports have in common. */
#ifndef ALIANZA_STORE_TALLY_GRID_H
#define ALIANZA_STORE_TALLY_GRID_H

#include "store/tally.h"

enum tally_show { TALLY_COUNTS, TALLY_OF_ALL, TALLY_OF_ROW, TALLY_OF_COLUMN, TALLY_SHOWS };

struct tally_grid {
	const struct tally *tally;
	bool labels;		/* for people: labels, a row of totals, percents as "30%"; else
				 * codes, no totals, percents as "30.4" */
	enum tally_show show;	/* in the cells of a cross-table */
};

int tally_grid_rows(const struct tally_grid *g);	/* the heading not counted */
int tally_grid_columns(const struct tally_grid *g);
/* Appends the text of a cell; row -1 is the heading, column 0 the names of groups. */
void tally_grid_cell(const struct tally_grid *g, int row, int column, struct str *out);
/* The groups a cell stands for: places in the sides, or TALLY_ALL. */
void tally_grid_groups(const struct tally_grid *g, int row, int column, int *down,
    int *across);
/* "30%"; "<1%" for what is more than nothing; "" of nothing. Appends. */
void tally_percent(int64_t part, int64_t whole, struct str *out);

#endif
