#include "config.h"

#include "ui/grid_view.h"

#include <stdlib.h>
#include <string.h>

#include "app/pane.h"
#include "base/clock.h"
#include "base/i18n.h"
#include "store/progress.h"
#include "store/through.h"
#include "store/which.h"
#include "ui/grid_part.h"

enum { YEARS_BACK = 5 };

/* --- Cursor --- */

void
grid_go(struct grid_view *g, size_t row, size_t column)
{
	size_t page = g->page > 0 ? (size_t)g->page : 1, count = g->content.count;

	g->row = row < count ? row : count ? count - 1 : 0;
	g->column = column < g->content.span_count ? column : g->content.span_count;
	if (g->row < g->top)
		g->top = g->row;
	if (g->row >= g->top + page)
		g->top = g->row - page + 1;
}

static bool
grid_move(struct view *v, enum motion motion)
{
	struct grid_view *g = grid_of(v);
	size_t page = g->page > 1 ? (size_t)g->page - 1 : 1, by = 1;
	size_t row = g->row, column = g->column;

	if (g->edit)
		return true;	/* the wheel: what is typed belongs to this cell */
	if (motion == MOVE_LEFT || motion == MOVE_RIGHT) {
		grid_go(g, g->row, motion == MOVE_RIGHT ? g->column + 1
		    : g->column ? g->column - 1 : 0);
		return g->column != column;
	}
	if (motion == MOVE_PAGE_UP || motion == MOVE_PAGE_DOWN)
		by = page;
	else if (motion == MOVE_HALF_UP || motion == MOVE_HALF_DOWN)
		by = page / 2 + 1;
	else if (motion == MOVE_TOP || motion == MOVE_BOTTOM)
		by = g->content.count;
	bool up = motion == MOVE_UP || motion == MOVE_PAGE_UP || motion == MOVE_HALF_UP
	    || motion == MOVE_TOP;
	grid_go(g, !up ? g->row + by : g->row > by ? g->row - by : 0, g->column);
	return g->row != row;
}

static bool
grid_press(struct view *v, int row)
{
	struct grid_view *g = grid_of(v);
	size_t at = g->top + (size_t)row - 1;

	if (g->edit || row < 1 || row > g->page || at >= g->content.count)
		return false;
	grid_go(g, at, g->column);
	return true;
}

static int
grid_cursor(struct view *v)
{
	struct grid_view *g = grid_of(v);

	return (int)(g->row - g->top) + 1;
}

static void
grid_caret(struct view *v, int *y, int *x)
{
	struct grid_view *g = grid_of(v);

	if (!g->edit)
		return;
	*y = g->caret_y;
	*x = g->caret_x;
}

/* --- The view --- */

/* The cursor stays on its metric. */
static bool
grid_reload(struct view *v, struct error *e)
{
	struct grid_view *g = grid_of(v);
	int64_t metric = g->row < g->content.count ? g->content.rows[g->row].metric : 0;
	size_t row = g->row;

	if (!grid_read(g, e))
		return false;
	for (size_t i = 0; i < g->content.count; i++)
		if (g->content.rows[i].metric == metric)
			row = i;
	grid_go(g, row, g->column);
	bool there = g->row < g->content.count && g->content.rows[g->row].metric == metric;
	if (!there && g->edit) {	/* another program took the metric away */
		edit_free(g->edit);
		g->edit = NULL;
	}
	return true;
}

static void
grid_title(struct view *v, struct str *out)
{
	struct grid_view *g = grid_of(v);
	struct store *s = g->sc->app->store;
	int64_t id = g->goal ? g->goal : g->owner;
	struct str title = { 0 };

	if (id) {
		record_title(s, record_entity(s, id), id, &title);
		str_addf(out, _("Figures of %d: %s"), g->year, str_text(&title));
	} else {
		str_addf(out, _("Figures of %d"), g->year);
	}
	str_free(&title);
}

static void
grid_count(struct view *v, struct str *out)
{
	struct grid_view *g = grid_of(v);

	str_addf(out, ngettext("%zu metric", "%zu metrics", g->content.count),
	    g->content.count);
}

static void
grid_close(struct view *v)
{
	struct grid_view *g = grid_of(v);

	grid_content_free(&g->content);
	edit_free(g->edit);
	free(g);
}

