/* Painting minutes: the head, then the lines from the top one on, wrapped. */
#include "config.h"

#include <string.h>

#include "base/i18n.h"
#include "base/utf8.h"
#include "ui/minutes_part.h"

enum {
	TIME = 5, GAP = 2,
	COLS_ASIDE = 76,	/* from here on there is room beside the text */
	ASIDE_MOST = 42,
	LIST_MOST = 10,		/* rows of a list over the lines (ui/chooser.c) */
	ROWS_HEAD = 10, ROWS_PEOPLE = 14,	/* of the box, for a head, and for who was there */
	ROWS_MOST = 400		/* of one line; of a longer one the beginning is seen */
};

/* What the list takes of the box, from below. */
static int
list_rows(struct box box)
{
	return (box.rows - 2 < LIST_MOST ? box.rows - 2 : LIST_MOST) + 1;
}

static void
layout_make(struct minutes_view *mv, struct box box)
{
	struct minutes_layout *l = &mv->layout;

	if (mv->chooser)
		box.rows -= list_rows(box);
	bool facts = *minutes_facts(mv->m) && box.rows >= ROWS_HEAD;
	bool people = *minutes_people(mv->m) && box.rows >= ROWS_PEOPLE;
	l->cols = box.cols;
	l->head = facts + people + (facts || people);
	l->rows = box.rows - l->head - (mv->find && box.rows > 1);
	l->text = TIME + GAP;
	l->aside_cols = box.cols >= COLS_ASIDE ? (box.cols - l->text) / 3 : 0;
	if (l->aside_cols > ASIDE_MOST)
		l->aside_cols = ASIDE_MOST;
	l->text_cols = box.cols - l->text - (l->aside_cols ? l->aside_cols + GAP : 0);
	if (l->text_cols < 1)
		l->text_cols = 1;
	l->aside = l->aside_cols ? l->text + l->text_cols + GAP : l->text + GAP;
	edit_size(mv->edit, l->rows, l->text_cols);
}

/* --- How many rows a line takes --- */

/* Rows of a text in so many columns, at most `most`. */
static size_t
rows_of(const char *s, size_t n, int cols, size_t most)
{
	size_t rows = 0, next;

	for (size_t at = 0; at < n && rows < most; at += next, rows++)
		utf8_wrap(s + at, n - at, cols > 0 ? cols : 1, &next);
	return rows;
}

/* One column is the cursor's, in every line, so that nothing jumps when it comes. */
static size_t
text_rows(struct minutes_view *mv, size_t i)
{
	if (i == mv->at)
		return edit_row_count(mv->edit);
	const struct minutes_line *line = minutes_line(mv->m, minutes_index(mv, i));
	size_t rows = rows_of(str_text(&line->text), line->text.len, mv->layout.text_cols - 1,
	    ROWS_MOST);
	return rows ? rows : 1;
}

static size_t
told_rows(struct minutes_view *mv, size_t i)
{
	const struct minutes_layout *l = &mv->layout;
	const char *told = minutes_told(mv, i);

	return rows_of(told, strlen(told), l->aside_cols ? l->aside_cols : l->cols - l->aside, 3);
}

static size_t
line_rows(struct minutes_view *mv, size_t i)
{
	size_t text = text_rows(mv, i), told = told_rows(mv, i);

	return !mv->layout.aside_cols ? text + told : text > told ? text : told;
}

/* --- Scrolling --- */

/* So that the row of line i is the last one. */
static void
scroll_back(struct minutes_view *mv, size_t i, size_t row, size_t left)
{
	mv->top = i;
	mv->skip = row;
	while (left && (mv->skip || mv->top)) {
		if (!mv->skip) {
			mv->skip = line_rows(mv, --mv->top);
			continue;
		}
		size_t by = mv->skip < left ? mv->skip : left;
		mv->skip -= by;
		left -= by;
	}
}

/* The last row of the line with the cursor that is to be seen: all of it where it has room,
 * with what is understood. */
static size_t
last_row(struct minutes_view *mv, size_t page)
{
	size_t rows = line_rows(mv, mv->at);

	return rows <= page ? rows - 1 : edit_row_of(mv->edit, edit_cursor(mv->edit));
}

/* Rows of the lines from one to another, as far as they matter. */
static size_t
rows_between(struct minutes_view *mv, size_t from, size_t to, size_t most)
{
	size_t rows = 0;

	for (size_t i = from; i < to && rows < most; i++)
		rows += line_rows(mv, i);
	return rows;
}

