#include "config.h"

#include "ui/menu.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/fold.h"
#include "base/i18n.h"
#include "base/utf8.h"
#include "ui/key.h"

enum { MENUS = 16, GAP = 2 };

struct line {
	struct binding does;	/* command NULL: a line between two parts */
	const char *label;
	char key[KEYMAP_KEY];
	bool dim;		/* nothing to do it with is there */
	bool asks;		/* more is to be typed for it */
};

struct drop {
	const char *name;	/* not translated */
	struct line *lines;
	int count;
};

struct menu {
	const char *context;
	bool record;
	struct drop drops[MENUS];
	int count, at;		/* menus; the open one */
	int row, top;		/* line chosen, first one shown */
	struct box frame;	/* where it was drawn */
	int titles[MENUS + 1];	/* columns of their names, and of the end */
};

/* Those that stand at fixed places; others come before the last. */
static const char *const first_names[] = {
	N_("File"), N_("Edit"), N_("View"), N_("Go"), N_("Move"), NULL
};
static const char pane_menu[] = "Go", last_name[] = "Help";

static int
columns_of(const char *text)
{
	return utf8_columns(text, strlen(text));
}

/* --- Making --- */

static struct drop *
drop_named(struct menu *m, const char *name)
{
	for (int i = 0; i < m->count; i++)
		if (!strcmp(m->drops[i].name, name))
			return &m->drops[i];
	if (m->count == MENUS)
		return &m->drops[MENUS - 1];
	m->drops[m->count].name = name;
	return &m->drops[m->count++];
}

static void
line_add(struct drop *drop, struct line line)
{
	drop->lines = xrealloc(drop->lines, ((size_t)drop->count + 1) * sizeof line);
	drop->lines[drop->count++] = line;
}

static void
command_add(struct menu *m, const struct command *c)
{
	bool acts = c->flags & C_RECORD;
	int given = acts && !(c->flags & C_SCREEN) ? 2 : 0;
	struct line line = { .does = { c, NULL }, .label = _(c->label),
	    .dim = acts && !m->record && (c->min || c->flags & C_SCREEN), .asks = c->min > given };

	keymap_key(c, m->context, 0, line.key, NULL, NULL);
	line_add(drop_named(m, c->menu), line);
}

static void
panes_add(struct menu *m)
{
	struct drop *drop = drop_named(m, pane_menu);
	const struct command *pane = command_find("pane");

	for (const struct pane *p = panes; p->name; p++) {
		struct line line = { .does = { pane, p->name }, .label = _(p->label) };
		line.key[0] = p->key;
		line_add(drop, line);
	}
	line_add(drop, (struct line){ .label = "" });
}

/* Commands of the last menu, or of the others; those that are first in it, or the rest. */
static void
commands_add(struct menu *m, bool last, bool first)
{
	const struct command *c;

	for (int i = 0; (c = command_at(i)); i++)
		if (c->menu && !(c->flags & C_SHELL) && (strcmp(c->menu, last_name) == 0) == last
		    && ((c->flags & C_FIRST) != 0) == first
		    && !(c->flags & C_SCREEN && keymap_elsewhere(c, m->context)))
			command_add(m, c);
}

struct menu *
menu_new(const char *context, bool record)
{
	struct menu *m = xmalloc(sizeof *m);

	m->context = context;
	m->record = record;
	for (int i = 0; first_names[i]; i++)
		drop_named(m, first_names[i]);
	panes_add(m);
	for (int i = 0; i < 4; i++)
		commands_add(m, i >= 2, i % 2 == 0);
	return m;
}

void
menu_free(struct menu *m)
{
	for (int i = 0; m && i < m->count; i++)
		free(m->drops[i].lines);
	free(m);
}

/* --- Keys --- */

static const struct drop *
here(const struct menu *m)
{
	return &m->drops[m->at];
}

struct binding
menu_chosen(const struct menu *m)
{
	if (m->row >= here(m)->count)
		return (struct binding){ NULL, NULL };
	return here(m)->lines[m->row].does;
}

static void
row_set(struct menu *m, int row, int by)
{
	int count = here(m)->count;

	if (row < 0)
		row = 0;
	if (row >= count)
		row = count - 1;
	m->row = row < 0 ? 0 : row;
	if (count && !here(m)->lines[m->row].does.command)
		m->row += by < 0 ? -1 : 1;
}

