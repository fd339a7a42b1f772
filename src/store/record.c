#include "config.h"

#include "store/record.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/clock.h"
#include "base/fold.h"
#include "base/i18n.h"
#include "base/id.h"
#include "store/column.h"
#include "store/content.h"
#include "store/db.h"
#include "store/tree.h"

static bool
fold_write(struct store *s, const struct entity *ent, int64_t id, struct error *e)
{
	struct str fold = { 0 }, columns = { 0 };
	const struct field *f;

	for (int i = 0; (f = entity_field(ent, i)); i++)
		if (f->flags & F_FOLD)
			str_addf(&columns, "nullif(\"%s\",''),", f->name);
	struct stmt *st = stmt_newf(s->db, e, "SELECT coalesce(%sNULL,'') FROM \"%s\" WHERE id=?1",
	    str_text(&columns), ent->name);
	str_free(&columns);
	if (!st)
		return false;
	stmt_int(st, 1, id);
	if (stmt_row(st))
		fold_add(&fold, stmt_col(st, 0), stmt_col_len(st, 0));
	bool ok = stmt_end(st, e);
	st = ok ? stmt_newf(s->db, e, "UPDATE \"%s\" SET fold=nullif(?2,'') WHERE id=?1",
	    ent->name) : NULL;
	if (st) {
		stmt_int(st, 1, id);
		stmt_text(st, 2, str_text(&fold), fold.len);
		stmt_run(st);
		ok = stmt_end(st, e);
	}
	str_free(&fold);
	return ok && st;
}

static bool
item_write(struct store *s, int64_t id, const struct field *f, const struct value *item,
    bool on, struct error *e)
{
	struct stmt *st = stmt_new(s->db, on
	    ? "INSERT OR IGNORE INTO item(record,field,value) VALUES(?1,?2,?3)"
	    : "DELETE FROM item WHERE record=?1 AND field=?2 AND value=?3", e);

	if (!st)
		return false;
	stmt_int(st, 1, id);
	stmt_int(st, 2, f->number);
	stmt_value(st, 3, item);
	stmt_run(st);
	return stmt_end(st, e);
}

bool
record_write(struct store *s, const struct entity *ent, int64_t id,
    const struct field *f, const struct value *item, const struct value *value,
    struct error *e)
{
	if (item)
		return item_write(s, id, f, item, value->kind != VALUE_NULL, e);
	struct stmt *st = stmt_newf(s->db, e, "UPDATE \"%s\" SET \"%s\"=%s WHERE id=?1",
	    ent->name, f->name, f->flags & F_TRASH ? "coalesce(?2,0)" : "?2");
	if (!st)
		return false;
	stmt_int(st, 1, id);
	stmt_value(st, 2, value);
	stmt_run(st);
	return stmt_end(st, e) && (!(f->flags & F_FOLD) || fold_write(s, ent, id, e));
}

struct value
value_keep(struct arena *mem, const struct value *v)
{
	struct value kept = *v;

	if (v->kind == VALUE_TEXT)
		kept.s = arena_dup(mem, v->s, v->n);
	return kept;
}

bool
record_read(struct store *s, const struct entity *ent, int64_t id,
    const struct field *f, const struct value *item, struct arena *mem,
    struct value *out, struct error *e)
{
	struct stmt *st = item
	    ? stmt_new(s->db, "SELECT 1 FROM item WHERE record=?1 AND field=?2 AND value=?3", e)
	    : stmt_newf(s->db, e, "SELECT \"%s\" FROM \"%s\" WHERE id=?1", f->name, ent->name);

	*out = value_null;
	if (!st)
		return false;
	stmt_int(st, 1, id);
	if (item) {
		stmt_int(st, 2, f->number);
		stmt_value(st, 3, item);
	}
	if (stmt_row(st)) {
		struct value v;
		stmt_col_value(st, 0, &v);
		*out = value_keep(mem, &v);
	}
	return stmt_end(st, e);
}

/* A record born in this action has no history yet: its birth content changes. */
static bool
birth_change(struct store *s, const struct entity *ent, int64_t id,
    const struct cell *cell, const struct value *item, const struct value *value,
    struct error *e)
{
	int64_t before = 0, content;

