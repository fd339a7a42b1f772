#include "config.h"

#include <stdio.h>
#include <string.h>

#include "store/column.h"
#include "store/computed.h"
#include "store/db.h"
#include "store/filter_tree.h"
#include "store/through.h"

struct writer {
	const struct filter *f;
	struct str *sql;
	int first;		/* number of the first parameter */
};

/* --- Tests --- */

/* An atom: `@` is the value, `$` its alias, ?N the N-th of its parameters. */
static void
atom_sql(struct writer *w, const struct node *n, const struct atom *a, const char *value,
    const char *alias)
{
	if (!strcmp(a->sql, "hidden") || !strcmp(a->sql, "visible")) {
		(*a->sql == 'h' ? hidden_sql : visible_sql)(n->column.ent, alias, w->sql);
		return;
	}
	for (const char *p = a->sql; *p; ) {
		size_t len = strcspn(p, "@$?");
		str_addn(w->sql, p, len);
		p += len;
		if (*p == '@') {
			str_add(w->sql, value);
		} else if (*p == '$') {
			str_add(w->sql, alias);
		} else if (*p == '?') {
			int number = 0;
			for (; p[1] >= '0' && p[1] <= '9'; p++)
				number = number * 10 + (p[1] - '0');
			str_addf(w->sql, "?%d", w->first + (int)a->first + number - 1);
		}
		p += *p != '\0';
	}
}

static void
atoms_sql(struct writer *w, const struct node *n, const char *value, const char *alias)
{
	if (!n->atoms)
		str_addc(w->sql, '0');
	for (const struct atom *a = n->atoms; a; a = a->next) {
		str_add(w->sql, a == n->atoms ? "(" : " OR ");
		atom_sql(w, n, a, value, alias);
		if (!a->next)
			str_addc(w->sql, ')');
	}
}

/* Opens "alias.id IN (SELECT ... WHERE ", the records that have a value of the field;
 * what holds the value is written to value. The caller closes it. */
static void
several_open(struct writer *w, const struct entity *ent, const struct field *f,
    const char *alias, const char *inner, char value[96])
{
	const struct field *back = field_backwards(ent, f);
	struct via via;

	if (f->via && via_parse(f->via, &via)) {
		str_addf(w->sql, "%s.id IN (SELECT %s.\"%s\" FROM \"%s\" %s WHERE %s.deleted=0"
		    " AND %s.\"%s\" IS NOT NULL", alias, inner, via.ref->name, via.ent->name,
		    inner, inner, inner, via.ref->name);
		if (via.fixed)
			str_addf(w->sql, " AND %s.\"%s\"='%s'", inner, via.fixed->name,
			    via.fixed_value);
		snprintf(value, 96, "%s.\"%s\"", inner, via.field->name);
	} else if (back) {
		str_addf(w->sql, "%s.id IN (SELECT %s.value FROM item %s WHERE %s.field=%d",
		    alias, inner, inner, inner, back->number);
		snprintf(value, 96, "%s.record", inner);
	} else {
		str_addf(w->sql, "%s.id IN (SELECT %s.record FROM item %s WHERE %s.field=%d",
		    alias, inner, inner, inner, f->number);
		snprintf(value, 96, "%s.value", inner);
	}
	str_add(w->sql, " AND ");
}

static void
leaf_sql(struct writer *w, const struct node *n, const char *alias)
{
	struct str value = { 0 };
	char item[96];

	if (field_is_several(n->column.ent, n->column.field)) {
		several_open(w, n->column.ent, n->column.field, alias, "v", item);
		atoms_sql(w, n, item, "v");
		str_addc(w->sql, ')');
		return;
	}
	field_sql(n->column.ent, n->column.field, alias, &value);
	atoms_sql(w, n, str_text(&value), alias);
	str_free(&value);
}

/* At no stage where it is over, unless the filter names that stage. */
static void
open_sql(struct writer *w, const struct entity *ent, const char *alias)
{
	const struct field *stage = field_with(ent, F_STAGE);

	if (!stage)
		return;
	str_addf(w->sql, "(%s.\"%s\" NOT IN ", alias, stage->name);
	terms_over_sql(stage->list, w->sql);
	for (size_t i = 0; i < w->f->named_count; i++)
		str_addf(w->sql, " OR %s.\"%s\"=?%d", alias, stage->name,
		    w->first + (int)(w->f->named + i));
	str_add(w->sql, ") AND ");
}

