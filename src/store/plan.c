#include "config.h"

#include "store/plan.h"

#include <stdlib.h>

#include "base/arena.h"
#include "store/db.h"
#include "store/log.h"

/* The entity's own fields come first, the common ones after them. */
int
field_place(const struct entity *ent, int own, const struct field *f)
{
	uintptr_t at = (uintptr_t)f, first = (uintptr_t)ent->fields;

	if (at >= first && at < first + (uintptr_t)own * sizeof *f)
		return (int)((at - first) / sizeof *f);
	return own + (int)(f - common_fields);
}

int
plan_index(const struct plan *p, const struct field *f)
{
	return field_place(p->ent, p->own, f);
}

/* Names the columns in SELECT; the id is the first. */
static void
plan_sql(struct plan *p)
{
	struct str names = { 0 }, sql = { 0 };
	int n = 1;

	for (int i = 0; i < p->count; i++) {
		const struct field *f = entity_field(p->ent, i);
		if (!field_is_column(f) || f->flags & F_RECORD_ID)
			continue;
		p->column[i] = ++n;
		str_addf(&names, ",\"%s\"", f->name);
	}
	str_addf(&sql, "SELECT id%s FROM \"%s\" WHERE id=?1", str_text(&names), p->ent->name);
	p->select = str_take(&sql);
	if (field_with(p->ent, F_FOLD)) {
		p->fold = ++n;
		str_add(&names, ",fold");
	}
	str_addf(&sql, "SELECT id%s FROM \"%s\" WHERE id BETWEEN ?1 AND ?2 ORDER BY id",
	    str_text(&names), p->ent->name);
	p->walk = str_take(&sql);
	str_free(&names);
}

static void
plan_steps(struct plan *p)
{
	p->steps = xmalloc((size_t)p->count * sizeof *p->steps);
	for (int i = 0; i < p->count; i++) {
		const struct field *f = entity_field(p->ent, p->order[i]);
		int column = p->column[p->order[i]];
		if (column || field_is_multi(f))
			p->steps[p->step_count++] = (struct plan_step){ f, column };
	}
}

struct plan *
plan_of(struct store *s, const struct entity *ent)
{
	struct plan *p = s->plans[ent->number];

	if (p)
		return p;
	p = s->plans[ent->number] = xmalloc(sizeof *p);
	p->ent = ent;
	p->count = entity_field_count(ent);
	while (p->own < p->count && entity_field(ent, p->own) == ent->fields + p->own)
		p->own++;
	p->order = xmalloc((size_t)p->count * sizeof *p->order);
	p->column = xmalloc((size_t)p->count * sizeof *p->column);
	p->used = xmalloc((size_t)p->count * sizeof *p->used);
	for (int i = 0; i < p->count; i++) {
		int j = i;
		for (; j > 0 && entity_field(ent, p->order[j - 1])->number
		    > entity_field(ent, i)->number; j--)
			p->order[j] = p->order[j - 1];
		p->order[j] = i;
	}
	plan_sql(p);
	plan_steps(p);
	return p;
}

void
plans_rest(struct store *s)
{
	for (size_t i = 0; i < sizeof s->plans / sizeof *s->plans; i++)
		if (s->plans[i] && s->plans[i]->inserting) {
			stmt_end(s->plans[i]->inserting, NULL);
			s->plans[i]->inserting = NULL;
		}
}

void
plans_free(struct store *s)
{
	plans_rest(s);
	for (size_t i = 0; i < sizeof s->plans / sizeof *s->plans; i++) {
		struct plan *p = s->plans[i];
		if (!p)
			continue;
		free(p->order);
		free(p->column);
		free(p->used);
		free(p->steps);
		free(p->select);
		free(p->walk);
		free(p);
		s->plans[i] = NULL;
	}
}
