/* What is typed in the grid, and what its commands do: saving a cell is a command of the
 * shell. */
#include "config.h"

#include <string.h>

#include "app/keymap.h"
#include "base/i18n.h"
#include "base/id.h"
#include "ui/grid_part.h"
#include "ui/list_view.h"

/* --- A cell --- */

static void
cell_close(struct grid_view *g)
{
	edit_free(g->edit);
	g->edit = NULL;
}

/* What was entered otherwise, of an event or for other days, is changed where it is: a
 * number typed over a sum would be added to it. */
static bool
is_own(const struct grid_view *g, const struct figures_sum *sum)
{
	const struct span *span = grid_span(g, g->column);
	const struct figure *f = sum->newest;

	return !f || (sum->parts == 1 && f->plain && !strcmp(f->is.from, span->from)
	    && !strcmp(f->is.to, span->to));
}

/* text: what it begins with; direct: it was begun by typing that. */
static bool
cell_open(struct grid_view *g, const char *text, bool direct, struct error *e)
{
	if (g->row >= g->content.count)
		return set_error(e, STATUS_NONE, _("There is no metric here."));
	if (g->column >= g->content.span_count)
		return set_error(e, STATUS_NONE,
		    _("The total adds up by itself: type in the quarters."));
	struct figures_sum sum = grid_sum(g, g->row, g->column);
	if (!is_own(g, &sum))
		return set_error(e, STATUS_NONE, _("This adds up other figures: y lists them, and "
		    "there they can be changed."));
	edit_free(g->edit);	/* of a command typed after ":" while another is open */
	g->edit = edit_new(false);
	g->direct = direct;
	g->scroll = (struct edit_scroll){ 0, 0 };
	return edit_set(g->edit, text, strlen(text));
}

/* Saves what a cell shall be, "" empties it. */
static bool
cell_save(struct grid_view *g, const char *text, struct error *e)
{
	const struct span *span = grid_span(g, g->column);
	char metric[ID_LENGTH + 1];
	struct str days = { 0 };

	id_format(g->content.rows[g->row].metric, metric);
	str_addf(&days, "%s..%s", span->from, span->to);
	const char *words[] = { "figure", "--", metric, str_text(&days), text };
	bool ok = run_call(g->sc, sizeof words / sizeof *words, words, e);
	str_free(&days);
	if (ok)
		g->view.stale = true;
	return ok;
}

/* False: it was refused, and waits for another number. */
static bool
cell_leave(struct grid_view *g)
{
	struct str now = { 0 };
	struct error e;
	bool ok = true;

	if (!g->edit)
		return true;
	struct figures_sum sum = grid_sum(g, g->row, g->column);
	figure_show(&sum, &now);
	if (strcmp(str_text(&now), edit_text(g->edit)) != 0)
		ok = cell_save(g, edit_text(g->edit), &e);
	str_free(&now);
	if (ok)
		cell_close(g);
	else
		screen_fail(g->sc, &e);
	return ok;
}

static void
go_on(struct grid_view *g, int rows, int columns)
{
	size_t row = rows < 0 && !g->row ? 0 : g->row + (size_t)rows;
	size_t column = columns < 0 && !g->column ? 0 : g->column + (size_t)columns;

	grid_go(g, row, column);
}

/* --- Typing --- */

/* Keys that leave the cell, and where to; those of `direct` are the editor's when words
 * are changed. */
static const struct leaving {
	const char *key;
	int rows, columns;
	bool direct;
} leavings[] = {
	{ "Enter", 1, 0, false }, { "Tab", 0, 1, false }, { "S-Tab", 0, -1, false },
	{ "Up", -1, 0, false }, { "Down", 1, 0, false },
	{ "Left", 0, -1, true }, { "Right", 0, 1, true },
};

static bool
cell_key(struct grid_view *g, const struct event *ev)
{
	if (!strcmp(ev->key, "Esc")) {
		cell_close(g);
		return true;
	}
	for (size_t i = 0; i < sizeof leavings / sizeof *leavings; i++)
		if (!strcmp(leavings[i].key, ev->key) && (g->direct || !leavings[i].direct)) {
			if (cell_leave(g))
				go_on(g, leavings[i].rows, leavings[i].columns);
			return true;
		}
	if (edit_event(g->edit, ev) || *ev->text || edit_is_key(ev->key))
		return true;
	return !cell_leave(g);	/* another command: what was typed is saved before */
}

