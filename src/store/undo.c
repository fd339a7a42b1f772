#include "config.h"

#include "store/undo.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/i18n.h"
#include "store/db.h"
#include "store/history.h"
#include "store/log.h"
#include "store/step.h"

struct undoing {
	struct store *s;
	struct undo_report *r;
	int64_t step;
	struct arena mem;	/* of the cell under way */
};

static bool
among(const struct value *v, const struct head *heads, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (value_equal(v, &heads[i].value))
			return true;
	return false;
}

/* Do both stand for the same value, or the same conflict? Which actions they came
 * by does not matter: undo twice in a row meets a value that an undo brought. */
static bool
heads_equal(const struct head *a, size_t na, const struct head *b, size_t nb)
{
	for (size_t i = 0; i < na; i++)
		if (!among(&a[i].value, b, nb))
			return false;
	for (size_t i = 0; i < nb; i++)
		if (!among(&b[i].value, a, na))
			return false;
	return true;
}

/* A line for the person: this cell was changed since and stays. */
static void
report_left(struct undoing *u, const struct entity *ent, int64_t id, const struct field *f)
{
	struct str title = { 0 };

	if (++u->r->kept > 20)
		return;
	record_title(u->s, ent, id, &title);
	str_addf(&u->r->left, _("%s of %s was changed since and stays as it is."),
	    _(f->label), str_text(&title));
	str_addc(&u->r->left, '\n');
	str_free(&title);
}

static bool
cell_back(struct undoing *u, const struct entity *ent, int64_t id, const struct field *f,
    const struct value *item, struct error *e)
{
	struct head *now, *after, *before;
	size_t n_now, n_after, n_before;

	if (!log_heads(u->s, ent, id, f, item, INT64_MAX, &u->mem, &now, &n_now, e)
	    || !log_heads(u->s, ent, id, f, item, u->step + 1, &u->mem, &after, &n_after, e)
	    || !log_heads(u->s, ent, id, f, item, u->step, &u->mem, &before, &n_before, e))
		return false;
	if (!heads_equal(now, n_now, after, n_after)) {
		report_left(u, ent, id, f);
		return true;
	}
	if (heads_equal(now, n_now, before, n_before))
		return true;
	struct value *targets = arena_alloc(&u->mem, n_before * sizeof *targets);
	for (size_t i = 0; i < n_before; i++)
		targets[i] = before[i].value;
	u->r->cells++;
	return log_action(u->s, e)
	    && log_put(u->s, ent, id, f, item, targets, n_before, e);
}

/* The cells that a step changed, of records not born in it and not erased. */
static bool
cells_back(struct undoing *u, struct error *e)
{
	struct stmt *st = stmt_new(u->s->db,
	    "SELECT DISTINCT c.entity,c.record,c.field,c.item FROM change c"
	    " JOIN action a ON a.id=c.action JOIN record r ON r.id=c.record"
	    " JOIN action b ON b.id=r.action WHERE a.step=?1 AND b.step<>?1"
	    " AND NOT EXISTS(SELECT 1 FROM erased x WHERE x.record=c.record AND x.field IN ('',0))", e);
	bool ok = st != NULL;

	if (!st)
		return false;
	stmt_int(st, 1, u->step);
	while (ok && stmt_row(st)) {
		const struct entity *ent = entity_by_number((int)stmt_col_int(st, 0));
		const struct field *f = field_by_number((int)stmt_col_int(st, 2), NULL);
		struct value item;
		stmt_col_value(st, 3, &item);
		if (ent && f)
			ok = cell_back(u, ent, stmt_col_int(st, 1), f,
			    field_is_multi(f) ? &item : NULL, e);
		arena_reset(&u->mem);
	}
	return stmt_end(st, ok ? e : NULL) && ok;
}

/* Records born in the step go to the trash if they are not there and were not
 * after it. */
