#include "config.h"

#include "ui/overview.h"

#include <stdlib.h>
#include <string.h>

#include "app/care.h"
#include "app/pane.h"
#include "base/fold.h"
#include "base/i18n.h"
#include "base/utf8.h"
#include "ui/overview_aside.h"
#include "ui/record_view.h"

enum {
	WEIGHT_COLS = 4, GUTTER = 2, TEXT_AT = GUTTER + WEIGHT_COLS,
	COLS_BESIDE = 80, COLS_WIDE = 100, COLS_BELOW = 60, ROWS_BELOW = 26, ASIDE_ROWS = 13,
	ASIDE_NARROW = 28
};

struct overview {
	struct view view;
	struct app *app;
	struct care care;
	struct aside aside;
	size_t all;		/* things without the filter */
	bool empty;		/* nothing is in the file yet */
	bool month;		/* where there is room for one only: not the list */
	bool beside;		/* there was room for both */
	int cursor, top, page;	/* things */
	int rows, cols;		/* of the list at the last painting; 0: never painted */
};

/* --- Rows of a thing: what it is, and below that why --- */

/* The next line of why, from *at; false when nothing is left. */
static bool
why_line(const struct overview *o, const struct str *why, size_t *at, struct str *line)
{
	size_t next, room = o->cols > TEXT_AT ? (size_t)(o->cols - TEXT_AT) : 1;

	if (*at >= why->len)
		return false;
	size_t shown = utf8_wrap(why->s + *at, why->len - *at, (int)room, &next);
	str_cut(line, 0);
	str_addn(line, why->s + *at, shown);
	*at += next;
	return true;
}

static int
thing_rows(const struct overview *o, int i)
{
	struct str why = { 0 }, line = { 0 };
	size_t at = 0;
	int rows = 1;

	care_reasons(&o->care.things[i], &why);
	while (why_line(o, &why, &at, &line))
		rows++;
	str_free(&why);
	str_free(&line);
	return rows;
}

/* --- The thing under the cursor --- */

/* The first thing from which on the one under the cursor is seen as a whole. */
static int
top_for(const struct overview *o, int top)
{
	int used = thing_rows(o, o->cursor), first = o->cursor;

	while (first > top && (used += thing_rows(o, first - 1)) <= o->rows)
		first--;
	return first;
}

/* The view acts on it as a list does on its row. */
static void
cursor_set(struct overview *o, int64_t cursor)
{
	int64_t last = (int64_t)o->care.count - 1;

	cursor = cursor > last ? last : cursor;
	o->cursor = cursor < 0 ? 0 : (int)cursor;
	if (o->cursor < o->top)
		o->top = o->cursor;
	if (o->care.count && o->rows)
		o->top = top_for(o, o->top);
	o->view.id = o->care.count ? o->care.things[o->cursor].id : 0;
	const struct entity *ent = o->view.id ? record_entity(o->app->store, o->view.id) : NULL;
	o->view.pane = ent ? pane_of_record(o->app->store, ent, o->view.id) : NULL;
}

static bool
overview_move(struct view *v, enum motion motion)
{
	struct overview *o = (struct overview *)v;
	int page = o->page > 1 ? o->page - 1 : 1, half = o->page > 3 ? o->page / 2 : 1;
	int was = o->cursor;
	const int64_t to[] = {
		[MOVE_UP] = o->cursor - 1, [MOVE_DOWN] = o->cursor + 1,
		[MOVE_LEFT] = o->cursor, [MOVE_RIGHT] = o->cursor,
		[MOVE_PAGE_UP] = o->cursor - page, [MOVE_PAGE_DOWN] = o->cursor + page,
		[MOVE_HALF_UP] = o->cursor - half, [MOVE_HALF_DOWN] = o->cursor + half,
		[MOVE_TOP] = 0, [MOVE_BOTTOM] = INT32_MAX
	};

	cursor_set(o, to[motion]);
	return o->cursor != was;
}

