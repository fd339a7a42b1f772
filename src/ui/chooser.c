#include "config.h"

#include "ui/chooser.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/i18n.h"
#include "ui/edit_draw.h"

enum {
	ROWS_MOST = 10, ABOVE = 2, GUTTER = 2,
	TYPED_LEAST = 12	/* columns for what is typed beside a long label */
};

struct chooser {
	struct pick *pick;
	char *label;
	struct edit *line;
	struct edit_scroll scroll;
	size_t top;
	int first;		/* row of the screen where the list begins */
	int page;
};

struct chooser *
chooser_new(struct pick *pick, const char *label, const char *typed)
{
	struct chooser *c = xmalloc(sizeof *c);

	c->pick = pick;
	c->label = xstrdup(label);
	c->line = edit_new(false);
	c->page = ROWS_MOST;
	edit_set(c->line, typed, strlen(typed));
	pick_filter(pick, typed);
	return c;
}

void
chooser_free(struct chooser *c)
{
	if (!c)
		return;
	free(c->label);
	pick_free(c->pick);
	edit_free(c->line);
	free(c);
}

/* A press takes a row of the list; above the list it closes it. */
static enum chooser_do
mouse_do(struct chooser *c, const struct event *ev)
{
	size_t row = c->top + (size_t)(ev->row - c->first);

	if (ev->mouse != MOUSE_PRESS) {
		pick_move(c->pick, ev->mouse == MOUSE_WHEEL_UP ? -1 : 1);
		return CHOOSER_USED;
	}
	if (ev->row < c->first - 1)
		return CHOOSER_CLOSE;
	if (ev->row < c->first || ev->row >= c->first + c->page || row >= pick_count(c->pick))
		return CHOOSER_USED;
	pick_go(c->pick, row);
	return CHOOSER_TAKE;
}

enum chooser_do
chooser_event(struct chooser *c, const struct event *ev)
{
	static const struct {
		const char *key;
		int rows, pages;
	} moves[] = {
		{ "Up", -1, 0 }, { "Down", 1, 0 }, { "PgUp", 0, -1 }, { "PgDn", 0, 1 },
		{ "^P", -1, 0 }, { "^N", 1, 0 },
	};
	const char *key = ev->kind == EVENT_KEY ? ev->key : "";

	if (ev->kind == EVENT_MOUSE)
		return mouse_do(c, ev);
	for (size_t i = 0; i < sizeof moves / sizeof *moves; i++)
		if (!strcmp(moves[i].key, key)) {
			size_t row = pick_row(c->pick);
			pick_move(c->pick, moves[i].rows + (long)moves[i].pages * c->page);
			return pick_row(c->pick) == row ? CHOOSER_NOTHING : CHOOSER_USED;
		}
	if (!strcmp(key, "Enter") || !strcmp(key, "Tab"))
		return CHOOSER_TAKE;
	if (!strcmp(key, "Esc") || !strcmp(key, "^C"))
		return CHOOSER_CLOSE;
	if (!edit_event(c->line, ev))
		return CHOOSER_UNUSED;
	if (strcmp(edit_text(c->line), pick_typed(c->pick)))
		pick_filter(c->pick, edit_text(c->line));
	return CHOOSER_USED;
}

enum pick_choice
chooser_choice(const struct chooser *c, const struct pick_item **item, const char **typed)
{
	return pick_choose(c->pick, item, typed);
}

static void
row_draw(const struct chooser *c, const struct draw *d, struct box box, int y, size_t i)
{
	const struct pick_item *item = pick_at(c->pick, i);
	bool here = i == pick_row(c->pick);
	struct str line = { 0 }, text = { 0 };

	if (item)
		str_addf(&text, "%s%s%s", item->label, item->hint && *item->hint ? "  " : "",
		    item->hint ? item->hint : "");
	else
		str_addf(&text, _("%s (new)"), pick_typed(c->pick));
	draw_cell(d, &line, here ? ">" : "", here, GUTTER, false);
	draw_cell(d, &line, str_text(&text), text.len, box.cols - GUTTER, false);
	draw_line(d, box, y, here ? ROLE_SELECTED : ROLE_TEXT, &line);
	str_free(&line);
	str_free(&text);
}

/* A list without values is for typing one. */
static const char *
nothing_told(const struct chooser *c)
{
	return *pick_typed(c->pick) ? _("  Nothing in the list is like this.")
	    : _("  Type it here; Enter takes it.");
}

static void
line_draw(struct chooser *c, const struct draw *d, struct box box, int at, int *y, int *x)
{
	for (int col = 0; col < box.cols; col++)
		draw_fit(d, box, at, col, 1, ROLE_DIM, draw_sign(d, SIGN_LINE), false);
	int most = box.cols / 2 > box.cols - TYPED_LEAST ? box.cols / 2 : box.cols - TYPED_LEAST;
	struct box part = box_part(box, 0, 0, box.rows, most);
	int from = 2 + draw_word(d, part, at, 2, ROLE_ACCENT, c->label) + 1;
	if (from > most)
		from = most;
	draw_fit(d, box, at, 1, 1, ROLE_DIM, "", false);
	draw_fit(d, box, at, from - 1, 1, ROLE_DIM, "", false);
	edit_draw(d, box_part(box, at, from, 1, box.cols - from), c->line, &c->scroll, y, x);
	*y += at;
	*x += from;
}

static void
more_draw(const struct chooser *c, const struct draw *d, struct box box, int y, size_t row,
    enum sign sign, size_t more)
{
	draw_more(d, box, y, row == pick_row(c->pick) ? ROLE_SELECTED : ROLE_DIM, sign, more);
}

void
chooser_draw(struct chooser *c, const struct draw *d, struct box box, int *y, int *x)
{
	size_t count = pick_count(c->pick), row = pick_row(c->pick);
	int rows = box.rows - ABOVE < ROWS_MOST ? box.rows - ABOVE : ROWS_MOST;

	*y = *x = -1;
	if (rows < 1)
		return;
	c->page = rows;
	if (row < c->top)
		c->top = row;
	if (row >= c->top + (size_t)rows)
		c->top = row - (size_t)rows + 1;
	if (c->top >= count)
		c->top = 0;
	int at = box.rows - rows - 1;
	c->first = box.y + at + 1;
	line_draw(c, d, box, at, y, x);
	for (int i = 0; i < rows; i++) {
		size_t k = c->top + (size_t)i;
		if (k < count)
			row_draw(c, d, box, at + 1 + i, k);
		else
			draw_fit(d, box, at + 1 + i, 0, box.cols, ROLE_DIM,
			    i || count ? "" : nothing_told(c), false);
	}
	size_t last = c->top + (size_t)rows - 1;
	more_draw(c, d, box, at + 1, c->top, SIGN_UP, c->top);
	more_draw(c, d, box, at + rows, last, SIGN_DOWN, count > last ? count - last - 1 : 0);
}
