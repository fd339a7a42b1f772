#include "config.h"

#include "ui/list_view.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/i18n.h"
#include "base/id.h"
#include "ui/fit.h"
#include "ui/list_empty.h"
#include "ui/list_rows.h"

/* What stands in a line of the screen, so that only changed lines are painted. */
struct painted {
	int64_t id, generation;
	bool selected, marked;
};

struct list_view {
	struct view view;
	struct app *app;
	struct list_rows *rows;
	int64_t cursor, top;
	int page;		/* rows that the box had */
	size_t first;		/* columns after the first one that are passed over */
	bool cut;		/* there are columns to the right */
	struct fit fit;
	int fit_cols;		/* of the box it is for */
	struct painted *painted;
	int painted_count;
	int64_t generation;	/* of the rows painted last */
	struct thumb {
		int at, rows;	/* rows 0: no bar */
	} thumb;
};

/* --- Cursor --- */

static void
cursor_set(struct list_view *l, int64_t row)
{
	int page = l->page > 0 ? l->page : 1;

	int64_t known = list_rows_reach(l->rows, row);
	if (row >= known)
		row = known - 1;
	if (row < 0)
		row = 0;
	l->cursor = row;
	if (row < l->top)
		l->top = row;
	if (row >= l->top + page)
		l->top = row - page + 1;
	if (l->top + page > known && list_rows_complete(l->rows))
		l->top = known > page ? known - page : 0;
	l->view.id = list_rows_id(l->rows, row);
}

/* A page is what both pages share one line of. */
static void
page_move(struct list_view *l, int64_t by)
{
	list_rows_reach(l->rows, l->top + by + l->page);
	int64_t most = list_rows_known(l->rows) - l->page;

	l->top += by;
	if (l->top > most)
		l->top = most;
	if (l->top < 0)
		l->top = 0;
	cursor_set(l, l->cursor + by);
}

static void
columns_move(struct list_view *l, int by)
{
	if (by > 0 && l->cut)
		l->first++;
	else if (by < 0 && l->first)
		l->first--;
}

static bool
list_move(struct view *v, enum motion motion)
{
	struct list_view *l = (struct list_view *)v;
	int64_t page = l->page > 1 ? l->page - 1 : 1, half = l->page > 3 ? l->page / 2 : 1;
	int64_t cursor = l->cursor;
	size_t first = l->first;

	switch (motion) {
	case MOVE_UP:
		cursor_set(l, l->cursor - 1);
		break;
	case MOVE_DOWN:
		cursor_set(l, l->cursor + 1);
		break;
	case MOVE_LEFT:
	case MOVE_RIGHT:
		columns_move(l, motion == MOVE_LEFT ? -1 : 1);
		break;
	case MOVE_PAGE_UP:
		page_move(l, -page);
		break;
	case MOVE_PAGE_DOWN:
		page_move(l, page);
		break;
	case MOVE_HALF_UP:
		page_move(l, -half);
		break;
	case MOVE_HALF_DOWN:
		page_move(l, half);
		break;
	case MOVE_TOP:
		cursor_set(l, 0);
		break;
	case MOVE_BOTTOM:
		cursor_set(l, INT64_MAX);
		break;
	}
	return l->cursor != cursor || l->first != first;
}

static bool
list_press(struct view *v, int row)
{
	struct list_view *l = (struct list_view *)v;
	int64_t i = l->top + row - 1;

	if (row < 1 || i >= list_rows_known(l->rows))
		return false;
	cursor_set(l, i);
	return true;
}

static int
list_cursor(struct view *v)
{
	struct list_view *l = (struct list_view *)v;

	return (int)(l->cursor - l->top) + (l->page > 0 ? 1 : 0);
}

/* --- Reading --- */

/* A reload looks for the record near the cursor only, for it comes with every key of a
 * filter. */
