#include "config.h"

#include "store/column.h"

#include <stdio.h>
#include <string.h>

#include "base/i18n.h"
#include "store/computed.h"
#include "store/through.h"
#include "store/tree.h"

/* --- Names to columns --- */

const struct field *
reference_back(const struct entity *from, const struct entity *to, const struct field *but)
{
	const struct field *best = NULL, *f;
	int best_rank = -1;

	for (int i = 0; (f = entity_field(from, i)); i++) {
		if (!f->type->is_ref || f->via || f->flags & F_COMPUTED || !field_refers(f, to))
			continue;
		int rank = (f != but) * 4 + ((f->flags & F_REQUIRED) != 0) * 2
		    + !field_is_multi(f);
		if (rank > best_rank) {
			best_rank = rank;
			best = f;
		}
	}
	return best;
}

static bool
no_such_column(const struct entity *ent, const char *part, size_t n, struct error *e)
{
	char typed[96];

	snprintf(typed, sizeof typed, "%.*s", (int)n, part);
	const char *nearest = field_nearest(ent, typed);
	if (nearest)
		return set_error(e, STATUS_USAGE, _("%s have no field \"%s\": did you mean \"%s\"?"),
		    _(ent->plural), typed, nearest);
	return set_error(e, STATUS_USAGE,
	    _("%s have no field \"%s\": \"fields %s\" lists those they have."),
	    _(ent->plural), typed, ent->name);
}

static bool resolve(const struct entity *ent, const char *rest, struct column *out,
    struct error *e);

/* Through a reference to the first kind of record that has what follows. */
static bool
resolve_forward(const struct field *ref, const char *rest, struct column *out,
    struct error *e)
{
	int depth = out->depth;
	char name[64];

	for (int i = 0; joined_word(ref->refs, i, name); i++) {
		const struct entity *to = entity_find(name);
		if (!to)
			continue;
		out->depth = depth + 1;
		out->hops[depth] = (struct hop){ ref, to, false };
		if (resolve(to, rest, out, e))
			return true;
	}
	if (!strcmp(ref->refs, "any"))
		set_error(e, STATUS_USAGE,
		    _("%s may be any kind of record: its fields cannot be columns here."),
		    _(ref->label));
	return false;
}

static bool
resolve(const struct entity *ent, const char *rest, struct column *out, struct error *e)
{
	size_t n = strcspn(rest, ".");
	char part[96];

	snprintf(part, sizeof part, "%.*s", (int)n, rest);
	const struct field *f = field_find(ent, part);
	if (!rest[n]) {
		out->ent = ent;
		out->field = f;
		return f != NULL || no_such_column(ent, rest, n, e);
	}
	if (out->depth == COLUMN_HOPS)
		return set_error(e, STATUS_USAGE,
		    _("\"%s\" goes through too many records: three are the most."), out->name);
	if (f && f->type->is_ref)
		return resolve_forward(f, rest + n + 1, out, e);
	const struct entity *to = entity_find(part);
	if (!to || !reference_back(to, ent, NULL))
		return f ? set_error(e, STATUS_USAGE,
		    _("\"%s\" does not name another record: write \"%s\" alone."), f->name,
		    f->name) : no_such_column(ent, rest, n, e);
	const char *next = rest + n + 1;
	snprintf(part, sizeof part, "%.*s", (int)strcspn(next, "."), next);
	out->hops[out->depth++] = (struct hop){
		reference_back(to, ent, field_find(to, part)), to, true
	};
	return resolve(to, next, out, e);
}

bool
column_parse(const struct entity *ent, const char *name, struct column *out,
    struct error *e)
{
	*out = (struct column){ .start = ent };
	if (strlen(name) >= sizeof out->name)
		return set_error(e, STATUS_USAGE, _("A field's name is shorter than \"%.40s...\"."),
		    name);
	snprintf(out->name, sizeof out->name, "%s", name);
	return resolve(ent, name, out, e);
}

/* --- Columns to SQL --- */

bool
field_is_several(const struct entity *ent, const struct field *f)
{
	return !computed_has(ent, f) && (field_is_multi(f) || f->via
	    || field_backwards(ent, f));
}

