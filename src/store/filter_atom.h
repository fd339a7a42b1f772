/* The conditions a test of a filter is made of. Private to filter*.c. */
#ifndef ALIANZA_STORE_FILTER_ATOM_H
#define ALIANZA_STORE_FILTER_ATOM_H

#include "store/filter_tree.h"

/* One test on its way. */
struct test {
	struct store *s;
	struct filter *f;
	struct node *node;
	const struct field *field;
	const struct token *token;
	struct error *e;
};

/* Adds a condition; its parameters are those added next. sql must live as long as
 * the filter. */
struct atom *test_atom(struct test *t, const char *sql);
/* A condition with its one parameter: text as it is, folded, or a value. */
void test_atom_text(struct test *t, const char *sql, const char *s);
void test_atom_folded(struct test *t, const char *sql, const char *s);
void test_atom_value(struct test *t, const char *sql, const struct value *v);

/* A set of codes, "@ IN (?1,?2...)", begun with { 0 } and ended always. */
struct set {
	struct atom *atom;
	struct str sql;
	int count;
};
void set_add(struct test *t, struct set *set, const char *code);
void set_end(struct test *t, struct set *set);

/* A canonical date or moment. "2014" holds "2014", "2014-11" and moments on its days:
 * all that begins so. Before and after compare the end of one with the begin of the
 * other, by the operator of the test. */
void test_date_is(struct test *t, const char *v, size_t n);
void test_date_compare(struct test *t, const char *v, size_t n);

#endif
