/* Actions: their sums, what they add up to, and their order. */
#include "config.h"

#include "store/checking.h"

#include <stdlib.h>

#include "base/i18n.h"
#include "store/db.h"

/* --- Reading the log --- */

static int64_t
rows_in(struct checking *c, const char *table, struct error *e)
{
	int64_t n = 0;

	return db_int(c->s->db, &n, e, "SELECT count(*) FROM %s", table) ? n : -1;
}

static bool
deeds_read(struct checking *c, struct error *e)
{
	int64_t n = rows_in(c, "action", e);
	struct stmt *st = n < 0 ? NULL
	    : stmt_new(c->s->db, "SELECT id,clock FROM action ORDER BY id", e);

	if (!st)
		return false;
	c->deeds = xmalloc(((size_t)n + 1) * sizeof *c->deeds);
	while (c->deed_count < (size_t)n && stmt_row(st))
		c->deeds[c->deed_count++] = (struct deed){ .id = stmt_col_int(st, 0),
		    .clock = stmt_col_int(st, 1) };
	return stmt_end(st, e);
}

static void
deed_add(struct checking *c, int64_t action, int64_t sum)
{
	struct deed *d = check_deed(c, action);

	if (!d) {
		c->whole = false;
		return;
	}
	d->count++;
	d->low += (uint64_t)sum & 0xffffffff;
	d->high += (uint64_t)sum >> 32;
}

static bool
born_read(struct checking *c, struct error *e)
{
	int64_t n = rows_in(c, "record", e);
	struct stmt *st = n < 0 ? NULL
	    : stmt_new(c->s->db, "SELECT id,entity,action,sum FROM record ORDER BY id", e);

	if (!st)
		return false;
	c->born = xmalloc(((size_t)n + 1) * sizeof *c->born);
	while (c->born_count < (size_t)n && stmt_row(st)) {
		struct born *b = &c->born[c->born_count++];
		*b = (struct born){ .id = stmt_col_int(st, 0), .action = stmt_col_int(st, 2),
		    .sum = stmt_col_int(st, 3), .entity = (int)stmt_col_int(st, 1) };
		deed_add(c, b->action, b->sum);
	}
	return stmt_end(st, e);
}

static bool
changes_read(struct checking *c, struct error *e)
{
	struct stmt *st = stmt_new(c->s->db, "SELECT action,record,sum FROM change", e);
	struct born *b = NULL;

	if (!st)
		return false;
	while (stmt_row(st)) {
		deed_add(c, stmt_col_int(st, 0), stmt_col_int(st, 2));
		if (!b || b->id != stmt_col_int(st, 1))
			b = check_born(c, stmt_col_int(st, 1));
		if (b)
			b->edited = true;
	}
	return stmt_end(st, e);
}

static bool
erased_read(struct checking *c, struct error *e)
{
	int64_t n = rows_in(c, "erased", e);
	struct stmt *st = n < 0 ? NULL
	    : stmt_new(c->s->db, "SELECT record,field,item FROM erased", e);

	if (!st)
		return false;
	c->erased = arena_alloc(&c->mem, ((size_t)n + 1) * sizeof *c->erased);
	while (c->erased_count < (size_t)n && stmt_row(st)) {
		struct tombstone *t = &c->erased[c->erased_count++];
		*t = (struct tombstone){ .record = stmt_col_int(st, 0),
		    .field = stmt_col_int(st, 1) };
		stmt_col_value(st, 2, &t->item);
		t->item = value_keep(&c->mem, &t->item);
	}
	return stmt_end(st, e);
}

#define ACTION_COLUMNS "id,clock,time,who,place,command,sentence,undoes,sum"

/* Does the action's row fit its sum, with what its rows add up to and more? */
static bool
sum_fits(struct stmt *st, const struct deed *d, uint64_t more_low, uint64_t more_high)
{
	struct value columns[8];

	for (int i = 0; i < 8; i++)
		stmt_col_value(st, i, &columns[i]);
	return stmt_col_int(st, 8) == log_action_sum(columns, d->count, d->low + more_low,
	    d->high + more_high);
}

static bool
sums_check(struct checking *c, struct error *e)
{
	struct stmt *st = stmt_new(c->s->db,
	    "SELECT " ACTION_COLUMNS " FROM action ORDER BY id", e);

	if (!st)
		return false;
	for (size_t i = 0; i < c->deed_count && stmt_row(st); i++) {
		c->deeds[i].bad = !sum_fits(st, &c->deeds[i], 0, 0);
		c->whole = c->whole && !c->deeds[i].bad;
	}
	return stmt_end(st, e);
}

bool
check_read_log(struct checking *c, struct error *e)
{
	c->whole = true;
	return deeds_read(c, e) && born_read(c, e) && check_goes_on(c, e)
	    && changes_read(c, e) && check_goes_on(c, e) && erased_read(c, e)
	    && sums_check(c, e);
}

/* --- What is wrong with an action --- */

static bool
row_of(struct checking *c, int64_t action, struct stmt **st, struct error *e)
{
	*st = stmt_new(c->s->db, "SELECT " ACTION_COLUMNS ",step FROM action WHERE id=?1", e);
	if (!*st)
		return false;
	stmt_int(*st, 1, action);
	if (stmt_row(*st))
		return true;
	stmt_end(*st, e);
	return false;
}

/* With right sums in its bad lines the action adds up: then only those were wrong. */
static bool
only_sums(struct checking *c, const struct deed *d, bool *is, int64_t *step,
    struct error *e)
{
	struct stmt *st;

