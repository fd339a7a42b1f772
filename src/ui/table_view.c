#include "config.h"

#include "ui/table_view.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/utf8.h"
#include "store/filter.h"
#include "store/tally_grid.h"
#include "ui/list_view.h"
#include "ui/table_part.h"

enum { WORDS = 10 };

static const struct view_ops table_ops;

static struct table_view *
table_of(const struct view *v)
{
	return v->ops == &table_ops ? (struct table_view *)v : NULL;
}

/* --- Cursor --- */

static int
within(int n, int most)
{
	return n > most ? most : n < 0 ? 0 : n;
}

static void
cursor_set(struct table_view *t, int row, int column)
{
	int rows = tally_grid_rows(&t->grid), page = t->page > 0 ? t->page : 1;
	bool cross = t->query.count > 1;

	t->look.row = within(row, rows - 1);
	t->look.column = cross ? within(column, tally_grid_columns(&t->grid) - 1) : 0;
	if (t->look.row < t->look.top)
		t->look.top = t->look.row;
	if (t->look.row >= t->look.top + page)
		t->look.top = t->look.row - page + 1;
	t->look.top = within(t->look.top, rows > page ? rows - page : 0);
}

static bool
table_move(struct view *v, enum motion motion)
{
	struct table_view *t = (struct table_view *)v;
	int row = t->look.row, column = t->look.column, page = t->page > 1 ? t->page - 1 : 1;

	switch (motion) {
	case MOVE_UP:
		row--;
		break;
	case MOVE_DOWN:
		row++;
		break;
	case MOVE_LEFT:
		column--;
		break;
	case MOVE_RIGHT:
		column++;
		break;
	case MOVE_PAGE_UP:
		row -= page;
		break;
	case MOVE_PAGE_DOWN:
		row += page;
		break;
	case MOVE_HALF_UP:
		row -= page / 2 + 1;
		break;
	case MOVE_HALF_DOWN:
		row += page / 2 + 1;
		break;
	case MOVE_TOP:
		row = 0;
		break;
	case MOVE_BOTTOM:
		row = tally_grid_rows(&t->grid);
		break;
	}
	struct { int row, column; } was = { t->look.row, t->look.column };
	cursor_set(t, row, column);
	return t->look.row != was.row || t->look.column != was.column;
}

static bool
table_press(struct view *v, int row)
{
	struct table_view *t = (struct table_view *)v;

	if (row < 1 || t->look.top + row > tally_grid_rows(&t->grid))
		return false;
	cursor_set(t, t->look.top + row - 1, t->look.column);
	return true;
}

static int
table_cursor(struct view *v)
{
	struct table_view *t = (struct table_view *)v;

	return t->look.row - t->look.top + 1;
}

/* --- Counting --- */

static void
both(const char *one, const char *other, struct str *out)
{
	if (*one && *other)
		str_addf(out, "(%s) (%s)", one, other);
	else
		str_add(out, *one ? one : other);
}

void
table_view_narrow(const struct view *v, struct str *out)
{
	both(table_of(v)->base, str_text(&v->filter), out);
}

static void
names_measure(struct table_view *t)
{
	const struct tally_side *side = &t->tally.sides[0];
	struct str label = { 0 };

	tally_by_label(&side->by, &label);
	t->look.names = utf8_columns(str_text(&label), label.len);
	for (size_t i = 0; i < side->count; i++) {
		int cols = utf8_columns(side->groups[i].label, strlen(side->groups[i].label));
		t->look.names = cols > t->look.names ? cols : t->look.names;
	}
	str_free(&label);
}

/* The cursor stays at its group as long as that is there. */
static int
row_of(const struct tally *t, const char *label)
{
	for (size_t i = 0; i < t->sides[0].count; i++)
		if (!strcmp(t->sides[0].groups[i].label, label))
			return (int)i;
	return -1;
}

