#include "config.h"

#include "ui/palette.h"

#include <stdlib.h>
#include <string.h>

#include "app/command.h"
#include "app/shipped_view.h"
#include "base/arena.h"
#include "base/fold.h"
#include "base/i18n.h"
#include "base/utf8.h"
#include "ui/complete.h"
#include "ui/pick.h"

enum { ROWS_MOST = 10, NAME_LEAST = 12 };

struct palette {
	struct pick *pick;
	bool whole;		/* what is typed is a command already */
	bool typed;		/* something is */
	const struct command *command;	/* whose arguments are being typed; NULL: none's */
	bool begun;		/* what is typed begins the name of a command in the menu */
	bool moved;		/* a row was chosen by hand */
	size_t top;
};

/* Each stands for the line that opens it. */
static void
shipped_views_add(struct pick *pick)
{
	struct str line = { 0 };

	for (const struct shipped_view *v = shipped_views; v->label; v++) {
		str_cut(&line, 0);
		str_addf(&line, "view %s", v->view.name);
		pick_add(pick, _(v->label), str_text(&line), _(v->help));
	}
	str_free(&line);
}

struct palette *
palette_new(void)
{
	struct palette *p = xmalloc(sizeof *p);
	const struct command *c;

	p->pick = pick_new(false);
	for (int i = 0; (c = command_at(i)); i++)
		if (!(c->flags & C_SHELL))
			pick_add(p->pick, c->name, c->name, _(c->help));
	for (const struct pane *pane = panes; pane->name; pane++)
		pick_add(p->pick, _(pane->label), pane->name, _(pane->help));
	shipped_views_add(p->pick);
	return p;
}

void
palette_free(struct palette *p)
{
	if (!p)
		return;
	pick_free(p->pick);
	free(p);
}

/* Does the line begin with a name, and so need no choice? *command gets whose arguments
 * follow. */
static bool
line_whole(const char *line, const struct command **command)
{
	struct arena mem = { 0 };
	const char **words;
	int count;
	bool whole = false;

	if (words_split(line, &mem, &words, &count, NULL) && count) {
		const struct command *c = command_find(words[0]);
		whole = c || (count == 1 && pane_find(words[0]));
		*command = strchr(line, ' ') ? c : NULL;
	}
	arena_free(&mem);
	return whole;
}

/* The command that the menu calls so: "next edition" is no argument of "next". With fewer
 * letters of a second word it may be one; NULL: none. *rest: letters that are missing. */
static const struct command *
in_menu(const char *line, size_t *rest)
{
	enum { LETTERS = 2 };
	const char *second = strchr(line, ' ');
	const struct command *c, *found = NULL;
	struct str typed = { 0 }, label = { 0 };

	fold_add(&typed, line, strlen(line));
	for (int i = 0; second && strlen(second + 1) >= LETTERS && (c = command_at(i)); i++) {
		str_cut(&label, 0);
		if (!(c->flags & C_SHELL))
			fold_add(&label, _(c->label), strlen(_(c->label)));
		if (strncmp(str_text(&label), str_text(&typed), typed.len)
		    || (found && label.len - typed.len >= *rest))
			continue;
		found = c;
		*rest = label.len - typed.len;
	}
	str_free(&typed);
	str_free(&label);
	return found;
}

void
palette_typed(struct palette *p, const char *line)
{
	size_t rest = 0;
	const struct command *named = in_menu(line, &rest);

	p->command = NULL;
	p->typed = *line != '\0';
	p->whole = !named && line_whole(line, &p->command);
	p->begun = rest > 0;
	p->moved = false;
	p->top = 0;
	pick_filter(p->pick, named ? named->name : line);
	pick_go(p->pick, 0);
}

static bool
chosen(const struct palette *p)
{
	return !p->command && pick_count(p->pick) && (p->moved || (p->typed && !p->whole));
}

const char *
palette_chosen(const struct palette *p, bool *guessed)
{
	const char *name = chosen(p) ? pick_at(p->pick, pick_row(p->pick))->code : NULL;
	const char *typed = pick_typed(p->pick);

	*guessed = name && !p->moved
	    && (p->begun || !complete_begins(name, typed, strlen(typed)));
	return name;
}

