/* Painting the grid. */
#include "config.h"

#include <string.h>

#include "base/i18n.h"
#include "base/utf8.h"
#include "ui/answers_text.h"
#include "ui/grid_part.h"

enum {
	GUTTER = 2, GAP = 1, NAME_LEAST = 6,
	BROAD = 110, MIDDLE = 66,	/* from here on wider cells, total and target */
	BELOW = 2, BELOW_FROM = 7	/* lines that tell more, and rows they need */
};

struct widths {
	int name, cell;
	size_t cells;		/* quarters, and where there is room total and target */
};

static struct widths
widths_of(const struct grid_view *g, int cols)
{
	size_t spans = g->content.span_count;
	struct widths w = { .cell = cols >= BROAD ? 12 : cols >= MIDDLE ? 8 : 5 };

	w.cells = cols >= MIDDLE ? spans + 2 : spans;
	w.name = cols - GUTTER - (int)w.cells * (w.cell + GAP) - GAP;
	if (w.name < NAME_LEAST)
		w.name = NAME_LEAST;
	return w;
}

static int
cell_x(const struct widths *w, size_t column)
{
	return GUTTER + w->name + GAP + (int)column * (w->cell + GAP);
}

/* A point where there is nothing is calmer than a nought. */
static void
cell_text(const struct grid_view *g, size_t row, size_t column, struct str *out)
{
	if (column > g->content.span_count) {
		str_add(out, g->content.rows[row].target);
		return;
	}
	struct figures_sum sum = grid_sum(g, row, column);
	figure_show(&sum, out);
	if (!out->len)
		str_addc(out, '.');
}

static void
head_draw(const struct grid_view *g, const struct draw *d, struct box box,
    const struct widths *w)
{
	size_t spans = g->content.span_count;

	draw_blank(d, box, 0, ROLE_TITLE);
	draw_fit(d, box, 0, GUTTER, w->name, ROLE_TITLE, _("Metric"), false);
	for (size_t i = 0; i < w->cells; i++) {
		struct str text = { 0 };
		if (i < spans)
			grid_heading(g, i, &text);
		else
			str_add(&text, i == spans ? _("Total") : _("Target"));
		draw_fit(d, box, 0, cell_x(w, i), w->cell, ROLE_TITLE, str_text(&text), true);
		str_free(&text);
	}
}

static void
row_draw(struct grid_view *g, const struct draw *d, struct box box, const struct widths *w,
    int y, size_t row)
{
	bool here = row == g->row;

	draw_blank(d, box, y, ROLE_TEXT);
	draw_fit(d, box, y, 0, 1, ROLE_TEXT, here ? ">" : "", false);
	draw_fit(d, box, y, GUTTER, w->name, ROLE_TEXT, g->content.rows[row].name, false);
	for (size_t i = 0; i < w->cells; i++) {
		struct str text = { 0 };
		cell_text(g, row, i, &text);
		draw_fit(d, box, y, cell_x(w, i), w->cell,
		    here && i == g->column ? ROLE_SELECTED : i < g->content.span_count ? ROLE_TEXT
		    : ROLE_DIM, str_text(&text), true);
		str_free(&text);
	}
}

/* What is typed has room for words too: up to the end of the row. */
static void
edit_cell_draw(struct grid_view *g, const struct draw *d, struct box box,
    const struct widths *w, int y)
{
	enum { TYPED = 24 };
	int x = cell_x(w, g->column), cols = box.cols - x < TYPED ? box.cols - x : TYPED;

	if (cols < 1 || y >= box.rows)
		return;
	edit_draw(d, box_part(box, y, x, 1, cols), g->edit, &g->scroll, &g->caret_y,
	    &g->caret_x);
	g->caret_y += y;
	g->caret_x += x;
}

/* The whole of what the columns may cut. */
static void
below_draw(const struct grid_view *g, const struct draw *d, struct box box)
{
	const struct grid_row *row = &g->content.rows[g->row];
	struct figures_sum sum = grid_sum(g, g->row, g->column);
	struct str text = { 0 }, heading = { 0 };

	str_addf(&text, *row->unit ? "%s (%s), %s: " : "%s%s, %s: ", row->name, row->unit,
	    grid_span(g, g->column)->name);
	figure_show(&sum, &text);
	if (!sum.known)
		str_add(&text, _("type a number"));
	draw_fit(d, box, box.rows - 2, 0, box.cols, ROLE_DIM, str_text(&text), false);
	str_addf(&heading, _("Goal: %s"), row->goal);
	draw_fit(d, box, box.rows - 1, 0, box.cols, ROLE_DIM, str_text(&heading), false);
	str_free(&text);
	str_free(&heading);
}

/* Why nothing is here, and what to do. */
static void
empty_draw(const struct grid_view *g, const struct draw *d, struct box box)
{
	const char *text = g->view.filter.len ? _("Nothing here fits the filter. Esc takes it away.")
	    : g->goal ? _("This goal has no metric yet. Esc goes back; there Enter opens the goal, and a adds a metric to it.")
	    : g->owner && !g->content.others ? _("There is no metric yet. Esc goes back; there Enter opens the organisation and a adds a goal to it; in the record of the goal a adds a metric.")
	    : _("No metric has to do with this year. [ and ] lead to other years; a adds a metric in the record of a goal.");

	answers_text_draw(d, box_part(box, 2, GUTTER, box.rows - 2, box.cols - GUTTER), 0,
	    ROLE_DIM, text);
}

void
grid_draw(struct view *v, const struct draw *d, struct box box, bool all)
{
	struct grid_view *g = grid_of(v);
	struct widths w = widths_of(g, box.cols);
	bool below = box.rows >= BELOW_FROM && g->content.count;

	(void)all;
	g->page = box.rows - 1 - (below ? BELOW : 0);
	grid_go(g, g->row, g->column);
	for (int y = 0; y < box.rows; y++)
		draw_blank(d, box, y, ROLE_TEXT);
	if (!box.rows)
		return;
	head_draw(g, d, box, &w);
	for (int y = 0; y < g->page && g->top + (size_t)y < g->content.count; y++)
		row_draw(g, d, box, &w, y + 1, g->top + (size_t)y);
	if (!g->content.count)
		empty_draw(g, d, box);
	if (below)
		below_draw(g, d, box);
	if (g->edit)
		edit_cell_draw(g, d, box, &w, (int)(g->row - g->top) + 1);
}
