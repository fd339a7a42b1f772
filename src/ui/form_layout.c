#include "config.h"

#include "ui/form_layout.h"

#include <stdlib.h>
#include <string.h>

#include "app/char_limit.h"
#include "base/arena.h"
#include "base/i18n.h"
#include "base/utf8.h"

enum {
	WIDE = 100,		/* columns from which on notes stand beside values */
	NARROW = 60,		/* columns below which labels get less room */
	HIGH = 16,		/* rows from which on there are headings and a rule */
	HELPED = 10,		/* rows from which on help has two lines */
	HELPED_NARROW = 7,	/* and in narrow forms, where it is cut sooner, three */
	LABEL = 24, LABEL_NARROW = 13, SIGNS = 3, GAP = 1, LINES = 3
};

/* The text of the field with this name; "" when it is not asked for. */
static const char *
text_named(const struct form *form, const char *name)
{
	for (size_t i = 0; i < form_count(form); i++)
		if (!strcmp(form_field(form, i)->field->name, name))
			return edit_text(form_field(form, i)->edit);
	return "";
}

/* How long a text with a limit is; true when it is too long. */
static bool
limit_note(const struct form *form, size_t i, struct str *out)
{
	const struct form_field *ff = form_field(form, i);

	return ff->field->limit && edit_length(ff->edit) && char_limit_tell(edit_text(ff->edit),
	    edit_length(ff->edit), text_named(form, ff->field->limit), out);
}

const char *
form_note(const struct form *form, size_t i, struct str *out, bool *wrong)
{
	const struct form_field *ff = form_field(form, i);

	str_cut(out, 0);
	*wrong = ff->wrong.len && ff->left;
	if (*wrong)
		str_add(out, str_text(&ff->wrong));
	else if (ff->wrong.len && i == form_at(form) && form_field_is_listed(ff->field))
		str_add(out, _("Enter looks for what is like it."));
	else if (ff->preview.len && !ff->wrong.len)
		str_addf(out, "= %s", str_text(&ff->preview));
	else if (ff->field->limit)
		*wrong = limit_note(form, i, out);
	else
		str_add(out, str_text(&ff->alike));
	return str_text(out);
}

static int
least(int a, int b)
{
	return a < b ? a : b;
}

/* The widest label, as far as there is room. */
static int
label_columns(const struct form *form, int cols)
{
	int most = cols < NARROW ? LABEL_NARROW : LABEL, widest = 1;

	for (size_t i = 0; i < form_count(form); i++) {
		const char *label = _(form_field(form, i)->field->label);
		int columns = utf8_columns(label, strlen(label));
		widest = columns > widest ? columns : widest;
	}
	return least(widest, least(most, cols / 3));
}

static void
columns_part(const struct form *form, int cols, struct form_layout *l)
{
	l->label = label_columns(form, cols);
	l->value_x = SIGNS + l->label + GAP;
	l->value = cols - l->value_x;
	l->beside = cols >= WIDE;
	if (l->beside)
		l->value = l->value * 3 / 5;
	l->note_x = l->beside ? l->value_x + l->value + 2 : l->value_x;
	l->note = cols - l->note_x;
	if (l->value < 1)
		l->value = 1;
	if (l->note < 0)
		l->note = 0;
}

/* A text of lines has some, and more of them while somebody writes in it. */
int
form_rows(const struct form *form, size_t i, const struct form_layout *l)
{
	const struct form_field *ff = form_field(form, i);
	bool high = l->body >= HIGH - 3;
	int most = high ? LINES : 1, rows;

	if (!edit_has_lines(ff->edit))
		return 1;
	if (i == form_at(form))
		most = high ? l->body / 2 : l->body - 2;
	if (most < 1)
		most = 1;
	rows = edit_row_count(ff->edit) > (size_t)most ? most : (int)edit_row_count(ff->edit);
	return i == form_at(form) && high && rows < LINES ? LINES : rows;
}

static void
line_add(struct form_layout *l, enum form_line_kind kind, size_t field, int row)
{
	if (l->count == l->cap) {
		l->cap = l->cap * 2 + 64;
		l->lines = xrealloc(l->lines, l->cap * sizeof *l->lines);
	}
	l->lines[l->count++] = (struct form_line){ kind, field, row };
}

static void
lines_fill(struct form *form, bool headings, struct form_layout *l)
{
	struct str note = { 0 };
	bool wrong;

	l->count = 0;
	for (size_t i = 0; i < form_count(form); i++) {
		const struct form_field *ff = form_field(form, i);
		if (ff->group && headings)
			line_add(l, FORM_HEADING, i, 0);
		edit_size(ff->edit, LINES, l->value);
		for (int row = 0, rows = form_rows(form, i, l); row < rows; row++)
			line_add(l, FORM_VALUE, i, row);
		if (!l->beside && *form_note(form, i, &note, &wrong))
			line_add(l, FORM_NOTE, i, 0);
	}
	str_free(&note);
}

/* All of the current field, its heading and its note if there is room; its beginning
 * rather than its end. */
static void
top_move(const struct form *form, struct form_layout *l)
{
	size_t first = l->count, last = 0, body = l->body > 0 ? (size_t)l->body : 1;

	for (size_t i = 0; i < l->count; i++)
		if (l->lines[i].field == form_at(form)) {
			first = first < i ? first : i;
			last = i;
		}
	if (last >= l->top + body)
		l->top = last - body + 1;
	if (first < l->top)
		l->top = first;
	if (l->top + body > l->count)
		l->top = l->count > body ? l->count - body : 0;
}

static int
help_rows(int rows, int cols)
{
	if (cols < NARROW && rows >= HELPED_NARROW)
		return 3;
	return rows >= HELPED ? 2 : rows > 3;
}

void
form_layout(struct form *form, int rows, int cols, struct form_layout *l)
{
	bool high = rows >= HIGH;

	columns_part(form, cols, l);
	l->help = help_rows(rows, cols);
	l->body = rows - l->help - (high ? 1 : 0);
	lines_fill(form, high, l);
	top_move(form, l);
}

void
form_layout_free(struct form_layout *l)
{
	free(l->lines);
	*l = (struct form_layout){ 0 };
}
