#include "config.h"

#include "ui/form.h"

#include <stdlib.h>
#include <string.h>

#include "app/keymap.h"
#include "base/arena.h"
#include "base/i18n.h"
#include "ui/form_part.h"

/* --- Life --- */

static struct form *
form_make(struct app *app, const struct pane *pane, int64_t id)
{
	struct form *form = xmalloc(sizeof *form);

	form->app = app;
	form->pane = pane;
	form->ent = entity_find(pane->entity);
	form->id = id;
	form_fields_find(form);
	return form;
}

/* was, typed: by field; what the form does not ask for is dropped from both. */
static void
fields_fill(struct form *form, struct str *was, struct str *typed)
{
	form_fields_drop(form, was, typed);
	for (size_t i = 0; i < form->count; i++) {
		struct form_field *ff = &form->fields[i];
		ff->edit = edit_new(ff->field->type->has_lines);
		edit_set(ff->edit, str_text(&typed[i]), typed[i].len);
		ff->checked = ff->kept = edit_version(ff->edit);
		str_set(&ff->was, str_text(&was[i]));
		str_set(&ff->text, edit_text(ff->edit));
	}
}

struct form *
form_new(struct app *app, const struct pane *pane, int64_t id, struct error *e)
{
	struct form *form = form_make(app, pane, id);
	size_t read = form->count;
	struct str *was = xmalloc(read * sizeof *was), *typed = xmalloc(read * sizeof *typed);

	bool ok = id <= 0 || form_read(form, was, typed, e);
	fields_fill(form, was, typed);
	form_strs_free(was, read);
	form_strs_free(typed, read);
	if (ok)
		return form;
	form_free(form);
	return NULL;
}

struct form *
form_new_many(struct app *app, const struct pane *pane, const int64_t *ids, size_t count)
{
	struct form *form = form_new(app, pane, FORM_MANY, NULL);

	form->many = xmalloc(count * sizeof *ids);
	memcpy(form->many, ids, count * sizeof *ids);
	form->many_count = count;
	return form;
}

void
form_free(struct form *form)
{
	if (!form)
		return;
	for (size_t i = 0; i < form->count; i++) {
		struct form_field *ff = &form->fields[i];
		edit_free(ff->edit);
		str_free(&ff->was);
		str_free(&ff->text);
		str_free(&ff->preview);
		str_free(&ff->alike);
		str_free(&ff->wrong);
	}
	free(form->fields);
	free(form->many);
	free(form);
}

/* --- Looking --- */

const struct pane *
form_pane(const struct form *form)
{
	return form->pane;
}

int64_t
form_record(const struct form *form)
{
	return form->id;
}

size_t
form_many(const struct form *form)
{
	return form->many_count;
}

size_t
form_count(const struct form *form)
{
	return form->count;
}

const struct form_field *
form_field(const struct form *form, size_t i)
{
	return &form->fields[i];
}

bool
form_field_changed(const struct form *form, size_t i)
{
	const struct form_field *ff = &form->fields[i];

	return edit_length(ff->edit) != ff->text.len
	    || memcmp(edit_text(ff->edit), str_text(&ff->text), ff->text.len);
}

bool
form_changed(const struct form *form)
{
	for (size_t i = 0; i < form->count; i++)
		if (form_field_changed(form, i))
			return true;
	return false;
}

size_t
form_at(const struct form *form)
{
	return form->at;
}

/* --- Going --- */

void
form_go(struct form *form, size_t i)
{
	struct form_field *ff = &form->fields[form->at];

	if (i >= form->count || i == form->at)
		return;
	edit_pause(ff->edit);
	ff->left = true;
	form_field_check(form, ff);
	form->at = i;
	form->came = edit_version(form->fields[i].edit);
}

static enum form_do
step(struct form *form, bool back, bool around)
{
	size_t last = form->count - 1, at = form->at;

	if (back && (form->at || around))
		form_go(form, form->at ? form->at - 1 : last);
	else if (!back && (form->at < last || around))
		form_go(form, form->at < last ? form->at + 1 : 0);
	return form->at == at ? FORM_NOTHING : FORM_STAY;
}

bool
form_field_is_listed(const struct field *f)
{
	return f->type->is_term || f->type->is_ref || f->type == &type_bool
	    || f->type == &type_country || f->type == &type_countries
	    || f->type == &type_language || f->type == &type_languages;
}

/* Enter: the list where there is one, unless the person has just typed what is in it;
 * else on. */
