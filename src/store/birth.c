/* Records that are made: id, row, items, and the sum of their birth content. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/fold.h"
#include "base/i18n.h"
#include "base/id.h"
#include "store/content.h"
#include "store/db.h"
#include "store/log.h"
#include "store/plan.h"

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

/* Writes the row of `record`, unless the id is used. False: an error of SQLite's. */
static bool
record_row_insert(struct store *s, struct stmt *st, const struct entity *ent, int64_t id,
    int64_t content, bool *done)
{
	int64_t sum = log_birth_sum(s->action.id, ent->number, id, content);

	stmt_int(st, 1, id);
	stmt_int(st, 2, ent->number);
	stmt_int(st, 3, s->action.id);
	stmt_int(st, 4, sum);
	if (!stmt_run(st))
		return false;
	*done = sqlite3_changes(db_handle(s->db)) == 1;
	if (*done)
		log_birth(s, ent, id, sum);
	return true;
}

/* A row of `record` with the id given, or with one that nobody has: +1 within an action,
 * so that a bulk import appends; drawn again when it is used (R6). */
static bool
id_take(struct store *s, const struct entity *ent, int64_t content, int64_t *id,
    struct error *e)
{
	struct stmt *st = stmt_new(s->db,
	    "INSERT OR IGNORE INTO record(id,entity,action,sum) VALUES(?1,?2,?3,?4)", e);
	bool wanted = *id != 0, done = false;

	if (!st)
		return false;
	for (int tries = wanted ? 1 : 100; tries && !done; tries--) {
		if (!wanted)
			*id = s->action.last_id && tries == 100 ? s->action.last_id + 1 : id_new();
		if (!record_row_insert(s, st, ent, *id, content, &done))
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

/* Names the columns that these cells fill beside those that rows before them did:
 * most fields of a row are empty, and a column not named costs nothing. */
static void
columns_use(struct plan *p, const struct cell *cells, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		int index = plan_index(p, cells[i].field);
		if (!p->column[index] || p->used[index] || cells[i].value.kind == VALUE_NULL)
			continue;
		p->used[index] = true;
		if (p->inserting)
			stmt_end(p->inserting, NULL);
		p->inserting = NULL;
	}
}

/* INSERT with the columns in use; the id is parameter 1, fold the last. */
static struct stmt *
insert_new(struct store *s, struct plan *p, struct error *e)
{
	struct str names = { 0 }, marks = { 0 };

	for (int i = 0; i < p->count; i++)
		if (p->used[i]) {
			const struct field *f = entity_field(p->ent, i);
			str_addf(&names, ",\"%s\"", f->name);
			str_addf(&marks, f->flags & F_TRASH ? ",coalesce(?%d,0)" : ",?%d",
			    p->column[i]);
		}
	if (p->fold) {
		str_add(&names, ",fold");
		str_addf(&marks, ",?%d", p->fold);
	}
	struct stmt *st = stmt_newf(s->db, e, "INSERT INTO \"%s\"(id%s) VALUES(?1%s)",
	    p->ent->name, str_text(&names), str_text(&marks));
	str_free(&names);
	str_free(&marks);
	return st;
}

/* The folded text of the first F_FOLD field (in table order) that is not empty. */
static void
fold_of(const struct plan *p, const struct cell *cells, size_t count, struct str *fold)
{
	const struct cell *first = NULL;

	for (size_t i = 0; i < count; i++)
		if (cells[i].field->flags & F_FOLD && cells[i].value.n && (!first
		    || plan_index(p, cells[i].field) < plan_index(p, first->field)))
			first = &cells[i];
	if (first)
		fold_add(fold, first->value.s, first->value.n);
}

/* Inserts the row itself. */
static bool
row_insert(struct store *s, struct plan *p, int64_t id, const struct cell *cells,
    size_t count, struct error *e)
{
	struct str fold = { 0 };

	columns_use(p, cells, count);
	if (!p->inserting && !(p->inserting = insert_new(s, p, e)))
		return false;
	struct stmt *st = p->inserting;
	stmt_clear(st);
	stmt_int(st, 1, id);
	for (size_t i = 0; i < count; i++) {
		int column = p->column[plan_index(p, cells[i].field)];
		if (column && cells[i].value.kind != VALUE_NULL)
			stmt_value(st, column, &cells[i].value);
	}
	if (p->fold)
		fold_of(p, cells, count, &fold);
	if (fold.len)
		stmt_text(st, p->fold, fold.s, fold.len);
	bool ok = stmt_run(st);
	str_free(&fold);
	if (ok)
		return true;
	p->inserting = NULL;
	return stmt_end(st, e);
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
