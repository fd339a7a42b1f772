/* Motions of the editor. */
#include "config.h"

#include "base/utf8.h"
#include "ui/edit_part.h"

/* The last place in a row: before its line end, or before the last character of a row
 * that goes on in the next one. */
static size_t
row_end(const struct edit *ed, size_t i)
{
	if (i + 1 == ed->row_count)
		return ed->text.len;
	return edit_before(ed, ed->rows[i + 1]);
}

static size_t
row_place(const struct edit *ed, size_t i, int column)
{
	size_t at, n = edit_row(ed, i, &at), last = row_end(ed, i);

	at += utf8_cut(edit_text(ed) + at, n, column, NULL);
	return at < last ? at : last;
}

/* Up and down keep to the column they began in. */
static size_t
by_rows(struct edit *ed, size_t count, bool down)
{
	size_t row = edit_row_of(ed, ed->cursor), last = ed->row_count - 1;

	if (!ed->lines || (down ? row == last : !row))
		return ed->cursor;
	if (ed->goal < 0)
		ed->goal = edit_column(ed, ed->cursor);
	if (down)
		row = count < last - row ? row + count : last;
	else
		row = count < row ? row - count : 0;
	return row_place(ed, row, ed->goal);
}

size_t
edit_motion(struct edit *ed, enum edit_op op)
{
	size_t at = ed->cursor, row = edit_row_of(ed, at);
	size_t page = ed->page > 1 ? (size_t)ed->page - 1 : 1;

	if (op != EDIT_UP && op != EDIT_DOWN && op != EDIT_PAGE_UP && op != EDIT_PAGE_DOWN)
		ed->goal = -1;
	switch (op) {
	case EDIT_LEFT: return edit_before(ed, at);
	case EDIT_RIGHT: return edit_after(ed, at);
	case EDIT_WORD_LEFT: return edit_word_before(ed, at);
	case EDIT_WORD_RIGHT: return edit_word_after(ed, at);
	case EDIT_UP: return by_rows(ed, 1, false);
	case EDIT_DOWN: return by_rows(ed, 1, true);
	case EDIT_PAGE_UP: return by_rows(ed, page, false);
	case EDIT_PAGE_DOWN: return by_rows(ed, page, true);
	case EDIT_ROW_START: return ed->lines ? ed->rows[row] : 0;
	case EDIT_ROW_END: return ed->lines ? row_end(ed, row) : ed->text.len;
	case EDIT_LINE_START: return ed->lines ? edit_line_start(ed, at) : 0;
	case EDIT_LINE_END: return ed->lines ? edit_line_end(ed, at) : ed->text.len;
	case EDIT_START: return 0;
	case EDIT_END: return ed->text.len;
	default: return at;
	}
}
