#include "config.h"

#include "store/log.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/i18n.h"
#include "store/content.h"
#include "store/db.h"
#include "store/open.h"
#include "store/record.h"

bool
action_under_way(const struct store *s)
{
	return s->action.open;
}

bool
action_begin(struct store *s, const char *command, struct error *e)
{
	if (s->action.open)
		die("an action within an action");
	if (s->readonly)
		return set_error(e, s->newer ? STATUS_NEWER : STATUS_NOPERM, "%s", s->readonly);
	if (!file_unchanged(s, e) || !db_exec(s->db, e, "BEGIN IMMEDIATE"))
		return false;
	int64_t *births = s->action.births;
	size_t cap = s->action.birth_cap;
	s->action = (struct action){
		.open = true, .command = command, .births = births, .birth_cap = cap
	};
	return true;
}

/* --- What was written is read again before COMMIT --- */

static bool
not_written(struct error *e)
{
	return set_error(e, STATUS_IO,
	    _("What was written does not read back as it should: nothing was saved. Make a copy of the file and run \"alianza check\" on it."));
}

/* One change row against its sum, and its cell against its new value. */
static bool
change_verify(struct store *s, struct stmt *st, struct arena *mem, struct error *e)
{
	struct value item, old_value, new_value, seen, now;
	const struct entity *ent = entity_by_number((int)stmt_col_int(st, 1));
	const struct field *f = field_by_number((int)stmt_col_int(st, 3), NULL);
	int64_t id = stmt_col_int(st, 2);

	stmt_col_value(st, 4, &item);
	stmt_col_value(st, 6, &old_value);
	stmt_col_value(st, 7, &new_value);
	stmt_col_value(st, 8, &seen);
	bool multi = f && field_is_multi(f);
	if (!ent || !f || stmt_col_int(st, 9) != log_change_sum(s->action.id,
	    stmt_col_int(st, 0), ent->number, id, f->number, &item, stmt_col_int(st, 5),
	    &old_value, &new_value, &seen))
		return not_written(e);
	if (!record_read(s, ent, id, f, multi ? &item : NULL, mem, &now, e))
		return false;
	/* With several targets (an undo that brings a conflict back) the first one is
	 * what the cell holds; the other rows are covered by their sums. */
	if (stmt_col_int(st, 10) == stmt_col_int(st, 0) && !value_equal(&now, &new_value))
		return not_written(e);
	return true;
}

static bool
changes_verify(struct store *s, struct error *e)
{
	struct arena mem = { 0 };
	struct stmt *st = stmt_new(s->db,
	    "SELECT seq,entity,record,field,item,parent,old,new,seen,sum,"
	    " (SELECT seq FROM change d WHERE +d.action=c.action AND d.record=c.record"
	    "  AND d.field=c.field AND d.item=c.item"
	    "  ORDER BY (d.item<>'' AND d.new IS NOT NULL) DESC, d.seq LIMIT 1)"
	    " FROM change c WHERE action=?1", e);
	bool ok = st != NULL;

	if (!st)
		return false;
	stmt_int(st, 1, s->action.id);
	while (ok && stmt_row(st)) {
		ok = change_verify(s, st, &mem, e);
		arena_reset(&mem);
	}
	arena_free(&mem);
	return stmt_end(st, ok ? e : NULL) && ok;
}

struct birth {
	int64_t id, entity, sum;
};

static int
birth_order(const void *a, const void *b)
{
	const struct birth *x = a, *y = b;

	if (x->entity != y->entity)
		return x->entity < y->entity ? -1 : 1;
	return (x->id > y->id) - (x->id < y->id);
}

/* The rows of `record` that the action made, by entity and id. */
static bool
births_read(struct store *s, struct birth *births, struct error *e)
{
	size_t n = 0, count = s->action.birth_count;
	struct stmt *st = stmt_new(s->db,
	    "SELECT id,entity,sum FROM record WHERE action=?1", e);

	if (!st)
		return false;
	stmt_int(st, 1, s->action.id);
	for (; stmt_row(st); n++)
		if (n < count)
			births[n] = (struct birth){ stmt_col_int(st, 0), stmt_col_int(st, 1),
			    stmt_col_int(st, 2) };
	if (!stmt_end(st, e))
		return false;
	if (n != count)
		return not_written(e);
	qsort(births, count, sizeof *births, birth_order);
	return true;
}

