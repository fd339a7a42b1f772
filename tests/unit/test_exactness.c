#include <check.h>
#include <stddef.h>

#include "model/term.h"
#include "store/exactness.h"
#include "tests/unit/run.h"

static void
sum(const char *const *parts, const char *expected)
{
	enum exactness x = EXACT;

	for (; *parts; parts++)
		x = exactness_add(x, *parts);
	ck_assert_str_eq(exactness_code(x), expected);
	ck_assert_ptr_nonnull(term_find("qualifier", exactness_code(x)));
}

START_TEST(a_sum_is_as_exact_as_its_vaguest_part)
{
	sum((const char *const[]){ "", "exact", NULL }, "exact");
	sum((const char *const[]){ "", "over", "exact", NULL }, "at-least");
	sum((const char *const[]){ "at-least", "over", NULL }, "at-least");
	sum((const char *const[]){ "about", "over", "", NULL }, "about");
	sum((const char *const[]){ "almost", NULL }, "about");
	sum((const char *const[]){ "a-files-own", NULL }, "about");
	sum((const char *const[]){ NULL }, "exact");
}
END_TEST

int
main(void)
{
	Suite *s = suite_create("exactness");
	TCase *c = tcase_create("exactness");

	tcase_add_test(c, a_sum_is_as_exact_as_its_vaguest_part);
	suite_add_tcase(s, c);
	return run_suite(s);
}