/* Above the first row, and among lines typed before, the arrows are the prompt's. */
bool
palette_key(struct palette *p, const struct prompt *prompt, const struct event *ev)
{
	bool up = !strcmp(ev->key, "Up"), down = !strcmp(ev->key, "Down");
	bool page = !strcmp(ev->key, "PgUp") || !strcmp(ev->key, "PgDn");

	if (!(up || down || page) || p->command || !pick_count(p->pick)
	    || (down && prompt->line < prompt->lines[PROMPT_COMMAND].count))
		return false;
	if (page) {
		pick_move(p->pick, strcmp(ev->key, "PgUp") ? ROWS_MOST : -ROWS_MOST);
		p->moved = true;
	} else if (down) {
		if (chosen(p))
			pick_move(p->pick, 1);
		p->moved = true;
	} else if (p->moved && pick_row(p->pick)) {
		pick_move(p->pick, -1);
	} else {
		bool was = p->moved;
		p->moved = false;
		return was;
	}
	return true;
}

static int
name_width(const struct palette *p, size_t from, size_t to, int cols)
{
	int most = NAME_LEAST;

	for (size_t i = from; i < to; i++) {
		const char *label = pick_at(p->pick, i)->label;
		int n = utf8_columns(label, strlen(label));
		most = n > most ? n : most;
	}
	return most < cols / 2 ? most : cols / 2;
}

static void
row_draw(const struct palette *p, const struct draw *d, struct box box, int y, size_t i,
    int name)
{
	const struct pick_item *item = pick_at(p->pick, i);
	bool here = chosen(p) && i == pick_row(p->pick);
	struct str line = { 0 };

	draw_cell(d, &line, here ? ">" : "", here, 2, false);
	draw_cell(d, &line, item->label, strlen(item->label), name, false);
	draw_cell(d, &line, "", 0, 2, false);
	draw_cell(d, &line, item->hint, strlen(item->hint), box.cols - name - 4, false);
	draw_line(d, box, y, here ? ROLE_SELECTED : ROLE_TEXT, &line);
	str_free(&line);
}

/* While a command's arguments are typed: which those are, and what it does. */
static void
synopsis_draw(const struct command *c, const struct draw *d, struct box box, int y)
{
	struct str line = { 0 };

	str_addf(&line, "  %s%s%s  %s", c->name, c->args ? " " : "", c->args ? _(c->args) : "",
	    _(c->help));
	draw_fit(d, box, y, 0, box.cols, ROLE_TEXT, str_text(&line), false);
	str_free(&line);
}

static void
border_draw(const struct draw *d, struct box box, int y)
{
	for (int x = 0; x < box.cols; x++)
		draw_fit(d, box, y, x, 1, ROLE_DIM, draw_sign(d, SIGN_LINE), false);
}

static void
more_draw(const struct palette *p, const struct draw *d, struct box box, int y, size_t row,
    enum sign sign, size_t more)
{
	bool here = chosen(p) && row == pick_row(p->pick);

	draw_more(d, box, y, here ? ROLE_SELECTED : ROLE_DIM, sign, more);
}

void
palette_draw(struct palette *p, const struct draw *d, struct box box)
{
	size_t count = p->command ? 1 : pick_count(p->pick), row = pick_row(p->pick);
	size_t rows = box.rows > 1 ? (size_t)box.rows - 1 : 0;

	if (rows > ROWS_MOST)
		rows = ROWS_MOST;
	if (rows > count)
		rows = count;
	if (!rows)
		return;
	if (row < p->top)
		p->top = row;
	if (row >= p->top + rows)
		p->top = row - rows + 1;
	int y = box.rows - (int)rows - 1;
	border_draw(d, box, y);
	if (p->command) {
		synopsis_draw(p->command, d, box, y + 1);
		return;
	}
	int name = name_width(p, p->top, p->top + rows, box.cols);
	for (size_t i = 0; i < rows; i++)
		row_draw(p, d, box, y + 1 + (int)i, p->top + i, name);
	more_draw(p, d, box, y + 1, p->top, SIGN_UP, p->top);
	more_draw(p, d, box, y + (int)rows, p->top + rows - 1, SIGN_DOWN, count - p->top - rows);
}
