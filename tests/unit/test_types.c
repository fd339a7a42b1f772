#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "model/entity.h"
#include "tests/unit/run.h"

static struct str out;
static struct error error;

static bool
canon(const struct field_type *type, const char *list, const char *in, size_t n)
{
	struct field f = { .name = "x", .label = "Field", .type = type, .list = list };

	str_cut(&out, 0);
	error = (struct error){ 0 };
	return type->canon(&f, in, n, &out, &error);
}

static void
takes(const struct field_type *type, const char *in, const char *expected)
{
	ck_assert_msg(canon(type, NULL, in, strlen(in)), "%s %s: %s", type->name, in,
	    error.msg);
	ck_assert_str_eq(str_text(&out), expected);
	if (out.len == 0)
		return;
	/* What is canonical stays as it is. */
	ck_assert(canon(type, NULL, expected, strlen(expected)));
	ck_assert_str_eq(str_text(&out), expected);
}

/* Refused with a sentence that names the field and has these words in it. */
static void
refuses_bytes(const struct field_type *type, const char *in, size_t n, const char *words)
{
	ck_assert_msg(!canon(type, NULL, in, n), "%s takes %s as %s", type->name, in,
	    str_text(&out));
	ck_assert_uint_eq(out.len, 0);
	ck_assert_int_eq(error.status, STATUS_DATA);
	ck_assert_msg(strncmp(error.msg, "Field: ", 7) == 0, "%s", error.msg);
	ck_assert_msg(strstr(error.msg, words) != NULL, "%s", error.msg);
	ck_assert_int_eq(error.msg[strlen(error.msg) - 1], '.');
}

static void
refuses(const struct field_type *type, const char *in, const char *words)
{
	refuses_bytes(type, in, strlen(in), words);
}

START_TEST(table)
{
	int count = 0;

	for (; field_types[count] != NULL; count++) {
		const struct field_type *t = field_types[count];

		ck_assert(t->is_ref == (t->canon == NULL));
		ck_assert(strcmp(t->sql, "TEXT") == 0 || strcmp(t->sql, "INTEGER") == 0);
		for (int i = 0; i < count; i++)
			ck_assert_str_ne(field_types[i]->name, t->name);
		if (t->canon == NULL)
			continue;
		ck_assert_msg(canon(t, "scope", " \t", 2), "%s: %s", t->name, error.msg);
		ck_assert_uint_eq(out.len, 0);
	}
	ck_assert_int_eq(count, 21);
}
END_TEST

START_TEST(text)
{
	takes(&type_text, "Grŵp  Defnyddwyr ", "Grŵp  Defnyddwyr ");
	takes(&type_text, "a\tb\x1b[1m", "a\tb\x1b[1m");
	refuses(&type_text, "one\ntwo", "note");
	refuses(&type_text, "one\rtwo", "note");
	refuses(&type_text, "caf\xe9", "byte 4 (hexadecimal E9)");
	refuses_bytes(&type_text, "a\0b", 3, "byte 2 is zero");
	takes(&type_lines, "one\r\n two\rthree\n", "one\r\n two\rthree\n");
	refuses(&type_lines, "\xff", "byte 1");
}
END_TEST

START_TEST(whole_numbers)
{
	takes(&type_int, "25", "25");
	takes(&type_int, " -3 ", "-3");
	takes(&type_int, "+7", "7");
	takes(&type_int, "007", "7");
	takes(&type_int, "-0", "0");
	takes(&type_int, "1 000", "1000");
	takes(&type_int, "2\xc2\xa0" "500\xe2\x80\xaf" "000", "2500000");
	takes(&type_int, "999999999999999999", "999999999999999999");
	refuses(&type_int, "1000000000000000000", "too large");
	refuses(&type_int, "1,000", "two numbers");
	refuses(&type_int, "-1.000.000", "two numbers");
	refuses(&type_int, "1'500", "two numbers");
	refuses(&type_int, "1\xe2\x80\x99" "500", "two numbers");
	refuses(&type_int, "1 00", "not a whole number");
	refuses(&type_int, "1000 000", "not a whole number");
	refuses(&type_int, "2.5", "not a whole number");
	refuses(&type_int, "-", "not a whole number");
	refuses(&type_int, "- 3", "not a whole number");
	refuses(&type_int, "12a", "not a whole number");
	refuses(&type_int, "~45", "not a whole number");
	refuses_bytes(&type_int, "1\0", 2, "not a whole number");
}
END_TEST

