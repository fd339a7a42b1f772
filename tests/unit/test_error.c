#include <check.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/error.h"
#include "base/utf8.h"
#include "tests/unit/run.h"

START_TEST(an_error_says_what_and_returns_false)
{
	struct error e = { 0 };
	ck_assert(!set_error(&e, STATUS_DATA, "%s is no date", "x"));
	ck_assert_int_eq(e.status, STATUS_DATA);
	ck_assert_str_eq(e.msg, "x is no date");
	ck_assert(!set_error(NULL, STATUS_DATA, "nobody asks"));
	ck_assert(!error_prefix(NULL, "nobody asks"));
}
END_TEST

START_TEST(an_error_may_quote_itself)
{
	struct error e = { 0 };
	set_error(&e, STATUS_IO, "disk full");
	set_error(&e, STATUS_IO, "not saved: %s", e.msg);
	ck_assert_str_eq(e.msg, "not saved: disk full");
}
END_TEST

START_TEST(a_prefix_goes_in_front)
{
	struct error e = { 0 };
	set_error(&e, STATUS_DATA, "no date");
	ck_assert(!error_prefix(&e, "%s:%d: ", "a.csv", 12));
	ck_assert_str_eq(e.msg, "a.csv:12: no date");
	ck_assert_int_eq(e.status, STATUS_DATA);
}
END_TEST

/* _i bytes of ASCII move the border through each byte of the characters. */
START_TEST(a_long_sentence_is_cut_between_characters)
{
	static const char *const letters[] = { "a", "é", "日", "😀" };
	char text[2000] = "";
	size_t letter = strlen(letters[_i / 4]), n = (size_t)(_i % 4);
	memset(text, '.', n);
	for (; n + letter < sizeof(text); n += letter)
		memcpy(text + n, letters[_i / 4], letter);
	text[n] = '\0';

	struct error e = { 0 };
	set_error(&e, STATUS_DATA, "%s", text);
	size_t len = strlen(e.msg);
	ck_assert(utf8_valid(e.msg, len, NULL));
	ck_assert_uint_gt(len + letter, sizeof(e.msg) - 1);
	error_prefix(&e, "%s", "file:1: ");
	len = strlen(e.msg);
	ck_assert(utf8_valid(e.msg, len, NULL));
	ck_assert_uint_gt(len + letter, sizeof(e.msg) - 1);
	ck_assert_int_eq(strncmp(e.msg, "file:1: ", 8), 0);
}
END_TEST

static void
close_by_hook(void)
{
	_exit(7);
}

START_TEST(dying_runs_the_hook)
{
	die_hook_set(close_by_hook);
	die("a bug");
}
END_TEST

START_TEST(dying_aborts)
{
	ck_assert_ptr_nonnull(freopen("/dev/null", "w", stderr));
	die("a bug");
}
END_TEST

/* Without a process of its own, a test that dies takes all others along. */
static bool
forks(void)
{
	const char *fork = getenv("CK_FORK");
	return !fork || strcmp(fork, "no") != 0;
}

int
main(void)
{
	Suite *s = suite_create("error");
	TCase *t = tcase_create("error");

	tcase_add_test(t, an_error_says_what_and_returns_false);
	tcase_add_test(t, an_error_may_quote_itself);
	tcase_add_test(t, a_prefix_goes_in_front);
	tcase_add_loop_test(t, a_long_sentence_is_cut_between_characters, 0, 16);
	if (forks()) {
		tcase_add_exit_test(t, dying_runs_the_hook, 7);
		tcase_add_test_raise_signal(t, dying_aborts, SIGABRT);
	}
	suite_add_tcase(s, t);
	return run_suite(s);
}
