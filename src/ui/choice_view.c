#include "config.h"

#include "ui/choice_view.h"

#include <stdlib.h>
#include <string.h>

#include "base/fold.h"
#include "base/i18n.h"
#include "base/utf8.h"

enum { GUTTER = 2, GAP = 2, BAR = 2, WIDE = 60 };

struct choice_view {
	struct view view;
	struct view_ops ops;	/* the kind's name in them */
	struct app *app;
	const struct choice_kind *kind;
	const char *place;
	struct choices choices;
	size_t *shown;		/* choices that fit the filter */
	size_t shown_count, cursor;
	struct str taken;	/* the filter they fit */
	struct choice_line {
		size_t shown;	/* which of them */
		size_t at, n;	/* of its text */
	} *lines;
	size_t line_count, line_room, top;
	int page, cols, left, right;
};

void
choices_add(struct choices *c, const struct choice *row)
{
	if (!(c->count & (c->count - 1)) || !c->count)
		c->rows = xrealloc(c->rows, (c->count ? c->count * 2 : 1) * sizeof *c->rows);
	c->rows[c->count++] = *row;
}

static void
choices_free(struct choices *c)
{
	free(c->rows);
	arena_free(&c->mem);
	*c = (struct choices){ 0 };
}

static const struct choice *
shown_at(const struct choice_view *c, size_t i)
{
	return &c->choices.rows[c->shown[i]];
}

/* --- What fits the filter --- */

static bool
row_fits(const struct choice *row, const char *words)
{
	struct str text = { 0 };
	bool fits = !row->heading || !*words;

	str_addf(&text, "%s %s %s %s", row->left, row->text, row->right ? row->right : "",
	    row->code ? row->code : "");
	for (const char *p = words; fits && *p; ) {
		size_t n = strcspn(p, " ");
		fits = fold_contains(str_text(&text), text.len, p, n);
		p += n + (p[n] != '\0');
	}
	str_free(&text);
	return fits;
}

static void
filter_take(struct choice_view *c)
{
	struct str words = { 0 };

	fold_add(&words, str_text(&c->view.filter), c->view.filter.len);
	c->shown = xrealloc(c->shown, (c->choices.count + 1) * sizeof *c->shown);
	c->shown_count = 0;
	str_set(&c->taken, str_text(&c->view.filter));
	for (size_t i = 0; i < c->choices.count; i++)
		if (row_fits(&c->choices.rows[i], str_text(&words)))
			c->shown[c->shown_count++] = i;
	str_free(&words);
	c->cols = 0;		/* its lines are to be made again */
}

/* --- Lines --- */

static void
line_add(struct choice_view *c, size_t shown, size_t at, size_t n)
{
	if (c->line_count == c->line_room) {
		c->line_room = c->line_room * 2 + 64;
		c->lines = xrealloc(c->lines, c->line_room * sizeof *c->lines);
	}
	c->lines[c->line_count++] = (struct choice_line){ shown, at, n };
}

static int
widest(const struct choice_view *c, bool right, int most)
{
	int cols = 0;

	for (size_t i = 0; i < c->shown_count; i++) {
		const char *s = right ? shown_at(c, i)->right : shown_at(c, i)->left;
		int n = s && !shown_at(c, i)->heading ? utf8_columns(s, strlen(s)) : 0;
		cols = n > cols ? n : cols;
	}
	return cols < most ? cols : most;
}

static int
text_column(const struct choice_view *c)
{
	return GUTTER + c->left + (c->left ? GAP : 0);
}

static void
lines_make(struct choice_view *c, int cols)
{
	c->cols = cols;
	c->left = widest(c, false, cols / 4);
	c->right = widest(c, true, cols >= WIDE ? cols / 4 : 0);
	c->line_count = 0;
	int room = cols - text_column(c) - (c->right ? c->right + GAP : 0) - BAR;
	for (size_t i = 0; i < c->shown_count; i++) {
		const char *s = shown_at(c, i)->text;
		size_t n = strlen(s), at = 0, next;
		bool heading = shown_at(c, i)->heading;
		int width = heading ? cols - BAR : room;
		if (heading && i)
			line_add(c, i, n, 0);
		do {
			size_t take = utf8_wrap(s + at, n - at, width > 0 ? width : 1, &next);
			line_add(c, i, at, take);
			at += next;
		} while (at < n && next);
	}
}

static void
lines_of(const struct choice_view *c, size_t shown, size_t *first, size_t *last)
{
	*first = 0;
	while (*first + 1 < c->line_count && c->lines[*first].shown < shown)
		++*first;
	*last = *first;
	while (*last + 1 < c->line_count && c->lines[*last + 1].shown == shown)
		++*last;
}

/* --- Cursor --- */

static void
cursor_set(struct choice_view *c, size_t to, int by)
{
	size_t i = to;

	while (i < c->shown_count && shown_at(c, i)->heading)
		i = by < 0 ? i - 1 : i + 1;	/* below 0 it is past the end */
	if (i < c->shown_count)
		c->cursor = i;
	if (c->cursor >= c->shown_count)
		c->cursor = c->shown_count ? c->shown_count - 1 : 0;
	const struct choice *row = c->shown_count ? shown_at(c, c->cursor) : NULL;
	c->view.id = row && !row->heading ? row->id : 0;
}

