/* Lists to choose a field's value from. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "app/edit.h"
#include "app/pane.h"
#include "app/ready.h"
#include "base/i18n.h"
#include "base/id.h"
#include "base/multi.h"
#include "model/country.h"
#include "ui/form_part.h"
#include "ui/pick_records.h"

static void
terms_add(struct form *form, const struct field *f, struct pick *p)
{
	const char *lists;
	struct term_shown t;
	char list[64];

	lists = field_list(f, form->kind, list);
	for (int i = 0; term_shown_at(form->app->store, lists, i, &t); i++)
		if (!t.hidden)
			pick_add(p, t.label, t.code, NULL);
}

static void
countries_add(struct pick *p)
{
	for (const struct country *c = countries; c->code; c++)
		pick_add(p, country_label(c), c->code, c->code3);
	pick_sort(p);
}

/* Those with a name of their own for people, not every code there is. */
static void
languages_add(struct pick *p)
{
	for (const struct language *l = languages; l->code; l++)
		pick_add(p, l->own ? l->own : l->name, l->code, l->own ? l->name : NULL);
	pick_sort(p);
}

static bool
references_add(struct app *app, const struct field *f, struct pick *p, struct error *e)
{
	bool ok = true;

	for (int i = 0; ok && entities[i]; i++)
		if (field_refers(f, entities[i]))
			ok = pick_add_records(app, entities[i], NULL, p, e);
	return ok;
}

/* Does a name alone make a record of this pane? *title: the field for it. */
static bool
name_is_enough(const struct pane *pane, const struct field **title)
{
	const struct field *fixed = NULL, *f;
	const struct entity *ent = entity_find(pane->entity);
	const char *code;

	*title = field_with(ent, F_TITLE);
	pane_fixed(pane, &fixed, &code);
	for (int i = 0; (f = entity_field(ent, i)); i++)
		if (f->flags & F_REQUIRED && f != fixed && f != *title)
			return false;
	return *title && (*title)->type->is_text;
}

/* Where a record goes that a reference names and that is not there yet; NULL: it takes
 * more than a name. */
static const struct pane *
pane_to_make(const struct field *ref, const struct field **title)
{
	const struct field *fixed;
	const char *code;

	for (const struct pane *p = panes; ref->type->is_ref && p->name; p++) {
		bool parted = pane_fixed(p, &fixed, &code);
		if (field_refers(ref, entity_find(p->entity)) && !strchr(ref->refs, '|')
		    && strcmp(ref->refs, "any") && name_is_enough(p, title)
		    && (!ref->kind || (parted && !strcmp(ref->kind, code))))
			return p;
	}
	return NULL;
}

/* What stands there now comes chosen, typed or from the file: Enter alone changes nothing. */
static void
now_choose(struct form *form, const struct form_field *ff, struct pick *p)
{
	struct str keep = { 0 }, code = { 0 };
	struct value v;

	if (!form_is_set(ff->field) && value_input(form->app->store, ff->field,
	    edit_text(ff->edit), edit_length(ff->edit), &keep, &v, NULL)) {
		value_to_text(ff->field, &v, &code);
		pick_go_code(p, str_text(&code));
	}
	str_free(&keep);
	str_free(&code);
}

struct pick *
form_choices(struct form *form, struct error *e)
{
	const struct field *f = form->fields[form->at].field;
	const struct field *title;
	struct pick *p = pick_new(f->flags & F_COINED || pane_to_make(f, &title));
	bool ok = true;

	if (f->type->is_term)
		terms_add(form, f, p);
	else if (f->type->is_ref)
		ok = references_add(form->app, f, p, e);
	else if (f->type == &type_country || f->type == &type_countries)
		countries_add(p);
	else if (f->type == &type_language || f->type == &type_languages)
		languages_add(p);
	else if (f->type == &type_bool) {
		pick_add(p, _("yes"), "yes", NULL);
		pick_add(p, _("no"), "no", NULL);
	} else {
		ok = set_error(e, STATUS_NONE, _("%s is not chosen from a list: type it."),
		    _(f->label));
	}
	if (ok) {
		now_choose(form, &form->fields[form->at], p);
		return p;
	}
	pick_free(p);
	return NULL;
}

