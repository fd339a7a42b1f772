#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/tempfile.h"
#include "tests/unit/run.h"

START_TEST(only_this_person_can_read_it)
{
	struct str path = { 0 };
	struct stat st;
	char back[8] = "";

	ck_assert(tempfile_write(".csv", "a\0b\n", 4, &path, NULL));
	ck_assert_int_eq(stat(str_text(&path), &st), 0);
	ck_assert_int_eq(st.st_mode & 0777, 0600);
	ck_assert_int_eq(st.st_size, 4);
	ck_assert_str_eq(str_text(&path) + path.len - 4, ".csv");
	FILE *f = fopen(str_text(&path), "rb");
	ck_assert_uint_eq(fread(back, 1, sizeof back, f), 4);
	fclose(f);
	ck_assert_int_eq(memcmp(back, "a\0b\n", 4), 0);
	unlink(str_text(&path));
	str_free(&path);
}
END_TEST

START_TEST(it_lies_where_TMPDIR_says)
{
	struct str path = { 0 };
	char here[4096];

	ck_assert_ptr_nonnull(getcwd(here, sizeof here));
	setenv("TMPDIR", here, 1);
	ck_assert(tempfile_write(".x", "", 0, &path, NULL));
	ck_assert_int_eq(strncmp(str_text(&path), here, strlen(here)), 0);
	unlink(str_text(&path));
	str_free(&path);
}
END_TEST

START_TEST(a_folder_that_is_missing_is_named)
{
	struct str path = { 0 };
	struct error e = { 0 };

	setenv("TMPDIR", "/not/here", 1);
	ck_assert(!tempfile_write(".csv", "a", 1, &path, &e));
	ck_assert_int_eq(e.status, STATUS_IO);
	ck_assert_ptr_nonnull(strstr(e.msg, "/not/here/alianza-"));
	str_free(&path);
}
END_TEST

int
main(void)
{
	Suite *s = suite_create("tempfile");
	TCase *t = tcase_create("tempfile");

	tcase_add_test(t, only_this_person_can_read_it);
	tcase_add_test(t, it_lies_where_TMPDIR_says);
	tcase_add_test(t, a_folder_that_is_missing_is_named);
	suite_add_tcase(s, t);
	return run_suite(s);
}