/* Of a row longer than the page any part may be seen. */
static void
cursor_show(struct choice_view *c)
{
	size_t first, last, page = c->page > 0 ? (size_t)c->page : 1;

	if (!c->line_count)
		return;
	lines_of(c, c->cursor, &first, &last);
	if (last >= first + page) {
		if (c->top < first || c->top > last)
			c->top = first;
	} else if (c->top > first) {
		c->top = first;
	} else if (c->top + page <= last) {
		c->top = last - page + 1;
	}
	/* What stands above the first row is its heading. */
	if (c->cursor <= 1 && last < page)
		c->top = 0;
	if (c->top + page > c->line_count)
		c->top = c->line_count > page ? c->line_count - page : 0;
}

static void
page_move(struct choice_view *c, int by)
{
	size_t first, last;

	if (!c->line_count)
		return;
	lines_of(c, c->cursor, &first, &last);
	size_t to = by < 0 && first < (size_t)-by ? 0 : first + (size_t)(int64_t)by;
	if (to >= c->line_count)
		to = c->line_count - 1;
	size_t row = c->lines[to].shown;
	if (row == c->cursor && by)
		row = by < 0 ? (row ? row - 1 : 0) : row + 1;
	size_t was = c->cursor;
	cursor_set(c, row < c->shown_count ? row : c->shown_count - 1, by);
	if (shown_at(c, c->cursor)->heading || (by < 0 && c->cursor == was))
		cursor_set(c, 0, 1);	/* there was only a heading */
}

/* True when there is more of a long row to be seen in that direction. */
static bool
row_scroll(struct choice_view *c, int by)
{
	size_t first, last, page = c->page > 0 ? (size_t)c->page : 1;

	if (!c->line_count)
		return false;
	lines_of(c, c->cursor, &first, &last);
	if (by > 0 && last >= c->top + page)
		c->top++;
	else if (by < 0 && c->top > first && last >= first + page)
		c->top--;
	else
		return false;
	return true;
}

static bool
choice_move(struct view *v, enum motion motion)
{
	struct choice_view *c = (struct choice_view *)v;
	int page = c->page > 1 ? c->page - 1 : 1, half = c->page > 3 ? c->page / 2 : 1;
	size_t cursor = c->cursor, top = c->top;

	switch (motion) {
	case MOVE_UP:
		if (!row_scroll(c, -1))
			cursor_set(c, c->cursor - 1, -1);
		break;
	case MOVE_DOWN:
		if (!row_scroll(c, 1))
			cursor_set(c, c->cursor + 1, 1);
		break;
	case MOVE_PAGE_UP:
	case MOVE_PAGE_DOWN:
		page_move(c, motion == MOVE_PAGE_UP ? -page : page);
		break;
	case MOVE_HALF_UP:
	case MOVE_HALF_DOWN:
		page_move(c, motion == MOVE_HALF_UP ? -half : half);
		break;
	case MOVE_TOP:
		cursor_set(c, 0, 1);
		break;
	case MOVE_BOTTOM:
		cursor_set(c, c->shown_count - 1, -1);
		break;
	case MOVE_LEFT:
	case MOVE_RIGHT:
		break;		/* all of a row is shown */
	}
	return c->cursor != cursor || c->top != top;
}

static bool
choice_press(struct view *v, int row)
{
	struct choice_view *c = (struct choice_view *)v;
	size_t line = c->top + (size_t)row;

	if (row < 0 || line >= c->line_count || shown_at(c, c->lines[line].shown)->heading)
		return false;
	cursor_set(c, c->lines[line].shown, 1);
	return true;
}

static int
choice_cursor(struct view *v)
{
	struct choice_view *c = (struct choice_view *)v;
	size_t first, last;

	if (!c->line_count)
		return 0;
	lines_of(c, c->cursor, &first, &last);
	return first > c->top ? (int)(first - c->top) : 0;
}

const char *
choice_view_place(const struct view *v)
{
	return v->ops->move == choice_move ? ((const struct choice_view *)v)->place : NULL;
}

const struct choice *
choice_view_row(const struct view *v)
{
	const struct choice_view *c = (const struct choice_view *)v;

	if (v->ops->move != choice_move || c->cursor >= c->shown_count
	    || shown_at(c, c->cursor)->heading)
		return NULL;
	return shown_at(c, c->cursor);
}

/* --- Reading --- */

/* The cursor stays at its record, or as many rows down; what was searched is found on
 * top. */
static bool
choice_reload(struct view *v, struct error *e)
{
	struct choice_view *c = (struct choice_view *)v;
	struct choices fresh = { 0 };
	int64_t id = v->id;
	bool searched = strcmp(str_text(&c->taken), str_text(&v->filter)) != 0;
	size_t at = searched ? 0 : c->cursor;

	if (!c->kind->fill(c->app, c->place, &fresh, e)) {
		choices_free(&fresh);
		return false;
	}
	choices_free(&c->choices);
	c->choices = fresh;
	filter_take(c);
	for (size_t i = 0; id && i < c->shown_count; i++)
		if (shown_at(c, i)->id == id)
			at = i;
	if (at >= c->shown_count)
		at = c->shown_count ? c->shown_count - 1 : 0;
	cursor_set(c, at, 1);
	return true;
}