/* What was looked for, or a line far away, comes to the middle: with what stands around it,
 * and without empty rows below the last line. */
static void
scroll_jump(struct minutes_view *mv, size_t page)
{
	size_t row = last_row(mv, page), left = page / 2;
	size_t after = rows_between(mv, mv->at + 1, minutes_shown(mv), page);

	if (left + after < page - 1)
		left = page - 1 - after;
	scroll_back(mv, mv->at, row, left > row ? left : row);
}

static void
scroll_to_cursor(struct minutes_view *mv)
{
	size_t page = mv->layout.rows > 0 ? (size_t)mv->layout.rows : 1;
	size_t edit_row = edit_row_of(mv->edit, edit_cursor(mv->edit)), far = page * 2 + mv->skip;
	size_t above = rows_between(mv, mv->at, mv->top, page);
	size_t below = rows_between(mv, mv->top, mv->at, far);

	if (above >= page || below >= far) {
		scroll_jump(mv, page);
	} else if (above || (mv->top == mv->at && mv->skip > edit_row)) {
		mv->top = mv->at;
		mv->skip = line_rows(mv, mv->at) <= page ? 0 : edit_row;
	} else if (below + last_row(mv, page) >= page + mv->skip) {
		scroll_back(mv, mv->at, last_row(mv, page), page - 1);
	}
}

/* When there is more room than before, lines from above come into it: else a list that was
 * closed would leave its rows empty. */
static void
scroll_fill(struct minutes_view *mv)
{
	size_t page = (size_t)mv->layout.rows, last = minutes_shown(mv);

	if (last && rows_between(mv, mv->top, last, page + mv->skip) < page + mv->skip)
		scroll_back(mv, last - 1, line_rows(mv, last - 1) - 1, page - 1);
}

/* --- Painting --- */

static void
head_draw(struct minutes_view *mv, const struct draw *d, struct box box)
{
	int y = 0;

	if (!mv->layout.head)
		return;
	draw_fit(d, box, y++, 0, box.cols, ROLE_TEXT, minutes_facts(mv->m), false);
	if (y + 1 < mv->layout.head)
		draw_fit(d, box, y++, 0, box.cols, ROLE_DIM, minutes_people(mv->m), false);
	for (int x = 0; x < box.cols; x++)
		draw_fit(d, box, y, x, 1, ROLE_DIM, draw_sign(d, SIGN_LINE), false);
}

/* The time of "2026-11-21T10:15"; of the line being typed there is none yet. */
static void
time_draw(struct minutes_view *mv, const struct draw *d, struct box box, int y, size_t i)
{
	const char *moment = mv->fresh && i == mv->at ? ""
	    : str_text(&minutes_line(mv->m, minutes_index(mv, i))->moment);
	const char *time = strchr(moment, 'T');

	if (time && strlen(time + 1) >= TIME) {
		struct str text = { 0 };
		str_addn(&text, time + 1, TIME);
		draw_word(d, box, y, 0, ROLE_DIM, str_text(&text));
		str_free(&text);
	}
}

/* Rows [from, from + rows) of a text in the box, from its top on. */
static void
text_draw(const struct draw *d, struct box box, const char *s, size_t n, int cols, size_t from,
    enum role role)
{
	size_t next, row = 0;

	for (size_t at = 0; at < n && row < from + (size_t)box.rows; at += next, row++) {
		struct str part = { 0 };
		str_addn(&part, s + at, utf8_wrap(s + at, n - at, cols > 0 ? cols : 1, &next));
		if (row >= from)
			draw_word(d, box, (int)(row - from), 0, role, str_text(&part));
		str_free(&part);
	}
}

static void
words_draw(struct minutes_view *mv, const struct draw *d, struct box box, size_t i,
    size_t skip)
{
	if (i != mv->at) {
		const struct minutes_line *line = minutes_line(mv->m, minutes_index(mv, i));
		text_draw(d, box, str_text(&line->text), line->text.len, box.cols - 1, skip, ROLE_TEXT);
		return;
	}
	struct edit_scroll at = { .top = skip };
	int y, x;
	edit_draw(d, box, mv->edit, &at, &y, &x);
	mv->caret_y = box.y + y;
	mv->caret_x = box.x + x;
}

