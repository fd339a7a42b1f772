#include "config.h"

#include "store/step.h"

#include <string.h>

#include "base/i18n.h"
#include "store/bulk.h"
#include "store/db.h"
#include "store/through.h"

enum step_kind { STEP_DO, STEP_UNDO, STEP_REDO, STEP_ERASE };

struct step {
	int64_t number;
	int64_t target;		/* the step that it takes back or does again, or 0 */
	enum step_kind kind;
};

/* Of a step in `merged` only that: a merge is something done, whatever it brought. */
#define STEP_SQL "SELECT a.step,a.command,(SELECT t.step FROM action t WHERE t.id=a.undoes)," \
	"EXISTS(SELECT 1 FROM merged m WHERE m.step=a.step),a.undoes FROM action a"

static bool step_of_action(struct store *s, int64_t action, struct step *step,
    struct error *e);

/* The row of STEP_SQL. An undo of an undo is something done. */
static bool
step_read(struct store *s, struct stmt *st, struct step *step, struct error *e)
{
	const char *command = stmt_col(st, 1);
	struct step target;

	*step = (struct step){ .number = stmt_col_int(st, 0) };
	if (stmt_col_int(st, 3))
		return true;
	int64_t undoes = stmt_col_int(st, 4), about = stmt_col_int(st, 2);
	if (!strcmp(command, "erase"))
		step->kind = STEP_ERASE;
	if (!undoes || about >= step->number)
		return true;	/* or the log is damaged */
	step->target = about;
	if (!strcmp(command, "redo"))
		step->kind = STEP_REDO;
	if (strcmp(command, "undo"))
		return true;
	if (!step_of_action(s, undoes, &target, e))
		return false;
	step->kind = target.kind == STEP_UNDO ? STEP_DO : STEP_UNDO;
	return true;
}

static bool
step_of_action(struct store *s, int64_t action, struct step *step, struct error *e)
{
	struct stmt *st = stmt_new(s->db, STEP_SQL " WHERE a.id=?1", e);

	*step = (struct step){ 0 };
	if (!st)
		return false;
	stmt_int(st, 1, action);
	bool ok = !stmt_row(st) || step_read(s, st, step, e);
	return stmt_end(st, ok ? e : NULL) && ok;
}

/* --- From the newest back --- */

struct walk {
	struct store *s;
	struct stmt *st;
	struct step step;	/* the one under way */
	struct keys *taken;	/* steps that a newer one is about */
	bool ok;
};

static bool
walk_start(struct walk *w, struct store *s, int64_t from, struct error *e)
{
	*w = (struct walk){ .s = s, .ok = true, .taken = keys_new() };
	w->st = stmt_new(s->db, STEP_SQL " WHERE a.step>=?1 ORDER BY a.step DESC", e);
	if (!w->st) {
		keys_free(w->taken);
		return false;
	}
	stmt_int(w->st, 1, from);
	return true;
}

static bool
walk_next(struct walk *w, struct error *e)
{
	int64_t last = w->step.number;

	while (w->ok && stmt_row(w->st)) {
		if (last && stmt_col_int(w->st, 0) == last)
			continue;	/* another action of one merge */
		w->ok = step_read(w->s, w->st, &w->step, e);
		return w->ok;
	}
	return false;
}

static bool
walk_end(struct walk *w, struct error *e)
{
	keys_free(w->taken);
	return stmt_end(w->st, w->ok ? e : NULL) && w->ok;
}

static bool
is_taken(const struct walk *w)
{
	return keys_get(w->taken, (uint64_t)w->step.number, 0) != 0;
}

static void
target_take(struct walk *w)
{
	if (w->step.target)
		keys_add(w->taken, (uint64_t)w->step.target, 1);
}

