#include "config.h"

#include "ui/table_draw.h"

#include <string.h>

#include "base/i18n.h"
#include "base/utf8.h"

enum {
	GUTTER = 2, GAP = 2, EDGE = 2,	/* the edge: a sign of more, and the scroll bar */
	NAME_LEAST = 8, HEAD_MOST = 14, HEAD_NARROW = 9, PERCENT = 4,
	BAR_LEAST = 4, BAR_MOST = 50, NARROW = 60
};

static bool
is_cross(const struct tally_grid *g)
{
	return g->tally->side_count > 1;
}

static int
gap(struct box box)
{
	return box.cols < NARROW ? 1 : GAP;
}

/* Where nothing was counted a point is calmer than a nought. */
static void
cell_text(const struct tally_grid *g, int row, int column, struct str *out)
{
	int down, across;

	tally_grid_groups(g, row, column, &down, &across);
	if (is_cross(g) && row >= 0 && column > 0 && !tally_cell(g->tally, down, across))
		str_add(out, ".");
	else
		tally_grid_cell(g, row, column, out);
}

static void
cell_add(const struct tally_grid *g, const struct draw *d, int row, int column, int width,
    struct str *line)
{
	struct str text = { 0 };

	cell_text(g, row, column, &text);
	draw_cell(d, line, str_text(&text), text.len, width, column > 0);
	str_free(&text);
}

/* The highest number in a column is its total. */
static int
column_width(const struct tally_grid *g, struct box box, int column)
{
	struct str text = { 0 };
	int width = g->show == TALLY_COUNTS ? 1 : PERCENT;
	int most = box.cols < NARROW ? HEAD_NARROW : HEAD_MOST;

	for (int i = 0; i < 2; i++) {
		int row = i ? tally_grid_rows(g) - 1 : -1;
		str_cut(&text, 0);
		tally_grid_cell(g, row, column, &text);
		int cols = utf8_columns(str_text(&text), text.len);
		if (!i && cols > most)
			cols = most;
		width = cols > width ? cols : width;
	}
	str_free(&text);
	return width;
}

static int
names_width(const struct table_look *look, int most)
{
	int width = look->names < NAME_LEAST ? NAME_LEAST : look->names;

	return width < most ? width : most;
}

/* --- A frequency: number, percent, bar --- */

struct frequency {
	int names, count, percent, bar;
	int64_t most;
};

static struct frequency
frequency_fit(const struct table_look *look, struct box box)
{
	struct frequency f = { .count = column_width(look->grid, box, 1), .percent = PERCENT };
	const struct tally_side *side = &look->grid->tally->sides[0];
	int rest = box.cols - GUTTER - EDGE - f.count - f.percent - 2 * gap(box);

	for (size_t i = 0; i < side->count; i++)
		if (side->groups[i].count > f.most)
			f.most = side->groups[i].count;
	f.names = names_width(look, rest > 2 * NAME_LEAST ? rest * 2 / 3 : rest);
	f.bar = rest - f.names - gap(box);
	if (f.bar > BAR_MOST)
		f.bar = BAR_MOST;
	if (f.bar < BAR_LEAST)
		f.bar = 0;
	return f;
}

/* What is more than nothing is seen. */
static void
bar_add(const struct table_look *look, const struct frequency *f, const struct draw *d,
    int row, struct str *line)
{
	int down, across, n;

	tally_grid_groups(look->grid, row, 0, &down, &across);
	if (row < 0 || down == TALLY_ALL || !f->most)
		return;
	n = (int)(tally_cell(look->grid->tally, down, across) * f->bar / f->most);
	for (int i = 0; i < (n ? n : 1); i++)
		str_add(line, draw_sign(d, SIGN_THUMB));
}

static void
frequency_line(const struct table_look *look, const struct frequency *f,
    const struct draw *d, struct box box, int row, struct str *line)
{
	cell_add(look->grid, d, row, 0, f->names, line);
	draw_cell(d, line, "", 0, gap(box), false);
	cell_add(look->grid, d, row, 1, f->count, line);
	draw_cell(d, line, "", 0, gap(box), false);
	cell_add(look->grid, d, row, 2, f->percent, line);
	draw_cell(d, line, "", 0, gap(box), false);
	if (f->bar)
		bar_add(look, f, d, row, line);
}

/* --- A cross-table: a column for each group --- */