/* The records on the way, each a list within the list before: made once a statement. */
static void
hops_sql(struct writer *w, const struct node *n, int at, const char *alias)
{
	const struct column *c = &n->column;
	char inner[16], items[16], value[96];

	if (at >= c->depth || at >= COLUMN_HOPS) {
		leaf_sql(w, n, alias);
		return;
	}
	const struct hop *hop = &c->hops[at];
	const struct entity *from = at ? c->hops[at - 1].ent : w->f->ent;
	int close = 1;
	snprintf(inner, sizeof inner, "f%d", at);
	snprintf(items, sizeof items, "m%d", at);
	if (hop->reverse && field_is_multi(hop->ref)) {
		str_addf(w->sql, "%s.id IN (SELECT %s.value FROM item %s WHERE %s.field=%d"
		    " AND %s.record IN (SELECT %s.id FROM \"%s\" %s WHERE %s.deleted=0 AND ",
		    alias, items, items, items, hop->ref->number, items, inner, hop->ent->name,
		    inner, inner);
		close = 2;
	} else if (hop->reverse) {
		str_addf(w->sql, "%s.id IN (SELECT %s.\"%s\" FROM \"%s\" %s WHERE %s.deleted=0"
		    " AND ", alias, inner, hop->ref->name, hop->ent->name, inner, inner);
	} else {
		snprintf(value, sizeof value, "%s.\"%s\"", alias, hop->ref->name);
		if (field_is_several(from, hop->ref)) {
			several_open(w, from, hop->ref, alias, items, value);
			close = 2;
		}
		str_addf(w->sql, "%s IN (SELECT %s.id FROM \"%s\" %s WHERE ", value, inner,
		    hop->ent->name, inner);
	}
	if (n->open == at)
		open_sql(w, hop->ent, inner);
	hops_sql(w, n, at + 1, inner);
	str_add(w->sql, close == 2 ? "))" : ")");
}

/* --- The tree --- */

static void node_sql(struct writer *w, const struct node *n);

/* "a AND b AND c": parentheses within one another are deep for SQLite's parser. */
static void
chain_sql(struct writer *w, const struct node *n, enum node_kind kind)
{
	if (n->kind != kind) {
		node_sql(w, n);
		return;
	}
	chain_sql(w, n->left, kind);
	str_add(w->sql, kind == NODE_AND ? " AND " : " OR ");
	chain_sql(w, n->right, kind);
}

static void
node_sql(struct writer *w, const struct node *n)
{
	bool wrapped;		/* in parentheses already */
	char parameter[16];

	switch (n->kind) {
	case NODE_ALL:
		str_addc(w->sql, '1');
		break;
	case NODE_AND:
	case NODE_OR:
		str_addc(w->sql, '(');
		chain_sql(w, n, n->kind);
		str_addc(w->sql, ')');
		break;
	case NODE_NOT:
		/* What cannot be told (an empty date) is not so either. */
		wrapped = n->left->kind == NODE_AND || n->left->kind == NODE_OR
		    || n->left->kind == NODE_WORD;
		str_add(w->sql, wrapped ? "(" : "((");
		node_sql(w, n->left);
		str_add(w->sql, wrapped ? " IS NOT 1)" : ") IS NOT 1)");
		break;
	case NODE_WORD:
		snprintf(parameter, sizeof parameter, "?%d", w->first + (int)n->first);
		word_sql(w->f->ent, parameter, w->sql);
		break;
	case NODE_TEST:
		hops_sql(w, n, 0, "t");
		break;
	}
}

void
filter_sql(const struct filter *f, struct str *sql, int first_parameter)
{
	struct writer w = { f, sql, first_parameter };

	node_sql(&w, f->root);
}

int
filter_parameters(const struct filter *f)
{
	return (int)f->count;
}

void
filter_bind(const struct filter *f, struct stmt *st, int first_parameter)
{
	for (size_t i = 0; i < f->count; i++)
		stmt_value(st, first_parameter + (int)i, &f->values[i]);
}
