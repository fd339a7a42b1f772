#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "base/multi.h"
#include "tests/unit/run.h"

/* Splits and shows the parts with '|' between. */
static void
expect(const char *joined, const char *parts)
{
	struct str one = { 0 }, all = { 0 };

	while (multi_next(&joined, &one)) {
		if (all.len > 0)
			str_addc(&all, '|');
		str_add(&all, str_text(&one));
	}
	ck_assert_str_eq(str_text(&all), parts);
	ck_assert_str_eq(joined, "");
	str_free(&one);
	str_free(&all);
}

START_TEST(parts)
{
	expect("", "");
	expect(" ;; \t; ", "");
	expect("a", "a");
	expect("nl;fr;en", "nl|fr|en");
	expect(" nl ; fr and en\t;\n", "nl|fr and en");
	expect("a\\;b;c", "a;b|c");
	expect("a\\\\;b", "a\\|b");
	expect("\\ a\\ ;b", " a |b");
	expect("a\\ ", "a ");
	expect("C:\\dir\\", "C:\\dir\\");
	expect("\\;", ";");
}
END_TEST

START_TEST(an_empty_value_adds_nothing)
{
	struct str out = { 0 };

	multi_add(&out, "");
	multi_add(&out, "a");
	multi_add(&out, "");
	multi_add(&out, "b");
	ck_assert_str_eq(str_text(&out), "a;b");
	str_free(&out);
}
END_TEST

/* Random values of nasty characters, joined and split, are themselves again. */
START_TEST(round_trip)
{
	static const char chars[] = ";\\ \t\n\rab\xc3";
	char values[6][9];
	struct str joined = { 0 }, one = { 0 };
	unsigned seed = 20261101;

	for (int run = 0; run < 5000; run++) {
		int count = 1 + rand_r(&seed) % 6;
		const char *p;

		str_cut(&joined, 0);
		for (int i = 0; i < count; i++) {
			int n = 1 + rand_r(&seed) % 8;

			for (int j = 0; j < n; j++)
				values[i][j] = chars[rand_r(&seed) % (sizeof chars - 1)];
			values[i][n] = '\0';
			multi_add(&joined, values[i]);
		}
		p = str_text(&joined);
		for (int i = 0; i < count; i++) {
			ck_assert(multi_next(&p, &one));
			ck_assert_str_eq(str_text(&one), values[i]);
		}
		ck_assert(!multi_next(&p, &one));
	}
	str_free(&joined);
	str_free(&one);
}
END_TEST

int
main(void)
{
	Suite *s = suite_create("multi");
	TCase *c = tcase_create("multi");

	tcase_add_test(c, parts);
	tcase_add_test(c, an_empty_value_adds_nothing);
	tcase_add_test(c, round_trip);
	suite_add_tcase(s, c);
	return run_suite(s);
}