/* At the ends it goes round. */
static void
row_step(struct menu *m, int by)
{
	int count = here(m)->count, to = m->row + by;

	row_set(m, to < 0 ? count - 1 : to >= count ? 0 : to, by);
}

static void
turn(struct menu *m, int by)
{
	do
		m->at = (m->at + by + m->count) % m->count;
	while (!here(m)->count);
	m->row = m->top = 0;
}

/* The next line that begins so. */
static bool
letter(struct menu *m, const char *text)
{
	int count = here(m)->count;
	struct str typed = { 0 }, label = { 0 };
	bool found = false;

	fold_add(&typed, text, strlen(text));
	for (int i = 1; typed.len && !found && i <= count; i++) {
		int row = (m->row + i) % count;
		str_cut(&label, 0);
		fold_add(&label, here(m)->lines[row].label, strlen(here(m)->lines[row].label));
		if ((found = !strncmp(str_text(&label), str_text(&typed), typed.len)))
			m->row = row;
	}
	str_free(&typed);
	str_free(&label);
	return found;
}

/* The line that tells this key: who reads "Leave  q" presses q. */
static bool
own_key(struct menu *m, const char *key)
{
	for (int i = 0; i < here(m)->count; i++)
		if (*key && !strcmp(here(m)->lines[i].key, key)) {
			m->row = i;
			return true;
		}
	return false;
}

enum step { UP, DOWN, LEFT, RIGHT, PAGE_UP, PAGE_DOWN, TOP, BOTTOM, CHOOSE, CLOSE };

static const struct {
	const char *key;
	enum step step;
} steps[] = {
	{ "Up", UP }, { "Down", DOWN }, { "^P", UP }, { "^N", DOWN }, { "Left", LEFT },
	{ "Right", RIGHT }, { "Tab", RIGHT }, { "S-Tab", LEFT }, { "PgUp", PAGE_UP },
	{ "PgDn", PAGE_DOWN }, { "Home", TOP }, { "End", BOTTOM }, { "Enter", CHOOSE },
	{ "Space", CHOOSE }, { "Esc", CLOSE }, { "BS", CLOSE }, { "F9", CLOSE },
	{ "F10", CLOSE }, { "^C", CLOSE },
};

static enum menu_answer
step_do(struct menu *m, enum step step)
{
	int page = m->frame.rows > 4 ? m->frame.rows - 3 : 1;

	switch (step) {
	case UP:
	case DOWN:
		row_step(m, step == UP ? -1 : 1);
		break;
	case LEFT:
	case RIGHT:
		turn(m, step == LEFT ? -1 : 1);
		break;
	case PAGE_UP:
		row_set(m, m->row - page, -1);
		break;
	case PAGE_DOWN:
		row_set(m, m->row + page, 1);
		break;
	case TOP:
	case BOTTOM:
		row_set(m, step == TOP ? 0 : here(m)->count - 1, 1);
		break;
	case CHOOSE:
		return MENU_CHOSEN;
	case CLOSE:
		return MENU_CLOSED;
	}
	return MENU_USED;
}

enum menu_answer
menu_key(struct menu *m, const struct event *ev)
{
	for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
		if (!strcmp(steps[i].key, ev->key))
			return step_do(m, steps[i].step);
	if (*ev->text && letter(m, ev->text))
		return MENU_USED;
	return own_key(m, ev->key) ? MENU_CHOSEN : MENU_UNUSED;
}

enum menu_answer
menu_press(struct menu *m, int row, int col)
{
	const struct box *f = &m->frame;

	for (int i = 0; row == 0 && i < m->count; i++)
		if (m->drops[i].count && col >= m->titles[i] && col < m->titles[i + 1]) {
			m->at = i;
			m->row = m->top = 0;
			return MENU_USED;
		}
	if (row < f->y || row >= f->y + f->rows || col < f->x || col >= f->x + f->cols)
		return MENU_CLOSED;
	int line = m->top + row - f->y - 1;
	if (row == f->y || row == f->y + f->rows - 1 || line >= here(m)->count
	    || !here(m)->lines[line].does.command)
		return MENU_USED;
	m->row = line;
	return MENU_CHOSEN;
}

void
menu_wheel(struct menu *m, int lines)
{
	row_set(m, m->row + lines, lines);
}

/* --- Painting --- */