	if (!record_write(s, ent, id, cell->field, item, value, e)
	    || !log_number(s, "SELECT sum FROM record WHERE id=?1", id, &before, e)
	    || !content_now(s, ent, id, CONTENT_ALL, &content, e))
		return false;
	int64_t after = log_birth_sum(s->action.id, ent->number, id, content);
	log_birth_replace(s, before, after);
	struct stmt *st = stmt_new(s->db, "UPDATE record SET sum=?2 WHERE id=?1", e);
	if (!st)
		return false;
	stmt_int(st, 1, id);
	stmt_int(st, 2, after);
	stmt_run(st);
	return stmt_end(st, e);
}

/* Does the record show this value already, though the field is empty? Then entering it
 * changes nothing: a list that was exported as it is seen comes back without a trace. */
static bool
inferred_is(struct store *s, const struct entity *ent, int64_t id, const struct field *f,
    const struct value *value, bool *is, struct error *e)
{
	struct str sql = { 0 };

	*is = false;
	if (!(f->flags & F_INFERRED) || value->kind == VALUE_NULL)
		return true;
	str_add(&sql, "SELECT ");
	field_sql(ent, f, "t", &sql);
	str_addf(&sql, " IS ?2 FROM \"%s\" t WHERE t.id=?1 AND t.\"%s\" IS NULL", ent->name,
	    f->name);
	struct stmt *st = stmt_new(s->db, str_text(&sql), e);
	str_free(&sql);
	if (!st)
		return false;
	stmt_int(st, 1, id);
	stmt_value(st, 2, value);
	*is = stmt_row(st) && stmt_col_int(st, 0);
	return stmt_end(st, e);
}

bool
record_put_told(struct store *s, const struct entity *ent, int64_t id,
    const struct cell *cell, bool *changed, struct error *e)
{
	struct value value = cell->value, item = value_null;
	struct arena mem = { 0 };
	struct value now;
	bool multi = field_is_multi(cell->field), inferred = false;

	if (multi) {
		item = cell->value;
		value = cell->on ? value_int(1) : value_null;
	} else if (cell->field->flags & F_TRASH && value.kind == VALUE_NULL) {
		value = value_int(0);
	}
	bool ok = record_read(s, ent, id, cell->field, multi ? &item : NULL, &mem, &now, e);
	/* A deletion is logged again though nothing differs when the record was edited
	 * beside an earlier one (R9); merging says so, plain editing never gets here. */
	if (ok && cell->field->flags & F_TREE && value.kind == VALUE_INT
	    && !value_equal(&now, &value))
		ok = tree_fits(s, ent, id, value.i, e);
	ok = ok && inferred_is(s, ent, id, cell->field, &value, &inferred, e);
	if (ok && !inferred && !value_equal(&now, &value)) {
		*changed = true;
		if (log_born_now(s, id))
			ok = birth_change(s, ent, id, cell, multi ? &item : NULL, &value, e);
		else
			ok = log_action(s, e) && log_put(s, ent, id, cell->field,
			    multi ? &item : NULL, &value, 1, e);
	}
	arena_free(&mem);
	return ok;
}

bool
record_put(struct store *s, const struct entity *ent, int64_t id, const struct cell *cell,
    struct error *e)
{
	bool changed = false;

	return record_put_told(s, ent, id, cell, &changed, e);
}

/* 0: there is none. */
static bool
keyed_find(struct store *s, const struct entity *ent, const struct cell *keys, size_t count,
    int64_t *id, struct error *e)
{
	struct str sql = { 0 };

	str_addf(&sql, "SELECT id FROM \"%s\" WHERE deleted=0", ent->name);
	for (size_t i = 0; i < count; i++)
		str_addf(&sql, " AND \"%s\"=?%zu", keys[i].field->name, i + 1);
	str_add(&sql, " ORDER BY id LIMIT 1");
	struct stmt *st = stmt_new(s->db, str_text(&sql), e);
	str_free(&sql);
	*id = 0;
	if (!st)
		return false;
	for (size_t i = 0; i < count; i++)
		stmt_value(st, (int)i + 1, &keys[i].value);
	if (stmt_row(st))
		*id = stmt_col_int(st, 0);
	return stmt_end(st, e);
}

bool
record_put_keyed(struct store *s, const struct entity *ent, const struct cell *cells,
    size_t count, struct error *e)
{
	int64_t id;

	if (!keyed_find(s, ent, cells, count - 1, &id, e))
		return false;
	return id ? record_put(s, ent, id, &cells[count - 1], e)
	    : record_create(s, ent, cells, count, &id, e);
}

/* --- Reading --- */

