/* The parts of the screen, from top to bottom: the sample's day, panes, path, view,
 * command log, keys. */
#include "config.h"

#include <string.h>

#include "app/filter_text.h"
#include "app/keymap.h"
#include "base/i18n.h"
#include "base/utf8.h"
#include "ui/banner.h"
#include "ui/asking.h"
#include "ui/desk.h"
#include "ui/layout.h"
#include "ui/overview.h"
#include "ui/state.h"

enum {
	ROWS_LEAST = 5, COLS_LEAST = 20,	/* below: one line that says so */
	ROWS_LOG_ONE = 10, ROWS_LOG_TWO = 16
};

static int
log_rows(int rows)
{
	return rows >= ROWS_LOG_TWO ? 2 : rows >= ROWS_LOG_ONE ? 1 : 0;
}

/* What has no room goes from the front: where we are is at the end. */
static void
path_fit(struct str *path, const struct draw *d, int room)
{
	struct str part = { 0 }, fresh = { 0 };
	const char *p = str_text(path), *next;

	str_addf(&part, " %s ", draw_sign(d, SIGN_PATH));
	while (utf8_columns(str_text(path), path->len) > room
	    && (next = strstr(p, str_text(&part)))) {
		p = next + part.len;
		str_cut(&fresh, 0);
		str_addf(&fresh, "..%s%s", str_text(&part), p);
		if (utf8_columns(str_text(&fresh), fresh.len) <= room)
			break;
	}
	if (fresh.len)
		str_set(path, str_text(&fresh));
	str_free(&part);
	str_free(&fresh);
}

static void
path_draw(struct screen *sc, const struct draw *d, struct box box)
{
	struct view *v = screen_view(sc);
	struct str path = { 0 }, count = { 0 }, filter = { 0 };
	int room;

	history_path(&sc->history, d, &path);
	if (desk_open(sc))
		desk_path(sc, d, &path);
	else
		v->ops->count(v, &count);
	if (v->marks.count && !desk_open(sc)) {
		if (count.len)
			str_addf(&count, " %s ", draw_sign(d, SIGN_DOT));
		str_addf(&count, ngettext("%zu marked", "%zu marked", v->marks.count), v->marks.count);
	}
	int cols = utf8_columns(str_text(&count), count.len);
	room = box.cols - cols - (cols ? 2 : 0);
	path_fit(&path, d, room);
	draw_blank(d, box, 1, ROLE_TITLE);
	int x = draw_word(d, box_part(box, 0, 0, 2, room > 0 ? room : 0), 1, 0, ROLE_TITLE,
	    str_text(&path));
	if (v->filter.len && !desk_open(sc) && room - x > 4) {
		str_addc(&filter, '/');
		filter_text_show(sc->app->store, str_text(&v->filter), &filter);
		draw_word(d, box_part(box, 0, 0, 2, room), 1, x + 2, ROLE_ACCENT,
		    str_text(&filter));
	}
	draw_fit(d, box, 1, box.cols - cols, cols, ROLE_TITLE, str_text(&count), false);
	str_free(&path);
	str_free(&count);
	str_free(&filter);
}

/* A sentence in up to `rows` lines that end at y; returns how many it took. A mark in
 * front tells without colour what it is. */
static int
said_draw(const struct said *s, const struct draw *d, struct box box, int y, int rows)
{
	struct { size_t at, n; } lines[SAID + 1];
	const char *text = str_text(&s->text);
	int count = 0, indent = s->role == ROLE_ERROR ? 2 : 0;

	for (size_t at = 0, next; at < s->text.len && count < rows; at += next, count++) {
		lines[count].at = at;
		lines[count].n = utf8_wrap(text + at, s->text.len - at, box.cols - indent, &next);
	}
	if (count)	/* what has no room shows that it goes on */
		lines[count - 1].n = count == rows ? s->text.len - lines[count - 1].at
		    : lines[count - 1].n;
	for (int i = 0; i < count; i++) {
		struct str line = { 0 };
		draw_cell(d, &line, i || !indent ? "" : "!", i || !indent ? 0 : 1, indent, false);
		draw_cell(d, &line, text + lines[i].at, lines[i].n, box.cols - indent, false);
		draw_line(d, box, y - count + 1 + i, s->role, &line);
		str_free(&line);
	}
	return count;
}

