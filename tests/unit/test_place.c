/* Where a number is among ascending ones. */
#include <check.h>

#include "base/place.h"
#include "tests/unit/run.h"

struct thing {
	char name[3];
	int64_t number;
};

static const struct thing things[] = {
	{ "a", INT64_MIN }, { "b", -1 }, { "c", 4 }, { "d", 4 }, { "e", INT64_MAX }
};

static size_t
place(size_t count, int64_t number)
{
	return place_of(things, count, sizeof *things, offsetof(struct thing, number), number);
}

START_TEST(the_first_that_is_not_below)
{
	ck_assert_uint_eq(place(5, INT64_MIN), 0);
	ck_assert_uint_eq(place(5, -2), 1);
	ck_assert_uint_eq(place(5, -1), 1);
	ck_assert_uint_eq(place(5, 0), 2);
	ck_assert_uint_eq(place(5, 4), 2);
	ck_assert_uint_eq(place(5, 5), 4);
	ck_assert_uint_eq(place(5, INT64_MAX), 4);
}
END_TEST

START_TEST(behind_all_where_all_are_below)
{
	ck_assert_uint_eq(place(4, 5), 4);
	ck_assert_uint_eq(place(1, 0), 1);
	ck_assert_uint_eq(place_of(NULL, 0, sizeof *things, 0, 0), 0);
}
END_TEST

int
main(void)
{
	Suite *s = suite_create("place");
	TCase *c = tcase_create("place");

	tcase_add_test(c, the_first_that_is_not_below);
	tcase_add_test(c, behind_all_where_all_are_below);
	suite_add_tcase(s, c);
	return run_suite(s);
}