static bool
overview_press(struct view *v, int row)
{
	struct overview *o = (struct overview *)v;
	int at = o->top;

	if (o->month || row < 0)
		return false;
	for (; (size_t)at < o->care.count && row >= thing_rows(o, at); at++)
		row -= thing_rows(o, at);
	if ((size_t)at >= o->care.count)
		return false;
	cursor_set(o, at);
	return true;
}

static int
overview_cursor(struct view *v)
{
	const struct overview *o = (const struct overview *)v;
	int row = 0;

	for (int i = o->top; i < o->cursor; i++)
		row += thing_rows(o, i);
	return row;
}

/* --- Reading --- */

/* Has what is said of a thing all words of the filter? */
static bool
thing_fits(struct overview *o, const struct care_thing *t)
{
	struct str words = { 0 }, text = { 0 };
	const struct entity *ent = record_entity(o->app->store, t->id);
	bool fits = true;

	if (ent)
		record_title(o->app->store, ent, t->id, &text);
	str_addc(&text, ' ');
	care_reasons(t, &text);
	fold_add(&words, str_text(&o->view.filter), o->view.filter.len);
	for (const char *p = str_text(&words); fits && *p; ) {
		size_t n = strcspn(p, " ");
		fits = fold_contains(str_text(&text), text.len, p, n);
		p += n + (p[n] != '\0');
	}
	str_free(&words);
	str_free(&text);
	return fits;
}

static void
filter_take(struct overview *o)
{
	size_t kept = 0;

	o->all = o->care.count;
	for (size_t i = 0; i < o->care.count; i++)
		if (!o->view.filter.len || thing_fits(o, &o->care.things[i]))
			o->care.things[kept++] = o->care.things[i];
	o->care.count = kept;
}

/* The cursor stays with its thing, wherever that is now. */
static bool
overview_reload(struct view *v, struct error *e)
{
	struct overview *o = (struct overview *)v;
	struct care fresh;
	int64_t id = v->id, at = o->cursor;

	if (!care_empty(o->app, &o->empty, e) || !care_read(o->app, &fresh, e))
		return false;
	care_free(&o->care);
	o->care = fresh;
	filter_take(o);
	for (size_t i = 0; id && i < o->care.count; i++)
		if (o->care.things[i].id == id)
			at = (int64_t)i;
	cursor_set(o, at);
	return aside_read(o->app, &o->aside, e);
}

/* --- Painting --- */

/* What it is, in a word: "action", else what a record of its list is called. */
static void
noun_add(struct overview *o, const struct entity *ent, int64_t id, struct str *out)
{
	const struct field *kind = field_with(ent, F_KIND);
	const struct pane *pane;
	struct record *r = NULL;
	size_t before = out->len;

	if (kind && record_load(o->app->store, ent, id, &r, NULL) && r)
		value_show(o->app->store, kind, record_value(r, kind), out);
	record_free(r);
	if (out->len == before && (pane = pane_of_record(o->app->store, ent, id)))
		str_add(out, _(pane->singular));
}

/* "6  Museo Nacional · partner": where room is short the name is cut, not what it is. */
static void
name_draw(struct overview *o, const struct draw *d, struct box box, int y, int i)
{
	const struct care_thing *t = &o->care.things[i];
	const struct entity *ent = record_entity(o->app->store, t->id);
	enum role role = i == o->cursor ? ROLE_SELECTED : ROLE_TEXT;
	struct str weight = { 0 }, title = { 0 }, noun = { 0 };

	str_addf(&weight, "%d", t->weight);
	if (ent) {
		record_title(o->app->store, ent, t->id, &title);
		str_addf(&noun, " %s ", draw_sign(d, SIGN_DOT));
		noun_add(o, ent, t->id, &noun);
	}
	int after = utf8_columns(str_text(&noun), noun.len);
	int room = box.cols - TEXT_AT - after, cols = utf8_columns(str_text(&title), title.len);
	cols = cols < room ? cols : room > 0 ? room : 0;
	draw_blank(d, box, y, role);
	if (i == o->cursor)
		draw_fit(d, box, y, 0, 1, role, ">", false);
	draw_fit(d, box, y, GUTTER, WEIGHT_COLS - 2, role, str_text(&weight), true);
	draw_fit(d, box, y, TEXT_AT, cols, role, str_text(&title), false);
	draw_fit(d, box, y, TEXT_AT + cols, after, role, str_text(&noun), false);
	str_free(&weight);
	str_free(&title);
	str_free(&noun);
}