static void
seek(struct list_view *l, int64_t id, int64_t *at)
{
	int64_t known = list_rows_reach(l->rows, INT64_MAX);
	const int64_t *ids = list_rows_ids(l->rows);

	for (int64_t i = 0; i < known; i++)
		if (ids[i] == id)
			*at = i;
}

/* With cells as narrow as can be: how wide they are is known when they were read. */
static void
columns_want(const struct list_view *l)
{
	size_t count;
	const struct column *columns = list_rows_columns(l->rows, &count);
	struct fit most = fit_columns(columns, NULL, count, l->first, COLS, COLS);

	list_rows_want(l->rows, most.at[most.count - 1] + 1);
}

static bool
list_reload(struct view *v, struct error *e)
{
	struct list_view *l = (struct list_view *)v;
	int64_t at = l->cursor, above = l->cursor - l->top;
	bool shown = v->sought && !v->filter.len;
	int64_t id = shown ? v->sought : v->id;

	columns_want(l);
	bool ok = list_rows_reload(l->rows, str_text(&v->filter),
	    l->page > 0 ? l->page : LINES, v->id, &at, e);
	if (!ok && e->status != STATUS_INTERRUPTED)
		return false;
	if ((v->seeks || shown) && ok)
		seek(l, id, &at);
	v->seeks = false;
	v->sought = shown ? 0 : v->sought;
	l->top = at > above ? at - above : 0;
	cursor_set(l, at);
	return ok;
}

static bool
list_idle(struct view *v)
{
	struct list_view *l = (struct list_view *)v;

	return list_rows_idle(l->rows, l->top);
}

static void
list_rest(struct view *v)
{
	list_rows_rest(((struct list_view *)v)->rows);
}

/* --- Painting --- */

static void
painted_resize(struct list_view *l, int rows, bool *all)
{
	if (rows != l->painted_count) {
		l->painted = xrealloc(l->painted, ((size_t)rows + 1) * sizeof *l->painted);
		l->painted_count = rows;
		*all = true;
	}
}

static void
header_draw(struct list_view *l, const struct draw *d, struct box box)
{
	size_t count;
	const struct column *columns = list_rows_columns(l->rows, &count);
	struct str line = { 0 };

	draw_cell(d, &line, "", 0, l->fit.gutter, false);
	for (size_t i = 0; i < l->fit.count; i++) {
		const struct field *f = columns[l->fit.at[i]].field;
		draw_cell(d, &line, "", 0, i ? l->fit.gap : 0, false);
		draw_cell(d, &line, _(f->label), strlen(_(f->label)), l->fit.width[i],
		    f->type->right);
	}
	draw_blank(d, box, 0, ROLE_TITLE);
	draw_line(d, box_part(box, 0, 0, 1, box.cols), 0, ROLE_TITLE, &line);
	if (l->cut)
		draw_fit(d, box, 0, box.cols - 1, 1, ROLE_ACCENT, draw_sign(d, SIGN_MORE), false);
	str_free(&line);
}

/* Where we are among more rows than there is room for. */
static bool
bar_shown(const struct list_view *l, struct box box)
{
	return list_rows_known(l->rows) > l->page && box.cols >= 20 && l->page >= 3;
}

static struct thumb
thumb_of(const struct list_view *l, struct box box)
{
	int64_t known = list_rows_known(l->rows);
	int page = l->page;

	if (!bar_shown(l, box))
		return (struct thumb){ 0, 0 };
	int rows = (int)(page * page / known) + 1;
	return (struct thumb){ (int)(l->top * (page - rows) / (known - page)), rows };
}

/* Till all rows are known what stands there stays: it would not be right for long. */
static void
bar_blank(struct list_view *l, const struct draw *d, struct box box)
{
	l->thumb = (struct thumb){ 0, 0 };
	for (int y = 0; y < l->page; y++)
		draw_fit(d, box, y + 1, box.cols - 1, 1, ROLE_TEXT, "", false);
}

