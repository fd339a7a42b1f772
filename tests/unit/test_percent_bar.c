/* A share beside its bar. */
#include <string.h>

#include "app/percent_bar.h"
#include "tests/unit/run.h"

static const struct {
	const char *percent, *shown, *plain;
} shares[] = {
	{ "0", "·····   0%", ".....   0%" },
	{ "25", "█▎···  25%", "#....  25%" },
	{ "86.7", "████▎  86%", "####.  86%" },
	{ "99.9", "████▉  99%", "#####  99%" },	/* not all of it yet */
	{ "100", "█████ 100%", "##### 100%" },
	{ "171", "█████ 171%", "##### 171%" },
	{ "-12.5", "····· -12%", "..... -12%" },
	{ "12345", "█████12345%", "#####12345%" },
	{ "a third", "a third", "a third" },
};

START_TEST(a_share_has_a_bar_as_long_as_it_is)
{
	struct str out = { 0 };

	percent_bar(shares[_i].percent, strlen(shares[_i].percent), false, &out);
	ck_assert_str_eq(str_text(&out), shares[_i].shown);
	str_cut(&out, 0);
	percent_bar(shares[_i].percent, strlen(shares[_i].percent), true, &out);
	ck_assert_str_eq(str_text(&out), shares[_i].plain);
	str_free(&out);
}
END_TEST

int
main(void)
{
	Suite *s = suite_create("percent_bar");
	TCase *t = tcase_create("percent_bar");

	tcase_add_loop_test(t, a_share_has_a_bar_as_long_as_it_is, 0,
	    sizeof shares / sizeof *shares);
	suite_add_tcase(s, t);
	return run_suite(s);
}