START_TEST(decimals_and_bools)
{
	takes(&type_decimal, "300000", "300000");
	takes(&type_decimal, " -2.50 ", "-2.5");
	refuses(&type_decimal, "2,500", "2,500");
	takes(&type_bool, "1", "1");
	takes(&type_bool, "No", "0");
	takes(&type_bool, " YES ", "1");
	takes(&type_bool, "false", "0");
	takes(&type_bool, "True", "1");
	refuses(&type_bool, "maybe", "yes or no");
	refuses(&type_bool, "2", "yes or no");
}
END_TEST

START_TEST(dates)
{
	clock_set(INT64_C(1633339800000));	/* Monday 2021-10-04 */
	takes(&type_date, "2017", "2017");
	takes(&type_date, "2017-11", "2017-11");
	takes(&type_date, " 2017-11-20", "2017-11-20");
	takes(&type_date, "today", "2021-10-04");
	takes(&type_date, "fri", "2021-10-08");
	refuses(&type_date, "11-12-2007", "11-12-2007");
	refuses(&type_date, "after Christmas", "after Christmas");
	takes(&type_datetime, "2021-08-14T09:03Z", "2021-08-14T09:03Z");
	takes(&type_datetime, "today 14:00", "2021-10-04T14:00");
	refuses(&type_datetime, "noonish", "noonish");
	clock_set(CLOCK_REAL);
}
END_TEST

START_TEST(days_of_the_year)
{
	takes(&type_month_day, "12-31", "12-31");
	takes(&type_month_day, "12/31", "12-31");
	takes(&type_month_day, "31/12", "12-31");
	takes(&type_month_day, "31.12.", "12-31");
	takes(&type_month_day, "6/30", "06-30");
	takes(&type_month_day, "02-29", "02-29");
	takes(&type_month_day, "04-03", "04-03");
	takes(&type_month_day, "6/6", "06-06");
	takes(&type_month_day, "31 dec", "12-31");
	takes(&type_month_day, "Dec 31", "12-31");
	takes(&type_month_day, "5 January", "01-05");
	takes(&type_month_day, "29 feb", "02-29");
	refuses(&type_month_day, "3/4", "two days");
	refuses(&type_month_day, "02-30", "not a day");
	refuses(&type_month_day, "31/31", "not a day");
	refuses(&type_month_day, "00-10", "not a day");
	refuses(&type_month_day, "today", "not a day");
	refuses(&type_month_day, "fri +1w", "not a day");
	refuses(&type_month_day, "31 Dec 2017", "not a day");
	refuses(&type_month_day, "2017-12-31", "not a day");
	refuses(&type_month_day, "dec", "not a day");
	refuses(&type_month_day, "12-", "not a day");
}
END_TEST

static void
term(const char *list, const char *in, const char *expected)
{
	bool ok = canon(&type_term, list, in, strlen(in));

	ck_assert_msg(ok, "%s: %s", in, error.msg);
	ck_assert_str_eq(str_text(&out), expected);
}

START_TEST(terms_of_lists)
{
	static const char types[] = "affiliate-type|partner-type|network-type|body-type";
	char longest[300];

	term("scope", "local", "local");
	term("scope", " National ", "national");
	term(types, "user group", "user-group");
	term(types, "GLAM", "glam");
	term(types, "committee", "committee");
	ck_assert(!canon(&type_terms, "scope", "globl", 5));
	ck_assert_ptr_nonnull(strstr(error.msg, "global"));
	ck_assert_ptr_nonnull(strstr(error.msg, "local, national, regional, global"));
	ck_assert(!canon(&type_term, types, "zzz", 3));
	ck_assert_ptr_nonnull(strstr(error.msg, "Field: \"zzz\""));
	ck_assert_ptr_nonnull(strstr(error.msg, "public-sector, igo, ingo, ..."));
	memset(longest, 'x', sizeof longest);
	ck_assert(!canon(&type_term, types, longest, sizeof longest));
	ck_assert(!canon(&type_term, "scope", "local\0", 6));
	ck_assert(!canon(&type_term, "scope", "loc\xff", 4));
}
END_TEST

