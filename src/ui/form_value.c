/* Texts of the form: what stands in the file as a person would type it, and what a
 * person typed as the file would take it. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "app/pane.h"
#include "base/arena.h"
#include "base/i18n.h"
#include "base/id.h"
#include "base/multi.h"
#include "store/filter.h"
#include "store/query.h"
#include "store/which.h"
#include "ui/form_part.h"

bool
form_is_set(const struct field *f)
{
	return field_is_multi(f) || (f->via && f->type == &type_refs);
}

void
form_strs_free(struct str *strs, size_t count)
{
	for (size_t i = 0; i < count; i++)
		str_free(&strs[i]);
	free(strs);
}

/* --- From the file --- */

/* As it is shown, where that is understood; else as it is stored (a title that two
 * records have, a label that is another term's too). */
void
form_value_typed(struct form *form, const struct field *f, const struct value *v,
    struct str *out)
{
	struct str shown = { 0 }, keep = { 0 };
	struct value back;

	value_show(form->app->store, f, v, &shown);
	if (f->type->is_text || (value_input(form->app->store, f, str_text(&shown), shown.len,
	    &keep, &back, NULL) && value_equal(&back, v)))
		str_addn(out, str_text(&shown), shown.len);
	else
		value_to_text(f, v, out);
	str_free(&shown);
	str_free(&keep);
}

/* One of several values more. */
static void
part_add(struct str *out, const char *one)
{
	struct str part = { 0 };

	multi_add(&part, one);
	str_addf(out, "%s%s", out->len ? "; " : "", str_text(&part));
	str_free(&part);
}

static void
cell_read(struct form *form, struct rows *rows, size_t i, struct str *was, struct str *typed)
{
	const struct field *f = form->fields[i].field;
	struct value v;

	for (size_t k = 0; rows_value(rows, i, k, &v) && v.kind != VALUE_NULL; k++) {
		struct str stored = { 0 }, text = { 0 };
		value_to_text(f, &v, &stored);
		form_value_typed(form, f, &v, &text);
		if (form_is_set(f)) {
			part_add(was, str_text(&stored));
			part_add(typed, str_text(&text));
		} else if (!k) {
			str_set(was, str_text(&stored));
			str_set(typed, str_text(&text));
		}
		str_free(&stored);
		str_free(&text);
	}
}

static bool
record_gone(struct error *e)
{
	return set_error(e, STATUS_NONE,
	    _("This record is not there any more: somebody put it in the trash."));
}

/* All cells by one query, as a list would read them. */
bool
form_read(struct form *form, struct str *was, struct str *typed, struct error *e)
{
	struct store *s = form->app->store;
	struct arena mem = { 0 };
	struct str names = { 0 };
	struct column *columns;
	struct query q = { .ent = form->ent, .everything = true };
	char which[ID_LENGTH + 4] = "id=";

	for (size_t i = 0; i < form->count; i++)
		str_addf(&names, "%s%s", i ? "," : "", form->fields[i].field->name);
	id_format(form->id, which + 3);
	bool ok = columns_read(form->ent, str_text(&names), &mem, &columns, &q.column_count, e);
	struct filter *filter = ok ? filter_parse(s, form->ent, NULL, which, e) : NULL;
	for (size_t i = 0; ok && i < q.column_count; i++)
		columns[i].stored = true;
	q.columns = columns;
	q.filter = filter;
	struct rows *rows = filter ? rows_open(s, &q, e) : NULL;
	ok = rows && rows_next(rows);
	for (size_t i = 0; ok && i < form->count; i++)
		cell_read(form, rows, i, &was[i], &typed[i]);
	if (rows && rows_close(rows, e) && (!ok || record_hidden(s, form->ent, form->id)))
		ok = record_gone(e);
	filter_free(filter);
	str_free(&names);
	arena_free(&mem);
	return ok;
}

/* --- What was typed --- */

bool
form_is_coined(struct form *form, const struct field *f, const struct str *typed)
{
	int64_t id, hidden;
	size_t count;

	return f->flags & F_COINED && which_reference(form->app->store, f, str_text(typed),
	    typed->len, &id, 1, &count, &hidden, NULL) && !count && !hidden;
}

static bool
part_check(struct form *form, struct form_field *ff, const struct str *typed)
{
	struct error e = { 0 };
	struct str keep = { 0 };
	struct value v;

	str_add(&ff->preview, ff->preview.len ? "; " : "");
	if (value_input(form->app->store, ff->field, str_text(typed), typed->len, &keep, &v, &e))
		value_show(form->app->store, ff->field, &v, &ff->preview);
	else if (form_is_coined(form, ff->field, typed))
		str_addf(&ff->preview, _("%s (new)"), str_text(typed));
	else
		str_set(&ff->wrong, e.msg);
	str_free(&keep);
	return !ff->wrong.len;
}

static bool
parts_check(struct form *form, struct form_field *ff)
{
	const char *p = edit_text(ff->edit);
	struct str one = { 0 };
	bool ok = true;

	if (form_is_set(ff->field)) {
		while (ok && multi_next(&p, &one))
			ok = part_check(form, ff, &one);
	} else {
		str_set(&one, p);
		ok = part_check(form, ff, &one);
	}
	str_free(&one);
	return ok;
}

enum { ALIKE_FROM = 3, ALIKE = 3 };	/* letters; records named */

/* A name that is there already may be the same: better known before than after. */
static void
alike_tell(struct form *form, struct form_field *ff)
{
	int64_t ids[ALIKE];
	size_t count = 0;
	struct str titles = { 0 };

	if (form->id || !(ff->field->flags & F_TITLE) || !ff->field->type->is_text
	    || edit_length(ff->edit) < ALIKE_FROM)
		return;
	if (!which_alike(form->app->store, form->ent, edit_text(ff->edit), ids, ALIKE, &count, NULL))
		return;
	for (size_t i = 0; i < count; i++) {
		str_add(&titles, i ? "; " : "");
		record_title(form->app->store, form->ent, ids[i], &titles);
	}
	if (count)
		str_addf(&ff->alike, _("There already: %s"), str_text(&titles));
	str_free(&titles);
}

bool
form_field_check(struct form *form, struct form_field *ff)
{
	size_t i = (size_t)(ff - form->fields), n = edit_length(ff->edit);

	if (ff->checked == edit_version(ff->edit))
		return !ff->wrong.len;
	ff->checked = edit_version(ff->edit);
	str_cut(&ff->preview, 0);
	str_cut(&ff->wrong, 0);
	str_cut(&ff->alike, 0);
	if (!form_field_changed(form, i))
		return true;
	alike_tell(form, ff);
	if (!n && ff->field->flags & F_REQUIRED)
		str_addf(&ff->wrong, _("%s cannot be empty."), _(ff->field->label));
	else if (n)
		parts_check(form, ff);
	if (ff->field->type->is_text || !strcmp(str_text(&ff->preview), edit_text(ff->edit)))
		str_cut(&ff->preview, 0);
	return !ff->wrong.len;
}
