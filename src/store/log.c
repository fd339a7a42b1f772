#include "config.h"

#include "store/log.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/clock.h"
#include "base/i18n.h"
#include "base/id.h"
#include "store/content.h"
#include "store/db.h"
#include "store/record.h"

/* --- Sums (R8) --- */

int64_t
log_change_sum(int64_t action, int64_t seq, int entity, int64_t record, int field,
    const struct value *item, int64_t parent, const struct value *old_value,
    const struct value *new_value, const struct value *seen)
{
	struct hash h;

	hash_start(&h);
	hash_int(&h, action);
	hash_int(&h, seq);
	hash_int(&h, entity);
	hash_int(&h, record);
	hash_int(&h, field);
	value_hash(&h, item ? item : &value_null);
	hash_int(&h, parent);
	value_hash(&h, old_value);
	value_hash(&h, new_value);
	value_hash(&h, seen ? seen : &value_null);
	return hash_end(&h);
}

int64_t
log_birth_sum(int64_t action, int entity, int64_t record, int64_t content)
{
	struct hash h;

	hash_start(&h);
	hash_int(&h, action);
	hash_int(&h, entity);
	hash_int(&h, record);
	hash_int(&h, content);
	return hash_end(&h);
}

int64_t
log_action_sum(const struct value columns[8], int64_t changes, uint64_t low, uint64_t high)
{
	struct hash h;

	hash_start(&h);
	for (int i = 0; i < 8; i++)
		value_hash(&h, &columns[i]);
	hash_int(&h, changes);
	hash_int(&h, (int64_t)low);
	hash_int(&h, (int64_t)high);
	return hash_end(&h);
}

static void
total_add(uint64_t *low, uint64_t *high, int64_t sum)
{
	*low += (uint64_t)sum & 0xffffffff;
	*high += (uint64_t)sum >> 32;
}

bool
log_number(struct store *s, const char *sql, int64_t id, int64_t *out, struct error *e)
{
	struct stmt *st = stmt_new(s->db, sql, e);

	if (!st)
		return false;
	stmt_int(st, 1, id);
	if (stmt_row(st))
		*out = stmt_col_int(st, 0);
	return stmt_end(st, e);
}

bool
log_rows_total(struct store *s, int64_t action, int64_t *count, uint64_t *low,
    uint64_t *high, struct error *e)
{
	struct stmt *st = stmt_new(s->db, "SELECT sum FROM change WHERE action=?1", e);

	if (!st)
		return false;
	stmt_int(st, 1, action);
	while (stmt_row(st)) {
		total_add(low, high, stmt_col_int(st, 0));
		++*count;
	}
	return stmt_end(st, e);
}

/* The value that a cell had at birth: `old` of any change with parent 0 (R1), else
 * what stands there now. */
static bool
birth_value(struct store *s, const struct entity *ent, int64_t id, const struct field *f,
    const struct value *item, struct arena *mem, struct value *out, struct error *e)
{
	struct value none = { VALUE_TEXT, 0, "", 0 };
	struct stmt *st = stmt_new(s->db, "SELECT old FROM change WHERE record=?1 AND field=?2"
	    " AND item=?3 AND parent=0 LIMIT 1", e);

	if (!st)
		return false;
	stmt_int(st, 1, id);
	stmt_int(st, 2, f->number);
	stmt_value(st, 3, item ? item : &none);
	bool found = stmt_row(st);
	if (found) {
		struct value v;
		stmt_col_value(st, 0, &v);
		*out = value_keep(mem, &v);
	}
	if (!stmt_end(st, e))
		return false;
	return found || record_read(s, ent, id, f, item, mem, out, e);
}

/* --- Heads --- */

static const char heads_sql[] =
    "SELECT c.action,c.new FROM change c JOIN action a ON a.id=c.action"
    " WHERE c.record=?1 AND c.field=?2 AND c.item=?3 AND a.step<?4"
    " AND NOT EXISTS(SELECT 1 FROM change d JOIN action b ON b.id=d.action"
    "  WHERE d.record=?1 AND d.field=?2 AND d.item=?3 AND d.parent=c.action AND b.step<?4)"
    " ORDER BY (c.item<>'' AND c.new IS NOT NULL) DESC, a.clock DESC, a.id DESC, c.seq";