static void
told_draw(struct minutes_view *mv, const struct draw *d, struct box box, size_t i,
    size_t skip)
{
	const struct minutes_layout *l = &mv->layout;
	const char *told = minutes_told(mv, i);
	size_t above = l->aside_cols ? 0 : text_rows(mv, i);
	int y = skip < above ? (int)(above - skip) : 0, cols = box.cols - l->aside;

	text_draw(d, box_part(box, y, l->aside, box.rows - y, cols), told, strlen(told), cols,
	    skip < above ? 0 : skip - above, ROLE_DIM);
}

/* Line i from its row `skip` on; returns the rows it took. */
static int
line_draw(struct minutes_view *mv, const struct draw *d, struct box box, size_t i, size_t skip)
{
	const struct minutes_layout *l = &mv->layout;
	size_t rows = line_rows(mv, i) - skip, words = text_rows(mv, i);
	int take = rows < (size_t)box.rows ? (int)rows : box.rows;
	int text = words > skip ? (int)(words - skip) : 0;
	struct box own = box_part(box, 0, 0, take, box.cols);

	if (text > take)
		text = take;
	if (!skip)
		time_draw(mv, d, own, 0, i);
	if (text)
		words_draw(mv, d, box_part(own, 0, l->text, text, l->text_cols), i, skip);
	told_draw(mv, d, own, i, skip);
	return take;
}

static void
lines_draw(struct minutes_view *mv, const struct draw *d, struct box box)
{
	size_t skip = mv->skip;
	int y = 0;

	for (size_t i = mv->top; i < minutes_shown(mv) && y < box.rows; i++, skip = 0)
		y += line_draw(mv, d, box_part(box, y, 0, box.rows - y, box.cols), i, skip);
}

static void
find_draw(struct minutes_view *mv, const struct draw *d, struct box box)
{
	struct edit_scroll at = { 0 };
	int y = box.rows - 1, x;

	draw_blank(d, box, y, ROLE_TEXT);
	int from = draw_word(d, box, y, 0, ROLE_ACCENT, _("Find:")) + 1;
	edit_draw(d, box_part(box, y, from, 1, box.cols - from), mv->find, &at, &mv->caret_y, &x);
	mv->caret_y = box.y + y;
	mv->caret_x = box.x + from + x;
}

/* A word for whoever opens empty minutes. */
static void
empty_draw(struct minutes_view *mv, const struct draw *d, struct box box)
{
	const char *text = _("Type what is said; Enter ends a line. \"> Call the museum @Ana fri\" "
	    "is an action, ! a decision, ? a question. F1 tells more.");

	if (minutes_count(mv->m) || edit_length(mv->edit))
		return;
	text_draw(d, box_part(box, 2, mv->layout.text, box.rows - 2, mv->layout.text_cols), text,
	    strlen(text), mv->layout.text_cols, 0, ROLE_DIM);
}

void
minutes_draw(struct view *v, const struct draw *d, struct box box, bool all)
{
	struct minutes_view *mv = minutes_of(v);
	const struct minutes_layout was = mv->layout;

	(void)all;
	for (int y = 0; y < box.rows; y++)
		draw_blank(d, box, y, ROLE_TEXT);
	mv->caret_y = mv->caret_x = -1;
	layout_make(mv, box);
	if (mv->layout.rows < 1)
		return;
	if (mv->layout.rows > was.rows || mv->layout.cols != was.cols)
		scroll_fill(mv);
	scroll_to_cursor(mv);
	head_draw(mv, d, box);
	struct box body = box_part(box, mv->layout.head, 0, mv->layout.rows, box.cols);
	lines_draw(mv, d, body);
	empty_draw(mv, d, body);
	if (mv->find)
		find_draw(mv, d, box);
	if (mv->chooser)
		chooser_draw(mv->chooser, d, box, &mv->caret_y, &mv->caret_x);
	else if (mv->caret_y >= 0) {
		mv->caret_y -= box.y;
		mv->caret_x -= box.x;
	}
}

size_t
minutes_at_row(struct minutes_view *mv, int row)
{
	size_t left = mv->skip + (size_t)(row - mv->layout.head);

	if (row < mv->layout.head)
		return SIZE_MAX;
	for (size_t i = mv->top; i < minutes_shown(mv); i++) {
		size_t rows = line_rows(mv, i);
		if (left < rows)
			return i;
		left -= rows;
	}
	return SIZE_MAX;
}