/* A sample is not unmade: undo ends where it was finished. 0: it is none. */
static bool
floor_find(struct store *s, int64_t *step, struct error *e)
{
	struct stmt *st = stmt_new(s->db, "SELECT max(a.step) FROM setting t JOIN record r"
	    " ON r.id=t.id JOIN action a ON a.id=r.action WHERE t.name=?1", e);

	if (!st)
		return false;
	stmt_cstr(st, 1, SETTING_SAMPLE);
	*step = stmt_row(st) ? stmt_col_int(st, 0) : 0;
	return stmt_end(st, e);
}

bool
step_target(struct store *s, bool redoing, int64_t *step, struct error *e)
{
	struct walk w;
	int64_t floor;
	bool end = false;

	*step = 0;
	if (!floor_find(s, &floor, e) || !walk_start(&w, s, floor + 1, e))
		return false;
	while (!*step && !end && walk_next(&w, e)) {
		enum step_kind kind = w.step.kind;
		if (kind == STEP_UNDO ? redoing && !is_taken(&w)
		    : !redoing && kind != STEP_ERASE && !is_taken(&w))
			*step = w.step.number;
		end = redoing && kind == STEP_DO;
		/* What was done again is taken back no longer: the redo stands for it. */
		if (kind == (redoing ? STEP_REDO : STEP_UNDO))
			target_take(&w);
	}
	return walk_end(&w, e);
}

bool
steps_undone(struct store *s, int64_t from, struct keys **undone, struct error *e)
{
	struct walk w;

	if (!walk_start(&w, s, from, e))
		return false;
	while (walk_next(&w, e))
		if (!is_taken(&w))
			target_take(&w);
	*undone = w.taken;
	w.taken = NULL;
	if (walk_end(&w, e))
		return true;
	keys_free(*undone);
	return false;
}

/* --- One given by its number --- */

/* The newest step that is about this one, 0 when there is none. */
static bool
taker(struct store *s, int64_t step, int64_t *out, struct error *e)
{
	*out = 0;
	return log_number(s, "SELECT a.step FROM action a WHERE a.step>?1 AND a.undoes IN"
	    " (SELECT id FROM action WHERE step=?1) AND a.step NOT IN (SELECT step FROM merged)"
	    " ORDER BY a.step DESC LIMIT 1", step, out, e);
}

static bool
step_now(struct store *s, int64_t number, int64_t *step, struct error *e)
{
	for (;;) {
		int64_t back, again;
		if (!taker(s, *step, &back, e))
			return false;
		if (!back)
			return true;
		if (!taker(s, back, &again, e))
			return false;
		if (!again)
			return set_error(e, STATUS_NONE,
			    _("Number %lld is taken back already, by number %lld."),
			    (long long)number, (long long)back);
		*step = again;
	}
}

bool
step_given(struct store *s, int64_t number, int64_t *step, struct error *e)
{
	struct stmt *st = stmt_new(s->db,
	    STEP_SQL " WHERE a.step=?1 OR a.id=?1 ORDER BY a.step=?1 DESC LIMIT 1", e);
	struct step found = { 0 };

	*step = 0;
	if (!st)
		return false;
	stmt_int(st, 1, number);
	bool ok = !stmt_row(st) || step_read(s, st, &found, e);
	if (!stmt_end(st, ok ? e : NULL) || !ok)
		return false;
	if (!found.number)
		return set_error(e, STATUS_NONE,
		    _("There is no number %lld: \"alianza log\" shows them."), (long long)number);
	if (found.kind == STEP_ERASE)
		return set_error(e, STATUS_NONE,
		    _("What number %lld erased is gone for good: only a backup made before has it."),
		    (long long)number);
	*step = found.number;
	return step_now(s, number, step, e);
}

bool
action_meant(struct store *s, int64_t action, int64_t *meant, bool *again, struct error *e)
{
	int64_t next = action;
	bool back = false;

	for (int i = 0; next && i < 1000; i++) {
		*meant = next;
		next = 0;
		if (!log_number(s, "SELECT undoes FROM action WHERE id=?1", *meant, &next, e))
			return false;
		back ^= next != 0;
	}
	*again = !back && *meant != action;
	return true;
}