/* One head overwritten twice gives two rows of one action: one head. */
static bool
is_twin(const struct head *heads, size_t count, const struct head *h)
{
	for (size_t i = 0; i < count; i++)
		if (heads[i].action == h->action && value_equal(&heads[i].value, &h->value))
			return true;
	return false;
}

/* The heads that the rows of heads_sql say, in mem; room for one at least. */
static struct head *
heads_read(struct stmt *st, struct arena *mem, size_t *count)
{
	size_t cap = 4;
	struct head *heads = arena_alloc(mem, cap * sizeof *heads);

	for (*count = 0; stmt_row(st); ) {
		struct head h = { .action = stmt_col_int(st, 0) };
		stmt_col_value(st, 1, &h.value);
		if (is_twin(heads, *count, &h))
			continue;
		if (*count == cap) {
			struct head *more = arena_alloc(mem, cap * 2 * sizeof *more);
			memcpy(more, heads, cap * sizeof *more);
			heads = more;
			cap *= 2;
		}
		h.value = value_keep(mem, &h.value);
		heads[(*count)++] = h;
	}
	return heads;
}

bool
log_heads(struct store *s, const struct entity *ent, int64_t id, const struct field *f,
    const struct value *item, int64_t before, struct arena *mem, struct head **heads,
    size_t *count, struct error *e)
{
	struct value none = { VALUE_TEXT, 0, "", 0 };
	struct stmt *st = stmt_new(s->db, heads_sql, e);

	*count = 0;
	if (!st)
		return false;
	stmt_int(st, 1, id);
	stmt_int(st, 2, f->number);
	stmt_value(st, 3, item ? item : &none);
	stmt_int(st, 4, before);
	*heads = heads_read(st, mem, count);
	if (!stmt_end(st, e))
		return false;
	if (*count)
		return true;
	*count = 1;
	(*heads)[0].action = 0;
	/* No head at all among all changes: the cell was never edited. */
	return before == INT64_MAX
	    ? record_read(s, ent, id, f, item, mem, &(*heads)[0].value, e)
	    : birth_value(s, ent, id, f, item, mem, &(*heads)[0].value, e);
}

/* --- Writing --- */

/* Its clock: the wall clock, or one more than the newest (R5); its step: the next. */
static bool
action_place(struct store *s, struct error *e)
{
	struct action *a = &s->action;
	int64_t now = clock_ms(), last = 0;

	if (!db_int(s->db, &last, e, "SELECT max(clock) FROM action")
	    || !db_int(s->db, &a->step, e, "SELECT coalesce(max(step),0)+1 FROM action"))
		return false;
	if (last == INT64_MAX)
		return set_error(e, STATUS_DATA,
		    _("The log is damaged (a clock at the end of time): nothing was saved. Run \"alianza check\" on the file."));
	a->clock = now > last ? now : last + 1;
	a->time = now;
	return true;
}

bool
log_action(struct store *s, struct error *e)
{
	struct action *a = &s->action;

	if (!a->open)
		die("a change outside an action");
	if (a->id)
		return true;
	if (!action_place(s, e))
		return false;
	a->id = id_new();
	struct stmt *st = stmt_new(s->db, "INSERT INTO action(id,step,clock,time,who,place,"
	    "command,sentence,undoes,sum) VALUES(?1,?2,?3,?4,?5,?6,?7,NULL,?8,0)", e);
	if (!st)
		return false;
	stmt_int(st, 1, a->id);
	stmt_int(st, 2, a->step);
	stmt_int(st, 3, a->clock);
	stmt_int(st, 4, a->time);
	stmt_cstr(st, 5, s->who);
	stmt_cstr(st, 6, s->place);
	stmt_cstr(st, 7, a->command);
	if (a->undoes)
		stmt_int(st, 8, a->undoes);
	stmt_run(st);
	return stmt_end(st, e);
}

void
log_birth(struct store *s, const struct entity *ent, int64_t id, int64_t sum)
{
	struct action *a = &s->action;

	if (!a->birth_count || id < a->first_born)
		a->first_born = id;
	if (id > a->last_born)
		a->last_born = id;
	a->birth_count++;
	a->born |= UINT64_C(1) << ent->number;
	total_add(&a->birth_low, &a->birth_high, sum);
}

