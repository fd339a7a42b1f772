#include "config.h"

#include "store/history.h"

#include <stdlib.h>

#include "base/arena.h"
#include "store/bulk.h"
#include "store/db.h"
#include "store/sentence.h"
#include "store/step.h"

/* --- Entries --- */

/* An action, and the record it is told of: 0 for all it did. */
struct place {
	int64_t action, step, record;
};

/* A record has the history of those that were combined into it too. What an action did
 * to several of them is told of the one that is left. */
static struct stmt *
places_of(struct store *s, int64_t id, struct error *e)
{
	const struct entity *ent = id ? record_entity(s, id) : NULL;

	if (!ent)
		return stmt_new(s->db, id ? "SELECT id,step,?2 FROM action WHERE id IN"
		    " (SELECT action FROM change WHERE record=?2)"
		    " ORDER BY clock DESC,id DESC LIMIT ?1" : "SELECT id,step,0 FROM action"
		    " ORDER BY clock DESC,id DESC LIMIT ?1", e);
	return stmt_newf(s->db, e, "WITH RECURSIVE one(id) AS (VALUES(?2) UNION"
	    " SELECT t.id FROM \"%s\" t JOIN one ON t.deleted=one.id AND t.deleted>1),"
	    " of(action,record) AS (SELECT c.action,c.record FROM change c JOIN one"
	    " ON one.id=c.record UNION SELECT r.action,r.id FROM record r JOIN one ON one.id=r.id)"
	    " SELECT a.id,a.step,CASE WHEN max(o.record=?2) THEN ?2 ELSE min(o.record) END"
	    " FROM of o JOIN action a ON a.id=o.action GROUP BY a.id"
	    " ORDER BY a.clock DESC,a.id DESC LIMIT ?1", ent->name);
}

/* Newest first by clock, which is the same in every copy of the file. */
static bool
places_read(struct store *s, int64_t id, int64_t limit, struct place **out, size_t *count,
    struct error *e)
{
	struct stmt *st = places_of(s, id, e);
	size_t cap = 0;

	*out = NULL;
	*count = 0;
	if (!st)
		return false;
	stmt_int(st, 1, limit > 0 ? limit : -1);
	if (id)
		stmt_int(st, 2, id);
	while (stmt_row(st)) {
		if (*count == cap) {
			cap = cap * 2 + 32;
			*out = xrealloc(*out, cap * sizeof **out);
		}
		(*out)[(*count)++] = (struct place){ stmt_col_int(st, 0), stmt_col_int(st, 1),
		    stmt_col_int(st, 2) };
	}
	if (stmt_end(st, e))
		return true;
	free(*out);
	*out = NULL;
	return false;
}

/* Reads one entry and hands it over; *more: go on? */
static bool
entry_tell(struct store *s, const struct place *at, bool undone,
    bool (*f)(void *ctx, const struct history_entry *h), void *ctx, bool *more,
    struct error *e)
{
	struct history_entry h = { .action = at->action, .number = at->step, .undone = undone };
	struct str who = { 0 }, command = { 0 }, sentence = { 0 };
	struct stmt *st = stmt_new(s->db, "SELECT time,who,command FROM action WHERE id=?1", e);

	if (!st)
		return false;
	stmt_int(st, 1, at->action);
	if (stmt_row(st)) {
		h.time = stmt_col_int(st, 0);
		str_add(&who, stmt_col(st, 1));
		str_add(&command, stmt_col(st, 2));
	}
	bool ok = stmt_end(st, e) && sentence_add(s, at->action, at->record, &sentence, e);
	h.who = str_text(&who);
	h.command = str_text(&command);
	h.sentence = str_text(&sentence);
	*more = ok && f(ctx, &h);
	str_free(&who);
	str_free(&command);
	str_free(&sentence);
	return ok;
}

bool
history_each(struct store *s, int64_t id, int64_t limit,
    bool (*f)(void *ctx, const struct history_entry *h), void *ctx, struct error *e)
{
	struct keys *undone = NULL;
	struct place *at;
	int64_t oldest = INT64_MAX;
	size_t count;

	if (!places_read(s, id, limit, &at, &count, e))
		return false;
	for (size_t i = 0; i < count; i++)
		if (at[i].step < oldest)
			oldest = at[i].step;
	bool ok = steps_undone(s, oldest, &undone, e), more = true;
	for (size_t i = 0; ok && more && i < count; i++)
		ok = entry_tell(s, &at[i], keys_get(undone, (uint64_t)at[i].step, 0) != 0, f, ctx,
		    &more, e);
	keys_free(undone);
	free(at);
	return ok;
}

bool
history_sentence(struct store *s, int64_t action, struct str *out, struct error *e)
{
	return sentence_add(s, action, 0, out, e);
}

/* --- Versions of a cell --- */

/* The value at birth, with the time and name of the action that made the record. */
static bool
birth_version(struct store *s, const struct entity *ent, int64_t id, const struct field *f,
    bool (*each)(void *ctx, const struct version *v), void *ctx, struct error *e)
{
	struct arena mem = { 0 };
	struct head *heads;
	struct version v = { 0 };
	size_t count;
	struct stmt *st = stmt_new(s->db, "SELECT a.id,a.time,a.who FROM record r"
	    " JOIN action a ON a.id=r.action WHERE r.id=?1", e);

	if (!st)
		return false;
	stmt_int(st, 1, id);
	bool found = stmt_row(st);
	bool ok = log_heads(s, ent, id, f, NULL, 0, &mem, &heads, &count, e);
	if (ok && found) {
		v.action = stmt_col_int(st, 0);
		v.time = stmt_col_int(st, 1);
		v.who = stmt_col(st, 2);
		v.value = heads[0].value;
		each(ctx, &v);
	}
	arena_free(&mem);
	return stmt_end(st, ok ? e : NULL) && ok;
}

bool
history_versions(struct store *s, const struct entity *ent, int64_t id,
    const struct field *f, bool (*each)(void *ctx, const struct version *v), void *ctx,
    struct error *e)
{
	struct stmt *st = stmt_new(s->db, "SELECT a.id,a.time,a.who,c.new FROM change c"
	    " JOIN action a ON a.id=c.action WHERE c.record=?1 AND c.field=?2 AND c.item=''"
	    " ORDER BY a.clock DESC,a.id DESC,c.seq", e);
	bool more = true;

	if (!st)
		return false;
	stmt_int(st, 1, id);
	stmt_int(st, 2, f->number);
	while (more && stmt_row(st)) {
		struct version v = { stmt_col_int(st, 0), stmt_col_int(st, 1), stmt_col(st, 2),
		    value_null };
		stmt_col_value(st, 3, &v.value);
		more = each(ctx, &v);
	}
	bool ok = stmt_end(st, e);
	return ok && (!more || birth_version(s, ent, id, f, each, ctx, e));
}