/* What has no room on the left goes first, for the open one is to be seen. */
static void
titles_draw(struct menu *m, const struct draw *d, struct box box)
{
	int x = 1, from = 0;

	for (int i = 0; i < m->count; i++) {
		m->titles[i] = x;
		x += m->drops[i].count ? columns_of(_(m->drops[i].name)) + GAP : 0;
	}
	m->titles[m->count] = x;
	int end = m->titles[m->at + 1] - GAP + 1;
	if (end > box.cols)
		from = end - box.cols;
	draw_blank(d, box, 0, ROLE_TEXT);
	for (int i = 0; i <= m->count; i++)
		m->titles[i] -= from;
	for (int i = 0; i < m->count; i++)
		if (m->drops[i].count && m->titles[i] >= 0)
			draw_word(d, box, 0, m->titles[i], i == m->at ? ROLE_SELECTED : ROLE_TITLE,
			    _(m->drops[i].name));
}

static void
label_add(const struct draw *d, const struct line *l, struct str *out)
{
	str_addf(out, "%s%s%s%s", l->dim ? "(" : "", l->label,
	    !l->asks ? "" : d->signs ? "…" : "...", l->dim ? ")" : "");
}

static void
measure(const struct menu *m, const struct draw *d, int *label, int *key)
{
	struct str text = { 0 };
	char told[KEY_TOLD];

	*label = *key = 0;
	for (int i = 0; i < here(m)->count; i++) {
		const struct line *l = &here(m)->lines[i];
		str_cut(&text, 0);
		label_add(d, l, &text);
		int cols = columns_of(str_text(&text)), keys = columns_of(key_told(l->key, told));
		*label = cols > *label ? cols : *label;
		*key = keys > *key ? keys : *key;
	}
	str_free(&text);
}

static void
line_draw(const struct menu *m, const struct draw *d, int y, int i, int key)
{
	const struct line *l = &here(m)->lines[i];
	struct box in = box_part(m->frame, y, 1, 1, m->frame.cols - 2);
	struct str label = { 0 }, line = { 0 };
	char told[KEY_TOLD];
	bool chosen = i == m->row;

	label_add(d, l, &label);
	if (!l->does.command) {
		for (int x = 0; x < in.cols; x++)
			draw_fit(d, in, 0, x, 1, ROLE_DIM, draw_sign(d, SIGN_LINE), false);
	} else {
		draw_cell(d, &line, chosen ? ">" : "", chosen, 1, false);
		draw_cell(d, &line, str_text(&label), label.len, in.cols - 2 - key, false);
		key_told(l->key, told);
		draw_cell(d, &line, told, strlen(told), key, true);
		draw_cell(d, &line, "", 0, 1, false);
		draw_line(d, in, 0, chosen ? ROLE_SELECTED : l->dim ? ROLE_DIM : ROLE_TEXT, &line);
	}
	str_free(&label);
	str_free(&line);
}

/* Where we are among more lines than there is room for, on the frame. */
static void
thumb_draw(const struct menu *m, const struct draw *d, int page)
{
	int count = here(m)->count;

	if (count > page && page > 0)
		draw_fit(d, m->frame, 1 + m->top * (page - 1) / (count - page), m->frame.cols - 1, 1,
		    ROLE_ACCENT, draw_sign(d, SIGN_THUMB), false);
}

int
menu_draw(struct menu *m, const struct draw *d, struct box box)
{
	int label, key, count = here(m)->count;

	titles_draw(m, d, box);
	measure(m, d, &label, &key);
	int cols = label + key + (key ? 2 : 0) + 4, x = m->titles[m->at] - 1;
	if (cols > box.cols) {
		cols = box.cols;
		key = key < cols / 4 ? key : cols / 4;
	}
	if (x + cols > box.cols)
		x = box.cols - cols;
	m->frame = box_part(box, 1, x < 0 ? 0 : x, count + 2, cols);
	int page = m->frame.rows - 2;
	if (m->row < m->top)
		m->top = m->row;
	if (m->row >= m->top + page)
		m->top = m->row - page + 1;
	draw_frame(d, m->frame, ROLE_DIM);
	for (int y = 0; y < page && m->top + y < count; y++)
		line_draw(m, d, y + 1, m->top + y, key);
	thumb_draw(m, d, page);
	return m->frame.y + 1 + m->row - m->top;
}