static bool
birth_back(struct undoing *u, const struct entity *ent, int64_t id, struct error *e)
{
	const struct field *trash = field_with(ent, F_TRASH);
	struct value gone = value_int(1);
	struct head *now, *after;
	size_t n_now, n_after;

	if (!log_heads(u->s, ent, id, trash, NULL, INT64_MAX, &u->mem, &now, &n_now, e)
	    || !log_heads(u->s, ent, id, trash, NULL, u->step + 1, &u->mem, &after, &n_after, e))
		return false;
	if (now[0].value.i || after[0].value.i)
		return true;
	u->r->records++;
	return log_action(u->s, e) && log_put(u->s, ent, id, trash, NULL, &gone, 1, e);
}

static bool
births_back(struct undoing *u, struct error *e)
{
	struct stmt *st = stmt_new(u->s->db, "SELECT r.entity,r.id FROM record r"
	    " WHERE r.action IN (SELECT id FROM action WHERE step=?1)"
	    " AND NOT EXISTS(SELECT 1 FROM erased x WHERE x.record=r.id AND x.field IN ('',0))", e);
	bool ok = st != NULL;

	if (!st)
		return false;
	stmt_int(st, 1, u->step);
	while (ok && stmt_row(st)) {
		const struct entity *ent = entity_by_number((int)stmt_col_int(st, 0));
		if (ent)
			ok = birth_back(u, ent, stmt_col_int(st, 1), e);
		arena_reset(&u->mem);
	}
	return stmt_end(st, ok ? e : NULL) && ok;
}

static void
who_keep(struct undo_report *r, const char *who)
{
	size_t n = strlen(who), room = sizeof r->who - 1;

	if (n > room)
		for (n = room; n && ((unsigned char)who[n] & 0xc0) == 0x80; n--)
			;	/* between two characters */
	memcpy(r->who, who, n);
	r->who[n] = '\0';
}

/* Whose step it was, when, and what it did, for the sentence. */
static bool
step_describe(struct undoing *u, int64_t *action, struct error *e)
{
	struct stmt *st = stmt_new(u->s->db,
	    "SELECT id,who,time FROM action WHERE step=?1 ORDER BY clock LIMIT 1", e);

	if (!st)
		return false;
	stmt_int(st, 1, u->step);
	if (stmt_row(st)) {
		const char *who = stmt_col(st, 1);
		*action = stmt_col_int(st, 0);
		u->r->time = stmt_col_int(st, 2);
		u->r->other = *who && strcmp(who, u->s->who ? u->s->who : "");
		who_keep(u->r, who);
	}
	return stmt_end(st, e) && history_sentence(u->s, *action, &u->r->sentence, e);
}

static bool
step_find(struct undoing *u, bool redoing, int64_t number, int64_t *action,
    struct error *e)
{
	bool ok = number ? step_given(u->s, number, &u->step, e)
	    : step_target(u->s, redoing, &u->step, e);

	if (ok && !u->step)
		ok = set_error(e, STATUS_NONE, redoing ? _("There is nothing to do again.")
		    : _("There is nothing to undo."));
	u->r->step = u->step;
	return ok && step_describe(u, action, e);
}

bool
undo_look(struct store *s, bool redoing, int64_t number, struct undo_report *r,
    struct error *e)
{
	struct undoing u = { .s = s, .r = r };
	int64_t action = 0;

	*r = (struct undo_report){ 0 };
	return step_find(&u, redoing, number, &action, e);
}

static bool
take_back(struct store *s, bool redoing, int64_t number, struct undo_report *r,
    struct error *e)
{
	struct undoing u = { .s = s, .r = r };
	int64_t action = 0;

	*r = (struct undo_report){ 0 };
	if (!action_begin(s, redoing ? "redo" : "undo", e))
		return false;
	bool ok = step_find(&u, redoing, number, &action, e);
	s->action.undoes = action;
	/* What was not asked for by number is passed even if all of it has to stay. */
	ok = ok && cells_back(&u, e) && births_back(&u, e) && (number || log_action(s, e));
	arena_free(&u.mem);
	return action_end(s, ok, &r->action, e);
}

bool
undo(struct store *s, int64_t number, struct undo_report *r, struct error *e)
{
	return take_back(s, false, number, r, e);
}

bool
redo(struct store *s, struct undo_report *r, struct error *e)
{
	return take_back(s, true, 0, r, e);
}
