/* The grid, for its own files: grid_view.c (the view), grid_read.c (what stands in it),
 * grid_draw.c (painting), grid_keys.c (what is typed and done). */
#ifndef ALIANZA_UI_GRID_PART_H
#define ALIANZA_UI_GRID_PART_H

#include "app/figures.h"
#include "ui/edit.h"
#include "ui/edit_draw.h"
#include "ui/grid_view.h"

struct grid_row {
	int64_t metric;
	const char *name, *unit, *goal, *target;
};

/* All of it is read anew when the file has changed. */
struct grid_content {
	struct arena mem;
	struct figures figures;
	bool others;			/* metrics of other years were left out */
	struct span whole, *spans;	/* the year and its quarters */
	size_t span_count;
	struct grid_row *rows;
	size_t count;
};

struct grid_view {
	struct view view;
	struct screen *sc;
	int64_t goal, owner;		/* whose metrics; 0: not by that */
	int year;
	struct grid_content content;
	size_t row, top, column;	/* column span_count is the total */
	int page;			/* rows for metrics */
	struct edit *edit;		/* of the cell; NULL: none is typed in */
	bool direct;			/* begun by typing: arrows leave the cell */
	struct edit_scroll scroll;
	int caret_y, caret_x;
};

struct grid_view *grid_of(struct view *v);	/* NULL: it is none */
bool grid_read(struct grid_view *g, struct error *e);
void grid_content_free(struct grid_content *c);
/* The days of a column, and what the metric of a row came to in them. */
const struct span *grid_span(const struct grid_view *g, size_t column);
struct figures_sum grid_sum(const struct grid_view *g, size_t row, size_t column);
/* Appends "Q1", or the whole name of a period that is none of the calendar's. */
void grid_heading(const struct grid_view *g, size_t column, struct str *out);
void grid_go(struct grid_view *g, size_t row, size_t column);	/* the last ones at most */

void grid_draw(struct view *v, const struct draw *d, struct box box, bool all);
bool grid_type(struct view *v, const struct event *ev);

#endif