static void
bar_draw(struct list_view *l, const struct draw *d, struct box box, bool all)
{
	struct thumb thumb = thumb_of(l, box), was = l->thumb;

	if (thumb.rows && !list_rows_complete(l->rows)) {
		if (all)
			bar_blank(l, d, box);
		return;
	}
	l->thumb = thumb;
	if (!thumb.rows || (!all && thumb.at == was.at && thumb.rows == was.rows))
		return;
	for (int y = 0; y < l->page; y++) {
		bool here = y >= thumb.at && y < thumb.at + thumb.rows;
		draw_fit(d, box, y + 1, box.cols - 1, 1, here ? ROLE_ACCENT : ROLE_DIM,
		    draw_sign(d, here ? SIGN_THUMB : SIGN_BAR), false);
	}
}

/* The states of a row in one column, so that none of them moves the others. */
static const char *
state_sign(const struct list_view *l, const struct draw *d, int64_t i)
{
	bool marked = marks_has(&l->view.marks, list_rows_id(l->rows, i));

	if (list_rows_private(l->rows, i))
		return draw_sign(d, marked ? SIGN_MARKED_PRIVATE : SIGN_PRIVATE);
	return marked ? draw_sign(d, SIGN_MARKED) : " ";
}

static void
row_draw(struct list_view *l, const struct draw *d, struct box box, int y, int64_t i)
{
	size_t count;
	const struct column *columns = list_rows_columns(l->rows, &count);
	struct str line = { 0 }, sign = { 0 };
	bool selected = i == l->cursor;

	str_add(&sign, selected ? ">" : " ");
	str_add(&sign, state_sign(l, d, i));
	draw_cell(d, &line, str_text(&sign), sign.len, l->fit.gutter, false);
	str_free(&sign);
	for (size_t k = 0; k < l->fit.count; k++) {
		const char *cell = list_rows_cell(l->rows, i, l->fit.at[k]);
		draw_cell(d, &line, "", 0, k ? l->fit.gap : 0, false);
		draw_cell(d, &line, cell, strlen(cell), l->fit.width[k],
		    columns[l->fit.at[k]].field->type->right);
	}
	int rest = box.cols - l->fit.used - (bar_shown(l, box) ? 1 : 0);
	draw_cell(d, &line, "", 0, rest > 0 ? rest : 0, false);
	draw_line(d, box, y, selected && !l->view.aside ? ROLE_SELECTED : ROLE_TEXT, &line);
	str_free(&line);
}

static void
rows_draw(struct list_view *l, const struct draw *d, struct box box, bool all)
{
	int64_t known = list_rows_known(l->rows);

	for (int y = 0; y < l->page; y++) {
		int64_t i = l->top + y;
		int64_t id = list_rows_id(l->rows, i);
		struct painted now = { id, list_rows_generation(l->rows), i == l->cursor,
		    marks_has(&l->view.marks, id) };
		struct painted *was = &l->painted[y];
		if (!all && was->id == now.id && was->generation == now.generation
		    && was->selected == now.selected && was->marked == now.marked)
			continue;
		*was = now;
		if (i < known)
			row_draw(l, d, box, y + 1, i);
		else
			draw_blank(d, box, y + 1, ROLE_TEXT);
	}
}

/* Which columns have room now; true when they are not those painted last. */
static bool
columns_fit(struct list_view *l, struct box box)
{
	size_t count;
	const struct column *columns = list_rows_columns(l->rows, &count);
	int64_t generation = list_rows_generation(l->rows);

	if (l->fit_cols == box.cols && l->fit.first == l->first && l->generation == generation)
		return false;
	/* The last two are for the bar and the sign of more columns. */
	int edge = box.cols >= 20 ? 2 : 0;
	l->fit = fit_columns(columns, list_rows_widths(l->rows), count, l->first,
	    box.cols - edge, box.cols);
	l->cut = l->fit.cut;
	l->fit_cols = box.cols;
	l->generation = generation;
	return true;
}

