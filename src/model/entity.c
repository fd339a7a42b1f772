#include "model/entity.h"

#include <string.h>

#include "base/fold.h"
#include "base/i18n.h"

enum { NAMES_MAX = 128 };	/* candidates for "did you mean" */

/* How well what was typed fits, from the best to the loosest. */
enum fit { FIT_EXACT, FIT_FOLDED, FIT_ENGLISH, FIT_TRANSLATED, FIT_END };

static bool
fits(const char *name, const char *label, const char *typed, enum fit fit)
{
	switch (fit) {
	case FIT_EXACT:
		return strcmp(name, typed) == 0;
	case FIT_FOLDED:
		return fold_equal(name, typed);
	case FIT_ENGLISH:
		return fold_equal(label, typed);
	default:
		return fold_equal(_(label), typed);
	}
}

/* --- Entities and panes --- */

const struct entity *
entity_find(const char *name)
{
	for (enum fit fit = FIT_EXACT; fit < FIT_END; fit++)
		for (int i = 0; entities[i]; i++)
			if (fits(entities[i]->name, entities[i]->label, name, fit))
				return entities[i];
	return NULL;
}

/* Entities stand in the table by number, from 1 on. */
const struct entity *
entity_by_number(int number)
{
	for (int i = 0; entities[i]; i++)
		if (entities[i]->number == number)
			return entities[i];
	return NULL;
}

const struct pane *
pane_find(const char *name)
{
	for (enum fit fit = FIT_EXACT; fit < FIT_END; fit++)
		for (const struct pane *p = panes; p->name; p++)
			if (fits(p->name, p->label, name, fit)
			    || fits(p->singular, p->singular, name, fit))
				return p;
	return NULL;
}

const struct pane *
pane_of_entity(const struct entity *ent)
{
	for (const struct pane *p = panes; p->name; p++)
		if (!p->filter && strcmp(p->entity, ent->name) == 0)
			return p;
	return NULL;
}

bool
pane_fixed(const struct pane *pane, const struct field **field, const char **code)
{
	const char *eq = pane->filter ? strchr(pane->filter, '=') : NULL;
	char name[64];

	if (!eq || strchr(eq, ',') || (size_t)(eq - pane->filter) >= sizeof name)
		return false;
	memcpy(name, pane->filter, (size_t)(eq - pane->filter));
	name[eq - pane->filter] = '\0';
	*field = field_find(entity_find(pane->entity), name);
	*code = eq + 1;
	return *field != NULL;
}

/* --- Fields --- */

static int
common_count(void)
{
	int n = 0;

	while (common_fields[n].name)
		n++;
	return n;
}

const struct field *
entity_field(const struct entity *ent, int i)
{
	int own = ent->field_count;

	if (i < own)
		return &ent->fields[i];
	return i - own < common_count() ? &common_fields[i - own] : NULL;
}

int
entity_field_count(const struct entity *ent)
{
	return ent->field_count + common_count();
}

const struct field *
field_find(const struct entity *ent, const char *name)
{
	const struct field *f;

	for (enum fit fit = FIT_EXACT; fit < FIT_END; fit++)
		for (int i = 0; (f = entity_field(ent, i)); i++)
			if (fits(f->name, f->label, name, fit))
				return f;
	return NULL;
}

/* Folds a column's heading and writes it as names are: "Start date" is start_date. */
static void
name_from_heading(const char *heading, struct str *out)
{
	fold_add(out, heading, strlen(heading));
	for (size_t i = 0; i < out->len; i++)
		if (out->s[i] == ' ' || out->s[i] == '-')
			out->s[i] = '_';
}

static bool
has_alias(const struct field *f, const char *name)
{
	char word[64];

	for (int i = 0; joined_word(f->aliases, i, word); i++)
		if (strcmp(word, name) == 0)
			return true;
	return false;
}

const struct field *
field_import(const struct entity *ent, const char *column)
{
	const struct field *f = field_find(ent, column), *found = NULL;
	struct str name = { 0 };

	if (f)
		return f;
	name_from_heading(column, &name);
	for (int i = 0; !found && (f = entity_field(ent, i)); i++)
		if (strcmp(f->name, str_text(&name)) == 0)
			found = f;
	for (int i = 0; !found && (f = entity_field(ent, i)); i++)
		if (has_alias(f, str_text(&name)))
			found = f;
	str_free(&name);
	return found;
}

/* The entity's number is in the hundreds, so that one entity is looked through. */
const struct field *
field_by_number(int number, const struct entity **ent)
{
	const struct entity *owner = entity_by_number(number / 100);
	const struct field *f = owner ? owner->fields : common_fields;

	while (f->name && f->number != number)
		f++;
	if (!f->name)
		return NULL;
	if (ent)
		*ent = owner;
	return f;
}

const struct field *
field_with(const struct entity *ent, unsigned flag)
{
	const struct field *f;

	for (int i = 0; (f = entity_field(ent, i)); i++)
		if (f->flags & flag)
			return f;
	return NULL;
}

const char *
field_value_name(const struct field *f, const char *value)
{
	const struct value_name *n = f->names;

	while (n && n->value && strcmp(n->value, value))
		n++;
	return n && n->value ? _(n->label) : NULL;
}

bool
field_is_column(const struct field *f)
{
	return !(f->flags & (F_COMPUTED | F_MULTI)) && !f->via;
}

bool
field_is_multi(const struct field *f)
{
	return f->flags & F_MULTI;
}

bool
field_refers(const struct field *f, const struct entity *ent)
{
	char word[64];

	for (int i = 0; joined_word(f->refs, i, word); i++)
		if (strcmp(word, ent->name) == 0
		    || (strcmp(word, "any") == 0 && !(ent->flags & E_INTERNAL)))
			return true;
	return false;
}

bool
joined_word(const char *joined, int i, char word[64])
{
	size_t n;

	if (!joined || !*joined)
		return false;
	for (; i > 0; i--) {
		joined = strchr(joined, '|');
		if (!joined)
			return false;
		joined++;
	}
	n = strcspn(joined, "|");
	if (n >= 64)
		return false;
	memcpy(word, joined, n);
	word[n] = '\0';
	return true;
}

/* --- Did you mean --- */

const char *
field_nearest(const struct entity *ent, const char *typed)
{
	const char *names[NAMES_MAX];
	const struct field *f;
	size_t n = 0;

	for (int i = 0; n < NAMES_MAX && (f = entity_field(ent, i)); i++)
		names[n++] = f->name;
	for (int i = 0; n < NAMES_MAX && (f = entity_field(ent, i)); i++)
		names[n++] = _(f->label);
	return fold_nearest(typed, names, n);
}

const char *
pane_nearest(const char *typed)
{
	const char *names[NAMES_MAX];
	size_t n = 0;

	for (const struct pane *p = panes; p->name && n < NAMES_MAX; p++)
		names[n++] = p->name;
	for (const struct pane *p = panes; p->name && n < NAMES_MAX; p++)
		names[n++] = _(p->label);
	return fold_nearest(typed, names, n);
}

bool
field_asked(const struct field *f, const char *kind)
{
	char word[64];

	for (int i = 0; kind && f->only && joined_word(f->only, i, word); i++)
		if (!strcmp(word, kind))
			return true;
	return !kind || !f->only;
}

const char *
field_list(const struct field *f, const char *kind, char list[64])
{
	size_t n = kind ? strlen(kind) : 0;

	for (int i = 0; n && joined_word(f->list, i, list); i++)
		if (!strncmp(list, kind, n) && list[n] == '-')
			return list;
	return f->list;
}
