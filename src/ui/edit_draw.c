#include "config.h"

#include "ui/edit_draw.h"

#include "base/utf8.h"

static void
edit_scroll_to_cursor(struct edit *ed, int rows, int cols, struct edit_scroll *scroll)
{
	int column = edit_column(ed, edit_cursor(ed));
	size_t page = rows > 1 ? (size_t)rows : 1;

	edit_size(ed, rows, cols);
	size_t row = edit_has_lines(ed) ? edit_row_of(ed, edit_cursor(ed)) : 0;
	if (row < scroll->top)
		scroll->top = row;
	else if (row >= scroll->top + page)
		scroll->top = row - page + 1;
	if (edit_has_lines(ed) || column < cols)
		scroll->left = 0;
	else if (column < scroll->left || column >= scroll->left + cols)
		scroll->left = column - cols / 2;
}

/* The part [from, to) of a row that begins in column -left. */
static void
part_draw(const struct draw *d, struct box box, int row, int left, enum role role,
    const char *s, size_t from, size_t to)
{
	struct str part = { 0 };
	int x = utf8_columns(s, from) - left, used = 0;

	if (x < 0) {	/* a wide character on the edge leaves a blank */
		from += utf8_cut(s + from, to - from, -x, &used);
		x += used;
		if (x < 0 && from < to) {
			size_t n = utf8_next(s + from, to - from);
			x += utf8_columns(s + from, n);
			from += n;
		}
	}
	if (x < box.cols && from < to) {
		str_addn(&part, s + from, to - from);
		draw_word(d, box, row, x, role, str_text(&part));
	}
	str_free(&part);
}

static size_t
within(size_t at, size_t low, size_t high)
{
	return at < low ? 0 : at > high ? high - low : at - low;
}

static void
row_draw(const struct draw *d, struct box box, struct edit *ed, size_t i, int row, int left)
{
	size_t at, n = edit_row(ed, i, &at), from = 0, to = 0;
	const char *s = edit_text(ed) + at;

	edit_selection(ed, &from, &to);
	from = within(from, at, at + n);
	to = within(to, at, at + n);
	part_draw(d, box, row, left, ROLE_TEXT, s, 0, from);
	part_draw(d, box, row, left, ROLE_SELECTED, s, from, to);
	part_draw(d, box, row, left, ROLE_TEXT, s, to, n);
}

void
edit_draw(const struct draw *d, struct box box, struct edit *ed, struct edit_scroll *scroll,
    int *y, int *x)
{
	size_t cursor = edit_cursor(ed);

	edit_scroll_to_cursor(ed, box.rows, box.cols, scroll);
	for (int row = 0; row < box.rows; row++) {
		draw_blank(d, box, row, ROLE_TEXT);
		if (scroll->top + (size_t)row < edit_row_count(ed))
			row_draw(d, box, ed, scroll->top + (size_t)row, row, scroll->left);
	}
	*y = edit_has_lines(ed) ? (int)(edit_row_of(ed, cursor) - scroll->top) : 0;
	*x = edit_column(ed, cursor) - scroll->left;
}
