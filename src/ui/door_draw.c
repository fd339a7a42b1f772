/* Painting the door. */
#include "config.h"

#include <string.h>

#include "base/i18n.h"
#include "base/utf8.h"
#include "ui/door_part.h"

enum {
	GUTTER = 2, TICK = 4,		/* "> ", "[x] " */
	STATE = 11, CATEGORY = 16, GAP = 1,
	WIDE = 70			/* from here on all columns */
};

/* Columns that each part of a row has; 0: it is left out. */
struct widths {
	int name, stands, category, state;
};

static struct widths
widths_of(int cols)
{
	int room = cols - GUTTER - TICK;

	if (room < 1)
		return (struct widths){ 0, 0, 0, 0 };
	if (cols < WIDE)
		return (struct widths){ room - room * 2 / 5 - GAP, room * 2 / 5, 0, 0 };
	room -= CATEGORY + STATE + 3 * GAP;
	return (struct widths){ room - room * 11 / 20, room * 11 / 20, CATEGORY, STATE };
}

static void
cell_add(const struct draw *d, struct str *line, const char *text, int cols)
{
	if (cols <= 0)
		return;
	draw_cell(d, line, "", 0, GAP, false);
	draw_cell(d, line, text, strlen(text), cols, false);
}

static void
columns_add(const struct draw *d, struct str *line, const struct widths *w,
    const char *name, const char *stands, const char *category, const char *state)
{
	draw_cell(d, line, name, strlen(name), w->name, false);
	cell_add(d, line, stands, w->stands);
	cell_add(d, line, category, w->category);
	cell_add(d, line, state, w->state);
}

/* What to do with a pasted list stands in the place of the line. */
static void
pasted_draw(const struct door_view *dv, const struct draw *d, struct box box)
{
	struct str line = { 0 };

	str_addf(&line, ngettext("Enter enters this %zu person, Esc nobody.",
	    "Enter enters these %zu people, Esc nobody.", dv->rows.count), dv->rows.count);
	draw_fit(d, box, 0, 0, box.cols, ROLE_ACCENT, str_text(&line), false);
	str_free(&line);
}

/* How many of its lines are left out; false: none. */
static bool
passed_tell(const struct door_view *dv, struct str *line)
{
	if (!dv->pasted.len || !dv->passed)
		return false;
	str_addf(line, ngettext("%zu line names nobody.", "%zu lines name nobody.", dv->passed),
	    dv->passed);
	return true;
}

/* That Tab takes another one of several affiliations, and which of them it is now. */
static bool
choice_tell(const struct door_view *dv, struct str *line)
{
	const struct door_row *row = door_row_now(dv);

	if (!row || !row->who || row->who->could.count < 2)
		return false;
	str_addf(line, _("Tab takes another affiliation (%zu of %zu)."), row->choice + 1,
	    row->who->could.count);
	return true;
}

static void
labels_draw(const struct door_view *dv, const struct draw *d, struct box box)
{
	struct widths w = widths_of(box.cols);
	struct str line = { 0 };

	draw_blank(d, box, 1, ROLE_TITLE);
	bool sentences = dv->pasted.len && box.cols >= WIDE;	/* that stand in no columns */
	if (!passed_tell(dv, &line) && !choice_tell(dv, &line) && !sentences) {
		draw_cell(d, &line, "", 0, GUTTER + TICK, false);
		columns_add(d, &line, &w, _("Name"), _("Comes for"), _("Category"), _("State"));
	}
	draw_fit(d, box, 1, 0, box.cols, ROLE_TITLE, str_text(&line), false);
	str_free(&line);
}

/* What stands in front of a row: present or not, or what Enter makes of it. */
static const char *
tick_of(const struct door_row *row)
{
	if (row->kind == DOOR_LISTED)
		return row->present ? "[x]" : "[ ]";
	return row->kind == DOOR_PASTED ? "   " : " + ";
}

/* Is what was understood told in a sentence? Where there is room for it. */
static bool
tells(const struct door_row *row, struct box box)
{
	return (row->kind == DOOR_LINE || row->kind == DOOR_PASTED) && box.cols >= WIDE;
}

static void
row_draw(const struct door_view *dv, const struct draw *d, struct box box, int y, size_t i)
{
	const struct door_row *row = &dv->rows.rows[i];
	bool selected = i == dv->cursor;
	struct widths w = widths_of(box.cols);
	struct str line = { 0 };

	draw_cell(d, &line, selected ? ">" : "", selected ? 1 : 0, GUTTER, false);
	draw_cell(d, &line, tick_of(row), strlen(tick_of(row)), TICK, false);
	if (row->kind == DOOR_ORGANISATION)
		draw_cell(d, &line, row->stands, strlen(row->stands), box.cols - GUTTER - TICK, false);
	else if (tells(row, box))
		draw_cell(d, &line, row->told, strlen(row->told), box.cols - GUTTER - TICK, false);
	else
		columns_add(d, &line, &w, row->name, row->who && !*row->stands
		    ? _("(none)") : row->stands, row->category,
		    row->kind == DOOR_KNOWN ? _("not listed") : row->state);
	draw_fit(d, box, y, 0, box.cols, selected ? ROLE_SELECTED : row->present ? ROLE_ACCENT
	    : ROLE_TEXT, str_text(&line), false);
	str_free(&line);
}

/* The line, or what to do with it while nothing is typed. */
static void
line_draw(struct door_view *dv, const struct draw *d, struct box box)
{
	const char *label = _("Who:");
	int x = utf8_columns(label, strlen(label)) + 1;

	draw_blank(d, box, 0, ROLE_TEXT);
	if (dv->pasted.len) {
		pasted_draw(dv, d, box);
		return;
	}
	draw_word(d, box, 0, 0, ROLE_ACCENT, label);
	if (box.cols <= x)
		return;
	edit_draw(d, box_part(box, 0, x, 1, box.cols - x), dv->edit, &dv->scroll, &dv->caret_y,
	    &dv->caret_x);
	dv->caret_x += x;
	if (!edit_length(dv->edit))
		draw_fit(d, box, 0, x, box.cols - x, ROLE_DIM,
		    box.cols < WIDE ? _("Name, CODE") : _("a name finds; Name, CODE adds who comes in"),
		    false);
}

static void
empty_draw(const struct draw *d, struct box box)
{
	if (box.rows > DOOR_HEAD)
		draw_fit(d, box, DOOR_HEAD, GUTTER, box.cols - GUTTER, ROLE_DIM,
		    _("Nobody is on the list yet: type a name, or paste a sign-up list."), false);
}

void
door_draw(struct view *v, const struct draw *d, struct box box, bool all)
{
	struct door_view *dv = door_of(v);

	(void)all;
	dv->page = box.rows > DOOR_HEAD ? box.rows - DOOR_HEAD : 0;
	door_go(dv, dv->cursor);
	if (box.rows > 0)
		line_draw(dv, d, box);
	if (box.rows > 1)
		labels_draw(dv, d, box);
	for (int y = 0; y < dv->page; y++) {
		if (dv->top + (size_t)y < dv->rows.count)
			row_draw(dv, d, box, y + DOOR_HEAD, dv->top + (size_t)y);
		else
			draw_blank(d, box, y + DOOR_HEAD, ROLE_TEXT);
	}
	if (!dv->rows.count)
		empty_draw(d, box);
}
