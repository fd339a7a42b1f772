#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "app/pane.h"
#include "base/fold.h"
#include "base/i18n.h"
#include "base/id.h"
#include "ui/door_part.h"

/* --- Cursor --- */

const struct door_row *
door_row_now(const struct door_view *dv)
{
	return dv->cursor < dv->rows.count ? &dv->rows.rows[dv->cursor] : NULL;
}

void
door_go(struct door_view *dv, size_t row)
{
	size_t page = dv->page > 0 ? (size_t)dv->page : 1;
	const struct door_row *now;

	if (row >= dv->rows.count)
		row = dv->rows.count ? dv->rows.count - 1 : 0;
	dv->cursor = row;
	if (row < dv->top)
		dv->top = row;
	if (row >= dv->top + page)
		dv->top = row - page + 1;
	now = door_row_now(dv);
	dv->view.id = now && now->kind == DOOR_LISTED ? now->id : 0;
}

static bool
door_move(struct view *v, enum motion motion)
{
	struct door_view *dv = door_of(v);
	size_t page = dv->page > 1 ? (size_t)dv->page - 1 : 1, at = dv->cursor, by = 1;
	bool browsed = dv->browsing;

	if (motion == MOVE_PAGE_UP || motion == MOVE_PAGE_DOWN)
		by = page;
	else if (motion == MOVE_HALF_UP || motion == MOVE_HALF_DOWN)
		by = page / 2 + 1;
	else if (motion == MOVE_TOP || motion == MOVE_BOTTOM)
		by = dv->rows.count;
	dv->browsing = true;
	if (motion == MOVE_UP || motion == MOVE_PAGE_UP || motion == MOVE_HALF_UP
	    || motion == MOVE_TOP)
		door_go(dv, at > by ? at - by : 0);
	else if (motion != MOVE_LEFT && motion != MOVE_RIGHT)
		door_go(dv, at + by);
	return !browsed || dv->cursor != at;
}

static bool
door_press(struct view *v, int row)
{
	struct door_view *dv = door_of(v);
	size_t i = dv->top + (size_t)row - DOOR_HEAD;

	if (row < DOOR_HEAD || i >= dv->rows.count)
		return false;
	dv->browsing = true;
	door_go(dv, i);
	return true;
}

static int
door_cursor(struct view *v)
{
	struct door_view *dv = door_of(v);

	return (int)(dv->cursor - dv->top) + DOOR_HEAD;
}

/* In the line, unless the arrows went among the people. */
static void
door_caret(struct view *v, int *y, int *x)
{
	struct door_view *dv = door_of(v);

	if (dv->browsing || dv->pasted.len)
		return;
	*y = dv->caret_y;
	*x = dv->caret_x;
}

/* --- Reading --- */

bool
door_find(struct door_view *dv, struct error *e)
{
	struct signup_list list;
	bool ok;

	if (!dv->pasted.len)
		return door_rows_find(dv->sc->app, &dv->rows, edit_text(dv->edit), e);
	ok = signup_read_any(str_text(&dv->pasted), dv->pasted.len, &list, e)
	    && door_rows_paste(dv->sc->app, &dv->rows, &list, e);
	dv->passed = list.passed;
	signup_free(&list);
	return ok;
}

/* The cursor stays on whom it was, or goes to who came in. */
static bool
door_reload(struct view *v, struct error *e)
{
	struct door_view *dv = door_of(v);
	int64_t id = v->id;
	size_t at = dv->cursor;

	if (!door_rows_read(dv->sc->app, &dv->rows, e) || !door_find(dv, e))
		return false;
	for (size_t i = 0; i < dv->rows.count; i++)
		if (dv->goal.len ? fold_equal(dv->rows.rows[i].name, str_text(&dv->goal))
		    : id && dv->rows.rows[i].id == id)
			at = i;
	str_cut(&dv->goal, 0);
	door_go(dv, at);
	return true;
}

