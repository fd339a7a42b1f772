#include "config.h"

#include "store/record.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/clock.h"
#include "base/fold.h"
#include "base/i18n.h"
#include "base/id.h"
#include "store/content.h"
#include "store/db.h"

/* The entity's own fields come first, the common ones after them. */
static int
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

/* Names the columns in INSERT and SELECT; parameter 1 is the id. */
static void
plan_sql(struct plan *p)
{
	struct str names = { 0 }, marks = { 0 }, sql = { 0 };
	int n = 1;

	for (int i = 0; i < p->count; i++) {
		const struct field *f = entity_field(p->ent, i);
		if (!field_is_column(f) || f->flags & F_RECORD_ID)
			continue;
		p->column[i] = ++n;
		str_addf(&names, ",\"%s\"", f->name);
		str_addf(&marks, f->flags & F_TRASH ? ",coalesce(?%d,0)" : ",?%d", n);
	}
	str_addf(&sql, "SELECT id%s FROM \"%s\" WHERE id=?1", str_text(&names), p->ent->name);
	p->select = str_take(&sql);
	if (field_with(p->ent, F_FOLD)) {
		p->fold = ++n;
		str_add(&names, ",fold");
		str_addf(&marks, ",?%d", n);
	}
	str_addf(&sql, "SELECT id%s FROM \"%s\" WHERE id BETWEEN ?1 AND ?2 ORDER BY id",
	    str_text(&names), p->ent->name);
	p->walk = str_take(&sql);
	str_addf(&sql, "INSERT INTO \"%s\"(id%s) VALUES(?1%s)", p->ent->name,
	    str_text(&names), str_text(&marks));
	p->insert = str_take(&sql);
	str_free(&names);
	str_free(&marks);
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
	for (int i = 0; i < p->count; i++) {
		int j = i;
		for (; j > 0 && entity_field(ent, p->order[j - 1])->number
		    > entity_field(ent, i)->number; j--)
			p->order[j] = p->order[j - 1];
		p->order[j] = i;
	}
	plan_sql(p);
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
		free(p->insert);
		free(p->select);
		free(p->walk);
		free(p);
		s->plans[i] = NULL;
	}
}

/* --- Creating --- */

static int
cell_compare(const struct cell *x, const struct cell *y)
{
	if (x->field->number != y->field->number)
		return x->field->number - y->field->number;
	return value_order(&x->value, &y->value);
}

static bool
cell_counts(const struct cell *c)
{
	if (!content_counts(c->field, &c->value))
		return false;
	return field_is_multi(c->field) ? c->on : field_is_column(c->field);
}

/* The birth content's hash, over cells in order; double items count once. */
static int64_t
cells_hash(const struct cell *cells, size_t count)
{
	struct hash h;

	hash_start(&h);
	for (size_t i = 0; i < count; i++) {
		if (!cell_counts(&cells[i])
		    || (i && !cell_compare(&cells[i - 1], &cells[i])))
			continue;
		hash_tag(&h, 'f', (uint64_t)cells[i].field->number);
		value_hash(&h, &cells[i].value);
	}
	return hash_end(&h);
}

/* A row of `record` with an id nobody has: +1 within an action, so that a bulk
 * import appends; drawn again when it is used (R6). */
static bool
id_take(struct store *s, const struct entity *ent, int64_t sum_content, int64_t *id,
    struct error *e)
{
	struct stmt *st = stmt_new(s->db,
	    "INSERT OR IGNORE INTO record(id,entity,action,sum) VALUES(?1,?2,?3,?4)", e);
	bool wanted = *id != 0, done = false;

	if (!st)
		return false;
	for (int tries = 0; tries < 100 && !done; tries++) {
		if (!wanted)
			*id = s->action.last_id && !tries ? s->action.last_id + 1 : id_new();
		int64_t sum = log_birth_sum(s->action.id, ent->number, *id, sum_content);
		stmt_int(st, 1, *id);
		stmt_int(st, 2, ent->number);
		stmt_int(st, 3, s->action.id);
		stmt_int(st, 4, sum);
		if (!stmt_run(st))
			break;
		done = sqlite3_changes(db_handle(s->db)) == 1;
		if (done)
			log_birth(s, *id, sum);
		else if (wanted)
			break;
	}
	if (!stmt_end(st, e))
		return false;
	if (!done)
		return set_error(e, STATUS_DATA,
		    _("The id is used by another record already: nothing was added."));
	if (!wanted)
		s->action.last_id = *id;
	return true;
}

static bool
items_insert(struct store *s, int64_t id, const struct cell *cells, size_t count,
    struct error *e)
{
	struct stmt *st = NULL;