/* Why, below it, to its last word: the sum is at the end. Returns the row after it. */
static int
thing_draw(struct overview *o, const struct draw *d, struct box box, int y, int i)
{
	struct str why = { 0 }, line = { 0 };
	size_t at = 0;

	name_draw(o, d, box, y++, i);
	care_reasons(&o->care.things[i], &why);
	while (y < box.rows && why_line(o, &why, &at, &line))
		draw_fit(d, box, y++, TEXT_AT, box.cols - TEXT_AT, ROLE_DIM, str_text(&line), false);
	str_free(&why);
	str_free(&line);
	return y;
}

static const char *const first_steps[] = {
	N_("The file is empty. This is how to begin:"),
	"",
	N_("1, then a     add your own organisation to the affiliates"),
	N_(":             type \"import partners FILE\" to bring in a list you have"),
	N_("2, then a     add a partner and how far you are with it"),
	N_("?             tells what each key does"),
};
static const char *const all_well[] = {
	N_("Nothing needs attention now."),
	"",
	N_("Dates of items, next steps, goals, reports and events show here by themselves. Say in \"Stay in touch every\" after how many days a partner shows here too."),
};

/* Where the text of "1, then a     add your own" begins, for its further lines. */
static int
step_column(const char *s)
{
	const char *gap = strstr(s, "  ");

	return gap ? utf8_columns(s, (size_t)(gap - s) + strspn(gap, " ")) : 0;
}

static void
sentences_draw(const struct draw *d, struct box box, const char *const *sentences,
    size_t count)
{
	int y = 0;

	for (size_t i = 0; i < count; i++) {
		const char *s = *sentences[i] ? _(sentences[i]) : "";
		size_t n = strlen(s), at = 0, next = 0;
		do {
			struct str line = { 0 };
			int x = GUTTER + (at ? step_column(s) : 0), room = box.cols - x;
			size_t shown = utf8_wrap(s + at, n - at, room > 0 ? room : 1, &next);
			str_addn(&line, s + at, shown);
			if (y < box.rows)
				draw_fit(d, box, y++, x, room, i ? ROLE_TEXT : ROLE_TITLE,
				    str_text(&line), false);
			str_free(&line);
			at += next;
		} while (at < n);
	}
}

static void
things_draw(struct overview *o, const struct draw *d, struct box box)
{
	for (int y = 0; y < box.rows; y++)
		draw_blank(d, box, y, ROLE_TEXT);
	if (o->empty)
		sentences_draw(d, box, first_steps, sizeof first_steps / sizeof *first_steps);
	else if (!o->care.count && o->all)
		draw_fit(d, box, 0, GUTTER, box.cols - GUTTER, ROLE_DIM,
		    _("Nothing has these words. Esc takes the filter away."), false);
	else if (!o->care.count)
		sentences_draw(d, box, all_well, sizeof all_well / sizeof *all_well);
	o->rows = box.rows;
	o->cols = box.cols;
	cursor_set(o, o->cursor);
	o->page = 0;
	for (int y = 0; y < box.rows && (size_t)(o->top + o->page) < o->care.count; o->page++)
		y = thing_draw(o, d, box, y, o->top + o->page);
}

static void
beside_draw(struct overview *o, const struct draw *d, struct box box)
{
	int aside = box.cols >= COLS_WIDE ? ASIDE_COLS : ASIDE_NARROW;
	int cols = box.cols - aside - 3;

	for (int y = 0; y < box.rows; y++)
		draw_blank(d, box, y, ROLE_TEXT);
	draw_rule(d, box_part(box, 0, cols, box.rows, 1));
	aside_draw(&o->aside, d, box_part(box, 0, cols + 3, box.rows, aside));
	things_draw(o, d, box_part(box, 0, 0, box.rows, cols - 1));
}

