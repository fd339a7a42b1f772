#include <check.h>
#include <string.h>

#include "tests/unit/run.h"
#include "ui/marks.h"
#include "ui/words.h"

static void
compares(const char *was, const char *now, const char *wanted)
{
	struct str out = { 0 };

	words_compare(was, strlen(was), now, strlen(now), &out);
	ck_assert_str_eq(str_text(&out), wanted);
	str_free(&out);
}

START_TEST(words_are_compared)
{
	compares("", "", "");
	compares("same", "same", "same");
	compares("", "new", "{+new+}");
	compares("old", "", "[-old-]");
	compares("one two three", "one four three", "one [-two-]{+four+} three");
	compares("one two", "one two three", "one two{+ three+}");
	compares("one one", "one", "one[- one-]");
	compares("a b c d", "b c d e", "[-a -]b c d{+ e+}");
	compares("línea\notra", "línea\nnueva", "línea\n[-otra-]{+nueva+}");
}
END_TEST

/* What stays and what came is the new text, what stays and what went the old one. */
START_TEST(long_texts_are_compared)
{
	struct str was = { 0 }, now = { 0 }, out = { 0 };

	for (int i = 0; i < 3000; i++) {
		str_addf(&was, "a%d ", i);
		str_addf(&now, "b%d ", i);
	}
	words_compare(was.s, was.len, now.s, now.len, &out);
	ck_assert(out.len >= was.len + now.len);
	ck_assert(!memcmp(out.s, "[-a0 ", 5));
	str_free(&was);
	str_free(&now);
	str_free(&out);
}
END_TEST

START_TEST(marks_are_a_set)
{
	struct marks m = { 0 };

	for (int64_t id = 50; id > 0; id--)
		marks_add(&m, id * 7 % 50 + 1);
	ck_assert_uint_eq(m.count, 50);
	marks_add(&m, 8);
	ck_assert_uint_eq(m.count, 50);
	marks_drop(&m, 8);
	marks_drop(&m, 8);
	ck_assert_uint_eq(m.count, 49);
	ck_assert(!marks_has(&m, 8) && marks_has(&m, 7) && marks_has(&m, 50));
	const int64_t more[] = { 99, 8, 50, 99 };
	marks_add_all(&m, more, 4);
	ck_assert_uint_eq(m.count, 51);
	ck_assert(marks_has(&m, 8) && marks_has(&m, 99) && m.ids[50] == 99);
	marks_add_all(&m, NULL, 0);
	marks_clear(&m);
	ck_assert(!m.count && !marks_has(&m, 7));
}
END_TEST

int
main(void)
{
	Suite *s = suite_create("words");
	TCase *c = tcase_create("words");

	tcase_add_test(c, words_are_compared);
	tcase_add_test(c, long_texts_are_compared);
	tcase_add_test(c, marks_are_a_set);
	suite_add_tcase(s, c);
	return run_suite(s);
}