/* What left drafts offer stands there as long as its key does it, and is no letter. */
static bool
said_holds(const struct screen *sc, const struct said *s)
{
	bool typed = sc->prompt.open || desk_open(sc) || keymap_types(screen_view(sc)->ops->name);

	return s->role != ROLE_ACCENT || (!typed && action_possible(sc, "draft"));
}

/* What the chosen line of the menu does: its two words alone do not tell. */
static bool
choice_draw(const struct screen *sc, const struct draw *d, struct box box, int y, int rows)
{
	struct binding b = sc->menu && !sc->news ? menu_chosen(sc->menu) : (struct binding){ 0 };
	struct said does = { .role = ROLE_DIM };

	if (!b.command || b.argument)
		return false;
	str_add(&does.text, _(b.command->help));
	said_draw(&does, d, box, y, rows);
	str_free(&does.text);
	return true;
}

static void
log_draw(struct screen *sc, const struct draw *d, struct box box, int rows)
{
	int y = box.rows - 2, left = rows;

	for (int i = 0; i < rows; i++)
		draw_blank(d, box, y - i, ROLE_TEXT);
	if (sc->prompt.open && sc->prompt.offers.len && rows)
		draw_fit(d, box, y, 0, box.cols, ROLE_DIM, str_text(&sc->prompt.offers), false);
	else if (!choice_draw(sc, d, box, y, rows))
		for (int i = 0; i < SAID && left > 0; i++)
			if (said_holds(sc, &sc->said[i]))
				left -= said_draw(&sc->said[i], d, box, y - (rows - left), left);
}

/* Is something said that has no room in the rows for it? Then it takes that of the keys
 * too, until the next one is pressed. */
static bool
said_overflows(const struct screen *sc, struct box box)
{
	const struct str *text = &sc->said[0].text;
	int rows = log_rows(box.rows), cols = box.cols - (sc->said[0].role == ROLE_ERROR ? 2 : 0);
	size_t at = 0;

	for (size_t next; sc->news && at < text->len && rows >= 0; at += next, rows--)
		utf8_wrap(text->s + at, text->len - at, cols, &next);
	return rows < 0;
}

/* Returns where the cursor is to be seen, -1 when nowhere. */
static int
bottom_draw(struct screen *sc, const struct draw *d, struct box box)
{
	int y = box.rows - 1;
	bool said = said_overflows(sc, box);

	const struct view *v = screen_view(sc);
	bool choosing = sc->asking || (v->ops->choosing && v->ops->choosing(v));

	if (sc->prompt.open || choosing || said)
		bar_forget(&sc->keys);
	if (sc->prompt.open)
		return prompt_draw(&sc->prompt, d, box, y);
	if (said && !sc->asking)
		said_draw(&sc->said[0], d, box, y, log_rows(box.rows) + 1);
	else if (choosing)
		asking_keys(d, box, y);
	else if (desk_open(sc))
		desk_keys(sc, d, box, y);
	else
		bar_keys(&sc->keys, d, box, y, v->ops->name, run_possible, sc);
	return -1;
}

static void
small_draw(struct screen *sc, const struct draw *d, struct box box)
{
	for (int y = 0; y < box.rows; y++)
		draw_blank(d, box, y, ROLE_TEXT);
	if (sc->prompt.open)
		prompt_draw(&sc->prompt, d, box, 0);
	else
		draw_fit(d, box, 0, 0, box.cols, ROLE_TEXT, _("Too small: 20x5 is the least."), false);
}

