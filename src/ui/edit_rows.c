/* Rows of the editor: where the text is wrapped, kept beside it. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "ui/edit_part.h"

/* A break depends on at most so many rows behind it: utf8_wrap() looks a word and four
 * clusters ahead, and a row holds at least one cluster. */
enum { ROWS_BACK = 8 };

struct list {
	size_t *at, count, cap;
};

static void
push(struct list *l, size_t at)
{
	if (l->count == l->cap) {
		l->cap = l->cap * 2 + 64;
		l->at = xrealloc(l->at, l->cap * sizeof *l->at);
	}
	l->at[l->count++] = at;
}

static size_t
row_next(const struct edit *ed, size_t at)
{
	size_t more = 0;

	utf8_wrap(edit_text(ed) + at, ed->text.len - at, ed->cols, &more);
	return at + more;
}

/* Does a row begin here? At the end only behind a line end. */
static bool
row_begins(const struct edit *ed, size_t at)
{
	return at < ed->text.len || (at && ed->text.s[at - 1] == '\n');
}

void
edit_wrap_all(struct edit *ed)
{
	struct list l = { ed->rows, 0, ed->row_cap };

	push(&l, 0);
	for (size_t at = 0; at < ed->text.len; ) {
		at = row_next(ed, at);
		if (row_begins(ed, at))
			push(&l, at);
	}
	ed->rows = l.at;
	ed->row_count = l.count;
	ed->row_cap = l.cap;
}

/* The row from which on rows may begin elsewhere after a change. */
static size_t
first_touched(const struct edit *ed, size_t at)
{
	size_t i = edit_row_of(ed, at);

	for (int back = 0; i && back < ROWS_BACK && ed->text.s[ed->rows[i] - 1] != '\n'; back++)
		i--;
	return i;
}

/* Rows first+1 .. last-1 are those of the list instead; the others moved by delta. */
static void
splice(struct edit *ed, size_t first, size_t last, const struct list *l, size_t delta)
{
	size_t tail = ed->row_count - last, count = first + 1 + l->count + tail;

	if (count > ed->row_cap) {
		ed->row_cap = count + count / 2;
		ed->rows = xrealloc(ed->rows, ed->row_cap * sizeof *ed->rows);
	}
	memmove(ed->rows + first + 1 + l->count, ed->rows + last, tail * sizeof *ed->rows);
	if (l->count)
		memcpy(ed->rows + first + 1, l->at, l->count * sizeof *l->at);
	for (size_t i = first + 1 + l->count; i < count; i++)
		ed->rows[i] += delta;
	ed->row_count = count;
}

void
edit_wrap(struct edit *ed, size_t at, size_t old_n, size_t n)
{
	size_t first = first_touched(ed, at), last = first + 1, delta = n - old_n;
	struct list l = { 0 };

	for (size_t p = ed->rows[first]; p < ed->text.len; ) {
		p = row_next(ed, p);
		if (!row_begins(ed, p))
			break;
		while (last < ed->row_count && (ed->rows[last] < at + old_n
		    || ed->rows[last] + delta < p))
			last++;
		if (last < ed->row_count && ed->rows[last] + delta == p)
			goto same;	/* from here on as it was */
		push(&l, p);
	}
	last = ed->row_count;
same:
	splice(ed, first, last, &l, delta);
	free(l.at);
}

void
edit_size(struct edit *ed, int rows, int cols)
{
	int width = cols > 1 ? cols - 1 : 1;

	ed->page = rows > 1 ? rows : 1;
	if (width == ed->cols)
		return;
	ed->cols = width;
	edit_wrap_all(ed);
}

size_t
edit_row_count(const struct edit *ed)
{
	return ed->lines ? ed->row_count : 1;
}

size_t
edit_row_of(const struct edit *ed, size_t at)
{
	size_t low = 0, high = ed->row_count;

	while (high - low > 1) {
		size_t mid = low + (high - low) / 2;
		if (ed->rows[mid] <= at)
			low = mid;
		else
			high = mid;
	}
	return low;
}

size_t
edit_row(const struct edit *ed, size_t i, size_t *at)
{
	size_t more;

	if (!ed->lines) {
		*at = 0;
		return ed->text.len;
	}
	*at = ed->rows[i];
	return utf8_wrap(edit_text(ed) + *at, ed->text.len - *at, ed->cols, &more);
}

int
edit_column(const struct edit *ed, size_t at)
{
	size_t from = ed->lines ? ed->rows[edit_row_of(ed, at)] : 0;
	int column = utf8_columns(edit_text(ed) + from, at - from);

	/* among blanks that are not shown at a break */
	return ed->lines && column > ed->cols ? ed->cols : column;
}

size_t
edit_line_start(const struct edit *ed, size_t at)
{
	const char *s = edit_text(ed);
	const char *feed = at ? memrchr(s, '\n', at) : NULL;

	return feed ? (size_t)(feed - s) + 1 : 0;
}

size_t
edit_line_end(const struct edit *ed, size_t at)
{
	const char *s = edit_text(ed);
	const char *feed = memchr(s + at, '\n', ed->text.len - at);
	size_t end = feed ? (size_t)(feed - s) : ed->text.len;

	return feed && end > at && s[end - 1] == '\r' ? end - 1 : end;
}