/* What is typed there already that is understood, without the value itself: what is
 * not was typed to find it. */
static void
others_add(struct form *form, const struct form_field *ff, const struct value *but,
    struct str *out)
{
	const char *p = edit_text(ff->edit);
	struct str one = { 0 }, keep = { 0 };
	struct value v;

	while (multi_next(&p, &one)) {
		bool known = value_input(form->app->store, ff->field, str_text(&one), one.len, &keep,
		    &v, NULL);
		if (known ? value_equal(&v, but) : !form_is_coined(form, ff->field, &one))
			continue;
		struct str part = { 0 };
		multi_add(&part, str_text(&one));
		str_addf(out, "%s%s", out->len ? "; " : "", str_text(&part));
		str_free(&part);
	}
	str_free(&one);
	str_free(&keep);
}

void
form_take(struct form *form, const struct pick_item *item)
{
	struct form_field *ff = &form->fields[form->at];
	struct value v = value_from_text(ff->field, item->code, strlen(item->code));
	struct str text = { 0 }, typed = { 0 }, part = { 0 };

	if (ff->field->type == &type_bool)
		v = value_int(!strcmp(item->code, "yes"));
	form_value_typed(form, ff->field, &v, &typed);
	if (form_is_set(ff->field)) {
		others_add(form, ff, &v, &text);
		multi_add(&part, str_text(&typed));
		str_addf(&text, "%s%s", text.len ? "; " : "", str_text(&part));
	} else {
		str_set(&text, str_text(&typed));
	}
	edit_do(ff->edit, EDIT_ALL, false);
	edit_paste(ff->edit, str_text(&text), text.len);
	form_field_check(form, ff);
	str_free(&text);
	str_free(&typed);
	str_free(&part);
}

/* Instead of what stands there, or behind several. */
static void
typed_take(struct form_field *ff, const char *typed)
{
	bool behind = form_is_set(ff->field) && edit_length(ff->edit) && !ff->wrong.len;
	struct str text = { 0 };

	str_addf(&text, "%s%s", behind ? "; " : "", typed);
	edit_do(ff->edit, behind ? EDIT_END : EDIT_ALL, false);
	edit_paste(ff->edit, str_text(&text), text.len);
	str_free(&text);
}

static bool
record_make(struct form *form, const struct pane *pane, const struct field *title,
    const char *typed, int64_t *id, struct error *e)
{
	struct assignment a = { .field = title, .op = '=', .value = typed,
	    .length = strlen(typed) };
	struct app *app = form->app;
	int64_t action;

	if (!ready_to_change(app, NULL, e) || !action_begin(app->store, "add", e))
		return false;
	bool ok = record_add(app, pane, &a, 1, id, e);
	if (!action_end(app->store, ok, &action, ok ? e : NULL) || !ok)
		return false;
	ready_remember(app);
	app->redraw |= REDRAW_ROWS;
	app_say(app, _("%s is added to %s."), typed, _(pane->label));
	return true;
}

bool
form_take_new(struct form *form, const char *typed, struct error *e)
{
	struct form_field *ff = &form->fields[form->at];
	const struct field *title;
	const struct pane *pane = pane_to_make(ff->field, &title);
	char code[ID_LENGTH + 1];
	int64_t id;

	if (ff->field->flags & F_COINED || !pane) {
		typed_take(ff, typed);
		form_field_check(form, ff);
		return true;
	}
	if (!record_make(form, pane, title, typed, &id, e))
		return false;
	id_format(id, code);
	form_take(form, &(struct pick_item){ .label = typed, .code = code });
	return true;
}

void
form_give(struct form *form, const struct field *ref, int64_t id)
{
	struct value v = value_int(id);
	struct str typed = { 0 };

	for (size_t i = 0; i < form->count; i++) {
		struct form_field *ff = &form->fields[i];
		if (ff->field != ref)
			continue;
		form_value_typed(form, ref, &v, &typed);
		edit_set(ff->edit, str_text(&typed), typed.len);
		str_set(&ff->text, edit_text(ff->edit));
		ff->checked = ff->kept = edit_version(ff->edit);
		ff->given = true;
	}
	str_free(&typed);
}
