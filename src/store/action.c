#include "config.h"

#include "store/log.h"

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
	s->action = (struct action){ .open = true, .command = command };
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

/* Births of one entity against their sums: their rows of `record` beside its table, both
 * in the order of ids. *count: how many there were. */
static bool
births_walk(struct store *s, const struct entity *ent, int64_t *count, struct error *e)
{
	struct content_walk w;
	struct stmt *st = stmt_new(s->db, "SELECT id,sum FROM record WHERE action=?1"
	    " AND entity=?2 ORDER BY id", e);
	bool ok = st != NULL;

	if (!st)
		return false;
	stmt_int(st, 1, s->action.id);
	stmt_int(st, 2, ent->number);
	content_walk(&w, s, ent, s->action.first_born, s->action.last_born);
	while (ok && stmt_row(st)) {
		int64_t id = stmt_col_int(st, 0);
		while ((ok = content_next(&w)) && w.id < id)
			;	/* somebody else's between ours */
		ok = ok && w.id == id && stmt_col_int(st, 1) == log_birth_sum(s->action.id,
		    ent->number, id, content_hash(&w, CONTENT_ALL));
		*count += ok;
	}
	bool read = content_end(&w, e);
	return stmt_end(st, read ? e : NULL) && read && (ok || not_written(e));
}

static bool
births_verify(struct store *s, struct error *e)
{
	const struct action *a = &s->action;
	int64_t rows = 0, read = 0;

	if (!a->birth_count)
		return true;
	if (!log_number(s, "SELECT count(*) FROM record WHERE action=?1", a->id, &rows, e))
		return false;
	for (int number = 0; number < 64; number++)
		if (a->born & UINT64_C(1) << number
		    && !births_walk(s, entity_by_number(number), &read, e))
			return false;
	return (rows == a->birth_count && read == a->birth_count) || not_written(e);
}

/* --- Ending --- */

/* The sum that the action's row shall have. *any: is the row there? */
static bool
seal_sum(struct store *s, int64_t count, uint64_t low, uint64_t high, int64_t *sum,
    bool *any, struct error *e)
{
	struct value columns[8];
	struct stmt *st = stmt_new(s->db, "SELECT id,clock,time,who,place,command,sentence,"
	    "undoes FROM action WHERE id=?1", e);

	if (!st)
		return false;
	stmt_int(st, 1, s->action.id);
	*any = stmt_row(st);
	if (*any) {
		for (int i = 0; i < 8; i++)
			stmt_col_value(st, i, &columns[i]);
		*sum = log_action_sum(columns, count, low, high);
	}
	return stmt_end(st, e);
}

/* Fills in the sum of the action's row. *any: is there anything to save? */
static bool
action_seal(struct store *s, bool *any, struct error *e)
{
	const struct action *a = &s->action;
	uint64_t low = a->birth_low, high = a->birth_high;
	int64_t count = a->birth_count, sum = 0;

	*any = false;
	if (!a->id)
		return true;
	if (!log_rows_total(s, a->id, &count, &low, &high, e))
		return false;
	/* An undo that found everything changed since is a step all the same, so that
	 * the next one goes on with what is older. */
	if (!count && !a->undoes)
		return true;
	if (!seal_sum(s, count, low, high, &sum, any, e) || !*any)
		return false;
	struct stmt *st = stmt_new(s->db, "UPDATE action SET sum=?2 WHERE id=?1", e);
	if (!st)
		return false;
	stmt_int(st, 1, a->id);
	stmt_int(st, 2, sum);
	stmt_run(st);
	return stmt_end(st, e);
}

static bool
roll_back(struct store *s)
{
	plans_rest(s);
	str_cut(&s->dropped, 0);
	if (!sqlite3_get_autocommit(db_handle(s->db)))
		db_exec(s->db, NULL, "ROLLBACK");
	s->version++;
	s->action = (struct action){ 0 };
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
	s->action = (struct action){ 0 };
	return true;
}
