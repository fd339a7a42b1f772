#include "config.h"

#include "ui/layout.h"

#include "base/i18n.h"
#include "ui/list_view.h"
#include "ui/record_view.h"

enum {
	COLS_BESIDE = 100, COLS_BELOW = 60, ROWS_BELOW = 30,	/* of the screen */
	LIST_PART = 3		/* the list above a record gets one of so many rows */
};

static bool
has_room(void)
{
	return COLS >= COLS_BESIDE || (COLS >= COLS_BELOW && LINES >= ROWS_BELOW);
}

static struct view *
view_at(const struct screen *sc, int at)
{
	const struct history *h = &sc->history;

	return at >= 0 && at < h->count ? h->views[at] : NULL;
}

/* The list before a record, or the record ahead of a list; whatever room there is. */
static struct view *
neighbour(const struct screen *sc)
{
	struct view *v = screen_view(sc), *other;

	if (v->ops->turn) {
		other = view_at(sc, sc->history.at - 1);
		return other && list_view_rows(other) ? other : NULL;
	}
	other = list_view_rows(v) ? view_at(sc, sc->history.at + 1) : NULL;
	return other && other->ops->turn && other->pane && v->pane
	    && entity_find(other->pane->entity) == entity_find(v->pane->entity) ? other : NULL;
}

struct view *
layout_other(const struct screen *sc)
{
	if (!has_room() || (!sc->beside && !screen_view(sc)->ops->turn))
		return NULL;
	return neighbour(sc);
}

bool
layout_follow(struct screen *sc, struct view *other, struct error *e)
{
	const struct view *v = screen_view(sc);
	bool ok = true;

	if (other->ops->turn && v->id && v->id != other->id)
		ok = other->ops->turn(other, v->id, e);
	else if (other->stale)
		ok = other->ops->reload(other, e);
	other->stale = false;
	view_let_go(other);
	return ok;
}

/* The part of the record, of the list, and the line between them. */
static void
parts_of(struct box m, struct box *list, struct box *record, struct box *line)
{
	if (m.cols >= COLS_BESIDE) {
		int cols = (m.cols - 1) / 2;
		*list = box_part(m, 0, 0, m.rows, cols);
		*line = box_part(m, 0, cols, m.rows, 1);
		*record = box_part(m, 0, cols + 1, m.rows, m.cols - cols - 1);
		return;
	}
	int rows = m.rows / LIST_PART;
	*list = box_part(m, 0, 0, rows, m.cols);
	*line = box_part(m, rows, 0, 1, m.cols);
	*record = box_part(m, rows + 1, 0, m.rows - rows - 1, m.cols);
}

struct box
layout_draw(struct screen *sc, const struct draw *d, struct box middle, bool all)
{
	struct view *v = screen_view(sc), *other = layout_other(sc);
	struct box list, record, line;

	v->aside = false;
	if (!other)
		return middle;
	parts_of(middle, &list, &record, &line);
	other->aside = true;
	other->ops->draw(other, d, other->ops->turn ? record : list, all);
	view_let_go(other);
	draw_rule(d, line);
	return v->ops->turn ? record : list;
}

bool
layout_switch(struct screen *sc, const struct call *call, struct error *e)
{
	struct view *v = screen_view(sc);

	(void)call;
	if (v->ops->next && v->ops->next(v))
		return true;
	if (!neighbour(sc))
		return (v->ops->next && v->ops->move(v, MOVE_TOP)) || set_error(e, STATUS_NONE,
		    _("There is nothing beside this; Enter opens a record."));
	bool to_list = v->ops->turn != NULL;
	screen_go(sc, sc->history.at + (to_list ? -1 : 1));
	if (!to_list)
		screen_view(sc)->ops->move(screen_view(sc), MOVE_TOP);
	sc->beside = to_list;
	return true;
}

/* A list alone on the screen keeps its place in the line of keys for leaving. */
bool
layout_can_switch(const struct screen *sc)
{
	return record_view_has_related(screen_view(sc)) || layout_other(sc);
}