static void
list_draw(struct view *v, const struct draw *d, struct box box, bool all)
{
	struct list_view *l = (struct list_view *)v;

	l->page = box.rows > 1 ? box.rows - 1 : 0;
	painted_resize(l, l->page, &all);
	if (l->fit_cols != box.cols || l->fit.first != l->first)
		columns_want(l);
	cursor_set(l, l->cursor);
	list_rows_fetch(l->rows, l->top, l->page);
	all |= columns_fit(l, box);
	if (all)
		header_draw(l, d, box);
	if (!list_rows_known(l->rows)) {
		list_empty_draw(&l->view, l->app->store, d, box_part(box, 1, 0, box.rows - 1, box.cols));
		memset(l->painted, 0, (size_t)l->painted_count * sizeof *l->painted);
		return;
	}
	rows_draw(l, d, box, all);
	bar_draw(l, d, box, all);
}

/* --- Marks --- */

/* The one under the cursor, and on to the next; or all there are. */
static void
list_mark(struct view *v, bool all)
{
	struct list_view *l = (struct list_view *)v;
	int64_t known = list_rows_reach(l->rows, all ? INT64_MAX : l->cursor);

	if (all)
		marks_add_all(&v->marks, list_rows_ids(l->rows), (size_t)known);
	if (all || !v->id)
		return;
	if (marks_has(&v->marks, v->id))
		marks_drop(&v->marks, v->id);
	else
		marks_add(&v->marks, v->id);
	cursor_set(l, l->cursor + 1);
}

/* --- Words --- */

static void
list_title(struct view *v, struct str *out)
{
	str_add(out, v->called.len ? str_text(&v->called) : _(v->pane->label));
}

static void
list_count(struct view *v, struct str *out)
{
	struct list_view *l = (struct list_view *)v;
	long long known = (long long)list_rows_known(l->rows);
	long long total = (long long)list_rows_total(l->rows);

	if (!list_rows_complete(l->rows) || (v->filter.len && total < 0))
		return;		/* counted soon */
	if (!v->filter.len || known > total)	/* or of the trash */
		str_addf(out, "%lld", known);
	else
		str_addf(out, _("%lld of %lld"), known, total);
}

static void
list_close(struct view *v)
{
	struct list_view *l = (struct list_view *)v;

	list_rows_free(l->rows);
	free(l->painted);
	free(l);
}

static const struct view_ops list_ops = {
	.name = "list", .draw = list_draw, .cursor = list_cursor, .move = list_move,
	.press = list_press, .reload = list_reload, .idle = list_idle, .rest = list_rest,
	.title = list_title, .count = list_count, .close = list_close, .mark = list_mark
};

struct view *
list_view_new(struct app *app, const struct pane *pane, struct error *e)
{
	struct list_view *l = xmalloc(sizeof *l);

	l->view = (struct view){ .ops = &list_ops, .pane = pane, .root = true, .stale = true };
	l->app = app;
	l->rows = list_rows_new(app, pane, e);
	if (l->rows)
		return &l->view;
	free(l);
	return NULL;
}

struct view *
list_view_related(struct app *app, const struct pane *pane, const struct field *field,
    int64_t id, struct error *e)
{
	struct view *v = list_view_new(app, pane, e);
	char text[ID_LENGTH + 1];
	struct str base = { 0 };

	if (!v)
		return NULL;
	id_format(id, text);
	str_addf(&base, "%s=%s", field->name, text);
	list_rows_base(((struct list_view *)v)->rows, str_text(&base));
	str_free(&base);
	v->root = false;
	v->ref = field;
	v->of = id;
	return v;
}

struct list_rows *
list_view_rows(struct view *v)
{
	return v->ops == &list_ops ? ((struct list_view *)v)->rows : NULL;
}

void
list_view_expect(struct view *v)
{
	struct list_rows *rows = list_view_rows(v);

	if (rows)
		list_rows_expect(rows);
}
