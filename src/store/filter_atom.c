#include "config.h"

#include "store/filter_atom.h"

#include <stdio.h>
#include <string.h>

#include "base/date.h"
#include "base/fold.h"

/* --- Atoms --- */

struct atom *
test_atom(struct test *t, const char *sql)
{
	struct atom *a = arena_alloc(&t->f->mem, sizeof *a), **end = &t->node->atoms;

	*a = (struct atom){ sql, t->f->count, NULL };
	while (*end)
		end = &(*end)->next;
	*end = a;
	return a;
}

/* The next parameter of the condition that was added last. */
static void
parameter_add(struct test *t, const char *s, size_t n)
{
	filter_value_add(t->f, (struct value){ VALUE_TEXT, 0, s, n });
}

void
test_atom_text(struct test *t, const char *sql, const char *s)
{
	test_atom(t, sql);
	parameter_add(t, s, strlen(s));
}

void
test_atom_folded(struct test *t, const char *sql, const char *s)
{
	struct str folded = { 0 };

	fold_add(&folded, s, strlen(s));
	test_atom_text(t, sql, str_text(&folded));
	str_free(&folded);
}

void
test_atom_value(struct test *t, const char *sql, const struct value *v)
{
	test_atom(t, sql);
	filter_value_add(t->f, *v);
}

void
set_add(struct test *t, struct set *set, const char *code)
{
	if (!set->atom) {
		set->atom = test_atom(t, "0");
		str_add(&set->sql, "@ IN (");
	}
	parameter_add(t, code, strlen(code));
	str_addf(&set->sql, "%s?%d", set->count ? "," : "", set->count + 1);
	set->count++;
}

void
set_end(struct test *t, struct set *set)
{
	if (set->count)
		set->atom->sql = arena_printf(&t->f->mem, "%s)", str_text(&set->sql));
	str_free(&set->sql);
}

/* --- Dates --- */

void
test_date_is(struct test *t, const char *v, size_t n)
{
	char beyond[40];

	snprintf(beyond, sizeof beyond, "%.*s~", (int)n, v);
	test_atom(t, "(@>=?1 AND @<?2)");
	parameter_add(t, v, n);
	parameter_add(t, beyond, strlen(beyond));
}

/* The texts of the year and the month that a day lies in. A partial date in a column
 * sorts before every day in it, though it may mean a later one: where that matters
 * they are shut out, unless they end with the day. */
static void
parts_shut_out(struct test *t, const char *day, bool unless_last)
{
	struct date d, part;
	size_t lengths[] = { 4, 7 };

	for (size_t i = 0; i < 2; i++) {
		bool out = date_parse(day, 10, &d) && date_parse(day, lengths[i], &part)
		    && !(unless_last && date_last(part) == date_last(d));
		parameter_add(t, out ? day : "", out ? lengths[i] : 0);
	}
}

static void
date_upper(struct test *t, const char *bound, const char *day, bool unless_last)
{
	test_atom(t, "(@<?1 AND @ NOT IN (?2,?3))");
	parameter_add(t, bound, strlen(bound));
	parts_shut_out(t, day, unless_last);
}

void
test_date_compare(struct test *t, const char *v, size_t n)
{
	char begin[40], end[40], beyond[44];
	struct date d;

	snprintf(begin, sizeof begin, "%.*s", (int)n, v);
	memcpy(end, begin, sizeof end);
	if (date_parse(v, n, &d)) {
		date_format(date_from_days(date_first(d)), begin);
		date_format(date_from_days(date_last(d)), end);
	}
	snprintf(beyond, sizeof beyond, "%s~", end);
	switch (t->token->op) {
	case OP_BEFORE:
		date_upper(t, begin, begin, false);
		break;
	case OP_UPTO:
		date_upper(t, beyond, end, true);
		break;
	case OP_AFTER:
		test_atom_text(t, "@>=?1", beyond);
		break;
	default:
		/* The year and the month whose first day it is begin with it too. */
		if (d.year && !strcmp(begin + 4, "-01-01"))
			begin[4] = '\0';
		else if (d.year && strlen(begin) == 10 && !strcmp(begin + 7, "-01"))
			begin[7] = '\0';
		test_atom_text(t, "@>=?1", begin);
	}
}