START_TEST(countries_and_languages)
{
	takes(&type_country, "CL", "CL");
	takes(&type_country, " sweden ", "SE");
	takes(&type_countries, "Côte d'Ivoire", "CI");
	refuses(&type_country, "Atlantis", "Atlantis");
	takes(&type_language, "es", "es");
	takes(&type_languages, "Português", "pt");
	refuses(&type_language, "dothraki", "dothraki");
}
END_TEST

START_TEST(links_and_addresses)
{
	takes(&type_link, "https://am.wikimedia.org/", "https://am.wikimedia.org/");
	takes(&type_link, "HTTP://x", "HTTP://x");
	takes(&type_link, "mailto:a@b.org", "mailto:a@b.org");
	takes(&type_link, " www.x.org", "www.x.org");
	takes(&type_link, "x.org:8080/a?b=c:d", "x.org:8080/a?b=c:d");
	takes(&type_link, "বাংলা.org/উইকি", "বাংলা.org/উইকি");
	refuses(&type_link, "https://", "not a link");
	refuses(&type_link, "javascript:alert(1).x", "not a link");
	refuses(&type_link, "file:///etc/passwd", "not a link");
	refuses(&type_link, "ftp://x.org/", "not a link");
	refuses(&type_link, "word", "not a link");
	refuses(&type_link, ".org", "not a link");
	refuses(&type_link, "x.", "not a link");
	refuses(&type_link, "x.org:80a", "not a link");
	refuses(&type_link, "https://x.org/a b", "%20");
	refuses(&type_link, "https://x.org/\x1b", "%20");
	refuses(&type_link, "https://x.org/\xc2\x9b", "%20");
	takes(&type_email, "a.b+c@x.org", "a.b+c@x.org");
	refuses(&type_email, "a@b@c", "name@example.org");
	refuses(&type_email, "@b", "name@example.org");
	refuses(&type_email, "a@", "name@example.org");
	refuses(&type_email, "ab", "name@example.org");
	refuses(&type_email, "a b@c", "name@example.org");
}
END_TEST

START_TEST(orders_and_ids)
{
	takes(&type_order, "12", "c12");
	takes(&type_order, "di", "di");
	refuses(&type_order, "first!", "number");
	takes(&type_id, "A000000000001", "a000000000001");
	refuses(&type_id, "a00000000001", "13");
	refuses(&type_id, "a0000000000012", "13");
}
END_TEST

START_TEST(a_long_value_is_cut_in_the_sentence)
{
	char typed[2000];

	memset(typed, 'w', sizeof typed);
	ck_assert(!canon(&type_int, NULL, typed, sizeof typed));
	ck_assert_ptr_nonnull(strstr(error.msg, "www...\""));
	ck_assert_uint_lt(strlen(error.msg), 200);
}
END_TEST

int
main(void)
{
	Suite *s = suite_create("types");
	TCase *c = tcase_create("types");
	int failed;

	tcase_add_test(c, table);
	tcase_add_test(c, text);
	tcase_add_test(c, whole_numbers);
	tcase_add_test(c, decimals_and_bools);
	tcase_add_test(c, dates);
	tcase_add_test(c, days_of_the_year);
	tcase_add_test(c, terms_of_lists);
	tcase_add_test(c, countries_and_languages);
	tcase_add_test(c, links_and_addresses);
	tcase_add_test(c, orders_and_ids);
	tcase_add_test(c, a_long_value_is_cut_in_the_sentence);
	suite_add_tcase(s, c);
	failed = run_suite(s);
	str_free(&out);
	return failed;
}
