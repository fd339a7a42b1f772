/* Which fields a form asks for, and in which order: what people know when they enter a
 * record stands at the top, whatever group it is of, so that one seldom goes further. */
#include "config.h"

#include <string.h>

#include "base/arena.h"
#include "base/i18n.h"
#include "store/through.h"
#include "ui/form_part.h"

/* A field of the pane's through records that people set on the row itself: the stage
 * of a partner is that of its partnership. */
static bool
is_set_through(const struct pane *pane, const struct field *f)
{
	struct via via;

	return pane->through && f->via && via_parse(f->via, &via)
	    && via.ent == entity_find(pane->through) && !(via.field->flags & F_COMPUTED);
}

static bool
is_asked(const struct pane *pane, const struct field *f, const struct field *fixed)
{
	return f != fixed && !(f->flags & F_HIDDEN)
	    && (!(f->flags & F_COMPUTED) || is_set_through(pane, f));
}

static bool
is_column(const struct pane *pane, const char *name)
{
	size_t n = strlen(name);

	for (const char *p = pane->columns; *p; p += p[strcspn(p, ",")] ? 1 : 0) {
		size_t length = strcspn(p, ",");
		if (length == n && !strncmp(p, name, n))
			return true;
		p += length;
	}
	return false;
}

/* What says which record it is, what cannot be left out, what the list shows. */
static bool
is_first(const struct pane *pane, const struct field *f)
{
	return f->flags & (F_TITLE | F_REQUIRED | F_FIRST) || is_column(pane, f->name);
}

static bool
is_there(const struct form *form, const struct field *f)
{
	for (size_t i = 0; i < form->count; i++)
		if (form->fields[i].field == f)
			return true;
	return false;
}

static void
field_add(struct form *form, const struct field *f, const char *heading)
{
	form->fields[form->count++] = (struct form_field){ .field = f, .group = heading };
}

enum turn { NAME, REQUIRED, OWN, THROUGH, TURNS };

static enum turn
turn_of(const struct pane *pane, const struct field *f)
{
	if (f->flags & F_TITLE)
		return NAME;
	if (f->flags & F_REQUIRED)
		return REQUIRED;
	return is_set_through(pane, f) ? THROUGH : OWN;
}

/* What says which record it is, what cannot be left out; what is set through another
 * record comes last. */
static void
first_add(struct form *form, const struct field *fixed)
{
	const struct field *f;

	for (enum turn turn = NAME; turn < TURNS; turn++)
		for (int i = 0; (f = entity_field(form->ent, i)); i++)
			if (turn_of(form->pane, f) == turn && is_first(form->pane, f)
			    && is_asked(form->pane, f, fixed))
				field_add(form, f, form->count ? NULL : _("In short"));
}

static void
group_add(struct form *form, const char *group, const struct field *fixed)
{
	const char *heading = _(group);
	const struct field *f;

	for (int i = 0; (f = entity_field(form->ent, i)); i++)
		if (!strcmp(f->group, group) && is_asked(form->pane, f, fixed)
		    && !is_there(form, f)) {
			field_add(form, f, heading);
			heading = NULL;
		}
}

void
form_fields_find(struct form *form)
{
	const struct field *fixed = NULL, *f;
	int count = entity_field_count(form->ent);

	pane_fixed(form->pane, &fixed, &form->kind);
	form->fields = xmalloc((size_t)count * sizeof *form->fields);
	first_add(form, fixed);
	for (int i = 0; (f = entity_field(form->ent, i)); i++)
		if (is_asked(form->pane, f, fixed) && !is_there(form, f))
			group_add(form, f->group, fixed);
}

void
form_fields_drop(struct form *form, struct str *was, struct str *typed)
{
	const char *group = NULL;
	size_t kept = 0;

	for (size_t i = 0; i < form->count; i++) {
		struct form_field ff = form->fields[i];
		group = ff.group ? ff.group : group;
		if (!field_asked(ff.field, form->kind) && !typed[i].len) {
			str_free(&was[i]);
			continue;
		}
		ff.group = group;
		group = NULL;
		struct str read[] = { was[i], typed[i] };
		was[i] = typed[i] = (struct str){ 0 };
		form->fields[kept] = ff;
		was[kept] = read[0];
		typed[kept++] = read[1];
	}
	form->count = kept;
}
