#include "config.h"

#include "store/content.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "store/db.h"

int
value_order(const struct value *a, const struct value *b)
{
	if (a->kind != b->kind)
		return (int)a->kind - (int)b->kind;
	if (a->kind == VALUE_INT)
		return (a->i > b->i) - (a->i < b->i);
	size_t n = a->n < b->n ? a->n : b->n;
	int c = n ? memcmp(a->s, b->s, n) : 0;
	return c ? c : (a->n > b->n) - (a->n < b->n);
}

bool
content_counts(const struct field *f, const struct value *v)
{
	if (v->kind == VALUE_NULL)
		return false;
	return !(f->flags & F_TRASH && v->kind == VALUE_INT && !v->i);
}

static void
feed(struct hash *h, const struct field *f, const struct value *v)
{
	if (!content_counts(f, v))
		return;
	hash_tag(h, 'f', (uint64_t)f->number);
	value_hash(h, v);
}

/* --- Many records --- */

void
content_walk(struct content_walk *w, struct store *s, const struct entity *ent,
    int64_t first, int64_t last)
{
	*w = (struct content_walk){ .plan = plan_of(s, ent) };
	w->row = stmt_new(s->db, w->plan->walk, &w->why);
	w->items = w->row ? stmt_new(s->db, "SELECT record,field,value FROM item"
	    " WHERE record BETWEEN ?1 AND ?2 ORDER BY record,field,value", &w->why) : NULL;
	if (!w->items)
		return;
	for (int i = 0; i < 2; i++) {
		stmt_int(i ? w->items : w->row, 1, first);
		stmt_int(i ? w->items : w->row, 2, last);
	}
	w->more = stmt_row(w->items);
}

bool
content_next(struct content_walk *w)
{
	if (!w->items || !stmt_row(w->row))
		return false;
	w->id = stmt_col_int(w->row, 0);
	return true;
}

/* The record's items of one field; those of records and fields that are not asked
 * for are passed over. */
static void
feed_items(struct content_walk *w, struct hash *h, const struct field *f)
{
	struct value v;

	while (w->more) {
		int64_t id = stmt_col_int(w->items, 0), number = stmt_col_int(w->items, 1);
		if (id > w->id || (id == w->id && number > f->number))
			return;
		if (id == w->id && number == f->number) {
			stmt_col_value(w->items, 2, &v);
			feed(h, f, &v);
		}
		w->more = stmt_row(w->items);
	}
}

int64_t
content_hash(struct content_walk *w, enum content_part part)
{
	const struct plan *p = w->plan;
	struct value v;
	struct hash h;

	hash_start(&h);
	for (const struct plan_step *t = p->steps; t < p->steps + p->step_count; t++) {
		if (!t->column) {
			feed_items(w, &h, t->field);
		} else if (!(part == CONTENT_SEEN && t->field->flags & F_TRASH)) {
			stmt_col_value(w->row, t->column - 1, &v);
			feed(&h, t->field, &v);
		}
	}
	return hash_end(&h);
}

bool
content_end(struct content_walk *w, struct error *e)
{
	if (!w->items) {
		if (w->row)
			stmt_end(w->row, NULL);
		if (e)
			*e = w->why;
		return false;
	}
	bool ok = stmt_end(w->row, e);
	return stmt_end(w->items, ok ? e : NULL) && ok;
}

/* --- One record --- */

bool
content_now(struct store *s, const struct entity *ent, int64_t id, enum content_part part,
    int64_t *out, struct error *e)
{
	struct content_walk w;
	struct hash h;

	content_walk(&w, s, ent, id, id);
	hash_start(&h);
	*out = content_next(&w) ? content_hash(&w, part) : hash_end(&h);
	return content_end(&w, e);
}

/* The item is there at birth, or it is not. */
static void
item_set(struct record *r, const struct field *f, const struct value *item, bool on)
{
	size_t i = 0;

	while (i < r->item_count && (r->items[i].field != f
	    || !value_equal(&r->items[i].value, item)))
		i++;
	if ((i < r->item_count) == on)
		return;
	if (!on) {
		r->items[i] = r->items[--r->item_count];
		return;
	}
	struct record_item *more = arena_alloc(r->mem, (r->item_count + 1) * sizeof *more);
	if (r->item_count)
		memcpy(more, r->items, r->item_count * sizeof *more);
	more[r->item_count++] = (struct record_item){ f, value_keep(r->mem, item) };
	r->items = more;
}

static bool
birth_values(struct store *s, struct record *r, struct error *e)
{
	struct stmt *st = stmt_new(s->db,
	    "SELECT field,item,old FROM change WHERE record=?1 AND parent=0", e);
	struct value item, old;

	if (!st)
		return false;
	stmt_int(st, 1, r->id);
	while (stmt_row(st)) {
		const struct entity *owner = NULL;
		const struct field *f = field_by_number((int)stmt_col_int(st, 0), &owner);
		if (!f || (owner && owner != r->ent))
			continue;
		stmt_col_value(st, 1, &item);
		stmt_col_value(st, 2, &old);
		if (field_is_multi(f))
			item_set(r, f, &item, old.kind != VALUE_NULL);
		else if (field_is_column(f))
			r->values[record_index(r, f)] = value_keep(r->mem, &old);
	}
	return stmt_end(st, e);
}

static int
item_order(const void *a, const void *b)
{
	const struct record_item *x = a, *y = b;

	if (x->field->number != y->field->number)
		return x->field->number - y->field->number;
	return value_order(&x->value, &y->value);
}

static int64_t
record_hash(const struct plan *p, const struct record *r)
{
	struct hash h;
	size_t k = 0;

	hash_start(&h);
	for (int i = 0; i < p->count; i++) {
		const struct field *f = entity_field(p->ent, p->order[i]);
		while (k < r->item_count && r->items[k].field->number < f->number)
			k++;
		for (; k < r->item_count && r->items[k].field == f; k++)
			feed(&h, f, &r->items[k].value);
		if (p->column[p->order[i]])
			feed(&h, f, &r->values[p->order[i]]);
	}
	return hash_end(&h);
}

bool
content_birth(struct store *s, const struct entity *ent, int64_t id, int64_t *out,
    struct error *e)
{
	struct record *r;
	struct hash h;

	if (!record_load(s, ent, id, &r, e))
		return false;
	bool ok = !r || birth_values(s, r, e);
	if (r && r->item_count)
		qsort(r->items, r->item_count, sizeof *r->items, item_order);
	hash_start(&h);
	*out = r ? record_hash(plan_of(s, ent), r) : hash_end(&h);
	record_free(r);
	return ok;
}