const struct field *
field_backwards(const struct entity *ent, const struct field *f)
{
	if (!(f->flags & F_COMPUTED) || f->type != &type_refs || f->via)
		return NULL;
	for (const struct field *back = common_fields; back->name; back++)
		if (field_is_multi(back) && back->type->is_ref && field_refers(back, ent))
			return back;
	return NULL;
}

bool
column_is_several(const struct column *c)
{
	for (int i = 0; i < c->depth; i++) {
		const struct entity *from = i ? c->hops[i - 1].ent : c->start;
		if (c->hops[i].reverse || field_is_several(from, c->hops[i].ref))
			return true;
	}
	return field_is_several(c->ent, c->field);
}

void
field_sql(const struct entity *ent, const struct field *f, const char *alias,
    struct str *sql)
{
	if (computed_sql(ent, f, alias, sql))
		return;
	if (f->flags & F_COMPUTED && !field_is_column(f))
		str_add(sql, "NULL");
	else
		str_addf(sql, "%s.\"%s\"", alias, f->name);
}

/* The tables on the way from the row's alias to the value, each bound to the one
 * before: FROM and WHERE of a subquery. */
struct chain {
	struct str from, where;
	int count;
	bool shared;		/* private records are passed over */
	char at[16];		/* alias reached */
};

/* Adds a table, returns its alias. */
static void
chain_table(struct chain *c, const char *table, char alias[16])
{
	snprintf(alias, 16, "c%d", ++c->count);
	str_addf(&c->from, "%s\"%s\" %s", c->from.len ? "," : "", table, alias);
	str_add(&c->where, c->where.len ? " AND " : "");
}

/* The record at the alias is one on the way: it must not be private. */
static void
chain_shared(struct chain *c, const struct entity *ent, const char *alias)
{
	if (c->shared)
		str_addf(&c->where, " AND %s.\"%s\" IS NOT 'private'", alias,
		    field_with(ent, F_VISIBILITY)->name);
}

/* The items of a field of the record reached; what holds the value is written to
 * value. */
static void
chain_values(struct chain *c, const struct entity *ent, const struct field *f,
    char value[64])
{
	const struct field *back = field_backwards(ent, f);
	char alias[16], from[16];
	struct via via;

	memcpy(from, c->at, sizeof from);
	if (f->via && via_parse(f->via, &via)) {
		chain_table(c, via.ent->name, alias);
		str_addf(&c->where, "%s.\"%s\"=%s.id AND %s.deleted=0", alias, via.ref->name,
		    from, alias);
		/* The fixed value is a code of the dictionary's, without quotes in it. */
		if (via.fixed)
			str_addf(&c->where, " AND %s.\"%s\"='%s'", alias, via.fixed->name,
			    via.fixed_value);
		chain_shared(c, via.ent, alias);
		snprintf(value, 64, "%s.\"%s\"", alias, via.field->name);
	} else if (back) {
		chain_table(c, "item", alias);
		str_addf(&c->where, "%s.value=%s.id AND %s.field=%d", alias, from, alias,
		    back->number);
		snprintf(value, 64, "%s.record", alias);
	} else {
		chain_table(c, "item", alias);
		str_addf(&c->where, "%s.record=%s.id AND %s.field=%d", alias, from, alias,
		    f->number);
		snprintf(value, 64, "%s.value", alias);
	}
}

static void
chain_hop(struct chain *c, const struct hop *hop, const struct entity *ent)
{
	char alias[16], value[64];

	if (hop->reverse && field_is_multi(hop->ref)) {
		chain_table(c, "item", alias);
		str_addf(&c->where, "%s.field=%d AND %s.value=%s.id", alias, hop->ref->number,
		    alias, c->at);
		snprintf(value, sizeof value, "%s.record", alias);
		chain_table(c, hop->ent->name, alias);
		str_addf(&c->where, "%s.id=%s AND %s.deleted=0", alias, value, alias);
	} else if (hop->reverse) {
		chain_table(c, hop->ent->name, alias);
		str_addf(&c->where, "%s.\"%s\"=%s.id AND %s.deleted=0", alias, hop->ref->name,
		    c->at, alias);
	} else {
		if (field_is_several(ent, hop->ref))
			chain_values(c, ent, hop->ref, value);
		else
			snprintf(value, sizeof value, "%s.\"%s\"", c->at, hop->ref->name);
		chain_table(c, hop->ent->name, alias);
		str_addf(&c->where, "%s.id=%s", alias, value);
	}
	chain_shared(c, hop->ent, alias);
	memcpy(c->at, alias, sizeof c->at);
}