/* The view, with what stands beside it, or the form over it. In text: where the next
 * letter will stand, else *y is -1. */
static void
middle_draw(struct screen *sc, const struct draw *d, bool all, int *y, int *x)
{
	struct view *v = screen_view(sc);

	*y = *x = -1;
	if (desk_open(sc)) {
		desk_draw(sc, d, sc->middle, y, x);
		return;
	}
	sc->middle = layout_draw(sc, d, sc->middle, all);
	v->ops->draw(v, d, sc->middle, all);
	if (v->ops->caret)
		v->ops->caret(v, y, x);
	if (*y < 0)
		return;
	*y += sc->middle.y;
	*x += sc->middle.x;
}

/* Where those who hear the screen are: at a row that is chosen. */
static void
cursor_rest(struct screen *sc, int menu)
{
	struct view *v = screen_view(sc);

	if (sc->menu)
		move(menu, 0);
	else
		move(sc->middle.y + v->ops->cursor(v), sc->middle.x);
}

/* Too small for anything, or with the questions of the first start: nothing else is
 * there then. False: the screen is as always. */
static bool
alone_draw(struct screen *sc, const struct draw *d, struct box box)
{
	bool small = box.rows < ROWS_LEAST || box.cols < COLS_LEAST;
	int x = -1;

	if (!small && !sc->first)
		return false;
	bar_forget(&sc->keys);
	if (small) {
		sc->middle = (struct box){ 0, 0, 0, 0 };
		small_draw(sc, d, box);
	} else {
		x = first_draw(sc, d, box);
	}
	sc->dirty = 0;
	term_show(sc->term, x < 0 ? -1 : box.rows - 1, x < 0 ? 0 : x);
	return true;
}

/* From the names of the panes to the line below, without the menu. y, x: the cursor in
 * the view, y < 0 where it has none. Returns its column in the last line while somebody
 * types there, else less than 0. */
static int
parts_draw(struct screen *sc, const struct draw *d, struct box box, int *y, int *x)
{
	bool all = sc->dirty & DIRTY_ALL;
	int log = log_rows(box.rows);
	struct box middle = box_part(box, 2, 0, box.rows - 3 - log, box.cols);

	sc->middle = middle;
	if (all) {
		bar_forget(&sc->keys);
		bar_panes(&sc->panes, d, box, 0, overview_is(screen_view(sc)) ? NULL
		    : screen_view(sc)->pane);
	}
	middle_draw(sc, d, all, y, x);
	path_draw(sc, d, box);
	log_draw(sc, d, box, log);
	if (sc->asking)
		asking_draw(sc, d, middle, y, x);
	if (sc->prompt.open && sc->prompt.kind == PROMPT_COMMAND)
		palette_draw(sc->palette, d, middle);
	return bottom_draw(sc, d, box);
}

void
screen_paint(struct screen *sc)
{
	const struct draw *d = term_draw(sc->term);
	struct box whole = { 0, 0, LINES, COLS };
	int x, y, menu = 0;

	if (alone_draw(sc, d, whole))
		return;
	bool reading = sc->app->store && store_read_begin(sc->app->store);
	struct box box = banner_draw(sc->app->store, d, whole);
	int log = log_rows(box.rows), typed = parts_draw(sc, d, box, &y, &x);
	if (reading)
		store_read_end(sc->app->store);
	if (sc->menu) {		/* what is said about it is not to lie under it */
		int below = log ? log + 1 : 0;
		menu = menu_draw(sc->menu, d, box_part(whole, 0, 0, whole.rows - below, whole.cols));
		bar_forget(&sc->keys);	/* it may lie over them */
	}
	sc->dirty = 0;
	if (typed >= 0) {
		y = whole.rows - 1;
		x = typed;
	} else if (sc->menu || y < 0) {
		y = -1;
		cursor_rest(sc, menu);
	}
	term_show(sc->term, y, x);
}
