#include <check.h>
#include <string.h>

#include "base/str.h"
#include "tests/unit/run.h"
#include "ui/key.h"

START_TEST(names)
{
	static const char *const good[] = { "a", "é", "Space", "Enter", "Tab", "S-Tab", "Esc",
	    "BS", "Del", "Ins", "Up", "PgDn", "Home", "F1", "F12", "^R", "^Z", "A-Left", "A-x",
	    "C-Left", "C-A-Left", "S-Up", "C-Space", "-", "<", ">", "^", "?", "A--", "S" };
	static const char *const bad[] = { "", " ", "ab", "enter", "F13", "^r", "^M", "^I", "A-",
	    "A-C-Left", "S-a", "\xff", "^" "é", "Up ", "A-S-" };

	for (size_t i = 0; i < sizeof good / sizeof *good; i++)
		ck_assert_msg(key_name_valid(good[i]), "%s", good[i]);
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		ck_assert_msg(!key_name_valid(bad[i]), "%s", bad[i]);
}
END_TEST

START_TEST(every_named_key_is_valid)
{
	const char *name, *capability;

	for (int i = 0; key_terminfo_at(i, &name, &capability); i++)
		ck_assert_msg(key_name_valid(name), "%s", name);
	ck_assert_ptr_null(key_of_final('\0'));
	ck_assert_ptr_null(key_of_tilde(0));
	ck_assert_ptr_null(key_of_tilde(99));
}
END_TEST

static void
steps(const char *script, const char *keys)
{
	struct str got = { 0 };
	size_t n = strlen(script), taken;
	struct event ev;

	for (; (taken = key_read(script, n, &ev)); script += taken, n -= taken)
		str_addf(&got, "%s%s", got.len ? " " : "", ev.key);
	ck_assert_str_eq(str_text(&got), keys);
	str_free(&got);
}

START_TEST(steps_of_scripts)
{
	steps("", "");
	steps("ab<Enter>c", "a b Enter c");
	steps("/x y<A-Left><^R>", "/ x Space y A-Left ^R");
	steps("<>><<<a><nonsense><Esc", "> < < a < n o n s e n s e > < E s c");
	steps("<<>", "<");
	steps("<:><é>", ": é");
}
END_TEST

START_TEST(what_a_key_types)
{
	ck_assert_str_eq(key_of_char(0xe9, 0).text, "é");
	ck_assert_str_eq(key_of_char(' ', 0).text, " ");
	ck_assert_str_eq(key_of_char('a', KEY_ALT).text, "");
	ck_assert_str_eq(key_of_char('\r', 0).text, "");
	ck_assert_str_eq(key_of_char('a', KEY_CTRL).key, "^A");
	ck_assert_str_eq(key_of_name("S-Tab", KEY_SHIFT).key, "S-Tab");
}
END_TEST

int
main(void)
{
	Suite *s = suite_create("key");
	TCase *c = tcase_create("key");

	tcase_add_test(c, names);
	tcase_add_test(c, every_named_key_is_valid);
	tcase_add_test(c, steps_of_scripts);
	tcase_add_test(c, what_a_key_types);
	suite_add_tcase(s, c);
	return run_suite(s);
}