static void
tally_take(struct table_view *t, struct tally *fresh)
{
	int row = t->look.row;

	if (row < (int)t->tally.sides[0].count) {
		int same = row_of(fresh, t->tally.sides[0].groups[row].label);
		row = same < 0 ? row : same;
	}
	tally_free(&t->tally);
	t->tally = *fresh;
	names_measure(t);
	cursor_set(t, row, t->look.column);
}

static bool
table_reload(struct view *v, struct error *e)
{
	struct table_view *t = (struct table_view *)v;
	struct tally fresh;
	struct str text = { 0 };

	table_view_narrow(v, &text);
	struct filter *f = filter_parse(t->app->store, entity_find(v->pane->entity), v->pane,
	    str_text(&text), e);
	str_free(&text);
	t->query.filter = f;
	bool ok = f && tally_make(t->app->store, &t->query, &fresh, e);
	t->query.filter = NULL;
	filter_free(f);
	if (ok)
		tally_take(t, &fresh);
	return ok;
}

/* --- Painting --- */

static void
sentence_draw(const struct draw *d, struct box box, int y, const char *s)
{
	struct str line = { 0 };

	for (size_t at = 0, n = strlen(s), next; at < n && y < box.rows; at += next, y++) {
		size_t take = utf8_wrap(s + at, n - at, box.cols - 2, &next);
		str_cut(&line, 0);
		draw_cell(d, &line, "", 0, 2, false);
		draw_cell(d, &line, s + at, take, box.cols - 2, false);
		draw_line(d, box, y, ROLE_DIM, &line);
	}
	str_free(&line);
}

bool
table_overlaps(const struct table_view *t)
{
	return t->tally.sides[0].overlaps || (t->query.count > 1 && t->tally.sides[1].overlaps);
}

static void
table_draw_view(struct view *v, const struct draw *d, struct box box, bool all)
{
	struct table_view *t = (struct table_view *)v;
	int below = tally_grid_rows(&t->grid) + 2;

	(void)all;
	t->page = box.rows > 1 ? box.rows - 1 : 0;
	cursor_set(t, t->look.row, t->look.column);
	table_draw(&t->look, d, box);
	if (!t->tally.records)
		sentence_draw(d, box, below, v->filter.len
		    ? _("Nothing here fits the filter. Esc takes it away.")
		    : _("There is nothing to count yet."));
	else if (table_overlaps(t))
		sentence_draw(d, box, below,
		    _("A record with several values counts at each of them; the total has it once."));
}

/* --- Words --- */

static void
table_title(struct view *v, struct str *out)
{
	struct table_view *t = (struct table_view *)v;
	struct str one = { 0 }, other = { 0 };

	tally_by_label(&t->query.by[0], &one);
	if (t->query.count > 1) {
		tally_by_label(&t->query.by[1], &other);
		str_addf(out, _("%s and %s"), str_text(&one), str_text(&other));
	} else {
		str_add(out, str_text(&one));
	}
	str_free(&one);
	str_free(&other);
}

static void
table_count(struct view *v, struct str *out)
{
	struct table_view *t = (struct table_view *)v;

	str_addf(out, ngettext("%lld record", "%lld records", (unsigned long)t->tally.records),
	    (long long)t->tally.records);
}

const char *
table_view_columns(const struct view *v)
{
	const struct table_view *t = table_of(v);

	return t ? t->columns : NULL;
}

const char *
table_view_base(const struct view *v)
{
	return table_of(v)->base;
}

int
table_view_words(const struct view *v, const char *format, struct arena *mem,
    const char ***words)
{
	const struct table_view *t = table_of(v);
	struct str narrow = { 0 };
	int n = 0;

	*words = arena_alloc(mem, WORDS * sizeof **words);
	(*words)[n++] = t->query.count > 1 ? "crosstable" : "frequency";
	if (format) {
		(*words)[n++] = "--labels";
		(*words)[n++] = "--format";
		(*words)[n++] = format;
		(*words)[n++] = "--";
	}
	(*words)[n++] = v->pane->name;
	for (int i = 0; i < t->query.count; i++)
		(*words)[n++] = arena_strdup(mem, t->query.by[i].name);
	table_view_narrow(v, &narrow);
	if (narrow.len)
		(*words)[n++] = arena_printf(mem, "(%s)", str_text(&narrow));
	str_free(&narrow);
	return n;
}

