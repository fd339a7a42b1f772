#include "config.h"

#include "store/query.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/i18n.h"
#include "store/column.h"
#include "store/computed.h"
#include "store/db.h"
#include "store/filter.h"
#include "store/functions.h"
#include "store/log.h"
#include "store/tree.h"

/* A statement being put together: parameters are numbered as they come. */
struct build {
	struct store *s;
	const struct query *q;
	struct filter *fixed;		/* the pane's */
	struct str sql;
	int parameters;			/* used so far */
	int fixed_first, filter_first;
	struct str terms[8];		/* lists of terms that rows are ordered by */
	int terms_at[8], terms_count;
};

struct rows {
	struct build b;
	struct stmt *st;
	const struct query *q;
	struct read {
		bool several;
		bool is_integer;
		size_t at;		/* the item that rest begins with */
		const char *rest;
		size_t left;
	} *columns;
	size_t column_count;
};

static bool
build_begin(struct build *b, struct store *s, const struct query *q, struct error *e)
{
	*b = (struct build){ .s = s, .q = q };
	if (!q->pane || !q->pane->filter)
		return true;
	b->fixed = filter_parse(s, q->ent, NULL, q->pane->filter, e);
	return b->fixed != NULL;
}

static void
build_end(struct build *b)
{
	filter_free(b->fixed);
	for (int i = 0; i < b->terms_count; i++)
		str_free(&b->terms[i]);
	str_free(&b->sql);
}

static int
filter_add(struct build *b, const struct filter *f)
{
	int first = b->parameters + 1;

	str_add(&b->sql, " AND ");
	filter_sql(f, &b->sql, first);
	b->parameters += filter_parameters(f);
	return first;
}

/* Private is what says so; nothing said is shared. */
static void
private_add(struct build *b, const char *is)
{
	str_addf(&b->sql, "t.\"%s\" %s 'private'", field_with(b->q->ent, F_VISIBILITY)->name,
	    is);
}

/* A filter that leaves few of many rows: one pass over the table and a sort of
 * what is left beat a walk along the index of the order, which jumps from page to
 * page. With a limit the walk ends early. */
static bool
scans(const struct query *q)
{
	return q->filter && filter_parameters(q->filter) && !q->limit;
}

/* The pane's fixed part; in a scan not by its index (the code is the dictionary's). */
static void
fixed_add(struct build *b)
{
	const struct field *f;
	const char *code;

	if (scans(b->q) && pane_fixed(b->q->pane, &f, &code))
		str_addf(&b->sql, " AND +t.\"%s\"='%s'", f->name, code);
	else
		b->fixed_first = filter_add(b, b->fixed);
}

/* " FROM ... WHERE ...": which rows; private ones are the caller's. */
static void
where_add(struct build *b)
{
	const struct query *q = b->q;
	bool trash = (q->filter && filter_asks_trash(q->filter))
	    || (b->fixed && filter_asks_trash(b->fixed));

	str_addf(&b->sql, " FROM \"%s\" t WHERE ", q->ent->name);
	if (q->everything || trash)
		str_addc(&b->sql, '1');
	else
		visible_sql(q->ent, "t", &b->sql);
	if (b->fixed)
		fixed_add(b);
	if (q->filter)
		b->filter_first = filter_add(b, q->filter);
}

/* --- Order --- */

static bool
order_key(struct build *b, const char *key, size_t n, struct error *e)
{
	bool down = *key == '-';
	char *name = xmalloc(n + 1);
	struct column c;
	struct str sql = { 0 };

	memcpy(name, key + down, n - down);
	bool ok = column_parse(b->q->ent, name, &c, e);
	free(name);
	if (!ok)
		return false;
	int parameter = 0;
	if (c.field->type->is_term) {
		if (b->terms_count == 8)
			return set_error(e, STATUS_USAGE,
			    _("The order has too many fields: eight are the most."));
		column_order_terms(b->s, &c, &b->terms[b->terms_count]);
		parameter = b->terms_at[b->terms_count++] = ++b->parameters;
	}
	column_order_sql(&c, "t", parameter, &sql);
	/* Empty ones last, whichever the direction; a folded title or an id is hardly
	 * ever empty, and so its index gives the order. */
	bool plain = !c.depth && (c.field == field_with(c.ent, F_FOLD)
	    || c.field->flags & F_RECORD_ID);
	str_addf(&b->sql, "%s%s%s%s,", scans(b->q) ? "+" : "", str_text(&sql), down ? " DESC" : "",
	    plain ? "" : " NULLS LAST");
	str_free(&sql);
	return true;
}