static void
door_title(struct view *v, struct str *out)
{
	struct door_view *dv = door_of(v);
	const struct door *door = &dv->rows.door;
	struct store *s = dv->sc->app->store;
	int64_t id = door->session ? door->session : door->event;
	struct str title = { 0 };

	record_title(s, record_entity(s, id), id, &title);
	str_addf(out, _("Door: %s"), str_text(&title));
	str_free(&title);
}

static void
door_count(struct view *v, struct str *out)
{
	const struct door_rows *r = &door_of(v)->rows;

	if (r->expected)
		str_addf(out, _("%lld present, %lld expected"), (long long)r->present,
		    (long long)r->expected);
	else
		str_addf(out, _("%lld present"), (long long)r->present);
}

static void
door_close(struct view *v)
{
	struct door_view *dv = door_of(v);

	door_rows_free(&dv->rows);
	edit_free(dv->edit);
	str_free(&dv->pasted);
	str_free(&dv->goal);
	free(dv);
}

static const struct view_ops door_ops = {
	.name = "door", .draw = door_draw, .cursor = door_cursor, .move = door_move,
	.press = door_press, .reload = door_reload,
	.title = door_title, .count = door_count, .close = door_close, .type = door_type,
	.caret = door_caret
};

struct door_view *
door_of(struct view *v)
{
	return v->ops == &door_ops ? (struct door_view *)v : NULL;
}

bool
door_here(const struct screen *sc)
{
	return door_of(screen_view(sc)) != NULL;
}

/* --- Opening --- */

/* A list of what refers to an event is the event's; else it is the record under the cursor. */
bool
door_at_hand(struct screen *sc, const struct view *v, struct door *out)
{
	const struct entity *ent = v->pane ? entity_find(v->pane->entity) : NULL;
	struct store *s = sc->app->store;
	const struct entity *of = v->of && s ? record_entity(s, v->of) : NULL;

	if (!s)
		return false;
	if (of && door_of_entity(of) && door_of_record(s, of, v->of, out))
		return true;
	return v->id && ent && door_of_record(s, ent, v->id, out);
}

bool
door_possible(const struct screen *sc)
{
	const struct view *v = screen_view(sc);
	const struct entity *ent = v->pane && v->id ? entity_find(v->pane->entity) : NULL;

	return ent && door_of_entity(ent);
}

bool
door_list_here(const struct screen *sc)
{
	const struct view *v = screen_view(sc);
	const struct entity *ent = v->of && v->pane ? entity_find(v->pane->entity) : NULL;
	const struct entity *of = ent ? record_entity(sc->app->store, v->of) : NULL;

	return of && ent->flags & E_PRESENCE && of != ent && door_of_entity(of);
}

bool
door_list_tick(struct screen *sc, struct error *e)
{
	const struct view *v = screen_view(sc);
	const struct entity *ent = entity_find(v->pane->entity);
	char event[ID_LENGTH + 1], who[ID_LENGTH + 1];
	const char *words[] = { "present", event, who, "--state=registered" };
	struct record *r = NULL;
	struct door door;

	if (!v->id || !door_of_record(sc->app->store, ent, v->id, &door)
	    || !record_load(sc->app->store, ent, v->id, &r, e) || !r)
		return set_error(e, STATUS_NONE, _("There is no record here."));
	struct cell present = { field_with(ent, F_STAGE), value_text("present", strlen("present")),
	    true };
	bool is = record_has(r, &present);
	record_free(r);
	id_format(door.event, event);
	id_format(v->id, who);
	return run_call(sc, is ? 4 : 3, words, e);
}

struct door_view *
door_show(struct screen *sc, const struct door *door)
{
	struct door_view *dv = xmalloc(sizeof *dv);

	dv->view = (struct view){ .ops = &door_ops, .pane = pane_find(DOOR_PANE), .stale = true };
	dv->sc = sc;
	dv->rows.door = *door;
	dv->edit = edit_new(false);
	screen_show_view(sc, &dv->view);
	return dv;
}

bool
door_open(struct screen *sc, const struct call *call, struct error *e)
{
	struct door door;

	(void)call;
	if (!door_at_hand(sc, screen_view(sc), &door))
		return set_error(e, STATUS_NONE, _("There is no event here."));
	door_show(sc, &door);
	return true;
}