/* --- Painting --- */

static void
line_draw(const struct choice_view *c, const struct draw *d, struct box box, int y)
{
	size_t i = c->top + (size_t)y;
	const struct choice_line *l = &c->lines[i];
	const struct choice *row = shown_at(c, l->shown);
	bool here = l->shown == c->cursor && !row->heading;
	bool first = l->at == 0, right = first && row->right && c->right;
	struct str line = { 0 };

	if (row->heading) {
		draw_cell(d, &line, row->text + l->at, l->n, box.cols, false);
	} else {
		int rest = box.cols - text_column(c) - (c->right ? c->right + GAP : 0) - BAR;
		draw_cell(d, &line, here && first ? ">" : "", here && first, GUTTER, false);
		draw_cell(d, &line, row->left, first ? strlen(row->left) : 0, c->left, false);
		draw_cell(d, &line, "", 0, c->left ? GAP : 0, false);
		draw_cell(d, &line, row->text + l->at, l->n, rest > 0 ? rest : 0, false);
		draw_cell(d, &line, "", 0, c->right ? GAP : 0, false);
		draw_cell(d, &line, right ? row->right : "", right ? strlen(row->right) : 0, c->right,
		    false);
		draw_cell(d, &line, "", 0, BAR, false);
	}
	draw_line(d, box, y, row->heading ? ROLE_TITLE : here ? ROLE_SELECTED : ROLE_TEXT, &line);
	str_free(&line);
}

static void
none_draw(const struct choice_view *c, const struct draw *d, struct box box)
{
	const char *s = c->view.filter.len
	    ? _("No line has these words. Esc takes the filter away.") : _(c->kind->none);

	draw_text(d, box_part(box, 0, GUTTER, box.rows, box.cols - GUTTER), ROLE_DIM, s);
}

static void
bar_draw(const struct choice_view *c, const struct draw *d, struct box box)
{
	int count = (int)c->line_count, page = c->page;

	if (count <= page || page < 3)
		return;
	int thumb = page * page / count + 1, at = (int)c->top * (page - thumb) / (count - page);
	for (int y = 0; y < page; y++) {
		bool here = y >= at && y < at + thumb;
		draw_fit(d, box, y, box.cols - 1, 1, here ? ROLE_ACCENT : ROLE_DIM,
		    draw_sign(d, here ? SIGN_THUMB : SIGN_BAR), false);
	}
}

static void
choice_draw(struct view *v, const struct draw *d, struct box box, bool all)
{
	struct choice_view *c = (struct choice_view *)v;

	(void)all;
	c->page = box.rows;
	if (c->cols != box.cols)
		lines_make(c, box.cols);
	cursor_show(c);
	for (int y = 0; y < box.rows; y++)
		if (c->top + (size_t)y < c->line_count)
			line_draw(c, d, box, y);
		else
			draw_blank(d, box, y, ROLE_TEXT);
	if (!c->shown_count)
		none_draw(c, d, box);
	bar_draw(c, d, box);
}

/* --- Words --- */

static void
choice_title(struct view *v, struct str *out)
{
	const struct choice_view *c = (const struct choice_view *)v;

	str_add(out, c->kind->name_of ? c->kind->name_of(c->place) : _(c->kind->title));
}

static size_t
rows_of(const struct choice_view *c, bool shown)
{
	size_t n = 0;

	for (size_t i = 0; i < (shown ? c->shown_count : c->choices.count); i++)
		n += !(shown ? shown_at(c, i) : &c->choices.rows[i])->heading;
	return n;
}

static void
choice_count(struct view *v, struct str *out)
{
	struct choice_view *c = (struct choice_view *)v;
	long long shown = (long long)rows_of(c, true), total = (long long)rows_of(c, false);

	if (v->filter.len)
		str_addf(out, _("%lld of %lld"), shown, total);
	else
		str_addf(out, "%lld", total);
}

static void
choice_close(struct view *v)
{
	struct choice_view *c = (struct choice_view *)v;

	choices_free(&c->choices);
	str_free(&c->taken);
	free(c->shown);
	free(c->lines);
	free(c);
}

static const struct view_ops choice_ops = {
	.draw = choice_draw, .cursor = choice_cursor, .move = choice_move,
	.press = choice_press, .reload = choice_reload,
	.title = choice_title, .count = choice_count,
	.close = choice_close
};

struct view *
choice_view_new(struct app *app, const struct choice_kind *kind, const char *place)
{
	struct choice_view *c = xmalloc(sizeof *c);

	c->ops = choice_ops;
	c->ops.name = kind->name;
	c->view.ops = &c->ops;
	c->view.stale = true;
	c->app = app;
	c->kind = kind;
	c->place = place;
	return &c->view;
}