/* A number, a sign in front of one, or a letter that is no command here: a word. */
static bool
begins_cell(const struct event *ev)
{
	return *ev->text && *ev->text != ' ' && (strchr("0123456789~<>=", *ev->text)
	    || (!keymap_find("grid", ev->key).command && (unsigned char)*ev->text > ' '));
}

bool
grid_type(struct view *v, const struct event *ev)
{
	struct grid_view *g = grid_of(v);
	bool ok = true;
	struct error e;

	if (ev->kind == EVENT_PASTE) {
		if (!g->edit && !cell_open(g, "", true, &e))
			screen_fail(g->sc, &e);
		else
			edit_paste(g->edit, ev->paste, ev->length);
		return true;
	}
	if (ev->kind != EVENT_KEY)
		return false;
	if (g->edit)
		return cell_key(g, ev);
	if (!strcmp(ev->key, "Del"))
		ok = cell_open(g, "", true, &e) && (cell_leave(g), true);
	else if (begins_cell(ev))
		ok = cell_open(g, ev->text, true, &e);
	else
		return false;
	if (!ok)
		screen_fail(g->sc, &e);
	return true;
}

/* --- Commands --- */

/* With what the cell shows, to be changed. */
static bool
edit(struct grid_view *g, struct error *e)
{
	struct str now = { 0 };
	bool ok = g->row < g->content.count;

	if (ok) {
		struct figures_sum sum = grid_sum(g, g->row, g->column);
		figure_show(&sum, &now);
	}
	ok = cell_open(g, str_text(&now), false, e);
	str_free(&now);
	return ok;
}

/* The filter that finds the figures of a cell. */
static void
cell_filter(const struct grid_view *g, const struct figures_sum *sum, struct str *out)
{
	const struct span *span = grid_span(g, g->column);
	const char *from = span->from, *to = span->to;
	char metric[ID_LENGTH + 1];

	id_format(g->content.rows[g->row].metric, metric);
	str_addf(out, "metric=%s ((to>=%s to<=%s) or (to= from>=%s from<=%s)"
	    " or (to= from= measured_on>=%s measured_on<=%s)%s)", metric, from, to, from, to,
	    from, to, sum->newest->dated ? "" : " or (to= from= measured_on=)");
}

/* The figures that the number adds up, as a list, and the words of the shell for it. */
static bool
rows_show(struct grid_view *g, struct error *e)
{
	struct figures_sum sum = { .known = false };
	struct str said = { 0 };

	if (g->row < g->content.count)
		sum = grid_sum(g, g->row, g->column);
	if (!sum.known)
		return set_error(e, STATUS_NONE, _("There is no figure here yet."));
	struct view *list = list_view_new(g->sc->app, pane_find("measurements"), e);
	if (!list)
		return false;
	cell_filter(g, &sum, &list->filter);
	list->root = false;
	list->led = true;
	str_addf(&said, _("In the shell: alianza list measurements '%s'"),
	    str_text(&list->filter));
	screen_show_view(g->sc, list);
	screen_say(g->sc, ROLE_DIM, str_text(&said));
	str_free(&said);
	return true;
}

static bool
year_go(struct grid_view *g, int by, struct error *e)
{
	int before = g->year;

	if (g->year + by < 1 || g->year + by > 9999)
		return set_error(e, STATUS_NONE, _("There are no years beyond."));
	g->year += by;
	if (grid_read(g, e)) {
		g->sc->dirty |= DIRTY_ALL;
		return true;
	}
	g->year = before;
	return false;
}

bool
grid_do(struct screen *sc, int todo, struct error *e)
{
	struct grid_view *g = grid_of(screen_view(sc));

	if (!g)
		return set_error(e, STATUS_NONE, _("This works in the grid of figures."));
	switch ((enum grid_todo)todo) {
	case GRID_EDIT:
		return edit(g, e);
	case GRID_NEXT:
		go_on(g, 0, 1);
		return true;
	case GRID_ROWS:
		return rows_show(g, e);
	case GRID_YEAR_BEFORE:
		return year_go(g, -1, e);
	case GRID_YEAR_AFTER:
		return year_go(g, 1, e);
	}
	return false;
}
