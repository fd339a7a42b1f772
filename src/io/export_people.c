/* Whose name stays out of a public export: who lives in, stands for or went to a
 * protected country (model/country.h). What is not known to be safe is left out
 * rather than told: a link may be followed too far, never not far enough. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "io/export_row.h"
#include "model/country.h"
#include "store/bulk.h"

enum { NEAR = 2 };	/* speaker -> session -> event */

/* Answers found before, so that one event with many people is looked at once. */
struct people {
	struct keys *safe, *protected;
};

static const struct entity *
person(void)
{
	return entity_find("person");
}

/* Does the title name a person, by a reference or by being one's own? */
static bool
title_names_people(const struct entity *ent)
{
	const struct field *f;

	if (ent == person())
		return true;
	for (int i = 0; (f = export_title_field(ent, i)); i++)
		if (f->type->is_ref && field_refers(f, person()))
			return true;
	return false;
}

bool
people_column(const struct column *c)
{
	const struct field *f;

	if (!c->field->type->is_text || !title_names_people(c->ent))
		return false;
	for (int i = 0; (f = export_title_field(c->ent, i)); i++)
		if (f == c->field)
			return true;
	return false;
}

bool
people_may_be_named(const struct column *c)
{
	for (int i = 0; c->field->type->is_ref && entities[i]; i++)
		if (field_refers(c->field, entities[i]) && title_names_people(entities[i]))
			return true;
	return people_column(c);
}

static bool
is_country(const struct field *f)
{
	return f->type == &type_country || f->type == &type_countries;
}

static bool
country_protected(const struct value *v)
{
	char code[8] = "";

	if (v->kind != VALUE_TEXT || v->n >= sizeof code)
		return false;
	memcpy(code, v->s, v->n);
	const struct country *c = country_find(code);
	return c && c->protected;
}

static bool near_protected(struct store *s, int64_t id, int depth);

/* A country of the record itself, or of what it refers to. A reference to another
 * of its kind (the event before) says nothing about where this one is. */
static bool
record_protected(struct store *s, const struct record *r, int depth)
{
	for (size_t i = 0; i < r->item_count; i++)
		if (is_country(r->items[i].field)
		    && country_protected(&r->items[i].value))
			return true;
	for (int i = 0; i < entity_field_count(r->ent); i++) {
		const struct field *f = entity_field(r->ent, i);
		if (is_country(f) && country_protected(&r->values[i]))
			return true;
		if (depth < NEAR && f->type->is_ref && r->values[i].kind == VALUE_INT
		    && !field_refers(f, r->ent)
		    && near_protected(s, r->values[i].i, depth + 1))
			return true;
	}
	return false;
}

static bool
near_protected(struct store *s, int64_t id, int depth)
{
	const struct entity *ent = record_entity(s, id);
	struct record *r;

	if (!ent || !record_load(s, ent, id, &r, NULL) || !r)
		return false;
	bool protected = record_protected(s, r, depth);
	record_free(r);
	return protected;
}

static bool
people_row_protected(struct export *x, int64_t id)
{
	struct people *p = x->people;

	if (!p) {
		p = x->people = xmalloc(sizeof *p);
		p->safe = keys_new();
		p->protected = keys_new();
	}
	if (keys_get(p->safe, (uint64_t)id, 0))
		return false;
	if (keys_get(p->protected, (uint64_t)id, 0))
		return true;
	bool protected = near_protected(x->s, id, 0);
	keys_add(protected ? p->protected : p->safe, (uint64_t)id, id);
	return protected;
}

static bool
people_reference_protected(struct export *x, int64_t id)
{
	const struct entity *ent = record_entity(x->s, id);

	return ent && title_names_people(ent) && (people_row_protected(x, id)
	    || people_row_protected(x, rows_id(x->rows)));
}

/* Of a name from elsewhere one cannot see whose record it stands in when there are
 * several, or when it is further off than we look. */
static bool
people_text_protected(struct export *x, const struct export_column *c)
{
	return (c->several && c->column->depth) || c->column->depth > NEAR
	    || people_row_protected(x, rows_id(x->rows));
}

bool
people_left_out(struct export *x, const struct export_column *c, const struct value *v)
{
	if (!x->names_guarded || !((c->people && people_text_protected(x, c))
	    || (v->kind == VALUE_INT && c->field->type->is_ref
	    && people_reference_protected(x, v->i))))
		return false;
	x->report->omitted_names++;
	return true;
}

void
people_free(struct export *x)
{
	if (!x->people)
		return;
	keys_free(x->people->safe);
	keys_free(x->people->protected);
	free(x->people);
	x->people = NULL;
}