void
log_birth_replace(struct store *s, int64_t before, int64_t after)
{
	struct action *a = &s->action;

	a->birth_low -= (uint64_t)before & 0xffffffff;
	a->birth_high -= (uint64_t)before >> 32;
	total_add(&a->birth_low, &a->birth_high, after);
}

bool
log_born_now(struct store *s, int64_t id)
{
	int64_t action = 0;

	if (!s->action.birth_count)
		return false;
	log_number(s, "SELECT action FROM record WHERE id=?1", id, &action, NULL);
	return action == s->action.id;
}

static bool
change_insert(struct store *s, const struct entity *ent, int64_t id, const struct field *f,
    const struct value *item, const struct head *head, const struct value *target,
    const struct value *seen, struct error *e)
{
	struct value none = { VALUE_TEXT, 0, "", 0 };
	struct action *a = &s->action;
	struct stmt *st = stmt_new(s->db, "INSERT INTO change(action,seq,entity,record,field,"
	    "item,parent,old,new,seen,sum) VALUES(?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11)", e);

	if (!st)
		return false;
	if (!item)
		item = &none;
	int64_t seq = a->seq++;
	stmt_int(st, 1, a->id);
	stmt_int(st, 2, seq);
	stmt_int(st, 3, ent->number);
	stmt_int(st, 4, id);
	stmt_int(st, 5, f->number);
	stmt_value(st, 6, item);
	stmt_int(st, 7, head->action);
	stmt_value(st, 8, &head->value);
	stmt_value(st, 9, target);
	stmt_value(st, 10, seen);
	stmt_int(st, 11, log_change_sum(a->id, seq, ent->number, id, f->number, item,
	    head->action, &head->value, target, seen));
	stmt_run(st);
	return stmt_end(st, e);
}

/* R2: an action changes a cell once. What it wrote before for this cell goes, and
 * the heads are those of before the action. */
static bool
own_rows_drop(struct store *s, int64_t id, const struct field *f, const struct value *item,
    struct error *e)
{
	struct value none = { VALUE_TEXT, 0, "", 0 };
	struct stmt *st = stmt_new(s->db,
	    "DELETE FROM change WHERE action=?1 AND record=?2 AND field=?3 AND item=?4", e);

	if (!st)
		return false;
	stmt_int(st, 1, s->action.id);
	stmt_int(st, 2, id);
	stmt_int(st, 3, f->number);
	stmt_value(st, 4, item ? item : &none);
	stmt_run(st);
	return stmt_end(st, e);
}

bool
log_put(struct store *s, const struct entity *ent, int64_t id, const struct field *f,
    const struct value *item, const struct value *targets, size_t target_count,
    struct error *e)
{
	struct arena mem = { 0 };
	struct value seen = value_null;
	struct head *heads;
	int64_t content = 0;
	size_t m;

	bool ok = log_heads(s, ent, id, f, item, INT64_MAX, &mem, &heads, &m, e);
	/* In this order: of a cell never edited before, only our own row knows the birth
	 * value by now. */
	if (ok && heads[0].action == s->action.id)
		ok = log_heads(s, ent, id, f, item, s->action.step, &mem, &heads, &m, e)
		    && own_rows_drop(s, id, f, item, e);
	if (ok && f->flags & F_TRASH) {
		ok = content_now(s, ent, id, CONTENT_SEEN, &content, e);
		seen = value_int(content);
	}
	size_t rows = m > target_count ? m : target_count;
	if (ok && m == 1 && target_count == 1 && value_equal(&heads[0].value, &targets[0]))
		rows = 0;
	for (size_t k = 0; ok && k < rows; k++)
		ok = change_insert(s, ent, id, f, item, &heads[k < m ? k : m - 1],
		    &targets[k < target_count ? k : target_count - 1], &seen, e);
	/* The winner (R3): for items membership beats absence, else the first. */
	size_t best = 0;
	for (size_t k = 0; item && k < target_count; k++)
		if (targets[k].kind != VALUE_NULL)
			best = k;
	ok = ok && record_write(s, ent, id, f, item, &targets[best], e);
	arena_free(&mem);
	return ok;
}
