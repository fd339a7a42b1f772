#include <check.h>
#include <string.h>

#include "base/str.h"
#include "tests/unit/run.h"
#include "ui/pick.h"

static struct pick *
stages(bool add)
{
	struct pick *p = pick_new(add);

	pick_add(p, "Prospect", "prospect", "nobody wrote yet");
	pick_add(p, "In conversation", "talks", "");
	pick_add(p, "Agreed", "agreed", NULL);
	pick_add(p, "Active", "active", NULL);
	pick_add(p, "Paused", "paused", "may go on later");
	pick_add(p, "Museo Ñandú", "AR1", NULL);
	pick_add(p, "Museo-Parque Łódź", "PL1", NULL);
	pick_add(p, "日本語博物館", "JP1", NULL);
	return p;
}

/* Codes of the rows joined by ' ', "+" for the one that adds; '*' before the chosen. */
static void
rows_add(struct str *out, const struct pick *p)
{
	for (size_t i = 0; i < pick_count(p); i++) {
		const struct pick_item *item = pick_at(p, i);
		str_addf(out, "%s%s%s", i ? " " : "", i == pick_row(p) ? "*" : "",
		    item ? item->code : "+");
	}
}

static const struct {
	bool add;
	const char *typed, *rows;
} cases[] = {
	{ false, "", "*prospect talks agreed active paused AR1 PL1 JP1" },
	{ true, "", "*prospect talks agreed active paused AR1 PL1 JP1" },
	{ true, "  ", "*prospect talks agreed active paused AR1 PL1 JP1" },
	{ false, "a", "*agreed active AR1 talks paused PL1" },
	{ false, "ac", "*active" },
	{ false, "wrote", "*prospect" },
	{ false, "active", "*active" },
	{ false, "AR1", "*AR1" },
	{ false, "pa", "*paused PL1" },	/* begins, then a word does */
	{ false, "on", "*talks paused" },	/* inside, then hints */
	{ false, "nandu", "*AR1" },
	{ false, "Museo N", "*AR1" },
	{ false, "LODZ museo", "*PL1" },
	{ false, "museo zzz", "" },
	{ false, "博物", "*JP1" },
	{ false, "zzz", "" },
	{ true, "zzz", "*+" },
	{ true, "ac", "*active +" },
	{ true, "ÁCTIVE ", "*active" },	/* is one already */
	{ true, "museo", "*AR1 PL1 +" },
};
enum { CASES = sizeof cases / sizeof *cases };

START_TEST(filters)
{
	struct pick *p = stages(cases[_i].add);
	struct str rows = { 0 };

	pick_filter(p, cases[_i].typed);
	rows_add(&rows, p);
	ck_assert_str_eq(str_text(&rows), cases[_i].rows);
	ck_assert_str_eq(pick_typed(p), cases[_i].typed);
	str_free(&rows);
	pick_free(p);
}
END_TEST

/* Typed before the items came, and items after it: the next filter finds them. */
START_TEST(items_come_late)
{
	struct pick *p = pick_new(false);

	pick_filter(p, "a");
	pick_add(p, "Abc", NULL, NULL);
	ck_assert_uint_eq(pick_count(p), 0);
	pick_filter(p, "a");
	ck_assert_uint_eq(pick_count(p), 1);
	ck_assert_str_eq(pick_at(p, 0)->code, "");
	pick_free(p);
}
END_TEST

START_TEST(the_chosen_one_stays)
{
	struct pick *p = stages(false);

	ck_assert(pick_go_code(p, "paused"));
	pick_filter(p, "p");	/* prospect and paused begin with it */
	ck_assert_str_eq(pick_at(p, pick_row(p))->code, "paused");
	pick_filter(p, "pr");
	ck_assert_str_eq(pick_at(p, pick_row(p))->code, "prospect");
	pick_filter(p, "");
	ck_assert_str_eq(pick_at(p, pick_row(p))->code, "prospect");
	pick_go_code(p, "talks");
	pick_filter(p, "a");	/* fits inside only: the best one is chosen */
	ck_assert_str_eq(pick_at(p, pick_row(p))->code, "agreed");
	ck_assert(!pick_go_code(p, "JP1"));
	ck_assert(!pick_go_code(p, "none"));
	pick_free(p);
}
END_TEST

/* Countries come by code from their table, and people look for them by name. */
START_TEST(sorts_by_label)
{
	struct pick *p = pick_new(false);
	struct str rows = { 0 };

	pick_add(p, "Austria", "AT", NULL);
	pick_add(p, "Zambia", "ZM", NULL);
	pick_add(p, "Åland", "AX", NULL);
	pick_sort(p);
	rows_add(&rows, p);
	ck_assert_str_eq(str_text(&rows), "*AX AT ZM");
	str_free(&rows);
	pick_free(p);
}
END_TEST

START_TEST(moves_within)
{
	struct pick *p = stages(true);

	pick_move(p, -1);
	ck_assert_uint_eq(pick_row(p), 0);
	pick_move(p, 3);
	ck_assert_uint_eq(pick_row(p), 3);
	pick_move(p, 1000);
	ck_assert_uint_eq(pick_row(p), 7);
	pick_move(p, -2);
	ck_assert_uint_eq(pick_row(p), 5);
	pick_go(p, 99);
	ck_assert_uint_eq(pick_row(p), 7);
	pick_free(p);
	p = pick_new(false);
	pick_move(p, 1);
	ck_assert_uint_eq(pick_row(p), 0);
	ck_assert_ptr_null(pick_at(p, 0));
	pick_free(p);
}
END_TEST

START_TEST(chooses)
{
	struct pick *p = stages(true);
	const struct pick_item *item;
	const char *typed;

	pick_filter(p, "ag");
	ck_assert_int_eq(pick_choose(p, &item, &typed), PICK_ITEM);
	ck_assert_str_eq(item->label, "Agreed");
	pick_move(p, 1);
	ck_assert_int_eq(pick_choose(p, &item, &typed), PICK_NEW);
	ck_assert_ptr_null(item);
	ck_assert_str_eq(typed, "ag");
	pick_filter(p, "  Nuevo lugar ");
	ck_assert_int_eq(pick_choose(p, &item, &typed), PICK_NEW);
	ck_assert_str_eq(typed, "Nuevo lugar");
	pick_free(p);
	p = stages(false);
	pick_filter(p, "zzz");
	ck_assert_int_eq(pick_choose(p, &item, &typed), PICK_NOTHING);
	pick_free(p);
}
END_TEST

int
main(void)
{
	Suite *s = suite_create("pick");
	TCase *t = tcase_create("pick");

	tcase_add_loop_test(t, filters, 0, CASES);
	tcase_add_test(t, items_come_late);
	tcase_add_test(t, the_chosen_one_stays);
	tcase_add_test(t, sorts_by_label);
	tcase_add_test(t, moves_within);
	tcase_add_test(t, chooses);
	suite_add_tcase(s, t);
	return run_suite(s);
}
