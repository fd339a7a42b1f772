#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "model/term.h"
#include "tests/unit/run.h"

/* The last cell of a line, its quotes taken off in place. */
static char *
unquote(char *s)
{
	size_t n = strcspn(s, "\r\n");

	s[n] = '\0';
	if (s[0] == '"') {
		s[n - 1] = '\0';
		s++;
	}
	return s;
}

START_TEST(table_is_the_csv)
{
	FILE *f = source_open("tests/data/terms.csv");
	const struct term *t = terms;
	char line[512], list[64], code[64];
	int position, label;

	ck_assert_ptr_nonnull(fgets(line, sizeof line, f));
	while (fgets(line, sizeof line, f) != NULL) {
		ck_assert_int_eq(sscanf(line, "%63[^,],%d,%63[^,],%n", list, &position, code,
		    &label), 3);
		ck_assert_msg(t->list != NULL, "%s %s is missing", list, code);
		ck_assert_str_eq(t->list, list);
		ck_assert_str_eq(t->code, code);
		ck_assert_str_eq(t->label, unquote(line + label));
		ck_assert_ptr_eq(term_at(list, position - 1), t);
		ck_assert_ptr_eq(term_find(list, code), t);
		ck_assert_ptr_eq(term_match(list, t->label), t);
		t++;
	}
	ck_assert_ptr_null(t->list);
	fclose(f);
}
END_TEST

START_TEST(lists_stand_together)
{
	int lists = 0;

	for (; term_list_at(lists) != NULL; lists++)
		for (int i = 0; i < lists; i++)
			ck_assert_str_ne(term_list_at(i), term_list_at(lists));
	ck_assert_str_eq(term_list_at(0), "organisation-kind");
	ck_assert_str_eq(term_list_at(lists - 1), "visibility");
	ck_assert_ptr_null(term_at("visibility", 2));
	ck_assert_ptr_null(term_at("no-list", 0));
	ck_assert_ptr_null(term_at("", 0));
}
END_TEST

START_TEST(lists_are_called_as_people_say)
{
	const char *list;

	for (int i = 0; (list = term_list_at(i)) != NULL; i++)
		ck_assert_str_ne(term_list_label(list), list);
}
END_TEST

START_TEST(matching)
{
	ck_assert_str_eq(term_match("affiliate-type", " User  GROUP ")->code, "user-group");
	ck_assert_str_eq(term_match("partner-type", "Glam")->code, "glam");
	ck_assert_str_eq(term_match("entry-status", "In-Progress")->code, "in-progress");
	ck_assert_str_eq(term_match("region", "south asia")->code, "south-asia");
	ck_assert_ptr_null(term_match("partner-type", "chapter"));
	ck_assert_ptr_null(term_match("partner-type", ""));
	ck_assert_ptr_null(term_find("partner-type", "Glam"));
	ck_assert_str_eq(term_find("body-type", "other")->list, "body-type");
	ck_assert_str_eq(term_find("partner-type", "other")->list, "partner-type");
}
END_TEST

START_TEST(some_end_what_they_say)
{
	ck_assert(term_is_over("partnership-stage", "paused"));
	ck_assert(!term_is_over("partnership-stage", "active"));
	ck_assert(term_is_over("goal-status", "dropped"));
	ck_assert(!term_is_over("goal-status", "off-track"));
	ck_assert(!term_is_over("partnership-stage", "a-files-own"));
	ck_assert(!term_is_over("no-list", ""));
}
END_TEST

START_TEST(what_is_over_is_said_once)
{
	struct str over = { 0 }, course = { 0 };

	term_codes_add("partnership-stage", true, ",", &over);
	term_codes_add("partnership-stage", false, " ", &course);
	ck_assert_str_eq(str_text(&over), "completed,paused,declined");
	ck_assert_str_eq(str_text(&course), "prospect contact meeting pilot agreement active");
	str_free(&over);
	str_free(&course);
}
END_TEST

int
main(void)
{
	Suite *s = suite_create("terms");
	TCase *c = tcase_create("terms");

	tcase_add_test(c, table_is_the_csv);
	tcase_add_test(c, lists_stand_together);
	tcase_add_test(c, lists_are_called_as_people_say);
	tcase_add_test(c, matching);
	tcase_add_test(c, some_end_what_they_say);
	tcase_add_test(c, what_is_over_is_said_once);
	suite_add_tcase(s, c);
	return run_suite(s);
}