/* Appends "(SELECT <before>value<after> FROM ... WHERE ...)", or just the value when
 * it stands in the row itself. */
static void
chain_sql(const struct column *col, const char *alias, const char *before,
    const char *after, struct str *sql)
{
	struct chain c = { .shared = col->shared };
	struct str value = { 0 };
	char items[64];

	snprintf(c.at, sizeof c.at, "%s", alias);
	for (int i = 0; i < col->depth; i++)
		chain_hop(&c, &col->hops[i], i ? col->hops[i - 1].ent : col->start);
	if (field_is_several(col->ent, col->field)) {
		chain_values(&c, col->ent, col->field, items);
		str_add(&value, items);
	} else if (col->stored && field_is_column(col->field)) {
		str_addf(&value, "%s.\"%s\"", c.at, col->field->name);
	} else {
		field_sql(col->ent, col->field, c.at, &value);
	}
	if (c.count)
		str_addf(sql, "(SELECT %s%s%s FROM %s WHERE %s)", before, str_text(&value), after,
		    str_text(&c.from), str_text(&c.where));
	else
		str_add(sql, str_text(&value));
	str_free(&c.from);
	str_free(&c.where);
	str_free(&value);
}

void
column_sql(const struct column *c, const char *alias, struct str *sql)
{
	if (!column_is_several(c)) {
		chain_sql(c, alias, "", "", sql);
		return;
	}
	/* Items come in the order of their key, and there are no two alike. */
	if (!c->depth && !c->field->via) {
		chain_sql(c, alias, "several(", ")", sql);
		return;
	}
	str_add(sql, "(SELECT several(v) FROM ");
	chain_sql(c, alias, "DISTINCT ", " AS v", sql);
	str_add(sql, ")");
}

/* --- Order --- */

/* SQL around the value: of a title, by the folded column of the record it names. */
static void
title_order_sql(const struct field *f, const char *value, struct str *sql)
{
	char name[64];
	int n = 0;

	for (int i = 0; joined_word(f->refs, i, name); i++) {
		const struct entity *to = entity_find(name);
		if (!to || !field_with(to, F_FOLD))
			continue;
		str_addf(sql, "%s(SELECT o.fold FROM \"%s\" o WHERE o.id=%s)",
		    n++ ? "," : "coalesce(", to->name, value);
	}
	if (n)
		str_add(sql, n == 1 ? ",NULL)" : ")");
	else
		str_add(sql, value);
}

static void
order_sql(const struct field *f, const char *value, int parameter, struct str *sql)
{
	const struct field_type *type = f->type;

	if (type->is_term)
		str_addf(sql, "nullif(instr(?%d,' '||%s||' '),0)", parameter, value);
	else if (type->is_ref)
		title_order_sql(f, value, sql);
	else if (type == &type_country || type == &type_countries)
		str_addf(sql, "country_key(%s)", value);
	else if (type == &type_language || type == &type_languages)
		str_addf(sql, "language_key(%s)", value);
	else if (type->is_number && !field_is_integer(f))
		str_addf(sql, "decimal_key(%s)", value);
	else if (type->is_text)
		str_addf(sql, "fold_key(%s)", value);
	else
		str_add(sql, value);
}

void
column_order_sql(const struct column *c, const char *alias, int parameter,
    struct str *sql)
{
	struct str value = { 0 };

	if (!c->depth && c->field == field_with(c->ent, F_FOLD)) {
		str_addf(sql, "%s.fold", alias);
		return;
	}
	if (!c->depth && c->field->flags & F_TREE) {
		tree_order_sql(c->ent, alias, sql);
		return;
	}
	if (column_is_several(c))
		chain_sql(c, alias, "min(", ")", &value);
	else
		column_sql(c, alias, &value);
	order_sql(c->field, str_text(&value), parameter, sql);
	str_free(&value);
}

bool
column_order_terms(struct store *s, const struct column *c, struct str *list)
{
	struct term_shown t;

	if (!c->field->type->is_term)
		return false;
	str_addc(list, ' ');
	for (int i = 0; term_shown_at(s, c->field->list, i, &t); i++)
		str_addf(list, "%s ", t.code);
	return true;
}
