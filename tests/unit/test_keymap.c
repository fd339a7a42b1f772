#include <check.h>
#include <string.h>

#include "app/keymap.h"
#include "tests/unit/run.h"
#include "ui/key.h"

START_TEST(every_command_has_help)
{
	const struct command *c;

	for (int i = 0; (c = command_at(i)); i++) {
		size_t n = c->help ? strlen(c->help) : 0;
		ck_assert_msg(c->label && *c->label, "%s has no label", c->name);
		ck_assert_msg(n && c->help[n - 1] == '.', "%s has no whole sentence", c->name);
	}
}
END_TEST

START_TEST(every_name_is_there_once)
{
	const struct command *c, *d;

	for (int i = 0; (c = command_at(i)); i++)
		for (int k = i + 1; (d = command_at(k)); k++)
			ck_assert_msg(strcmp(c->name, d->name), "%s is there twice", c->name);
}
END_TEST

START_TEST(every_key_is_a_key)
{
	const struct command *c;
	char key[KEYMAP_KEY];

	for (int i = 0; (c = command_at(i)); i++)
		for (int k = 0; keymap_key(c, NULL, k, key, NULL, NULL); k++)
			ck_assert_msg(key_name_valid(key), "%s: %s", c->name, key);
}
END_TEST

static void
other_than(const struct command *c, int k, const char *key, const char *in, size_t n)
{
	const struct command *d;
	char other[KEYMAP_KEY];
	const char *there;
	size_t m;

	for (int i = 0; (d = command_at(i)); i++)
		for (int l = 0; keymap_key(d, NULL, l, other, &there, &m); l++)
			if (!(c == d && k == l) && !strcmp(key, other) && n == m
			    && !memcmp(in, there, n))
				ck_abort_msg("%s is %s and %s", key, c->name, d->name);
}

START_TEST(no_key_is_bound_twice)
{
	const struct command *c;
	char key[KEYMAP_KEY];
	const char *in;
	size_t n;

	for (int i = 0; (c = command_at(i)); i++)
		for (int k = 0; keymap_key(c, NULL, k, key, &in, &n); k++)
			other_than(c, k, key, in, n);
	for (const struct pane *p = panes; p->name; p++)
		for (const struct pane *q = p + 1; q->name; q++)
			ck_assert(!p->key || p->key != q->key);
}
END_TEST

START_TEST(panes_have_their_keys)
{
	for (const struct pane *p = panes; p->name; p++) {
		char key[2] = { p->key, '\0' };
		struct binding b = keymap_find("list", key);
		if (!p->key)
			continue;
		ck_assert_ptr_nonnull(b.command);
		ck_assert_str_eq(b.command->name, "pane");
		ck_assert_str_eq(b.argument, p->name);
	}
}
END_TEST

START_TEST(keys_of_a_context)
{
	ck_assert_str_eq(keymap_find("text", "Space").command->name, "page-down");
	ck_assert_str_eq(keymap_find("list", "Space").command->name, "mark");
	ck_assert_str_eq(keymap_find("list", "/").command->name, "filter");
	ck_assert_str_eq(keymap_find("list", "F1").command->name, "help");
	ck_assert_ptr_null(keymap_find("list", "").command);
}
END_TEST

START_TEST(every_command_of_the_screen_is_in_a_menu)
{
	const struct command *c;

	for (int i = 0; (c = command_at(i)); i++) {
		bool typed = c->min && !c->keys;	/* :pane, :set: panes and forms do it */
		bool here = c->flags & (C_SCREEN | C_RECORD);
		ck_assert_msg(c->menu || typed || !here, "%s is in no menu", c->name);
	}
}
END_TEST

int
main(void)
{
	Suite *s = suite_create("keymap");
	TCase *c = tcase_create("keymap");

	tcase_add_test(c, every_command_has_help);
	tcase_add_test(c, every_name_is_there_once);
	tcase_add_test(c, every_key_is_a_key);
	tcase_add_test(c, no_key_is_bound_twice);
	tcase_add_test(c, panes_have_their_keys);
	tcase_add_test(c, keys_of_a_context);
	tcase_add_test(c, every_command_of_the_screen_is_in_a_menu);
	suite_add_tcase(s, c);
	return run_suite(s);
}