struct cross {
	int names;
	int last;		/* column behind the last one shown */
};

/* As many columns as have room, from `first` on, the one of the cursor among them. */
static struct cross
cross_fit(struct table_look *look, struct box box)
{
	int count = tally_grid_columns(look->grid);
	struct cross c = { .names = names_width(look, box.cols / 3) };

	if (look->first < 1)
		look->first = 1;
	if (look->column && look->first > look->column)
		look->first = look->column;
	for (;; look->first++) {
		int room = box.cols - GUTTER - EDGE - c.names;
		for (c.last = look->first; c.last < count; c.last++) {
			room -= gap(box) + column_width(look->grid, box, c.last);
			if (room < 0)
				break;
		}
		if (c.last == look->first)
			c.last++;	/* one at least */
		if (look->column < c.last)
			return c;
	}
}

static void
cross_line(const struct table_look *look, const struct cross *c, const struct draw *d,
    struct box box, int row, struct str *line)
{
	cell_add(look->grid, d, row, 0, c->names, line);
	for (int i = look->first; i < c->last; i++) {
		draw_cell(d, line, "", 0, gap(box), false);
		cell_add(look->grid, d, row, i, column_width(look->grid, box, i), line);
	}
}

/* The cell under the cursor, over the line that is painted already. */
static void
cross_cursor(const struct table_look *look, const struct cross *c, const struct draw *d,
    struct box box, int y)
{
	struct str text = { 0 };
	int x = GUTTER + c->names, width = 0;

	for (int i = look->first; i <= look->column; i++) {
		x += width + gap(box);
		width = column_width(look->grid, box, i);
	}
	if (look->column < 1) {
		x = GUTTER;
		width = c->names;
	}
	if (look->column > 0) {		/* a sign tells it without colour, in the gap if need be */
		str_add(&text, ">");
		x--;
		width++;
	}
	cell_text(look->grid, look->row, look->column, &text);
	draw_fit(d, box, y, x, width, ROLE_SELECTED, str_text(&text), look->column > 0);
	str_free(&text);
}

/* --- The whole --- */

static void
scroll_bar(const struct table_look *look, const struct draw *d, struct box box)
{
	int rows = tally_grid_rows(look->grid), page = box.rows - 1;

	if (rows <= page || page < 3)
		return;
	int thumb = page * page / rows + 1, at = look->top * (page - thumb) / (rows - page);
	for (int y = 0; y < page; y++) {
		bool here = y >= at && y < at + thumb;
		draw_fit(d, box, y + 1, box.cols - 1, 1, here ? ROLE_ACCENT : ROLE_DIM,
		    draw_sign(d, here ? SIGN_THUMB : SIGN_BAR), false);
	}
}

static enum role
row_role(const struct table_look *look, int row)
{
	if (row < 0)
		return ROLE_TITLE;
	if (row == look->row && !is_cross(look->grid))
		return ROLE_SELECTED;
	return row == (int)look->grid->tally->sides[0].count ? ROLE_TITLE : ROLE_TEXT;
}

void
table_draw(struct table_look *look, const struct draw *d, struct box box)
{
	bool cross = is_cross(look->grid);
	struct frequency f = { 0 };
	struct cross c = { 0 };
	struct str line = { 0 };

	if (cross)
		c = cross_fit(look, box);
	else
		f = frequency_fit(look, box);
	for (int y = 0; y < box.rows; y++) {
		int row = y ? look->top + y - 1 : -1;
		draw_blank(d, box, y, row < 0 ? ROLE_TITLE : ROLE_TEXT);
		if (row >= tally_grid_rows(look->grid))
			continue;
		str_cut(&line, 0);
		draw_cell(d, &line, row == look->row ? ">" : "", row == look->row, GUTTER, false);
		if (cross)
			cross_line(look, &c, d, box, row, &line);
		else
			frequency_line(look, &f, d, box, row, &line);
		draw_line(d, box, y, row_role(look, row), &line);
		if (cross && row == look->row)
			cross_cursor(look, &c, d, box, y);
	}
	if (cross && c.last < tally_grid_columns(look->grid))
		draw_fit(d, box, 0, box.cols - 1, 1, ROLE_ACCENT, draw_sign(d, SIGN_MORE), false);
	scroll_bar(look, d, box);
	str_free(&line);
}