static bool
order_add(struct build *b, struct error *e)
{
	const char *p = b->q->sort;

	if (!p && b->q->pane)
		p = b->q->pane->sort;
	str_add(&b->sql, " ORDER BY ");
	if (!p && field_with(b->q->ent, F_FOLD))
		str_add(&b->sql, "t.fold,");
	while (p && *p) {
		size_t n = strcspn(p, ",");
		size_t blank = strspn(p, " ");
		if (n > blank && !order_key(b, p + blank, n - blank, e))
			return false;
		p += n + (p[n] == ',');
	}
	str_add(&b->sql, "t.id");
	return true;
}

bool
query_is_tree(const struct query *q)
{
	const struct field *up = tree_field(q->ent);
	const char *sort = q->sort || !q->pane ? q->sort : q->pane->sort;

	return up && sort && !strcmp(sort, up->name)
	    && !(q->filter && filter_parameters(q->filter));
}

/* --- Rows --- */

static void
columns_add(struct rows *r)
{
	struct build *b = &r->b;

	str_add(&b->sql, "SELECT t.id");
	for (size_t i = 0; i < r->column_count; i++) {
		const struct column *c = &b->q->columns[i];
		str_addc(&b->sql, ',');
		column_sql(c, "t", &b->sql);
		r->columns[i].several = column_is_several(c);
		r->columns[i].is_integer = field_is_integer(c->field);
	}
	if (r->q->depths && tree_field(b->q->ent)) {
		str_addc(&b->sql, ',');
		tree_depth_sql(b->q->ent, "t", &b->sql);
	}
}

static void
bind(struct build *b, struct stmt *st)
{
	if (b->fixed_first)
		filter_bind(b->fixed, st, b->fixed_first);
	if (b->q->filter)
		filter_bind(b->q->filter, st, b->filter_first);
	for (int i = 0; i < b->terms_count; i++)
		stmt_text(st, b->terms_at[i], str_text(&b->terms[i]), b->terms[i].len);
}

static void
rows_free(struct rows *r)
{
	build_end(&r->b);
	free(r->columns);
	free(r);
}

static bool
rows_prepare(struct rows *r, struct error *e)
{
	struct build *b = &r->b;

	columns_add(r);
	where_add(b);
	if (b->q->leave_out_private && !b->q->everything) {
		str_add(&b->sql, " AND ");
		private_add(b, "IS NOT");
	}
	if (!order_add(b, e))
		return false;
	if (b->q->limit > 0)
		str_addf(&b->sql, " LIMIT %lld", (long long)b->q->limit);
	r->st = stmt_new(b->s->db, str_text(&b->sql), e);
	if (!r->st)
		return false;
	bind(b, r->st);
	return true;
}

struct rows *
rows_open(struct store *s, const struct query *q, struct error *e)
{
	struct rows *r = xmalloc(sizeof *r);

	r->q = q;
	r->column_count = q->column_count;
	r->columns = xmalloc((q->column_count + 1) * sizeof *r->columns);
	if (!build_begin(&r->b, s, q, e) || !rows_prepare(r, e)) {
		rows_free(r);
		return NULL;
	}
	return r;
}

bool
rows_next(struct rows *r)
{
	for (size_t i = 0; i < r->column_count; i++)
		r->columns[i].rest = NULL;
	return stmt_row(r->st);
}

int64_t
rows_id(const struct rows *r)
{
	return stmt_col_int(r->st, 0);
}

int
rows_depth(const struct rows *r)
{
	return r->q->depths ? (int)stmt_col_int(r->st, (int)r->column_count + 1) : 0;
}