static const struct view_ops grid_ops = {
	.name = "grid", .draw = grid_draw, .cursor = grid_cursor, .move = grid_move,
	.press = grid_press, .reload = grid_reload,
	.title = grid_title, .count = grid_count, .close = grid_close, .type = grid_type,
	.caret = grid_caret
};

struct grid_view *
grid_of(struct view *v)
{
	return v->ops == &grid_ops ? (struct grid_view *)v : NULL;
}

bool
grid_here(const struct screen *sc)
{
	return grid_of(screen_view(sc)) != NULL;
}

/* --- Opening --- */

/* The reference that a record cannot be without: from a figure to its metric, from there
 * to its goal. NULL: it stands for itself. */
static const struct field *
upward(const struct entity *ent)
{
	const struct field *f;

	for (int i = 0; (f = entity_field(ent, i)); i++)
		if (f->flags & F_REQUIRED && f->type->is_ref)
			return f;
	return NULL;
}

/* Do figures belong to records of this kind: is it that of goals? */
static bool
is_goal(const struct entity *ent)
{
	return field_refers(upward(entity_find(pane_find("metrics")->entity)), ent);
}

bool
grid_possible(const struct screen *sc)
{
	const struct view *v = screen_view(sc);

	return v->pane && v->id && is_goal(entity_find(v->pane->entity));
}

/* The record that a reference of another one leads to; 0: none. */
static int64_t
led_to(struct store *s, const struct entity *ent, int64_t id, const struct field *f)
{
	struct record *r = NULL;

	if (!f || !record_load(s, ent, id, &r, NULL) || !r)
		return 0;
	int64_t to = value_to_int(record_value(r, f));
	record_free(r);
	return to;
}

/* The goal itself, or that of a metric or of a figure; 0: it is about none. */
static int64_t
goal_of(struct store *s, int64_t id)
{
	const struct entity *ent;

	while ((ent = record_entity(s, id)) && !is_goal(ent))
		id = led_to(s, ent, id, upward(ent));
	return ent ? id : 0;
}

/* Are the records of this list those that may want to reach a goal? */
static bool
may_own(const struct pane *pane)
{
	const struct field *fixed, *metric = upward(entity_find(pane_find("metrics")->entity));
	const struct field *owner = field_with(entity_find(metric->refs), F_BRANCH);
	const char *kind;

	return pane && pane_fixed(pane, &fixed, &kind) && !strcmp(kind, owner->kind)
	    && field_refers(owner, entity_find(pane->entity));
}

/* What is under the cursor is a goal, has one, or may own one. */
static void
at_hand(struct grid_view *g)
{
	const struct view *v = screen_view(g->sc);
	struct store *s = g->sc->app->store;

	g->goal = v->id ? goal_of(s, v->id) : 0;
	if (!g->goal)
		g->owner = v->id && may_own(v->pane) ? v->id : my_organisation(s);
}

/* This year, or the last one of a goal that is over. */
static int
year_of(struct grid_view *g)
{
	int year = clock_today().year;
	struct progress p;

	if (g->goal && progress_read(g->sc->app->store, g->goal, &p, NULL) && *p.end
	    && atoi(p.end) < year)
		return atoi(p.end);
	return year;
}

/* Where nothing has to do with this year, the last one before it that has something:
 * figures are often filled in when a year is over. */
static bool
year_seek(struct grid_view *g, struct error *e)
{
	int first = year_of(g);
	bool ok = true;

	for (g->year = first; ok && g->year >= first - YEARS_BACK; g->year--)
		if ((ok = grid_read(g, e)) && g->content.count)
			return true;
	g->year = first;
	return ok && grid_read(g, e);
}

bool
grid_open(struct screen *sc, const struct call *call, struct error *e)
{
	const struct pane *pane = pane_find("organisations");
	int64_t owner = 0;

	if (call->argc && !which_find(sc->app->store, entity_find(pane->entity), pane,
	    call->argv[0], false, &owner, e))
		return false;
	struct grid_view *g = xmalloc(sizeof *g);
	g->view = (struct view){ .ops = &grid_ops, .pane = pane_find("metrics") };
	g->sc = sc;
	g->owner = owner;
	if (!owner)
		at_hand(g);
	if (!year_seek(g, e)) {
		view_free(&g->view);
		return false;
	}
	screen_show_view(sc, &g->view);
	return true;
}