static enum form_do
enter(struct form *form)
{
	struct form_field *ff = &form->fields[form->at];
	bool typed = edit_version(ff->edit) != form->came;

	if (form_field_is_listed(ff->field) && (!typed || !edit_length(ff->edit) || ff->wrong.len))
		return FORM_CHOOSE;
	if (form->at + 1 == form->count)
		return FORM_SAVE;
	return step(form, false, false);
}

/* The commands of app/cmd_form.c. */
static const struct {
	const char *command;
	enum form_do todo;
} dos[] = {
	{ "form-next", FORM_NEXT }, { "form-before", FORM_BEFORE }, { "form-save", FORM_SAVE },
	{ "form-close", FORM_CLOSE }, { "form-cancel", FORM_CANCEL },
	{ "form-list", FORM_CHOOSE }, { "form-editor", FORM_OUTSIDE },
};

static enum form_do
key_do(struct form *form, const char *key)
{
	const struct command *c = keymap_find("form", key).command;

	for (size_t i = 0; c && i < sizeof dos / sizeof *dos; i++)
		if (!strcmp(dos[i].command, c->name))
			return form_do(form, dos[i].todo);
	if (!strcmp(key, "Enter") && !edit_has_lines(form->fields[form->at].edit))
		return enter(form);
	return FORM_UNUSED;
}

enum form_do
form_do(struct form *form, enum form_do todo)
{
	if (todo != FORM_NEXT && todo != FORM_BEFORE)
		return todo;
	return step(form, todo == FORM_BEFORE, true);
}

/* The first field of a group, from where its heading is seen. */
static enum form_do
group_step(struct form *form, bool back)
{
	size_t i = form->at, at = form->at;

	do
		i += back ? -(size_t)(i > 0) : 1;
	while (i && i < form->count && !form->fields[i].group);
	form_go(form, i < form->count ? i : form->count - 1);
	return form->at == at ? FORM_NOTHING : FORM_STAY;
}

/* Where the editor has no row further, the next field is meant. */
static enum form_do
row_do(struct form *form, const char *key)
{
	if (!strcmp(key, "PgUp") || !strcmp(key, "PgDn"))
		return group_step(form, !strcmp(key, "PgUp"));
	if (!strcmp(key, "Up") || !strcmp(key, "^P"))
		return step(form, true, false);
	if (!strcmp(key, "Down") || !strcmp(key, "^N"))
		return step(form, false, false);
	return FORM_UNUSED;
}

enum form_do
form_event(struct form *form, const struct event *ev)
{
	struct form_field *ff = &form->fields[form->at];
	enum form_do todo = ev->kind == EVENT_KEY ? key_do(form, ev->key) : FORM_UNUSED;

	if (todo != FORM_UNUSED)
		return todo;
	if (edit_event(ff->edit, ev)) {
		form_field_check(form, ff);
		return FORM_STAY;
	}
	if (ev->kind != EVENT_KEY)
		return FORM_UNUSED;
	/* What the editor knows is never somebody else's, even when it does nothing. */
	todo = row_do(form, ev->key);
	return todo == FORM_UNUSED && edit_is_key(ev->key) ? FORM_NOTHING : todo;
}

/* --- Drafts --- */

void
form_drafts_set(struct form *form, struct drafts *drafts)
{
	form->drafts = drafts;
}

void
form_keep(struct form *form, int64_t now)
{
	for (size_t i = 0; form->drafts && i < form->count; i++) {
		struct form_field *ff = &form->fields[i];
		struct draft draft = { .pane = form->pane->name, .record = form->id,
		    .field = ff->field->name, .text = edit_text(ff->edit),
		    .length = edit_length(ff->edit), .cursor = edit_cursor(ff->edit) };
		if (ff->kept == edit_version(ff->edit))
			continue;
		ff->kept = edit_version(ff->edit);
		if (form_field_changed(form, i))
			draft_put(form->drafts, &draft, now);
		else
			draft_drop(form->drafts, draft.pane, draft.record, draft.field);
	}
}

void
form_give_up(struct form *form)
{
	if (form->drafts)
		draft_drop(form->drafts, form->pane->name, form->id, NULL);
}

bool
form_restore(struct form *form, const struct draft *draft)
{
	if (draft->record != form->id || strcmp(draft->pane, form->pane->name))
		return false;
	for (size_t i = 0; i < form->count; i++) {
		struct form_field *ff = &form->fields[i];
		if (strcmp(ff->field->name, draft->field))
			continue;
		form_go(form, i);
		edit_do(ff->edit, EDIT_ALL, false);
		if (!edit_paste(ff->edit, draft->text, draft->length))
			return false;
		edit_go(ff->edit, draft->cursor);
		form_field_check(form, ff);
		return true;
	}
	return false;
}