/* Items are read in turn; going back starts again. */
static bool
item_value(struct rows *r, size_t column, size_t item, struct value *out)
{
	struct read *c = &r->columns[column];
	const char *text = NULL;
	size_t len = 0;

	if (!c->rest || item < c->at) {
		c->rest = stmt_col(r->st, (int)column + 1);
		c->left = stmt_col_len(r->st, (int)column + 1);
		c->at = 0;
	}
	while (c->at <= item) {
		if (!several_next(&c->rest, &c->left, &text, &len))
			return false;
		c->at++;
	}
	char digits[24];
	if (c->is_integer) {	/* what follows is the length of the next one: digits too */
		snprintf(digits, sizeof digits, "%.*s", (int)len, text);
		*out = value_int(strtoll(digits, NULL, 10));
	} else {
		*out = value_text(text, len);
	}
	return true;
}

bool
rows_value(struct rows *r, size_t column, size_t item, struct value *out)
{
	if (r->columns[column].several)
		return item_value(r, column, item, out);
	if (item)
		return false;
	stmt_col_value(r->st, (int)column + 1, out);
	return out->kind != VALUE_NULL;
}

const char *
rows_text(struct rows *r, size_t column, struct arena *mem)
{
	struct value v;

	return rows_value(r, column, 0, &v) && v.kind == VALUE_TEXT
	    ? arena_dup(mem, v.s, v.n) : "";
}

bool
rows_close(struct rows *r, struct error *e)
{
	bool ok = stmt_end(r->st, e);

	rows_free(r);
	return ok;
}

bool
query_count(struct store *s, const struct query *q, int64_t *count, int64_t *omitted,
    struct error *e)
{
	struct build b;
	bool leave = q->leave_out_private && !q->everything, ok = false;
	int64_t hidden = 0;

	if (!build_begin(&b, s, q, e)) {
		build_end(&b);
		return false;
	}
	str_add(&b.sql, "SELECT count(*),");
	str_add(&b.sql, leave ? "count(CASE WHEN " : "0");
	if (leave) {
		private_add(&b, "IS");
		str_add(&b.sql, " THEN 1 END)");
	}
	where_add(&b);
	struct stmt *st = stmt_new(s->db, str_text(&b.sql), e);
	if (st) {
		bind(&b, st);
		if (stmt_row(st)) {
			hidden = stmt_col_int(st, 1);
			*count = stmt_col_int(st, 0) - hidden;
		}
		ok = stmt_end(st, e);
	}
	if (omitted)
		*omitted = hidden;
	build_end(&b);
	return ok;
}

/* --- What refers to a record --- */

static bool
related_count(struct store *s, const struct entity *from, const struct field *f,
    int64_t id, int64_t *count, struct error *e)
{
	struct str sql = { 0 };

	str_addf(&sql, "SELECT count(*) FROM \"%s\" t WHERE ", from->name);
	if (field_is_multi(f))
		str_addf(&sql, "t.id IN (SELECT i.record FROM item i WHERE i.field=%d"
		    " AND i.value=?1) AND ", f->number);
	else
		str_addf(&sql, "t.\"%s\"=?1 AND ", f->name);
	visible_sql(from, "t", &sql);
	struct stmt *st = stmt_new(s->db, str_text(&sql), e);
	str_free(&sql);
	if (!st)
		return false;
	stmt_int(st, 1, id);
	*count = stmt_row(st) ? stmt_col_int(st, 0) : 0;
	return stmt_end(st, e);
}

bool
related_each(struct store *s, const struct entity *ent, int64_t id,
    bool (*f)(void *ctx, const struct related *r), void *ctx, struct error *e)
{
	const struct field *ref;

	for (int i = 0; entities[i]; i++) {
		if (entities[i]->flags & E_INTERNAL)
			continue;
		for (int k = 0; (ref = entity_field(entities[i], k)); k++) {
			struct related r = { entities[i], ref, 0 };
			if (!ref->type->is_ref || ref->via || ref->flags & F_COMPUTED
			    || !field_refers(ref, ent))
				continue;
			if (!related_count(s, entities[i], ref, id, &r.count, e))
				return false;
			if (r.count && !f(ctx, &r))
				return true;
		}
	}
	return true;
}