/* Births of one entity against their sums, in one pass over its table. */
static bool
births_walk(struct store *s, const struct birth *births, size_t count, struct error *e)
{
	const struct entity *ent = entity_by_number((int)births->entity);
	struct content_walk w;
	size_t i = 0;
	bool ok = true;

	if (!ent)
		return not_written(e);
	content_walk(&w, s, ent, births->id, births[count - 1].id);
	while (ok && i < count && content_next(&w)) {
		if (w.id < births[i].id)
			continue;	/* somebody else's between ours */
		ok = w.id == births[i].id && births[i].sum == log_birth_sum(s->action.id,
		    ent->number, w.id, content_hash(&w, CONTENT_ALL));
		i++;
	}
	if (!content_end(&w, e))
		return false;
	return (ok && i == count) || not_written(e);
}

static bool
births_verify(struct store *s, struct error *e)
{
	size_t count = s->action.birth_count, i = 0, n;

	if (!count)
		return true;
	struct birth *births = xmalloc(count * sizeof *births);
	bool ok = births_read(s, births, e);
	for (; ok && i < count; i += n) {
		for (n = 1; i + n < count && births[i + n].entity == births[i].entity; n++)
			;
		ok = births_walk(s, births + i, n, e);
	}
	free(births);
	return ok;
}

/* --- Ending --- */

/* Fills in the sum of the action's row, or takes the row away when nothing is
 * left of its changes. *any: is there anything to save? */
static bool
action_seal(struct store *s, bool *any, struct error *e)
{
	struct action *a = &s->action;
	uint64_t low = a->birth_low, high = a->birth_high;
	int64_t count = (int64_t)a->birth_count;
	struct value columns[8];
	int64_t sum = 0;

	*any = false;
	if (!a->id)
		return true;
	if (!log_rows_total(s, a->id, &count, &low, &high, e))
		return false;
	/* An undo that found everything changed since is a step all the same, so that
	 * the next one goes on with what is older. */
	if (!count && !a->undoes)
		return true;
	struct stmt *st = stmt_new(s->db, "SELECT id,clock,time,who,place,command,sentence,"
	    "undoes FROM action WHERE id=?1", e);
	if (!st)
		return false;
	stmt_int(st, 1, a->id);
	if (stmt_row(st)) {
		for (int i = 0; i < 8; i++)
			stmt_col_value(st, i, &columns[i]);
		sum = log_action_sum(columns, count, low, high);
		*any = true;
	}
	if (!stmt_end(st, e) || !*any)
		return false;
	st = stmt_new(s->db, "UPDATE action SET sum=?2 WHERE id=?1", e);
	if (!st)
		return false;
	stmt_int(st, 1, a->id);
	stmt_int(st, 2, sum);
	stmt_run(st);
	return stmt_end(st, e);
}

static void
action_forget(struct store *s)
{
	free(s->action.births);
	s->action = (struct action){ 0 };
}

static bool
roll_back(struct store *s)
{
	plans_rest(s);
	str_cut(&s->dropped, 0);
	if (!sqlite3_get_autocommit(db_handle(s->db)))
		db_exec(s->db, NULL, "ROLLBACK");
	s->version++;
	action_forget(s);
	return false;
}

bool
action_end(struct store *s, bool ok, int64_t *id, struct error *e)
{
	bool any = false;

	if (id)
		*id = 0;
	plans_rest(s);
	if (!ok || !action_seal(s, &any, e))
		return roll_back(s);
	if (!any) {
		roll_back(s);
		return true;
	}
	if (!changes_verify(s, e) || !births_verify(s, e) || !db_exec(s->db, e, "COMMIT"))
		return roll_back(s);
	if (id)
		*id = s->action.id;
	file_seen(s);
	s->version++;
	action_forget(s);
	return true;
}