	for (size_t i = 0; i < count; i++) {
		if (!field_is_multi(cells[i].field) || !cell_counts(&cells[i]))
			continue;
		if (!st)
			st = stmt_new(s->db,
			    "INSERT OR IGNORE INTO item(record,field,value) VALUES(?1,?2,?3)", e);
		if (!st)
			return false;
		stmt_int(st, 1, id);
		stmt_int(st, 2, cells[i].field->number);
		stmt_value(st, 3, &cells[i].value);
		stmt_run(st);
	}
	return !st || stmt_end(st, e);
}

/* Inserts the row itself; fold from the first F_FOLD field (in table order) that
 * is not empty. */
static bool
row_insert(struct store *s, struct plan *p, int64_t id, const struct cell *cells,
    size_t count, struct error *e)
{
	struct str fold = { 0 };
	int folded = p->count;

	if (!p->inserting && !(p->inserting = stmt_new(s->db, p->insert, e)))
		return false;
	struct stmt *st = p->inserting;
	for (int i = 0; i < p->count; i++)
		if (p->column[i])
			stmt_null(st, p->column[i]);
	stmt_int(st, 1, id);
	for (size_t i = 0; i < count; i++) {
		int index = plan_index(p, cells[i].field);
		if (!p->column[index])
			continue;
		stmt_value(st, p->column[index], &cells[i].value);
		if (cells[i].field->flags & F_FOLD && index < folded && cells[i].value.n) {
			folded = index;
			str_cut(&fold, 0);
			fold_add(&fold, cells[i].value.s, cells[i].value.n);
		}
	}
	if (p->fold && fold.len)
		stmt_text(st, p->fold, fold.s, fold.len);
	else if (p->fold)
		stmt_null(st, p->fold);
	bool ok = stmt_run(st);
	str_free(&fold);
	if (!ok) {
		p->inserting = NULL;
		return stmt_end(st, e);
	}
	return true;
}

/* Rows come nearly in order: insertion does less than any sorting. */
static void
cells_sort(struct cell *cells, size_t count)
{
	for (size_t i = 1; i < count; i++) {
		struct cell c = cells[i];
		size_t j = i;
		for (; j > 0 && cell_compare(&cells[j - 1], &c) > 0; j--)
			cells[j] = cells[j - 1];
		cells[j] = c;
	}
}

static bool
create(struct store *s, const struct entity *ent, const struct cell *given, size_t count,
    int64_t *id, struct error *e)
{
	struct cell few[64], *cells = count <= 64 ? few : xmalloc(count * sizeof *cells);

	if (count)
		memcpy(cells, given, count * sizeof *cells);
	cells_sort(cells, count);
	bool ok = log_action(s, e) && id_take(s, ent, cells_hash(cells, count), id, e)
	    && row_insert(s, plan_of(s, ent), *id, cells, count, e)
	    && items_insert(s, *id, cells, count, e);
	if (cells != few)
		free(cells);
	return ok;
}

bool
record_create(struct store *s, const struct entity *ent, const struct cell *cells,
    size_t count, int64_t *id, struct error *e)
{
	*id = 0;
	return create(s, ent, cells, count, id, e);
}

bool
record_create_as(struct store *s, const struct entity *ent, int64_t id,
    const struct cell *cells, size_t count, struct error *e)
{
	return create(s, ent, cells, count, &id, e);
}

/* --- Changing --- */

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

bool
record_put_told(struct store *s, const struct entity *ent, int64_t id,
    const struct cell *cell, bool *changed, struct error *e)
{
	struct value value = cell->value, item = value_null;
	struct arena mem = { 0 };
	struct value now;
	bool multi = field_is_multi(cell->field);

	if (multi) {
		item = cell->value;
		value = cell->on ? value_int(1) : value_null;
	} else if (cell->field->flags & F_TRASH && value.kind == VALUE_NULL) {
		value = value_int(0);
	}
	bool ok = record_read(s, ent, id, cell->field, multi ? &item : NULL, &mem, &now, e);
	/* A deletion is logged again though nothing differs when the record was edited
	 * beside an earlier one (R9); merging says so, plain editing never gets here. */
	if (ok && !value_equal(&now, &value)) {
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

bool
record_load(struct store *s, const struct entity *ent, int64_t id, struct record **out,
    struct error *e)
{
	struct plan *p = plan_of(s, ent);
	struct stmt *st = stmt_new(s->db, p->select, e);
	struct record *r = NULL;

	*out = NULL;
	if (!st)
		return false;
	stmt_int(st, 1, id);
	if (stmt_row(st)) {
		struct arena mem = { 0 };
		r = arena_alloc(&mem, sizeof *r);
		r->ent = ent;
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
	}
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

bool
record_has(const struct record *r, const struct cell *cell)
{
	if (!field_is_multi(cell->field)) {
		const struct value *now = &r->values[record_index(r, cell->field)];
		return value_equal(now, &cell->value);
	}
	for (size_t i = 0; i < r->item_count; i++)
		if (r->items[i].field == cell->field
		    && value_equal(&r->items[i].value, &cell->value))
			return cell->on;
	return !cell->on;
}
