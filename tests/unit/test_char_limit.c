#include "config.h"

#include <check.h>
#include <string.h>

#include "app/char_limit.h"
#include "tests/unit/run.h"

START_TEST(counts_as_people_do)
{
	static const struct {
		const char *text;
		size_t count;
	} cases[] = {
		{ "", 0 }, { "abc", 3 }, { "Díaz", 4 },
		{ "e\xcc\x81", 1 },				/* a letter and its accent */
		{ "\xf0\x9f\x87\xa8\xf0\x9f\x87\xb1", 1 },	/* a flag: two letters */
		{ "a\nb", 3 },
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		ck_assert_uint_eq(char_count(cases[i].text, strlen(cases[i].text)), cases[i].count);
}
END_TEST

static const struct {
	const char *text, *limit, *told;
	bool over;
} told[] = {
	{ "abc", "5", "3 of 5 characters", false },
	{ "abcde", "5", "5 of 5 characters", false },
	{ "abcdef", "5", "6 of 5 characters: 1 too many", true },
	{ "abc", "", "", false },
	{ "abc", "0", "", false },
	{ "abc", "-3", "", false },
	{ "abc", "two", "", false },
	{ "abc", "5x", "", false },
};

START_TEST(tells_what_is_over)
{
	struct str out = { 0 };

	ck_assert_int_eq(char_limit_tell(told[_i].text, strlen(told[_i].text), told[_i].limit, &out),
	    told[_i].over);
	ck_assert_str_eq(str_text(&out), told[_i].told);
	str_free(&out);
}
END_TEST

int
main(void)
{
	Suite *s = suite_create("char_limit");
	TCase *t = tcase_create("counting");

	tcase_add_test(t, counts_as_people_do);
	tcase_add_loop_test(t, tells_what_is_over, 0, sizeof told / sizeof *told);
	suite_add_tcase(s, t);
	return run_suite(s);
}