static void
below_draw(struct overview *o, const struct draw *d, struct box box)
{
	int rows = box.rows - ASIDE_ROWS - 1;

	draw_rule(d, box_part(box, rows, 0, 1, box.cols));
	aside_draw(&o->aside, d, box_part(box, rows + 1, 0, ASIDE_ROWS, box.cols));
	things_draw(o, d, box_part(box, 0, 0, rows, box.cols));
}

/* On a terminal of the usual size the month stands beside the list; on a high one that is
 * narrow below it. An empty file has nothing to count: what to do first has all the room. */
static void
overview_draw(struct view *v, const struct draw *d, struct box box, bool all)
{
	struct overview *o = (struct overview *)v;
	bool below = !o->empty && box.cols >= COLS_BELOW && box.cols < COLS_WIDE
	    && box.rows >= ROWS_BELOW;

	(void)all;
	o->beside = below || (box.cols >= COLS_BESIDE && !o->empty);
	o->month = o->month && !o->beside;
	if (below)
		below_draw(o, d, box);
	else if (o->beside)
		beside_draw(o, d, box);
	else if (o->month)
		aside_draw(&o->aside, d, box);
	else
		things_draw(o, d, box);
}

/* --- Words --- */

static void
overview_title(struct view *v, struct str *out)
{
	(void)v;
	str_add(out, _("Overview"));
}

static void
overview_count(struct view *v, struct str *out)
{
	const struct overview *o = (const struct overview *)v;

	if (o->view.filter.len)
		str_addf(out, _("%zu of %zu"), o->care.count, o->all);
	else if (o->all)
		str_addf(out, ngettext("%zu needs attention", "%zu need attention", o->all), o->all);
}

static void
overview_close(struct view *v)
{
	struct overview *o = (struct overview *)v;

	care_free(&o->care);
	aside_free(&o->aside);
	free(o);
}

static const struct view_ops overview_ops = {
	.name = "overview", .draw = overview_draw, .cursor = overview_cursor,
	.move = overview_move, .press = overview_press, .reload = overview_reload,
	.title = overview_title,
	.count = overview_count, .close = overview_close
};

bool
overview_is(const struct view *v)
{
	return v->ops == &overview_ops;
}

bool
overview_show(struct screen *sc, int argc, const char *const *argv, struct error *e)
{
	(void)argc;
	(void)argv;
	if (!app_open(sc->app, e))
		return false;
	if (screen_view(sc) && overview_is(screen_view(sc)))
		return true;
	struct overview *o = xmalloc(sizeof *o);
	o->view = (struct view){ .ops = &overview_ops, .root = true };
	o->app = sc->app;
	if (!overview_reload(&o->view, e)) {
		view_free(&o->view);
		return false;
	}
	screen_show_view(sc, &o->view);
	return true;
}

/* --- What is done there --- */

static struct overview *
overview_here(const struct screen *sc)
{
	struct view *v = screen_view(sc);

	return overview_is(v) ? (struct overview *)v : NULL;
}

bool
overview_step(struct screen *sc, const struct call *call, struct error *e)
{
	struct overview *o = overview_here(sc);

	(void)call;
	if (!o || !o->view.id)
		return set_error(e, STATUS_NONE, _("There is no record here."));
	const char *step = care_step(&o->care.things[o->cursor]);
	if (step)
		return run_binding(sc, (struct binding){ command_find(step), NULL }, e);
	struct view *made = record_view_new(sc->app, o->view.pane, o->view.id, e);
	if (made)
		screen_show_view(sc, made);
	return made != NULL;
}

bool
overview_can_step(const struct screen *sc)
{
	const struct overview *o = overview_here(sc);

	return o && o->view.id;
}

bool
overview_month(struct screen *sc, const struct call *call, struct error *e)
{
	struct overview *o = overview_here(sc);

	(void)call;
	if (!overview_can_month(sc))
		return set_error(e, STATUS_NONE, _("The month is seen already."));
	o->month = !o->month;
	sc->dirty |= DIRTY_ALL;
	return true;
}

bool
overview_can_month(const struct screen *sc)
{
	const struct overview *o = overview_here(sc);

	return o && !o->beside;
}