const struct entity *
record_entity(struct store *s, int64_t id)
{
	int64_t number = 0;
	struct stmt *st = stmt_new(s->db, "SELECT entity FROM record WHERE id=?1", NULL);

	if (!st)
		return NULL;
	stmt_int(st, 1, id);
	if (stmt_row(st))
		number = stmt_col_int(st, 0);
	stmt_end(st, NULL);
	return number ? entity_by_number((int)number) : NULL;
}

bool
record_exists(struct store *s, const struct entity *ent, int64_t id)
{
	return record_entity(s, id) == ent;
}

static bool
hidden(struct store *s, const struct entity *ent, int64_t id, int depth)
{
	struct record *r;
	bool is = false;

	if (depth > 8 || !record_load(s, ent, id, &r, NULL) || !r)
		return false;
	for (int i = 0; i < entity_field_count(ent) && !is; i++) {
		const struct field *f = entity_field(ent, i);
		const struct value *v = &r->values[i];
		if (v->kind != VALUE_INT)
			continue;
		if (f->flags & F_TRASH)
			is = v->i != 0;
		else if (f->type->is_ref && f->flags & F_REQUIRED) {
			const struct entity *to = record_entity(s, v->i);
			is = to && hidden(s, to, v->i, depth + 1);
		}
	}
	record_free(r);
	return is;
}

bool
record_hidden(struct store *s, const struct entity *ent, int64_t id)
{
	return hidden(s, ent, id, 0);
}

static bool
load_items(struct store *s, struct record *r, struct error *e)
{
	struct stmt *st = stmt_new(s->db,
	    "SELECT field,value FROM item WHERE record=?1 ORDER BY field,value", e);
	size_t cap = 0;

	if (!st)
		return false;
	stmt_int(st, 1, r->id);
	while (stmt_row(st)) {
		const struct field *f = field_by_number((int)stmt_col_int(st, 0), NULL);
		struct value v;
		if (!f)
			continue;
		if (r->item_count == cap) {
			struct record_item *more = arena_alloc(r->mem, (cap * 2 + 8) * sizeof *more);
			if (cap)
				memcpy(more, r->items, cap * sizeof *more);
			r->items = more;
			cap = cap * 2 + 8;
		}
		stmt_col_value(st, 1, &v);
		r->items[r->item_count++] = (struct record_item){ f, value_keep(r->mem, &v) };
	}
	return stmt_end(st, e);
}

/* The record that the statement stands on, without its items. */
static struct record *
record_here(const struct plan *p, struct stmt *st, int64_t id)
{
	struct arena mem = { 0 };
	struct record *r = arena_alloc(&mem, sizeof *r);

	r->ent = p->ent;
	r->id = id;
	r->own = p->own;
	r->values = arena_alloc(&mem, (size_t)p->count * sizeof *r->values);
	for (int i = 0; i < p->count; i++) {
		struct value v = value_null;
		if (p->column[i])
			stmt_col_value(st, p->column[i] - 1, &v);
		r->values[i] = value_keep(&mem, &v);
	}
	r->mem = xmalloc(sizeof *r->mem);
	*r->mem = mem;
	return r;
}

bool
record_load(struct store *s, const struct entity *ent, int64_t id, struct record **out,
    struct error *e)
{
	const struct plan *p = plan_of(s, ent);
	struct stmt *st = stmt_new(s->db, p->select, e);
	struct record *r = NULL;

	*out = NULL;
	if (!st)
		return false;
	stmt_int(st, 1, id);
	if (stmt_row(st))
		r = record_here(p, st, id);
	if (!stmt_end(st, e) || (r && !load_items(s, r, e))) {
		record_free(r);
		return false;
	}
	*out = r;
	return true;
}

void
record_free(struct record *r)
{
	if (!r)
		return;
	struct arena *mem = r->mem;
	arena_free(mem);
	free(mem);
}

int
record_index(const struct record *r, const struct field *f)
{
	return field_place(r->ent, r->own, f);
}

const struct value *
record_value(const struct record *r, const struct field *f)
{
	return &r->values[record_index(r, f)];
}

const struct value *
record_value_named(const struct record *r, const char *name)
{
	return record_value(r, field_find(r->ent, name));
}

bool
record_has(const struct record *r, const struct cell *cell)
{
	if (!field_is_multi(cell->field))
		return value_equal(record_value(r, cell->field), &cell->value);
	for (size_t i = 0; i < r->item_count; i++)
		if (r->items[i].field == cell->field
		    && value_equal(&r->items[i].value, &cell->value))
			return cell->on;
	return !cell->on;
}