	if (!row_of(c, d->id, &st, e))
		return false;
	*is = d->bad_lines && sum_fits(st, d, d->more_low, d->more_high);
	*step = stmt_col_int(st, 9);
	return stmt_end(st, e);
}

static bool
sum_write(struct checking *c, const struct bad_line *b, struct error *e)
{
	struct stmt *st = stmt_new(c->s->db, b->seq < 0
	    ? "UPDATE record SET sum=?3 WHERE id=?2 AND action=?1"
	    : "UPDATE change SET sum=?3 WHERE action=?1 AND seq=?2", e);

	if (!st)
		return false;
	stmt_int(st, 1, b->action);
	stmt_int(st, 2, b->seq < 0 ? b->record : b->seq);
	stmt_int(st, 3, b->right);
	stmt_run(st);
	return stmt_end(st, e);
}

static bool
line_tell(struct checking *c, const struct bad_line *b, bool only_sum, struct error *e)
{
	struct str title = { 0 };
	bool ok = true;

	check_title(c, b->record, &title);
	if (only_sum) {
		if (check_tell(c, b->record, true,
		    _("A check sum of %s is damaged, nothing else: \"alianza check --mend\" makes it anew."),
		    str_text(&title)))
			ok = sum_write(c, b, e);
	} else if (b->seq < 0) {
		check_tell(c, b->record, false,
		    _("%s is not what was entered: a value was changed or lost, and not by alianza. Its only other copy is in a backup: compare it with one (\"alianza backups\")."),
		    str_text(&title));
	} else {
		check_tell(c, b->record, false,
		    _("A change of %s of %s was altered in the log, and not by alianza. Compare it with a backup (\"alianza backups\")."),
		    _(b->field->label), str_text(&title));
	}
	str_free(&title);
	return ok;
}

/* Rows that do not fit their sums, now that all of an action are known. */
static bool
lines_tell(struct checking *c, struct error *e)
{
	for (size_t i = 0; i < c->bad_count; i++) {
		const struct deed *d = check_deed(c, c->bad[i].action);
		bool only = false;
		int64_t step;
		if (d && d->bad && !only_sums(c, d, &only, &step, e))
			return false;
		if (!line_tell(c, &c->bad[i], only, e))
			return false;
	}
	return true;
}

/* The action's own row, or the number of what it did. */
static bool
deeds_tell(struct checking *c, struct error *e)
{
	for (size_t i = 0; i < c->deed_count; i++) {
		bool only = false;
		int64_t step = 0;
		if (!c->deeds[i].bad)
			continue;
		if (!only_sums(c, &c->deeds[i], &only, &step, e))
			return false;
		if (!only)
			check_tell(c, 0, false,
			    _("Number %lld of the log is not what was written: its time, name or command was altered, or some of what it did is lost. Compare it with a backup (\"alianza backups\")."),
			    (long long)step);
	}
	return true;
}

/* Rows of actions that are not there. */
static bool
lost_tell(struct checking *c, struct error *e)
{
	struct stmt *st = stmt_new(c->s->db, "SELECT record,count(*) FROM"
	    " (SELECT action,record FROM change UNION ALL SELECT action,id FROM record)"
	    " WHERE action NOT IN (SELECT id FROM action) GROUP BY action", e);
	struct str title = { 0 };

	if (!st)
		return false;
	while (stmt_row(st)) {
		int64_t n = stmt_col_int(st, 1);
		str_cut(&title, 0);
		check_title(c, stmt_col_int(st, 0), &title);
		check_tell(c, stmt_col_int(st, 0), false,
		    ngettext("The log lacks who did %lld thing and when, to %s. Compare it with a backup (\"alianza backups\").",
		    "The log lacks who did %lld things and when, one of them to %s. Compare it with a backup (\"alianza backups\").",
		    (unsigned long)n), (long long)n, str_text(&title));
	}
	str_free(&title);
	return stmt_end(st, e);
}

/* Steps of this file go up with its clocks (R5, R7), and what they take back is
 * older. */
static bool
order_check(struct checking *c, struct error *e)
{
	struct stmt *st = stmt_new(c->s->db, "SELECT step,min(clock),max(clock),count(*),"
	    "EXISTS(SELECT 1 FROM merged m WHERE m.step=a.step),"
	    "sum(undoes IS NOT NULL AND NOT EXISTS(SELECT 1 FROM action b WHERE b.id=a.undoes AND b.step<a.step))"
	    " FROM action a GROUP BY step ORDER BY step", e);
	int64_t highest = INT64_MIN;

	if (!st)
		return false;
	while (stmt_row(st)) {
		bool merged = stmt_col_int(st, 4) != 0;
		if (!merged && (stmt_col_int(st, 3) != 1 || stmt_col_int(st, 1) <= highest
		    || stmt_col_int(st, 5)))
			check_tell(c, 0, false,
			    _("Number %lld of the log does not stand where it belongs: undo may take back something else than what was done last. Nothing else is wrong with it."),
			    (long long)stmt_col_int(st, 0));
		if (stmt_col_int(st, 2) > highest)
			highest = stmt_col_int(st, 2);
	}
	return stmt_end(st, e);
}

bool
check_actions(struct checking *c, struct error *e)
{
	return lines_tell(c, e) && deeds_tell(c, e) && (c->whole || lost_tell(c, e))
	    && order_check(c, e);
}
