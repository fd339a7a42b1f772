/* Saving a form: one action, or nothing. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "app/edit.h"
#include "app/ready.h"
#include "base/arena.h"
#include "base/i18n.h"
#include "store/history.h"
#include "ui/form_part.h"

/* Are all fields understood, and is none missing? Else goes to the first that is not. */
static bool
form_check(struct form *form, struct error *e)
{
	size_t first = form->count;

	for (size_t i = 0; i < form->count; i++) {
		struct form_field *ff = &form->fields[i];
		bool ok = form_field_check(form, ff);
		if (!form->id && ff->field->flags & F_REQUIRED && !edit_length(ff->edit)) {
			str_cut(&ff->wrong, 0);
			str_addf(&ff->wrong, _("%s cannot be empty."), _(ff->field->label));
			ok = false;
		}
		ff->left = ff->left || !ok;
		if (!ok && first == form->count)
			first = i;
	}
	if (first == form->count)
		return true;
	form_go(form, first);
	return set_error(e, STATUS_DATA, "%s", str_text(&form->fields[first].wrong));
}

/* --- Did somebody else change it? --- */

static void
conflict_say(struct form_field *ff, const struct str *now)
{
	str_cut(&ff->wrong, 0);
	ff->left = true;
	if (now->len)
		str_addf(&ff->wrong, _("%s was changed meanwhile to \"%s\". What you typed is kept: "
		    "save again to put it in its place."), _(ff->field->label), str_text(now));
	else
		str_addf(&ff->wrong, _("%s was emptied meanwhile. What you typed is kept: "
		    "save again to put it there."), _(ff->field->label));
}

/* Cells that are to be written must hold what the person saw. What they hold now is
 * seen by this sentence. */
static bool
seen_all(struct form *form, struct error *e)
{
	struct str *was = xmalloc(form->count * sizeof *was);
	struct str *typed = xmalloc(form->count * sizeof *typed);
	size_t first = form->count;

	bool ok = form_read(form, was, typed, e);
	for (size_t i = 0; ok && i < form->count; i++) {
		struct form_field *ff = &form->fields[i];
		if (!form_field_changed(form, i) || !strcmp(str_text(&was[i]), str_text(&ff->was)))
			continue;
		str_set(&ff->was, str_text(&was[i]));
		conflict_say(ff, &typed[i]);
		ff->checked = edit_version(ff->edit) - 1;	/* to be looked at anew */
		first = first < i ? first : i;
	}
	form_strs_free(was, form->count);
	form_strs_free(typed, form->count);
	if (!ok || first == form->count)
		return ok;
	form->at = first;
	return set_error(e, STATUS_BUSY, "%s", str_text(&form->fields[first].wrong));
}

/* --- Writing --- */

static size_t
assignments_make(struct form *form, struct assignment *out)
{
	size_t n = 0;

	for (size_t i = 0; i < form->count; i++) {
		struct form_field *ff = &form->fields[i];
		if (form_field_changed(form, i) || (ff->given && !form->id && edit_length(ff->edit)))
			out[n++] = (struct assignment){ .field = ff->field, .op = '=',
			    .value = edit_text(ff->edit), .length = edit_length(ff->edit) };
	}
	return n;
}

static bool
write_one(struct form *form, int64_t id, const struct assignment *a, size_t n,
    struct error *e)
{
	bool ok = true;

	for (size_t i = 0; ok && i < n; i++)
		ok = assignment_apply(form->app, form->pane, id, &a[i], e);
	return ok;
}

static bool
write_all(struct form *form, int64_t *id, struct error *e)
{
	struct assignment *a = xmalloc((form->count + 1) * sizeof *a);
	size_t n = assignments_make(form, a);
	bool ok = true;

	if (!form->id)
		ok = record_add(form->app, form->pane, a, n, id, e);
	else if (!form->many_count)
		ok = seen_all(form, e) && write_one(form, form->id, a, n, e);
	for (size_t i = 0; ok && i < form->many_count; i++)
		ok = write_one(form, form->many[i], a, n, e);
	free(a);
	return ok;
}

static bool
action_run(struct form *form, int64_t *id, struct error *e)
{
	struct app *app = form->app;
	struct str sentence = { 0 };
	int64_t action = 0;

	if (!action_begin(app->store, form->id ? "set" : "add", e))
		return false;
	bool ok = write_all(form, id, e);
	if (!action_end(app->store, ok, &action, ok ? e : NULL))
		return false;
	app->redraw |= REDRAW_ROWS;
	if (action && history_sentence(app->store, action, &sentence, NULL))
		app_say(app, "%s", str_text(&sentence));
	str_free(&sentence);
	return ok;
}

/* What is in the file now is what the form begins with. */
static void
begin_anew(struct form *form)
{
	struct str *was = xmalloc(form->count * sizeof *was);
	struct str *typed = xmalloc(form->count * sizeof *typed);

	bool ok = form->many_count || form_read(form, was, typed, NULL);
	for (size_t i = 0; i < form->count; i++) {
		struct form_field *ff = &form->fields[i];
		str_cut(&ff->preview, 0);
		str_cut(&ff->alike, 0);
		str_cut(&ff->wrong, 0);
		ff->left = false;
		if (ok && strcmp(edit_text(ff->edit), str_text(&typed[i])))
			edit_set(ff->edit, str_text(&typed[i]), typed[i].len);
		edit_clean(ff->edit);
		if (ok)
			str_set(&ff->was, str_text(&was[i]));
		str_set(&ff->text, edit_text(ff->edit));
		ff->checked = ff->kept = edit_version(ff->edit);
	}
	form_strs_free(was, form->count);
	form_strs_free(typed, form->count);
}

bool
form_save(struct form *form, struct error *e)
{
	int64_t id = form->id;

	if (!form_check(form, e))
		return false;
	if (id && !form_changed(form))
		return true;
	if (!ready_to_change(form->app, NULL, e) || !action_run(form, &id, e))
		return false;
	ready_remember(form->app);
	form_give_up(form);
	form->id = id;
	begin_anew(form);
	return true;
}
