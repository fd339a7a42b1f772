#include "config.h"

#include "ui/form_draw.h"

#include <string.h>

#include "base/i18n.h"
#include "base/utf8.h"

/* '>': the current one; '+': changed and not saved yet; '*': must be filled in. */
static void
label_draw(const struct draw *d, struct box box, const struct form *form, size_t i,
    const struct form_layout *l, int y)
{
	const struct form_field *ff = form_field(form, i);
	bool current = i == form_at(form);

	draw_fit(d, box, y, 0, 1, ROLE_ACCENT, current ? ">" : "", false);
	draw_fit(d, box, y, 1, 1, ROLE_ACCENT, form_field_changed(form, i) ? "+" : "", false);
	draw_fit(d, box, y, 2, 1, ROLE_ACCENT, ff->field->flags & F_REQUIRED ? "*" : "", false);
	draw_fit(d, box, y, 3, l->label, current ? ROLE_TITLE : ROLE_DIM, _(ff->field->label),
	    false);
}

static void
note_draw(const struct draw *d, struct box box, const struct form *form, size_t i,
    const struct form_layout *l, int y)
{
	struct str note = { 0 };
	bool wrong;

	if (*form_note(form, i, &note, &wrong))
		draw_fit(d, box, y, l->note_x, l->note, wrong ? ROLE_ERROR : ROLE_DIM,
		    str_text(&note), false);
	str_free(&note);
}

/* The rows of a field that is not the current one: its beginning. */
static void
rest_draw(const struct draw *d, struct box box, const struct form_field *ff, int row)
{
	struct str part = { 0 };
	size_t at, n;

	if ((size_t)row < edit_row_count(ff->edit)) {
		n = edit_row(ff->edit, (size_t)row, &at);
		str_addn(&part, edit_text(ff->edit) + at, n);
		draw_fit(d, box, 0, 0, box.cols, ROLE_TEXT, str_text(&part), false);
	}
	str_free(&part);
}

static void
heading_draw(const struct draw *d, struct box box, const char *heading, int y)
{
	draw_word(d, box, y, 0, ROLE_ACCENT, heading);
}

static void
line_draw(const struct draw *d, struct box box, struct form *form, const struct form_layout *l,
    const struct form_line *line, int y)
{
	const struct form_field *ff = form_field(form, line->field);

	draw_blank(d, box, y, ROLE_TEXT);
	if (line->kind == FORM_HEADING) {
		heading_draw(d, box, ff->group, y);
		return;
	}
	if (line->kind == FORM_NOTE) {
		note_draw(d, box, form, line->field, l, y);
		return;
	}
	if (!line->row)
		label_draw(d, box, form, line->field, l, y);
	if (!line->row && l->beside)
		note_draw(d, box, form, line->field, l, y);
	if (line->field != form_at(form))
		rest_draw(d, box_part(box, y, l->value_x, 1, l->value), ff, line->row);
}

/* The current field's editor, as far as its rows are in the box. */
static void
editor_draw(const struct draw *d, struct box box, struct form *form, struct form_view *v,
    int *y, int *x)
{
	const struct form_layout *l = &v->layout;
	const struct form_field *ff = form_field(form, form_at(form));
	size_t first = 0;

	while (first < l->count && (l->lines[first].field != form_at(form)
	    || l->lines[first].kind != FORM_VALUE))
		first++;
	int row = (int)(first - l->top), rows = form_rows(form, form_at(form), l);
	if (rows > l->body - row)
		rows = l->body - row;
	if (v->scrolled != form_at(form))
		v->scroll = (struct edit_scroll){ 0 };
	v->scrolled = form_at(form);
	*y = *x = -1;
	if (rows < 1 || row < 0)
		return;
	edit_draw(d, box_part(box, row, l->value_x, rows, l->value), ff->edit, &v->scroll, y, x);
	*y += row;
	*x += l->value_x;
	if (*y >= box.rows || *x >= box.cols)
		*y = *x = -1;
}

/* What the field is for; what is wrong where there is no other place for it whole. */
static void
help_draw(const struct draw *d, struct box box, const struct form *form,
    const struct form_layout *l)
{
	struct str text = { 0 }, part = { 0 };
	bool wrong;
	int y = box.rows - l->help;

	form_note(form, form_at(form), &text, &wrong);
	bool cut = utf8_columns(str_text(&text), text.len) > l->note;
	if (!wrong || !cut)
		str_set(&text, _(form_field(form, form_at(form))->field->help));
	enum role role = wrong && cut ? ROLE_ERROR : ROLE_DIM;
	const char *s = str_text(&text);
	for (size_t n = text.len; y < box.rows; y++) {
		size_t next = 0, shown = utf8_wrap(s, n, box.cols, &next);
		bool last = y + 1 == box.rows;
		str_cut(&part, 0);
		str_addn(&part, s, last ? n : shown);	/* the last line says that it is cut */
		draw_fit(d, box, y, 0, box.cols, role, str_text(&part), false);
		s += next;
		n -= next;
	}
	str_free(&text);
	str_free(&part);
}

/* Below the fields, where a form that goes on tells how far. */
static void
rule_draw(const struct draw *d, struct box box, const struct form *form,
    const struct form_layout *l)
{
	struct str line = { 0 }, place = { 0 };
	int y = l->body;

	for (int i = 0; i < box.cols; i++)
		str_add(&line, draw_sign(d, SIGN_LINE));
	draw_fit(d, box, y, 0, box.cols, ROLE_DIM, str_text(&line), false);
	if (l->count > (size_t)l->body) {
		str_addc(&place, ' ');
		str_addf(&place, _("field %zu of %zu"), form_at(form) + 1, form_count(form));
		str_addc(&place, ' ');
		int cols = utf8_columns(str_text(&place), place.len);
		draw_word(d, box, y, box.cols - cols - 2, ROLE_DIM, str_text(&place));
	}
	str_free(&line);
	str_free(&place);
}

void
form_draw(const struct draw *d, struct box box, struct form *form, struct form_view *v, int *y,
    int *x)
{
	struct form_layout *l = &v->layout;

	form_layout(form, box.rows, box.cols, l);
	for (int row = 0; row < l->body; row++) {
		size_t i = l->top + (size_t)row;
		if (i < l->count)
			line_draw(d, box, form, l, &l->lines[i], row);
		else
			draw_blank(d, box, row, ROLE_TEXT);
	}
	editor_draw(d, box, form, v, y, x);
	if (l->body + l->help < box.rows)
		rule_draw(d, box, form, l);
	if (l->help)
		help_draw(d, box, form, l);
}

void
form_view_free(struct form_view *v)
{
	form_layout_free(&v->layout);
}
