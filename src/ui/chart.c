#include "config.h"

#include "ui/chart.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/date.h"
#include "base/i18n.h"
#include "base/utf8.h"

enum { LABEL = 9, EIGHTHS = 8, DAY = 11 };	/* columns of the scale, with its blank */

/* A cell: how much of it a column fills, and what line goes through it. */
struct cell {
	int filled;		/* eighths from below */
	bool target, pace;
};

struct drawing {
	const struct chart *c;
	int cols, rows;		/* of the area */
	long from, to;		/* days at its left and right edge */
	double low, high;	/* values at its lower and upper edge */
	bool ascii;
	struct cell *cells;	/* the upper row first */
};

/* --- Scales --- */

static void
reach(struct drawing *g, double value)
{
	g->low = fmin(g->low, value);
	g->high = fmax(g->high, value);
}

/* Columns stand on nothing, so nothing is always on the scale. */
static void
scales_set(struct drawing *g)
{
	const struct chart *c = g->c;

	g->from = c->points[0].day;
	g->to = c->points[c->count - 1].day;
	if (c->begin != c->end) {
		g->from = c->begin < g->from ? c->begin : g->from;
		g->to = c->end > g->to ? c->end : g->to;
	}
	for (size_t i = 0; i < c->count; i++)
		reach(g, c->points[i].value);
	if (c->has_target) {
		reach(g, c->target);
		reach(g, c->baseline);
	}
	if (g->high <= g->low)
		g->high = g->low + 1;
}

static int
column_of(const struct drawing *g, long day)
{
	if (g->to <= g->from)
		return g->cols / 2;
	return (int)((double)(day - g->from) / (double)(g->to - g->from) * (g->cols - 1) + 0.5);
}

/* Eighths of cells from below. */
static int
height_of(const struct drawing *g, double value)
{
	double part = (value - g->low) / (g->high - g->low);

	return (int)(part * g->rows * EIGHTHS + 0.5);
}

/* The row in which a line at this height goes. */
static int
row_of(const struct drawing *g, double value)
{
	int row = g->rows - 1 - height_of(g, value) / EIGHTHS;

	return row < 0 ? 0 : row >= g->rows ? g->rows - 1 : row;
}

static struct cell *
cell_at(struct drawing *g, int row, int column)
{
	return &g->cells[row * g->cols + column];
}

/* --- What is drawn --- */

/* From nothing to the value, downwards for one below it; a value is always seen. */
static void
column_draw(struct drawing *g, const struct chart_point *p)
{
	int zero = height_of(g, fmin(fmax(0, g->low), g->high)), top = height_of(g, p->value);
	int low = zero < top ? zero : top, high = zero < top ? top : zero;
	int x = column_of(g, p->day);

	if (high == low)
		high = low + 1;
	for (int row = 0; row < g->rows; row++) {
		int floor = (g->rows - 1 - row) * EIGHTHS;
		int filled = high - floor > EIGHTHS ? EIGHTHS : high - floor;
		if (filled > 0 && low < floor + EIGHTHS)
			cell_at(g, row, x)->filled = filled;
	}
}

static void
lines_draw(struct drawing *g)
{
	const struct chart *c = g->c;

	for (int x = 0; c->has_target && x < g->cols; x++)
		cell_at(g, row_of(g, c->target), x)->target = true;
	if (!c->has_target || c->begin == c->end)
		return;
	for (int x = column_of(g, c->begin); x <= column_of(g, c->end); x++) {
		int first = column_of(g, c->begin), last = column_of(g, c->end);
		double share = last > first ? (double)(x - first) / (last - first) : 1;
		cell_at(g, row_of(g, c->baseline + share * (c->target - c->baseline)), x)->pace = true;
	}
}

/* --- Text --- */

static const char *
cell_sign(const struct drawing *g, const struct cell *cell)
{
	static const char *const blocks[] = { " ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█" };

	if (cell->filled)
		return g->ascii ? "#" : blocks[cell->filled];
	if (cell->target)
		return g->ascii ? "-" : "─";
	if (cell->pace)
		return g->ascii ? "." : "·";
	return " ";
}

/* "1.5M": six digits and a letter say enough for a scale. */
static void
number_add(struct str *out, double value)
{
	static const struct {
		double at;
		const char *letter;
	} steps[] = { { 1e9, "G" }, { 1e6, "M" }, { 1e4, "k" } };
	double divided = value;
	const char *letter = "";
	char text[40];

	for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
		if (fabs(value) >= steps[i].at) {
			divided = value / (steps[i].at == 1e4 ? 1e3 : steps[i].at);
			letter = steps[i].letter;
			break;
		}
	snprintf(text, sizeof text, "%.4g%s", divided, letter);
	utf8_fit(out, text, strlen(text), LABEL - 1, true, SHOW_ASCII);
	str_addc(out, ' ');
}

static void
area_add(struct drawing *g, struct str *out)
{
	int target = g->c->has_target ? row_of(g, g->c->target) : -1;

	for (int row = 0; row < g->rows; row++) {
		if (row == target)
			number_add(out, g->c->target);
		else if (!row)
			number_add(out, g->high);
		else if (row == g->rows - 1)
			number_add(out, g->low);
		else
			utf8_fit(out, "", 0, LABEL, false, SHOW_ASCII);
		for (int x = 0; x < g->cols; x++)
			str_add(out, cell_sign(g, cell_at(g, row, x)));
		str_addc(out, '\n');
	}
}

static void
axis_add(const struct drawing *g, struct str *out)
{
	char from[DAY], to[DAY];

	date_format(date_from_days(g->from), from);
	date_format(date_from_days(g->to), to);
	utf8_fit(out, "", 0, LABEL, false, SHOW_ASCII);
	if (g->from == g->to) {
		str_addf(out, "%s\n", from);
		return;
	}
	utf8_fit(out, from, strlen(from), g->cols - (DAY - 1), false, SHOW_ASCII);
	str_addf(out, "%s\n", to);
}

static void
legend_add(const struct drawing *g, struct str *out)
{
	struct cell value = { .filled = EIGHTHS }, target = { .target = true },
	    pace = { .pace = true };
	struct str line = { 0 };

	str_addf(&line, "%s %s", cell_sign(g, &value), _("value"));
	if (g->c->has_target)
		str_addf(&line, "  %s %s", cell_sign(g, &target), _("target"));
	if (g->c->has_target && g->c->begin != g->c->end)
		str_addf(&line, "  %s %s", cell_sign(g, &pace), _("pace"));
	utf8_fit(out, "", 0, LABEL, false, SHOW_ASCII);
	str_addn(out, line.s, utf8_cut(line.s, line.len, g->cols, NULL));
	str_addc(out, '\n');
	str_free(&line);
}

void
chart_lines(const struct chart *c, int cols, int rows, bool ascii, struct str *out)
{
	struct drawing g = { .c = c, .cols = cols - LABEL, .rows = rows, .ascii = ascii };

	if (!c->count || cols < CHART_COLS || rows < CHART_ROWS)
		return;
	g.cells = xmalloc((size_t)(g.cols * g.rows) * sizeof *g.cells);
	scales_set(&g);
	lines_draw(&g);
	for (size_t i = 0; i < c->count; i++)
		column_draw(&g, &c->points[i]);
	area_add(&g, out);
	axis_add(&g, out);
	legend_add(&g, out);
	free(g.cells);
}