bool
table_view_turn(struct view *v)
{
	struct table_view *t = table_of(v);

	if (!t || t->query.count < 2)
		return false;
	t->grid.show = (t->grid.show + 1) % TALLY_SHOWS;
	return true;
}

const char *
table_view_shown(const struct view *v)
{
	static const char *const sentences[TALLY_SHOWS] = {
		[TALLY_COUNTS] = N_("Numbers of records."),
		[TALLY_OF_ALL] = N_("Percent of all records."),
		[TALLY_OF_ROW] = N_("Percent of the records in the line."),
		[TALLY_OF_COLUMN] = N_("Percent of the records in the column."),
	};

	return _(sentences[table_of(v)->grid.show]);
}

/* --- Behind a number --- */

void
table_cell_filter(const struct table_view *t, struct str *out)
{
	struct str narrow = { 0 }, group = { 0 };
	int down, across;

	tally_grid_groups(&t->grid, t->look.row, t->look.column, &down, &across);
	table_view_narrow(&t->view, &narrow);
	tally_filter(t->app->store, &t->tally, down, across, &group);
	if (narrow.len && group.len)
		str_addf(out, "%s (%s)", str_text(&group), str_text(&narrow));
	else
		str_add(out, group.len ? str_text(&group) : str_text(&narrow));
	str_free(&narrow);
	str_free(&group);
}

static struct view *
table_enter(struct view *v, struct error *e)
{
	const struct table_view *t = (const struct table_view *)v;
	struct view *list = list_view_new(t->app, v->pane, e);

	if (!list)
		return NULL;
	table_cell_filter(t, &list->filter);
	list->root = false;
	list->led = true;
	return list;
}

/* --- Life --- */

static void
table_close(struct view *v)
{
	struct table_view *t = (struct table_view *)v;

	tally_free(&t->tally);
	free(t->columns);
	free(t->base);
	free(t);
}

static const struct view_ops table_ops = {
	.name = "table", .draw = table_draw_view, .cursor = table_cursor, .move = table_move,
	.press = table_press, .reload = table_reload,
	.title = table_title, .count = table_count, .close = table_close, .enter = table_enter
};

static bool
columns_read_by(struct table_view *t, const struct pane *pane, struct error *e)
{
	struct arena mem = { 0 };
	bool ok = true;

	for (const char *p = t->columns; ok && *p; ) {
		size_t n = strcspn(p, ",");
		ok = t->query.count < TALLY_SIDES
		    ? tally_by_parse(pane, arena_dup(&mem, p, n), &t->query.by[t->query.count++], e)
		    : set_error(e, STATUS_USAGE, _("A table has one column or two, not \"%s\"."),
		    t->columns);
		p += n + (p[n] == ',');
	}
	arena_free(&mem);
	return ok && (t->query.count || set_error(e, STATUS_USAGE, _("No column is named.")));
}

struct view *
table_view_new(struct app *app, const struct pane *pane, const char *columns,
    const char *base, const char *filter, struct error *e)
{
	struct table_view *t = xmalloc(sizeof *t);

	t->view = (struct view){ .ops = &table_ops, .pane = pane };
	str_add(&t->view.filter, filter);
	t->app = app;
	t->columns = xstrdup(columns);
	t->base = xstrdup(base);
	t->query.pane = pane;
	t->grid = (struct tally_grid){ &t->tally, true, TALLY_COUNTS };
	t->look.grid = &t->grid;
	t->look.column = 1;
	if (columns_read_by(t, pane, e) && table_reload(&t->view, e))
		return &t->view;
	view_free(&t->view);
	return NULL;
}
